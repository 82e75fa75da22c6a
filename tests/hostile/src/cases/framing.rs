//! Wrong lengths, unrequested encodings, bodies without an end.

use super::{answered, bad_http, scripted};
use crate::case::{Case, Expect, Stage, case};
use crate::peer::{CONNECTION, answer, good};

/// The beginning of a gzip file, from a server that compresses without a request for it.
const GZIP: &[u8] = &[
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xff, 0xab, 0x56, 0x4a, 0xce, 0xcf, 0xcb, 0x4b, 0x4d, 0x2e,
];

fn with_headers(headers: &str) -> String {
    format!("HTTP/1.1 200 OK\r\n{headers}\r\n{CONNECTION}")
}

fn with_length(length: impl std::fmt::Display) -> String {
    with_headers(&format!("content-length: {length}\r\n"))
}

pub(super) fn cases() -> Vec<Case> {
    let length = CONNECTION.len();
    let cut = |status| Expect::error("IO").status(status).retryable().requests(1);
    let too_large = || Expect::error("TOO_LARGE").status(200).requests(1);
    let decode = || Expect::error("DECODE").status(200).requests(1);
    vec![
        answered("an honest answer", good(), Expect::ok()),
        answered(
            "the end of the connection ends the body",
            with_headers(""),
            Expect::ok(),
        ),
        answered("HTTP/1.0", format!("HTTP/1.0 200 OK\r\n\r\n{CONNECTION}"), Expect::ok()),
        answered("a length that is too long", with_length(length + 10), cut(200)),
        answered("a length that is too short", with_length(length - 10), decode()),
        answered("a length of 0", with_length(0), decode()),
        answered("a negative length", with_length(-1), bad_http()),
        answered("a length with a plus", with_length(format!("+{length}")), bad_http()),
        answered("a length that is no number", with_length("many"), bad_http()),
        answered("a length of 2^64", with_length("18446744073709551616"), bad_http()),
        answered("a length of 2^64-1", with_length(u64::MAX), too_large()),
        answered(
            "the same length twice",
            with_headers(&format!("content-length: {length}\r\ncontent-length: {length}\r\n")),
            Expect::ok(),
        ),
        answered(
            "two lengths in two headers",
            with_headers(&format!("content-length: {length}\r\ncontent-length: 5\r\n")),
            bad_http(),
        ),
        answered(
            "two lengths in one header",
            with_length(format!("{length}, 5")),
            bad_http(),
        ),
        answered(
            "a length and chunks",
            format!(
                "HTTP/1.1 200 OK\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n{length:x}\r\n{CONNECTION}\r\n0\r\n\r\n"
            ),
            Expect::ok(),
        ),
        case(
            "a length and chunks, and the connection used again",
            |_| {
                Stage::plain(scripted(|_, peer| {
                    while peer.read_head().is_some() {
                        let length = CONNECTION.len();
                        peer.send(format!(
                            "HTTP/1.1 200 OK\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n{length:x}\r\n{CONNECTION}\r\n0\r\n\r\n"
                        ));
                        peer.ready();
                    }
                }))
                .calls(2)
            },
            Expect::ok().requests(2),
        ),
        answered(
            "an unknown transfer encoding",
            with_headers("transfer-encoding: invented\r\n"),
            Expect::ok(),
        ),
        answered(
            "a body in gzip that nobody asked for",
            [
                b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 19\r\n\r\n".as_slice(),
                GZIP,
            ]
            .concat(),
            decode(),
        ),
        answered(
            "an unknown content encoding",
            answer("200 OK", "content-encoding: invented\r\n", CONNECTION),
            Expect::ok(),
        ),
        answered("no body", answer("200 OK", "", ""), decode()),
        answered("a body that is no JSON", answer("200 OK", "", "no JSON"), decode()),
        answered(
            "a body that is no UTF-8",
            [b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\n".as_slice(), b"{\"\xff\""].concat(),
            decode(),
        ),
        answered(
            "JSON that breaks off",
            answer("200 OK", "", &CONNECTION[..length - 5]),
            decode(),
        ),
        answered(
            "two documents",
            answer("200 OK", "", &format!("{CONNECTION}{CONNECTION}")),
            decode(),
        ),
        answered(
            "JSON nested 100,000 deep",
            answer("200 OK", "", &"[".repeat(100_000)),
            decode(),
        ),
        case(
            "a body of 1 GiB, announced",
            |_| {
                Stage::plain(scripted(|_, peer| {
                    while peer.read_head().is_some() {
                        peer.send("HTTP/1.1 200 OK\r\ncontent-length: 1073741824\r\n\r\n");
                        peer.send_forever(" ");
                    }
                }))
            },
            too_large(),
        ),
        case(
            "a body without end, not announced",
            |_| {
                Stage::plain(scripted(|_, peer| {
                    while peer.read_head().is_some() {
                        peer.send("HTTP/1.1 200 OK\r\n\r\n");
                        peer.send_forever(" ");
                    }
                }))
            },
            too_large(),
        ),
        case(
            "a body of one byte more than allowed",
            |_| {
                Stage::plain(scripted(
                    |_, peer| while peer.read_head().is_some() && peer.send(good()) {},
                ))
                .client("max_response_bytes", CONNECTION.len() - 1)
            },
            too_large(),
        ),
        case(
            "a body of as many bytes as allowed",
            |_| {
                Stage::plain(scripted(
                    |_, peer| while peer.read_head().is_some() && peer.send(good()) {},
                ))
                .client("max_response_bytes", CONNECTION.len())
            },
            Expect::ok(),
        ),
        case(
            "an error's body of 1 GiB",
            |_| {
                Stage::plain(scripted(|_, peer| {
                    while peer.read_head().is_some() {
                        peer.send("HTTP/1.1 404 Not Found\r\ncontent-length: 1073741824\r\n\r\n");
                        peer.send_forever("x");
                    }
                }))
            },
            Expect::error("TOO_LARGE").status(404).requests(1),
        ),
    ]
}
