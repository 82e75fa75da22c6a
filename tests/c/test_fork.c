/* A client on both sides of a fork. */
#include "support/calls.h"
#include "support/check.h"
#include "support/child.h"
#include "support/client.h"
#include "support/proxied.h"

static void in_child(void (*body)(nango_client *, nango_cancel *), nango_client *client, nango_cancel *cancel) {
    const pid_t child = fork_for_checks();
    if (child == 0) {
        body(client, cancel);
        end_child();
    }
    finish_child(child);
}

static void call_twice_and_free(nango_client *client, nango_cancel *cancel) {
    nango_call_options *options = nango_call_options_new();
    nango_call_options_set_cancel(options, cancel);
    CHECK_NUMBER(outcome_of(client, options), NANGO_ERROR_NONE);
    CHECK_NUMBER(outcome_of(client, options), NANGO_ERROR_NONE);
    nango_call_options_free(options);
    nango_cancel_free(cancel);
    nango_client_free(client);
}

static void free_unused(nango_client *client, nango_cancel *cancel) {
    nango_cancel_free(cancel);
    nango_client_free(client);
}

static void end_everything(nango_client *client, nango_cancel *cancel) {
    nango_call_options *options = nango_call_options_new();
    nango_call_options_set_cancel(options, cancel);
    nango_cancel_trigger(cancel);
    CHECK_NUMBER(outcome_of(client, options), NANGO_ERROR_CANCELLED);
    CHECK_NUMBER(outcome_of(client, NULL), NANGO_ERROR_NONE);
    nango_client_shutdown(client);
    CHECK_NUMBER(outcome_of(client, NULL), NANGO_ERROR_CANCELLED);
    nango_call_options_free(options);
}

static void a_child_leaves_its_parents_connection_alone(struct server *server) {
    nango_client *client = client_for(server, "kept");
    nango_cancel *cancel = nango_cancel_new();
    nango_call_options *options = nango_call_options_new();
    nango_call_options_set_cancel(options, cancel);
    CHECK_NUMBER(outcome_of(client, options), NANGO_ERROR_NONE);
    const int before = server_connections(server);
    in_child(free_unused, client, cancel);
    CHECK_NUMBER(server_connections(server), before);
    in_child(call_twice_and_free, client, cancel);
    CHECK_NUMBER(server_connections(server), before + 1);
    in_child(end_everything, client, cancel);
    CHECK_NUMBER(server_connections(server), before + 2);
    /* The parent's connection is still the one it had, and nothing that a child ended has ended here. */
    CHECK_NUMBER(outcome_of(client, options), NANGO_ERROR_NONE);
    CHECK_NUMBER(server_connections(server), before + 2);
    nango_call_options_free(options);
    nango_cancel_free(cancel);
    nango_client_free(client);
}

/* The first child of a client that has made no call. */
static void a_child_may_be_the_first_to_call(struct server *server) {
    nango_client *client = client_for(server, "kept");
    nango_cancel *cancel = nango_cancel_new();
    in_child(call_twice_and_free, client, cancel);
    CHECK_NUMBER(outcome_of(client, NULL), NANGO_ERROR_NONE);
    nango_cancel_free(cancel);
    nango_client_free(client);
}

static void use_another_answer(nango_client *client, nango_cancel *cancel) {
    nango_call_options *options = nango_call_options_new();
    nango_call_options_set_timeout_ms(options, 100);
    nango_call_options_set_cancel(options, cancel);
    CHECK_NUMBER(outcome_of(client, options), NANGO_ERROR_TIMEOUT);
    nango_call_options_free(options);
}

static void a_fork_beside_a_call_does_it_no_harm(struct server *server) {
    nango_client *client = client_for(server, "held");
    nango_cancel *cancel = nango_cancel_new();
    nango_call_options *options = nango_call_options_new();
    struct call call = {0};
    nango_call_options_set_cancel(options, cancel);
    start_call(&call, client, options);
    server_wait_held(server, 1);
    in_child(use_another_answer, client, cancel);
    server_release(server);
    finish_call(&call, NANGO_ERROR_NONE);
    nango_call_options_free(options);
    nango_cancel_free(cancel);
    nango_client_free(client);
}

static void errors_and_connections_are_read_on_both_sides(struct server *server) {
    nango_error *error = NULL;
    nango_connection *none = connection_for(server, "not_found", &error);
    nango_connection *connection = connection_for(server, "oauth2", NULL);
    const pid_t child = fork_for_checks();
    if (child == 0) {
        CHECK_TEXT(nango_error_code(error), "not_found");
        CHECK_TEXT(nango_connection_get_string(connection, "/metadata/plan"), "gold");
        nango_error_free(error);
        nango_connection_free(connection);
        end_child();
    }
    finish_child(child);
    CHECK_TEXT(nango_connection_get_string(connection, "/metadata/plan"), "gold");
    nango_connection_free(none);
    nango_connection_free(connection);
    nango_error_free(error);
}

/* In a child: received bytes are read, but no more of the body, and freeing it does not affect the parent. */
static void look_at_a_parents_response(nango_response *response) {
    nango_error *error = NULL;
    CHECK_NUMBER(nango_response_status(response), 200);
    CHECK_TEXT(nango_response_header(response, "content-length"), "100");
    CHECK_NUMBER(reading_outcome(response), NANGO_ERROR_IO);
    CHECK(!nango_response_body(response, NULL, &error));
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_IO);
    CHECK(nango_error_message(error) && strstr(nango_error_message(error), "process"));
    nango_error_free(error);
    nango_response_free(response);
}

static void a_response_is_read_by_its_own_process(struct server *server) {
    nango_response *response = response_for(server, "half", NULL);
    char byte = 0;
    size_t size = 0;
    CHECK_NUMBER(nango_response_read(response, &byte, 1, NULL), 1);
    const pid_t child = fork_for_checks();
    if (child == 0) {
        look_at_a_parents_response(response);
        end_child();
    }
    finish_child(child);
    server_release(server);
    CHECK(nango_response_body(response, &size, NULL) != NULL);
    CHECK_NUMBER((long long)size, 99);
    nango_response_free(response);
}

static void send_a_request(nango_client *client, nango_cancel *cancel) {
    nango_request *request = nango_request_new("POST", "/v1/items");
    CHECK_NUMBER(proxied_outcome(client, request, NULL), NANGO_ERROR_NONE);
    nango_request_free(request);
    nango_cancel_free(cancel);
    nango_client_free(client);
}

/* The parent's connection is kept alive by a read response, and the child opens its own. */
static void a_child_sends_requests_of_its_own(struct server *server) {
    nango_client *client = client_for(server, "kept");
    nango_request *request = nango_request_new("POST", "/v1/items");
    const int before = server_connections(server);
    nango_response *response = proxied(client, request, NULL, NULL);
    CHECK(nango_response_body(response, NULL, NULL) != NULL);
    in_child(send_a_request, client, NULL);
    CHECK_NUMBER(server_connections(server), before + 2);
    CHECK_NUMBER(proxied_outcome(client, request, NULL), NANGO_ERROR_NONE);
    CHECK_NUMBER(server_connections(server), before + 2);
    nango_response_free(response);
    nango_request_free(request);
    nango_client_free(client);
}

int main(void) {
    struct server *server = server_start();
    a_child_leaves_its_parents_connection_alone(server);
    a_child_may_be_the_first_to_call(server);
    a_fork_beside_a_call_does_it_no_harm(server);
    errors_and_connections_are_read_on_both_sides(server);
    a_response_is_read_by_its_own_process(server);
    a_child_sends_requests_of_its_own(server);
    server_stop(server);
    return check_finish();
}
