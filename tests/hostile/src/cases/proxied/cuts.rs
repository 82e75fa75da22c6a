//! Bodies that end too early: the data read is incomplete.

use super::{BODY, answered, as_it_is, good, proxied, proxied_tls, with_headers};
use crate::case::{Case, Expect};

const CHUNKED: &str = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";

pub(super) fn cases() -> Vec<Case> {
    let cut = || Expect::reading_fails("IO").retryable().says("the body is incomplete");
    let chunked = |name: &str, chunks: &str, expect| answered(name, format!("{CHUNKED}{chunks}"), expect);
    let mut cases = vec![
        answered(
            "a length that is too long",
            with_headers("content-length: 1000\r\n"),
            cut().read(BODY),
        ),
        answered(
            "a length of 2^64-1",
            with_headers(&format!("content-length: {}\r\n", u64::MAX)),
            cut().read(BODY),
        ),
        proxied(
            "a length that is too long, after a POST",
            "POST",
            |peer| {
                peer.read_head();
                peer.send(with_headers("content-length: 1000\r\n"));
            },
            as_it_is,
            Expect::reading_fails("IO").says("the body is incomplete").read(BODY),
        ),
        answered(
            "an error that breaks off",
            "HTTP/1.1 404 X\r\ncontent-length: 9\r\n\r\nabc",
            cut().status(404).read("abc"),
        ),
        answered(
            "an error in JSON that breaks off",
            "HTTP/1.1 404 X\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n{\"error\":{\"code\":",
            cut().status(404).read("{\"error\":{\"code\":"),
        ),
        chunked("a chunk that breaks off", "ff\r\nabc", cut().read("abc")),
        chunked("chunks without the last one", "3\r\nabc\r\n", cut().read("abc")),
        chunked("a size that breaks off", "3\r\nabc\r\nf", cut().read("abc")),
        chunked("a chunk without its end", "3\r\nabc", cut().read("abc")),
        chunked("no chunk at all", "", cut().read("")),
        chunked("a chunk of 2^64-1 bytes", "ffffffffffffffff\r\nabc", cut().read("abc")),
        answered("the end of the connection ends a body", with_headers(""), super::ok()),
        proxied(
            "reset within a body with a length",
            "GET",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nabc");
                peer.reset();
            },
            as_it_is,
            cut(),
        ),
        proxied(
            "reset within a body without a length",
            "GET",
            |peer| {
                peer.read_head();
                peer.send(with_headers(""));
                peer.reset();
            },
            as_it_is,
            cut(),
        ),
        proxied(
            "cut while it is collected",
            "GET",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nabc");
                peer.cut();
            },
            |stage| stage.call("read", "collect"),
            cut(),
        ),
    ];
    cases.extend(over_tls());
    cases
}

fn over_tls() -> Vec<Case> {
    let cut = || Expect::reading_fails("IO").retryable().says("the body is incomplete");
    vec![
        proxied_tls(
            "a body with a length, cut without close_notify",
            "GET",
            |peer| {
                peer.read_head();
                peer.send(with_headers("content-length: 1000\r\n"));
                peer.cut();
            },
            as_it_is,
            cut().read(BODY),
        ),
        proxied_tls(
            "a body with a length, ended with close_notify",
            "GET",
            |peer| {
                peer.read_head();
                peer.send(with_headers("content-length: 1000\r\n"));
                peer.close();
            },
            as_it_is,
            cut().read(BODY),
        ),
        proxied_tls(
            "a chunk, cut without close_notify",
            "GET",
            |peer| {
                peer.read_head();
                peer.send(format!("{CHUNKED}ff\r\nabc"));
                peer.cut();
            },
            as_it_is,
            cut().read("abc"),
        ),
        proxied_tls(
            "a body without a length, cut without close_notify",
            "GET",
            |peer| {
                peer.read_head();
                peer.send(with_headers(""));
                peer.cut();
            },
            as_it_is,
            cut().read(BODY),
        ),
        proxied_tls(
            "a body without a length, ended with close_notify",
            "GET",
            |peer| {
                peer.read_head();
                peer.send(with_headers(""));
                peer.close();
            },
            as_it_is,
            super::ok(),
        ),
        proxied_tls(
            "a whole answer, cut without close_notify",
            "GET",
            |peer| {
                peer.read_head();
                peer.send(good());
                peer.cut();
            },
            as_it_is,
            super::ok(),
        ),
    ]
}
