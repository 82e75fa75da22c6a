//! The values that are compared, and the texts and bytes as case files write them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use nango_probe::protocol::hex;
use serde::Deserialize;

/// The result of an accessor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// NULL, None, null: there is no value.
    Absent,
    /// A number, or a yes or no as 1 or 0.
    Integer(i64),
    /// A text.
    Text(String),
    /// A body.
    Bytes(Vec<u8>),
}

impl From<&Value> for serde_json::Value {
    fn from(value: &Value) -> Self {
        match value {
            Value::Absent => Self::Null,
            Value::Integer(number) => (*number).into(),
            Value::Text(text) => text.as_str().into(),
            Value::Bytes(bytes) => hex(bytes).into(),
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

/// The bytes that a case file has as a text or as base64, of which there may be one.
pub fn bytes(text: Option<Text>, base64: Option<&str>) -> Result<Option<Vec<u8>>, String> {
    match (text, base64) {
        (None, None) => Ok(None),
        (Some(text), None) => Ok(Some(String::from(text).into_bytes())),
        (None, Some(text)) => STANDARD.decode(text).map(Some).map_err(|error| error.to_string()),
        (Some(_), Some(_)) => Err("a body is written in one way, not in two".to_owned()),
    }
}

/// The values in a document that hold no others, and how many each other one holds, by JSON pointer.
#[must_use]
pub fn leaves(document: &serde_json::Value) -> Vec<(String, serde_json::Value)> {
    let mut found = Vec::new();
    collect(document, String::new(), &mut found);
    found
}

fn collect(value: &serde_json::Value, pointer: String, found: &mut Vec<(String, serde_json::Value)>) {
    match value {
        serde_json::Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                collect(item, format!("{pointer}/{i}"), found);
            }
            found.push((format!("{pointer}/-"), items.len().into()));
        }
        serde_json::Value::Object(members) => {
            for (name, member) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                collect(member, format!("{pointer}/{name}"), found);
            }
            found.push((format!("{pointer}/-"), members.len().into()));
        }
        leaf => found.push((pointer, leaf.clone())),
    }
}
