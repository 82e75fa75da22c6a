//! Bodies whose length the head announces, however long they are and however they come.

mod support;

use std::io::{self, Read, Write};
use std::net::TcpListener;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use nango::{CallOptions, Client, ErrorKind, Request, Response};
use rcgen::KeyPair;
use rustls::{ALL_VERSIONS, ServerConnection, StreamOwned};
use support::{CONNECTION, Peer, Script, Server, tls};
use tempfile::NamedTempFile;

/// Around the lengths that are received in another way.
const LENGTHS: [usize; 6] = [0, 1, 16_383, 16_384, 100_000, 3_000_000];

/// Bytes that tell where they belong.
fn bytes(length: usize) -> Vec<u8> {
    (0..length).map(|i| (i % 251) as u8).collect()
}

fn head(length: usize) -> String {
    format!("HTTP/1.1 200 OK\r\nX-A: b\r\nContent-Length: {length}\r\nContent-Type: application/octet-stream\r\n\r\n")
}

/// Answers a request with each of these lengths in turn, on one connection, in pieces of `size` bytes behind a head that has
/// `joined` bytes of the body with it.
fn in_pieces(lengths: &'static [usize], size: usize, joined: usize) -> Script {
    Box::new(move |peer: &mut Peer| {
        for &length in lengths {
            assert!(peer.read_request());
            let (body, joined) = (bytes(length), joined.min(length));
            peer.send(&[head(length).as_bytes(), &body[..joined]].concat());
            body[joined..].chunks(size).for_each(|piece| peer.send(piece));
        }
        peer.wait_for_close();
    })
}

fn proxy(client: &Client, method: &str) -> Response {
    client
        .proxy("c", "p", &Request::new(method, "/x"), &CallOptions::new())
        .unwrap()
}

#[test]
fn a_body_is_what_was_sent_and_leaves_its_connection_free() {
    for (size, joined) in [(usize::MAX, usize::MAX), (usize::MAX, 0), (1_000, 3), (70_000, 20_000)] {
        let server = Server::start(vec![in_pieces(&LENGTHS, size, joined)]);
        let client = server.client();
        for length in LENGTHS {
            let mut response = client.request(&Request::new("GET", "/x"), &CallOptions::new()).unwrap();
            assert!(response.body().unwrap() == bytes(length), "{length} {size} {joined}");
            assert_eq!(response.header("content-length"), Some(length.to_string().as_str()));
        }
        drop(client);
        assert_eq!(server.finish().len(), LENGTHS.len());
    }
}

#[test]
fn a_body_is_read_in_parts_of_any_size() {
    for part in [1_000, 16_384, 65_536, 5_000_000] {
        let server = Server::start(vec![in_pieces(&LENGTHS, 30_000, 2_000)]);
        let client = server.client();
        for length in LENGTHS {
            let mut response = proxy(&client, "GET");
            assert_eq!(response.header("content-length"), Some(length.to_string().as_str()));
            let (mut body, mut buffer) = (Vec::new(), vec![0; part]);
            loop {
                assert_eq!(response.read(&mut []).unwrap(), 0);
                match response.read(&mut buffer).unwrap() {
                    0 => break,
                    count => body.extend_from_slice(&buffer[..count]),
                }
            }
            assert!(body == bytes(length), "{length} {part}");
        }
        drop(client);
        assert_eq!(server.finish().len(), LENGTHS.len());
    }
}

#[test]
fn a_large_connection_is_read() {
    let metadata = "x".repeat(200_000);
    let body = CONNECTION.replace("\"id\":1", &format!("\"metadata\":{{\"a\":\"{metadata}\"}}"));
    let server = Server::once(move |peer| {
        for _ in 0..2 {
            peer.read_request();
            peer.answer_and_stay(200, "application/json", &body);
        }
        peer.wait_for_close();
    });
    let client = server.client();
    for _ in 0..2 {
        let connection = client.get_connection("c", "p", &CallOptions::new()).unwrap();
        assert_eq!(connection.get_string("/metadata/a"), Some(metadata.as_str()));
    }
    drop(client);
    assert_eq!(server.finish().len(), 2);
}

#[test]
fn a_large_connection_is_read_over_tls() {
    let metadata = "x".repeat(200_000);
    let body = CONNECTION.replace("\"id\":1", &format!("\"metadata\":{{\"a\":\"{metadata}\"}}"));
    let authority = tls::authority();
    let key = KeyPair::generate().unwrap();
    let certificate = tls::params(&["localhost"]).signed_by(&key, &authority).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let chain = vec![certificate.der().clone()];
    let (address, server) = tls::answering(body, listener, ALL_VERSIONS, chain, &key, None);
    let file = NamedTempFile::new().unwrap();
    std::fs::write(file.path(), authority.pem()).unwrap();
    let client = Client::new(tls::options(address).ca_file(file.path())).unwrap();
    let connection = client.get_connection("c", "p", &CallOptions::new()).unwrap();
    assert_eq!(connection.get_string("/metadata/a"), Some(metadata.as_str()));
    assert!(server.join().unwrap());
}

#[test]
fn an_answer_to_head_has_a_length_and_no_body() {
    let server = Server::once(|peer| {
        for method in ["HEAD", "GET"] {
            assert!(peer.read_head().unwrap().starts_with(method));
            peer.send(head(20_000).as_bytes());
        }
        peer.send(&bytes(20_000));
        peer.wait_for_close();
    });
    let client = server.client();
    let mut response = proxy(&client, "HEAD");
    assert_eq!(
        (response.header("content-length"), response.status()),
        (Some("20000"), 200)
    );
    assert!(response.body().unwrap().is_empty());
    assert!(proxy(&client, "GET").body().unwrap() == bytes(20_000));
    drop(client);
    assert_eq!(server.finish().len(), 2);
}

#[test]
fn a_body_that_ends_early_is_an_error() {
    for missing in [1, 10_000, 20_000] {
        let script = move |peer: &mut Peer| {
            peer.read_request();
            peer.send(&[head(20_000).as_bytes(), &bytes(20_000 - missing)].concat());
        };
        let server = Server::start(vec![Box::new(script), Box::new(script)]);
        let client = server.client();
        let result = client.request(&Request::new("GET", "/x"), &CallOptions::new());
        let error = result
            .and_then(|mut response| response.body().map(<[u8]>::len))
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Io, "{error}");
        assert!(error.message().contains("ended early"), "{error}");

        let mut response = proxy(&client, "GET");
        let mut body = Vec::new();
        let error = response.read_to_end(&mut body).unwrap_err();
        assert!(error.to_string().contains("ended early"), "{error}");
        assert!(body == bytes(20_000 - missing));
        server.finish();
    }
}

#[test]
fn a_body_that_is_announced_as_too_long_is_not_read() {
    let server = Server::once(|peer| {
        peer.read_request();
        peer.send(head(20_000).as_bytes());
        peer.wait_for_close();
    });
    let mut options = server.options();
    options.max_response_bytes(19_999);
    let client = Client::new(&options).unwrap();
    let result = client.request(&Request::new("GET", "/x"), &CallOptions::new());
    let error = result
        .and_then(|mut response| response.body().map(<[u8]>::len))
        .unwrap_err();
    assert!(error.message().contains("max_response_bytes, 19999 bytes"), "{error}");
    server.finish();
}

#[test]
fn what_follows_a_body_answers_no_request() {
    let too_much: Script = Box::new(|peer| {
        peer.read_request();
        peer.send(&[head(20_000).as_bytes(), &bytes(20_000), b"HTTP/1.1 200 OK\r\n"].concat());
        peer.wait_for_close();
    });
    let server = Server::start(vec![too_much, in_pieces(&[5], 5, 0)]);
    let client = server.client();
    let mut response = proxy(&client, "GET");
    assert!(response.body().unwrap() == bytes(20_000));
    drop(response);
    assert!(proxy(&client, "GET").body().unwrap() == bytes(5));
    drop(client);
    server.finish();
}

#[test]
fn what_is_decrypted_with_a_body_answers_no_request() {
    // With its head, the second is as long as the first buffer of a connection.
    for (length, is_streamed) in [(20_000, false), (20_000, true), (4_055, false)] {
        let (server, client) = after_a_body_over_tls(length, b"HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\ninvented");
        let mut response = match is_streamed {
            true => proxy(&client, "GET"),
            false => client.request(&Request::new("GET", "/x"), &CallOptions::new()).unwrap(),
        };
        assert!(response.body().unwrap() == bytes(length));
        drop(response);
        let mut second = client.request(&Request::new("GET", "/x"), &CallOptions::new()).unwrap();
        assert_eq!(second.body().unwrap(), b"good", "{length}");
        server.join().unwrap();
    }
}

/// A server that sends a body and, in the same record of TLS, `more`; on the next connection it answers as it should.
fn after_a_body_over_tls(length: usize, more: &'static [u8]) -> (JoinHandle<()>, Client) {
    let authority = tls::authority();
    let key = KeyPair::generate().unwrap();
    let certificate = tls::params(&["localhost"]).signed_by(&key, &authority).unwrap();
    let config = tls::config(ALL_VERSIONS, vec![certificate.der().clone()], &key, None);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let server = thread::spawn(move || {
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n");
        let first = [head.as_bytes(), &bytes(length), more].concat();
        let second = b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 4\r\n\r\ngood".to_vec();
        for response in [first, second] {
            let (stream, _) = listener.accept().unwrap();
            let mut tls = StreamOwned::new(ServerConnection::new(config.clone()).unwrap(), stream);
            let (mut request, mut byte) = (Vec::new(), [0]);
            while !request.ends_with(b"\r\n\r\n") {
                tls.read_exact(&mut byte).unwrap();
                request.push(byte[0]);
            }
            tls.write_all(&response).unwrap();
            tls.flush().unwrap();
            // The client closes, with or without saying so.
            let _ = tls.read(&mut byte);
        }
    });
    let file = NamedTempFile::new().unwrap();
    std::fs::write(file.path(), authority.pem()).unwrap();
    let client = Client::new(tls::options(address).ca_file(file.path())).unwrap();
    (server, client)
}

#[test]
fn a_body_that_stalls_is_given_up() {
    let server = Server::once(|peer| {
        peer.read_request();
        peer.send(&[head(20_000).as_bytes(), &bytes(100)].concat());
        peer.wait_for_close();
    });
    let mut request = Request::new("GET", "/x");
    request.idle_timeout(Duration::from_millis(50));
    let mut response = server.client().proxy("c", "p", &request, &CallOptions::new()).unwrap();
    assert_eq!(response.body().unwrap_err().kind(), ErrorKind::Timeout);
    server.finish();
}

#[test]
fn a_body_may_begin_before_the_request_has_ended() {
    const UPLOAD: usize = 64_000_000;
    let server = Server::once(|peer| {
        assert!(peer.read_request());
        let body = bytes(30_000);
        peer.send(&[head(body.len()).as_bytes(), &body[..1_000]].concat());
        let (mut parts, mut part) = (body[1_000..].chunks(1_000), vec![0; UPLOAD / 20]);
        for _ in 0..20 {
            peer.stream.read_exact(&mut part).unwrap();
            peer.send(parts.next().unwrap());
        }
        parts.for_each(|part| peer.send(part));
        peer.wait_for_close();
    });
    let client = server.client();
    let mut request = Request::new("POST", "/x");
    request.body_reader(io::repeat(b'x').take(UPLOAD as u64), Some(UPLOAD as u64), "text/plain");
    let mut response = client.proxy("c", "p", &request, &CallOptions::new()).unwrap();
    assert!(response.body().unwrap() == bytes(30_000));
    drop((response, client));
    server.finish();
}
