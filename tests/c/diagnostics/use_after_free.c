/* -Wall -Wextra: -Wuse-after-free */
#include <nango.h>

int64_t use_after_free(const nango_client *client);

int64_t use_after_free(const nango_client *client) {
    nango_connection *connection = nango_get_connection(client, "customer-1", "github", NULL, NULL);
    int64_t id = nango_connection_id(connection);
    nango_connection_free(connection);
#ifdef MISTAKE
    id = nango_connection_id(connection);
#endif
    return id;
}
