//! Errors

use std::ffi::c_char;

use super::guard;
use super::handle::{c_string, milliseconds};
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
/// An argument or a setting is wrong and nothing was sent. The message names it: mend the program.
pub const NANGO_ERROR_INVALID_ARGUMENT: nango_error_kind = 1;
/// The host name in base_url could not be resolved. Retryable.
pub const NANGO_ERROR_RESOLVE: nango_error_kind = 2;
/// No address of the host accepted a connection. Retryable.
pub const NANGO_ERROR_CONNECT: nango_error_kind = 3;
/// The TLS handshake failed, or the certificate is not one that this system trusts. The message says why.
pub const NANGO_ERROR_TLS: nango_error_kind = 4;
/// The HTTP proxy cannot be reached, refuses, stalls, or is none. The message says which. Retryable.
pub const NANGO_ERROR_HTTP_PROXY: nango_error_kind = 5;
/// The deadline passed. Retryable, unless a forced refresh may have been under way.
pub const NANGO_ERROR_TIMEOUT: nango_error_kind = 6;
/// The call was cancelled or interrupted, or its client shut down. Not retryable: somebody wanted it so.
pub const NANGO_ERROR_CANCELLED: nango_error_kind = 7;
/// The connection broke off midway. Retryable, unless a forced refresh may have been under way.
pub const NANGO_ERROR_IO: nango_error_kind = 8;
/// Nango's answer contradicts its own documentation. The message gives the place as a JSON pointer.
pub const NANGO_ERROR_DECODE: nango_error_kind = 9;
/// The answer is larger than max_response_bytes, or its head than 16 KiB.
pub const NANGO_ERROR_TOO_LARGE: nango_error_kind = 10;
/// 401: Nango does not accept the secret key.
pub const NANGO_ERROR_UNAUTHORIZED: nango_error_kind = 11;
/// 403: the secret key lacks a scope, which nango_error_server_message names.
pub const NANGO_ERROR_FORBIDDEN: nango_error_kind = 12;
/// Nango says that this environment has no such connection under this integration. It is never a 404 of something in
/// between. Mark the customer as not connected and ask to reconnect; do not delete the row: a configuration mistake looks
/// the same. See docs/errors.md, "When a connection is not found".
pub const NANGO_ERROR_NOT_FOUND: nango_error_kind = 13;
/// Nango could not refresh the credentials. Retryable after 30 seconds unless Nango gave up; if it goes on, the
/// customer has to connect again.
pub const NANGO_ERROR_REFRESH_FAILED: nango_error_kind = 14;
/// 429: too many requests. Wait for nango_error_retry_after_ms. Retryable.
pub const NANGO_ERROR_RATE_LIMITED: nango_error_kind = 15;
/// Any other refusal in Nango's own format: nango_error_code and nango_error_server_message tell which.
pub const NANGO_ERROR_API: nango_error_kind = 16;
/// Nango or a server in front of it failed: a 5xx, or the 401 of a Nango server without its database. Retryable, unless
/// a forced refresh may have been under way.
pub const NANGO_ERROR_SERVER: nango_error_kind = 17;
/// The integration does not exist in the environment of this secret key: a wrong provider_config_key, or the key of
/// another environment.
pub const NANGO_ERROR_UNKNOWN_INTEGRATION: nango_error_kind = 18;
/// The answer is none that Nango gives: a web page, a redirect, a bare 404. Is base_url right?
pub const NANGO_ERROR_NOT_NANGO: nango_error_kind = 19;
/// A fault inside the library, which was caught. Please report it.
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

/// What was wrong and what would be right, in the library's own words, for a log or a person. Holds no secret and
/// nothing that the server said. NULL only for a NULL error.
#[unsafe(no_mangle)]
pub extern "C" fn nango_error_message(error: Option<&nango_error>) -> *const c_char {
    guard::or(std::ptr::null(), || c_string(error.map(|error| error.0.message_text())))
}

/// The HTTP status of the answer; 0 if there was none.
#[unsafe(no_mangle)]
pub extern "C" fn nango_error_http_status(error: Option<&nango_error>) -> i32 {
    guard::or(0, || error.map_or(0, |error| i32::from(error.0.http_status())))
}

/// Nango's own code for the error, such as "unknown_provider_config"; NULL if the answer has none of 1 to 64
/// characters of `[a-z0-9_]`. Where Nango did not reach an external API it is the system's code for that, such as
/// "ECONNREFUSED".
#[unsafe(no_mangle)]
pub extern "C" fn nango_error_code(error: Option<&nango_error>) -> *const c_char {
    guard::or(std::ptr::null(), || {
        c_string(error.and_then(|error| error.0.code_text()))
    })
}

/// What the server said about it, for people; NULL if it said nothing. May hold customer data (a failed refresh of
/// client credentials prints the connection's row): do not log it unasked.
#[unsafe(no_mangle)]
pub extern "C" fn nango_error_server_message(error: Option<&nango_error>) -> *const c_char {
    guard::or(std::ptr::null(), || {
        c_string(error.and_then(|error| error.0.server_message_text()))
    })
}

/// The body of the answer, cut at 64 KiB, with U+FFFD in place of what is not UTF-8 and of U+0000; NULL if there was no
/// answer or it could not be decoded. May hold customer data: do not log it unasked.
#[unsafe(no_mangle)]
pub extern "C" fn nango_error_body(error: Option<&nango_error>) -> *const c_char {
    guard::or(std::ptr::null(), || {
        c_string(error.and_then(|error| error.0.body_text()))
    })
}

/// abi: returns -1 for NULL
/// How long the server asks to wait before the next try, in milliseconds: its Retry-After header, or on a 429 without
/// it the time until X-RateLimit-Reset. 0 is possible; -1 if not given.
#[unsafe(no_mangle)]
pub extern "C" fn nango_error_retry_after_ms(error: Option<&nango_error>) -> i64 {
    guard::or(-1, || {
        error.and_then(|error| error.0.retry_after()).map_or(-1, milliseconds)
    })
}

/// How often the call was tried; 0 if nothing left the machine. Trying the second route does not count.
#[unsafe(no_mangle)]
pub extern "C" fn nango_error_attempts(error: Option<&nango_error>) -> i32 {
    guard::or(0, || {
        error.map_or(0, |error| i32::try_from(error.0.attempts()).unwrap_or(i32::MAX))
    })
}

/// Whether the same call may succeed later and repeating it can do no harm: 1 or 0.
#[unsafe(no_mangle)]
pub extern "C" fn nango_error_is_retryable(error: Option<&nango_error>) -> i32 {
    guard::or(0, || error.map_or(0, |error| i32::from(error.0.is_retryable())))
}
