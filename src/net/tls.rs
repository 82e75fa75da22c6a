//! TLS: rustls with ring, and the certificate authorities of the system.

use std::env;
use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::Arc;

use once_cell::race::OnceBox;
use rustls::client::Resumption;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore};
use ureq::Error;

use crate::net::context::{self, Phase};
use crate::net::exchange_error::FailureKind;
use crate::net::stream::ByteStream;
use crate::net::tcp::{CHECK_ADDRESS, Socket};
use crate::text::invalid::Invalid;

/// How many sessions are kept to be resumed: a client has one server.
const SESSIONS: usize = 16;

/// Shared by all TLS connections of a client: the roots, parsed once, and sessions to resume. Clones are the same.
#[derive(Clone, Debug)]
pub(crate) struct Tls(Arc<ClientConfig>);

impl Tls {
    /// The system's roots, honoring `SSL_CERT_FILE` and `SSL_CERT_DIR` if the environment may be read; Mozilla's where
    /// the system has none at all; and those in `ca_file`.
    pub(crate) fn new(ca_file: Option<&Path>, read_env: bool) -> Result<Tls, Invalid> {
        let mut roots = SystemRoots::of(Source::now(read_env))?;
        if let Some(path) = ca_file {
            let roots = Arc::make_mut(&mut roots);
            for certificate in certificates(path)? {
                roots.add(certificate).map_err(|_| refuse(NO_CERTIFICATE))?;
            }
        }
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let versions = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|_| Invalid("an internal error in the TLS library: please report it".to_owned()))?;
        let mut config = versions.with_root_certificates(roots).with_no_client_auth();
        config.resumption = Resumption::in_memory_sessions(SESSIONS);
        Ok(Tls(Arc::new(config)))
    }

    /// The same for a child process, which must neither wait for its parent's locks nor use its sessions.
    pub(crate) fn for_child(&self) -> Tls {
        let mut config = ClientConfig::clone(&self.0);
        config.resumption = Resumption::in_memory_sessions(SESSIONS);
        Tls(Arc::new(config))
    }

    /// Begins TLS on a connection to `host`.
    pub(crate) fn handshake(&self, socket: &mut Socket, host: &str) -> Result<Session, Error> {
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let shaken = ServerName::try_from(bare.to_owned())
            .map_err(io::Error::other)
            .and_then(|name| ClientConnection::new(self.0.clone(), name).map_err(io::Error::other))
            .and_then(|mut session| session.complete_io(&mut Wire(socket)).map(|_| Session(session)));
        shaken.map_err(|error| {
            context::fail(FailureKind::Tls, explain(&error));
            Error::ConnectionFailed
        })
    }
}

/// The certificate authorities of the system, parsed once in a process: that takes longer than the rest of making a
/// client.
struct SystemRoots {
    source: Source,
    roots: Arc<RootCertStore>,
}

/// The source of the authorities, from the environment.
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
    /// Those of `source`. The first source of a process is kept, since nearly all processes have no other; a failure is
    /// not.
    fn of(source: Source) -> Result<Arc<RootCertStore>, Invalid> {
        // No thread waits for another's: a fork could leave a child waiting forever.
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

const NO_CERTIFICATE: &str = "contains something that is not a valid certificate: regenerate the file";

fn refuse(problem: &str) -> Invalid {
    Invalid::new("ca_file", problem)
}

/// The certificates in a PEM file: at least one.
fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, Invalid> {
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

/// TLS on one connection.
#[derive(Debug)]
pub(crate) struct Session(ClientConnection);

impl Session {
    /// Sends all of `bytes`.
    pub(crate) fn send(&mut self, socket: &mut Socket, bytes: &[u8]) -> Result<(), Error> {
        self.try_to_send(socket, bytes).map_err(|error| note(&error))
    }

    fn try_to_send(&mut self, socket: &mut Socket, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            let taken = self.0.writer().write(bytes)?;
            bytes = &bytes[taken..];
            self.flush(socket)?;
        }
        Ok(())
    }

    fn flush(&mut self, socket: &mut Socket) -> io::Result<()> {
        while self.0.wants_write() {
            self.0.write_tls(&mut Wire(socket))?;
        }
        Ok(())
    }

    /// Encrypts as much as there is room for, and sends it as far as possible without waiting: returns how much it took
    /// of `bytes`. With no bytes it is done when it returns 0.
    pub(crate) fn push(&mut self, socket: &mut Socket, bytes: &[u8]) -> io::Result<usize> {
        while self.0.wants_write() {
            self.0.write_tls(&mut AtOnce(socket))?;
        }
        self.0.writer().write(bytes)
    }

    /// Reads available bytes, without waiting.
    pub(crate) fn take(&mut self, socket: &mut Socket, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.0.reader().read(buffer) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                result => return result,
            }
            if self.0.read_tls(&mut AtOnce(socket))? == 0 {
                return Ok(0);
            }
            self.0.process_new_packets().map_err(io::Error::other)?;
        }
    }

    /// Reads available bytes, at least one except at an end that TLS announces. An end that it does not announce is a
    /// failure: an attacker may have truncated the response.
    ///
    /// With `is_mute` nothing is sent any more: the rest of an upload would wait for a server that no longer reads.
    pub(crate) fn receive(&mut self, socket: &mut Socket, buffer: &mut [u8], is_mute: bool) -> Result<usize, Error> {
        self.try_to_receive(socket, buffer, is_mute)
            .map_err(|error| note(&error))
    }

    fn try_to_receive(&mut self, socket: &mut Socket, buffer: &mut [u8], is_mute: bool) -> io::Result<usize> {
        loop {
            match self.0.reader().read(buffer) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                result => return result,
            }
            self.0.read_tls(&mut Wire(socket))?;
            let state = self.0.process_new_packets();
            // A TLS message, such as an alert that explains the failure.
            if !is_mute {
                self.flush(socket)?;
            }
            state.map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
        }
    }
}

/// A socket for rustls. Its failures are noted where they happen: the first note counts, regardless of rustls's error.
struct Wire<'a>(&'a mut Socket);

impl Read for Wire<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.receive(buffer).map_err(io::Error::other)
    }
}

impl Write for Wire<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.send(bytes).map_err(io::Error::other)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A socket for rustls that never waits and notes nothing.
struct AtOnce<'a>(&'a mut Socket);

impl Read for AtOnce<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.take(buffer)
    }
}

impl Write for AtOnce<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.push(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Notes what goes wrong above the socket.
fn note(error: &io::Error) -> Error {
    let kind = match rustls_error(error) {
        Some(_) => FailureKind::Tls,
        None => FailureKind::Io,
    };
    context::fail(kind, explain(error));
    Error::ConnectionFailed
}

/// The failure and how to fix it.
fn explain(error: &io::Error) -> String {
    match (rustls_error(error), error.kind()) {
        (Some(found), _) => advice(found),
        (None, io::ErrorKind::UnexpectedEof) => match context::phase() {
            Phase::Handshaking => {
                "the server closed the connection during the handshake: check that it speaks TLS there"
            }
            _ => "the server closed the connection without a TLS close_notify",
        }
        .to_owned(),
        (None, _) => format!("{error}: {CHECK_ADDRESS}"),
    }
}

/// The error of rustls, if it is one.
fn rustls_error(error: &io::Error) -> Option<&rustls::Error> {
    error.get_ref()?.downcast_ref()
}

/// A message for an error of rustls that says how to fix it.
fn advice(found: &rustls::Error) -> String {
    use rustls::CertificateError as Certificate;
    use rustls::{AlertDescription, Error as Tls, PeerIncompatible};

    let text = match found {
        Tls::InvalidCertificate(certificate) => match certificate {
            Certificate::Expired | Certificate::ExpiredContext { .. } => {
                "its certificate has expired: renew it, or correct this machine's clock"
            }
            Certificate::NotValidYet | Certificate::NotValidYetContext { .. } => {
                "its certificate is not valid yet: check this machine's clock"
            }
            Certificate::NotValidForName | Certificate::NotValidForNameContext { .. } => {
                "its certificate is for another host: check the host in base_url"
            }
            Certificate::UnknownIssuer | Certificate::BadSignature => {
                "its certificate is self-signed or from an authority that this system does not trust: if you trust it, \
                 name it with ca_file or SSL_CERT_FILE"
            }
            Certificate::Revoked => "its certificate was revoked",
            Certificate::Other(found) if format!("{found:?}").contains("CaUsedAsEndEntity") => {
                "its certificate is a CA certificate, not a server certificate: give the server one for its host name, \
                 signed by that CA"
            }
            other => return format!("its certificate is not trusted: {other:?}"),
        },
        Tls::PeerIncompatible(
            PeerIncompatible::ServerDoesNotSupportTls12Or13
            | PeerIncompatible::ServerTlsVersionIsDisabledByOurConfig
            | PeerIncompatible::Tls12NotOffered
            | PeerIncompatible::Tls12NotOfferedOrEnabled,
        )
        | Tls::AlertReceived(AlertDescription::ProtocolVersion) => {
            "the server speaks only TLS versions older than 1.2, which are not safe: update the server"
        }
        Tls::AlertReceived(AlertDescription::CertificateRequired) => {
            "the server requires a client certificate, which this library does not support: check the host in base_url"
        }
        Tls::InvalidMessage(_) => {
            "the server does not speak TLS there: check the port in base_url, or use http:// if it is plain http"
        }
        other => return format!("{other}: {CHECK_ADDRESS}"),
    };
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;
    use std::thread;
    use std::time::Duration;

    use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
    use rustls::HandshakeKind;
    use rustls::pki_types::PrivateKeyDer;

    use super::super::deadline::Deadline;
    use super::*;
    use crate::net::context::CallState;
    use crate::net::dns::Resolver;
    use crate::sys::OpenSockets;

    /// Which handshakes a server sees that the clients make one after the other, each with the settings given.
    fn handshakes<const N: usize>(authority_and: impl FnOnce(&Path) -> [Tls; N]) -> [Option<HandshakeKind>; N] {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
        let key = KeyPair::generate().unwrap();
        let names = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
        let certificate = names.signed_by(&key, &authority).unwrap();
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), authority.pem()).unwrap();
        let config = rustls::ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(
                vec![certificate.into()],
                PrivateKeyDer::try_from(key.serialize_der()).unwrap(),
            )
            .unwrap();
        let config = Arc::new(config);
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let server = thread::spawn(move || {
            [(); N].map(|()| {
                let (mut stream, _) = listener.accept().unwrap();
                let mut session = rustls::ServerConnection::new(config.clone()).unwrap();
                let mut tls = rustls::Stream::new(&mut session, &mut stream);
                // A session can be resumed from what comes with the first bytes of a response.
                tls.write_all(b"x").unwrap();
                tls.flush().unwrap();
                session.handshake_kind()
            })
        });
        let (resolver, open) = (Resolver::new("127.0.0.1"), Arc::new(OpenSockets::new()));
        let deadline = Deadline::after(Duration::from_secs(60));
        for tls in authority_and(file.path()) {
            let state = CallState::new(deadline, Duration::from_secs(60), Arc::default());
            let (received, _) = context::with(state, || {
                let mut socket = Socket::open(&resolver, &open, port, deadline)?;
                let mut session = tls.handshake(&mut socket, "localhost")?;
                session.receive(&mut socket, &mut [0], false)
            });
            assert_eq!(received.unwrap(), 1);
        }
        server.join().unwrap()
    }

    #[test]
    fn connections_resume_one_anothers_sessions_but_those_of_a_child_none_of_its_parents() {
        let seen = handshakes(|authority| {
            let tls = Tls::new(Some(authority), true).unwrap();
            [tls.clone(), tls.clone(), tls.for_child()]
        });
        let (full, resumed) = (Some(HandshakeKind::Full), Some(HandshakeKind::Resumed));
        assert_eq!(seen, [full, resumed, full]);
    }
}
