//! The values that are compared, and the texts that case files may write as parts.

use serde::Deserialize;

/// What an accessor gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// NULL, None, null: there is no value.
    Absent,
    /// A number, or a yes or no as 1 or 0.
    Integer(i64),
    /// A text.
    Text(String),
}

impl From<&Value> for serde_json::Value {
    fn from(value: &Value) -> Self {
        match value {
            Value::Absent => Self::Null,
            Value::Integer(number) => (*number).into(),
            Value::Text(text) => text.as_str().into(),
        }
    }
}

impl TryFrom<serde_json::Value> for Value {
    type Error = String;

    fn try_from(json: serde_json::Value) -> Result<Self, String> {
        match json {
            serde_json::Value::Null => Ok(Self::Absent),
            serde_json::Value::Number(number) => number
                .as_i64()
                .map(Self::Integer)
                .ok_or_else(|| format!("{number} does not fit in 64 bits")),
            other => Text::deserialize(&other)
                .map(|text| Self::Text(text.into()))
                .map_err(|_| format!("{other} is no value that an accessor can give")),
        }
    }
}

/// A text as a case file writes it: as it is, or in parts when it is mostly repetition.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Text {
    /// The text itself.
    Plain(String),
    /// Its parts, one after the other.
    Parts(Vec<Part>),
}

/// One part of a text.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Part {
    /// The part itself.
    Once(String),
    /// A text and how often it is repeated.
    Times(String, usize),
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        match text {
            Text::Plain(text) => text,
            Text::Parts(parts) => parts
                .into_iter()
                .map(|part| match part {
                    Part::Once(text) => text,
                    Part::Times(text, times) => text.repeat(times),
                })
                .collect(),
        }
    }
}
