//! One HTTP exchange that follows no redirect, within a deadline and a limit.

pub(crate) mod body;
mod buffers;
mod connection;
pub(crate) mod exchange;
mod header_filter;
mod pool;

use std::io::{self, Read};
use std::sync::Arc;
use std::time::Duration;

use ureq::config::AutoHeaderValue;
use ureq::http::header::HeaderMap;
use ureq::http::{HeaderName, HeaderValue, Request, Uri};
use ureq::{Agent, Body};

use crate::http::connection::{HttpConnector, NoResolver};
use crate::http::pool::Pool;
use crate::net::context::{self, CallState};
use crate::net::deadline::Deadline;
use crate::net::dns::Resolver;
use crate::net::exchange_error::{ExchangeError, FailureKind};
use crate::net::forward_proxy::HttpProxy;
use crate::net::poll::CancelSources;
use crate::net::tls::Tls;
use crate::sys::OpenSockets;
use crate::text::secret::Wiped;

pub(crate) use crate::http::body::collect;
pub(crate) use crate::http::exchange::{IncomingBody, Outgoing, Source, StreamingResponse};

/// How long an idle connection is kept: a Nango server closes it after 61 s.
const MAX_IDLE_AGE: Duration = Duration::from_secs(55);
/// How many idle connections one agent keeps: one of its own, and those of the calls that share it.
const MAX_IDLE: usize = 16;
/// How large the head of an answer may be.
const MAX_HEAD: usize = 16 * 1024;
const HEAD_TOO_LARGE: &str = "its head is longer than 16 KiB";
const NO_HTTP: &str = "the answer is not proper HTTP/1.1";

/// Headers that belong to a connection or to the framing of a body: no program sets them.
pub(crate) const CONNECTION_HEADERS: [&str; 12] = [
    "connection",
    "content-length",
    "expect",
    "host",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// Sends requests, on connections that are kept alive.
pub(crate) struct Http {
    /// Keep connections.
    slots: Pool,
    /// Makes a connection for each exchange.
    fresh: Agent,
    connector: HttpConnector,
    headers: HeaderMap,
    /// Bytes that the headers take up.
    headers_size: usize,
}

/// What the server answered.
pub(crate) struct RawResponse {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Wiped,
}

/// What bounds one exchange.
pub(crate) struct Limits {
    pub(crate) deadline: Deadline,
    pub(crate) connect_timeout: Duration,
    pub(crate) max_response_bytes: u64,
    pub(crate) stops: Arc<CancelSources>,
}

impl Http {
    /// `headers` go with every request. `tls` is for an https base URL.
    pub(crate) fn new(headers: HeaderMap, tls: Option<Tls>, proxy: Option<Arc<HttpProxy>>) -> Http {
        let connector = HttpConnector {
            names: Arc::new(Resolver::default()),
            sockets: Arc::new(OpenSockets::new()),
            proxy,
            tls,
        };
        Http {
            slots: Pool::new(),
            fresh: agent(&connector, 0),
            connector,
            headers_size: size_of(&headers),
            headers,
        }
    }

    /// The same for a child process: with the settings of the parent's, but none of its connections, sessions and locks.
    pub(crate) fn for_child(&self) -> Http {
        self.connector.sockets.close_in_child();
        let tls = self.connector.tls.as_ref().map(Tls::for_child);
        Http::new(self.headers.clone(), tls, self.connector.proxy.clone())
    }

    /// Host and port of the HTTP proxy; empty without one.
    pub(crate) fn proxy_name(&self) -> String {
        self.connector
            .proxy
            .as_ref()
            .map(|proxy| format!("{}:{}", proxy.host, proxy.port))
            .unwrap_or_default()
    }

    /// Asks for `uri`. An idle connection that turns out to have ended is replaced without anybody noticing; with
    /// `must_connect` no idle one is used, for a request that must not reach the server twice.
    pub(crate) fn get(&self, uri: &Uri, limits: &Limits, must_connect: bool) -> Result<RawResponse, ExchangeError> {
        if !must_connect {
            let lent = self.slots.lease();
            let agent = lent.agent(|| agent(&self.connector, MAX_IDLE));
            // The second time there is mostly no idle connection left, and the new one is kept.
            for _ in 0..2 {
                match self.get_through(agent, uri, limits) {
                    Err(failure) if failure.was_stale() => {}
                    result => return result,
                }
            }
        }
        self.get_through(&self.fresh, uri, limits)
    }

    /// One exchange through one agent.
    fn get_through(&self, agent: &Agent, uri: &Uri, limits: &Limits) -> Result<RawResponse, ExchangeError> {
        let mut request = Request::new(());
        *request.uri_mut() = uri.clone();
        *request.headers_mut() = self.headers.clone();
        let mut state = CallState::new(limits.deadline, limits.connect_timeout, limits.stops.clone());
        state.request_size = self.headers_size + target_size(uri);
        let (result, mut state) = context::with(state, || exchange(agent, request, limits.max_response_bytes));
        match (result, state.failure.take()) {
            (Ok(answer), None) => Ok(answer),
            (Ok(RawResponse { status, .. }), Some(failure)) => Err(state.complete(failure, status)),
            (Err((failure, status)), noted) => Err(state.complete(noted.unwrap_or(failure), status)),
        }
    }
}

/// Bytes that headers take up.
fn size_of(headers: &HeaderMap) -> usize {
    headers
        .iter()
        .map(|(name, value)| name.as_str().len() + value.len() + 4)
        .sum()
}

/// Bytes that a URL takes up: the path goes out, and the host in a header.
fn target_size(uri: &Uri) -> usize {
    let host = uri.authority().map_or(0, |authority| authority.as_str().len());
    uri.path().len() + uri.query().map_or(0, str::len) + host
}

/// An agent of ureq's, without any of its own ways to connect, to wait and to follow.
fn agent(connector: &HttpConnector, max_idle: usize) -> Agent {
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .proxy(None)
        .max_idle_age(MAX_IDLE_AGE)
        .max_idle_connections(max_idle)
        .max_idle_connections_per_host(max_idle)
        .max_response_header_size(MAX_HEAD)
        .accept_encoding(AutoHeaderValue::None)
        .allow_non_standard_methods(true)
        .build();
    Agent::with_parts(config, connector.clone(), NoResolver)
}

/// The exchange itself; a failure comes with the status, if that was read.
fn exchange(agent: &Agent, request: Request<()>, limit: u64) -> Result<RawResponse, (ExchangeError, u16)> {
    let response = agent.run(request).map_err(|error| (classify(&error), 0))?;
    context::note_head();
    let (parts, body) = response.into_parts();
    let status = parts.status.as_u16();
    let body = read_body(body, limit).map_err(|failure| (failure, status))?;
    Ok(RawResponse {
        status,
        headers: parts.headers,
        body,
    })
}

/// What an error of ureq itself means. The transport's own failures are noted where they happen and come first.
fn classify(error: &ureq::Error) -> ExchangeError {
    let kind = match error {
        ureq::Error::LargeResponseHeader(..) => FailureKind::TooLarge,
        ureq::Error::Protocol(_) | ureq::Error::Http(_) => FailureKind::NotHttp,
        _ => FailureKind::Io,
    };
    let detail = match error {
        ureq::Error::LargeResponseHeader(..) => HEAD_TOO_LARGE.to_owned(),
        ureq::Error::Protocol(_) | ureq::Error::Http(_) => NO_HTTP.to_owned(),
        other => other.to_string(),
    };
    ExchangeError::new(kind, detail)
}

/// Reads a body of at most `limit` bytes into memory.
fn read_body(body: Body, limit: u64) -> Result<Wiped, ExchangeError> {
    let announced = body.content_length();
    let mut reader = body.into_with_config().limit(u64::MAX).reader();
    let collected = collect(announced, limit, |room| {
        loop {
            match reader.read(room) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                result => return result.map_err(|error| broken_body(&error)),
            }
        }
    })?;
    collected.ok_or_else(|| {
        ExchangeError::new(
            FailureKind::TooLarge,
            format!("its body is larger than max_response_bytes, {limit} bytes"),
        )
    })
}

/// A body that ended early or breaks the rules of its encoding.
fn broken_body(error: &io::Error) -> ExchangeError {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<ureq::Error>());
    match inner {
        Some(error @ ureq::Error::Protocol(_)) => classify(error),
        _ => ExchangeError::new(FailureKind::Io, "the answer's body broke off".to_owned()),
    }
}

/// A header of the caller's, checked. `None` if HTTP does not allow it.
pub(crate) fn header(name: &str, value: &str) -> Option<(HeaderName, HeaderValue)> {
    let name = HeaderName::from_bytes(name.as_bytes()).ok()?;
    let mut value = HeaderValue::from_str(value).ok()?;
    value.set_sensitive(true);
    Some((name, value))
}
