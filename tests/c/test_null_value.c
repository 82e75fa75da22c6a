/* Every pointer parameter of the functions for calls and values, NULL while the others are not. */
#include "support/check.h"
#include "support/client.h"
#include "support/functions.h"

static void reading_no_value(void) {
    int64_t integer = -5;
    double number = -5;
    for (size_t i = 0; i < COUNT(value_texts); ++i) {
        CHECK_TEXT(value_texts[i].get(NULL), NULL);
        tested(value_texts[i].name, "value");
    }
    for (size_t i = 0; i < COUNT(value_numbers); ++i) {
        CHECK_NUMBER(value_numbers[i].get(NULL), 0);
        tested(value_numbers[i].name, "value");
    }
    CHECK_NUMBER((long long)nango_value_count(NULL), 0);
    tested("nango_value_count", "value");
    CHECK(!nango_value_at(NULL, 0));
    tested("nango_value_at", "value");
    CHECK(!nango_value_key_at(NULL, 0));
    tested("nango_value_key_at", "value");
    CHECK(!nango_value_get(NULL, "a"));
    tested("nango_value_get", "value");
    CHECK_NUMBER(nango_value_int64(NULL, &integer), 0);
    tested("nango_value_int64", "value");
    CHECK_NUMBER(nango_value_double(NULL, &number), 0);
    tested("nango_value_double", "value");
    CHECK(integer == -5 && number < -4);
}

static void values_of_nothing(void) {
    nango_error *error = NULL;
    CHECK(!nango_connection_value(NULL));
    tested("nango_connection_value", "connection");
    CHECK(!nango_error_value(NULL));
    tested("nango_error_value", "error");
    CHECK(!nango_response_value(NULL, &error));
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_INVALID_ARGUMENT);
    CHECK(nango_error_message(error) && strstr(nango_error_message(error), "response"));
    nango_error_free(error);
    tested("nango_response_value", "response");
    CHECK(!nango_response_value(NULL, NULL));
    tested("nango_response_value", "error");
}

static void storing_nowhere(const nango_value *root) {
    CHECK(!nango_value_get(root, NULL));
    tested("nango_value_get", "key");
    CHECK_NUMBER(nango_value_int64(nango_value_get(root, "int"), NULL), 1);
    tested("nango_value_int64", "number");
    CHECK_NUMBER(nango_value_double(nango_value_get(root, "price"), NULL), 1);
    tested("nango_value_double", "number");
}

/* The call is refused because of what its message names. */
static void check_refused(const nango_client *client, const nango_request *request, const char *names) {
    nango_error *error = NULL;
    nango_response *response = nango_call(client, request, NULL, &error);
    CHECK(!response);
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_INVALID_ARGUMENT);
    CHECK(nango_error_message(error) && strstr(nango_error_message(error), names));
    nango_response_free(response);
    nango_error_free(error);
    tested("nango_call", names);
}

static void calling_without(struct server *server, const nango_client *client) {
    nango_request *request = nango_request_new("POST", "/x");
    check_refused(NULL, request, "client");
    check_refused(client, NULL, "request");
    nango_request_set_json(NULL, "{}");
    tested("nango_request_set_json", "request");
    nango_request_set_json(request, "{}");
    nango_request_set_json(request, NULL);
    tested("nango_request_set_json", "json");
    nango_response *response = nango_call(client, request, NULL, NULL);
    CHECK_NUMBER(nango_response_status(response), 200);
    CHECK_TEXT(server_last_header(server, "content-type"), NULL);
    tested("nango_call", "options");
    const nango_value *root = nango_response_value(response, NULL);
    CHECK(root != NULL);
    storing_nowhere(root);
    nango_response_free(response);
    response = nango_call(NULL, request, NULL, NULL);
    CHECK(!response);
    tested("nango_call", "error");
    nango_response_free(response);
    nango_request_free(request);
}

int main(void) {
    struct server *server = server_start();
    nango_client *client = client_for(server, "document");
    reading_no_value();
    values_of_nothing();
    calling_without(server, client);
    nango_client_free(client);
    server_stop(server);
    return check_finish();
}
