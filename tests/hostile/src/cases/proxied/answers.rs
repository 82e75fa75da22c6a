//! All responses of the external API are responses; only Nango's own failures are errors.

use super::{answered, proxied};
use crate::case::{Case, Expect, Stage, case};
use crate::peer::{Peer, answer};
use crate::server::listener;

const JSON: &str = "content-type: application/json\r\n";
const HTML: &str = "content-type: text/html\r\n";
const PAGE: &str = "<html><body>hello</body></html>";

/// A case of a response of this status that points to a listener that must get no connection.
fn elsewhere(status: u16, method: &'static str) -> Case {
    case(
        format!("proxied: {status} elsewhere after a {method}"),
        move |_| {
            let elsewhere = listener();
            let address = elsewhere
                .local_addr()
                .map(|address| address.to_string())
                .unwrap_or_default();
            let server = super::scripted(move |_, peer: &mut Peer| {
                let location = format!("location: http://{address}/proxy/v1/things\r\n");
                while peer.read_head().is_some() && peer.send(answer(&format!("{status} X"), &location, "moved")) {}
            });
            Stage::plain(server).proxied(method).forbid(elsewhere)
        },
        Expect::response(status, "moved"),
    )
}

/// A case of a response that is returned as one.
fn response(name: &str, status: u16, headers: &str, body: &str) -> Case {
    let line = format!("{status} X");
    answered(name, answer(&line, headers, body), Expect::response(status, body))
}

pub(super) fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = [301, 302, 303, 307, 308]
        .into_iter()
        .flat_map(|status| ["GET", "POST"].map(|method| elsewhere(status, method)))
        .collect();
    cases.extend([200, 401, 404, 502].map(|status| response(&format!("{status} with a web page"), status, HTML, PAGE)));
    cases.extend(
        [
            202, 206, 400, 401, 403, 404, 408, 418, 424, 429, 500, 502, 503, 504, 599,
        ]
        .map(|status| response(&format!("{status} in JSON"), status, JSON, r#"{"error":"invented"}"#)),
    );
    cases.extend(whose());
    cases.push(response("a status beyond all", 999, "", "beyond"));
    cases.push(answered(
        "101 Switching Protocols",
        "HTTP/1.1 101 X\r\nupgrade: invented\r\nconnection: upgrade\r\n\r\nabc",
        Expect::response(101, ""),
    ));
    cases.push(proxied(
        "302 to the same server",
        "GET",
        |peer| while peer.read_head().is_some() && peer.send(answer("302 X", "location: /connection/c\r\n", "")) {},
        super::as_it_is,
        Expect::response(302, ""),
    ));
    cases
}

/// Responses that look like Nango's, and Nango's.
fn whose() -> Vec<Case> {
    let nangos = r#"{"error":{"code":"unknown_provider_config","message":"invented"}}"#;
    let with_an_etag = format!("{JSON}etag: \"of-the-external-api\"\r\n");
    let long = format!(
        r#"{{"error":{{"code":"unknown_provider_config","message":"{}"}}}}"#,
        "x".repeat(70_000)
    );
    vec![
        answered(
            "a failure of Nango's",
            answer("404 X", JSON, nangos),
            Expect::call_fails("UNKNOWN_INTEGRATION").status(404).requests(1),
        ),
        proxied(
            "a failure of Nango's after a POST",
            "POST",
            |peer| {
                let nangos = r#"{"error":{"code":"unknown_provider_config","message":"invented"}}"#;
                while peer.read_head().is_some() && peer.send(answer("404 X", JSON, nangos)) {}
            },
            super::as_it_is,
            Expect::call_fails("UNKNOWN_INTEGRATION").status(404).requests(1),
        ),
        response("Nango's words with somebody else's ETag", 404, &with_an_etag, nangos),
        response("Nango's words in a page", 404, HTML, nangos),
        response(
            "Nango's words and more",
            404,
            JSON,
            &nangos.replace("\"code\"", "\"more\":1,\"code\""),
        ),
        response("Nango's words, too long for it", 404, JSON, &long),
        response("Nango's words with the status 200", 200, JSON, nangos),
        response("Nango's words with a status that they do not have", 400, JSON, nangos),
        answered(
            "an error without anything in it",
            answer("500 X", "", ""),
            Expect::call_fails("SERVER").status(500).retryable().requests(1),
        ),
        response(
            "an error's code that others have too",
            403,
            JSON,
            r#"{"error":{"code":"forbidden","message":"no"}}"#,
        ),
    ]
}
