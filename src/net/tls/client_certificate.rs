//! The certificate by which a client says who it is, for a gateway in front of Nango that asks for one.

use std::fmt;
use std::sync::Arc;

use rustls::crypto::ring::sign::any_supported_type;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs1KeyDer, PrivatePkcs8KeyDer, PrivateSec1KeyDer};
use rustls::sign::{CertifiedKey, SigningKey};
use rustls::{Error, InconsistentKeys};
use zeroize::Zeroizing;

use super::pem;
use crate::text::invalid::Invalid;

/// A certificate and its key, as they were given. Never printed.
#[derive(Clone)]
pub(crate) struct ClientCertificate {
    certificate_pem: String,
    key_pem: Zeroizing<String>,
}

impl ClientCertificate {
    pub(crate) fn new(certificate_pem: &str, key_pem: &str) -> ClientCertificate {
        ClientCertificate {
            certificate_pem: certificate_pem.to_owned(),
            key_pem: Zeroizing::new(key_pem.to_owned()),
        }
    }

    /// Both, ready for use.
    pub(crate) fn read(&self) -> Result<ClientIdentity, Invalid> {
        let chain = pem::certificates_in(&self.certificate_pem)
            .map_err(|problem| refuse(&format!("cert_pem {problem}; {NOT_A_PATH}")))?;
        let chain: Vec<CertificateDer> = chain.into_iter().map(CertificateDer::from).collect();
        let identity = CertifiedKey::new(chain, key_in(&self.key_pem)?);
        match identity.keys_match() {
            // What cannot be compared shows when the server asks.
            Ok(()) | Err(Error::InconsistentKeys(InconsistentKeys::Unknown)) => Ok(ClientIdentity(Arc::new(identity))),
            Err(Error::InconsistentKeys(_)) => Err(refuse(
                "key_pem is not the key of the first certificate in cert_pem: pass the key that belongs to it, or put its \
                 certificate first",
            )),
            Err(_) => Err(refuse(
                "cert_pem begins with something that is not a valid certificate of X.509 version 3: issue it anew",
            )),
        }
    }
}

impl fmt::Debug for ClientCertificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[set]")
    }
}

/// A certificate with a key that signs.
pub(crate) struct ClientIdentity(pub(super) Arc<CertifiedKey>);

const NOT_A_PATH: &str = "pass the text of the file, not its path";

fn refuse(problem: &str) -> Invalid {
    Invalid::new("client_certificate:", problem)
}

/// The first private key in a PEM text.
fn key_in(text: &str) -> Result<Arc<dyn SigningKey>, Invalid> {
    for section in pem::sections(text) {
        let damaged = || refuse("key_pem is damaged: it needs whole BEGIN PRIVATE KEY and END PRIVATE KEY lines");
        let section = section.ok_or_else(damaged)?;
        if !section.label.ends_with("PRIVATE KEY") {
            continue;
        }
        if section.is_encrypted() {
            return Err(refuse(
                "key_pem is encrypted: decrypt it first, with `openssl pkey -in key.pem -out decrypted.pem` for example",
            ));
        }
        let der = section.der().ok_or_else(damaged)?;
        let key = match section.label {
            "PRIVATE KEY" => PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(&der[..])),
            "RSA PRIVATE KEY" => PrivateKeyDer::Pkcs1(PrivatePkcs1KeyDer::from(&der[..])),
            "EC PRIVATE KEY" => PrivateKeyDer::Sec1(PrivateSec1KeyDer::from(&der[..])),
            _ => return Err(refuse(UNSUPPORTED)),
        };
        return any_supported_type(&key).map_err(|_| refuse(UNSUPPORTED));
    }
    Err(refuse(&format!(
        "key_pem contains no private key: it needs BEGIN PRIVATE KEY and END PRIVATE KEY lines; {NOT_A_PATH}"
    )))
}

const UNSUPPORTED: &str = "key_pem has a key that is damaged or of a kind that is not supported: use RSA with 2048 to 4096 bits, \
                           P-256, P-384 or Ed25519";

#[cfg(test)]
mod tests {
    use rcgen::{CertificateParams, KeyPair, PKCS_ECDSA_P384_SHA384, PKCS_ED25519};

    use super::*;

    #[test]
    fn what_cannot_be_used_is_told_and_never_shown() {
        let key = KeyPair::generate().unwrap();
        let certificate = CertificateParams::default().self_signed(&key).unwrap().pem();
        let pem = key.serialize_pem();
        let other = KeyPair::generate().unwrap().serialize_pem();
        let legacy = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: x\n\nMAA=\n-----END RSA PRIVATE KEY-----";
        for (certificate, key, words) in [
            ("", &*pem, "cert_pem contains no certificate"),
            ("/etc/ssl/client.pem", &pem, "pass the text of the file"),
            (&pem, &pem, "cert_pem contains no certificate"),
            (&certificate[..99], &pem, "cert_pem is not PEM"),
            (
                "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----",
                &pem,
                "cert_pem begins with",
            ),
            (&certificate, "", "key_pem contains no private key"),
            (&certificate, "/etc/ssl/client.key", "pass the text of the file"),
            (&certificate, &certificate, "key_pem contains no private key"),
            (&certificate, &other, "key_pem is not the key of the first certificate"),
            (&certificate, &pem[..99], "key_pem is damaged"),
            (
                &certificate,
                &pem.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY"),
                "key_pem is encrypted",
            ),
            (&certificate, legacy, "key_pem is encrypted"),
            (
                &certificate,
                &pem.replace("PRIVATE KEY", "DSA PRIVATE KEY"),
                "not supported",
            ),
            (
                &certificate,
                "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----",
                "not supported",
            ),
        ] {
            let given = ClientCertificate::new(certificate, key);
            assert_eq!(format!("{given:?}"), "[set]");
            let Err(Invalid(problem)) = given.read() else {
                panic!("{words}");
            };
            assert!(problem.starts_with("client_certificate: "), "{problem}");
            assert!(problem.contains(words), "{words}: {problem}");
        }
    }

    #[test]
    fn certificate_and_key_may_be_in_one_text() {
        for algorithm in [&PKCS_ECDSA_P384_SHA384, &PKCS_ED25519] {
            let key = KeyPair::generate_for(algorithm).unwrap();
            let certificate = CertificateParams::default().self_signed(&key).unwrap().pem();
            let parameters = "-----BEGIN EC PARAMETERS-----\nBgA=\n-----END EC PARAMETERS-----\n";
            let both = format!("\u{feff}{certificate}{parameters}{}", key.serialize_pem());
            assert_eq!(ClientCertificate::new(&both, &both).read().unwrap().0.cert.len(), 1);
        }
    }
}
