/* When an interrupt is called, and the effect of its result. */
#include <signal.h>

#include "support/calls.h"
#include "support/check.h"
#include "support/client.h"

static volatile sig_atomic_t signals = 0;

static void on_signal(int number) {
    (void)number;
    ++signals;
}

struct asking {
    pthread_t caller;
    int asked;
    int on_other_threads;
    int signals_that_end;
};

static int32_t ask(void *user_data) {
    struct asking *asking = user_data;
    ++asking->asked;
    asking->on_other_threads += !pthread_equal(pthread_self(), asking->caller);
    return asking->signals_that_end > 0 && signals >= asking->signals_that_end;
}

/* Sends a signal to a thread once the server holds its request. */
struct sender {
    struct server *server;
    pthread_t target;
    int release;
};

static void *send_signal(void *argument) {
    const struct sender *sender = argument;
    server_wait_held(sender->server, 1);
    pthread_kill(sender->target, SIGUSR1);
    if (sender->release)
        server_release(sender->server);
    return NULL;
}

static void call_and_signal(struct server *server, struct asking *asking, int release, nango_error_kind expected) {
    nango_client *client = client_for(server, "held");
    nango_call_options *options = nango_call_options_new();
    struct sender sender = {server, pthread_self(), release};
    pthread_t thread;
    signals = 0;
    asking->caller = pthread_self();
    nango_call_options_set_interrupt(options, ask, asking);
    CHECK_NUMBER(pthread_create(&thread, NULL, send_signal, &sender), 0);
    CHECK_NUMBER(outcome_of(client, options), expected);
    CHECK_NUMBER(pthread_join(thread, NULL), 0);
    CHECK_NUMBER(signals, 1);
    CHECK_NUMBER(asking->on_other_threads, 0);
    server_release(server);
    nango_call_options_free(options);
    nango_client_free(client);
}

static void a_signal_lets_an_interrupt_end_the_call(struct server *server) {
    struct asking asking = {.signals_that_end = 1};
    call_and_signal(server, &asking, 0, NANGO_ERROR_CANCELLED);
    CHECK(asking.asked > 0);
}

static void a_signal_ends_nothing_by_itself(struct server *server) {
    struct asking asking = {.signals_that_end = 2};
    call_and_signal(server, &asking, 1, NANGO_ERROR_NONE);
}

/* 15 times in 1500 ms; a third of that leaves room for a machine that is busy. */
static void an_interrupt_is_asked_every_100_ms(struct server *server) {
    nango_client *client = client_for(server, "held");
    nango_call_options *options = nango_call_options_new();
    struct asking asking = {.caller = pthread_self()};
    nango_call_options_set_timeout_ms(options, 1500);
    nango_call_options_set_interrupt(options, ask, &asking);
    CHECK_NUMBER(outcome_of(client, options), NANGO_ERROR_TIMEOUT);
    CHECK(asking.asked >= 5);
    CHECK_NUMBER(asking.on_other_threads, 0);
    const int asked = asking.asked;
    server_release(server);
    nango_call_options_set_interrupt(options, NULL, NULL);
    nango_call_options_set_timeout_ms(options, 150);
    CHECK_NUMBER(outcome_of(client, options), NANGO_ERROR_TIMEOUT);
    CHECK_NUMBER(asking.asked, asked);
    server_release(server);
    nango_call_options_free(options);
    nango_client_free(client);
}

/* An interrupt may make calls of another client, as a signal handler of a scripting language does. */
static int32_t call_another_client(void *user_data) {
    CHECK_NUMBER(outcome_of(user_data, NULL), NANGO_ERROR_NONE);
    return 1;
}

static void an_interrupt_may_use_another_client(struct server *server) {
    nango_client *client = client_for(server, "held");
    nango_client *other = client_for(server, "oauth2");
    nango_call_options *options = nango_call_options_new();
    nango_call_options_set_interrupt(options, call_another_client, other);
    CHECK_NUMBER(outcome_of(client, options), NANGO_ERROR_CANCELLED);
    server_release(server);
    nango_call_options_free(options);
    nango_client_free(other);
    nango_client_free(client);
}

int main(void) {
    struct server *server = server_start();
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_signal; /* without SA_RESTART */
    CHECK_NUMBER(sigaction(SIGUSR1, &action, NULL), 0);
    a_signal_lets_an_interrupt_end_the_call(server);
    a_signal_ends_nothing_by_itself(server);
    an_interrupt_is_asked_every_100_ms(server);
    an_interrupt_may_use_another_client(server);
    server_stop(server);
    return check_finish();
}
