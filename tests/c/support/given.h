/* One of each handle and callback, for calls in which another argument is not right. */
#ifndef GIVEN_H
#define GIVEN_H

#include <nango.h>
#include <string.h>

#include "check.h"
#include "client.h"
#include "proxied.h"

/* The signature of the body "1" under the key "text", which calls get for a body and a key. */
#define GIVEN_SIGNATURE "8d11cfce6379460e8c90c65f222cf2605ac6b135cc84417729207750b23725ca"

/* Each is called as its type, without nango_. */
struct given {
    nango_client_options *client_options;
    nango_client *client;
    nango_cancel *cancel;
    nango_call_options *call_options;
    nango_connection *connection;
    nango_error *error;
    nango_request *request;
    nango_response *response;
    nango_pages *pages;
    nango_queue *queue;
    nango_webhook *webhook;
    const nango_value *value;
    nango_log_fn log_fn;
    nango_log_record_fn log_record_fn;
    nango_call_hook_fn call_hook_fn;
    nango_interrupt_fn interrupt_fn;
    nango_read_fn read_fn;
    char room[8];
};

static inline void given_log(void *user_data, int32_t level, const char *message) {
    (void)user_data, (void)level;
    CHECK(message != NULL);
}

static inline void given_log_record(void *user_data, int32_t level, const char *message, const char *attributes) {
    (void)user_data, (void)level;
    CHECK(message != NULL && attributes != NULL);
}

static inline void given_call_hook(void *user_data, const char *summary) {
    (void)user_data;
    CHECK(summary != NULL);
}

static inline int32_t given_interrupt(void *user_data) {
    (void)user_data;
    return 0;
}

static inline int64_t given_read(void *user_data, void *buffer, size_t capacity) {
    (void)user_data, (void)buffer, (void)capacity;
    return 0;
}

static inline void given_make(struct given *given, const struct server *server) {
    memset(given, 0, sizeof *given);
    given->client_options = options_for(server, "oauth2");
    given->client = nango_client_new(given->client_options, NULL);
    given->cancel = nango_cancel_new();
    given->call_options = nango_call_options_new();
    given->connection = nango_get_connection(given->client, "customer-1", "github", NULL, NULL);
    CHECK(nango_client_new(NULL, &given->error) == NULL);
    given->request = nango_request_new("GET", "/");
    given->response = proxied(given->client, given->request, NULL, NULL);
    /* Any path gives the connection, whose first list has one item: so there is always another page. */
    given->pages = nango_pages_new(given->request, NANGO_PAGE_STYLE_NUMBER);
    given->queue = nango_queue_new(given->client, 1, NULL);
    given->log_fn = given_log;
    given->log_record_fn = given_log_record;
    given->call_hook_fn = given_call_hook;
    given->interrupt_fn = given_interrupt;
    given->read_fn = given_read;
    given->webhook = nango_webhook_parse("1", 1, GIVEN_SIGNATURE, "text", NULL);
    given->value = nango_connection_value(given->connection);
    CHECK(given->connection && given->error && given->response && given->queue && given->webhook && given->value);
}

static inline void given_free(struct given *given) {
    nango_client_options_free(given->client_options);
    /* Which ends the calls of the queue. */
    nango_client_free(given->client);
    nango_queue_free(given->queue);
    nango_cancel_free(given->cancel);
    nango_call_options_free(given->call_options);
    nango_connection_free(given->connection);
    nango_error_free(given->error);
    nango_request_free(given->request);
    nango_response_free(given->response);
    nango_pages_free(given->pages);
    nango_webhook_free(given->webhook);
}

/* The call failed because of an argument that its message names, with this text about it. */
static inline void check_refused(nango_error *error, const char *argument, const char *why) {
    const char *message = nango_error_message(error);
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_INVALID_ARGUMENT);
    if (!CHECK(message && strstr(message, argument) && strstr(message, why) && !strstr(message, "caf")))
        fprintf(stderr, "    %s is not called %s in \"%s\"\n", argument, why, message ? message : "NULL");
    nango_error_free(error);
}

/* The call failed because a webhook is not signed. */
static inline void check_not_signed(nango_error *error) {
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_WEBHOOK_SIGNATURE);
    nango_error_free(error);
}

#endif
