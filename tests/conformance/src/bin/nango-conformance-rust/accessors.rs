//! The accessors that are compared, by the names of the format.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use nango::{Connection, Error};
use nango_conformance::value::Value;

use crate::calls::Answer;

pub type Fields<Of> = BTreeMap<&'static str, fn(&Of) -> Value>;
pub type LookUps<Of> = BTreeMap<&'static str, fn(&mut Of, &str) -> Value>;

fn text(text: Option<&str>) -> Value {
    text.map_or(Value::Absent, |text| Value::Text(text.to_owned()))
}

fn number(number: Option<i64>) -> Value {
    number.map_or(Value::Absent, Value::Integer)
}

pub fn connection_fields() -> Fields<Shared> {
    BTreeMap::from([
        ("id", (|c| Value::Integer(c.id())) as fn(&Shared) -> Value),
        ("connection_id", |c| text(Some(c.connection_id()))),
        ("provider_config_key", |c| text(Some(c.provider_config_key()))),
        ("provider", |c| text(c.provider())),
        ("created_at", |c| text(c.created_at())),
        ("updated_at", |c| text(c.updated_at())),
        ("last_fetched_at", |c| text(c.last_fetched_at())),
        ("account_id", |c| number(c.account_id())),
        ("webhook_url_override", |c| text(c.webhook_url_override())),
        ("metadata_json", |c| text(c.metadata_json())),
        ("connection_config_json", |c| text(c.connection_config_json())),
        ("tags_json", |c| text(c.tags_json())),
        ("end_user_json", |c| text(c.end_user_json())),
        ("errors_json", |c| text(c.errors_json())),
        ("json", |c| text(Some(c.json()))),
        ("auth_mode", |c| Value::Integer(c.auth_mode().number().into())),
        ("auth_mode_name", |c| text(c.auth_mode_name())),
        ("token", |c| text(c.token())),
        ("access_token", |c| text(c.access_token())),
        ("refresh_token", |c| text(c.refresh_token())),
        ("oauth_token", |c| text(c.oauth_token())),
        ("oauth_token_secret", |c| text(c.oauth_token_secret())),
        ("api_key", |c| text(c.api_key())),
        ("username", |c| text(c.username())),
        ("password", |c| text(c.password())),
        ("credentials_json", |c| text(c.credentials_json())),
        ("raw_json", |c| text(c.raw_json())),
        ("expires_at", |c| text(c.expires_at())),
        ("expires_at_ms", |c| number(c.expires_at_ms())),
    ])
}

/// A connection as a call gives it.
pub type Shared = Arc<Connection>;

pub fn connection_look_ups() -> LookUps<Shared> {
    BTreeMap::from([
        (
            "credential",
            (|c, field| text(c.credential(field))) as fn(&mut Shared, &str) -> Value,
        ),
        ("get_string", |c, pointer| text(c.get_string(pointer))),
        ("get_json", |c, pointer| text(c.get_json(pointer))),
    ])
}

pub fn response_fields() -> Fields<Answer> {
    BTreeMap::from([
        (
            "status",
            (|a| Value::Integer(a.response.status().into())) as fn(&Answer) -> Value,
        ),
        ("header_count", |a| {
            number(i64::try_from(a.response.headers().count()).ok())
        }),
        ("body", |a| Value::Bytes(a.body.clone())),
    ])
}

pub fn response_look_ups() -> LookUps<Answer> {
    BTreeMap::from([
        (
            "header",
            (|a, name| text(a.response.header(name))) as fn(&mut Answer, &str) -> Value,
        ),
        ("get_string", |a, pointer| text(a.response.get_string(pointer))),
        ("get_json", |a, pointer| text(a.response.get_json(pointer))),
    ])
}

pub fn error_fields() -> Fields<Error> {
    BTreeMap::from([
        (
            "kind",
            (|e| Value::Integer(e.kind().number().into())) as fn(&Error) -> Value,
        ),
        ("kind_name", |e| text(Some(e.kind().name()))),
        ("http_status", |e| Value::Integer(e.http_status().into())),
        ("code", |e| text(e.code())),
        ("server_message", |e| text(e.server_message())),
        ("body", |e| text(e.body())),
        ("retry_after_ms", |e| Value::Integer(e.retry_after().map_or(-1, in_ms))),
        ("attempts", |e| Value::Integer(e.attempts().into())),
        ("is_retryable", |e| Value::Integer(e.is_retryable().into())),
    ])
}

fn in_ms(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}
