/* Threads that share a client or a connection. */
#include <pthread.h>

#include "support/calls.h"
#include "support/check.h"
#include "support/client.h"
#include "support/proxied.h"

enum { THREADS = 8, CALLS = 20 };

/* Gets and reads connections; NULL if all were as they should be. */
static void *get_many(void *argument) {
    const nango_client *client = argument;
    void *complaint = NULL;
    for (int i = 0; i < CALLS; ++i) {
        nango_error *error = NULL;
        nango_connection *connection = nango_get_connection(client, "customer-1", "github", NULL, &error);
        const char *token = nango_connection_token(connection);
        if (error || !token || strcmp(token, "invented-access") != 0)
            complaint = argument;
        nango_connection_free(connection);
        nango_error_free(error);
    }
    return complaint;
}

static void *read_many(void *argument) {
    const nango_connection *connection = argument;
    void *complaint = NULL;
    for (int i = 0; i < CALLS; ++i) {
        const char *plan = nango_connection_get_string(connection, "/metadata/plan");
        const char *client_id = nango_connection_credential(connection, "client_id");
        if (!plan || strcmp(plan, "gold") != 0 || !client_id || strcmp(client_id, "invented-client") != 0)
            complaint = argument;
    }
    return complaint;
}

/* Shared by threads that send one request. */
struct sending {
    const nango_client *client;
    const nango_request *request;
};

static void *send_many(void *argument) {
    const struct sending *sending = argument;
    void *complaint = NULL;
    for (int i = 0; i < CALLS; ++i) {
        nango_error *error = NULL;
        nango_response *response = proxied(sending->client, sending->request, NULL, &error);
        const char *name = nango_response_get_string(response, "/items/0/name");
        if (error || !name || strcmp(name, "first") != 0)
            complaint = argument;
        nango_response_free(response);
        nango_error_free(error);
    }
    return complaint;
}

/* Runs `body` on many threads at once; they all give NULL. */
static void on_many_threads(void *(*body)(void *), void *argument) {
    pthread_t threads[THREADS];
    for (int i = 0; i < THREADS; ++i)
        CHECK_NUMBER(pthread_create(&threads[i], NULL, body, argument), 0);
    for (int i = 0; i < THREADS; ++i) {
        void *complaint = NULL;
        CHECK_NUMBER(pthread_join(threads[i], &complaint), 0);
        CHECK(complaint == NULL);
    }
}

static void threads_share_a_client(struct server *server) {
    nango_client *client = client_for(server, "oauth2");
    const int before = server_requests(server);
    on_many_threads(get_many, client);
    CHECK_NUMBER(server_requests(server) - before, THREADS * CALLS);
    nango_client_free(client);
}

static void threads_share_a_connection(struct server *server) {
    nango_connection *connection = connection_for(server, "oauth2", NULL);
    on_many_threads(read_many, connection);
    nango_connection_free(connection);
}

static void threads_share_a_request(struct server *server) {
    nango_client *client = client_for(server, "api");
    nango_request *request = nango_request_new("POST", "/v1/items");
    nango_request_set_body(request, "{}", 2, "application/json");
    struct sending sending = {client, request};
    const int before = server_requests(server);
    on_many_threads(send_many, &sending);
    CHECK_NUMBER(server_requests(server) - before, THREADS * CALLS);
    nango_request_free(request);
    nango_client_free(client);
}

/* A call that is cancelled while the server holds its response back. */
struct cancelled_call {
    const nango_client *client;
    nango_connection *connection;
};

static void *call_once(void *argument) {
    struct cancelled_call *call = argument;
    call->connection = nango_get_connection(call->client, "customer-1", "github", NULL, NULL);
    pthread_testcancel();
    return NULL;
}

static void a_cancel_takes_effect_after_the_call(struct server *server) {
    nango_client *client = client_for(server, "held");
    struct cancelled_call call = {client, NULL};
    pthread_t thread;
    void *result = NULL;
    CHECK_NUMBER(pthread_create(&thread, NULL, call_once, &call), 0);
    server_wait_held(server, 1);
    CHECK_NUMBER(pthread_cancel(thread), 0);
    server_release(server);
    CHECK_NUMBER(pthread_join(thread, &result), 0);
    CHECK(result == PTHREAD_CANCELED);
    CHECK_TEXT(nango_connection_token(call.connection), "invented-access");
    nango_connection_free(call.connection);
    nango_client_free(client);
}

/* A read that is cancelled while the server holds the rest back. */
struct cancelled_read {
    nango_response *response;
    const void *body;
};

static void *collect_once(void *argument) {
    struct cancelled_read *read = argument;
    read->body = nango_response_body(read->response, NULL, NULL);
    pthread_testcancel();
    return NULL;
}

static void a_cancel_takes_effect_after_the_read(struct server *server) {
    struct cancelled_read read = {response_for(server, "half", NULL), NULL};
    pthread_t thread;
    void *result = NULL;
    CHECK_NUMBER(pthread_create(&thread, NULL, collect_once, &read), 0);
    server_wait_held(server, 1);
    CHECK_NUMBER(pthread_cancel(thread), 0);
    server_release(server);
    CHECK_NUMBER(pthread_join(thread, &result), 0);
    CHECK(result == PTHREAD_CANCELED);
    CHECK(read.body != NULL);
    nango_response_free(read.response);
}

/* Walks through a document of which others may make the index at the same moment. */
static void *walk_many(void *argument) {
    const nango_connection *connection = argument;
    void *complaint = NULL;
    for (int i = 0; i < CALLS; ++i) {
        const nango_value *root = nango_connection_value(connection);
        const char *plan = nango_value_string(nango_value_get(nango_value_get(root, "metadata"), "plan"));
        const char *price = nango_value_json(nango_value_get(nango_value_get(root, "metadata"), "n"));
        if (!plan || strcmp(plan, "gold") != 0 || !price || strcmp(price, "1.50") != 0)
            complaint = argument;
    }
    return complaint;
}

static void threads_share_the_values_of_a_connection(struct server *server) {
    nango_connection *connection = connection_for(server, "oauth2", NULL);
    on_many_threads(walk_many, connection);
    nango_connection_free(connection);
}

static void the_last_call_out_frees_the_client(struct server *server) {
    nango_client *client = client_for(server, "held");
    struct call calls[THREADS];
    memset(calls, 0, sizeof calls);
    for (int i = 0; i < THREADS; ++i)
        start_call(&calls[i], client, NULL);
    server_wait_held(server, THREADS);
    nango_client_free(client);
    for (int i = 0; i < THREADS; ++i)
        finish_call(&calls[i], NANGO_ERROR_CANCELLED);
    server_release(server);
}

/* Frees the client from an interrupt of its call: as another thread would, at that moment. */
static int32_t free_the_client(void *user_data) {
    nango_client **client = user_data;
    nango_client_free(*client);
    *client = NULL;
    return 0;
}

static void a_call_may_free_its_own_client(struct server *server) {
    nango_client *client = client_for(server, "held");
    nango_client *const used = client;
    nango_error *error = NULL;
    nango_call_options *options = nango_call_options_new();
    nango_call_options_set_interrupt(options, free_the_client, &client);
    nango_request *request = nango_request_new("POST", "/action/trigger");
    nango_response *response = nango_call(used, request, options, &error);
    CHECK(!response && !client);
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_CANCELLED);
    nango_response_free(response);
    nango_error_free(error);
    nango_request_free(request);
    nango_call_options_free(options);
    server_release(server);
}

int main(void) {
    struct server *server = server_start();
    threads_share_a_client(server);
    threads_share_a_connection(server);
    threads_share_a_request(server);
    threads_share_the_values_of_a_connection(server);
    the_last_call_out_frees_the_client(server);
    a_call_may_free_its_own_client(server);
    a_cancel_takes_effect_after_the_call(server);
    a_cancel_takes_effect_after_the_read(server);
    server_stop(server);
    return check_finish();
}
