/*
 * Threads that share a client with a cache, for ThreadSanitizer: it is in this program and not in the library, as in a
 * program of a user.
 */
#include <pthread.h>
#include <stdio.h>

#include "support/client.h"

enum { THREADS = 4, CALLS = 500 };

static nango_client *client;

static void *work(void *argument) {
    size_t *letters = argument;
    for (int i = 0; i < CALLS; i++) {
        nango_connection *connection = nango_get_connection(client, "customer-1", "github", NULL, NULL);
        const char *token = nango_connection_token(connection);
        while (token && *token++)
            ++*letters;
        nango_connection_free(connection);
        if (i % 10 == 0)
            nango_client_clear_cache(client);
    }
    return NULL;
}

int main(void) {
    struct server *server = server_start();
    nango_client_options *options = options_for(server, "oauth2");
    nango_client_options_set_cache_ttl_ms(options, 60000);
    client = nango_client_new(options, NULL);
    nango_client_options_free(options);
    pthread_t threads[THREADS];
    size_t letters[THREADS] = {0}, all = 0;
    for (int i = 0; i < THREADS; i++)
        if (pthread_create(&threads[i], NULL, work, &letters[i]) != 0)
            return 1;
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        all += letters[i];
    }
    nango_client_free(client);
    server_stop(server);
    printf("%zu letters\n", all);
    return all == THREADS * CALLS * sizeof "invented-acces" ? 0 : 1;
}
