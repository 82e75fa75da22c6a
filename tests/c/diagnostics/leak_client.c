/* -Wall -Wextra -fanalyzer: -Wanalyzer-malloc-leak */
#include <nango.h>

int64_t leak(const nango_client_options *options);

int64_t leak(const nango_client_options *options) {
    nango_client *client = nango_client_new(options, NULL);
    nango_connection *connection = nango_get_connection(client, "customer-1", "github", NULL, NULL);
    const int64_t id = nango_connection_id(connection);
    nango_connection_free(connection);
#ifndef MISTAKE
    nango_client_free(client);
#endif
    return id;
}
