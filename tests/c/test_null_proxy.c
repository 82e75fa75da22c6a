/* Every pointer parameter of the functions for the proxy, NULL while the others are not. */
#include "support/check.h"
#include "support/client.h"
#include "support/functions.h"
#include "support/proxied.h"

static void freeing_nothing(void) {
    nango_request_free(NULL);
    tested("nango_request_free", "request");
    nango_response_free(NULL);
    tested("nango_response_free", "response");
}

static int64_t never_read(void *user_data, void *buffer, size_t capacity) {
    (void)user_data, (void)buffer, (void)capacity;
    CHECK_TEXT("a read", NULL);
    return -1;
}

static void setting_without_a_request(void) {
    const int32_t status = 503;
    for (size_t i = 0; i < COUNT(request_pair_setters); ++i) {
        request_pair_setters[i].set(NULL, "name", "value");
        tested(request_pair_setters[i].name, "request");
    }
    nango_request_set_body(NULL, "x", 1, "text/plain");
    tested("nango_request_set_body", "request");
    nango_request_set_body_reader(NULL, never_read, NULL, 1, "text/plain");
    tested("nango_request_set_body_reader", "request");
    nango_request_set_base_url_override(NULL, "https://eu.api.example.com");
    tested("nango_request_set_base_url_override", "request");
    nango_request_set_retries(NULL, 1);
    tested("nango_request_set_retries", "request");
    nango_request_set_retry_on(NULL, &status, 1);
    tested("nango_request_set_retry_on", "request");
    nango_request_set_decompress(NULL, 1);
    tested("nango_request_set_decompress", "request");
    nango_request_set_idle_timeout_ms(NULL, 1);
    tested("nango_request_set_idle_timeout_ms", "request");
}

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
    tested("nango_request_new", "method");
    check_refused(client, nango_request_new("GET", NULL), "endpoint");
    tested("nango_request_new", "endpoint");
    for (size_t i = 0; i < COUNT(request_pair_setters); ++i) {
        nango_request *request = nango_request_new("GET", "/");
        request_pair_setters[i].set(request, NULL, "value");
        check_refused(client, request, "name");
        tested(request_pair_setters[i].name, "name");
        request = nango_request_new("GET", "/");
        request_pair_setters[i].set(request, "name", NULL);
        check_refused(client, request, "value");
        tested(request_pair_setters[i].name, "value");
    }
    nango_request *request = nango_request_new("POST", "/");
    nango_request_set_body(request, NULL, 1, "text/plain");
    check_refused(client, request, "data");
    tested("nango_request_set_body", "data");
    request = nango_request_new("GET", "/");
    nango_request_set_retry_on(request, NULL, 1);
    check_refused(client, request, "statuses");
    tested("nango_request_set_retry_on", "statuses");
}

static int64_t read_nothing(void *user_data, void *buffer, size_t capacity) {
    CHECK(!user_data && buffer && capacity > 0);
    return 0;
}

static void setting_nothing_that_is_a_default(struct server *server, const nango_client *client) {
    nango_request *request = nango_request_new("POST", "/");
    nango_request_set_base_url_override(request, NULL);
    tested("nango_request_set_base_url_override", "url");
    nango_request_set_body(request, "x", 1, NULL);
    CHECK_NUMBER(proxied_outcome(client, request, NULL), NANGO_ERROR_NONE);
    CHECK_TEXT(server_last_header(server, "content-type"), "application/octet-stream");
    tested("nango_request_set_body", "content_type");
    nango_request_set_body_reader(request, read_nothing, NULL, -1, NULL);
    CHECK_NUMBER(proxied_outcome(client, request, NULL), NANGO_ERROR_NONE);
    CHECK_TEXT(server_last_header(server, "content-type"), "application/octet-stream");
    tested("nango_request_set_body_reader", "user_data");
    tested("nango_request_set_body_reader", "content_type");
    nango_request_free(request);
}

static void calling_without(const nango_client *client) {
    static const struct {
        const char *connection_id;
        const char *provider_config_key;
        const char *names;
    } ids[] = {{NULL, "github", "connection_id"}, {"customer-1", NULL, "provider_config_key"}};
    nango_request *request = nango_request_new("GET", "/");
    check_refused(NULL, nango_request_new("GET", "/"), "client");
    tested("nango_proxy", "client");
    check_refused(client, NULL, "request");
    tested("nango_proxy", "request");
    for (size_t i = 0; i < COUNT(ids); ++i) {
        nango_error *error = NULL;
        nango_response *response =
            nango_proxy(client, ids[i].connection_id, ids[i].provider_config_key, request, NULL, &error);
        CHECK(!response);
        CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_INVALID_ARGUMENT);
        CHECK(nango_error_message(error) && strstr(nango_error_message(error), ids[i].names));
        tested("nango_proxy", ids[i].names);
        nango_response_free(response);
        nango_error_free(error);
    }
    nango_response *response = proxied(client, request, NULL, NULL);
    CHECK_NUMBER(nango_response_status(response), 200);
    tested("nango_proxy", "options");
    nango_response_free(response);
    response = nango_proxy(client, NULL, "github", request, NULL, NULL);
    CHECK(!response);
    tested("nango_proxy", "error");
    nango_response_free(response);
    nango_request_free(request);
}

static void looking_at_no_response(void) {
    CHECK_NUMBER(nango_response_status(NULL), 0);
    tested("nango_response_status", "response");
    CHECK_TEXT(nango_response_header(NULL, "x-two"), NULL);
    tested("nango_response_header", "response");
    CHECK_NUMBER((long long)nango_response_header_count(NULL), 0);
    tested("nango_response_header_count", "response");
    CHECK_TEXT(nango_response_header_name(NULL, 0), NULL);
    tested("nango_response_header_name", "response");
    CHECK_TEXT(nango_response_header_value(NULL, 0), NULL);
    tested("nango_response_header_value", "response");
    for (size_t i = 0; i < COUNT(response_look_ups); ++i) {
        CHECK_TEXT(response_look_ups[i].get(NULL, ""), NULL);
        tested(response_look_ups[i].name, "response");
    }
}

static void check_argument_error(nango_error *error, const char *names) {
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_INVALID_ARGUMENT);
    CHECK(nango_error_message(error) && strstr(nango_error_message(error), names));
    nango_error_free(error);
}

static void reading_no_response(void) {
    char byte = 0;
    size_t size = 99;
    nango_error *error = NULL;
    CHECK_NUMBER(nango_response_read(NULL, &byte, 1, &error), -1);
    check_argument_error(error, "response");
    tested("nango_response_read", "response");
    CHECK(!nango_response_body(NULL, &size, &error));
    CHECK_NUMBER((long long)size, 0);
    check_argument_error(error, "response");
    tested("nango_response_body", "response");
    CHECK_NUMBER(nango_response_read(NULL, &byte, 1, NULL), -1);
    tested("nango_response_read", "error");
    CHECK(!nango_response_body(NULL, &size, NULL));
    tested("nango_response_body", "error");
}

static void reading_into_nothing(const nango_client *client) {
    char byte = 0;
    nango_error *error = NULL;
    nango_request *request = nango_request_new("GET", "/");
    nango_response *response = proxied(client, request, NULL, NULL);
    CHECK_NUMBER(nango_response_read(response, NULL, 1, &error), -1);
    check_argument_error(error, "buffer");
    tested("nango_response_read", "buffer");
    CHECK_NUMBER(nango_response_read(response, &byte, 0, &error), -1);
    check_argument_error(error, "capacity");
    /* Neither has read anything. */
    CHECK_TEXT(nango_response_body(response, NULL, NULL), "0123456789");
    tested("nango_response_body", "len");
    CHECK_TEXT(nango_response_header(response, NULL), NULL);
    tested("nango_response_header", "name");
    for (size_t i = 0; i < COUNT(response_look_ups); ++i) {
        CHECK(response_look_ups[i].get(response, NULL) == NULL);
        tested(response_look_ups[i].name, "json_pointer");
    }
    nango_response_free(response);
    nango_request_free(request);
}

int main(void) {
    struct server *server = server_start();
    nango_client *client = client_for(server, "digits");
    freeing_nothing();
    setting_without_a_request();
    setting_nothing_that_is_refused(client);
    setting_nothing_that_is_a_default(server, client);
    calling_without(client);
    looking_at_no_response();
    reading_no_response();
    reading_into_nothing(client);
    nango_client_free(client);
    server_stop(server);
    return check_finish();
}
