/* libnango: reads the token of one connection again and again. */
#include "nango_program.h"
#include "program.h"

int main(int argc, char **argv) {
    struct program program = arguments(argc, argv);
    nango_client *client = new_client(program.base_url);
    nango_connection *connection = get(client, program.connection_id);
    for (long calls; (calls = next_turn(&program)) > 0;) {
        size_t read = 0;
        for (long left = calls; left > 0; left--)
            read += (size_t)(unsigned char)*nango_connection_access_token(connection);
        if (read != (size_t)calls * (unsigned char)TOKEN[0])
            fail("the token is not the expected one");
    }
    nango_connection_free(connection);
    nango_client_free(client);
    return 0;
}
