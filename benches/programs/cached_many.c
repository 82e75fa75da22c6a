/* libnango with its cache: hits of many connections, once calls have filled it. */
#include "hits.h"

#include "nango_program.h"

/* The longest that it may be. */
#define FIVE_MINUTES_MS 300000
/* The entries that a client keeps at most. */
#define MOST_KEPT 10000

static void hit(void *client, const char *id) { nango_connection_free(get(client, id)); }

int main(int argc, char **argv) {
    struct hits hits = hits_of(argc, argv, MOST_KEPT);
    nango_client_options *options = new_options(hits.base_url);
    nango_client_options_set_cache_ttl_ms(options, FIVE_MINUTES_MS);
    nango_client *client = client_of(options);
    for (long i = 0; i < hits.connections; i++) {
        char id[ID_ROOM];
        snprintf(id, sizeof id, "customer-%ld", i);
        hit(client, id);
    }
    measure_hits(&hits, hit, client);
    nango_client_free(client);
    free(hits.ids);
    return 0;
}
