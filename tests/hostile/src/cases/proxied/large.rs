//! Bodies that are too large to be collected, and that can still be read part by part.

use super::{BODY, good, proxied, serve};
use crate::case::{Case, Expect, Stage};
use crate::pattern::Pattern;
use crate::peer::Peer;

/// A part of a body in which every byte is at a wrong position.
const PART: [u8; 256] = {
    let mut part = [0; 256];
    let mut i = 0;
    while i < part.len() {
        part[i] = i as u8;
        i += 1;
    }
    part
};
/// How many parts of 64 KiB are 100 MiB.
const PARTS: u64 = 1600;

fn collected(stage: Stage) -> Stage {
    stage.call("read", "collect")
}

/// Sends these heads before a body without an end.
fn endless(head: &'static str, body: &'static str) -> impl Fn(&mut Peer) + Copy + Send + Sync + 'static {
    move |peer| {
        peer.read_head();
        peer.send(head);
        peer.send_forever(body);
    }
}

pub(super) fn cases() -> Vec<Case> {
    let too_large = || Expect::reading_fails("TOO_LARGE").says("max_response_bytes");
    let all = || Expect::response(200, Pattern::new(&PART.repeat(256), PARTS));
    let first = |status| Expect::response(status, "x".repeat(100));
    let left = |stage: Stage| stage.call("read", "drop").call("read_bytes", 100);
    vec![
        proxied(
            "a body of 1 GiB, announced and collected",
            "GET",
            endless("HTTP/1.1 200 OK\r\ncontent-length: 1073741824\r\n\r\n", " "),
            collected,
            too_large(),
        ),
        proxied(
            "a body without end, collected",
            "GET",
            endless("HTTP/1.1 200 OK\r\n\r\n", " "),
            collected,
            too_large(),
        )
        .busy(),
        proxied(
            "chunks without end, collected",
            "POST",
            endless(
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n",
                "10\r\n0123456789abcdef\r\n",
            ),
            |stage| collected(stage).client("max_response_bytes", 1 << 16),
            too_large(),
        )
        .busy(),
        proxied(
            "a body of one byte more than may be collected",
            "GET",
            serve,
            |stage| collected(stage).client("max_response_bytes", BODY.len() - 1),
            too_large(),
        ),
        proxied(
            "a body of as many bytes as may be collected",
            "GET",
            serve,
            |stage| collected(stage).client("max_response_bytes", BODY.len()),
            super::ok(),
        ),
        proxied(
            "a body without a length, of one byte more than may be collected",
            "GET",
            |peer| {
                peer.read_head();
                peer.send(good().replace("content-length", "x-length"));
                peer.close();
            },
            |stage| collected(stage).client("max_response_bytes", BODY.len() - 1),
            too_large(),
        ),
        proxied(
            "a body that is too large to be collected, in parts",
            "GET",
            serve,
            |stage| stage.client("max_response_bytes", 1),
            super::ok(),
        ),
        proxied(
            "a body of 100 MiB, in parts",
            "GET",
            |peer| {
                peer.read_head();
                peer.send(format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", PARTS << 16));
                let part = PART.repeat(256);
                for _ in 0..PARTS {
                    peer.send(&part);
                }
                peer.stall();
            },
            super::as_it_is,
            all(),
        )
        .busy(),
        proxied(
            "a body of 1 GiB that is left",
            "GET",
            endless("HTTP/1.1 200 OK\r\ncontent-length: 1073741824\r\n\r\n", "x"),
            left,
            first(200),
        ),
        proxied(
            "an error in JSON of 1 GiB that is left",
            "GET",
            endless(
                "HTTP/1.1 404 X\r\ncontent-type: application/json\r\ncontent-length: 1073741824\r\n\r\n",
                "x",
            ),
            left,
            first(404),
        ),
        proxied(
            "an error in JSON without end that is left",
            "GET",
            endless("HTTP/1.1 404 X\r\ncontent-type: application/json\r\n\r\n", "x"),
            left,
            first(404),
        ),
    ]
}
