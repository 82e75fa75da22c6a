//! The operations of Nango's API, called by name.
//!
//! Generated from api/operations.json: do not edit.

use nango::*;
use serde_json::{Map, Value, json};

use crate::told;

/// Calls an operation with these arguments, and tells what it gave.
pub fn call(
    client: &Client,
    name: &str,
    arguments: &Map<String, Value>,
    options: &CallOptions,
) -> Result<Value, Error> {
    let get = |name: &str| arguments.get(name);
    match name {
        "list_connections" => {
            let mut arguments = ListConnections::new();
            if let Some(value) = get("connection_id") {
                arguments.connection_id(told::text(Some(value)));
            }
            if let Some(value) = get("search") {
                arguments.search(told::text(Some(value)));
            }
            if let Some(value) = get("integration_ids") {
                arguments.integration_ids(&told::list(Some(value)));
            }
            if let Some(value) = get("tags") {
                arguments.tags(&told::pairs(Some(value)));
            }
            if let Some(value) = get("end_user_id") {
                #[allow(deprecated, reason = "what is deprecated is sent all the same")]
                arguments.end_user_id(told::text(Some(value)));
            }
            if let Some(value) = get("end_user_organization_id") {
                #[allow(deprecated, reason = "what is deprecated is sent all the same")]
                arguments.end_user_organization_id(told::text(Some(value)));
            }
            if let Some(value) = get("limit") {
                arguments.limit(told::integer(Some(value)));
            }
            let group = client.connections();
            let result = group.list(&arguments, options);
            let items: Result<Vec<Value>, Error> =
                result.map(|item| item.map(|item| listed_connection(&item))).collect();
            items.map(Value::from)
        }
        "import_connection" => {
            let mut arguments =
                ImportConnection::new(told::text(get("provider_config_key")), told::json(get("credentials")));
            if let Some(value) = get("connection_id") {
                arguments.connection_id(told::text(Some(value)));
            }
            if let Some(value) = get("metadata") {
                arguments.metadata(told::json(Some(value)));
            }
            if let Some(value) = get("connection_config") {
                arguments.connection_config(told::json(Some(value)));
            }
            if let Some(value) = get("webhook_url_override") {
                arguments.webhook_url_override(told::text(Some(value)));
            }
            if let Some(value) = get("tags") {
                arguments.tags(&told::pairs(Some(value)));
            }
            if let Some(value) = get("end_user") {
                arguments.end_user(told::json(Some(value)));
            }
            let group = client.connections();
            let result = group.import(&arguments, options);
            result.map(|model| imported_connection(&model))
        }
        "update_connection" => {
            let mut arguments =
                UpdateConnection::new(told::text(get("connection_id")), told::text(get("provider_config_key")));
            if let Some(value) = get("tags") {
                arguments.tags(&told::pairs(Some(value)));
            }
            if let Some(value) = get("end_user") {
                arguments.end_user(told::json(Some(value)));
            }
            if let Some(value) = get("webhook_url_override") {
                arguments.webhook_url_override(told::text(Some(value)));
            }
            let group = client.connections();
            let result = group.update(&arguments, options);
            result.map(|()| Value::Null)
        }
        "delete_connection" => {
            let group = client.connections();
            let result = group.delete(
                told::text(get("connection_id")),
                told::text(get("provider_config_key")),
                options,
            );
            result.map(|()| Value::Null)
        }
        "set_metadata" => {
            let group = client.connections();
            let result = group.set_metadata(
                told::text(get("provider_config_key")),
                &told::list(get("connection_ids")),
                told::json(get("metadata")),
                options,
            );
            result.map(|()| Value::Null)
        }
        "update_metadata" => {
            let group = client.connections();
            let result = group.update_metadata(
                told::text(get("provider_config_key")),
                &told::list(get("connection_ids")),
                told::json(get("metadata")),
                options,
            );
            result.map(|()| Value::Null)
        }
        "trigger_action" => {
            let mut arguments = TriggerAction::new(
                told::text(get("connection_id")),
                told::text(get("provider_config_key")),
                told::text(get("action_name")),
            );
            if let Some(value) = get("input") {
                arguments.input(told::json(Some(value)));
            }
            if let Some(value) = get("max_retries") {
                arguments.max_retries(told::integer(Some(value)));
            }
            let group = client.actions();
            group.trigger(&arguments, options)
        }
        "trigger_action_async" => {
            let mut arguments = TriggerActionAsync::new(
                told::text(get("connection_id")),
                told::text(get("provider_config_key")),
                told::text(get("action_name")),
            );
            if let Some(value) = get("input") {
                arguments.input(told::json(Some(value)));
            }
            if let Some(value) = get("max_retries") {
                arguments.max_retries(told::integer(Some(value)));
            }
            let group = client.actions();
            let result = group.trigger_async(&arguments, options);
            result.map(|model| queued_action(&model))
        }
        "get_action_result" => {
            let group = client.actions();
            group.result(told::text(get("id")), options)
        }
        "list_environment_variables" => {
            let group = client.environment();
            let result = group.list_variables(options);
            result.map(|items| items.iter().map(environment_variable).collect())
        }
        other => panic!("no such operation: {other}"),
    }
}

fn connection_error(model: &ConnectionError) -> Value {
    told::with_unknown(
        json!({
            "type": model.r#type,
            "log_id": model.log_id,
        }),
        &model.unknown,
    )
}

fn organization(model: &Organization) -> Value {
    told::with_unknown(
        json!({
            "id": model.id,
            "display_name": model.display_name,
        }),
        &model.unknown,
    )
}

fn end_user(model: &EndUser) -> Value {
    told::with_unknown(
        json!({
            "id": model.id,
            "display_name": model.display_name,
            "email": model.email,
            "tags": model.tags,
            "organization": model.organization.as_ref().map(organization),
        }),
        &model.unknown,
    )
}

fn listed_connection(model: &ListedConnection) -> Value {
    told::with_unknown(
        json!({
            "id": model.id,
            "connection_id": model.connection_id,
            "provider_config_key": model.provider_config_key,
            "provider": model.provider,
            "errors": model.errors.iter().map(connection_error).collect::<Vec<_>>(),
            "end_user": model.end_user.as_ref().map(end_user),
            "tags": model.tags,
            "metadata": model.metadata,
            "created": model.created,
        }),
        &model.unknown,
    )
}

fn imported_connection(model: &ImportedConnection) -> Value {
    told::with_unknown(
        json!({
            "id": model.id,
            "connection_id": model.connection_id,
            "provider_config_key": model.provider_config_key,
            "provider": model.provider,
            "errors": model.errors.iter().map(connection_error).collect::<Vec<_>>(),
            "end_user": model.end_user.as_ref().map(end_user),
            "tags": model.tags,
            "metadata": model.metadata,
            "connection_config": told::document(model.connection_config.expose()),
            "webhook_url_override": model.webhook_url_override,
            "created_at": model.created_at,
            "updated_at": model.updated_at,
            "last_fetched_at": model.last_fetched_at,
            "credentials": told::document(model.credentials.expose()),
        }),
        &model.unknown,
    )
}

fn queued_action(model: &QueuedAction) -> Value {
    told::with_unknown(
        json!({
            "id": model.id,
            "status_url": model.status_url,
        }),
        &model.unknown,
    )
}

fn environment_variable(model: &EnvironmentVariable) -> Value {
    told::with_unknown(
        json!({
            "name": model.name,
            "value": Value::from(model.value.expose()),
        }),
        &model.unknown,
    )
}
