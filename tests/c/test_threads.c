/* What threads may do with a client, a connection and each other. */
#include <pthread.h>

#include "support/check.h"
#include "support/client.h"

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

/* A call that is cancelled while the server holds its answer back. */
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

int main(void) {
    struct server *server = server_start();
    threads_share_a_client(server);
    threads_share_a_connection(server);
    a_cancel_takes_effect_after_the_call(server);
    server_stop(server);
    return check_finish();
}
