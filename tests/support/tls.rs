//! A server behind TLS with any certificate.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use nango::ClientOptions;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::sign::{CertifiedKey, SingleCertAndKey};
use rustls::{ALL_VERSIONS, RootCertStore, ServerConfig, ServerConnection, StreamOwned, SupportedProtocolVersion};

use super::{CONNECTION, KEY};

/// An authority of the tests' own.
pub fn authority() -> CertifiedIssuer<'static, KeyPair> {
    let mut params = params(&[]);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.distinguished_name.push(DnType::CommonName, "invented authority");
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

/// What to begin a certificate for these hosts with.
pub fn params(hosts: &[&str]) -> CertificateParams {
    CertificateParams::new(hosts.iter().map(|&host| host.to_owned()).collect::<Vec<_>>()).unwrap()
}

/// A server of one connection, which presents `chain` unchecked and answers one request. With `clients` it lets in only who
/// has a certificate of that authority. Gives its address and, at its end, whether it was asked for anything.
pub fn serve(
    chain: Vec<CertificateDer<'static>>,
    key: &KeyPair,
    clients: Option<&CertifiedIssuer<'static, KeyPair>>,
) -> (SocketAddr, JoinHandle<bool>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    serve_on(listener, ALL_VERSIONS, chain, key, clients)
}

/// The same on a listener of the test's own, with these versions of TLS.
pub fn serve_on(
    listener: TcpListener,
    versions: &[&'static SupportedProtocolVersion],
    chain: Vec<CertificateDer<'static>>,
    key: &KeyPair,
    clients: Option<&CertifiedIssuer<'static, KeyPair>>,
) -> (SocketAddr, JoinHandle<bool>) {
    answering(CONNECTION.to_owned(), listener, versions, chain, key, clients)
}

/// The same with this response.
pub fn answering(
    body: String,
    listener: TcpListener,
    versions: &[&'static SupportedProtocolVersion],
    chain: Vec<CertificateDer<'static>>,
    key: &KeyPair,
    clients: Option<&CertifiedIssuer<'static, KeyPair>>,
) -> (SocketAddr, JoinHandle<bool>) {
    let config = config(versions, chain, key, clients);
    let address = listener.local_addr().unwrap();
    let thread = thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        let mut tls = StreamOwned::new(ServerConnection::new(config).unwrap(), stream);
        let mut head = Vec::new();
        let mut byte = [0];
        while !head.ends_with(b"\r\n\r\n") {
            // A client that refuses the certificate ends here.
            match tls.read(&mut byte) {
                Ok(1) => head.push(byte[0]),
                _ => return false,
            }
        }
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", body.len());
        tls.write_all(head.as_bytes()).unwrap();
        tls.write_all(body.as_bytes()).unwrap();
        tls.flush().unwrap();
        true
    });
    (address, thread)
}

/// What a server that presents `chain` unchecked needs. With `clients` it lets in only who has a certificate of that authority.
pub fn config(
    versions: &[&'static SupportedProtocolVersion],
    chain: Vec<CertificateDer<'static>>,
    key: &KeyPair,
    clients: Option<&CertifiedIssuer<'static, KeyPair>>,
) -> Arc<ServerConfig> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
    let key = provider.key_provider.load_private_key(key).unwrap();
    let builder = ServerConfig::builder_with_provider(provider.clone())
        .with_protocol_versions(versions)
        .unwrap();
    let builder = match clients {
        None => builder.with_no_client_auth(),
        Some(authority) => {
            let mut roots = RootCertStore::empty();
            roots.add(authority.der().clone()).unwrap();
            let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider);
            builder.with_client_cert_verifier(verifier.build().unwrap())
        }
    };
    let chain = SingleCertAndKey::from(CertifiedKey::new(chain, key));
    Arc::new(builder.with_cert_resolver(Arc::new(chain)))
}

/// Options of a client of the server at `address`, by the name localhost.
pub fn options(address: SocketAddr) -> ClientOptions {
    let mut options = ClientOptions::new();
    options
        .secret_key(KEY)
        .base_url(&format!("https://localhost:{}", address.port()))
        .connect_timeout(Duration::from_secs(20))
        .http_proxy("")
        .max_retries(0);
    options
}
