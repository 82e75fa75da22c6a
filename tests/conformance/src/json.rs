//! JSON as a value: for languages that return a document as their own values, whose text may differ.

use std::collections::BTreeMap;

/// A value that is equal for equivalent texts. Unlike `serde_json` it keeps numbers of any size, distinguishes 1, 1.0
/// and true apart, and has strings with half a surrogate pair.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// null, true, false, and a number without fraction and exponent: as written.
    Word(String),
    /// A number with a fraction or an exponent.
    Float(f64),
    /// In UTF-16.
    Text(Vec<u16>),
    /// In its order.
    Array(Vec<Json>),
    /// By name; of members with the same name the last.
    Object(BTreeMap<Vec<u16>, Json>),
}

impl Json {
    /// Reads a document; None if it is invalid.
    #[must_use]
    pub fn parse(text: &str) -> Option<Json> {
        let mut rest = text;
        let value = value(&mut rest)?;
        rest.trim_start().is_empty().then_some(value)
    }
}

/// Takes `token` from the rest, after white space.
fn take(rest: &mut &str, token: char) -> bool {
    match rest.trim_start().strip_prefix(token) {
        Some(after) => {
            *rest = after;
            true
        }
        None => false,
    }
}

fn value(rest: &mut &str) -> Option<Json> {
    if take(rest, '{') {
        let mut members = BTreeMap::new();
        while !take(rest, '}') {
            if !members.is_empty() {
                take(rest, ',').then_some(())?;
            }
            take(rest, '"').then_some(())?;
            let name = string(rest)?;
            take(rest, ':').then_some(())?;
            members.insert(name, value(rest)?);
        }
        return Some(Json::Object(members));
    }
    if take(rest, '[') {
        let mut items = Vec::new();
        while !take(rest, ']') {
            if !items.is_empty() {
                take(rest, ',').then_some(())?;
            }
            items.push(value(rest)?);
        }
        return Some(Json::Array(items));
    }
    if take(rest, '"') {
        return string(rest).map(Json::Text);
    }
    *rest = rest.trim_start();
    let is_end = |char: char| !char.is_ascii_alphanumeric() && !"+-.".contains(char);
    let (word, after) = rest.split_at(rest.find(is_end).unwrap_or(rest.len()));
    *rest = after;
    match word {
        "null" | "true" | "false" => Some(Json::Word(word.to_owned())),
        _ if word.contains(['.', 'e', 'E']) => word.parse().ok().map(Json::Float),
        // Python's form of a number that is too large for it.
        "Infinity" | "-Infinity" => Some(Json::Float(word.replace("Infinity", "inf").parse().ok()?)),
        "-0" => Some(Json::Word("0".to_owned())),
        _ => word
            .trim_start_matches('-')
            .bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| Json::Word(word.to_owned()))
            .filter(|_| !word.is_empty()),
    }
}

/// The text after the opening quote; takes the closing one.
fn string(rest: &mut &str) -> Option<Vec<u16>> {
    let mut units = Vec::new();
    let mut chars = rest.chars();
    loop {
        match chars.next()? {
            '"' => break,
            '\\' => match chars.next()? {
                'u' => {
                    let digits = chars.as_str().get(..4)?;
                    units.push(u16::from_str_radix(digits, 16).ok()?);
                    chars = chars.as_str()[4..].chars();
                }
                escaped => {
                    let at = "\"\\/bfnrt".find(escaped)?;
                    units.push(u16::from(b"\"\\/\x08\x0c\n\r\t"[at]));
                }
            },
            other => units.extend(other.encode_utf16(&mut [0; 2]).iter()),
        }
    }
    *rest = chars.as_str();
    Some(units)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn equal(left: &str, right: &str) -> bool {
        let (left, right) = (Json::parse(left), Json::parse(right));
        assert!(left.is_some() && right.is_some(), "{left:?}, {right:?}");
        left == right
    }

    #[test]
    fn what_means_the_same_is_equal() {
        assert!(equal(
            r#" {"a" : [1, "é\n"], "b":1.50} "#,
            r#"{"b":15e-1,"a":[1,"\u00e9\u000a"]}"#
        ));
        assert!(equal(r#"{"a":1,"a":2}"#, r#"{"a":2}"#));
        assert!(equal(r#""\ud83d\ude00\ud800""#, r#""😀\uD800""#));
        assert!(equal("1e999", "Infinity"));
    }

    #[test]
    fn what_means_something_else_is_not() {
        for (left, right) in [
            ("1", "1.0"),
            ("1", "true"),
            ("1", "\"1\""),
            ("[]", "{}"),
            ("null", "false"),
            ("123456789012345678901234567890", "123456789012345678901234567891"),
            ("[1,2]", "[2,1]"),
            (r#"{"a":1}"#, r#"{"a":1,"b":null}"#),
        ] {
            assert!(!equal(left, right), "{left} {right}");
        }
    }

    #[test]
    fn what_is_no_document_is_refused() {
        for text in ["", "{", "[1 2]", "1 2", "\"a", r#""\x""#, "nul", r#"{"a"}"#] {
            assert_eq!(Json::parse(text), None, "{text}");
        }
    }
}
