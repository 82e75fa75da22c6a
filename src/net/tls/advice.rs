//! What went wrong with TLS, in words for whoever has to mend it.

use std::io;

use ureq::Error;

use crate::net::context::{self, Phase};
use crate::net::exchange_error::FailureKind;
use crate::net::tcp::CHECK_ADDRESS;

/// Notes what goes wrong above the socket.
pub(super) fn note(error: &io::Error) -> Error {
    let kind = match rustls_error(error) {
        Some(_) => FailureKind::Tls,
        None => FailureKind::Io,
    };
    context::fail(kind, explain(error));
    Error::ConnectionFailed
}

/// What went wrong and what to do about it.
pub(super) fn explain(error: &io::Error) -> String {
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

/// What rustls found, if it was rustls.
fn rustls_error(error: &io::Error) -> Option<&rustls::Error> {
    error.get_ref()?.downcast_ref()
}

/// rustls's findings in words for whoever has to mend them.
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
