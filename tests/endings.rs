//! How a call ends before its time, and how it is tried again.

mod support;

use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use nango::{CallOptions, Cancel, Client, ClientOptions, Error, ErrorKind};
use support::{CONNECTION, KEY, Peer, Script, Server};

/// Long enough to never expire in a test.
const LONG: Duration = Duration::from_secs(600);

fn patient(url: &str) -> Client {
    let mut options = ClientOptions::new();
    options
        .secret_key(KEY)
        .base_url(url)
        .timeout(LONG)
        .connect_timeout(LONG)
        .max_retries(0);
    Client::new(&options).unwrap()
}

fn get(client: &Client, options: &CallOptions) -> Result<Arc<nango::Connection>, Error> {
    client.get_connection("c", "p", options)
}

/// A server's action until the client goes, after reporting that the call has come so far.
fn stalls() -> Vec<fn(&mut Peer)> {
    vec![
        |_| {},
        |peer| assert!(peer.read_request()),
        |peer| {
            peer.read_request();
            peer.send(b"HTTP/1.1 200 OK\r\nx-a: b\r\n");
        },
        |peer| {
            peer.read_request();
            peer.send(b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{");
        },
    ]
}

/// Runs a call into each stall and ends it with `end` once the server reports that it stalls.
fn ended_in_each_phase(prepare: impl Fn(&mut CallOptions) -> Box<dyn FnOnce(&Client) + Send>) {
    for stall in stalls() {
        let (stalled, has_stalled) = mpsc::channel();
        let server = Server::once(move |peer| {
            stall(peer);
            stalled.send(()).unwrap();
            peer.wait_for_close();
        });
        let client = patient(&server.url());
        let mut options = CallOptions::new();
        let end = prepare(&mut options);
        let error = thread::scope(|scope| {
            let call = scope.spawn(|| get(&client, &options).unwrap_err());
            has_stalled.recv().unwrap();
            end(&client);
            call.join().unwrap()
        });
        assert_eq!(
            (error.kind(), error.is_retryable()),
            (ErrorKind::Cancelled, false),
            "{error}"
        );
        drop(client);
        server.finish();
    }
}

#[test]
fn a_cancel_ends_a_call_in_every_phase() {
    ended_in_each_phase(|options| {
        let cancel = Cancel::new();
        options.cancel(&cancel);
        Box::new(move |_| cancel.trigger())
    });
}

#[test]
fn a_shutdown_ends_a_call_in_every_phase_and_later_ones_at_once() {
    ended_in_each_phase(|_| Box::new(Client::shutdown));
    let client = patient("http://127.0.0.1:1");
    client.shutdown();
    let error = get(&client, &CallOptions::new()).unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Cancelled, 0));
}

#[test]
fn a_cancel_ends_the_tls_handshake() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let client = patient(&format!("https://{}", listener.local_addr().unwrap()));
    let cancel = Cancel::new();
    let error = thread::scope(|scope| {
        let call = scope.spawn(|| get(&client, CallOptions::new().cancel(&cancel)).unwrap_err());
        let (_stream, _) = listener.accept().unwrap();
        cancel.trigger();
        call.join().unwrap()
    });
    assert_eq!(error.kind(), ErrorKind::Cancelled, "{error}");
}

#[test]
fn one_token_ends_many_calls_and_those_that_come_later() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let client = patient(&format!("http://{}", listener.local_addr().unwrap()));
    let cancel = Cancel::new();
    let mut options = CallOptions::new();
    options.cancel(&cancel);
    thread::scope(|scope| {
        let calls: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| get(&client, &options).unwrap_err()))
            .collect();
        let mut peers: Vec<Peer> = (0..8).map(|_| Peer::accept(&listener)).collect();
        peers.iter_mut().for_each(|peer| assert!(peer.read_request()));
        cancel.trigger();
        for call in calls {
            assert_eq!(call.join().unwrap().kind(), ErrorKind::Cancelled);
        }
    });
    let later = get(&client, &options).unwrap_err();
    assert_eq!((later.kind(), later.attempts()), (ErrorKind::Cancelled, 0));
}

#[test]
fn a_cancel_ends_the_pause_between_two_attempts() {
    let (refused, was_refused) = mpsc::channel();
    let server = Server::once(move |peer| {
        peer.read_request();
        peer.send(b"HTTP/1.1 429 X\r\nretry-after: 300\r\ncontent-length: 0\r\n\r\n");
        refused.send(()).unwrap();
    });
    let client = Client::new(server.options().timeout(LONG).max_retries(2)).unwrap();
    let cancel = Cancel::new();
    let error = thread::scope(|scope| {
        let call = scope.spawn(|| get(&client, CallOptions::new().cancel(&cancel)).unwrap_err());
        was_refused.recv().unwrap();
        cancel.trigger();
        call.join().unwrap()
    });
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Cancelled, 1));
    server.finish();
}

#[test]
fn an_interrupt_is_asked_while_a_call_waits_and_ends_it() {
    let server = Server::once(Peer::wait_for_close);
    let client = patient(&server.url());
    let asked = Arc::new(AtomicUsize::new(0));
    let caller = thread::current().id();
    let counter = asked.clone();
    let mut options = CallOptions::new();
    options.interrupt(move || {
        assert_eq!(thread::current().id(), caller, "asked on the calling thread");
        counter.fetch_add(1, Ordering::Relaxed) == 2
    });
    let error = get(&client, &options).unwrap_err();
    assert_eq!((error.kind(), asked.load(Ordering::Relaxed)), (ErrorKind::Cancelled, 3));
    drop(client);
    server.finish();
}

#[test]
fn an_interrupt_may_call_another_client() {
    let inner_server = Server::once(|peer| {
        peer.read_request();
        peer.answer(200, "application/json", CONNECTION);
    });
    let inner = Arc::new(inner_server.client());
    let (ask, asked) = mpsc::channel();
    let server = Server::once(move |peer| {
        peer.read_request();
        asked.recv().unwrap();
        peer.answer(200, "application/json", CONNECTION);
    });
    let client = patient(&server.url());
    let mut options = CallOptions::new();
    let done = AtomicUsize::new(0);
    options.interrupt(move || {
        if done.fetch_add(1, Ordering::Relaxed) == 0 {
            get(&inner, &CallOptions::new()).unwrap();
            ask.send(()).unwrap();
        }
        false
    });
    assert_eq!(get(&client, &options).unwrap().api_key(), Some("invented-api-key"));
    inner_server.finish();
    server.finish();
}

fn answer_with(head: &'static str) -> Script {
    Box::new(move |peer| {
        peer.read_request();
        peer.send(head.as_bytes());
    })
}

fn good() -> Script {
    Box::new(|peer| {
        peer.read_request();
        peer.answer(200, "application/json", CONNECTION);
    })
}

const UNAVAILABLE: &str = "HTTP/1.1 503 X\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
const LIMITED: &str = "HTTP/1.1 429 X\r\nretry-after: 0\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";

fn retrying(server: &Server, retries: u32) -> Client {
    Client::new(server.options().timeout(LONG).max_retries(retries)).unwrap()
}

#[test]
fn what_may_pass_is_tried_again_until_it_does() {
    let server = Server::start(vec![answer_with(UNAVAILABLE), answer_with(LIMITED), good()]);
    assert!(get(&retrying(&server, 2), &CallOptions::new()).is_ok());
    assert_eq!(server.finish().len(), 3);
}

#[test]
fn the_last_error_tells_how_often_it_was_tried() {
    let server = Server::start(vec![
        answer_with(LIMITED),
        answer_with(UNAVAILABLE),
        answer_with(UNAVAILABLE),
    ]);
    let error = get(&retrying(&server, 2), &CallOptions::new()).unwrap_err();
    assert_eq!(
        (error.kind(), error.attempts(), error.http_status()),
        (ErrorKind::Server, 3, 503)
    );
    server.finish();
}

#[test]
fn a_wait_that_does_not_fit_into_the_deadline_is_reported_at_once() {
    let server = Server::once(|peer| {
        peer.read_request();
        peer.send(b"HTTP/1.1 429 X\r\nretry-after: 3600\r\ncontent-length: 0\r\n\r\n");
    });
    let client = Client::new(server.options().timeout(Duration::from_secs(60)).max_retries(5)).unwrap();
    let start = Instant::now();
    let error = get(&client, &CallOptions::new()).unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::RateLimited, 1));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3600)));
    assert!(start.elapsed() < Duration::from_secs(30));
    server.finish();
}

#[test]
fn a_forced_refresh_is_not_repeated_once_it_was_sent() {
    for answer in [UNAVAILABLE, ""] {
        let server = Server::start(vec![answer_with(answer)]);
        let error = get(&retrying(&server, 5), CallOptions::new().force_refresh(true)).unwrap_err();
        assert_eq!((error.attempts(), error.is_retryable()), (1, false), "{error}");
        server.finish();
    }
    let server = Server::start(vec![answer_with(LIMITED), good()]);
    assert!(
        get(&retrying(&server, 1), CallOptions::new().force_refresh(true)).is_ok(),
        "a 429 did nothing"
    );
    server.finish();
}

#[test]
fn a_forced_refresh_never_uses_an_idle_connection() {
    let server = Server::start(vec![
        Box::new(|peer| {
            peer.read_request();
            peer.answer(200, "application/json", CONNECTION);
        }),
        good(),
    ]);
    let client = retrying(&server, 0);
    get(&client, &CallOptions::new()).unwrap();
    get(&client, CallOptions::new().force_refresh(true)).unwrap();
    server.finish();
}

#[test]
fn an_idle_connection_that_ends_as_it_is_used_is_replaced_and_does_not_count() {
    let server = Server::start(vec![
        Box::new(|peer| {
            peer.read_request();
            peer.answer_and_stay(200, "application/json", CONNECTION);
            // The next request comes, and only then does the server close.
            peer.read_request();
        }),
        good(),
    ]);
    let client = retrying(&server, 0);
    get(&client, &CallOptions::new()).unwrap();
    assert_eq!(
        get(&client, &CallOptions::new()).unwrap().api_key(),
        Some("invented-api-key")
    );
    assert_eq!(server.finish().len(), 3);
}
