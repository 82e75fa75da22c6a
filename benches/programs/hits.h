/* Look-ups of many connections, one after the other in no order that memory has, and the CPU that they need. */
#ifndef HITS_H
#define HITS_H

#include "cpu.h"
#include "fields.h"

#define ID_ROOM 32
#define ROUNDS 9

struct hits {
    const char *base_url;
    /* For each round. */
    long count;
    long connections;
    /* The ids of those that are there, shuffled. */
    char (*ids)[ID_ROOM];
    long kept;
};

/* Of `connections` those with the numbers from `connections - kept` on are looked up: at most so many are kept. */
static inline struct hits hits_of(int argc, char **argv, long most) {
    if (argc != 4)
        fail("usage: PROGRAM BASE_URL HITS CONNECTIONS");
    struct hits hits = {.base_url = argv[1], .count = strtol(argv[2], NULL, 10), .connections = strtol(argv[3], NULL, 10)};
    hits.kept = hits.connections < most ? hits.connections : most;
    if (hits.kept < 1 || !(hits.ids = malloc((size_t)hits.kept * ID_ROOM)))
        fail("CONNECTIONS is out of bounds");
    for (long i = 0; i < hits.kept; i++)
        snprintf(hits.ids[i], ID_ROOM, "customer-%ld", hits.connections - hits.kept + i);
    unsigned random = 1;
    for (long i = hits.kept - 1; i > 0; i--) {
        char id[ID_ROOM];
        random = random * 1103515245u + 12345u;
        long other = (long)((random >> 8) % (unsigned)(i + 1));
        memcpy(id, hits.ids[i], ID_ROOM);
        memcpy(hits.ids[i], hits.ids[other], ID_ROOM);
        memcpy(hits.ids[other], id, ID_ROOM);
    }
    return hits;
}

/* Prints the nanoseconds of a hit, a line a round. */
static inline void measure_hits(const struct hits *hits, void (*hit)(void *argument, const char *id), void *argument) {
    for (int round = 0; round < ROUNDS; round++) {
        long next = 0;
        double start = cpu_seconds();
        for (long left = hits->count; left > 0; left--) {
            hit(argument, hits->ids[next]);
            next = next + 1 < hits->kept ? next + 1 : 0;
        }
        printf("%.3f\n", (cpu_seconds() - start) * 1e9 / (double)hits->count);
    }
}

#endif
