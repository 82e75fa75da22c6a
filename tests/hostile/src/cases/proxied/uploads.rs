//! Bodies on their way into servers that read nothing, or slowly, or not to the end.

use std::sync::Arc;
use std::time::Duration;

use super::{BODY, LARGE, MANY_PARTS, good, proxied, proxied_tls};
use crate::case::{Case, Expect, SHORT, SOON, Stage, case};
use crate::peer::Peer;
use crate::server::{Server, narrow_listener};

/// How a body is sent: of a length that is known beforehand, or in chunks.
const LENGTHS: [&str; 2] = ["known", "chunked"];

/// Reads the head of a request and nothing after it.
fn read_no_body(peer: &mut Peer) {
    peer.read_head();
    peer.stall_without_reading();
}

fn named(name: &str, length: &str) -> String {
    match length {
        "chunked" => format!("{name}, in chunks"),
        "memory" => format!("{name}, from memory"),
        _ => name.to_owned(),
    }
}

pub(super) fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = LENGTHS.into_iter().flat_map(stalled).collect();
    cases.extend(LENGTHS.into_iter().flat_map(read));
    cases.extend(read("memory"));
    cases.extend(broken());
    cases.push(proxied(
        "an upload that is read so slowly that buffers are long full",
        "POST",
        |peer| {
            peer.read_slowly(Duration::from_millis(40));
            if let Some(head) = peer.read_head() {
                peer.read_upload(&head, MANY_PARTS / 2);
            }
            peer.send(good());
            peer.stall();
        },
        |stage| {
            let stage = stage.call("body", MANY_PARTS / 2).call("body_length", "known");
            stage.call("idle_timeout_ms", SHORT)
        },
        Expect::response(200, BODY).uploads(1),
    ));
    cases
}

/// Uploads that come to a standstill.
fn stalled(length: &'static str) -> Vec<Case> {
    let upload = move |stage: Stage| stage.call("body", LARGE).call("body_length", length);
    let named = |name| named(name, length);
    let stuck = |expect: Expect| expect.requests(1).uploads(0);
    vec![
        proxied(
            &named("an upload that nobody reads"),
            "POST",
            read_no_body,
            move |stage| upload(stage).call("idle_timeout_ms", SHORT),
            stuck(Expect::call_fails("TIMEOUT").says("idle timeout 500 ms")),
        ),
        proxied(
            &named("an upload that nobody reads, and the timeout"),
            "POST",
            read_no_body,
            move |stage| upload(stage).short(),
            stuck(Expect::call_fails("TIMEOUT").says("timeout 500 ms")),
        ),
        proxied(
            &named("cancelled in an upload that nobody reads"),
            "POST",
            read_no_body,
            move |stage| upload(stage).call("cancel_after_ms", SOON),
            stuck(Expect::call_fails("CANCELLED")),
        ),
        proxied(
            &named("shut down in an upload that nobody reads"),
            "POST",
            read_no_body,
            move |stage| upload(stage).call("shutdown_after_ms", SOON),
            stuck(Expect::call_fails("CANCELLED")),
        ),
        case(
            format!("proxied: {}", named("an upload into a narrow pipe that nobody reads")),
            move |_| {
                let script = |_, peer: &mut Peer| peer.stall_without_reading();
                let server = Server::on(narrow_listener(), None, Arc::new(script));
                upload(Stage::plain(server).proxied("PUT")).call("idle_timeout_ms", SHORT)
            },
            Expect::call_fails("TIMEOUT").requests(0).uploads(0),
        ),
        proxied_tls(
            &named("an upload that nobody reads"),
            "POST",
            read_no_body,
            move |stage| upload(stage).call("idle_timeout_ms", SHORT),
            stuck(Expect::call_fails("TIMEOUT").says("idle timeout 500 ms")),
        ),
        proxied_tls(
            &named("cancelled in an upload that nobody reads"),
            "POST",
            read_no_body,
            move |stage| upload(stage).call("cancel_after_ms", SOON),
            stuck(Expect::call_fails("CANCELLED")),
        ),
    ]
}

/// Uploads that come to their end.
fn read(length: &'static str) -> Vec<Case> {
    // Bodies that Go keeps in memory.
    let most = if length == "memory" { 1 << 20 } else { MANY_PARTS };
    let upload = move |stage: Stage| stage.call("body", most).call("body_length", length);
    let named = |name| named(name, length);
    let whole = || Expect::response(200, BODY).uploads(1);
    let read_all = move |peer: &mut Peer| {
        while let Some(head) = peer.read_head() {
            if !peer.read_upload(&head, most) || !peer.send(good()) {
                return;
            }
            peer.ready();
        }
    };
    vec![
        proxied(&named("an upload"), "POST", read_all, upload, whole()),
        proxied_tls(&named("an upload"), "PATCH", read_all, upload, whole()),
        proxied(
            &named("two uploads on one connection"),
            "PUT",
            read_all,
            move |stage| upload(stage).calls(2),
            whole().uploads(2).requests(2).connections(1),
        ),
        proxied(
            &named("an upload that is read slowly"),
            "POST",
            move |peer| {
                peer.read_slowly(Duration::from_millis(if most == MANY_PARTS { 5 } else { 50 }));
                read_all(peer);
            },
            move |stage| upload(stage).call("idle_timeout_ms", SHORT),
            whole(),
        ),
        proxied(
            &named("an upload of nothing"),
            "POST",
            |peer| {
                while let Some(head) = peer.read_head() {
                    if !peer.read_upload(&head, 0) || !peer.send(good()) {
                        return;
                    }
                }
            },
            move |stage| upload(stage).call("body", 0),
            whole(),
        ),
    ]
}

/// Uploads that the server does not read to their end.
fn broken() -> Vec<Case> {
    let carried_out = |kind| Expect::call_fails(kind).says("may have been carried out").requests(1);
    let mut cases = Vec::new();
    for length in LENGTHS {
        let upload = move |stage: Stage| stage.call("body", LARGE).call("body_length", length);
        cases.extend([
            proxied(
                &named("closed within an upload", length),
                "POST",
                |peer| {
                    peer.read_head();
                    peer.read(&mut [0; 4096]);
                },
                upload,
                carried_out("IO"),
            ),
            proxied(
                &named("reset within an upload", length),
                "POST",
                |peer| {
                    peer.read_head();
                    peer.read(&mut [0; 4096]);
                    peer.reset();
                },
                upload,
                carried_out("IO"),
            ),
            proxied(
                &named("a GET with a body that breaks off, from a reader", length),
                "GET",
                |peer| {
                    peer.read_head();
                    peer.read(&mut [0; 4096]);
                    peer.reset();
                },
                upload,
                Expect::call_fails("IO").retryable().requests(1).connections(1),
            ),
        ]);
    }
    cases.push(proxied(
        "a GET with a body that breaks off, from memory",
        "GET",
        |peer| {
            peer.read_head();
            peer.read(&mut [0; 4096]);
            peer.reset();
        },
        |stage| stage.call("body", 1 << 20).call("body_length", "memory"),
        Expect::call_fails("IO").retryable().attempts(3).requests(3),
    ));
    cases.push(proxied(
        "closed after the whole upload",
        "POST",
        |peer| {
            if let Some(head) = peer.read_head() {
                peer.read_upload(&head, MANY_PARTS);
            }
        },
        |stage| stage.call("body", MANY_PARTS).call("body_length", "known"),
        carried_out("IO").uploads(1),
    ));
    cases.push(proxied(
        "no answer after the whole upload",
        "POST",
        |peer| {
            if let Some(head) = peer.read_head() {
                peer.read_upload(&head, MANY_PARTS);
            }
            peer.stall();
        },
        |stage| {
            stage
                .client("timeout_ms", 2000)
                .call("body", MANY_PARTS)
                .call("body_length", "chunked")
        },
        Expect::call_fails("TIMEOUT")
            .says("waiting for the response")
            .requests(1)
            .uploads(1),
    ));
    cases
}
