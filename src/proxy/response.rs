//! What the external API answered to a request through the proxy: a head, and a body that is read as it comes.

use std::fmt;
use std::io::{self, Read};
use std::sync::Arc;
use std::time::Duration;

use ureq::http::Method;
use ureq::http::header::{HeaderMap, HeaderValue};
use zeroize::Zeroizing;

use super::collected::Collected;
use crate::api::retry::RetrySafety;
use crate::client::error::{Error, ErrorParts};
use crate::client::error_kind::ErrorKind;
use crate::http::{IncomingBody, collect};
use crate::net::exchange_error::{ExchangeError, FailureKind};
use crate::text::secret::{SecretText, Span, Text, Wiped};
use crate::text::value::{Document, Outline, Value as JsonValue, Walk};

/// What the external API answered, whatever its status.
///
/// The body is read as it comes ([`Read`]), or collected with [`Response::body`]. Each wait for more of it has the request's
/// idle timeout; a cancel, an interrupt and a shutdown end it. Dropping a response midway closes its connection. It may outlive
/// the client, and be sent to another thread. `Debug` shows neither the value of a header nor the body.
pub struct Response {
    status: u16,
    headers: Headers,
    body: Stream,
    max_bytes: u64,
    collected: Option<Collected>,
}

/// The headers as C wants them.
struct Headers {
    text: SecretText,
    fields: Vec<(Span, Span)>,
}

/// A body on its way.
pub(crate) struct Stream {
    /// What was read already, to see whose answer it is.
    pub(crate) ahead: Wiped,
    /// How much of that was handed out.
    pub(crate) taken: usize,
    pub(crate) rest: IncomingBody,
    pub(crate) failed: Option<Error>,
    pub(crate) words: ErrorContext,
    /// Whether there is one at all.
    pub(crate) has_body: bool,
}

/// What an error of a body tells.
#[derive(Clone, Copy)]
pub(crate) struct ErrorContext {
    pub(crate) status: u16,
    pub(crate) idle_timeout: Duration,
    pub(crate) care: RetrySafety,
    /// Whose answer it is, in words.
    pub(crate) server: &'static str,
}

impl Response {
    pub(crate) fn new(status: u16, headers: &HeaderMap, body: Stream, max_bytes: u64) -> Response {
        Response {
            status,
            headers: Headers::new(headers),
            body,
            max_bytes,
            collected: None,
        }
    }

    /// A response whose body has come.
    pub(crate) fn collected(status: u16, headers: &HeaderMap, ended: Stream, body: Wiped) -> Response {
        Response {
            collected: Some(Collected::new(body, 0)),
            ..Response::new(status, headers, ended, 0)
        }
    }

    /// The HTTP status: of the external API's answer.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The value of the first header with this name, in whatever case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.header_text(name).map(Text::as_str)
    }

    /// All headers, in the order in which they came but for those with the same name, which come together; names in lower
    /// case. A value that is not UTF-8 is read as ISO 8859-1.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        (0..self.header_count()).filter_map(|i| {
            self.header_texts(i)
                .map(|(name, value)| (name.as_str(), value.as_str()))
        })
    }

    pub(crate) fn header_count(&self) -> usize {
        self.headers.fields.len()
    }

    pub(crate) fn header_texts(&self, i: usize) -> Option<(Text<'_>, Text<'_>)> {
        let &(name, value) = self.headers.fields.get(i)?;
        Some((self.headers.text.get(name), self.headers.text.get(value)))
    }

    pub(crate) fn header_text(&self, name: &str) -> Option<Text<'_>> {
        (0..self.header_count())
            .filter_map(|i| self.header_texts(i))
            .find(|(found, _)| found.as_str().eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    /// Reads what has come of the body, at least one byte; 0 at its end. What was collected for [`Response::body`] is not read
    /// again.
    pub(crate) fn read_some(&mut self, buffer: &mut [u8]) -> Result<usize, Error> {
        match &mut self.collected {
            Some(collected) => Ok(collected.read(buffer)),
            None => self.body.read(buffer),
        }
    }

    /// The body, or what was not yet read of it, collected in memory: at most
    /// [`ClientOptions::max_response_bytes`](crate::ClientOptions::max_response_bytes).
    pub fn body(&mut self) -> Result<&[u8], Error> {
        let with_nul = self.body_with_nul()?;
        Ok(&with_nul[..with_nul.len() - 1])
    }

    pub(crate) fn body_with_nul(&mut self) -> Result<&[u8], Error> {
        Ok(self.collect()?.show())
    }

    /// What is left of the body, collected on the first call.
    fn collect(&mut self) -> Result<&mut Collected, Error> {
        let collected = match self.collected.take() {
            Some(collected) => collected,
            None => {
                let bytes = self.body.collect(self.max_bytes)?;
                let size = bytes.len();
                Collected::new(bytes, size)
            }
        };
        Ok(self.collected.insert(collected))
    }

    /// The text of the JSON string that a JSON pointer (RFC 6901) names in the body, which is collected. `None` if there is no
    /// such value, or it is no string, or it holds U+0000, or the body is no JSON or cannot be read: [`Response::body`] tells
    /// why.
    pub fn get_string(&mut self, json_pointer: &str) -> Option<&str> {
        self.look_up_string(json_pointer).map(Text::as_str)
    }

    /// The JSON text of the value that a JSON pointer (RFC 6901) names in the body, which is collected; `""` names the whole.
    pub fn get_json(&mut self, json_pointer: &str) -> Option<&str> {
        self.look_up_json(json_pointer).map(Text::as_str)
    }

    /// The body as a JSON value, to be walked through: it is collected and indexed once, and everything in it is found without
    /// reading it again. An error of the kind [`ErrorKind::Decode`] if the body is no JSON, is nested deeper than 128 levels, or
    /// longer than 2 GiB.
    pub fn value(&mut self) -> Result<JsonValue<'_>, Error> {
        self.document().map(|document| document.root())
    }

    pub(crate) fn document(&mut self) -> Result<&Arc<Document>, Error> {
        let words = self.body.words;
        let document = self.collect()?.document();
        document.ok_or_else(|| words.no_json())
    }

    /// Makes this a page of a list.
    pub(crate) fn set_walk(&mut self, walk: &Arc<Walk>) {
        if let Some(collected) = &mut self.collected {
            collected.set_walk(walk);
        }
    }

    /// What a list needs to know of a page, without an index of its values.
    pub(crate) fn outline(&mut self, key: &str) -> Result<Outline, Error> {
        let words = self.body.words;
        self.collect()?.outline(key).ok_or_else(|| words.no_json())
    }

    pub(crate) fn look_up_string(&mut self, json_pointer: &str) -> Option<Text<'_>> {
        self.document().ok()?.find(json_pointer)?.text()
    }

    pub(crate) fn look_up_json(&mut self, json_pointer: &str) -> Option<Text<'_>> {
        self.document().ok()?.find(json_pointer)?.json_text()
    }
}

impl Read for Response {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.read_some(buffer).map_err(|error| {
            // Never as interrupted, which whoever reads to the end would try again.
            let kind = match error.kind() {
                ErrorKind::Timeout => io::ErrorKind::TimedOut,
                _ => io::ErrorKind::Other,
            };
            io::Error::new(kind, error)
        })
    }
}

impl Headers {
    fn new(headers: &HeaderMap) -> Headers {
        let fields: Vec<(&str, Value)> = headers
            .iter()
            .map(|(name, value)| (name.as_str(), Value::of(value)))
            .collect();
        let texts = fields.iter().flat_map(|(name, value)| [*name, value.as_str()]);
        let (text, spans) = SecretText::join_all(texts);
        Headers {
            text,
            fields: spans.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect(),
        }
    }
}

/// A header's value as UTF-8, which it need not be. It may be a secret.
enum Value<'a> {
    Utf8(&'a str),
    Latin1(Zeroizing<String>),
}

impl<'a> Value<'a> {
    fn of(value: &'a HeaderValue) -> Value<'a> {
        let bytes = value.as_bytes();
        match std::str::from_utf8(bytes) {
            Ok(text) => Value::Utf8(text),
            Err(_) => Value::Latin1(Zeroizing::new(bytes.iter().map(|&byte| char::from(byte)).collect())),
        }
    }

    fn as_str(&self) -> &str {
        match self {
            Value::Utf8(text) => text,
            Value::Latin1(text) => text,
        }
    }
}

impl Stream {
    /// The body behind a head, to a request of this method.
    pub(crate) fn new(rest: IncomingBody, method: &Method, words: ErrorContext) -> Stream {
        // To HEAD, and with these, a length is that of a body which does not come.
        let has_body = *method != Method::HEAD && !matches!(words.status, 204 | 304);
        Stream {
            ahead: Wiped::default(),
            taken: 0,
            rest,
            failed: None,
            words,
            has_body,
        }
    }

    /// How much is still to be read, as far as the head says.
    pub(crate) fn announced(&self) -> Option<u64> {
        let left = self.rest.announced().filter(|_| self.has_body)?;
        Some(left + (self.ahead.len() - self.taken) as u64)
    }

    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Error> {
        let ahead = &self.ahead[self.taken..];
        if !ahead.is_empty() {
            let count = ahead.len().min(buffer.len());
            buffer[..count].copy_from_slice(&ahead[..count]);
            self.taken += count;
            return Ok(count);
        }
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        if buffer.is_empty() {
            return Ok(0);
        }
        self.rest.read(buffer).map_err(|failure| {
            let error = self.words.explain(&failure);
            self.failed = Some(error.clone());
            error
        })
    }

    /// All that is left.
    fn collect(&mut self, max_bytes: u64) -> Result<Wiped, Error> {
        match collect(self.announced(), max_bytes, |room| self.read(room))? {
            Some(bytes) => Ok(bytes),
            None => {
                let error = self.words.too_large(max_bytes);
                self.failed = Some(error.clone());
                Err(error)
            }
        }
    }
}

impl ErrorContext {
    /// Why a body did not come to its end.
    pub(crate) fn explain(&self, failure: &ExchangeError) -> Error {
        let detail = &failure.detail;
        let message = match failure.kind {
            FailureKind::Timeout => format!(
                "no data for {} ms while {detail}: raise the idle timeout, or find out why {} is slow",
                self.idle_timeout.as_millis(),
                self.server
            ),
            FailureKind::Cancelled => format!("the call was cancelled while {detail}"),
            FailureKind::NotHttp => format!("{detail}: the body is incomplete"),
            FailureKind::TooLarge => format!("the response is too large: {detail}"),
            FailureKind::Coding => format!("{detail}: let the gateway in front of Nango send bodies as they are"),
            _ => format!("the connection was lost ({detail}): the body is incomplete"),
        };
        let retryable = matches!(failure.kind, FailureKind::Timeout | FailureKind::Io) && self.care.is_harmless();
        self.error(failure.kind.into(), &message, retryable)
    }

    fn too_large(&self, max_bytes: u64) -> Error {
        let message = format!(
            "the body is larger than max_response_bytes, {max_bytes} bytes: raise that, or read the body in parts"
        );
        self.error(ErrorKind::TooLarge, &message, false)
    }

    fn no_json(&self) -> Error {
        let message = "the body is no JSON document that can be read (valid, at most 128 levels deep, at most 2 GiB): read it as \
                       bytes, and look at the status and the header Content-Type";
        self.error(ErrorKind::Decode, message, false)
    }

    fn error(&self, kind: ErrorKind, message: &str, retryable: bool) -> Error {
        ErrorParts {
            http_status: self.status,
            retryable,
            ..ErrorParts::new(kind, message)
        }
        .into()
    }
}

impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.headers().map(|(name, _)| name).collect();
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("headers", &names)
            .finish_non_exhaustive()
    }
}
