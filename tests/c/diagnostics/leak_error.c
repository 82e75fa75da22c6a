/* -Wall -Wextra -fanalyzer: nothing */
#include <nango.h>

int32_t leak(const nango_client *client);

/* GCC knows the owner of a result, not that of what a function stores. */
int32_t leak(const nango_client *client) {
    nango_error *error = NULL;
    nango_connection *connection = nango_get_connection(client, "customer-1", "github", NULL, &error);
    const int32_t status = nango_error_http_status(error);
    nango_connection_free(connection);
#ifndef MISTAKE
    nango_error_free(error);
#endif
    return status;
}
