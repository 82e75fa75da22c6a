//! The comparison: everything must be equal except values that differ in each run (times, tokens, log ids, counters).

use super::recorded::Response;
use crate::client::Answer;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::Value;
use sha1::{Digest, Sha1};
use std::collections::BTreeMap;

/// Headers that have the same value each time.
const SAME: &[&str] = &["content-type", "connection", "keep-alive", "x-ratelimit-limit"];
/// Headers that are there or not.
const PRESENT: &[&str] = &[
    "x-ratelimit-limit",
    "x-ratelimit-remaining",
    "x-ratelimit-reset",
    "retry-after",
    "etag",
    "transfer-encoding",
];
/// How tokens begin that a refresh has made, here and there.
const NEW_TOKENS: [&str; 2] = ["Bearer fake_at_", "Bearer emulated_token_"];
/// Texts that differ in each run, though not in their form.
const TIMES: &[&str] = &[
    "created_at",
    "updated_at",
    "last_fetched_at",
    "expires_at",
    "pruned_at",
    "finishedAt",
    "nextScheduledSyncAt",
    "last_deployed",
];
const NEW_EACH_TIME: &[&str] = &["log_id", "payload", "webhook_signing_key"];
/// Texts with an id or a token that the server makes up.
const MADE_UP: &[&str] = &[
    "id",
    "connection_id",
    "connectionId",
    "statusUrl",
    "token",
    "connect_link",
    "message",
];

/// Every difference between a recorded response and the emulator's, as a sentence.
pub fn differences(recorded: &Response, response: &Answer, is_head: bool) -> Vec<String> {
    let mut found = Vec::new();
    if recorded.status != response.status {
        found.push(format!("status {} instead of {}", response.status, recorded.status));
    }
    compare_headers(recorded, response, &mut found);
    if is_head {
        // What the body would have been.
        for name in ["content-length", "etag"] {
            let (expected, actual) = (recorded.headers.get(name), response.headers.get(name));
            if expected != actual {
                found.push(format!("header {name}: {actual:?} instead of {expected:?}"));
            }
        }
        return found;
    }
    compare_length_and_tag(recorded, response, &mut found);
    match serde_json::from_str::<Value>(&recorded.body) {
        Ok(body) => match serde_json::from_str(&response.body) {
            Ok(actual) => compare_json(&body, &actual, &mut Vec::new(), &mut found),
            Err(_) => found.push(format!("not JSON: {}", response.body)),
        },
        Err(_) => compare_text(recorded, response, &mut found),
    }
    found
}

fn compare_headers(recorded: &Response, response: &Answer, found: &mut Vec<String>) {
    for name in PRESENT {
        if recorded.headers.contains_key(*name) != response.headers.contains_key(*name) {
            found.push(format!("header {name}: {:?}", response.headers.get(*name)));
        }
    }
    // An external API's own 429 comes with requests left.
    let remaining = recorded.headers.get("x-ratelimit-remaining");
    let limit_is_reached = remaining.is_some_and(|remaining| remaining == "0");
    for name in SAME {
        let (expected, actual) = (recorded.headers.get(*name), response.headers.get(*name));
        let limit_is_raised = *name == "x-ratelimit-limit" && !limit_is_reached;
        if expected.is_some() && expected != actual && !limit_is_raised {
            found.push(format!("header {name}: {actual:?} instead of {expected:?}"));
        }
    }
    // The external API counts.
    let form_of = |headers: &BTreeMap<String, String>| headers.get("x-request-id").map(|text| form(text));
    if form_of(&recorded.headers) != form_of(&response.headers) {
        found.push(format!(
            "header x-request-id: {:?}",
            response.headers.get("x-request-id")
        ));
    }
}

fn compare_length_and_tag(recorded: &Response, response: &Answer, found: &mut Vec<String>) {
    let length = response.headers.get("content-length");
    // A 204 must not have one, though Nango's has. The emulator's server leaves it out.
    let has_length = length.is_some() || (recorded.headers.contains_key("content-length") && recorded.status != 204);
    if has_length && length != Some(&response.bytes.len().to_string()) {
        found.push(format!("content-length {length:?}"));
    }
    let Some(tag) = response.headers.get("etag") else {
        return;
    };
    let expected = recorded.headers.get("etag");
    if expected.is_some_and(|expected| !is_express_tag(expected)) {
        // The external API's own.
        if expected != Some(tag) {
            found.push(format!("etag {tag} instead of {expected:?}"));
        }
        return;
    }
    let is_json = response
        .headers
        .get("content-type")
        .is_some_and(|kind| kind.starts_with("application/json"));
    let start = format!("W/\"{:x}-", response.body.len());
    let hash = STANDARD.encode(Sha1::digest(&response.body));
    let whole = format!("{start}{}\"", &hash[..27]);
    if !tag.starts_with(&start) || (is_json && *tag != whole) {
        found.push(format!("etag {tag} instead of {whole}"));
    }
}

/// Whether it has the form of the tags that Nango's server makes: a length, and a hash or a time.
fn is_express_tag(tag: &str) -> bool {
    tag.starts_with("W/\"") && tag.contains('-')
}

/// A page: only an error page has a text that programs may have seen.
fn compare_text(recorded: &Response, response: &Answer, found: &mut Vec<String>) {
    let is_page = recorded.body.starts_with("<!DOCTYPE html>") && recorded.status == 200;
    let alike = if is_page {
        response.body.starts_with("<!DOCTYPE html>")
    } else {
        response.body == recorded.body
    };
    if !alike {
        found.push(format!("body {:?} instead of {:?}", response.body, recorded.body));
    }
}

fn compare_json(expected: &Value, actual: &Value, path: &mut Vec<String>, found: &mut Vec<String>) {
    match (expected, actual) {
        (Value::Object(expected), Value::Object(actual)) => {
            let names = |map: &serde_json::Map<String, Value>| map.keys().cloned().collect::<Vec<_>>();
            if names(expected) != names(actual) {
                found.push(format!(
                    "{path:?}: {:?} instead of {:?}",
                    names(actual),
                    names(expected)
                ));
                return;
            }
            for (name, value) in expected {
                path.push(name.clone());
                compare_json(value, &actual[name], path, found);
                path.pop();
            }
        }
        (Value::Array(expected), Value::Array(actual)) if expected.len() == actual.len() => {
            let (expected, actual) = (in_any_order(expected, path), in_any_order(actual, path));
            for (i, (expected, actual)) in expected.iter().zip(&actual).enumerate() {
                path.push(i.to_string());
                compare_json(expected, actual, path, found);
                path.pop();
            }
        }
        _ if leaves_are_alike(expected, actual, path) => {}
        _ => found.push(format!("{path:?}: {actual} instead of {expected}")),
    }
}

/// Findings come in the order of Nango's schemas, which means nothing.
fn in_any_order(list: &[Value], path: &[String]) -> Vec<Value> {
    let mut list = list.to_vec();
    if path.last().is_some_and(|name| name == "errors") {
        list.sort_by_key(|finding| finding["path"].to_string() + &finding["message"].to_string());
    }
    list
}

fn leaves_are_alike(expected: &Value, actual: &Value, path: &[String]) -> bool {
    if expected == actual {
        return true;
    }
    let is_number = path == ["id"] && expected.is_number() && actual.is_number();
    let (Value::String(expected), Value::String(actual)) = (expected, actual) else {
        return is_number;
    };
    if expected.starts_with(NEW_TOKENS[0]) && actual.starts_with(NEW_TOKENS[1]) {
        return true;
    }
    let name = path.last().map_or("", String::as_str);
    if TIMES.contains(&name) {
        return form(expected) == form(actual);
    }
    if MADE_UP.contains(&name) && without_ids(expected) == without_ids(actual) {
        return true;
    }
    let in_credentials = path.iter().any(|name| name == "credentials");
    let support_message = name == "message" && expected.contains("unique id");
    NEW_EACH_TIME.contains(&name) || support_message || (in_credentials && name != "type")
}

/// A text with every digit made 0: two times of one form are the same.
fn form(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}

/// A text whose runs of 8 and more hexadecimal digits and hyphens are one sign: UUIDs and tokens.
fn without_ids(text: &str) -> String {
    let is_part = |c: char| c.is_ascii_hexdigit() || c == '-';
    let mut shown = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_part) {
        let (before, from) = rest.split_at(start);
        let (run, after) = from.split_at(from.find(|c| !is_part(c)).unwrap_or(from.len()));
        shown += before;
        shown += if run.len() >= 8 { "#" } else { run };
        rest = after;
    }
    shown + rest
}
