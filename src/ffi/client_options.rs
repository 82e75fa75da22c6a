//! Client options

use std::ffi::{c_char, c_void};

use zeroize::Zeroizing;

use super::callback::{self, UserData, nango_log_fn};
use super::guard;
use super::handle::{self, Argument, argument};
use crate::client::error::Error;
use crate::client::log::LogLevel;
use crate::client::options::{ClientOptions, Route};

/// The settings of a client. Owned by the caller of nango_client_options_new and freed with
/// nango_client_options_free, also after a client was made from it. Setters copy what they are given and return
/// nothing; a bad value is reported by nango_client_new, which names the setting and repeats no secret. With NULL
/// options a setter does nothing. Any number of threads may use one while nobody sets.
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

/// How the server is asked for a connection: one of the `NANGO_ROUTE_*` numbers.
pub type nango_route = i32;

/// `GET /connection/{id}` and, if the server does not have it, `GET /connections/{id}`; what works is remembered.
pub const NANGO_ROUTE_AUTO: nango_route = 0;
/// `GET /connection/{id}`: the documented original, which every Nango server ever released has.
pub const NANGO_ROUTE_CONNECTION: nango_route = 1;
/// `GET /connections/{id}`: its present name.
pub const NANGO_ROUTE_CONNECTIONS: nango_route = 2;

/// Frees the options. NULL is allowed. No other thread may be using them.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_free(options: Option<Box<nango_client_options>>) {
    guard::or((), || drop(options));
}

/// cbindgen:postfix=NANGO_OWNED(nango_client_options_free)
/// Settings with their defaults. Owned: free with nango_client_options_free. Never NULL, except after a fault inside
/// the library.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_new() -> Option<Box<nango_client_options>> {
    guard::or(None, || Some(Box::default()))
}

/// abi: secret_key may be NULL
/// The secret key of the Nango environment: printable ASCII without spaces. Required, here or in the environment: see
/// nango_client_options_set_read_env. The library's copy is wiped when the options are freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_client_options_set_secret_key(
    options: Option<&mut nango_client_options>,
    secret_key: *const c_char,
) {
    // SAFETY: the caller passes NULL or a NUL-terminated string that nobody changes during the call.
    let value = unsafe { argument(secret_key) };
    set(options, |options| {
        options.set_text("secret_key", value, |options, text| {
            options.secret_key = text.map(|text| Zeroizing::new(text.to_owned()));
        });
    });
}

/// abi: url may be NULL
/// Where Nango is. Default: "https://api.nango.dev". May have a path prefix; must not have user information, a query or
/// a fragment. Plain http is accepted for loopback only: see nango_client_options_set_allow_plaintext_http.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_client_options_set_base_url(
    options: Option<&mut nango_client_options>,
    url: *const c_char,
) {
    // SAFETY: the caller passes NULL or a NUL-terminated string that nobody changes during the call.
    let value = unsafe { argument(url) };
    set(options, |options| {
        options.set_text("base_url", value, |options, text| {
            options.base_url = text.map(str::to_owned)
        });
    });
}

/// abi: allow is a flag
/// Allows plain http:// to hosts beyond loopback (127.0.0.0/8, ::1, localhost, *.localhost), where anybody on the way
/// can read the secret key. 0 is no, anything else yes. Default: no.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_set_allow_plaintext_http(
    options: Option<&mut nango_client_options>,
    allow: i32,
) {
    set(options, |options| {
        options.0.allow_plaintext_http(allow != 0);
    });
}

/// How the server is asked for a connection. Default: NANGO_ROUTE_AUTO.
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
                Error::invalid_argument("route is none of the NANGO_ROUTE_* numbers"),
            ),
        }
    });
}

/// How long a whole call may take, in milliseconds: one deadline for everything it does. Default: 30000. Negative is the
/// default, 0 has passed already.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_set_timeout_ms(options: Option<&mut nango_client_options>, total_ms: i64) {
    set(options, |options| options.0.timeout = handle::duration(total_ms));
}

/// How long resolving, connecting and the TLS handshake may take together, in milliseconds, within the whole. Looking
/// up a host name waits for the system's resolver and is bounded by its settings. Default: 10000. Negative is the
/// default, 0 has passed already.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_set_connect_timeout_ms(options: Option<&mut nango_client_options>, ms: i64) {
    set(options, |options| options.0.connect_timeout = handle::duration(ms));
}

/// How often a failed call is tried again. Default: 2. Negative is the default, 0 is never. Tried again is what may help
/// and can do no harm: a failure to resolve or connect, a connection that broke before an answer, and the answers 408,
/// 429, 500, 502, 503, 504; after a pause that grows, is jittered, obeys Retry-After and never goes beyond the timeout. A
/// forced refresh is repeated only if the server cannot have begun it, or said 429.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_set_max_retries(options: Option<&mut nango_client_options>, retries: i32) {
    set(options, |options| options.0.max_retries = u32::try_from(retries).ok());
}

/// How large an answer may be, in bytes; a larger one is NANGO_ERROR_TOO_LARGE. Default: 16777216 (16 MiB). Negative is
/// the default, 0 allows an empty answer only.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_set_max_response_bytes(options: Option<&mut nango_client_options>, bytes: i64) {
    set(options, |options| {
        options.0.max_response_bytes = u64::try_from(bytes).ok()
    });
}

/// abi: url may be NULL
/// The HTTP proxy that every connection goes through, as "http://user:password@proxy.example:3128"; "" for none.
/// Default (NULL): what the environment says, by curl's rules: https_proxy or HTTPS_PROXY for an https base URL, http_proxy
/// for plain http, else all_proxy or ALL_PROXY, but not for the hosts in no_proxy or NO_PROXY. A tunnel (CONNECT) is asked
/// for, so an https connection is private to the proxy too.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_client_options_set_http_proxy(
    options: Option<&mut nango_client_options>,
    url: *const c_char,
) {
    // SAFETY: the caller passes NULL or a NUL-terminated string that nobody changes during the call.
    let value = unsafe { argument(url) };
    set(options, |options| {
        options.set_text("http_proxy", value, |options, text| {
            options.http_proxy = text.map(|text| Zeroizing::new(text.to_owned()));
        });
    });
}

/// abi: pem_path may be NULL
/// The path of a file of certificates in PEM that are trusted beside the system's. Read by nango_client_new. Default: none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_client_options_set_ca_file(
    options: Option<&mut nango_client_options>,
    pem_path: *const c_char,
) {
    // SAFETY: the caller passes NULL or a NUL-terminated string that nobody changes during the call.
    let value = unsafe { argument(pem_path) };
    set(options, |options| {
        options.set_text("ca_file", value, |options, text| options.ca_file = text.map(Into::into));
    });
}

/// Keeps connections and hands them out again while they are younger than this, in milliseconds. Default: 0, no cache.
/// Negative is the default; more than 300000 (5 minutes, for which Nango advises to keep a token at most) is refused.
///
/// Calls with the same connection id, provider config key and nango_call_options_set_refresh_token share an entry, and one
/// request if they come at once; each keeps its own timeout, cancel and interrupt. The age counts from when the request
/// began, by a clock that runs on while the machine sleeps. What expires within 60 s is not handed out, and errors are not
/// kept. There are at most 10000 entries; the least recently used goes first. A child of fork begins with none.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_set_cache_ttl_ms(options: Option<&mut nango_client_options>, ttl_ms: i64) {
    set(options, |options| {
        options.0.cache_ttl(handle::duration(ttl_ms).unwrap_or_default());
    });
}

/// abi: max_level is a nango_log_level
/// Tells `log` what happens, up to `max_level`: one of the `NANGO_LOG_*` numbers, 0 or a NULL function for nothing.
/// Default: nothing. Each attempt is told with method, route, status, time and size, and what is tried again and why. Ids
/// are told from NANGO_LOG_DEBUG on; a secret or what the server said never. `user_data` must live until the options and
/// every client made from them are freed and no call runs.
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
        _ => options.0.logger = None,
    });
}

/// abi: product may be NULL
/// The name of your program, such as "my-app/1.0", put before "libnango/x.y.z" in the User-Agent header. Printable
/// ASCII. Default: none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_client_options_set_user_agent(
    options: Option<&mut nango_client_options>,
    product: *const c_char,
) {
    // SAFETY: the caller passes NULL or a NUL-terminated string that nobody changes during the call.
    let value = unsafe { argument(product) };
    set(options, |options| {
        options.set_text("user_agent", value, |options, text| {
            options.user_agent = text.map(str::to_owned)
        });
    });
}

/// Adds a header to every request, for an access gateway in front of Nango. The value is treated as a secret. Names that
/// the library or the connection sets, such as Authorization, Host or Content-Length, are refused.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nango_client_options_add_header(
    options: Option<&mut nango_client_options>,
    name: *const c_char,
    value: *const c_char,
) {
    // SAFETY: the caller passes NULL or NUL-terminated strings that nobody changes during the call.
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
/// Whether nango_client_new reads the environment. Default: yes. It then fills what was not set, as
/// nango_client_options_load_env does, and obeys the variables that name an HTTP proxy (see
/// nango_client_options_set_http_proxy) and certificates (SSL_CERT_FILE, SSL_CERT_DIR). With 0 it reads no variable at all.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_set_read_env(options: Option<&mut nango_client_options>, read: i32) {
    set(options, |options| {
        options.0.read_env(read != 0);
    });
}

/// Fills what was not set from the environment, now rather than in nango_client_new: the secret key from NANGO_SECRET_KEY
/// or else NANGO_API_KEY (both may be set only if they are the same), the base URL from NANGO_BASE_URL or else
/// NANGO_HOSTPORT, the permission for plain http from NANGO_ALLOW_PLAINTEXT_HTTP (1 or true, 0 or false). An empty variable
/// counts as not set; one that cannot be used is reported by nango_client_new. No other thread may be changing the
/// environment.
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
