//! The variables that name a proxy, in a separate process.

use std::sync::Arc;

use super::scripted;
use crate::case::{Case, Expect, Stage, case};
use crate::peer::Peer;
use crate::proxy;
use crate::server::Server;
use crate::world::{Flaw, World};

/// A client without settings.
fn unset(stage: Stage) -> Stage {
    stage.without("http_proxy")
}

fn plain() -> Stage {
    unset(Stage::plain(scripted(|_, peer| peer.serve())))
}

fn tls(world: &World) -> Stage {
    let server = Server::start(Some(world.tls(Flaw::None)), Arc::new(|_, peer: &mut Peer| peer.serve()));
    unset(Stage::tls(world, server))
}

/// Sets variables to a proxy that refuses tunnels: a call that succeeds did not use it.
fn refusing(mut stage: Stage, variables: &[&'static str]) -> Stage {
    let proxy = proxy::scripted(|peer| {
        peer.read_head();
        peer.send("HTTP/1.1 407 X\r\nproxy-authenticate: Basic\r\ncontent-length: 0\r\n\r\n");
        peer.close();
    });
    for variable in variables {
        stage = stage.environment(variable, format!("http://127.0.0.1:{}", proxy.port()));
    }
    stage.keep(proxy)
}

/// Sets a variable to a proxy that tunnels.
fn tunnelling(stage: Stage, variable: &'static str) -> Stage {
    let proxy = proxy::tunnelling(None);
    let stage = stage.environment(variable, format!("http://127.0.0.1:{}", proxy.port()));
    stage.keep(proxy)
}

/// A case of plain http with a proxy that refuses in these variables.
fn for_http(variables: &'static [&'static str], is_used: bool) -> Case {
    let name = format!("environment: plain http, {}", variables.join(" "));
    case(name, move |_| refusing(plain(), variables), expected(is_used))
}

/// The same with https.
fn for_https(variables: &'static [&'static str], is_used: bool) -> Case {
    let name = format!("environment: https, {}", variables.join(" "));
    case(name, move |world| refusing(tls(world), variables), expected(is_used))
}

/// A case of plain http with exceptions.
fn excepted(variable: &'static str, value: &'static str, is_used: bool) -> Case {
    let name = format!("environment: {variable}={value}");
    let stage = move |_: &World| refusing(plain(), &["http_proxy"]).environment(variable, value);
    case(name, stage, expected(is_used))
}

fn expected(is_used: bool) -> Expect {
    match is_used {
        true => Expect::error("HTTP_PROXY").says("HTTP proxy").says("407").requests(0),
        false => Expect::ok(),
    }
}

pub(super) fn cases() -> Vec<Case> {
    vec![
        case(
            "environment: http_proxy works",
            |_| tunnelling(plain(), "http_proxy"),
            Expect::ok(),
        ),
        case(
            "environment: https_proxy works",
            |world| tunnelling(tls(world), "https_proxy"),
            Expect::ok(),
        ),
        for_http(&["http_proxy"], true),
        for_http(&["HTTP_PROXY"], false),
        for_http(&["https_proxy", "HTTPS_PROXY"], false),
        for_http(&["all_proxy"], true),
        for_http(&["ALL_PROXY"], true),
        for_https(&["https_proxy"], true),
        for_https(&["HTTPS_PROXY"], true),
        for_https(&["http_proxy", "HTTP_PROXY"], false),
        for_https(&["all_proxy"], true),
        for_https(&["ALL_PROXY"], true),
        case(
            "environment: the lower case comes first",
            |world| tunnelling(refusing(tls(world), &["HTTPS_PROXY"]), "https_proxy"),
            Expect::ok(),
        ),
        case(
            "environment: https_proxy before ALL_PROXY",
            |world| tunnelling(refusing(tls(world), &["ALL_PROXY"]), "https_proxy"),
            Expect::ok(),
        ),
        case(
            "environment: an empty http_proxy",
            |_| refusing(plain(), &["ALL_PROXY"]).environment("http_proxy", ""),
            Expect::ok(),
        ),
        case(
            "environment: a setting comes first",
            |_| {
                let proxy = proxy::tunnelling(None);
                let url = format!("http://127.0.0.1:{}", proxy.port());
                refusing(plain(), &["http_proxy", "ALL_PROXY"])
                    .client("http_proxy", url)
                    .keep(proxy)
            },
            Expect::ok(),
        ),
        case(
            "environment: a setting of \"\" is none",
            |_| refusing(plain(), &["http_proxy", "ALL_PROXY"]).client("http_proxy", ""),
            Expect::ok(),
        ),
        case(
            "environment: no URL",
            |_| plain().environment("http_proxy", "in vented"),
            Expect::error("INVALID_ARGUMENT")
                .attempts(0)
                .says("environment variable http_proxy")
                .connections(0),
        ),
        excepted("no_proxy", "*", false),
        excepted("NO_PROXY", "*", false),
        excepted("no_proxy", "127.0.0.1", false),
        excepted("no_proxy", "elsewhere.test, 127.0.0.0/8", false),
        excepted("no_proxy", "elsewhere.test,10.0.0.0/8", true),
        excepted("no_proxy", "7.0.0.1", true),
        excepted("NO_PROXY", "", true),
        case(
            "environment: no_proxy=localhost, https",
            |world| refusing(tls(world), &["https_proxy"]).environment("no_proxy", "localhost"),
            Expect::ok(),
        ),
    ]
}
