/*
 * The functions of nango.h that have the same shape, so that a test can call them one after another, and the line that
 * scripts/check_complete.py reads to see that none was left out.
 */
#ifndef FUNCTIONS_H
#define FUNCTIONS_H

#include <nango.h>
#include <stdio.h>

#define ENTRY(function) {#function, function}
#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static inline void tested(const char *function, const char *parameter) {
    printf("tested %s %s\n", function, parameter);
}

static const struct {
    const char *name;
    const char *(*get)(const nango_connection *);
} connection_texts[] = {
    ENTRY(nango_connection_connection_id),
    ENTRY(nango_connection_provider_config_key),
    ENTRY(nango_connection_provider),
    ENTRY(nango_connection_created_at),
    ENTRY(nango_connection_updated_at),
    ENTRY(nango_connection_last_fetched_at),
    ENTRY(nango_connection_webhook_url_override),
    ENTRY(nango_connection_metadata_json),
    ENTRY(nango_connection_connection_config_json),
    ENTRY(nango_connection_tags_json),
    ENTRY(nango_connection_end_user_json),
    ENTRY(nango_connection_errors_json),
    ENTRY(nango_connection_json),
    ENTRY(nango_connection_auth_mode_name),
    ENTRY(nango_connection_token),
    ENTRY(nango_connection_access_token),
    ENTRY(nango_connection_refresh_token),
    ENTRY(nango_connection_oauth_token),
    ENTRY(nango_connection_oauth_token_secret),
    ENTRY(nango_connection_api_key),
    ENTRY(nango_connection_username),
    ENTRY(nango_connection_password),
    ENTRY(nango_connection_credentials_json),
    ENTRY(nango_connection_raw_json),
    ENTRY(nango_connection_expires_at),
};

static const struct {
    const char *name;
    const char *(*get)(const nango_error *);
} error_texts[] = {
    ENTRY(nango_error_message),
    ENTRY(nango_error_code),
    ENTRY(nango_error_server_message),
    ENTRY(nango_error_body),
};

static const struct {
    const char *name;
    int32_t (*get)(const nango_error *);
    int32_t absent;
} error_numbers[] = {
    {"nango_error_get_kind", nango_error_get_kind, NANGO_ERROR_NONE},
    {"nango_error_http_status", nango_error_http_status, 0},
    {"nango_error_attempts", nango_error_attempts, 0},
    {"nango_error_is_retryable", nango_error_is_retryable, 0},
};

static const struct {
    const char *name;
    int32_t (*get)(const nango_connection *, int64_t *);
    const char *result;
} connection_stored_numbers[] = {
    {"nango_connection_account_id", nango_connection_account_id, "account_id"},
    {"nango_connection_expires_at_ms", nango_connection_expires_at_ms, "unix_ms"},
};

/* The argument is a name of what "oauth2" of the test server has. */
static const struct {
    const char *name;
    const char *(*get)(const nango_connection *, const char *);
    const char *parameter;
    const char *argument;
} look_ups[] = {
    {"nango_connection_get_string", nango_connection_get_string, "json_pointer", "/metadata/plan"},
    {"nango_connection_get_json", nango_connection_get_json, "json_pointer", "/metadata/plan"},
    {"nango_connection_credential", nango_connection_credential, "name", "client_id"},
};

static const struct {
    const char *name;
    const char *(*get)(nango_response *, const char *);
} response_look_ups[] = {
    ENTRY(nango_response_get_string),
    ENTRY(nango_response_get_json),
};

static const struct {
    const char *name;
    void (*set)(nango_request *, const char *, const char *);
} request_pair_setters[] = {
    ENTRY(nango_request_set_path_parameter),
    ENTRY(nango_request_add_query),
    ENTRY(nango_request_add_header),
};

static const struct {
    const char *name;
    const char *(*get)(const nango_value *);
} value_texts[] = {
    ENTRY(nango_value_string),
    ENTRY(nango_value_json),
};

static const struct {
    const char *name;
    int32_t (*get)(const nango_value *);
} value_numbers[] = {
    ENTRY(nango_value_get_type),
    ENTRY(nango_value_bool),
};

/* `setting` is what an error calls the parameter. */
static const struct {
    const char *name;
    void (*set)(nango_client_options *, const char *);
    const char *parameter;
    const char *setting;
} text_setters[] = {
    {"nango_client_options_set_secret_key", nango_client_options_set_secret_key, "secret_key", "secret_key"},
    {"nango_client_options_set_base_url", nango_client_options_set_base_url, "url", "base_url"},
    {"nango_client_options_set_http_proxy", nango_client_options_set_http_proxy, "url", "http_proxy"},
    {"nango_client_options_set_ca_file", nango_client_options_set_ca_file, "pem_path", "ca_file"},
    {"nango_client_options_set_user_agent", nango_client_options_set_user_agent, "product", "user_agent"},
};

#endif
