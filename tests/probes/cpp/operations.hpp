// Every model as JSON, and every operation by its name.
//
// Generated from api/operations.json: do not edit.
#ifndef PROBE_OPERATIONS_HPP
#define PROBE_OPERATIONS_HPP

#include <nango.hpp>
#include <string>

// Before results.hpp, whose templates use them.
inline std::string json_of(const nango::ConnectionProblem &model);
inline std::string json_of(const nango::Organization &model);
inline std::string json_of(const nango::EndUser &model);
inline std::string json_of(const nango::ListedConnection &model);
inline std::string json_of(const nango::ImportedConnection &model);
inline std::string json_of(const nango::QueuedAction &model);
inline std::string json_of(const nango::EnvironmentVariable &model);
inline std::string json_of(const nango::ConnectSession &model);
inline std::string json_of(const nango::Integration &model);
inline std::string json_of(const nango::RecordMetadata &model);
inline std::string json_of(const nango::Record &model);
inline std::string json_of(const nango::PrunedRecords &model);
inline std::string json_of(const nango::SyncResult &model);
inline std::string json_of(const nango::Sync &model);
inline std::string json_of(const nango::SyncFrequency &model);
inline std::string json_of(const nango::SyncVariant &model);
inline std::string json_of(const nango::Function &model);
inline std::string json_of(const nango::FunctionCode &model);
inline std::string json_of(const nango::CompiledFunction &model);
inline std::string json_of(const nango::QueuedFunctionRun &model);
inline std::string json_of(const nango::FunctionDryRun &model);
inline std::string json_of(const nango::DeployedFunction &model);
inline std::string json_of(const nango::FunctionDeployment &model);
inline std::string json_of(const nango::Provider &model);
inline std::string json_of(const nango::WebhookSigningKey &model);

#include "results.hpp"

inline std::string json_of(const nango::ConnectionProblem &model) {
    return Object()
        .add("type", json_of(model.type()))
        .add("log_id", json_of(model.log_id()))
        .add_unknown(model.fields(), {"type", "log_id"})
        .text();
}

inline std::string json_of(const nango::Organization &model) {
    return Object()
        .add("id", json_of(model.id()))
        .add("display_name", json_of(model.display_name()))
        .add_unknown(model.fields(), {"id", "display_name"})
        .text();
}

inline std::string json_of(const nango::EndUser &model) {
    return Object()
        .add("id", json_of(model.id()))
        .add("display_name", json_of(model.display_name()))
        .add("email", json_of(model.email()))
        .add("tags", json_of_collection(model.tags(), model.fields()["tags"]))
        .add("organization", json_of(model.organization()))
        .add_unknown(model.fields(), {"id", "display_name", "email", "tags", "organization"})
        .text();
}

inline std::string json_of(const nango::ListedConnection &model) {
    return Object()
        .add("id", json_of(model.id()))
        .add("connection_id", json_of(model.connection_id()))
        .add("provider_config_key", json_of(model.provider_config_key()))
        .add("provider", json_of(model.provider()))
        .add("errors", json_of_collection(model.errors(), model.fields()["errors"]))
        .add("end_user", json_of(model.end_user()))
        .add("tags", json_of_collection(model.tags(), model.fields()["tags"]))
        .add("metadata", json_of(model.metadata()))
        .add("created", json_of(model.created()))
        .add_unknown(model.fields(), {"id", "connection_id", "provider_config_key", "provider", "errors", "end_user",
                     "tags", "metadata", "created"})
        .text();
}

inline std::string json_of(const nango::ImportedConnection &model) {
    return Object()
        .add("id", json_of(model.id()))
        .add("connection_id", json_of(model.connection_id()))
        .add("provider_config_key", json_of(model.provider_config_key()))
        .add("provider", json_of(model.provider()))
        .add("errors", json_of_collection(model.errors(), model.fields()["errors"]))
        .add("end_user", json_of(model.end_user()))
        .add("tags", json_of_collection(model.tags(), model.fields()["tags"]))
        .add("metadata", json_of(model.metadata()))
        .add("connection_config", json_of(model.connection_config()))
        .add("webhook_url_override", json_of(model.webhook_url_override()))
        .add("created_at", json_of(model.created_at()))
        .add("updated_at", json_of(model.updated_at()))
        .add("last_fetched_at", json_of(model.last_fetched_at()))
        .add("credentials", json_of(model.credentials()))
        .add_unknown(model.fields(), {"id", "connection_id", "provider_config_key", "provider", "errors", "end_user",
                     "tags", "metadata", "connection_config", "webhook_url_override", "created_at", "updated_at",
                     "last_fetched_at", "credentials"})
        .text();
}

inline std::string json_of(const nango::QueuedAction &model) {
    return Object()
        .add("id", json_of(model.id()))
        .add("status_url", json_of(model.status_url()))
        .add_unknown(model.fields(), {"id", "statusUrl"})
        .text();
}

inline std::string json_of(const nango::EnvironmentVariable &model) {
    return Object()
        .add("name", json_of(model.name()))
        .add("value", json_of(model.value()))
        .add_unknown(model.fields(), {"name", "value"})
        .text();
}

inline std::string json_of(const nango::ConnectSession &model) {
    return Object()
        .add("token", json_of(model.token()))
        .add("connect_link", json_of(model.connect_link()))
        .add("expires_at", json_of(model.expires_at()))
        .add_unknown(model.fields(), {"token", "connect_link", "expires_at"})
        .text();
}

inline std::string json_of(const nango::Integration &model) {
    return Object()
        .add("unique_key", json_of(model.unique_key()))
        .add("provider", json_of(model.provider()))
        .add("display_name", json_of(model.display_name()))
        .add("logo", json_of(model.logo()))
        .add("forward_webhooks", json_of(model.forward_webhooks()))
        .add("created_at", json_of(model.created_at()))
        .add("updated_at", json_of(model.updated_at()))
        .add("webhook_url", json_of(model.webhook_url()))
        .add("credentials", json_of(model.credentials()))
        .add("credentials_label", json_of_collection(model.credentials_label(), model.fields()["credentials_label"]))
        .add("preconfigured_credentials", json_of_collection(model.preconfigured_credentials(), model.fields()["preconfigured_credentials"]))
        .add("preconfigured_connection_config", json_of_collection(model.preconfigured_connection_config(), model.fields()["preconfigured_connection_config"]))
        .add_unknown(model.fields(), {"unique_key", "provider", "display_name", "logo", "forward_webhooks",
                     "created_at", "updated_at", "webhook_url", "credentials", "credentials_label",
                     "preconfigured_credentials", "preconfigured_connection_config"})
        .text();
}

inline std::string json_of(const nango::RecordMetadata &model) {
    return Object()
        .add("first_seen_at", json_of(model.first_seen_at()))
        .add("last_modified_at", json_of(model.last_modified_at()))
        .add("last_action", json_of(model.last_action()))
        .add("deleted_at", json_of(model.deleted_at()))
        .add("pruned_at", json_of(model.pruned_at()))
        .add("cursor", json_of(model.cursor()))
        .add_unknown(model.fields(), {"first_seen_at", "last_modified_at", "last_action", "deleted_at", "pruned_at",
                     "cursor"})
        .text();
}

inline std::string json_of(const nango::Record &model) {
    return Object()
        .add("id", json_of(model.id()))
        .add("metadata", json_of(model.metadata()))
        .add("data", json_of(model.data()))
        .text();
}

inline std::string json_of(const nango::PrunedRecords &model) {
    return Object()
        .add("count", json_of(model.count()))
        .add("has_more", json_of(model.has_more()))
        .add_unknown(model.fields(), {"count", "has_more"})
        .text();
}

inline std::string json_of(const nango::SyncResult &model) {
    return Object()
        .add("added", json_of(model.added()))
        .add("updated", json_of(model.updated()))
        .add("deleted", json_of(model.deleted()))
        .add_unknown(model.fields(), {"added", "updated", "deleted"})
        .text();
}

inline std::string json_of(const nango::Sync &model) {
    return Object()
        .add("id", json_of(model.id()))
        .add("name", json_of(model.name()))
        .add("variant", json_of(model.variant()))
        .add("connection_id", json_of(model.connection_id()))
        .add("status", json_of(model.status()))
        .add("type", json_of(model.type()))
        .add("frequency", json_of(model.frequency()))
        .add("finished_at", json_of(model.finished_at()))
        .add("next_scheduled_at", json_of(model.next_scheduled_at()))
        .add("latest_execution_status", json_of(model.latest_execution_status()))
        .add("latest_result", json_of_collection(model.latest_result(), model.fields()["latestResult"]))
        .add("record_count", json_of_collection(model.record_count(), model.fields()["recordCount"]))
        .add("checkpoint", json_of(model.checkpoint()))
        .add_unknown(model.fields(), {"id", "name", "variant", "connection_id", "status", "type", "frequency",
                     "finishedAt", "nextScheduledSyncAt", "latestExecutionStatus", "latestResult", "recordCount",
                     "checkpoint"})
        .text();
}

inline std::string json_of(const nango::SyncFrequency &model) {
    return Object()
        .add("frequency", json_of(model.frequency()))
        .add_unknown(model.fields(), {"frequency"})
        .text();
}

inline std::string json_of(const nango::SyncVariant &model) {
    return Object()
        .add("id", json_of(model.id()))
        .add("name", json_of(model.name()))
        .add("variant", json_of(model.variant()))
        .add_unknown(model.fields(), {"id", "name", "variant"})
        .text();
}

inline std::string json_of(const nango::Function &model) {
    return Object()
        .add("name", json_of(model.name()))
        .add("type", json_of(model.type()))
        .add("description", json_of(model.description()))
        .add("scopes", json_of_collection(model.scopes(), model.fields()["scopes"]))
        .add("input", json_of(model.input()))
        .add("returns", json_of_collection(model.returns(), model.fields()["returns"]))
        .add("json_schema", json_of(model.json_schema()))
        .add("runs", json_of(model.runs()))
        .add("auto_start", json_of(model.auto_start()))
        .add("track_deletes", json_of(model.track_deletes()))
        .add("event", json_of(model.event()))
        .add("id", json_of(model.id()))
        .add("enabled", json_of(model.enabled()))
        .add("last_deployed", json_of(model.last_deployed()))
        .add("source", json_of(model.source()))
        .add_unknown(model.fields(), {"name", "type", "description", "scopes", "input", "returns", "json_schema",
                     "runs", "auto_start", "track_deletes", "event", "id", "enabled", "last_deployed", "source"})
        .text();
}

inline std::string json_of(const nango::FunctionCode &model) {
    return Object()
        .add("type", json_of(model.type()))
        .add("code", json_of(model.code()))
        .add_unknown(model.fields(), {"type", "code"})
        .text();
}

inline std::string json_of(const nango::CompiledFunction &model) {
    return Object()
        .add("bundled_js", json_of(model.bundled_js()))
        .add("bundle_size_bytes", json_of(model.bundle_size_bytes()))
        .add("compiled_at", json_of(model.compiled_at()))
        .add_unknown(model.fields(), {"bundled_js", "bundle_size_bytes", "compiled_at"})
        .text();
}

inline std::string json_of(const nango::QueuedFunctionRun &model) {
    return Object()
        .add("id", json_of(model.id()))
        .add("status", json_of(model.status()))
        .add("created_at", json_of(model.created_at()))
        .add_unknown(model.fields(), {"id", "status", "created_at"})
        .text();
}

inline std::string json_of(const nango::FunctionDryRun &model) {
    return Object()
        .add("id", json_of(model.id()))
        .add("status", json_of(model.status()))
        .add("integration_id", json_of(model.integration_id()))
        .add("function_type", json_of(model.function_type()))
        .add("created_at", json_of(model.created_at()))
        .add("updated_at", json_of(model.updated_at()))
        .add("started_at", json_of(model.started_at()))
        .add("completed_at", json_of(model.completed_at()))
        .add("duration_ms", json_of(model.duration_ms()))
        .add("output", json_of(model.output()))
        .add("result", json_of(model.result()))
        .add("error", json_of(model.error()))
        .add_unknown(model.fields(), {"id", "status", "integration_id", "function_type", "created_at", "updated_at",
                     "started_at", "completed_at", "duration_ms", "output", "result", "error"})
        .text();
}

inline std::string json_of(const nango::DeployedFunction &model) {
    return Object()
        .add("name", json_of(model.name()))
        .add("version", json_of(model.version()))
        .add_unknown(model.fields(), {"name", "version"})
        .text();
}

inline std::string json_of(const nango::FunctionDeployment &model) {
    return Object()
        .add("id", json_of(model.id()))
        .add("status", json_of(model.status()))
        .add("integration_id", json_of(model.integration_id()))
        .add("function_name", json_of(model.function_name()))
        .add("function_type", json_of(model.function_type()))
        .add("deployed", json_of(model.deployed()))
        .add("deployed_functions", json_of_collection(model.deployed_functions(), model.fields()["deployed_functions"]))
        .add("output", json_of(model.output()))
        .add("error", json_of(model.error()))
        .add_unknown(model.fields(), {"id", "status", "integration_id", "function_name", "function_type", "deployed",
                     "deployed_functions", "output", "error"})
        .text();
}

inline std::string json_of(const nango::Provider &model) {
    return Object()
        .add("name", json_of(model.name()))
        .add("display_name", json_of(model.display_name()))
        .add("auth_mode", json_of(model.auth_mode()))
        .add("categories", json_of_collection(model.categories(), model.fields()["categories"]))
        .add("docs", json_of(model.docs()))
        .add("logo_url", json_of(model.logo_url()))
        .add_unknown(model.fields(), {"name", "display_name", "auth_mode", "categories", "docs", "logo_url"})
        .text();
}

inline std::string json_of(const nango::WebhookSigningKey &model) {
    return Object()
        .add("webhook_signing_key", json_of(model.webhook_signing_key()))
        .add_unknown(model.fields(), {"webhook_signing_key"})
        .text();
}

/// The JSON of what an operation gives.
inline std::string result_of(const nango::Client &client, std::string_view call, const Arguments &given,
                             nango::CallOptions &options) {
    if (call == "create_connect_session") {
        nango::CreateConnectSessionParameters parameters;
        given.set("tags", parameters.tags);
        given.set("allowed_integrations", parameters.allowed_integrations);
        given.set("integrations_config_defaults", parameters.integrations_config_defaults);
        given.set("overrides", parameters.overrides);
        given.set("webhook_url_override", parameters.webhook_url_override);
        given.set("end_user", parameters.end_user);
        given.set("organization", parameters.organization);
        given.check();
        return json_of(client.connect_sessions().create(parameters, options));
    }
    if (call == "create_reconnect_session") {
        nango::CreateReconnectSessionParameters parameters;
        given.set("tags", parameters.tags);
        given.set("integrations_config_defaults", parameters.integrations_config_defaults);
        given.set("overrides", parameters.overrides);
        given.set("webhook_url_override", parameters.webhook_url_override);
        given.set("end_user", parameters.end_user);
        given.set("organization", parameters.organization);
        const auto connection_id = given.get<std::string>("connection_id");
        const auto integration_id = given.get<std::string>("integration_id");
        given.check();
        return json_of(client.connect_sessions().reconnect(connection_id, integration_id, parameters, options));
    }
    if (call == "list_connections") {
        nango::ListConnectionsParameters parameters;
        given.set("connection_id", parameters.connection_id);
        given.set("search", parameters.search);
        given.set("integration_ids", parameters.integration_ids);
        given.set("tags", parameters.tags);
        given.set("end_user_id", parameters.end_user_id);
        given.set("end_user_organization_id", parameters.end_user_organization_id);
        given.set("limit", parameters.limit);
        given.check();
        auto list = client.connections().list(parameters, std::move(options));
        return json_of(std::vector<nango::ListedConnection>(list.begin(), list.end()));
    }
    if (call == "import_connection") {
        nango::ImportConnectionParameters parameters;
        given.set("connection_id", parameters.connection_id);
        given.set("metadata", parameters.metadata);
        given.set("connection_config", parameters.connection_config);
        given.set("webhook_url_override", parameters.webhook_url_override);
        given.set("tags", parameters.tags);
        given.set("end_user", parameters.end_user);
        const auto provider_config_key = given.get<std::string>("provider_config_key");
        const auto credentials = given.get<nango::Json>("credentials");
        given.check();
        return json_of(client.connections().import_(provider_config_key, credentials, parameters, options));
    }
    if (call == "update_connection") {
        nango::UpdateConnectionParameters parameters;
        given.set("tags", parameters.tags);
        given.set("end_user", parameters.end_user);
        given.set("webhook_url_override", parameters.webhook_url_override);
        const auto connection_id = given.get<std::string>("connection_id");
        const auto provider_config_key = given.get<std::string>("provider_config_key");
        given.check();
        client.connections().update(connection_id, provider_config_key, parameters, options);
        return "null";
    }
    if (call == "delete_connection") {
        const auto connection_id = given.get<std::string>("connection_id");
        const auto provider_config_key = given.get<std::string>("provider_config_key");
        given.check();
        client.connections().delete_(connection_id, provider_config_key, options);
        return "null";
    }
    if (call == "set_metadata") {
        const auto provider_config_key = given.get<std::string>("provider_config_key");
        const auto connection_ids = given.get<std::vector<std::string>>("connection_ids");
        const auto metadata = given.get<nango::Json>("metadata");
        given.check();
        client.connections().set_metadata(provider_config_key, connection_ids, metadata, options);
        return "null";
    }
    if (call == "update_metadata") {
        const auto provider_config_key = given.get<std::string>("provider_config_key");
        const auto connection_ids = given.get<std::vector<std::string>>("connection_ids");
        const auto metadata = given.get<nango::Json>("metadata");
        given.check();
        client.connections().update_metadata(provider_config_key, connection_ids, metadata, options);
        return "null";
    }
    if (call == "wait_for_connection") {
        nango::WaitForConnectionParameters parameters;
        given.set("connection_id", parameters.connection_id);
        given.set("tags", parameters.tags);
        given.set("end_user_id", parameters.end_user_id);
        const auto provider_config_key = given.get<std::string>("provider_config_key");
        given.check();
        return json_of(client.connections().wait_for(provider_config_key, parameters, options));
    }
    if (call == "list_integrations") {
        given.check();
        return json_of(client.integrations().list(options));
    }
    if (call == "get_integration") {
        nango::GetIntegrationParameters parameters;
        given.set("include", parameters.include);
        const auto unique_key = given.get<std::string>("unique_key");
        given.check();
        return json_of(client.integrations().get(unique_key, parameters, options));
    }
    if (call == "create_integration") {
        nango::CreateIntegrationParameters parameters;
        given.set("display_name", parameters.display_name);
        given.set("credentials", parameters.credentials);
        given.set("forward_webhooks", parameters.forward_webhooks);
        given.set("integration_config", parameters.integration_config);
        given.set("custom", parameters.custom);
        const auto provider = given.get<std::string>("provider");
        const auto unique_key = given.get<std::string>("unique_key");
        given.check();
        return json_of(client.integrations().create(provider, unique_key, parameters, options));
    }
    if (call == "create_quickstart_integration") {
        nango::CreateQuickstartIntegrationParameters parameters;
        given.set("display_name", parameters.display_name);
        given.set("forward_webhooks", parameters.forward_webhooks);
        const auto provider = given.get<std::string>("provider");
        const auto unique_key = given.get<std::string>("unique_key");
        given.check();
        return json_of(client.integrations().create_quickstart(provider, unique_key, parameters, options));
    }
    if (call == "update_integration") {
        nango::UpdateIntegrationParameters parameters;
        given.set("new_unique_key", parameters.new_unique_key);
        given.set("display_name", parameters.display_name);
        given.set("credentials", parameters.credentials);
        given.set("forward_webhooks", parameters.forward_webhooks);
        given.set("integration_config", parameters.integration_config);
        given.set("custom", parameters.custom);
        const auto unique_key = given.get<std::string>("unique_key");
        given.check();
        return json_of(client.integrations().update(unique_key, parameters, options));
    }
    if (call == "delete_integration") {
        const auto unique_key = given.get<std::string>("unique_key");
        given.check();
        client.integrations().delete_(unique_key, options);
        return "null";
    }
    if (call == "list_records") {
        nango::ListRecordsParameters parameters;
        given.set("cursor", parameters.cursor);
        given.set("modified_after", parameters.modified_after);
        given.set("filter", parameters.filter);
        given.set("ids", parameters.ids);
        given.set("variant", parameters.variant);
        given.set("limit", parameters.limit);
        const auto connection_id = given.get<std::string>("connection_id");
        const auto provider_config_key = given.get<std::string>("provider_config_key");
        const auto model = given.get<std::string>("model");
        given.check();
        auto list = client.records().list(connection_id, provider_config_key, model, parameters, std::move(options));
        return json_of(std::vector<nango::Record>(list.begin(), list.end()));
    }
    if (call == "prune_records") {
        nango::PruneRecordsParameters parameters;
        given.set("variant", parameters.variant);
        given.set("limit", parameters.limit);
        const auto connection_id = given.get<std::string>("connection_id");
        const auto provider_config_key = given.get<std::string>("provider_config_key");
        const auto model = given.get<std::string>("model");
        const auto until_cursor = given.get<std::string>("until_cursor");
        given.check();
        return json_of(client.records().prune(connection_id, provider_config_key, model, until_cursor, parameters,
                       options));
    }
    if (call == "trigger_action") {
        nango::TriggerActionParameters parameters;
        given.set("input", parameters.input);
        given.set("max_retries", parameters.max_retries);
        const auto connection_id = given.get<std::string>("connection_id");
        const auto provider_config_key = given.get<std::string>("provider_config_key");
        const auto action_name = given.get<std::string>("action_name");
        given.check();
        return json_of(client.actions().trigger(connection_id, provider_config_key, action_name, parameters, options));
    }
    if (call == "trigger_action_async") {
        nango::TriggerActionAsyncParameters parameters;
        given.set("input", parameters.input);
        given.set("max_retries", parameters.max_retries);
        const auto connection_id = given.get<std::string>("connection_id");
        const auto provider_config_key = given.get<std::string>("provider_config_key");
        const auto action_name = given.get<std::string>("action_name");
        given.check();
        return json_of(client.actions().trigger_async(connection_id, provider_config_key, action_name, parameters,
                       options));
    }
    if (call == "get_action_result") {
        const auto id = given.get<std::string>("id");
        given.check();
        return json_of(client.actions().result(id, options));
    }
    if (call == "wait_for_action_result") {
        const auto id = given.get<std::string>("id");
        given.check();
        return json_of(client.actions().wait_for_result(id, options));
    }
    if (call == "trigger_sync") {
        nango::TriggerSyncParameters parameters;
        given.set("connection_id", parameters.connection_id);
        given.set("opts", parameters.opts);
        given.set("sync_mode", parameters.sync_mode);
        const auto provider_config_key = given.get<std::string>("provider_config_key");
        const auto syncs = given.get<std::vector<std::string>>("syncs");
        given.check();
        client.syncs().trigger(provider_config_key, syncs, parameters, options);
        return "null";
    }
    if (call == "start_sync") {
        nango::StartSyncParameters parameters;
        given.set("connection_id", parameters.connection_id);
        const auto provider_config_key = given.get<std::string>("provider_config_key");
        const auto syncs = given.get<std::vector<std::string>>("syncs");
        given.check();
        client.syncs().start(provider_config_key, syncs, parameters, options);
        return "null";
    }
    if (call == "pause_sync") {
        nango::PauseSyncParameters parameters;
        given.set("connection_id", parameters.connection_id);
        const auto provider_config_key = given.get<std::string>("provider_config_key");
        const auto syncs = given.get<std::vector<std::string>>("syncs");
        given.check();
        client.syncs().pause(provider_config_key, syncs, parameters, options);
        return "null";
    }
    if (call == "sync_status") {
        nango::SyncStatusParameters parameters;
        given.set("connection_id", parameters.connection_id);
        const auto provider_config_key = given.get<std::string>("provider_config_key");
        const auto syncs = given.get<std::vector<std::string>>("syncs");
        given.check();
        return json_of(client.syncs().status(provider_config_key, syncs, parameters, options));
    }
    if (call == "update_sync_frequency") {
        nango::UpdateSyncFrequencyParameters parameters;
        given.set("sync_variant", parameters.sync_variant);
        const auto provider_config_key = given.get<std::string>("provider_config_key");
        const auto connection_id = given.get<std::string>("connection_id");
        const auto sync_name = given.get<std::string>("sync_name");
        const auto frequency = given.get<std::string>("frequency");
        given.check();
        return json_of(client.syncs().update_frequency(provider_config_key, connection_id, sync_name, frequency,
                       parameters, options));
    }
    if (call == "reset_sync_frequency") {
        nango::ResetSyncFrequencyParameters parameters;
        given.set("sync_variant", parameters.sync_variant);
        const auto provider_config_key = given.get<std::string>("provider_config_key");
        const auto connection_id = given.get<std::string>("connection_id");
        const auto sync_name = given.get<std::string>("sync_name");
        given.check();
        return json_of(client.syncs().reset_frequency(provider_config_key, connection_id, sync_name, parameters,
                       options));
    }
    if (call == "create_sync_variant") {
        const auto name = given.get<std::string>("name");
        const auto variant = given.get<std::string>("variant");
        const auto provider_config_key = given.get<std::string>("provider_config_key");
        const auto connection_id = given.get<std::string>("connection_id");
        given.check();
        return json_of(client.syncs().create_variant(name, variant, provider_config_key, connection_id, options));
    }
    if (call == "delete_sync_variant") {
        const auto name = given.get<std::string>("name");
        const auto variant = given.get<std::string>("variant");
        const auto provider_config_key = given.get<std::string>("provider_config_key");
        const auto connection_id = given.get<std::string>("connection_id");
        given.check();
        client.syncs().delete_variant(name, variant, provider_config_key, connection_id, options);
        return "null";
    }
    if (call == "list_functions") {
        nango::ListFunctionsParameters parameters;
        given.set("function_type", parameters.function_type);
        given.set("search", parameters.search);
        given.set("limit", parameters.limit);
        const auto unique_key = given.get<std::string>("unique_key");
        given.check();
        auto list = client.functions().list(unique_key, parameters, std::move(options));
        return json_of(std::vector<nango::Function>(list.begin(), list.end()));
    }
    if (call == "get_function") {
        nango::GetFunctionParameters parameters;
        given.set("function_type", parameters.function_type);
        const auto unique_key = given.get<std::string>("unique_key");
        const auto name = given.get<std::string>("name");
        given.check();
        return json_of(client.functions().get(unique_key, name, parameters, options));
    }
    if (call == "get_function_code") {
        nango::GetFunctionCodeParameters parameters;
        given.set("function_type", parameters.function_type);
        const auto unique_key = given.get<std::string>("unique_key");
        const auto name = given.get<std::string>("name");
        given.check();
        return json_of(client.functions().get_code(unique_key, name, parameters, options));
    }
    if (call == "delete_function") {
        const auto unique_key = given.get<std::string>("unique_key");
        const auto name = given.get<std::string>("name");
        const auto function_type = given.get<std::string>("function_type");
        given.check();
        client.functions().delete_(unique_key, name, function_type, options);
        return "null";
    }
    if (call == "get_scripts_config") {
        nango::GetScriptsConfigParameters parameters;
        given.set("format", parameters.format);
        given.check();
        return json_of(client.functions().scripts_config(parameters, options));
    }
    if (call == "compile_function") {
        const auto code = given.get<std::string>("code");
        given.check();
        return json_of(client.functions().compile(code, options));
    }
    if (call == "start_function_dry_run") {
        nango::StartFunctionDryRunParameters parameters;
        given.set("input", parameters.input);
        given.set("metadata", parameters.metadata);
        given.set("checkpoint", parameters.checkpoint);
        given.set("last_sync_date", parameters.last_sync_date);
        const auto integration_id = given.get<std::string>("integration_id");
        const auto function_type = given.get<std::string>("function_type");
        const auto code = given.get<std::string>("code");
        const auto connection_id = given.get<std::string>("connection_id");
        given.check();
        return json_of(client.functions().start_dry_run(integration_id, function_type, code, connection_id, parameters,
                       options));
    }
    if (call == "get_function_dry_run") {
        const auto id = given.get<std::string>("id");
        given.check();
        return json_of(client.functions().get_dry_run(id, options));
    }
    if (call == "deploy_function") {
        nango::DeployFunctionParameters parameters;
        given.set("version", parameters.version);
        given.set("allow_destructive", parameters.allow_destructive);
        const auto integration_id = given.get<std::string>("integration_id");
        const auto function_name = given.get<std::string>("function_name");
        const auto function_type = given.get<std::string>("function_type");
        const auto code = given.get<std::string>("code");
        given.check();
        return json_of(client.functions().deploy(integration_id, function_name, function_type, code, parameters,
                       options));
    }
    if (call == "deploy_function_template") {
        nango::DeployFunctionTemplateParameters parameters;
        given.set("function_type", parameters.function_type);
        const auto integration_id = given.get<std::string>("integration_id");
        const auto template_ = given.get<std::string>("template");
        given.check();
        return json_of(client.functions().deploy_template(integration_id, template_, parameters, options));
    }
    if (call == "get_function_deployment") {
        const auto id = given.get<std::string>("id");
        given.check();
        return json_of(client.functions().get_deployment(id, options));
    }
    if (call == "list_providers") {
        nango::ListProvidersParameters parameters;
        given.set("search", parameters.search);
        given.check();
        return json_of(client.providers().list(parameters, options));
    }
    if (call == "get_provider") {
        const auto provider = given.get<std::string>("provider");
        given.check();
        return json_of(client.providers().get(provider, options));
    }
    if (call == "list_provider_templates") {
        const auto provider = given.get<std::string>("provider");
        given.check();
        return json_of(client.providers().list_templates(provider, options));
    }
    if (call == "list_environment_variables") {
        given.check();
        return json_of(client.environment().list_variables(options));
    }
    if (call == "rotate_webhook_signing_key") {
        given.check();
        return json_of(client.environment().rotate_webhook_signing_key(options));
    }
    json_stop("no such operation", std::string(call).c_str());
    return {};
}

#endif
