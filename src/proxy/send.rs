//! A request for an external API, through Nango: what is sent, how often, and whose answer it is.

use ureq::http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use ureq::http::{Method, Uri};

use crate::api::attempts::ApiCall;
use crate::api::retry::FailedAttempt;
use crate::client::error::Error;
use crate::http::{self, Limits, Outgoing, RawResponse, Source, StreamingResponse};
use crate::net::exchange_error::FailureKind;
use crate::proxy::body::Sending;
use crate::proxy::nango_failure::Asked;
use crate::proxy::request::Request;
use crate::proxy::response::{ErrorContext, Response, Stream};
use crate::proxy::{body_type, error_origin, url};
use crate::text::secret::Wiped;

/// Its name in the log.
const ROUTE: &str = "proxy";
/// What a header for the external API begins with on its way to Nango.
const PREFIX: &str = "nango-proxy-";

/// One call, which may take several attempts.
pub(crate) struct ProxyCall<'a> {
    pub(crate) call: ApiCall<'a>,
    pub(crate) connection_id: &'a str,
    pub(crate) provider_config_key: &'a str,
    pub(crate) request: &'a Request,
}

/// What is sent, checked.
struct Checked {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
}

impl ProxyCall<'_> {
    /// Sends the request and returns what the external API answers.
    pub(crate) fn send(&self) -> Result<Response, Error> {
        if let Some(log) = &self.call.log {
            log.begins_proxied(&self.request.method, self.connection_id, self.provider_config_key);
        }
        let result = self.send_unlogged();
        self.call.ends(&result);
        result
    }

    fn send_unlogged(&self) -> Result<Response, Error> {
        let checked = self.check()?;
        let mut body = self.request.body.begin()?;
        if let Some(ended) = self.call.ended_before_it_began(self.call.client.live()) {
            return Err(ended);
        }
        let limits = self.call.limits();
        self.call
            .repeat(&limits, || Ok(self.attempt(&checked, body.as_mut(), &limits)))
    }

    // Not inlined: the stack that it needs would be in use during the exchange.
    #[inline(never)]
    fn check(&self) -> Result<Checked, Error> {
        let request = self.request;
        if let Some(problem) = &request.refused {
            return Err(problem.clone());
        }
        self.call
            .options
            .refuse_those_of_a_connection("a call through the proxy")?;
        if let Some((name, _)) = request.path_parameters.first() {
            return Err(Error::invalid_argument(format!(
                "path parameter {name} does not apply to a call through the proxy: write the endpoint as it is to be sent"
            )));
        }
        let method = method(request)?;
        let query = request.query.iter().map(|(name, value)| (&**name, value.as_str()));
        Ok(Checked {
            uri: url::url(&self.call.client.base_url, &request.endpoint, query)?,
            headers: self.headers()?,
            method,
        })
    }

    /// The headers beside those that go with every request.
    fn headers(&self) -> Result<HeaderMap, Error> {
        let request = self.request;
        let mut headers = HeaderMap::new();
        put(&mut headers, "connection-id", id("connection_id", self.connection_id)?);
        put(
            &mut headers,
            "provider-config-key",
            id("provider_config_key", self.provider_config_key)?,
        );
        if let Some(url) = &request.base_url_override {
            put(&mut headers, "base-url-override", base_url_override(url)?);
        }
        if let Some(retries) = request.retries {
            put(&mut headers, "retries", retries.into());
        }
        if let Some(statuses) = retry_on(&request.retry_on)? {
            put(&mut headers, "retry-on", statuses);
        }
        if request.decompress {
            put(&mut headers, "decompress", HeaderValue::from_static("true"));
        }
        if request.forward_headers_on_redirect {
            put(
                &mut headers,
                "forward-headers-on-redirect",
                HeaderValue::from_static("true"),
            );
        }
        for (name, value) in &request.headers {
            add_passed_on(&mut headers, name, value)?;
        }
        if let Some(content_type) = &request.content_type {
            body_type::add(&mut headers, content_type, request.nango_parses_body)?;
        }
        Ok(headers)
    }

    /// Whether the program has told the external API which codings it accepts, and so decodes its answers.
    fn keeps_coding(&self) -> bool {
        let mut names = self.request.headers.iter().map(|(name, _)| name);
        names.any(|name| name.eq_ignore_ascii_case("accept-encoding"))
    }

    /// One exchange, and whose answer it is.
    fn attempt(
        &self,
        checked: &Checked,
        mut body: Option<&mut Sending<'_>>,
        limits: &Limits,
    ) -> Result<Response, FailedAttempt> {
        let log = self.call.log.as_deref();
        let method = checked.method.as_str();
        if let Some(log) = log {
            log.asks(method, ROUTE);
        }
        let outgoing = Outgoing {
            method: &checked.method,
            uri: &checked.uri,
            headers: Some(&checked.headers),
            body: body.as_deref_mut().map(|body| body as &mut dyn Source),
            idle_timeout: self.request.idle_time(),
            may_repeat: self.call.care.is_harmless(),
            must_connect: false,
            keeps_coding: self.keeps_coding(),
        };
        match self.call.client.live().http.streamed(outgoing, limits) {
            Ok(opened) => {
                if let Some(log) = log {
                    log.answered(method, ROUTE, opened.status, None);
                }
                let size = body.as_deref().map_or(0, Sending::size);
                self.classify(opened, checked, size, limits)
            }
            Err(failure) => {
                let error = self.call.explain(&failure);
                if let Some(log) = log {
                    log.not_answered(method, ROUTE, &error);
                }
                Err(FailedAttempt {
                    error,
                    sent: failure.sent,
                    received: failure.received,
                    is_final: body.is_some_and(|body| !body.rewind()),
                })
            }
        }
    }

    /// Tells a failure of Nango's own from what the external API says. Not inlined, as above.
    #[inline(never)]
    fn classify(
        &self,
        opened: StreamingResponse,
        checked: &Checked,
        body_size: u64,
        limits: &Limits,
    ) -> Result<Response, FailedAttempt> {
        let mut stream = Stream::new(
            opened.body,
            &checked.method,
            ErrorContext {
                status: opened.status,
                idle_timeout: self.request.idle_time(),
                care: self.call.care,
                server: "the external API",
            },
        );
        let mut headers = opened.headers;
        let most = error_origin::telling_length(opened.status, &headers, &checked.method);
        let is_whole = match most {
            Some(most) => self.look_ahead(&mut stream, most as u64, limits)?,
            None => false,
        };
        if is_whole {
            let response = RawResponse {
                status: opened.status,
                headers,
                body: std::mem::take(&mut stream.ahead),
                undecoded: None,
            };
            if let Some(error) = error_origin::nango_error_in(&response, &self.asked(checked, body_size)) {
                return Err(FailedAttempt::answered(error));
            }
            (headers, stream.ahead) = (response.headers, response.body);
        }
        Ok(Response::new(
            opened.status,
            &headers,
            stream,
            limits.max_response_bytes,
        ))
    }

    fn asked<'a>(&'a self, checked: &'a Checked, body_size: u64) -> Asked<'a> {
        Asked {
            method: &checked.method,
            connection_id: self.connection_id,
            provider_config_key: self.provider_config_key,
            sent_json: checked.headers.get(CONTENT_TYPE).is_some_and(body_type::is_json),
            body_size,
            care: self.call.care,
        }
    }

    /// Reads `most` bytes of a body ahead; whether it came to its end there.
    fn look_ahead(&self, stream: &mut Stream, most: u64, limits: &Limits) -> Result<bool, FailedAttempt> {
        if !stream.has_body {
            return Ok(true);
        }
        if stream.announced().is_some_and(|length| length > most) {
            return Ok(false);
        }
        let room = stream.announced().unwrap_or(most).min(most) as usize + 1;
        let mut ahead = Wiped::zeroed(room);
        let mut filled = 0;
        let has_ended = loop {
            if filled == room {
                break false;
            }
            match stream.rest.read_ahead(&mut ahead[filled..], limits.deadline) {
                Ok(Some(0)) => break true,
                Ok(Some(count)) => filled += count,
                // The timeout reaches to the head alone: the program may go on reading.
                Ok(None) => break false,
                Err(failure) => {
                    let error = stream.words.explain(&failure);
                    if failure.kind == FailureKind::Cancelled {
                        return Err(FailedAttempt::answered(error));
                    }
                    // Whose answer it is cannot be told any more, so it is the external API's.
                    stream.failed = Some(error);
                    break false;
                }
            }
        };
        ahead.truncate(filled);
        stream.ahead = ahead;
        Ok(has_ended)
    }
}

fn method(request: &Request) -> Result<Method, Error> {
    let refuse = |problem: &str| Err(Error::invalid_argument(format!("method {problem}")));
    let Ok(method) = Method::from_bytes(request.method.as_bytes()) else {
        return refuse("is not an HTTP method: pass GET, POST, PUT, PATCH, DELETE or HEAD");
    };
    match method {
        Method::CONNECT => refuse("CONNECT opens a tunnel, which Nango's proxy does not support: pass another method"),
        Method::OPTIONS => {
            refuse("OPTIONS is answered by Nango itself and does not reach the external API: pass another method")
        }
        Method::HEAD if request.content_type.is_some() => refuse("HEAD has no body: leave the body out"),
        method => Ok(method),
    }
}

/// An id as a header, which can hold less than a URL.
fn id(argument: &str, value: &str) -> Result<HeaderValue, Error> {
    let is_plain = value.bytes().all(|b| (b' '..=b'~').contains(&b));
    let is_whole = !value.starts_with(' ') && !value.ends_with(' ');
    HeaderValue::from_str(value)
        .ok()
        .filter(|_| is_plain && is_whole)
        .ok_or_else(|| {
            Error::invalid_argument(format!(
                "{argument} cannot be sent to Nango's proxy, which takes it in a header: pass ASCII without control \
                 characters and without leading or trailing spaces"
            ))
        })
}

/// Sets a header of the library's own. In one place, since each would bring the whole of a map's insertion with it.
#[inline(never)]
fn put(headers: &mut HeaderMap, name: &'static str, value: HeaderValue) {
    headers.insert(HeaderName::from_static(name), value);
}

fn base_url_override(url: &str) -> Result<HeaderValue, Error> {
    let refuse = |problem: &str| Err(Error::invalid_argument(format!("base_url_override {problem}")));
    let parsed = url.parse::<Uri>().ok().filter(|uri| {
        let is_http = matches!(uri.scheme_str(), Some("http" | "https"));
        url.is_ascii() && is_http && uri.host().is_some_and(|host| !host.is_empty())
    });
    let Some((uri, value)) = parsed.zip(HeaderValue::from_str(url).ok()) else {
        return refuse("is not an http or https URL: write it like https://api.example.com");
    };
    if uri
        .authority()
        .is_some_and(|authority| authority.as_str().contains('@'))
    {
        return refuse("contains user information: leave out everything up to the @, since Nango adds the credentials");
    }
    Ok(value)
}

fn retry_on(statuses: &[i32]) -> Result<Option<HeaderValue>, Error> {
    if statuses.is_empty() {
        return Ok(None);
    }
    if let Some(wrong) = statuses.iter().find(|status| !(100..600).contains(*status)) {
        return Err(Error::invalid_argument(format!(
            "retry_on contains {wrong}, which is not an HTTP status: pass 100 to 599"
        )));
    }
    let texts: Vec<String> = statuses.iter().map(i32::to_string).collect();
    Ok(HeaderValue::from_str(&texts.join(",")).ok())
}

/// Adds a header for the external API.
fn add_passed_on(headers: &mut HeaderMap, name: &str, value: &str) -> Result<(), Error> {
    let refuse = |problem: String| Err(Error::invalid_argument(format!("header {problem}")));
    let Some((parsed, value)) = http::header(name, value) else {
        return refuse(
            "cannot be sent: HTTP does not allow this name or value; names are letters, digits and dashes, values one \
             line of text"
                .to_owned(),
        );
    };
    if http::CONNECTION_HEADERS.contains(&parsed.as_str()) {
        return refuse(format!(
            "{parsed} is reserved: it belongs to the connection or to the body"
        ));
    }
    if parsed.as_str().starts_with(PREFIX) {
        return refuse(format!(
            "{parsed} already has the prefix that the library adds: leave it out"
        ));
    }
    let Ok(prefixed) = HeaderName::from_bytes(format!("{PREFIX}{parsed}").as_bytes()) else {
        return refuse("has a name that is too long".to_owned());
    };
    let value = match headers.get(&prefixed) {
        None => value,
        // Nango passes on only the last of several.
        Some(before) => joined(before, &value, if parsed == "cookie" { b"; " } else { b", " }),
    };
    headers.insert(prefixed, value);
    Ok(())
}

fn joined(before: &HeaderValue, value: &HeaderValue, separator: &[u8]) -> HeaderValue {
    let bytes = [before.as_bytes(), separator, value.as_bytes()].concat();
    let mut both = HeaderValue::from_bytes(&bytes).unwrap_or_else(|_| value.clone());
    both.set_sensitive(true);
    both
}
