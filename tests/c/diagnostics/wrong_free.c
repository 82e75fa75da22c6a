/* -Wall -Wextra: -Wmismatched-dealloc */
#include <nango.h>
#include <stdlib.h>

void wrong_free(const nango_client *client);

void wrong_free(const nango_client *client) {
    nango_connection *connection = nango_get_connection(client, "customer-1", "github", NULL, NULL);
#ifdef MISTAKE
    free(connection);
#else
    nango_connection_free(connection);
#endif
}
