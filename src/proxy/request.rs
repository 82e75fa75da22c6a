//! A request for an external API, sent through Nango's proxy.

use std::fmt;
use std::io::Read;
use std::time::Duration;

use percent_encoding::percent_decode_str;
use zeroize::Zeroizing;

use crate::api::retry::RetrySafety;
use crate::client::error::Error;
use crate::proxy::body::Content;
use crate::text::json;
use crate::text::secret::Wiped;

const DEFAULT_IDLE_TIMEOUT: Duration = Duration::from_secs(30);
/// Parameters of a query that has Nango fetch new credentials.
const REFRESHING: [&str; 2] = ["force_refresh", "refresh_github_app_jwt_token"];

/// A request for an external API, which Nango sends on with the credentials of a connection: see
/// [`Client::proxy`](crate::Client::proxy). Or one for Nango's own API: see [`Client::request`](crate::Client::request).
///
/// A setter keeps what it is given; a bad value is reported by the call that uses the request, which names it. A request can
/// be used for many calls, on many threads at once, unless its body comes from a reader: that serves one. `Debug` shows
/// neither the query nor the value of a header nor the body.
#[derive(Default)]
pub struct Request {
    pub(crate) method: String,
    pub(crate) endpoint: Zeroizing<String>,
    pub(crate) path_parameters: Vec<(String, Zeroizing<String>)>,
    pub(crate) query: Vec<(String, Zeroizing<String>)>,
    pub(crate) headers: Vec<(String, Zeroizing<String>)>,
    pub(crate) body: Content,
    pub(crate) content_type: Option<String>,
    pub(crate) base_url_override: Option<String>,
    pub(crate) retries: Option<u32>,
    pub(crate) retry_on: Vec<i32>,
    pub(crate) decompress: bool,
    pub(crate) nango_parses_body: bool,
    pub(crate) forward_headers_on_redirect: bool,
    pub(crate) repeatable: bool,
    pub(crate) idle_timeout: Option<Duration>,
    /// What was set but cannot be used.
    pub(crate) refused: Option<Error>,
}

impl Request {
    /// A request with a method such as `GET` and an endpoint such as `/v1/items`: path and query below the external API's base
    /// URL, kept with the encoding that they have. An absolute URL is refused: see [`Request::base_url_override`].
    pub fn new(method: &str, endpoint: &str) -> Request {
        Request {
            method: method.to_ascii_uppercase(),
            endpoint: Zeroizing::new(endpoint.to_owned()),
            ..Request::default()
        }
    }

    /// Sets what `{name}` in the path stands for, in a call of Nango's own API ([`Client::request`](crate::Client::request)): one
    /// segment, encoded, that can only name itself. The name is written without its braces.
    pub fn path_parameter(&mut self, name: &str, value: &str) -> &mut Self {
        self.path_parameters.retain(|(known, _)| known != name);
        let value = Zeroizing::new(value.to_owned());
        self.path_parameters.push((name.to_owned(), value));
        self
    }

    /// A body of JSON, with its content type `application/json`. Text that is not one JSON value is refused by the call.
    pub fn json(&mut self, json: &str) -> &mut Self {
        match json::document(json) {
            Some(_) => self.body(json, "application/json"),
            None => {
                self.refuse("json is not exactly one JSON value: pass the text of one, such as {\"name\":\"value\"}");
                self
            }
        }
    }

    /// Adds a parameter to the query, encoded, behind those in the endpoint.
    pub fn query(&mut self, name: &str, value: &str) -> &mut Self {
        self.query.push((name.to_owned(), Zeroizing::new(value.to_owned())));
        self
    }

    /// Adds a header for the external API, to which Nango adds the credentials. `Content-Type` comes before the content type
    /// of the body. What belongs to the connection or to the body's framing, such as `Content-Length`, is
    /// refused. Of several with one name the values are joined by a comma, since Nango passes
    /// on the last alone.
    pub fn header(&mut self, name: &str, value: &str) -> &mut Self {
        self.headers.push((name.to_owned(), Zeroizing::new(value.to_owned())));
        self
    }

    /// A body from memory, which the external API gets byte for byte. `content_type` is what it is told that the body is,
    /// unless a header `Content-Type` says that; `""` without such a header is `application/octet-stream`. Nango takes 75 MiB.
    /// See [`Request::nango_parses_body`].
    pub fn body(&mut self, bytes: impl Into<Vec<u8>>, content_type: &str) -> &mut Self {
        self.content_type = Some(content_type.to_owned());
        self.body = Content::Bytes(Wiped::from(bytes.into()));
        self
    }

    /// A body that is read while it is sent, and never held in memory as a whole. With `content_length` exactly so many bytes
    /// are read, and a reader that ends before that ends the call; without it the body is sent in chunks.
    ///
    /// `content_type` is as for [`Request::body`]. It serves one call. A reader that fails ends the call as [`ErrorKind::Cancelled`](crate::ErrorKind::Cancelled).
    pub fn body_reader(
        &mut self,
        reader: impl Read + Send + 'static,
        content_length: Option<u64>,
        content_type: &str,
    ) -> &mut Self {
        self.content_type = Some(content_type.to_owned());
        self.body = Content::from_reader(reader, content_length);
        self
    }

    /// Makes Nango send the request below another URL than the integration's own: `https://eu.api.example.com`.
    pub fn base_url_override(&mut self, url: &str) -> &mut Self {
        self.base_url_override = Some(url.to_owned());
        self
    }

    /// How often Nango itself repeats the external call when it fails: not at all by default.
    pub fn retries(&mut self, retries: u32) -> &mut Self {
        self.retries = Some(retries);
        self
    }

    /// Statuses after which Nango repeats the external call, beside those that it repeats by itself.
    pub fn retry_on(&mut self, statuses: &[u16]) -> &mut Self {
        self.retry_on = statuses.iter().map(|&status| i32::from(status)).collect();
        self
    }

    /// Makes Nango parse a body of JSON or of a form by its content type, and serialize it again for the external API. A few
    /// APIs need that, into whose bodies Nango puts credentials: adyntel, mandrill and sage-member. It loses data: numbers lose
    /// digits (`12345678901234567890` becomes `12345678901234567000`, `1.10` becomes `1.1`), a name that repeats in a form
    /// becomes `name[]`, and JSON has to be an object or an array.
    pub fn nango_parses_body(&mut self, on: bool) -> &mut Self {
        self.nango_parses_body = on;
        self
    }

    /// Asks Nango to decompress what the external API answers. Nango 0.71 always does.
    pub fn decompress(&mut self, on: bool) -> &mut Self {
        self.decompress = on;
        self
    }

    /// Makes Nango send the credentials along when it follows a redirect of the external API to another host. By default such a
    /// request goes without them. That host gets the credentials: use it only for an API whose redirects you trust.
    pub fn forward_headers_on_redirect(&mut self, on: bool) -> &mut Self {
        self.forward_headers_on_redirect = on;
        self
    }

    /// Says that a call of Nango's own API ([`Client::request`](crate::Client::request)) changes nothing more when it is made a
    /// second time, so that it is sent again after a broken connection, too. GET and HEAD need no word of that. A DELETE that
    /// was sent again and finds no connection any more counts as done: its response has the status 400.
    pub fn repeatable(&mut self, on: bool) -> &mut Self {
        self.repeatable = on;
        self
    }

    /// How long nothing may move in a body, that of the request or that of the response: 30 seconds by default.
    pub fn idle_timeout(&mut self, timeout: Duration) -> &mut Self {
        self.idle_timeout = Some(timeout);
        self
    }
}

impl Request {
    /// Whether the body comes from a reader.
    #[cfg(feature = "capi")]
    pub(crate) fn is_streamed(&self) -> bool {
        matches!(self.body, Content::Reader { .. })
    }

    /// The same request, without a body that comes from a reader.
    pub(crate) fn copied(&self) -> Request {
        let (body, content_type) = match &self.body {
            Content::Bytes(bytes) => (Content::Bytes(Wiped::from(bytes.to_vec())), self.content_type.clone()),
            Content::None | Content::Reader { .. } => (Content::None, None),
        };
        Request {
            method: self.method.clone(),
            endpoint: self.endpoint.clone(),
            path_parameters: self.path_parameters.clone(),
            query: self.query.clone(),
            headers: self.headers.clone(),
            body,
            content_type,
            base_url_override: self.base_url_override.clone(),
            retry_on: self.retry_on.clone(),
            refused: self.refused.clone(),
            ..*self
        }
    }

    /// Makes parameters of the query in the endpoint, so that they can be found and replaced. One that is not UTF-8 stays.
    pub(crate) fn take_query_apart(&mut self) {
        let Some((path, query)) = self.endpoint.split_once('?') else {
            return;
        };
        let decoded = |text: &str| {
            let text = text.replace('+', " ");
            let text = percent_decode_str(&text).decode_utf8().ok()?;
            Some(text.into_owned())
        };
        let pairs: Option<Vec<_>> = query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
            .map(|(name, value)| Some((decoded(name)?, Zeroizing::new(decoded(value)?))))
            .collect();
        if let Some(pairs) = pairs {
            self.endpoint = Zeroizing::new(path.to_owned());
            self.query.splice(0..0, pairs);
        }
    }

    /// The value of the last query parameter of this name, of those that were added.
    pub(crate) fn query_value(&self, name: &str) -> Option<&str> {
        let mut named = self.query.iter().rev().filter(|(known, _)| known == name);
        named.next().map(|(_, value)| value.as_str())
    }

    /// Has the call fail with this problem, unless it has another already.
    pub(crate) fn refuse(&mut self, problem: &str) {
        self.refused.get_or_insert_with(|| Error::invalid_argument(problem));
    }

    /// Puts one query parameter in place of all of this name.
    pub(crate) fn set_query(&mut self, name: &str, value: &str) {
        self.query.retain(|(known, _)| known != name);
        self.query(name, value);
    }

    /// Puts one header in place of all of this name.
    pub(crate) fn set_header(&mut self, name: &str, value: &str) {
        self.headers.retain(|(known, _)| known != name);
        self.header(name, value);
    }

    /// Leaves the body out.
    #[cfg(feature = "capi")]
    pub(crate) fn clear_body(&mut self) {
        self.content_type = None;
        self.body = Content::None;
    }

    /// How long nothing may move in its bodies.
    pub(crate) fn idle_time(&self) -> Duration {
        self.idle_timeout.unwrap_or(DEFAULT_IDLE_TIMEOUT)
    }

    /// What repeating it could do at the external API.
    pub(crate) fn care(&self) -> RetrySafety {
        match self.only_reads() {
            true => RetrySafety::ProxiedRead,
            false => RetrySafety::ProxiedWrite,
        }
    }

    /// What repeating it could do at Nango itself.
    pub(crate) fn care_of_call(&self) -> RetrySafety {
        match (self.only_reads(), self.repeatable) {
            (true, _) if self.refreshes() => RetrySafety::MayRotateCredentials,
            (true, _) => RetrySafety::Harmless,
            (false, true) => RetrySafety::RepeatableWrite,
            (false, false) => RetrySafety::Write,
        }
    }

    pub(crate) fn only_reads(&self) -> bool {
        matches!(&*self.method, "GET" | "HEAD")
    }

    /// Whether its query has Nango fetch new credentials.
    fn refreshes(&self) -> bool {
        let own = self.endpoint.split_once('?').map_or("", |(_, query)| query);
        let mut names = own.split('&').map(|pair| pair.split('=').next().unwrap_or_default());
        names.any(|name| {
            REFRESHING
                .iter()
                .any(|known| percent_decode_str(name).eq(known.bytes()))
        }) || self.query.iter().any(|(name, _)| REFRESHING.contains(&name.as_str()))
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = |pairs: &[(String, Zeroizing<String>)]| -> Vec<String> {
            pairs.iter().map(|(name, _)| name.clone()).collect()
        };
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("path_parameters", &names(&self.path_parameters))
            .field("query", &names(&self.query))
            .field("headers", &names(&self.headers))
            .field("content_type", &self.content_type)
            .field("base_url_override", &self.base_url_override.as_ref().map(|_| "[set]"))
            .field("retries", &self.retries)
            .field("retry_on", &self.retry_on)
            .field("decompress", &self.decompress)
            .field("nango_parses_body", &self.nango_parses_body)
            .field("forward_headers_on_redirect", &self.forward_headers_on_redirect)
            .field("repeatable", &self.repeatable)
            .field("idle_timeout", &self.idle_timeout)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_no_secret() {
        let mut request = Request::new("post", "/invented?token=invented");
        request
            .query("name", "invented")
            .path_parameter("id", "invented")
            .header("X-Key", "invented")
            .body("invented", "text/plain")
            .base_url_override("https://invented");
        let shown = format!("{request:?} {request:#?}");
        assert!(!shown.contains("invented"), "{shown}");
        assert!(shown.contains("X-Key") && shown.contains("POST"), "{shown}");
    }
}
