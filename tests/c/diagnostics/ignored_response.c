/* -Wall -Wextra: -Wunused-result */
#include <nango.h>

void ignored(const nango_client *client, const nango_request *request, nango_error **error);

void ignored(const nango_client *client, const nango_request *request, nango_error **error) {
#ifdef MISTAKE
    nango_proxy(client, "customer-1", "github", request, NULL, error);
#else
    nango_response_free(nango_proxy(client, "customer-1", "github", request, NULL, error));
#endif
}
