/* A program as somebody wrote it for libnango 0.1: compiled with that version's header, run with today's library. It
 * fetches the connection customer-1 of github, then one that does not exist. */
#include <nango.h>
#include <stdio.h>
#include <string.h>

static void log_line(void *user_data, int32_t level, const char *message) {
    (void)message;
    int *lines = user_data;
    *lines += level >= NANGO_LOG_ERROR && level <= NANGO_LOG_DEBUG;
}

static int32_t go_on(void *user_data) {
    (void)user_data;
    return 0;
}

static int fetch_both(const nango_client *client, const nango_call_options *options) {
    nango_error *error = NULL;
    nango_connection *connection = nango_get_connection(client, "customer-1", "github", options, &error);
    if (!connection) {
        fprintf(stderr, "%s\n", nango_error_message(error));
        nango_error_free(error);
        return 1;
    }
    int64_t expires = 0;
    const int32_t does_expire = nango_connection_expires_at_ms(connection, &expires);
    printf("%lld %s %s\n", (long long)nango_connection_id(connection), nango_connection_provider(connection),
           nango_connection_token(connection));
    printf("%d %d %lld\n", nango_connection_auth_mode(connection) == NANGO_AUTH_MODE_OAUTH2, does_expire,
           (long long)expires);
    printf("%s\n", nango_connection_get_string(connection, "/metadata/plan"));
    nango_connection_free(connection);

    connection = nango_get_connection(client, "nobody", "github", options, &error);
    printf("%d %d %d %s %d\n", connection == NULL, nango_error_get_kind(error) == NANGO_ERROR_NOT_FOUND,
           nango_error_http_status(error), nango_error_code(error), nango_error_attempts(error));
    nango_connection_free(connection);
    nango_error_free(error);
    return 0;
}

int main(void) {
    int lines = 0;
    nango_error *error = NULL;
    nango_client_options *options = nango_client_options_new();
    nango_client_options_load_env(options);
    nango_client_options_set_timeout_ms(options, 30000);
    nango_client_options_set_log(options, log_line, &lines, NANGO_LOG_DEBUG);
    nango_client *client = nango_client_new(options, &error);
    nango_client_options_free(options);
    if (!client) {
        fprintf(stderr, "%s\n", nango_error_message(error));
        nango_error_free(error);
        return 1;
    }

    nango_cancel *cancel = nango_cancel_new();
    nango_call_options *call = nango_call_options_new();
    nango_call_options_set_cancel(call, cancel);
    nango_call_options_set_interrupt(call, go_on, NULL);
    int status = fetch_both(client, call);
    nango_cancel_trigger(cancel);
    nango_connection *connection = nango_get_connection(client, "customer-1", "github", call, &error);
    printf("%d %s %d\n", connection == NULL, nango_error_kind_name(nango_error_get_kind(error)), lines > 0);
    nango_connection_free(connection);
    nango_error_free(error);

    nango_call_options_free(call);
    nango_cancel_free(cancel);
    nango_client_free(client);
    return status || nango_abi_version() != NANGO_ABI_VERSION;
}
