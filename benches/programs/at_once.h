/*
 * Calls at once, each on its thread: the CPU of a call and the memory that each of them adds to the process.
 *
 * The server responds once the requests of all threads have arrived, so they do wait at the same time.
 */
#ifndef AT_ONCE_H
#define AT_ONCE_H

#include "cpu.h"
#include "fields.h"

#include <pthread.h>

/* More than enough for either library. */
#define STACK_BYTES (128 * 1024)

struct at_once {
    const char *base_url;
    /* For each thread. */
    long calls;
    long threads;
    char connection_id[32];
    pthread_barrier_t barrier;
};

/* A thread's calls, after a first one that has connected. */
static void work(struct at_once *at_once);

/* All threads have made so many calls. */
static inline void meet(struct at_once *at_once) { pthread_barrier_wait(&at_once->barrier); }

static void *start(void *argument) {
    work(argument);
    return NULL;
}

/* A value of /proc/self/status, in bytes. */
static inline double memory(const char *name) {
    char line[256];
    double kib = -1;
    FILE *status = fopen("/proc/self/status", "r");
    while (status && kib < 0 && fgets(line, sizeof line, status))
        if (strncmp(line, name, strlen(name)) == 0)
            kib = strtod(line + strlen(name), NULL);
    if (status)
        fclose(status);
    if (kib < 0)
        fail("/proc/self/status cannot be read");
    return kib * 1024;
}

static inline struct at_once at_once_of(int argc, char **argv) {
    if (argc != 4)
        fail("usage: PROGRAM BASE_URL CALLS THREADS, with CALLS for each thread");
    struct at_once at_once = {
        .base_url = argv[1], .calls = strtol(argv[2], NULL, 10), .threads = strtol(argv[3], NULL, 10)};
    if (at_once.calls < 1 || at_once.threads < 1)
        fail("CALLS or THREADS is out of bounds");
    snprintf(at_once.connection_id, sizeof at_once.connection_id, "gather-%ld", at_once.threads);
    return at_once;
}

/* Prints the nanoseconds of a call and the bytes of a thread. One-time initialization has to be done before. */
static inline void run_at_once(struct at_once *at_once) {
    pthread_t *threads = malloc((size_t)at_once->threads * sizeof *threads);
    pthread_attr_t attributes;
    double before = memory("VmRSS:");
    if (!threads || pthread_attr_init(&attributes) || pthread_attr_setstacksize(&attributes, STACK_BYTES) ||
        pthread_barrier_init(&at_once->barrier, NULL, (unsigned)at_once->threads + 1))
        fail("no threads");
    for (long i = 0; i < at_once->threads; i++)
        if (pthread_create(&threads[i], &attributes, start, at_once))
            fail("no thread");
    meet(at_once);
    double start_seconds = cpu_seconds();
    meet(at_once);
    double seconds = cpu_seconds() - start_seconds;
    double calls = (double)at_once->calls * (double)at_once->threads;
    printf("%.0f %.0f\n", seconds * 1e9 / calls, (memory("VmHWM:") - before) / (double)at_once->threads);
    for (long i = 0; i < at_once->threads; i++)
        pthread_join(threads[i], NULL);
    free(threads);
}

#endif
