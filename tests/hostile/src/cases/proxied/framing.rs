//! Wrong lengths, invalid chunks, and bytes after a response.

use super::{BODY, answered, good, proxied, serve, with_headers};
use crate::case::{Case, Expect, Stage};
use crate::cases::codings::{bomb, coded};
use crate::peer::{Peer, answer};

/// The beginning of a gzip file, from a server that compresses without a request for it.
const GZIP: &[u8] = &[0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xff];
const CHUNKED: &str = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";

/// A case of a chunked response, which ends the connection.
fn chunked(name: &str, chunks: &str, expect: Expect) -> Case {
    answered(name, format!("{CHUNKED}{chunks}"), expect)
}

/// A case of two calls with a server that sends these bytes to the first and waits for the client to go.
fn left(name: &str, method: &'static str, bytes: &[u8], expect: Expect) -> Case {
    // A script has to be copied for each language.
    let bytes: &'static [u8] = Box::leak(bytes.into());
    let script = move |peer: &mut Peer| {
        peer.read_head();
        peer.send(bytes);
        peer.ready();
        serve(peer);
    };
    proxied(name, method, script, |stage: Stage| stage.calls(2), expect.requests(2))
}

pub(super) fn cases() -> Vec<Case> {
    let mut cases = lengths();
    cases.extend(chunks());
    cases.extend(bytes_behind());
    cases
}

fn lengths() -> Vec<Case> {
    let bad_http = || Expect::call_fails("NOT_NANGO").requests(1);
    let length = BODY.len();
    vec![
        answered("an honest answer", good(), super::ok()),
        answered("HTTP/1.0", format!("HTTP/1.0 200 OK\r\n\r\n{BODY}"), super::ok()),
        answered("a negative length", with_headers("content-length: -1\r\n"), bad_http()),
        answered(
            "a length that is no number",
            with_headers("content-length: many\r\n"),
            bad_http(),
        ),
        answered(
            "two lengths in two headers",
            with_headers(&format!("content-length: {length}\r\ncontent-length: 5\r\n")),
            bad_http(),
        ),
        answered(
            "two lengths in one header",
            with_headers(&format!("content-length: {length}, 5\r\n")),
            bad_http(),
        ),
        answered(
            "the same length twice",
            with_headers(&format!("content-length: {length}\r\ncontent-length: {length}\r\n")),
            super::ok(),
        ),
        answered(
            "a body in gzip that breaks off",
            [
                b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 10\r\n\r\n".as_slice(),
                GZIP,
            ]
            .concat(),
            Expect::reading_fails("DECODE").status(200).says("Content-Encoding"),
        ),
        answered(
            "a bomb in gzip",
            coded("200 OK", "gzip", &bomb(10_000_000)),
            Expect::reading_fails("TOO_LARGE").says("250 times"),
        ),
        answered(
            "an unknown content encoding",
            answer("200 OK", "content-encoding: invented\r\n", BODY),
            super::ok(),
        ),
        answered(
            "an unknown transfer encoding",
            with_headers("transfer-encoding: invented\r\n"),
            super::ok(),
        ),
        answered(
            "chunks of gzip",
            "HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
            Expect::response(200, "abc"),
        ),
        answered(
            "205 with a body all the same",
            answer("205 X", "", BODY),
            Expect::response(205, BODY),
        ),
        answered(
            "204 with a length",
            "HTTP/1.1 204 X\r\ncontent-length: 3\r\n\r\n",
            Expect::response(204, ""),
        ),
        answered(
            "304 with a length",
            "HTTP/1.1 304 X\r\ncontent-length: 3\r\n\r\n",
            Expect::response(304, ""),
        ),
    ]
}

fn chunks() -> Vec<Case> {
    let broken = || Expect::reading_fails("NOT_NANGO").says("the body is incomplete");
    vec![
        chunked(
            "chunks with an extension and a trailer",
            "3;a=b\r\nabc\r\n0\r\nx-trailer: 1\r\n\r\n",
            Expect::response(200, "abc"),
        ),
        chunked(
            "a size that is no number",
            "3\r\nabc\r\nmany\r\nabc\r\n0\r\n\r\n",
            broken(),
        ),
        chunked("a negative size", "-1\r\nabc\r\n0\r\n\r\n", broken().read("")),
        chunked("no size", "\r\nabc\r\n0\r\n\r\n", broken().read("")),
        chunked(
            "a chunk that is longer than its size",
            "2\r\nabc\r\n0\r\n\r\n",
            broken(),
        ),
        chunked("a chunk of 2^64 bytes", "10000000000000000\r\nabc", broken().read("")),
        chunked("zeros for a size, without end", &"0".repeat(1 << 20), broken().read("")),
        chunked(
            "an extension without end",
            &("3;".to_owned() + &"x".repeat(1 << 20)),
            broken().read(""),
        ),
        answered(
            "an error in JSON in broken chunks",
            "HTTP/1.1 404 X\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n3\r\n{\"a\r\nmany\r\n",
            broken().status(404),
        ),
        answered(
            "a length and chunks",
            "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
            Expect::response(200, "abc"),
        ),
    ]
}

/// Whether a connection is reused for the next call.
fn bytes_behind() -> Vec<Case> {
    let kept = |expect: Expect| expect.connections(1);
    let replaced = |expect: Expect| expect.connections(2);
    let second = good().replace("200 OK", "201 Created");
    let chunks = "3\r\nabc\r\n0\r\n\r\n";
    let both = |first: &str, then: &str| format!("HTTP/1.1 200 OK\r\n{first}\r\n{then}\r\n\r\n{chunks}").into_bytes();
    let (length, encoding) = ("content-length: 13", "transfer-encoding: chunked");
    vec![
        left("kept alive", "GET", good().as_bytes(), kept(super::ok())),
        left(
            "kept alive after chunks",
            "GET",
            format!("{CHUNKED}{chunks}").as_bytes(),
            kept(super::ok()),
        ),
        left("kept alive after a POST", "POST", good().as_bytes(), kept(super::ok())),
        left(
            "a length and chunks, and the next call",
            "GET",
            &both(length, encoding),
            replaced(Expect::response(200, "abc")),
        ),
        left(
            "chunks and a length, and the next call",
            "GET",
            &both(encoding, length),
            replaced(Expect::response(200, "abc")),
        ),
        left(
            "a second answer to one request",
            "GET",
            (good() + &second).as_bytes(),
            replaced(super::ok()),
        ),
        left(
            "a second answer to one POST",
            "POST",
            (good() + &second).as_bytes(),
            replaced(super::ok()),
        ),
        left(
            "junk behind an answer",
            "GET",
            (good() + "\n").as_bytes(),
            replaced(super::ok()),
        ),
        left(
            "a second answer behind chunks",
            "GET",
            format!("{CHUNKED}{chunks}{second}").as_bytes(),
            replaced(Expect::response(200, "abc")),
        ),
        left(
            "a length that is too short",
            "GET",
            with_headers("content-length: 5\r\n").as_bytes(),
            replaced(Expect::response(200, &BODY[..5])),
        ),
        left(
            "a body behind 204",
            "GET",
            b"HTTP/1.1 204 X\r\n\r\nabc",
            replaced(Expect::response(204, "")),
        ),
        proxied(
            "HEAD with a length and without a body",
            "HEAD",
            |peer| {
                while peer.read_head().is_some() {
                    peer.send("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n");
                    peer.ready();
                }
            },
            |stage| stage.calls(2),
            kept(Expect::response(200, "").requests(2)),
        ),
        proxied(
            "HEAD with chunks to come, and none",
            "HEAD",
            |peer| {
                while peer.read_head().is_some() {
                    peer.send(CHUNKED);
                    peer.ready();
                }
            },
            |stage| stage.calls(2),
            kept(Expect::response(200, "").requests(2)),
        ),
        proxied(
            "HEAD with a body all the same",
            "HEAD",
            |peer| {
                while peer.read_head().is_some() {
                    peer.send(good());
                    peer.ready();
                }
            },
            |stage| stage.calls(2),
            replaced(Expect::response(200, "").requests(2)),
        ),
    ]
}
