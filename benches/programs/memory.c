/*
 * libnango: prints the heap usage of a result and of a live connection to the server, in bytes and blocks.
 *
 * The connections are opened by as many concurrent calls: the server responds once all requests have arrived.
 */
#define _DEFAULT_SOURCE

#include "heap.h"
#include "nango_program.h"
#include "program.h"

#include <dirent.h>
#include <unistd.h>

#define HANDLES 100

static long open_sockets(void) {
    char link[300], target[16];
    long sockets = 0;
    DIR *directory = opendir("/proc/self/fd");
    if (!directory)
        fail("/proc/self/fd cannot be read");
    for (struct dirent *entry; (entry = readdir(directory));) {
        snprintf(link, sizeof link, "/proc/self/fd/%s", entry->d_name);
        ssize_t length = readlink(link, target, sizeof target);
        sockets += length > 7 && memcmp(target, "socket:", 7) == 0;
    }
    closedir(directory);
    return sockets;
}

static void measure_handles(const nango_client *client) {
    nango_connection *handles[HANDLES];
    struct heap before = heap_now();
    for (int i = 0; i < HANDLES; i++) {
        handles[i] = get(client, "customer-1");
        read_and_check(handles[i]);
    }
    struct heap after = heap_now();
    printf("handle %ld %ld\n", (after.bytes - before.bytes) / HANDLES, (after.blocks - before.blocks) / HANDLES);
    for (int i = 0; i < HANDLES; i++)
        nango_connection_free(handles[i]);
}

struct work {
    const char *connection_id;
    const nango_client *client;
};

static void *work(void *argument) {
    const struct work *work = argument;
    call(work->client, work->connection_id);
    return NULL;
}

static void measure_connections(struct program *program, const nango_client *client) {
    char connection_id[32];
    struct work shared = {connection_id, client};
    snprintf(connection_id, sizeof connection_id, "gather-%ld", program->threads);
    struct heap before = heap_now();
    long sockets_before = open_sockets();
    run(program, work, &shared);
    struct heap after = heap_now();
    long connections = open_sockets() - sockets_before;
    if (connections < 1)
        fail("the client keeps no connection");
    printf("connections %ld %ld\n", connections, (after.bytes - before.bytes) / connections);
}

int main(int argc, char **argv) {
    struct program program = arguments(argc, argv);
    nango_client *client = new_client(program.base_url);
    /* One-time initialization is done. */
    call(client, program.connection_id);
    measure_handles(client);
    measure_connections(&program, client);
    nango_client_free(client);
    return 0;
}
