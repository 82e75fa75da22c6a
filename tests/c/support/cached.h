/* Clients that keep what they get, and waiting until calls wait. */
#ifndef CACHED_H
#define CACHED_H

#include <nango.h>
#include <pthread.h>

#include "client.h"

enum { TTL_MS = 300000 };

static inline nango_client *cached_client_for(const struct server *server, const char *answer) {
    nango_client_options *options = options_for(server, answer);
    nango_client_options_set_cache_ttl_ms(options, TTL_MS);
    nango_client *client = nango_client_new(options, NULL);
    nango_client_options_free(options);
    return client;
}

/* How many calls have called their interrupt: each of them waits. */
struct asked {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    int times;
};

#define NOBODY_ASKED {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0}

static inline int32_t note_asked(void *user_data) {
    struct asked *asked = user_data;
    pthread_mutex_lock(&asked->lock);
    ++asked->times;
    pthread_cond_broadcast(&asked->changed);
    pthread_mutex_unlock(&asked->lock);
    return 0;
}

static inline void wait_until_asked(struct asked *asked) {
    pthread_mutex_lock(&asked->lock);
    while (asked->times == 0)
        pthread_cond_wait(&asked->changed, &asked->lock);
    pthread_mutex_unlock(&asked->lock);
}

#endif
