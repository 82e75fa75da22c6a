/* The arguments that every client takes, and its threads. */
#ifndef PROGRAM_H
#define PROGRAM_H

#include "fields.h"

#include <pthread.h>

#define MOST_THREADS 64

struct program {
    const char *base_url;
    const char *connection_id;
    /* Calls for each thread. */
    long calls;
    long threads;
};

static inline struct program arguments(int argc, char **argv) {
    if (argc != 4 && argc != 5)
        fail("usage: PROGRAM BASE_URL CALLS CONNECTION_ID [THREADS]");
    struct program program = {.base_url = argv[1], .connection_id = argv[3], .threads = 1};
    if (argc == 5)
        program.threads = strtol(argv[4], NULL, 10);
    if (program.threads < 1 || program.threads > MOST_THREADS)
        fail("THREADS is out of bounds");
    program.calls = strtol(argv[2], NULL, 10) / program.threads;
    return program;
}

/* Runs `body` on the requested number of threads; a single one is the main thread. */
static inline void run(const struct program *program, void *(*body)(void *), void *argument) {
    pthread_t threads[MOST_THREADS];
    if (program->threads == 1) {
        body(argument);
        return;
    }
    for (long i = 0; i < program->threads; i++)
        if (pthread_create(&threads[i], NULL, body, argument))
            fail("no thread");
    for (long i = 0; i < program->threads; i++)
        pthread_join(threads[i], NULL);
}

#endif
