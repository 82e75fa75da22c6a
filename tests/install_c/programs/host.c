/*
 * Loads a plugin that uses libnango, lets it make a call to a URL, and unloads it, over and over. Prints the kinds of
 * errors that the calls ended with, how much the process has grown after some rounds to warm up, and how many parts of
 * the plugin are still in memory.
 *
 * usage: host PLUGIN URL
 */
#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { WARM_UP = 20, ROUNDS = 200 };

static long resident_kib(void) {
    long size = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file || fscanf(file, "%ld %ld", &size, &resident) != 2)
        resident = -1;
    if (file)
        fclose(file);
    return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

static int mapped(const char *plugin) {
    char line[4096];
    int count = 0;
    FILE *file = fopen("/proc/self/maps", "r");
    if (!file)
        return -1;
    while (fgets(line, sizeof line, file))
        count += strstr(line, plugin) != NULL;
    fclose(file);
    return count;
}

struct call {
    int32_t (*run)(const char *base_url);
    const char *base_url;
    int32_t kind;
};

static void *call(void *argument) {
    struct call *call = argument;
    call->kind = call->run(call->base_url);
    return NULL;
}

/* A thread that has used the library keeps it in memory until the thread ends, so each round has its own. */
static int32_t round_of(const char *plugin, const char *base_url) {
    void *library = dlopen(plugin, RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        fprintf(stderr, "%s\n", dlerror());
        return -1;
    }
    struct call arguments = {NULL, base_url, -1};
    /* ISO C has no conversion from an object pointer to a function pointer. */
    void *found = dlsym(library, "plugin_run");
    memcpy(&arguments.run, &found, sizeof found);
    pthread_t thread;
    if (found && pthread_create(&thread, NULL, call, &arguments) == 0)
        pthread_join(thread, NULL);
    dlclose(library);
    return arguments.kind;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "usage: host PLUGIN URL\n");
        return 2;
    }
    const int32_t kind = round_of(argv[1], argv[2]);
    for (int i = 1; i < WARM_UP; i++)
        if (round_of(argv[1], argv[2]) != kind)
            return 1;
    const long before = resident_kib();
    for (int i = 0; i < ROUNDS; i++)
        if (round_of(argv[1], argv[2]) != kind)
            return 1;
    printf("kind %d grown %ld KiB mapped %d\n", (int)kind, resident_kib() - before, mapped(argv[1]));
    return 0;
}
