//! Who failed: the external API, whose failures are responses, or Nango, whose failures are errors. Each recorded
//! exchange with a real server is replayed, and each rule is tested at its limits.

mod support;

use std::fs;
use std::path::Path;

use nango::{CallOptions, Error, ErrorKind, Request, Response};
use serde_json::Value;
use support::Server;

/// The recorded exchanges that are failures of Nango's own: kind, code, whether a GET may be repeated.
const FAILURES: [(&str, ErrorKind, &str, bool); 13] = [
    ("err_403_proxy_key", ErrorKind::Forbidden, "forbidden", false),
    ("err_429_proxy", ErrorKind::RateLimited, "too_many_request", true),
    ("proxy_absolute_target_down", ErrorKind::Server, "ECONNREFUSED", true),
    ("proxy_base_url_override_bad", ErrorKind::Api, "invalid_headers", false),
    ("proxy_err_exhausted", ErrorKind::RefreshFailed, "server_error", false),
    (
        "proxy_err_no_auth",
        ErrorKind::Unauthorized,
        "missing_auth_header",
        false,
    ),
    ("proxy_err_no_headers", ErrorKind::Api, "invalid_headers", false),
    (
        "proxy_err_refresh_backoff",
        ErrorKind::RefreshFailed,
        "connection_refresh_backoff",
        true,
    ),
    ("proxy_err_scope", ErrorKind::Forbidden, "forbidden", false),
    ("proxy_err_unknown_connection", ErrorKind::Api, "server_error", false),
    (
        "proxy_err_unknown_integration",
        ErrorKind::UnknownIntegration,
        "unknown_provider_config",
        false,
    ),
    ("proxy_post_bad_json", ErrorKind::Api, "invalid_json", false),
    (
        "err_401_wrong_key_uuid",
        ErrorKind::Unauthorized,
        "unknown_account",
        false,
    ),
];

/// The result of a call for a response with `status`, `headers` and `body`.
fn answered(method: &str, status: u64, headers: &[(String, String)], body: &str) -> Result<Response, Error> {
    let mut answer = format!("HTTP/1.1 {status} X\r\n");
    for (name, value) in headers {
        answer.push_str(&format!("{name}: {value}\r\n"));
    }
    let is_chunked = headers.iter().any(|(name, _)| name == "transfer-encoding");
    let has_length = headers.iter().any(|(name, _)| name == "content-length");
    match (is_chunked, has_length) {
        (true, _) => answer.push_str(&format!("\r\n{:x}\r\n{body}\r\n0\r\n\r\n", body.len())),
        (_, true) => answer.push_str(&format!("\r\n{body}")),
        _ if status == 204 => answer.push_str("\r\n"),
        _ => answer.push_str(&format!("content-length: {}\r\n\r\n{body}", body.len())),
    }
    let server = Server::once(move |peer| {
        peer.read_request();
        peer.send(answer.as_bytes());
        peer.wait_for_close();
    });
    let client = server.client();
    let result = client.proxy("c", "p", &Request::new(method, "/x"), &CallOptions::new());
    drop(client);
    result
}

/// A recorded response.
struct Recorded {
    name: String,
    method: String,
    status: u64,
    headers: Vec<(String, String)>,
    body: String,
}

impl Recorded {
    fn read(path: &Path) -> Recorded {
        let exchange: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        let response = &exchange["response"];
        let body = match &response["body"] {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let headers = response["headers"].as_object().unwrap().iter();
        Recorded {
            name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
            method: exchange["request"]["method"].as_str().unwrap().to_owned(),
            status: response["status"].as_u64().unwrap(),
            headers: headers
                .map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned()))
                .filter(|(name, _)| name != "connection" && name != "keep-alive")
                .collect(),
            body,
        }
    }

    fn answered(&self) -> Result<Response, Error> {
        answered(&self.method, self.status, &self.headers, &self.body)
    }

    /// With another `ETag`, or none.
    fn with_etag(mut self, etag: Option<&str>) -> Recorded {
        self.headers.retain(|(name, _)| name != "etag");
        if let Some(etag) = etag {
            self.headers.push(("etag".to_owned(), etag.to_owned()));
        }
        self
    }
}

fn recorded(name: &str) -> Recorded {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded");
    Recorded::read(&folder.join(name).with_extension("json"))
}

/// All recorded calls of the proxy.
fn all() -> Vec<Recorded> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut exchanges: Vec<Recorded> = paths
        .filter(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap();
            name.starts_with("proxy_") || FAILURES.iter().any(|(failure, ..)| *failure == name)
        })
        .map(|path| Recorded::read(&path))
        .collect();
    exchanges.sort_by(|a, b| a.name.cmp(&b.name));
    exchanges
}

#[test]
fn every_recorded_exchange_is_told_apart() {
    let exchanges = all();
    assert!(exchanges.len() >= 36, "{}", exchanges.len());
    for exchange in exchanges {
        let expected = FAILURES.iter().find(|(name, ..)| *name == exchange.name);
        match (exchange.answered(), expected) {
            (Ok(mut response), None) => {
                assert_eq!(u64::from(response.status()), exchange.status, "{}", exchange.name);
                assert_eq!(response.body().unwrap(), exchange.body.as_bytes(), "{}", exchange.name);
            }
            (Err(error), Some(&(name, kind, code, retryable))) => {
                assert_eq!((error.kind(), error.code()), (kind, Some(code)), "{name}: {error}");
                assert_eq!(u64::from(error.http_status()), exchange.status, "{name}");
                assert_eq!(error.is_retryable(), retryable, "{name}");
                assert_eq!(error.body(), Some(&*exchange.body), "{name}");
            }
            (Ok(_), Some((name, ..))) => panic!("{name} is a failure of Nango's"),
            (Err(error), None) => panic!("{} is a response: {error}", exchange.name),
        }
    }
}

#[test]
fn nangos_rate_limit_is_not_that_of_the_external_api() {
    let nangos = recorded("err_429_proxy").answered().unwrap_err();
    assert_eq!(nangos.kind(), ErrorKind::RateLimited);
    assert_eq!(nangos.retry_after().unwrap().as_secs(), 58);
    let other = recorded("proxy_upstream_429").answered().unwrap();
    assert_eq!((other.status(), other.header("retry-after")), (429, Some("7")));
}

#[test]
fn without_a_signature_only_codes_that_are_nangos_alone_count() {
    for (name, ..) in FAILURES {
        let alone = matches!(
            name,
            "err_429_proxy" | "proxy_err_unknown_integration" | "proxy_err_refresh_backoff"
        );
        let result = recorded(name).with_etag(None).answered();
        assert_eq!(result.is_err(), alone, "{name}");
    }
}

#[test]
fn what_the_external_api_signed_itself_is_its_own() {
    for etag in ["\"abc\"", "W/\"5a-aaaaaaaaaaaaaaaaaaaaaaaaaaa\"", "W/\"abc\"", ""] {
        for name in [
            "proxy_err_scope",
            "proxy_err_unknown_integration",
            "proxy_absolute_target_down",
        ] {
            let result = recorded(name).with_etag(Some(etag)).answered();
            assert!(result.is_ok(), "{name} with {etag}");
        }
    }
}

/// Express's ETag of a body, as a server other than the one under test would make it: `printf BODY | openssl sha1
/// -binary | base64`.
const SIGNED: [(&str, &str); 6] = [
    // An error of the external API with one of Nango's codes, which Nango's server signs when it has no ETag of its
    // own.
    (
        r#"{"error":{"code":"forbidden","message":"No such repository"}}"#,
        "W/\"3d-PsyXNVUPTfcJeLgPOC8vxtE7+pw\"",
    ),
    (
        r#"{"error":{"code":"server_error","message":"Try later"}}"#,
        "W/\"37-xaSICyg3Wd5R4XupeeHR44phawg\"",
    ),
    (
        r#"{"error":{"code":"not_found","message":"No item 7"}}"#,
        "W/\"34-oaFGrHHFyJSgQEnlu8xkmroyOrU\"",
    ),
    (
        r#"{"error":{"code":"unknown_provider_config","status":400}}"#,
        "W/\"39-L63GFtdfNcZUaLUAzOdthwdNhwo\"",
    ),
    (
        r#"{"error":{"code":"unknown_provider_config"},"request_id":"7"}"#,
        "W/\"3d-qDbOUE4QhwErIPXkdIPTbbE5f/4\"",
    ),
    (
        r#"{"message":"x","code":"ECONNREFUSED","method":"post"}"#,
        "W/\"35-AO/Yoyhuf8tzcKg/oMqQdNbO9R8\"",
    ),
];

#[test]
fn an_error_of_the_external_api_stays_a_response_though_nango_signs_it() {
    for (body, etag) in SIGNED {
        let headers = [
            ("content-type".to_owned(), "application/json; charset=utf-8".to_owned()),
            ("etag".to_owned(), etag.to_owned()),
        ];
        let mut response = answered("GET", 400, &headers, body).unwrap_or_else(|error| panic!("{body}: {error}"));
        assert_eq!(response.body().unwrap(), body.as_bytes());
    }
}

#[test]
fn only_json_of_a_refusal_is_looked_at() {
    let failure = recorded("proxy_err_unknown_integration");
    for (status, content_type, is_error) in [
        (404, "application/json", true),
        (404, "Application/JSON", true),
        (404, "text/html", false),
        (404, "application/problem+json", false),
        (200, "application/json", false),
        (302, "application/json", false),
    ] {
        let headers = [("content-type".to_owned(), content_type.to_owned())];
        let result = answered("GET", status, &headers, &failure.body);
        assert_eq!(result.is_err(), is_error, "{status} {content_type}");
    }
}

#[test]
fn a_failure_that_came_in_chunks_is_recognised() {
    let failure = recorded("proxy_err_unknown_integration");
    let headers = [
        ("content-type".to_owned(), "application/json".to_owned()),
        ("transfer-encoding".to_owned(), "chunked".to_owned()),
    ];
    let error = answered("GET", 404, &headers, &failure.body).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnknownIntegration);
}

#[test]
fn a_long_error_of_the_external_api_is_handed_out_whole() {
    for (size, is_chunked) in [
        (65_000, true),
        (65_536, true),
        (65_537, true),
        (200_000, true),
        (200_000, false),
    ] {
        let body = format!("{{\"error\":{{\"code\":\"x\",\"message\":\"{}\"}}}}", "y".repeat(size));
        let mut headers = vec![("content-type".to_owned(), "application/json".to_owned())];
        if is_chunked {
            headers.push(("transfer-encoding".to_owned(), "chunked".to_owned()));
        }
        let mut response = answered("GET", 400, &headers, &body).unwrap();
        assert!(response.body().unwrap() == body.as_bytes(), "{size} {is_chunked}");
    }
}
