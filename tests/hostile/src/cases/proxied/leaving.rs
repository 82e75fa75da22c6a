//! Responses that are not read to their end, and calls that are ended early.

use super::{good, proxied, proxied_tls};
use crate::case::{Case, Expect, SOON, Stage};
use crate::peer::Peer;

/// Two calls, the first of which leaves its response after so many bytes.
fn left(bytes: u64) -> impl Fn(Stage) -> Stage {
    move |stage| {
        let stage = stage.calls(2).call("read", "drop").call("read_bytes", bytes);
        stage.last("read", "parts").last("endpoint", "/v1/next")
    }
}

/// Sends these bytes to the first request; the next call may be made once the client has gone. It is served properly.
fn half(bytes: &'static str) -> impl Fn(&mut Peer) + Copy + Send + Sync + 'static {
    move |peer| match peer.read_head() {
        Some(head) if head.contains("/v1/next") => {
            peer.send(good());
            peer.stall();
        }
        Some(_) => {
            peer.send(bytes);
            peer.stall();
            peer.ready();
        }
        None => {}
    }
}

/// Sends the head of a response and a part of the body, and then nothing.
fn stalled(peer: &mut Peer) {
    peer.read_head();
    peer.send("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nabc");
    peer.stall();
}

pub(super) fn cases() -> Vec<Case> {
    let next = || super::ok().requests(2).connections(2);
    let length = "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nabc";
    let chunk = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\nabc";
    let mut cases = vec![
        proxied("left within a body with a length", "GET", half(length), left(3), next()),
        proxied("left within a chunk", "GET", half(chunk), left(2), next()),
        proxied(
            "left within a body without a length",
            "GET",
            half("HTTP/1.1 200 OK\r\n\r\nabc"),
            left(1),
            next(),
        ),
        proxied("left without reading", "POST", half(length), left(0), next()),
        proxied(
            "an error in JSON, left within its body",
            "GET",
            half("HTTP/1.1 404 X\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n{\"a"),
            left(2),
            next(),
        ),
        proxied_tls("left within a body with a length", "GET", half(length), left(3), next()),
        proxied_tls("left within a chunk", "GET", half(chunk), left(2), next()),
        proxied(
            "left within a body that comes fast",
            "GET",
            |peer| match peer.read_head() {
                Some(head) if head.contains("/v1/next") => {
                    peer.send(good());
                    peer.stall();
                }
                _ => {
                    peer.send("HTTP/1.1 200 OK\r\ncontent-length: 1073741824\r\n\r\n");
                    peer.send_forever("x");
                    peer.ready();
                }
            },
            left(100_000),
            next(),
        ),
    ];
    cases.extend(ended("cancelled", "cancel_after_ms"));
    cases.extend(ended("shut down", "shutdown_after_ms"));
    cases
}

/// Calls that are ended from another thread.
fn ended(how: &str, setting: &'static str) -> Vec<Case> {
    let end = move |stage: Stage| stage.call(setting, SOON);
    let call = || Expect::call_fails("CANCELLED").requests(1);
    let reading = || Expect::reading_fails("CANCELLED").any_status();
    vec![
        proxied(
            &format!("{how} while there is no answer"),
            "GET",
            |peer| {
                peer.read_head();
                peer.stall();
            },
            end,
            call(),
        ),
        proxied(
            &format!("{how} within the head"),
            "POST",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\nx-a");
                peer.stall();
            },
            end,
            call(),
        ),
        proxied(
            &format!("{how} within the body"),
            "GET",
            stalled,
            end,
            reading().read("abc"),
        ),
        proxied(
            &format!("{how} while the body is collected"),
            "POST",
            stalled,
            move |stage| end(stage).call("read", "collect"),
            reading(),
        ),
        proxied_tls(
            &format!("{how} within the body"),
            "GET",
            stalled,
            end,
            reading().read("abc"),
        ),
        proxied(
            &format!("{how} within an error in JSON"),
            "GET",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 404 X\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n{\"a");
                peer.stall();
            },
            end,
            call().any_status(),
        ),
        proxied(
            &format!("{how} within a body that comes fast"),
            "GET",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\n\r\n");
                peer.send_forever("x");
            },
            end,
            // One that is closed between two reads is found closed by the next.
            reading().or("INVALID_ARGUMENT").any_attempts(),
        )
        .busy(),
    ]
}
