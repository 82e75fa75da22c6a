//! Content codings: which the requests accept, and what becomes of a compressed body.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};
use nango::{CallOptions, Client, Error, ErrorKind, ListConnections, PageStyle, Pages, Request};

mod support;

use support::{CONNECTION, Peer, Script, Server};

const NOT_FOUND: &str = r#"{"error":{"code":"not_found","message":"No such connection"}}"#;

/// A body in a coding that the library does not know.
const BROTLI: &[u8] = b"\x8b\x54\x80";

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

fn zlib(text: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

/// Responds with a body in this coding, after it was told that none is accepted.
fn responds(status: u16, coding: &'static str, body: Vec<u8>) -> Script {
    responds_to("identity", status, coding, body)
}

/// Responds with a body in this coding, after it was told that `accepted` is.
fn responds_to(accepted: &'static str, status: u16, coding: &'static str, body: Vec<u8>) -> Script {
    responds_with("", accepted, status, coding, body)
}

/// The same with more `headers`.
fn responds_with(
    headers: &'static str,
    accepted: &'static str,
    status: u16,
    coding: &'static str,
    body: Vec<u8>,
) -> Script {
    Box::new(move |peer: &mut Peer| {
        let head = peer.read_head().unwrap();
        let line = format!("\r\naccept-encoding: {accepted}\r\n");
        assert!(head.to_lowercase().contains(&line), "{head}");
        let head = format!(
            "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-encoding: {coding}\r\n{headers}content-length: {}\r\n\r\n",
            body.len()
        );
        peer.send(&[head.as_bytes(), &body].concat());
        peer.wait_for_close();
    })
}

/// What a call for a connection gets.
fn token(status: u16, coding: &'static str, body: Vec<u8>) -> Result<String, Error> {
    let server = Server::start(vec![responds(status, coding, body)]);
    let client = Client::new(server.options().max_response_bytes(100_000)).unwrap();
    let connection = client.get_connection("customer-1", "github", &CallOptions::new())?;
    Ok(connection.token().unwrap().to_owned())
}

#[test]
fn a_compressed_connection_is_read() {
    let body = CONNECTION.as_bytes();
    for (coding, body) in [
        ("gzip", gzip(body)),
        ("X-GZIP", gzip(body)),
        ("deflate", zlib(body)),
        ("identity", body.to_vec()),
        ("", body.to_vec()),
        ("utf-8", body.to_vec()),
    ] {
        assert_eq!(token(200, coding, body).unwrap(), "invented-api-key", "{coding}");
    }
}

#[test]
fn a_compressed_error_is_the_error_that_it_is() {
    let error = token(404, "gzip", gzip(NOT_FOUND.as_bytes())).unwrap_err();
    assert_eq!(
        (error.kind(), error.code()),
        (ErrorKind::NotFound, Some("not_found")),
        "{error}"
    );
}

#[test]
fn another_coding_is_named() {
    for coding in ["br", "zstd", "gzip, gzip"] {
        let error = token(200, coding, BROTLI.to_vec()).unwrap_err();
        assert_eq!((error.kind(), error.http_status()), (ErrorKind::Decode, 200), "{error}");
        assert!(error.message().contains(&format!("{coding:?}")), "{error}");
        assert!(!error.is_retryable());
    }
}

#[test]
fn several_headers_are_one_list_of_codings() {
    let body = CONNECTION.as_bytes();
    for (coding, body) in [
        ("identity\r\nContent-Encoding: gzip", gzip(body)),
        ("X-Gzip\r\nContent-Encoding: identity", gzip(body)),
        ("identity, gzip", gzip(body)),
        ("identity,\r\nContent-Encoding: , Identity", body.to_vec()),
    ] {
        assert_eq!(token(200, coding, body).unwrap(), "invented-api-key", "{coding}");
    }
    for (coding, named) in [
        ("gzip\r\nContent-Encoding: gzip", "gzip, gzip"),
        ("br\r\nContent-Encoding: GZIP", "br, gzip"),
        ("gzip, identity\r\nContent-Encoding: deflate", "gzip, deflate"),
    ] {
        let body = gzip(&gzip(body));
        let mut errors = vec![token(200, coding, body.clone()).unwrap_err()];
        errors.extend(texts(200, coding, &body).into_iter().map(Result::unwrap_err));
        for error in errors {
            assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
            assert!(error.message().contains(&format!("{named:?}")), "{error}");
        }
    }
}

#[test]
fn a_body_that_is_not_what_its_coding_says_is_an_error() {
    for coding in ["gzip", "deflate"] {
        let error = token(200, coding, CONNECTION.as_bytes().to_vec()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
        let expected = format!("is not {coding}, although its Content-Encoding");
        assert!(error.message().contains(&expected), "{error}");
    }
}

#[test]
fn what_a_body_expands_to_is_bounded() {
    let bomb = gzip(&vec![b' '; 50_000_000]);
    assert!(bomb.len() < 100_000 * 10);
    let error = token(200, "gzip", bomb).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge, "{error}");
}

#[test]
fn a_response_of_the_external_api_is_decoded_as_it_is_read() {
    let text = "invented rows\n".repeat(10_000);
    let server = Server::start(vec![responds(200, "gzip", gzip(text.as_bytes()))]);
    let client = server.client();
    let request = Request::new("GET", "/rows");
    let mut response = client
        .proxy("customer-1", "github", &request, &CallOptions::new())
        .unwrap();
    assert_eq!(
        (response.header("content-encoding"), response.header("content-length")),
        (None, None)
    );
    let mut read = String::new();
    response.read_to_string(&mut read).unwrap();
    assert!(read == text);
}

/// What each way to call Nango's own API makes of a body.
fn texts(status: u16, coding: &'static str, body: &[u8]) -> Vec<Result<String, Error>> {
    let of = |call: fn(&Client) -> Result<String, Error>| {
        let server = Server::start(vec![responds_to("gzip", status, coding, body.to_vec())]);
        call(&server.client())
    };
    vec![
        of(|client| {
            let mut response = client.request(&Request::new("GET", "/integrations"), None)?;
            assert_ne!(response.header("content-encoding"), Some("gzip"));
            let mut text = String::new();
            response.read_to_string(&mut text).unwrap();
            Ok(text)
        }),
        of(|client| {
            let mut pages = Pages::new(&Request::new("GET", "/connections"), PageStyle::Number);
            let mut page = client.next_page(&mut pages, None)?.unwrap();
            Ok(page.value()?.json().to_owned())
        }),
        of(|client| {
            let listed: Result<Vec<_>, Error> = client.connections().list(&ListConnections::new(), None).collect();
            Ok(format!("{} connections", listed?.len()))
        }),
    ]
}

#[test]
fn answers_of_nangos_api_are_asked_for_in_gzip_and_decoded() {
    const LIST: &str = r#"{"connections":[]}"#;
    for (coding, body) in [
        ("gzip", gzip(LIST.as_bytes())),
        ("deflate", zlib(LIST.as_bytes())),
        ("identity", LIST.into()),
    ] {
        let texts: Vec<String> = texts(200, coding, &body).into_iter().map(Result::unwrap).collect();
        assert_eq!(texts, [LIST, LIST, "0 connections"], "{coding}");
    }
    let body = r#"{"error":{"code":"invalid_query_params","message":"invented"}}"#;
    for result in texts(400, "gzip", &gzip(body.as_bytes())) {
        let error = result.unwrap_err();
        assert_eq!(
            (error.kind(), error.code()),
            (ErrorKind::Api, Some("invalid_query_params"))
        );
    }
}

#[test]
fn another_coding_of_an_answer_of_nangos_api_is_named() {
    for result in texts(200, "br", BROTLI) {
        let error = result.unwrap_err();
        assert_eq!((error.kind(), error.http_status()), (ErrorKind::Decode, 200), "{error}");
        assert!(error.message().contains("\"br\""), "{error}");
    }
}

/// Bodies that cannot be decoded, with what a message says of them.
const UNDECODABLE: [(&str, &[u8], &str); 2] = [
    ("br", BROTLI, "content coding \"br\""),
    ("gzip", b"<html>", "is not gzip, although"),
];

#[test]
fn a_failure_is_told_by_its_status_if_its_body_cannot_be_decoded() {
    for (coding, body, said) in UNDECODABLE {
        for (status, kind, is_retryable) in [
            (302, ErrorKind::NotNango, false),
            (401, ErrorKind::Unauthorized, false),
            (408, ErrorKind::Api, true),
            (429, ErrorKind::RateLimited, true),
            (503, ErrorKind::Server, true),
        ] {
            let mut errors: Vec<Error> = texts(status, coding, body)
                .into_iter()
                .map(Result::unwrap_err)
                .collect();
            errors.push(token(status, coding, body.to_vec()).unwrap_err());
            for error in errors {
                assert_eq!(
                    (error.kind(), error.http_status(), error.is_retryable()),
                    (kind, status, is_retryable),
                    "{error}"
                );
                assert!(error.message().contains(said), "{error}");
            }
        }
    }
}

#[test]
fn a_failure_whose_body_cannot_be_decoded_is_tried_again() {
    const HEADERS: &str = "retry-after: 0\r\nconnection: close\r\n";
    for (coding, body, _) in UNDECODABLE {
        for status in [429, 503] {
            let client_of = |accepted, then: &str| {
                let server = Server::start(vec![
                    responds_with(HEADERS, accepted, status, coding, body.to_vec()),
                    responds_to(accepted, 200, "identity", then.into()),
                ]);
                let client = Client::new(server.options().max_retries(1)).unwrap();
                (client, server)
            };
            let (client, _server) = client_of("identity", CONNECTION);
            let connection = client.get_connection("customer-1", "github", None).unwrap();
            assert_eq!(connection.token().unwrap(), "invented-api-key");
            let (client, _server) = client_of("gzip", "{}");
            assert_eq!(
                client
                    .request(&Request::new("GET", "/integrations"), None)
                    .unwrap()
                    .status(),
                200
            );
        }
    }
}

#[test]
fn a_bomb_is_too_large_for_every_call() {
    // Within max_response_bytes, but far more than what came.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&vec![b' '; 10_000_000]).unwrap();
    let bomb = encoder.finish().unwrap();
    for result in texts(200, "gzip", &bomb) {
        let error = result.map(|text| text.len()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TooLarge, "{error}");
        assert!(error.message().contains("250 times"), "{error}");
        assert!(error.message().contains("ask for less at once"), "{error}");
    }
    let server = Server::start(vec![responds(200, "gzip", bomb)]);
    let mut response = server
        .client()
        .proxy("customer-1", "github", &Request::new("GET", "/rows"), None)
        .unwrap();
    let error = response.read_to_end(&mut Vec::new()).unwrap_err().to_string();
    assert!(error.contains("250 times") && !error.contains("lost"), "{error}");
}

#[test]
fn a_response_stays_as_it_is_if_the_program_asked_the_external_api_for_a_coding() {
    let text = "invented rows\n".repeat(100);
    let call = |status, body: Vec<u8>| {
        let server = Server::start(vec![responds(status, "gzip", body)]);
        let mut request = Request::new("GET", "/rows");
        request.header("Accept-Encoding", "gzip, br");
        let mut response = server.client().proxy("customer-1", "github", &request, None).unwrap();
        let mut read = Vec::new();
        response.read_to_end(&mut read).unwrap();
        let header = |name| response.header(name).map(str::to_owned);
        (read, header("content-encoding"), header("content-length"))
    };
    let sent = gzip(text.as_bytes());
    let length = sent.len().to_string();
    assert_eq!(
        call(200, sent.clone()),
        (sent.clone(), Some("gzip".to_owned()), Some(length))
    );
    // Whose error it is has to be read in it.
    assert_eq!(call(404, sent), (text.into_bytes(), None, None));
}
