/* A seeded generator (xorshift64*): the same seed gives the same faults. */
#ifndef RANDOM_H
#define RANDOM_H

#include <stdint.h>

struct random {
    uint64_t state; /* never 0 */
};

static inline struct random random_from(uint64_t seed) {
    /* Neighbouring seeds must not give neighbouring sequences. */
    const struct random random = {(seed + 1) * UINT64_C(0x9e3779b97f4a7c15) | 1};
    return random;
}

/* A number from 0 to below - 1. */
static inline unsigned random_below(struct random *random, unsigned below) {
    random->state ^= random->state >> 12;
    random->state ^= random->state << 25;
    random->state ^= random->state >> 27;
    return (unsigned)((random->state * UINT64_C(0x2545f4914f6cdd1d)) >> 33) % below;
}

#endif
