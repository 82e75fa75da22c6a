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
        "create_connect_session" => {
            let mut arguments = CreateConnectSession::new();
            if let Some(value) = get("tags") {
                arguments.tags(&told::pairs(Some(value)));
            }
            if let Some(value) = get("allowed_integrations") {
                arguments.allowed_integrations(&told::list(Some(value)));
            }
            if let Some(value) = get("integrations_config_defaults") {
                arguments.integrations_config_defaults(told::json(Some(value)));
            }
            if let Some(value) = get("overrides") {
                arguments.overrides(told::json(Some(value)));
            }
            if let Some(value) = get("webhook_url_override") {
                arguments.webhook_url_override(told::text(Some(value)));
            }
            if let Some(value) = get("end_user") {
                #[allow(deprecated, reason = "what is deprecated is sent all the same")]
                arguments.end_user(told::json(Some(value)));
            }
            if let Some(value) = get("organization") {
                #[allow(deprecated, reason = "what is deprecated is sent all the same")]
                arguments.organization(told::json(Some(value)));
            }
            let group = client.connect_sessions();
            let result = group.create(&arguments, options);
            result.map(|model| connect_session(&model))
        }
        "create_reconnect_session" => {
            let mut arguments =
                CreateReconnectSession::new(told::text(get("connection_id")), told::text(get("integration_id")));
            if let Some(value) = get("tags") {
                arguments.tags(&told::pairs(Some(value)));
            }
            if let Some(value) = get("integrations_config_defaults") {
                arguments.integrations_config_defaults(told::json(Some(value)));
            }
            if let Some(value) = get("overrides") {
                arguments.overrides(told::json(Some(value)));
            }
            if let Some(value) = get("webhook_url_override") {
                arguments.webhook_url_override(told::text(Some(value)));
            }
            if let Some(value) = get("end_user") {
                #[allow(deprecated, reason = "what is deprecated is sent all the same")]
                arguments.end_user(told::json(Some(value)));
            }
            if let Some(value) = get("organization") {
                #[allow(deprecated, reason = "what is deprecated is sent all the same")]
                arguments.organization(told::json(Some(value)));
            }
            let group = client.connect_sessions();
            let result = group.reconnect(&arguments, options);
            result.map(|model| connect_session(&model))
        }
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
        "wait_for_connection" => {
            let mut arguments = WaitForConnection::new(told::text(get("provider_config_key")));
            if let Some(value) = get("connection_id") {
                arguments.connection_id(told::text(Some(value)));
            }
            if let Some(value) = get("tags") {
                arguments.tags(&told::pairs(Some(value)));
            }
            if let Some(value) = get("end_user_id") {
                #[allow(deprecated, reason = "what is deprecated is sent all the same")]
                arguments.end_user_id(told::text(Some(value)));
            }
            let group = client.connections();
            let result = group.wait_for(&arguments, options);
            result.map(|model| listed_connection(&model))
        }
        "list_integrations" => {
            let group = client.integrations();
            let result = group.list(options);
            result.map(|items| items.iter().map(integration).collect())
        }
        "get_integration" => {
            let mut arguments = GetIntegration::new(told::text(get("unique_key")));
            if let Some(value) = get("include") {
                arguments.include(&told::list(Some(value)));
            }
            let group = client.integrations();
            let result = group.get(&arguments, options);
            result.map(|model| integration(&model))
        }
        "create_integration" => {
            let mut arguments = CreateIntegration::new(told::text(get("provider")), told::text(get("unique_key")));
            if let Some(value) = get("display_name") {
                arguments.display_name(told::text(Some(value)));
            }
            if let Some(value) = get("credentials") {
                arguments.credentials(told::json(Some(value)));
            }
            if let Some(value) = get("forward_webhooks") {
                arguments.forward_webhooks(told::boolean(Some(value)));
            }
            if let Some(value) = get("integration_config") {
                arguments.integration_config(&told::pairs(Some(value)));
            }
            if let Some(value) = get("custom") {
                arguments.custom(&told::pairs(Some(value)));
            }
            let group = client.integrations();
            let result = group.create(&arguments, options);
            result.map(|model| integration(&model))
        }
        "create_quickstart_integration" => {
            let mut arguments =
                CreateQuickstartIntegration::new(told::text(get("provider")), told::text(get("unique_key")));
            if let Some(value) = get("display_name") {
                arguments.display_name(told::text(Some(value)));
            }
            if let Some(value) = get("forward_webhooks") {
                arguments.forward_webhooks(told::boolean(Some(value)));
            }
            let group = client.integrations();
            let result = group.create_quickstart(&arguments, options);
            result.map(|model| integration(&model))
        }
        "update_integration" => {
            let mut arguments = UpdateIntegration::new(told::text(get("unique_key")));
            if let Some(value) = get("new_unique_key") {
                arguments.new_unique_key(told::text(Some(value)));
            }
            if let Some(value) = get("display_name") {
                arguments.display_name(told::text(Some(value)));
            }
            if let Some(value) = get("credentials") {
                arguments.credentials(told::json(Some(value)));
            }
            if let Some(value) = get("forward_webhooks") {
                arguments.forward_webhooks(told::boolean(Some(value)));
            }
            if let Some(value) = get("integration_config") {
                arguments.integration_config(&told::pairs(Some(value)));
            }
            if let Some(value) = get("custom") {
                arguments.custom(&told::pairs(Some(value)));
            }
            let group = client.integrations();
            let result = group.update(&arguments, options);
            result.map(|model| integration(&model))
        }
        "delete_integration" => {
            let group = client.integrations();
            let result = group.delete(told::text(get("unique_key")), options);
            result.map(|()| Value::Null)
        }
        "list_records" => {
            let mut arguments = ListRecords::new(
                told::text(get("connection_id")),
                told::text(get("provider_config_key")),
                told::text(get("model")),
            );
            if let Some(value) = get("cursor") {
                arguments.cursor(told::text(Some(value)));
            }
            if let Some(value) = get("modified_after") {
                arguments.modified_after(told::text(Some(value)));
            }
            if let Some(value) = get("filter") {
                arguments.filter(&told::list(Some(value)));
            }
            if let Some(value) = get("ids") {
                arguments.ids(&told::list(Some(value)));
            }
            if let Some(value) = get("variant") {
                arguments.variant(told::text(Some(value)));
            }
            if let Some(value) = get("limit") {
                arguments.limit(told::integer(Some(value)));
            }
            let group = client.records();
            let result = group.list(&arguments, options);
            let items: Result<Vec<Value>, Error> = result.map(|item| item.map(|item| record(&item))).collect();
            items.map(Value::from)
        }
        "prune_records" => {
            let mut arguments = PruneRecords::new(
                told::text(get("connection_id")),
                told::text(get("provider_config_key")),
                told::text(get("model")),
                told::text(get("until_cursor")),
            );
            if let Some(value) = get("variant") {
                arguments.variant(told::text(Some(value)));
            }
            if let Some(value) = get("limit") {
                arguments.limit(told::integer(Some(value)));
            }
            let group = client.records();
            let result = group.prune(&arguments, options);
            result.map(|model| pruned_records(&model))
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
        "wait_for_action_result" => {
            let group = client.actions();
            group.wait_for_result(told::text(get("id")), options)
        }
        "trigger_sync" => {
            let mut arguments = TriggerSync::new(told::text(get("provider_config_key")), &told::list(get("syncs")));
            if let Some(value) = get("connection_id") {
                arguments.connection_id(told::text(Some(value)));
            }
            if let Some(value) = get("opts") {
                arguments.opts(told::json(Some(value)));
            }
            if let Some(value) = get("sync_mode") {
                #[allow(deprecated, reason = "what is deprecated is sent all the same")]
                arguments.sync_mode(told::text(Some(value)));
            }
            let group = client.syncs();
            let result = group.trigger(&arguments, options);
            result.map(|()| Value::Null)
        }
        "start_sync" => {
            let mut arguments = StartSync::new(told::text(get("provider_config_key")), &told::list(get("syncs")));
            if let Some(value) = get("connection_id") {
                arguments.connection_id(told::text(Some(value)));
            }
            let group = client.syncs();
            let result = group.start(&arguments, options);
            result.map(|()| Value::Null)
        }
        "pause_sync" => {
            let mut arguments = PauseSync::new(told::text(get("provider_config_key")), &told::list(get("syncs")));
            if let Some(value) = get("connection_id") {
                arguments.connection_id(told::text(Some(value)));
            }
            let group = client.syncs();
            let result = group.pause(&arguments, options);
            result.map(|()| Value::Null)
        }
        "sync_status" => {
            let mut arguments = SyncStatus::new(told::text(get("provider_config_key")), &told::list(get("syncs")));
            if let Some(value) = get("connection_id") {
                arguments.connection_id(told::text(Some(value)));
            }
            let group = client.syncs();
            let result = group.status(&arguments, options);
            result.map(|items| items.iter().map(sync).collect())
        }
        "update_sync_frequency" => {
            let mut arguments = UpdateSyncFrequency::new(
                told::text(get("provider_config_key")),
                told::text(get("connection_id")),
                told::text(get("sync_name")),
                told::text(get("frequency")),
            );
            if let Some(value) = get("sync_variant") {
                arguments.sync_variant(told::text(Some(value)));
            }
            let group = client.syncs();
            let result = group.update_frequency(&arguments, options);
            result.map(|model| sync_frequency(&model))
        }
        "reset_sync_frequency" => {
            let mut arguments = ResetSyncFrequency::new(
                told::text(get("provider_config_key")),
                told::text(get("connection_id")),
                told::text(get("sync_name")),
            );
            if let Some(value) = get("sync_variant") {
                arguments.sync_variant(told::text(Some(value)));
            }
            let group = client.syncs();
            let result = group.reset_frequency(&arguments, options);
            result.map(|model| sync_frequency(&model))
        }
        "create_sync_variant" => {
            let group = client.syncs();
            let result = group.create_variant(
                told::text(get("name")),
                told::text(get("variant")),
                told::text(get("provider_config_key")),
                told::text(get("connection_id")),
                options,
            );
            result.map(|model| sync_variant(&model))
        }
        "delete_sync_variant" => {
            let group = client.syncs();
            let result = group.delete_variant(
                told::text(get("name")),
                told::text(get("variant")),
                told::text(get("provider_config_key")),
                told::text(get("connection_id")),
                options,
            );
            result.map(|()| Value::Null)
        }
        "list_functions" => {
            let mut arguments = ListFunctions::new(told::text(get("unique_key")));
            if let Some(value) = get("function_type") {
                arguments.function_type(told::text(Some(value)));
            }
            if let Some(value) = get("search") {
                arguments.search(told::text(Some(value)));
            }
            if let Some(value) = get("limit") {
                arguments.limit(told::integer(Some(value)));
            }
            let group = client.functions();
            let result = group.list(&arguments, options);
            let items: Result<Vec<Value>, Error> = result.map(|item| item.map(|item| function(&item))).collect();
            items.map(Value::from)
        }
        "get_function" => {
            let mut arguments = GetFunction::new(told::text(get("unique_key")), told::text(get("name")));
            if let Some(value) = get("function_type") {
                arguments.function_type(told::text(Some(value)));
            }
            let group = client.functions();
            let result = group.get(&arguments, options);
            result.map(|model| function(&model))
        }
        "get_function_code" => {
            let mut arguments = GetFunctionCode::new(told::text(get("unique_key")), told::text(get("name")));
            if let Some(value) = get("function_type") {
                arguments.function_type(told::text(Some(value)));
            }
            let group = client.functions();
            let result = group.get_code(&arguments, options);
            result.map(|model| function_code(&model))
        }
        "delete_function" => {
            let group = client.functions();
            let result = group.delete(
                told::text(get("unique_key")),
                told::text(get("name")),
                told::text(get("function_type")),
                options,
            );
            result.map(|()| Value::Null)
        }
        "get_scripts_config" => {
            let mut arguments = GetScriptsConfig::new();
            if let Some(value) = get("format") {
                arguments.format(told::text(Some(value)));
            }
            let group = client.functions();
            group.scripts_config(&arguments, options)
        }
        "compile_function" => {
            let group = client.functions();
            let result = group.compile(told::text(get("code")), options);
            result.map(|model| compiled_function(&model))
        }
        "start_function_dry_run" => {
            let mut arguments = StartFunctionDryRun::new(
                told::text(get("integration_id")),
                told::text(get("function_type")),
                told::text(get("code")),
                told::text(get("connection_id")),
            );
            if let Some(value) = get("input") {
                arguments.input(told::json(Some(value)));
            }
            if let Some(value) = get("metadata") {
                arguments.metadata(told::json(Some(value)));
            }
            if let Some(value) = get("checkpoint") {
                arguments.checkpoint(told::json(Some(value)));
            }
            if let Some(value) = get("last_sync_date") {
                arguments.last_sync_date(told::text(Some(value)));
            }
            let group = client.functions();
            let result = group.start_dry_run(&arguments, options);
            result.map(|model| queued_function_run(&model))
        }
        "get_function_dry_run" => {
            let group = client.functions();
            let result = group.get_dry_run(told::text(get("id")), options);
            result.map(|model| function_dry_run(&model))
        }
        "deploy_function" => {
            let mut arguments = DeployFunction::new(
                told::text(get("integration_id")),
                told::text(get("function_name")),
                told::text(get("function_type")),
                told::text(get("code")),
            );
            if let Some(value) = get("version") {
                arguments.version(told::text(Some(value)));
            }
            if let Some(value) = get("allow_destructive") {
                arguments.allow_destructive(told::boolean(Some(value)));
            }
            let group = client.functions();
            let result = group.deploy(&arguments, options);
            result.map(|model| queued_function_run(&model))
        }
        "deploy_function_template" => {
            let mut arguments =
                DeployFunctionTemplate::new(told::text(get("integration_id")), told::text(get("template")));
            if let Some(value) = get("function_type") {
                arguments.function_type(told::text(Some(value)));
            }
            let group = client.functions();
            let result = group.deploy_template(&arguments, options);
            result.map(|model| queued_function_run(&model))
        }
        "get_function_deployment" => {
            let group = client.functions();
            let result = group.get_deployment(told::text(get("id")), options);
            result.map(|model| function_deployment(&model))
        }
        "list_providers" => {
            let mut arguments = ListProviders::new();
            if let Some(value) = get("search") {
                arguments.search(told::text(Some(value)));
            }
            let group = client.providers();
            let result = group.list(&arguments, options);
            result.map(|items| items.iter().map(provider).collect())
        }
        "get_provider" => {
            let group = client.providers();
            let result = group.get(told::text(get("provider")), options);
            result.map(|model| provider(&model))
        }
        "list_provider_templates" => {
            let group = client.providers();
            let result = group.list_templates(told::text(get("provider")), options);
            result.map(|items| items.iter().map(function).collect())
        }
        "list_environment_variables" => {
            let group = client.environment();
            let result = group.list_variables(options);
            result.map(|items| items.iter().map(environment_variable).collect())
        }
        "rotate_webhook_signing_key" => {
            let group = client.environment();
            let result = group.rotate_webhook_signing_key(options);
            result.map(|model| webhook_signing_key(&model))
        }
        other => panic!("no such operation: {other}"),
    }
}

fn connection_problem(model: &ConnectionProblem) -> Value {
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
            "errors": model.errors.iter().map(connection_problem).collect::<Vec<_>>(),
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
            "errors": model.errors.iter().map(connection_problem).collect::<Vec<_>>(),
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

fn connect_session(model: &ConnectSession) -> Value {
    told::with_unknown(
        json!({
            "token": Value::from(model.token.expose()),
            "connect_link": Value::from(model.connect_link.expose()),
            "expires_at": model.expires_at,
        }),
        &model.unknown,
    )
}

fn integration(model: &Integration) -> Value {
    told::with_unknown(
        json!({
            "unique_key": model.unique_key,
            "provider": model.provider,
            "display_name": model.display_name,
            "logo": model.logo,
            "forward_webhooks": model.forward_webhooks,
            "created_at": model.created_at,
            "updated_at": model.updated_at,
            "webhook_url": model.webhook_url,
            "credentials": told::document(model.credentials.expose()),
            "credentials_label": model.credentials_label,
            "preconfigured_credentials": model.preconfigured_credentials,
            "preconfigured_connection_config": model.preconfigured_connection_config,
        }),
        &model.unknown,
    )
}

fn record_metadata(model: &RecordMetadata) -> Value {
    told::with_unknown(
        json!({
            "first_seen_at": model.first_seen_at,
            "last_modified_at": model.last_modified_at,
            "last_action": model.last_action,
            "deleted_at": model.deleted_at,
            "pruned_at": model.pruned_at,
            "cursor": model.cursor,
        }),
        &model.unknown,
    )
}

fn record(model: &Record) -> Value {
    told::with_unknown(
        json!({
            "id": model.id,
            "metadata": record_metadata(&model.metadata),
            "data": model.data,
        }),
        &Map::new(),
    )
}

fn pruned_records(model: &PrunedRecords) -> Value {
    told::with_unknown(
        json!({
            "count": model.count,
            "has_more": model.has_more,
        }),
        &model.unknown,
    )
}

fn sync_result(model: &SyncResult) -> Value {
    told::with_unknown(
        json!({
            "added": model.added,
            "updated": model.updated,
            "deleted": model.deleted,
        }),
        &model.unknown,
    )
}

fn sync(model: &Sync) -> Value {
    told::with_unknown(
        json!({
            "id": model.id,
            "name": model.name,
            "variant": model.variant,
            "connection_id": model.connection_id,
            "status": model.status,
            "type": model.r#type,
            "frequency": model.frequency,
            "finished_at": model.finished_at,
            "next_scheduled_at": model.next_scheduled_at,
            "latest_execution_status": model.latest_execution_status,
            "latest_result": model.latest_result.as_ref().map(|value| value.iter().map(|(key, value)| (key.clone(), sync_result(value))).collect::<Map<_, _>>()),
            "record_count": model.record_count,
            "checkpoint": model.checkpoint,
        }),
        &model.unknown,
    )
}

fn sync_frequency(model: &SyncFrequency) -> Value {
    told::with_unknown(
        json!({
            "frequency": model.frequency,
        }),
        &model.unknown,
    )
}

fn sync_variant(model: &SyncVariant) -> Value {
    told::with_unknown(
        json!({
            "id": model.id,
            "name": model.name,
            "variant": model.variant,
        }),
        &model.unknown,
    )
}

fn function(model: &Function) -> Value {
    told::with_unknown(
        json!({
            "name": model.name,
            "type": model.r#type,
            "description": model.description,
            "scopes": model.scopes,
            "input": model.input,
            "returns": model.returns,
            "json_schema": model.json_schema,
            "runs": model.runs,
            "auto_start": model.auto_start,
            "track_deletes": model.track_deletes,
            "event": model.event,
            "id": model.id,
            "enabled": model.enabled,
            "last_deployed": model.last_deployed,
            "source": model.source,
        }),
        &model.unknown,
    )
}

fn function_code(model: &FunctionCode) -> Value {
    told::with_unknown(
        json!({
            "type": model.r#type,
            "code": model.code,
        }),
        &model.unknown,
    )
}

fn compiled_function(model: &CompiledFunction) -> Value {
    told::with_unknown(
        json!({
            "bundled_js": model.bundled_js,
            "bundle_size_bytes": model.bundle_size_bytes,
            "compiled_at": model.compiled_at,
        }),
        &model.unknown,
    )
}

fn queued_function_run(model: &QueuedFunctionRun) -> Value {
    told::with_unknown(
        json!({
            "id": model.id,
            "status": model.status,
            "created_at": model.created_at,
        }),
        &model.unknown,
    )
}

fn function_dry_run(model: &FunctionDryRun) -> Value {
    told::with_unknown(
        json!({
            "id": model.id,
            "status": model.status,
            "integration_id": model.integration_id,
            "function_type": model.function_type,
            "created_at": model.created_at,
            "updated_at": model.updated_at,
            "started_at": model.started_at,
            "completed_at": model.completed_at,
            "duration_ms": model.duration_ms,
            "output": model.output,
            "result": model.result,
            "error": model.error,
        }),
        &model.unknown,
    )
}

fn deployed_function(model: &DeployedFunction) -> Value {
    told::with_unknown(
        json!({
            "name": model.name,
            "version": model.version,
        }),
        &model.unknown,
    )
}

fn function_deployment(model: &FunctionDeployment) -> Value {
    told::with_unknown(
        json!({
            "id": model.id,
            "status": model.status,
            "integration_id": model.integration_id,
            "function_name": model.function_name,
            "function_type": model.function_type,
            "deployed": model.deployed,
            "deployed_functions": model.deployed_functions.as_ref().map(|value| value.iter().map(deployed_function).collect::<Vec<_>>()),
            "output": model.output,
            "error": model.error,
        }),
        &model.unknown,
    )
}

fn provider(model: &Provider) -> Value {
    told::with_unknown(
        json!({
            "name": model.name,
            "display_name": model.display_name,
            "auth_mode": model.auth_mode,
            "categories": model.categories,
            "docs": model.docs,
            "logo_url": model.logo_url,
        }),
        &model.unknown,
    )
}

fn webhook_signing_key(model: &WebhookSigningKey) -> Value {
    told::with_unknown(
        json!({
            "webhook_signing_key": Value::from(model.webhook_signing_key.expose()),
        }),
        &model.unknown,
    )
}
