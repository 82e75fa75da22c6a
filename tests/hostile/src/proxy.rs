//! An HTTP proxy that tunnels, if it wants to.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::Arc;
use std::thread;

use crate::peer::Peer;
use crate::server::Server;

/// A proxy that does `script` on every connection.
pub fn scripted(script: impl Fn(&mut Peer) + Send + Sync + 'static) -> Server {
    Server::start(None, Arc::new(move |_, peer: &mut Peer| script(peer)))
}

/// A proxy that tunnels to wherever it is asked, if the request says `credentials` where there are some (in base64).
pub fn tunnelling(credentials: Option<&'static str>) -> Server {
    scripted(move |peer| {
        let Some(head) = peer.read_head() else { return };
        let wanted =
            credentials.map(|credentials| format!("proxy-authorization: basic {}", credentials.to_lowercase()));
        let is_known = wanted.is_none_or(|wanted| head.to_lowercase().lines().any(|line| line == wanted));
        if !is_known {
            peer.send("HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic realm=\"x\"\r\n\r\n");
            return peer.close();
        }
        match target(&head).map(TcpStream::connect) {
            Some(Ok(server)) => {
                peer.send("HTTP/1.1 200 Connection established\r\nx-proxy: invented\r\n\r\n");
                peer.tunnel(server);
            }
            _ => {
                peer.send("HTTP/1.1 502 Bad Gateway\r\n\r\n");
                peer.close();
            }
        }
    })
}

/// Host and port that a CONNECT names, which must be the same in its Host header.
fn target(head: &str) -> Option<String> {
    let mut lines = head.lines();
    let target = lines.next()?.strip_prefix("CONNECT ")?.strip_suffix(" HTTP/1.1")?;
    let host = format!("host: {target}");
    lines
        .any(|line| line.eq_ignore_ascii_case(&host))
        .then(|| target.to_owned())
}

/// Copies both ways until both ends are gone.
pub(crate) fn copy_both_ways(client: &TcpStream, server: &TcpStream) {
    let copy = |from: &TcpStream, to: &TcpStream| {
        let (mut from, mut to) = (from, to);
        let mut buffer = [0; 16 * 1024];
        while let Ok(n @ 1..) = from.read(&mut buffer) {
            if to.write_all(&buffer[..n]).is_err() {
                break;
            }
        }
        let _: io::Result<()> = to.shutdown(Shutdown::Write);
    };
    thread::scope(|scope| {
        scope.spawn(|| copy(client, server));
        copy(server, client);
    });
}
