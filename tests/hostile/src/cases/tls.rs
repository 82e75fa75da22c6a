//! Certificates: which are rejected, the messages about them, and the trusted authorities.

use std::sync::Arc;

use crate::case::{Case, Expect, Stage, case};
use crate::peer::Peer;
use crate::server::Server;
use crate::world::{Flaw, World};

fn server(world: &World, flaw: Flaw) -> Server {
    Server::start(Some(world.tls(flaw)), Arc::new(|_, peer: &mut Peer| peer.serve()))
}

fn flawed(name: &str, flaw: Flaw, says: &'static str) -> Case {
    let expect = Expect::error("TLS")
        .says("cannot establish a TLS connection to localhost")
        .says(says)
        .requests(0);
    case(
        name,
        move |world| Stage::tls(world, server(world, flaw)),
        expect.connections(1),
    )
}

/// A client without additional authorities.
fn untold(world: &World) -> Stage {
    Stage::tls(world, server(world, Flaw::None)).without("ca_file")
}

fn bad_file(name: &str, file: &'static str, says: &'static str) -> Case {
    let expect = Expect::error("INVALID_ARGUMENT")
        .attempts(0)
        .says("ca_file")
        .says(says)
        .connections(0);
    case(
        name,
        move |world| untold(world).client("ca_file", world.file(file)),
        expect,
    )
}

pub(super) fn cases() -> Vec<Case> {
    let unknown = || Expect::error("TLS").says("ca_file or SSL_CERT_FILE").requests(0);
    vec![
        case(
            "TLS: ca_file",
            |world| Stage::tls(world, server(world, Flaw::None)),
            Expect::ok(),
        ),
        case(
            "TLS: by its address",
            |world| {
                let server = server(world, Flaw::None);
                let url = format!("https://127.0.0.1:{}", server.port());
                Stage::tls(world, server).client("base_url", url)
            },
            Expect::ok(),
        ),
        case(
            "TLS: SSL_CERT_FILE",
            |world| untold(world).environment("SSL_CERT_FILE", world.file("trusted.pem")),
            Expect::ok(),
        ),
        case(
            "TLS: SSL_CERT_DIR",
            |world| untold(world).environment("SSL_CERT_DIR", world.file("authorities")),
            Expect::ok(),
        ),
        case(
            "TLS: SSL_CERT_FILE of another authority, and ca_file",
            |world| {
                let stage = untold(world).client("ca_file", world.file("trusted.pem"));
                stage.environment("SSL_CERT_FILE", world.file("other.pem"))
            },
            Expect::ok(),
        ),
        case(
            "TLS: SSL_CERT_FILE of another authority",
            |world| untold(world).environment("SSL_CERT_FILE", world.file("other.pem")),
            unknown(),
        ),
        case(
            "TLS: SSL_CERT_FILE that does not exist",
            |world| untold(world).environment("SSL_CERT_FILE", world.file("none.pem")),
            Expect::error("INVALID_ARGUMENT")
                .attempts(0)
                .says("SSL_CERT_FILE")
                .connections(0),
        ),
        case("TLS: an authority that nobody named", untold, unknown()),
        bad_file("TLS: a ca_file that does not exist", "none.pem", "cannot be read"),
        bad_file("TLS: a ca_file that is a folder", "authorities", "cannot be read"),
        bad_file("TLS: an empty ca_file", "empty.pem", "contains no certificate"),
        bad_file("TLS: a ca_file that is no PEM", "text.pem", "BEGIN CERTIFICATE"),
        bad_file("TLS: a ca_file that breaks off", "cut.pem", "BEGIN CERTIFICATE"),
        bad_file("TLS: a ca_file of a key", "key.pem", "contains no certificate"),
        bad_file(
            "TLS: a ca_file whose certificate is garbage",
            "garbage.pem",
            "certificate",
        ),
        flawed("TLS: expired", Flaw::Expired, "has expired: renew it"),
        flawed(
            "TLS: not valid yet",
            Flaw::NotYetValid,
            "not valid yet: check this machine's clock",
        ),
        flawed("TLS: for another host", Flaw::WrongHost, "check the host in base_url"),
        flawed("TLS: for no host", Flaw::NoHost, "check the host in base_url"),
        flawed("TLS: self-signed", Flaw::SelfSigned, "ca_file or SSL_CERT_FILE"),
        flawed(
            "TLS: an unknown authority",
            Flaw::UnknownAuthority,
            "ca_file or SSL_CERT_FILE",
        ),
        flawed(
            "TLS: an authority of the right name with another key",
            Flaw::OtherKeyOfAuthority,
            "ca_file or SSL_CERT_FILE",
        ),
        flawed(
            "TLS: a missing certificate in between",
            Flaw::MissingLink,
            "ca_file or SSL_CERT_FILE",
        ),
        flawed(
            "TLS: from one who may not issue",
            Flaw::IssuedByNoAuthority,
            "certificate",
        ),
        flawed("TLS: a client's certificate", Flaw::ForClients, "certificate"),
        case(
            "TLS: the server requires a client certificate",
            |world| {
                let script = Arc::new(|_, peer: &mut Peer| peer.serve());
                Stage::tls(world, Server::start(Some(world.tls_for_known_clients()), script))
            },
            Expect::error("TLS").says("certificate").requests(0),
        ),
    ]
}
