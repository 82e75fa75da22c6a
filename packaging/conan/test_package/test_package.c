/* Prints the library's version, and has it refuse a client that has no key. */
#include <nango.h>
#include <stdio.h>

int main(void) {
    nango_error *error = NULL;
    nango_client_options *options = nango_client_options_new();
    nango_client_options_set_read_env(options, 0);
    nango_client *client = nango_client_new(options, &error);
    const int refused = !client && nango_error_get_kind(error) == NANGO_ERROR_INVALID_ARGUMENT;
    printf("libnango %s: %s\n", nango_version(), refused ? nango_error_message(error) : "a client without a key");
    nango_error_free(error);
    nango_client_free(client);
    nango_client_options_free(options);
    return refused ? 0 : 1;
}
