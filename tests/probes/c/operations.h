/*
 * Every model with its fields, and every operation by its name.
 *
 * Generated from api/operations.json: do not edit.
 */
#ifndef PROBE_OPERATIONS_H
#define PROBE_OPERATIONS_H

#include "results.h"

static const field CONNECTION_ERROR[] = {
    {"type", "type", NULL},
    {"log_id", "log_id", NULL},
    {NULL, NULL, NULL},
};

static const field ORGANIZATION[] = {
    {"id", "id", NULL},
    {"display_name", "display_name", NULL},
    {NULL, NULL, NULL},
};

static const field END_USER[] = {
    {"id", "id", NULL},
    {"display_name", "display_name", NULL},
    {"email", "email", NULL},
    {"tags", "tags", NULL},
    {"organization", "organization", ORGANIZATION},
    {NULL, NULL, NULL},
};

static const field LISTED_CONNECTION[] = {
    {"id", "id", NULL},
    {"connection_id", "connection_id", NULL},
    {"provider_config_key", "provider_config_key", NULL},
    {"provider", "provider", NULL},
    {"errors", "errors", CONNECTION_ERROR},
    {"end_user", "end_user", END_USER},
    {"tags", "tags", NULL},
    {"metadata", "metadata", NULL},
    {"created", "created", NULL},
    {NULL, NULL, NULL},
};

static const field IMPORTED_CONNECTION[] = {
    {"id", "id", NULL},
    {"connection_id", "connection_id", NULL},
    {"provider_config_key", "provider_config_key", NULL},
    {"provider", "provider", NULL},
    {"errors", "errors", CONNECTION_ERROR},
    {"end_user", "end_user", END_USER},
    {"tags", "tags", NULL},
    {"metadata", "metadata", NULL},
    {"connection_config", "connection_config", NULL},
    {"webhook_url_override", "webhook_url_override", NULL},
    {"created_at", "created_at", NULL},
    {"updated_at", "updated_at", NULL},
    {"last_fetched_at", "last_fetched_at", NULL},
    {"credentials", "credentials", NULL},
    {NULL, NULL, NULL},
};

static const field QUEUED_ACTION[] = {
    {"id", "id", NULL},
    {"status_url", "statusUrl", NULL},
    {NULL, NULL, NULL},
};

static const field ENVIRONMENT_VARIABLE[] = {
    {"name", "name", NULL},
    {"value", "value", NULL},
    {NULL, NULL, NULL},
};

/* Makes the call, and notes its result as JSON; false if it failed. */
static int make_operation(const nango_client *client, arguments *given, const nango_call_options *options,
                          download *result, nango_error **error) {
    const char *call = json_text(given->told, "call");
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
        return add_response(result, nango_connections_import(client, &params, options, error), 0, IMPORTED_CONNECTION);
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
        return add_response(result, nango_connections_update(client, &params, options, error), 1, NULL);
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
        return add_response(result, nango_connections_delete(client, &params, options, error), 1, NULL);
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
        return add_response(result, nango_connections_set_metadata(client, &params, options, error), 1, NULL);
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
        return add_response(result, nango_connections_update_metadata(client, &params, options, error), 1, NULL);
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
        return add_response(result, nango_actions_trigger(client, &params, options, error), 0, NULL);
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
        return add_response(result, nango_actions_trigger_async(client, &params, options, error), 0, QUEUED_ACTION);
    }
    if (strcmp(call, "get_action_result") == 0) {
        static const char *const known[] = {
            "id",
            NULL,
        };
        nango_actions_result_params params = {0};
        check_arguments(given, known);
        params.id = text_of(given, "id");
        return add_response(result, nango_actions_result(client, &params, options, error), 0, NULL);
    }
    if (strcmp(call, "list_environment_variables") == 0) {
        static const char *const known[] = {NULL};
        check_arguments(given, known);
        return add_response(result, nango_environment_list_variables(client, options, error), 0, ENVIRONMENT_VARIABLE);
    }
    json_stop("no such operation", call);
    return 0;
}

#endif
