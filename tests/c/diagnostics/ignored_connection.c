/* -Wall -Wextra: -Wunused-result */
#include <nango.h>

void ignored(const nango_client *client, nango_error **error);

void ignored(const nango_client *client, nango_error **error) {
#ifdef MISTAKE
    nango_get_connection(client, "customer-1", "github", NULL, error);
#else
    nango_connection_free(nango_get_connection(client, "customer-1", "github", NULL, error));
#endif
}
