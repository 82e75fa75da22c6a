//! The body of a request on its way through Nango, whose server parses and serializes it.

use crate::{
    Shared,
    respond::Reply,
    routes::{invalid_json, parse_json, read_whole},
};
use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, header},
};
use serde_json::{Map, Value, json};

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";
/// A body of another type, which Nango treats as bytes.
const BYTES: [&str; 10] = [
    "image/",
    "video/",
    "audio/",
    "application/",
    "text/",
    "font/",
    "model/",
    "message/",
    "chemical/",
    "x-world/",
];

/// A body as Nango holds it.
pub enum Payload {
    /// None, or one of a type that Nango does not read.
    Nothing,
    /// Something that it has parsed.
    Parsed(Value),
    /// Bytes that it leaves as they are.
    Bytes(Bytes),
    /// A multipart form that is not one.
    Malformed,
    /// The emulator's own exception: a body that is not read here at all.
    Unread(Body),
}

/// A body as it reaches the external API.
#[derive(Clone)]
pub struct Sent {
    /// Its `Content-Type`.
    pub content_type: String,
    /// Its bytes.
    pub body: Bytes,
}

impl Payload {
    /// Reads a body, by what its headers say of it.
    pub async fn read(shared: &Shared, headers: &HeaderMap, body: Body) -> Result<Self, Reply> {
        let essence = essence(headers);
        let is_multipart = essence.starts_with("multipart/");
        let is_bytes = BYTES.iter().any(|start| essence.starts_with(start));
        if !is_multipart && !is_bytes {
            return Ok(Self::Nothing);
        }
        let has_body = headers.contains_key(header::CONTENT_LENGTH) || headers.contains_key(header::TRANSFER_ENCODING);
        let bytes = read_whole(shared, body).await?;
        Ok(match essence.as_str() {
            _ if !has_body => Self::Nothing,
            JSON => Self::Parsed(parse_strictly(&bytes)?),
            FORM => Self::Parsed(parse_form(&bytes)),
            _ if is_multipart && !is_form(headers, &bytes) => Self::Malformed,
            // The fields of a multipart form are not read here.
            _ if is_multipart => Self::Parsed(json!({})),
            _ => Self::Bytes(bytes),
        })
    }

    /// How it is sent to the external API, with the `Content-Type` that the program has chosen for that, if any.
    pub fn to_send(&self, chosen: Option<&str>) -> Option<Sent> {
        let content_type = |usual: &str| chosen.unwrap_or(usual).to_owned();
        match self {
            Self::Nothing | Self::Malformed | Self::Unread(_) => None,
            Self::Bytes(bytes) => Some(Sent {
                content_type: content_type(FORM),
                body: bytes.clone(),
            }),
            Self::Parsed(value) if chosen.is_some_and(|chosen| chosen.contains(FORM)) => Some(Sent {
                content_type: content_type(FORM),
                body: write_form(value).into(),
            }),
            Self::Parsed(value) => Some(Sent {
                content_type: content_type(JSON),
                body: as_javascript_writes(value).into(),
            }),
        }
    }
}

fn essence(headers: &HeaderMap) -> String {
    let text = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let essence = text.unwrap_or_default().split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// Express takes nothing but an object or an array at the top.
fn parse_strictly(bytes: &[u8]) -> Result<Value, Reply> {
    let value = parse_json(bytes)?;
    if value.is_object() || value.is_array() {
        return Ok(value);
    }
    Err(invalid_json("Unexpected token at position 1 is not valid JSON"))
}

/// Whether a multipart body has its boundary, at its start and at its end.
fn is_form(headers: &HeaderMap, bytes: &[u8]) -> bool {
    let text = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let boundary = text.and_then(|text| text.split_once("boundary="));
    let Some((_, boundary)) = boundary.filter(|_| essence(headers) == "multipart/form-data") else {
        return false;
    };
    let boundary = boundary.split(';').next().unwrap_or_default().trim().trim_matches('"');
    let body = String::from_utf8_lossy(bytes);
    let body = body.trim_end_matches("\r\n");
    body.contains(&format!("--{boundary}\r\n")) && body.ends_with(&format!("--{boundary}--"))
}

/// JSON with its numbers as JavaScript has them: with 53 bits.
fn as_javascript_writes(value: &Value) -> String {
    let list = |parts: Vec<String>| parts.join(",");
    match value {
        Value::Object(members) => {
            let member = |(name, value): (&String, &Value)| format!("{}:{}", json!(name), as_javascript_writes(value));
            format!("{{{}}}", list(members.iter().map(member).collect()))
        }
        Value::Array(items) => format!("[{}]", list(items.iter().map(as_javascript_writes).collect())),
        Value::Number(number) => javascript_number(number.as_f64().unwrap_or_default()),
        other => other.to_string(),
    }
}

fn javascript_number(number: f64) -> String {
    let size = number.abs();
    if number == 0.0 {
        "0".to_owned()
    } else if (1e-6..1e21).contains(&size) {
        number.to_string()
    } else {
        let text = format!("{number:e}");
        if size < 1.0 { text } else { text.replace('e', "e+") }
    }
}

/// A name that repeats becomes a list, as does one that ends in `[]`; all else are texts.
fn parse_form(bytes: &[u8]) -> Value {
    let mut fields = Map::new();
    for (name, value) in form_urlencoded::parse(bytes) {
        let value = Value::from(value.into_owned());
        let (name, is_list) = match name.strip_suffix("[]") {
            Some(base) => (base, true),
            None => (name.as_ref(), false),
        };
        match fields.get_mut(name) {
            Some(Value::Array(list)) => list.push(value),
            Some(first) => *first = json!([first.take(), value]),
            None if is_list => drop(fields.insert(name.to_owned(), json!([value]))),
            None => drop(fields.insert(name.to_owned(), value)),
        }
    }
    Value::Object(fields)
}

fn write_form(value: &Value) -> String {
    let mut form = form_urlencoded::Serializer::new(String::new());
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    for (name, value) in value.as_object().into_iter().flatten() {
        match value {
            Value::Array(list) => {
                for item in list {
                    form.append_pair(&format!("{name}[]"), &text(item));
                }
            }
            single => {
                form.append_pair(name, &text(single));
            }
        }
    }
    form.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rounded_as_in_javascript() {
        for (text, written) in [
            (
                r#"{"a": 1.10,  "b":12345678901234567890}"#,
                r#"{"a":1.1,"b":12345678901234567000}"#,
            ),
            ("[1e21, 1.5e300, -2E-7]", "[1e+21,1.5e+300,-2e-7]"),
            ("[0, -0.0, 1.0, 0.000001]", "[0,0,1,0.000001]"),
            (r#"{"q\"": [null, true, "ü"]}"#, r#"{"q\"":[null,true,"ü"]}"#),
        ] {
            let value: Value = serde_json::from_str(text).expect("JSON");
            assert_eq!(as_javascript_writes(&value), written);
        }
    }
}
