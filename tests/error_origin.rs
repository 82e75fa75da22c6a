//! Who failed: the external API, whose failures are responses, or Nango, whose failures are errors. Each recorded
//! exchange with a real server is replayed, and each rule is tested at its limits.

mod support;

use std::fs;
use std::path::Path;

use nango::{CallOptions, Error, ErrorKind, Request, Response};
use serde_json::Value;
use support::Server;

/// The recorded exchanges that are failures of Nango's own: kind, code, whether the request may be repeated.
#[rustfmt::skip]
const FAILURES: [(&str, ErrorKind, Option<&str>, bool); 41] = [
    ("err_401_wrong_key_uuid", ErrorKind::Unauthorized, Some("unknown_account"), false),
    ("err_403_proxy_key", ErrorKind::Forbidden, Some("forbidden"), false),
    ("err_429_head_proxy", ErrorKind::RateLimited, None, true),
    ("err_429_proxy", ErrorKind::RateLimited, Some("too_many_request"), true),
    ("proxy_absolute_target_down", ErrorKind::Server, Some("ECONNREFUSED"), true),
    ("proxy_bad_escape", ErrorKind::Server, Some("generic_error_support"), true),
    ("proxy_bad_json", ErrorKind::Api, Some("invalid_json"), false),
    ("proxy_bad_multipart", ErrorKind::Server, Some("generic_error_support"), false),
    ("proxy_base_url_override_bad", ErrorKind::Api, Some("invalid_headers"), false),
    ("proxy_cut_content_length", ErrorKind::Server, None, true),
    ("proxy_err_431", ErrorKind::Api, None, false),
    ("proxy_err_account_key", ErrorKind::Forbidden, Some("forbidden"), false),
    ("proxy_err_bad_connection_id", ErrorKind::Api, Some("invalid_headers"), false),
    ("proxy_err_decompress", ErrorKind::Api, Some("invalid_headers"), false),
    ("proxy_err_exhausted", ErrorKind::RefreshFailed, Some("server_error"), false),
    ("proxy_err_multipart_no_boundary", ErrorKind::Server, Some("generic_error_support"), false),
    ("proxy_err_no_auth", ErrorKind::Unauthorized, Some("missing_auth_header"), false),
    ("proxy_err_no_headers", ErrorKind::Api, Some("invalid_headers"), false),
    ("proxy_err_other_environment", ErrorKind::UnknownIntegration, Some("unknown_provider_config"), false),
    ("proxy_err_refresh_backoff", ErrorKind::RefreshFailed, Some("connection_refresh_backoff"), true),
    ("proxy_err_refresh_garbage", ErrorKind::RefreshFailed, Some("server_error"), true),
    ("proxy_err_retry_on", ErrorKind::Api, Some("invalid_headers"), false),
    ("proxy_err_scope", ErrorKind::Forbidden, Some("forbidden"), false),
    ("proxy_err_unknown_connection", ErrorKind::NotFound, Some("server_error"), false),
    ("proxy_err_unknown_integration", ErrorKind::UnknownIntegration, Some("unknown_provider_config"), false),
    ("proxy_head_err_429", ErrorKind::RateLimited, None, true),
    ("proxy_head_err_exhausted", ErrorKind::RefreshFailed, Some("server_error"), false),
    ("proxy_head_err_unknown_connection", ErrorKind::NotFound, Some("server_error"), false),
    ("proxy_head_err_unknown_integration", ErrorKind::UnknownIntegration, None, false),
    ("proxy_head_err_unknown_key", ErrorKind::Unauthorized, None, false),
    ("proxy_override_blocked_ip", ErrorKind::Api, Some("base_url_override_not_allowed"), false),
    ("proxy_override_scheme", ErrorKind::Api, Some("base_url_override_not_allowed"), false),
    ("proxy_post_bad_json", ErrorKind::Api, Some("invalid_json"), false),
    ("proxy_redirect_loop", ErrorKind::Server, Some("ERR_FR_TOO_MANY_REDIRECTS"), true),
    ("proxy_redirect_to_blocked_ip", ErrorKind::Api, Some("base_url_override_not_allowed"), false),
    ("proxy_reset_post", ErrorKind::Server, Some("ECONNRESET"), false),
    ("proxy_unreached_bad_http", ErrorKind::Server, Some("HPE_INVALID_CONSTANT"), true),
    ("proxy_unreached_broken_gzip", ErrorKind::Server, None, true),
    ("proxy_unreached_dns", ErrorKind::Api, Some("base_url_override_not_allowed"), false),
    ("proxy_unreached_duplicate_content_length", ErrorKind::Server, Some("HPE_UNEXPECTED_CONTENT_LENGTH"), true),
    ("proxy_unreached_header_overflow", ErrorKind::Server, Some("HPE_HEADER_OVERFLOW"), true),
];

/// The result of a call for a response with `status`, `headers` and `body`.
fn answered(method: &str, status: u64, headers: &[(String, String)], body: &str) -> Result<Response, Error> {
    answered_to(&Request::new(method, "/x"), ("c", "p"), status, headers, body)
}

fn answered_to(
    request: &Request,
    (connection_id, provider_config_key): (&str, &str),
    status: u64,
    headers: &[(String, String)],
    body: &str,
) -> Result<Response, Error> {
    let mut answer = format!("HTTP/1.1 {status} X\r\n");
    for (name, value) in headers {
        answer.push_str(&format!("{name}: {value}\r\n"));
    }
    let is_chunked = headers.iter().any(|(name, _)| name == "transfer-encoding");
    let has_length = headers.iter().any(|(name, _)| name == "content-length");
    match (is_chunked, has_length) {
        (true, _) if body.is_empty() => answer.push_str("\r\n0\r\n\r\n"),
        (true, _) => answer.push_str(&format!("\r\n{:x}\r\n{body}\r\n0\r\n\r\n", body.len())),
        (_, true) => answer.push_str(&format!("\r\n{body}")),
        _ if matches!(status, 204 | 304) => answer.push_str("\r\n"),
        _ => answer.push_str(&format!("content-length: {}\r\n\r\n{body}", body.len())),
    }
    let server = Server::once(move |peer| {
        peer.read_request();
        peer.send(answer.as_bytes());
        peer.wait_for_close();
    });
    let client = server.client();
    let result = client.proxy(connection_id, provider_config_key, request, &CallOptions::new());
    drop(client);
    result
}

/// A recorded exchange.
struct Recorded {
    name: String,
    method: String,
    /// The ids that were asked for.
    ids: (String, String),
    /// The body of the request, if it was JSON.
    json: Option<String>,
    status: u64,
    headers: Vec<(String, String)>,
    body: String,
}

impl Recorded {
    fn read(path: &Path) -> Recorded {
        let exchange: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        let (request, response) = (&exchange["request"], &exchange["response"]);
        let asked = |name: &str| request["headers"][name].as_str();
        let headers = response["headers"].as_object().unwrap().iter();
        Recorded {
            name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
            method: request["method"].as_str().unwrap().to_owned(),
            ids: (
                asked("connection-id").unwrap_or("c").to_owned(),
                asked("provider-config-key").unwrap_or("p").to_owned(),
            ),
            json: request["body"]
                .as_str()
                .filter(|_| asked("content-type") == Some("application/json"))
                .map(str::to_owned),
            status: response["status"].as_u64().unwrap(),
            headers: headers
                .map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned()))
                .filter(|(name, _)| name != "connection" && name != "keep-alive")
                .collect(),
            body: response["body"].as_str().unwrap().to_owned(),
        }
    }

    fn answered(&self) -> Result<Response, Error> {
        let mut request = Request::new(&self.method, "/x");
        if let Some(json) = &self.json {
            request.body(json.as_str(), "application/json").nango_parses_body(true);
        }
        let ids = (self.ids.0.as_str(), self.ids.1.as_str());
        answered_to(&request, ids, self.status, &self.headers, &self.body)
    }

    /// Whether the external API made this answer: an error of the one that was recorded has a number of its own, and Nango
    /// refuses nothing with a status below 400.
    fn is_of_the_external_api(&self) -> bool {
        let is_numbered = |(name, value): &(String, String)| name == "x-request-id" && value.starts_with("up-");
        self.status < 400 || self.headers.iter().any(is_numbered)
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

/// All recorded calls of the proxy, and answers of other routes that it gives as well.
fn all() -> Vec<Recorded> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded");
    let mut exchanges: Vec<Recorded> = [folder.join("proxy"), folder]
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap();
            path.is_file() && (name.starts_with("proxy_") || FAILURES.iter().any(|(failure, ..)| *failure == name))
        })
        .map(|path| Recorded::read(&path))
        .collect();
    exchanges.sort_by(|a, b| a.name.cmp(&b.name));
    exchanges
}

fn recorded(name: &str) -> Recorded {
    all().into_iter().find(|exchange| exchange.name == name).unwrap()
}

#[test]
fn every_recorded_exchange_is_told_apart() {
    let exchanges = all();
    assert_eq!(exchanges.len(), 104);
    for exchange in exchanges {
        let expected = FAILURES.iter().find(|(name, ..)| *name == exchange.name);
        assert_eq!(
            expected.is_none(),
            exchange.is_of_the_external_api(),
            "{}",
            exchange.name
        );
        match (exchange.answered(), expected) {
            (Ok(mut response), None) => {
                assert_eq!(u64::from(response.status()), exchange.status, "{}", exchange.name);
                assert_eq!(response.body().unwrap(), exchange.body.as_bytes(), "{}", exchange.name);
            }
            (Err(error), Some(&(name, kind, code, retryable))) => {
                assert_eq!((error.kind(), error.code()), (kind, code), "{name}: {error}");
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
fn a_connection_that_is_not_there_is_named() {
    for name in ["proxy_err_unknown_connection", "proxy_head_err_unknown_connection"] {
        let error = recorded(name).answered().unwrap_err();
        let message = error.message();
        assert!(
            message.contains("\"nope\"") && message.contains("\"fake-oauth2\""),
            "{message}"
        );
        assert!(message.contains("connection_id"), "{message}");
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
        let exchange = recorded(name).with_etag(None);
        let codes = [
            "base_url_override_not_allowed",
            "connection_refresh_backoff",
            "generic_error_support",
            "too_many_request",
            "unknown_provider_config",
        ];
        let is_bare = exchange.headers.iter().all(|(name, _)| name != "content-type");
        let alone = is_bare || codes.iter().any(|code| exchange.body.contains(code));
        assert_eq!(exchange.answered().is_err(), alone, "{name}");
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

#[test]
fn a_code_counts_with_its_own_status_alone() {
    for (name, statuses) in [
        ("err_429_proxy", [400, 403, 500, 503]),
        ("proxy_err_scope", [400, 401, 404, 500]),
        ("proxy_err_no_auth", [400, 403, 404, 500]),
        ("proxy_err_unknown_integration", [400, 401, 403, 500]),
        ("proxy_err_refresh_backoff", [400, 429, 500, 503]),
        ("proxy_err_unknown_connection", [401, 404, 429, 500]),
        ("proxy_err_refresh_garbage", [401, 404, 429, 502]),
        ("proxy_bad_escape", [400, 404, 502, 503]),
        ("proxy_err_no_headers", [401, 404, 422, 500]),
        ("proxy_override_scheme", [401, 403, 404, 500]),
        ("proxy_bad_json", [401, 415, 422, 500]),
        ("proxy_unreached_bad_http", [400, 501, 502, 503]),
    ] {
        let mut exchange = recorded(name);
        for status in statuses {
            exchange.status = status;
            assert!(exchange.answered().is_ok(), "{name} with {status}");
        }
    }
}

#[test]
fn a_finding_about_json_is_nangos_only_if_nango_was_to_parse_it() {
    let mut exchange = recorded("proxy_bad_json");
    assert!(exchange.answered().is_err());
    exchange.json = None;
    assert!(exchange.answered().is_ok());
}

#[test]
fn an_empty_error_is_nangos_if_nothing_tells_of_it() {
    let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let signed = header("etag", "W/\"0-2jmj7l5rSw0yVb/vlWAYkK/YBwk\"");
    for (status, headers, kind) in [
        (500, vec![], Some(ErrorKind::Server)),
        (431, vec![], Some(ErrorKind::Api)),
        (413, vec![], Some(ErrorKind::TooLarge)),
        (
            502,
            vec![header("transfer-encoding", "chunked")],
            Some(ErrorKind::Server),
        ),
        (
            404,
            vec![header("date", "Sun, 06 Nov 1994 08:49:37 GMT")],
            Some(ErrorKind::NotNango),
        ),
        (500, vec![signed], None),
        (500, vec![header("content-type", "text/html")], None),
        (200, vec![], None),
        (304, vec![], None),
    ] {
        let method = if status == 431 { "HEAD" } else { "GET" };
        let result = answered(method, status, &headers, "");
        assert_eq!(result.as_ref().err().map(Error::kind), kind, "{status} {headers:?}");
    }
    let mut response = answered("GET", 500, &[], "x").unwrap();
    assert_eq!(response.body().unwrap(), b"x");
    let mut response = answered("GET", 500, &[header("transfer-encoding", "chunked")], "xy").unwrap();
    assert_eq!(response.body().unwrap(), b"xy");
}

#[test]
fn an_answer_to_head_is_nangos_if_it_has_a_length_and_the_mark_of_it() {
    let tag = |length: &str| format!("W/\"{length}-2jmj7l5rSw0yVb/vlWAYkK/YBwk\"");
    for (status, length, etag, kind) in [
        (400, "70", tag("46"), Some(ErrorKind::Api)),
        (401, "70", tag("46"), Some(ErrorKind::Unauthorized)),
        (402, "70", tag("46"), Some(ErrorKind::Api)),
        (403, "70", tag("46"), Some(ErrorKind::Forbidden)),
        (404, "70", tag("46"), Some(ErrorKind::UnknownIntegration)),
        (424, "70", tag("46"), Some(ErrorKind::RefreshFailed)),
        (429, "70", tag("46"), Some(ErrorKind::RateLimited)),
        (500, "70", tag("46"), Some(ErrorKind::Server)),
        (200, "70", tag("46"), None),
        (404, "0", tag("0"), None),
        (404, "0", tag("46"), None),
        (404, "70", tag("47"), None),
        (404, "70", tag("046"), None),
        (404, "70", tag("46").replace("W/", ""), None),
        (404, "70", "W/\"46-abc\"".to_owned(), None),
    ] {
        let headers = [
            ("content-type".to_owned(), "application/json; charset=utf-8".to_owned()),
            ("content-length".to_owned(), length.to_owned()),
            ("etag".to_owned(), etag.clone()),
        ];
        let result = answered("HEAD", status, &headers, "");
        assert_eq!(result.as_ref().err().map(Error::kind), kind, "{status} {length} {etag}");
    }
}
