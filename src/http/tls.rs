//! TLS: rustls with ring, and the certificate authorities of the system.

use std::error::Error as StdError;
use std::path::Path;
use std::sync::Arc;

use ureq::Error;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};
use ureq::unversioned::transport::{
    Buffers, ConnectionDetails, Connector, Either, NextTimeout, RustlsConnector, Transport,
};

use super::call::{self, Phase};
use crate::error::ErrorKind;

/// The system's roots, `SSL_CERT_FILE` and `SSL_CERT_DIR` obeyed; Mozilla's where the system has none at all; and those in
/// `ca_file`.
pub(crate) fn config(ca_file: Option<&Path>) -> Result<TlsConfig, crate::Error> {
    let system = rustls_native_certs::load_native_certs();
    let mut found: Vec<Certificate<'static>> = system
        .certs
        .iter()
        .map(|der| Certificate::from_der(der).to_owned())
        .collect();
    if let (true, Some(problem)) = (found.is_empty(), system.errors.first()) {
        return Err(crate::Error::invalid_argument(format!(
            "the system's certificate authorities cannot be read ({problem}): mend that, or SSL_CERT_FILE and SSL_CERT_DIR if set"
        )));
    }
    if found.is_empty() {
        found.extend(
            webpki_root_certs::TLS_SERVER_ROOT_CERTS
                .iter()
                .map(|der| Certificate::from_der(der)),
        );
    }
    if let Some(path) = ca_file {
        found.extend(certificates(path)?);
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let roots = RootCerts::Specific(Arc::new(found));
    Ok(TlsConfig::builder()
        .unversioned_rustls_crypto_provider(provider)
        .root_certs(roots)
        .build())
}

/// The certificates in a PEM file: at least one.
fn certificates(path: &Path) -> Result<Vec<Certificate<'static>>, crate::Error> {
    let refuse = |problem: String| crate::Error::invalid_argument(format!("ca_file {problem}"));
    let pem = std::fs::read(path).map_err(|error| refuse(format!("cannot be read: {error}")))?;
    let items: Result<Vec<PemItem>, Error> = parse_pem(&pem).collect();
    let items =
        items.map_err(|_| refuse("is not PEM: it needs BEGIN CERTIFICATE and END CERTIFICATE lines".to_owned()))?;
    let found: Vec<Certificate> = items
        .into_iter()
        .filter_map(|item| match item {
            PemItem::Certificate(certificate) => Some(certificate),
            _ => None,
        })
        .collect();
    let mut checked = rustls::RootCertStore::empty();
    if found
        .iter()
        .any(|certificate| checked.add(certificate.der().into()).is_err())
    {
        return Err(refuse(
            "holds something that is no certificate: make it anew".to_owned(),
        ));
    }
    match found.is_empty() {
        true => Err(refuse(
            "holds no certificate: it needs BEGIN CERTIFICATE and END CERTIFICATE lines".to_owned(),
        )),
        false => Ok(found),
    }
}

/// ureq's TLS connector, which tells a failed handshake from a failed exchange. Clones share one configuration: the
/// roots are parsed once, and a session that one agent began can be resumed by another.
#[derive(Clone, Debug, Default)]
pub(super) struct TlsConnector(Arc<RustlsConnector>);

impl<In: Transport> Connector<In> for TlsConnector {
    type Out = Either<In, TlsTransport<<RustlsConnector as Connector<In>>::Out>>;

    fn connect(&self, details: &ConnectionDetails, chained: Option<In>) -> Result<Option<Self::Out>, Error> {
        if !details.needs_tls() {
            return Ok(chained.map(Either::A));
        }
        call::enter(Phase::Handshaking);
        let connected = self.0.connect(details, chained);
        if let Err(error) = &connected {
            call::fail(ErrorKind::Tls, explain(error));
        }
        call::enter(Phase::Sending);
        Ok(connected?.map(TlsTransport).map(Either::B))
    }
}

/// Notes what goes wrong above the socket, such as an end that TLS did not announce: ureq takes that for the end of a body
/// without a length, and would hand out what somebody cut off.
#[derive(Debug)]
pub(super) struct TlsTransport<T>(T);

impl<T: Transport> Transport for TlsTransport<T> {
    fn buffers(&mut self) -> &mut dyn Buffers {
        self.0.buffers()
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        self.0.transmit_output(amount, timeout).inspect_err(note)
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        let has_come = self.0.await_input(timeout).inspect_err(note)?;
        if has_come {
            call::note_received();
        }
        Ok(has_come)
    }

    fn is_open(&mut self) -> bool {
        self.0.is_open()
    }

    fn is_tls(&self) -> bool {
        self.0.is_tls()
    }
}

fn note(error: &Error) {
    let kind = match rustls_error(error) {
        Some(_) => ErrorKind::Tls,
        None => ErrorKind::Io,
    };
    call::fail(kind, explain(error));
}

/// What rustls found, however deep ureq and std wrapped it.
fn rustls_error(error: &Error) -> Option<&rustls::Error> {
    match error {
        Error::Rustls(found) => Some(found),
        Error::Io(io) => {
            let wrapped = io.get_ref()? as &(dyn StdError + 'static);
            wrapped.downcast_ref()
        }
        _ => None,
    }
}

/// What to do about a failure that says little itself.
pub(super) const CHECK_ADDRESS: &str = "are host and port in base_url right, and does it speak TLS there?";

/// What went wrong and what to do about it.
fn explain(error: &Error) -> String {
    match (rustls_error(error), error) {
        (Some(found), _) => advice(found),
        (None, Error::Io(io)) if io.kind() == std::io::ErrorKind::UnexpectedEof => match call::phase() {
            Phase::Handshaking => "the server ended the connection during the handshake: does it speak TLS there?",
            _ => "the server ended the connection without saying so in TLS",
        }
        .to_owned(),
        (None, other) => format!("{other}: {CHECK_ADDRESS}"),
    }
}

/// rustls's findings in words for whoever has to mend them.
fn advice(found: &rustls::Error) -> String {
    use rustls::CertificateError as Certificate;
    use rustls::{AlertDescription, Error as Tls, PeerIncompatible};

    let text = match found {
        Tls::InvalidCertificate(certificate) => match certificate {
            Certificate::Expired | Certificate::ExpiredContext { .. } => {
                "its certificate has expired: it has to be renewed, or this machine's clock is wrong"
            }
            Certificate::NotValidYet | Certificate::NotValidYetContext { .. } => {
                "its certificate is not valid yet: is this machine's clock right?"
            }
            Certificate::NotValidForName | Certificate::NotValidForNameContext { .. } => {
                "its certificate is for another host: is the host in base_url right?"
            }
            Certificate::UnknownIssuer | Certificate::BadSignature => {
                "its certificate is self-signed or from an authority that this system does not know: name that authority \
                 with ca_file or SSL_CERT_FILE if you trust it"
            }
            Certificate::Revoked => "its certificate was revoked",
            Certificate::Other(found) if format!("{found:?}").contains("CaUsedAsEndEntity") => {
                "its certificate is an authority's own: give the server one for its host name, signed by that authority"
            }
            other => return format!("its certificate is not one to trust: {other:?}"),
        },
        Tls::PeerIncompatible(
            PeerIncompatible::ServerDoesNotSupportTls12Or13
            | PeerIncompatible::ServerTlsVersionIsDisabledByOurConfig
            | PeerIncompatible::Tls12NotOffered
            | PeerIncompatible::Tls12NotOfferedOrEnabled,
        )
        | Tls::AlertReceived(AlertDescription::ProtocolVersion) => {
            "the server speaks only TLS versions older than 1.2, which are not safe: it has to be updated"
        }
        Tls::AlertReceived(AlertDescription::CertificateRequired) => {
            "the server wants a certificate of the client's, and this library has none: is that the right host?"
        }
        Tls::InvalidMessage(_) => {
            "the server does not speak TLS there: is the port in base_url right, or is it plain http?"
        }
        other => return format!("{other}: {CHECK_ADDRESS}"),
    };
    text.to_owned()
}
