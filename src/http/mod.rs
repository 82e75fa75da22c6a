//! One HTTP exchange that follows no redirect, within a deadline and a limit.

pub(crate) mod body;
mod buffers;
mod coding;
mod connection;
mod direct;
pub(crate) mod exchange;
mod failure;
mod header;
mod header_filter;
mod inflate;
mod limits;
mod long_head;
mod pool;
mod spare;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ureq::config::AutoHeaderValue;
use ureq::http::header::{HOST, HeaderMap, PROXY_AUTHENTICATE, USER_AGENT};
use ureq::http::{HeaderName, HeaderValue, Method, Response, StatusCode, Uri};
use ureq::{Agent, Body};
use zeroize::Zeroizing;

use crate::http::connection::{HttpConnector, NoResolver};
use crate::http::pool::Pool;
use crate::net::context::{self, CallState};
use crate::net::dial::Dialer;
use crate::net::exchange_error::{ExchangeError, FailureKind};
use crate::net::forward_proxy::{self, ForwardProxy};
use crate::net::tls::Tls;
use crate::text::secret::Wiped;
use crate::text::url::BaseUrl;

pub(crate) use crate::http::body::{collect, decoded};
pub(crate) use crate::http::exchange::{IncomingBody, Outgoing, Source, StreamingResponse};
pub(crate) use crate::http::header::header;
pub(crate) use crate::http::limits::Limits;
use crate::http::limits::{MAX_HEAD, MAX_IDLE_AGE};
pub(crate) use crate::http::spare::with_memory;

/// How many idle connections one agent keeps: one of its own, and those of the calls that share it.
const MAX_IDLE: usize = 16;

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
    /// The headers of every request.
    headers: HeaderMap,
    /// The one of them that ureq writes.
    host: Option<HeaderValue>,
    /// Bytes that the headers take up.
    headers_size: usize,
    has_answered: AtomicBool,
}

/// What the server answered.
pub(crate) struct RawResponse {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Wiped,
    /// Why the body could not be decoded; it is empty then.
    pub(crate) undecoded: Option<String>,
}

impl Http {
    /// Sends to the host of `base_url`. `headers` go with every request. `tls` is for an https base
    /// URL, `proxy_tls` for a proxy that is reached over TLS.
    pub(crate) fn new(
        base_url: &BaseUrl,
        headers: HeaderMap,
        tls: Option<Tls>,
        proxy: Option<Arc<ForwardProxy>>,
        proxy_tls: Option<Tls>,
    ) -> Http {
        Http::with(Dialer::new(base_url, proxy, proxy_tls), headers, tls)
    }

    fn with(dialer: Dialer, headers: HeaderMap, tls: Option<Tls>) -> Http {
        let connector = HttpConnector {
            dialer: Arc::new(dialer),
            user_agent: headers.get(USER_AGENT).cloned(),
            head_lines: Arc::new(head_lines(&headers, None)),
            tls,
        };
        Http {
            slots: Pool::new(),
            fresh: agent(&connector, 0),
            connector,
            headers_size: size_of(&headers),
            host: headers.get(HOST).cloned(),
            headers,
            has_answered: AtomicBool::new(false),
        }
    }

    /// Whether an HTTP server has answered, so that the base URL leads to one.
    pub(crate) fn has_answered(&self) -> bool {
        self.has_answered.load(Ordering::Relaxed)
    }

    /// The same for a child process: with the settings of the parent's, but none of its connections, sessions and locks.
    pub(crate) fn for_child(&self) -> Http {
        let tls = self.connector.tls.as_ref().map(Tls::for_child);
        Http::with(self.connector.dialer.for_child(), self.headers.clone(), tls)
    }

    /// What the forward proxy is and where; empty without one.
    pub(crate) fn proxy_name(&self) -> String {
        self.connector
            .dialer
            .proxy()
            .map(ForwardProxy::name)
            .unwrap_or_default()
    }

    /// Sends a request and reads its response into memory.
    pub(crate) fn buffered(&self, outgoing: Outgoing<'_>, limits: &Limits) -> Result<RawResponse, ExchangeError> {
        self.send(outgoing, limits, false, |response| {
            let (parts, body) = response.into_parts();
            let status = parts.status.as_u16();
            let (body, undecoded) = body::read(body, status, &parts.headers, limits.max_response_bytes)?;
            Ok(RawResponse {
                status,
                headers: spare::keep_headers(parts.headers),
                body,
                undecoded,
            })
        })
    }

    /// Sends a request and reads the head of its response.
    pub(crate) fn streamed(&self, outgoing: Outgoing<'_>, limits: &Limits) -> Result<StreamingResponse, ExchangeError> {
        let (idle_timeout, keeps_coding) = (outgoing.idle_timeout, outgoing.keeps_coding);
        self.send(outgoing, limits, true, |response| {
            Ok(StreamingResponse::new(response, limits, idle_timeout, keeps_coding))
        })
    }

    /// The one way of a request. An idle connection that turns out to have ended is replaced without anybody noticing.
    fn send<T>(
        &self,
        mut outgoing: Outgoing<'_>,
        limits: &Limits,
        wants_headers: bool,
        finish: impl Fn(Response<Body>) -> Result<T, ExchangeError>,
    ) -> Result<T, ExchangeError> {
        if !outgoing.must_connect {
            let lease = self.slots.lease();
            let agent = lease.agent(|| agent(&self.connector, MAX_IDLE));
            // The second time there is mostly no idle connection left, and the new one is kept.
            for _ in 0..2 {
                match self.send_through(agent, &mut outgoing, limits, wants_headers, &finish) {
                    Err(failure) if failure.was_stale() && outgoing.may_go_again() => {}
                    result => return result,
                }
            }
        }
        self.send_through(&self.fresh, &mut outgoing, limits, wants_headers, &finish)
    }

    /// A proxy that fetches may respond itself, to ask for credentials.
    fn refuse_reply_of_proxy(&self, response: &Response<Body>, uri: &Uri) -> Result<(), ExchangeError> {
        let is_tls = uri.scheme_str() == Some("https");
        let is_refusal = response.status() == StatusCode::PROXY_AUTHENTICATION_REQUIRED
            && response.headers().contains_key(PROXY_AUTHENTICATE)
            && self.connector.dialer.fetching_proxy(is_tls).is_some();
        match is_refusal {
            true => Err(ExchangeError::new(
                FailureKind::ProxyRefused,
                forward_proxy::UNAUTHENTICATED,
            )),
            false => Ok(()),
        }
    }

    /// One exchange through one agent.
    fn send_through<T>(
        &self,
        agent: &Agent,
        outgoing: &mut Outgoing<'_>,
        limits: &Limits,
        wants_headers: bool,
        finish: impl Fn(Response<Body>) -> Result<T, ExchangeError>,
    ) -> Result<T, ExchangeError> {
        let (headers, state) = self.prepare(outgoing, limits, wants_headers);
        let (result, mut state) = context::with(state, || {
            let response = outgoing.run(agent, headers)?;
            self.refuse_reply_of_proxy(&response, outgoing.uri)?;
            Ok((response.status().as_u16(), finish(response)))
        });
        if state.is_http && !self.has_answered() {
            self.has_answered.store(true, Ordering::Relaxed);
        }
        match (result, state.failure.take()) {
            (Ok((_, Ok(value))), None) => Ok(value),
            (Ok((status, Err(failure))), None) | (Ok((status, _)), Some(failure)) => {
                Err(state.complete(failure, status))
            }
            (Err(failure), noted) => Err(state.complete(noted.unwrap_or(failure), 0)),
        }
    }

    /// The headers of one exchange that ureq gets, and its state. Not inlined: one for both kinds of responses.
    #[inline(never)]
    fn prepare(&self, outgoing: &mut Outgoing<'_>, limits: &Limits, wants_headers: bool) -> (HeaderMap, CallState) {
        let mut headers = spare::headers();
        if let Some(host) = &self.host {
            headers.insert(HOST, host.clone());
        }
        let mut state = CallState::new(limits.deadline, limits.connect_timeout, limits.stops.clone());
        state.wants_headers = wants_headers;
        state.has_body = *outgoing.method != Method::HEAD;
        state.may_repeat = outgoing.may_repeat;
        state.idle_timeout = outgoing.idle_timeout;
        state.request_size = self.headers_size + target_size(outgoing.uri) + outgoing.method.as_str().len();
        if let Some(own) = outgoing.headers {
            state.head_lines = Some(head_lines(&self.headers, Some(own)));
            state.request_size += size_of(own);
        }
        state.request_size += outgoing.frame(&mut headers, &mut state);
        (headers, state)
    }
}

/// The headers of every request and, in place of those with the same names, the `own` ones of one, as they are sent. Without the
/// host, and with the secret key.
fn head_lines(headers: &HeaderMap, own: Option<&HeaderMap>) -> Zeroizing<Vec<u8>> {
    let mut lines = Zeroizing::new(Vec::with_capacity(size_of(headers) + own.map_or(0, size_of)));
    let is_replaced = |name: &HeaderName| *name == HOST || own.is_some_and(|own| own.contains_key(name));
    let common = headers.iter().filter(|(name, _)| !is_replaced(name));
    for (name, value) in common.chain(own.into_iter().flatten()) {
        lines.extend_from_slice(name.as_str().as_bytes());
        lines.extend_from_slice(b": ");
        lines.extend_from_slice(value.as_bytes());
        lines.extend_from_slice(b"\r\n");
    }
    lines
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
        .accept(AutoHeaderValue::None)
        .accept_encoding(AutoHeaderValue::None)
        .user_agent(AutoHeaderValue::None)
        .allow_non_standard_methods(true)
        .build();
    Agent::with_parts(config, connector.clone(), NoResolver)
}
