//! IPv6 addresses with a zone, which names the network interface behind which they are.

#![cfg(target_os = "linux")]

mod support;

use std::net::TcpListener;
use std::thread;

use nango::{CallOptions, Client, ErrorKind};
use rcgen::KeyPair;
use support::tls::{options, params, serve_on};
use support::{CONNECTION, Peer};

/// A listener that is reached through the interface `lo`. `None` where the system has no IPv6, as in some containers.
fn listener() -> Option<(TcpListener, u16)> {
    let listener = TcpListener::bind("[::1]:0").ok()?;
    let port = listener.local_addr().unwrap().port();
    Some((listener, port))
}

#[test]
fn the_server_is_not_told_of_the_zone() {
    for zone in ["%25lo", "%lo", "%251", "%1"] {
        let Some((listener, port)) = listener() else { return };
        let server = thread::spawn(move || {
            let mut peer = Peer::accept(&listener);
            let head = peer.read_head();
            peer.answer(200, "application/json", CONNECTION);
            head.unwrap_or_default()
        });
        let mut options = options(([127, 0, 0, 1], port).into());
        options.base_url(&format!("http://[::1{zone}]:{port}/prefix/"));
        let client = Client::new(&options).unwrap();
        client.get_connection("c", "p", &CallOptions::new()).unwrap();
        let head = server.join().unwrap().to_ascii_lowercase();
        assert!(head.starts_with("get /prefix/connection/c?"), "{head}");
        assert!(head.contains(&format!("\r\nhost: [::1]:{port}\r\n")), "{head}");
    }
}

#[test]
fn a_certificate_is_for_the_address_without_its_zone() {
    let Some((listener, port)) = listener() else { return };
    let key = KeyPair::generate().unwrap();
    let certificate = params(&["::1"]).self_signed(&key).unwrap();
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), certificate.pem()).unwrap();
    let (_, server) = serve_on(listener, rustls::ALL_VERSIONS, vec![certificate.into()], &key, None);
    let mut options = options(([127, 0, 0, 1], port).into());
    options
        .base_url(&format!("https://[::1%25lo]:{port}"))
        .ca_file(file.path());
    let client = Client::new(&options).unwrap();
    client.get_connection("c", "p", &CallOptions::new()).unwrap();
    assert!(server.join().unwrap());
}

#[test]
fn an_interface_that_does_not_exist_is_named() {
    for zone in ["%25none0", "%none0"] {
        let mut options = options(([127, 0, 0, 1], 1).into());
        options.base_url(&format!("https://[fe80::1{zone}]:3003"));
        let error = Client::new(&options).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
        let begin = "base_url names the network interface none0, which this machine does not have";
        assert!(error.message().starts_with(begin), "{error}");
        options
            .base_url("https://nango.test")
            .http_proxy("http://[fe80::1%25none0]:3128");
        let error = Client::new(&options).unwrap_err();
        assert!(error.message().starts_with("http_proxy names"), "{error}");
    }
}
