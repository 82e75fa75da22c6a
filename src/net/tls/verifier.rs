//! Whether a server is who it says.

use std::fmt;
use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::{verify_server_cert_signed_by_trust_anchor, verify_server_name};
use rustls::crypto::{WebPkiSupportedAlgorithms, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{CertificateError, DigitallySignedStruct, Error, SignatureScheme};

use super::roots::Trust;
use super::x509::Statement;

/// What webpki calls a certificate of an authority that a server presents as its own.
pub(super) const CA_USED_AS_END_ENTITY: &str = "CaUsedAsEndEntity";

/// Takes a certificate that an authority has issued, as rustls does by itself, and, as OpenSSL does, one that was named itself:
/// a self-signed one, mostly.
pub(super) struct Verifier {
    pub(super) trust: Arc<Trust>,
    pub(super) algorithms: WebPkiSupportedAlgorithms,
}

impl Verifier {
    /// Whether one of the authorities has issued it for this host. Not inlined, nor is the next: a parsed certificate is large,
    /// and the stack is deep here.
    #[inline(never)]
    fn verify_issued(
        &self,
        certificate: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        host: &ServerName<'_>,
        now: UnixTime,
    ) -> Result<(), Error> {
        let parsed = ParsedCertificate::try_from(certificate)?;
        let algorithms = self.algorithms.all;
        verify_server_cert_signed_by_trust_anchor(&parsed, &self.trust.roots, intermediates, now, algorithms)?;
        verify_server_name(&parsed, host)
    }

    /// Whether it holds for this host now although no authority has issued it, since it was named itself. `problem` is what
    /// is wrong with it otherwise.
    #[inline(never)]
    fn verify_named(
        &self,
        certificate: &CertificateDer<'_>,
        host: &ServerName<'_>,
        now: UnixTime,
        problem: Error,
    ) -> Result<(), Error> {
        let Some(said) = Statement::read(certificate) else {
            return Err(problem);
        };
        if !self.trust.has(certificate) {
            return Err(match said.is_self_issued && is_used_as_end_entity(&problem) {
                true => CertificateError::UnknownIssuer.into(),
                false => problem,
            });
        }
        if is_about_purpose(&problem) {
            return Err(problem);
        }
        let now = i64::try_from(now.as_secs()).unwrap_or(i64::MAX);
        if now < said.not_before {
            return Err(CertificateError::NotValidYet.into());
        }
        if now > said.not_after {
            return Err(CertificateError::Expired.into());
        }
        verify_server_name(&ParsedCertificate::try_from(certificate)?, host)
    }
}

fn is_used_as_end_entity(problem: &Error) -> bool {
    matches!(problem, Error::InvalidCertificate(CertificateError::Other(found)) if found.0.to_string() == CA_USED_AS_END_ENTITY)
}

fn is_about_purpose(problem: &Error) -> bool {
    use CertificateError::{InvalidPurpose, InvalidPurposeContext};
    matches!(
        problem,
        Error::InvalidCertificate(InvalidPurpose | InvalidPurposeContext { .. })
    )
}

// rustls wants this of a verifier. Derived, it would bring the code that prints all of its types into the library.
impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Verifier")
    }
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        host: &ServerName<'_>,
        _ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        self.verify_issued(certificate, intermediates, host, now)
            .or_else(|problem| self.verify_named(certificate, host, now, problem))
            .map(|()| ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, certificate, signature, &self.algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, certificate, signature, &self.algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.algorithms.supported_schemes()
    }
}
