//! TLS: whom the library trusts, and its errors for those whom it does not.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::process::{Command, Output};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use nango::{CallOptions, Client, ClientOptions, Connection, Error, ErrorKind};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};

const BODY: &str =
    r#"{"connection_id":"c","provider_config_key":"p","credentials":{"type":"API_KEY","apiKey":"invented"}}"#;
/// Makes this test binary, started again, the client of the given address.
const CHILD: &str = "LIBNANGO_TLS_TEST_URL";

/// An authority of the tests' own.
fn authority() -> CertifiedIssuer<'static, KeyPair> {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

/// A server of one exchange whose certificate is for `name`.
fn server(authority: &CertifiedIssuer<'static, KeyPair>, name: &str) -> (SocketAddr, JoinHandle<()>) {
    let key = KeyPair::generate().unwrap();
    let certificate = CertificateParams::new(vec![name.to_owned()])
        .unwrap()
        .signed_by(&key, authority)
        .unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(
            vec![CertificateDer::from(certificate)],
            PrivateKeyDer::try_from(key.serialize_der()).unwrap(),
        )
        .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let thread = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut tls = rustls::ServerConnection::new(Arc::new(config)).unwrap();
        let mut tls = rustls::Stream::new(&mut tls, &mut stream);
        let mut head = Vec::new();
        let mut byte = [0];
        while !head.ends_with(b"\r\n\r\n") {
            // A client that refuses the certificate ends here.
            match tls.read(&mut byte) {
                Ok(1) => head.push(byte[0]),
                _ => return,
            }
        }
        let answer = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{BODY}", BODY.len());
        tls.write_all(answer.as_bytes()).unwrap();
        tls.flush().unwrap();
    });
    (address, thread)
}

fn get(url: &str) -> Result<Arc<Connection>, Error> {
    let mut options = ClientOptions::new();
    options
        .secret_key("00000000-0000-4000-8000-00000000cafe")
        .base_url(url)
        .connect_timeout(Duration::from_secs(20));
    Client::new(&options)?.get_connection("c", "p", &CallOptions::new())
}

/// Runs `the_child` in a separate process, since the roots come from the environment.
fn get_with_root(url: &str, root: &str) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("root.pem");
    std::fs::write(&file, root).unwrap();
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "the_child", "--nocapture"])
        .env("SSL_CERT_FILE", &file)
        .env_remove("SSL_CERT_DIR")
        .env(CHILD, url)
        .output()
        .unwrap()
}

/// Not a separate test: run by `get_with_root`. Without an address it does nothing.
#[test]
fn the_child() {
    let Ok(url) = std::env::var(CHILD) else { return };
    match get(&url) {
        Ok(connection) => println!("child: {:?}", connection.api_key()),
        Err(error) => println!("child: {} {error}", error.kind().name()),
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn an_authority_named_by_the_environment_is_trusted_for_its_host() {
    let authority = authority();
    let (address, thread) = server(&authority, "localhost");
    let output = get_with_root(&format!("https://localhost:{}", address.port()), &authority.pem());
    assert!(
        said(&output).contains(r#"child: Some("invented")"#),
        "{}",
        said(&output)
    );
    thread.join().unwrap();
}

#[test]
fn a_certificate_for_another_host_is_refused() {
    let authority = authority();
    let (address, thread) = server(&authority, "elsewhere.test");
    let output = get_with_root(&format!("https://localhost:{}", address.port()), &authority.pem());
    assert!(
        said(&output).contains("child: TLS cannot establish a TLS connection to localhost"),
        "{}",
        said(&output)
    );
    assert!(said(&output).contains("for another host"), "{}", said(&output));
    thread.join().unwrap();
}

#[test]
fn an_unknown_authority_is_refused() {
    let (address, thread) = server(&authority(), "localhost");
    let error = get(&format!("https://localhost:{}", address.port())).unwrap_err();
    assert_eq!(
        (error.kind(), error.is_retryable(), error.http_status()),
        (ErrorKind::Tls, false, 0)
    );
    assert!(error.message().contains("ca_file or SSL_CERT_FILE"), "{error}");
    thread.join().unwrap();
}

#[test]
fn a_server_that_does_not_speak_tls_is_a_tls_error() {
    for answer in [&b"HTTP/1.1 400 Bad Request\r\n\r\n"[..], b""] {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("https://{}", listener.local_addr().unwrap());
        let thread = thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut hello = [0; 5];
            stream.read_exact(&mut hello).unwrap();
            let _ = stream.write_all(answer);
        });
        let error = get(&url).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Tls, "{error}");
        thread.join().unwrap();
    }
}

#[test]
fn the_connect_timeout_covers_the_handshake() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut options = ClientOptions::new();
    options
        .secret_key("00000000-0000-4000-8000-00000000cafe")
        .base_url(&format!("https://{}", listener.local_addr().unwrap()))
        .connect_timeout(Duration::from_millis(200));
    let error = Client::new(&options)
        .unwrap()
        .get_connection("c", "p", &CallOptions::new())
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(error.message().contains("TLS handshake"), "{error}");
}
