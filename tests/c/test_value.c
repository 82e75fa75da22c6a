/* Values of JSON documents of any handle. */
#include "support/check.h"
#include "support/client.h"
#include "support/proxied.h"

static void types_and_scalars(const nango_value *root) {
    static const struct {
        const char *key;
        nango_value_type type;
        const char *json;
    } members[] = {
        {"null", NANGO_VALUE_NULL, "null"},
        {"yes", NANGO_VALUE_BOOL, "true"},
        {"no", NANGO_VALUE_BOOL, "false"},
        {"int", NANGO_VALUE_NUMBER, "-9223372036854775808"},
        {"price", NANGO_VALUE_NUMBER, "1.50"},
        {"huge", NANGO_VALUE_NUMBER, "1e400"},
        {"text", NANGO_VALUE_STRING, "\"caf\\u00e9 \\\"x\\\"\""},
        {"list", NANGO_VALUE_ARRAY, "[ 1, \"two\" ,[]]"},
        {"nothing", NANGO_VALUE_ABSENT, NULL},
    };
    CHECK_NUMBER(nango_value_get_type(root), NANGO_VALUE_OBJECT);
    for (size_t i = 0; i < sizeof members / sizeof members[0]; ++i) {
        const nango_value *value = nango_value_get(root, members[i].key);
        CHECK_NUMBER(nango_value_get_type(value), members[i].type);
        CHECK_TEXT(nango_value_json(value), members[i].json);
        CHECK(nango_value_json(value) == nango_value_json(value));
        CHECK(value == nango_value_get(root, members[i].key));
    }
    CHECK_NUMBER(nango_value_bool(nango_value_get(root, "yes")), 1);
    CHECK_NUMBER(nango_value_bool(nango_value_get(root, "no")), 0);
    CHECK_NUMBER(nango_value_bool(nango_value_get(root, "int")), 0);
}

static void numbers_say_whether_they_fit(const nango_value *root) {
    int64_t integer = -5;
    double number = -5;
    CHECK_NUMBER(nango_value_int64(nango_value_get(root, "price"), &integer), 0);
    CHECK_NUMBER(nango_value_int64(nango_value_get(root, "more"), &integer), 0);
    CHECK_NUMBER(nango_value_int64(nango_value_get(root, "text"), &integer), 0);
    CHECK_NUMBER(integer, -5);
    CHECK_NUMBER(nango_value_int64(nango_value_get(root, "int"), &integer), 1);
    CHECK_NUMBER(integer, INT64_MIN);
    CHECK_NUMBER(nango_value_double(nango_value_get(root, "huge"), &number), 0);
    CHECK(number < -4);
    CHECK_NUMBER(nango_value_double(nango_value_get(root, "price"), &number), 1);
    CHECK(number > 1.49 && number < 1.51);
    CHECK_NUMBER(nango_value_double(nango_value_get(root, "more"), &number), 1);
    CHECK(number > 9e18);
}

static void strings_and_keys(const nango_value *root) {
    CHECK_TEXT(nango_value_string(nango_value_get(root, "text")), "caf\xc3\xa9 \"x\"");
    CHECK_TEXT(nango_value_string(nango_value_get(root, "empty")), "");
    CHECK_TEXT(nango_value_string(nango_value_get(root, "cut")), NULL);
    CHECK_TEXT(nango_value_json(nango_value_get(root, "cut")), "\"a\\u0000b\"");
    CHECK_TEXT(nango_value_string(nango_value_get(root, "int")), NULL);
    CHECK_TEXT(nango_value_json(nango_value_get(root, "a/b")), "1");
    CHECK_TEXT(nango_value_json(nango_value_get(root, "twice")), "2");
    CHECK_TEXT(nango_value_json(nango_value_get(root, "key")), "4");
    CHECK(!nango_value_get(root, "/text"));
    CHECK(!nango_value_get(root, ""));
}

static void walking_through(const nango_value *root) {
    const size_t members = nango_value_count(root);
    CHECK_NUMBER((long long)members, 16);
    CHECK_TEXT(nango_value_key_at(root, 0), "null");
    CHECK_TEXT(nango_value_key_at(root, members - 2), NULL);
    CHECK_TEXT(nango_value_json(nango_value_at(root, members - 2)), "3");
    CHECK_TEXT(nango_value_key_at(root, members - 1), "key");
    CHECK(!nango_value_at(root, members) && !nango_value_key_at(root, members) && !nango_value_at(root, SIZE_MAX));
    const nango_value *list = nango_value_get(root, "list");
    CHECK_NUMBER((long long)nango_value_count(list), 3);
    CHECK_TEXT(nango_value_string(nango_value_at(list, 1)), "two");
    CHECK_NUMBER((long long)nango_value_count(nango_value_at(list, 2)), 0);
    CHECK(!nango_value_at(list, 3) && !nango_value_key_at(list, 0) && !nango_value_get(list, "0"));
    CHECK(!nango_value_at(nango_value_at(list, 1), 0));
}

static void of_a_response(struct server *server) {
    nango_error *error = NULL;
    nango_response *response = response_for(server, "document", NULL);
    const nango_value *root = nango_response_value(response, &error);
    CHECK(root && !error);
    types_and_scalars(root);
    numbers_say_whether_they_fit(root);
    strings_and_keys(root);
    walking_through(root);
    CHECK(root == nango_response_value(response, NULL));
    CHECK_TEXT(nango_response_get_string(response, "/list/1"), "two");
    nango_response_free(response);
    response = response_for(server, "web_page", NULL);
    CHECK(!nango_response_value(response, &error));
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_DECODE);
    CHECK_NUMBER(nango_error_http_status(error), 404);
    nango_error_free(error);
    CHECK_TEXT(nango_response_body(response, NULL, NULL), "<html>not here</html>");
    nango_response_free(response);
}

static void of_a_connection(struct server *server) {
    nango_connection *connection = connection_for(server, "oauth2", NULL);
    const nango_value *root = nango_connection_value(connection);
    const nango_value *tags = nango_value_get(root, "tags");
    CHECK_TEXT(nango_value_string(nango_value_get(tags, "team")), "\xc3\xa9quipe");
    CHECK_TEXT(nango_value_json(root), nango_connection_json(connection));
    CHECK(root == nango_connection_value(connection));
    /* The same index. */
    CHECK(nango_connection_get_string(connection, "/tags/team") == nango_value_string(nango_value_get(tags, "team")));
    nango_connection_free(connection);
}

static void of_an_error(struct server *server) {
    static const struct {
        const char *answer;
        const char *message;
    } errors[] = {{"findings", "Too short"}, {"web_page", NULL}};
    for (size_t i = 0; i < sizeof errors / sizeof errors[0]; ++i) {
        nango_error *error = NULL;
        nango_connection *connection = connection_for(server, errors[i].answer, &error);
        CHECK(!connection && error);
        const nango_value *found = nango_value_get(nango_error_value(error), "error");
        found = nango_value_at(nango_value_get(found, "errors"), 0);
        CHECK_TEXT(nango_value_string(nango_value_get(found, "message")), errors[i].message);
        nango_connection_free(connection);
        nango_error_free(error);
    }
}

int main(void) {
    struct server *server = server_start();
    of_a_response(server);
    of_a_connection(server);
    of_an_error(server);
    server_stop(server);
    return check_finish();
}
