/* -Wall -Wextra: -Wuse-after-free */
#include <nango.h>

int32_t use_after_free(const nango_client *client, const nango_request *request);

int32_t use_after_free(const nango_client *client, const nango_request *request) {
    nango_response *response = nango_proxy(client, "customer-1", "github", request, NULL, NULL);
    int32_t status = nango_response_status(response);
    nango_response_free(response);
#ifdef MISTAKE
    status = nango_response_status(response);
#endif
    return status;
}
