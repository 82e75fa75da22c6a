//! Every setting, its default and its bounds.

use std::env::{self, VarError};
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use zeroize::Zeroizing;

use crate::client::error::Error;
use crate::client::log::{CallHook, Logger, Observers};
use crate::client::log_record::{LogLevel, LogRecord, LogValue};
use crate::net::tls::ClientCertificate;

/// How long the cache may return a connection: Nango advises to keep a token for 5 minutes at most.
const MAX_CACHE_TTL: Duration = Duration::from_secs(300);

/// Which of Nango's two names for the same request is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Route {
    /// `GET /connection/{id}` and, if the server does not have it, `GET /connections/{id}`. The working one is
    /// remembered.
    #[default]
    Auto,
    /// `GET /connection/{id}`: the documented original, which every server ever released has.
    Connection,
    /// `GET /connections/{id}`: its present name.
    Connections,
}

/// The settings of a [`Client`](crate::Client).
///
/// A setter stores its value; an invalid one is reported by [`Client::new`](crate::Client::new), which names it.
/// `Debug` shows neither the secret key, a client certificate with its key, nor the value of an added header.
#[derive(Clone, Default)]
pub struct ClientOptions {
    pub(crate) secret_key: Option<Zeroizing<String>>,
    pub(crate) base_url: Option<String>,
    pub(crate) allow_plaintext_http: Option<bool>,
    pub(crate) route: Route,
    pub(crate) timeout: Option<Duration>,
    pub(crate) connect_timeout: Option<Duration>,
    pub(crate) max_retries: Option<u32>,
    pub(crate) max_response_bytes: Option<u64>,
    pub(crate) http_proxy: Option<Zeroizing<String>>,
    pub(crate) ca_file: Option<PathBuf>,
    pub(crate) client_certificate: Option<ClientCertificate>,
    pub(crate) user_agent: Option<String>,
    pub(crate) headers: Vec<(String, Zeroizing<String>)>,
    pub(crate) cache_ttl: Option<Duration>,
    pub(crate) observers: Observers,
    pub(crate) read_env: Option<bool>,
    /// Invalid values, by setting: reported by `Client::new` unless the setting is set again.
    pub(crate) refused: Vec<(&'static str, Error)>,
}

impl ClientOptions {
    /// Settings with their defaults. Unset ones come from the environment: see [`ClientOptions::read_env`].
    pub fn new() -> ClientOptions {
        ClientOptions::default()
    }

    /// Settings from the environment as it is now: see [`ClientOptions::load_env`].
    pub fn from_env() -> ClientOptions {
        let mut options = ClientOptions::new();
        options.load_env();
        options
    }

    /// The secret key of the Nango environment. Required, here or in the environment. Wiped from memory when the
    /// options are dropped.
    pub fn secret_key(&mut self, secret_key: &str) -> &mut Self {
        self.accept("secret_key");
        self.secret_key = Some(Zeroizing::new(secret_key.to_owned()));
        self
    }

    /// Where Nango is: `https://api.nango.dev` by default. May have a path prefix.
    pub fn base_url(&mut self, url: &str) -> &mut Self {
        self.accept("base_url");
        self.base_url = Some(url.to_owned());
        self
    }

    /// Allows plain `http://` to hosts other than loopback. Anyone on the network path can then read the secret key.
    /// Off by default.
    pub fn allow_plaintext_http(&mut self, allow: bool) -> &mut Self {
        self.accept("allow_plaintext_http");
        self.allow_plaintext_http = Some(allow);
        self
    }

    /// The route to request connections from: [`Route::Auto`] by default.
    pub fn route(&mut self, route: Route) -> &mut Self {
        self.route = route;
        self
    }

    /// How long a whole call may take: 30 seconds by default. Zero expires immediately.
    pub fn timeout(&mut self, total: Duration) -> &mut Self {
        self.timeout = Some(total);
        self
    }

    /// How long resolving, connecting and the TLS handshake may take within the whole: 10 seconds by default.
    pub fn connect_timeout(&mut self, timeout: Duration) -> &mut Self {
        self.connect_timeout = Some(timeout);
        self
    }

    /// How often a failed call is retried: 2 times by default. A call is retried only if that may help and is
    /// safe: never beyond the deadline, and never a forced refresh that the server may have carried out.
    pub fn max_retries(&mut self, retries: u32) -> &mut Self {
        self.max_retries = Some(retries);
        self
    }

    /// How large a response may be, in bytes: 16 MiB by default.
    pub fn max_response_bytes(&mut self, bytes: u64) -> &mut Self {
        self.max_response_bytes = Some(bytes);
        self
    }

    /// The proxy for all connections: `http://user:password@proxy.example:3128`, or `""` for none. Schemes: `http`, `https`, `socks5`
    /// (this machine resolves names) and `socks5h` (the proxy does). Default: the one of the environment, by curl's rules:
    /// `https_proxy` or `HTTPS_PROXY` for an https base URL, `http_proxy` for plain http, else `all_proxy` or `ALL_PROXY`,
    /// except for the hosts in `no_proxy` or `NO_PROXY`.
    pub fn http_proxy(&mut self, url: &str) -> &mut Self {
        self.http_proxy = Some(Zeroizing::new(url.to_owned()));
        self
    }

    /// A file of certificates in PEM, or one in DER, trusted in addition to the system's: of authorities, or a server's own,
    /// which then counts for that server alone.
    pub fn ca_file(&mut self, pem: impl Into<PathBuf>) -> &mut Self {
        self.ca_file = Some(pem.into());
        self
    }

    /// The certificate that the client presents to a server or gateway that asks for one (mutual TLS), with the certificates
    /// of the authorities in between behind it, and its private key: both the text of a PEM file. The key is PKCS#8, PKCS#1
    /// or SEC1, not encrypted, and wiped from memory with the options.
    pub fn client_certificate(&mut self, cert_pem: &str, key_pem: &str) -> &mut Self {
        self.accept("client_certificate");
        self.client_certificate = Some(ClientCertificate::new(cert_pem, key_pem));
        self
    }

    /// Keeps connections and returns them again while they are younger than `ttl`: at most 5 minutes, more is rejected.
    /// Zero by default: no cache. Concurrent calls for the same connection then make one request. See
    /// [`Client::invalidate`] and [`CallOptions::max_age`](crate::CallOptions::max_age).
    ///
    /// An entry counts from when its request began, by a clock that runs on while the machine sleeps, and is not used
    /// within 60 seconds of its credentials' expiry. Errors are not kept. There are at most 10,000 entries, the least
    /// recently used goes first. A call of this client that changes a connection, such as deleting it, drops its entry; changes
    /// by other clients are not seen.
    ///
    /// [`Client::invalidate`]: crate::Client::invalidate
    pub fn cache_ttl(&mut self, ttl: Duration) -> &mut Self {
        self.accept("cache_ttl");
        if ttl > MAX_CACHE_TTL {
            let message = "cache_ttl is longer than 5 minutes, the longest time that Nango advises to keep a token";
            self.refuse("cache_ttl", Error::invalid_argument(message));
        }
        self.cache_ttl = Some(ttl);
        self
    }

    /// Logs to `sink`, with the number of the call in front: each attempt with method, route, status, time and size, and each retry with its reason. Ids
    /// from [`LogLevel::Debug`] on; never a secret or a message of the server. It is called on the thread that makes
    /// the call, possibly on many at once, and must not call the same client.
    pub fn log(&mut self, max_level: LogLevel, sink: impl Fn(LogLevel, &str) + Send + Sync + 'static) -> &mut Self {
        self.log_records(max_level, move |record| {
            let id = match record.get("call_id") {
                Some(LogValue::Integer(id)) => id,
                _ => 0,
            };
            sink(record.level(), &format!("call {id}: {}", record.message()));
        })
    }

    /// Logs as [`log`](ClientOptions::log) does, with the facts of each message as attributes. Of the two the last one
    /// counts.
    pub fn log_records(
        &mut self,
        max_level: LogLevel,
        sink: impl Fn(&LogRecord<'_>) + Send + Sync + 'static,
    ) -> &mut Self {
        self.observers.logger = Some(Logger::new(max_level, sink));
        self
    }

    /// Passes the end of each call to `hook`, whatever the level of the log: for metrics and traces. The record has the
    /// attributes `call_id`, `operation`, `duration_ms` and `attempts`, and where they apply `method`, `route`, `status`,
    /// `cache` (`hit` or `waited`), `error`, `code` and `request_id`; no id of a connection. It is called on the thread
    /// that makes the call, possibly on many at once, and must not call the same client.
    pub fn call_hook(&mut self, hook: impl Fn(&LogRecord<'_>) + Send + Sync + 'static) -> &mut Self {
        self.observers.hook = Some(CallHook(Arc::new(hook)));
        self
    }

    /// The name of the program, put before `libnango/x.y.z` in the `User-Agent` header.
    pub fn user_agent(&mut self, product: &str) -> &mut Self {
        self.user_agent = Some(product.to_owned());
        self
    }

    /// A header for every request, for an access gateway in front of Nango. The names that the library sets itself,
    /// such as `Authorization`, are rejected.
    pub fn header(&mut self, name: &str, value: &str) -> &mut Self {
        self.headers.push((name.to_owned(), Zeroizing::new(value.to_owned())));
        self
    }

    /// Whether [`Client::new`](crate::Client::new) reads the environment: on by default. It then fills in unset
    /// settings, as [`load_env`](ClientOptions::load_env) does, and obeys the variables that name an HTTP proxy and
    /// certificates ([`http_proxy`](ClientOptions::http_proxy), `SSL_CERT_FILE`, `SSL_CERT_DIR`). Off, it reads no
    /// variable at all.
    pub fn read_env(&mut self, read: bool) -> &mut Self {
        self.read_env = Some(read);
        self
    }

    pub(crate) fn reads_env(&self) -> bool {
        self.read_env.unwrap_or(true)
    }

    /// These settings, completed from the environment if it may be read.
    pub(crate) fn with_environment(&self) -> ClientOptions {
        let mut options = self.clone();
        if self.reads_env() {
            options.load_env();
        }
        options
    }

    /// Fills in unset settings from the environment, now rather than when a client is made: the secret key from
    /// `NANGO_SECRET_KEY`, or else `NANGO_API_KEY`, which may both be set only if they are the same; the base URL from
    /// `NANGO_BASE_URL`, or else `NANGO_HOSTPORT`; the permission for plain http from `NANGO_ALLOW_PLAINTEXT_HTTP` (`1`
    /// or
    /// `true`, `0` or `false`). An empty variable counts as not set.
    pub fn load_env(&mut self) -> &mut Self {
        if self.secret_key.is_none() {
            self.secret_key = self.usable("secret_key", secret_key_in(variable));
        }
        if self.base_url.is_none() {
            let url = self.usable("base_url", variable("NANGO_BASE_URL"));
            self.base_url = url.or_else(|| self.usable("base_url", variable("NANGO_HOSTPORT")));
        }
        if self.allow_plaintext_http.is_none() {
            let allow = variable("NANGO_ALLOW_PLAINTEXT_HTTP").and_then(|text| text.map(yes_or_no).transpose());
            self.allow_plaintext_http = self.usable("allow_plaintext_http", allow);
        }
        self
    }

    /// The value of a variable; an invalid one is noted.
    fn usable<T>(&mut self, setting: &'static str, found: Result<Option<T>, Error>) -> Option<T> {
        found.unwrap_or_else(|error| {
            self.refuse(setting, error);
            None
        })
    }

    /// Notes that a setting is invalid.
    pub(crate) fn refuse(&mut self, setting: &'static str, error: Error) {
        self.refused.push((setting, error));
    }

    /// Clears the error of a setting that is being set again.
    pub(crate) fn accept(&mut self, setting: &'static str) {
        self.refused.retain(|(refused, _)| *refused != setting);
    }

    /// The error in the settings.
    pub(crate) fn problem(&self) -> Option<Error> {
        self.refused.first().map(|(_, error)| error.clone())
    }
}

/// The secret key in the environment. Nango's own SDK calls it an API key since it renamed its `secretKey`. No guess is
/// made between two that differ: they may be of two environments of Nango's.
fn secret_key_in(variable: impl Fn(&str) -> Result<Option<String>, Error>) -> Result<Option<Zeroizing<String>>, Error> {
    let [secret_key, api_key] =
        [variable("NANGO_SECRET_KEY")?, variable("NANGO_API_KEY")?].map(|key| key.map(Zeroizing::new));
    match (secret_key, api_key) {
        (Some(secret_key), Some(api_key)) if secret_key != api_key => Err(Error::invalid_argument(
            "the environment variables NANGO_SECRET_KEY and NANGO_API_KEY hold different keys: unset one of them, or pass \
             secret_key",
        )),
        (secret_key, api_key) => Ok(secret_key.or(api_key)),
    }
}

/// A flag in the environment.
fn yes_or_no(text: String) -> Result<bool, Error> {
    match text.as_str() {
        "1" | "true" => Ok(true),
        "0" | "false" => Ok(false),
        _ => Err(Error::invalid_argument(
            "the environment variable NANGO_ALLOW_PLAINTEXT_HTTP is not 1, 0, true or false",
        )),
    }
}

/// An environment variable that is set and not empty. Its value is never part of an error.
fn variable(name: &str) -> Result<Option<String>, Error> {
    match env::var(name) {
        Ok(value) => Ok(Some(value).filter(|value| !value.is_empty())),
        Err(VarError::NotPresent) => Ok(None),
        Err(VarError::NotUnicode(_)) => {
            let message = format!("the environment variable {name} is not valid UTF-8: set it again");
            Err(Error::invalid_argument(message))
        }
    }
}

impl fmt::Debug for ClientOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers: Vec<&str> = self.headers.iter().map(|(name, _)| name.as_str()).collect();
        f.debug_struct("ClientOptions")
            .field("secret_key", &self.secret_key.as_ref().map(|_| "[redacted]"))
            .field("base_url", &self.base_url.as_ref().map(|_| "[set]"))
            .field("allow_plaintext_http", &self.allow_plaintext_http)
            .field("route", &self.route)
            .field("timeout", &self.timeout)
            .field("connect_timeout", &self.connect_timeout)
            .field("max_retries", &self.max_retries)
            .field("max_response_bytes", &self.max_response_bytes)
            .field("http_proxy", &self.http_proxy.as_ref().map(|_| "[set]"))
            .field("ca_file", &self.ca_file)
            .field("client_certificate", &self.client_certificate)
            .field("user_agent", &self.user_agent)
            .field("headers", &headers)
            .field("cache_ttl", &self.cache_ttl)
            .field("read_env", &self.read_env)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_in_the_environment_has_two_names() {
        let key = |variables: &[(&str, &str)]| {
            let found = |name: &str| variables.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned());
            secret_key_in(|name| Ok(found(name).filter(|value| !value.is_empty())))
        };
        let text = |variables: &[(&str, &str)]| key(variables).unwrap().map(|key| key.to_string());
        let (secret, api) = ("NANGO_SECRET_KEY", "NANGO_API_KEY");
        assert_eq!(text(&[]), None);
        assert_eq!(text(&[(secret, "invented-a")]).as_deref(), Some("invented-a"));
        assert_eq!(text(&[(api, "invented-b")]).as_deref(), Some("invented-b"));
        assert_eq!(
            text(&[(secret, ""), (api, "invented-b")]).as_deref(),
            Some("invented-b")
        );
        assert_eq!(
            text(&[(secret, "invented-a"), (api, "invented-a")]).as_deref(),
            Some("invented-a")
        );
        let error = key(&[(secret, "invented-a"), (api, "invented-b")]).unwrap_err();
        assert!(
            error.message().contains(secret) && error.message().contains(api),
            "{error}"
        );
        assert!(!error.message().contains("invented"), "{error}");
    }

    #[test]
    fn a_variable_is_recommended_only_where_it_would_help() {
        let mut options = ClientOptions::new();
        options.secret_key("invented-key").base_url("http://192.0.2.1");
        for options in [
            options.clone().read_env(false),
            options.clone().allow_plaintext_http(false),
        ] {
            let error = crate::Client::new(options).unwrap_err();
            assert!(
                error.message().ends_with("allow it with allow_plaintext_http"),
                "{error}"
            );
        }
    }

    #[test]
    fn debug_shows_no_secret() {
        let mut options = ClientOptions::new();
        options
            .secret_key("invented-key")
            .base_url("https://user:invented-password@example.com")
            .header("CF-Access-Client-Secret", "invented-gateway-secret");
        let shown = format!("{options:?} {options:#?}");
        assert!(!shown.contains("invented"), "{shown}");
        assert!(shown.contains("CF-Access-Client-Secret"));
    }
}
