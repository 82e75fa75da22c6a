//! Calls of Nango's own API: requests, the meaning of responses, and retries.

mod support;

use std::io::Read;
use std::time::{Duration, Instant};

use nango::{CallOptions, Client, Error, ErrorKind, Request, Response, ValueKind};
use support::{Peer, Script, Server};

const JSON: &str = "application/json; charset=utf-8";

fn call(client: &Client, request: &Request) -> Result<Response, Error> {
    client.request(request, &CallOptions::new())
}

fn answers(status: u16, content_type: &'static str, body: &'static str) -> Script {
    Box::new(move |peer| {
        peer.read_request();
        peer.answer(status, content_type, body);
    })
}

/// One call of a method and a path whose parameter is `id`, with this response.
fn outcome(
    method: &str,
    path: &str,
    status: u16,
    content_type: &'static str,
    body: &'static str,
) -> Result<Response, Error> {
    let server = Server::start(vec![answers(status, content_type, body)]);
    let mut request = Request::new(method, path);
    if path.contains("{id}") {
        request.path_parameter("id", "invented id");
    }
    let result = call(&server.client(), &request);
    server.finish();
    result
}

#[test]
fn path_query_headers_and_body_are_sent() {
    let server = Server::once(|peer: &mut Peer| {
        let head = peer.read_head().unwrap();
        let mut body = [0; 9];
        peer.stream.read_exact(&mut body).unwrap();
        assert!(
            head.starts_with("PATCH /prefix/connections/a%2F..?x=%26 HTTP/1.1"),
            "{head}"
        );
        let lower = head.to_ascii_lowercase();
        assert_eq!(lower.matches("authorization: bearer").count(), 1, "{head}");
        for line in [
            "content-type: application/json\r\n",
            "content-length: 9\r\n",
            "connection-id: c1\r\n",
        ] {
            assert!(lower.contains(line), "{line} {head}");
        }
        assert_eq!(&body, br#"{"a":"b"}"#);
        peer.answer(201, JSON, r#"{"success":true,"items":[{"id":7}]}"#);
    });
    let mut options = server.options();
    let client = Client::new(options.base_url(&format!("{}/prefix", server.url()))).unwrap();
    let mut request = Request::new("patch", "/connections/{id}");
    request
        .path_parameter("id", "replaced")
        .path_parameter("id", "a/..")
        .query("x", "&")
        .header("Connection-Id", "c1")
        .json(r#"{"a":"b"}"#);
    let mut response = call(&client, &request).unwrap();
    assert_eq!(response.status(), 201);
    assert_eq!(response.header("content-type"), Some(JSON));
    let value = response.value().unwrap();
    assert_eq!(value.get("success").and_then(|value| value.as_bool()), Some(true));
    assert_eq!(
        value.get("items").unwrap().at(0).unwrap().get("id").unwrap().as_i64(),
        Some(7)
    );
    assert_eq!(response.get_json("/items/0/id"), Some("7"));
    server.finish();
}

#[test]
fn what_cannot_be_sent_is_named_and_nothing_is_sent() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let mut options = nango::ClientOptions::new();
    options
        .secret_key(support::KEY)
        .base_url(&format!("http://{}", listener.local_addr().unwrap()));
    let client = Client::new(&options).unwrap();
    let made = |change: fn(&mut Request) -> &mut Request| {
        let mut request = Request::new("POST", "/x");
        change(&mut request);
        request
    };
    let wrong = [
        (Request::new("GET", "/connections/{id}"), "path parameter id is missing"),
        (Request::new("GET", "/proxy/x"), "Client::proxy"),
        (Request::new("", "/x"), "method"),
        (Request::new("OPTIONS", "/x"), "method"),
        (Request::new("BREW", "/x"), "method"),
        (
            made(|request| request.path_parameter("id", "invented")),
            "path parameter id is not in the path",
        ),
        (made(|request| request.json("{invented")), "json is not"),
        (
            made(|request| request.header("Authorization", "invented")),
            "header authorization is reserved",
        ),
        (
            made(|request| request.header("content-type", "text/plain")),
            "header content-type is reserved",
        ),
        (made(|request| request.header("Host", "x")), "header host is reserved"),
        (made(|request| request.header("X", "a\r\nb")), "header"),
        (made(|request| request.query("a", "\0")), "query"),
        (made(|request| request.body("x", "text/plain\r\n")), "content_type"),
        (
            made(|request| request.base_url_override("https://x.test")),
            "base_url_override",
        ),
        (made(|request| request.retries(1)), "retries"),
        (made(|request| request.retry_on(&[500])), "retry_on"),
        (made(|request| request.decompress(true)), "decompress"),
        (
            made(|request| request.forward_headers_on_redirect(true)),
            "forward_headers_on_redirect",
        ),
        (made(|request| request.nango_parses_body(true)), "nango_parses_body"),
    ];
    for (request, says) in &wrong {
        let error = call(&client, request).unwrap_err();
        assert_eq!(
            (error.kind(), error.attempts()),
            (ErrorKind::InvalidArgument, 0),
            "{says}"
        );
        assert!(error.message().contains(says), "{says}: {error}");
        assert!(!error.message().contains("invented"), "{error}");
    }
    let mut head = Request::new("HEAD", "/x");
    head.json("1");
    assert!(call(&client, &head).unwrap_err().message().contains("HEAD"));
    let mut options = CallOptions::new();
    options.force_refresh(true);
    let error = client.request(&Request::new("GET", "/x"), &options).unwrap_err();
    assert!(error.message().contains("force_refresh"), "{error}");
    let mut proxied = Request::new("GET", "/x");
    proxied.path_parameter("id", "1");
    let error = client.proxy("c", "p", &proxied, &CallOptions::new()).unwrap_err();
    assert!(error.message().contains("path parameter id"), "{error}");
    listener.set_nonblocking(true).unwrap();
    assert!(listener.accept().is_err(), "nothing was sent");
}

#[test]
fn only_the_absence_of_a_connection_is_not_found() {
    const NOT_FOUND: &str = r#"{"error":{"code":"not_found","message":"invented"}}"#;
    const UNKNOWN: &str = r#"{"error":{"code":"unknown_connection","message":"invented"}}"#;
    for (method, path, status, body, kind) in [
        ("GET", "/connections/{id}", 404, NOT_FOUND, ErrorKind::NotFound),
        ("GET", "/connection/{id}", 404, NOT_FOUND, ErrorKind::NotFound),
        ("DELETE", "/connections/{id}", 400, UNKNOWN, ErrorKind::NotFound),
        ("GET", "/records", 400, UNKNOWN, ErrorKind::NotFound),
        ("PATCH", "/connections/metadata", 404, UNKNOWN, ErrorKind::NotFound),
        ("GET", "/action/{id}", 404, NOT_FOUND, ErrorKind::Api),
        ("GET", "/integrations/{id}", 404, NOT_FOUND, ErrorKind::Api),
        ("POST", "/connections/metadata", 404, NOT_FOUND, ErrorKind::Api),
        ("GET", "/connections/{id}/tags", 404, NOT_FOUND, ErrorKind::Api),
        ("GET", "/connections", 404, NOT_FOUND, ErrorKind::Api),
        ("GET", "/connections/{id}", 404, "{}", ErrorKind::NotNango),
    ] {
        let error = outcome(method, path, status, JSON, body).unwrap_err();
        assert_eq!((error.kind(), error.http_status()), (kind, status), "{method} {path}");
        assert!(!error.message().contains("invented"), "{error}");
    }
}

#[test]
fn an_error_says_what_nango_found_on_each_field() {
    const BODY: &str = r#"{"error":{"code":"invalid_body","errors":[{"path":["name"],"message":"too short"}]}}"#;
    let error = outcome("POST", "/x", 400, JSON, BODY).unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Api, Some("invalid_body")));
    let found = error
        .value()
        .unwrap()
        .get("error")
        .unwrap()
        .get("errors")
        .unwrap()
        .at(0)
        .unwrap();
    assert_eq!(found.get("path").unwrap().at(0).unwrap().as_str(), Some("name"));
    assert!(
        outcome("POST", "/x", 500, "text/plain", "oops")
            .unwrap_err()
            .value()
            .is_none()
    );
}

#[test]
fn what_is_no_answer_of_nangos_is_an_error() {
    for (status, content_type, body) in [
        (200, "text/html; charset=utf-8", "<!doctype html>"),
        (404, "text/html", "<html>"),
        (301, JSON, ""),
        (304, JSON, ""),
    ] {
        let error = outcome("GET", "/x", status, content_type, body).unwrap_err();
        assert_eq!(
            (error.kind(), error.http_status()),
            (ErrorKind::NotNango, status),
            "{status}"
        );
    }
    let mut empty = outcome("DELETE", "/x", 204, JSON, "").unwrap();
    assert_eq!(empty.body().unwrap(), b"");
    assert_eq!(empty.value().unwrap_err().kind(), ErrorKind::Decode);
    let mut text = outcome("GET", "/x", 200, "text/plain", "nothing").unwrap();
    assert_eq!(text.value().unwrap_err().kind(), ErrorKind::Decode);
    assert_eq!(text.body().unwrap(), b"nothing");
    let mut null = outcome("POST", "/x", 200, JSON, "null").unwrap();
    assert_eq!(null.value().unwrap().kind(), ValueKind::Null);
}

#[test]
fn a_body_is_bounded() {
    for (status, kind) in [(200, ErrorKind::TooLarge), (500, ErrorKind::TooLarge)] {
        let server = Server::start(vec![answers(status, JSON, "\"0123456789\"")]);
        let client = Client::new(server.options().max_response_bytes(11)).unwrap();
        let error = call(&client, &Request::new("GET", "/x")).unwrap_err();
        assert_eq!((error.kind(), error.http_status()), (kind, status));
        server.finish();
    }
}

#[test]
fn a_body_has_the_time_of_the_call() {
    for status in [200, 400] {
        let server = Server::once(move |peer| {
            peer.read_request();
            peer.send(format!("HTTP/1.1 {status} X\r\ncontent-length: 10\r\n\r\n{{").as_bytes());
            peer.wait_for_close();
        });
        let mut options = CallOptions::new();
        options.timeout(Duration::from_millis(100));
        let start = Instant::now();
        let error = server
            .client()
            .request(&Request::new("GET", "/x"), &options)
            .unwrap_err();
        assert_eq!((error.kind(), error.http_status()), (ErrorKind::Timeout, status));
        // Not the idle timeout, which is 30 seconds.
        assert!(start.elapsed() < Duration::from_secs(20));
        server.finish();
    }
}

#[test]
fn a_body_that_has_come_can_be_read_in_parts_and_as_a_whole() {
    let server = Server::start(vec![answers(200, JSON, "[1,2]")]);
    let mut response = call(&server.client(), &Request::new("GET", "/x")).unwrap();
    let mut part = [0; 3];
    assert_eq!(response.read(&mut part).unwrap(), 3);
    assert_eq!(&part, b"[1,");
    assert_eq!(response.value().unwrap().count(), 2);
    assert_eq!(response.body().unwrap(), b"[1,2]");
    assert_eq!(response.read(&mut part).unwrap(), 2);
    assert_eq!(response.read(&mut part).unwrap(), 0);
    server.finish();
}

#[test]
fn an_error_behind_a_byte_order_mark_is_read() {
    const BODY: &str = "\u{feff}{\"error\":{\"code\":\"unknown_connection\",\"message\":\"gone\"}}";
    let error = outcome("GET", "/connections/{id}", 400, JSON, BODY).unwrap_err();
    assert_eq!(
        (error.kind(), error.server_message()),
        (ErrorKind::NotFound, Some("gone"))
    );
}

#[test]
fn a_message_names_the_fields_that_nango_finds_wrong() {
    for (errors, said) in [
        (
            r#"{"path":["allowed_integrations",0],"code":"too_small"}"#,
            "allowed_integrations.0: too_small",
        ),
        (
            r#"{"path":[],"code":"unrecognized_keys"}"#,
            "(400 invalid_body): unrecognized_keys",
        ),
        (r#"{"path":["tags","a"],"code":"too_big"}"#, "tags.a: too_big"),
    ] {
        let body = format!(r#"{{"error":{{"code":"invalid_body","errors":[{errors}]}}}}"#);
        let server = Server::once(move |peer: &mut Peer| {
            peer.read_request();
            peer.answer(400, JSON, &body);
        });
        let error = call(&server.client(), &Request::new("POST", "/x")).unwrap_err();
        assert!(error.message().contains(said), "{error}");
        server.finish();
    }
}

#[test]
fn a_connection_is_asked_for_uncompressed_however_its_path_is_written() {
    const GONE: &str = r#"{"error":{"code":"not_found","message":"gone"}}"#;
    for (method, path, coding) in [
        ("GET", "/connections/c", "identity"),
        ("GET", "/Connection/c/", "identity"),
        ("GET", "/connections", "gzip"),
        ("DELETE", "/connections/c", "gzip"),
    ] {
        let server = Server::once(move |peer: &mut Peer| {
            let head = peer.read_head().unwrap().to_ascii_lowercase();
            assert!(head.contains(&format!("accept-encoding: {coding}\r\n")), "{head}");
            peer.answer(404, JSON, GONE);
        });
        let error = call(&server.client(), &Request::new(method, path)).unwrap_err();
        let expected = if path == "/connections" {
            ErrorKind::Api
        } else {
            ErrorKind::NotFound
        };
        assert_eq!(error.kind(), expected, "{path}");
        server.finish();
    }
}

#[test]
fn a_forced_refresh_by_a_call_of_ones_own_is_sent_once() {
    let breaks = || -> Script { Box::new(|peer| assert!(peer.read_request())) };
    let added = |name: &str| {
        let mut request = Request::new("GET", "/connections/c");
        request.query(name, "true");
        request
    };
    for request in [
        added("force_refresh"),
        added("refresh_github_app_jwt_token"),
        Request::new("GET", "/connections/c?a=b&force%5Frefresh=true"),
    ] {
        for first in [breaks(), answers(503, JSON, "{}")] {
            let server = Server::start(vec![first]);
            let client = Client::new(server.options().max_retries(2)).unwrap();
            let error = call(&client, &request).unwrap_err();
            assert_eq!((error.attempts(), error.is_retryable()), (1, false), "{error}");
            assert_eq!(server.finish().len(), 1);
        }
    }
}

#[test]
fn what_may_be_repeated_is_sent_again_after_a_broken_connection() {
    const UNKNOWN: &str = r#"{"error":{"code":"unknown_connection"}}"#;
    let breaks = || -> Script { Box::new(|peer| assert!(peer.read_request())) };
    // The deletion was carried out the first time, so the second finds nothing.
    for (method, scripts, status) in [
        ("PUT", vec![breaks(), answers(200, JSON, "{}")], Ok(200)),
        ("DELETE", vec![breaks(), answers(200, JSON, "{}")], Ok(200)),
        ("DELETE", vec![breaks(), answers(400, JSON, UNKNOWN)], Ok(400)),
        ("DELETE", vec![answers(400, JSON, UNKNOWN)], Err(400)),
        ("PATCH", vec![breaks(), answers(400, JSON, UNKNOWN)], Err(400)),
        ("DELETE", vec![answers(503, JSON, "{}")], Err(503)),
    ] {
        let attempts = scripts.len();
        let server = Server::start(scripts);
        let client = Client::new(server.options().max_retries(1)).unwrap();
        let mut request = Request::new(method, "/connections/{id}");
        request.path_parameter("id", "c").repeatable(true);
        let result = call(&client, &request);
        let seen = result
            .map(|response| response.status())
            .map_err(|error| error.http_status());
        assert_eq!(seen, status, "{method}");
        assert_eq!(server.finish().len(), attempts, "{method}");
    }
}

#[test]
fn only_reads_are_sent_again_after_they_may_have_been_carried_out() {
    const LIMIT: &str = r#"{"error":{"code":"too_many_request","message":"wait"}}"#;
    let breaks = || -> Script { Box::new(|peer| assert!(peer.read_request())) };
    for (method, first, attempts) in [
        ("GET", breaks(), 2),
        ("HEAD", breaks(), 2),
        ("POST", breaks(), 1),
        ("PUT", breaks(), 1),
        ("DELETE", breaks(), 1),
        ("GET", answers(503, JSON, "{}"), 2),
        ("POST", answers(503, JSON, "{}"), 1),
        ("GET", answers(429, JSON, LIMIT), 2),
        ("POST", answers(429, JSON, LIMIT), 2),
        ("POST", answers(429, "text/plain", "from a gateway"), 1),
    ] {
        let mut scripts = vec![first];
        scripts.extend((attempts == 2).then(|| answers(200, JSON, "{}")));
        let server = Server::start(scripts);
        let client = Client::new(server.options().max_retries(1)).unwrap();
        let result = call(&client, &Request::new(method, "/x"));
        assert_eq!(result.is_ok(), attempts == 2, "{method} {result:?}");
        if let Err(error) = result {
            assert_eq!(
                (error.attempts(), error.is_retryable()),
                (1, error.http_status() == 429),
                "{method}"
            );
            let advice = "may have been carried out";
            assert_eq!(
                error.message().contains(advice),
                error.kind() == ErrorKind::Io,
                "{error}"
            );
        }
        assert_eq!(server.finish().len(), attempts, "{method}");
    }
}
