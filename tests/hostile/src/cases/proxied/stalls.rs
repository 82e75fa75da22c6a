//! Responses that stall or drip: the call's timeout covers the head, the idle timeout the body.

use std::time::Duration;

use super::{BODY, proxied};
use crate::case::{Case, Expect, SHORT, Stage};
use crate::peer::Peer;

/// How slowly things drip.
const PAUSE: Duration = Duration::from_millis(20);
/// A body that takes longer to drip in than a short timeout.
const LONG: usize = 60;

/// A complete body, except for the end after its last chunk.
const ALL_BUT_TRAILERS: &str = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n";

/// A case whose call has little time to the head.
fn head(name: &str, method: &'static str, script: fn(&mut Peer), expect: Expect) -> Case {
    let short = |stage: Stage| stage.short();
    proxied(name, method, script, short, expect.requests(1))
}

/// A case whose body has a short idle timeout.
fn body(name: &str, script: fn(&mut Peer), expect: Expect) -> Case {
    proxied(name, "GET", script, idle, expect)
}

fn idle(stage: Stage) -> Stage {
    stage.call("idle_timeout_ms", SHORT)
}

/// Little time in either way.
fn both(stage: Stage) -> Stage {
    idle(stage.short())
}

pub(super) fn cases() -> Vec<Case> {
    let mut cases = heads();
    cases.extend(bodies());
    cases.extend(drips());
    cases
}

fn heads() -> Vec<Case> {
    let passed = || Expect::call_fails("TIMEOUT").retryable();
    vec![
        head(
            "no answer to a GET",
            "GET",
            |peer| {
                peer.read_head();
                peer.stall();
            },
            passed().says("waiting for the response"),
        ),
        head(
            "no answer to a POST",
            "POST",
            |peer| {
                peer.read_head();
                peer.stall();
            },
            Expect::call_fails("TIMEOUT").says("waiting for the response"),
        ),
        head(
            "a head that stalls",
            "GET",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\nx-a: b\r\n");
                peer.stall();
            },
            passed(),
        ),
        head(
            "a head that drips in",
            "GET",
            |peer| {
                peer.read_head();
                peer.drip("HTTP/1.1 200 OK\r\n".to_owned() + &"x-a: b\r\n".repeat(100), PAUSE);
            },
            passed(),
        ),
        head(
            "100 Continue drips in",
            "GET",
            |peer| {
                peer.read_head();
                peer.drip("HTTP/1.1 100 Continue\r\n\r\n".repeat(100), PAUSE);
            },
            passed(),
        ),
        proxied(
            "the call's timeout before the client's",
            "GET",
            |peer| {
                peer.read_head();
                peer.stall();
            },
            |stage| stage.call("timeout_ms", SHORT),
            passed().requests(1).says("timeout 500 ms"),
        ),
        proxied(
            "a timeout of 0",
            "POST",
            super::serve,
            |stage| stage.client("timeout_ms", 0),
            passed().attempts(0).connections(0),
        ),
    ]
}

fn bodies() -> Vec<Case> {
    let passed = || Expect::reading_fails("TIMEOUT").retryable().says("no data for 500 ms");
    vec![
        body(
            "a body that stalls",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nabc");
                peer.stall();
            },
            passed().read("abc"),
        ),
        body(
            "a body that never begins",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n");
                peer.stall();
            },
            passed().read(""),
        ),
        body(
            "a body that stalls within a chunk",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\nabc");
                peer.stall();
            },
            passed().read("abc"),
        ),
        body(
            "a body that stalls between two chunks",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n");
                peer.stall();
            },
            passed().read("abc"),
        ),
        body(
            "a body without a length that never ends",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\n\r\nabc");
                peer.stall();
            },
            passed().read("abc"),
        ),
        proxied(
            "a body that stalls while it is collected",
            "GET",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nabc");
                peer.stall();
            },
            |stage| idle(stage).call("read", "collect"),
            passed(),
        ),
        proxied(
            "a body that stalls after a POST",
            "POST",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nabc");
                peer.stall();
            },
            idle,
            Expect::reading_fails("TIMEOUT").read("abc"),
        ),
        body(
            "an error's body that stalls",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 503 X\r\ncontent-length: 10\r\n\r\nabc");
                peer.stall();
            },
            passed().status(503).read("abc"),
        ),
        body(
            "an error in JSON that stalls",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 503 X\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n{\"a");
                peer.stall();
            },
            passed().status(503).read("{\"a"),
        ),
        proxied(
            "an idle timeout of 0",
            "GET",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n");
                peer.stall();
            },
            |stage| stage.call("idle_timeout_ms", 0),
            Expect::reading_fails("TIMEOUT").retryable().read(""),
        ),
    ]
}

fn drips() -> Vec<Case> {
    let drips_in = || Expect::response(200, "x".repeat(LONG));
    vec![
        proxied(
            "a body that drips in for longer than the timeout",
            "GET",
            |peer| {
                peer.read_head();
                peer.send(format!("HTTP/1.1 200 OK\r\ncontent-length: {LONG}\r\n\r\n"));
                peer.drip("x".repeat(LONG), PAUSE);
                peer.stall();
            },
            both,
            drips_in(),
        ),
        proxied(
            "a chunked body that drips in for longer than the timeout",
            "GET",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
                peer.drip("1\r\nx\r\n".repeat(10) + "0\r\n\r\n", PAUSE);
                peer.stall();
            },
            both,
            Expect::response(200, "x".repeat(10)),
        ),
        proxied(
            "an error in JSON that drips in for longer than the timeout",
            "GET",
            |peer| {
                peer.read_head();
                peer.send(format!(
                    "HTTP/1.1 503 X\r\ncontent-type: application/json\r\ncontent-length: {LONG}\r\n\r\n"
                ));
                peer.drip("x".repeat(LONG), PAUSE);
                peer.stall();
            },
            both,
            Expect::response(503, "x".repeat(LONG)),
        ),
        proxied(
            "trailers that drip in",
            "POST",
            |peer| {
                peer.read_head();
                peer.send(ALL_BUT_TRAILERS);
                peer.drip("x: y\r\n".repeat(1000), PAUSE);
            },
            idle,
            Expect::reading_fails("TIMEOUT").read("abc"),
        ),
        proxied(
            "trailers for ever",
            "POST",
            |peer| {
                peer.read_head();
                peer.send(ALL_BUT_TRAILERS);
                peer.send_forever("x: y\r\n");
            },
            idle,
            Expect::reading_fails("TIMEOUT").or("NOT_NANGO").read("abc"),
        )
        .busy(),
        proxied(
            "a head that takes longer than the idle timeout",
            "GET",
            |peer| {
                peer.read_head();
                peer.drip("HTTP/1.1 200 OK\r\n", PAUSE);
                peer.send(format!("content-length: {}\r\n\r\n{BODY}", BODY.len()));
                peer.stall();
            },
            |stage| stage.call("idle_timeout_ms", 200),
            super::ok(),
        ),
    ]
}
