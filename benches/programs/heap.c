/* Counting wrappers of malloc and its family; glibc does the work under its internal names. */
#include "heap.h"

#include <errno.h>
#include <malloc.h>
#include <stddef.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);
extern void __libc_free(void *block);

static long bytes;
static long blocks;

static void add(void *block, long sign) {
    if (block) {
        __atomic_fetch_add(&bytes, sign * (long)malloc_usable_size(block), __ATOMIC_RELAXED);
        __atomic_fetch_add(&blocks, sign, __ATOMIC_RELAXED);
    }
}

static void *count(void *block) {
    add(block, 1);
    return block;
}

static void discount(void *block) { add(block, -1); }

struct heap heap_now(void) {
    return (struct heap){__atomic_load_n(&bytes, __ATOMIC_RELAXED), __atomic_load_n(&blocks, __ATOMIC_RELAXED)};
}

void *malloc(size_t size) { return count(__libc_malloc(size)); }

void *calloc(size_t number, size_t size) { return count(__libc_calloc(number, size)); }

void *realloc(void *block, size_t size) {
    discount(block);
    void *moved = __libc_realloc(block, size);
    if (!moved && size)
        count(block);
    return count(moved);
}

void *memalign(size_t alignment, size_t size) { return count(__libc_memalign(alignment, size)); }

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **block, size_t alignment, size_t size) {
    *block = memalign(alignment, size);
    return *block ? 0 : ENOMEM;
}

void free(void *block) {
    discount(block);
    __libc_free(block);
}
