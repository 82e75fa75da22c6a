//! How an external API's answer passes through Nango to the program.

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

/// The headers that an answer keeps when Nango has read all of it.
const KEPT: [&str; 4] = ["content-type", "mcp-session-id", "x-request-id", "x-correlation-id"];

/// Turns the API's answer into Nango's.
pub fn relay(answer: Answer) -> Reply {
    let answer = unpacked(answer);
    let closes = answer.closes;
    let reply = match answer.status {
        200..=299 => success(answer),
        _ => failure(answer),
    };
    if closes { reply.and_close() } else { reply }
}

/// The answer without its compression, which Nango undoes whether or not it is asked to.
fn unpacked(mut answer: Answer) -> Answer {
    if answer.header(&header::CONTENT_ENCODING) != Some("gzip") {
        return answer;
    }
    let Content::Whole(packed) = &answer.content else {
        return answer;
    };
    let mut bytes = Vec::new();
    if GzDecoder::new(packed.as_ref()).read_to_end(&mut bytes).is_err() {
        return answer;
    }
    answer.content = Content::Whole(bytes.into());
    answer.headers.retain(|(name, _)| name != header::CONTENT_ENCODING);
    answer
}

/// A stream passes as it is, with every header. What has come as a whole is sent anew, with few of them and as 200.
fn success(answer: Answer) -> Reply {
    match answer.content {
        Content::Stream(body) => Reply::passed_on(answer.status, answer.headers, Content::Stream(body)),
        Content::Whole(bytes) => sent_anew(200, &answer.headers, bytes),
        Content::Nothing => Reply::plain(answer.status, Content::Nothing),
    }
}

fn sent_anew(status: u16, headers: &[(HeaderName, String)], bytes: Bytes) -> Reply {
    let tag = etag(&bytes);
    let reply = Reply::plain(status, Content::Whole(bytes)).with(header::ETAG, tag);
    let kept = headers.iter().filter(|(name, _)| KEPT.contains(&name.as_str()));
    kept.fold(reply, |reply, (name, value)| reply.with(name.clone(), value.clone()))
}

/// An error is read as text, and keeps every header. Express adds its own ETag only where there is none.
fn failure(answer: Answer) -> Reply {
    let text = match answer.content {
        Content::Whole(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Content::Stream(_) | Content::Nothing => String::new(),
    };
    let mut headers = answer.headers;
    if answer.status == 304 {
        return Reply::passed_on(answer.status, headers, Content::Nothing);
    }
    let content_type = headers.iter_mut().find(|(name, _)| name == header::CONTENT_TYPE);
    match content_type {
        Some((_, value)) => *value = in_utf8(value),
        None => headers.push((header::CONTENT_TYPE, "text/html; charset=utf-8".into())),
    }
    if !headers.iter().any(|(name, _)| name == header::ETAG) {
        headers.push((header::ETAG, etag(text.as_bytes())));
    }
    Reply::passed_on(answer.status, headers, Content::Whole(text.into()))
}

fn in_utf8(content_type: &str) -> String {
    let essence = content_type.split(';').next().unwrap_or_default();
    format!("{}; charset=utf-8", essence.trim())
}
