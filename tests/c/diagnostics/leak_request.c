/* -Wall -Wextra -fanalyzer: -Wanalyzer-malloc-leak */
#include <nango.h>

int32_t leak(const nango_client *client);

int32_t leak(const nango_client *client) {
    nango_request *request = nango_request_new("GET", "/v1/items");
    nango_response *response = nango_proxy(client, "customer-1", "github", request, NULL, NULL);
    const int32_t status = nango_response_status(response);
    nango_response_free(response);
#ifndef MISTAKE
    nango_request_free(request);
#endif
    return status;
}
