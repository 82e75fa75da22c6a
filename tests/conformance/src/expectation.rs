//! What must come out of a call: one value per accessor of the connection or of the response, or per field of the error.

use std::collections::BTreeMap;

use nango_probe::protocol::Outcome;
use serde::Deserialize;

use crate::value::{self, Text, Value};

/// An accessor with an argument: its name, the argument, and the expected result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookUp {
    /// `credential`, `header`, `get_string` or `get_json`.
    pub function: &'static str,
    /// The argument.
    pub argument: String,
    /// The expected result.
    pub value: Value,
}

/// Everything that must come out of a call.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Written")]
pub struct Expectation {
    /// The result of the call.
    pub outcome: Outcome,
    /// Every accessor without an argument, by name, in the order of the format.
    pub fields: Vec<(&'static str, Value)>,
    /// Every look-up. An error has none.
    pub look_ups: Vec<LookUp>,
    /// The result of an operation, value by value: a JSON pointer and its value.
    pub result: Vec<(String, serde_json::Value)>,
}

impl Expectation {
    /// How many comparisons are made for it.
    #[must_use]
    pub fn comparisons(&self) -> usize {
        self.fields.len() + self.look_ups.len() + self.result.len()
    }
}

/// The type of a field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Type {
    Integer,
    OptionalInteger,
    Text,
    OptionalText,
    Bytes,
}

impl Type {
    fn allows(self, value: &Value) -> bool {
        match value {
            Value::Absent => matches!(self, Self::OptionalInteger | Self::OptionalText),
            Value::Integer(_) => matches!(self, Self::Integer | Self::OptionalInteger),
            Value::Text(_) => matches!(self, Self::Text | Self::OptionalText),
            Value::Bytes(_) => self == Self::Bytes,
        }
    }
}

/// An accessor with an argument, and whether every expectation has it.
type LookUps = [(&'static str, bool)];

const LOOK_UPS: [(&str, bool); 3] = [("credential", true), ("get_string", true), ("get_json", true)];

/// A body that is read part by part cannot be looked into.
const RESPONSE_LOOK_UPS: [(&str, bool); 3] = [("header", true), ("get_string", false), ("get_json", false)];

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

const RESPONSE: [(&str, Type); 3] = [
    ("status", Type::Integer),
    ("header_count", Type::Integer),
    ("body", Type::Bytes),
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
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Written {
    Connection(Members),
    Response(Members),
    Error(Members),
    Result(serde_json::Value),
}

impl TryFrom<Written> for Expectation {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let (outcome, types, functions, mut members): (_, _, &LookUps, _) = match written {
            Written::Connection(members) => (Outcome::Connection, CONNECTION.as_slice(), &LOOK_UPS, members),
            Written::Response(members) => (Outcome::Response, RESPONSE.as_slice(), &RESPONSE_LOOK_UPS, members),
            Written::Error(members) => (Outcome::Error, ERROR.as_slice(), &[], members),
            Written::Result(value) => {
                return Ok(Self {
                    outcome: Outcome::Result,
                    fields: Vec::new(),
                    look_ups: Vec::new(),
                    result: value::leaves(&value),
                });
            }
        };
        let mut fields = Vec::new();
        for &(name, kind) in types {
            fields.push((name, take_field(&mut members, name, kind)?));
        }
        let mut look_ups = Vec::new();
        for &(function, is_needed) in functions {
            match members.remove(function) {
                Some(entries) => look_ups.extend(read_look_ups(function, entries)?),
                None if is_needed => return Err(format!("{function} is missing")),
                None => {}
            }
        }
        match members.keys().next() {
            Some(name) => Err(format!("{name} is no accessor")),
            None => Ok(Self {
                outcome,
                fields,
                look_ups,
                result: Vec::new(),
            }),
        }
    }
}

fn take_field(members: &mut Members, name: &str, kind: Type) -> Result<Value, String> {
    let value = match (members.remove(name), members.remove(&in_base64(name))) {
        (None, None) => return Err(format!("{name} is missing")),
        (text, base64) if kind == Type::Bytes => take_bytes(text, base64)?,
        (Some(value), None) => Value::try_from(value)?,
        (_, Some(_)) => return Err(format!("{name} is not written in base64")),
    };
    if !kind.allows(&value) {
        return Err(format!("{name} cannot be {value:?}"));
    }
    Ok(value)
}

fn take_bytes(text: Option<serde_json::Value>, base64: Option<serde_json::Value>) -> Result<Value, String> {
    let text = text.map(serde_json::from_value::<Text>).transpose();
    let text = text.map_err(|error| error.to_string())?;
    let base64 = base64.map(serde_json::from_value::<String>).transpose();
    let bytes = value::bytes(text, base64.map_err(|error| error.to_string())?.as_deref())?;
    Ok(bytes.map_or(Value::Absent, Value::Bytes))
}

fn in_base64(name: &str) -> String {
    format!("{name}_base64")
}

fn read_look_ups(function: &'static str, entries: serde_json::Value) -> Result<Vec<LookUp>, String> {
    let entries = serde_json::from_value::<Members>(entries).map_err(|error| error.to_string())?;
    if entries.is_empty() {
        return Err(format!("{function} has no entry"));
    }
    let read = |(argument, value)| {
        let value = Value::try_from(value)?;
        if !Type::OptionalText.allows(&value) {
            return Err(format!("{function} of {argument:?} cannot be {value:?}"));
        }
        Ok(LookUp {
            function,
            argument,
            value,
        })
    };
    entries.into_iter().map(read).collect()
}
