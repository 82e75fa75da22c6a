/* Every string parameter of every function, with bytes that are not UTF-8, and what becomes of it later. */
#include "generated/functions.h"
#include "generated/not_utf8.h"

static const char *const not_utf8[] = {
    "\xff",             /* no byte of UTF-8 */
    "caf\xe9",          /* Latin-1 */
    "\xc0\x80",         /* U+0000, too long */
    "\xed\xa0\x80",     /* a surrogate */
    "\xf4\x90\x80\x80", /* beyond U+10FFFF */
    "\xe2\x82",         /* cut short */
};

static void setting(const char *text) {
    for (size_t i = 0; i < COUNT(text_setters); ++i) {
        nango_client_options *options = nango_client_options_new();
        nango_error *error = NULL;
        nango_client_options_set_secret_key(options, "invented-secret-key");
        text_setters[i].set(options, text);
        nango_client *client = nango_client_new(options, &error);
        CHECK(client == NULL);
        check_refused(error, text_setters[i].setting, "UTF-8");
        nango_client_free(client);
        nango_client_options_free(options);
    }
}

static void adding_a_header(const char *name, const char *value, const char *bad) {
    nango_client_options *options = nango_client_options_new();
    nango_error *error = NULL;
    nango_client_options_set_secret_key(options, "invented-secret-key");
    nango_client_options_add_header(options, name, value);
    nango_client *client = nango_client_new(options, &error);
    CHECK(client == NULL);
    check_refused(error, bad, "UTF-8");
    nango_client_free(client);
    nango_client_options_free(options);
}

/* Makes a call through the proxy, which is refused; frees the request. */
static void sending(const nango_client *client, nango_request *request, const char *bad) {
    nango_error *error = NULL;
    nango_response *response = proxied(client, request, NULL, &error);
    CHECK(response == NULL);
    check_refused(error, bad, "UTF-8");
    nango_response_free(response);
    nango_request_free(request);
}

static int64_t never_read(void *user_data, void *buffer, size_t capacity) {
    (void)user_data, (void)buffer, (void)capacity;
    CHECK_TEXT("a read", NULL);
    return -1;
}

static void making_a_request(const nango_client *client, const char *text) {
    sending(client, nango_request_new(text, "/"), "method");
    sending(client, nango_request_new("GET", text), "endpoint");
    for (size_t i = 0; i < COUNT(request_pair_setters); ++i) {
        nango_request *request = nango_request_new("GET", "/");
        request_pair_setters[i].set(request, text, "value");
        sending(client, request, "name");
        request = nango_request_new("GET", "/");
        request_pair_setters[i].set(request, "name", text);
        sending(client, request, "value");
    }
    nango_request *request = nango_request_new("POST", "/");
    nango_request_set_body(request, "x", 1, text);
    sending(client, request, "content_type");
    request = nango_request_new("POST", "/");
    nango_request_set_body_reader(request, never_read, NULL, 1, text);
    sending(client, request, "content_type");
    request = nango_request_new("GET", "/");
    nango_request_set_base_url_override(request, text);
    sending(client, request, "base_url_override");
    request = nango_request_new("POST", "/");
    nango_request_set_json(request, text);
    sending(client, request, "json");
}

int main(void) {
    struct server *server = server_start();
    nango_client *client = client_for(server, "oauth2");
    for (size_t i = 0; i < COUNT(not_utf8); ++i) {
        struct given given;
        given_make(&given, server);
        const int before = server_requests(server);
        for (size_t section = 0; section < COUNT(not_utf8_in_each_section); ++section)
            not_utf8_in_each_section[section](&given, not_utf8[i]);
        setting(not_utf8[i]);
        adding_a_header(not_utf8[i], "invented", "name");
        adding_a_header("x-gateway", not_utf8[i], "value");
        making_a_request(client, not_utf8[i]);
        CHECK_NUMBER(server_requests(server), before);
        given_free(&given);
    }
    nango_client_free(client);
    server_stop(server);
    return check_finish();
}
