//! Bodies that are compressed although the request accepts no coding.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};
use nango::{CallOptions, Client, Error, ErrorKind, Request};

mod support;

use support::{CONNECTION, Peer, Script, Server};

const NOT_FOUND: &str = r#"{"error":{"code":"not_found","message":"No such connection"}}"#;

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
    Box::new(move |peer: &mut Peer| {
        let head = peer.read_head().unwrap();
        assert!(
            head.to_lowercase().contains("\r\naccept-encoding: identity\r\n"),
            "{head}"
        );
        let head = format!(
            "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-encoding: {coding}\r\ncontent-length: {}\r\n\r\n",
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
    for (status, coding) in [(200, "br"), (404, "zstd"), (200, "gzip, gzip")] {
        let error = token(status, coding, b"\x8b\x54\x80".to_vec()).unwrap_err();
        assert_eq!(
            (error.kind(), error.http_status()),
            (ErrorKind::Decode, status),
            "{error}"
        );
        assert!(error.message().contains(&format!("{coding:?}")), "{error}");
        assert!(!error.is_retryable());
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
