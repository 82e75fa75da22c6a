/* NULL in a request, which is reported when the request is sent, and in reading a response. */
#include "generated/functions.h"
#include "support/check.h"
#include "support/client.h"
#include "support/proxied.h"

/* The call is refused because of what its message names. Frees the request. */
static void check_refused(const nango_client *client, nango_request *request, const char *names) {
    nango_error *error = NULL;
    nango_response *response = proxied(client, request, NULL, &error);
    CHECK(!response);
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_INVALID_ARGUMENT);
    CHECK(nango_error_message(error) && strstr(nango_error_message(error), names));
    nango_response_free(response);
    nango_error_free(error);
    nango_request_free(request);
}

static void setting_nothing_that_is_refused(const nango_client *client) {
    check_refused(client, nango_request_new(NULL, "/"), "method");
    check_refused(client, nango_request_new("GET", NULL), "endpoint");
    for (size_t i = 0; i < COUNT(request_pair_setters); ++i) {
        nango_request *request = nango_request_new("GET", "/");
        request_pair_setters[i].set(request, NULL, "value");
        check_refused(client, request, "name");
        request = nango_request_new("GET", "/");
        request_pair_setters[i].set(request, "name", NULL);
        check_refused(client, request, "value");
    }
    nango_request *request = nango_request_new("POST", "/");
    nango_request_set_body(request, NULL, 1, "text/plain");
    check_refused(client, request, "data");
    request = nango_request_new("GET", "/");
    nango_request_set_retry_on(request, NULL, 1);
    check_refused(client, request, "statuses");
}

static int64_t read_nothing(void *user_data, void *buffer, size_t capacity) {
    CHECK(!user_data && buffer && capacity > 0);
    return 0;
}

static void setting_nothing_that_is_a_default(struct server *server, const nango_client *client) {
    nango_request *request = nango_request_new("POST", "/");
    nango_request_set_base_url_override(request, NULL);
    nango_request_set_body(request, "x", 1, NULL);
    CHECK_NUMBER(proxied_outcome(client, request, NULL), NANGO_ERROR_NONE);
    CHECK_TEXT(server_last_header(server, "content-type"), "application/octet-stream");
    nango_request_set_body_reader(request, read_nothing, NULL, -1, NULL);
    CHECK_NUMBER(proxied_outcome(client, request, NULL), NANGO_ERROR_NONE);
    CHECK_TEXT(server_last_header(server, "content-type"), "application/octet-stream");
    nango_request_free(request);
}

static void check_argument_error(nango_error *error, const char *names) {
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_INVALID_ARGUMENT);
    CHECK(nango_error_message(error) && strstr(nango_error_message(error), names));
    nango_error_free(error);
}

static void reading_into_nothing(const nango_client *client) {
    char byte = 0;
    nango_error *error = NULL;
    nango_request *request = nango_request_new("GET", "/");
    nango_response *response = proxied(client, request, NULL, NULL);
    CHECK_NUMBER(nango_response_read(response, NULL, 1, &error), -1);
    check_argument_error(error, "buffer");
    CHECK_NUMBER(nango_response_read(response, &byte, 0, &error), -1);
    check_argument_error(error, "capacity");
    /* Neither has read anything. */
    CHECK_TEXT(nango_response_body(response, NULL, NULL), "0123456789");
    nango_response_free(response);
    nango_request_free(request);
}

int main(void) {
    struct server *server = server_start();
    nango_client *client = client_for(server, "digits");
    setting_nothing_that_is_refused(client);
    setting_nothing_that_is_a_default(server, client);
    reading_into_nothing(client);
    nango_client_free(client);
    server_stop(server);
    return check_finish();
}
