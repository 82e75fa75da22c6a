/* The CPU that this process has used. */
#ifndef CPU_H
#define CPU_H

#include <time.h>

static inline double cpu_seconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

#endif
