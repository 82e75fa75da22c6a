//! How a language gives a value: some have another form for what C gives as a text.

use nango_probe::camel_names::in_camel_case;
use nango_probe::go_names::in_go;
use serde_json::json;

use crate::json::Json;
use crate::value::Value;

/// The lowest time that Python can hold: RFC 3339 has a year 0, too.
const LOWEST_MS: i64 = -62_135_596_800_000;
/// The longest time that Go can hold, 292 years.
const LONGEST_MS: i64 = i64::MAX / 1_000_000;

/// The expected value of a probe.
#[derive(Clone, Debug, PartialEq)]
pub enum View {
    /// Exactly this.
    Exactly(serde_json::Value),
    /// The text of a JSON document that is equal to this one.
    Document(String),
    /// A text that contains this.
    Containing(String),
}

impl View {
    /// Whether a probe's value is this one.
    #[must_use]
    pub fn matches(&self, got: &serde_json::Value) -> bool {
        match (self, got.as_str()) {
            (Self::Exactly(expected), _) => expected == got,
            (Self::Document(expected), Some(got)) => {
                let expected = Json::parse(expected);
                expected.is_some() && expected == Json::parse(got)
            }
            (Self::Containing(part), Some(got)) => got.contains(part.as_str()),
            (_, None) => false,
        }
    }
}

/// The expected result of the accessor `name` of `of` in a language, for its result in C.
#[must_use]
pub fn view(language: &str, name: &str, value: &Value) -> View {
    match (language, name, value) {
        ("go", "message_contains", Value::Text(part)) => View::Containing(in_go(part)),
        ("java" | "php" | "php-ext", "message_contains", Value::Text(part)) => View::Containing(in_camel_case(part)),
        (_, "message_contains", Value::Text(part)) => View::Containing(part.clone()),
        ("python", _, _) => python(name, value),
        ("go", _, _) => go(name, value),
        ("ruby", _, _) => ruby(name, value),
        // A time is an `Instant`.
        ("java", "created_at" | "updated_at" | "last_fetched_at", _) => View::Exactly(json!(moment(value))),
        _ => View::Exactly(value.into()),
    }
}

/// Documents are values of Python's own, times are `datetime`s besides the text.
fn python(name: &str, value: &Value) -> View {
    match (name, value) {
        ("created_at" | "updated_at" | "last_fetched_at", _) => {
            // A datetime counts microseconds.
            let time = moment(value).map(|(seconds, nanoseconds)| (seconds, nanoseconds / 1000 * 1000));
            View::Exactly(json!([serde_json::Value::from(value), time]))
        }
        ("credentials_json", Value::Absent) => View::Document("{}".to_owned()),
        (
            "metadata_json"
            | "connection_config_json"
            | "tags_json"
            | "end_user_json"
            | "errors_json"
            | "credentials_json"
            | "raw_json"
            | "get_json",
            Value::Text(text),
        ) => View::Document(text.clone()),
        ("expires_at_ms", Value::Integer(ms)) if *ms < LOWEST_MS => View::Exactly(serde_json::Value::Null),
        _ => View::Exactly(value.into()),
    }
}

/// Documents are values of Ruby's own, times are `Time`s besides the text, which count nanoseconds.
fn ruby(name: &str, value: &Value) -> View {
    match (name, value) {
        ("created_at" | "updated_at" | "last_fetched_at", _) => {
            View::Exactly(json!([serde_json::Value::from(value), moment(value)]))
        }
        ("credentials_json", Value::Absent) => View::Document("{}".to_owned()),
        (
            "metadata_json"
            | "connection_config_json"
            | "tags_json"
            | "end_user_json"
            | "errors_json"
            | "credentials_json"
            | "raw_json",
            Value::Text(text),
        ) => View::Document(without_halves(text)),
        ("get_json", Value::Text(text)) => View::Document(text.clone()),
        _ => View::Exactly(value.into()),
    }
}

/// JSON text with U+FFFD in place of each half of a pair of UTF-16, which UTF-8 does not have.
fn without_halves(text: &str) -> String {
    let (mut whole, mut rest) = (String::new(), text);
    let half = |text: &str, second: &str| {
        let digits = text.strip_prefix("\\u")?.get(..4)?.to_ascii_lowercase();
        (digits.starts_with('d') && second.contains(&digits[1..2])).then_some(())
    };
    while let Some(at) = rest.find('\\') {
        let (plain, escape) = rest.split_at(at);
        whole.push_str(plain);
        let length = match (half(escape, "89ab"), half(escape, "cdef")) {
            (Some(()), _) if half(escape.get(6..).unwrap_or(""), "cdef").is_some() => 12,
            (None, None) => 2,
            _ => {
                whole.push_str("\\ufffd");
                rest = &escape[6..];
                continue;
            }
        };
        let (kept, after) = escape.split_at(length);
        whole.push_str(kept);
        rest = after;
    }
    whole + rest
}

/// Texts that may be absent are "" in the fields of a struct, times are `time.Time`s.
fn go(name: &str, value: &Value) -> View {
    match (name, value) {
        ("created_at" | "updated_at" | "last_fetched_at", _) => View::Exactly(json!(moment(value))),
        (
            "connection_id"
            | "provider_config_key"
            | "provider"
            | "webhook_url_override"
            | "auth_mode_name"
            | "code"
            | "server_message"
            | "body",
            Value::Absent,
        ) => View::Exactly("".into()),
        ("retry_after_ms", Value::Integer(ms)) => View::Exactly((*ms).min(LONGEST_MS).into()),
        _ => View::Exactly(value.into()),
    }
}

/// Whether two values name the same time, of which a language keeps microseconds: a text, or seconds since 1970 and
/// nanoseconds.
#[must_use]
pub fn is_same_moment(got: &serde_json::Value, expected: &serde_json::Value) -> bool {
    let moment_of = |value: &serde_json::Value| {
        let (seconds, nanoseconds) = match value.as_array().map(Vec::as_slice) {
            Some([seconds, nanoseconds]) => (seconds.as_i64()?, u32::try_from(nanoseconds.as_u64()?).ok()?),
            _ => moment(&Value::Text(value.as_str()?.to_owned()))?,
        };
        Some((seconds, nanoseconds / 1000))
    };
    moment_of(got).is_some_and(|got| Some(got) == moment_of(expected))
}

/// Seconds since 1970 and nanoseconds of a time in RFC 3339, as far as cases have such: in UTC.
fn moment(value: &Value) -> Option<(i64, u32)> {
    let Value::Text(text) = value else { return None };
    let (date, time) = text
        .strip_suffix('Z')
        .or_else(|| text.strip_suffix("+00:00"))?
        .split_once('T')?;
    let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let numbers = |text: &str, separator: char| -> Option<[i64; 3]> {
        let numbers: Result<Vec<i64>, _> = text.split(separator).map(str::parse).collect();
        numbers.ok()?.try_into().ok()
    };
    let ([year, month, day], [hour, minute, second]) = (numbers(date, '-')?, numbers(time, ':')?);
    // Days since 1970, for years that begin in March.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let days =
        year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (month * 153 + 2) / 5 + day
            - 719_469;
    let nanoseconds = format!("{fraction:0<9}").get(..9)?.parse().ok()?;
    Some((days * 86_400 + hour * 3600 + minute * 60 + second, nanoseconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    #[test]
    fn a_moment_is_the_time_that_a_text_names() {
        assert_eq!(moment(&text("1970-01-01T00:00:00Z")), Some((0, 0)));
        assert_eq!(
            moment(&text("2024-02-29T23:59:59.5+00:00")),
            Some((1_709_251_199, 500_000_000))
        );
        assert_eq!(
            moment(&text("2026-11-29T03:45:13.123Z")),
            Some((1_795_923_913, 123_000_000))
        );
        assert_eq!((moment(&text("12")), moment(&Value::Absent)), (None, None));
    }

    #[test]
    fn a_language_is_held_to_its_own_form_and_to_no_other() {
        let absent = Value::Absent;
        let null = serde_json::Value::Null;
        for (language, name, value, right, wrong) in [
            ("rust", "json", text("{}"), json!("{}"), json!("{ }")),
            ("c", "provider", absent.clone(), null.clone(), json!("")),
            ("go", "provider", absent.clone(), json!(""), null.clone()),
            ("go", "token", absent.clone(), null.clone(), json!("")),
            ("go", "metadata_json", text("{}"), json!("{}"), json!("{ }")),
            (
                "ruby",
                "metadata_json",
                text("{\"a\":\"\\ud83e \\\\ud83e \\ud83e\\udd80 \\udc00\"}"),
                json!("{\"a\":\"\u{fffd} \\\\ud83e \u{1f980} \u{fffd}\"}"),
                json!("{\"a\":\"\\ud83e \\\\ud83e \\ud83e\\udd80 \\udc00\"}"),
            ),
            ("ruby", "provider", absent.clone(), null.clone(), json!("")),
            (
                "go",
                "retry_after_ms",
                Value::Integer(i64::MAX),
                json!(LONGEST_MS),
                json!(i64::MAX),
            ),
            (
                "go",
                "created_at",
                text("1970-01-01T00:00:01Z"),
                json!([1, 0]),
                json!([0, 0]),
            ),
            (
                "python",
                "metadata_json",
                text("{\"a\":1}"),
                json!("{ \"a\": 1}"),
                json!("{\"a\":1.0}"),
            ),
            ("python", "metadata_json", absent.clone(), null.clone(), json!("null")),
            ("python", "credentials_json", absent.clone(), json!("{}"), null.clone()),
            ("python", "json", text("{}"), json!("{}"), json!("{ }")),
            ("python", "is_retryable", Value::Integer(1), json!(1), json!(true)),
            (
                "python",
                "expires_at_ms",
                Value::Integer(LOWEST_MS - 1),
                null.clone(),
                json!(LOWEST_MS - 1),
            ),
            (
                "python",
                "created_at",
                text("1970-01-01T00:00:01Z"),
                json!(["1970-01-01T00:00:01Z", [1, 0]]),
                json!(["1970-01-01T00:00:01Z", null]),
            ),
            ("java", "provider", absent.clone(), null.clone(), json!("")),
            (
                "java",
                "created_at",
                text("1970-01-01T00:00:01Z"),
                json!([1, 0]),
                json!("1970-01-01T00:00:01Z"),
            ),
            (
                "java",
                "message_contains",
                text("check base_url"),
                json!("so check baseUrl"),
                json!("so check base_url"),
            ),
            ("c", "message_contains", text("port"), json!("a port"), json!("a host")),
            (
                "go",
                "message_contains",
                text("check base_url"),
                json!("so check WithBaseURL"),
                json!("so check base_url"),
            ),
        ] {
            let view = view(language, name, &value);
            assert!(view.matches(&right), "{language} {name}: {right}");
            assert!(!view.matches(&wrong), "{language} {name}: {wrong}");
        }
    }
}
