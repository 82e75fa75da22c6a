//! The cache of a client: which connections it returns, which it requests again, and how calls share a request.

mod support;

use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::Duration;

use nango::{CallOptions, Client, ClientOptions, Connection, Error, ErrorKind, LogLevel};
use support::{CONNECTION, Peer, Script, Server};

/// Longer than any test, shorter than the rejected values.
const TTL: Duration = Duration::from_secs(300);

fn answers() -> Script {
    Box::new(|peer: &mut Peer| {
        assert!(peer.read_request());
        peer.answer(200, "application/json", CONNECTION);
    })
}

/// Responds at the test's command.
fn answers_when_told(status: u16, body: &'static str) -> (Script, mpsc::Sender<()>) {
    let (release, released) = mpsc::channel();
    let script = Box::new(move |peer: &mut Peer| {
        assert!(peer.read_request());
        released.recv().unwrap();
        peer.answer(status, "application/json", body);
    });
    (script, release)
}

fn stalls() -> Script {
    Box::new(|peer: &mut Peer| {
        assert!(peer.read_request());
        peer.wait_for_close();
    })
}

fn cached(server: &Server) -> ClientOptions {
    let mut options = server.options();
    options.cache_ttl(TTL);
    options
}

fn get(client: &Client, options: &CallOptions) -> Result<Arc<Connection>, Error> {
    client.get_connection("c", "p", options)
}

/// Options of a call that reports when it waits.
fn telling(options: &CallOptions) -> (CallOptions, mpsc::Receiver<()>) {
    let (tell, waits) = mpsc::channel();
    let mut options = options.clone();
    options.interrupt(move || {
        // The test may have heard enough.
        let _ = tell.send(());
        false
    });
    (options, waits)
}

#[test]
fn a_hit_is_the_same_connection_and_the_log_tells_so() {
    let server = Server::once(|peer| answers()(peer));
    let lines = Arc::new(Mutex::new(Vec::new()));
    let sink = lines.clone();
    let client = Client::new(cached(&server).log(LogLevel::Debug, move |level, message| {
        sink.lock().unwrap().push((level, message.to_owned()));
    }));
    let client = client.unwrap();
    let first = get(&client, &CallOptions::new()).unwrap();
    lines.lock().unwrap().clear();
    let second = get(&client, &CallOptions::new()).unwrap();
    assert!(Arc::ptr_eq(&first, &second));
    let seen = std::mem::take(&mut *lines.lock().unwrap());
    assert!(seen.iter().all(|(level, _)| *level == LogLevel::Debug), "{seen:?}");
    let texts: Vec<&str> = seen
        .iter()
        .map(|(_, line)| line.split_once(": ").map_or("", |(_, text)| text))
        .collect();
    assert_eq!(texts[..2], [r#"get connection "c" of "p""#, "cache: answers"]);
    assert!(
        texts[2].starts_with("get_connection succeeded in ") && texts.len() == 3,
        "{texts:?}"
    );
    assert_eq!(server.finish().len(), 1);
    drop(client);
    assert_eq!(
        (second.token(), Arc::strong_count(&second)),
        (Some("invented-api-key"), 2)
    );
}

#[test]
fn an_entry_is_too_old_from_the_max_age_on() {
    let server = Server::start(vec![answers(), answers()]);
    let client = Client::new(&cached(&server)).unwrap();
    get(&client, &CallOptions::new()).unwrap();
    get(&client, CallOptions::new().max_age(Duration::from_secs(3600))).unwrap();
    get(&client, CallOptions::new().max_age(Duration::from_nanos(1))).unwrap();
    assert_eq!(server.finish().len(), 2);
}

#[test]
fn a_ttl_of_more_than_five_minutes_is_refused_until_it_is_set_anew() {
    let mut options = ClientOptions::new();
    options
        .secret_key("invented-key")
        .cache_ttl(TTL + Duration::from_nanos(1));
    let error = Client::new(&options).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    assert!(error.message().contains("cache_ttl"), "{error}");
    assert!(Client::new(options.cache_ttl(TTL)).is_ok());
}

#[test]
fn calls_at_once_share_one_answer_or_one_error() {
    for (status, body) in [
        (200, CONNECTION),
        (404, r#"{"error":{"code":"not_found","message":"gone"}}"#),
    ] {
        let (script, tell) = answers_when_told(status, body);
        let server = Server::start(vec![script]);
        let client = Client::new(&cached(&server)).unwrap();
        let plain = CallOptions::new();
        let results: Vec<_> = thread::scope(|scope| {
            let mut calls = Vec::new();
            for _ in 0..4 {
                let (options, waits) = telling(&plain);
                let client = &client;
                calls.push(scope.spawn(move || get(client, &options)));
                waits.recv().unwrap();
            }
            tell.send(()).unwrap();
            calls.into_iter().map(|call| call.join().unwrap()).collect()
        });
        for result in &results {
            match (result, &results[0]) {
                (Ok(this), Ok(first)) => assert!(Arc::ptr_eq(this, first)),
                (Err(this), Err(_)) => {
                    assert_eq!((this.kind(), this.code()), (ErrorKind::NotFound, Some("not_found")));
                }
                _ => panic!("some failed and some did not"),
            }
        }
        assert_eq!(server.finish().len(), 1);
    }
}

/// Makes a call with little time, and one with enough that waits for its request and has to succeed; how the first ended.
fn how_a_first_call_with_little_time_ends(client: &Client) -> ErrorKind {
    let (first, first_waits) = telling(CallOptions::new().timeout(Duration::from_millis(500)));
    let (second, second_waits) = telling(&CallOptions::new());
    thread::scope(|scope| {
        let first = scope.spawn(|| get(client, &first));
        first_waits.recv().unwrap();
        let second = scope.spawn(|| get(client, &second));
        second_waits.recv().unwrap();
        let ended = first.join().unwrap().unwrap_err().kind();
        assert_eq!(second.join().unwrap().unwrap().token(), Some("invented-api-key"));
        ended
    })
}

#[test]
fn when_the_first_call_runs_out_of_time_one_of_those_who_wait_asks() {
    let server = Server::start(vec![stalls(), answers()]);
    let client = Client::new(&cached(&server)).unwrap();
    assert_eq!(how_a_first_call_with_little_time_ends(&client), ErrorKind::Timeout);
    assert_eq!(server.finish().len(), 2);
}

#[test]
fn when_the_first_call_runs_out_of_time_at_a_proxy_one_of_those_who_wait_asks() {
    let tunnels = Box::new(|peer: &mut Peer| {
        peer.accept_socks();
        assert!(peer.read_request());
        peer.answer(200, "application/json", CONNECTION);
    });
    let proxy = Server::start(vec![Box::new(|peer: &mut Peer| peer.wait_for_close()), tunnels]);
    let url = proxy.url().replace("http:", "socks5h:");
    let client = Client::new(cached(&proxy).base_url("http://localhost").http_proxy(&url)).unwrap();
    assert_eq!(how_a_first_call_with_little_time_ends(&client), ErrorKind::HttpProxy);
    assert_eq!(proxy.finish().len(), 1);
}

#[test]
fn when_the_first_call_panics_one_of_those_who_wait_asks() {
    let server = Server::start(vec![answers()]);
    let (begin, has_begun) = mpsc::channel();
    let (end, may_end) = mpsc::channel();
    let (first, may_end) = (AtomicBool::new(true), Mutex::new(may_end));
    let client = Client::new(cached(&server).log(LogLevel::Trace, move |level, _| {
        // The first message from inside of a request.
        if level == LogLevel::Trace && first.swap(false, Ordering::SeqCst) {
            begin.send(()).unwrap();
            may_end.lock().unwrap().recv().unwrap();
            panic::resume_unwind(Box::new("on purpose"));
        }
    }));
    let client = client.unwrap();
    let (options, waits) = telling(&CallOptions::new());
    thread::scope(|scope| {
        let first = scope.spawn(|| panic::catch_unwind(AssertUnwindSafe(|| get(&client, &CallOptions::new()))));
        has_begun.recv().unwrap();
        let second = scope.spawn(|| get(&client, &options));
        waits.recv().unwrap();
        end.send(()).unwrap();
        assert!(first.join().unwrap().is_err());
        assert_eq!(second.join().unwrap().unwrap().token(), Some("invented-api-key"));
    });
    assert_eq!(server.finish().len(), 1);
}

#[test]
fn a_call_that_waits_runs_out_of_its_own_time() {
    let (script, tell) = answers_when_told(200, CONNECTION);
    let server = Server::start(vec![script]);
    let client = Client::new(&cached(&server)).unwrap();
    let (first, first_waits) = telling(&CallOptions::new());
    thread::scope(|scope| {
        let first = scope.spawn(|| get(&client, &first));
        first_waits.recv().unwrap();
        let error = get(&client, CallOptions::new().timeout(Duration::from_millis(20))).unwrap_err();
        assert_eq!(
            (error.kind(), error.attempts(), error.is_retryable()),
            (ErrorKind::Timeout, 0, true)
        );
        assert!(error.message().contains("another call"), "{error}");
        tell.send(()).unwrap();
        first.join().unwrap().unwrap();
    });
    assert_eq!(server.finish().len(), 1);
}

#[test]
fn a_slow_answer_does_not_replace_that_of_a_forced_refresh() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let mut options = ClientOptions::new();
    options
        .secret_key(support::KEY)
        .base_url(&format!("http://{}", listener.local_addr().unwrap()))
        .http_proxy("")
        .cache_ttl(TTL);
    let client = Client::new(&options).unwrap();
    thread::scope(|scope| {
        let slow = scope.spawn(|| get(&client, &CallOptions::new()).unwrap());
        let mut slow_peer = Peer::accept(&listener);
        assert!(slow_peer.read_request());
        let forced = scope.spawn(|| get(&client, CallOptions::new().force_refresh(true)).unwrap());
        let mut forced_peer = Peer::accept(&listener);
        assert!(forced_peer.read_request());
        forced_peer.answer(200, "application/json", CONNECTION);
        let forced = forced.join().unwrap();
        slow_peer.answer(200, "application/json", CONNECTION);
        let slow = slow.join().unwrap();
        let kept = get(&client, &CallOptions::new()).unwrap();
        assert!(Arc::ptr_eq(&kept, &forced) && !Arc::ptr_eq(&kept, &slow));
    });
}

#[test]
fn what_was_asked_for_before_it_was_forgotten_is_not_kept() {
    let forget: [fn(&Client); 2] = [|client| client.invalidate("c", "p"), Client::clear_cache];
    for forget in forget {
        let (script, tell) = answers_when_told(200, CONNECTION);
        let server = Server::start(vec![script, answers()]);
        let client = Client::new(&cached(&server)).unwrap();
        let (options, waits) = telling(&CallOptions::new());
        let before = thread::scope(|scope| {
            let before = scope.spawn(|| get(&client, &options).unwrap());
            waits.recv().unwrap();
            forget(&client);
            tell.send(()).unwrap();
            before.join().unwrap()
        });
        let after = get(&client, &CallOptions::new()).unwrap();
        assert!(!Arc::ptr_eq(&before, &after));
        assert!(Arc::ptr_eq(&after, &get(&client, &CallOptions::new()).unwrap()));
        assert_eq!(server.finish().len(), 2);
    }
}
