//! All cases, by kind of misbehavior.

mod chunks;
mod codings;
mod deadlines;
mod endings;
mod environment;
mod framing;
mod handshakes;
mod heads;
mod proxied;
mod proxies;
mod redirects;
mod refreshes;
mod retries;
mod reuse;
mod socks;
mod tinyproxy;
mod tls;

use std::sync::Arc;

use crate::case::{Case, Expect, Stage, case};
use crate::peer::Peer;
use crate::server::Server;

/// Every case, in the order of the table.
pub fn all() -> Vec<Case> {
    [
        framing::cases(),
        chunks::cases(),
        codings::cases(),
        heads::cases(),
        endings::cases(),
        reuse::cases(),
        redirects::cases(),
        retries::cases(),
        refreshes::cases(),
        deadlines::cases(),
        tls::cases(),
        handshakes::cases(),
        proxies::cases(),
        socks::cases(),
        environment::cases(),
        tinyproxy::cases(),
        proxied::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A server without TLS that does `script` on every connection.
fn scripted(script: impl Fn(usize, &mut Peer) + Send + Sync + 'static) -> Server {
    Server::start(None, Arc::new(script))
}

/// A case of a server that responds to each request with these bytes and then ends the connection.
fn answered(name: &str, bytes: impl Into<Vec<u8>>, expect: Expect) -> Case {
    let bytes: Vec<u8> = bytes.into();
    case(
        name,
        move |_| {
            let bytes = bytes.clone();
            Stage::plain(scripted(move |_, peer| {
                while peer.read_head().is_some() {
                    peer.send(&bytes);
                    peer.close();
                }
            }))
        },
        expect,
    )
}

/// Data that does not begin as HTTP/1.1 does.
fn not_http() -> Expect {
    Expect::error("NOT_NANGO").says("check base_url").requests(1)
}

/// HTTP/1.1 that breaks its rules.
fn bad_http() -> Expect {
    Expect::error("NOT_NANGO").says("gateway in front of it").requests(1)
}
