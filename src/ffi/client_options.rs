//! Client options

use std::ffi::c_char;

use zeroize::Zeroizing;

use super::guard;
use super::handle::{self, Argument, argument};
use crate::error::Error;
use crate::options::{ClientOptions, Route};

/// The settings of a client. Owned by the caller of nango_client_options_new and freed with
/// nango_client_options_free, also after a client was made from it. Setters copy what they are given and return
/// nothing; a bad value is reported by nango_client_new, which names the setting and repeats no secret. With NULL
/// options a setter does nothing. Any number of threads may use one while nobody sets.
#[derive(Default)]
pub struct nango_client_options {
    options: ClientOptions,
    /// What was set but cannot be used, by setting; a later good value takes it back.
    refused: Vec<(&'static str, Error)>,
}

impl nango_client_options {
    /// The settings, or what is wrong with them.
    pub(super) fn checked(&self) -> Result<&ClientOptions, Error> {
        match self.refused.first() {
            Some((_, error)) => Err(error.clone()),
            None => Ok(&self.options),
        }
    }

    fn refuse(&mut self, setting: &'static str, error: Error) {
        self.refused.push((setting, error));
    }

    /// Forgets what was wrong with a setting, which is being set anew.
    fn accept(&mut self, setting: &'static str) {
        self.refused.retain(|(refused, _)| *refused != setting);
    }

    /// Sets a string, or takes it back with NULL.
    fn set_text(
        &mut self,
        setting: &'static str,
        value: Argument<'_>,
        apply: impl FnOnce(&mut ClientOptions, Option<&str>),
    ) {
        self.accept(setting);
        match value {
            Argument::Null => apply(&mut self.options, None),
            Argument::Text(text) => apply(&mut self.options, Some(text)),
            Argument::NotUtf8 => self.refuse(setting, handle::not_utf8(setting)),
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

/// The secret key of the Nango environment: printable ASCII without spaces. Required, here or through
/// nango_client_options_load_env. The library's copy is wiped when the options are freed.
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

/// Allows plain http:// to hosts beyond loopback (127.0.0.0/8, ::1, localhost, *.localhost), where anybody on the way
/// can read the secret key. 0 is no, anything else yes. Default: no.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_set_allow_plaintext_http(
    options: Option<&mut nango_client_options>,
    allow: i32,
) {
    set(options, |options| {
        options.options.allow_plaintext_http = Some(allow != 0)
    });
}

/// How the server is asked for a connection. Default: NANGO_ROUTE_AUTO.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_set_route(options: Option<&mut nango_client_options>, route: nango_route) {
    set(options, |options| {
        options.accept("route");
        match route {
            NANGO_ROUTE_AUTO => options.options.route = Route::Auto,
            NANGO_ROUTE_CONNECTION => options.options.route = Route::Connection,
            NANGO_ROUTE_CONNECTIONS => options.options.route = Route::Connections,
            _ => options.refuse(
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
    set(options, |options| options.options.timeout = handle::duration(total_ms));
}

/// How long resolving, connecting and the TLS handshake may take together, in milliseconds, within the whole. Looking
/// up a host name waits for the system's resolver and is bounded by its settings. Default: 10000. Negative is the
/// default, 0 has passed already.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_set_connect_timeout_ms(options: Option<&mut nango_client_options>, ms: i64) {
    set(options, |options| {
        options.options.connect_timeout = handle::duration(ms)
    });
}

/// How large an answer may be, in bytes; a larger one is NANGO_ERROR_TOO_LARGE. Default: 16777216 (16 MiB). Negative is
/// the default, 0 allows an empty answer only.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_set_max_response_bytes(options: Option<&mut nango_client_options>, bytes: i64) {
    set(options, |options| {
        options.options.max_response_bytes = u64::try_from(bytes).ok()
    });
}

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
                options.options.header(name, value);
            }
            Err(error) => options.refuse("header", error),
        }
    });
}

/// Fills what was not set from the environment: the secret key from NANGO_SECRET_KEY, the base URL from NANGO_BASE_URL or
/// else NANGO_HOSTPORT, the permission for plain http from NANGO_ALLOW_PLAINTEXT_HTTP (1 or true, 0 or false). An empty
/// variable counts as not set; one that cannot be used is reported by nango_client_new. Reads the environment, so no
/// other thread may be changing it.
#[unsafe(no_mangle)]
pub extern "C" fn nango_client_options_load_env(options: Option<&mut nango_client_options>) {
    set(options, |options| {
        options.options.load_env();
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
