/* -Wall -Wextra: -Wuse-after-free */
#include <nango.h>

void double_free(const nango_client *client, const nango_request *request);

void double_free(const nango_client *client, const nango_request *request) {
    nango_response *response = nango_proxy(client, "customer-1", "github", request, NULL, NULL);
    nango_response_free(response);
#ifdef MISTAKE
    nango_response_free(response);
#endif
}
