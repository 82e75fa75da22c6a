//! A connection as JSON, for the single document and for the list.

use crate::{
    clock,
    seed::{AuthError, EndUser},
    state::Connection,
};
use serde_json::{Map, Value, json};

/// The document with credentials, with or without refresh tokens.
pub fn with_credentials(connection: &Connection, refresh_token: bool) -> Value {
    let mut credentials = Value::Object(connection.credentials.clone());
    if !refresh_token {
        strip_refresh_tokens(&mut credentials);
    }
    document(connection, &credentials, refresh_token)
}

/// The document for a key that may not read credentials, and inside the error of a failed refresh.
pub fn without_credentials(connection: &Connection) -> Value {
    document(connection, &json!({}), false)
}

fn document(connection: &Connection, credentials: &Value, refresh_token: bool) -> Value {
    let mut config = Value::Object(connection.connection_config.clone());
    if !refresh_token {
        strip_refresh_tokens(&mut config);
    }
    json!({
        "id": connection.id,
        "connection_id": connection.connection_id,
        "provider_config_key": connection.provider_config_key,
        "provider": connection.provider,
        "errors": errors(&connection.errors),
        "end_user": connection.end_user.as_ref().map(end_user),
        "tags": connection.tags,
        "metadata": connection.metadata,
        "connection_config": config,
        "webhook_url_override": connection.webhook_url_override,
        "created_at": clock::document_time(connection.created_at.div_euclid(1_000)),
        "updated_at": clock::document_time(connection.updated_at),
        "last_fetched_at": connection.last_fetched_at.map(clock::document_time),
        "credentials": credentials,
    })
}

/// An entry of the list.
pub fn list_entry(connection: &Connection) -> Value {
    json!({
        "id": connection.id,
        "connection_id": connection.connection_id,
        "provider_config_key": connection.provider_config_key,
        "provider": connection.provider,
        "errors": errors(&connection.errors),
        "end_user": connection.end_user.as_ref().map(end_user),
        "tags": connection.tags,
        "metadata": connection.metadata,
        "created": clock::list_time(connection.created_at),
    })
}

fn errors(errors: &[AuthError]) -> Vec<Value> {
    errors
        .iter()
        .map(|error| json!({"type": error.kind, "log_id": error.log_id}))
        .collect()
}

fn end_user(user: &EndUser) -> Value {
    let organization = user
        .organization
        .as_ref()
        .map(|it| json!({"id": it.id, "display_name": it.display_name}));
    json!({
        "id": user.id,
        "display_name": user.display_name,
        "email": user.email,
        "tags": user.tags,
        "organization": organization,
    })
}

fn strip_refresh_tokens(value: &mut Value) {
    match value {
        Value::Object(map) => {
            // Providers respond in either spelling, and `raw` is their response.
            map.shift_remove("refresh_token");
            map.shift_remove("refreshToken");
            map.values_mut().for_each(strip_refresh_tokens);
        }
        Value::Array(list) => list.iter_mut().for_each(strip_refresh_tokens),
        _ => {}
    }
}

/// The order in which PostgreSQL stores the keys of a `jsonb` object: short ones first, then by their bytes.
pub fn in_stored_order(map: Map<String, Value>) -> Map<String, Value> {
    let mut members: Vec<(String, Value)> = map
        .into_iter()
        .map(|(name, value)| (name, value_in_stored_order(value)))
        .collect();
    members.sort_by(|(a, _), (b, _)| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    members.into_iter().collect()
}

fn value_in_stored_order(value: Value) -> Value {
    match value {
        Value::Object(map) => Value::Object(in_stored_order(map)),
        Value::Array(list) => list.into_iter().map(value_in_stored_order).collect(),
        other => other,
    }
}
