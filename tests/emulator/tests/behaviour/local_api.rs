//! An API on this machine behind the proxy.

use crate::{
    client::{Answer, external_calls, open, proxied, proxy_headers, read_answer},
    external_api,
    operations::Api,
};
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpListener},
    sync::mpsc,
    thread,
};

/// An emulator whose provider of `github` is at an address.
fn in_front_of(address: SocketAddr) -> Api {
    let base = format!("http://{address}");
    Api::with(&json!({"providers": [{"name": "github", "proxy": {"base_url": base}}]}))
}

fn get(api: &Api, path: &str, more: &[(&str, &str)]) -> Answer {
    proxied(api.address(), "GET", path, more, None)
}

/// An API that responds to its first call with these pieces, each when it is told to, and then closes.
fn in_pieces(pieces: Vec<&'static str>) -> (SocketAddr, mpsc::Sender<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let (next, told) = mpsc::channel();
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a connection");
        let mut lines = BufReader::new(stream.try_clone().expect("the same connection")).lines();
        while !lines.next().expect("a line").expect("text").is_empty() {}
        for piece in pieces {
            told.recv().expect("to be told");
            stream.write_all(piece.as_bytes()).expect("room");
        }
    });
    (address, next)
}

/// The response to a call of an API that says this.
fn relayed(text: &'static str) -> Answer {
    let (address, next) = in_pieces(vec![text]);
    next.send(()).expect("an API");
    get(&in_front_of(address), "/a", &[])
}

#[test]
fn a_provider_on_this_machine_is_called() {
    let api = in_front_of(external_api::start());
    let response = get(&api, "/echo?a=b", &[("nango-proxy-x-mine", "1")]).json();
    assert_eq!(
        (&response["method"], &response["url"]),
        (&json!("GET"), &json!("/echo?a=b"))
    );
    let headers = &response["headers"];
    assert!(
        headers["authorization"]
            .as_str()
            .is_some_and(|it| it.starts_with("Bearer "))
    );
    assert_eq!(headers["x-mine"], "1");
    assert_eq!(headers.get("connection-id"), None);
    assert_eq!(external_calls(api.address()), [("/echo?a=b".to_owned(), 200)]);
    let missing = get(&api, "/status/404", &[("retries", "2"), ("retry-on", "404")]);
    assert_eq!((missing.status, external_calls(api.address()).len()), (404, 4));
}

#[test]
fn an_upload_is_sent_as_a_whole() {
    let api = in_front_of(external_api::start());
    let octets = [("content-type", "application/octet-stream")];
    // A path at which the built-in API reads bodies by itself.
    let response = proxied(api.address(), "POST", "/upload", &octets, Some("abc"));
    assert_eq!(response.json()["len"], 3, "{response:?}");
}

#[test]
fn chunks_pass_as_they_come() {
    let pieces = vec![
        "HTTP/1.1 201 Created\r\nx-own: 1\r\ntransfer-encoding: chunked\r\n\r\n3\r\none\r\n",
        "4;x=y\r\ntwo!\r\n0\r\n\r\n",
    ];
    let (address, next) = in_pieces(pieces);
    let api = in_front_of(address);
    next.send(()).expect("an API");
    let headers = proxy_headers(("customer-oauth2", "github"), &[]);
    let mut stream = open(api.address(), "GET", "/proxy/a", &headers, None);
    let mut received = Vec::new();
    while !String::from_utf8_lossy(&received).contains("one") {
        let mut byte = [0];
        stream.read_exact(&mut byte).expect("a byte");
        received.extend(byte);
    }
    let head = String::from_utf8_lossy(&received).into_owned();
    assert!(
        head.starts_with("HTTP/1.1 201") && head.contains("x-own: 1\r\n"),
        "{head}"
    );
    next.send(()).expect("an API");
    let mut rest = String::new();
    while !rest.ends_with("0\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte).expect("a byte");
        rest.push(byte[0].into());
    }
    assert!(rest.contains("two!"), "{rest}");
}

#[test]
fn a_stream_that_breaks_off_breaks_off_for_the_program() {
    let (address, next) = in_pieces(vec![
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\none\r\n9\r\ntw",
    ]);
    let api = in_front_of(address);
    next.send(()).expect("an API");
    let headers = proxy_headers(("customer-oauth2", "github"), &[]);
    let stream = open(api.address(), "GET", "/proxy/a", &headers, None);
    assert!(read_answer(stream).is_err());
}

#[test]
fn responses_have_many_forms() {
    let file = relayed(
        "HTTP/1.1 201 Created\r\ncontent-disposition: attachment; filename=a\r\nx-own: 1\r\ncontent-length: 4\r\n\r\nfile",
    );
    assert_eq!((file.status, file.body.as_str()), (201, "file"));
    assert_eq!(
        (file.headers["x-own"].as_str(), file.headers["content-length"].as_str()),
        ("1", "4")
    );
    let without_length = relayed("HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\nto the end");
    assert_eq!(
        (without_length.status, without_length.body.as_str()),
        (200, "to the end")
    );
    let after_another =
        relayed("HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\nHTTP/1.1 202 Accepted\r\ncontent-length: 2\r\n\r\nok");
    assert_eq!((after_another.status, after_another.body.as_str()), (200, "ok"));
    let nothing = relayed("HTTP/1.1 204 No Content\r\n\r\n");
    assert_eq!((nothing.status, nothing.body.as_str()), (204, ""));
}

#[test]
fn what_is_not_http_is_named() {
    for (text, code) in [
        ("HTTP/1.1 OK\r\n\r\n", "HPE_INVALID_STATUS"),
        ("HTTP/1.1 200 OK\r\na b: c\r\n\r\n", "HPE_INVALID_HEADER_TOKEN"),
        ("HTTP/1.1 200", "ECONNRESET"),
    ] {
        let response = relayed(text);
        assert_eq!(
            (response.status, &response.json()["code"]),
            (500, &json!(code)),
            "{text}"
        );
    }
}

#[test]
fn redirects_keep_what_they_have_to() {
    let address = external_api::start();
    let api = in_front_of(address);
    let json = ("content-type", "application/json");
    let sent = |status: u16, more: &[(&str, &str)], location: &str| -> Value {
        let path = format!("/status/{status}?location={location}");
        let headers = [&[json], more].concat();
        proxied(api.address(), "POST", &path, &headers, Some("{\"a\":1}")).json()
    };
    for (status, method, body) in [
        (302, "GET", ""),
        (303, "GET", ""),
        (307, "POST", "{\"a\":1}"),
        (308, "POST", "{\"a\":1}"),
    ] {
        let echo = sent(status, &[], "/echo");
        assert_eq!(
            (&echo["method"], &echo["body"]),
            (&json!(method), &json!(body)),
            "{status}"
        );
        assert!(echo["headers"].get("authorization").is_some(), "{status}");
    }
    let other = format!("http://localhost:{}/echo", address.port());
    assert_eq!(sent(307, &[], &other)["headers"].get("authorization"), None);
    let keeping = [("forward-headers-on-redirect", "true")];
    assert!(sent(307, &keeping, &other)["headers"].get("authorization").is_some());
}

#[test]
fn a_multipart_form_has_its_boundary() {
    let api = in_front_of(external_api::start());
    let status = |kind: &str, body: &str| {
        let response = proxied(api.address(), "POST", "/len", &[("content-type", kind)], Some(body));
        response.status
    };
    let form = "--x\r\ncontent-disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n";
    assert_eq!(status("multipart/form-data; boundary=x", form), 200);
    assert_eq!(status("multipart/form-data; boundary=\"x\"; charset=utf-8", form), 200);
    assert_eq!(status("multipart/form-data; boundary=y", form), 500);
    assert_eq!(status("multipart/form-data; boundary=x", &form[..20]), 500);
    assert_eq!(status("multipart/form-data", form), 500);
}
