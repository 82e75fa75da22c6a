//! SOCKS proxies that work, and many that do not.

use std::sync::Arc;

use super::scripted;
use crate::case::{Case, Expect, Stage, case};
use crate::peer::Peer;
use crate::proxy;
use crate::server::{Nobody, Server};
use crate::socks::Socks;
use crate::world::{Flaw, World};

const CREDENTIALS: Option<(&str, &str)> = Some(("DOMAIN\\user", "invented^{}|\"<>pass"));

fn plain() -> Stage {
    Stage::plain(scripted(|_, peer| peer.serve()))
}

fn tls(world: &World) -> Stage {
    let server = Server::start(Some(world.tls(Flaw::None)), Arc::new(|_, peer: &mut Peer| peer.serve()));
    Stage::tls(world, server)
}

/// A client that connects to `stage`'s server through a proxy with a URL that begins with `beginning`.
fn through(stage: Stage, proxy: Server, beginning: &str) -> Stage {
    let url = format!("{beginning}127.0.0.1:{}", proxy.port());
    stage.client("http_proxy", url).keep(proxy)
}

/// Failures that another try may fix.
fn failed() -> Expect {
    Expect::error("HTTP_PROXY").retryable().says("SOCKS proxy").requests(0)
}

/// Failures that no other try fixes.
fn refused() -> Expect {
    Expect::error("HTTP_PROXY").says("SOCKS proxy").requests(0)
}

pub(super) fn cases() -> Vec<Case> {
    let mut cases = working();
    cases.extend(replies());
    cases.extend(broken());
    cases
}

fn working() -> Vec<Case> {
    let with_credentials = Socks {
        credentials: CREDENTIALS,
        ..Socks::default()
    };
    let with_name = Socks {
        wants_name: true,
        ..Socks::default()
    };
    vec![
        case(
            "socks: plain http",
            |_| through(plain(), Socks::default().start(), "socks5h://"),
            Expect::ok(),
        ),
        case(
            "socks: https",
            |world| through(tls(world), Socks::default().start(), "socks5h://"),
            Expect::ok(),
        ),
        case(
            "socks: a name that only the proxy resolves",
            move |world| {
                let server = scripted(|_, peer| peer.serve());
                let url = format!("http://unknown.test:{}", server.port());
                let stage = Stage::at(&url).serving(server).client("allow_plaintext_http", "1");
                let stage = stage.environment("LD_PRELOAD", world.names());
                through(stage, with_name.start(), "socks5h://")
            },
            Expect::ok(),
        ),
        case(
            "socks: a name that only this machine resolves",
            |world| {
                let server = scripted(|_, peer| peer.serve());
                let url = format!("http://here.test:{}", server.port());
                let stage = Stage::at(&url).serving(server).client("allow_plaintext_http", "1");
                let stage = stage.environment("LD_PRELOAD", world.names());
                through(stage, Socks::default().start(), "socks5://")
            },
            Expect::ok(),
        ),
        case(
            "socks: a name that this machine does not know",
            |world| {
                let stage = Stage::at("http://unknown.test").client("allow_plaintext_http", "1");
                let stage = stage.environment("LD_PRELOAD", world.names());
                through(stage, Socks::default().start(), "socks5://")
            },
            Expect::error("RESOLVE").retryable().attempts(3),
        ),
        case(
            "socks: ALL_PROXY",
            |_| {
                let proxy = Socks::default().start();
                let url = format!("socks5h://127.0.0.1:{}", proxy.port());
                plain().without("http_proxy").environment("ALL_PROXY", url).keep(proxy)
            },
            Expect::ok(),
        ),
        case(
            "socks: the right credentials",
            move |_| {
                through(
                    plain(),
                    with_credentials.start(),
                    "socks5://DOMAIN\\user:invented^{}|\"<>pass@",
                )
            },
            Expect::ok(),
        ),
        case(
            "socks: the wrong credentials",
            move |_| through(plain(), with_credentials.start(), "socks5://user:wrong@"),
            refused().says("rejects the user or the password"),
        ),
        case(
            "socks: no credentials",
            move |_| through(plain(), with_credentials.start(), "socks5://"),
            refused().says("requires a user and a password"),
        ),
        case(
            "socks: nobody listens behind it",
            |_| {
                let nobody = Nobody::bound();
                let stage = Stage::at(&format!("http://{}", nobody.address())).keep(nobody);
                through(stage, Socks::default().start(), "socks5h://")
            },
            Expect::error("HTTP_PROXY").retryable().says("refused"),
        ),
    ]
}

fn replies() -> Vec<Case> {
    let replied = |name: &str, reply: u8, expect: Expect| {
        let socks = Socks {
            reply,
            ..Socks::default()
        };
        case(name, move |_| through(plain(), socks.start(), "socks5h://"), expect)
    };
    vec![
        replied("socks: it failed", 1, failed().says("it failed")),
        replied("socks: not allowed", 2, refused().says("rules")),
        replied("socks: no way to the network", 3, failed().says("network")),
        replied("socks: no way to the host", 4, failed().says("reached")),
        replied("socks: time runs out", 6, failed().says("timed out")),
        replied("socks: no such command", 7, refused().says("support")),
        replied("socks: no such kind of address", 8, refused().says("kind of address")),
        replied("socks: a reply that nobody knows", 99, failed().says("it failed")),
    ]
}

fn broken() -> Vec<Case> {
    let broken = |name: &str, script: fn(&mut Peer), expect: Expect| {
        case(
            name,
            move |_| through(plain(), proxy::scripted(script), "socks5h://"),
            expect,
        )
    };
    vec![
        broken(
            "socks: closed",
            |peer| _ = peer.read(&mut [0; 3]),
            failed().says("closed the connection"),
        ),
        broken(
            "socks: HTTP",
            |peer| {
                peer.read(&mut [0; 3]);
                peer.send("HTTP/1.1 400 Bad Request\r\n\r\n");
                peer.close();
            },
            failed().says("did not reply with SOCKS 5"),
        ),
        broken(
            "socks: a method that was not offered",
            |peer| {
                peer.read(&mut [0; 3]);
                peer.send([5, 2]);
                peer.close();
            },
            failed().says("did not reply with SOCKS 5"),
        ),
        broken(
            "socks: a reply that breaks off",
            |peer| {
                peer.read(&mut [0; 3]);
                peer.send([5, 0]);
                peer.read(&mut [0; 64]);
                peer.send([5, 0, 0]);
                peer.close();
            },
            failed().says("closed the connection"),
        ),
        case(
            "socks: no reply",
            |_| through(plain(), proxy::scripted(Peer::stall), "socks5h://").short(),
            failed().says("timed out while"),
        ),
    ]
}
