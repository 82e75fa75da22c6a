/* Errors, how they are reported, and who owns them. */
#include "support/check.h"
#include "support/client.h"

/* The error of a client that cannot be made. */
static nango_error *refusal(const nango_client_options *options) {
    nango_error *error = NULL;
    nango_client *client = nango_client_new(options, &error);
    CHECK(!client && error);
    nango_client_free(client);
    return error;
}

static void an_error_of_nango_is_told_in_full(struct server *server) {
    nango_error *error = NULL;
    CHECK(!connection_for(server, "rate_limited", &error));
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_RATE_LIMITED);
    CHECK_NUMBER(nango_error_http_status(error), 429);
    CHECK_TEXT(nango_error_code(error), "too_many_request");
    CHECK_TEXT(nango_error_server_message(error), "Too many requests");
    CHECK(strstr(nango_error_body(error), "{\"error\":{") != NULL);
    CHECK_NUMBER(nango_error_retry_after_ms(error), 7000);
    CHECK_NUMBER(nango_error_attempts(error), 1);
    CHECK_NUMBER(nango_error_is_retryable(error), 1);
    CHECK(nango_error_message(error) && !strstr(nango_error_message(error), "Too many requests"));
    nango_error_free(error);
}

static void other_answers_are_other_kinds(struct server *server) {
    static const struct {
        const char *answer;
        nango_error_kind kind;
    } expected[] = {
        {"not_found", NANGO_ERROR_NOT_FOUND},
        {"broken", NANGO_ERROR_DECODE},
        {"web_page", NANGO_ERROR_NOT_NANGO},
        {"no_such_answer", NANGO_ERROR_SERVER},
    };
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; ++i) {
        nango_error *error = NULL;
        CHECK(!connection_for(server, expected[i].answer, &error));
        CHECK_NUMBER(nango_error_get_kind(error), expected[i].kind);
        CHECK_NUMBER(nango_error_retry_after_ms(error), -1);
        nango_error_free(error);
    }
}

static void a_port_that_nobody_listens_on_is_connect(void) {
    struct server *gone = server_start();
    nango_client *client = client_for(gone, "oauth2");
    nango_error *error = NULL;
    server_stop(gone);
    CHECK(!nango_get_connection(client, "customer-1", "github", NULL, &error));
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_CONNECT);
    CHECK_NUMBER(nango_error_http_status(error), 0);
    CHECK_TEXT(nango_error_body(error), NULL);
    CHECK_NUMBER(nango_error_is_retryable(error), 1);
    nango_error_free(error);
    nango_client_free(client);
}

static void what_error_held_is_overwritten_and_not_freed(struct server *server) {
    nango_error *error = NULL;
    CHECK(!connection_for(server, "not_found", &error));
    nango_error *first = error;
    CHECK(!connection_for(server, "web_page", &error));
    CHECK(error != first);
    CHECK_NUMBER(nango_error_get_kind(first), NANGO_ERROR_NOT_FOUND);
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_NOT_NANGO);
    nango_error *second = error;
    nango_connection *connection = connection_for(server, "oauth2", &error);
    CHECK(connection && !error);
    nango_connection_free(connection);
    nango_error_free(first);
    nango_error_free(second);
}

static void success_clears_what_was_never_an_error(struct server *server) {
    char garbage = 0;
    nango_error *error = (nango_error *)(void *)&garbage;
    nango_connection *connection = connection_for(server, "oauth2", &error);
    CHECK(connection && !error);
    nango_connection_free(connection);
}

static void an_error_outlives_its_client(struct server *server) {
    nango_client *client = client_for(server, "not_found");
    nango_error *error = NULL;
    CHECK(!nango_get_connection(client, "customer-1", "github", NULL, &error));
    const char *message = nango_error_server_message(error);
    nango_client_free(client);
    CHECK_TEXT(message, "Failed to find connection");
    CHECK_TEXT(nango_error_code(error), "not_found");
    nango_error_free(error);
}

static void a_bad_setting_is_named_and_no_secret_repeated(void) {
    nango_client_options *options = nango_client_options_new();
    nango_client_options_set_secret_key(options, "invented key with spaces");
    nango_error *error = refusal(options);
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_INVALID_ARGUMENT);
    CHECK(strstr(nango_error_message(error), "secret_key") != NULL);
    CHECK(!strstr(nango_error_message(error), "invented"));
    CHECK_NUMBER(nango_error_attempts(error), 0);
    nango_error_free(error);
    nango_client_options_free(options);
}

static void a_route_without_a_number_is_refused_until_set_anew(void) {
    nango_client_options *options = nango_client_options_new();
    nango_client_options_set_secret_key(options, "invented-secret-key");
    nango_client_options_set_route(options, 3);
    nango_error *error = refusal(options);
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_INVALID_ARGUMENT);
    CHECK(strstr(nango_error_message(error), "route") != NULL);
    nango_error_free(error);
    nango_client_options_set_route(options, NANGO_ROUTE_CONNECTIONS);
    nango_client *client = nango_client_new(options, &error);
    CHECK(client && !error);
    nango_client_free(client);
    nango_client_options_free(options);
}

static void empty_ids_are_refused_before_anything_is_sent(struct server *server) {
    nango_client *client = client_for(server, "oauth2");
    nango_error *error = NULL;
    const int before = server_requests(server);
    CHECK(!nango_get_connection(client, "", "github", NULL, &error));
    CHECK(strstr(nango_error_message(error), "connection_id") != NULL);
    nango_error_free(error);
    CHECK(!nango_get_connection(client, "customer-1", "", NULL, &error));
    CHECK(strstr(nango_error_message(error), "provider_config_key") != NULL);
    nango_error_free(error);
    CHECK_NUMBER(server_requests(server), before);
    nango_client_free(client);
}

int main(void) {
    struct server *server = server_start();
    an_error_of_nango_is_told_in_full(server);
    other_answers_are_other_kinds(server);
    a_port_that_nobody_listens_on_is_connect();
    what_error_held_is_overwritten_and_not_freed(server);
    success_clears_what_was_never_an_error(server);
    an_error_outlives_its_client(server);
    a_bad_setting_is_named_and_no_secret_repeated();
    a_route_without_a_number_is_refused_until_set_anew();
    empty_ids_are_refused_before_anything_is_sent(server);
    server_stop(server);
    return check_finish();
}
