/* libnango: calls at once of one client, each on its thread. */
#include "at_once.h"

#include "nango_program.h"

/* Thousands that connect at once have to wait for each other. */
#define MINUTE_MS 60000

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
    nango_client_options *options = new_options(at_once.base_url);
    nango_client_options_set_timeout_ms(options, MINUTE_MS);
    nango_client_options_set_connect_timeout_ms(options, MINUTE_MS);
    client = client_of(options);
    call(client, CONNECTION);
    run_at_once(&at_once);
    nango_client_free(client);
    return 0;
}
