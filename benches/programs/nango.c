/* libnango: gets a connection again and again, with one client for all threads. */
#include "nango_program.h"
#include "program.h"

struct work {
    struct program program;
    nango_client *client;
};

static void *work(void *argument) {
    struct work *work = argument;
    for (long left = 0; next_call(&work->program, &left);)
        call(work->client, work->program.connection_id);
    return NULL;
}

int main(int argc, char **argv) {
    struct work shared = {.program = arguments(argc, argv)};
    shared.client = new_client(shared.program.base_url);
    run(&shared.program, work, &shared);
    nango_client_free(shared.client);
    return 0;
}
