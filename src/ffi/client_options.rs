//! Client options

use std::ffi::{c_char, c_void};

use zeroize::Zeroizing;

use super::callback::{self, UserData, nango_call_hook_fn, nango_log_fn, nango_log_record_fn};
use super::guard;
use super::handle::{self, Argument, argument};
use crate::client::error::Error;
use crate::client::log_record::LogLevel;
use crate::client::options::{ClientOptions, Route};

/// The settings of a client. Owned by the caller of nango_client_options_new and freed with nango_client_options_free,
/// also after a client was made from it. Setters copy their arguments and return nothing; nango_client_new reports an
/// invalid value, names the setting and never repeats a secret. With NULL options a setter does nothing. Any number of
/// threads may use one while no thread changes it.
#[derive(Default)]
pub struct nango_client_options(ClientOptions);

impl nango_client_options {
    pub(super) fn get(&self) -> &ClientOptions {
        &self.0
    }

    /// Sets a string, or takes it back with NULL.
    fn set_text(
        &mut self,
        setting: &'static str,
        value: Argument<'_>,
        apply: impl FnOnce(&mut ClientOptions, Option<&str>),
    ) {
        self.0.accept(setting);
        match value {
            Argument::Null => apply(&mut self.0, None),
            Argument::Text(text) => apply(&mut self.0, Some(text)),
            Argument::NotUtf8 => self.0.refuse(setting, handle::not_utf8(setting)),
        }
    }
}

/// The route that requests a connection: one of the `NANGO_ROUTE_*` numbers.
pub type nango_route = i32;

/// `GET /connection/{id}` and, if the server does not have it, `GET /connections/{id}`. The client remembers which one
/// works.
pub const NANGO_ROUTE_AUTO: nango_route = 0;
/// `GET /connection/{id}`: the original documented route, which every released Nango server has.
pub const NANGO_ROUTE_CONNECTION: nango_route = 1;
/// `GET /connections/{id}`: the current name of the route.
pub const NANGO_ROUTE_CONNECTIONS: nango_route = 2;

/// Frees the options. NULL is allowed. No other thread may be using them.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_free(options: Option<Box<nango_client_options>>) {
    guard::or((), || handle::free(options));
}

/// cbindgen:postfix=NANGO_OWNED(nango_client_options_free)
/// Settings with their defaults. Owned: free with nango_client_options_free. Never NULL, except after an internal
/// error.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_new() -> Option<Box<nango_client_options>> {
    guard::or(None, || Some(Box::default()))
}

/// abi: secret_key may be NULL
/// The secret key of the Nango environment: printable ASCII without spaces. Required, either here or in an environment
/// variable: see nango_client_options_set_read_env. The library wipes its copy when the options are freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_client_options_set_secret_key(
    options: Option<&mut nango_client_options>,
    secret_key: *const c_char,
) {
    // SAFETY: the caller passes NULL or a NUL-terminated string that is not modified during the call.
    let value = unsafe { argument(secret_key) };
    set(options, |options| {
        options.set_text("secret_key", value, |options, text| {
            options.secret_key = text.map(|text| Zeroizing::new(text.to_owned()));
        });
    });
}

/// abi: url may be NULL
/// The URL of the Nango server. Default: "https://api.nango.dev". May have a path prefix; must not have user
/// information, a query or a fragment. Plain http is accepted only for loopback: see
/// nango_client_options_set_allow_plaintext_http.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_client_options_set_base_url(
    options: Option<&mut nango_client_options>,
    url: *const c_char,
) {
    // SAFETY: the caller passes NULL or a NUL-terminated string that is not modified during the call.
    let value = unsafe { argument(url) };
    set(options, |options| {
        options.set_text("base_url", value, |options, text| {
            options.base_url = text.map(str::to_owned)
        });
    });
}

/// abi: allow is a flag
/// Allows plain http:// to hosts other than loopback (127.0.0.0/8, ::1, localhost, *.localhost). Anyone on the network
/// path can then read the secret key. 0 is no, anything else yes. Default: no.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_set_allow_plaintext_http(
    options: Option<&mut nango_client_options>,
    allow: i32,
) {
    set(options, |options| {
        options.0.allow_plaintext_http(allow != 0);
    });
}

/// The route that requests a connection. Default: NANGO_ROUTE_AUTO.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_set_route(options: Option<&mut nango_client_options>, route: nango_route) {
    set(options, |options| {
        options.0.accept("route");
        match route {
            NANGO_ROUTE_AUTO => options.0.route = Route::Auto,
            NANGO_ROUTE_CONNECTION => options.0.route = Route::Connection,
            NANGO_ROUTE_CONNECTIONS => options.0.route = Route::Connections,
            _ => options.0.refuse(
                "route",
                Error::invalid_argument("route is not one of the NANGO_ROUTE_* numbers"),
            ),
        }
    });
}

/// The timeout of a call, in milliseconds: one deadline for everything it does, including retries. Default: 30000.
/// Negative means the default; 0 expires immediately.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_set_timeout_ms(options: Option<&mut nango_client_options>, total_ms: i64) {
    set(options, |options| options.0.timeout = handle::duration(total_ms));
}

/// The timeout for resolving the host name, connecting and the TLS handshake together, in milliseconds, within the
/// call's timeout. A lookup may outlast it on a thread of its own, for as long as the system's resolver takes. Default:
/// 10000. Negative means the default; 0 expires immediately.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_set_connect_timeout_ms(options: Option<&mut nango_client_options>, ms: i64) {
    set(options, |options| options.0.connect_timeout = handle::duration(ms));
}

/// How often to retry a failed call. Default: 2. Negative means the default; 0 means never. The library retries what
/// is safe to retry: a failure to resolve or connect, a connection lost before a response, and the statuses 408, 429,
/// 500, 502, 503 and 504. It waits between attempts with exponential backoff and jitter, honors Retry-After and never
/// exceeds the timeout. A forced refresh is retried only if the server cannot have started it, or replied with 429.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_set_max_retries(options: Option<&mut nango_client_options>, retries: i32) {
    set(options, |options| options.0.max_retries = u32::try_from(retries).ok());
}

/// The maximum size of a response, in bytes; a larger one fails with NANGO_ERROR_TOO_LARGE. Default: 16777216 (16
/// MiB). Negative means the default; 0 allows only an empty response.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_set_max_response_bytes(options: Option<&mut nango_client_options>, bytes: i64) {
    set(options, |options| {
        options.0.max_response_bytes = u64::try_from(bytes).ok()
    });
}

/// abi: url may be NULL
/// The proxy for all connections, such as "http://user:password@proxy.example:3128"; "" for none. Schemes: http, https, socks5
/// (this machine resolves names) and socks5h (the proxy does). Default (NULL): taken from the environment by curl's rules:
/// https_proxy or HTTPS_PROXY for an https base URL, http_proxy for plain http, else all_proxy or ALL_PROXY, except for the
/// hosts in no_proxy or NO_PROXY. For https the library opens a tunnel (CONNECT), so the proxy cannot read the connection.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_client_options_set_http_proxy(
    options: Option<&mut nango_client_options>,
    url: *const c_char,
) {
    // SAFETY: the caller passes NULL or a NUL-terminated string that is not modified during the call.
    let value = unsafe { argument(url) };
    set(options, |options| {
        options.set_text("http_proxy", value, |options, text| {
            options.http_proxy = text.map(|text| Zeroizing::new(text.to_owned()));
        });
    });
}

/// abi: pem_path may be NULL
/// The path of a PEM file of CA certificates to trust in addition to the system's. A certificate in it that is not a
/// CA's, such as a server's own self-signed one, is trusted for that server alone. Read by nango_client_new. Default:
/// none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_client_options_set_ca_file(
    options: Option<&mut nango_client_options>,
    pem_path: *const c_char,
) {
    // SAFETY: the caller passes NULL or a NUL-terminated string that is not modified during the call.
    let value = unsafe { argument(pem_path) };
    set(options, |options| {
        options.set_text("ca_file", value, |options, text| options.ca_file = text.map(Into::into));
    });
}

/// abi: cert_pem may be NULL
/// abi: key_pem may be NULL
/// The certificate that the client presents to a server or gateway that asks for one (mutual TLS), and its private key:
/// the text of PEM files, not their paths. Certificates of the authorities in between follow that of the client. The
/// key is PKCS#8, PKCS#1 or SEC1, and not encrypted; the library wipes its copy when the options are freed. Default:
/// none, as with two NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_client_options_set_client_certificate(
    options: Option<&mut nango_client_options>,
    cert_pem: *const c_char,
    key_pem: *const c_char,
) {
    // SAFETY: the caller passes NULL or NUL-terminated strings that nobody changes during the call.
    let pair = unsafe { (argument(cert_pem), argument(key_pem)) };
    set(options, |options| {
        options.0.accept("client_certificate");
        options.0.client_certificate = None;
        let (certificate, key) = match pair {
            (Argument::Null, Argument::Null) => return,
            (certificate, key) => (
                certificate.required("client_certificate: cert_pem"),
                key.required("client_certificate: key_pem"),
            ),
        };
        match certificate.and_then(|certificate| Ok((certificate, key?))) {
            Ok((certificate, key)) => {
                options.0.client_certificate(certificate, key);
            }
            Err(error) => options.0.refuse("client_certificate", error),
        }
    });
}

/// Caches connections for this long, in milliseconds. Default: 0, no cache. Negative means the default; more than
/// 300000 (5 minutes, the longest time that Nango advises to keep a token) is an error.
///
/// Calls with the same connection id, provider config key and nango_call_options_set_refresh_token share an entry, and
/// concurrent calls share one request; each keeps its own timeout, cancel and interrupt. The age of an entry starts
/// when its request was sent and includes time that the machine spends asleep. Credentials that expire within 60 s are
/// not returned from the cache, and errors are not cached. The cache holds at most 10000 entries and evicts the least
/// recently used first. A child of fork starts with an empty cache.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_set_cache_ttl_ms(options: Option<&mut nango_client_options>, ttl_ms: i64) {
    set(options, |options| {
        options.0.cache_ttl(handle::duration(ttl_ms).unwrap_or_default());
    });
}

/// abi: max_level is a nango_log_level
/// Passes log messages to `log`, up to `max_level`: one of the `NANGO_LOG_*` numbers, or 0 for none. A NULL function
/// disables logging, which is the default. For each attempt the log has the method, route, status, time and size, and
/// for each retry the reason; each message begins with the number of its call. Ids appear only from NANGO_LOG_DEBUG on; secrets and text from the server never appear.
/// `user_data` must live until the options and every client made from them are freed and no call runs.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_set_log(
    options: Option<&mut nango_client_options>,
    log: nango_log_fn,
    user_data: *mut c_void,
    max_level: i32,
) {
    let user_data = UserData(user_data);
    set(options, |options| match (log, LogLevel::up_to(max_level)) {
        (Some(log), Some(level)) => {
            options.0.log(level, move |level, message| {
                callback::log(log, &user_data, level, message)
            });
        }
        _ => options.0.observers.logger = None,
    });
}

/// abi: max_level is a nango_log_level
/// Passes log messages to `log` like nango_client_options_set_log, with their facts as attributes: a JSON object. Of the
/// two functions the last call counts.
///
/// Attributes: call_id (a number for each call of this process), event (begin, cache, attempt, response, no_response,
/// retry, end), operation (get_connection, proxy, request) and, where they apply, method, route (the path without ids),
/// status, bytes, duration_ms, attempts, pause_ms, error (the name of its kind), code, request_id, cache (hit or waited)
/// and, from NANGO_LOG_DEBUG on, connection_id and provider_config_key. Later versions may add events and attributes.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_set_log_record(
    options: Option<&mut nango_client_options>,
    log: nango_log_record_fn,
    user_data: *mut c_void,
    max_level: i32,
) {
    let user_data = UserData(user_data);
    set(options, |options| match (log, LogLevel::up_to(max_level)) {
        (Some(log), Some(level)) => {
            options
                .0
                .log_records(level, move |record| callback::log_record(log, &user_data, record));
        }
        _ => options.0.observers.logger = None,
    });
}

/// Passes the end of each call to `hook`, for metrics and traces: once for each call, whatever the level of the log. The
/// summary is a JSON object with the attributes of the event "end": see nango_client_options_set_log_record. It never
/// has the id of a connection. A NULL function disables the hook, which is the default. `user_data` must live until the
/// options and every client made from them are freed and no call runs.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_set_call_hook(
    options: Option<&mut nango_client_options>,
    hook: nango_call_hook_fn,
    user_data: *mut c_void,
) {
    let user_data = UserData(user_data);
    set(options, |options| match hook {
        Some(hook) => {
            options
                .0
                .call_hook(move |record| callback::call_hook(hook, &user_data, record));
        }
        None => options.0.observers.hook = None,
    });
}

/// abi: product may be NULL
/// The name of your program, such as "my-app/1.0", which precedes "libnango/x.y.z" in the User-Agent header.
/// Printable ASCII. Default: none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_client_options_set_user_agent(
    options: Option<&mut nango_client_options>,
    product: *const c_char,
) {
    // SAFETY: the caller passes NULL or a NUL-terminated string that is not modified during the call.
    let value = unsafe { argument(product) };
    set(options, |options| {
        options.set_text("user_agent", value, |options, text| {
            options.user_agent = text.map(str::to_owned)
        });
    });
}

/// Adds a header to every request, for an access gateway in front of Nango. The value is treated as a secret. A header
/// that the library or the connection sets, such as Authorization, Host or Content-Length, is an error.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_client_options_add_header(
    options: Option<&mut nango_client_options>,
    name: *const c_char,
    value: *const c_char,
) {
    // SAFETY: the caller passes NULL or NUL-terminated strings that are not modified during the call.
    let (name, value) = unsafe { (argument(name), argument(value)) };
    set(options, |options| {
        let pair = name
            .required("header name")
            .and_then(|name| Ok((name, value.required("header value")?)));
        match pair {
            Ok((name, value)) => {
                options.0.header(name, value);
            }
            Err(error) => options.0.refuse("header", error),
        }
    });
}

/// abi: read is a flag
/// Whether nango_client_new reads the environment. Default: yes. It then reads settings that were not set, as
/// nango_client_options_load_env does, and the variables for an HTTP proxy (see nango_client_options_set_http_proxy)
/// and for certificates (SSL_CERT_FILE, SSL_CERT_DIR). With 0 it reads no environment variables.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_set_read_env(options: Option<&mut nango_client_options>, read: i32) {
    set(options, |options| {
        options.0.read_env(read != 0);
    });
}

/// Reads settings that were not set from the environment, now rather than in nango_client_new: the secret key from
/// NANGO_SECRET_KEY or else NANGO_API_KEY (if both are set they must be equal), the base URL from NANGO_BASE_URL or
/// else NANGO_HOSTPORT, and whether plain http is allowed from NANGO_ALLOW_PLAINTEXT_HTTP (1 or true, 0 or false). An
/// empty variable counts as not set; nango_client_new reports one that is invalid. No other thread may change the
/// environment meanwhile.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_load_env(options: Option<&mut nango_client_options>) {
    set(options, |options| {
        options.0.load_env();
    });
}

/// Changes the options, if there are any.
fn set(options: Option<&mut nango_client_options>, change: impl FnOnce(&mut nango_client_options)) {
    guard::or((), || {
        if let Some(options) = options {
            change(options);
        }
    });
}
