//! A response to a proxied request, written as for the target `answer` with a method in the first line:
//!
//! ```text
//! 404 GET
//! ETag: W/"3-..."
//!
//! the body
//! ```
//!
//! Only a response with Nango's shape and without a foreign ETag may be taken for a failure of Nango's.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nango::fuzzing;
use serde_json::Value;

fuzz_target!(|data: &[u8]| {
    let Some(at) = data.windows(2).position(|window| window == b"\n\n") else {
        return;
    };
    let (head, body) = (&data[..at], &data[at + 2..]);
    let mut lines = head.split(|&b| b == b'\n');
    let first = String::from_utf8_lossy(lines.next().unwrap_or_default()).into_owned();
    let Some((status, method)) = first.split_once(' ') else {
        return;
    };
    let Ok(status) = status.parse::<u16>() else { return };
    let headers: Vec<(&[u8], &[u8])> = lines
        .filter_map(|line| {
            let colon = line.windows(2).position(|window| window == b": ")?;
            Some((&line[..colon], &line[colon + 2..]))
        })
        // A response with another does not come so far.
        .filter(|(_, value)| value.iter().all(|&b| b == b'\t' || b >= b' ' && b != 0x7f))
        .collect();
    let Some(error) = fuzzing::nango_error_in(status, &headers, body, method) else {
        return;
    };
    assert!(status >= 400 && error.http_status() == status);
    if method == "HEAD" {
        // Its head alone tells: a length and a mark, or neither.
        assert!(body.is_empty());
        return;
    }
    let etag = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(b"etag"));
    if let Some((_, etag)) = etag {
        let length = format!("W/\"{:x}-", body.len());
        assert!(etag.starts_with(length.as_bytes()) && etag.len() == length.len() + 28);
    }
    // serde_json refuses numbers beyond f64 and lone surrogates; then there is nothing to compare with.
    let Ok(document) = serde_json::from_slice::<Value>(body) else {
        return;
    };
    let members = |value: &Value| -> Vec<String> { value.as_object().expect("an object").keys().cloned().collect() };
    if etag.is_some() && members(&document) == ["code", "message", "method"] {
        assert_eq!(document["method"].as_str(), Some(&*method.to_ascii_lowercase()));
        assert!(
            status == 500
                && error
                    .code()
                    .is_some_and(|code| code.starts_with(|c: char| c.is_ascii_uppercase()))
        );
        return;
    }
    assert_eq!(members(&document), ["error"]);
    let known = ["code", "errors", "message", "method", "path", "payload"];
    assert!(members(&document["error"]).iter().all(|name| known.contains(&&**name)));
    assert_eq!(error.code(), document["error"]["code"].as_str());
});
