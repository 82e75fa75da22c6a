//! The state of a client: its checked settings, and the state of each process.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

use ureq::http::Method;

use crate::client::error::Error;
use crate::client::headers;
use crate::client::log::Observers;
use crate::client::options::{ClientOptions, Route};
use crate::connection::cache::{ConnectionCache, SystemEnv};
use crate::connection::route::ConnectionRoute;
use crate::http::{Http, Limits, Outgoing};
use crate::net::cancel::Cancel;
use crate::net::deadline::Deadline;
use crate::net::forward_proxy::{self, Protocol};
use crate::net::poll::CancelSources;
use crate::net::tls::{ClientCertificate, Tls};
use crate::sys::PerProcess;
use crate::text::url::BaseUrl;

const DEFAULT_TIMEOUT: Duration = Duration::from_secs(30);
const DEFAULT_CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const DEFAULT_MAX_RETRIES: u32 = 2;
const DEFAULT_MAX_RESPONSE_BYTES: u64 = 16 * 1024 * 1024;

/// The implementation of a client.
pub(crate) struct ClientState {
    pub(crate) base_url: BaseUrl,
    live: PerProcess<ProcessState>,
    pub(crate) timeout: Duration,
    pub(crate) connect_timeout: Duration,
    pub(crate) max_retries: u32,
    pub(crate) max_response_bytes: u64,
    pub(crate) route: Route,
    pub(crate) observers: Observers,
    /// With [`Route::Auto`]: the path that worked last.
    known_path: AtomicU8,
}

/// The state that a process does not share with the one it was forked from.
pub(crate) struct ProcessState {
    pub(crate) http: Http,
    /// What ends every call.
    pub(crate) stops: Arc<CancelSources>,
    pub(crate) cache: Option<ConnectionCache>,
}

impl ProcessState {
    /// A child's own, made from its parent's.
    fn for_child(&self) -> ProcessState {
        let shutdown = Cancel::new();
        if self.stops.shutdown.is_triggered() {
            shutdown.trigger();
        }
        ProcessState {
            http: self.http.for_child(),
            stops: Arc::new(CancelSources {
                shutdown,
                ..CancelSources::default()
            }),
            cache: self
                .cache
                .as_ref()
                .map(|parents| ConnectionCache::new(SystemEnv, parents.ttl())),
        }
    }
}

/// `Client::known_path` while nothing is known.
const PATH_CONNECTION: u8 = 0;
const PATH_CONNECTIONS: u8 = 1;

impl ClientState {
    /// Checks the settings. Nothing is sent.
    pub(crate) fn new(options: &ClientOptions) -> Result<ClientState, Error> {
        let reads_permission = options.reads_env() && options.allow_plaintext_http.is_none();
        let options = &options.with_environment();
        if let Some(problem) = options.problem() {
            return Err(problem);
        }
        let allow_plaintext_http = options.allow_plaintext_http.unwrap_or(false);
        let base_url = BaseUrl::parse(options.base_url.as_deref(), allow_plaintext_http, reads_permission)?;
        let headers = headers::of(options, &base_url)?;
        let proxy = forward_proxy::choose(
            options.http_proxy.as_deref().map(String::as_str),
            options.reads_env(),
            &base_url,
            allow_plaintext_http,
        )?;
        let identity = options
            .client_certificate
            .as_ref()
            .map(ClientCertificate::read)
            .transpose()?;
        let tls = |identity| Tls::new(options.ca_file.as_deref(), identity, options.reads_env());
        let server_tls = base_url.is_https().then(|| tls(identity)).transpose()?;
        let is_tls_proxy = proxy.as_ref().is_some_and(|proxy| proxy.protocol == Protocol::Https);
        let proxy_tls = is_tls_proxy.then(|| tls(None)).transpose()?;
        let inner = ClientState {
            live: PerProcess::new(ProcessState {
                http: Http::new(&base_url, headers, server_tls, proxy.map(Arc::new), proxy_tls),
                stops: Arc::default(),
                cache: options
                    .cache_ttl
                    .filter(|ttl| !ttl.is_zero())
                    .map(|ttl| ConnectionCache::new(SystemEnv, ttl)),
            }),
            base_url,
            timeout: options.timeout.unwrap_or(DEFAULT_TIMEOUT),
            connect_timeout: options.connect_timeout.unwrap_or(DEFAULT_CONNECT_TIMEOUT),
            max_retries: options.max_retries.unwrap_or(DEFAULT_MAX_RETRIES),
            max_response_bytes: options.max_response_bytes.unwrap_or(DEFAULT_MAX_RESPONSE_BYTES),
            route: options.route,
            observers: options.observers.clone(),
            known_path: AtomicU8::new(PATH_CONNECTION),
        };
        inner.warm_up();
        Ok(inner)
    }

    /// Runs lazy initialization, in this crate and its dependencies, now: a process that forks while another thread
    /// runs it would leave its child waiting forever.
    fn warm_up(&self) {
        let limits = Limits {
            deadline: Deadline::after(Duration::ZERO),
            connect_timeout: Duration::ZERO,
            max_response_bytes: 0,
            stops: Arc::new(CancelSources::default()),
        };
        if let Ok(uri) = self.base_url.as_str().parse() {
            // Its time has passed, so it ends before it looks up a name or opens a socket.
            let outgoing = Outgoing {
                method: &Method::GET,
                uri: &uri,
                headers: None,
                body: None,
                idle_timeout: Duration::ZERO,
                may_repeat: false,
                must_connect: true,
                keeps_coding: false,
            };
            let _ = self.live().http.buffered(outgoing, &limits);
        }
    }

    /// The client's state in this process.
    pub(crate) fn live(&self) -> &ProcessState {
        self.live.get(ProcessState::for_child)
    }

    pub(crate) fn first_path(&self) -> ConnectionRoute {
        match self.route {
            Route::Connection => ConnectionRoute::Connection,
            Route::Connections => ConnectionRoute::Connections,
            Route::Auto if self.known_path.load(Ordering::Relaxed) == PATH_CONNECTIONS => ConnectionRoute::Connections,
            Route::Auto => ConnectionRoute::Connection,
        }
    }

    pub(crate) fn remember_path(&self, path: ConnectionRoute) {
        let known = match path {
            ConnectionRoute::Connection => PATH_CONNECTION,
            ConnectionRoute::Connections => PATH_CONNECTIONS,
        };
        self.known_path.store(known, Ordering::Relaxed);
    }
}
