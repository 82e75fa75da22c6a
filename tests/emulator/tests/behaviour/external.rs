//! The paths of the built-in external API, as they look through the proxy.

use crate::client::{Answer, external_calls, open, proxied, proxy_headers, send};
use nango_emulator::{Emulator, Seed, start};
use serde_json::json;
use std::io::Read;

fn demo() -> Emulator {
    start(Seed::demo().expect("a valid seed")).expect("an emulator")
}

fn get(emulator: &Emulator, path: &str) -> Answer {
    proxied(emulator.address(), "GET", path, &[], None)
}

/// Whether the ETag is Express's.
fn is_weak(response: &Answer) -> bool {
    let start = format!("W/\"{:x}-", response.bytes.len());
    response.headers.get("etag").is_some_and(|tag| tag.starts_with(&start))
}

#[test]
fn an_error_keeps_its_etag_and_gets_one_where_it_has_none() {
    let emulator = demo();
    let own = get(&emulator, "/status/404");
    assert_eq!(own.headers["etag"], "\"abc\"");
    let none = get(&emulator, "/status/404?etag=none");
    assert!(is_weak(&none), "{none:?}");
    assert_eq!((none.status, none.headers["retry-after"].as_str()), (404, "7"));
    assert_eq!(none.headers["keep-alive"], "timeout=5");
}

#[test]
fn a_success_that_is_sent_anew_keeps_little() {
    let emulator = demo();
    let answer = get(&emulator, "/status/201");
    assert_eq!((answer.status, is_weak(&answer)), (200, true));
    assert_eq!(answer.headers["x-request-id"], "up-req-1");
    assert_eq!(answer.headers["content-type"], "application/json");
    assert_eq!(answer.headers.get("retry-after"), None);
    assert_eq!(answer.headers["keep-alive"], "timeout=61");
}

#[test]
fn statuses_without_a_body_have_none() {
    let emulator = demo();
    for (status, arrives_as) in [(204, 204), (205, 200), (304, 304)] {
        let answer = get(&emulator, &format!("/status/{status}"));
        assert_eq!((answer.status, answer.body.as_str()), (arrives_as, ""));
    }
    for wrong in ["/status/100", "/status/600", "/status/x", "/status/"] {
        assert_eq!(get(&emulator, wrong).code(), "bad_request", "{wrong}");
    }
}

#[test]
fn errors_come_in_the_words_that_are_asked_for() {
    let emulator = demo();
    let response = get(&emulator, "/error?code=rate+limited&message=So%20slow&status=429");
    assert_eq!((response.status, is_weak(&response)), (429, true));
    let expected = json!({"error": {"code": "rate limited", "message": "So slow"}});
    assert_eq!(response.json(), expected);
    assert_eq!(get(&emulator, "/error?code=unknown_account").status, 400);
    assert_eq!(get(&emulator, "/error?status=200").code(), "bad_request");
}

#[test]
fn redirects_are_followed() {
    let emulator = demo();
    let json = [("content-type", "application/json")];
    let response = proxied(emulator.address(), "POST", "/redirect", &json, Some("{}"));
    let echo = response.json();
    assert_eq!(
        (&echo["method"], &echo["path"]),
        (&json!("GET"), &json!("/echo/redirected"))
    );
    assert_eq!(echo["headers"]["authorization"], "Bearer gho_invented_demo_token");
    let calls = [("/echo/redirect".to_owned(), 302), ("/echo/redirected".to_owned(), 200)];
    assert_eq!(external_calls(emulator.address()), calls);
}

#[test]
fn nango_always_unpacks_gzip() {
    let emulator = demo();
    for headers in [&[][..], &[("decompress", "true")], &[("decompress", "false")]] {
        let answer = proxied(emulator.address(), "GET", "/gzip", headers, None);
        assert_eq!(answer.headers.get("content-encoding"), None);
        assert_eq!(answer.headers["content-length"], "520");
        assert_eq!(answer.json()["gz"], true);
    }
}

#[test]
fn a_stream_keeps_the_apis_headers() {
    let emulator = demo();
    let response = get(&emulator, "/chunked");
    assert_eq!(response.body, "one\ntwo\nthree\n");
    assert_eq!(response.headers["transfer-encoding"], "chunked");
    assert_eq!(response.headers["keep-alive"], "timeout=5");
    assert_eq!(
        (response.headers.get("content-length"), response.headers.get("etag")),
        (None, None)
    );
}

#[test]
fn a_file_is_a_pattern_of_any_length() {
    let emulator = demo();
    for bytes in [0, 1, 89, 90, 400_000] {
        let response = get(&emulator, &format!("/large?bytes={bytes}"));
        let expected: Vec<u8> = (b'!'..).take(89).cycle().take(bytes).collect();
        assert!(response.bytes == expected, "{bytes}");
        assert_eq!(response.headers["content-length"], bytes.to_string());
        assert!(response.headers["content-disposition"].starts_with("attachment"));
    }
    assert_eq!(get(&emulator, "/large?bytes=-1").code(), "bad_request");
    let slow = get(&emulator, "/slow?bytes=200&chunk=7&pause_ms=0");
    assert_eq!(slow.body, get(&emulator, "/large?bytes=200").body);
}

#[test]
fn a_head_request_gets_the_headers_of_a_file() {
    let emulator = demo();
    let headers = proxy_headers(("customer-oauth2", "github"), &[("connection", "close")]);
    let mut stream = open(emulator.address(), "HEAD", "/proxy/large?bytes=1000", &headers, None);
    let mut text = String::new();
    stream.read_to_string(&mut text).expect("an answer");
    assert!(
        text.contains("\r\ncontent-length: 1000\r\n") && text.ends_with("\r\n\r\n"),
        "{text}"
    );
}

#[test]
fn a_head_request_gets_what_nango_has_read_of_the_rest() {
    let emulator = demo();
    for (path, status) in [("/status/404", 404), ("/status/200", 200), ("/chunked", 200)] {
        let response = proxied(emulator.address(), "HEAD", path, &[], None);
        assert_eq!(
            (response.status, response.headers["content-length"].as_str()),
            (status, "0")
        );
    }
}

#[test]
fn a_reset_forgets_the_calls() {
    let emulator = demo();
    get(&emulator, "/a?secret=00000000-0000-4000-8000-0000000000de");
    let calls = [("/echo/a?secret=[key]".to_owned(), 200)];
    assert_eq!(external_calls(emulator.address()), calls);
    send(emulator.address(), "POST", "/__emulator/reset", &[], None);
    assert_eq!(external_calls(emulator.address()), []);
}
