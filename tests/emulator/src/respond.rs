//! Answers in the form in which Nango's server, which is built on Express, gives them.

use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, Response, StatusCode, header},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use sha1::{Digest, Sha1};

/// An answer, before it becomes bytes.
#[derive(Debug)]
pub struct Reply {
    status: u16,
    headers: Vec<(HeaderName, String)>,
    body: String,
    closes: bool,
}

impl Reply {
    /// JSON with a weak ETag over it.
    pub fn json(status: u16, body: &Value) -> Self {
        let body = body.to_string();
        let tag = etag(&body);
        Self {
            status,
            headers: vec![
                (header::CONTENT_TYPE, "application/json; charset=utf-8".into()),
                (header::ETAG, tag),
            ],
            body,
            closes: false,
        }
    }

    /// A page.
    pub fn html(status: u16, body: String) -> Self {
        Self {
            status,
            headers: vec![(header::CONTENT_TYPE, "text/html; charset=utf-8".into())],
            body,
            closes: false,
        }
    }

    /// Nothing but a status, after which the connection is closed.
    pub fn closing(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: String::new(),
            closes: true,
        }
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

    /// The bytes, on a connection that stays open unless the client or the answer wants it closed.
    pub fn into_response(self, client_closes: bool, date: String) -> Response<Body> {
        let mut headers = self.headers;
        headers.push((header::CONTENT_LENGTH, self.body.len().to_string()));
        headers.push((header::DATE, date));
        if self.closes || client_closes {
            headers.push((header::CONNECTION, "close".into()));
        } else {
            headers.push((header::CONNECTION, "keep-alive".into()));
            headers.push((HeaderName::from_static("keep-alive"), "timeout=61".into()));
        }
        let mut response = Response::new(Body::from(self.body));
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
fn etag(body: &str) -> String {
    let hash = STANDARD.encode(Sha1::digest(body));
    format!("W/\"{:x}-{}\"", body.len(), &hash[..27])
}
