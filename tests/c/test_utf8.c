/* Every string parameter of every function, with bytes that are not UTF-8. */
#include "support/check.h"
#include "support/client.h"
#include "support/functions.h"
#include "support/proxied.h"

static const char *const not_utf8[] = {
    "\xff",             /* no byte of UTF-8 */
    "caf\xe9",          /* Latin-1 */
    "\xc0\x80",         /* U+0000, too long */
    "\xed\xa0\x80",     /* a surrogate */
    "\xf4\x90\x80\x80", /* beyond U+10FFFF */
    "\xe2\x82",         /* cut short */
};

/* The call failed because of text that its message names and does not repeat. */
static void check_refused(int failed, nango_error *error, const char *argument) {
    CHECK(failed);
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_INVALID_ARGUMENT);
    CHECK(nango_error_message(error) && strstr(nango_error_message(error), argument));
    CHECK(nango_error_message(error) && strstr(nango_error_message(error), "UTF-8"));
    CHECK(nango_error_message(error) && !strstr(nango_error_message(error), "caf"));
    nango_error_free(error);
}

static void setting(const char *text) {
    for (size_t i = 0; i < COUNT(text_setters); ++i) {
        nango_client_options *options = nango_client_options_new();
        nango_error *error = NULL;
        nango_client_options_set_secret_key(options, "invented-secret-key");
        text_setters[i].set(options, text);
        nango_client *client = nango_client_new(options, &error);
        check_refused(client == NULL, error, text_setters[i].setting);
        tested(text_setters[i].name, text_setters[i].parameter);
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
    check_refused(client == NULL, error, bad);
    tested("nango_client_options_add_header", bad);
    nango_client_free(client);
    nango_client_options_free(options);
}

static void getting(const nango_client *client, const char *connection_id, const char *key, const char *bad) {
    nango_error *error = NULL;
    nango_connection *connection = nango_get_connection(client, connection_id, key, NULL, &error);
    check_refused(connection == NULL, error, bad);
    tested("nango_get_connection", bad);
    nango_connection_free(connection);
}

/* Makes a call through the proxy, which is refused; frees the request. */
static void sending(const nango_client *client, nango_request *request, const char *bad) {
    nango_error *error = NULL;
    nango_response *response = proxied(client, request, NULL, &error);
    check_refused(response == NULL, error, bad);
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
    tested("nango_request_new", "method");
    sending(client, nango_request_new("GET", text), "endpoint");
    tested("nango_request_new", "endpoint");
    for (size_t i = 0; i < COUNT(request_pair_setters); ++i) {
        nango_request *request = nango_request_new("GET", "/");
        request_pair_setters[i].set(request, text, "value");
        sending(client, request, "name");
        tested(request_pair_setters[i].name, "name");
        request = nango_request_new("GET", "/");
        request_pair_setters[i].set(request, "name", text);
        sending(client, request, "value");
        tested(request_pair_setters[i].name, "value");
    }
    nango_request *request = nango_request_new("POST", "/");
    nango_request_set_body(request, "x", 1, text);
    sending(client, request, "content_type");
    tested("nango_request_set_body", "content_type");
    request = nango_request_new("POST", "/");
    nango_request_set_body_reader(request, never_read, NULL, 1, text);
    sending(client, request, "content_type");
    tested("nango_request_set_body_reader", "content_type");
    request = nango_request_new("GET", "/");
    nango_request_set_base_url_override(request, text);
    sending(client, request, "base_url_override");
    tested("nango_request_set_base_url_override", "url");
    request = nango_request_new("POST", "/");
    nango_request_set_json(request, text);
    sending(client, request, "json");
    tested("nango_request_set_json", "json");
}

static void proxying(const nango_client *client, const char *connection_id, const char *key, const char *bad) {
    nango_error *error = NULL;
    nango_request *request = nango_request_new("GET", "/");
    nango_response *response = nango_proxy(client, connection_id, key, request, NULL, &error);
    check_refused(response == NULL, error, bad);
    tested("nango_proxy", bad);
    nango_response_free(response);
    nango_request_free(request);
}

static void looking_into(nango_response *response, const char *text) {
    CHECK_TEXT(nango_response_header(response, text), NULL);
    tested("nango_response_header", "name");
    for (size_t i = 0; i < COUNT(response_look_ups); ++i) {
        CHECK_TEXT(response_look_ups[i].get(response, text), NULL);
        tested(response_look_ups[i].name, "json_pointer");
    }
}

/* Text that names no connection: nothing is forgotten. */
static void forgetting(const nango_client *client, const char *text) {
    nango_client_invalidate(client, text, "github");
    tested("nango_client_invalidate", "connection_id");
    nango_client_invalidate(client, "customer-1", text);
    tested("nango_client_invalidate", "provider_config_key");
}

static void looking_up(const nango_connection *connection, const char *text) {
    for (size_t i = 0; i < COUNT(look_ups); ++i) {
        CHECK_TEXT(look_ups[i].get(connection, text), NULL);
        tested(look_ups[i].name, look_ups[i].parameter);
    }
    CHECK(!nango_value_get(nango_connection_value(connection), text));
    tested("nango_value_get", "key");
}

int main(void) {
    struct server *server = server_start();
    nango_client *client = client_for(server, "oauth2");
    nango_connection *connection = nango_get_connection(client, "customer-1", "github", NULL, NULL);
    CHECK(connection != NULL);
    nango_response *response = response_for(server, "api", NULL);
    CHECK(response != NULL);
    const int before = server_requests(server);
    for (size_t i = 0; i < COUNT(not_utf8); ++i) {
        setting(not_utf8[i]);
        adding_a_header(not_utf8[i], "invented", "name");
        adding_a_header("x-gateway", not_utf8[i], "value");
        getting(client, not_utf8[i], "github", "connection_id");
        getting(client, "customer-1", not_utf8[i], "provider_config_key");
        forgetting(client, not_utf8[i]);
        looking_up(connection, not_utf8[i]);
        making_a_request(client, not_utf8[i]);
        proxying(client, not_utf8[i], "github", "connection_id");
        proxying(client, "customer-1", not_utf8[i], "provider_config_key");
        looking_into(response, not_utf8[i]);
    }
    CHECK_NUMBER(server_requests(server), before);
    nango_response_free(response);
    nango_connection_free(connection);
    nango_client_free(client);
    server_stop(server);
    return check_finish();
}
