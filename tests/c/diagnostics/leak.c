/* -Wall -Wextra -fanalyzer: -Wanalyzer-malloc-leak */
#include <nango.h>

int64_t leak(const nango_client *client);

int64_t leak(const nango_client *client) {
    nango_connection *connection = nango_get_connection(client, "customer-1", "github", NULL, NULL);
    const int64_t id = nango_connection_id(connection);
#ifndef MISTAKE
    nango_connection_free(connection);
#endif
    return id;
}
