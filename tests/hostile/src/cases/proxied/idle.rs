//! Idle connections that have ended, or end as the next request arrives.

use std::sync::Arc;

use super::{MANY_PARTS, good, scripted};
use crate::case::{Case, Expect, Stage, case};
use crate::peer::{Peer, answer};
use crate::server::Server;
use crate::world::Flaw;

/// A case of two calls; `first` is done with the first connection, later ones are served properly.
fn stale(name: &str, method: &'static str, first: fn(&mut Peer), expect: Expect) -> Case {
    case(
        format!("proxied: idle: {name}, {method}"),
        move |_| {
            let server = scripted(move |number, peer| match number {
                0 => first(peer),
                _ => super::serve(peer),
            });
            Stage::plain(server).proxied(method).retries(0).calls(2)
        },
        expect,
    )
}

/// The same over TLS.
fn stale_tls(name: &str, method: &'static str, first: fn(&mut Peer), expect: Expect) -> Case {
    case(
        format!("proxied: TLS: idle: {name}, {method}"),
        move |world| {
            let script = move |number, peer: &mut Peer| match number {
                0 => first(peer),
                _ => super::serve(peer),
            };
            let server = Server::start(Some(world.tls(Flaw::None)), Arc::new(script));
            Stage::tls(world, server).proxied(method).retries(0).calls(2)
        },
        expect,
    )
}

/// Responds to one request, and runs `rest` before the next call.
fn closed_between(peer: &mut Peer) {
    peer.read_head();
    peer.send(good());
    peer.cut();
    peer.ready();
}

fn reset_between(peer: &mut Peer) {
    peer.read_head();
    peer.send(good());
    peer.reset();
    peer.ready();
}

fn closed_at_the_next(peer: &mut Peer) {
    peer.read_head();
    peer.send(good());
    peer.ready();
    peer.read_head();
    peer.cut();
}

fn reset_at_the_next(peer: &mut Peer) {
    peer.read_head();
    peer.send(good());
    peer.ready();
    peer.read_head();
    peer.reset();
}

fn refused_between(peer: &mut Peer) {
    peer.read_head();
    peer.send(good());
    peer.send(answer("408 Request Timeout", "connection: close\r\n", ""));
    peer.ready();
    peer.stall();
}

pub(super) fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for method in ["GET", "POST"] {
        let replaced = || super::ok().requests(2).connections(2);
        // A write that may have arrived is not sent again.
        let at_the_next = || match method {
            "GET" => replaced().requests(3),
            _ => Expect::call_fails("IO")
                .says("may have been carried out")
                .requests(2)
                .connections(1),
        };
        cases.extend([
            stale("closed between two calls", method, closed_between, replaced()),
            stale("reset between two calls", method, reset_between, replaced()),
            stale("a 408 and the end", method, refused_between, replaced()),
            stale(
                "closed as the next request arrives",
                method,
                closed_at_the_next,
                at_the_next(),
            ),
            stale(
                "reset as the next request arrives",
                method,
                reset_at_the_next,
                at_the_next(),
            ),
            stale_tls("cut between two calls", method, closed_between, replaced()),
            stale_tls(
                "cut as the next request arrives",
                method,
                closed_at_the_next,
                at_the_next(),
            ),
        ]);
    }
    cases.extend(["known", "chunked"].map(uploaded));
    cases
}

/// An upload on a connection that has ended: nothing was read from its reader yet.
fn uploaded(length: &'static str) -> Case {
    case(
        format!("proxied: idle: closed between two uploads, {length}"),
        move |_| {
            let server = scripted(|_, peer| {
                let Some(head) = peer.read_head() else { return };
                peer.read_upload(&head, MANY_PARTS);
                peer.send(good());
                peer.cut();
                peer.ready();
            });
            let stage = Stage::plain(server).proxied("POST").retries(0).calls(2);
            stage.call("body", MANY_PARTS).call("body_length", length)
        },
        super::ok().uploads(2).requests(2).connections(2),
    )
}
