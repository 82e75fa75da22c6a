/* Calls of Nango's own API: the request, the result, and rejected arguments. */
#include "support/check.h"
#include "support/client.h"

static void path_query_headers_and_body_are_sent(struct server *server) {
    size_t size = 0;
    nango_error *error = NULL;
    nango_client *client = client_for(server, "document");
    nango_request *request = nango_request_new("patch", "/connections/{connectionId}/x");
    nango_request_set_path_parameter(request, "connectionId", "replaced");
    nango_request_set_path_parameter(request, "connectionId", "../a b");
    nango_request_add_query(request, "key", "git&hub");
    nango_request_add_header(request, "Connection-Id", "customer-1");
    nango_request_set_json(request, "{\"tags\":{}}");
    nango_response *response = nango_call(client, request, NULL, &error);
    CHECK(response && !error);
    CHECK_NUMBER(nango_response_status(response), 200);
    CHECK_TEXT(server_last_line(server), "PATCH /document/connections/..%2Fa%20b/x?key=git%26hub HTTP/1.1");
    CHECK_TEXT(server_last_header(server, "authorization"), "Bearer invented-secret-key");
    CHECK_TEXT(server_last_header(server, "content-type"), "application/json");
    CHECK_TEXT(server_last_header(server, "connection-id"), "customer-1");
    const void *sent = server_last_body(server, &size);
    CHECK(size == 11 && memcmp(sent, "{\"tags\":{}}", size) == 0);
    CHECK_NUMBER(nango_value_bool(nango_value_get(nango_response_value(response, NULL), "yes")), 1);
    nango_response_free(response);
    nango_request_free(request);
    nango_client_free(client);
}

/* The error of one call, which has to fail, with the kind and the status. Frees the request. */
static nango_error *failure(const struct server *server, const char *answer, nango_request *request,
                            nango_error_kind kind, int32_t status) {
    nango_error *error = NULL;
    nango_client *client = client_for(server, answer);
    nango_response *response = nango_call(client, request, NULL, &error);
    CHECK(!response);
    CHECK_NUMBER(nango_error_get_kind(error), kind);
    CHECK_NUMBER(nango_error_http_status(error), status);
    nango_response_free(response);
    nango_client_free(client);
    nango_request_free(request);
    return error;
}

static void what_nango_refuses_is_an_error(const struct server *server) {
    nango_error *error = failure(server, "findings", nango_request_new("POST", "/x"), NANGO_ERROR_API, 400);
    const nango_value *found = nango_value_get(nango_value_get(nango_error_value(error), "error"), "errors");
    CHECK_TEXT(nango_value_json(nango_value_get(nango_value_at(found, 0), "path")), "[\"name\"]");
    nango_error_free(error);
    nango_error_free(failure(server, "api_not_found", nango_request_new("GET", "/action/1"), NANGO_ERROR_API, 404));
    nango_error_free(
        failure(server, "not_found", nango_request_new("GET", "/connections/1"), NANGO_ERROR_NOT_FOUND, 404));
    nango_error_free(failure(server, "web_page", nango_request_new("GET", "/x"), NANGO_ERROR_NOT_NANGO, 404));
}

/* Rejected before anything is sent, with a message that contains this. Frees the request. */
static void check_refused(struct server *server, nango_request *request, const char *says) {
    const int before = server_requests(server);
    nango_error *error = failure(server, "document", request, NANGO_ERROR_INVALID_ARGUMENT, 0);
    const char *message = nango_error_message(error);
    if (!CHECK(message && strstr(message, says) && !strstr(message, "invented")))
        fprintf(stderr, "    got %s\n", message ? message : "no message");
    CHECK_NUMBER(nango_error_attempts(error), 0);
    CHECK_NUMBER(server_requests(server), before);
    nango_error_free(error);
}

static void what_cannot_be_sent_is_named(struct server *server) {
    check_refused(server, nango_request_new("GET", "/connections/{id}"), "path parameter id is missing");
    check_refused(server, nango_request_new("GET", "/proxy/v1/items"), "nango_proxy");
    check_refused(server, nango_request_new("CONNECT", "/x"), "method");
    nango_request *request = nango_request_new("GET", "/x");
    nango_request_set_path_parameter(request, "id", "invented");
    check_refused(server, request, "path parameter id is not in the path");
    request = nango_request_new("POST", "/x");
    nango_request_set_json(request, "{\"invented\"");
    check_refused(server, request, "json");
    request = nango_request_new("GET", "/x");
    nango_request_add_header(request, "Authorization", "invented");
    check_refused(server, request, "authorization");
    request = nango_request_new("GET", "/x");
    nango_request_set_retries(request, 1);
    check_refused(server, request, "retries");
}

/* The list is the first array of the response, which has one item. */
static void pages_are_asked_for_one_by_one(struct server *server) {
    nango_error *error = NULL;
    nango_client *client = client_for(server, "api");
    nango_request *request = nango_request_new("GET", "/connections");
    nango_request_add_query(request, "limit", "1");
    nango_pages *pages = nango_pages_new(request, NANGO_PAGE_STYLE_NUMBER);
    nango_request_add_query(request, "limit", "2");
    nango_pages *short_pages = nango_pages_new(request, NANGO_PAGE_STYLE_NUMBER);
    nango_request_free(request);
    for (int i = 0; i < 3; ++i) {
        nango_response *page = nango_pages_next(pages, client, NULL, &error);
        CHECK(page && !error);
        CHECK(nango_value_count(nango_value_get(nango_response_value(page, NULL), "items")) == 1);
        nango_response_free(page);
    }
    CHECK_TEXT(server_last_line(server), "GET /api/connections?limit=1&page=2 HTTP/1.1");
    nango_pages_free(pages);
    nango_response_free(nango_pages_next(short_pages, client, NULL, NULL));
    const int before = server_requests(server);
    CHECK(!nango_pages_next(short_pages, client, NULL, &error) && !error);
    CHECK_NUMBER(server_requests(server), before);
    nango_pages_free(short_pages);
    pages = nango_pages_new(NULL, NANGO_PAGE_STYLE_NUMBER);
    CHECK(!nango_pages_next(pages, client, NULL, &error));
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_INVALID_ARGUMENT);
    nango_error_free(error);
    nango_pages_free(pages);
    nango_client_free(client);
}

int main(void) {
    struct server *server = server_start();
    path_query_headers_and_body_are_sent(server);
    what_nango_refuses_is_an_error(server);
    what_cannot_be_sent_is_named(server);
    pages_are_asked_for_one_by_one(server);
    server_stop(server);
    return check_finish();
}
