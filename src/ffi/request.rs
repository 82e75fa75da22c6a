//! Request

use std::ffi::{c_char, c_void};
use std::io::{self, Read};

use super::callback::{UserData, nango_read_fn};
use super::guard;
use super::handle::{self, Argument, argument};
use crate::client::error::Error;
use crate::proxy::Request;

/// A request to an external API, which Nango forwards with the credentials of a connection: see nango_proxy. Or one to
/// Nango's own API: see nango_call. Owned by the caller of nango_request_new and freed with nango_request_free. Setters
/// copy their arguments and return nothing; the call reports an invalid value, names the setting and never repeats a
/// secret. With a NULL request a setter does nothing. Any number of calls may share one while no thread changes it,
/// unless its body comes from a reader: then it serves a single call.
pub struct nango_request(Request);

impl nango_request {
    pub(super) fn get(&self) -> &Request {
        &self.0
    }
}

/// abi: blocks
/// Frees the request. NULL is allowed. No call may be using it; responses do not need it.
#[unsafe(no_mangle)]
pub extern "C" fn nango_request_free(request: Option<Box<nango_request>>) {
    guard::or((), || handle::free(request));
}

/// cbindgen:postfix=NANGO_OWNED(nango_request_free)
/// A request with a method such as "GET" and an endpoint such as "/v1/items?limit=10": path and query below the
/// external API's base URL. Existing percent-encoding in the endpoint is kept, characters that a URL cannot contain are
/// encoded, and a missing leading slash is added. An absolute URL is an error (see
/// nango_request_set_base_url_override), as is a segment . or .., even if encoded. CONNECT and OPTIONS are errors:
/// Nango does not forward them.
///
/// For nango_call it is a path of Nango's own API such as "/connections/{connectionId}", in which `{name}` is a segment
/// that nango_request_set_path_parameter sets. Any other brace is an error there.
///
/// Owned: free with nango_request_free. Never NULL, except after an internal error: the call reports an invalid
/// argument.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_request_new(
    method: *const c_char,
    endpoint: *const c_char,
) -> Option<Box<nango_request>> {
    // SAFETY: the caller passes NULL or NUL-terminated strings that are not modified during the call.
    let (method, endpoint) = unsafe { (argument(method), argument(endpoint)) };
    guard::or(None, || {
        let texts = (method.required("method"), endpoint.required("endpoint"));
        let request = match texts {
            (Ok(method), Ok(endpoint)) => Request::new(method, endpoint),
            (Err(problem), _) | (_, Err(problem)) => Request {
                refused: Some(problem),
                ..Request::default()
            },
        };
        Some(Box::new(nango_request(request)))
    })
}

/// Sets the value of `{name}` in the path: one segment, which is encoded, even "..". `name` is written without its braces.
/// Setting it again replaces the value. Only for nango_call, for which a parameter that is in the path but not set, one
/// that is set but not in the path, and an empty value are errors.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_request_set_path_parameter(
    request: Option<&mut nango_request>,
    name: *const c_char,
    value: *const c_char,
) {
    // SAFETY: the caller passes NULL or NUL-terminated strings that are not modified during the call.
    let pair = unsafe { (argument(name), argument(value)) };
    set(request, |request| {
        if let Some((name, value)) = both(request, "path_parameter", pair) {
            request.path_parameter(name, value);
        }
    });
}

/// abi: json may be NULL
/// A JSON body, with the content type application/json: copied, and wiped when the request is freed. Text that is not
/// exactly one JSON value is an error of the call. NULL removes the body.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_request_set_json(request: Option<&mut nango_request>, json: *const c_char) {
    // SAFETY: the caller passes NULL or a NUL-terminated string that is not modified during the call.
    let json = unsafe { argument(json) };
    set(request, |request| match json {
        Argument::Null => request.clear_body(),
        Argument::Text(json) => {
            request.json(json);
        }
        Argument::NotUtf8 => refuse(request, handle::not_utf8("json")),
    });
}

/// Adds a query parameter, which is encoded and appended to those in the endpoint. May be called repeatedly, also with
/// the same name.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_request_add_query(
    request: Option<&mut nango_request>,
    name: *const c_char,
    value: *const c_char,
) {
    // SAFETY: the caller passes NULL or NUL-terminated strings that are not modified during the call.
    let pair = unsafe { (argument(name), argument(value)) };
    set(request, |request| {
        if let Some((name, value)) = both(request, "query", pair) {
            request.query(name, value);
        }
    });
}

/// Adds a header: in nango_call for Nango itself, see there; in nango_proxy for the external API, where Nango adds the
/// credentials. Content-Type takes precedence over the content type of the body. Headers that belong to the connection or to the body's framing are errors:
/// Connection, Content-Length, Expect, Host, Keep-Alive, Proxy-Authenticate, Proxy-Authorization, Proxy-Connection, TE,
/// Trailer, Transfer-Encoding, Upgrade, and names that begin with Nango-Proxy-, the prefix that the library adds. The
/// values of headers with the same name are joined with a comma, because Nango forwards only the last one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_request_add_header(
    request: Option<&mut nango_request>,
    name: *const c_char,
    value: *const c_char,
) {
    // SAFETY: the caller passes NULL or NUL-terminated strings that are not modified during the call.
    let pair = unsafe { (argument(name), argument(value)) };
    set(request, |request| {
        if let Some((name, value)) = both(request, "header", pair) {
            request.header(name, value);
        }
    });
}

/// abi: blocks
/// abi: content_type may be NULL
/// A body from memory: `len` bytes at `data`, which are copied, and wiped when the request is freed. `data` may be
/// NULL if `len` is 0. `content_type` is the type of the body; NULL stands for application/octet-stream. In nango_proxy
/// the external API receives the bytes unchanged and this type, unless a header Content-Type names another: see
/// nango_request_set_nango_parses_body. A Nango server accepts 75 MiB (78643200 bytes) by default.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_request_set_body(
    request: Option<&mut nango_request>,
    data: *const c_void,
    len: usize,
    content_type: *const c_char,
) {
    // SAFETY: the caller passes NULL or a NUL-terminated string that is not modified during the call.
    let content_type = unsafe { argument(content_type) };
    // SAFETY: the caller passes NULL, or `len` readable bytes that are not modified during the call.
    let bytes = unsafe { handle::bytes(data, len) };
    set(request, |request| {
        let Some(content_type) = content_type_of(request, content_type) else {
            return;
        };
        match bytes {
            Some(bytes) => {
                request.body(bytes, content_type);
            }
            None => refuse(
                request,
                Error::invalid_argument("data is NULL: pass the body's bytes, or a len of 0"),
            ),
        }
    });
}

/// abi: content_type may be NULL
/// A body that is streamed and never held in memory as a whole: see nango_read_fn. With a `content_length` exactly that
/// many bytes are read, and the call fails if the reader ends early; negative means unknown, and the body is sent with
/// chunked encoding. Serves a single call. `content_type` is as for nango_request_set_body. `user_data` must live until
/// the request is freed and no call runs. NULL removes the body.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_request_set_body_reader(
    request: Option<&mut nango_request>,
    read: nango_read_fn,
    user_data: *mut c_void,
    content_length: i64,
    content_type: *const c_char,
) {
    // SAFETY: the caller passes NULL or a NUL-terminated string that is not modified during the call.
    let content_type = unsafe { argument(content_type) };
    let user_data = UserData(user_data);
    set(request, |request| {
        let Some(read) = read else {
            request.clear_body();
            return;
        };
        if let Some(content_type) = content_type_of(request, content_type) {
            let length = u64::try_from(content_length).ok();
            request.body_reader(CallbackReader { read, user_data }, length, content_type);
        }
    });
}

/// abi: url may be NULL
/// Replaces the base URL of the integration for this request, for example with "https://eu.api.example.com". Default:
/// NULL, the integration's base URL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_request_set_base_url_override(request: Option<&mut nango_request>, url: *const c_char) {
    // SAFETY: the caller passes NULL or a NUL-terminated string that is not modified during the call.
    let url = unsafe { argument(url) };
    set(request, |request| match url {
        Argument::Null => request.base_url_override = None,
        Argument::Text(url) => {
            request.base_url_override(url);
        }
        Argument::NotUtf8 => refuse(request, handle::not_utf8("base_url_override")),
    });
}

/// How often Nango itself retries a failed call to the external API. Default: never. Negative means the default. For
/// the library's own retries see nango_client_options_set_max_retries.
#[unsafe(no_mangle)]
pub extern "C" fn nango_request_set_retries(request: Option<&mut nango_request>, retries: i32) {
    set(request, |request| request.retries = u32::try_from(retries).ok());
}

/// The `count` HTTP statuses for which Nango retries the call to the external API, in addition to those that it
/// retries by default. They are copied. A `count` of 0 means the default: no additional statuses.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_request_set_retry_on(
    request: Option<&mut nango_request>,
    statuses: *const i32,
    count: usize,
) {
    // SAFETY: the caller passes NULL, or `count` readable numbers that are not modified during the call.
    let statuses = unsafe { handle::numbers(statuses, count) };
    set(request, |request| match statuses {
        Some(statuses) => request.retry_on = statuses,
        None => refuse(
            request,
            Error::invalid_argument("statuses is NULL: pass retry_on an array, or a count of 0"),
        ),
    });
}

/// abi: on is a flag
/// Makes Nango parse a JSON or form body, according to its content type, and serialize it again for the external API. 0 is
/// no, anything else yes. Default: no, the external API receives the bytes unchanged. A few APIs need it because Nango
/// adds credentials to the body: adyntel, mandrill and sage-member. It loses data: 12345678901234567890 arrives as
/// 12345678901234567000, 1.10 as 1.1, the form b=2&b=3 as b[]=2&b[]=3, and JSON that is not an object or array is an error.
/// Only for nango_proxy: an error in nango_call.
#[unsafe(no_mangle)]
pub extern "C" fn nango_request_set_nango_parses_body(request: Option<&mut nango_request>, on: i32) {
    set(request, |request| request.nango_parses_body = on != 0);
}

/// abi: on is a flag
/// Asks Nango to decompress the external API's response. 0 is no, anything else yes. Default: no. Nango 0.71 always
/// decompresses gzip.
#[unsafe(no_mangle)]
pub extern "C" fn nango_request_set_decompress(request: Option<&mut nango_request>, on: i32) {
    set(request, |request| request.decompress = on != 0);
}

/// abi: on is a flag
/// Makes Nango send the credentials along when it follows a redirect of the external API to another host. 0 is no, anything
/// else yes. Default: no, such a request goes without them. That host gets the credentials: use it only for an API whose
/// redirects you trust. Only for nango_proxy: an error in nango_call.
#[unsafe(no_mangle)]
pub extern "C" fn nango_request_set_forward_headers_on_redirect(request: Option<&mut nango_request>, on: i32) {
    set(request, |request| request.forward_headers_on_redirect = on != 0);
}

/// abi: on is a flag
/// Says that a call of Nango's own API changes nothing more when it is made a second time, as with PUT and DELETE mostly: then
/// nango_call sends it again after a broken connection, too. 0 is no, anything else yes. Default: no. GET and HEAD need no
/// word of that. A DELETE that was sent again and finds no connection any more counts as done: its response has the status
/// 400. nango_proxy ignores it.
#[unsafe(no_mangle)]
pub extern "C" fn nango_request_set_repeatable(request: Option<&mut nango_request>, on: i32) {
    set(request, |request| request.repeatable = on != 0);
}

/// The idle timeout for sending the request body and reading the response body, in milliseconds: the limit of each
/// wait for the next part. Default: 30000. Negative means the default; 0 expires immediately.
#[unsafe(no_mangle)]
pub extern "C" fn nango_request_set_idle_timeout_ms(request: Option<&mut nango_request>, ms: i64) {
    set(request, |request| request.idle_timeout = handle::duration(ms));
}

/// A program's read function as a reader.
struct CallbackReader {
    read: unsafe extern "C" fn(*mut c_void, *mut c_void, usize) -> i64,
    user_data: UserData,
}

impl Read for CallbackReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        // SAFETY: the function and its data are valid until the request is freed: the header requires that. The buffer
        // has so many writable bytes.
        let count = unsafe { (self.read)(self.user_data.0, buffer.as_mut_ptr().cast(), buffer.len()) };
        match usize::try_from(count) {
            Ok(count) if count <= buffer.len() => Ok(count),
            _ => Err(io::Error::other("the read function gave up")),
        }
    }
}

fn set(request: Option<&mut nango_request>, change: impl FnOnce(&mut Request)) {
    guard::or((), || {
        if let Some(request) = request {
            change(&mut request.0);
        }
    });
}

/// Notes the first thing that cannot be used.
fn refuse(request: &mut Request, problem: Error) {
    request.refused.get_or_insert(problem);
}

/// Name and value, if both are given.
fn both<'a>(request: &mut Request, what: &str, pair: (Argument<'a>, Argument<'a>)) -> Option<(&'a str, &'a str)> {
    let name = pair.0.required(&format!("{what} name"));
    let value = pair.1.required(&format!("{what} value"));
    match (name, value) {
        (Ok(name), Ok(value)) => Some((name, value)),
        (Err(problem), _) | (_, Err(problem)) => {
            refuse(request, problem);
            None
        }
    }
}

fn content_type_of<'a>(request: &mut Request, content_type: Argument<'a>) -> Option<&'a str> {
    match content_type {
        Argument::Null => Some(""),
        Argument::Text(content_type) => Some(content_type),
        Argument::NotUtf8 => {
            refuse(request, handle::not_utf8("content_type"));
            None
        }
    }
}
