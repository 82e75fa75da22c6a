//! A response other than a connection, written as
//!
//! ```text
//! 429 rotate
//! Retry-After: 5
//!
//! the body
//! ```
//!
//! (without `rotate` for a call that may not change credentials): what error it means.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nango::fuzzing::{self, Judged};
use nango::{Error, ErrorKind};
use serde_json::Value;

/// How much of a body is kept.
const MAX_BODY: usize = 64 * 1024;

/// A recognizable secret in the server's data, to find where it leaks. Neither a code nor the id of a request can hold it.
const SECRET: &str = "pw#7f3a";

fuzz_target!(|data: &[u8]| {
    let Some((head, body)) = split_once(data, b"\n\n") else {
        return;
    };
    let mut lines = head.split(|&b| b == b'\n');
    let first = lines.next().unwrap_or_default();
    let Some(status) = status(first) else { return };
    let may_rotate = first.ends_with(b" rotate");
    let headers: Vec<(&[u8], &[u8])> = lines
        .filter_map(|line| split_once(line, b": "))
        .filter(|(_, value)| is_allowed(value))
        .collect();
    let judged = fuzzing::classify(status, &headers, body, may_rotate);
    check(&judged, status, body, may_rotate);
    check_wait(&judged.error, status, &headers);
});

fn split_once<'a>(data: &'a [u8], separator: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = data.windows(separator.len()).position(|window| window == separator)?;
    Some((&data[..at], &data[at + separator.len()..]))
}

/// Whether HTTP allows the value of a header: other responses are rejected earlier.
fn is_allowed(value: &[u8]) -> bool {
    value.iter().all(|&b| b == b'\t' || b >= b' ' && b != 0x7f)
}

/// A status that HTTP can carry.
fn status(line: &[u8]) -> Option<u16> {
    let number: u16 = std::str::from_utf8(line.get(..3)?).ok()?.parse().ok()?;
    (100..1000).contains(&number).then_some(number)
}

fn check(judged: &Judged, status: u16, body: &[u8], may_rotate: bool) {
    let error = &judged.error;
    assert_eq!(error.http_status(), status);
    assert!(!error.message().is_empty());
    assert!(!matches!(
        error.kind(),
        ErrorKind::Internal | ErrorKind::InvalidArgument
    ));
    if let Some(code) = error.code() {
        let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        assert!((1..=64).contains(&code.len()) && code.bytes().all(is_plain));
    }
    let kept = error.body().expect("an answer has a body");
    assert!(kept.len() <= MAX_BODY && !kept.contains('\0'));
    if let Some(message) = error.server_message() {
        assert!(!message.contains('\0'));
    }
    if error.kind() == ErrorKind::NotFound {
        assert!(
            says_not_found(body),
            "only Nango's own word may say that a connection does not exist"
        );
        assert!((400..500).contains(&status) && !error.is_retryable());
    }
    if may_rotate && error.is_retryable() {
        assert!(matches!(
            error.kind(),
            ErrorKind::RateLimited | ErrorKind::RefreshFailed
        ));
    }
    assert!(
        !(judged.route_is_gone && judged.is_nangos),
        "a route that Nango answered on is there"
    );
    check_message(error);
}

/// Whether the body is JSON that names one of the codes, or has the words that stand for one.
fn says_not_found(body: &[u8]) -> bool {
    let Ok(document) = serde_json::from_slice::<Value>(body) else {
        // serde_json refuses numbers beyond f64 and lone surrogates; then there is nothing to compare with.
        return true;
    };
    let code = document.pointer("/error/code").or_else(|| document.get("type"));
    let message = document.pointer("/error/message").and_then(Value::as_str);
    match code.and_then(Value::as_str) {
        Some("not_found" | "unknown_connection" | "connection_not_found") => true,
        Some("invalid_body") => matches!(
            message,
            Some("Connection not found" | "ConnectionID or IntegrationId does not exists")
        ),
        _ => false,
    }
}

/// Neither the library's own message nor any output contains the server's data, except for a code and a request's id of
/// Nango's shapes, which cannot be this.
fn check_message(error: &Error) {
    assert!(!error.message().contains(SECRET));
    assert!(!format!("{error:?} {error}").contains(SECRET));
}

/// Digits in Retry-After are seconds, regardless of the rest of the response.
fn check_wait(error: &Error, status: u16, headers: &[(&[u8], &[u8])]) {
    let named = |name: &str| {
        headers
            .iter()
            .find(|(found, _)| found.eq_ignore_ascii_case(name.as_bytes()))
            .and_then(|(_, value)| std::str::from_utf8(value).ok())
    };
    let (asked, reset) = (named("retry-after"), named("x-ratelimit-reset"));
    if asked.is_none() && (status != 429 || reset.is_none()) {
        assert_eq!(error.retry_after(), None);
    }
    let digits = asked.filter(|text| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()));
    if let Some(seconds) = digits.and_then(|text| text.parse::<u64>().ok()) {
        assert_eq!(error.retry_after().map(|wait| wait.as_secs()), Some(seconds));
    }
}
