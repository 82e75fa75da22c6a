/*
 * Every accessor of a connection, a response and an error, by the names of the format.
 */
#ifndef CONFORMANCE_ACCESSORS_H
#define CONFORMANCE_ACCESSORS_H

#include <nango.h>

#include "table.h"

typedef struct {
    const char *name;
    const char *(*get)(const nango_connection *connection);
} connection_text;

static const connection_text CONNECTION_TEXTS[] = {
    {"connection_id", nango_connection_connection_id},
    {"provider_config_key", nango_connection_provider_config_key},
    {"provider", nango_connection_provider},
    {"created_at", nango_connection_created_at},
    {"updated_at", nango_connection_updated_at},
    {"last_fetched_at", nango_connection_last_fetched_at},
    {"webhook_url_override", nango_connection_webhook_url_override},
    {"metadata_json", nango_connection_metadata_json},
    {"connection_config_json", nango_connection_connection_config_json},
    {"tags_json", nango_connection_tags_json},
    {"end_user_json", nango_connection_end_user_json},
    {"errors_json", nango_connection_errors_json},
    {"json", nango_connection_json},
    {"auth_mode_name", nango_connection_auth_mode_name},
    {"token", nango_connection_token},
    {"access_token", nango_connection_access_token},
    {"refresh_token", nango_connection_refresh_token},
    {"oauth_token", nango_connection_oauth_token},
    {"oauth_token_secret", nango_connection_oauth_token_secret},
    {"api_key", nango_connection_api_key},
    {"username", nango_connection_username},
    {"password", nango_connection_password},
    {"credentials_json", nango_connection_credentials_json},
    {"raw_json", nango_connection_raw_json},
    {"expires_at", nango_connection_expires_at},
};

typedef struct {
    const char *name;
    const char *(*get)(const nango_connection *connection, const char *argument);
} connection_look_up;

static const connection_look_up CONNECTION_LOOK_UPS[] = {
    {"credential", nango_connection_credential},
    {"get_string", nango_connection_get_string},
    {"get_json", nango_connection_get_json},
};

static const char *header(nango_response *response, const char *name) {
    return nango_response_header(response, name);
}

typedef struct {
    const char *name;
    const char *(*get)(nango_response *response, const char *argument);
} response_look_up;

static const response_look_up RESPONSE_LOOK_UPS[] = {
    {"header", header},
    {"get_string", nango_response_get_string},
    {"get_json", nango_response_get_json},
};

typedef struct {
    const char *name;
    const char *(*get)(const nango_error *error);
} error_text;

static const error_text ERROR_TEXTS[] = {
    {"code", nango_error_code},
    {"server_message", nango_error_server_message},
    {"body", nango_error_body},
};

static value connection_field(const nango_connection *connection, const char *name) {
    int64_t integer = 0;
    int32_t present;
    size_t i;
    for (i = 0; i < COUNT(CONNECTION_TEXTS); i++)
        if (strcmp(name, CONNECTION_TEXTS[i].name) == 0)
            return text(CONNECTION_TEXTS[i].get(connection));
    if (strcmp(name, "id") == 0)
        return number(nango_connection_id(connection));
    if (strcmp(name, "auth_mode") == 0)
        return number(nango_connection_auth_mode(connection));
    if (strcmp(name, "account_id") == 0) {
        present = nango_connection_account_id(connection, &integer);
        return optional_number(present, integer);
    }
    if (strcmp(name, "expires_at_ms") == 0) {
        present = nango_connection_expires_at_ms(connection, &integer);
        return optional_number(present, integer);
    }
    stop("no such accessor of a connection", name);
    return text(NULL);
}

/* `body` is what was taken of the response. */
static value response_field(const nango_response *response, value body, const char *name) {
    if (strcmp(name, "status") == 0)
        return number(nango_response_status(response));
    if (strcmp(name, "header_count") == 0)
        return number((int64_t)nango_response_header_count(response));
    if (strcmp(name, "body") == 0)
        return body;
    stop("no such accessor of a response", name);
    return text(NULL);
}

static value error_field(const nango_error *error, const char *name, const value *expected) {
    size_t i;
    for (i = 0; i < COUNT(ERROR_TEXTS); i++)
        if (strcmp(name, ERROR_TEXTS[i].name) == 0)
            return text(ERROR_TEXTS[i].get(error));
    if (strcmp(name, "kind") == 0)
        return number(nango_error_get_kind(error));
    if (strcmp(name, "kind_name") == 0)
        return text(nango_error_kind_name(nango_error_get_kind(error)));
    if (strcmp(name, "http_status") == 0)
        return number(nango_error_http_status(error));
    if (strcmp(name, "retry_after_ms") == 0)
        return number(nango_error_retry_after_ms(error));
    if (strcmp(name, "attempts") == 0)
        return number(nango_error_attempts(error));
    if (strcmp(name, "is_retryable") == 0)
        return number(nango_error_is_retryable(error));
    if (strcmp(name, "message_contains") == 0) {
        const char *message = nango_error_message(error);
        int contains = message != NULL && expected->type == TEXT && strstr(message, expected->text) != NULL;
        return contains ? *expected : text(message);
    }
    stop("no such field of an error", name);
    return text(NULL);
}

static value looked_up_in_connection(const nango_connection *connection, const char *function, const char *argument) {
    size_t i;
    for (i = 0; i < COUNT(CONNECTION_LOOK_UPS); i++)
        if (strcmp(function, CONNECTION_LOOK_UPS[i].name) == 0)
            return text(CONNECTION_LOOK_UPS[i].get(connection, argument));
    stop("no such look-up in a connection", function);
    return text(NULL);
}

static value looked_up_in_response(nango_response *response, const char *function, const char *argument) {
    size_t i;
    for (i = 0; i < COUNT(RESPONSE_LOOK_UPS); i++)
        if (strcmp(function, RESPONSE_LOOK_UPS[i].name) == 0)
            return text(RESPONSE_LOOK_UPS[i].get(response, argument));
    stop("no such look-up in a response", function);
    return text(NULL);
}

#endif
