//! The certificates that all cases share, made for each run.

use std::fs;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, ExtendedKeyUsagePurpose, IsCa, KeyPair, SanType};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::WebPkiClientVerifier;
use tempfile::TempDir;
use time::{Duration, OffsetDateTime};

/// The defect of a server's certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Nothing: for localhost and 127.0.0.1, from the authority that the cases trust.
    None,
    /// It ended yesterday.
    Expired,
    /// It begins tomorrow.
    NotYetValid,
    /// It names another host.
    WrongHost,
    /// It names no host.
    NoHost,
    /// It is from an untrusted authority.
    UnknownAuthority,
    /// It is from an authority of the trusted one's name, but with another key.
    OtherKeyOfAuthority,
    /// It vouches for itself.
    SelfSigned,
    /// The certificate between it and the authority is not sent.
    MissingLink,
    /// Its issuer may not issue.
    IssuedByNoAuthority,
    /// It is for clients, not for servers.
    ForClients,
}

/// The authority that the cases trust, and files that name it.
pub struct World {
    authority: CertifiedIssuer<'static, KeyPair>,
    folder: TempDir,
    tinyproxy: PathBuf,
    names: PathBuf,
    turns: RwLock<()>,
}

/// Leave to run a case.
pub enum Turn<'a> {
    /// In addition to others.
    Shared(RwLockReadGuard<'a, ()>),
    /// Alone.
    Alone(RwLockWriteGuard<'a, ()>),
}

impl World {
    /// `tinyproxy` is the program of that name, `names` the library that resolves names.
    pub fn new(tinyproxy: &Path, names: &Path) -> World {
        let world = World {
            authority: authority("invented authority"),
            folder: tempfile::tempdir().expect("a folder for files"),
            tinyproxy: tinyproxy.to_owned(),
            names: names.to_owned(),
            turns: RwLock::new(()),
        };
        fs::create_dir(world.path("authorities")).expect("a folder for authorities");
        let pem = world.authority.pem();
        world.write("authorities/trusted.pem", &pem);
        world.write("trusted.pem", &pem);
        world.write("other.pem", &authority("another authority").pem());
        world.write("empty.pem", "");
        world.write("text.pem", "this is no certificate\n");
        world.write("cut.pem", &pem[..pem.len() / 2]);
        let key = KeyPair::generate().expect("a key");
        world.write("key.pem", &key.serialize_pem());
        world.write(
            "garbage.pem",
            "-----BEGIN CERTIFICATE-----\nbm8gY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----\n",
        );
        world
    }

    /// Waits until a case may run.
    pub fn turn(&self, is_busy: bool) -> Turn<'_> {
        match is_busy {
            true => Turn::Alone(self.turns.write().unwrap_or_else(PoisonError::into_inner)),
            false => Turn::Shared(self.turns.read().unwrap_or_else(PoisonError::into_inner)),
        }
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("a file in a new folder");
    }

    /// A file of the run's folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The same as text.
    pub fn file(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    /// The program tinyproxy.
    pub fn tinyproxy(&self) -> &Path {
        &self.tinyproxy
    }

    /// The library that resolves names, to be loaded before all others.
    pub fn names(&self) -> String {
        self.names.display().to_string()
    }

    /// A server with a certificate of this kind.
    pub fn tls(&self, flaw: Flaw) -> Arc<ServerConfig> {
        let (chain, key) = self.certificate(flaw);
        let config = builder().with_no_client_auth().with_single_cert(chain, key);
        Arc::new(config.expect("a certificate with its key"))
    }

    /// A correct server that requires a client certificate.
    pub fn tls_for_known_clients(&self) -> Arc<ServerConfig> {
        let mut roots = rustls::RootCertStore::empty();
        let root = CertificateDer::from(self.authority.der().to_vec());
        roots.add(root).expect("an authority");
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider);
        let (chain, key) = self.certificate(Flaw::None);
        let config = builder()
            .with_client_cert_verifier(verifier.build().expect("a verifier"))
            .with_single_cert(chain, key);
        Arc::new(config.expect("a certificate with its key"))
    }

    fn certificate(&self, flaw: Flaw) -> (Vec<CertificateDer<'static>>, PrivateKeyDer<'static>) {
        let key = KeyPair::generate().expect("a key");
        let mut params = CertificateParams::new(Vec::new()).expect("no names");
        params.subject_alt_names = match flaw {
            Flaw::WrongHost => vec![name("elsewhere.test")],
            Flaw::NoHost => Vec::new(),
            _ => vec![name("localhost"), SanType::IpAddress(IpAddr::from([127, 0, 0, 1]))],
        };
        let now = OffsetDateTime::now_utc();
        let (from, to) = match flaw {
            Flaw::Expired => (-30, -1),
            Flaw::NotYetValid => (1, 30),
            _ => (-1, 30),
        };
        (params.not_before, params.not_after) = (now + Duration::days(from), now + Duration::days(to));
        if flaw == Flaw::ForClients {
            params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
        }
        let between = |is_ca| {
            let mut params = CertificateParams::new(Vec::new()).expect("no names");
            params.is_ca = is_ca;
            params.distinguished_name.push(rcgen::DnType::CommonName, "between");
            CertifiedIssuer::signed_by(params, KeyPair::generate().expect("a key"), &self.authority).expect("signed")
        };
        let mut chain = Vec::new();
        let certificate = match flaw {
            Flaw::SelfSigned => params.self_signed(&key),
            Flaw::UnknownAuthority => params.signed_by(&key, &authority("another authority")),
            Flaw::OtherKeyOfAuthority => params.signed_by(&key, &authority("invented authority")),
            Flaw::MissingLink => params.signed_by(&key, &between(IsCa::Ca(BasicConstraints::Unconstrained))),
            Flaw::IssuedByNoAuthority => {
                let issuer = between(IsCa::ExplicitNoCa);
                chain.push(CertificateDer::from(issuer.der().to_vec()));
                params.signed_by(&key, &issuer)
            }
            _ => params.signed_by(&key, &self.authority),
        };
        chain.insert(0, CertificateDer::from(certificate.expect("signed")));
        (chain, PrivateKeyDer::try_from(key.serialize_der()).expect("a key"))
    }
}

fn name(host: &str) -> SanType {
    SanType::DnsName(host.try_into().expect("a host name"))
}

fn authority(name: &str) -> CertifiedIssuer<'static, KeyPair> {
    let mut params = CertificateParams::new(Vec::new()).expect("no names");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.distinguished_name.push(rcgen::DnType::CommonName, name);
    CertifiedIssuer::self_signed(params, KeyPair::generate().expect("a key")).expect("signed by itself")
}

fn builder() -> rustls::ConfigBuilder<ServerConfig, rustls::WantsVerifier> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("ring knows TLS 1.2 and 1.3")
}
