/* -Wall -Wextra: -Wmismatched-dealloc */
#include <nango.h>
#include <stdlib.h>

void wrong_free(const nango_client *client, const nango_request *request);

void wrong_free(const nango_client *client, const nango_request *request) {
    nango_response *response = nango_proxy(client, "customer-1", "github", request, NULL, NULL);
#ifdef MISTAKE
    free(response);
#else
    nango_response_free(response);
#endif
}
