//! The cases as a flat table, for languages without a JSON reader at hand.

use std::fmt::Write as _;

use crate::case::{Call, Task};
use crate::proxied::Proxied;
use crate::value::Value;

/// The text of the table.
#[must_use]
pub fn write(tasks: &[Task]) -> String {
    let mut table = String::new();
    for task in tasks {
        row(&mut table, &["case", &task.name]);
        for (name, value) in settings(&task.call) {
            row(&mut table, &["call", name, &encode(&value)]);
        }
        for (name, value) in &task.call.headers {
            row(&mut table, &["call", "header", &text(name), &text(value)]);
        }
        if let Some(proxied) = &task.call.proxy {
            request(&mut table, proxied);
        }
        row(&mut table, &["expect", task.expect.outcome.name()]);
        for (name, value) in &task.expect.fields {
            row(&mut table, &["field", name, &encode(value)]);
        }
        for look_up in &task.expect.look_ups {
            row(
                &mut table,
                &[look_up.function, &text(&look_up.argument), &encode(&look_up.value)],
            );
        }
        row(&mut table, &["end"]);
    }
    table
}

/// The request of a call through the proxy.
fn request(table: &mut String, proxied: &Proxied) {
    row(table, &["proxy", "method", &text(&proxied.method)]);
    row(table, &["proxy", "endpoint", &text(&proxied.endpoint)]);
    for (name, value) in &proxied.query {
        row(table, &["proxy", "query", &text(name), &text(value)]);
    }
    for (name, value) in &proxied.headers {
        row(table, &["proxy", "header", &text(name), &text(value)]);
    }
    for status in &proxied.retry_on {
        row(
            table,
            &["proxy", "retry_on", &encode(&Value::Integer((*status).into()))],
        );
    }
    for (name, value) in request_settings(proxied) {
        row(table, &["proxy", name, &encode(&value)]);
    }
}

fn request_settings(proxied: &Proxied) -> [(&'static str, Value); 8] {
    let number = |number: Option<i64>| number.map_or(Value::Absent, Value::Integer);
    let string = |text: Option<&str>| text.map_or(Value::Absent, |text| Value::Text(text.to_owned()));
    let size = |size: usize| i64::try_from(size).unwrap_or(i64::MAX);
    let body = proxied.body.as_ref();
    let bytes = body.map_or(Value::Absent, |body| Value::Bytes(body.bytes.clone()));
    [
        ("body", bytes),
        (
            "content_type",
            string(body.and_then(|body| body.content_type.as_deref())),
        ),
        ("body_from", string(body.map(|body| body.source.name()))),
        ("base_url_override", string(proxied.base_url_override.as_deref())),
        ("retries", number(proxied.retries.map(i64::from))),
        ("decompress", Value::Integer(proxied.decompress.into())),
        ("idle_timeout_ms", number(proxied.idle_timeout_ms)),
        ("read_size", number(proxied.read_size.map(size))),
    ]
}

fn settings(call: &Call) -> [(&'static str, Value); 12] {
    let string = |text: &str| Value::Text(text.to_owned());
    let number = |number: Option<i64>| number.map_or(Value::Absent, Value::Integer);
    let flag = |on: bool| Value::Integer(on.into());
    [
        ("connection_id", string(&call.connection_id)),
        ("provider_config_key", string(&call.provider_config_key)),
        ("secret_key", string(&call.secret_key)),
        ("base_url", string(&call.base_url)),
        ("route", string(call.route.name())),
        ("force_refresh", flag(call.force_refresh)),
        ("refresh_token", flag(call.refresh_token)),
        ("refresh_github_app_jwt_token", flag(call.refresh_github_app_jwt_token)),
        ("max_response_bytes", number(call.max_response_bytes)),
        ("timeout_ms", number(call.timeout_ms)),
        ("user_agent", call.user_agent.as_deref().map_or(Value::Absent, string)),
        ("allow_plaintext_http", flag(call.allow_plaintext_http)),
    ]
}

fn row(table: &mut String, fields: &[&str]) {
    table.push_str(&fields.join("\t"));
    table.push('\n');
}

fn encode(value: &Value) -> String {
    match value {
        Value::Absent => "n".to_owned(),
        Value::Integer(number) => format!("i:{number}"),
        Value::Text(value) => text(value),
        Value::Bytes(value) => bytes(value),
    }
}

/// Nothing that ends a field or a line may stand in it, nor anything that a person could not see.
fn text(value: &str) -> String {
    let mut encoded = "s:".to_owned();
    for char in value.chars() {
        match char {
            '\0'..=' ' | '\x7f' | '%' => write!(encoded, "%{:02X}", char as u32).expect("a String takes everything"),
            other => encoded.push(other),
        }
    }
    encoded
}

/// The same for what need not be text: all of it is in ASCII.
fn bytes(value: &[u8]) -> String {
    let mut encoded = "b:".to_owned();
    for &byte in value {
        match byte {
            b'!'..=b'~' if byte != b'%' => encoded.push(char::from(byte)),
            other => write!(encoded, "%{other:02X}").expect("a String takes everything"),
        }
    }
    encoded
}
