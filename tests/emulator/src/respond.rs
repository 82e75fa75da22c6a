//! Responses in the format of Nango's server, which is built on Express.

use axum::{
    body::{Body, Bytes},
    http::{HeaderName, HeaderValue, Response, StatusCode, header},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use sha1::{Digest, Sha1};

/// How long Nango's own responses keep a connection.
const OWN_KEEP_ALIVE: &str = "timeout=61";
/// How long a connection is kept, which both ends say.
pub const KEEP_ALIVE: HeaderName = HeaderName::from_static("keep-alive");

/// The body of a response.
#[derive(Debug)]
pub enum Content {
    /// All of it, which is counted in `Content-Length`.
    Whole(Bytes),
    /// As it comes. Without a `Content-Length` among the headers it is sent in chunks.
    Stream(Body),
    /// Nothing, and no `Content-Length` either: a 204.
    Nothing,
}

/// A response, before it becomes bytes.
#[derive(Debug)]
pub struct Reply {
    status: u16,
    headers: Vec<(HeaderName, String)>,
    content: Content,
    keep_alive: String,
    closes: bool,
}

impl Reply {
    /// A response without additional headers.
    pub fn plain(status: u16, content: Content) -> Self {
        Self {
            status,
            headers: Vec::new(),
            content,
            keep_alive: OWN_KEEP_ALIVE.to_owned(),
            closes: false,
        }
    }

    /// A response with the headers of an external API, as it passes through Nango: that about its own connection to Nango as
    /// if it were about this one.
    pub fn passed_on(status: u16, mut headers: Vec<(HeaderName, String)>, content: Content) -> Self {
        let position = headers.iter().position(|(name, _)| *name == KEEP_ALIVE);
        let keep_alive = position.map(|position| headers.remove(position).1);
        Self {
            status,
            headers,
            content,
            keep_alive: keep_alive.unwrap_or_else(|| OWN_KEEP_ALIVE.to_owned()),
            closes: false,
        }
    }

    /// JSON with a weak ETag over it.
    pub fn json(status: u16, body: &Value) -> Self {
        let body = body.to_string();
        let tag = etag(body.as_bytes());
        Self::plain(status, Content::Whole(body.into()))
            .with(header::CONTENT_TYPE, "application/json; charset=utf-8".into())
            .with(header::ETAG, tag)
    }

    /// A page.
    pub fn html(status: u16, body: String) -> Self {
        Self::plain(status, Content::Whole(body.into())).with(header::CONTENT_TYPE, "text/html; charset=utf-8".into())
    }

    /// Only a status, after which the connection is closed.
    pub fn closing(status: u16) -> Self {
        Self::plain(status, Content::Whole(Bytes::new())).and_close()
    }

    /// The same, after which the connection is closed.
    #[must_use]
    pub fn and_close(mut self) -> Self {
        self.closes = true;
        self
    }

    /// Adds a header.
    #[must_use]
    pub fn with(mut self, name: HeaderName, value: String) -> Self {
        self.headers.push((name, value));
        self
    }

    /// The status.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The bytes, on a connection that stays open unless the client or the response wants it closed.
    pub fn into_response(self, client_closes: bool, date: String) -> Response<Body> {
        let mut headers = self.headers;
        if let Content::Whole(body) = &self.content {
            headers.push((header::CONTENT_LENGTH, body.len().to_string()));
        }
        headers.push((header::DATE, date));
        if self.closes || client_closes {
            headers.push((header::CONNECTION, "close".into()));
        } else {
            headers.push((header::CONNECTION, "keep-alive".into()));
            headers.push((KEEP_ALIVE, self.keep_alive));
        }
        let mut response = Response::new(match self.content {
            Content::Whole(body) => Body::from(body),
            Content::Stream(body) => body,
            Content::Nothing => Body::empty(),
        });
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        for (name, value) in headers {
            if let Ok(value) = HeaderValue::from_str(&value) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}

/// Nango's usual error: a code and a message.
pub fn error(status: u16, code: &str, message: &str) -> Reply {
    Reply::json(status, &json!({"error": {"code": code, "message": message}}))
}

/// Express's weak ETag: the length in hexadecimal and the first 27 characters of the SHA-1 in base64.
pub fn etag(body: &[u8]) -> String {
    let hash = STANDARD.encode(Sha1::digest(body));
    format!("W/\"{:x}-{}\"", body.len(), &hash[..27])
}
