//! TLS: rustls with ring, and whom it trusts.

use std::io;
use std::path::Path;
use std::sync::Arc;

use rustls::client::Resumption;
use rustls::pki_types::ServerName;
use rustls::sign::SingleCertAndKey;
use rustls::{ClientConfig, ClientConnection};
use ureq::Error;

use self::advice::explain;
pub(crate) use self::client_certificate::{ClientCertificate, ClientIdentity};
use self::roots::Trust;
#[cfg(feature = "capi")]
pub(crate) use self::roots::forget_system_trust;
pub(crate) use self::session::Session;
use self::session::{Wire, note_last_words};
use self::verifier::Verifier;
use crate::net::context;
use crate::net::exchange_error::FailureKind;
use crate::net::stream::ByteStream;
use crate::text::invalid::Invalid;

mod advice;
mod client_certificate;
mod mozilla;
mod pem;
mod roots;
mod session;
mod verifier;
mod x509;

/// How many sessions are kept to be resumed: a client has one server.
const SESSIONS: usize = 16;

/// What all TLS connections of a client share: whom it trusts, parsed once, and sessions to resume. Clones are the same.
#[derive(Clone, Debug)]
pub(crate) struct Tls(Arc<ClientConfig>);

impl Tls {
    /// Trusts what the system does, `SSL_CERT_FILE` and `SSL_CERT_DIR` obeyed if the environment may be read, and the
    /// certificates in `ca_file`. Presents `identity` to a server that asks.
    pub(crate) fn new(
        ca_file: Option<&Path>,
        identity: Option<ClientIdentity>,
        read_env: bool,
    ) -> Result<Tls, Invalid> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let verifier = Arc::new(Verifier {
            trust: Trust::new(ca_file, read_env)?,
            algorithms: provider.signature_verification_algorithms,
        });
        let versions = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|_| Invalid("an internal error in the TLS library: please report it".to_owned()))?;
        // Called dangerous since a verifier may omit checks: this one makes all that rustls's own does.
        let trusting = versions.dangerous().with_custom_certificate_verifier(verifier);
        let mut config = match identity {
            None => trusting.with_no_client_auth(),
            Some(identity) => trusting.with_client_cert_resolver(Arc::new(SingleCertAndKey::from(identity.0))),
        };
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
    pub(crate) fn handshake(&self, stream: &mut dyn ByteStream, host: &str) -> Result<Box<Session>, Error> {
        let shaken = self
            .session(host)
            .and_then(|mut session| match session.0.complete_io(&mut Wire(stream)) {
                Ok(_) => Ok(session),
                Err(error) => {
                    note_last_words(&mut session.0, stream);
                    Err(error)
                }
            });
        shaken.map_err(|error| {
            context::fail(FailureKind::Tls, explain(&error));
            Error::ConnectionFailed
        })
    }

    /// A session that has not begun. It is large: not inlined, since its copies on the stack would be in use during the
    /// handshake, which needs most of the stack.
    #[inline(never)]
    fn session(&self, host: &str) -> io::Result<Box<Session>> {
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let name = ServerName::try_from(bare.to_owned()).map_err(io::Error::other)?;
        let session = ClientConnection::new(self.0.clone(), name).map_err(io::Error::other)?;
        Ok(Box::new(Session(session)))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::net::TcpListener;
    use std::thread;
    use std::time::Duration;

    use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
    use rustls::HandshakeKind;
    use rustls::pki_types::PrivateKeyDer;

    use super::*;
    use crate::net::context::CallState;
    use crate::net::deadline::Deadline;
    use crate::net::dns::Resolver;
    use crate::net::tcp::{Socket, Sockets};

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
                // A session can be resumed from what comes with the first bytes of an answer.
                tls.write_all(b"x").unwrap();
                tls.flush().unwrap();
                session.handshake_kind()
            })
        });
        let (resolver, open) = (Resolver::new("127.0.0.1"), Arc::new(Sockets::new()));
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
            let tls = Tls::new(Some(authority), None, true).unwrap();
            [tls.clone(), tls.clone(), tls.for_child()]
        });
        let (full, resumed) = (Some(HandshakeKind::Full), Some(HandshakeKind::Resumed));
        assert_eq!(seen, [full, resumed, full]);
    }
}
