/* Runs the commands that it is given, each of which is one of the examples, and compares what they print. */
#include <stdlib.h>
#include <sys/wait.h>

#include "support/check.h"
#include "support/server.h"

/* Runs a command, both outputs together; gives its exit code. */
static int run(const char *command, char *output, size_t size) {
    char shell[1024];
    snprintf(shell, sizeof shell, "%s 2>&1", command);
    FILE *pipe = popen(shell, "r");
    if (!CHECK(pipe != NULL))
        return -1;
    output[fread(output, 1, size - 1, pipe)] = '\0';
    const int status = pclose(pipe);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void check_run(const char *command, const char *url, int code, const char *expected) {
    char output[4096];
    setenv("NANGO_BASE_URL", url, 1);
    CHECK_NUMBER(run(command, output, sizeof output), code);
    CHECK_TEXT(output, expected);
}

static void check_example(struct server *server, const char *command) {
    check_run(command, server_url(server, "oauth2"), 0,
              "github/customer-1: OAUTH2 invented... expires 2026-01-02T04:04:05.678Z\n");
    CHECK(strstr(server_last_line(server), "/oauth2/connection/customer-1?provider_config_key=github ") != NULL);
    check_run(command, server_url(server, "basic"), 0, "printer/customer-2: BASIC (no single token) expires never\n");
    check_run(command, server_url(server, "bare"), 0,
              "open/customer-3: (no auth mode) (no single token) expires never\n");

    char output[4096];
    setenv("NANGO_BASE_URL", server_url(server, "not_found"), 1);
    setenv("NANGO_CONNECTION_ID", "customer-9", 1);
    setenv("NANGO_PROVIDER_CONFIG_KEY", "printer", 1);
    CHECK_NUMBER(run(command, output, sizeof output), 1);
    CHECK(strncmp(output, "NOT_FOUND: ", 11) == 0 && strchr(output, '\n') == output + strlen(output) - 1);
    CHECK(strstr(server_last_line(server), "/connection/customer-9?provider_config_key=printer ") != NULL);
    unsetenv("NANGO_CONNECTION_ID");
    unsetenv("NANGO_PROVIDER_CONFIG_KEY");
    setenv("NANGO_BASE_URL", "ftp://127.0.0.1", 1);
    CHECK_NUMBER(run(command, output, sizeof output), 1);
    CHECK(strncmp(output, "INVALID_ARGUMENT: ", 18) == 0);
}

int main(int argc, char **argv) {
    struct server *server = server_start();
    setenv("NANGO_SECRET_KEY", "invented-secret-key", 1);
    unsetenv("NANGO_CONNECTION_ID");
    unsetenv("NANGO_PROVIDER_CONFIG_KEY");
    for (int i = 1; i < argc; ++i)
        check_example(server, argv[i]);
    server_stop(server);
    return check_finish();
}
