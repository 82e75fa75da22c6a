//! Heads that are too long, broken, or of another protocol.

use super::{answered, bad_http, not_http, scripted};
use crate::case::{Case, Expect, Stage, case};
use crate::peer::{CONNECTION, answer, good};

/// A case of a server that sends `first` and then `rest` forever.
fn endless(name: &str, first: &'static str, rest: &'static str, expect: Expect) -> Case {
    case(
        name,
        move |_| {
            Stage::plain(scripted(move |_, peer| {
                while peer.read_head().is_some() {
                    peer.send(first);
                    peer.send_forever(rest);
                }
            }))
            .short()
        },
        expect,
    )
    .busy()
}

/// A response with these lines among its headers.
fn with(lines: &str) -> String {
    answer("200 OK", lines, CONNECTION)
}

/// A case of a response that is not one of Nango's.
fn strange(name: &str, status: &str, number: u16) -> Case {
    let expect = Expect::error("NOT_NANGO")
        .status(number)
        .says("check base_url")
        .requests(1);
    answered(name, answer(status, "", ""), expect)
}

pub(super) fn cases() -> Vec<Case> {
    let passed = || Expect::error("TIMEOUT").retryable().requests(1);
    let too_large = || Expect::error("TOO_LARGE").requests(1);
    let many: String = (0..1000).map(|i| format!("x-{i}: {i}\r\n")).collect();
    let very_many: String = (0..2000).map(|i| format!("x-{i}: {i}\r\n")).collect();
    vec![
        answered(
            "100 Continue first",
            format!("HTTP/1.1 100 Continue\r\n\r\n{}", good()),
            Expect::ok(),
        ),
        answered(
            "103 Early Hints first",
            format!("HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n{}", good()),
            Expect::ok(),
        ),
        answered(
            "ten informational answers first",
            "HTTP/1.1 102 Processing\r\n\r\n".repeat(10) + &good(),
            Expect::ok(),
        ),
        endless("100 Continue for ever", "", "HTTP/1.1 100 Continue\r\n\r\n", passed()),
        endless(
            "103 Early Hints for ever",
            "",
            "HTTP/1.1 103 X\r\nx: y\r\n\r\n",
            passed(),
        ),
        endless(
            "headers for ever",
            "HTTP/1.1 200 OK\r\n",
            "x-filler: 0123456789\r\n",
            too_large(),
        ),
        endless(
            "a header for ever",
            "HTTP/1.1 200 OK\r\nx-filler: ",
            "0123456789",
            too_large(),
        ),
        endless("a header's name for ever", "HTTP/1.1 200 OK\r\n", "x", too_large()),
        endless("a first line for ever", "HTTP/1.1 200 ", "O", too_large()),
        endless("empty lines for ever", "", "\r\n", too_large()),
        answered("1,000 headers", with(&many), Expect::ok()),
        answered("2,000 headers", with(&very_many), too_large()),
        answered(
            "a header of 12 KiB",
            with(&format!("x: {}\r\n", "y".repeat(12 * 1024))),
            Expect::ok(),
        ),
        answered(
            "a header of 32 KiB",
            with(&format!("x: {}\r\n", "y".repeat(32 * 1024))),
            too_large(),
        ),
        answered(
            "a header of 1 MiB",
            with(&format!("x: {}\r\n", "y".repeat(1 << 20))),
            too_large(),
        ),
        answered("NUL in a header's value", with("x: a\0b\r\n"), bad_http()),
        answered("NUL in a header's name", with("x\0y: a\r\n"), bad_http()),
        answered("NUL in the first line", answer("200 O\0K", "", CONNECTION), bad_http()),
        answered("a header without a colon", with("no colon\r\n"), bad_http()),
        answered("a header without a name", with(": value\r\n"), bad_http()),
        answered("a space before the colon", with("x : value\r\n"), bad_http()),
        answered("a header on two lines", with("x: a\r\n b\r\n"), Expect::ok()),
        answered(
            "a length on two lines",
            answer("200 OK", "", CONNECTION).replace("content-length:", "content-length:\r\n\t"),
            Expect::ok(),
        ),
        answered("a length of two parts", with("content-length: 1\r\n 2\r\n"), bad_http()),
        answered(
            "the first header on a line that continues none",
            answer("200 OK", " x: y\r\n", CONNECTION),
            bad_http(),
        ),
        answered(
            "a header that is no UTF-8",
            [b"HTTP/1.1 200 OK\r\nx: \xff\r\n".as_slice(), &good().as_bytes()[17..]].concat(),
            Expect::ok(),
        ),
        answered(
            "lines that end in LF alone",
            format!("HTTP/1.1 200 OK\ncontent-length: {}\n\n{CONNECTION}", CONNECTION.len()),
            Expect::ok(),
        ),
        answered("HTTP/0.9: a body alone", CONNECTION, not_http()),
        answered(
            "HTTP/0.9: a page alone",
            "<html><body>hello</body></html>\r\n\r\n",
            not_http(),
        ),
        answered(
            "HTTP/2 with its preface",
            b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0".to_vec(),
            not_http(),
        ),
        answered(
            "an HTTP/2 frame",
            b"\0\0\x06\x04\0\0\0\0\0\0\x03\0\0\0\x64".to_vec(),
            not_http(),
        ),
        answered(
            "HTTP/2.0 in the first line",
            good().replace("HTTP/1.1", "HTTP/2.0"),
            not_http(),
        ),
        answered(
            "HTTP/9.9 in the first line",
            good().replace("HTTP/1.1", "HTTP/9.9"),
            not_http(),
        ),
        answered(
            "garbage",
            (0..=255).rev().cycle().take(1000).collect::<Vec<u8>>(),
            not_http(),
        ),
        answered("a mail server's greeting", "220 mail.example ESMTP\r\n", not_http()),
        case(
            "a mail server's greeting before any request",
            |_| {
                Stage::plain(scripted(|_, peer| {
                    peer.send("220 mail.example ESMTP\r\n");
                    peer.close();
                }))
            },
            Expect::error("NOT_NANGO").says("check base_url").connections(1),
        ),
        answered("an SSH server's greeting", "SSH-2.0-OpenSSH_9.2\r\n", not_http()),
        answered(
            "TLS where plain http is spoken",
            b"\x15\x03\x01\0\x02\x02\x46".to_vec(),
            not_http(),
        ),
        answered("a status of two digits", answer("20 OK", "", CONNECTION), bad_http()),
        answered("a status of four digits", answer("2000 OK", "", CONNECTION), bad_http()),
        answered("a status below 100", answer("099 Low", "", CONNECTION), bad_http()),
        answered("no status", answer("OK", "", CONNECTION), bad_http()),
        strange("101 Switching Protocols", "101 Switching Protocols", 101),
        strange("202 Accepted", "202 Accepted", 202),
        strange("204 No Content", "204 No Content", 204),
        strange("206 Partial Content", "206 Partial Content", 206),
        strange("304 Not Modified", "304 Not Modified", 304),
        strange("418 without Nango's JSON", "418 Teapot", 418),
        strange("600", "600 Beyond", 600),
        strange("999", "999 Beyond", 999),
        answered(
            "a web page",
            answer("200 OK", "content-type: text/html\r\n", "<html></html>"),
            Expect::error("NOT_NANGO").status(200).says("a web page").requests(2),
        ),
        answered(
            "404 of something in between",
            answer("404 Not Found", "", "404 page not found"),
            Expect::error("NOT_NANGO")
                .status(404)
                .says("check base_url")
                .requests(2),
        ),
        answered(
            "401 with a web page",
            answer("401 Unauthorized", "content-type: text/html\r\n", "<html>log in</html>"),
            Expect::error("NOT_NANGO").status(401).requests(1),
        ),
    ]
}
