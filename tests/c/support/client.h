/* A client of one of the test server's responses. It tries once, and no proxy of the environment comes between. */
#ifndef CLIENT_H
#define CLIENT_H

#include <nango.h>

#include "server.h"

static inline nango_client_options *options_for(const struct server *server, const char *answer) {
    nango_client_options *options = nango_client_options_new();
    nango_client_options_set_secret_key(options, "invented-secret-key");
    nango_client_options_set_base_url(options, server_url(server, answer));
    nango_client_options_set_http_proxy(options, "");
    nango_client_options_set_max_retries(options, 0);
    return options;
}

static inline nango_client *client_for(const struct server *server, const char *answer) {
    nango_client_options *options = options_for(server, answer);
    nango_client *client = nango_client_new(options, NULL);
    nango_client_options_free(options);
    return client;
}

/* The connection of one of the responses, or NULL with *error set. */
static inline nango_connection *connection_for(const struct server *server, const char *answer, nango_error **error) {
    nango_client *client = client_for(server, answer);
    nango_connection *connection = nango_get_connection(client, "customer-1", "github", NULL, error);
    nango_client_free(client);
    return connection;
}

#endif
