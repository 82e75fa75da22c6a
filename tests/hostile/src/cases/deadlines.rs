//! A deadline of 500 ms, in every phase of a call.

use std::sync::Arc;
use std::time::Duration;

use super::scripted;
use crate::case::{AMPLE, Case, Expect, SHORT, Stage, case};
use crate::peer::{CONNECTION, Peer, answer, good};
use crate::server::{BlackHole, Nobody, Server, narrow_listener};
use crate::world::World;

/// How slowly things drip.
const PAUSE: Duration = Duration::from_millis(20);

fn slow(name: &str, script: fn(&mut Peer), expect: Expect) -> Case {
    case(
        name,
        move |_| Stage::plain(scripted(move |_, peer| script(peer))).short(),
        expect,
    )
}

/// A client of a name that names.c resolves.
fn named(world: &World, name: &str, port: u16) -> Stage {
    Stage::at(&format!("http://{name}:{port}"))
        .client("allow_plaintext_http", 1)
        .environment("LD_PRELOAD", world.names())
}

/// Black holes at two addresses of loopback, at the same port.
fn two_holes(port: u16) -> [BlackHole; 2] {
    [BlackHole::at([127, 0, 0, 2], port), BlackHole::at([127, 0, 0, 3], port)]
}

pub(super) fn cases() -> Vec<Case> {
    let passed = || Expect::error("TIMEOUT").retryable();
    let mut cases = vec![
        case(
            "resolving: no answer, ever",
            |world| named(world, "never.test", 1).short(),
            passed().says("resolving the host name"),
        ),
        case(
            "resolving: no answer within the connect timeout",
            |world| named(world, "never.test", 1).client("connect_timeout_ms", SHORT),
            passed().says("resolving the host name"),
        ),
        case(
            "resolving: no such name",
            |world| named(world, "unknown.test", 1),
            Expect::error("RESOLVE")
                .retryable()
                .attempts(3)
                .says("check the host in base_url"),
        ),
        case(
            "connecting: nobody listens",
            |_| {
                let nobody = Nobody::bound();
                Stage::at(&format!("http://{}", nobody.address())).keep(nobody)
            },
            Expect::error("CONNECT")
                .retryable()
                .attempts(3)
                .says("check host and port in base_url"),
        ),
        case(
            "connecting: a black hole",
            |_| {
                let hole = BlackHole::at([127, 0, 0, 1], 0);
                Stage::at(&format!("http://{}", hole.address())).short().keep(hole)
            },
            passed().says("connecting"),
        ),
        case(
            "connecting: a black hole, with a connect timeout",
            |_| {
                let hole = BlackHole::at([127, 0, 0, 1], 0);
                let stage = Stage::at(&format!("http://{}", hole.address())).keep(hole);
                stage.client("connect_timeout_ms", SHORT)
            },
            passed().says("connecting"),
        ),
        case(
            "connecting: two black holes",
            |world| {
                let hole = BlackHole::at([127, 0, 0, 2], 0);
                let port = hole.address().port();
                let other = BlackHole::at([127, 0, 0, 3], port);
                named(world, "all-dead.test", port).short().keep((hole, other))
            },
            passed().says("connecting"),
        ),
        case(
            "connecting: two black holes, then a server",
            |world| {
                let server = scripted(|_, peer| peer.serve());
                let port = server.port();
                let stage = named(world, "dead-first.test", port).keep(two_holes(port));
                stage.serving(server).client("timeout_ms", 2000)
            },
            Expect::ok(),
        ),
        case(
            "connecting: two addresses refuse, then a server",
            |world| {
                let server = scripted(|_, peer| peer.serve());
                named(world, "dead-first.test", server.port()).serving(server).short()
            },
            Expect::ok(),
        ),
        case(
            "sending: a server that does not read",
            |_| {
                let script = |_, peer: &mut Peer| peer.stall_without_reading();
                let server = Server::on(narrow_listener(), None, Arc::new(script));
                Stage::plain(server).short().call("connection_id_length", 65_000)
            },
            passed(),
        ),
        case(
            "sending: a URL of 64 KiB",
            |_| {
                let server = scripted(|_, peer| peer.serve());
                Stage::plain(server).call("connection_id_length", 65_000)
            },
            Expect::ok(),
        ),
        case(
            "sending: a URL that is too long",
            |_| {
                let server = scripted(|_, peer| peer.serve());
                Stage::plain(server).call("connection_id_length", 70_000)
            },
            Expect::error("INVALID_ARGUMENT").attempts(0).connections(0),
        ),
    ];
    cases.extend(receiving());
    cases.extend(no_time());
    cases
}

fn receiving() -> Vec<Case> {
    let passed = |status| Expect::error("TIMEOUT").retryable().requests(1).status(status);
    vec![
        slow(
            "no answer, and no reading",
            Peer::stall_without_reading,
            passed(0).requests(0),
        ),
        slow(
            "no answer",
            |peer| {
                peer.read_head();
                peer.stall();
            },
            passed(0).says("waiting for the response"),
        ),
        slow(
            "a head that stalls",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\nx-a: b\r\n");
                peer.stall();
            },
            passed(0),
        ),
        slow(
            "a head that drips in",
            |peer| {
                peer.read_head();
                peer.drip("HTTP/1.1 200 OK\r\n".to_owned() + &"x-a: b\r\n".repeat(100), PAUSE);
            },
            passed(0),
        ),
        slow(
            "a body that stalls",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{");
                peer.stall();
            },
            passed(200),
        ),
        slow(
            "a body that drips in",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n");
                peer.drip(" ".repeat(1000), PAUSE);
            },
            passed(200),
        ),
        slow(
            "a chunked body that drips in",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
                peer.drip("1\r\n \r\n".repeat(1000), PAUSE);
            },
            passed(200),
        ),
        slow(
            "a body without a length that never ends",
            |peer| {
                peer.read_head();
                peer.send(format!("HTTP/1.1 200 OK\r\n\r\n{CONNECTION}"));
                peer.stall();
            },
            passed(200),
        ),
        slow(
            "100 Continue drips in",
            |peer| {
                peer.read_head();
                peer.drip("HTTP/1.1 100 Continue\r\n\r\n".repeat(100), PAUSE);
            },
            passed(0),
        ),
        slow(
            "an error's body that stalls",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 503 X\r\ncontent-length: 10\r\n\r\n");
                peer.stall();
            },
            passed(503),
        ),
        slow(
            "a slow answer that comes in time",
            |peer| {
                peer.read_head();
                let answer = good();
                let (first, rest) = answer.split_at(10);
                peer.drip(first, PAUSE);
                peer.send(rest);
                peer.stall();
            },
            Expect::ok(),
        ),
    ]
}

fn no_time() -> Vec<Case> {
    vec![
        slow(
            "503, then no answer to the next attempt",
            |peer| {
                peer.read_head();
                peer.send(answer("503 X", "", ""));
                peer.read_head();
                peer.stall();
            },
            Expect::error("TIMEOUT").retryable().attempts(2).requests(2),
        ),
        case(
            "a timeout of 0",
            |_| Stage::plain(scripted(|_, peer| peer.serve())).client("timeout_ms", 0),
            Expect::error("TIMEOUT").retryable().attempts(0).connections(0),
        ),
        case(
            "the call's timeout before the client's",
            |_| {
                let server = scripted(|_, peer| {
                    peer.read_head();
                    peer.stall();
                });
                Stage::plain(server)
                    .client("timeout_ms", AMPLE)
                    .call("timeout_ms", SHORT)
            },
            Expect::error("TIMEOUT").retryable().requests(1).says("timeout 500 ms"),
        ),
        case(
            "cancelled while there is no answer",
            |_| {
                let server = scripted(|_, peer| {
                    peer.read_head();
                    peer.stall();
                });
                Stage::plain(server).call("cancel_after_ms", 200)
            },
            Expect::error("CANCELLED").requests(1),
        ),
        case(
            "cancelled between two attempts",
            |_| {
                let limited = answer("429 X", "retry-after: 10\r\n", "");
                let server = scripted(move |_, peer| while peer.read_head().is_some() && peer.send(&limited) {});
                Stage::plain(server).call("cancel_after_ms", 200)
            },
            Expect::error("CANCELLED").requests(1),
        ),
    ]
}
