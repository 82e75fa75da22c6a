//! Requests through Nango's proxy on a bad day: stalls, broken bodies, and who ends what.

mod support;

use std::io::{self, Read};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use nango::{CallOptions, Cancel, Client, Error, ErrorKind, Request, Response};
use support::proxy::{Hold, LARGE};
use support::{Peer, Script, Server};

fn proxy(client: &Client, request: &Request) -> Result<Response, Error> {
    client.proxy("c", "p", request, &CallOptions::new())
}

/// A request with a body that does not fit anywhere.
fn upload() -> Request {
    let mut request = Request::new("POST", "/x");
    request.body_reader(io::repeat(b'x').take(LARGE), Some(LARGE), "text/plain");
    request
}

fn kind_of(result: Result<Response, Error>) -> (ErrorKind, bool) {
    let error = result.unwrap_err();
    (error.kind(), error.is_retryable())
}

/// A server that responds with a head of 100 bytes to come and the first three, then runs `rest`.
fn half_an_answer(rest: impl FnOnce(&mut Peer) + Send + 'static) -> Server {
    Server::once(|peer| {
        peer.read_request();
        peer.send(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nabc");
        rest(peer);
    })
}

#[test]
fn the_timeout_reaches_to_the_head_and_the_idle_timeout_rules_the_body() {
    let server = Server::once(|peer| {
        peer.read_request();
        peer.wait_for_close();
    });
    let client = server.client();
    let mut options = CallOptions::new();
    options.timeout(Duration::from_millis(50));
    let result = client.proxy(
        "c",
        "p",
        Request::new("GET", "/x").idle_timeout(Duration::MAX),
        &options,
    );
    let error = result.unwrap_err();
    assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Timeout, true));
    let written = client.proxy(
        "c",
        "p",
        &Request::new("POST", "/x"),
        CallOptions::new().timeout(Duration::ZERO),
    );
    assert_eq!(kind_of(written), (ErrorKind::Timeout, true), "nothing was sent");
    server.finish();

    let server = half_an_answer(Peer::wait_for_close);
    let client = server.client();
    let mut request = Request::new("GET", "/x");
    request.idle_timeout(Duration::from_millis(50));
    let mut response = proxy(&client, &request).unwrap();
    let error = response.body().unwrap_err();
    assert_eq!((error.kind(), error.http_status()), (ErrorKind::Timeout, 200));
    assert!(error.message().contains("50 ms"), "{error}");
    assert_eq!(
        response.body().unwrap_err().kind(),
        ErrorKind::Timeout,
        "it fails again"
    );
    assert_eq!(response.read(&mut [0; 9]).unwrap_err().kind(), io::ErrorKind::TimedOut);
    server.finish();
}

#[test]
fn a_body_that_drips_outlives_the_timeout_of_its_call() {
    let (go, gone) = mpsc::channel::<()>();
    let server = Server::once(move |peer| {
        peer.read_request();
        peer.send(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\na");
        gone.recv().unwrap();
        peer.send(b"b");
    });
    let mut options = CallOptions::new();
    options.timeout(Duration::from_millis(300));
    let start = Instant::now();
    let client = server.client();
    let mut response = client.proxy("c", "p", &Request::new("GET", "/x"), &options).unwrap();
    while start.elapsed() < Duration::from_millis(350) {
        thread::yield_now();
    }
    go.send(()).unwrap();
    assert_eq!(response.body().unwrap(), b"ab");
    server.finish();
}

#[test]
fn a_broken_body_is_no_end() {
    let endings: [(&[u8], ErrorKind); 4] = [
        (b"content-length: 10\r\n\r\nabc", ErrorKind::Io),
        (b"transfer-encoding: chunked\r\n\r\n5\r\nabc", ErrorKind::Io),
        (b"transfer-encoding: chunked\r\n\r\n3\r\nabc\r\n", ErrorKind::Io),
        (b"transfer-encoding: chunked\r\n\r\nzz\r\nabc", ErrorKind::NotNango),
    ];
    for (end, kind) in endings {
        let server = Server::once(move |peer| {
            peer.read_request();
            peer.send(b"HTTP/1.1 200 OK\r\n");
            peer.send(end);
        });
        let mut response = proxy(&server.client(), &Request::new("GET", "/x")).unwrap();
        let error = response.body().unwrap_err();
        assert_eq!(error.kind(), kind, "{error}");
        assert!(error.message().contains("the body is incomplete"), "{error}");
        server.finish();
    }
}

#[test]
fn a_body_without_a_length_ends_with_its_connection() {
    let server = Server::once(|peer| {
        peer.read_request();
        peer.send(b"HTTP/1.1 200 OK\r\n\r\nabc");
    });
    let mut response = proxy(&server.client(), &Request::new("GET", "/x")).unwrap();
    assert_eq!(response.body().unwrap(), b"abc");
    server.finish();
}

#[test]
fn a_body_is_collected_within_the_limit_and_read_beyond_it() {
    for head in ["content-length: 11", "x: y"] {
        let server = Server::start(
            (0..3)
                .map(|_| -> Script {
                    Box::new(move |peer| {
                        peer.read_request();
                        peer.send(
                            format!("HTTP/1.1 200 OK\r\nconnection: close\r\n{head}\r\n\r\n0123456789a").as_bytes(),
                        );
                    })
                })
                .collect(),
        );
        for (limit, is_allowed) in [(10, false), (11, true)] {
            let client = Client::new(server.options().max_response_bytes(limit)).unwrap();
            let mut response = proxy(&client, &Request::new("GET", "/x")).unwrap();
            match (response.body(), is_allowed) {
                (Ok(body), true) => assert_eq!(body, b"0123456789a"),
                (Err(error), false) => assert_eq!(error.kind(), ErrorKind::TooLarge),
                (result, _) => panic!("{limit}: {result:?}"),
            }
        }
        let client = Client::new(server.options().max_response_bytes(1)).unwrap();
        let mut response = proxy(&client, &Request::new("GET", "/x")).unwrap();
        let mut all = Vec::new();
        response.read_to_end(&mut all).unwrap();
        assert_eq!(all, b"0123456789a");
        server.finish();
    }
}

#[test]
fn a_response_that_is_dropped_midway_closes_its_connection() {
    let (closed, seen) = mpsc::channel();
    let server = half_an_answer(move |peer| {
        peer.wait_for_close();
        closed.send(()).unwrap();
    });
    let client = server.client();
    let mut response = proxy(&client, &Request::new("GET", "/x")).unwrap();
    assert_eq!(response.read(&mut [0; 1]).unwrap(), 1);
    drop(response);
    seen.recv_timeout(Duration::from_secs(10)).unwrap();
    server.finish();
}

#[test]
fn a_response_outlives_its_client_and_request() {
    let server = Server::once(|peer| {
        peer.read_request();
        peer.answer(200, "text/plain", "abc");
    });
    let mut response = proxy(&server.client(), &Request::new("GET", "/x")).unwrap();
    let read = thread::spawn(move || response.body().map(<[u8]>::to_vec));
    assert_eq!(read.join().unwrap().unwrap(), b"abc");
    server.finish();
}

#[test]
fn an_answer_with_two_lengths_is_read_in_chunks_and_its_connection_closed() {
    let both: Script = Box::new(|peer| {
        peer.read_request();
        peer.send(b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n");
        peer.wait_for_close();
    });
    let next: Script = Box::new(|peer| {
        peer.read_request();
        peer.answer(200, "text/plain", "next");
    });
    let server = Server::start(vec![both, next]);
    let client = server.client();
    for expected in [&b"ab"[..], b"next"] {
        let mut response = proxy(&client, &Request::new("GET", "/x")).unwrap();
        assert_eq!(response.body().unwrap(), expected);
    }
    assert_eq!(server.finish().len(), 2);
}

/// Ends a call that waits for the head, that uploads to a server that reads nothing, or that reads a body.
fn ended_by(end: impl Fn(&Client, &Cancel) + Send + Sync + 'static) {
    let end = Arc::new(end);
    for phase in ["head", "upload", "body"] {
        let (waits, waiting) = mpsc::channel();
        let reads = waits.clone();
        let (let_go, hold) = Hold::new();
        let server = Server::once(move |peer| {
            peer.read_request();
            if phase == "body" {
                peer.send(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nabc");
            }
            if phase != "body" {
                waits.send(()).unwrap();
            }
            hold.until_let_go();
        });
        let client = Arc::new(server.client());
        let cancel = Cancel::new();
        let ender = thread::spawn({
            let (client, cancel, end) = (client.clone(), cancel.clone(), end.clone());
            move || {
                waiting.recv().unwrap();
                end(&client, &cancel);
            }
        });
        let request = match phase {
            "upload" => upload(),
            _ => Request::new("GET", "/x"),
        };
        let result = client.proxy("c", "p", &request, CallOptions::new().cancel(&cancel));
        let error = match phase {
            "body" => {
                let mut response = result.unwrap();
                reads.send(()).unwrap();
                response.body().unwrap_err()
            }
            _ => result.unwrap_err(),
        };
        assert_eq!(
            (error.kind(), error.is_retryable()),
            (ErrorKind::Cancelled, false),
            "{phase}"
        );
        ender.join().unwrap();
        drop(let_go);
        server.finish();
    }
}

#[test]
fn a_cancel_ends_every_phase() {
    ended_by(|_, cancel| cancel.trigger());
}

#[test]
fn a_shutdown_ends_every_phase() {
    ended_by(|client, _| client.shutdown());
}

#[test]
fn an_interrupt_ends_every_phase() {
    for phase in ["head", "upload", "body"] {
        let (let_go, hold) = Hold::new();
        let server = Server::once(move |peer| {
            peer.read_request();
            if phase == "body" {
                peer.send(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nabc");
            }
            hold.until_let_go();
        });
        let client = server.client();
        let interrupts = Arc::new(AtomicUsize::new(0));
        let mut options = CallOptions::new();
        options.interrupt({
            let interrupts = interrupts.clone();
            move || interrupts.fetch_add(1, Ordering::Relaxed) > 0
        });
        let request = match phase {
            "upload" => upload(),
            _ => Request::new("GET", "/x"),
        };
        let result = client.proxy("c", "p", &request, &options);
        let error = match phase {
            "body" => result.unwrap().body().unwrap_err(),
            _ => result.unwrap_err(),
        };
        assert_eq!(error.kind(), ErrorKind::Cancelled, "{phase}");
        assert_eq!(interrupts.load(Ordering::Relaxed), 2, "{phase}");
        drop(let_go);
        server.finish();
    }
}
