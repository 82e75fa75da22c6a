//! An HTTP proxy that can tunnel or fetch.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::Arc;
use std::thread;

use crate::peer::Peer;
use crate::server::Server;

/// A proxy that runs `script` on every connection.
pub fn scripted(script: impl Fn(&mut Peer) + Send + Sync + 'static) -> Server {
    Server::start(None, Arc::new(move |_, peer: &mut Peer| script(peer)))
}

/// A proxy that tunnels to any server, or fetches from it, if the request has `credentials`, if there are any (in
/// base64).
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
        match server_of(&head) {
            Some((address, None)) => match TcpStream::connect(address) {
                Ok(server) => {
                    peer.send("HTTP/1.1 200 Connection established\r\nx-proxy: invented\r\n\r\n");
                    peer.tunnel(server);
                }
                Err(_) => bad_gateway(peer),
            },
            Some((address, Some(request))) => match TcpStream::connect(address) {
                Ok(server) if (&server).write_all(request.as_bytes()).is_ok() => peer.tunnel(server),
                _ => bad_gateway(peer),
            },
            None => bad_gateway(peer),
        }
    })
}

fn bad_gateway(peer: &mut Peer) {
    peer.send("HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n");
    peer.close();
}

/// Host and port of the server that a request is for, and the request that is passed on to it: none for CONNECT. The
/// host must be the same in the Host header of CONNECT.
fn server_of(head: &str) -> Option<(String, Option<String>)> {
    let (first, rest) = head.split_once("\r\n")?;
    let mut words = first.split(' ');
    let (method, target) = (words.next()?, words.next()?);
    if method == "CONNECT" {
        let host = format!("host: {target}");
        let is_same = rest.lines().any(|line| line.eq_ignore_ascii_case(&host));
        return is_same.then(|| (target.to_owned(), None));
    }
    let (address, path) = target.strip_prefix("http://")?.split_once('/')?;
    let is_for_proxy = |line: &&str| line.to_lowercase().starts_with("proxy-");
    let headers: String = rest
        .split_inclusive("\r\n")
        .filter(|line| !is_for_proxy(line))
        .collect();
    Some((
        address.to_owned(),
        Some(format!("{method} /{path} HTTP/1.1\r\n{headers}")),
    ))
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
