/* libnango: gets a connection again and again. */
#include "nango_program.h"

int main(int argc, char **argv) {
    if (argc != 4)
        fail("usage: nango BASE_URL CALLS CONNECTION_ID");
    nango_client *client = new_client(argv[1]);
    for (long left = strtol(argv[2], NULL, 10); left > 0; left--)
        call(client, argv[3]);
    nango_client_free(client);
    return 0;
}
