/* Calls that wait for the request of another call. */
#include <sys/wait.h>
#include <unistd.h>

#include "support/cached.h"
#include "support/calls.h"
#include "support/check.h"

enum { WAITING = 8 };

/* A call that makes a request which the server holds, and others that wait for it. */
struct flight {
    struct server *server;
    nango_client *client;
    int requests_before;
    nango_cancel *leaders_cancel;
    nango_call_options *leaders_options;
    struct call leader;
    nango_call_options *options[WAITING];
    struct asked asked[WAITING];
    struct call waiting[WAITING];
};

static void begin(struct flight *flight, struct server *server, const char *answer) {
    memset(flight, 0, sizeof *flight);
    flight->server = server;
    flight->client = cached_client_for(server, answer);
    flight->requests_before = server_requests(server);
    flight->leaders_cancel = nango_cancel_new();
    flight->leaders_options = nango_call_options_new();
    nango_call_options_set_cancel(flight->leaders_options, flight->leaders_cancel);
    start_call(&flight->leader, flight->client, flight->leaders_options);
    server_wait_held(server, 1);
    for (int i = 0; i < WAITING; ++i) {
        const struct asked nobody = NOBODY_ASKED;
        flight->asked[i] = nobody;
        flight->options[i] = nango_call_options_new();
        nango_call_options_set_interrupt(flight->options[i], note_asked, &flight->asked[i]);
        start_call(&flight->waiting[i], flight->client, flight->options[i]);
    }
    for (int i = 0; i < WAITING; ++i)
        wait_until_asked(&flight->asked[i]);
    /* They all wait, and none of them for its own request. */
    CHECK_NUMBER(server_requests(server) - flight->requests_before, 1);
}

static void end_waiting(struct flight *flight, nango_error_kind expected) {
    for (int i = 0; i < WAITING; ++i)
        finish_call(&flight->waiting[i], expected);
}

static void end(struct flight *flight, int requests) {
    CHECK_NUMBER(server_requests(flight->server) - flight->requests_before, requests);
    server_release(flight->server);
    for (int i = 0; i < WAITING; ++i)
        nango_call_options_free(flight->options[i]);
    nango_call_options_free(flight->leaders_options);
    nango_cancel_free(flight->leaders_cancel);
    nango_client_free(flight->client);
}

static void calls_at_once_make_one_request(struct server *server) {
    struct flight flight;
    begin(&flight, server, "held");
    server_release(server);
    finish_call(&flight.leader, NANGO_ERROR_NONE);
    end_waiting(&flight, NANGO_ERROR_NONE);
    end(&flight, 1);
}

/* The half response is invalid once the server releases it. */
static void calls_that_wait_get_the_error_too(struct server *server) {
    struct flight flight;
    begin(&flight, server, "half");
    server_release(server);
    finish_call(&flight.leader, NANGO_ERROR_DECODE);
    end_waiting(&flight, NANGO_ERROR_DECODE);
    end(&flight, 1);
}

static void when_the_first_call_is_cancelled_another_asks(struct server *server) {
    struct flight flight;
    begin(&flight, server, "held");
    nango_cancel_trigger(flight.leaders_cancel);
    finish_call(&flight.leader, NANGO_ERROR_CANCELLED);
    server_wait_held(server, 2);
    server_release(server);
    end_waiting(&flight, NANGO_ERROR_NONE);
    end(&flight, 2);
}

static void a_shutdown_ends_them_all(struct server *server) {
    struct flight flight;
    begin(&flight, server, "held");
    nango_client_shutdown(flight.client);
    finish_call(&flight.leader, NANGO_ERROR_CANCELLED);
    end_waiting(&flight, NANGO_ERROR_CANCELLED);
    end(&flight, 1);
}

static int32_t end_at_once(void *user_data) {
    (void)user_data;
    return 1;
}

static void a_call_that_waits_keeps_its_own_ends(struct server *server) {
    struct flight flight;
    begin(&flight, server, "held");
    nango_call_options *options = nango_call_options_new();
    nango_call_options_set_timeout_ms(options, 50);
    CHECK_NUMBER(outcome_of(flight.client, options), NANGO_ERROR_TIMEOUT);
    nango_call_options_set_timeout_ms(options, -1);
    nango_call_options_set_interrupt(options, end_at_once, NULL);
    CHECK_NUMBER(outcome_of(flight.client, options), NANGO_ERROR_CANCELLED);

    nango_cancel *cancel = nango_cancel_new();
    struct asked asked = NOBODY_ASKED;
    struct call call = {0};
    nango_call_options_set_interrupt(options, note_asked, &asked);
    nango_call_options_set_cancel(options, cancel);
    start_call(&call, flight.client, options);
    wait_until_asked(&asked);
    nango_cancel_trigger(cancel);
    finish_call(&call, NANGO_ERROR_CANCELLED);

    server_release(server);
    finish_call(&flight.leader, NANGO_ERROR_NONE);
    end_waiting(&flight, NANGO_ERROR_NONE);
    end(&flight, 1);
    nango_cancel_free(cancel);
    nango_call_options_free(options);
}

static void nobody_waits_for_what_is_too_old_or_forgotten(struct server *server) {
    struct flight flight;
    struct call calls[3] = {{0}};
    begin(&flight, server, "held");
    nango_call_options *fresh = nango_call_options_new();
    nango_call_options_set_max_age_ms(fresh, 0);
    start_call(&calls[0], flight.client, fresh);
    server_wait_held(server, 2);
    nango_client_invalidate(flight.client, "customer-1", "github");
    start_call(&calls[1], flight.client, NULL);
    server_wait_held(server, 3);
    nango_client_clear_cache(flight.client);
    start_call(&calls[2], flight.client, NULL);
    server_wait_held(server, 4);
    server_release(server);
    finish_call(&flight.leader, NANGO_ERROR_NONE);
    end_waiting(&flight, NANGO_ERROR_NONE);
    for (int i = 0; i < 3; ++i)
        finish_call(&calls[i], NANGO_ERROR_NONE);
    end(&flight, 4);
    nango_call_options_free(fresh);
}

/* A call from inside of the call that makes the request: if it waited for that, both would wait forever. */
static int32_t call_the_same_client(void *user_data) {
    nango_call_options *options = nango_call_options_new();
    nango_call_options_set_timeout_ms(options, 100);
    CHECK_NUMBER(outcome_of(user_data, options), NANGO_ERROR_TIMEOUT);
    nango_call_options_free(options);
    return 1;
}

static void an_interrupt_may_call_the_same_client(struct server *server) {
    nango_client *client = cached_client_for(server, "held");
    nango_call_options *options = nango_call_options_new();
    const int before = server_requests(server);
    nango_call_options_set_interrupt(options, call_the_same_client, client);
    CHECK_NUMBER(outcome_of(client, options), NANGO_ERROR_CANCELLED);
    CHECK_NUMBER(server_requests(server) - before, 2);
    server_release(server);
    nango_call_options_free(options);
    nango_client_free(client);
}

/* The child that an interrupt made; -1 before. */
static pid_t child = -1;

static int32_t fork_and_end(void *user_data) {
    (void)user_data;
    fflush(stdout);
    child = fork();
    return 1;
}

/* A call that forks: it ends on both sides, and the child then makes its own request and waits for no other. */
static void fork_inside_a_call(const nango_client *client) {
    nango_call_options *options = nango_call_options_new();
    int status = -1;
    nango_call_options_set_interrupt(options, fork_and_end, NULL);
    CHECK_NUMBER(outcome_of(client, options), NANGO_ERROR_CANCELLED);
    nango_call_options_set_interrupt(options, NULL, NULL);
    if (child == 0) {
        nango_call_options_set_timeout_ms(options, 1000);
        CHECK_NUMBER(outcome_of(client, options), NANGO_ERROR_TIMEOUT);
        nango_call_options_free(options);
        if (checks_failed == 0)
            execlp("true", "true", (char *)NULL);
        _exit(1);
    }
    CHECK(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0);
    nango_call_options_free(options);
}

static void an_interrupt_may_fork(struct server *server) {
    nango_client *client = cached_client_for(server, "held");
    const int before = server_requests(server);
    fork_inside_a_call(client);
    CHECK_NUMBER(server_requests(server) - before, 2);
    struct call leader = {0};
    start_call(&leader, client, NULL);
    server_wait_held(server, 3);
    fork_inside_a_call(client);
    CHECK_NUMBER(server_requests(server) - before, 4);
    server_release(server);
    finish_call(&leader, NANGO_ERROR_NONE);
    nango_client_free(client);
}

int main(void) {
    struct server *server = server_start();
    calls_at_once_make_one_request(server);
    calls_that_wait_get_the_error_too(server);
    when_the_first_call_is_cancelled_another_asks(server);
    a_shutdown_ends_them_all(server);
    a_call_that_waits_keeps_its_own_ends(server);
    nobody_waits_for_what_is_too_old_or_forgotten(server);
    an_interrupt_may_call_the_same_client(server);
    an_interrupt_may_fork(server);
    server_stop(server);
    return check_finish();
}
