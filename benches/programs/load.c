/* Prints how many nanoseconds it takes to load a library. */
#include <dlfcn.h>
#include <stdio.h>
#include <time.h>

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

int main(int argc, char **argv) {
    if (argc != 2) {
        fprintf(stderr, "usage: load LIBRARY\n");
        return 2;
    }
    long long start = now();
    void *library = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
    long long end = now();
    if (!library) {
        fprintf(stderr, "%s\n", dlerror());
        return 1;
    }
    printf("%lld\n", end - start);
    return 0;
}
