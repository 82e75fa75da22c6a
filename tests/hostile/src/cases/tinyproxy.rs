//! tinyproxy from Debian's packages: a real proxy between the library and a server.

use std::sync::Arc;

use super::scripted;
use crate::case::{Case, Expect, Stage, case};
use crate::peer::Peer;
use crate::server::{Nobody, Server};
use crate::tinyproxy::Tinyproxy;
use crate::world::{Flaw, World};

const AUTHENTICATION: &str = "BasicAuth user invented-password";

fn through(world: &World, stage: Stage, lines: &str, user: &str) -> Stage {
    let proxy = Tinyproxy::start(world.tinyproxy(), lines);
    let url = format!("http://{user}127.0.0.1:{}", proxy.port());
    stage.client("http_proxy", url).keep(proxy)
}

fn plain() -> Stage {
    Stage::plain(scripted(|_, peer| peer.serve()))
}

fn tls(world: &World) -> Stage {
    let server = Server::start(Some(world.tls(Flaw::None)), Arc::new(|_, peer: &mut Peer| peer.serve()));
    Stage::tls(world, server)
}

pub(super) fn cases() -> Vec<Case> {
    let refused = |says| Expect::error("HTTP_PROXY").says("HTTP proxy").says(says);
    vec![
        case(
            "tinyproxy: plain http",
            |world| through(world, plain(), "", ""),
            Expect::ok(),
        ),
        case(
            "tinyproxy: https",
            |world| through(world, tls(world), "", ""),
            Expect::ok(),
        ),
        case(
            "tinyproxy: plain http, with credentials",
            |world| through(world, plain(), AUTHENTICATION, "user:invented-password@"),
            Expect::ok(),
        ),
        case(
            "tinyproxy: https, with credentials",
            |world| through(world, tls(world), AUTHENTICATION, "user:invented-password@"),
            Expect::ok(),
        ),
        case(
            "tinyproxy: the wrong credentials",
            |world| through(world, tls(world), AUTHENTICATION, "user:wrong@"),
            refused("40").requests(0),
        ),
        case(
            "tinyproxy: no credentials",
            |world| through(world, tls(world), AUTHENTICATION, ""),
            refused("407").requests(0),
        ),
        case(
            "tinyproxy: ConnectPort of another port",
            |world| through(world, tls(world), "ConnectPort 443", ""),
            refused("403").requests(0),
        ),
        case(
            "tinyproxy: nobody listens behind it",
            |world| {
                let nobody = Nobody::bound();
                let stage = Stage::at(&format!("https://{}", nobody.address())).keep(nobody);
                through(world, stage, "", "")
            },
            refused("it refused with 50").retryable(),
        ),
    ]
}
