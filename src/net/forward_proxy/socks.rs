//! A tunnel through a SOCKS 5 proxy (RFC 1928), with a user and a password if its URL has them (RFC 1929).

use std::io;
use std::net::IpAddr;

use ureq::Error;
use zeroize::Zeroizing;

use super::server::{Credentials, ForwardProxy};
use super::target::Target;
use crate::net::context;
use crate::net::exchange_error::FailureKind;
use crate::net::stream::ByteStream;
use crate::net::tcp::failed;

const VERSION: u8 = 5;
const NO_AUTHENTICATION: u8 = 0;
const USER_AND_PASSWORD: u8 = 2;
const NO_METHOD: u8 = 0xff;
const CONNECT: u8 = 1;
const IPV4: u8 = 1;
const NAME: u8 = 3;
const IPV6: u8 = 4;

/// Opens a tunnel to `target`.
pub(super) fn open_tunnel(proxy: &ForwardProxy, stream: &mut dyn ByteStream, target: &Target<'_>) -> Result<(), Error> {
    authenticate(proxy, stream)?;
    stream.send(&request(target)?)?;
    let [version, reply, _, address_type] = exactly(stream)?;
    if version != VERSION {
        return Err(problem(NOT_SOCKS));
    }
    if reply != 0 {
        return Err(refused(reply));
    }
    // The address that the proxy connected from is ignored.
    let size = match address_type {
        IPV4 => 4,
        IPV6 => 16,
        NAME => usize::from(exactly::<1>(stream)?[0]),
        _ => return Err(problem(NOT_SOCKS)),
    };
    let mut address_and_port = [0; 255 + 2];
    fill(stream, &mut address_and_port[..size + 2])
}

const NOT_SOCKS: &str = "it did not reply with SOCKS 5";

/// Negotiates the client's authentication with the proxy.
fn authenticate(proxy: &ForwardProxy, stream: &mut dyn ByteStream) -> Result<(), Error> {
    let methods: &[u8] = match proxy.credentials() {
        Some(_) => &[VERSION, 2, NO_AUTHENTICATION, USER_AND_PASSWORD],
        None => &[VERSION, 1, NO_AUTHENTICATION],
    };
    stream.send(methods)?;
    let [version, method] = exactly(stream)?;
    match (version, method, proxy.credentials()) {
        (VERSION, NO_AUTHENTICATION, _) => Ok(()),
        (VERSION, USER_AND_PASSWORD, Some(credentials)) => log_in(credentials, stream),
        (VERSION, NO_METHOD, Some(_)) => Err(final_refusal(
            "it accepts neither a user and password nor a call without",
        )),
        (VERSION, NO_METHOD, None) => Err(final_refusal("it requires a user and a password in its URL")),
        _ => Err(problem(NOT_SOCKS)),
    }
}

fn log_in(credentials: &Credentials, stream: &mut dyn ByteStream) -> Result<(), Error> {
    let mut request = Zeroizing::new(Vec::with_capacity(3 + 2 * 255));
    request.push(1);
    for text in [&credentials.user, &credentials.password] {
        let Ok(size) = u8::try_from(text.len()) else {
            return Err(final_refusal(
                "the user or the password in its URL is longer than 255 bytes",
            ));
        };
        request.push(size);
        request.extend_from_slice(text);
    }
    stream.send(&request)?;
    match exactly(stream)? {
        [_, 0] => Ok(()),
        _ => Err(final_refusal("it rejects the user or the password in its URL")),
    }
}

/// The request for a connection to `target`.
fn request(target: &Target<'_>) -> Result<Vec<u8>, Error> {
    let host = target.host();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let address = target.address.map(|address| address.ip()).or_else(|| bare.parse().ok());
    let mut request = vec![VERSION, CONNECT, 0];
    match address {
        Some(IpAddr::V4(address)) => {
            request.push(IPV4);
            request.extend_from_slice(&address.octets());
        }
        Some(IpAddr::V6(address)) => {
            request.push(IPV6);
            request.extend_from_slice(&address.octets());
        }
        None => {
            let Ok(size) = u8::try_from(host.len()) else {
                return Err(final_refusal(
                    "the host in base_url is longer than 255 bytes, which SOCKS cannot carry",
                ));
            };
            request.extend_from_slice(&[NAME, size]);
            request.extend_from_slice(host.as_bytes());
        }
    }
    request.extend_from_slice(&target.port.to_be_bytes());
    Ok(request)
}

/// Notes why the proxy did not connect. Unless it rejects the request, another try may have another result.
fn refused(reply: u8) -> Error {
    match reply {
        2 => final_refusal("its rules do not allow the connection"),
        3 => problem("the server's network cannot be reached from it"),
        4 => problem("the server cannot be reached from it"),
        5 => problem("the server refused its connection"),
        6 => problem("its connection to the server timed out"),
        7 => final_refusal("it does not support connections"),
        8 => final_refusal(
            "it does not support this kind of address: try socks5h:// instead of socks5://, or the reverse",
        ),
        _ => problem("it failed"),
    }
}

fn final_refusal(what: &str) -> Error {
    context::fail(FailureKind::ProxyRefused, what);
    Error::ConnectionFailed
}

fn problem(what: &str) -> Error {
    failed(io::Error::other(what))
}

fn exactly<const N: usize>(stream: &mut dyn ByteStream) -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    fill(stream, &mut bytes)?;
    Ok(bytes)
}

/// Reads as many bytes as there is room for.
fn fill(stream: &mut dyn ByteStream, room: &mut [u8]) -> Result<(), Error> {
    let mut filled = 0;
    while filled < room.len() {
        match stream.receive(&mut room[filled..])? {
            0 => return Err(problem("it closed the connection")),
            count => filled += count,
        }
    }
    Ok(())
}
