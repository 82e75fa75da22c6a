//! Bodies through TLS, where a record is not a part and an end has to be announced.

mod support;

use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, mpsc};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use nango::{CallOptions, Cancel, Client, ClientOptions, Error, ErrorKind, Request, Response};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use support::KEY;
use support::proxy::{Hold, LARGE};

type Tls = StreamOwned<ServerConnection, TcpStream>;

/// A server of one connection, and a client that trusts it.
fn server(script: impl FnOnce(&mut Tls) + Send + 'static) -> (Client, JoinHandle<()>) {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let certificate = CertificateParams::new(vec!["127.0.0.1".to_owned()])
        .unwrap()
        .signed_by(&key, &authority)
        .unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(
            vec![CertificateDer::from(certificate)],
            PrivateKeyDer::try_from(key.serialize_der()).unwrap(),
        )
        .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let thread = thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        let mut tls = StreamOwned::new(ServerConnection::new(Arc::new(config)).unwrap(), stream);
        read_head(&mut tls);
        script(&mut tls);
    });
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("root.pem");
    std::fs::write(&file, authority.pem()).unwrap();
    let mut options = ClientOptions::new();
    options
        .secret_key(KEY)
        .base_url(&url)
        .ca_file(&file)
        .http_proxy("")
        .max_retries(0);
    (Client::new(&options).unwrap(), thread)
}

fn read_head(tls: &mut Tls) {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        tls.read_exact(&mut byte).unwrap();
        head.push(byte[0]);
    }
}

fn say(tls: &mut Tls, text: &[u8]) {
    tls.write_all(text).unwrap();
    tls.flush().unwrap();
}

fn upload(size: u64, is_chunked: bool) -> Request {
    let mut request = Request::new("POST", "/x");
    let reader = io::repeat(b'x').take(size);
    request.body_reader(reader, (!is_chunked).then_some(size), "text/plain");
    request
}

fn proxy(client: &Client, request: &Request) -> Result<Response, Error> {
    client.proxy("c", "p", request, &CallOptions::new())
}

#[test]
fn a_long_body_goes_both_ways() {
    const SIZE: u64 = 5_000_000;
    let (client, server) = server(|tls| {
        let count = io::copy(&mut tls.take(SIZE), &mut io::sink()).unwrap();
        say(
            tls,
            format!("HTTP/1.1 200 OK\r\ncontent-length: {count}\r\n\r\n").as_bytes(),
        );
        io::copy(&mut io::repeat(b'y').take(count), tls).unwrap();
        tls.flush().unwrap();
    });
    let mut response = proxy(&client, &upload(SIZE, false)).unwrap();
    let body = response.body().unwrap();
    assert!(body.len() as u64 == SIZE && body.iter().all(|&b| b == b'y'));
    server.join().unwrap();
}

#[test]
fn an_early_refusal_ends_an_upload() {
    for is_chunked in [false, true] {
        let (let_go, hold) = Hold::new();
        let (client, server) = server(|tls| {
            say(tls, b"HTTP/1.1 413 Too Large\r\ncontent-length: 3\r\n\r\nbig");
            hold.until_let_go();
        });
        let mut response = proxy(&client, &upload(LARGE, is_chunked)).unwrap();
        assert_eq!((response.status(), response.body().unwrap()), (413, &b"big"[..]));
        drop((response, let_go));
        server.join().unwrap();
    }
}

#[test]
fn a_cancel_ends_an_upload_into_a_server_that_stalls() {
    let (let_go, hold) = Hold::new();
    let (stalls, stalling) = mpsc::channel();
    let (client, server) = server(move |_| {
        stalls.send(()).unwrap();
        hold.until_let_go();
    });
    let cancel = Cancel::new();
    let ender = thread::spawn({
        let cancel = cancel.clone();
        move || {
            stalling.recv().unwrap();
            cancel.trigger();
        }
    });
    let result = client.proxy("c", "p", &upload(LARGE, true), CallOptions::new().cancel(&cancel));
    assert_eq!(result.unwrap_err().kind(), ErrorKind::Cancelled);
    ender.join().unwrap();
    drop(let_go);
    server.join().unwrap();
}

#[test]
fn an_upload_into_a_server_that_stalls_ends_by_the_idle_timeout() {
    let (let_go, hold) = Hold::new();
    let (client, server) = server(move |_| hold.until_let_go());
    let mut request = upload(LARGE, false);
    request.idle_timeout(Duration::from_millis(100));
    assert_eq!(proxy(&client, &request).unwrap_err().kind(), ErrorKind::Timeout);
    drop(let_go);
    server.join().unwrap();
}

#[test]
fn an_end_that_tls_does_not_announce_is_no_end() {
    for is_announced in [true, false] {
        let (client, server) = server(move |tls| {
            say(tls, b"HTTP/1.1 200 OK\r\n\r\nabc");
            if is_announced {
                tls.conn.send_close_notify();
                tls.flush().unwrap();
            }
        });
        let mut response = proxy(&client, &Request::new("GET", "/x")).unwrap();
        match is_announced {
            true => assert_eq!(response.body().unwrap(), b"abc"),
            false => assert_eq!(response.body().unwrap_err().kind(), ErrorKind::Io),
        }
        server.join().unwrap();
    }
}
