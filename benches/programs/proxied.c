/* libnango: calls an external API through Nango again and again, with one client for all threads. */
#include "nango_program.h"
#include "program.h"

struct work {
    struct program program;
    nango_client *client;
    nango_request *request;
};

static void call_through(const struct work *work) {
    char body[8192];
    size_t length = 0;
    int64_t count;
    nango_error *error = NULL;
    nango_response *response = proxied(work->client, work->request);
    while ((count = nango_response_read(response, body + length, sizeof body - length, &error)) > 0)
        length += (size_t)count;
    if (count < 0)
        fail_with(error);
    check_body(body, length);
    nango_response_free(response);
}

static void *work(void *argument) {
    struct work *work = argument;
    for (long left = 0; next_call(&work->program, &left);)
        call_through(work);
    return NULL;
}

int main(int argc, char **argv) {
    struct work shared = {.program = arguments(argc, argv)};
    char endpoint[256];
    snprintf(endpoint, sizeof endpoint, "/%s", shared.program.connection_id);
    shared.client = new_client(shared.program.base_url);
    shared.request = nango_request_new("GET", endpoint);
    nango_request_add_header(shared.request, "Accept-Language", "en");
    run(&shared.program, work, &shared);
    nango_request_free(shared.request);
    nango_client_free(shared.client);
    return 0;
}
