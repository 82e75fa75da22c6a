//! Chunked bodies that break the rules or never end.

use super::{answered, bad_http, scripted};
use crate::case::{Case, Expect, Stage, case};
use crate::peer::CONNECTION;

const HEAD: &str = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";

/// A case of a chunked response, which ends the connection.
fn chunked(name: &str, chunks: &str, expect: Expect) -> Case {
    answered(name, format!("{HEAD}{chunks}"), expect)
}

/// A case of a chunked response that begins with `first` and goes on with `rest` forever.
fn endless(name: &str, first: &'static str, rest: &'static str, limit: u64, expect: Expect) -> Case {
    case(
        name,
        move |_| {
            let server = scripted(move |_, peer| {
                while peer.read_head().is_some() {
                    peer.send(HEAD);
                    peer.send(first);
                    peer.send_forever(rest);
                }
            });
            Stage::plain(server).short().client("max_response_bytes", limit)
        },
        expect,
    )
    .busy()
}

pub(super) fn cases() -> Vec<Case> {
    let length = CONNECTION.len();
    let whole = format!("{length:x}\r\n{CONNECTION}\r\n");
    let broken = || bad_http().status(200);
    let cut = || Expect::error("IO").status(200).retryable().requests(1);
    let too_large = || Expect::error("TOO_LARGE").status(200).requests(1);
    let passed = || Expect::error("TIMEOUT").retryable().status(200).requests(1);
    let one_by_one: String = CONNECTION.chars().map(|byte| format!("1\r\n{byte}\r\n")).collect();
    vec![
        chunked("one chunk", &format!("{whole}0\r\n\r\n"), Expect::ok()),
        chunked("chunks of one byte", &format!("{one_by_one}0\r\n\r\n"), Expect::ok()),
        chunked(
            "a chunk with an extension, and a trailer",
            &format!("{length:X};a=b\r\n{CONNECTION}\r\n0\r\nx-trailer: 1\r\n\r\n"),
            Expect::ok(),
        ),
        chunked(
            "300 trailers, and one on two lines",
            &format!("{whole}0\r\n{}x: a\r\n b\r\n\r\n", "x-trailer: 1\r\n".repeat(300)),
            Expect::ok(),
        ),
        chunked("chunks without the last one", &whole, cut()),
        chunked("a chunk that breaks off", "ff\r\n{", cut()),
        chunked("a size that breaks off", "f", cut()),
        chunked("a last chunk without its end", &format!("{whole}0\r\n"), Expect::ok()),
        chunked(
            "a size that is no number",
            &format!("many\r\n{CONNECTION}\r\n0\r\n\r\n"),
            broken(),
        ),
        chunked("a negative size", &format!("-1\r\n{CONNECTION}\r\n0\r\n\r\n"), broken()),
        chunked("no size", &format!("\r\n{CONNECTION}\r\n0\r\n\r\n"), broken()),
        chunked(
            "a size with 0x",
            &format!("0x{length:x}\r\n{CONNECTION}\r\n0\r\n\r\n"),
            broken(),
        ),
        chunked(
            "a chunk that is longer than its size",
            &format!("5\r\n{CONNECTION}\r\n0\r\n\r\n"),
            broken(),
        ),
        chunked(
            "a chunk of 2^64 bytes",
            &format!("10000000000000000\r\n{CONNECTION}"),
            broken(),
        ),
        chunked(
            "a chunk of 2^64-1 bytes",
            &format!("ffffffffffffffff\r\n{CONNECTION}"),
            cut(),
        ),
        endless(
            "a chunk of 2^63-1 bytes that all come",
            "7fffffffffffffff\r\n",
            " ",
            1 << 20,
            too_large(),
        ),
        endless("chunks of one byte for ever", "", "1\r\n \r\n", 1 << 16, too_large()),
        endless(
            "chunks of one byte for ever, all allowed",
            "",
            "1\r\n \r\n",
            1 << 40,
            passed(),
        ),
        endless("a size of zeros for ever", "", "0", 1 << 16, broken()),
        endless("an extension for ever", "5;", "x", 1 << 16, broken()),
        endless("trailers for ever", "0\r\n", "x: y\r\n", 1 << 16, passed()),
    ]
}
