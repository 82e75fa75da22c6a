/* A plain hash table: look-ups of texts, and a count in what is found. No bound, no lock, no expiry. */
#include "hits.h"

#include <stdint.h>

/* As large as a connection with its texts. */
#define VALUE_SIZE 2048

struct value {
    long count;
    char id[VALUE_SIZE - sizeof(long)];
};

struct table {
    struct value **slots;
    /* The number of slots less one: a power of two, at least twice that of values. */
    uint64_t mask;
};

/* The slot of a text, or the empty one where it belongs. FNV-1a. */
static struct value **slot_of(const struct table *table, const char *id) {
    uint64_t hash = 14695981039346656037u;
    for (const char *byte = id; *byte; byte++)
        hash = (hash ^ (unsigned char)*byte) * 1099511628211u;
    uint64_t place = (hash ^ hash >> 32) & table->mask;
    while (table->slots[place] && strcmp(table->slots[place]->id, id) != 0)
        place = (place + 1) & table->mask;
    return &table->slots[place];
}

static void hit(void *table, const char *id) {
    struct value *found = *slot_of(table, id);
    if (!found)
        fail("not found");
    found->count++;
}

int main(int argc, char **argv) {
    struct hits hits = hits_of(argc, argv, 1000000);
    struct table table = {.mask = 1};
    while (table.mask < (uint64_t)hits.kept * 2)
        table.mask = table.mask * 2 + 1;
    table.slots = calloc(table.mask + 1, sizeof *table.slots);
    if (!table.slots)
        fail("no table");
    for (long i = 0; i < hits.kept; i++) {
        struct value *value = calloc(1, sizeof *value);
        if (!value)
            fail("no value");
        snprintf(value->id, sizeof value->id, "%s", hits.ids[i]);
        *slot_of(&table, value->id) = value;
    }
    measure_hits(&hits, hit, &table);
    return 0;
}
