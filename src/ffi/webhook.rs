//! Webhooks

use std::ffi::{c_char, c_void};
use std::mem::MaybeUninit;
use std::sync::Arc;

use super::error::nango_error;
use super::guard;
use super::handle::{self, argument};
use super::outcome;
use super::value::nango_value;
use crate::client::error::Error;
use crate::text::value::Document;
use crate::webhook;

/// A webhook that Nango sent and that is signed. Owned by the caller of nango_webhook_parse and freed with
/// nango_webhook_free. Immutable: any number of threads may read it at once.
pub struct nango_webhook(Arc<Document>);

/// Whether a webhook was signed with this key, compared in constant time: 1 or 0. `signature` is the value of its header
/// X-Nango-Hmac-Sha256, with white space around it or not. X-Nango-Signature, which Nango sends beside it, can be forged and is
/// never accepted. The key is the webhook signing key of the environment, which is not the API key. The body is what was
/// received, byte by byte. 0 too if an argument is NULL, if the key is empty, or if `signature` is no signature at all.
///
/// A signature does not say when the webhook was sent: a copy of it is signed too.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_webhook_is_signed(
    body: *const c_void,
    len: usize,
    signature: *const c_char,
    signing_key: *const c_char,
) -> i32 {
    // SAFETY: the caller passes NULL or `len` bytes that are not modified during the call.
    let body = unsafe { handle::borrowed(body, len) };
    // SAFETY: the caller passes NULL or NUL-terminated strings that are not modified during the call.
    let (signature, signing_key) = unsafe { (handle::c_bytes(signature), handle::c_bytes(signing_key)) };
    guard::or(0, || {
        let given = body.zip(signature).zip(signing_key);
        i32::from(given.is_some_and(|((body, signature), key)| webhook::is_signed_by(body, signature, key)))
    })
}

/// abi: blocks
/// Frees a webhook. NULL is allowed.
#[unsafe(no_mangle)]
pub extern "C" fn nango_webhook_free(webhook: Option<Box<nango_webhook>>) {
    guard::or((), || handle::free(webhook));
}

/// cbindgen:postfix=NANGO_OWNED(nango_webhook_free)
/// Reads a webhook that was signed with this key: see nango_webhook_is_signed for the arguments. It fails with
/// NANGO_ERROR_WEBHOOK_SIGNATURE if the webhook is not signed, also if `signature` is NULL, as where the header is missing:
/// answer 401. It fails with NANGO_ERROR_DECODE if the body is not JSON, or is nested deeper than 128 levels.
///
/// Owned: free with nango_webhook_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_webhook_parse(
    body: *const c_void,
    len: usize,
    signature: *const c_char,
    signing_key: *const c_char,
    error: Option<&mut MaybeUninit<*mut nango_error>>,
) -> Option<Box<nango_webhook>> {
    // SAFETY: the caller passes NULL or `len` bytes that are not modified during the call.
    let body = unsafe { handle::borrowed(body, len) };
    // SAFETY: the caller passes NULL or NUL-terminated strings that are not modified during the call.
    let (signature, signing_key) = unsafe { (handle::c_bytes(signature), argument(signing_key)) };
    outcome::fallible(error, || {
        let body = body.ok_or_else(|| Error::invalid_argument("body is NULL: pass what was received"))?;
        let signing_key = signing_key.required("signing_key")?;
        let document = webhook::signed(body, signature, signing_key)?;
        Ok(Box::new(nango_webhook(document)))
    })
}

/// What a webhook says, to be walked through: see nango_value. Borrowed: it lives as long as the webhook. Webhooks of Nango are
/// objects with a member type, such as "auth", "sync", "async_action" or "forward"; nango_api.h lists what else they have. One
/// of an external API that Nango cannot assign to a connection is forwarded as it came: any JSON, which that API chooses. NULL
/// only for a NULL webhook.
#[unsafe(no_mangle)]
pub extern "C" fn nango_webhook_value(webhook: Option<&nango_webhook>) -> *const nango_value {
    guard::or(std::ptr::null(), || {
        nango_value::root(webhook.map(|webhook| &webhook.0))
    })
}
