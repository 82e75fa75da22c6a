//! Heads that are too long, broken, or of another protocol.

use super::{BODY, answered, good, proxied};
use crate::case::{Case, Expect, Stage};
use crate::peer::answer;

/// A case of a server that sends `first` and then `rest` forever.
fn endless(name: &str, first: &'static str, rest: &'static str, expect: Expect) -> Case {
    proxied(
        name,
        "GET",
        move |peer| {
            peer.read_head();
            peer.send(first);
            peer.send_forever(rest);
        },
        |stage: Stage| stage.short(),
        expect.requests(1),
    )
    .busy()
}

/// A response with these lines among its headers.
fn with(lines: &str) -> String {
    answer("200 OK", lines, BODY)
}

pub(super) fn cases() -> Vec<Case> {
    let too_large = || Expect::call_fails("TOO_LARGE").says("16 KiB").requests(1);
    let not_http = || Expect::call_fails("NOT_NANGO").says("check base_url").requests(1);
    let bad_http = || {
        Expect::call_fails("NOT_NANGO")
            .says("gateway in front of it")
            .requests(1)
    };
    let many: String = (0..1000).map(|i| format!("x-{i}: {i}\r\n")).collect();
    vec![
        answered(
            "ten informational answers first",
            "HTTP/1.1 102 Processing\r\n\r\n".repeat(10) + &good(),
            super::ok(),
        ),
        answered("1,000 headers", with(&many), super::ok()),
        answered(
            "a header of 12 KiB",
            with(&format!("x: {}\r\n", "y".repeat(12 * 1024))),
            super::ok(),
        ),
        answered(
            "a header of 32 KiB",
            with(&format!("x: {}\r\n", "y".repeat(32 * 1024))),
            too_large(),
        ),
        proxied(
            "a header of 32 KiB after a POST",
            "POST",
            |peer| {
                peer.read_head();
                peer.send(with(&format!("x: {}\r\n", "y".repeat(32 * 1024))));
                peer.stall();
            },
            super::as_it_is,
            too_large(),
        ),
        answered(
            "a header that is no UTF-8",
            b"HTTP/1.1 200 OK\r\nx: \xff\r\ncontent-length: 0\r\n\r\n",
            Expect::response(200, ""),
        ),
        answered("NUL in a header's value", with("x: a\0b\r\n"), bad_http()),
        answered("a header without a colon", with("no colon\r\n"), bad_http()),
        answered("a header on two lines", with("x: a\r\n b\r\n"), super::ok()),
        answered(
            "HTTP/0.9: a page alone",
            "<html><body>hello</body></html>\r\n\r\n",
            not_http(),
        ),
        answered("an HTTP/2 frame", b"\0\0\x06\x04\0\0\0\0\0\0\x03\0\0\0\x64", not_http()),
        answered(
            "HTTP/2.0 in the first line",
            good().replace("HTTP/1.1", "HTTP/2.0"),
            not_http(),
        ),
        answered("a mail server's greeting", "220 mail.example ESMTP\r\n", not_http()),
        answered("a status of two digits", answer("20 OK", "", BODY), bad_http()),
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
        endless("a first line for ever", "HTTP/1.1 200 ", "O", too_large()),
        endless(
            "100 Continue for ever",
            "",
            "HTTP/1.1 100 Continue\r\n\r\n",
            Expect::call_fails("TIMEOUT").retryable(),
        ),
    ]
}
