//! Requests through Nango's proxy: the requests, the responses, and who failed.

mod support;

use std::io::{self, Read};
use std::sync::mpsc;

use nango::{CallOptions, Client, Error, Request, Response};
use support::{Peer, Server};

fn proxy(client: &Client, request: &Request) -> Result<Response, Error> {
    client.proxy("c", "p", request, &CallOptions::new())
}

/// The bytes sent, head and body, for a request.
fn sent(request: &Request) -> (String, Vec<u8>) {
    let (seen, sent) = mpsc::channel();
    let server = Server::once(move |peer| {
        let head = peer.read_head().unwrap();
        let body = read_body(peer, &head);
        seen.send((head, body)).unwrap();
        peer.answer(200, "text/plain", "ok");
    });
    assert_eq!(proxy(&server.client(), request).unwrap().body().unwrap(), b"ok");
    server.finish();
    sent.recv().unwrap()
}

/// A request's body, according to its head.
fn read_body(peer: &mut Peer, head: &str) -> Vec<u8> {
    let mut body = Vec::new();
    if let Some(length) = header(head, "content-length") {
        body.resize(length.parse().unwrap(), 0);
        peer.stream.read_exact(&mut body).unwrap();
    } else if header(head, "transfer-encoding") == Some("chunked") {
        loop {
            let size = usize::from_str_radix(&read_line(peer), 16).unwrap();
            let mut chunk = vec![0; size];
            peer.stream.read_exact(&mut chunk).unwrap();
            body.extend(chunk);
            assert_eq!(read_line(peer), "");
            if size == 0 {
                break;
            }
        }
    }
    body
}

fn read_line(peer: &mut Peer) -> String {
    let mut line = Vec::new();
    let mut byte = [0];
    while !line.ends_with(b"\r\n") {
        peer.stream.read_exact(&mut byte).unwrap();
        line.push(byte[0]);
    }
    String::from_utf8(line).unwrap().trim_end().to_owned()
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines().skip(1).find_map(|line| {
        let (found, value) = line.split_once(": ")?;
        found.eq_ignore_ascii_case(name).then_some(value)
    })
}

#[test]
fn a_request_names_the_connection_and_carries_what_was_set() {
    let mut request = Request::new("get", "v1/items?a=1");
    request
        .query("b", "x y")
        .header("X-Custom", "one")
        .header("x-custom", "two")
        .header("Cookie", "a=1")
        .header("cookie", "b=2")
        .header("Accept", "text/csv")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .base_url_override("https://eu.example.test/v2")
        .retries(3)
        .retry_on(&[429, 503])
        .decompress(true)
        .forward_headers_on_redirect(true);
    let (head, body) = sent(&request);
    assert!(
        head.starts_with("GET /proxy/v1/items?a=1&b=x%20y HTTP/1.1\r\n"),
        "{head}"
    );
    for (name, value) in [
        ("connection-id", Some("c")),
        ("provider-config-key", Some("p")),
        ("nango-proxy-x-custom", Some("one, two")),
        ("nango-proxy-cookie", Some("a=1; b=2")),
        ("nango-proxy-accept", Some("text/csv")),
        ("nango-proxy-content-type", Some("application/x-www-form-urlencoded")),
        ("accept", Some("*/*")),
        ("base-url-override", Some("https://eu.example.test/v2")),
        ("retries", Some("3")),
        ("retry-on", Some("429,503")),
        ("decompress", Some("true")),
        ("forward-headers-on-redirect", Some("true")),
        ("content-type", None),
        ("content-length", None),
        ("transfer-encoding", None),
        ("accept-encoding", Some("identity")),
        ("expect", None),
    ] {
        assert_eq!(header(&head, name), value, "{name} in {head}");
    }
    assert!(body.is_empty());
}

#[test]
fn bodies_arrive_as_they_were_given() {
    let bytes: Vec<u8> = (0..300_000u32).map(|i| (i * 7 % 251) as u8).collect();
    for method in ["GET", "POST", "PUT", "PATCH", "DELETE", "PROPFIND"] {
        for size in [0, 1, 5_000, 65_536, 300_000] {
            let part = bytes[..size].to_vec();
            let mut request = Request::new(method, "/x");
            request.body(part.clone(), "application/x-made-up");
            let (head, body) = sent(&request);
            assert!(head.starts_with(&format!("{method} /proxy/x ")));
            assert_eq!(header(&head, "content-length"), Some(&*size.to_string()), "{method}");
            assert_eq!(header(&head, "content-type"), Some("application/octet-stream"));
            assert_eq!(header(&head, "nango-proxy-content-type"), Some("application/x-made-up"));
            assert!(body == part, "{method} {size}");
            for length in [Some(size as u64), None] {
                let mut request = Request::new(method, "/x");
                request.body_reader(io::Cursor::new(part.clone()), length, "application/x-made-up");
                let (head, body) = sent(&request);
                assert_eq!(header(&head, "transfer-encoding").is_some(), length.is_none());
                assert!(body == part, "{method} {size} {length:?}");
            }
        }
    }
}

#[test]
fn nango_gets_bytes_and_the_external_api_their_type() {
    let form = "application/x-www-form-urlencoded";
    for (content_type, header_for_api, told) in [
        ("application/json", "", "application/json"),
        (form, "", form),
        ("text/csv", "application/json", "application/json"),
        ("", "", "application/octet-stream"),
        ("", "image/png", "image/png"),
        ("", "Application/JSON; charset=utf-8", "Application/JSON; charset=utf-8"),
        ("multipart/form-data; boundary=x", "", "multipart/form-data; boundary=x"),
    ] {
        let mut request = Request::new("POST", "/x");
        if !header_for_api.is_empty() {
            request.header("content-TYPE", header_for_api);
        }
        let (head, body) = sent(request.body("{\"id\": 12345678901234567890}", content_type));
        assert_eq!(
            header(&head, "content-type"),
            Some("application/octet-stream"),
            "{told}"
        );
        assert_eq!(header(&head, "nango-proxy-content-type"), Some(told));
        assert_eq!(body, b"{\"id\": 12345678901234567890}");
    }
}

#[test]
fn nango_parses_a_body_if_it_is_asked_to() {
    let (form, parts) = ("application/x-www-form-urlencoded", "multipart/form-data; boundary=x");
    for (content_type, header_for_api, to_nango, told) in [
        ("application/json", "", "application/json", "application/json"),
        (form, "", form, form),
        (form, "application/json", form, "application/json"),
        ("", form, form, form),
        // Nango makes a boundary of its own, and passes on files only if it is called so.
        (parts, "", parts, "multipart/form-data"),
    ] {
        let mut request = Request::new("POST", "/x");
        if !header_for_api.is_empty() {
            request.header("Content-Type", header_for_api);
        }
        let (head, _) = sent(request.body("{}", content_type).nango_parses_body(true));
        assert_eq!(header(&head, "content-type"), Some(to_nango), "{told}");
        assert_eq!(header(&head, "nango-proxy-content-type"), Some(told));
    }
    let mut json = Request::new("POST", "/x");
    let (head, body) = sent(json.json("7"));
    assert_eq!(header(&head, "nango-proxy-content-type"), Some("application/json"));
    assert_eq!(body, b"7");
}

#[test]
fn a_method_that_has_a_body_says_that_there_is_none() {
    for (method, length) in [
        ("POST", Some("0")),
        ("PUT", Some("0")),
        ("PATCH", Some("0")),
        ("DELETE", None),
    ] {
        let (head, _) = sent(&Request::new(method, "/x"));
        assert_eq!(header(&head, "content-length"), length, "{method}");
        assert_eq!(header(&head, "transfer-encoding"), None);
        assert_eq!(header(&head, "content-type"), None);
    }
}

#[test]
fn a_response_is_what_the_external_api_said() {
    let server = Server::once(|peer| {
        peer.read_request();
        peer.send(
            b"HTTP/1.1 404 Nope\r\nContent-Type: application/json\r\nX-Two: 1\r\nx-two: 2\r\nX-Latin: caf\xe9\r\n\
              transfer-encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n9\r\n\"\\u00e9\"}\r\n0\r\n\r\n",
        );
    });
    let mut response = proxy(&server.client(), &Request::new("GET", "/x")).unwrap();
    assert_eq!(response.status(), 404);
    assert_eq!(response.header("x-TWO"), Some("1"));
    assert_eq!(response.header("x-latin"), Some("caf\u{e9}"));
    assert_eq!(response.header("absent"), None);
    let two: Vec<&str> = response
        .headers()
        .filter(|(name, _)| *name == "x-two")
        .map(|(_, v)| v)
        .collect();
    assert_eq!(two, ["1", "2"]);
    assert_eq!(response.get_string("/a"), Some("\u{e9}"));
    assert_eq!(response.get_json("/a"), Some("\"\\u00e9\""));
    assert_eq!(response.get_string("/b"), None);
    assert_eq!(response.body().unwrap(), b"{\"a\":\"\\u00e9\"}");
    assert_eq!(response.read(&mut [0; 9]).unwrap(), 0, "collected already");
    server.finish();
}

#[test]
fn a_body_is_read_part_by_part_and_its_rest_collected() {
    let server = Server::once(|peer| {
        peer.read_request();
        peer.answer(200, "text/plain", "0123456789");
    });
    let mut response = proxy(&server.client(), &Request::new("GET", "/x")).unwrap();
    let mut part = [0; 4];
    response.read_exact(&mut part).unwrap();
    assert_eq!(&part, b"0123");
    assert_eq!(response.body().unwrap(), b"456789");
    assert_eq!(response.body().unwrap(), b"456789");
    server.finish();
}

#[test]
fn a_body_that_is_read_to_its_length_gives_its_connection_back() {
    let server = Server::once(|peer| {
        for _ in 0..2 {
            peer.read_request();
            peer.answer_and_stay(200, "text/plain", "abc");
        }
    });
    let client = server.client();
    for _ in 0..2 {
        let mut response = proxy(&client, &Request::new("GET", "/x")).unwrap();
        // Like a parser that recognizes the end by itself.
        response.read_exact(&mut [0; 3]).unwrap();
    }
    server.finish();
}

#[test]
fn a_connection_serves_again_once_a_body_was_read() {
    let server = Server::once(|peer| {
        for i in 0..3 {
            peer.read_request();
            peer.answer_and_stay(200, "text/plain", &i.to_string());
        }
    });
    let client = server.client();
    for i in 0..3 {
        let mut response = proxy(&client, &Request::new("POST", "/x")).unwrap();
        assert_eq!(response.body().unwrap(), i.to_string().as_bytes());
    }
    server.finish();
}
