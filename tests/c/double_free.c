/*
 * Frees a handle twice, which AddressSanitizer reports.
 *
 * usage: double_free HANDLE
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/client.h"

/* Through a pointer that may change, so that the compiler does not see the mistake. */
#define FREE_TWICE(type, handle)                                                                                       \
    do {                                                                                                               \
        void (*volatile release)(nango_##type *) = nango_##type##_free;                                                \
        nango_##type *const freed = (handle);                                                                          \
        if (!freed) {                                                                                                  \
            fprintf(stderr, "no handle\n");                                                                            \
            exit(2);                                                                                                   \
        }                                                                                                              \
        release(freed);                                                                                                \
        release(freed);                                                                                                \
    } while (0)

static nango_error *an_error(const struct server *server) {
    nango_error *error = NULL;
    nango_connection_free(connection_for(server, "not_found", &error));
    return error;
}

static nango_response *a_response(const struct server *server) {
    nango_client *client = client_for(server, "api");
    nango_request *request = nango_request_new("GET", "/items");
    nango_response *response = nango_call(client, request, NULL, NULL);
    nango_request_free(request);
    nango_client_free(client);
    return response;
}

/* Two calls that share what the cache holds. */
static nango_connection *a_cached_connection(const struct server *server) {
    nango_client_options *options = options_for(server, "oauth2");
    nango_client_options_set_cache_ttl_ms(options, 60000);
    nango_client *client = nango_client_new(options, NULL);
    nango_client_options_free(options);
    nango_connection_free(nango_get_connection(client, "customer-1", "github", NULL, NULL));
    /* The client is kept: its cache holds the connection, too. */
    return nango_get_connection(client, "customer-1", "github", NULL, NULL);
}

static nango_completion *a_completion(const nango_client *client) {
    nango_queue *queue = nango_queue_new(client, 1, NULL);
    nango_queue_call(queue, NULL, NULL, 1);
    nango_completion *completion = nango_queue_next(queue);
    nango_queue_free(queue);
    return completion;
}

int main(int argc, char **argv) {
    struct server *server = server_start();
    const char *handle = argc > 1 ? argv[1] : "";
    setvbuf(stderr, NULL, _IONBF, 0);
    if (strcmp(handle, "connection") == 0)
        FREE_TWICE(connection, connection_for(server, "oauth2", NULL));
    else if (strcmp(handle, "cached_connection") == 0)
        FREE_TWICE(connection, a_cached_connection(server));
    else if (strcmp(handle, "webhook") == 0)
        FREE_TWICE(webhook, nango_webhook_parse("{}", 2, "a777724d943eb48dc69bca8a4a6d57a04db3f9ec7e1de4e581e860265bdf3032", "key", NULL));
    else if (strcmp(handle, "client") == 0)
        FREE_TWICE(client, client_for(server, "oauth2"));
    else if (strcmp(handle, "error") == 0)
        FREE_TWICE(error, an_error(server));
    else if (strcmp(handle, "response") == 0)
        FREE_TWICE(response, a_response(server));
    else if (strcmp(handle, "request") == 0)
        FREE_TWICE(request, nango_request_new("GET", "/items"));
    else if (strcmp(handle, "client_options") == 0)
        FREE_TWICE(client_options, nango_client_options_new());
    else if (strcmp(handle, "call_options") == 0)
        FREE_TWICE(call_options, nango_call_options_new());
    else if (strcmp(handle, "cancel") == 0)
        FREE_TWICE(cancel, nango_cancel_new());
    else if (strcmp(handle, "pages") == 0)
        FREE_TWICE(pages, nango_pages_new(nango_request_new("GET", "/connections"), NANGO_PAGE_STYLE_NUMBER));
    else if (strcmp(handle, "queue") == 0)
        FREE_TWICE(queue, nango_queue_new(client_for(server, "oauth2"), 1, NULL));
    else if (strcmp(handle, "completion") == 0)
        FREE_TWICE(completion, a_completion(client_for(server, "oauth2")));
    else
        fprintf(stderr, "usage: double_free HANDLE\n");
    fprintf(stderr, "went unseen\n");
    server_stop(server);
    return 1;
}
