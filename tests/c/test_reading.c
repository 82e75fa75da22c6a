/* Reading streamed responses of the proxy: what ends it, and what it survives. */
#include "support/cached.h"
#include "support/check.h"
#include "support/client.h"
#include "support/proxied.h"

static void a_body_comes_in_parts(struct server *server) {
    nango_response *response = response_for(server, "digits", NULL);
    char whole[16] = "";
    size_t at = 0;
    int64_t count = 0;
    nango_error *error = NULL;
    while ((count = nango_response_read(response, whole + at, 3, &error)) > 0) {
        CHECK(count <= 3 && !error);
        at += (size_t)count;
    }
    CHECK_NUMBER(count, 0);
    CHECK_TEXT(whole, "0123456789");
    CHECK_NUMBER(nango_response_read(response, whole, sizeof whole, &error), 0);
    CHECK(!error);
    nango_response_free(response);
}

/* A response of which one byte was read and 99 are held back. */
static nango_response *half_read(struct server *server, const nango_request *request,
                                 const nango_call_options *options) {
    nango_client *client = client_for(server, "half");
    nango_response *response = proxied(client, request, options, NULL);
    char byte = 0;
    CHECK_NUMBER(nango_response_read(response, &byte, 1, NULL), 1);
    CHECK(byte == '{');
    nango_client_free(client);
    return response;
}

static void a_response_outlives_all_that_made_it(struct server *server) {
    nango_request *request = nango_request_new("POST", "/v1/items");
    nango_call_options *options = nango_call_options_new();
    nango_cancel *cancel = nango_cancel_new();
    nango_call_options_set_cancel(options, cancel);
    nango_request_set_body(request, "{}", 2, "application/json");
    nango_response *response = half_read(server, request, options);
    nango_request_free(request);
    nango_call_options_free(options);
    nango_cancel_free(cancel);
    server_release(server);
    size_t size = 0;
    CHECK(nango_response_body(response, &size, NULL) != NULL);
    CHECK_NUMBER((long long)size, 99);
    nango_response_free(response);
}

static void freeing_midway_closes_the_connection(struct server *server) {
    nango_request *request = nango_request_new("GET", "/v1/items");
    nango_response *response = half_read(server, request, NULL);
    server_wait_held(server, 1);
    nango_response_free(response);
    CHECK(server_sees_it_close(server));
    server_release(server);
    nango_request_free(request);
}

static void a_connection_serves_again_once_a_body_was_read(struct server *server) {
    nango_client *client = client_for(server, "kept");
    nango_request *request = nango_request_new("POST", "/v1/items");
    const int before = server_connections(server);
    for (int i = 0; i < 2; ++i) {
        nango_response *response = proxied(client, request, NULL, NULL);
        CHECK_TEXT(nango_response_get_string(response, "/provider"), "github-app");
        nango_response_free(response);
    }
    CHECK_NUMBER(server_connections(server), before + 1);
    CHECK_NUMBER(proxied_outcome(client, request, NULL), NANGO_ERROR_NONE);
    CHECK_NUMBER(server_connections(server), before + 1);
    /* The last response was not read, so its connection is gone. */
    CHECK_NUMBER(proxied_outcome(client, request, NULL), NANGO_ERROR_NONE);
    CHECK_NUMBER(server_connections(server), before + 2);
    nango_request_free(request);
    nango_client_free(client);
}

static void forget_who_asked(struct asked *asked) {
    pthread_mutex_lock(&asked->lock);
    asked->times = 0;
    pthread_mutex_unlock(&asked->lock);
}

/* The action of another thread once the read waits. */
struct ending {
    struct asked asked;
    nango_cancel *cancel;
    nango_client *client;
};

static void *end_what_waits(void *argument) {
    struct ending *ending = argument;
    wait_until_asked(&ending->asked);
    nango_cancel_trigger(ending->cancel);
    nango_client_shutdown(ending->client);
    return NULL;
}

/* A read that waits is ended from another thread, and fails again afterwards. */
static void end_a_read(struct server *server, struct ending *ending, nango_client *client, nango_cancel *cancel) {
    nango_request *request = nango_request_new("GET", "/v1/items");
    nango_call_options *options = nango_call_options_new();
    pthread_t other;
    char byte = 0;
    nango_call_options_set_cancel(options, cancel);
    nango_call_options_set_interrupt(options, note_asked, &ending->asked);
    nango_response *response = proxied(client, request, options, NULL);
    CHECK_NUMBER(nango_response_read(response, &byte, 1, NULL), 1);
    forget_who_asked(&ending->asked);
    CHECK_NUMBER(pthread_create(&other, NULL, end_what_waits, ending), 0);
    CHECK_NUMBER(reading_outcome(response), NANGO_ERROR_CANCELLED);
    CHECK_NUMBER(pthread_join(other, NULL), 0);
    CHECK_NUMBER(reading_outcome(response), NANGO_ERROR_CANCELLED);
    CHECK_TEXT(nango_response_body(response, NULL, NULL), NULL);
    CHECK_NUMBER(nango_response_status(response), 200);
    nango_response_free(response);
    nango_call_options_free(options);
    nango_request_free(request);
    server_release(server);
}

static void a_cancel_and_a_shutdown_end_a_read(struct server *server) {
    nango_client *client = client_for(server, "half");
    nango_cancel *cancel = nango_cancel_new();
    struct ending by_cancel = {NOBODY_ASKED, cancel, NULL};
    struct ending by_shutdown = {NOBODY_ASKED, NULL, client};
    end_a_read(server, &by_cancel, client, cancel);
    end_a_read(server, &by_shutdown, client, NULL);
    nango_cancel_free(cancel);
    nango_client_free(client);
}

static int32_t answer_with_what_is_set(void *user_data) {
    const int32_t *answer = user_data;
    return *answer;
}

static void an_interrupt_ends_a_read(struct server *server) {
    int32_t ends = 0;
    nango_request *request = nango_request_new("GET", "/v1/items");
    nango_call_options *options = nango_call_options_new();
    nango_call_options_set_interrupt(options, answer_with_what_is_set, &ends);
    nango_response *response = half_read(server, request, options);
    nango_call_options_free(options);
    ends = 1;
    CHECK_NUMBER(reading_outcome(response), NANGO_ERROR_CANCELLED);
    nango_response_free(response);
    nango_request_free(request);
    server_release(server);
}

static void a_body_that_stands_still_is_given_up(struct server *server) {
    nango_request *request = nango_request_new("GET", "/v1/items");
    nango_request_set_idle_timeout_ms(request, 100);
    nango_response *response = half_read(server, request, NULL);
    CHECK_NUMBER(reading_outcome(response), NANGO_ERROR_TIMEOUT);
    server_release(server);
    CHECK_NUMBER(reading_outcome(response), NANGO_ERROR_TIMEOUT);
    nango_response_free(response);
    nango_request_free(request);
}

static void the_head_of_an_answer_has_the_timeout_of_the_call(struct server *server) {
    nango_request *request = nango_request_new("GET", "/v1/items");
    nango_call_options *options = nango_call_options_new();
    nango_request_set_idle_timeout_ms(request, -1);
    nango_call_options_set_timeout_ms(options, 0);
    nango_client *client = client_for(server, "half");
    CHECK_NUMBER(proxied_outcome(client, request, options), NANGO_ERROR_TIMEOUT);
    nango_client_free(client);
    nango_call_options_free(options);
    nango_request_free(request);
}

static void a_body_that_breaks_off_is_an_error(void) {
    struct server *server = server_start();
    nango_request *request = nango_request_new("GET", "/v1/items");
    nango_response *response = half_read(server, request, NULL);
    server_wait_held(server, 1);
    server_stop(server);
    char byte = 0;
    nango_error *error = NULL;
    CHECK_NUMBER(nango_response_read(response, &byte, 1, &error), -1);
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_IO);
    CHECK_NUMBER(nango_error_http_status(error), 200);
    CHECK(nango_error_message(error) && strstr(nango_error_message(error), "the body is incomplete"));
    nango_error_free(error);
    CHECK_TEXT(nango_response_body(response, NULL, NULL), NULL);
    nango_response_free(response);
    nango_request_free(request);
}

int main(void) {
    struct server *server = server_start();
    a_body_comes_in_parts(server);
    a_response_outlives_all_that_made_it(server);
    freeing_midway_closes_the_connection(server);
    a_connection_serves_again_once_a_body_was_read(server);
    a_cancel_and_a_shutdown_end_a_read(server);
    an_interrupt_ends_a_read(server);
    a_body_that_stands_still_is_given_up(server);
    the_head_of_an_answer_has_the_timeout_of_the_call(server);
    a_body_that_breaks_off_is_an_error();
    server_stop(server);
    return check_finish();
}
