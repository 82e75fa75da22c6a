/*
 * Gets a connection from Nango and shows the beginning of its token.
 *
 * NANGO_SECRET_KEY and NANGO_BASE_URL say where and with which key, NANGO_CONNECTION_ID and NANGO_PROVIDER_CONFIG_KEY
 * whose connection to which integration.
 */
#include <nango.h>
#include <stdio.h>
#include <stdlib.h>

static const char *variable(const char *name, const char *otherwise) {
    const char *value = getenv(name);
    return value ? value : otherwise;
}

/* Never print a whole token: it is as good as a password. */
static void show(const nango_connection *connection, const char *token) {
    const char *auth_mode = nango_connection_auth_mode_name(connection);
    const char *expires_at = nango_connection_expires_at(connection);
    printf("%s/%s: %s ", nango_connection_provider_config_key(connection), nango_connection_connection_id(connection),
           auth_mode ? auth_mode : "(no auth mode)");
    if (token)
        printf("%.8s...", token);
    else
        printf("(no single token)");
    printf(" expires %s\n", expires_at ? expires_at : "never");
}

int main(void) {
    const char *connection_id = variable("NANGO_CONNECTION_ID", "customer-1");
    const char *provider_config_key = variable("NANGO_PROVIDER_CONFIG_KEY", "github");

    nango_error *error = NULL;
    nango_connection *connection = NULL;
    nango_client_options *options = nango_client_options_new();
    nango_client_options_load_env(options); /* NANGO_SECRET_KEY, NANGO_BASE_URL */
    nango_client *client = nango_client_new(options, &error);
    if (client)
        connection = nango_get_connection(client, connection_id, provider_config_key, NULL, &error);
    const char *token = nango_connection_token(connection); /* belongs to the connection; NULL without one */

    int status = connection ? 0 : 1;
    if (connection)
        show(connection, token);
    else
        fprintf(stderr, "%s: %s\n", nango_error_kind_name(nango_error_get_kind(error)), nango_error_message(error));
    nango_connection_free(connection);
    nango_client_free(client);
    nango_client_options_free(options);
    nango_error_free(error);
    return status;
}
