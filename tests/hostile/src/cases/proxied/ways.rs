//! Requests that go through an HTTP proxy and TLS on their way to Nango.

use std::sync::Arc;

use super::{LARGE, MANY_PARTS, good};
use crate::case::{Case, Expect, SHORT, SOON, Stage, case};
use crate::peer::Peer;
use crate::proxy;
use crate::server::Server;
use crate::tinyproxy::Tinyproxy;
use crate::world::{Flaw, World};

/// A stage behind an HTTP proxy and TLS.
fn behind(world: &World, method: &str, script: fn(&mut Peer)) -> Stage {
    let server = Server::start(
        Some(world.tls(Flaw::None)),
        Arc::new(move |_, peer: &mut Peer| script(peer)),
    );
    through(Stage::tls(world, server).proxied(method), proxy::tunnelling(None))
}

fn through(stage: Stage, proxy: Server) -> Stage {
    stage
        .client("http_proxy", format!("http://127.0.0.1:{}", proxy.port()))
        .keep(proxy)
}

/// A case of a request that goes through an HTTP proxy and TLS.
fn tunnelled(
    name: &str,
    method: &'static str,
    script: fn(&mut Peer),
    change: fn(Stage) -> Stage,
    expect: Expect,
) -> Case {
    case(
        format!("proxied: tunnel: {name}"),
        move |world| change(behind(world, method, script)),
        expect,
    )
}

/// A case of an HTTP proxy that runs `script`; no connection may bypass it.
fn refused(
    name: &str,
    method: &'static str,
    script: fn(&mut Peer),
    change: fn(Stage) -> Stage,
    expect: Expect,
) -> Case {
    case(
        format!("proxied: tunnel: {name}"),
        move |world| {
            let server = Server::start(
                Some(world.tls(Flaw::None)),
                Arc::new(|_, peer: &mut Peer| super::serve(peer)),
            );
            change(through(
                Stage::tls(world, server).proxied(method),
                proxy::scripted(script),
            ))
        },
        expect.requests(0).connections(0),
    )
}

fn upload(stage: Stage) -> Stage {
    stage.call("body", LARGE).call("body_length", "chunked")
}

fn read_and_answer(peer: &mut Peer) {
    while let Some(head) = peer.read_head() {
        if !peer.read_upload(&head, MANY_PARTS) || !peer.send(good()) {
            return;
        }
        peer.ready();
    }
}

pub(super) fn cases() -> Vec<Case> {
    let refusal = || Expect::call_fails("HTTP_PROXY").retryable().says("HTTP proxy");
    let mut cases = through_a_tunnel();
    cases.extend(through_tinyproxy());
    cases.extend([
        refused(
            "407, with a body to send",
            "POST",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 407 X\r\nproxy-authenticate: Negotiate\r\n\r\n");
                peer.close();
            },
            upload,
            Expect::call_fails("HTTP_PROXY").says("407").uploads(0),
        ),
        refused(
            "no tunnel, ever",
            "POST",
            Peer::stall,
            |stage| upload(stage).short(),
            refusal().says("timed out while"),
        ),
        refused("reset", "GET", Peer::reset, super::as_it_is, refusal()),
        refused(
            "cancelled while there is none",
            "POST",
            Peer::stall,
            |stage| stage.call("cancel_after_ms", SOON),
            Expect::call_fails("CANCELLED"),
        ),
        case(
            "proxied: tunnel: the server behind it has expired",
            |world| {
                let script = |_, peer: &mut Peer| super::serve(peer);
                let server = Server::start(Some(world.tls(Flaw::Expired)), Arc::new(script));
                upload(through(
                    Stage::tls(world, server).proxied("POST"),
                    proxy::tunnelling(None),
                ))
            },
            Expect::call_fails("TLS").says("has expired").requests(0).uploads(0),
        ),
    ]);
    cases
}

fn through_a_tunnel() -> Vec<Case> {
    vec![
        tunnelled("a GET", "GET", super::serve, super::as_it_is, super::ok()),
        tunnelled(
            "two uploads on one connection",
            "POST",
            read_and_answer,
            |stage| stage.call("body", MANY_PARTS).call("body_length", "known").calls(2),
            super::ok().uploads(2).requests(2).connections(1),
        ),
        tunnelled(
            "an upload that nobody reads",
            "POST",
            |peer| {
                peer.read_head();
                peer.stall_without_reading();
            },
            |stage| upload(stage).call("idle_timeout_ms", SHORT),
            Expect::call_fails("TIMEOUT").requests(1).uploads(0),
        ),
        tunnelled(
            "413 at once, and nothing is read",
            "POST",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 413 X\r\ncontent-length: 9\r\n\r\ntoo large");
                peer.stall_without_reading();
            },
            upload,
            Expect::response(413, "too large").uploads(0),
        ),
        tunnelled(
            "a body that stalls",
            "GET",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nabc");
                peer.stall();
            },
            |stage| stage.call("idle_timeout_ms", SHORT),
            Expect::reading_fails("TIMEOUT").retryable().read("abc"),
        ),
        tunnelled(
            "a body that is cut",
            "GET",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nabc");
                peer.cut();
            },
            super::as_it_is,
            Expect::reading_fails("IO").retryable().read("abc"),
        ),
        tunnelled(
            "cancelled within the body",
            "GET",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nabc");
                peer.stall();
            },
            |stage| stage.call("cancel_after_ms", SOON),
            Expect::reading_fails("CANCELLED").any_status().read("abc"),
        ),
        tunnelled(
            "left within the body",
            "GET",
            |peer| match peer.read_head() {
                Some(head) if head.contains("/v1/next") => {
                    peer.send(good());
                    peer.stall();
                }
                _ => {
                    peer.send("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nabc");
                    peer.stall();
                    peer.ready();
                }
            },
            |stage| {
                let stage = stage.calls(2).call("read", "drop").call("read_bytes", 2);
                stage.last("read", "parts").last("endpoint", "/v1/next")
            },
            super::ok().requests(2).connections(2),
        ),
        tunnelled(
            "GET: closed after the request",
            "GET",
            |peer| {
                peer.read_head();
                peer.cut();
            },
            super::as_it_is,
            Expect::call_fails("IO").retryable().attempts(3).requests(3),
        ),
        tunnelled(
            "POST: closed after the request",
            "POST",
            |peer| {
                peer.read_head();
                peer.cut();
            },
            super::as_it_is,
            Expect::call_fails("IO").requests(1),
        ),
    ]
}

/// The same through a real proxy.
fn through_tinyproxy() -> Vec<Case> {
    let stage = |world: &World, script: fn(&mut Peer)| {
        let server = Server::start(
            Some(world.tls(Flaw::None)),
            Arc::new(move |_, peer: &mut Peer| script(peer)),
        );
        through_real(world, Stage::tls(world, server).proxied("POST")).call("body_length", "chunked")
    };
    vec![
        case(
            "proxied: tinyproxy: an upload",
            move |world| stage(world, read_and_answer).call("body", MANY_PARTS),
            super::ok().uploads(1),
        ),
        case(
            "proxied: tinyproxy: cancelled in an upload that nobody reads",
            move |world| {
                let script = |peer: &mut Peer| {
                    peer.read_head();
                    peer.stall_without_reading();
                };
                stage(world, script).call("body", LARGE).call("cancel_after_ms", SOON)
            },
            Expect::call_fails("CANCELLED").requests(1).uploads(0),
        ),
    ]
}

fn through_real(world: &World, stage: Stage) -> Stage {
    let proxy = Tinyproxy::start(world.tinyproxy(), "");
    stage
        .client("http_proxy", format!("http://127.0.0.1:{}", proxy.port()))
        .keep(proxy)
}
