/* libnango: the body of an external API's response, read in parts, again and again. */
#include "bodies.h"

#include "nango_program.h"
#include "program.h"

static void call_through(const nango_client *client, const nango_request *request, long long least) {
    static char part[PART];
    long long bytes = 0;
    int64_t count;
    nango_error *error = NULL;
    nango_response *response = proxied(client, request);
    while ((count = nango_response_read(response, part, sizeof part, &error)) > 0)
        bytes += count;
    if (count < 0)
        fail_with(error);
    check_bytes(bytes, least);
    nango_response_free(response);
}

int main(int argc, char **argv) {
    struct program program = arguments(argc, argv);
    char endpoint[256];
    snprintf(endpoint, sizeof endpoint, "/%s", program.connection_id);
    nango_client *client = new_client(program.base_url);
    nango_request *request = nango_request_new("GET", endpoint);
    nango_request_add_header(request, "Accept-Language", "en");
    for (long left = 0; next_call(&program, &left);)
        call_through(client, request, bytes_in(program.connection_id));
    nango_request_free(request);
    nango_client_free(client);
    return 0;
}
