//! Whom a client trusts: the certificate authorities of the system, and those of `ca_file`.

use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;

use once_cell::race::OnceBox;
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use crate::text::invalid::Invalid;

/// The certificate authorities of the system, parsed once in a process: that takes longer than all else about a client.
pub(super) struct SystemRoots {
    source: Source,
    roots: Arc<RootCertStore>,
}

/// Where the authorities come from: what the environment says of it.
#[derive(PartialEq, Eq)]
pub(super) struct Source {
    read_env: bool,
    file: Option<OsString>,
    dir: Option<OsString>,
}

impl Source {
    pub(super) fn now(read_env: bool) -> Source {
        Source {
            read_env,
            file: env::var_os("SSL_CERT_FILE"),
            dir: env::var_os("SSL_CERT_DIR"),
        }
    }

    /// Reads and parses them.
    fn load(&self) -> Result<Arc<RootCertStore>, Invalid> {
        let mut roots = RootCertStore::empty();
        let is_redirected = self.file.is_some() || self.dir.is_some();
        let system = match self.read_env || !is_redirected {
            true => rustls_native_certs::load_native_certs(),
            false => usual_bundle(),
        };
        if let (true, Some(problem)) = (system.certs.is_empty(), system.errors.first()) {
            return Err(Invalid(format!(
                "the system's certificate authorities cannot be read ({problem}): fix that, or SSL_CERT_FILE and \
                 SSL_CERT_DIR if set"
            )));
        }
        if system.certs.is_empty() {
            roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        }
        roots.add_parsable_certificates(system.certs);
        Ok(Arc::new(roots))
    }
}

impl SystemRoots {
    /// Those of `source`. The first source of a process is kept, since nearly all processes have no other; a failure is not.
    pub(super) fn of(source: Source) -> Result<Arc<RootCertStore>, Invalid> {
        // No thread waits for another's: a fork could leave a child waiting for ever.
        static FIRST: OnceBox<SystemRoots> = OnceBox::new();
        if let Some(first) = FIRST.get() {
            return match first.source == source {
                true => Ok(first.roots.clone()),
                false => source.load(),
            };
        }
        let roots = source.load()?;
        let kept = Box::new(SystemRoots {
            source,
            roots: roots.clone(),
        });
        // Another thread may have been first.
        let _ = FIRST.set(kept);
        Ok(roots)
    }
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

pub(super) const NO_CERTIFICATE: &str = "contains something that is not a valid certificate: regenerate the file";

pub(super) fn refuse(problem: &str) -> Invalid {
    Invalid::new("ca_file", problem)
}

/// The certificates in a PEM file: at least one.
pub(super) fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, Invalid> {
    let pem = std::fs::read(path).map_err(|error| refuse(&format!("cannot be read: {error}")))?;
    let found: Result<Vec<CertificateDer>, _> = CertificateDer::pem_slice_iter(&pem).collect();
    match found {
        Ok(found) if !found.is_empty() => Ok(found),
        Ok(_) => Err(refuse(
            "contains no certificate: it needs BEGIN CERTIFICATE and END CERTIFICATE lines",
        )),
        Err(_) => Err(refuse(
            "is not PEM: it needs BEGIN CERTIFICATE and END CERTIFICATE lines",
        )),
    }
}
