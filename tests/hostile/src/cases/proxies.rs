//! HTTP proxies that work, and many that do not.

use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

use super::scripted;
use crate::case::{Case, Expect, Stage, case};
use crate::peer::{CONNECTION, Peer, answer, good};
use crate::proxy;
use crate::server::{BlackHole, Nobody, Server};
use crate::world::{Flaw, World};

/// `user:invented-password` in base64.
const CREDENTIALS: &str = "dXNlcjppbnZlbnRlZC1wYXNzd29yZA==";

/// A client that connects to `stage`'s server through `proxy`.
fn through(stage: Stage, proxy: Server, user: &str) -> Stage {
    let url = format!("http://{user}127.0.0.1:{}", proxy.port());
    stage.client("http_proxy", url).keep(proxy)
}

fn server() -> Server {
    scripted(|_, peer| peer.serve())
}

fn tls_server(world: &World) -> Server {
    Server::start(Some(world.tls(Flaw::None)), Arc::new(|_, peer: &mut Peer| peer.serve()))
}

/// A stage whose client needs a tunnel.
fn tunnelled(world: &World) -> Stage {
    Stage::tls(world, tls_server(world))
}

/// A case of a proxy that runs `script`; no connection may bypass it.
fn broken(name: &str, script: fn(&mut Peer), expect: Expect) -> Case {
    case(
        name,
        move |world| through(tunnelled(world), proxy::scripted(script), ""),
        expect.requests(0).connections(0),
    )
}

/// A case of a proxy that responds to the request for a tunnel with these bytes.
fn answered(name: &str, bytes: &'static (impl AsRef<[u8]> + ?Sized + Sync), expect: Expect) -> Case {
    case(
        name,
        move |world| {
            let script = move |peer: &mut Peer| {
                peer.read_head();
                peer.send(bytes);
                peer.close();
            };
            through(tunnelled(world), proxy::scripted(script), "")
        },
        expect.requests(0).connections(0),
    )
}

/// Failures that another try may fix.
fn failed() -> Expect {
    Expect::error("HTTP_PROXY").retryable().says("HTTP proxy")
}

/// Failures that no other try fixes.
fn refused() -> Expect {
    Expect::error("HTTP_PROXY").says("HTTP proxy")
}

pub(super) fn cases() -> Vec<Case> {
    let mut cases = vec![
        case(
            "proxy: plain http",
            |_| through(Stage::plain(server()), proxy::tunnelling(None), ""),
            Expect::ok(),
        ),
        case(
            "proxy: https",
            |world| through(Stage::tls(world, tls_server(world)), proxy::tunnelling(None), ""),
            Expect::ok(),
        ),
        case(
            "proxy: kept alive",
            |world| {
                let script = |_, peer: &mut Peer| {
                    while peer.read_head().is_some() {
                        peer.send(good());
                        peer.ready();
                    }
                };
                let server = Server::start(Some(world.tls(Flaw::None)), Arc::new(script));
                through(Stage::tls(world, server), proxy::tunnelling(None), "").calls(2)
            },
            Expect::ok().requests(2).connections(1),
        ),
        case(
            "proxy: the right credentials",
            |_| {
                let proxy = proxy::tunnelling(Some(CREDENTIALS));
                through(Stage::plain(server()), proxy, "user:invented-password@")
            },
            Expect::ok(),
        ),
        case(
            "proxy: the wrong credentials",
            |_| {
                through(
                    Stage::plain(server()),
                    proxy::tunnelling(Some(CREDENTIALS)),
                    "user:wrong@",
                )
            },
            refused().says("407").requests(0),
        ),
        case(
            "proxy: no credentials",
            |_| through(Stage::plain(server()), proxy::tunnelling(Some(CREDENTIALS)), ""),
            refused().says("407").requests(0),
        ),
        case(
            "proxy: a name that only the proxy has to know",
            |world| {
                let url = format!("https://unknown.test:{}", 1);
                let stage = Stage::at(&url).environment("LD_PRELOAD", world.names());
                through(stage, proxy::tunnelling(None), "")
            },
            failed().says("502"),
        ),
        case(
            "proxy: its name is unknown",
            |world| {
                let stage = Stage::plain(server())
                    .client("http_proxy", "http://unknown.test:3128")
                    .client("allow_plaintext_http", "1");
                stage.environment("LD_PRELOAD", world.names())
            },
            failed().requests(0),
        ),
        case(
            "proxy: its name is never resolved",
            |world| {
                let stage = Stage::plain(server())
                    .client("http_proxy", "http://never.test:3128")
                    .client("allow_plaintext_http", "1");
                stage.environment("LD_PRELOAD", world.names()).short()
            },
            failed().connections(0),
        ),
        case(
            "proxy: nobody listens",
            |_| {
                let nobody = Nobody::bound();
                let url = format!("http://{}", nobody.address());
                Stage::plain(server()).client("http_proxy", url).keep(nobody)
            },
            failed().connections(0),
        ),
        case(
            "proxy: a black hole",
            |_| {
                let hole = BlackHole::at([127, 0, 0, 1], 0);
                let url = format!("http://{}", hole.address());
                Stage::plain(server()).client("http_proxy", url).keep(hole).short()
            },
            failed().connections(0),
        ),
        case(
            "proxy: the server behind it has expired",
            |world| {
                let server = Server::start(
                    Some(world.tls(Flaw::Expired)),
                    Arc::new(|_, peer: &mut Peer| peer.serve()),
                );
                through(Stage::tls(world, server), proxy::tunnelling(None), "")
            },
            Expect::error("TLS").says("has expired").requests(0),
        ),
        case(
            "proxy: the server behind it does not answer",
            |_| {
                let server = scripted(|_, peer| {
                    peer.read_head();
                    peer.stall();
                });
                through(Stage::plain(server), proxy::tunnelling(None), "").short()
            },
            Expect::error("TIMEOUT")
                .retryable()
                .requests(1)
                .says("waiting for the response"),
        ),
        case(
            "proxy: the server behind it breaks off",
            |_| {
                let server = scripted(|_, peer| {
                    peer.read_head();
                    peer.cut();
                });
                through(Stage::plain(server), proxy::tunnelling(None), "")
            },
            Expect::error("IO").retryable().attempts(3).requests(3),
        ),
        case(
            "proxy: the tunnel ends as soon as it stands",
            |world| {
                let script = |peer: &mut Peer| {
                    peer.read_head();
                    peer.send("HTTP/1.1 200 OK\r\n\r\n");
                    peer.cut();
                };
                through(tunnelled(world), proxy::scripted(script), "")
            },
            Expect::error("TLS"),
        ),
        case(
            "proxy: an answer before any request",
            |world| {
                let script = |peer: &mut Peer| {
                    peer.read_head();
                    let others = CONNECTION.replace("invented-api-key", "a-key-of-somebody-else");
                    peer.send("HTTP/1.1 200 OK\r\n\r\n".to_owned() + &answer("200 OK", "", &others));
                    peer.stall();
                };
                through(tunnelled(world), proxy::scripted(script), "")
            },
            failed().requests(0),
        ),
        case(
            "proxy: answers the request itself",
            |world| {
                let script = |peer: &mut Peer| {
                    peer.read_head();
                    peer.send(good());
                    peer.close();
                };
                let stage = tunnelled(world);
                through(stage, proxy::scripted(script), "").client("max_response_bytes", CONNECTION.len())
            },
            failed().requests(0),
        ),
        case(
            "proxy: https to a server that speaks none",
            |_| {
                let server = scripted(|_, peer| {
                    peer.read(&mut [0; 4096]);
                    peer.send(answer("400 Bad Request", "", ""));
                    peer.close();
                });
                let url = format!("https://127.0.0.1:{}", server.port());
                through(Stage::at(&url), proxy::tunnelling(None), "").keep(server)
            },
            Expect::error("TLS").says("TLS"),
        ),
    ];
    cases.extend(lenient());
    cases.extend(refusals());
    cases.extend(slow());
    cases.extend(settings());
    cases
}

/// Proxies whose replies are read as other clients read them.
fn lenient() -> Vec<Case> {
    let opening = |name: &str, reply: &'static [u8]| {
        let script = move |peer: &mut Peer| {
            let Some(target) = peer
                .read_head()
                .and_then(|head| head.split(' ').nth(1).map(str::to_owned))
            else {
                return;
            };
            peer.send(reply);
            if let Ok(server) = TcpStream::connect(target) {
                peer.tunnel(server);
            }
        };
        case(
            name,
            move |world| through(tunnelled(world), proxy::scripted(script), ""),
            Expect::ok(),
        )
    };
    vec![
        opening("proxy: bare line feeds", b"HTTP/1.0 200 OK\nx-proxy: invented\n\n"),
        opening(
            "proxy: a reason beyond ASCII",
            b"HTTP/1.1 200 Connexion \xe9tablie\r\n\r\n",
        ),
        opening("proxy: no reason", b"HTTP/1.1 200\r\n\r\n"),
        opening(
            "proxy: 100 before the reply",
            b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
        ),
    ]
}

fn refusals() -> Vec<Case> {
    vec![
        answered("proxy: 403", "HTTP/1.1 403 Forbidden\r\n\r\n", refused().says("403")),
        answered(
            "proxy: 407",
            "HTTP/1.1 407 X\r\nproxy-authenticate: Negotiate\r\n\r\n",
            refused().says("407"),
        ),
        answered("proxy: 500", "HTTP/1.1 500 X\r\n\r\n", failed().says("500")),
        answered(
            "proxy: 502",
            "HTTP/1.0 502 Bad Gateway\r\ncontent-length: 3\r\n\r\nbad",
            failed().says("502"),
        ),
        answered(
            "proxy: 503",
            "HTTP/1.1 503 X\r\nretry-after: 10\r\n\r\n",
            failed().says("503"),
        ),
        answered(
            "proxy: a redirect",
            "HTTP/1.1 302 X\r\nlocation: http://127.0.0.1:1/\r\n\r\n",
            refused().says("302"),
        ),
        answered(
            "proxy: a page in HTML",
            "HTTP/1.1 403 Forbidden\r\ncontent-type: text/html\r\ncontent-length: 13\r\n\r\n<html></html>",
            refused().says("403"),
        ),
        answered(
            "proxy: HTML without a head",
            "<html><body>blocked</body></html>\r\n\r\n",
            failed().says("did not reply with HTTP"),
        ),
        answered(
            "proxy: garbage",
            "\u{1}\u{2}\u{3}\0\r\n\r\n",
            failed().says("did not reply with HTTP"),
        ),
        answered(
            "proxy: HTTP/2",
            "\0\0\u{6}\u{4}\0\0\0\0\0\r\n\r\n",
            failed().says("did not reply with HTTP"),
        ),
        answered(
            "proxy: a status that is no number",
            "HTTP/1.1 OK\r\n\r\n",
            failed().says("did not reply with HTTP"),
        ),
        answered(
            "proxy: a refusal that has bytes beyond ASCII",
            b"HTTP/1.1 403 Acc\xe8s refus\xe9\r\n\r\n",
            refused().says("403"),
        ),
        answered("proxy: a head that breaks off", "HTTP/1.1 200 OK\r\nx", failed()),
        broken("proxy: closed", |peer| drop(peer.read_head()), failed()),
        broken("proxy: reset", Peer::reset, failed()),
        broken(
            "proxy: reset after the request",
            |peer| {
                peer.read_head();
                peer.reset();
            },
            failed(),
        ),
        broken(
            "proxy: headers for ever",
            |peer| {
                peer.read_head();
                peer.send("HTTP/1.1 200 OK\r\n");
                peer.send_forever("x: y\r\n");
            },
            failed(),
        ),
    ]
}

fn slow() -> Vec<Case> {
    let stage = |world: &World| tunnelled(world).short();
    let slow = |name: &str, script: fn(&mut Peer)| {
        case(
            name,
            move |world| through(stage(world), proxy::scripted(script), ""),
            failed().says("timed out while").connections(0),
        )
    };
    vec![
        slow("proxy: no answer", Peer::stall),
        slow("proxy: no answer, and no reading", Peer::stall_without_reading),
        slow("proxy: a head that stalls", |peer| {
            peer.read_head();
            peer.send("HTTP/1.1 200 OK\r\n");
            peer.stall();
        }),
        slow("proxy: a head that drips in", |peer| {
            peer.read_head();
            let head = "HTTP/1.1 200 OK\r\n".to_owned() + &"x: y\r\n".repeat(100);
            peer.drip(head, Duration::from_millis(20));
        }),
        case(
            "proxy: no answer within the connect timeout",
            |world| {
                let stage = tunnelled(world).client("connect_timeout_ms", 500);
                through(stage, proxy::scripted(Peer::stall), "")
            },
            failed().says("timed out while").connections(0),
        ),
        case(
            "proxy: cancelled while there is no answer",
            |world| through(tunnelled(world), proxy::scripted(Peer::stall), "").call("cancel_after_ms", 200),
            Expect::error("CANCELLED").connections(0),
        ),
        case(
            "proxy: 503 from the server behind it",
            |_| {
                let server =
                    scripted(|_, peer| while peer.read_head().is_some() && peer.send(answer("503 X", "", "")) {});
                through(Stage::plain(server), proxy::tunnelling(None), "")
            },
            Expect::error("SERVER").status(503).retryable().attempts(3).requests(3),
        ),
    ]
}

fn settings() -> Vec<Case> {
    let bad = |name: &str, url: &'static str| {
        case(
            name,
            move |_| Stage::plain(server()).client("http_proxy", url),
            Expect::error("INVALID_ARGUMENT")
                .attempts(0)
                .says("http_proxy")
                .connections(0),
        )
    };
    vec![
        bad("proxy: SOCKS 4", "socks4://127.0.0.1:1080"),
        bad("proxy: no host", "http://"),
        bad("proxy: no URL", "in vented"),
        bad(
            "proxy: another machine, for plain http to this one",
            "http://unknown.test:3128",
        ),
    ]
}
