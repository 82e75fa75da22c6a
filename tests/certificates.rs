//! Which certificates of servers are trusted, and what is said of those that are not.

mod support;

use std::process::Command;

use nango::{CallOptions, Client, ClientOptions, Error, ErrorKind};
use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, CustomExtension, DnType, ExtendedKeyUsagePurpose,
    GeneralSubtree, IsCa, KeyPair, NameConstraints, PKCS_RSA_SHA256, PublicKeyData, SignatureAlgorithm, SigningKey,
    date_time_ymd,
};
use rustls::pki_types::CertificateDer;
use support::tls::{authority, options, params, serve};

/// Tells this test binary, started anew, that it is the client of the address given.
const CHILD: &str = "LIBNANGO_CERTIFICATES_TEST_PORT";

/// A certificate that a server presents, with what it sends along, and its key.
struct Identity {
    chain: Vec<CertificateDer<'static>>,
    key: KeyPair,
}

fn self_signed(params: &CertificateParams) -> Identity {
    let key = KeyPair::generate().unwrap();
    let chain = vec![params.self_signed(&key).unwrap().into()];
    Identity { chain, key }
}

fn issued(params: &CertificateParams, issuer: &CertifiedIssuer<'static, impl SigningKey>) -> Identity {
    let key = KeyPair::generate().unwrap();
    let chain = vec![params.signed_by(&key, issuer).unwrap().into()];
    Identity { chain, key }
}

/// Calls a server that presents `identity`, with a `ca_file` of these contents.
fn call(identity: &Identity, ca_file: &[u8]) -> Result<(), Error> {
    let (address, server) = serve(identity.chain.clone(), &identity.key, None);
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), ca_file).unwrap();
    let mut options = options(address);
    options.ca_file(file.path());
    let client = Client::new(&options).unwrap();
    let result = client.get_connection("c", "p", &CallOptions::new());
    assert_eq!(server.join().unwrap(), result.is_ok(), "{result:?}");
    result.map(drop)
}

fn base64(der: &[u8]) -> String {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in der.chunks(3) {
        let bits = three.iter().fold(0, |bits, &byte| bits << 8 | u32::from(byte)) << (8 * (3 - three.len()));
        for at in 0..4 {
            text.push(match at <= three.len() {
                true => char::from(DIGITS[(bits >> (18 - 6 * at)) as usize & 63]),
                false => '=',
            });
        }
    }
    text
}

fn pem(label: &str, der: &[u8]) -> String {
    format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", base64(der))
}

fn says(result: Result<(), Error>, words: &str) {
    let error = result.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Tls, "{error}");
    assert!(error.message().contains(words), "{words}: {error}");
    for debug in ["{", "::", "Other(", "Context", "Some("] {
        assert!(!error.message().contains(debug), "{error}");
    }
}

#[test]
fn a_self_signed_certificate_that_ca_file_names_is_trusted() {
    for is_ca in [
        IsCa::NoCa,
        IsCa::ExplicitNoCa,
        IsCa::Ca(BasicConstraints::Unconstrained),
    ] {
        let mut params = params(&["localhost"]);
        params.is_ca = is_ca;
        let identity = self_signed(&params);
        let der = &identity.chain[0];
        let text = pem("CERTIFICATE", der);
        // What OpenSSL appends for a certificate that is trusted for servers.
        let trusted = [&der[..], b"\x30\x0c\x30\x0a\x06\x08\x2b\x06\x01\x05\x05\x07\x03\x01"].concat();
        for file in [
            text.as_bytes(),
            format!("\u{feff}{text}").as_bytes(),
            pem("TRUSTED CERTIFICATE", &trusted).as_bytes(),
            &der[..],
        ] {
            call(&identity, file).unwrap();
        }
    }
}

#[test]
fn a_certificate_that_was_named_has_to_be_for_the_host_and_in_force() {
    for is_ca in [IsCa::NoCa, IsCa::Ca(BasicConstraints::Unconstrained)] {
        for (host, from, to, words) in [
            ("elsewhere.test", 1975, 4096, "is for another host"),
            ("localhost", 1975, 2001, "has expired"),
            ("localhost", 4000, 4096, "is not valid yet"),
        ] {
            let mut params = params(&[host]);
            params.is_ca = is_ca;
            (params.not_before, params.not_after) = (date_time_ymd(from, 1, 1), date_time_ymd(to, 1, 1));
            let identity = self_signed(&params);
            says(call(&identity, &identity.chain[0]), words);
        }
    }
}

#[test]
fn a_certificate_that_an_unknown_authority_issued_can_be_named_itself() {
    let identity = issued(&params(&["localhost"]), &authority());
    call(&identity, &identity.chain[0]).unwrap();
}

#[test]
fn a_certificate_that_was_named_vouches_for_no_other() {
    let mut named = params(&["localhost"]);
    named.distinguished_name.push(DnType::CommonName, "invented server");
    for is_ca in [IsCa::NoCa, IsCa::ExplicitNoCa] {
        named.is_ca = is_ca;
        let named = CertifiedIssuer::self_signed(named.clone(), KeyPair::generate().unwrap()).unwrap();
        let identity = issued(&params(&["localhost"]), &named);
        says(call(&identity, named.der()), "ca_file or SSL_CERT_FILE");
    }
}

#[test]
fn a_self_signed_certificate_can_be_named() {
    for is_ca in [IsCa::NoCa, IsCa::Ca(BasicConstraints::Unconstrained)] {
        let mut params = params(&["localhost"]);
        params.is_ca = is_ca;
        let other = authority();
        says(
            call(&self_signed(&params), other.der()),
            "is self-signed or from an authority that this system does not trust: if you trust it, name that certificate",
        );
    }
}

/// An RSA key that signs nothing that holds: who checks an algorithm comes to no signature.
struct Unsound;

impl PublicKeyData for Unsound {
    fn der_bytes(&self) -> &[u8] {
        &[0x30, 6, 2, 1, 77, 2, 1, 3]
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &PKCS_RSA_SHA256
    }
}

impl SigningKey for Unsound {
    fn sign(&self, _: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        Ok(vec![7; 256])
    }
}

fn replaced(der: &[u8], from: &[u8], to: &[u8]) -> CertificateDer<'static> {
    let mut der = der.to_vec();
    for at in 0..der.len() - from.len() {
        if der[at..].starts_with(from) {
            der[at..at + to.len()].copy_from_slice(to);
        }
    }
    der.into()
}

#[test]
fn each_fault_of_a_certificate_is_told_in_a_sentence() {
    let authority = authority();
    let fault = |change: fn(&mut CertificateParams), words: &str| {
        let mut params = params(&["localhost"]);
        change(&mut params);
        says(call(&issued(&params, &authority), authority.der()), words);
    };
    fault(|params| params.subject_alt_names.clear(), "names no host");
    fault(
        |params| params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained),
        "is a CA certificate, not a server certificate",
    );
    fault(
        |params| params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth],
        "is not for servers",
    );
    fault(
        |params| {
            let mut extension = CustomExtension::from_oid_content(&[1, 3, 6, 1, 4, 1, 99_999, 1], vec![5, 0]);
            extension.set_criticality(true);
            params.custom_extensions.push(extension);
        },
        "critical extension",
    );
    let good = issued(&params(&["localhost"]), &authority);
    let changed = |certificate| Identity {
        chain: vec![certificate],
        key: KeyPair::try_from(good.key.serialize_der()).unwrap(),
    };
    let old = replaced(&good.chain[0], &[0xa0, 3, 2, 1, 2], &[0xa0, 3, 2, 1, 0]);
    says(call(&changed(old), authority.der()), "X.509 version 1");
    let cut = CertificateDer::from(good.chain[0][..99].to_vec());
    says(call(&changed(cut), authority.der()), "malformed");
}

#[test]
fn each_fault_of_an_authority_is_told_in_a_sentence() {
    let (authority, key) = (authority(), || KeyPair::generate().unwrap());
    let mut between = params(&[]);
    between
        .distinguished_name
        .push(DnType::CommonName, "invented authority in between");
    let chained = |change: fn(&mut CertificateParams), words: &str| {
        let mut between = between.clone();
        change(&mut between);
        let between = CertifiedIssuer::signed_by(between, key(), &authority).unwrap();
        let mut identity = issued(&params(&["localhost"]), &between);
        identity.chain.push(between.der().clone());
        says(call(&identity, authority.der()), words);
    };
    chained(|params| params.is_ca = IsCa::ExplicitNoCa, "not a CA's");
    chained(
        |params| {
            params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
            params.name_constraints = Some(NameConstraints {
                permitted_subtrees: vec![GeneralSubtree::DnsName("elsewhere.test".to_owned())],
                excluded_subtrees: Vec::new(),
            });
        },
        "name constraints",
    );
    between.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    let mut lower = between.clone();
    lower.distinguished_name.push(DnType::OrganizationName, "lower");
    let between = CertifiedIssuer::signed_by(between, key(), &authority).unwrap();
    let lower = CertifiedIssuer::signed_by(lower, key(), &between).unwrap();
    let mut identity = issued(&params(&["localhost"]), &lower);
    identity.chain.extend([lower.der().clone(), between.der().clone()]);
    says(call(&identity, authority.der()), "path length");
}

#[test]
fn each_unsuitable_signature_is_told_in_a_sentence() {
    const RSA: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x01";
    let mut named = params(&[]);
    named.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    named.distinguished_name.push(DnType::CommonName, "unsound authority");
    let unsound = CertifiedIssuer::self_signed(named, Unsound).unwrap();
    let mut identity = issued(&params(&["localhost"]), &unsound);
    let signed = identity.chain[0].clone();
    for (hash, words) in [
        (5, "signed with SHA-1 or MD5"),
        (4, "signed with SHA-1 or MD5"),
        (14, "of a kind that is not supported"),
    ] {
        identity.chain[0] = replaced(&signed, &[RSA, &[11]].concat(), &[RSA, &[hash]].concat());
        says(call(&identity, unsound.der()), words);
    }
    let (trusted, other) = (authority(), authority());
    says(
        call(&issued(&params(&["localhost"]), &other), trusted.der()),
        "ca_file or SSL_CERT_FILE), or an RSA key is shorter",
    );
}

/// Not a test of its own: what `with_variables` runs. Without a port it has nothing to do.
#[test]
fn the_child() {
    let Ok(port) = std::env::var(CHILD) else { return };
    let options: ClientOptions = options(([127, 0, 0, 1], port.parse().unwrap()).into());
    let result = Client::new(&options).and_then(|client| client.get_connection("c", "p", &CallOptions::new()));
    match result {
        Ok(_) => println!("child: trusted"),
        Err(error) => println!("child: {} {error}", error.kind().name()),
    }
}

/// What a client says of a server that presents `identity`, in a process of its own with these variables.
fn with_variables(identity: &Identity, variables: &[(&str, &str)]) -> String {
    let (address, server) = serve(identity.chain.clone(), &identity.key, None);
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "the_child", "--nocapture"])
        .env_remove("SSL_CERT_FILE")
        .env_remove("SSL_CERT_DIR")
        .envs(variables.iter().copied())
        .env(CHILD, address.port().to_string())
        .output()
        .unwrap();
    // A client that was never made has not connected.
    drop(std::net::TcpStream::connect(address));
    server.join().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    said.split_once("child: ").unwrap().1.lines().next().unwrap().to_owned()
}

#[test]
fn what_the_environment_names_is_trusted_as_ca_file_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    std::fs::create_dir(path("named")).unwrap();
    std::fs::create_dir(path("empty")).unwrap();
    let authority = authority();
    let mut params = params(&["localhost"]);
    let by_authority = issued(&params, &authority);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let own = self_signed(&params);
    let text = pem("TRUSTED CERTIFICATE", &own.chain[0]);
    std::fs::write(path("own.pem"), format!("\u{feff}{text}")).unwrap();
    std::fs::write(path("named/own.pem"), &text).unwrap();
    std::fs::write(path("named/README"), "no certificate").unwrap();
    std::fs::write(path("authority.pem"), authority.pem()).unwrap();
    let (own_file, named) = (path("own.pem"), path("named"));
    for variables in [
        &[("SSL_CERT_FILE", &*own_file)][..],
        &[("SSL_CERT_DIR", &named)],
        &[("SSL_CERT_FILE", &own_file), ("SSL_CERT_DIR", &path("empty"))],
        &[("SSL_CERT_FILE", &path("authority.pem")), ("SSL_CERT_DIR", &named)],
        &[("SSL_CERT_FILE", ""), ("SSL_CERT_DIR", &named)],
    ] {
        assert_eq!(with_variables(&own, variables), "trusted", "{variables:?}");
    }
    for variables in [
        &[("SSL_CERT_FILE", &*own_file)][..],
        &[("SSL_CERT_DIR", &named)],
        &[("SSL_CERT_FILE", ""), ("SSL_CERT_DIR", "")],
    ] {
        let said = with_variables(&by_authority, variables);
        assert!(said.contains("does not trust"), "{variables:?}: {said}");
    }
}

#[test]
fn what_the_environment_names_in_vain_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    std::fs::create_dir(path("folder")).unwrap();
    std::fs::write(path("folder/x.pem"), "no certificate").unwrap();
    std::fs::write(path("empty"), "").unwrap();
    std::fs::write(path("text"), "no certificate").unwrap();
    std::fs::write(path("cut"), "-----BEGIN CERTIFICATE-----\nMAMC").unwrap();
    std::fs::write(path("garbage"), pem("CERTIFICATE", b"no certificate")).unwrap();
    let identity = self_signed(&params(&["localhost"]));
    for (variable, name, words) in [
        ("SSL_CERT_FILE", "none", "cannot be read"),
        ("SSL_CERT_FILE", "folder", "cannot be read"),
        ("SSL_CERT_FILE", "empty", "contains no certificate"),
        ("SSL_CERT_FILE", "text", "contains no certificate"),
        ("SSL_CERT_FILE", "cut", "is not PEM"),
        ("SSL_CERT_FILE", "garbage", "contains no valid certificate"),
        ("SSL_CERT_DIR", "none", "cannot be read"),
        ("SSL_CERT_DIR", "text", "cannot be read"),
        ("SSL_CERT_DIR", "folder", "contains no file with a valid certificate"),
    ] {
        let said = with_variables(&identity, &[(variable, &path(name))]);
        let begin = format!(
            "INVALID_ARGUMENT the environment variable {variable} names {}, which {words}",
            path(name)
        );
        assert!(said.starts_with(&begin), "{said}");
    }
}
