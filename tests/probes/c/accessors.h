/*
 * Every accessor of a connection, a response and an error by its name, printed as JSON.
 */
#ifndef PROBE_ACCESSORS_H
#define PROBE_ACCESSORS_H

#include <nango.h>

#include "bytes.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const struct {
    const char *name;
    const char *(*get)(const nango_connection *connection);
} CONNECTION_TEXTS[] = {
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

static const struct {
    const char *name;
    const char *(*get)(const nango_connection *connection, const char *argument);
} CONNECTION_LOOK_UPS[] = {
    {"credential", nango_connection_credential},
    {"get_string", nango_connection_get_string},
    {"get_json", nango_connection_get_json},
};

static const char *header(nango_response *response, const char *name) { return nango_response_header(response, name); }

static const struct {
    const char *name;
    const char *(*get)(nango_response *response, const char *argument);
} RESPONSE_LOOK_UPS[] = {
    {"header", header},
    {"get_string", nango_response_get_string},
    {"get_json", nango_response_get_json},
};

static const struct {
    const char *name;
    const char *(*get)(const nango_error *error);
} ERROR_TEXTS[] = {
    {"code", nango_error_code},
    {"server_message", nango_error_server_message},
    {"body", nango_error_body},
    {"message", nango_error_message},
};

static void print_optional_number(const char *name, int32_t present, int64_t number) {
    if (present)
        printf(",\"%s\":%" PRId64, name, number);
    else
        printf(",\"%s\":null", name);
}

static void print_connection(const nango_connection *connection) {
    int64_t number = 0;
    int32_t present;
    size_t i;
    printf("\"id\":%" PRId64 ",\"auth_mode\":%" PRId32, nango_connection_id(connection),
           nango_connection_auth_mode(connection));
    present = nango_connection_account_id(connection, &number);
    print_optional_number("account_id", present, number);
    present = nango_connection_expires_at_ms(connection, &number);
    print_optional_number("expires_at_ms", present, number);
    for (i = 0; i < COUNT(CONNECTION_TEXTS); i++) {
        printf(",\"%s\":", CONNECTION_TEXTS[i].name);
        json_print_text(CONNECTION_TEXTS[i].get(connection));
    }
}

static void print_response(const nango_response *response) {
    printf("\"status\":%" PRId32 ",\"header_count\":%zu", nango_response_status(response),
           nango_response_header_count(response));
}

static void print_error(const nango_error *error) {
    size_t i;
    printf("\"kind\":%" PRId32 ",\"kind_name\":", nango_error_get_kind(error));
    json_print_text(nango_error_kind_name(nango_error_get_kind(error)));
    printf(",\"http_status\":%" PRId32 ",\"attempts\":%" PRId32 ",\"is_retryable\":%" PRId32
           ",\"retry_after_ms\":%" PRId64,
           nango_error_http_status(error), nango_error_attempts(error), nango_error_is_retryable(error),
           nango_error_retry_after_ms(error));
    for (i = 0; i < COUNT(ERROR_TEXTS); i++) {
        printf(",\"%s\":", ERROR_TEXTS[i].name);
        json_print_text(ERROR_TEXTS[i].get(error));
    }
}

static const char *looked_up_in_connection(const nango_connection *connection, const char *function,
                                           const char *argument) {
    size_t i;
    for (i = 0; i < COUNT(CONNECTION_LOOK_UPS); i++)
        if (strcmp(function, CONNECTION_LOOK_UPS[i].name) == 0)
            return CONNECTION_LOOK_UPS[i].get(connection, argument);
    json_stop("no such look-up in a connection", function);
    return NULL;
}

static const char *looked_up_in_response(nango_response *response, const char *function, const char *argument) {
    size_t i;
    for (i = 0; i < COUNT(RESPONSE_LOOK_UPS); i++)
        if (strcmp(function, RESPONSE_LOOK_UPS[i].name) == 0)
            return RESPONSE_LOOK_UPS[i].get(response, argument);
    json_stop("no such look-up in a response", function);
    return NULL;
}

#endif
