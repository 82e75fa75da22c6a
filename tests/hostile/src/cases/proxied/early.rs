//! Responses to an upload before its end.

use std::time::Duration;

use super::{LARGE, MANY_PARTS, good, proxied, proxied_tls};
use crate::case::{Case, Expect, SHORT, Stage};
use crate::peer::{Peer, answer};

/// How a body is sent: of a length that is known beforehand, or in chunks.
const LENGTHS: [(&str, &str); 2] = [("known", ""), ("chunked", ", in chunks")];

/// A response that rejects an upload.
const REFUSAL: &str = "HTTP/1.1 413 Content Too Large\r\ncontent-length: 9\r\n\r\ntoo large";
/// A failure of Nango's own.
const NANGOS: &str = r#"{"error":{"code":"unknown_provider_config","message":"invented"}}"#;

/// Responds to the head of a request with these bytes, and then runs `rest`.
fn after(bytes: &'static str, rest: fn(&mut Peer)) -> impl Fn(&mut Peer) + Copy + Send + Sync + 'static {
    move |peer| {
        peer.read_head();
        peer.send(bytes);
        rest(peer);
    }
}

/// Responds to the head of a request so slowly that all buffers are full by then.
fn after_dripping() -> impl Fn(&mut Peer) + Copy + Send + Sync + 'static {
    after("", |peer| {
        peer.drip("HTTP/1.1 413 X\r\n", Duration::from_millis(20));
        peer.send("content-length: 9\r\n\r\n");
        peer.drip("too large", Duration::from_millis(20));
        peer.stall_without_reading();
    })
}

/// Reads the head of a request and whole body, with these bytes sent in between.
fn between(bytes: &'static str, last: fn() -> String) -> impl Fn(&mut Peer) + Copy + Send + Sync + 'static {
    move |peer| {
        let Some(head) = peer.read_head() else { return };
        peer.send(bytes);
        peer.read_upload(&head, MANY_PARTS);
        peer.send(last());
        peer.stall();
    }
}

pub(super) fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = LENGTHS.into_iter().flat_map(refused).collect();
    cases.extend(LENGTHS.into_iter().flat_map(accepted));
    cases.extend(strange());
    cases
}

fn refused((length, how): (&'static str, &str)) -> Vec<Case> {
    let upload = move |stage: Stage| stage.call("body", LARGE).call("body_length", length);
    let named = |name: &str| format!("{name}{how}");
    let refusal = || Expect::response(413, "too large").uploads(0);
    let cut = |peer: &mut Peer| {
        peer.say_goodbye();
        peer.stall_without_reading();
    };
    vec![
        proxied(
            &named("413 at once, and the upload is read"),
            "POST",
            after(REFUSAL, Peer::stall),
            upload,
            refusal(),
        ),
        proxied(
            &named("413 at once, and nothing is read"),
            "POST",
            after(REFUSAL, Peer::stall_without_reading),
            upload,
            refusal(),
        ),
        proxied(
            &named("413 at once, and the end of the connection"),
            "POST",
            after(REFUSAL, Peer::close),
            upload,
            refusal(),
        ),
        proxied(
            &named("413 at once, half an end, and nothing is read"),
            "POST",
            after(REFUSAL, cut),
            upload,
            refusal(),
        ),
        proxied(
            &named("413 at once, and a reset"),
            "POST",
            after(REFUSAL, Peer::reset),
            upload,
            refusal(),
        ),
        proxied_tls(
            &named("413 at once, and nothing is read"),
            "POST",
            after(REFUSAL, Peer::stall_without_reading),
            upload,
            refusal(),
        ),
        proxied_tls(
            &named("413 at once, and a cut"),
            "POST",
            after(REFUSAL, Peer::cut),
            upload,
            refusal(),
        ),
        proxied(
            &named("413 at once, and the next call"),
            "POST",
            |peer| {
                peer.read_head();
                peer.send(REFUSAL);
                peer.stall();
                peer.ready();
            },
            move |stage| upload(stage).calls(2),
            refusal().requests(2).connections(2),
        ),
        proxied(
            &named("413 within an upload"),
            "POST",
            |peer| {
                peer.read_head();
                for _ in 0..100 {
                    peer.read(&mut [0; 64 * 1024]);
                }
                peer.send(REFUSAL);
                peer.stall_without_reading();
            },
            upload,
            refusal(),
        ),
        proxied(
            &named("413 at once, whose body stalls"),
            "POST",
            after(
                "HTTP/1.1 413 X\r\ncontent-length: 9\r\n\r\ntoo",
                Peer::stall_without_reading,
            ),
            move |stage| upload(stage).call("idle_timeout_ms", SHORT),
            Expect::reading_fails("TIMEOUT").status(413).read("too"),
        ),
        proxied(
            &named("413 that drips in, and nothing is read"),
            "POST",
            after_dripping(),
            upload,
            refusal(),
        ),
        proxied_tls(
            &named("413 that drips in, and nothing is read"),
            "POST",
            after_dripping(),
            move |stage| upload(stage).client("timeout_ms", 3000),
            refusal(),
        ),
        proxied(
            &named("a failure of Nango's at once"),
            "POST",
            |peer| {
                peer.read_head();
                peer.send(answer("404 Not Found", "content-type: application/json\r\n", NANGOS));
                peer.stall_without_reading();
            },
            upload,
            Expect::call_fails("UNKNOWN_INTEGRATION")
                .status(404)
                .requests(1)
                .uploads(0),
        ),
    ]
}

fn accepted((length, how): (&'static str, &str)) -> Vec<Case> {
    let upload = move |stage: Stage| stage.call("body", MANY_PARTS).call("body_length", length);
    let named = |name: &str| format!("{name}{how}");
    let whole = || super::ok().uploads(1);
    vec![
        proxied(
            &named("200 at once, and the upload is read"),
            "POST",
            |peer| {
                let Some(head) = peer.read_head() else { return };
                peer.send(good());
                peer.read_upload(&head, MANY_PARTS);
                peer.stall();
            },
            upload,
            whole(),
        ),
        proxied(
            &named("100 Continue that nobody asked for"),
            "POST",
            between("HTTP/1.1 100 Continue\r\n\r\n", good),
            upload,
            whole(),
        ),
        proxied(
            &named("103 Early Hints within an upload"),
            "POST",
            between("HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n", good),
            upload,
            whole(),
        ),
        proxied_tls(
            &named("100 Continue that nobody asked for"),
            "POST",
            between("HTTP/1.1 100 Continue\r\n\r\n", good),
            upload,
            whole(),
        ),
        proxied(
            &named("100 Continue and 413"),
            "POST",
            after(
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 413 Content Too Large\r\ncontent-length: 9\r\n\r\ntoo large",
                Peer::stall_without_reading,
            ),
            move |stage| upload(stage).call("body", LARGE),
            Expect::response(413, "too large").uploads(0),
        ),
        proxied(
            &named("100 Continue, and nothing is read"),
            "POST",
            after("HTTP/1.1 100 Continue\r\n\r\n", Peer::stall_without_reading),
            move |stage| upload(stage).call("body", LARGE).call("idle_timeout_ms", SHORT),
            Expect::call_fails("TIMEOUT").requests(1).uploads(0),
        ),
    ]
}

fn strange() -> Vec<Case> {
    let upload = |stage: Stage| stage.call("body", LARGE).call("body_length", "known");
    let idle = move |stage| upload(stage).call("idle_timeout_ms", SHORT);
    vec![
        proxied(
            "200 at once, and nothing is read",
            "POST",
            |peer| {
                peer.read_head();
                peer.send(good());
                peer.stall_without_reading();
            },
            idle,
            Expect::call_fails("TIMEOUT").requests(1).uploads(0),
        ),
        proxied(
            "200 at once, and a reset",
            "POST",
            |peer| {
                peer.read_head();
                peer.send(good());
                peer.reset();
            },
            upload,
            super::ok().uploads(0),
        ),
        proxied(
            "half a head at once, and nothing is read",
            "POST",
            after("HTTP/1.1 413 Content", Peer::stall_without_reading),
            move |stage| upload(stage).short(),
            Expect::call_fails("TIMEOUT")
                .says("waiting for the response")
                .requests(1)
                .uploads(0),
        ),
        proxied(
            "garbage at once, and nothing is read",
            "POST",
            after("220 mail.example ESMTP\r\n\r\n", Peer::stall_without_reading),
            idle,
            Expect::call_fails("TIMEOUT").requests(1).uploads(0),
        ),
        proxied(
            "302 at once, and nothing is read",
            "POST",
            after(
                "HTTP/1.1 302 Found\r\nlocation: /elsewhere\r\ncontent-length: 0\r\n\r\n",
                Peer::stall_without_reading,
            ),
            idle,
            Expect::response(302, "").uploads(0),
        ),
        proxied(
            "100 Continue drips in, and nothing is read",
            "POST",
            |peer| {
                peer.read_head();
                peer.drip("HTTP/1.1 100 Continue\r\n\r\n".repeat(10), Duration::from_millis(20));
                peer.stall_without_reading();
            },
            move |stage| idle(stage).client("timeout_ms", 3000),
            Expect::call_fails("TIMEOUT").requests(1).uploads(0),
        ),
        proxied(
            "500 at once, without a length, and nothing is read",
            "POST",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 500 X\r\n\r\nbroken");
                peer.say_goodbye();
                peer.stall_without_reading();
            },
            upload,
            Expect::response(500, "broken").uploads(0),
        ),
    ]
}
