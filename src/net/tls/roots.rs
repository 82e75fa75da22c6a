//! Whom a client trusts: what the system trusts or the environment names, and what `ca_file` names.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;

use super::mozilla;
use super::pem;
use super::x509::Statement;
use crate::text::invalid::Invalid;

const CERT_FILE: &str = "SSL_CERT_FILE";
const CERT_DIR: &str = "SSL_CERT_DIR";
const NO_CERTIFICATE: &str = "contains something that is not a valid certificate: regenerate the file";

/// Whom a client trusts.
#[derive(Clone, Debug)]
pub(super) struct Trust {
    /// Whoever these have issued a certificate for.
    pub(super) roots: RootCertStore,
    /// Each certificate that was named, authorities included: a server may present it as its own. Their hashes would be
    /// smaller, but to make them takes longer than all else about a client.
    named: Vec<Arc<[u8]>>,
}

impl Trust {
    /// What the system or the environment says, if that may be read, and the certificates in `ca_file`.
    pub(super) fn new(ca_file: Option<&Path>, read_env: bool) -> Result<Arc<Trust>, Invalid> {
        let mut trust = SystemTrust::of(Source::now(read_env))?;
        if let Some(path) = ca_file {
            let refuse = |problem: String| Invalid::new("ca_file", &problem);
            let trust = Arc::make_mut(&mut trust);
            for certificate in certificates(path).map_err(refuse)? {
                if !trust.add(certificate) {
                    return Err(refuse(NO_CERTIFICATE.to_owned()));
                }
            }
        }
        Ok(trust)
    }

    fn nobody() -> Trust {
        Trust {
            roots: RootCertStore::empty(),
            named: Vec::new(),
        }
    }

    /// Whether this certificate was named itself.
    pub(super) fn has(&self, certificate: &[u8]) -> bool {
        self.named.iter().any(|named| **named == *certificate)
    }

    /// Trusts a certificate: one that may issue others as an authority too. Says whether it is a certificate at all.
    fn add(&mut self, certificate: CertificateDer<'_>) -> bool {
        let named = Arc::from(&*certificate);
        let is_valid = match Statement::read(&certificate).is_none_or(|said| said.is_authority) {
            true => self.roots.add(certificate).is_ok(),
            false => RootCertStore::empty().add(certificate).is_ok(),
        };
        if is_valid {
            self.named.push(named);
        }
        is_valid
    }
}

/// Whom the system trusts, read once in a process: that takes longer than all else about a client.
struct SystemTrust {
    source: Source,
    trust: Arc<Trust>,
}

/// Where that comes from: what the environment says of it.
#[derive(PartialEq, Eq)]
struct Source {
    read_env: bool,
    file: Option<OsString>,
    dir: Option<OsString>,
}

impl Source {
    fn now(read_env: bool) -> Source {
        Source {
            read_env,
            file: env::var_os(CERT_FILE),
            dir: env::var_os(CERT_DIR),
        }
    }

    /// Reads and parses them. What the environment names is read in place of the system's.
    fn load(&self) -> Result<Arc<Trust>, Invalid> {
        let named = |variable: &Option<OsString>| variable.clone().filter(|value| self.read_env && !value.is_empty());
        let trust = match (named(&self.file), named(&self.dir)) {
            (None, None) => self.load_system()?,
            (file, folders) => load_named(file.map(PathBuf::from).as_deref(), folders.as_deref())?,
        };
        Ok(Arc::new(trust))
    }

    /// What the system has; Mozilla's authorities where it has none at all.
    fn load_system(&self) -> Result<Trust, Invalid> {
        let system = match self.file.is_some() || self.dir.is_some() {
            true => usual_bundle(),
            false => rustls_native_certs::load_native_certs(),
        };
        if let (true, Some(problem)) = (system.certs.is_empty(), system.errors.first()) {
            return Err(Invalid(format!(
                "the system's certificate authorities cannot be read ({problem}): fix that, or name a file with \
                 {CERT_FILE}"
            )));
        }
        let mut trust = Trust::nobody();
        if system.certs.is_empty() {
            trust.roots.extend(mozilla::authorities());
        }
        for certificate in system.certs {
            trust.add(certificate);
        }
        Ok(trust)
    }
}

impl SystemTrust {
    /// That of `source`. The first source of a process is kept, since nearly all processes have no other; a failure is not.
    fn of(source: Source) -> Result<Arc<Trust>, Invalid> {
        let known = FIRST.try_lock().ok().and_then(|first| {
            let first = first.as_ref().filter(|first| first.source == source);
            first.map(|first| first.trust.clone())
        });
        if let Some(trust) = known {
            return Ok(trust);
        }
        let trust = source.load()?;
        if let Ok(mut first) = FIRST.try_lock() {
            first.get_or_insert_with(|| SystemTrust {
                source,
                trust: trust.clone(),
            });
        }
        Ok(trust)
    }
}

/// Never waited for, only tried: a fork could leave a child waiting for ever. Who does not get it reads anew.
static FIRST: Mutex<Option<SystemTrust>> = Mutex::new(None);

/// Forgets it, for a program that unloads the library. What a client trusts stays with the client.
#[cfg(feature = "capi")]
pub(crate) fn forget_system_trust() {
    drop(FIRST.try_lock().ok().and_then(|mut first| first.take()));
}

/// Where Debian, Fedora, openSUSE, and Alpine and the BSDs keep their certificate authorities.
const BUNDLES: [&str; 4] = [
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
];

/// The system's bundle for a client that must not obey the variables, which rustls-native-certs does by itself.
fn usual_bundle() -> rustls_native_certs::CertificateResult {
    let bundle = BUNDLES.map(Path::new).into_iter().find(|path| path.is_file());
    rustls_native_certs::load_certs_from_paths(bundle, None)
}

/// What the two variables name, and nothing else. A mistake in them is told: without their certificates each call would
/// fail later, and say less.
fn load_named(file: Option<&Path>, folders: Option<&OsStr>) -> Result<Trust, Invalid> {
    let mut trust = Trust::nobody();
    if let Some(path) = file {
        let refuse = |problem: &str| refuse(CERT_FILE, path, problem);
        for certificate in certificates(path).map_err(|problem| refuse(&problem))? {
            trust.add(certificate);
        }
        if trust.named.is_empty() {
            return Err(refuse("contains no valid certificate: regenerate the file"));
        }
    }
    for folder in folders.iter().flat_map(env::split_paths) {
        let refuse = |problem: &str| refuse(CERT_DIR, &folder, problem);
        let entries = fs::read_dir(&folder).map_err(|error| refuse(&format!("cannot be read: {error}")))?;
        let paths = entries.flatten().map(|entry| entry.path());
        // A folder may hold other files too.
        for path in paths.filter(|path| !is_second_name(path) && path.is_file()) {
            for certificate in certificates(&path).unwrap_or_default() {
                if !trust.has(&certificate) {
                    trust.add(certificate);
                }
            }
        }
        if trust.named.is_empty() {
            return Err(refuse("contains no file with a valid certificate in PEM"));
        }
    }
    Ok(trust)
}

/// Whether it is a link to a file of the same folder: `openssl rehash` makes one for each.
fn is_second_name(path: &Path) -> bool {
    fs::read_link(path).is_ok_and(|target| target.parent() == Some(Path::new("")))
}

fn refuse(variable: &str, path: &Path, problem: &str) -> Invalid {
    Invalid(format!(
        "the environment variable {variable} names {}, which {problem}",
        path.display()
    ))
}

/// The certificates in a file: at least one.
fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, String> {
    let file = fs::read(path).map_err(|error| format!("cannot be read: {error}"))?;
    let found = pem::certificates(&file)?;
    Ok(found.into_iter().map(CertificateDer::from).collect())
}
