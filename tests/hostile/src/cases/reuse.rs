//! Connections that are kept alive and must not be, and unsolicited responses.

use std::sync::Arc;

use super::scripted;
use crate::case::{Case, Expect, Stage, case};
use crate::peer::{CONNECTION, Peer, answer, good};
use crate::server::Server;
use crate::world::Flaw;

/// A case of two calls; `first` is done with the first connection, later ones are served properly.
fn stale(name: &str, first: fn(&mut Peer), expect: Expect) -> Case {
    case(
        name,
        move |_| {
            let server = scripted(move |number, peer| match number {
                0 => first(peer),
                _ => peer.serve(),
            });
            Stage::plain(server).retries(0).calls(2)
        },
        expect,
    )
}

/// The same over TLS.
fn stale_tls(name: &str, first: fn(&mut Peer), expect: Expect) -> Case {
    case(
        name,
        move |world| {
            let script = move |number, peer: &mut Peer| match number {
                0 => first(peer),
                _ => peer.serve(),
            };
            let server = Server::start(Some(world.tls(Flaw::None)), Arc::new(script));
            Stage::tls(world, server).retries(0).calls(2)
        },
        expect,
    )
}

/// A response for another request.
fn others() -> String {
    answer(
        "200 OK",
        "",
        &CONNECTION.replace("invented-api-key", "a-key-of-somebody-else"),
    )
}

pub(super) fn cases() -> Vec<Case> {
    let replaced = |requests| Expect::ok().requests(requests).connections(2);
    vec![
        stale(
            "kept alive",
            |peer| {
                peer.read_head();
                peer.send(good());
                peer.ready();
                peer.serve();
            },
            Expect::ok().requests(2).connections(1),
        ),
        stale(
            "idle: closed between two calls",
            |peer| {
                peer.read_head();
                peer.send(good());
                peer.cut();
                peer.ready();
            },
            replaced(2),
        ),
        stale(
            "idle: reset between two calls",
            |peer| {
                peer.read_head();
                peer.send(good());
                peer.reset();
                peer.ready();
            },
            replaced(2),
        ),
        stale(
            "idle: closed as the next request arrives",
            |peer| {
                peer.read_head();
                peer.send(good());
                peer.ready();
                peer.read_head();
                peer.cut();
            },
            replaced(3),
        ),
        stale(
            "idle: reset as the next request arrives",
            |peer| {
                peer.read_head();
                peer.send(good());
                peer.ready();
                peer.read_head();
                peer.reset();
            },
            replaced(3),
        ),
        stale(
            "idle: a 408 and the end, as proxies do",
            |peer| {
                peer.read_head();
                peer.send(good());
                peer.send(answer("408 Request Timeout", "connection: close\r\n", ""));
                peer.ready();
                peer.stall();
            },
            replaced(2),
        ),
        stale(
            "idle: junk",
            |peer| {
                peer.read_head();
                peer.send(good());
                peer.send("junk");
                peer.ready();
                peer.stall();
            },
            replaced(2),
        ),
        stale(
            "idle: one byte",
            |peer| {
                peer.read_head();
                peer.send(good());
                peer.send("\n");
                peer.ready();
                peer.stall();
            },
            replaced(2),
        ),
        stale(
            "a second answer to one request, at once",
            |peer| {
                peer.read_head();
                peer.send(good() + &others());
                peer.ready();
                peer.stall();
            },
            replaced(2),
        ),
        stale(
            "a second answer to one request, later",
            |peer| {
                peer.read_head();
                peer.send(good());
                peer.send(others());
                peer.ready();
                peer.stall();
            },
            replaced(2),
        ),
        stale(
            "connection: close, but left open",
            |peer| {
                peer.read_head();
                peer.send(answer("200 OK", "connection: close\r\n", CONNECTION));
                peer.ready();
                peer.stall();
            },
            replaced(2),
        ),
        stale(
            "HTTP/1.0, but left open",
            |peer| {
                peer.read_head();
                peer.send(good().replace("HTTP/1.1", "HTTP/1.0"));
                peer.ready();
                peer.stall();
            },
            replaced(2),
        ),
        stale_tls(
            "TLS: kept alive",
            |peer| {
                peer.read_head();
                peer.send(good());
                peer.ready();
                peer.serve();
            },
            Expect::ok().requests(2).connections(1),
        ),
        stale_tls(
            "TLS: idle: ended properly between two calls",
            |peer| {
                peer.read_head();
                peer.send(good());
                peer.say_goodbye();
                peer.ready();
                peer.stall();
            },
            replaced(2),
        ),
        stale_tls(
            "TLS: idle: cut between two calls",
            |peer| {
                peer.read_head();
                peer.send(good());
                peer.cut();
                peer.ready();
            },
            replaced(2),
        ),
        stale_tls(
            "TLS: idle: cut as the next request arrives",
            |peer| {
                peer.read_head();
                peer.send(good());
                peer.ready();
                peer.read_head();
                peer.cut();
            },
            replaced(3),
        ),
        stale_tls(
            "TLS: idle: ended properly as the next request arrives",
            |peer| {
                peer.read_head();
                peer.send(good());
                peer.ready();
                peer.read_head();
                peer.close();
            },
            replaced(3),
        ),
        stale_tls(
            "TLS: a second answer to one request, at once",
            |peer| {
                peer.read_head();
                peer.send(good() + &others());
                peer.ready();
                peer.stall();
            },
            replaced(2),
        ),
        stale_tls(
            "TLS: a second answer to one request, later",
            |peer| {
                peer.read_head();
                peer.send(good());
                peer.send(others());
                peer.ready();
                peer.stall();
            },
            replaced(2),
        ),
        case(
            "idle: the next request is never answered",
            |_| {
                let server = scripted(|_, peer| {
                    peer.read_head();
                    peer.send(good());
                    peer.ready();
                    peer.read_head();
                    peer.stall();
                });
                Stage::plain(server).short().calls(2)
            },
            Expect::error("TIMEOUT").retryable().requests(2).connections(1),
        ),
        case(
            "idle: closed as the next request arrives, every time",
            |_| {
                let server = scripted(|number, peer| {
                    peer.read_head();
                    if number == 0 {
                        peer.send(good());
                        peer.ready();
                        peer.read_head();
                    }
                    peer.cut();
                });
                Stage::plain(server).calls(2)
            },
            Expect::error("IO").retryable().attempts(3).requests(5).connections(4),
        ),
    ]
}
