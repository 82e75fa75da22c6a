//! The `ETag` of Nango's server, which is Express: it tells what Nango has sent from what it has passed on.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use ureq::http::header::{CONTENT_LENGTH, ETAG, HeaderMap};

/// What it shows of the SHA-1 in base64.
const SHOWN: usize = 27;

/// The `ETag` that Nango's server makes of a body.
pub(crate) fn of(body: &[u8]) -> String {
    let hash = STANDARD.encode(digest(&SHA1_FOR_LEGACY_USE_ONLY, body));
    format!("W/\"{:x}-{}\"", body.len(), &hash[..SHOWN.min(hash.len())])
}

/// Whether the `ETag` may be Nango's over a body as long as the head says. A HEAD has no body to compare.
pub(crate) fn is_of_a_body(headers: &HeaderMap) -> bool {
    let (Some(length), Some(tag)) = (length(headers), headers.get(ETAG)) else {
        return false;
    };
    let digest = tag
        .as_bytes()
        .strip_prefix(format!("W/\"{length:x}-").as_bytes())
        .and_then(|rest| rest.strip_suffix(b"\""));
    let is_base64 = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    length > 0 && digest.is_some_and(|digest| digest.len() == SHOWN && digest.iter().all(is_base64))
}

/// How long a head says that its body is.
pub(crate) fn length(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}
