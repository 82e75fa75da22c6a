//! A call of Nango's own API: the request, its retries, and the meaning of a response.

use ureq::http::header::{ACCEPT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderValue};
use ureq::http::{Method, Uri};

use crate::api::api_error::{self, Subject};
use crate::api::attempts::ApiCall;
use crate::api::path;
use crate::api::retry::{FailedAttempt, RetrySafety};
use crate::api::stale::{Change, Invalidation};
use crate::client::call_options::CallOptions;
use crate::client::error::Error;
use crate::client::error_kind::ErrorKind;
use crate::client::headers;
use crate::client::state::ClientState;
use crate::http::{self, Limits, Outgoing, RawResponse, Source, StreamingResponse};
use crate::net::exchange_error::{ExchangeError, FailureKind};
use crate::proxy::Request;
use crate::proxy::body::Sending;
use crate::proxy::response::{ErrorContext, Response, Stream};
use crate::text::secret::Wiped;

/// The default content type of a body.
const UNKNOWN_CONTENT: HeaderValue = HeaderValue::from_static("application/octet-stream");

/// One call, which may take several attempts.
pub(crate) struct OperationCall<'a> {
    call: ApiCall<'a>,
    request: &'a Request,
}

/// The checked request.
struct Checked {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    route: String,
    subject: Subject,
    /// What the cache has to forget, if there is one.
    change: Option<Change>,
}

impl<'a> OperationCall<'a> {
    pub(crate) fn new(client: &'a ClientState, request: &'a Request, options: &'a CallOptions) -> OperationCall<'a> {
        OperationCall {
            call: ApiCall {
                client,
                options,
                log: client.observers.follow("request"),
                care: request.care_of_call(),
                idle_timeout: Some(request.idle_time()),
            },
            request,
        }
    }

    /// Sends the request and returns Nango's response, if that is not a failure.
    pub(crate) fn send(&self) -> Result<Response, Error> {
        let result = self.send_unlogged();
        self.call.ends(&result);
        result
    }

    fn send_unlogged(&self) -> Result<Response, Error> {
        let mut checked = self.check()?;
        if let Some(log) = &self.call.log {
            log.begins_call(checked.method.as_str(), &checked.route);
        }
        let mut body = self.request.body.begin()?;
        if let Some(ended) = self.call.ended_before_it_began(self.call.client.live()) {
            return Err(ended);
        }
        let limits = self.call.limits();
        let mut may_be_done = false;
        let mut invalidation = Invalidation {
            client: self.call.client,
            change: checked.change.take(),
            may_be_done: false,
        };
        self.call.repeat(&limits, || {
            let result = invalidation.around(|| self.attempt(&checked, body.as_mut(), &limits, may_be_done));
            may_be_done |= result.as_ref().is_err_and(|failed| failed.sent && !failed.received);
            Ok(result)
        })
    }

    // Not inlined: the stack that it needs would be in use during the exchange.
    #[inline(never)]
    fn check(&self) -> Result<Checked, Error> {
        let request = self.request;
        if let Some(problem) = &request.refused {
            return Err(problem.clone());
        }
        self.call.options.refuse_those_of_a_connection("a call of this kind")?;
        refuse_those_of_the_proxy(request)?;
        let target = path::target(
            &self.call.client.base_url,
            &request.endpoint,
            &request.path_parameters,
            &request.query,
        )?;
        let method = method(request)?;
        let own = target.uri.path_and_query().map_or("", |all| all.as_str());
        let own = &own[own.len() - target.own_length..];
        let is_noted = self.call.client.live().cache.is_some() && self.call.care != RetrySafety::Harmless;
        Ok(Checked {
            change: is_noted.then(|| Change::of(&method, own, &request.body)).flatten(),
            method,
            headers: headers_of(request, target.is_connection && request.only_reads())?,
            uri: target.uri,
            route: target.route,
            subject: match target.is_connection {
                true => Subject::Connection,
                false => Subject::Other,
            },
        })
    }

    /// One exchange, and the meaning of its response. `may_be_done`: an attempt before it may have been carried out.
    fn attempt(
        &self,
        checked: &Checked,
        mut body: Option<&mut Sending<'_>>,
        limits: &Limits,
        may_be_done: bool,
    ) -> Result<Response, FailedAttempt> {
        let log = self.call.log.as_deref();
        let method = checked.method.as_str();
        if let Some(log) = log {
            log.asks(method, &checked.route);
        }
        let outgoing = Outgoing {
            method: &checked.method,
            uri: &checked.uri,
            headers: Some(&checked.headers),
            body: body.as_deref_mut().map(|body| body as &mut dyn Source),
            idle_timeout: self.request.idle_time(),
            // Unlike a read, it is only repeated as a visible attempt, so that a second response can be recognized.
            may_repeat: self.call.care == RetrySafety::Harmless,
            must_connect: false,
            keeps_coding: false,
        };
        let mut failed = match self.call.client.live().http.streamed(outgoing, limits) {
            Ok(opened) => {
                if let Some(log) = log {
                    log.answered(method, &checked.route, opened.status, None);
                }
                let size = body.as_deref().map_or(0, Sending::size);
                match self.classify(opened, checked, limits, (may_be_done, size)) {
                    Ok(response) => return Ok(response),
                    Err(error) => FailedAttempt::answered(error),
                }
            }
            Err(failure) => {
                let error = self.call.explain(&failure);
                if let Some(log) = log {
                    log.not_answered(method, &checked.route, &error);
                }
                FailedAttempt {
                    error,
                    sent: failure.sent,
                    received: failure.received,
                    is_final: false,
                }
            }
        };
        failed.is_final = body.is_some_and(|body| !body.rewind());
        Err(failed)
    }

    /// A good answer; any other as an error, with what its body says. `body_size`: how many bytes the request's body has.
    fn classify(
        &self,
        opened: StreamingResponse,
        checked: &Checked,
        limits: &Limits,
        (may_be_done, body_size): (bool, u64),
    ) -> Result<Response, Error> {
        let mut stream = Stream::new(
            opened.body,
            &checked.method,
            ErrorContext {
                status: opened.status,
                idle_timeout: self.request.idle_time(),
                care: self.call.care,
                server: "Nango",
            },
        );
        let (body, undecoded) = self.collect(&mut stream, opened.status, &opened.headers, limits)?;
        let response = RawResponse {
            status: opened.status,
            headers: opened.headers,
            body,
            undecoded,
        };
        let good = |raw: RawResponse| Ok(Response::collected(raw.status, &raw.headers, stream, raw.body));
        if (200..300).contains(&response.status) && !api_error::is_declared_html(&response.headers) {
            return good(response);
        }
        let error = api_error::body_too_large(&response, body_size)
            .unwrap_or_else(|| api_error::error_of_call(&response, self.call.care, checked.subject));
        match may_be_done && checked.method == Method::DELETE && error.kind() == ErrorKind::NotFound {
            true => good(response),
            false => Err(error),
        }
    }

    /// The body, within the call's time, and why it could not be decoded.
    fn collect(
        &self,
        stream: &mut Stream,
        status: u16,
        headers: &HeaderMap,
        limits: &Limits,
    ) -> Result<(Wiped, Option<String>), Error> {
        let most = limits.max_response_bytes;
        let collected = http::collect(stream.announced(), most, |room| {
            let count = stream.rest.read_ahead(room, limits.deadline)?;
            count.ok_or_else(|| ExchangeError::new(FailureKind::Timeout, "receiving the answer's body"))
        });
        http::decoded(collected, status, headers, most).map_err(|failure| {
            self.call.explain(&ExchangeError {
                status,
                sent: true,
                received: true,
                ..failure
            })
        })
    }
}

fn refuse_those_of_the_proxy(request: &Request) -> Result<(), Error> {
    for (setting, is_set) in [
        ("base_url_override", request.base_url_override.is_some()),
        ("retries", request.retries.is_some()),
        ("retry_on", !request.retry_on.is_empty()),
        ("decompress", request.decompress),
        ("nango_parses_body", request.nango_parses_body),
        ("forward_headers_on_redirect", request.forward_headers_on_redirect),
    ] {
        if is_set {
            return Err(Error::invalid_argument(format!(
                "{setting} applies only to a call through the proxy: leave it out of the request"
            )));
        }
    }
    Ok(())
}

fn method(request: &Request) -> Result<Method, Error> {
    let refuse = |problem: &str| Err(Error::invalid_argument(format!("method {problem}")));
    match Method::from_bytes(request.method.as_bytes()) {
        Ok(Method::HEAD) if request.content_type.is_some() => refuse("HEAD has no body: leave the body out"),
        Ok(method @ (Method::GET | Method::HEAD | Method::POST | Method::PUT | Method::PATCH | Method::DELETE)) => {
            Ok(method)
        }
        _ => refuse("is none that Nango's API has: pass GET, POST, PUT, PATCH, DELETE or HEAD"),
    }
}

/// The headers in addition to those of every request.
fn headers_of(request: &Request, is_connection: bool) -> Result<HeaderMap, Error> {
    let mut all = HeaderMap::new();
    // Lists are large. A connection is asked for as it is: it is small, and decoding would cost more than it saves.
    let coding = if is_connection { "identity" } else { "gzip" };
    all.insert(ACCEPT_ENCODING, HeaderValue::from_static(coding));
    for (name, value) in &request.headers {
        let (name, value) = headers::added_header(name, value)?;
        all.append(name, value);
    }
    if let Some(content_type) = &request.content_type {
        let value = match content_type.as_str() {
            "" => UNKNOWN_CONTENT,
            told => HeaderValue::from_str(told)
                .ok()
                .filter(|_| told.is_ascii())
                .ok_or_else(|| {
                    Error::invalid_argument("content_type is not one line of ASCII: write it like application/json")
                })?,
        };
        all.insert(CONTENT_TYPE, value);
    }
    Ok(all)
}
