/* Every pointer parameter of every function, NULL while the others are not, and what becomes of it later. */
#include "generated/functions.h"
#include "generated/null.h"

/* A NULL connection leaves the value unchanged. */
static void numbers_that_are_stored(const nango_connection *connection) {
    for (size_t i = 0; i < COUNT(connection_stored_numbers); ++i) {
        int64_t untouched = -5;
        CHECK_NUMBER(connection_stored_numbers[i].get(NULL, &untouched), 0);
        CHECK_NUMBER(untouched, -5);
        CHECK_NUMBER(connection_stored_numbers[i].get(connection, NULL), 1);
    }
}

static void never_logged(void *user_data, int32_t level, const char *message) {
    (void)user_data, (void)level;
    CHECK_TEXT(message, "no message");
}

static int32_t never_asked(void *user_data) {
    CHECK_TEXT(user_data, "never asked");
    return 1;
}

/* NULL resets a setting: the key is then missing, and all others have a default. */
static void setting_nothing(void) {
    for (size_t i = 0; i < COUNT(text_setters); ++i) {
        nango_client_options *options = nango_client_options_new();
        nango_error *error = NULL;
        nango_client_options_set_secret_key(options, "invented-secret-key");
        text_setters[i].set(options, "not\nusable");
        text_setters[i].set(options, NULL);
        nango_client *client = nango_client_new(options, &error);
        if (strcmp(text_setters[i].setting, "secret_key") == 0)
            CHECK(!client && strstr(nango_error_message(error), "secret_key"));
        else
            CHECK(client && !error);
        nango_client_free(client);
        nango_error_free(error);
        nango_client_options_free(options);
    }
}

static void read_a_message(void *user_data, int32_t level, const char *message) {
    (void)user_data, (void)level;
    CHECK(message != NULL);
}

static int32_t go_on(void *user_data) {
    CHECK(user_data == NULL);
    return 0;
}

/* NULL resets a token and a callback; the user data of a callback may be NULL too. */
static void calling_back_with_nothing(const struct server *server) {
    nango_client_options *options = options_for(server, "oauth2");
    nango_client_options_set_log(options, read_a_message, NULL, NANGO_LOG_TRACE);
    nango_client *telling = nango_client_new(options, NULL);
    nango_client_options_set_log(options, never_logged, NULL, NANGO_LOG_TRACE);
    nango_client_options_set_log(options, NULL, NULL, NANGO_LOG_TRACE);
    nango_client *silent = nango_client_new(options, NULL);
    nango_client_options_free(options);

    nango_call_options *call = nango_call_options_new();
    nango_cancel *cancel = nango_cancel_new();
    nango_cancel_trigger(cancel);
    nango_call_options_set_cancel(call, cancel);
    nango_call_options_set_cancel(call, NULL);
    nango_call_options_set_interrupt(call, never_asked, NULL);
    nango_call_options_set_interrupt(call, NULL, NULL);
    nango_connection *connection = nango_get_connection(silent, "customer-1", "github", call, NULL);
    CHECK(connection != NULL);
    nango_connection_free(connection);
    nango_call_options_set_interrupt(call, go_on, NULL);
    connection = nango_get_connection(telling, "customer-1", "github", call, NULL);
    CHECK(connection != NULL);
    nango_connection_free(connection);
    nango_cancel_free(cancel);
    nango_call_options_free(call);
    nango_client_free(telling);
    nango_client_free(silent);
}

static void adding_half_a_header(const char *name, const char *value, const char *missing) {
    nango_client_options *options = nango_client_options_new();
    nango_error *error = NULL;
    nango_client_options_set_secret_key(options, "invented-secret-key");
    nango_client_options_add_header(options, name, value);
    nango_client *client = nango_client_new(options, &error);
    CHECK(client == NULL);
    check_refused(error, missing, "is NULL");
    nango_client_free(client);
    nango_client_options_free(options);
}

/* The error may be ignored. */
static void failing_without_an_error(void) {
    size_t size = 99;
    CHECK(nango_client_new(NULL, NULL) == NULL);
    CHECK(nango_get_connection(NULL, "customer-1", "github", NULL, NULL) == NULL);
    CHECK(nango_proxy(NULL, "customer-1", "github", NULL, NULL, NULL) == NULL);
    CHECK_NUMBER(nango_response_read(NULL, NULL, 0, NULL), -1);
    CHECK(nango_response_body(NULL, &size, NULL) == NULL);
    CHECK_NUMBER((long long)size, 0);
}

int main(void) {
    struct server *server = server_start();
    for (size_t i = 0; i < COUNT(null_in_each_section); ++i) {
        struct given given;
        given_make(&given, server);
        null_in_each_section[i](&given);
        given_free(&given);
    }
    nango_connection *connection = connection_for(server, "oauth2", NULL);
    CHECK(connection != NULL);
    numbers_that_are_stored(connection);
    setting_nothing();
    calling_back_with_nothing(server);
    adding_half_a_header(NULL, "invented", "name");
    adding_half_a_header("x-gateway", NULL, "value");
    failing_without_an_error();
    nango_connection_free(connection);
    server_stop(server);
    return check_finish();
}
