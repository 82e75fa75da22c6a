//! Answers of Nango's API that cost far more to read than to send, and codings that nobody asked for.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::scripted;
use crate::case::{Case, Expect, Stage, case};

/// What makes the stage of another call.
type Change = fn(Stage) -> Stage;

/// An answer in this coding.
pub(super) fn coded(status: &str, coding: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-encoding: {coding}\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

/// So many spaces, in gzip: about a thousandth of that.
pub(super) fn bomb(size: usize) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let spaces = vec![b' '; size];
    encoder
        .write_all(&spaces)
        .and_then(|()| encoder.finish())
        .expect("memory takes it")
}

/// A case of an answer to what `of` makes of a stage.
fn answered(name: String, bytes: Vec<u8>, of: impl Fn(Stage) -> Stage + Send + Sync + 'static, expect: Expect) -> Case {
    let script = move |bytes: Vec<u8>| {
        scripted(move |_, peer| {
            while peer.read_head().is_some() {
                peer.send(&bytes);
                peer.close();
            }
        })
    };
    case(name, move |_| of(Stage::plain(script(bytes.clone()))), expect)
}

/// A case of gzip whose header has a name that does not end.
fn endless_name(name: String, of: Change, expect: Expect) -> Case {
    const BEGINNING: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\n\x1f\x8b\x08\x08\0\0\0\0\0\x03";
    let stage = || {
        Stage::plain(scripted(|_, peer| {
            while peer.read_head().is_some() {
                peer.send(BEGINNING);
                peer.send_forever("x");
            }
        }))
    };
    case(name, move |_| of(stage()), expect)
}

pub(super) fn cases() -> Vec<Case> {
    let calls: [(&str, Change); 3] = [
        ("a connection", |stage| stage),
        ("pages", |stage| stage.operation("list_connections")),
        ("an operation", |stage| stage.operation("list_environment_variables")),
    ];
    let too_large = || Expect::error("TOO_LARGE").status(200).requests(1);
    let not_decoded = || Expect::error("DECODE").requests(1);
    calls
        .into_iter()
        .flat_map(|(what, of)| {
            [
                answered(
                    format!("{what}: a bomb below max_response_bytes"),
                    coded("200 OK", "gzip", &bomb(10_000_000)),
                    of,
                    too_large().says("250 times"),
                ),
                answered(
                    format!("{what}: gzip that expands beyond max_response_bytes"),
                    coded("200 OK", "gzip", &bomb(500_000)),
                    move |stage| of(stage).client("max_response_bytes", 100_000),
                    too_large().says("max_response_bytes, 100000 bytes"),
                ),
                answered(
                    format!("{what}: a bomb as an error"),
                    coded("404 X", "gzip", &bomb(10_000_000)),
                    of,
                    too_large().status(404).says("250 times"),
                ),
                answered(
                    format!("{what}: a coding that nobody asked for"),
                    coded("200 OK", "br", b"\x8b\x54\x80"),
                    of,
                    not_decoded().status(200).says("\"br\""),
                ),
                answered(
                    format!("{what}: a failure in a coding that nobody asked for"),
                    coded("503 X", "br", b"\x8b\x54\x80"),
                    of,
                    Expect::error("SERVER")
                        .status(503)
                        .retryable()
                        .attempts(3)
                        .requests(3)
                        .says("\"br\""),
                ),
                endless_name(
                    format!("{what}: gzip with a name without end"),
                    of,
                    too_large().says("16 times"),
                ),
                answered(
                    format!("{what}: text that is called gzip"),
                    coded("200 OK", "gzip", b"{}"),
                    of,
                    not_decoded().status(200).says("Content-Encoding"),
                ),
            ]
        })
        .collect()
}
