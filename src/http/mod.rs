//! One HTTP exchange: a GET that follows no redirect, within a deadline and a limit.

mod call;
mod socket;
mod tls;
mod url;

use std::io::{self, Read};
use std::time::Duration;

use ureq::http::header::{AUTHORIZATION, HeaderMap, USER_AGENT};
use ureq::http::{HeaderName, HeaderValue, Request, Uri};
use ureq::unversioned::transport::Connector;
use ureq::{Agent, Body};
use zeroize::Zeroizing;

use self::call::{CallState, Failure, Phase};
use self::socket::{NoResolver, SocketConnector};
use self::tls::TlsConnector;
use crate::error::ErrorKind;

pub(crate) use self::call::Deadline;
pub(crate) use self::url::{BaseUrl, Path};

/// How long an idle connection is kept: a Nango server closes it after 61 s.
const MAX_IDLE_AGE: Duration = Duration::from_secs(55);
/// How many idle connections are kept.
const MAX_IDLE: usize = 64;
/// Bytes that one read from the socket may bring.
const INPUT_BUFFER: usize = 16 * 1024;
/// Bytes of a request: its URL can be 64 KiB long, its headers are short.
const OUTPUT_BUFFER: usize = 128 * 1024;
/// How large the head of an answer may be.
const MAX_HEAD: usize = 64 * 1024;

/// Sends requests, on connections that are kept alive.
pub(crate) struct Http {
    agent: Agent,
    headers: HeaderMap,
}

/// What the server answered.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Zeroizing<Vec<u8>>,
}

/// Why there is no answer.
pub(crate) struct NoAnswer {
    pub(crate) kind: ErrorKind,
    pub(crate) detail: String,
    /// The status, where it was read before the exchange failed.
    pub(crate) status: u16,
    /// Whether a byte of the request may have reached the server.
    pub(crate) sent: bool,
}

impl Http {
    /// `headers` go with every request.
    pub(crate) fn new(
        base_url: &BaseUrl,
        mut headers: HeaderMap,
        authorization: HeaderValue,
        user_agent: HeaderValue,
    ) -> Http {
        headers.insert(AUTHORIZATION, authorization);
        headers.insert(USER_AGENT, user_agent);
        let mut config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .max_idle_age(MAX_IDLE_AGE)
            .max_idle_connections(MAX_IDLE)
            .max_idle_connections_per_host(MAX_IDLE)
            .input_buffer_size(INPUT_BUFFER)
            .output_buffer_size(OUTPUT_BUFFER)
            .max_response_header_size(MAX_HEAD);
        if base_url.is_https() {
            config = config.tls_config(tls::config());
        }
        let connector = ().chain(SocketConnector).chain(TlsConnector::default());
        Http {
            agent: Agent::with_parts(config.build(), connector, NoResolver),
            headers,
        }
    }

    /// Asks for `uri`.
    pub(crate) fn get(
        &self,
        uri: Uri,
        deadline: Deadline,
        connect_timeout: Duration,
        limit: u64,
    ) -> Result<Answer, NoAnswer> {
        let mut request = Request::new(());
        *request.uri_mut() = uri;
        *request.headers_mut() = self.headers.clone();
        let state = CallState {
            deadline,
            connect_timeout,
            phase: Phase::Resolving,
            failure: None,
            sent: false,
        };
        let (result, state) = call::with(state, || self.exchange(request, limit));
        let (failure, sent) = state.map_or((None, false), |state| (state.failure, state.sent));
        match (result, failure) {
            (Ok(answer), None) => Ok(answer),
            (Ok(Answer { status, .. }), Some(failure)) => Err(NoAnswer::new(failure, status, sent)),
            (Err((failure, status)), noted) => Err(NoAnswer::new(noted.unwrap_or(failure), status, sent)),
        }
    }

    /// The exchange itself; a failure comes with the status, if that was read.
    fn exchange(&self, request: Request<()>, limit: u64) -> Result<Answer, (Failure, u16)> {
        let response = self.agent.run(request).map_err(|error| (classify(&error), 0))?;
        let (parts, body) = response.into_parts();
        let status = parts.status.as_u16();
        let body = read_body(body, limit).map_err(|failure| (failure, status))?;
        Ok(Answer {
            status,
            headers: parts.headers,
            body,
        })
    }
}

impl NoAnswer {
    fn new(failure: Failure, status: u16, sent: bool) -> NoAnswer {
        NoAnswer {
            kind: failure.kind,
            detail: failure.detail,
            status,
            sent,
        }
    }
}

/// What an error of ureq itself means. The transport's own failures are noted where they happen and come first.
fn classify(error: &ureq::Error) -> Failure {
    let kind = match error {
        ureq::Error::LargeResponseHeader(..) => ErrorKind::TooLarge,
        ureq::Error::Protocol(_) | ureq::Error::Http(_) => ErrorKind::NotNango,
        _ => ErrorKind::Io,
    };
    let detail = match error {
        ureq::Error::LargeResponseHeader(..) => "its head is longer than 64 KiB".to_owned(),
        ureq::Error::Protocol(_) | ureq::Error::Http(_) => "the answer is not proper HTTP/1.1".to_owned(),
        other => other.to_string(),
    };
    Failure { kind, detail }
}

/// Reads a body of at most `limit` bytes into memory that is wiped, also where it grows.
fn read_body(body: Body, limit: u64) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let too_large = || Failure {
        kind: ErrorKind::TooLarge,
        detail: format!("its body is larger than max_response_bytes, {limit} bytes"),
    };
    let announced = body.content_length();
    if announced.is_some_and(|length| length > limit) {
        return Err(too_large());
    }
    let first_size = announced.unwrap_or(4096).min(limit).saturating_add(1);
    let mut buffer = Zeroizing::new(vec![0; usize::try_from(first_size).unwrap_or(usize::MAX)]);
    let mut filled = 0;
    let mut reader = body.into_with_config().limit(u64::MAX).reader();
    loop {
        if filled == buffer.len() {
            let mut larger = Zeroizing::new(vec![0; buffer.len() * 2]);
            larger[..filled].copy_from_slice(&buffer);
            buffer = larger;
        }
        match reader.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(n) => filled += n,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(broken_body(&error)),
        }
        if filled as u64 > limit {
            return Err(too_large());
        }
    }
    buffer.truncate(filled);
    Ok(buffer)
}

/// A body that ended early or breaks the rules of its encoding.
fn broken_body(error: &io::Error) -> Failure {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<ureq::Error>());
    match inner {
        Some(error @ ureq::Error::Protocol(_)) => classify(error),
        _ => Failure {
            kind: ErrorKind::Io,
            detail: "the answer's body broke off".to_owned(),
        },
    }
}

/// A header of the caller's, checked. `None` if HTTP does not allow it.
pub(crate) fn header(name: &str, value: &str) -> Option<(HeaderName, HeaderValue)> {
    let name = HeaderName::from_bytes(name.as_bytes()).ok()?;
    let mut value = HeaderValue::from_str(value).ok()?;
    value.set_sensitive(true);
    Some((name, value))
}
