/* libnango: calls at once of one client, each on its thread. */
#define _POSIX_C_SOURCE 200809L

#include "at_once.h"

#include "nango_program.h"

static nango_client *client;

static void work(struct at_once *at_once) {
    call(client, at_once->connection_id);
    meet(at_once);
    for (long left = at_once->calls; left > 0; left--)
        call(client, at_once->connection_id);
    meet(at_once);
}

int main(int argc, char **argv) {
    struct at_once at_once = at_once_of(argc, argv);
    client = new_client(at_once.base_url);
    call(client, CONNECTION);
    run_at_once(&at_once);
    nango_client_free(client);
    return 0;
}
