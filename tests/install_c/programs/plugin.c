/* A plugin that uses libnango: see host.c. */
#include <nango.h>

/* Its one function, which the host looks up. */
int32_t plugin_run(const char *base_url);

/* Makes a client and a call that fails, since nobody listens at the URL; returns the kind of the error. */
int32_t plugin_run(const char *base_url) {
    nango_error *error = NULL;
    nango_client_options *options = nango_client_options_new();
    nango_client_options_set_secret_key(options, "invented-secret-key");
    nango_client_options_set_base_url(options, base_url);
    nango_client_options_set_http_proxy(options, "");
    nango_client_options_set_max_retries(options, 0);
    nango_client *client = nango_client_new(options, &error);
    nango_client_options_free(options);
    if (client)
        nango_connection_free(nango_get_connection(client, "customer-1", "github", NULL, &error));
    const int32_t kind = nango_error_get_kind(error);
    nango_error_free(error);
    nango_client_free(client);
    return kind;
}
