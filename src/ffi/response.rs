//! Response

use std::ffi::{c_char, c_void};
use std::mem::MaybeUninit;
use std::ptr;

use super::call_options::nango_call_options;
use super::client::{self, nango_client};
use super::error::nango_error;
use super::guard;
use super::handle::{self, argument, c_string, required};
use super::outcome;
use super::request::nango_request;
use super::value::nango_value;
use crate::api::until::Until;
use crate::client::call_options::CallOptions;
use crate::client::error::Error;
use crate::proxy::Response;

/// The external API's response to a request through the proxy, or Nango's to a call of its own API. Owned by the caller of
/// nango_proxy or nango_call and freed with nango_response_free. One thread at a time may read it; it may outlive the
/// client and the request. It can be read only in the process that created it: reading in a child of fork fails with
/// NANGO_ERROR_IO.
///
/// Accessors return borrowed pointers, which live as long as the response.
pub struct nango_response(Response);

impl nango_response {
    pub(super) fn new(response: Response) -> Box<nango_response> {
        Box::new(nango_response(response))
    }
}

/// abi: blocks
/// Frees a response. If it was not read to its end, closes its connection, so that the rest is not downloaded. NULL is
/// allowed.
#[unsafe(no_mangle)]
pub extern "C" fn nango_response_free(response: Option<Box<nango_response>>) {
    guard::or((), || handle::free(response));
}

/// cbindgen:postfix=NANGO_OWNED(nango_response_free)
/// abi: options may be NULL
/// Sends a request to the external API of a connection, through Nango's proxy, which adds the credentials: they never
/// leave Nango. Blocks until the response headers have arrived, at most for the timeout; read the body afterwards.
///
/// Every response of the external API is returned as a response, whatever its status: check nango_response_status. A
/// failure of Nango itself is an error with Nango's code; docs/proxy.md has the rules that distinguish them. The
/// library retries only a request that cannot have reached Nango, and a GET or HEAD also after a lost connection; never
/// after its body's reader was called. NANGO_ERROR_RATE_LIMITED is Nango's limit; a response with the status 429 is the
/// external API's.
///
/// A NULL `options` means the defaults. Timeout, cancel and interrupt apply, the latter two to reading the body too:
/// the user data of nango_call_options_set_interrupt must then live until the response is freed. A setting that applies
/// only to nango_get_connection fails with NANGO_ERROR_INVALID_ARGUMENT.
///
/// Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_proxy(
    client: *const nango_client,
    connection_id: *const c_char,
    provider_config_key: *const c_char,
    request: Option<&nango_request>,
    options: Option<&nango_call_options>,
    error: Option<&mut MaybeUninit<*mut nango_error>>,
) -> Option<Box<nango_response>> {
    // SAFETY: the caller passes NULL or NUL-terminated strings that are not modified during the call.
    let (connection_id, provider_config_key) = unsafe { (argument(connection_id), argument(provider_config_key)) };
    // SAFETY: the caller passes NULL or a client that is not freed yet.
    let client = unsafe { client::shared(client) };
    outcome::fallible(error, || {
        let client = client::required(client)?;
        let connection_id = connection_id.required("connection_id")?;
        let provider_config_key = provider_config_key.required("provider_config_key")?;
        let request = required(request, "request")?.get();
        let defaults = CallOptions::new();
        let options = options.map_or(&defaults, nango_call_options::get);
        let response = client.proxy(connection_id, provider_config_key, request, options)?;
        Ok(nango_response::new(response))
    })
}

/// cbindgen:postfix=NANGO_OWNED(nango_response_free)
/// abi: options may be NULL
/// Makes any call of Nango's own API. `{name}` in the request's path, such as "/connections/{connectionId}", is one segment: see
/// nango_request_set_path_parameter. Headers of the request go to Nango; those that the library sets itself are errors:
/// Accept, Accept-Encoding, Authorization, Content-Encoding, Content-Type and User-Agent, and those of a connection. So are a
/// path below /proxy, which is nango_proxy's, and the settings of a request that only the proxy has. Blocks until the
/// whole response has arrived, at most for the timeout.
///
/// A response means that Nango did as asked: its status is 200 to 299. Anything else is an error with Nango's code, and what
/// Nango said of each field is in nango_error_value; a web page is NANGO_ERROR_NOT_NANGO. NANGO_ERROR_NOT_FOUND still means a
/// connection that does not exist: anything else that is not found is NANGO_ERROR_API with the status 404. GET and HEAD are
/// retried as nango_get_connection is; anything else only if it cannot have reached Nango, or on Nango's own 429: see also
/// nango_request_set_repeatable.
///
/// A NULL `options` means the defaults. Timeout, cancel and interrupt apply. A setting that only a call for a connection has is
/// NANGO_ERROR_INVALID_ARGUMENT.
///
/// Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_call(
    client: *const nango_client,
    request: Option<&nango_request>,
    options: Option<&nango_call_options>,
    error: Option<&mut MaybeUninit<*mut nango_error>>,
) -> Option<Box<nango_response>> {
    // SAFETY: the caller passes NULL or a client that is not freed yet.
    let client = unsafe { client::shared(client) };
    outcome::fallible(error, || {
        let client = client::required(client)?;
        let request = required(request, "request")?.get();
        let defaults = CallOptions::new();
        let options = options.map_or(&defaults, nango_call_options::get);
        Ok(nango_response::new(client.request(request, options)?))
    })
}

/// What nango_call_until waits for: one of the `NANGO_UNTIL_*` numbers.
pub type nango_until = i32;

/// A response other than Nango's 404 not_found.
pub const NANGO_UNTIL_FOUND: nango_until = 1;
/// A list with an item: the response, or its first member that is an array.
pub const NANGO_UNTIL_NOT_EMPTY: nango_until = 2;

/// cbindgen:postfix=NANGO_OWNED(nango_response_free)
/// abi: options may be NULL
/// Repeats a call of Nango's own API until its response is what `until` says: at once, after half a second, and then every
/// second or two. See nango_call. The timeout is that of the whole wait, after which the error is NANGO_ERROR_TIMEOUT. Any
/// other error ends the wait, but for the 404 that NANGO_UNTIL_FOUND waits to pass.
///
/// Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_call_until(
    client: *const nango_client,
    request: Option<&nango_request>,
    until: nango_until,
    options: Option<&nango_call_options>,
    error: Option<&mut MaybeUninit<*mut nango_error>>,
) -> Option<Box<nango_response>> {
    // SAFETY: the caller passes NULL or a client that is not freed yet.
    let client = unsafe { client::shared(client) };
    outcome::fallible(error, || {
        let client = client::required(client)?;
        let request = required(request, "request")?.get();
        let until = match until {
            NANGO_UNTIL_FOUND => Until::Found,
            NANGO_UNTIL_NOT_EMPTY => Until::NotEmpty,
            other => {
                return Err(Error::invalid_argument(format!(
                    "until {other} is unknown: pass one of the NANGO_UNTIL_ numbers"
                )));
            }
        };
        let defaults = CallOptions::new();
        let options = options.map_or(&defaults, nango_call_options::get);
        Ok(nango_response::new(client.request_until(request, until, options)?))
    })
}

/// The HTTP status of the external API's response, or of Nango's to nango_call. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn nango_response_status(response: Option<&nango_response>) -> i32 {
    guard::or(0, || response.map_or(0, |response| i32::from(response.0.status())))
}

/// The value of the first header with this name, ignoring case; NULL if there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_response_header(
    response: Option<&nango_response>,
    name: *const c_char,
) -> *const c_char {
    // SAFETY: the caller passes NULL or a NUL-terminated string that is not modified during the call.
    let name = unsafe { argument(name) };
    guard::or(ptr::null(), || {
        let found = response.zip(name.text());
        c_string(found.and_then(|(response, name)| response.0.header_text(name)))
    })
}

/// The number of headers; each header of the same name counts.
#[unsafe(no_mangle)]
pub extern "C" fn nango_response_header_count(response: Option<&nango_response>) -> usize {
    guard::or(0, || response.map_or(0, |response| response.0.header_count()))
}

/// The name of header `i`, counted from 0, in lower case; NULL if `i` is out of range.
#[unsafe(no_mangle)]
pub extern "C" fn nango_response_header_name(response: Option<&nango_response>, i: usize) -> *const c_char {
    guard::or(ptr::null(), || {
        let texts = response.and_then(|response| response.0.header_texts(i));
        c_string(texts.map(|(name, _)| name))
    })
}

/// The value of header `i`, counted from 0; NULL if `i` is out of range. A value that is not UTF-8 is read as ISO
/// 8859-1.
#[unsafe(no_mangle)]
pub extern "C" fn nango_response_header_value(response: Option<&nango_response>, i: usize) -> *const c_char {
    guard::or(ptr::null(), || {
        let texts = response.and_then(|response| response.0.header_texts(i));
        c_string(texts.map(|(_, value)| value))
    })
}

/// abi: returns -1 for NULL
/// Reads the next part of the body into `buffer`, at least one byte and at most `capacity`; waits for it at most for
/// the request's idle timeout. Returns the number of bytes, 0 at the end, or -1 on failure with the error in `*error`,
/// which may be NULL: the body is then incomplete, and further reads fail too.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_response_read(
    response: Option<&mut nango_response>,
    buffer: *mut c_void,
    capacity: usize,
    error: Option<&mut MaybeUninit<*mut nango_error>>,
) -> i64 {
    // SAFETY: the caller passes NULL, or `capacity` writable bytes that are not used elsewhere during the call.
    let buffer = unsafe { handle::room(buffer, capacity) };
    let count = outcome::fallible(error, || {
        let response = handle::required_mut(response, "response")?;
        let buffer = buffer.ok_or_else(|| Error::invalid_argument("buffer is NULL: pass a buffer for the body"))?;
        if buffer.is_empty() {
            return Err(Error::invalid_argument(
                "capacity is 0: pass at least 1, since 0 means the end of the body",
            ));
        }
        response.0.read_some(buffer)
    });
    count.map_or(-1, |count| i64::try_from(count).unwrap_or(i64::MAX))
}

/// The body, or the part that was not read yet, collected in memory, with its length in `*len`, which may be NULL. A
/// NUL that the length does not count follows it. NULL on failure, with the error in `*error`, which may be NULL:
/// NANGO_ERROR_TOO_LARGE if there is more than nango_client_options_set_max_response_bytes allows.
#[unsafe(no_mangle)]
pub extern "C" fn nango_response_body(
    response: Option<&mut nango_response>,
    len: Option<&mut MaybeUninit<usize>>,
    error: Option<&mut MaybeUninit<*mut nango_error>>,
) -> *const c_void {
    let body = outcome::fallible(error, || {
        let with_nul = handle::required_mut(response, "response")?.0.body_with_nul()?;
        Ok((with_nul.as_ptr(), with_nul.len() - 1))
    });
    let (start, size) = body.unwrap_or((ptr::null(), 0));
    if let Some(len) = len {
        len.write(size);
    }
    start.cast()
}

/// abi: blocks
/// The text of the JSON string that a JSON pointer (RFC 6901) names in the body, such as "/items/0/name". Collects the
/// body first, as nango_response_body does. NULL if there is no such value, if it is not a string or contains U+0000,
/// or if the body is not JSON or cannot be read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_response_get_string(
    response: Option<&mut nango_response>,
    json_pointer: *const c_char,
) -> *const c_char {
    // SAFETY: the caller passes NULL or a NUL-terminated string that is not modified during the call.
    let json_pointer = unsafe { argument(json_pointer) };
    guard::or(ptr::null(), || {
        let found = response.zip(json_pointer.text());
        c_string(found.and_then(|(response, json_pointer)| response.0.look_up_string(json_pointer)))
    })
}

/// abi: blocks
/// The JSON text of the value that a JSON pointer (RFC 6901) names in the body; "" names the whole. Collects the body
/// first, as nango_response_body does. NULL if there is no such value, or if the body is not JSON or cannot be read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_response_get_json(
    response: Option<&mut nango_response>,
    json_pointer: *const c_char,
) -> *const c_char {
    // SAFETY: the caller passes NULL or a NUL-terminated string that is not modified during the call.
    let json_pointer = unsafe { argument(json_pointer) };
    guard::or(ptr::null(), || {
        let found = response.zip(json_pointer.text());
        c_string(found.and_then(|(response, json_pointer)| response.0.look_up_json(json_pointer)))
    })
}

/// The body as a JSON value, to be walked through: see nango_value. Collects the body first, as nango_response_body does, and
/// indexes it once. NULL on failure, with the error in `*error`, which may be NULL: NANGO_ERROR_DECODE if the body is not JSON,
/// is nested deeper than 128 levels, or is longer than 2 GiB; and the errors of nango_response_body.
#[unsafe(no_mangle)]
pub extern "C" fn nango_response_value(
    response: Option<&mut nango_response>,
    error: Option<&mut MaybeUninit<*mut nango_error>>,
) -> *const nango_value {
    let value = outcome::fallible(error, || {
        let document = handle::required_mut(response, "response")?.0.document()?;
        Ok(nango_value::root(Some(document)))
    });
    value.unwrap_or(ptr::null())
}
