//! The signature of a webhook: the HMAC-SHA256 of its body under the webhook signing key, in hexadecimal digits.

use std::sync::Arc;

use ring::hmac;

use crate::client::error::{Error, ErrorParts};
use crate::client::error_kind::ErrorKind;
use crate::text::value::Document;

/// The header with the signature. X-Nango-Signature, which Nango sends beside it, can be forged and is not looked at.
pub const SIGNATURE_HEADER: &str = "X-Nango-Hmac-Sha256";

/// Whether a webhook was signed with this key, compared in constant time. `signature` is the value of
/// [`SIGNATURE_HEADER`], with white space around it or not, and in digits of either case. Nothing is signed with an empty
/// key.
pub fn is_signed(body: &[u8], signature: &str, signing_key: &str) -> bool {
    is_signed_by(body, signature.as_bytes(), signing_key.as_bytes())
}

/// The same for C, whose strings need not be UTF-8 here.
// Compiled once, for both functions of C.
#[inline(never)]
pub(crate) fn is_signed_by(body: &[u8], signature: &[u8], signing_key: &[u8]) -> bool {
    match digest(signature.trim_ascii()) {
        Some(digest) if !signing_key.is_empty() => {
            let key = hmac::Key::new(hmac::HMAC_SHA256, signing_key);
            hmac::verify(&key, body, &digest).is_ok()
        }
        _ => false,
    }
}

/// The bytes that 64 hexadecimal digits stand for.
fn digest(digits: &[u8]) -> Option<[u8; 32]> {
    let mut digest = [0; 32];
    if digits.len() != 2 * digest.len() {
        return None;
    }
    for (i, &digit) in digits.iter().enumerate() {
        let value = char::from(digit).to_digit(16)?;
        digest[i / 2] = digest[i / 2] << 4 | value as u8;
    }
    Some(digest)
}

/// The JSON of a webhook that is signed. No signature at all is a wrong one.
pub(crate) fn signed(body: &[u8], signature: Option<&[u8]>, signing_key: &str) -> Result<Arc<Document>, Error> {
    if signing_key.is_empty() {
        return Err(Error::invalid_argument(
            "signing_key is empty: pass the webhook signing key of the environment, which is not the API key",
        ));
    }
    if !is_signed_by(body, signature.unwrap_or_default(), signing_key.as_bytes()) {
        return Err(refused(
            ErrorKind::WebhookSignature,
            "the webhook is not signed with this key: answer 401; if Nango sent it, pass the value of \
             X-Nango-Hmac-Sha256, the webhook signing key, which is not the API key, and the body as it was received",
        ));
    }
    Document::read(body).ok_or_else(|| {
        refused(
            ErrorKind::Decode,
            "the webhook is signed, but is not JSON, or is nested too deep",
        )
    })
}

fn refused(kind: ErrorKind, message: &str) -> Error {
    ErrorParts {
        attempts: 0,
        ..ErrorParts::new(kind, message)
    }
    .into()
}

#[cfg(test)]
mod tests {
    use super::digest;

    #[test]
    fn digits_of_either_case_stand_for_bytes_and_nothing_else_does() {
        let bytes: Vec<u8> = (0..32).map(|i| i * 8 + 7).collect();
        let lower: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(digest(lower.as_bytes()).unwrap(), *bytes);
        assert_eq!(digest(lower.to_uppercase().as_bytes()).unwrap(), *bytes);
        for wrong in [
            "".to_owned(),
            lower[..63].to_owned(),
            lower.clone() + "0",
            lower.replace('f', "g"),
            format!("+{}", &lower[1..]),
            format!("0x{}", &lower[..62]),
        ] {
            assert_eq!(digest(wrong.as_bytes()), None, "{wrong}");
        }
    }
}
