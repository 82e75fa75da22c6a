/* -Wall -Wextra -fanalyzer: -Wanalyzer-malloc-leak */
#include <nango.h>

int32_t leak(const nango_client *client, const nango_request *request);

int32_t leak(const nango_client *client, const nango_request *request) {
    nango_response *response = nango_proxy(client, "customer-1", "github", request, NULL, NULL);
    const int32_t status = nango_response_status(response);
#ifndef MISTAKE
    nango_response_free(response);
#endif
    return status;
}
