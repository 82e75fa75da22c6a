/*
 * Many threads share a client while others cancel their calls, free their results and finally shut the client down.
 * The results of the calls are checked; races are found by ThreadSanitizer.
 */
#include <sched.h>

#include "support/calls.h"
#include "support/check.h"
#include "support/client.h"

enum { CALLERS = 32, CANCELLERS = 4, CALLS = 25, ROUNDS = 3 };

/* A place where a caller leaves a result, for another thread to read and free. */
struct slot {
    nango_connection *connection;
    nango_error *error;
};

struct shared {
    nango_client *client;
    pthread_mutex_t lock; /* guards what follows */
    nango_cancel *tokens[CALLERS];
    struct slot slots[CALLERS];
    int callers;
    int finished_calls;
    int complaints;
    int cancelled;
    int succeeded;
};

struct caller {
    struct shared *shared;
    int number;
};

/* A new token, which a canceller may find. */
static nango_call_options *options_with_a_token(struct shared *shared, int number) {
    nango_call_options *options = nango_call_options_new();
    nango_cancel *token = nango_cancel_new();
    nango_call_options_set_cancel(options, token);
    pthread_mutex_lock(&shared->lock);
    nango_cancel *old = shared->tokens[number];
    shared->tokens[number] = token;
    pthread_mutex_unlock(&shared->lock);
    nango_cancel_free(old);
    return options;
}

static int is_expected(const struct slot *result) {
    const char *token = nango_connection_token(result->connection);
    if (result->connection)
        return !result->error && token && strcmp(token, "invented-access") == 0;
    return nango_error_get_kind(result->error) == NANGO_ERROR_CANCELLED;
}

/* Leaves a result in another caller's slot and takes what lies there. */
static struct slot swap_result(struct shared *shared, int number, struct slot result) {
    pthread_mutex_lock(&shared->lock);
    const struct slot other = shared->slots[number];
    shared->slots[number] = result;
    ++shared->finished_calls;
    shared->cancelled += result.error != NULL;
    shared->succeeded += result.connection != NULL;
    pthread_mutex_unlock(&shared->lock);
    return other;
}

static void *call_often(void *argument) {
    const struct caller *caller = argument;
    struct shared *shared = caller->shared;
    for (int i = 0; i < CALLS; ++i) {
        nango_call_options *options = options_with_a_token(shared, caller->number);
        struct slot result = {NULL, NULL};
        result.connection = nango_get_connection(shared->client, "customer-1", "github", options, &result.error);
        nango_call_options_free(options);
        const int expected = is_expected(&result);
        const struct slot other = swap_result(shared, (caller->number + i) % CALLERS, result);
        (void)nango_connection_get_string(other.connection, "/metadata/plan");
        nango_connection_free(other.connection);
        nango_error_free(other.error);
        pthread_mutex_lock(&shared->lock);
        shared->complaints += !expected;
        pthread_mutex_unlock(&shared->lock);
    }
    pthread_mutex_lock(&shared->lock);
    --shared->callers;
    pthread_mutex_unlock(&shared->lock);
    return NULL;
}

/* Triggers one token after another; after half of the calls, the first shuts the client down. */
static void *cancel_often(void *argument) {
    const struct caller *caller = argument;
    struct shared *shared = caller->shared;
    int callers;
    int finished_calls;
    int next = caller->number;
    do {
        pthread_mutex_lock(&shared->lock);
        callers = shared->callers;
        finished_calls = shared->finished_calls;
        nango_cancel *token = shared->tokens[next];
        shared->tokens[next] = NULL;
        pthread_mutex_unlock(&shared->lock);
        nango_cancel_trigger(token);
        nango_cancel_free(token);
        next = (next + CANCELLERS) % CALLERS;
        if (caller->number == 0 && finished_calls > CALLERS * CALLS / 2)
            nango_client_shutdown(shared->client);
        sched_yield();
    } while (callers > 0);
    return NULL;
}

static void race(struct server *server) {
    static struct shared shared;
    struct caller callers[CALLERS + CANCELLERS];
    pthread_t threads[CALLERS + CANCELLERS];
    memset(&shared, 0, sizeof shared);
    pthread_mutex_init(&shared.lock, NULL);
    shared.client = client_for(server, "kept");
    shared.callers = CALLERS;
    for (int i = 0; i < CALLERS + CANCELLERS; ++i) {
        callers[i] = (struct caller){&shared, i < CALLERS ? i : i - CALLERS};
        void *(*body)(void *) = i < CALLERS ? call_often : cancel_often;
        CHECK_NUMBER(pthread_create(&threads[i], NULL, body, &callers[i]), 0);
    }
    for (int i = 0; i < CALLERS + CANCELLERS; ++i)
        CHECK_NUMBER(pthread_join(threads[i], NULL), 0);
    CHECK_NUMBER(shared.complaints, 0);
    CHECK_NUMBER(shared.finished_calls, CALLERS * CALLS);
    CHECK_NUMBER(outcome_of(shared.client, NULL), NANGO_ERROR_CANCELLED);
    printf("%d calls succeeded, %d were cancelled\n", shared.succeeded, shared.cancelled);
    for (int i = 0; i < CALLERS; ++i) {
        nango_cancel_free(shared.tokens[i]);
        nango_connection_free(shared.slots[i].connection);
        nango_error_free(shared.slots[i].error);
    }
    nango_client_free(shared.client);
    pthread_mutex_destroy(&shared.lock);
}

int main(void) {
    struct server *server = server_start();
    for (int i = 0; i < ROUNDS; ++i)
        race(server);
    server_stop(server);
    return check_finish();
}
