//! What must come out of a call: one value per accessor of the connection, or per field of the error.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::value::Value;

/// Whether the call gives a connection or an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The call succeeds.
    Connection,
    /// The call fails.
    Error,
}

impl Outcome {
    /// The word for it in case files and tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Connection => "connection",
            Self::Error => "error",
        }
    }
}

/// An accessor with an argument: its name, the argument, and what it must give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookUp {
    /// `credential`, `get_string` or `get_json`.
    pub function: &'static str,
    /// What it is asked for.
    pub argument: String,
    /// What it must give.
    pub value: Value,
}

/// Everything that must come out of a call.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Expectation {
    /// Success or failure.
    pub outcome: Outcome,
    /// Every accessor without an argument, by name, in the order of the format.
    pub fields: Vec<(&'static str, Value)>,
    /// Every look-up. An error has none.
    pub look_ups: Vec<LookUp>,
}

impl Expectation {
    /// How many comparisons a runner makes for it.
    #[must_use]
    pub fn comparisons(&self) -> usize {
        self.fields.len() + self.look_ups.len()
    }
}

/// The type of a field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Type {
    Integer,
    OptionalInteger,
    Text,
    OptionalText,
}

impl Type {
    fn allows(self, value: &Value) -> bool {
        match value {
            Value::Absent => matches!(self, Self::OptionalInteger | Self::OptionalText),
            Value::Integer(_) => matches!(self, Self::Integer | Self::OptionalInteger),
            Value::Text(_) => matches!(self, Self::Text | Self::OptionalText),
        }
    }
}

const LOOK_UPS: [&str; 3] = ["credential", "get_string", "get_json"];

const CONNECTION: [(&str, Type); 29] = [
    ("id", Type::Integer),
    ("connection_id", Type::OptionalText),
    ("provider_config_key", Type::OptionalText),
    ("provider", Type::OptionalText),
    ("created_at", Type::OptionalText),
    ("updated_at", Type::OptionalText),
    ("last_fetched_at", Type::OptionalText),
    ("account_id", Type::OptionalInteger),
    ("webhook_url_override", Type::OptionalText),
    ("metadata_json", Type::OptionalText),
    ("connection_config_json", Type::OptionalText),
    ("tags_json", Type::OptionalText),
    ("end_user_json", Type::OptionalText),
    ("errors_json", Type::OptionalText),
    ("json", Type::OptionalText),
    ("auth_mode", Type::Integer),
    ("auth_mode_name", Type::OptionalText),
    ("token", Type::OptionalText),
    ("access_token", Type::OptionalText),
    ("refresh_token", Type::OptionalText),
    ("oauth_token", Type::OptionalText),
    ("oauth_token_secret", Type::OptionalText),
    ("api_key", Type::OptionalText),
    ("username", Type::OptionalText),
    ("password", Type::OptionalText),
    ("credentials_json", Type::OptionalText),
    ("raw_json", Type::OptionalText),
    ("expires_at", Type::OptionalText),
    ("expires_at_ms", Type::OptionalInteger),
];

const ERROR: [(&str, Type); 10] = [
    ("kind", Type::Integer),
    ("kind_name", Type::Text),
    ("http_status", Type::Integer),
    ("code", Type::OptionalText),
    ("server_message", Type::OptionalText),
    ("body", Type::OptionalText),
    ("retry_after_ms", Type::Integer),
    ("attempts", Type::Integer),
    ("is_retryable", Type::Integer),
    ("message_contains", Type::Text),
];

type Members = BTreeMap<String, serde_json::Value>;

/// An expectation as JSON has it.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
enum Written {
    Connection(Members),
    Error(Members),
}

impl TryFrom<Written> for Expectation {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let (outcome, types, functions, mut members) = match written {
            Written::Connection(members) => (Outcome::Connection, CONNECTION.as_slice(), LOOK_UPS.as_slice(), members),
            Written::Error(members) => (Outcome::Error, ERROR.as_slice(), [].as_slice(), members),
        };
        let mut take = |name: &str| members.remove(name).ok_or_else(|| format!("{name} is missing"));
        let mut fields = Vec::new();
        for &(name, kind) in types {
            let value = Value::try_from(take(name)?)?;
            if !kind.allows(&value) {
                return Err(format!("{name} cannot be {value:?}"));
            }
            fields.push((name, value));
        }
        let mut look_ups = Vec::new();
        for &function in functions {
            let entries = serde_json::from_value::<Members>(take(function)?).map_err(|error| error.to_string())?;
            if entries.is_empty() {
                return Err(format!("{function} has no entry"));
            }
            for (argument, value) in entries {
                let value = Value::try_from(value)?;
                if !Type::OptionalText.allows(&value) {
                    return Err(format!("{function} of {argument:?} cannot be {value:?}"));
                }
                look_ups.push(LookUp {
                    function,
                    argument,
                    value,
                });
            }
        }
        match members.keys().next() {
            Some(name) => Err(format!("{name} is no accessor")),
            None => Ok(Self {
                outcome,
                fields,
                look_ups,
            }),
        }
    }
}

impl From<Expectation> for Written {
    fn from(expectation: Expectation) -> Self {
        let mut members: Members = expectation
            .fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.into()))
            .collect();
        for look_up in &expectation.look_ups {
            let entries = members
                .entry(look_up.function.to_owned())
                .or_insert_with(|| serde_json::json!({}));
            entries[&look_up.argument] = (&look_up.value).into();
        }
        match expectation.outcome {
            Outcome::Connection => Self::Connection(members),
            Outcome::Error => Self::Error(members),
        }
    }
}
