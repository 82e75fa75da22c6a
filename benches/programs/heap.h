/* What a program and its libraries have allocated and not freed: heap.c takes the place of malloc. */
#ifndef HEAP_H
#define HEAP_H

struct heap {
    long bytes;
    long blocks;
};

struct heap heap_now(void);

#endif
