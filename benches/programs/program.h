/* The arguments that every client takes, its turns and its threads. */
#ifndef PROGRAM_H
#define PROGRAM_H

#include "fields.h"

#include <pthread.h>
#include <stdbool.h>

#define MOST_THREADS 64

struct program {
    const char *base_url;
    const char *connection_id;
    /* Calls for each thread of the turn. */
    long calls;
    long threads;
    /* Whether the turns come from standard input, a line each with its calls; otherwise there is one. */
    bool takes_turns;
    bool has_begun;
    /* Where all threads meet between turns. */
    pthread_barrier_t barrier;
};

static inline struct program arguments(int argc, char **argv) {
    if (argc != 4 && argc != 5)
        fail("usage: PROGRAM BASE_URL CALLS|- CONNECTION_ID [THREADS]");
    struct program program = {.base_url = argv[1], .connection_id = argv[3], .threads = 1};
    if (argc == 5)
        program.threads = strtol(argv[4], NULL, 10);
    if (program.threads < 1 || program.threads > MOST_THREADS)
        fail("THREADS is out of bounds");
    program.takes_turns = strcmp(argv[2], "-") == 0;
    program.calls = strtol(argv[2], NULL, 10) / program.threads;
    return program;
}

/* Confirms the turn that ended, with an empty line, and sets the calls of the next; 0 if there is none. */
static inline void begin_turn(struct program *program) {
    char line[32];
    if (program->takes_turns) {
        if (program->has_begun && (puts("") < 0 || fflush(stdout)))
            fail("nobody reads that a turn has ended");
        program->calls = fgets(line, sizeof line, stdin) ? strtol(line, NULL, 10) / program->threads : 0;
    } else if (program->has_begun) {
        program->calls = 0;
    }
    program->has_begun = true;
}

/* The calls of the next turn for one thread; 0 after the last. A turn has ended once all threads are here. */
static inline long next_turn(struct program *program) {
    if (program->threads == 1) {
        begin_turn(program);
        return program->calls;
    }
    if (pthread_barrier_wait(&program->barrier) == PTHREAD_BARRIER_SERIAL_THREAD)
        begin_turn(program);
    pthread_barrier_wait(&program->barrier);
    return program->calls;
}

/* Whether there is one more call to make. `left` has those of the turn, and is 0 at first. */
static inline bool next_call(struct program *program, long *left) {
    if (*left == 0)
        *left = next_turn(program);
    return (*left)-- > 0;
}

/* Runs `body` on the requested number of threads; a single one is the main thread. */
static inline void run(struct program *program, void *(*body)(void *), void *argument) {
    pthread_t threads[MOST_THREADS];
    if (program->threads == 1) {
        body(argument);
        return;
    }
    if (pthread_barrier_init(&program->barrier, NULL, (unsigned)program->threads))
        fail("no barrier");
    for (long i = 0; i < program->threads; i++)
        if (pthread_create(&threads[i], NULL, body, argument))
            fail("no thread");
    for (long i = 0; i < program->threads; i++)
        pthread_join(threads[i], NULL);
}

#endif
