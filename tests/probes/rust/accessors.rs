//! Every accessor by its name, as JSON.

use nango::{Connection, Error, Response};
use nango_probe::protocol::hex;
use serde_json::{Map, Value, json};

/// The accessors of a connection that have no argument.
pub fn connection(connection: &Connection) -> Map<String, Value> {
    let c = connection;
    object(json!({
        "id": c.id(),
        "connection_id": c.connection_id(),
        "provider_config_key": c.provider_config_key(),
        "provider": c.provider(),
        "created_at": c.created_at(),
        "updated_at": c.updated_at(),
        "last_fetched_at": c.last_fetched_at(),
        "account_id": c.account_id(),
        "webhook_url_override": c.webhook_url_override(),
        "metadata_json": c.metadata_json(),
        "connection_config_json": c.connection_config_json(),
        "tags_json": c.tags_json(),
        "end_user_json": c.end_user_json(),
        "errors_json": c.errors_json(),
        "json": c.json(),
        "auth_mode": c.auth_mode().number(),
        "auth_mode_name": c.auth_mode_name(),
        "token": c.token(),
        "access_token": c.access_token(),
        "refresh_token": c.refresh_token(),
        "oauth_token": c.oauth_token(),
        "oauth_token_secret": c.oauth_token_secret(),
        "api_key": c.api_key(),
        "username": c.username(),
        "password": c.password(),
        "credentials_json": c.credentials_json(),
        "raw_json": c.raw_json(),
        "expires_at": c.expires_at(),
        "expires_at_ms": c.expires_at_ms(),
    }))
}

/// A look-up in a connection.
pub fn look_up_in_connection(connection: &Connection, function: &str, argument: &str) -> Value {
    match function {
        "credential" => connection.credential(argument).into(),
        "get_string" => connection.get_string(argument).into(),
        "get_json" => connection.get_json(argument).into(),
        other => panic!("no such look-up in a connection: {other}"),
    }
}

/// The accessors of a response, with the body that was kept of it.
pub fn response(response: &Response, body: Option<&[u8]>) -> Map<String, Value> {
    let mut fields = object(json!({
        "status": response.status(),
        "header_count": response.headers().count(),
    }));
    fields.extend(body.map(|body| ("body".to_owned(), hex(body).into())));
    fields
}

/// A look-up in a response.
pub fn look_up_in_response(response: &mut Response, function: &str, argument: &str) -> Value {
    match function {
        "header" => response.header(argument).into(),
        "get_string" => response.get_string(argument).into(),
        "get_json" => response.get_json(argument).into(),
        other => panic!("no such look-up in a response: {other}"),
    }
}

/// The fields of an error.
pub fn error(error: &Error) -> Map<String, Value> {
    let retry_after = error
        .retry_after()
        .map_or(-1, |wait| i64::try_from(wait.as_millis()).unwrap_or(i64::MAX));
    object(json!({
        "kind": error.kind().number(),
        "kind_name": error.kind().name(),
        "http_status": error.http_status(),
        "code": error.code(),
        "server_message": error.server_message(),
        "body": error.body(),
        "retry_after_ms": retry_after,
        "attempts": error.attempts(),
        "is_retryable": i32::from(error.is_retryable()),
        "message": error.message(),
    }))
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        other => panic!("{other} is no object"),
    }
}
