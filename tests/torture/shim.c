/*
 * Loaded in front of libc: counts the calls that libnango makes to functions that can fail, and makes one of them fail.
 *
 * TORTURE_FAIL=<function>:<number>:<value> fails the call of that number to that function, counted from 0, with errno
 * <value>; 0 is the end of the input, and functions that return their error get the value as their result.
 * The call has no other effect. TORTURE_TRACE=<path> is where, at the end, the names of the functions that were
 * called are written, one a line, the one that failed with a star.
 *
 * Calls count only if libnango itself makes them and until torture_stop. The name "nango.test" is that of 127.0.0.1.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <netdb.h>
#include <poll.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { MOST_CALLS = 4096 };

static const char *names[MOST_CALLS];
static int count;
static int stopped;
static char failing[32]; /* a function */
static int failing_number = -1;
static int failed_at = -1;
static int value;
static char trace[256];

/* Where libnango lies. */
static uintptr_t begin;
static uintptr_t end;

static int find_library(struct dl_phdr_info *info, size_t size, void *unused) {
    (void)size, (void)unused;
    if (!strstr(info->dlpi_name, "libnango.so"))
        return 0;
    for (int i = 0; i < info->dlpi_phnum; ++i) {
        const uintptr_t start = info->dlpi_addr + info->dlpi_phdr[i].p_vaddr;
        if (info->dlpi_phdr[i].p_type != PT_LOAD)
            continue;
        if (begin == 0 || start < begin)
            begin = start;
        if (start + info->dlpi_phdr[i].p_memsz > end)
            end = start + info->dlpi_phdr[i].p_memsz;
    }
    return 1;
}

static void *next(const char *name) {
    void *found = dlsym(RTLD_NEXT, name);
    if (!found)
        abort();
    return found;
}

__attribute__((constructor)) static void start(void) {
    const char *fail = getenv("TORTURE_FAIL");
    const char *path = getenv("TORTURE_TRACE");
    if (fail && sscanf(fail, "%31[^:]:%d:%d", failing, &failing_number, &value) != 3)
        abort();
    if (path)
        snprintf(trace, sizeof trace, "%s", path);
    dl_iterate_phdr(find_library, NULL);
}

__attribute__((destructor)) static void write_trace(void) {
    FILE *file = trace[0] ? fopen(trace, "w") : NULL;
    if (!file)
        return;
    for (int i = 0; i < count && i < MOST_CALLS; ++i)
        fprintf(file, "%s%s\n", i == failed_at ? "*" : "", names[i] ? names[i] : "?");
    fclose(file);
}

/* From here on no call counts. */
void torture_stop(void);
void torture_stop(void) {
    __atomic_store_n(&stopped, 1, __ATOMIC_SEQ_CST);
}

/* Whether this call has to fail. */
static int fails(const char *name, const void *caller) {
    if ((uintptr_t)caller < begin || (uintptr_t)caller >= end ||
        __atomic_load_n(&stopped, __ATOMIC_SEQ_CST))
        return 0;
    const int number = __atomic_fetch_add(&count, 1, __ATOMIC_SEQ_CST);
    if (number < MOST_CALLS)
        names[number] = name;
    if (strcmp(name, failing) != 0)
        return 0;
    static int same;
    const int fails_now = __atomic_fetch_add(&same, 1, __ATOMIC_SEQ_CST) == failing_number;
    if (fails_now)
        failed_at = number;
    return fails_now;
}

static long failed(void) {
    if (value == 0)
        return 0;
    errno = value;
    return -1;
}

#define FAILS(name) fails(name, __builtin_return_address(0))

/* A function that is passed on, unless it has to fail. */
#define PASS_ON(type, name, parameters, arguments) \
    type name parameters { \
        static type(*real) parameters; \
        if (FAILS(#name)) \
            return (type)failed(); \
        if (!real) \
            *(void **)&real = next(#name); \
        return real arguments; \
    }

PASS_ON(int, socket, (int domain, int type, int protocol), (domain, type, protocol))
PASS_ON(ssize_t, send, (int fd, const void *data, size_t size, int flags), (fd, data, size, flags))
PASS_ON(ssize_t, recv, (int fd, void *data, size_t size, int flags), (fd, data, size, flags))
PASS_ON(ssize_t, read, (int fd, void *data, size_t size), (fd, data, size))
PASS_ON(ssize_t, readv, (int fd, const struct iovec *parts, int n), (fd, parts, n))
PASS_ON(ssize_t, writev, (int fd, const struct iovec *parts, int n), (fd, parts, n))
PASS_ON(int, poll, (struct pollfd * polled, nfds_t n, int timeout), (polled, n, timeout))
PASS_ON(int, eventfd, (unsigned initial, int flags), (initial, flags))
PASS_ON(int, getsockopt, (int fd, int level, int name, void *data, socklen_t *size), (fd, level, name, data, size))
PASS_ON(int, setsockopt, (int fd, int level, int name, const void *data, socklen_t size), (fd, level, name, data, size))
PASS_ON(int, madvise, (void *start, size_t size, int advice), (start, size, advice))
PASS_ON(ssize_t, getrandom, (void *data, size_t size, unsigned flags), (data, size, flags))
PASS_ON(int, fstat64, (int fd, struct stat64 *found), (fd, found))
PASS_ON(int, stat64, (const char *path, struct stat64 *found), (path, found))
PASS_ON(int, statx, (int fd, const char *path, int flags, unsigned mask, struct statx *found),
        (fd, path, flags, mask, found))

/* Under another name here, since glibc declares it with a union that only GNU C can write. */
int passed_on_connect(int fd, const void *address, socklen_t length) __asm__("connect");
int passed_on_connect(int fd, const void *address, socklen_t length) {
    static int (*real)(int, const void *, socklen_t);
    if (FAILS("connect"))
        return (int)failed();
    if (!real)
        *(void **)&real = next("connect");
    return real(fd, address, length);
}

/* The eventfd that wakes a call is written to once, and fails only where it is readable already. */
ssize_t write(int fd, const void *data, size_t size) {
    static ssize_t (*real)(int, const void *, size_t);
    struct stat found;
    if (fstat(fd, &found) == 0 && S_ISSOCK(found.st_mode) && FAILS("write"))
        return failed();
    if (!real)
        *(void **)&real = next("write");
    return real(fd, data, size);
}

int fcntl(int fd, int command, ...) {
    static int (*real)(int, int, ...);
    va_list arguments;
    va_start(arguments, command);
    void *argument = va_arg(arguments, void *);
    va_end(arguments);
    if (FAILS("fcntl"))
        return (int)failed();
    if (!real)
        *(void **)&real = next("fcntl");
    return real(fd, command, argument);
}

static int open_with(const char *name, const void *caller, const char *path, int flags, mode_t mode) {
    int (*real)(const char *, int, ...);
    if (fails(name, caller))
        return (int)failed();
    *(void **)&real = next(name);
    return real(path, flags, mode);
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        va_list arguments; \
        va_start(arguments, flags); \
        const mode_t mode = flags & O_CREAT ? va_arg(arguments, mode_t) : 0; \
        va_end(arguments); \
        return open_with(#name, __builtin_return_address(0), path, flags, mode); \
    }

OPEN(open)
OPEN(open64)

/* A descriptor is closed even where close reports an error. */
int close(int fd) {
    static int (*real)(int);
    if (!real)
        *(void **)&real = next("close");
    const int result = real(fd);
    return FAILS("close") ? (int)failed() : result;
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*body)(void *), void *argument) {
    static int (*real)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
    if (FAILS("pthread_create"))
        return value;
    if (!real)
        *(void **)&real = next("pthread_create");
    return real(thread, attributes, body, argument);
}

int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **found) {
    static int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **);
    if (FAILS("getaddrinfo")) {
        errno = EIO;
        return value;
    }
    if (!real)
        *(void **)&real = next("getaddrinfo");
    return real(node && strcmp(node, "nango.test") == 0 ? "127.0.0.1" : node, service, hints, found);
}
