//! Heads of responses that are unusual and allowed: folded lines, and many headers.

use nango::{CallOptions, Client, Error, ErrorKind, Request, Response};

mod support;

use support::{CONNECTION, Nobody, Peer, Script, Server};

/// Responds to one request with `head`, in parts of `step` bytes that arrive one by one, and with `body`.
fn sends(head: String, body: String, step: usize) -> Script {
    Box::new(move |peer: &mut Peer| {
        peer.read_head().unwrap();
        for part in head.as_bytes().chunks(step) {
            peer.send(part);
        }
        peer.send(body.as_bytes());
        peer.wait_for_close();
    })
}

fn head(status: &str, lines: &str, length: usize) -> String {
    format!("HTTP/1.1 {status}\r\nContent-Type: application/json\r\n{lines}Content-Length: {length}\r\n\r\n")
}

fn many(count: usize) -> String {
    (0..count).map(|i| format!("X-Field-{}: {i}\r\n", i % 250)).collect()
}

/// A call for a connection that gets this response.
fn got(status: &str, lines: &str, body: &str) -> Result<String, Error> {
    let server = Server::start(vec![sends(head(status, lines, body.len()), body.to_owned(), 1000)]);
    let connection = server.client().get_connection("c", "p", &CallOptions::new())?;
    Ok(connection.token().unwrap().to_owned())
}

/// A call through the proxy that gets this response.
fn proxied(head: String, body: &str, step: usize) -> Response {
    let server = Server::start(vec![sends(head, body.to_owned(), step)]);
    let request = Request::new("GET", "/v1/items");
    server.client().proxy("c", "p", &request, &CallOptions::new()).unwrap()
}

#[test]
fn a_folded_line_is_read_as_one() {
    let lines = "Content-Security-Policy: default-src 'self';\r\n    script-src 'self'\r\n";
    assert_eq!(got("200 OK", lines, CONNECTION).unwrap(), "invented-api-key");
    let mut response = proxied(head("200 OK", lines, 2), "[]", 1000);
    assert_eq!(
        response.header("content-security-policy"),
        Some("default-src 'self'; script-src 'self'")
    );
    assert_eq!(response.body().unwrap(), b"[]");
    let coded = "Transfer-Encoding:\r\n\tchunked\r\nX: a\r\n b\r\n";
    let head = format!("HTTP/1.1 404 Not Found\r\n{coded}\r\n");
    let mut response = proxied(head, "2\r\n{}\r\n0\r\nX-Trailer: a\r\n b\r\n\r\n", 1);
    assert_eq!((response.status(), response.header("x")), (404, Some("a b")));
    assert_eq!(response.body().unwrap(), b"{}");
}

#[test]
fn all_of_many_headers_reach_the_program() {
    for count in [99, 126, 127, 130, 300, 700] {
        for (status, step) in [
            ("200 OK", 100_000),
            ("200 OK", 700),
            ("404 Not Found", 100_000),
            ("503 Busy", 700),
        ] {
            let response = proxied(head(status, &many(count), 2), "{}", step);
            let fields: Vec<_> = response
                .headers()
                .filter(|(name, _)| name.starts_with("x-field-"))
                .collect();
            assert_eq!(fields.len(), count, "{status}");
            let of_7: Vec<_> = fields
                .iter()
                .filter(|(name, _)| *name == "x-field-7")
                .map(|(_, value)| *value)
                .collect();
            assert_eq!(of_7, ["7", "257", "507"][..(count + 242) / 250]);
            assert_eq!(response.header("content-type"), Some("application/json"));
            assert_eq!(response.header("content-length"), Some("2"));
        }
    }
}

#[test]
fn many_headers_do_not_hide_what_a_call_reads() {
    assert_eq!(got("200 OK", &many(300), CONNECTION).unwrap(), "invented-api-key");
    let lines = many(150) + "Retry-After: 7\r\n" + &many(150);
    let error = got("429 Too Many Requests", &lines, "{}").unwrap_err();
    assert_eq!(error.retry_after().unwrap().as_secs(), 7);
}

#[test]
fn a_head_of_more_than_16_kib_is_refused_in_so_many_words() {
    for step in [1000, 100_000] {
        let server = Server::start(vec![sends(head("200 OK", &many(1500), 2), String::new(), step)]);
        let request = Request::new("GET", "/v1/items");
        let error = server
            .client()
            .proxy("c", "p", &request, &CallOptions::new())
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TooLarge);
        assert!(
            error.message().contains("16 KiB") && !error.message().contains("base_url"),
            "{error}"
        );
    }
}

#[test]
fn base_url_is_blamed_only_where_it_may_be_wrong() {
    let blames = |error: &Error| error.message().contains("base_url");
    let of_bad_http = got("200 OK", "no colon\r\n", "{}").unwrap_err();
    assert_eq!((of_bad_http.kind(), blames(&of_bad_http)), (ErrorKind::NotNango, false));
    // What had answered, and is gone.
    let server = Server::start(vec![sends(
        head("200 OK", "Connection: close\r\n", CONNECTION.len()),
        CONNECTION.to_owned(),
        9,
    )]);
    let client = Client::new(server.options().max_retries(0)).unwrap();
    let get = |client: &Client| client.get_connection("c", "p", &CallOptions::new());
    get(&client).unwrap();
    server.finish();
    let error = get(&client).unwrap_err();
    assert_eq!((error.kind(), blames(&error)), (ErrorKind::Connect, false), "{error}");
    // What never answered.
    let nobody = Nobody::bound();
    let mut options = nango::ClientOptions::new();
    options
        .secret_key("invented-secret-key")
        .base_url(&format!("http://{}", nobody.address()))
        .max_retries(0);
    let error = get(&Client::new(&options).unwrap()).unwrap_err();
    assert_eq!((error.kind(), blames(&error)), (ErrorKind::Connect, true), "{error}");
}
