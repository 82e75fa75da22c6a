/* Requests through the proxy, and rejected arguments. */
#include "support/check.h"
#include "support/client.h"
#include "support/proxied.h"

/* Makes the call, which has to get a response. */
static void send_to(const nango_client *client, const nango_request *request) {
    CHECK_NUMBER(proxied_outcome(client, request, NULL), NANGO_ERROR_NONE);
}

static void method_endpoint_query_and_headers_are_sent(struct server *server) {
    nango_client *client = client_for(server, "api");
    nango_request *request = nango_request_new("delete", "v1/items%2F1?a=1");
    nango_request_add_query(request, "b", "x y&z");
    nango_request_add_query(request, "b", "");
    nango_request_add_header(request, "X-Custom", "one");
    nango_request_add_header(request, "x-custom", "two");
    nango_response *response = nango_proxy(client, "customer 1", "git/hub", request, NULL, NULL);
    CHECK_NUMBER(nango_response_status(response), 200);
    CHECK_TEXT(server_last_line(server), "DELETE /api/proxy/v1/items%2F1?a=1&b=x%20y%26z&b= HTTP/1.1");
    CHECK_TEXT(server_last_header(server, "connection-id"), "customer 1");
    CHECK_TEXT(server_last_header(server, "provider-config-key"), "git/hub");
    CHECK_TEXT(server_last_header(server, "authorization"), "Bearer invented-secret-key");
    CHECK_TEXT(server_last_header(server, "nango-proxy-x-custom"), "one, two");
    nango_response_free(response);
    nango_request_free(request);
    nango_client_free(client);
}

static void settings_for_nango_are_sent_and_taken_back(struct server *server) {
    const int32_t statuses[] = {429, 503};
    nango_client *client = client_for(server, "api");
    nango_request *request = nango_request_new("GET", "/v1/items");
    nango_request_set_base_url_override(request, "https://eu.api.example.com");
    nango_request_set_retries(request, 3);
    nango_request_set_retry_on(request, statuses, 2);
    nango_request_set_decompress(request, 7);
    nango_request_set_forward_headers_on_redirect(request, 7);
    send_to(client, request);
    CHECK_TEXT(server_last_header(server, "base-url-override"), "https://eu.api.example.com");
    CHECK_TEXT(server_last_header(server, "retries"), "3");
    CHECK_TEXT(server_last_header(server, "retry-on"), "429,503");
    CHECK_TEXT(server_last_header(server, "decompress"), "true");
    CHECK_TEXT(server_last_header(server, "forward-headers-on-redirect"), "true");
    nango_request_set_base_url_override(request, NULL);
    nango_request_set_retries(request, -1);
    nango_request_set_retry_on(request, NULL, 0);
    nango_request_set_decompress(request, 0);
    nango_request_set_forward_headers_on_redirect(request, 0);
    send_to(client, request);
    CHECK_TEXT(server_last_header(server, "base-url-override"), NULL);
    CHECK_TEXT(server_last_header(server, "retries"), NULL);
    CHECK_TEXT(server_last_header(server, "retry-on"), NULL);
    CHECK_TEXT(server_last_header(server, "decompress"), NULL);
    CHECK_TEXT(server_last_header(server, "forward-headers-on-redirect"), NULL);
    nango_request_set_retries(request, 0);
    send_to(client, request);
    CHECK_TEXT(server_last_header(server, "retries"), "0");
    nango_request_free(request);
    nango_client_free(client);
}

/* The last request had these bytes as its body, and said how many, and of what type if it is not NULL. */
static void check_sent(struct server *server, const char *bytes, size_t size, const char *content_type) {
    char length[32];
    size_t sent = 0;
    const void *body = server_last_body(server, &sent);
    CHECK(sent == size && memcmp(body, bytes, size) == 0);
    snprintf(length, sizeof length, "%zu", size);
    CHECK_TEXT(server_last_header(server, "content-length"), length);
    CHECK_TEXT(server_last_header(server, "content-type"), content_type ? "application/octet-stream" : NULL);
    CHECK_TEXT(server_last_header(server, "nango-proxy-content-type"), content_type);
}

static void nango_parses_a_body_if_it_is_to(struct server *server) {
    static const char form[] = "application/x-www-form-urlencoded";
    nango_client *client = client_for(server, "api");
    nango_request *request = nango_request_new("POST", "/v1/items");
    nango_request_set_body(request, "a=1", 3, form);
    nango_request_set_nango_parses_body(request, 7);
    send_to(client, request);
    CHECK_TEXT(server_last_header(server, "content-type"), form);
    CHECK_TEXT(server_last_header(server, "nango-proxy-content-type"), form);
    nango_request_set_nango_parses_body(request, 0);
    send_to(client, request);
    check_sent(server, "a=1", 3, form);
    nango_request_free(request);
    nango_client_free(client);
}

static void a_body_from_memory_is_copied(struct server *server) {
    char bytes[] = "a\0b";
    nango_client *client = client_for(server, "api");
    nango_request *request = nango_request_new("POST", "/v1/items");
    nango_request_set_body(request, bytes, 3, "application/x-invented");
    memset(bytes, '?', sizeof bytes);
    for (int i = 0; i < 2; ++i) {
        send_to(client, request);
        check_sent(server, "a\0b", 3, "application/x-invented");
    }
    nango_request_set_body(request, "{}", 2, NULL);
    send_to(client, request);
    check_sent(server, "{}", 2, "application/octet-stream");
    nango_request_set_body(request, NULL, 0, "text/plain");
    send_to(client, request);
    check_sent(server, "", 0, "text/plain");
    nango_request_free(request);
    nango_client_free(client);
}

static int64_t never_read(void *user_data, void *buffer, size_t capacity) {
    (void)user_data, (void)buffer;
    CHECK_TEXT(capacity ? "a read" : NULL, NULL);
    return -1;
}

static void a_body_is_taken_back(struct server *server) {
    nango_client *client = client_for(server, "api");
    nango_request *request = nango_request_new("POST", "/v1/items");
    nango_request_set_body(request, "gone", 4, "text/plain");
    nango_request_set_body_reader(request, never_read, NULL, 4, "text/plain");
    nango_request_set_body_reader(request, NULL, NULL, 4, "text/plain");
    send_to(client, request);
    check_sent(server, "", 0, NULL);
    nango_request_free(request);
    nango_client_free(client);
}

/* The call is rejected before anything is sent, with a message that contains this and no secret. */
static void check_refused(struct server *server, const nango_request *request, const nango_call_options *options,
                          const char *says) {
    nango_client *client = client_for(server, "api");
    nango_error *error = NULL;
    const int before = server_requests(server);
    nango_response *response = proxied(client, request, options, &error);
    const char *message = nango_error_message(error);
    CHECK(!response);
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_INVALID_ARGUMENT);
    CHECK_NUMBER(nango_error_attempts(error), 0);
    if (!CHECK(message && strstr(message, says) && !strstr(message, "invented")))
        fprintf(stderr, "    got %s\n", message ? message : "no message");
    CHECK_NUMBER(server_requests(server), before);
    nango_response_free(response);
    nango_error_free(error);
    nango_client_free(client);
}

static void what_cannot_be_sent_is_refused(struct server *server) {
    static const struct {
        const char *method;
        const char *endpoint;
        const char *says;
    } lines[] = {
        {"OPTIONS", "/", "method"},
        {"CONNECT", "/", "method"},
        {"GET THIS", "/", "method"},
        {"GET", "https://invented.example.com/", "base_url_override"},
        {"GET", "/v1/%2e%2E/invented", "endpoint"},
    };
    static const struct {
        const char *name;
        const char *value;
        const char *says;
    } headers[] = {
        {"Content-Length", "1", "content-length"},
        {"Nango-Proxy-X", "1", "nango-proxy-x"},
        {"not a name", "1", "header"},
        {"x-key", "invented\nx: y", "header"},
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; ++i) {
        nango_request *request = nango_request_new(lines[i].method, lines[i].endpoint);
        check_refused(server, request, NULL, lines[i].says);
        nango_request_free(request);
    }
    for (size_t i = 0; i < sizeof headers / sizeof headers[0]; ++i) {
        nango_request *request = nango_request_new("GET", "/");
        nango_request_add_header(request, headers[i].name, headers[i].value);
        check_refused(server, request, NULL, headers[i].says);
        nango_request_free(request);
    }
}

static void settings_that_cannot_be_used_are_refused(struct server *server) {
    const int32_t no_status = 42;
    nango_request *request = nango_request_new("GET", "/");
    nango_request_set_base_url_override(request, "invented");
    check_refused(server, request, NULL, "base_url_override");
    nango_request_set_base_url_override(request, NULL);
    nango_request_set_retry_on(request, &no_status, 1);
    check_refused(server, request, NULL, "retry_on");
    nango_request_set_retry_on(request, NULL, 0);
    nango_request_set_body(request, "x", 1, "text/\nplain");
    check_refused(server, request, NULL, "content_type");
    nango_request_free(request);
}

static void settings_of_other_calls_are_refused(struct server *server) {
    static const struct {
        void (*set)(nango_call_options *, int32_t);
        const char *says;
    } settings[] = {
        {nango_call_options_set_force_refresh, "force_refresh"},
        {nango_call_options_set_refresh_token, "refresh_token"},
        {nango_call_options_set_refresh_github_app_jwt_token, "refresh_github_app_jwt_token"},
    };
    nango_request *request = nango_request_new("GET", "/");
    for (size_t i = 0; i < sizeof settings / sizeof settings[0]; ++i) {
        nango_call_options *options = nango_call_options_new();
        settings[i].set(options, 1);
        check_refused(server, request, options, settings[i].says);
        nango_call_options_free(options);
    }
    nango_call_options *options = nango_call_options_new();
    nango_call_options_set_max_age_ms(options, 0);
    check_refused(server, request, options, "max_age");
    nango_call_options_free(options);
    nango_request_free(request);
}

int main(void) {
    struct server *server = server_start();
    method_endpoint_query_and_headers_are_sent(server);
    settings_for_nango_are_sent_and_taken_back(server);
    nango_parses_a_body_if_it_is_to(server);
    a_body_from_memory_is_copied(server);
    a_body_is_taken_back(server);
    what_cannot_be_sent_is_refused(server);
    settings_that_cannot_be_used_are_refused(server);
    settings_of_other_calls_are_refused(server);
    server_stop(server);
    return check_finish();
}
