//! Bodies on their way to Nango's proxy, into servers that stall, refuse early or close.

mod support;

use std::io::{self, Read};
use std::net::Shutdown;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use nango::{CallOptions, Cancel, Client, Error, ErrorKind, Request, Response};
use support::proxy::{Hold, LARGE};
use support::{Peer, Script, Server};

fn proxy(client: &Client, request: &Request) -> Result<Response, Error> {
    client.proxy("c", "p", request, &CallOptions::new())
}

/// A request with a body of this size, in chunks or not, that counts the reads of its reader.
fn upload(size: u64, is_chunked: bool) -> (Request, Arc<AtomicUsize>) {
    struct Counting(io::Take<io::Repeat>, Arc<AtomicUsize>);
    impl Read for Counting {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let count = self.0.read(buffer)?;
            self.1.fetch_add(count, Ordering::Relaxed);
            Ok(count)
        }
    }
    let asked = Arc::new(AtomicUsize::new(0));
    let mut request = Request::new("POST", "/x");
    let reader = Counting(io::repeat(b'x').take(size), asked.clone());
    request.body_reader(reader, (!is_chunked).then_some(size), "text/plain");
    (request, asked)
}

#[test]
fn an_upload_into_a_server_that_stalls_ends_by_the_idle_timeout() {
    for is_chunked in [false, true] {
        let (let_go, hold) = Hold::new();
        let server = Server::once(|peer| {
            peer.read_request();
            hold.until_let_go();
        });
        let (mut request, _) = upload(LARGE, is_chunked);
        request.idle_timeout(Duration::from_millis(100));
        let error = proxy(&server.client(), &request).unwrap_err();
        assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Timeout, false));
        assert!(error.message().contains("idle timeout 100 ms"), "{error}");
        drop(let_go);
        server.finish();
    }
}

#[test]
fn an_early_refusal_ends_an_upload() {
    const REFUSAL: &[u8] = b"HTTP/1.1 413 Too Large\r\ncontent-length: 3\r\n\r\nbig";
    for is_chunked in [false, true] {
        // Whether the server continues to read, stops reading, or closes.
        for then in ["stalls", "closes", "resets"] {
            let (let_go, hold) = Hold::new();
            let server = Server::once(move |peer| {
                peer.read_request();
                peer.send(REFUSAL);
                match then {
                    "stalls" => hold.until_let_go(),
                    "closes" => {
                        peer.stream.shutdown(Shutdown::Write).unwrap();
                        hold.until_let_go();
                    }
                    _ => {}
                }
            });
            let (request, asked) = upload(LARGE, is_chunked);
            let mut response = proxy(&server.client(), &request).unwrap_or_else(|error| panic!("{then}: {error}"));
            assert_eq!(
                (response.status(), response.body().unwrap()),
                (413, &b"big"[..]),
                "{then}"
            );
            assert!((asked.load(Ordering::Relaxed) as u64) < LARGE, "{then}");
            drop((response, let_go));
            server.finish();
        }
    }
}

#[test]
fn a_part_of_a_body_of_unknown_length_is_one_chunk() {
    let server = Server::once(|peer| {
        peer.read_request();
        for (size, part) in [("fff8", 65_528), ("fff8", 65_528), ("0d58", 3_416), ("0", 0)] {
            let expected = [size.as_bytes(), b"\r\n", &vec![b'x'; part], b"\r\n"].concat();
            let mut chunk = vec![0; expected.len()];
            peer.stream.read_exact(&mut chunk).unwrap();
            assert!(chunk == expected, "{size}");
        }
        peer.answer(200, "text/plain", "ok");
    });
    let (request, _) = upload(2 * 65_528 + 3_416, true);
    assert_eq!(proxy(&server.client(), &request).unwrap().body().unwrap(), b"ok");
    server.finish();
}

/// The largest body that a Nango server takes by default.
const MOST: u64 = 78_643_200;

/// What Nango says of a body that is larger, and of anything else that it did not foresee.
const FAILED: &str = r#"{"error":{"message":"An error occurred.","code":"generic_error_support","payload":"7"}}"#;

#[test]
fn a_body_that_nango_does_not_take_is_told_as_too_large() {
    for (size, is_chunked, kind) in [
        (MOST, false, ErrorKind::Server),
        (MOST + 1, false, ErrorKind::TooLarge),
        (MOST + 1, true, ErrorKind::TooLarge),
    ] {
        for is_proxied in [true, false] {
            let server = Server::once(move |peer| {
                peer.read_request();
                if is_chunked {
                    io::copy(&mut peer.stream.by_ref().take(MOST + 1), &mut io::sink()).unwrap();
                }
                peer.answer(500, "application/json", FAILED);
                peer.wait_for_close();
            });
            let (request, _) = upload(size, is_chunked);
            let client = server.client();
            let error = match is_proxied {
                true => proxy(&client, &request).unwrap_err(),
                false => client.request(&request, &CallOptions::new()).unwrap_err(),
            };
            assert_eq!(
                (error.kind(), error.code(), error.http_status(), error.is_retryable()),
                (kind, Some("generic_error_support"), 500, false),
                "{size} {is_chunked} {is_proxied}"
            );
            let tells = error.message().contains("78643200") && !error.message().contains("again later");
            assert_eq!(tells, kind == ErrorKind::TooLarge, "{error}");
        }
    }
}

#[test]
fn an_upload_that_was_cut_short_ends_its_connection() {
    let (ended, end) = mpsc::channel();
    let server = Server::once(move |peer| {
        peer.read_request();
        peer.answer(401, "text/plain", "no");
        peer.wait_for_close();
        ended.send(()).unwrap();
    });
    let client = server.client();
    let (request, asked) = upload(LARGE, false);
    assert_eq!(proxy(&client, &request).unwrap().body().unwrap(), b"no");
    end.recv_timeout(Duration::from_secs(20)).unwrap();
    assert!((asked.load(Ordering::Relaxed) as u64) < LARGE);
    drop(client);
    server.finish();
}

#[test]
fn an_early_good_answer_does_not_cut_an_upload() {
    let (seen, whole) = mpsc::channel();
    let server = Server::once(move |peer| {
        peer.read_request();
        peer.send(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok");
        let mut body = vec![0; 10_000_000];
        seen.send(peer.stream.read_exact(&mut body).is_ok() && body.iter().all(|&b| b == b'x'))
            .unwrap();
    });
    let (request, _) = upload(10_000_000, false);
    let mut response = proxy(&server.client(), &request).unwrap();
    assert_eq!(response.body().unwrap(), b"ok");
    assert!(whole.recv().unwrap());
    server.finish();
}

#[test]
fn a_cancel_ends_an_upload_that_never_has_to_wait() {
    struct Cancelling(Cancel, Arc<AtomicUsize>);
    impl Read for Cancelling {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.0.trigger();
            self.1.fetch_add(1, Ordering::Relaxed);
            buffer[0] = b'x';
            Ok(1)
        }
    }
    let server = Server::once(hold_all);
    let (cancel, parts) = (Cancel::new(), Arc::new(AtomicUsize::new(0)));
    let mut request = Request::new("POST", "/x");
    request.body_reader(Cancelling(cancel.clone(), parts.clone()), Some(1000), "text/plain");
    let client = server.client();
    let result = client.proxy("c", "p", &request, CallOptions::new().cancel(&cancel));
    assert_eq!(result.unwrap_err().kind(), ErrorKind::Cancelled);
    assert_eq!(parts.load(Ordering::Relaxed), 1);
    server.finish();
}

#[test]
fn a_reader_that_gives_up_or_ends_early_ends_the_call() {
    struct GivesUp;
    impl Read for GivesUp {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("invented"))
        }
    }
    let server = Server::start((0..2).map(|_| -> Script { Box::new(hold_all) }).collect());
    let client = server.client();
    let mut gives_up = Request::new("POST", "/x");
    gives_up.body_reader(GivesUp, None, "text/plain");
    let mut too_short = Request::new("POST", "/x");
    too_short.body_reader(&b"abc"[..], Some(4), "text/plain");
    for (request, word) in [(gives_up, "gave up"), (too_short, "content_length")] {
        let error = proxy(&client, &request).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Cancelled);
        assert!(error.message().contains(word), "{error}");
        let again = proxy(&client, &request).unwrap_err();
        assert_eq!((again.kind(), again.attempts()), (ErrorKind::InvalidArgument, 0));
    }
    server.finish();
}

fn hold_all(peer: &mut Peer) {
    peer.read_request();
    peer.wait_for_close();
}
