/* The number of every auth mode, as the library gives it for the name that Nango sends. */
#include "support/check.h"
#include "support/client.h"
#include "support/functions.h"

#define MODE(name) {#name, NANGO_AUTH_MODE_##name}

static const struct {
    const char *name;
    nango_auth_mode number;
} modes[] = {
    MODE(NONE),       MODE(OAUTH1),
    MODE(OAUTH2),     MODE(OAUTH2_CC),
    MODE(BASIC),      MODE(API_KEY),
    MODE(APP),        MODE(APP_STORE),
    MODE(CUSTOM),     MODE(TBA),
    MODE(TABLEAU),    MODE(JWT),
    MODE(BILL),       MODE(TWO_STEP),
    MODE(SIGNATURE),  MODE(MCP_OAUTH2),
    MODE(AWS_SIGV4),  MODE(MCP_OAUTH2_GENERIC),
    MODE(INSTALL_PLUGIN),
};

int main(void) {
    struct server *server = server_start();
    for (size_t i = 0; i < COUNT(modes); ++i) {
        char answer[64];
        snprintf(answer, sizeof answer, "mode/%s", modes[i].name);
        nango_connection *connection = connection_for(server, answer, NULL);
        CHECK_TEXT(nango_connection_auth_mode_name(connection), modes[i].name);
        CHECK_NUMBER(nango_connection_auth_mode(connection), modes[i].number);
        tested("nango_auth_mode", modes[i].name);
        nango_connection_free(connection);
    }
    server_stop(server);
    return check_finish();
}
