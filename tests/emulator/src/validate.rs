//! Nango's validation of a request, and the list of errors that it returns.

use crate::{
    clock,
    forms::Form,
    query::{Argument, Query},
    respond::Reply,
};
use axum::http::HeaderMap;
use regex::Regex;
use serde_json::{Value, json};
use std::{
    collections::HashMap,
    sync::{LazyLock, Mutex, PoisonError},
};

/// The form of a connection's id.
pub const CONNECTION_ID: &str = r#"^[a-zA-Z0-9,.;:=+~[\]|@${}"'\\/_ -]+$"#;
/// The form of an integration's id.
pub const PROVIDER_CONFIG_KEY: &str = r"^[a-zA-Z0-9~:.@ _-]+$";
const LONGEST: usize = 255;
const TRUE: [&str; 6] = ["true", "1", "yes", "on", "y", "enabled"];
const FALSE: [&str; 6] = ["false", "0", "no", "off", "n", "disabled"];

static COMPILED: LazyLock<Mutex<HashMap<&'static str, Regex>>> = LazyLock::new(Mutex::default);

/// Whether a text has the form of a regular expression of JavaScript.
fn matches(source: &'static str, text: &str) -> bool {
    let mut compiled = COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
    let pattern = compiled.entry(source).or_insert_with(|| {
        // Rust's syntax wants the opening bracket inside a class escaped, JavaScript's does not.
        let source = source.replace(r"~[\]", r"~\[\]").replace(r"\s", "[ \t]");
        Regex::new(&source).expect("the pattern is a constant")
    });
    pattern.is_match(text)
}

/// A header's text, for any bytes.
pub fn header_text(headers: &HeaderMap, name: &str) -> Option<String> {
    let value = headers.get(name)?;
    Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// Whether Nango accepts it as an integration's id.
pub fn is_provider_config_key(text: &str) -> bool {
    matches(PROVIDER_CONFIG_KEY, text) && text.len() <= LONGEST
}

/// Complaints about one part of a request.
#[derive(Debug, Default)]
pub struct Complaints(Vec<Value>);

impl Complaints {
    fn add(&mut self, code: &str, message: String, path: &[&str]) {
        self.0.push(json!({"code": code, "message": message, "path": path}));
    }

    /// A value of the wrong type, or none.
    pub fn wrong_type(&mut self, expected: &str, received: &str, path: &[&str]) {
        let message = format!("Invalid input: expected {expected}, received {received}");
        self.add("invalid_type", message, path);
    }

    /// A value that none of several types fits.
    pub fn no_alternative(&mut self, path: &[&str]) {
        self.add("invalid_union", "Invalid input".into(), path);
    }

    /// Names that are not known.
    pub fn unknown<'a>(&mut self, names: impl Iterator<Item = &'a str>, known: &[&str]) {
        let unknown: Vec<String> = names
            .filter(|name| !known.contains(name))
            .map(|name| format!("\"{name}\""))
            .collect();
        let plural = match unknown.len() {
            0 => return,
            1 => "",
            _ => "s",
        };
        let message = format!("Unrecognized key{plural}: {}", unknown.join(", "));
        self.add("unrecognized_keys", message, &[]);
    }

    /// A number that is out of range.
    fn out_of_range(&mut self, too_big: bool, bound: f64, path: &str) {
        let (code, word, sign) = if too_big {
            ("too_big", "big", "<=")
        } else {
            ("too_small", "small", ">=")
        };
        let message = format!("Too {word}: expected number to be {sign}{bound}");
        self.add(code, message, &[path]);
    }

    fn text_form(&mut self, text: &str, source: &'static str, path: &str) {
        if !matches(source, text) {
            self.wrong_form(source, path);
        }
        if length(text) > LONGEST {
            self.too_long(LONGEST, path);
        }
    }

    fn empty(&mut self, path: &[&str]) {
        let message = "Too small: expected string to have >=1 characters";
        self.add("too_small", message.into(), path);
    }

    fn too_long(&mut self, most: usize, name: &str) {
        let message = format!("Too big: expected string to have <={most} characters");
        self.add("too_big", message, &[name]);
    }

    /// A connection's id in the path.
    pub fn connection_id(&mut self, text: &str) {
        self.text_form(text, CONNECTION_ID, "connectionId");
    }

    /// A text that must be there.
    pub fn provider_config_key(&mut self, argument: Option<&Argument>) -> String {
        const NAME: &str = "provider_config_key";
        match argument {
            Some(Argument::Text(text)) => {
                self.text_form(text, PROVIDER_CONFIG_KEY, NAME);
                return text.clone();
            }
            Some(other) => self.wrong_type("string", other.kind(), &[NAME]),
            None => self.wrong_type("string", "undefined", &[NAME]),
        }
        String::new()
    }

    /// A header that must name an integration.
    pub fn integration_header(&mut self, headers: &HeaderMap) -> String {
        const NAME: &str = "provider-config-key";
        self.header(headers, NAME, PROVIDER_CONFIG_KEY)
    }

    /// A header that must name a connection.
    pub fn connection_header(&mut self, headers: &HeaderMap) -> String {
        self.header(headers, "connection-id", CONNECTION_ID)
    }

    fn header(&mut self, headers: &HeaderMap, name: &str, source: &'static str) -> String {
        let Some(text) = header_text(headers, name) else {
            self.wrong_type("string", "undefined", &[name]);
            return String::new();
        };
        self.text_form(&text, source, name);
        text
    }

    /// A header that must be `true` or `false`, and may be missing.
    pub fn switch_header(&mut self, headers: &HeaderMap, name: &str) -> Option<bool> {
        match header_text(headers, name)?.as_str() {
            "true" => return Some(true),
            "false" => return Some(false),
            _ => {
                let message = r#"Invalid option: expected one of "true"|"false""#;
                self.add("invalid_value", message.into(), &[name]);
            }
        }
        None
    }

    /// A header whose text does not have its form.
    pub fn wrong_form(&mut self, source: &str, name: &str) {
        let message = format!("Invalid string: must match pattern /{source}/");
        self.add("invalid_format", message, &[name]);
    }

    /// A text that may be missing.
    pub fn optional_text(&mut self, query: &Query, name: &str) -> Option<String> {
        match query.get(name)? {
            Argument::Text(text) => return Some(text.clone()),
            other => self.wrong_type("string", other.kind(), &[name]),
        }
        None
    }

    /// A boolean that may be missing, which means false.
    pub fn flag(&mut self, query: &Query, name: &str) -> bool {
        let Some(text) = self.optional_text(query, name) else {
            return false;
        };
        let value = flag(&text);
        if value.is_none() {
            self.no_option(&[TRUE, FALSE].concat(), &[name]);
        }
        value.unwrap_or(false)
    }

    /// A text that is none of those that it may be.
    pub fn no_option(&mut self, options: &[&str], path: &[&str]) {
        let options: Vec<String> = options.iter().map(|option| format!("\"{option}\"")).collect();
        let message = format!("Invalid option: expected one of {}", options.join("|"));
        self.add("invalid_value", message, path);
    }

    /// A text that has to have a form.
    pub fn text(&mut self, text: &str, form: Option<Form>, name: &str) {
        match form {
            Some(Form::Pattern(source)) => self.text_form(text, source, name),
            Some(Form::Choice(texts)) if !texts.contains(&text) => self.no_option(texts, &[name]),
            Some(Form::NotEmpty | Form::UpTo(_)) if text.is_empty() => self.empty(&[name]),
            Some(Form::UpTo(most)) if length(text) > most => self.too_long(most, name),
            Some(Form::Choices(texts)) => {
                for (i, _) in text.split(',').enumerate().filter(|(_, word)| !texts.contains(word)) {
                    self.no_option(texts, &[name, &i.to_string()]);
                }
            }
            Some(Form::Uuid) if !is_uuid(text) => {
                self.add("invalid_format", "Invalid UUID".into(), &[name]);
            }
            Some(Form::Flag) if flag(text).is_none() => self.no_option(&[TRUE, FALSE].concat(), &[name]),
            Some(Form::Recent) if clock::parse(text).is_none() => self.no_time(name),
            _ => {}
        }
    }

    /// A text that is no time.
    pub fn no_time(&mut self, name: &str) {
        self.add("invalid_format", "Invalid ISO datetime".into(), &[name]);
    }

    /// A time that is too long ago.
    pub fn too_old(&mut self, name: &str) {
        self.add("custom", "must be within the last 12 months".into(), &[name]);
    }

    /// The value of a tag.
    pub fn tag_value(&mut self, text: &str, path: &[&str]) {
        if text.is_empty() {
            self.empty(path);
        } else if length(text) > LONGEST {
            let message = format!("Tag values must be at most {LONGEST} characters");
            self.add("too_big", message, path);
        }
    }

    /// More tags than a connection may have.
    pub fn too_many_tags(&mut self, most: usize, name: &str) {
        let message = format!("Tags cannot contain more than {most} keys");
        self.add("custom", message, &[name]);
    }

    /// A member whose name is not allowed.
    pub fn bad_key(&mut self, path: &[&str]) {
        self.add("invalid_key", "Invalid key in record".into(), path);
    }

    /// A finding that only one route has.
    pub fn custom(&mut self, code: &str, message: &str, path: &[&str]) {
        self.add(code, message.into(), path);
    }

    /// A whole number that may be missing.
    pub fn number(&mut self, query: &Query, name: &str, bounds: std::ops::RangeInclusive<f64>) -> Option<usize> {
        let text = match query.get(name)? {
            Argument::Text(text) => text.trim(),
            Argument::List(_) | Argument::Object(_) => "NaN",
        };
        // JavaScript makes 0 of an empty text.
        let number: f64 = if text.is_empty() {
            0.0
        } else {
            text.parse().unwrap_or(f64::NAN)
        };
        self.in_range(number, bounds, name);
        // Only a number within bounds is used.
        Some(number as usize)
    }

    /// A number within bounds.
    pub fn in_range(&mut self, number: f64, bounds: std::ops::RangeInclusive<f64>, name: &str) {
        if number.is_nan() {
            self.wrong_type("number", "NaN", &[name]);
        } else if number < *bounds.start() {
            self.out_of_range(false, *bounds.start(), name);
        } else if number > *bounds.end() {
            self.out_of_range(true, *bounds.end(), name);
        }
    }

    /// The 400, if there is any complaint.
    pub fn finish(self, code: &str) -> Result<(), Reply> {
        if self.0.is_empty() {
            return Ok(());
        }
        Err(Reply::json(400, &json!({"error": {"code": code, "errors": self.0}})))
    }
}

/// How many characters JavaScript finds in a text.
pub fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// What a text means as a boolean.
pub fn flag(text: &str) -> Option<bool> {
    let text = text.to_lowercase();
    let is = |words: &[&str]| words.contains(&text.as_str());
    is(&TRUE).then_some(true).or_else(|| is(&FALSE).then_some(false))
}

/// Whether it has the form of a UUID of any version.
fn is_uuid(text: &str) -> bool {
    matches(
        "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
        text,
    )
}

/// The name of the type in JavaScript's validation.
pub fn kind(value: Option<&Value>) -> &'static str {
    match value {
        None => "undefined",
        Some(Value::Null) => "null",
        Some(Value::Bool(_)) => "boolean",
        Some(Value::Number(_)) => "number",
        Some(Value::String(_)) => "string",
        Some(Value::Array(_)) => "array",
        Some(Value::Object(_)) => "object",
    }
}
