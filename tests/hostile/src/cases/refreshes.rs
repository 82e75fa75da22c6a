//! A forced refresh may rotate tokens: it is never repeated once it may have reached the server.

use std::sync::Arc;

use super::scripted;
use crate::case::{Case, Expect, Stage, case};
use crate::peer::{Peer, answer, good};
use crate::server::{Nobody, Server};
use crate::world::Flaw;

fn forced(name: &str, script: fn(usize, &mut Peer), expect: Expect) -> Case {
    case(
        name,
        move |_| Stage::plain(scripted(script)).retries(5).call("force_refresh", 1),
        expect,
    )
}

pub(super) fn cases() -> Vec<Case> {
    let once = |kind| Expect::error(kind).requests(1);
    vec![
        forced(
            "refresh: closed after the request",
            |_, peer| drop(peer.read_head()),
            once("IO"),
        ),
        forced(
            "refresh: reset after the request",
            |_, peer| {
                peer.read_head();
                peer.reset();
            },
            once("IO"),
        ),
        forced(
            "refresh: reset within the head",
            |_, peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200");
                peer.reset();
            },
            once("IO"),
        ),
        forced(
            "refresh: reset within the body",
            |_, peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{");
                peer.reset();
            },
            once("IO").status(200),
        ),
        forced(
            "refresh: 500",
            |_, peer| while peer.read_head().is_some() && peer.send(answer("500 X", "", "")) {},
            once("SERVER").status(500),
        ),
        forced(
            "refresh: 503 that asks to come back",
            |_, peer| while peer.read_head().is_some() && peer.send(answer("503 X", "retry-after: 0\r\n", "")) {},
            once("SERVER").status(503).retry_after(0),
        ),
        forced(
            "refresh: 408",
            |_, peer| while peer.read_head().is_some() && peer.send(answer("408 X", "", "")) {},
            once("API").status(408),
        ),
        forced(
            "refresh: 429 did nothing, so it is repeated",
            |number, peer| {
                peer.read_head();
                peer.send(if number == 0 {
                    answer("429 X", "retry-after: 0\r\n", "")
                } else {
                    good()
                });
                peer.stall();
            },
            Expect::ok().requests(2).connections(2),
        ),
        case(
            "refresh: out of time",
            |_| {
                let server = scripted(|_, peer| {
                    peer.read_head();
                    peer.stall();
                });
                Stage::plain(server).short().call("force_refresh", 1)
            },
            once("TIMEOUT"),
        ),
        case(
            "refresh: never on an idle connection",
            |_| {
                let server = scripted(|_, peer| {
                    peer.read_head();
                    peer.send(good());
                    peer.ready();
                    // A second request on this connection would be closed upon, and not be repeated.
                    peer.read_head();
                    peer.cut();
                });
                Stage::plain(server).calls(2).call("force_refresh", 1)
            },
            Expect::ok().requests(2).connections(2),
        ),
        case(
            "refresh: the proxy refuses, so it may be repeated",
            |world| {
                let proxy = crate::proxy::scripted(|peer| {
                    peer.read_head();
                    peer.send("HTTP/1.1 503 X\r\n\r\n");
                    peer.close();
                });
                let url = format!("http://127.0.0.1:{}", proxy.port());
                let server = Server::start(Some(world.tls(Flaw::None)), Arc::new(|_, peer: &mut Peer| peer.serve()));
                let stage = Stage::tls(world, server).client("http_proxy", url);
                stage.call("force_refresh", 1).keep(proxy)
            },
            Expect::error("HTTP_PROXY").retryable().says("HTTP proxy").requests(0),
        ),
        case(
            "refresh: nobody listens, so it is repeated",
            |_| {
                let nobody = Nobody::bound();
                let stage = Stage::at(&format!("http://{}", nobody.address())).keep(nobody);
                stage.call("force_refresh", 1)
            },
            Expect::error("CONNECT").retryable().attempts(3),
        ),
    ]
}
