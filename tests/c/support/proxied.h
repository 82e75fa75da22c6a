/* Calls through the proxy of one of the test server's responses, and how they ended. */
#ifndef PROXIED_H
#define PROXIED_H

#include <nango.h>

#include "check.h"
#include "client.h"

static inline nango_response *proxied(const nango_client *client, const nango_request *request,
                                      const nango_call_options *options, nango_error **error) {
    return nango_proxy(client, "customer-1", "github", request, options, error);
}

/* The response to a plain request, with the body still to come; its client is gone. */
static inline nango_response *response_for(const struct server *server, const char *answer, nango_error **error) {
    nango_client *client = client_for(server, answer);
    nango_request *request = nango_request_new("GET", "/v1/items");
    nango_response *response = proxied(client, request, NULL, error);
    nango_request_free(request);
    nango_client_free(client);
    return response;
}

/* The kind of error of one call; NANGO_ERROR_NONE if there is a response. */
static inline nango_error_kind proxied_outcome(const nango_client *client, const nango_request *request,
                                               const nango_call_options *options) {
    nango_error *error = NULL;
    nango_response *response = proxied(client, request, options, &error);
    const nango_error_kind kind = nango_error_get_kind(error);
    CHECK((response == NULL) == (kind != NANGO_ERROR_NONE));
    nango_response_free(response);
    nango_error_free(error);
    return kind;
}

/* The kind of error of one read, which has to fail. */
static inline nango_error_kind reading_outcome(nango_response *response) {
    char byte = 0;
    nango_error *error = NULL;
    CHECK_NUMBER(nango_response_read(response, &byte, 1, &error), -1);
    const nango_error_kind kind = nango_error_get_kind(error);
    nango_error_free(error);
    return kind;
}

#endif
