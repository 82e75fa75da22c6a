//! Requests through Nango's proxy to an external API, whose responses are read as they come.

mod answers;
mod cuts;
mod early;
mod framing;
mod heads;
mod idle;
mod large;
mod leaving;
mod retries;
mod stalls;
mod uploads;
mod ways;

use std::sync::Arc;

use super::scripted;
use crate::case::{Case, Expect, Stage, case};
use crate::peer::{Peer, answer};
use crate::server::Server;
use crate::world::Flaw;

/// The external API's default response.
const BODY: &str = "a body of the external API's";
/// A body that does not fit into the buffers between a client and a server that does not read: Linux lets the receive
/// buffer of one socket grow to 32 MiB, and with a proxy in between there are two.
const LARGE: u64 = 256 << 20;
/// A body that takes many parts.
const MANY_PARTS: u64 = 10 << 20;

pub(super) fn cases() -> Vec<Case> {
    [
        stalls::cases(),
        uploads::cases(),
        early::cases(),
        cuts::cases(),
        framing::cases(),
        large::cases(),
        leaving::cases(),
        heads::cases(),
        answers::cases(),
        retries::cases(),
        idle::cases(),
        ways::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A case of a server that does `script` on every connection; the stage makes requests with `method`.
fn proxied(
    name: &str,
    method: &'static str,
    script: impl Fn(&mut Peer) + Copy + Send + Sync + 'static,
    change: impl Fn(Stage) -> Stage + Send + Sync + 'static,
    expect: Expect,
) -> Case {
    case(
        format!("proxied: {name}"),
        move |_| change(Stage::plain(scripted(move |_, peer| script(peer))).proxied(method)),
        expect,
    )
}

/// The same over TLS.
fn proxied_tls(
    name: &str,
    method: &'static str,
    script: impl Fn(&mut Peer) + Copy + Send + Sync + 'static,
    change: impl Fn(Stage) -> Stage + Send + Sync + 'static,
    expect: Expect,
) -> Case {
    case(
        format!("proxied: TLS: {name}"),
        move |world| {
            let server = Server::start(
                Some(world.tls(Flaw::None)),
                Arc::new(move |_, peer: &mut Peer| script(peer)),
            );
            change(Stage::tls(world, server).proxied(method))
        },
        expect,
    )
}

/// A case of a GET whose response is these bytes, after which the connection ends.
fn answered(name: &str, bytes: impl AsRef<[u8]>, expect: Expect) -> Case {
    let bytes: Arc<[u8]> = bytes.as_ref().into();
    case(
        format!("proxied: {name}"),
        move |_| {
            let bytes = bytes.clone();
            let server = scripted(move |_, peer| {
                while peer.read_head().is_some() {
                    peer.send(&bytes);
                    peer.close();
                }
            });
            Stage::plain(server).proxied("GET")
        },
        expect,
    )
}

/// The response of an external API.
fn good() -> String {
    answer("200 OK", "content-type: text/plain\r\n", BODY)
}

/// The same with these headers instead of a length.
fn with_headers(headers: &str) -> String {
    format!("HTTP/1.1 200 OK\r\n{headers}\r\n{BODY}")
}

/// A setting that changes nothing.
fn as_it_is(stage: Stage) -> Stage {
    stage
}

/// Responds to requests with any bodies until the client goes.
fn serve(peer: &mut Peer) {
    while peer.read_head().is_some() && peer.send(good()) {}
}

/// A response, whole.
fn ok() -> Expect {
    Expect::response(200, BODY)
}
