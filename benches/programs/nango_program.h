/* Code shared by the programs that measure libnango. */
#ifndef NANGO_PROGRAM_H
#define NANGO_PROGRAM_H

#include "fields.h"

#include <nango.h>

static inline void fail_with(nango_error *error) {
    fprintf(stderr, "%s: %s\n", nango_error_kind_name(nango_error_get_kind(error)), nango_error_message(error));
    nango_error_free(error);
    exit(1);
}

static inline nango_client_options *new_options(const char *base_url) {
    nango_client_options *options = nango_client_options_new();
    nango_client_options_set_secret_key(options, SECRET_KEY);
    nango_client_options_set_base_url(options, base_url);
    return options;
}

static inline nango_client *client_of(nango_client_options *options) {
    nango_error *error = NULL;
    nango_client *client = nango_client_new(options, &error);
    nango_client_options_free(options);
    if (!client)
        fail_with(error);
    return client;
}

static inline nango_client *new_client(const char *base_url) { return client_of(new_options(base_url)); }

static inline nango_connection *get(const nango_client *client, const char *connection_id) {
    nango_error *error = NULL;
    nango_connection *connection = nango_get_connection(client, connection_id, INTEGRATION, NULL, &error);
    if (!connection)
        fail_with(error);
    return connection;
}

static inline void read_and_check(const nango_connection *connection) {
    const struct fields fields = {
        .connection_id = nango_connection_connection_id(connection),
        .provider_config_key = nango_connection_provider_config_key(connection),
        .provider = nango_connection_provider(connection),
        .created_at = nango_connection_created_at(connection),
        .updated_at = nango_connection_updated_at(connection),
        .auth_mode = nango_connection_auth_mode_name(connection),
        .access_token = nango_connection_access_token(connection),
        .expires_at = nango_connection_expires_at(connection),
    };
    if (!fields_are_right(&fields))
        fail("the answer is not the expected one");
}

/* A whole call, as a program makes it. */
static inline void call(const nango_client *client, const char *connection_id) {
    nango_connection *connection = get(client, connection_id);
    read_and_check(connection);
    nango_connection_free(connection);
}

/* A call through the proxy, up to the head of the external API's response. */
static inline nango_response *proxied(const nango_client *client, const nango_request *request) {
    nango_error *error = NULL;
    nango_response *response = nango_proxy(client, CONNECTION, INTEGRATION, request, NULL, &error);
    if (!response)
        fail_with(error);
    if (nango_response_status(response) != 200)
        fail("not 200");
    return response;
}

#endif
