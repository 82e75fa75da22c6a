//! What went wrong with TLS, in words for whoever has to mend it.

use std::io;

use ureq::Error;

use super::verifier::CA_USED_AS_END_ENTITY;
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
        (None, _) if context::is_unsent() => format!("{error}: {CHECK_ADDRESS}"),
        (None, _) => error.to_string(),
    }
}

/// What rustls found, if it was rustls.
fn rustls_error(error: &io::Error) -> Option<&rustls::Error> {
    error.get_ref()?.downcast_ref()
}

/// rustls's findings in words for whoever has to mend them. None repeats what the server sent.
pub(super) fn advice(found: &rustls::Error) -> String {
    use rustls::{Error as Tls, PeerIncompatible};

    let text = match found {
        Tls::InvalidCertificate(problem) => return about_certificate(problem),
        Tls::AlertReceived(alert) => return about_alert(*alert),
        Tls::PeerIncompatible(
            PeerIncompatible::ServerDoesNotSupportTls12Or13
            | PeerIncompatible::ServerTlsVersionIsDisabledByOurConfig
            | PeerIncompatible::Tls12NotOffered
            | PeerIncompatible::Tls12NotOfferedOrEnabled,
        ) => OLD_TLS,
        Tls::PeerIncompatible(problem) => {
            return format!(
                "the server does not support what TLS needs here ({}): enable TLS 1.3 on it, or TLS 1.2 with ECDHE and \
                 AES-GCM or ChaCha20-Poly1305",
                words(problem)
            );
        }
        Tls::NoCertificatesPresented => "the server presented no certificate: install one for its host name",
        Tls::UnsupportedNameType => "no certificate can be for the host in base_url: write its name or its address",
        Tls::InvalidMessage(_) => {
            "the server does not speak TLS there: check the port in base_url, or use http:// if it is plain http"
        }
        Tls::FailedToGetCurrentTime => "the time cannot be read: check this machine's clock",
        Tls::FailedToGetRandomBytes => "the system gave no random bytes: check that the process may call getrandom",
        Tls::DecryptError | Tls::PeerSentOversizedRecord => {
            "the data of the TLS connection is damaged: check that no firewall or HTTP proxy changes it"
        }
        Tls::InappropriateMessage { .. } | Tls::InappropriateHandshakeMessage { .. } | Tls::PeerMisbehaved(_) => {
            return format!(
                "the server breaks the rules of TLS ({}): update it, and check that no firewall or HTTP proxy changes the \
                 connection",
                words(found)
            );
        }
        Tls::General(problem) => return format!("TLS failed ({problem}): see the server's log"),
        other => return format!("TLS failed ({}): see the server's log", words(other)),
    };
    text.to_owned()
}

const OLD_TLS: &str = "the server speaks only TLS versions older than 1.2, which are not safe: update the server";
const UNTRUSTED: &str = "its certificate is self-signed or from an authority that this system does not trust: if you trust it, \
                         name that certificate or its authority's with ca_file or SSL_CERT_FILE";
const EXPIRED: &str = "its certificate has expired: renew it, or correct this machine's clock";
const NOT_YET_VALID: &str = "its certificate is not valid yet: check this machine's clock";
const OTHER_HOST: &str = "its certificate is for another host: check the host in base_url";
const NO_HOST: &str = "its certificate names no host: issue it with the host name as subject alternative name, or check the host \
                       in base_url";
const MALFORMED: &str = "its certificate, or one of those that it sends along, is malformed: issue it anew";
const CRITICAL: &str = "its certificate, or one of those that it sends along, has a critical extension that is not supported: \
                        issue it without that extension, or do not mark it as critical";
const PURPOSE: &str = "its certificate is not for servers: issue one whose extended key usage includes serverAuth";

/// What is wrong with a certificate.
fn about_certificate(problem: &rustls::CertificateError) -> String {
    use rustls::CertificateError as Certificate;

    let text = match problem {
        Certificate::Expired | Certificate::ExpiredContext { .. } => EXPIRED,
        Certificate::NotValidYet | Certificate::NotValidYetContext { .. } => NOT_YET_VALID,
        Certificate::NotValidForNameContext { presented, .. } if presented.is_empty() => NO_HOST,
        Certificate::NotValidForName | Certificate::NotValidForNameContext { .. } => OTHER_HOST,
        Certificate::UnknownIssuer => UNTRUSTED,
        Certificate::BadSignature => {
            "the signature on its certificate or on the handshake is not valid: its authority has the name of a trusted one \
             but another key (if you trust it, name it with ca_file or SSL_CERT_FILE), or an RSA key is shorter than 2048 bits"
        }
        Certificate::BadEncoding => MALFORMED,
        Certificate::UnhandledCriticalExtension => CRITICAL,
        Certificate::InvalidPurpose | Certificate::InvalidPurposeContext { .. } => PURPOSE,
        Certificate::Revoked => "its certificate was revoked: renew it",
        Certificate::UnsupportedSignatureAlgorithmContext {
            signature_algorithm_id, ..
        } if is_of_old_hash(signature_algorithm_id) => {
            "its certificate, or one of those that it sends along, is signed with SHA-1 or MD5, which are not safe: have it \
             issued anew with SHA-256"
        }
        Certificate::UnsupportedSignatureAlgorithmContext { .. }
        | Certificate::UnsupportedSignatureAlgorithmForPublicKeyContext { .. } => {
            "its certificate, or one of those that it sends along, has a key or a signature of a kind that is not supported: \
             use RSA with 2048 bits or more, P-256, P-384 or Ed25519, and SHA-256 or SHA-384"
        }
        Certificate::Other(found) => return about_webpki(&found.0.to_string()),
        other => return format!("its certificate cannot be checked ({}): renew it", words(other)),
    };
    text.to_owned()
}

/// What rustls passes on of webpki, which has no other form than the name of its error.
fn about_webpki(problem: &str) -> String {
    let text = match problem {
        CA_USED_AS_END_ENTITY => {
            "its certificate is a CA certificate, not a server certificate: give the server one for its host name, signed by \
             that CA, or name this one with ca_file or SSL_CERT_FILE"
        }
        "EndEntityUsedAsCa" => {
            "its certificate was issued with a certificate that is not a CA's: have it issued by a CA, whose certificate has \
             CA:TRUE as basic constraint"
        }
        "UnsupportedCertVersion" => {
            "its certificate, or one of those that it sends along, is of X.509 version 1, which cannot name a host: issue one \
             of version 3, with the host name as subject alternative name"
        }
        "UnsupportedCriticalExtension" => CRITICAL,
        "NameConstraintViolation" => {
            "its certificate is for a host that its authority may not issue for: the authority's name constraints exclude it"
        }
        "PathLenConstraintViolated" => {
            "its certificate has more authorities above it than one of them allows: its path length constraint is exceeded"
        }
        "MaximumPathDepthExceeded"
        | "MaximumPathBuildCallsExceeded"
        | "MaximumSignatureChecksExceeded"
        | "MaximumNameConstraintComparisonsExceeded" => {
            "its certificate has too many others to check with it: let the server send only its own and those of the \
             authorities between it and the root"
        }
        "EmptyEkuExtension" => PURPOSE,
        "CertDistrusted" => "its certificate has a key that is known to be compromised: issue one with another key",
        "BadDer"
        | "BadDerTime"
        | "ExtensionValueInvalid"
        | "InvalidNetworkMaskConstraint"
        | "InvalidSerialNumber"
        | "MalformedDnsIdentifier"
        | "MalformedExtensions"
        | "MalformedNameConstraint"
        | "SignatureAlgorithmMismatch" => MALFORMED,
        other => return format!("its certificate cannot be checked ({}): issue it anew", spaced(other)),
    };
    text.to_owned()
}

/// The server's own words, of which TLS has a fixed set.
fn about_alert(alert: rustls::AlertDescription) -> String {
    use rustls::AlertDescription as Alert;

    let text = match alert {
        Alert::ProtocolVersion => OLD_TLS,
        Alert::CertificateRequired | Alert::NoCertificate => {
            "the server requires a client certificate: set one with client_certificate"
        }
        Alert::BadCertificate
        | Alert::UnsupportedCertificate
        | Alert::CertificateRevoked
        | Alert::CertificateExpired
        | Alert::CertificateUnknown
        | Alert::UnknownCA
        | Alert::AccessDenied
        | Alert::DecryptError => {
            return format!(
                "the server rejects the client certificate, or the lack of one ({}): set one with client_certificate that it \
                 accepts",
                words(alert)
            );
        }
        Alert::HandshakeFailure | Alert::InsufficientSecurity => {
            return format!(
                "the server refused the handshake ({}): enable TLS 1.3 on it, or TLS 1.2 with ECDHE and AES-GCM or \
                 ChaCha20-Poly1305, and set client_certificate if it requires one",
                words(alert)
            );
        }
        Alert::UnrecognisedName => "the server does not know this host name: check the host in base_url",
        other => {
            return format!(
                "the server ended the TLS connection ({}): see its log; {CHECK_ADDRESS}",
                words(other)
            );
        }
    };
    text.to_owned()
}

/// Whether the identifier of a signature algorithm in DER is of RSA or ECDSA with MD5 or SHA-1.
fn is_of_old_hash(identifier: &[u8]) -> bool {
    const RSA_MD5: &[u8] = &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 4];
    const RSA_SHA1: &[u8] = &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 5];
    const ECDSA_SHA1: &[u8] = &[6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 1];
    [RSA_MD5, RSA_SHA1, ECDSA_SHA1]
        .iter()
        .any(|old| identifier.starts_with(old))
}

/// The name of an error of rustls as words, without the values that it carries.
fn words(error: impl std::fmt::Debug) -> String {
    let text = format!("{error:?}");
    // `PeerMisbehaved(MissingKeyShare)`: what is inside says more.
    let names = text.split(|c: char| !c.is_ascii_alphanumeric()).take(2);
    let name = names
        .filter(|name| name.starts_with(|c: char| c.is_ascii_uppercase()))
        .last();
    spaced(name.unwrap_or_default())
}

/// `MissingKeyShare` as "missing key share".
fn spaced(name: &str) -> String {
    let mut words = String::with_capacity(name.len() + 8);
    let mut was_lower = false;
    for c in name.chars().take_while(char::is_ascii_alphanumeric) {
        if c.is_ascii_uppercase() && was_lower {
            words.push(' ');
        }
        was_lower = !c.is_ascii_uppercase();
        words.push(c.to_ascii_lowercase());
    }
    words
}

#[cfg(test)]
mod tests {
    use rustls::{
        AlertDescription, CertRevocationListError, CertificateError, Error, InconsistentKeys, InvalidMessage,
        OtherError, PeerIncompatible, PeerMisbehaved,
    };

    use super::*;

    /// An error of webpki's, as rustls passes it on.
    #[derive(Debug)]
    struct Webpki(&'static str);

    impl std::fmt::Display for Webpki {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str(self.0)
        }
    }

    impl std::error::Error for Webpki {}

    #[test]
    fn every_finding_is_a_sentence() {
        let webpki = [
            CA_USED_AS_END_ENTITY,
            "BadDer",
            "CertDistrusted",
            "EmptyEkuExtension",
            "EndEntityUsedAsCa",
            "MaximumPathDepthExceeded",
            "NameConstraintViolation",
            "PathLenConstraintViolated",
            "TrailingData(Certificate)",
            "UnsupportedCertVersion",
            "UnsupportedCriticalExtension",
            "SomethingNew { cause: Other(7) }",
        ];
        let certificates = webpki
            .map(|name| CertificateError::Other(OtherError(std::sync::Arc::new(Webpki(name)))))
            .into_iter()
            .chain([
                CertificateError::ApplicationVerificationFailure,
                CertificateError::BadEncoding,
                CertificateError::BadSignature,
                CertificateError::Expired,
                CertificateError::ExpiredRevocationList,
                CertificateError::InvalidOcspResponse,
                CertificateError::InvalidPurpose,
                CertificateError::NotValidForName,
                CertificateError::NotValidYet,
                CertificateError::Revoked,
                CertificateError::UnhandledCriticalExtension,
                CertificateError::UnknownIssuer,
                CertificateError::UnknownRevocationStatus,
                CertificateError::UnsupportedSignatureAlgorithmForPublicKeyContext {
                    signature_algorithm_id: vec![6, 0],
                    public_key_algorithm_id: vec![6, 0],
                },
            ])
            .map(Error::InvalidCertificate);
        let others = [
            Error::BadMaxFragmentSize,
            Error::DecryptError,
            Error::EncryptError,
            Error::FailedToGetCurrentTime,
            Error::FailedToGetRandomBytes,
            Error::General("in rustls's words".to_owned()),
            Error::HandshakeNotComplete,
            Error::InappropriateMessage {
                expect_types: vec![rustls::ContentType::Handshake],
                got_type: rustls::ContentType::Alert,
            },
            Error::InconsistentKeys(InconsistentKeys::KeyMismatch),
            Error::InvalidCertRevocationList(CertRevocationListError::BadSignature),
            Error::InvalidMessage(InvalidMessage::MissingData("x")),
            Error::NoApplicationProtocol,
            Error::NoCertificatesPresented,
            Error::Other(OtherError(std::sync::Arc::new(Webpki("Something(7)")))),
            Error::PeerIncompatible(PeerIncompatible::NoCipherSuitesInCommon),
            Error::PeerIncompatible(PeerIncompatible::ServerRejectedEncryptedClientHello(None)),
            Error::PeerIncompatible(PeerIncompatible::Tls12NotOffered),
            Error::PeerMisbehaved(PeerMisbehaved::MissingKeyShare),
            Error::PeerSentOversizedRecord,
            Error::UnsupportedNameType,
        ];
        let alerts = (0..=255).map(|code| Error::AlertReceived(AlertDescription::from(code)));
        for error in certificates.chain(others).chain(alerts) {
            let said = advice(&error);
            assert!(
                said.starts_with(|c: char| c.is_ascii_lowercase()) || said.starts_with("TLS"),
                "{said}"
            );
            assert!(said.contains(": ") && !said.contains("()"), "{error:?}: {said}");
            for debug in ["{", "::", "Other", "Context", "[", "\"", "Webpki"] {
                assert!(!said.contains(debug), "{error:?}: {said}");
            }
        }
    }

    #[test]
    fn names_become_words() {
        for (error, text) in [
            (
                Error::PeerMisbehaved(PeerMisbehaved::SelectedUnofferedKxGroup),
                "selected unoffered kx group",
            ),
            (
                Error::InappropriateMessage {
                    expect_types: Vec::new(),
                    got_type: rustls::ContentType::Alert,
                },
                "inappropriate message",
            ),
            (Error::AlertReceived(AlertDescription::UnknownCA), "unknown ca"),
            (Error::HandshakeNotComplete, "handshake not complete"),
        ] {
            assert_eq!(words(&error), text);
        }
    }
}
