//! Nango's validation of a request, and the list of errors that it returns.

use crate::{
    query::{Argument, Query},
    respond::Reply,
};
use axum::http::HeaderMap;
use regex::Regex;
use serde_json::{Value, json};
use std::sync::LazyLock;

const CONNECTION_ID: &str = r#"^[a-zA-Z0-9,.;:=+~[\]|@${}"'\\/_ -]+$"#;
const PROVIDER_CONFIG_KEY: &str = r"^[a-zA-Z0-9~:.@ _-]+$";
const LONGEST: usize = 255;
const TRUE: [&str; 6] = ["true", "1", "yes", "on", "y", "enabled"];
const FALSE: [&str; 6] = ["false", "0", "no", "off", "n", "disabled"];

static CONNECTION_ID_PATTERN: LazyLock<Regex> = LazyLock::new(|| {
    // Rust's syntax wants the opening bracket inside a class escaped, JavaScript's does not.
    Regex::new(&CONNECTION_ID.replace(r"~[\]", r"~\[\]")).expect("the pattern is a constant")
});
static PROVIDER_CONFIG_KEY_PATTERN: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(PROVIDER_CONFIG_KEY).expect("the pattern is a constant"));

/// A header's text, for any bytes.
pub fn header_text(headers: &HeaderMap, name: &str) -> Option<String> {
    let value = headers.get(name)?;
    Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// Whether Nango accepts it as an integration's id.
pub fn is_provider_config_key(text: &str) -> bool {
    PROVIDER_CONFIG_KEY_PATTERN.is_match(text) && text.len() <= LONGEST
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

    fn text_form(&mut self, text: &str, pattern: &Regex, source: &str, path: &str) {
        if !pattern.is_match(text) {
            self.wrong_form(source, path);
        }
        if text.encode_utf16().count() > LONGEST {
            let message = format!("Too big: expected string to have <={LONGEST} characters");
            self.add("too_big", message, &[path]);
        }
    }

    /// A connection's id in the path.
    pub fn connection_id(&mut self, text: &str) {
        self.text_form(text, &CONNECTION_ID_PATTERN, CONNECTION_ID, "connectionId");
    }

    /// A text that must be there.
    pub fn provider_config_key(&mut self, argument: Option<&Argument>) -> String {
        const NAME: &str = "provider_config_key";
        match argument {
            Some(Argument::Text(text)) => {
                self.text_form(text, &PROVIDER_CONFIG_KEY_PATTERN, PROVIDER_CONFIG_KEY, NAME);
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
        self.header(headers, NAME, &PROVIDER_CONFIG_KEY_PATTERN, PROVIDER_CONFIG_KEY)
    }

    /// A header that must name a connection.
    pub fn connection_header(&mut self, headers: &HeaderMap) -> String {
        self.header(headers, "connection-id", &CONNECTION_ID_PATTERN, CONNECTION_ID)
    }

    fn header(&mut self, headers: &HeaderMap, name: &str, pattern: &Regex, source: &str) -> String {
        let Some(text) = header_text(headers, name) else {
            self.wrong_type("string", "undefined", &[name]);
            return String::new();
        };
        self.text_form(&text, pattern, source, name);
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
        let text = text.to_lowercase();
        if TRUE.contains(&text.as_str()) {
            return true;
        }
        if !FALSE.contains(&text.as_str()) {
            let options: Vec<String> = [TRUE, FALSE]
                .concat()
                .iter()
                .map(|option| format!("\"{option}\""))
                .collect();
            let message = format!("Invalid option: expected one of {}", options.join("|"));
            self.add("invalid_value", message, &[name]);
        }
        false
    }

    /// A whole number that may be missing.
    pub fn number(&mut self, query: &Query, name: &str, bounds: std::ops::RangeInclusive<f64>) -> Option<usize> {
        let text = match query.get(name)? {
            Argument::Text(text) => text.trim(),
            Argument::List | Argument::Object(_) => "NaN",
        };
        // JavaScript makes 0 of an empty text.
        let number: f64 = if text.is_empty() {
            0.0
        } else {
            text.parse().unwrap_or(f64::NAN)
        };
        if number.is_nan() {
            self.wrong_type("number", "NaN", &[name]);
        } else if number < *bounds.start() {
            self.out_of_range(false, *bounds.start(), name);
        } else if number > *bounds.end() {
            self.out_of_range(true, *bounds.end(), name);
        }
        // Only a number within bounds is used.
        Some(number as usize)
    }

    /// The 400, if there is any complaint.
    pub fn finish(self, code: &str) -> Result<(), Reply> {
        if self.0.is_empty() {
            return Ok(());
        }
        Err(Reply::json(400, &json!({"error": {"code": code, "errors": self.0}})))
    }
}
