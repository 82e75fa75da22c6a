//! Redirects and other hints to send the key elsewhere.

use super::scripted;
use crate::case::{Case, Expect, Stage, case};
use crate::peer::{CONNECTION, answer};
use crate::server::listener;

/// A case of a server that points to a listener that must get no connection: `{}` is its address.
fn pointing(name: &str, status: &'static str, header: &'static str, body: &'static str, expect: Expect) -> Case {
    case(
        name,
        move |_| {
            let elsewhere = listener();
            let address = elsewhere
                .local_addr()
                .map(|address| address.to_string())
                .unwrap_or_default();
            let header = header.replace("{}", &address);
            let server = scripted(
                move |_, peer| {
                    while peer.read_head().is_some() && peer.send(answer(status, &header, body)) {}
                },
            );
            Stage::plain(server).forbid(elsewhere)
        },
        expect,
    )
}

pub(super) fn cases() -> Vec<Case> {
    let redirect = |status| Expect::error("NOT_NANGO").status(status).says("a redirect").requests(1);
    let http = "location: http://{}/connection/c\r\n";
    vec![
        pointing("300 elsewhere", "300 Multiple Choices", http, "", redirect(300)),
        pointing("301 elsewhere", "301 Moved Permanently", http, "", redirect(301)),
        pointing("302 elsewhere", "302 Found", http, "", redirect(302)),
        pointing("303 elsewhere", "303 See Other", http, "", redirect(303)),
        pointing(
            "305 Use Proxy",
            "305 Use Proxy",
            "location: http://{}\r\n",
            "",
            redirect(305),
        ),
        pointing("307 elsewhere", "307 Temporary Redirect", http, "", redirect(307)),
        pointing("308 elsewhere", "308 Permanent Redirect", http, "", redirect(308)),
        pointing(
            "302 to https",
            "302 Found",
            "location: https://{}/\r\n",
            "",
            redirect(302),
        ),
        pointing(
            "302 without a scheme",
            "302 Found",
            "location: //{}/\r\n",
            "",
            redirect(302),
        ),
        pointing(
            "302 to the same server",
            "302 Found",
            "location: /connections/c\r\n",
            "",
            redirect(302),
        ),
        pointing("302 to nowhere", "302 Found", "", "", redirect(302)),
        pointing(
            "302 to no URL",
            "302 Found",
            "location: http://[\r\n",
            "",
            redirect(302),
        ),
        pointing(
            "200 with Location, Refresh and Alt-Svc",
            "200 OK",
            "location: http://{}/\r\nrefresh: 0; url=http://{}/\r\nalt-svc: h2=\"{}\"; persist=1\r\n",
            CONNECTION,
            Expect::ok(),
        ),
        pointing(
            "503 with Location",
            "503 Service Unavailable",
            http,
            "",
            Expect::error("SERVER").status(503).retryable().attempts(3).requests(3),
        ),
    ]
}
