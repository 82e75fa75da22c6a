/*
 * Preloaded, it lets the machine sleep: the clocks that count that time move on, CLOCK_MONOTONIC does not. It also answers
 * for the names below "test", and counts how often it was asked.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <netdb.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static atomic_long slept;
static atomic_int asked;

void sleep_through(long seconds) {
    atomic_fetch_add(&slept, seconds);
}

int times_asked(void) {
    return atomic_load(&asked);
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    const int result = (int)syscall(SYS_clock_gettime, clock, now);
    if (result == 0 && (clock == CLOCK_BOOTTIME || clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        now->tv_sec += atomic_load(&slept);
    return result;
}

int getaddrinfo(const char *name, const char *service, const struct addrinfo *hints, struct addrinfo **found) {
    typedef int function(const char *, const char *, const struct addrinfo *, struct addrinfo **);
    function *real = NULL;
    const size_t length = name ? strlen(name) : 0;
    *(void **)&real = dlsym(RTLD_NEXT, "getaddrinfo");
    if (length > 5 && strcmp(name + length - 5, ".test") == 0) {
        atomic_fetch_add(&asked, 1);
        name = "127.0.0.1";
    }
    return real(name, service, hints, found);
}
