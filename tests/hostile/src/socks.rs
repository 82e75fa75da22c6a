//! A SOCKS 5 proxy (RFC 1928) that can connect.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream, ToSocketAddrs};

use crate::peer::Peer;
use crate::proxy::scripted;
use crate::server::Server;

/// The requirements and replies of a case's proxy.
#[derive(Clone, Copy, Default)]
pub struct Socks {
    /// A user and a password.
    pub credentials: Option<(&'static str, &'static str)>,
    /// The reply to each request for a connection, other than success.
    pub reply: u8,
    /// Whether requests must have a name instead of an address.
    pub wants_name: bool,
}

impl Socks {
    /// A server with this behavior.
    pub fn start(self) -> Server {
        scripted(move |peer| {
            if let Some(server) = self.handshake(peer) {
                peer.tunnel(server);
            } else {
                peer.close();
            }
        })
    }

    fn handshake(self, peer: &mut Peer) -> Option<TcpStream> {
        let [5, count] = exactly(peer)? else { return None };
        let methods = some(peer, count)?;
        match self.credentials {
            Some(_) if !methods.contains(&2) => {
                peer.send([5, 0xff]);
                return None;
            }
            Some(known) => {
                peer.send([5, 2]);
                self.log_in(peer, known)?;
            }
            None => drop(peer.send([5, 0])),
        }
        let address = self.target(peer)?;
        match (self.reply, address.map(TcpStream::connect)) {
            (0, Some(Ok(server))) => {
                peer.send([5, 0, 0, 1, 127, 0, 0, 1, 0, 0]);
                Some(server)
            }
            (0, _) => refuse(peer, 5),
            (reply, _) => refuse(peer, reply),
        }
    }

    fn log_in(self, peer: &mut Peer, (user, password): (&str, &str)) -> Option<()> {
        let [1, size] = exactly(peer)? else { return None };
        let is_known = some(peer, size)? == user.as_bytes();
        let [size] = exactly(peer)?;
        let is_known = is_known && some(peer, size)? == password.as_bytes();
        peer.send([1, u8::from(!is_known)]);
        is_known.then_some(())
    }

    /// The target of a request; `Some(None)` if it is unknown.
    fn target(self, peer: &mut Peer) -> Option<Option<SocketAddr>> {
        let [5, 1, 0, kind] = exactly(peer)? else { return None };
        let host = match (kind, self.wants_name) {
            (1, false) => Ipv4Addr::from(exactly::<4>(peer)?).to_string(),
            (4, false) => Ipv6Addr::from(exactly::<16>(peer)?).to_string(),
            (3, true) => {
                let [size] = exactly(peer)?;
                String::from_utf8(some(peer, size)?).ok()?
            }
            _ => return refuse(peer, 8),
        };
        let port = u16::from_be_bytes(exactly(peer)?);
        // Names of cases mean this machine.
        let host = if host.ends_with(".test") { "127.0.0.1" } else { &host };
        Some((host, port).to_socket_addrs().ok().and_then(|mut found| found.next()))
    }
}

fn refuse<T>(peer: &mut Peer, reply: u8) -> Option<T> {
    peer.send([5, reply, 0, 1, 0, 0, 0, 0, 0, 0]);
    None
}

fn exactly<const N: usize>(peer: &mut Peer) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    for byte in &mut bytes {
        if peer.read(std::slice::from_mut(byte)) == 0 {
            return None;
        }
    }
    Some(bytes)
}

fn some(peer: &mut Peer, count: u8) -> Option<Vec<u8>> {
    (0..count).map(|_| exactly::<1>(peer).map(|[byte]| byte)).collect()
}
