//! The client: what one call does, readable from top to bottom.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

use bytes::Bytes;
use ureq::http::header::{AUTHORIZATION, HeaderMap, HeaderValue, USER_AGENT};
use ureq::tls::TlsConfig;
use zeroize::Zeroizing;

use crate::cached::{ConnectionCache, Machine};
use crate::cancel::Cancel;
use crate::connection::Connection;
use crate::error::Error;
use crate::fetch::Fetch;
use crate::http::{self, BaseUrl, Deadline, Http, HttpProxy, Limits, Path, Stops, tls};
use crate::log::Logger;
use crate::options::{CallOptions, ClientOptions, Route};
use crate::sys::PerProcess;

const DEFAULT_TIMEOUT: Duration = Duration::from_secs(30);
const DEFAULT_CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const DEFAULT_MAX_RETRIES: u32 = 2;
const DEFAULT_MAX_RESPONSE_BYTES: u64 = 16 * 1024 * 1024;

/// Headers that the library sets itself, or that belong to the connection and not to a request.
const RESERVED_HEADERS: &[&str] = &[
    "accept",
    "accept-encoding",
    "authorization",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "expect",
    "host",
    "keep-alive",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
];

/// A client of one Nango environment. Immutable: share one between all threads.
///
/// It keeps connections alive, so make it once and not per call. `Debug` shows no secret.
pub struct Client {
    pub(crate) base_url: BaseUrl,
    live: PerProcess<Live>,
    pub(crate) timeout: Duration,
    pub(crate) connect_timeout: Duration,
    pub(crate) max_retries: u32,
    pub(crate) max_response_bytes: u64,
    pub(crate) route: Route,
    pub(crate) logger: Option<Logger>,
    /// With [`Route::Auto`]: the path that answered last.
    known_path: AtomicU8,
}

/// What a process does not share with the one that it was forked from.
pub(crate) struct Live {
    pub(crate) http: Http,
    pub(crate) shutdown: Cancel,
    pub(crate) cache: Option<ConnectionCache>,
}

impl Live {
    /// A child's own, made from its parent's.
    fn anew(&self) -> Live {
        let shutdown = Cancel::new();
        if self.shutdown.is_triggered() {
            shutdown.trigger();
        }
        Live {
            http: self.http.anew(),
            shutdown,
            cache: self
                .cache
                .as_ref()
                .map(|parents| ConnectionCache::new(Machine, parents.ttl())),
        }
    }
}

/// `Client::known_path` while nothing is known.
const PATH_CONNECTION: u8 = 0;
const PATH_CONNECTIONS: u8 = 1;

impl Client {
    /// A client with these settings. Nothing is sent; a setting that cannot be used is an error that names it.
    pub fn new(options: &ClientOptions) -> Result<Client, Error> {
        if let Some(problem) = options.problem() {
            return Err(problem);
        }
        let authorization = authorization(options.secret_key.as_deref().map(String::as_str))?;
        let user_agent = user_agent(options.user_agent.as_deref())?;
        let base_url = BaseUrl::parse(
            options.base_url.as_deref(),
            options.allow_plaintext_http.unwrap_or(false),
        )?;
        let proxy = HttpProxy::choose(options.http_proxy.as_deref().map(String::as_str), &base_url)?.map(Arc::new);
        let tls = match base_url.is_https() {
            true => tls::config(options.ca_file.as_deref())?,
            false => TlsConfig::default(),
        };
        let mut headers = HeaderMap::new();
        for (name, value) in &options.headers {
            let (name, value) = added_header(name, value)?;
            headers.append(name, value);
        }
        headers.insert(AUTHORIZATION, authorization);
        headers.insert(USER_AGENT, user_agent);
        let client = Client {
            live: PerProcess::new(Live {
                http: Http::new(headers, tls, proxy),
                shutdown: Cancel::new(),
                cache: options
                    .cache_ttl
                    .filter(|ttl| !ttl.is_zero())
                    .map(|ttl| ConnectionCache::new(Machine, ttl)),
            }),
            base_url,
            timeout: options.timeout.unwrap_or(DEFAULT_TIMEOUT),
            connect_timeout: options.connect_timeout.unwrap_or(DEFAULT_CONNECT_TIMEOUT),
            max_retries: options.max_retries.unwrap_or(DEFAULT_MAX_RETRIES),
            max_response_bytes: options.max_response_bytes.unwrap_or(DEFAULT_MAX_RESPONSE_BYTES),
            route: options.route,
            logger: options.logger.clone(),
            known_path: AtomicU8::new(PATH_CONNECTION),
        };
        client.warm_up();
        Ok(client)
    }

    /// Gets a connection with fresh credentials: Nango refreshes those that expire within 15 minutes.
    ///
    /// Fetch it just before use; Nango advises to keep a token for 5 minutes at most. Blocks for at most the timeout. A
    /// failure that may pass is tried again within it: see [`ClientOptions::max_retries`].
    ///
    /// With a cache ([`ClientOptions::cache_ttl`]) several calls may get the same connection, which is wiped when the last
    /// of them and the cache let go of it.
    pub fn get_connection(
        &self,
        connection_id: &str,
        provider_config_key: &str,
        options: &CallOptions,
    ) -> Result<Arc<Connection>, Error> {
        check_name("connection_id", connection_id)?;
        check_name("provider_config_key", provider_config_key)?;
        Fetch {
            client: self,
            options,
            connection_id,
            provider_config_key,
        }
        .run()
    }

    /// Runs what is made on first use, in this crate and behind it, now: a process that forks while another thread makes it
    /// would leave its child to wait for ever.
    fn warm_up(&self) {
        let limits = Limits {
            deadline: Deadline::after(Duration::ZERO),
            connect_timeout: Duration::ZERO,
            max_response_bytes: 0,
            stops: Stops::default(),
        };
        if let Ok(uri) = self
            .base_url
            .connection(Path::Connection, "-", "-", &CallOptions::new())
        {
            // Its time has passed, so it ends before it looks up a name or opens a socket.
            let _ = self.live().http.get(&uri, &limits, true);
        }
    }

    /// What this process has of the client.
    pub(crate) fn live(&self) -> &Live {
        self.live.get(Live::anew)
    }

    /// Ends all calls of this client as [`ErrorKind::Cancelled`](crate::ErrorKind::Cancelled), those under way and those to come.
    pub fn shutdown(&self) {
        self.live().shutdown.trigger();
    }

    /// Forgets what the cache has of a connection, with and without its refresh token: after the external API refused its
    /// token, say, or when it was deleted. Calls that begin afterwards ask Nango. Without a cache it does nothing.
    pub fn invalidate(&self, connection_id: &str, provider_config_key: &str) {
        if let Some(cache) = &self.live().cache {
            cache.invalidate(connection_id, provider_config_key);
        }
    }

    /// Forgets everything that the cache has. Calls that begin afterwards ask Nango. Without a cache it does nothing.
    pub fn clear_cache(&self) {
        if let Some(cache) = &self.live().cache {
            cache.clear();
        }
    }

    pub(crate) fn first_path(&self) -> Path {
        match self.route {
            Route::Connection => Path::Connection,
            Route::Connections => Path::Connections,
            Route::Auto if self.known_path.load(Ordering::Relaxed) == PATH_CONNECTIONS => Path::Connections,
            Route::Auto => Path::Connection,
        }
    }

    pub(crate) fn remember_path(&self, path: Path) {
        let known = match path {
            Path::Connection => PATH_CONNECTION,
            Path::Connections => PATH_CONNECTIONS,
        };
        self.known_path.store(known, Ordering::Relaxed);
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.base_url)
            .field("route", &self.route)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}

/// An id that can name something: which characters it may have is the server's to judge.
fn check_name(argument: &str, value: &str) -> Result<(), Error> {
    let problem = match value {
        "" => "is empty: pass the id as it is in Nango",
        value if value.contains('\0') => "contains U+0000, which no id of Nango's can hold",
        _ => return Ok(()),
    };
    Err(Error::invalid_argument(format!("{argument} {problem}")))
}

/// The `Authorization` header. No message repeats any of the key.
fn authorization(secret_key: Option<&str>) -> Result<HeaderValue, Error> {
    let refuse = |problem: &str| Err(Error::invalid_argument(format!("secret_key {problem}")));
    let key = match secret_key {
        None => return refuse("is missing: set it, or set NANGO_SECRET_KEY and load the environment"),
        Some("") => return refuse("is empty: copy it from the environment's settings in Nango"),
        Some(key) => key,
    };
    if key.ends_with(['\n', '\r']) {
        return refuse("ends with a newline: remove it");
    }
    if !key.bytes().all(|b| b.is_ascii_graphic()) {
        return refuse(
            "holds a space, a control character or a letter beyond ASCII: copy it from the environment's settings in Nango",
        );
    }
    // Shared, not copied, by every request, and wiped with the last of them.
    let value = Bytes::from_owner(Zeroizing::new(format!("Bearer {key}").into_bytes()));
    match HeaderValue::from_maybe_shared(value) {
        Ok(mut value) => {
            value.set_sensitive(true);
            Ok(value)
        }
        Err(_) => refuse("cannot be sent in a header: copy it from the environment's settings in Nango"),
    }
}

fn user_agent(product: Option<&str>) -> Result<HeaderValue, Error> {
    let own = concat!("libnango/", env!("CARGO_PKG_VERSION"));
    let text = match product {
        None | Some("") => own.to_owned(),
        Some(product) => format!("{product} {own}"),
    };
    let printable = text.bytes().all(|b| (b' '..=b'~').contains(&b));
    HeaderValue::from_str(&text).ok().filter(|_| printable).ok_or_else(|| {
        Error::invalid_argument(
            "user_agent holds something other than printable ASCII: pass a product such as my-app/1.0",
        )
    })
}

fn added_header(name: &str, value: &str) -> Result<(ureq::http::HeaderName, HeaderValue), Error> {
    let Some((parsed, value)) = http::header(name, value) else {
        return Err(Error::invalid_argument(
            "header: HTTP does not allow this name or value; names are letters, digits and dashes, values one line of text",
        ));
    };
    if RESERVED_HEADERS.contains(&parsed.as_str()) {
        return Err(Error::invalid_argument(format!(
            "header {parsed} is reserved: the library or the connection sets it"
        )));
    }
    Ok((parsed, value))
}
