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
use std::io::{self, Read};

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
    let Content::Whole(packed) = &response.content else {
        return response;
    };
    if let Ok(bytes) = unpack(&mut response.headers, packed.clone()) {
        response.content = Content::Whole(bytes);
    }
    response
}

/// A body without the compression that the headers name, which then name none.
pub fn unpack(headers: &mut Vec<(HeaderName, String)>, packed: Bytes) -> io::Result<Bytes> {
    let is_gzip = |(name, value): &(HeaderName, String)| name == header::CONTENT_ENCODING && value == "gzip";
    let Some(position) = headers.iter().position(is_gzip) else {
        return Ok(packed);
    };
    let mut bytes = Vec::new();
    GzDecoder::new(packed.as_ref()).read_to_end(&mut bytes)?;
    headers.remove(position);
    Ok(bytes.into())
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
    let (tag, is_empty) = (etag(&bytes), bytes.is_empty());
    let reply = Reply::plain(status, Content::Whole(bytes)).with(header::ETAG, tag);
    let kept = headers.iter().filter(|(name, _)| KEPT.contains(&name.as_str()));
    let reply = kept.fold(reply, |reply, (name, value)| reply.with(name.clone(), value.clone()));
    let has_type = headers.iter().any(|(name, _)| name == header::CONTENT_TYPE);
    match has_type || is_empty {
        true => reply,
        false => reply.with(header::CONTENT_TYPE, "application/octet-stream".into()),
    }
}

/// An error is read as text, and keeps every header. Express adds its own ETag only where there is none.
fn failure(response: Answer) -> Reply {
    let text = match response.content {
        Content::Whole(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Content::Stream(_) | Content::Nothing => String::new(),
    };
    let mut headers = response.headers;
    if response.status == 304 {
        put_etag(&mut headers, &text);
        return Reply::passed_on(response.status, headers, Content::Nothing);
    }
    let content_type = headers.iter_mut().find(|(name, _)| name == header::CONTENT_TYPE);
    match content_type {
        Some((_, value)) => *value = in_utf8(value),
        None => headers.push((header::CONTENT_TYPE, "text/html; charset=utf-8".into())),
    }
    put_etag(&mut headers, &text);
    Reply::passed_on(response.status, headers, Content::Whole(text.into()))
}

fn put_etag(headers: &mut Vec<(HeaderName, String)>, text: &str) {
    if !headers.iter().any(|(name, _)| name == header::ETAG) {
        headers.push((header::ETAG, etag(text.as_bytes())));
    }
}

fn in_utf8(content_type: &str) -> String {
    let essence = content_type.split(';').next().unwrap_or_default();
    format!("{}; charset=utf-8", essence.trim())
}
