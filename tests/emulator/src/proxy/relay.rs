//! How an external API's response passes through Nango to the program.

use crate::{
    external::Answer,
    respond::{Content, Reply, etag},
};
use axum::{
    body::Bytes,
    http::{HeaderName, header},
};
use flate2::read::GzDecoder;
use std::io::Read;

/// The headers that a response keeps when Nango has read all of it.
const KEPT: [&str; 4] = ["content-type", "mcp-session-id", "x-request-id", "x-correlation-id"];

/// Converts the API's response to Nango's.
pub fn relay(response: Answer) -> Reply {
    let response = unpacked(response);
    let closes = response.closes;
    let reply = match response.status {
        200..=299 => success(response),
        _ => failure(response),
    };
    if closes { reply.and_close() } else { reply }
}

/// The response without its compression, which Nango removes whether or not it is asked to.
fn unpacked(mut response: Answer) -> Answer {
    if response.header(&header::CONTENT_ENCODING) != Some("gzip") {
        return response;
    }
    let Content::Whole(packed) = &response.content else {
        return response;
    };
    let mut bytes = Vec::new();
    if GzDecoder::new(packed.as_ref()).read_to_end(&mut bytes).is_err() {
        return response;
    }
    response.content = Content::Whole(bytes.into());
    response.headers.retain(|(name, _)| name != header::CONTENT_ENCODING);
    response
}

/// A stream passes unchanged, with every header. A body that was read as a whole is sent again, with few of them and as 200.
fn success(response: Answer) -> Reply {
    match response.content {
        Content::Stream(body) => Reply::passed_on(response.status, response.headers, Content::Stream(body)),
        Content::Whole(bytes) => sent_anew(200, &response.headers, bytes),
        Content::Nothing => Reply::plain(response.status, Content::Nothing),
    }
}

fn sent_anew(status: u16, headers: &[(HeaderName, String)], bytes: Bytes) -> Reply {
    let tag = etag(&bytes);
    let reply = Reply::plain(status, Content::Whole(bytes)).with(header::ETAG, tag);
    let kept = headers.iter().filter(|(name, _)| KEPT.contains(&name.as_str()));
    kept.fold(reply, |reply, (name, value)| reply.with(name.clone(), value.clone()))
}

/// An error is read as text, and keeps every header. Express adds its own ETag only where there is none.
fn failure(response: Answer) -> Reply {
    let text = match response.content {
        Content::Whole(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Content::Stream(_) | Content::Nothing => String::new(),
    };
    let mut headers = response.headers;
    if response.status == 304 {
        return Reply::passed_on(response.status, headers, Content::Nothing);
    }
    let content_type = headers.iter_mut().find(|(name, _)| name == header::CONTENT_TYPE);
    match content_type {
        Some((_, value)) => *value = in_utf8(value),
        None => headers.push((header::CONTENT_TYPE, "text/html; charset=utf-8".into())),
    }
    if !headers.iter().any(|(name, _)| name == header::ETAG) {
        headers.push((header::ETAG, etag(text.as_bytes())));
    }
    Reply::passed_on(response.status, headers, Content::Whole(text.into()))
}

fn in_utf8(content_type: &str) -> String {
    let essence = content_type.split(';').next().unwrap_or_default();
    format!("{}; charset=utf-8", essence.trim())
}
