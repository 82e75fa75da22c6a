/* The number of every auth mode, as the library gives it for the name that Nango sends. */
#include "generated/modes.h"
#include "support/check.h"
#include "support/client.h"

int main(void) {
    struct server *server = server_start();
    for (size_t i = 0; i < sizeof modes / sizeof *modes; ++i) {
        char answer[64];
        snprintf(answer, sizeof answer, "mode/%s", modes[i].name);
        nango_connection *connection = connection_for(server, answer, NULL);
        CHECK_TEXT(nango_connection_auth_mode_name(connection), modes[i].name);
        CHECK_NUMBER(nango_connection_auth_mode(connection), modes[i].number);
        nango_connection_free(connection);
    }
    server_stop(server);
    return check_finish();
}
