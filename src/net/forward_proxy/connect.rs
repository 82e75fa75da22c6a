//! A tunnel through an HTTP proxy: CONNECT.

use std::io;

use ureq::Error;
use zeroize::Zeroizing;

use super::server::ForwardProxy;
use super::target::Target;
use crate::net::MAX_HEAD;
use crate::net::context;
use crate::net::exchange_error::FailureKind;
use crate::net::stream::ByteStream;
use crate::net::tcp::failed;

const NO_HTTP: &str = "it did not reply with HTTP";
/// The meaning of a 407.
pub(crate) const UNAUTHENTICATED: &str = "407: it requires a user and a password, or rejects those in its URL";

/// Opens a tunnel to `target`.
pub(super) fn open_tunnel(proxy: &ForwardProxy, stream: &mut dyn ByteStream, target: &Target<'_>) -> Result<(), Error> {
    stream.send(&request(proxy, target))?;
    let mut received: Vec<u8> = Vec::new();
    loop {
        match read_status(&received) {
            Reply::Status(100..200, rest) => received.drain(..rest),
            // The client speaks first, in TLS too.
            Reply::Status(200..300, rest) if rest < received.len() => {
                return Err(problem("it sent data before the request"));
            }
            Reply::Status(200..300, _) => return Ok(()),
            Reply::Status(status, _) => return Err(refused(status)),
            Reply::NotHttp => return Err(problem(NO_HTTP)),
            Reply::Incomplete if received.len() > MAX_HEAD => {
                return Err(problem("the headers of its reply are too long"));
            }
            Reply::Incomplete => {
                let mut part = [0; 1024];
                match stream.receive(&mut part)? {
                    0 if received.is_empty() => return Err(problem("it closed the connection without a reply")),
                    0 => return Err(problem(NO_HTTP)),
                    count => received.extend_from_slice(&part[..count]),
                }
                continue;
            }
        };
    }
}

/// Notes that the proxy responded with this status, which determines whether a later try can have another result.
pub(super) fn refused(status: u16) -> Error {
    let detail = match status {
        407 => UNAUTHENTICATED.to_owned(),
        _ => format!("it refused with {status}"),
    };
    match status {
        500.. | 408 | 429 => problem(&detail),
        _ => {
            context::fail(FailureKind::ProxyRefused, detail);
            Error::ConnectionFailed
        }
    }
}

fn problem(what: &str) -> Error {
    failed(io::Error::other(what))
}

fn request(proxy: &ForwardProxy, target: &Target<'_>) -> Zeroizing<Vec<u8>> {
    let (host, port) = (target.host(), target.port);
    let mut request = Zeroizing::new(Vec::with_capacity(1024));
    request.extend_from_slice(format!("CONNECT {host}:{port} HTTP/1.1\r\nHost: {host}:{port}\r\n").as_bytes());
    if let Some(user_agent) = target.user_agent {
        request.extend_from_slice(&[b"User-Agent: ", user_agent.as_bytes(), b"\r\n"].concat());
    }
    if let Some(credentials) = proxy.credentials() {
        request.extend_from_slice(b"Proxy-Authorization: Basic ");
        request.extend_from_slice(credentials.basic().as_bytes());
        request.extend_from_slice(b"\r\n");
    }
    request.extend_from_slice(b"\r\n");
    request
}

/// The bytes of a proxy's reply so far.
#[derive(Debug, PartialEq, Eq)]
enum Reply {
    Incomplete,
    NotHttp,
    /// A status, and how long the head is.
    Status(u16, usize),
}

/// Reads the head of a reply. Lines may end with a bare line feed, and the reason may have any bytes.
fn read_status(received: &[u8]) -> Reply {
    const VERSION: &[u8] = b"HTTP/1.";
    let known = received.len().min(VERSION.len());
    if received[..known] != VERSION[..known] {
        return Reply::NotHttp;
    }
    let mut at = 0;
    while let Some(size) = memchr::memchr(b'\n', &received[at..]) {
        let line = &received[at..at + size];
        at += size + 1;
        if matches!(line, b"" | b"\r") {
            return status_in(received).map_or(Reply::NotHttp, |status| Reply::Status(status, at));
        }
    }
    Reply::Incomplete
}

/// The status in the first line of a head.
fn status_in(head: &[u8]) -> Option<u16> {
    let mut words = head.split(|&byte| matches!(byte, b' ' | b'\r' | b'\n'));
    words.next()?;
    let status = words.next().filter(|status| status.len() == 3)?;
    std::str::from_utf8(status).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::prelude::BASE64_STANDARD;
    use ureq::http::HeaderValue;

    use super::*;

    #[test]
    fn a_request_has_credentials_and_the_user_agent() {
        let proxy = ForwardProxy::parse("http://us%40er:invented%3Apassword@proxy.test:8080", "http_proxy").unwrap();
        let user_agent = HeaderValue::from_static("libnango/0.0 invented");
        let request = request(&proxy, &Target::new("nango.test", 443, Some(&user_agent)));
        let encoded = BASE64_STANDARD.encode("us@er:invented:password");
        assert_eq!(
            String::from_utf8(request.to_vec()).unwrap(),
            format!(
                "CONNECT nango.test:443 HTTP/1.1\r\nHost: nango.test:443\r\nUser-Agent: libnango/0.0 invented\r\n\
                 Proxy-Authorization: Basic {encoded}\r\n\r\n"
            )
        );
        let local = Target::new("api.localhost", 3003, None);
        assert!(super::request(&proxy, &local).starts_with(b"CONNECT 127.0.0.1:3003 "));
    }

    #[test]
    fn heads_are_read_as_leniently_as_curl_reads_them() {
        for (received, expected) in [
            (&b""[..], Reply::Incomplete),
            (b"HTTP", Reply::Incomplete),
            (b"HTTP/1.1 200 OK\r\n", Reply::Incomplete),
            (b"HTTP/1.1 200 OK\r\n\r\n", Reply::Status(200, 19)),
            (b"HTTP/1.0 200 OK\n\nrest", Reply::Status(200, 17)),
            (b"HTTP/1.1 200 OK\nVia: x\r\n\n", Reply::Status(200, 25)),
            (b"HTTP/1.1 200\r\n\r\n", Reply::Status(200, 16)),
            (
                b"HTTP/1.1 407 Authentification requise\xe9\r\n\r\n",
                Reply::Status(407, 42),
            ),
            (b"HTTP/1.1 OK\r\n\r\n", Reply::NotHttp),
            (b"HTTP/2 200\r\n\r\n", Reply::NotHttp),
            (b"<html>", Reply::NotHttp),
        ] {
            assert_eq!(
                read_status(received),
                expected,
                "{:?}",
                String::from_utf8_lossy(received)
            );
        }
    }
}
