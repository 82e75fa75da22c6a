/* Every pointer parameter of every function, NULL while the others are not. */
#include "support/check.h"
#include "support/client.h"
#include "support/functions.h"

static void reading_nothing(void) {
    for (size_t i = 0; i < COUNT(connection_texts); ++i) {
        CHECK_TEXT(connection_texts[i].get(NULL), NULL);
        tested(connection_texts[i].name, "connection");
    }
    for (size_t i = 0; i < COUNT(error_texts); ++i) {
        CHECK_TEXT(error_texts[i].get(NULL), NULL);
        tested(error_texts[i].name, "error");
    }
    for (size_t i = 0; i < COUNT(error_numbers); ++i) {
        CHECK_NUMBER(error_numbers[i].get(NULL), error_numbers[i].absent);
        tested(error_numbers[i].name, "error");
    }
    CHECK_NUMBER(nango_error_retry_after_ms(NULL), -1);
    tested("nango_error_retry_after_ms", "error");
    CHECK_NUMBER(nango_connection_id(NULL), 0);
    tested("nango_connection_id", "connection");
    CHECK_NUMBER(nango_connection_auth_mode(NULL), NANGO_AUTH_MODE_ABSENT);
    tested("nango_connection_auth_mode", "connection");
}

static void numbers_that_are_stored(const nango_connection *connection) {
    for (size_t i = 0; i < COUNT(connection_stored_numbers); ++i) {
        int64_t untouched = -5;
        CHECK_NUMBER(connection_stored_numbers[i].get(NULL, &untouched), 0);
        CHECK_NUMBER(untouched, -5);
        tested(connection_stored_numbers[i].name, "connection");
        CHECK_NUMBER(connection_stored_numbers[i].get(connection, NULL), 1);
        tested(connection_stored_numbers[i].name, connection_stored_numbers[i].result);
    }
}

static void looking_up(const nango_connection *connection) {
    for (size_t i = 0; i < COUNT(look_ups); ++i) {
        CHECK(look_ups[i].get(connection, look_ups[i].argument) != NULL);
        CHECK_TEXT(look_ups[i].get(NULL, look_ups[i].argument), NULL);
        tested(look_ups[i].name, "connection");
        CHECK_TEXT(look_ups[i].get(connection, NULL), NULL);
        tested(look_ups[i].name, look_ups[i].parameter);
    }
}

static void freeing_nothing(void) {
    nango_error_free(NULL);
    tested("nango_error_free", "error");
    nango_client_options_free(NULL);
    tested("nango_client_options_free", "options");
    nango_client_free(NULL);
    tested("nango_client_free", "client");
    nango_cancel_free(NULL);
    tested("nango_cancel_free", "cancel");
    nango_call_options_free(NULL);
    tested("nango_call_options_free", "options");
    nango_connection_free(NULL);
    tested("nango_connection_free", "connection");
}

static void ending_nothing(void) {
    nango_cancel_trigger(NULL);
    tested("nango_cancel_trigger", "cancel");
    nango_client_shutdown(NULL);
    tested("nango_client_shutdown", "client");
}

static void forgetting_nothing(const nango_client *client) {
    nango_client_invalidate(NULL, "customer-1", "github");
    tested("nango_client_invalidate", "client");
    nango_client_invalidate(client, NULL, "github");
    tested("nango_client_invalidate", "connection_id");
    nango_client_invalidate(client, "customer-1", NULL);
    tested("nango_client_invalidate", "provider_config_key");
    nango_client_clear_cache(NULL);
    tested("nango_client_clear_cache", "client");
}

static void never_logged(void *user_data, int32_t level, const char *message) {
    (void)user_data, (void)level;
    CHECK_TEXT(message, "no message");
}

static int32_t never_asked(void *user_data) {
    CHECK_TEXT(user_data, "never asked");
    return 1;
}

static void setting_without_options(void) {
    for (size_t i = 0; i < COUNT(text_setters); ++i) {
        text_setters[i].set(NULL, "text");
        tested(text_setters[i].name, "options");
    }
    nango_client_options_set_allow_plaintext_http(NULL, 1);
    tested("nango_client_options_set_allow_plaintext_http", "options");
    nango_client_options_set_route(NULL, NANGO_ROUTE_AUTO);
    tested("nango_client_options_set_route", "options");
    nango_client_options_set_timeout_ms(NULL, 1);
    tested("nango_client_options_set_timeout_ms", "options");
    nango_client_options_set_connect_timeout_ms(NULL, 1);
    tested("nango_client_options_set_connect_timeout_ms", "options");
    nango_client_options_set_max_retries(NULL, 1);
    tested("nango_client_options_set_max_retries", "options");
    nango_client_options_set_log(NULL, never_logged, NULL, NANGO_LOG_TRACE);
    tested("nango_client_options_set_log", "options");
    nango_client_options_set_cache_ttl_ms(NULL, 1);
    tested("nango_client_options_set_cache_ttl_ms", "options");
    nango_client_options_set_max_response_bytes(NULL, 1);
    tested("nango_client_options_set_max_response_bytes", "options");
    nango_client_options_add_header(NULL, "x-gateway", "invented");
    tested("nango_client_options_add_header", "options");
    nango_client_options_set_read_env(NULL, 1);
    tested("nango_client_options_set_read_env", "options");
    nango_client_options_load_env(NULL);
    tested("nango_client_options_load_env", "options");
    nango_call_options_set_timeout_ms(NULL, 1);
    tested("nango_call_options_set_timeout_ms", "options");
    nango_cancel *cancel = nango_cancel_new();
    nango_call_options_set_cancel(NULL, cancel);
    tested("nango_call_options_set_cancel", "options");
    nango_cancel_free(cancel);
    nango_call_options_set_interrupt(NULL, never_asked, NULL);
    tested("nango_call_options_set_interrupt", "options");
    nango_call_options_set_max_age_ms(NULL, 1);
    tested("nango_call_options_set_max_age_ms", "options");
    nango_call_options_set_force_refresh(NULL, 1);
    tested("nango_call_options_set_force_refresh", "options");
    nango_call_options_set_refresh_token(NULL, 1);
    tested("nango_call_options_set_refresh_token", "options");
    nango_call_options_set_refresh_github_app_jwt_token(NULL, 1);
    tested("nango_call_options_set_refresh_github_app_jwt_token", "options");
}

/* NULL takes back what was set: the key is then missing, and all others have a default. */
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
        tested(text_setters[i].name, text_setters[i].parameter);
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

/* NULL takes back a token and a callback; what a callback is given may be NULL too. */
static void calling_back_with_nothing(const struct server *server) {
    nango_client_options *options = options_for(server, "oauth2");
    nango_client_options_set_log(options, read_a_message, NULL, NANGO_LOG_TRACE);
    nango_client *telling = nango_client_new(options, NULL);
    tested("nango_client_options_set_log", "user_data");
    nango_client_options_set_log(options, never_logged, NULL, NANGO_LOG_TRACE);
    nango_client_options_set_log(options, NULL, NULL, NANGO_LOG_TRACE);
    nango_client *silent = nango_client_new(options, NULL);
    nango_client_options_free(options);

    nango_call_options *call = nango_call_options_new();
    nango_cancel *cancel = nango_cancel_new();
    nango_cancel_trigger(cancel);
    nango_call_options_set_cancel(call, cancel);
    nango_call_options_set_cancel(call, NULL);
    tested("nango_call_options_set_cancel", "cancel");
    nango_call_options_set_interrupt(call, never_asked, NULL);
    nango_call_options_set_interrupt(call, NULL, NULL);
    nango_connection *connection = nango_get_connection(silent, "customer-1", "github", call, NULL);
    CHECK(connection != NULL);
    nango_connection_free(connection);
    nango_call_options_set_interrupt(call, go_on, NULL);
    tested("nango_call_options_set_interrupt", "user_data");
    connection = nango_get_connection(telling, "customer-1", "github", call, NULL);
    CHECK(connection != NULL);
    nango_connection_free(connection);
    nango_cancel_free(cancel);
    nango_call_options_free(call);
    nango_client_free(telling);
    nango_client_free(silent);
}

/* The call failed because of an argument that its message names. */
static void check_refused(int failed, nango_error *error, const char *argument) {
    CHECK(failed);
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_INVALID_ARGUMENT);
    CHECK(nango_error_message(error) && strstr(nango_error_message(error), argument));
    nango_error_free(error);
}

static void adding_half_a_header(const char *name, const char *value, const char *missing) {
    nango_client_options *options = nango_client_options_new();
    nango_error *error = NULL;
    nango_client_options_set_secret_key(options, "invented-secret-key");
    nango_client_options_add_header(options, name, value);
    nango_client *client = nango_client_new(options, &error);
    check_refused(client == NULL, error, missing);
    tested("nango_client_options_add_header", missing);
    nango_client_free(client);
    nango_client_options_free(options);
}

static void making_a_client(void) {
    nango_error *error = NULL;
    nango_client *client = nango_client_new(NULL, &error);
    check_refused(client == NULL, error, "options");
    tested("nango_client_new", "options");
    nango_client_free(client);

    nango_client_options *options = nango_client_options_new();
    client = nango_client_new(options, NULL);
    CHECK(!client);
    nango_client_free(client);
    nango_client_options_set_secret_key(options, "invented-secret-key");
    client = nango_client_new(options, NULL);
    CHECK(client != NULL);
    tested("nango_client_new", "error");
    nango_client_free(client);
    nango_client_options_free(options);
}

static void getting_a_connection(const nango_client *client) {
    nango_error *error = NULL;
    nango_connection *connection = nango_get_connection(NULL, "customer-1", "github", NULL, &error);
    check_refused(connection == NULL, error, "client");
    tested("nango_get_connection", "client");
    nango_connection_free(connection);

    connection = nango_get_connection(client, NULL, "github", NULL, &error);
    check_refused(connection == NULL, error, "connection_id");
    tested("nango_get_connection", "connection_id");
    nango_connection_free(connection);

    connection = nango_get_connection(client, "customer-1", NULL, NULL, &error);
    check_refused(connection == NULL, error, "provider_config_key");
    tested("nango_get_connection", "provider_config_key");
    nango_connection_free(connection);

    connection = nango_get_connection(client, "customer-1", "github", NULL, &error);
    CHECK(connection && !error);
    tested("nango_get_connection", "options");
    nango_connection_free(connection);

    connection = nango_get_connection(client, "", "github", NULL, NULL);
    CHECK(!connection);
    nango_connection_free(connection);
    tested("nango_get_connection", "error");
}

int main(void) {
    struct server *server = server_start();
    nango_client *client = client_for(server, "oauth2");
    nango_connection *connection = nango_get_connection(client, "customer-1", "github", NULL, NULL);
    CHECK(connection != NULL);
    reading_nothing();
    numbers_that_are_stored(connection);
    looking_up(connection);
    freeing_nothing();
    ending_nothing();
    forgetting_nothing(client);
    setting_without_options();
    setting_nothing();
    calling_back_with_nothing(server);
    adding_half_a_header(NULL, "invented", "name");
    adding_half_a_header("x-gateway", NULL, "value");
    making_a_client();
    getting_a_connection(client);
    nango_connection_free(connection);
    nango_client_free(client);
    server_stop(server);
    return check_finish();
}
