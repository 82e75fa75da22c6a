/*
 * Every model with its fields, and every operation by its name.
 *
 * Generated from api/operations.json: do not edit.
 */
#ifndef PROBE_OPERATIONS_H
#define PROBE_OPERATIONS_H

#include "results.h"

static const field CONNECTION_PROBLEM[] = {
    {"type", "type", NULL, 0},
    {"log_id", "log_id", NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field ORGANIZATION[] = {
    {"id", "id", NULL, 0},
    {"display_name", "display_name", NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field END_USER[] = {
    {"id", "id", NULL, 0},
    {"display_name", "display_name", NULL, 0},
    {"email", "email", NULL, 0},
    {"tags", "tags", NULL, 1},
    {"organization", "organization", ORGANIZATION, 0},
    {NULL, NULL, NULL, 0},
};

static const field LISTED_CONNECTION[] = {
    {"id", "id", NULL, 0},
    {"connection_id", "connection_id", NULL, 0},
    {"provider_config_key", "provider_config_key", NULL, 0},
    {"provider", "provider", NULL, 0},
    {"errors", "errors", CONNECTION_PROBLEM, 0},
    {"end_user", "end_user", END_USER, 0},
    {"tags", "tags", NULL, 1},
    {"metadata", "metadata", NULL, 0},
    {"created", "created", NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field IMPORTED_CONNECTION[] = {
    {"id", "id", NULL, 0},
    {"connection_id", "connection_id", NULL, 0},
    {"provider_config_key", "provider_config_key", NULL, 0},
    {"provider", "provider", NULL, 0},
    {"errors", "errors", CONNECTION_PROBLEM, 0},
    {"end_user", "end_user", END_USER, 0},
    {"tags", "tags", NULL, 1},
    {"metadata", "metadata", NULL, 0},
    {"connection_config", "connection_config", NULL, 0},
    {"webhook_url_override", "webhook_url_override", NULL, 0},
    {"created_at", "created_at", NULL, 0},
    {"updated_at", "updated_at", NULL, 0},
    {"last_fetched_at", "last_fetched_at", NULL, 0},
    {"credentials", "credentials", NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field QUEUED_ACTION[] = {
    {"id", "id", NULL, 0},
    {"status_url", "statusUrl", NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field ENVIRONMENT_VARIABLE[] = {
    {"name", "name", NULL, 0},
    {"value", "value", NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field CONNECT_SESSION[] = {
    {"token", "token", NULL, 0},
    {"connect_link", "connect_link", NULL, 0},
    {"expires_at", "expires_at", NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field INTEGRATION[] = {
    {"unique_key", "unique_key", NULL, 0},
    {"provider", "provider", NULL, 0},
    {"display_name", "display_name", NULL, 0},
    {"logo", "logo", NULL, 0},
    {"forward_webhooks", "forward_webhooks", NULL, 0},
    {"created_at", "created_at", NULL, 0},
    {"updated_at", "updated_at", NULL, 0},
    {"webhook_url", "webhook_url", NULL, 0},
    {"credentials", "credentials", NULL, 0},
    {"credentials_label", "credentials_label", NULL, 1},
    {"preconfigured_credentials", "preconfigured_credentials", NULL, 0},
    {"preconfigured_connection_config", "preconfigured_connection_config", NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field RECORD_METADATA[] = {
    {"first_seen_at", "first_seen_at", NULL, 0},
    {"last_modified_at", "last_modified_at", NULL, 0},
    {"last_action", "last_action", NULL, 0},
    {"deleted_at", "deleted_at", NULL, 0},
    {"pruned_at", "pruned_at", NULL, 0},
    {"cursor", "cursor", NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field RECORD[] = {
    {"id", "id", NULL, 0},
    {"metadata", "_nango_metadata", RECORD_METADATA, 0},
    {"data", NULL, NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field PRUNED_RECORDS[] = {
    {"count", "count", NULL, 0},
    {"has_more", "has_more", NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field SYNC_RESULT[] = {
    {"added", "added", NULL, 0},
    {"updated", "updated", NULL, 0},
    {"deleted", "deleted", NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field SYNC[] = {
    {"id", "id", NULL, 0},
    {"name", "name", NULL, 0},
    {"variant", "variant", NULL, 0},
    {"connection_id", "connection_id", NULL, 0},
    {"status", "status", NULL, 0},
    {"type", "type", NULL, 0},
    {"frequency", "frequency", NULL, 0},
    {"finished_at", "finishedAt", NULL, 0},
    {"next_scheduled_at", "nextScheduledSyncAt", NULL, 0},
    {"latest_execution_status", "latestExecutionStatus", NULL, 0},
    {"latest_result", "latestResult", SYNC_RESULT, 1},
    {"record_count", "recordCount", NULL, 1},
    {"checkpoint", "checkpoint", NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field SYNC_FREQUENCY[] = {
    {"frequency", "frequency", NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field SYNC_VARIANT[] = {
    {"id", "id", NULL, 0},
    {"name", "name", NULL, 0},
    {"variant", "variant", NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field FUNCTION[] = {
    {"name", "name", NULL, 0},
    {"type", "type", NULL, 0},
    {"description", "description", NULL, 0},
    {"scopes", "scopes", NULL, 0},
    {"input", "input", NULL, 0},
    {"returns", "returns", NULL, 0},
    {"json_schema", "json_schema", NULL, 0},
    {"runs", "runs", NULL, 0},
    {"auto_start", "auto_start", NULL, 0},
    {"track_deletes", "track_deletes", NULL, 0},
    {"event", "event", NULL, 0},
    {"id", "id", NULL, 0},
    {"enabled", "enabled", NULL, 0},
    {"last_deployed", "last_deployed", NULL, 0},
    {"source", "source", NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field FUNCTION_CODE[] = {
    {"type", "type", NULL, 0},
    {"code", "code", NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field COMPILED_FUNCTION[] = {
    {"bundled_js", "bundled_js", NULL, 0},
    {"bundle_size_bytes", "bundle_size_bytes", NULL, 0},
    {"compiled_at", "compiled_at", NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field QUEUED_FUNCTION_RUN[] = {
    {"id", "id", NULL, 0},
    {"status", "status", NULL, 0},
    {"created_at", "created_at", NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field FUNCTION_DRY_RUN[] = {
    {"id", "id", NULL, 0},
    {"status", "status", NULL, 0},
    {"integration_id", "integration_id", NULL, 0},
    {"function_type", "function_type", NULL, 0},
    {"created_at", "created_at", NULL, 0},
    {"updated_at", "updated_at", NULL, 0},
    {"started_at", "started_at", NULL, 0},
    {"completed_at", "completed_at", NULL, 0},
    {"duration_ms", "duration_ms", NULL, 0},
    {"output", "output", NULL, 0},
    {"result", "result", NULL, 0},
    {"error", "error", NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field DEPLOYED_FUNCTION[] = {
    {"name", "name", NULL, 0},
    {"version", "version", NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field FUNCTION_DEPLOYMENT[] = {
    {"id", "id", NULL, 0},
    {"status", "status", NULL, 0},
    {"integration_id", "integration_id", NULL, 0},
    {"function_name", "function_name", NULL, 0},
    {"function_type", "function_type", NULL, 0},
    {"deployed", "deployed", NULL, 0},
    {"deployed_functions", "deployed_functions", DEPLOYED_FUNCTION, 0},
    {"output", "output", NULL, 0},
    {"error", "error", NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field PROVIDER[] = {
    {"name", "name", NULL, 0},
    {"display_name", "display_name", NULL, 0},
    {"auth_mode", "auth_mode", NULL, 0},
    {"categories", "categories", NULL, 0},
    {"docs", "docs", NULL, 0},
    {"logo_url", "logo_url", NULL, 0},
    {NULL, NULL, NULL, 0},
};

static const field WEBHOOK_SIGNING_KEY[] = {
    {"webhook_signing_key", "webhook_signing_key", NULL, 0},
    {NULL, NULL, NULL, 0},
};

/* Makes the call, and notes its result as JSON; false if it failed. */
static int make_operation(const nango_client *client, arguments *given, const nango_call_options *options,
                          download *result, nango_error **error) {
    const char *call = json_text(given->told, "call");
    if (strcmp(call, "create_connect_session") == 0) {
        static const char *const known[] = {
            "tags", "allowed_integrations", "integrations_config_defaults", "overrides",
            "webhook_url_override", "end_user", "organization",
            NULL,
        };
        nango_connect_sessions_create_params params = {0};
        check_arguments(given, known);
        params.tags = pairs_of(given, "tags", &params.tags_count);
        params.allowed_integrations = strings_of(given, "allowed_integrations", &params.allowed_integrations_count);
        params.integrations_config_defaults = raw_of(given, "integrations_config_defaults");
        params.overrides = raw_of(given, "overrides");
        params.webhook_url_override = text_of(given, "webhook_url_override");
        params.end_user = raw_of(given, "end_user");
        params.organization = raw_of(given, "organization");
        return add_response(result, nango_connect_sessions_create(client, &params, options, error), "data",
                            CONNECT_SESSION);
    }
    if (strcmp(call, "create_reconnect_session") == 0) {
        static const char *const known[] = {
            "connection_id", "integration_id", "tags", "integrations_config_defaults",
            "overrides", "webhook_url_override", "end_user", "organization",
            NULL,
        };
        nango_connect_sessions_reconnect_params params = {0};
        check_arguments(given, known);
        params.connection_id = text_of(given, "connection_id");
        params.integration_id = text_of(given, "integration_id");
        params.tags = pairs_of(given, "tags", &params.tags_count);
        params.integrations_config_defaults = raw_of(given, "integrations_config_defaults");
        params.overrides = raw_of(given, "overrides");
        params.webhook_url_override = text_of(given, "webhook_url_override");
        params.end_user = raw_of(given, "end_user");
        params.organization = raw_of(given, "organization");
        return add_response(result, nango_connect_sessions_reconnect(client, &params, options, error), "data",
                            CONNECT_SESSION);
    }
    if (strcmp(call, "list_connections") == 0) {
        static const char *const known[] = {
            "connection_id", "search", "integration_ids", "tags",
            "end_user_id", "end_user_organization_id", "limit",
            NULL,
        };
        nango_connections_list_params params = {0};
        check_arguments(given, known);
        params.connection_id = text_of(given, "connection_id");
        params.search = text_of(given, "search");
        params.integration_ids = strings_of(given, "integration_ids", &params.integration_ids_count);
        params.tags = pairs_of(given, "tags", &params.tags_count);
        params.end_user_id = text_of(given, "end_user_id");
        params.end_user_organization_id = text_of(given, "end_user_organization_id");
        params.limit = integer_of(given, "limit");
        return add_items(result, nango_connections_list(&params), LISTED_CONNECTION, client, options, error);
    }
    if (strcmp(call, "import_connection") == 0) {
        static const char *const known[] = {
            "provider_config_key", "credentials", "connection_id", "metadata",
            "connection_config", "webhook_url_override", "tags", "end_user",
            NULL,
        };
        nango_connections_import_params params = {0};
        check_arguments(given, known);
        params.provider_config_key = text_of(given, "provider_config_key");
        params.credentials = raw_of(given, "credentials");
        params.connection_id = text_of(given, "connection_id");
        params.metadata = raw_of(given, "metadata");
        params.connection_config = raw_of(given, "connection_config");
        params.webhook_url_override = text_of(given, "webhook_url_override");
        params.tags = pairs_of(given, "tags", &params.tags_count);
        params.end_user = raw_of(given, "end_user");
        return add_response(result, nango_connections_import(client, &params, options, error), "", IMPORTED_CONNECTION);
    }
    if (strcmp(call, "update_connection") == 0) {
        static const char *const known[] = {
            "connection_id", "provider_config_key", "tags", "end_user",
            "webhook_url_override",
            NULL,
        };
        nango_connections_update_params params = {0};
        check_arguments(given, known);
        params.connection_id = text_of(given, "connection_id");
        params.provider_config_key = text_of(given, "provider_config_key");
        params.tags = pairs_of(given, "tags", &params.tags_count);
        params.end_user = raw_of(given, "end_user");
        params.webhook_url_override = text_of(given, "webhook_url_override");
        return add_response(result, nango_connections_update(client, &params, options, error), NULL, NULL);
    }
    if (strcmp(call, "delete_connection") == 0) {
        static const char *const known[] = {
            "connection_id", "provider_config_key",
            NULL,
        };
        nango_connections_delete_params params = {0};
        check_arguments(given, known);
        params.connection_id = text_of(given, "connection_id");
        params.provider_config_key = text_of(given, "provider_config_key");
        return add_response(result, nango_connections_delete(client, &params, options, error), NULL, NULL);
    }
    if (strcmp(call, "set_metadata") == 0) {
        static const char *const known[] = {
            "provider_config_key", "connection_ids", "metadata",
            NULL,
        };
        nango_connections_set_metadata_params params = {0};
        check_arguments(given, known);
        params.provider_config_key = text_of(given, "provider_config_key");
        params.connection_ids = strings_of(given, "connection_ids", &params.connection_ids_count);
        params.metadata = raw_of(given, "metadata");
        return add_response(result, nango_connections_set_metadata(client, &params, options, error), NULL, NULL);
    }
    if (strcmp(call, "update_metadata") == 0) {
        static const char *const known[] = {
            "provider_config_key", "connection_ids", "metadata",
            NULL,
        };
        nango_connections_update_metadata_params params = {0};
        check_arguments(given, known);
        params.provider_config_key = text_of(given, "provider_config_key");
        params.connection_ids = strings_of(given, "connection_ids", &params.connection_ids_count);
        params.metadata = raw_of(given, "metadata");
        return add_response(result, nango_connections_update_metadata(client, &params, options, error), NULL, NULL);
    }
    if (strcmp(call, "wait_for_connection") == 0) {
        static const char *const known[] = {
            "provider_config_key", "connection_id", "tags", "end_user_id",
            NULL,
        };
        nango_connections_wait_for_params params = {0};
        check_arguments(given, known);
        params.provider_config_key = text_of(given, "provider_config_key");
        params.connection_id = text_of(given, "connection_id");
        params.tags = pairs_of(given, "tags", &params.tags_count);
        params.end_user_id = text_of(given, "end_user_id");
        return add_response(result, nango_connections_wait_for(client, &params, options, error), "connections/0",
                            LISTED_CONNECTION);
    }
    if (strcmp(call, "list_integrations") == 0) {
        static const char *const known[] = {NULL};
        check_arguments(given, known);
        return add_response(result, nango_integrations_list(client, options, error), "data", INTEGRATION);
    }
    if (strcmp(call, "get_integration") == 0) {
        static const char *const known[] = {
            "unique_key", "include",
            NULL,
        };
        nango_integrations_get_params params = {0};
        check_arguments(given, known);
        params.unique_key = text_of(given, "unique_key");
        params.include = strings_of(given, "include", &params.include_count);
        return add_response(result, nango_integrations_get(client, &params, options, error), "data", INTEGRATION);
    }
    if (strcmp(call, "create_integration") == 0) {
        static const char *const known[] = {
            "provider", "unique_key", "display_name", "credentials",
            "forward_webhooks", "integration_config", "custom",
            NULL,
        };
        nango_integrations_create_params params = {0};
        check_arguments(given, known);
        params.provider = text_of(given, "provider");
        params.unique_key = text_of(given, "unique_key");
        params.display_name = text_of(given, "display_name");
        params.credentials = raw_of(given, "credentials");
        params.forward_webhooks = boolean_of(given, "forward_webhooks");
        params.integration_config = pairs_of(given, "integration_config", &params.integration_config_count);
        params.custom = pairs_of(given, "custom", &params.custom_count);
        return add_response(result, nango_integrations_create(client, &params, options, error), "data", INTEGRATION);
    }
    if (strcmp(call, "create_quickstart_integration") == 0) {
        static const char *const known[] = {
            "provider", "unique_key", "display_name", "forward_webhooks",
            NULL,
        };
        nango_integrations_create_quickstart_params params = {0};
        check_arguments(given, known);
        params.provider = text_of(given, "provider");
        params.unique_key = text_of(given, "unique_key");
        params.display_name = text_of(given, "display_name");
        params.forward_webhooks = boolean_of(given, "forward_webhooks");
        return add_response(result, nango_integrations_create_quickstart(client, &params, options, error), "data",
                            INTEGRATION);
    }
    if (strcmp(call, "update_integration") == 0) {
        static const char *const known[] = {
            "unique_key", "new_unique_key", "display_name", "credentials",
            "forward_webhooks", "integration_config", "custom",
            NULL,
        };
        nango_integrations_update_params params = {0};
        check_arguments(given, known);
        params.unique_key = text_of(given, "unique_key");
        params.new_unique_key = text_of(given, "new_unique_key");
        params.display_name = text_of(given, "display_name");
        params.credentials = raw_of(given, "credentials");
        params.forward_webhooks = boolean_of(given, "forward_webhooks");
        params.integration_config = pairs_of(given, "integration_config", &params.integration_config_count);
        params.custom = pairs_of(given, "custom", &params.custom_count);
        return add_response(result, nango_integrations_update(client, &params, options, error), "data", INTEGRATION);
    }
    if (strcmp(call, "delete_integration") == 0) {
        static const char *const known[] = {
            "unique_key",
            NULL,
        };
        nango_integrations_delete_params params = {0};
        check_arguments(given, known);
        params.unique_key = text_of(given, "unique_key");
        return add_response(result, nango_integrations_delete(client, &params, options, error), NULL, NULL);
    }
    if (strcmp(call, "list_records") == 0) {
        static const char *const known[] = {
            "connection_id", "provider_config_key", "model", "cursor",
            "modified_after", "filter", "ids", "variant",
            "limit",
            NULL,
        };
        nango_records_list_params params = {0};
        check_arguments(given, known);
        params.connection_id = text_of(given, "connection_id");
        params.provider_config_key = text_of(given, "provider_config_key");
        params.model = text_of(given, "model");
        params.cursor = text_of(given, "cursor");
        params.modified_after = text_of(given, "modified_after");
        params.filter = strings_of(given, "filter", &params.filter_count);
        params.ids = strings_of(given, "ids", &params.ids_count);
        params.variant = text_of(given, "variant");
        params.limit = integer_of(given, "limit");
        return add_items(result, nango_records_list(&params), RECORD, client, options, error);
    }
    if (strcmp(call, "prune_records") == 0) {
        static const char *const known[] = {
            "connection_id", "provider_config_key", "model", "until_cursor",
            "variant", "limit",
            NULL,
        };
        nango_records_prune_params params = {0};
        check_arguments(given, known);
        params.connection_id = text_of(given, "connection_id");
        params.provider_config_key = text_of(given, "provider_config_key");
        params.model = text_of(given, "model");
        params.until_cursor = text_of(given, "until_cursor");
        params.variant = text_of(given, "variant");
        params.limit = integer_of(given, "limit");
        return add_response(result, nango_records_prune(client, &params, options, error), "", PRUNED_RECORDS);
    }
    if (strcmp(call, "trigger_action") == 0) {
        static const char *const known[] = {
            "connection_id", "provider_config_key", "action_name", "input",
            "max_retries",
            NULL,
        };
        nango_actions_trigger_params params = {0};
        check_arguments(given, known);
        params.connection_id = text_of(given, "connection_id");
        params.provider_config_key = text_of(given, "provider_config_key");
        params.action_name = text_of(given, "action_name");
        params.input = raw_of(given, "input");
        params.max_retries = integer_of(given, "max_retries");
        return add_response(result, nango_actions_trigger(client, &params, options, error), "", NULL);
    }
    if (strcmp(call, "trigger_action_async") == 0) {
        static const char *const known[] = {
            "connection_id", "provider_config_key", "action_name", "input",
            "max_retries",
            NULL,
        };
        nango_actions_trigger_async_params params = {0};
        check_arguments(given, known);
        params.connection_id = text_of(given, "connection_id");
        params.provider_config_key = text_of(given, "provider_config_key");
        params.action_name = text_of(given, "action_name");
        params.input = raw_of(given, "input");
        params.max_retries = integer_of(given, "max_retries");
        return add_response(result, nango_actions_trigger_async(client, &params, options, error), "", QUEUED_ACTION);
    }
    if (strcmp(call, "get_action_result") == 0) {
        static const char *const known[] = {
            "id",
            NULL,
        };
        nango_actions_result_params params = {0};
        check_arguments(given, known);
        params.id = text_of(given, "id");
        return add_response(result, nango_actions_result(client, &params, options, error), "", NULL);
    }
    if (strcmp(call, "wait_for_action_result") == 0) {
        static const char *const known[] = {
            "id",
            NULL,
        };
        nango_actions_wait_for_result_params params = {0};
        check_arguments(given, known);
        params.id = text_of(given, "id");
        return add_response(result, nango_actions_wait_for_result(client, &params, options, error), "", NULL);
    }
    if (strcmp(call, "trigger_sync") == 0) {
        static const char *const known[] = {
            "provider_config_key", "syncs", "connection_id", "opts",
            "sync_mode",
            NULL,
        };
        nango_syncs_trigger_params params = {0};
        check_arguments(given, known);
        params.provider_config_key = text_of(given, "provider_config_key");
        params.syncs = strings_of(given, "syncs", &params.syncs_count);
        params.connection_id = text_of(given, "connection_id");
        params.opts = raw_of(given, "opts");
        params.sync_mode = text_of(given, "sync_mode");
        return add_response(result, nango_syncs_trigger(client, &params, options, error), NULL, NULL);
    }
    if (strcmp(call, "start_sync") == 0) {
        static const char *const known[] = {
            "provider_config_key", "syncs", "connection_id",
            NULL,
        };
        nango_syncs_start_params params = {0};
        check_arguments(given, known);
        params.provider_config_key = text_of(given, "provider_config_key");
        params.syncs = strings_of(given, "syncs", &params.syncs_count);
        params.connection_id = text_of(given, "connection_id");
        return add_response(result, nango_syncs_start(client, &params, options, error), NULL, NULL);
    }
    if (strcmp(call, "pause_sync") == 0) {
        static const char *const known[] = {
            "provider_config_key", "syncs", "connection_id",
            NULL,
        };
        nango_syncs_pause_params params = {0};
        check_arguments(given, known);
        params.provider_config_key = text_of(given, "provider_config_key");
        params.syncs = strings_of(given, "syncs", &params.syncs_count);
        params.connection_id = text_of(given, "connection_id");
        return add_response(result, nango_syncs_pause(client, &params, options, error), NULL, NULL);
    }
    if (strcmp(call, "sync_status") == 0) {
        static const char *const known[] = {
            "provider_config_key", "syncs", "connection_id",
            NULL,
        };
        nango_syncs_status_params params = {0};
        check_arguments(given, known);
        params.provider_config_key = text_of(given, "provider_config_key");
        params.syncs = strings_of(given, "syncs", &params.syncs_count);
        params.connection_id = text_of(given, "connection_id");
        return add_response(result, nango_syncs_status(client, &params, options, error), "syncs", SYNC);
    }
    if (strcmp(call, "update_sync_frequency") == 0) {
        static const char *const known[] = {
            "provider_config_key", "connection_id", "sync_name", "frequency",
            "sync_variant",
            NULL,
        };
        nango_syncs_update_frequency_params params = {0};
        check_arguments(given, known);
        params.provider_config_key = text_of(given, "provider_config_key");
        params.connection_id = text_of(given, "connection_id");
        params.sync_name = text_of(given, "sync_name");
        params.frequency = text_of(given, "frequency");
        params.sync_variant = text_of(given, "sync_variant");
        return add_response(result, nango_syncs_update_frequency(client, &params, options, error), "", SYNC_FREQUENCY);
    }
    if (strcmp(call, "reset_sync_frequency") == 0) {
        static const char *const known[] = {
            "provider_config_key", "connection_id", "sync_name", "sync_variant",
            NULL,
        };
        nango_syncs_reset_frequency_params params = {0};
        check_arguments(given, known);
        params.provider_config_key = text_of(given, "provider_config_key");
        params.connection_id = text_of(given, "connection_id");
        params.sync_name = text_of(given, "sync_name");
        params.sync_variant = text_of(given, "sync_variant");
        return add_response(result, nango_syncs_reset_frequency(client, &params, options, error), "", SYNC_FREQUENCY);
    }
    if (strcmp(call, "create_sync_variant") == 0) {
        static const char *const known[] = {
            "name", "variant", "provider_config_key", "connection_id",
            NULL,
        };
        nango_syncs_create_variant_params params = {0};
        check_arguments(given, known);
        params.name = text_of(given, "name");
        params.variant = text_of(given, "variant");
        params.provider_config_key = text_of(given, "provider_config_key");
        params.connection_id = text_of(given, "connection_id");
        return add_response(result, nango_syncs_create_variant(client, &params, options, error), "", SYNC_VARIANT);
    }
    if (strcmp(call, "delete_sync_variant") == 0) {
        static const char *const known[] = {
            "name", "variant", "provider_config_key", "connection_id",
            NULL,
        };
        nango_syncs_delete_variant_params params = {0};
        check_arguments(given, known);
        params.name = text_of(given, "name");
        params.variant = text_of(given, "variant");
        params.provider_config_key = text_of(given, "provider_config_key");
        params.connection_id = text_of(given, "connection_id");
        return add_response(result, nango_syncs_delete_variant(client, &params, options, error), NULL, NULL);
    }
    if (strcmp(call, "list_functions") == 0) {
        static const char *const known[] = {
            "unique_key", "function_type", "search", "limit",
            NULL,
        };
        nango_functions_list_params params = {0};
        check_arguments(given, known);
        params.unique_key = text_of(given, "unique_key");
        params.function_type = text_of(given, "function_type");
        params.search = text_of(given, "search");
        params.limit = integer_of(given, "limit");
        return add_items(result, nango_functions_list(&params), FUNCTION, client, options, error);
    }
    if (strcmp(call, "get_function") == 0) {
        static const char *const known[] = {
            "unique_key", "name", "function_type",
            NULL,
        };
        nango_functions_get_params params = {0};
        check_arguments(given, known);
        params.unique_key = text_of(given, "unique_key");
        params.name = text_of(given, "name");
        params.function_type = text_of(given, "function_type");
        return add_response(result, nango_functions_get(client, &params, options, error), "data", FUNCTION);
    }
    if (strcmp(call, "get_function_code") == 0) {
        static const char *const known[] = {
            "unique_key", "name", "function_type",
            NULL,
        };
        nango_functions_get_code_params params = {0};
        check_arguments(given, known);
        params.unique_key = text_of(given, "unique_key");
        params.name = text_of(given, "name");
        params.function_type = text_of(given, "function_type");
        return add_response(result, nango_functions_get_code(client, &params, options, error), "", FUNCTION_CODE);
    }
    if (strcmp(call, "delete_function") == 0) {
        static const char *const known[] = {
            "unique_key", "name", "function_type",
            NULL,
        };
        nango_functions_delete_params params = {0};
        check_arguments(given, known);
        params.unique_key = text_of(given, "unique_key");
        params.name = text_of(given, "name");
        params.function_type = text_of(given, "function_type");
        return add_response(result, nango_functions_delete(client, &params, options, error), NULL, NULL);
    }
    if (strcmp(call, "get_scripts_config") == 0) {
        static const char *const known[] = {
            "format",
            NULL,
        };
        nango_functions_scripts_config_params params = {0};
        check_arguments(given, known);
        params.format = text_of(given, "format");
        return add_response(result, nango_functions_scripts_config(client, &params, options, error), "", NULL);
    }
    if (strcmp(call, "compile_function") == 0) {
        static const char *const known[] = {
            "code",
            NULL,
        };
        nango_functions_compile_params params = {0};
        check_arguments(given, known);
        params.code = text_of(given, "code");
        return add_response(result, nango_functions_compile(client, &params, options, error), "", COMPILED_FUNCTION);
    }
    if (strcmp(call, "start_function_dry_run") == 0) {
        static const char *const known[] = {
            "integration_id", "function_type", "code", "connection_id",
            "input", "metadata", "checkpoint", "last_sync_date",
            NULL,
        };
        nango_functions_start_dry_run_params params = {0};
        check_arguments(given, known);
        params.integration_id = text_of(given, "integration_id");
        params.function_type = text_of(given, "function_type");
        params.code = text_of(given, "code");
        params.connection_id = text_of(given, "connection_id");
        params.input = raw_of(given, "input");
        params.metadata = raw_of(given, "metadata");
        params.checkpoint = raw_of(given, "checkpoint");
        params.last_sync_date = text_of(given, "last_sync_date");
        return add_response(result, nango_functions_start_dry_run(client, &params, options, error), "",
                            QUEUED_FUNCTION_RUN);
    }
    if (strcmp(call, "get_function_dry_run") == 0) {
        static const char *const known[] = {
            "id",
            NULL,
        };
        nango_functions_get_dry_run_params params = {0};
        check_arguments(given, known);
        params.id = text_of(given, "id");
        return add_response(result, nango_functions_get_dry_run(client, &params, options, error), "", FUNCTION_DRY_RUN);
    }
    if (strcmp(call, "deploy_function") == 0) {
        static const char *const known[] = {
            "integration_id", "function_name", "function_type", "code",
            "version", "allow_destructive",
            NULL,
        };
        nango_functions_deploy_params params = {0};
        check_arguments(given, known);
        params.integration_id = text_of(given, "integration_id");
        params.function_name = text_of(given, "function_name");
        params.function_type = text_of(given, "function_type");
        params.code = text_of(given, "code");
        params.version = text_of(given, "version");
        params.allow_destructive = boolean_of(given, "allow_destructive");
        return add_response(result, nango_functions_deploy(client, &params, options, error), "", QUEUED_FUNCTION_RUN);
    }
    if (strcmp(call, "deploy_function_template") == 0) {
        static const char *const known[] = {
            "integration_id", "template", "function_type",
            NULL,
        };
        nango_functions_deploy_template_params params = {0};
        check_arguments(given, known);
        params.integration_id = text_of(given, "integration_id");
        params.template_ = text_of(given, "template");
        params.function_type = text_of(given, "function_type");
        return add_response(result, nango_functions_deploy_template(client, &params, options, error), "",
                            QUEUED_FUNCTION_RUN);
    }
    if (strcmp(call, "get_function_deployment") == 0) {
        static const char *const known[] = {
            "id",
            NULL,
        };
        nango_functions_get_deployment_params params = {0};
        check_arguments(given, known);
        params.id = text_of(given, "id");
        return add_response(result, nango_functions_get_deployment(client, &params, options, error), "",
                            FUNCTION_DEPLOYMENT);
    }
    if (strcmp(call, "list_providers") == 0) {
        static const char *const known[] = {
            "search",
            NULL,
        };
        nango_providers_list_params params = {0};
        check_arguments(given, known);
        params.search = text_of(given, "search");
        return add_response(result, nango_providers_list(client, &params, options, error), "data", PROVIDER);
    }
    if (strcmp(call, "get_provider") == 0) {
        static const char *const known[] = {
            "provider",
            NULL,
        };
        nango_providers_get_params params = {0};
        check_arguments(given, known);
        params.provider = text_of(given, "provider");
        return add_response(result, nango_providers_get(client, &params, options, error), "data", PROVIDER);
    }
    if (strcmp(call, "list_provider_templates") == 0) {
        static const char *const known[] = {
            "provider",
            NULL,
        };
        nango_providers_list_templates_params params = {0};
        check_arguments(given, known);
        params.provider = text_of(given, "provider");
        return add_response(result, nango_providers_list_templates(client, &params, options, error), "data", FUNCTION);
    }
    if (strcmp(call, "list_environment_variables") == 0) {
        static const char *const known[] = {NULL};
        check_arguments(given, known);
        return add_response(result, nango_environment_list_variables(client, options, error), "", ENVIRONMENT_VARIABLE);
    }
    if (strcmp(call, "rotate_webhook_signing_key") == 0) {
        static const char *const known[] = {NULL};
        check_arguments(given, known);
        return add_response(result, nango_environment_rotate_webhook_signing_key(client, options, error), "data",
                            WEBHOOK_SIGNING_KEY);
    }
    json_stop("no such operation", call);
    return 0;
}

#endif
