/* Calls on separate threads, and their results. */
#ifndef CALLS_H
#define CALLS_H

#include <nango.h>
#include <pthread.h>

#include "check.h"

struct call {
    const nango_client *client;
    const nango_call_options *options;
    pthread_t thread;
    nango_connection *connection;
    nango_error *error;
};

static inline void *make_call(void *argument) {
    struct call *call = argument;
    call->connection = nango_get_connection(call->client, "customer-1", "github", call->options, &call->error);
    return NULL;
}

static inline void start_call(struct call *call, const nango_client *client, const nango_call_options *options) {
    call->client = client;
    call->options = options;
    CHECK_NUMBER(pthread_create(&call->thread, NULL, make_call, call), 0);
}

/* Waits for the end of a call, which has to be this. */
static inline void finish_call(struct call *call, nango_error_kind expected) {
    CHECK_NUMBER(pthread_join(call->thread, NULL), 0);
    CHECK_NUMBER(nango_error_get_kind(call->error), expected);
    CHECK((call->connection != NULL) == (expected == NANGO_ERROR_NONE));
    nango_connection_free(call->connection);
    nango_error_free(call->error);
}

/* The kind of error of one call on this thread; NANGO_ERROR_NONE if it succeeds. */
static inline nango_error_kind outcome_of(const nango_client *client, const nango_call_options *options) {
    nango_error *error = NULL;
    nango_connection *connection = nango_get_connection(client, "customer-1", "github", options, &error);
    const nango_error_kind kind = nango_error_get_kind(error);
    CHECK((connection == NULL) == (kind != NANGO_ERROR_NONE));
    nango_connection_free(connection);
    nango_error_free(error);
    return kind;
}

#endif
