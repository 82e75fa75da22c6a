//! TLS: rustls with ring, and the certificate authorities of the system.

use std::error::Error as StdError;
use std::sync::Arc;

use ureq::Error;
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::unversioned::transport::{ConnectionDetails, Connector, Either, RustlsConnector, Transport};

use super::call::{self, Phase};
use crate::error::ErrorKind;

/// The system's roots, `SSL_CERT_FILE` and `SSL_CERT_DIR` obeyed; Mozilla's where the system has none at all.
pub(super) fn config() -> TlsConfig {
    let found = rustls_native_certs::load_native_certs().certs;
    let roots = match found.is_empty() {
        true => RootCerts::WebPki,
        false => {
            let certificates: Vec<Certificate<'static>> =
                found.iter().map(|der| Certificate::from_der(der).to_owned()).collect();
            RootCerts::Specific(Arc::new(certificates))
        }
    };
    TlsConfig::builder().root_certs(roots).build()
}

/// ureq's TLS connector, which tells a failed handshake from a failed exchange. Clones share one configuration: the
/// roots are parsed once, and a session that one agent began can be resumed by another.
#[derive(Clone, Debug, Default)]
pub(super) struct TlsConnector(Arc<RustlsConnector>);

impl<In: Transport> Connector<In> for TlsConnector {
    type Out = Either<In, <RustlsConnector as Connector<In>>::Out>;

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
        Ok(connected?.map(Either::B))
    }
}

/// What rustls found, however deep ureq and std wrapped it.
fn explain(error: &Error) -> String {
    let wrapped = match error {
        Error::Io(io) => io.get_ref().map(|inner| inner as &(dyn StdError + 'static)),
        _ => None,
    };
    let rustls = match error {
        Error::Rustls(rustls) => Some(rustls.to_string()),
        _ => wrapped
            .and_then(|inner| inner.downcast_ref::<rustls::Error>())
            .map(ToString::to_string),
    };
    rustls.unwrap_or_else(|| match error {
        Error::Io(io) if io.kind() == std::io::ErrorKind::UnexpectedEof => {
            "the server ended the connection during the handshake".to_owned()
        }
        other => other.to_string(),
    })
}
