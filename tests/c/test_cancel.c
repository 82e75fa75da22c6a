/* The effect of cancel tokens and a shutdown on calls that were not begun, that run, and that have ended. */
#include "support/calls.h"
#include "support/check.h"
#include "support/client.h"

enum { CALLS = 8 };

static void what_is_triggered_before_sends_nothing(struct server *server) {
    nango_client *client = client_for(server, "oauth2");
    nango_call_options *options = nango_call_options_new();
    nango_cancel *cancel = nango_cancel_new();
    const int before = server_requests(server);
    nango_call_options_set_cancel(options, cancel);
    nango_cancel_trigger(cancel);
    nango_error *error = NULL;
    nango_connection *connection = nango_get_connection(client, "customer-1", "github", options, &error);
    CHECK(!connection);
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_CANCELLED);
    CHECK_NUMBER(nango_error_is_retryable(error), 0);
    CHECK_NUMBER(nango_error_attempts(error), 0);
    CHECK_NUMBER(server_requests(server), before);
    nango_connection_free(connection);
    nango_error_free(error);
    CHECK_NUMBER(outcome_of(client, NULL), NANGO_ERROR_NONE);
    nango_cancel_free(cancel);
    nango_call_options_free(options);
    nango_client_free(client);
}

static void what_is_triggered_after_ends_the_next_call_only(struct server *server) {
    nango_client *client = client_for(server, "oauth2");
    nango_call_options *options = nango_call_options_new();
    nango_cancel *cancel = nango_cancel_new();
    nango_call_options_set_cancel(options, cancel);
    nango_connection *connection = nango_get_connection(client, "customer-1", "github", options, NULL);
    nango_cancel_trigger(cancel);
    CHECK_TEXT(nango_connection_token(connection), "invented-access");
    CHECK_NUMBER(outcome_of(client, options), NANGO_ERROR_CANCELLED);
    nango_cancel_trigger(cancel);
    CHECK_NUMBER(outcome_of(client, options), NANGO_ERROR_CANCELLED);
    nango_connection_free(connection);
    nango_cancel_free(cancel);
    nango_call_options_free(options);
    nango_client_free(client);
}

static void one_token_ends_many_calls_and_no_other(struct server *server) {
    nango_client *client = client_for(server, "held");
    nango_call_options *options = nango_call_options_new();
    nango_cancel *cancel = nango_cancel_new();
    nango_call_options_set_cancel(options, cancel);
    struct call calls[CALLS] = {0};
    struct call other = {0};
    for (int i = 0; i < CALLS; ++i)
        start_call(&calls[i], client, options);
    start_call(&other, client, NULL);
    server_wait_held(server, CALLS + 1);
    nango_cancel_trigger(cancel);
    for (int i = 0; i < CALLS; ++i)
        finish_call(&calls[i], NANGO_ERROR_CANCELLED);
    server_release(server);
    finish_call(&other, NANGO_ERROR_NONE);
    nango_cancel_free(cancel);
    nango_call_options_free(options);
    nango_client_free(client);
}

static void a_token_may_be_freed_while_its_call_runs(struct server *server) {
    nango_client *client = client_for(server, "held");
    nango_call_options *options = nango_call_options_new();
    nango_cancel *cancel = nango_cancel_new();
    nango_call_options_set_cancel(options, cancel);
    struct call freed = {0};
    start_call(&freed, client, options);
    server_wait_held(server, 1);
    nango_cancel_free(cancel);
    server_release(server);
    finish_call(&freed, NANGO_ERROR_NONE);

    cancel = nango_cancel_new();
    nango_call_options_set_cancel(options, cancel);
    struct call triggered = {0};
    start_call(&triggered, client, options);
    server_wait_held(server, 1);
    nango_cancel_trigger(cancel);
    nango_cancel_free(cancel);
    finish_call(&triggered, NANGO_ERROR_CANCELLED);
    server_release(server);
    nango_call_options_free(options);
    nango_client_free(client);
}

static void *trigger(void *cancel) {
    nango_cancel_trigger(cancel);
    return NULL;
}

static void many_threads_may_trigger_at_once(struct server *server) {
    nango_client *client = client_for(server, "held");
    nango_call_options *options = nango_call_options_new();
    nango_cancel *cancel = nango_cancel_new();
    nango_call_options_set_cancel(options, cancel);
    struct call call = {0};
    pthread_t threads[CALLS];
    start_call(&call, client, options);
    server_wait_held(server, 1);
    for (int i = 0; i < CALLS; ++i)
        CHECK_NUMBER(pthread_create(&threads[i], NULL, trigger, cancel), 0);
    for (int i = 0; i < CALLS; ++i)
        CHECK_NUMBER(pthread_join(threads[i], NULL), 0);
    finish_call(&call, NANGO_ERROR_CANCELLED);
    server_release(server);
    nango_cancel_free(cancel);
    nango_call_options_free(options);
    nango_client_free(client);
}

static void a_shutdown_ends_all_calls_of_its_client(struct server *server) {
    nango_client *client = client_for(server, "held");
    nango_client *other_client = client_for(server, "held");
    struct call calls[CALLS] = {0};
    struct call other = {0};
    for (int i = 0; i < CALLS; ++i)
        start_call(&calls[i], client, NULL);
    start_call(&other, other_client, NULL);
    server_wait_held(server, CALLS + 1);
    nango_client_shutdown(client);
    for (int i = 0; i < CALLS; ++i)
        finish_call(&calls[i], NANGO_ERROR_CANCELLED);
    const int before = server_requests(server);
    nango_client_shutdown(client);
    CHECK_NUMBER(outcome_of(client, NULL), NANGO_ERROR_CANCELLED);
    CHECK_NUMBER(server_requests(server), before);
    server_release(server);
    finish_call(&other, NANGO_ERROR_NONE);
    nango_client_free(client);
    nango_client_free(other_client);
}

int main(void) {
    struct server *server = server_start();
    what_is_triggered_before_sends_nothing(server);
    what_is_triggered_after_ends_the_next_call_only(server);
    one_token_ends_many_calls_and_no_other(server);
    a_token_may_be_freed_while_its_call_runs(server);
    many_threads_may_trigger_at_once(server);
    a_shutdown_ends_all_calls_of_its_client(server);
    server_stop(server);
    return check_finish();
}
