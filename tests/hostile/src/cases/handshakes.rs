//! Servers that break the TLS handshake.

use std::time::Duration;

use super::scripted;
use crate::case::{Case, Expect, Stage, case};
use crate::peer::{Peer, good};

/// The record of a ServerHello for this version of TLS, with a suite that was usual then.
fn server_hello(minor: u8) -> Vec<u8> {
    let mut hello = vec![3, minor];
    hello.extend([0x5a; 32]); // random
    hello.extend([0, 0x00, 0x2f, 0, 0, 0]); // no session, TLS_RSA_WITH_AES_128_CBC_SHA, no compression, no extensions
    let length = u8::try_from(hello.len()).unwrap_or(u8::MAX);
    let mut record = vec![22, 3, minor, 0, length + 4, 2, 0, 0, length];
    record.extend(hello);
    record
}

/// The record of a fatal alert.
fn alert(number: u8) -> Vec<u8> {
    vec![21, 3, 3, 0, 2, 2, number]
}

/// A stage whose server reads the beginning of the ClientHello and then runs `script`.
fn shaking(script: impl Fn(&mut Peer) + Send + Sync + 'static) -> Stage {
    let server = scripted(move |_, peer| {
        peer.read(&mut [0; 4096]);
        script(peer);
    });
    Stage::at(&format!("https://localhost:{}", server.port())).serving(server)
}

/// A case of a server that responds to the ClientHello with these bytes and then ends the connection.
fn answered(name: &str, bytes: Vec<u8>, says: &'static str) -> Case {
    case(
        name,
        move |_| {
            let bytes = bytes.clone();
            shaking(move |peer| {
                peer.send(&bytes);
                peer.close();
            })
        },
        Expect::error("TLS")
            .says("cannot establish a TLS connection to localhost")
            .says(says)
            .connections(1),
    )
}

fn slow(name: &str, script: fn(&mut Peer)) -> Case {
    let expect = Expect::error("TIMEOUT")
        .retryable()
        .says("the TLS handshake")
        .connections(1);
    case(name, move |_| shaking(script).short(), expect)
}

pub(super) fn cases() -> Vec<Case> {
    vec![
        answered("handshake: SSL 3.0", server_hello(0), "older than 1.2"),
        answered("handshake: TLS 1.0", server_hello(1), "older than 1.2"),
        answered("handshake: TLS 1.1", server_hello(2), "older than 1.2"),
        answered("handshake: the version is refused", alert(70), "older than 1.2"),
        answered("handshake: refused", alert(40), "enable TLS 1.3"),
        answered("handshake: the name is refused", alert(112), "base_url"),
        answered("handshake: an unknown alert", alert(200), "base_url"),
        answered("handshake: plain http", good().into_bytes(), "does not speak TLS"),
        answered("handshake: garbage", vec![0xa5; 500], "does not speak TLS"),
        answered(
            "handshake: a mail server",
            b"220 mail.example ESMTP\r\n".to_vec(),
            "does not speak TLS",
        ),
        answered(
            "handshake: a hello that breaks off",
            server_hello(3)[..20].to_vec(),
            "during the handshake",
        ),
        answered(
            "handshake: a broken hello",
            [22, 3, 3, 0, 5, 2, 0, 0, 1, 9].to_vec(),
            "TLS",
        ),
        answered(
            "handshake: a record of 65,535 bytes",
            [22, 3, 3, 0xff, 0xff].repeat(14_000),
            "TLS",
        ),
        answered(
            "handshake: data before the handshake",
            [23, 3, 3, 0, 1, 0].to_vec(),
            "TLS",
        ),
        answered("handshake: closed", Vec::new(), "during the handshake"),
        case(
            "handshake: reset",
            |_| shaking(Peer::reset),
            Expect::error("TLS").says("base_url").connections(1),
        ),
        slow("handshake: no answer", Peer::stall),
        slow("handshake: a hello that stalls", |peer| {
            peer.send(&server_hello(3)[..20]);
            peer.stall();
        }),
        slow("handshake: a hello that drips in", |peer| {
            peer.drip(
                [22, 3, 3, 0x40, 0]
                    .iter()
                    .chain(&[2; 1000])
                    .copied()
                    .collect::<Vec<u8>>(),
                Duration::from_millis(20),
            );
        }),
        case(
            "handshake: empty records for ever",
            |_| shaking(|peer| peer.send_forever("\u{16}\u{3}\u{3}\0\0")).short(),
            Expect::error("TLS").says("TLS").connections(1),
        ),
        case(
            "handshake: no answer within the connect timeout",
            |_| shaking(Peer::stall).client("connect_timeout_ms", 500),
            Expect::error("TIMEOUT").retryable().says("the TLS handshake"),
        ),
    ]
}
