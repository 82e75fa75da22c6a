//! Connections that end before their time.

use std::sync::Arc;

use super::scripted;
use crate::case::{Case, Expect, Stage, case};
use crate::peer::{CONNECTION, Peer, good};
use crate::server::Server;
use crate::world::Flaw;

/// A body that looks complete, so that only the end of the connection tells that it may not be.
const UNTIL_THE_END: &str = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n";

fn plain(name: &str, script: fn(&mut Peer), expect: Expect) -> Case {
    case(
        name,
        move |_| Stage::plain(scripted(move |_, peer| script(peer))),
        expect,
    )
}

fn over_tls(name: &str, script: fn(&mut Peer), expect: Expect) -> Case {
    case(
        name,
        move |world| {
            let script = move |_, peer: &mut Peer| script(peer);
            Stage::tls(world, Server::start(Some(world.tls(Flaw::None)), Arc::new(script)))
        },
        expect,
    )
}

pub(super) fn cases() -> Vec<Case> {
    let unanswered = || Expect::error("IO").retryable().attempts(3).connections(3);
    let headless = || Expect::error("IO").retryable().requests(1);
    let cut = || headless().status(200);
    vec![
        plain("closed right after it was accepted", Peer::cut, unanswered()),
        plain(
            "reset right after it was accepted",
            Peer::reset,
            unanswered().or("CONNECT"),
        ),
        plain(
            "closed after the request",
            |peer| drop(peer.read_head()),
            unanswered().requests(3),
        ),
        plain(
            "reset after the request",
            |peer| {
                peer.read_head();
                peer.reset();
            },
            unanswered().requests(3),
        ),
        plain(
            "closed within the head",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\ncontent-le");
                peer.close();
            },
            headless(),
        ),
        plain(
            "reset within the head",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\ncontent-le");
                peer.reset();
            },
            headless(),
        ),
        plain(
            "reset within a body with a length",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{\"id\":1");
                peer.reset();
            },
            cut(),
        ),
        plain(
            "reset within a chunked body",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\n{\"id\":1");
                peer.reset();
            },
            cut(),
        ),
        plain(
            "reset within a body without a length",
            |peer| {
                peer.read_head();
                peer.send(UNTIL_THE_END);
                peer.send(CONNECTION);
                peer.reset();
            },
            cut(),
        ),
        plain(
            "a whole answer, and then a reset",
            |peer| {
                peer.read_head();
                peer.send(good());
                peer.reset();
            },
            Expect::ok(),
        ),
        over_tls(
            "TLS: the end of the connection ends the body",
            |peer| {
                peer.read_head();
                peer.send(UNTIL_THE_END);
                peer.send(CONNECTION);
                peer.close();
            },
            Expect::ok(),
        ),
        over_tls(
            "TLS: a body without a length ends without close_notify",
            |peer| {
                peer.read_head();
                peer.send(UNTIL_THE_END);
                peer.send(CONNECTION);
                peer.cut();
            },
            cut(),
        ),
        over_tls(
            "TLS: a body with a length ends without close_notify",
            |peer| {
                peer.read_head();
                peer.send(good());
                peer.cut();
            },
            Expect::ok(),
        ),
        over_tls(
            "TLS: the head ends without close_notify",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\n");
                peer.cut();
            },
            headless(),
        ),
        over_tls(
            "TLS: reset within a body without a length",
            |peer| {
                peer.read_head();
                peer.send(UNTIL_THE_END);
                peer.send(CONNECTION);
                peer.reset();
            },
            cut(),
        ),
        over_tls(
            "TLS: closed after the request",
            |peer| {
                peer.read_head();
                peer.close();
            },
            unanswered().requests(3),
        ),
    ]
}
