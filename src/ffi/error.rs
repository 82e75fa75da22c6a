//! Errors

use std::ffi::c_char;

use super::guard;
use super::handle::{c_string, milliseconds};
use super::value::nango_value;
use crate::client::error::{Error, ErrorKind};

/// What went wrong in a call. Owned by whoever passed the `nango_error **` that received it, and freed with
/// nango_error_free. Immutable: any number of threads may read it at once. May outlive the client.
///
/// Accessors return borrowed strings, which live as long as the error; with a NULL error they return NULL, 0 or -1.
pub struct nango_error(Error);

impl nango_error {
    pub(super) fn into_raw(error: Error) -> *mut nango_error {
        Box::into_raw(Box::new(nango_error(error)))
    }
}

/// What went wrong: one of the `NANGO_ERROR_*` numbers. Later versions may add numbers: treat one that you do not know
/// by nango_error_is_retryable and nango_error_http_status.
pub type nango_error_kind = i32;

/// No error: what a NULL handle says.
pub const NANGO_ERROR_NONE: nango_error_kind = 0;
/// An argument or a setting is wrong and nothing was sent. The message names it: fix the calling code.
pub const NANGO_ERROR_INVALID_ARGUMENT: nango_error_kind = 1;
/// The host name in base_url could not be resolved. Retryable.
pub const NANGO_ERROR_RESOLVE: nango_error_kind = 2;
/// No address of the host accepted a connection. Retryable.
pub const NANGO_ERROR_CONNECT: nango_error_kind = 3;
/// The TLS handshake failed, or the certificate is not one that this system trusts. The message says why.
pub const NANGO_ERROR_TLS: nango_error_kind = 4;
/// The HTTP proxy cannot be reached, rejects the request, times out, or is not an HTTP proxy. The message says which.
/// Retryable.
pub const NANGO_ERROR_HTTP_PROXY: nango_error_kind = 5;
/// The call timed out. Retryable, unless a forced refresh may have been in progress.
pub const NANGO_ERROR_TIMEOUT: nango_error_kind = 6;
/// The call was cancelled or interrupted, or its client shut down. Not retryable.
pub const NANGO_ERROR_CANCELLED: nango_error_kind = 7;
/// The connection was lost before the response was complete. Retryable, unless a forced refresh may have been in
/// progress.
pub const NANGO_ERROR_IO: nango_error_kind = 8;
/// Nango's response does not match its documentation. The message gives the location as a JSON pointer.
pub const NANGO_ERROR_DECODE: nango_error_kind = 9;
/// The response is larger than max_response_bytes, or its headers are larger than 16 KiB; or the body of the request is
/// larger than Nango accepts.
pub const NANGO_ERROR_TOO_LARGE: nango_error_kind = 10;
/// 401: Nango does not accept the secret key.
pub const NANGO_ERROR_UNAUTHORIZED: nango_error_kind = 11;
/// 403: the secret key lacks a scope, which nango_error_server_message names.
pub const NANGO_ERROR_FORBIDDEN: nango_error_kind = 12;
/// Nango reports that this environment has no such connection for this integration. A 404 from a proxy or gateway in
/// between never gives this kind. Mark the customer as not connected and ask to reconnect; do not delete the row: a
/// configuration mistake looks the same. See docs/errors.md, "When a connection is not found".
pub const NANGO_ERROR_NOT_FOUND: nango_error_kind = 13;
/// Nango could not refresh the credentials. Retryable after 30 seconds unless Nango has given up; if it keeps failing,
/// the customer has to connect again.
pub const NANGO_ERROR_REFRESH_FAILED: nango_error_kind = 14;
/// 429: too many requests. Wait for nango_error_retry_after_ms. Retryable.
pub const NANGO_ERROR_RATE_LIMITED: nango_error_kind = 15;
/// Any other error in Nango's format: see nango_error_code and nango_error_server_message.
pub const NANGO_ERROR_API: nango_error_kind = 16;
/// Nango or a server in front of it failed: a 5xx, or the 401 of a Nango server that cannot reach its database.
/// Retryable, unless a forced refresh may have been in progress.
pub const NANGO_ERROR_SERVER: nango_error_kind = 17;
/// The integration does not exist in the environment of this secret key: a wrong provider_config_key, or the key of
/// another environment.
pub const NANGO_ERROR_UNKNOWN_INTEGRATION: nango_error_kind = 18;
/// The response is not from Nango: a web page, a redirect, a 404 without Nango's error body. Check base_url.
pub const NANGO_ERROR_NOT_NANGO: nango_error_kind = 19;
/// An internal error of the library. Please report it.
pub const NANGO_ERROR_INTERNAL: nango_error_kind = 99;

/// Frees an error. NULL is allowed. No other thread may be reading it.
#[unsafe(no_mangle)]
pub extern "C" fn nango_error_free(error: Option<Box<nango_error>>) {
    guard::or((), || drop(error));
}

/// abi: returns NANGO_ERROR_NONE for NULL
/// abi: returns NANGO_ERROR_INTERNAL after a fault
/// What went wrong; NANGO_ERROR_NONE for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn nango_error_get_kind(error: Option<&nango_error>) -> nango_error_kind {
    guard::or(NANGO_ERROR_INTERNAL, || {
        error.map_or(NANGO_ERROR_NONE, |error| error.0.kind().number())
    })
}

/// The name of a kind without its prefix, such as "NOT_FOUND"; NULL for a number that this library does not know.
/// Static: never freed.
#[unsafe(no_mangle)]
pub extern "C" fn nango_error_kind_name(kind: nango_error_kind) -> *const c_char {
    guard::or(std::ptr::null(), || match kind {
        NANGO_ERROR_NONE => c"NONE".as_ptr(),
        other => c_string(ErrorKind::name_of_number(other)),
    })
}

/// What went wrong and how to fix it, for logs and people. Written by the library: contains no secrets and no text
/// from the server. NULL only for a NULL error.
#[unsafe(no_mangle)]
pub extern "C" fn nango_error_message(error: Option<&nango_error>) -> *const c_char {
    guard::or(std::ptr::null(), || c_string(error.map(|error| error.0.message_text())))
}

/// The HTTP status of the response; 0 if there was no response.
#[unsafe(no_mangle)]
pub extern "C" fn nango_error_http_status(error: Option<&nango_error>) -> i32 {
    guard::or(0, || error.map_or(0, |error| i32::from(error.0.http_status())))
}

/// Nango's own code for the error, such as "unknown_provider_config"; NULL if the response has no code of 1 to 64
/// characters of `[a-z0-9_]`. If Nango could not reach the external API, this is the system's error code, such as
/// "ECONNREFUSED".
#[unsafe(no_mangle)]
pub extern "C" fn nango_error_code(error: Option<&nango_error>) -> *const c_char {
    guard::or(std::ptr::null(), || {
        c_string(error.and_then(|error| error.0.code_text()))
    })
}

/// The server's message, for people; NULL if there is none. May contain customer data (a failed refresh of client
/// credentials includes the connection's record): do not log it by default.
#[unsafe(no_mangle)]
pub extern "C" fn nango_error_server_message(error: Option<&nango_error>) -> *const c_char {
    guard::or(std::ptr::null(), || {
        c_string(error.and_then(|error| error.0.server_message_text()))
    })
}

/// The response body, truncated to 64 KiB, with U+FFFD in place of invalid UTF-8 and of U+0000; NULL if there was no
/// response or it could not be decoded. May contain customer data: do not log it by default.
#[unsafe(no_mangle)]
pub extern "C" fn nango_error_body(error: Option<&nango_error>) -> *const c_char {
    guard::or(std::ptr::null(), || {
        c_string(error.and_then(|error| error.0.body_text()))
    })
}

/// The response's body as a JSON value, in which Nango's findings on each field are: `{"error": {"code", "message", "errors"}}`.
/// NULL if there is no body, or it is not JSON, or was longer than 64 KiB. May hold customer data: do not log it unasked.
#[unsafe(no_mangle)]
pub extern "C" fn nango_error_value(error: Option<&nango_error>) -> *const nango_value {
    guard::or(std::ptr::null(), || {
        nango_value::root(error.and_then(|error| error.0.document()))
    })
}

/// abi: returns -1 for NULL
/// How long the server asks you to wait before retrying, in milliseconds: its Retry-After header, or on a 429 without
/// it the time until X-RateLimit-Reset. 0 is possible; -1 if not given.
#[unsafe(no_mangle)]
pub extern "C" fn nango_error_retry_after_ms(error: Option<&nango_error>) -> i64 {
    guard::or(-1, || {
        error.and_then(|error| error.0.retry_after()).map_or(-1, milliseconds)
    })
}

/// How many attempts were made; 0 if nothing was sent. Trying the second route does not count as an attempt.
#[unsafe(no_mangle)]
pub extern "C" fn nango_error_attempts(error: Option<&nango_error>) -> i32 {
    guard::or(0, || {
        error.map_or(0, |error| i32::try_from(error.0.attempts()).unwrap_or(i32::MAX))
    })
}

/// Whether the same call may succeed later and is safe to retry: 1 or 0.
#[unsafe(no_mangle)]
pub extern "C" fn nango_error_is_retryable(error: Option<&nango_error>) -> i32 {
    guard::or(0, || error.map_or(0, |error| i32::from(error.0.is_retryable())))
}
