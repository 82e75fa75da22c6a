//! The built-in external API, which responds to calls through the proxy. It is independent of Nango.

mod auth;
mod stream;
mod upload;

pub use stream::arriving;

use crate::respond::{Content, KEEP_ALIVE};
use axum::{
    body::{Body, Bytes},
    http::{HeaderName, Method, header},
};
use flate2::{Compression, write::GzEncoder};
use serde_json::{Map, Value, json};
use std::{io::Write, time::Duration};

/// The part of the path that the integrations' base URL has.
pub const BASE_PATH: &str = "/echo";
/// The API's name in the `Host` header.
pub const HOST: &str = "provider.test";
/// Paths whose body the API reads, or rejects, while it arrives.
pub const UNREAD: [&str; 2] = ["/upload", "/upload-refused"];

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// One call.
pub struct Call {
    /// The method.
    pub method: Method,
    /// The path, still percent-encoded.
    pub path: String,
    /// The query, without the question mark.
    pub query: String,
    /// The headers in the order in which they are sent.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Received,
    /// The credentials of the account that is called, as the API itself keeps them.
    pub account: Map<String, Value>,
}

/// A call's body.
pub enum Received {
    /// All of it.
    Whole(Bytes),
    /// As it arrives.
    Stream(Body),
}

/// The API's response.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Its headers, except those of the body's framing.
    pub headers: Vec<(HeaderName, String)>,
    /// The body. A stream without a `Content-Length` is sent in chunks.
    pub content: Content,
    /// Whether the connection is closed after it.
    pub closes: bool,
}

impl Answer {
    fn new(status: u16, content: Content) -> Self {
        Self {
            status,
            headers: Vec::new(),
            content,
            closes: false,
        }
    }

    fn json(status: u16, body: &Value) -> Self {
        Self::new(status, Content::Whole(body.to_string().into())).with(header::CONTENT_TYPE, "application/json")
    }

    fn wrong(message: &str) -> Self {
        Self::json(400, &json!({"error": {"code": "bad_request", "message": message}}))
    }

    #[must_use]
    fn with(mut self, name: HeaderName, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// A header's value.
    pub fn header(&self, name: &HeaderName) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// A body that is sent in chunks, although all of it is there.
pub fn in_pieces(bytes: Bytes) -> Body {
    stream::pieces(vec![bytes])
}

/// Responds to a call.
pub async fn answer(call: Call) -> Answer {
    let is_head = call.method == Method::HEAD;
    let mut response = answer_in_full(call).await.with(KEEP_ALIVE, "timeout=5");
    // The length of a file is there without the file.
    if is_head && response.header(&header::CONTENT_LENGTH).is_none() {
        response.content = Content::Whole(Bytes::new());
    }
    response
}

async fn answer_in_full(call: Call) -> Answer {
    let path = local(&call.path);
    if let Some(code) = path.strip_prefix("/status/") {
        return status(&call, code);
    }
    match path {
        "/204" => Answer::new(204, Content::Nothing).with(REQUEST_ID, "up-req-0"),
        "/redirect" => Answer::new(302, Content::Whole(Bytes::new()))
            .with(header::LOCATION, format!("{BASE_PATH}/redirected"))
            .with(REQUEST_ID, "up-req-0"),
        "/gzip" => gzip(),
        "/chunked" => chunked(),
        "/large" => large(&call),
        "/slow" => slow(&call),
        "/stall" => text_stream(stream::stalled(Bytes::from_static(b"the rest never comes"))),
        "/upload" => upload(call).await,
        "/upload-refused" => refused(),
        "/auth" => auth::answer(&call),
        "/error" => error(&call),
        _ => echo(&call),
    }
}

/// The path without the base URL's part.
fn local(path: &str) -> &str {
    match path.strip_prefix(BASE_PATH) {
        Some(rest) if rest.starts_with('/') => rest,
        _ => path,
    }
}

impl Call {
    /// A header's value.
    fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    fn argument(&self, name: &str) -> Option<String> {
        form_urlencoded::parse(self.query.as_bytes())
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.into_owned())
    }

    fn number(&self, name: &str, default: u64) -> Result<u64, Answer> {
        match self.argument(name) {
            None => Ok(default),
            Some(text) => text
                .parse()
                .map_err(|_| Answer::wrong(&format!("{name} must be a whole number"))),
        }
    }
}

/// Returns the request as received.
fn echo(call: &Call) -> Answer {
    let headers: Map<String, Value> = call
        .headers
        .iter()
        .map(|(name, value)| (name.to_ascii_lowercase(), json!(value)))
        .collect();
    let raw: Vec<&str> = call
        .headers
        .iter()
        .flat_map(|(name, value)| [name.as_str(), value])
        .collect();
    let query = match call.query.as_str() {
        "" => String::new(),
        query => format!("?{query}"),
    };
    let body = match &call.body {
        Received::Whole(bytes) => String::from_utf8_lossy(bytes),
        Received::Stream(_) => "".into(),
    };
    let text = json!({
        "method": call.method.as_str(),
        "path": call.path,
        "query": query,
        "headers": headers,
        "rawHeaders": raw,
        "body": body,
    });
    Answer::new(200, Content::Stream(in_pieces(text.to_string().into())))
        .with(header::CONTENT_TYPE, "application/json")
        .with(REQUEST_ID, "up-req-0")
        .with(header::ETAG, "\"echo\"")
}

/// Any status.
fn status(call: &Call, code: &str) -> Answer {
    let Some(status) = code.parse().ok().filter(|status| (200..=599).contains(status)) else {
        return Answer::wrong("a status is a number from 200 to 599");
    };
    let response = match status {
        204 => Answer::new(status, Content::Nothing),
        205 | 304 => Answer::new(status, Content::Whole(Bytes::new())),
        _ => Answer::json(status, &json!({"status": status, "message": "as asked"})),
    };
    let response = response.with(header::RETRY_AFTER, "7").with(REQUEST_ID, "up-req-1");
    match call.argument("etag").as_deref() {
        Some("none") => response,
        _ => response.with(header::ETAG, "\"abc\""),
    }
}

/// An error in the words that the call requests.
fn error(call: &Call) -> Answer {
    let status = match call.number("status", 400) {
        Ok(status @ 400..=599) => status as u16,
        _ => return Answer::wrong("an error's status is a number from 400 to 599"),
    };
    let text = |name: &str, default: &str| call.argument(name).unwrap_or_else(|| default.to_owned());
    let (code, message) = (text("code", "api_error"), text("message", "as asked"));
    Answer::json(status, &json!({"error": {"code": code, "message": message}}))
}

fn gzip() -> Answer {
    let body = json!({"gz": true, "pad": "x".repeat(500)}).to_string();
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    let compressed = encoder.write_all(body.as_bytes()).and_then(|()| encoder.finish());
    match compressed {
        Ok(bytes) => Answer::new(200, Content::Whole(bytes.into()))
            .with(header::CONTENT_TYPE, "application/json")
            .with(header::CONTENT_ENCODING, "gzip"),
        // Writing into memory does not fail.
        Err(problem) => Answer::json(500, &json!({"error": {"message": problem.to_string()}})),
    }
}

fn text_stream(body: Body) -> Answer {
    Answer::new(200, Content::Stream(body))
        .with(header::CONTENT_TYPE, "text/plain; charset=utf-8")
        .with(REQUEST_ID, "up-req-0")
}

fn chunked() -> Answer {
    let pieces = ["one\n", "two\n", "three\n"].map(|piece| Bytes::from_static(piece.as_bytes()));
    text_stream(stream::pieces(pieces.into()))
}

/// A file of any size.
fn large(call: &Call) -> Answer {
    match call.number("bytes", 1_048_576) {
        Ok(bytes) => Answer::new(200, Content::Stream(stream::pattern(bytes)))
            .with(header::CONTENT_TYPE, "application/octet-stream")
            .with(header::CONTENT_DISPOSITION, "attachment; filename=\"large.bin\"")
            .with(header::CONTENT_LENGTH, bytes.to_string()),
        Err(wrong) => wrong,
    }
}

fn slow(call: &Call) -> Answer {
    let read = || -> Result<Body, Answer> {
        let bytes = call.number("bytes", 10)?;
        let chunk = call.number("chunk", 1)?.max(1);
        let pause = Duration::from_millis(call.number("pause_ms", 100)?);
        Ok(stream::drip(bytes, chunk, pause))
    };
    match read() {
        Ok(body) => text_stream(body),
        Err(wrong) => wrong,
    }
}

/// Reads a body of any size and returns its size and hash.
async fn upload(call: Call) -> Answer {
    let with_hash = call.argument("hash").as_deref() != Some("none");
    let body = match call.body {
        Received::Whole(bytes) => Body::from(bytes),
        Received::Stream(body) => body,
    };
    match upload::consume(body, with_hash).await {
        Ok(summary) => Answer::json(200, &summary),
        Err(_) => Answer::wrong("the body ends too early"),
    }
}

/// Refuses a body before any of it is read.
fn refused() -> Answer {
    let message = "this API takes no body here";
    let mut response = Answer::json(413, &json!({"error": {"code": "too_large", "message": message}}));
    response.closes = true;
    response
}
