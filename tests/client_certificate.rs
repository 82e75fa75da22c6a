//! A server that lets in only who has a certificate of an authority that it trusts.

mod support;

use std::net::TcpListener;

use nango::{CallOptions, Client, Error, ErrorKind};
use rcgen::{
    CertifiedIssuer, ExtendedKeyUsagePurpose, KeyPair, PKCS_ECDSA_P256_SHA256, PKCS_ECDSA_P384_SHA384, PKCS_ED25519,
};
use rustls::{ALL_VERSIONS, SupportedProtocolVersion};
use support::tls::{authority, options, params, serve_on};

/// A certificate for clients of `authority`, and its key, both in PEM.
fn certificate(authority: &CertifiedIssuer<'static, KeyPair>, key: &KeyPair) -> String {
    let mut params = params(&[]);
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
    params.signed_by(key, authority).unwrap().pem()
}

/// Calls a server of this version of TLS that lets in only clients with a certificate of `authority`.
fn call(
    version: &'static SupportedProtocolVersion,
    authority: &CertifiedIssuer<'static, KeyPair>,
    certificate: Option<(&str, &str)>,
) -> Result<(), Error> {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let key = KeyPair::generate().unwrap();
    let chain = vec![params(&["localhost"]).signed_by(&key, authority).unwrap().into()];
    let (address, server) = serve_on(listener, &[version], chain, &key, Some(authority));
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), authority.pem()).unwrap();
    let mut options = options(address);
    options.ca_file(file.path());
    if let Some((cert_pem, key_pem)) = certificate {
        options.client_certificate(cert_pem, key_pem);
    }
    let client = Client::new(&options).unwrap();
    let result = client.get_connection("c", "p", &CallOptions::new());
    assert_eq!(server.join().unwrap(), result.is_ok(), "{result:?}");
    result.map(drop)
}

fn refused(result: Result<(), Error>, words: &str) {
    let error = result.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Tls, "{error}");
    assert!(error.message().contains(words), "{words}: {error}");
}

#[test]
fn a_client_with_a_certificate_is_let_in() {
    let authority = authority();
    for algorithm in [&PKCS_ECDSA_P256_SHA256, &PKCS_ECDSA_P384_SHA384, &PKCS_ED25519] {
        let key = KeyPair::generate_for(algorithm).unwrap();
        let certificate = certificate(&authority, &key);
        for version in ALL_VERSIONS {
            call(version, &authority, Some((&certificate, &key.serialize_pem()))).unwrap();
        }
    }
}

#[test]
fn a_client_without_one_is_told_what_to_do() {
    let authority = authority();
    for version in ALL_VERSIONS {
        // The server may close before it has read all that the client sends, which is then told of a broken pipe first.
        for _ in 0..30 {
            refused(
                call(version, &authority, None),
                "the server requires a client certificate: set one with client_certificate",
            );
        }
    }
}

#[test]
fn a_client_with_one_of_another_authority_is_told_so() {
    let (authority, key) = (authority(), KeyPair::generate().unwrap());
    let other = certificate(&support::tls::authority(), &key);
    for version in ALL_VERSIONS {
        for _ in 0..30 {
            refused(
                call(version, &authority, Some((&other, &key.serialize_pem()))),
                "the server rejects the client certificate",
            );
        }
    }
}

#[test]
fn a_certificate_that_cannot_be_used_is_refused_when_the_client_is_made() {
    for url in ["https://localhost:1", "http://localhost:1"] {
        let mut options = options(([127, 0, 0, 1], 1).into());
        options.base_url(url).client_certificate("invented", "invented secret");
        assert!(!format!("{options:?}").contains("invented"));
        let error = Client::new(&options).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
        assert!(error.message().starts_with("client_certificate: cert_pem"), "{error}");
        assert!(!error.message().contains("invented"), "{error}");
    }
}
