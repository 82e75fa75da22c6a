/* libnango with its cache: hits, once the first call has filled it. */
#include "nango_program.h"
#include "program.h"

/* The longest that it may be. */
#define FIVE_MINUTES_MS 300000

struct work {
    struct program program;
    nango_client *client;
};

static void *work(void *argument) {
    struct work *work = argument;
    for (long left = 0; next_call(&work->program, &left);)
        nango_connection_free(get(work->client, work->program.connection_id));
    return NULL;
}

int main(int argc, char **argv) {
    struct work shared = {.program = arguments(argc, argv)};
    nango_client_options *options = new_options(shared.program.base_url);
    nango_client_options_set_cache_ttl_ms(options, FIVE_MINUTES_MS);
    shared.client = client_of(options);
    call(shared.client, shared.program.connection_id);
    run(&shared.program, work, &shared);
    nango_client_free(shared.client);
    return 0;
}
