//! Arguments of an operation as the crate takes them, and its results as JSON.

use serde_json::{Map, Value};

/// A text.
pub fn text(value: Option<&Value>) -> &str {
    value.and_then(Value::as_str).expect("the case has a text")
}

/// A number.
pub fn integer(value: Option<&Value>) -> i64 {
    value.and_then(Value::as_i64).expect("the case has a number")
}

/// Yes or no.
pub fn boolean(value: Option<&Value>) -> bool {
    value.and_then(Value::as_bool).expect("the case has a boolean")
}

/// Several texts.
pub fn list(value: Option<&Value>) -> Vec<&str> {
    let items = value.and_then(Value::as_array).expect("the case has a list");
    items.iter().map(|item| text(Some(item))).collect()
}

/// Several texts by key.
pub fn pairs(value: Option<&Value>) -> Vec<(&str, &str)> {
    let members = value.and_then(Value::as_object).expect("the case has an object");
    members
        .iter()
        .map(|(key, value)| (key.as_str(), text(Some(value))))
        .collect()
}

/// Any JSON.
pub fn json(value: Option<&Value>) -> Value {
    value.cloned().expect("the case has a value")
}

/// The document that a text is.
pub fn document(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// A model with its unknown fields, if there are any.
pub fn with_unknown(mut model: Value, unknown: &Map<String, Value>) -> Value {
    if let Some(model) = model.as_object_mut().filter(|_| !unknown.is_empty()) {
        model.insert("unknown".to_owned(), unknown.clone().into());
    }
    model
}
