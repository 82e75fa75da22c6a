//! Retries: a GET or HEAD after a broken connection, any request that cannot have arrived, and nothing after a
//! response.

use super::{good, proxied};
use crate::case::{Case, Expect, Stage, case};
use crate::peer::{Peer, answer};
use crate::server::Nobody;

/// Ends the connection after the head of a request.
fn closes(peer: &mut Peer) {
    peer.read_head();
    peer.cut();
}

fn resets(peer: &mut Peer) {
    peer.read_head();
    peer.reset();
}

/// Nango's own limit.
const LIMITED: &str = r#"{"error":{"code":"too_many_request","method":"GET","path":"/proxy/v1/things"}}"#;

pub(super) fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = ["GET", "HEAD"].into_iter().flat_map(repeated).collect();
    cases.extend(["POST", "PUT", "PATCH", "DELETE"].into_iter().flat_map(not_repeated));
    cases.extend(unsent());
    cases.extend(limits());
    cases
}

fn repeated(method: &'static str) -> Vec<Case> {
    let unanswered = || {
        Expect::call_fails("IO")
            .retryable()
            .attempts(3)
            .requests(3)
            .connections(3)
    };
    let body = if method == "HEAD" { "" } else { super::BODY };
    vec![
        proxied(
            &format!("{method}: closed after the request"),
            method,
            closes,
            super::as_it_is,
            unanswered(),
        ),
        proxied(
            &format!("{method}: reset after the request"),
            method,
            resets,
            super::as_it_is,
            unanswered(),
        ),
        proxied(
            &format!("{method}: closed after the request, no retries"),
            method,
            closes,
            |stage| stage.retries(0),
            unanswered().attempts(1).requests(1).connections(1),
        ),
        proxied(
            &format!("{method}: closed within the head"),
            method,
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\ncontent-le");
                peer.close();
            },
            super::as_it_is,
            unanswered().attempts(1).requests(1).connections(1),
        ),
        case(
            format!("proxied: {method}: closed, reset, then well"),
            move |_| {
                let server = super::scripted(|number, peer| match number {
                    0 => closes(peer),
                    1 => resets(peer),
                    _ => while peer.read_head().is_some() && peer.send(good()) {},
                });
                Stage::plain(server).proxied(method)
            },
            Expect::response(200, body).requests(3).connections(3),
        ),
    ]
}

fn not_repeated(method: &'static str) -> Vec<Case> {
    let unanswered = || Expect::call_fails("IO").requests(1).connections(1);
    vec![
        proxied(
            &format!("{method}: closed after the request"),
            method,
            closes,
            super::as_it_is,
            unanswered().says("may have been carried out"),
        ),
        proxied(
            &format!("{method}: reset after the request"),
            method,
            resets,
            super::as_it_is,
            unanswered().says("may have been carried out"),
        ),
    ]
}

/// Requests that cannot have arrived.
fn unsent() -> Vec<Case> {
    ["GET", "POST"]
        .map(|method| {
            case(
                format!("proxied: {method}: nobody listens"),
                move |_| {
                    let nobody = Nobody::bound();
                    let stage = Stage::at(&format!("http://{}", nobody.address()))
                        .proxied(method)
                        .keep(nobody);
                    match method {
                        "POST" => stage.call("body", 1 << 20).call("body_length", "known"),
                        _ => stage,
                    }
                },
                Expect::call_fails("CONNECT").retryable().attempts(3),
            )
        })
        .into()
}

/// Rate limits of Nango and others: nothing is sent again.
fn limits() -> Vec<Case> {
    let json = "content-type: application/json\r\n";
    let limited = || Expect::call_fails("RATE_LIMITED").status(429).retryable().requests(1);
    let answering = |headers: &'static str, body: &'static str| {
        let answer = answer("429 X", &format!("{json}{headers}"), body);
        // A script has to be copied for each language.
        let answer: &'static str = answer.leak();
        move |peer: &mut Peer| while peer.read_head().is_some() && peer.send(answer) {}
    };
    vec![
        proxied(
            "429 of Nango's",
            "GET",
            answering("", LIMITED),
            super::as_it_is,
            limited(),
        ),
        proxied(
            "429 of Nango's with Retry-After",
            "GET",
            answering("retry-after: 1\r\n", LIMITED),
            super::as_it_is,
            limited().retry_after(1000),
        ),
        proxied(
            "429 of Nango's with Retry-After 2^64-1",
            "POST",
            answering("retry-after: 18446744073709551615\r\n", LIMITED),
            super::as_it_is,
            limited().retry_after(i64::MAX),
        ),
        proxied(
            "429 of the external API",
            "GET",
            answering("retry-after: 1\r\n", "{}"),
            super::as_it_is,
            Expect::response(429, "{}"),
        ),
        proxied(
            "429 of the external API that speaks like Nango",
            "POST",
            answering("", r#"{"error":{"code":"too_many_request","message":"slow down"}}"#),
            super::as_it_is,
            Expect::response(429, r#"{"error":{"code":"too_many_request","message":"slow down"}}"#),
        ),
    ]
}
