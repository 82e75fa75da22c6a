/* -Wall -Wextra: -Wuse-after-free */
#include <nango.h>

void double_free(const nango_client *client);

void double_free(const nango_client *client) {
    nango_connection *connection = nango_get_connection(client, "customer-1", "github", NULL, NULL);
    nango_connection_free(connection);
#ifdef MISTAKE
    nango_connection_free(connection);
#endif
}
