/*
 * libnango.a and another static library of Rust in one program: each catches its own panics.
 *
 * A clock that fails is what makes libnango panic: Rust's standard library takes that for impossible. The program brings
 * the clock_gettime that both libraries call, and breaks it for one call.
 */
#include <errno.h>
#include <nango.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int other_catches_a_panic(void);

static int clock_is_broken;

int clock_gettime(clockid_t clock, struct timespec *now) {
    if (clock_is_broken) {
        errno = EINVAL;
        return -1;
    }
    return (int)syscall(SYS_clock_gettime, clock, now);
}

static nango_error_kind call(const nango_client *client) {
    nango_error *error = NULL;
    nango_connection *connection = nango_get_connection(client, "customer-1", "github", NULL, &error);
    const nango_error_kind kind = nango_error_get_kind(error);
    nango_connection_free(connection);
    nango_error_free(error);
    return kind;
}

int main(void) {
    nango_client_options *options = nango_client_options_new();
    nango_client_options_load_env(options);
    nango_client *client = nango_client_new(options, NULL);
    nango_client_options_free(options);

    printf("before: %s\n", nango_error_kind_name(call(client)));
    for (int round = 0; round < 2; ++round) {
        clock_is_broken = 1;
        const nango_error_kind kind = call(client);
        clock_is_broken = 0;
        printf("libnango: %s\n", nango_error_kind_name(kind));
        printf("the other: %s\n", other_catches_a_panic() ? "caught" : "not caught");
    }
    printf("after: %s\n", nango_error_kind_name(call(client)));
    nango_client_free(client);
    return 0;
}
