/* The hash table of the C library: look-ups of texts, and a count in what is found. No bound, and no lock. */
#define _GNU_SOURCE

#include "hits.h"

#include <search.h>

/* As large as a connection with its texts. */
#define VALUE_SIZE 2048

static void hit(void *table, const char *id) {
    ENTRY key = {.key = (char *)(size_t)id}, *found;
    if (!hsearch_r(key, FIND, &found, table))
        fail("not found");
    ++*(long *)found->data;
}

int main(int argc, char **argv) {
    struct hits hits = hits_of(argc, argv, 1000000);
    struct hsearch_data table = {0};
    if (!hcreate_r((size_t)hits.kept * 2, &table))
        fail("no table");
    for (long i = 0; i < hits.kept; i++) {
        char *value = calloc(1, VALUE_SIZE);
        ENTRY entry = {.key = hits.ids[i], .data = value}, *added;
        if (!value || !hsearch_r(entry, ENTER, &added, &table))
            fail("not added");
    }
    measure_hits(&hits, hit, &table);
    return 0;
}
