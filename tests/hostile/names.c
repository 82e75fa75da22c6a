/*
 * Resolves the names of the cases, and leaves all others to the system. Loaded before libc.
 *
 *     dead-first.test   127.0.0.2, 127.0.0.3, 127.0.0.1
 *     all-dead.test     127.0.0.2, 127.0.0.3
 *     here.test         127.0.0.1
 *     never.test        no answer, ever
 *     unknown.test      no such name
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <netdb.h>
#include <string.h>
#include <unistd.h>

typedef int look_up(const char *, const char *, const struct addrinfo *, struct addrinfo **);

/* The system's answers for `count` literals, one after the other. */
static int all(look_up *system, const char *const *literals, size_t count, const char *service,
               const struct addrinfo *hints, struct addrinfo **found) {
    struct addrinfo **end = found;
    size_t i;
    *found = NULL;
    for (i = 0; i < count; i++) {
        int problem = system(literals[i], service, hints, end);
        if (problem != 0)
            return problem;
        while (*end != NULL)
            end = &(*end)->ai_next;
    }
    return 0;
}

int getaddrinfo(const char *name, const char *service, const struct addrinfo *hints, struct addrinfo **found) {
    static const char *const literals[] = {"127.0.0.2", "127.0.0.3", "127.0.0.1"};
    look_up *system;
    /* ISO C has no conversion from an object's pointer to a function's; POSIX says that this works. */
    *(void **)&system = dlsym(RTLD_NEXT, "getaddrinfo");
    if (system == NULL)
        return EAI_SYSTEM;
    if (name != NULL && strcmp(name, "dead-first.test") == 0)
        return all(system, literals, 3, service, hints, found);
    if (name != NULL && strcmp(name, "all-dead.test") == 0)
        return all(system, literals, 2, service, hints, found);
    if (name != NULL && strcmp(name, "here.test") == 0)
        return all(system, literals + 2, 1, service, hints, found);
    if (name != NULL && strcmp(name, "unknown.test") == 0)
        return EAI_NONAME;
    if (name != NULL && strcmp(name, "never.test") == 0)
        for (;;)
            pause();
    return system(name, service, hints, found);
}
