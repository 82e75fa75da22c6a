/* Bodies whose size is in the id, as the server takes it: bytes-1000000. */
#ifndef BODIES_H
#define BODIES_H

#include "fields.h"

/* The bytes that are read at once. */
#define PART 65536

static inline long long bytes_in(const char *id) {
    if (strncmp(id, "bytes-", 6) != 0)
        fail("not bytes-NUMBER");
    return strtoll(id + 6, NULL, 10);
}

/* The last record that the server adds makes the body a little larger. */
static inline void check_bytes(long long bytes, long long least) {
    if (bytes < least)
        fail("the body is not whole");
}

#endif
