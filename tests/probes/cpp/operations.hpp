// Every model as JSON, and every operation by its name.
//
// Generated from api/operations.json: do not edit.
#ifndef PROBE_OPERATIONS_HPP
#define PROBE_OPERATIONS_HPP

#include <nango.hpp>
#include <string>

// Before results.hpp, whose templates use them.
inline std::string json_of(const nango::ConnectionError &model);
inline std::string json_of(const nango::Organization &model);
inline std::string json_of(const nango::EndUser &model);
inline std::string json_of(const nango::ListedConnection &model);
inline std::string json_of(const nango::ImportedConnection &model);
inline std::string json_of(const nango::QueuedAction &model);
inline std::string json_of(const nango::EnvironmentVariable &model);

#include "results.hpp"

inline std::string json_of(const nango::ConnectionError &model) {
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

/// The JSON of what an operation gives.
inline std::string result_of(const nango::Client &client, std::string_view call, const Arguments &given,
                             nango::CallOptions &options) {
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
    if (call == "list_environment_variables") {
        given.check();
        return json_of(client.environment().list_variables(options));
    }
    json_stop("no such operation", std::string(call).c_str());
    return {};
}

#endif
