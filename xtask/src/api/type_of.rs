//! The types of parameters and fields, as the description writes them: `array<string>`.

use serde::{Deserialize, Serialize};

/// A type, for templates: its kind, and what it is made of.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(try_from = "String")]
pub struct TypeOf {
    pub kind: Kind,
    /// The name of the model, of a model.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What an array or a map has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<Box<TypeOf>>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    String,
    Integer,
    Number,
    Boolean,
    /// Text of RFC 3339.
    Timestamp,
    /// Any JSON value.
    Json,
    /// Any JSON object.
    Object,
    Model,
    Array,
    Map,
}

impl TryFrom<String> for TypeOf {
    type Error = String;

    fn try_from(text: String) -> Result<TypeOf, String> {
        TypeOf::read(&text).ok_or_else(|| format!("{text} is no type"))
    }
}

impl TypeOf {
    fn read(text: &str) -> Option<TypeOf> {
        for (word, kind) in [("array", Kind::Array), ("map", Kind::Map)] {
            let inner = text.strip_prefix(word).and_then(|rest| rest.strip_prefix('<'));
            if let Some(inner) = inner {
                let item = TypeOf::read(inner.strip_suffix('>')?)?;
                return Some(TypeOf {
                    kind,
                    name: None,
                    item: Some(Box::new(item)),
                });
            }
        }
        let kind = match text {
            "string" => Kind::String,
            "integer" => Kind::Integer,
            "number" => Kind::Number,
            "boolean" => Kind::Boolean,
            "timestamp" => Kind::Timestamp,
            "json" => Kind::Json,
            "object" => Kind::Object,
            _ => Kind::Model,
        };
        let is_name = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        is_name.then(|| TypeOf {
            kind,
            name: (kind == Kind::Model).then(|| text.to_owned()),
            item: None,
        })
    }

    /// The model that it is or is made of.
    pub fn model(&self) -> Option<&str> {
        let of_item = self.item.as_deref().and_then(TypeOf::model);
        self.name.as_deref().or(of_item)
    }
}
