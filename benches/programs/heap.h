/* The memory that a program and its libraries have allocated and not freed: heap.c replaces malloc. */
#ifndef HEAP_H
#define HEAP_H

struct heap {
    long bytes;
    long blocks;
};

struct heap heap_now(void);

#endif
