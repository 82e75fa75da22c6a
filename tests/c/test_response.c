/* Responses through the proxy: their origin, their head, and their body in memory. */
#include "support/check.h"
#include "support/client.h"
#include "support/proxied.h"

static void what_the_external_api_says_is_a_response(struct server *server) {
    static const struct {
        const char *answer;
        int32_t status;
        const char *body;
    } said[] = {
        {"api_not_found", 404, "{\"error\":{\"code\":\"not_found\",\"message\":\"No such item\"}}"},
        {"web_page", 404, "<html>not here</html>"},
        {"no_such_answer", 500, "the test server has no such answer"},
        {"digits", 200, "0123456789"},
    };
    for (size_t i = 0; i < sizeof said / sizeof said[0]; ++i) {
        nango_error *error = NULL;
        nango_response *response = response_for(server, said[i].answer, &error);
        CHECK(!error);
        CHECK_NUMBER(nango_response_status(response), said[i].status);
        CHECK_TEXT(nango_response_body(response, NULL, NULL), said[i].body);
        nango_response_free(response);
    }
}

static void a_failure_of_nangos_own_is_an_error(struct server *server) {
    nango_error *error = NULL;
    nango_response *response = response_for(server, "no_integration", &error);
    CHECK(!response);
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_UNKNOWN_INTEGRATION);
    CHECK_NUMBER(nango_error_http_status(error), 404);
    CHECK_TEXT(nango_error_code(error), "unknown_provider_config");
    CHECK_TEXT(nango_error_server_message(error), "No such integration");
    nango_response_free(response);
    nango_error_free(error);
}

static void headers_have_names_and_numbers(struct server *server) {
    nango_response *response = response_for(server, "api", NULL);
    CHECK_TEXT(nango_response_header(response, "Content-TYPE"), "application/json");
    CHECK_TEXT(nango_response_header(response, "x-two"), "1");
    CHECK_TEXT(nango_response_header(response, "x-latin"), "caf\xc3\xa9");
    CHECK_TEXT(nango_response_header(response, "x-absent"), NULL);
    CHECK_TEXT(nango_response_header(response, ""), NULL);
    const size_t count = nango_response_header_count(response);
    CHECK_NUMBER((long long)count, 6);
    int twos = 0;
    for (size_t i = 0; i < count; ++i) {
        const char *name = nango_response_header_name(response, i);
        const char *value = nango_response_header_value(response, i);
        CHECK(name && value && strspn(name, "abcdefghijklmnopqrstuvwxyz-") == strlen(name));
        if (name && value && strcmp(name, "x-two") == 0)
            CHECK_TEXT(value, ++twos == 1 ? "1" : "2");
    }
    CHECK_NUMBER(twos, 2);
    CHECK_TEXT(nango_response_header_name(response, count), NULL);
    CHECK_TEXT(nango_response_header_value(response, count), NULL);
    CHECK_TEXT(nango_response_header_name(response, SIZE_MAX), NULL);
    CHECK_TEXT(nango_response_header_value(response, SIZE_MAX), NULL);
    nango_response_free(response);
}

static void a_body_is_collected_with_a_nul_behind_it(struct server *server) {
    nango_response *response = response_for(server, "binary", NULL);
    nango_error *error = NULL;
    size_t size = 99;
    const char *body = nango_response_body(response, &size, &error);
    CHECK(!error);
    CHECK_NUMBER((long long)size, 3);
    CHECK(body && memcmp(body, "a\0b\0", 4) == 0);
    /* The same again, and nothing is left to read. */
    CHECK(nango_response_body(response, NULL, NULL) == (const void *)body);
    char byte = 0;
    CHECK_NUMBER(nango_response_read(response, &byte, 1, &error), 0);
    CHECK(!error);
    nango_response_free(response);
}

static void what_was_read_is_not_collected(struct server *server) {
    nango_response *response = response_for(server, "digits", NULL);
    char part[4] = "";
    size_t size = 0;
    CHECK_NUMBER(nango_response_read(response, part, sizeof part, NULL), 4);
    CHECK(memcmp(part, "0123", 4) == 0);
    CHECK_TEXT(nango_response_body(response, &size, NULL), "456789");
    CHECK_NUMBER((long long)size, 6);
    nango_response_free(response);
}

static void a_body_is_looked_into(struct server *server) {
    nango_response *response = response_for(server, "api", NULL);
    const char *name = nango_response_get_string(response, "/items/0/name");
    CHECK_TEXT(name, "first");
    CHECK(nango_response_get_string(response, "/items/0/name") == name);
    CHECK_TEXT(nango_response_get_json(response, "/items/0/price"), "1.50");
    CHECK_TEXT(nango_response_get_json(response, "/items/0/name"), "\"first\"");
    CHECK_TEXT(nango_response_get_json(response, ""), nango_response_body(response, NULL, NULL));
    CHECK_TEXT(nango_response_get_string(response, "/items/0/price"), NULL);
    CHECK_TEXT(nango_response_get_string(response, "/items/0/cut"), NULL);
    CHECK_TEXT(nango_response_get_json(response, "/items/0/cut"), "\"a\\u0000b\"");
    CHECK_TEXT(nango_response_get_json(response, "/items/1"), NULL);
    nango_response_free(response);
    response = response_for(server, "web_page", NULL);
    CHECK_TEXT(nango_response_get_json(response, ""), NULL);
    CHECK_TEXT(nango_response_body(response, NULL, NULL), "<html>not here</html>");
    nango_response_free(response);
}

static nango_client *client_with_room_for(const struct server *server, int64_t bytes) {
    nango_client_options *options = options_for(server, "digits");
    nango_client_options_set_max_response_bytes(options, bytes);
    nango_client *client = nango_client_new(options, NULL);
    nango_client_options_free(options);
    return client;
}

/* Collects the rest of a body of 10 bytes, of which so many were read before. */
static void collect_within(struct server *server, int64_t limit, size_t read_before, nango_error_kind expected) {
    nango_client *client = client_with_room_for(server, limit);
    nango_request *request = nango_request_new("GET", "/v1/items");
    nango_response *response = proxied(client, request, NULL, NULL);
    char part[10];
    if (read_before > 0)
        CHECK_NUMBER(nango_response_read(response, part, read_before, NULL), (long long)read_before);
    for (int i = 0; i < 2; ++i) {
        nango_error *error = NULL;
        size_t size = 99;
        const char *body = nango_response_body(response, &size, &error);
        CHECK_NUMBER(nango_error_get_kind(error), expected);
        CHECK_TEXT(body, expected ? NULL : &"0123456789"[read_before]);
        CHECK_NUMBER((long long)size, expected ? 0 : 10 - (long long)read_before);
        nango_error_free(error);
    }
    nango_response_free(response);
    nango_request_free(request);
    nango_client_free(client);
}

static void a_body_is_collected_within_a_limit(struct server *server) {
    collect_within(server, 10, 0, NANGO_ERROR_NONE);
    collect_within(server, 9, 0, NANGO_ERROR_TOO_LARGE);
    collect_within(server, 9, 1, NANGO_ERROR_NONE);
    collect_within(server, 0, 10, NANGO_ERROR_NONE);
}

static void a_look_up_in_too_much_finds_nothing(struct server *server) {
    nango_client *client = client_with_room_for(server, 9);
    nango_request *request = nango_request_new("GET", "/v1/items");
    nango_response *response = proxied(client, request, NULL, NULL);
    CHECK_TEXT(nango_response_get_json(response, ""), NULL);
    CHECK_TEXT(nango_response_get_string(response, ""), NULL);
    nango_response_free(response);
    nango_request_free(request);
    nango_client_free(client);
}

/* The declared length does not determine what is collected. */
static void the_head_of_an_answer_without_a_body_is_a_response(struct server *server) {
    nango_client *client = client_for(server, "head");
    nango_request *request = nango_request_new("HEAD", "/v1/items");
    nango_response *response = proxied(client, request, NULL, NULL);
    size_t size = 99;
    CHECK_NUMBER(nango_response_status(response), 200);
    CHECK_TEXT(nango_response_header(response, "content-length"), "100000000");
    CHECK_TEXT(nango_response_body(response, &size, NULL), "");
    CHECK_NUMBER((long long)size, 0);
    nango_response_free(response);
    nango_request_free(request);
    nango_client_free(client);
}

int main(void) {
    struct server *server = server_start();
    what_the_external_api_says_is_a_response(server);
    a_failure_of_nangos_own_is_an_error(server);
    headers_have_names_and_numbers(server);
    a_body_is_collected_with_a_nul_behind_it(server);
    what_was_read_is_not_collected(server);
    a_body_is_looked_into(server);
    a_body_is_collected_within_a_limit(server);
    a_look_up_in_too_much_finds_nothing(server);
    the_head_of_an_answer_without_a_body_is_a_response(server);
    server_stop(server);
    return check_finish();
}
