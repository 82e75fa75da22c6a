/* Checks that count. One program is one file; checks are made on its main thread. */
#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>
#include <string.h>

static int checks_made = 0;
static int checks_failed = 0;

static inline int check_that(int holds, const char *what, const char *file, int line) {
    ++checks_made;
    if (!holds) {
        ++checks_failed;
        fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
    }
    return holds;
}

/* Both absent, or the same text. */
static inline void check_text(const char *got, const char *expected, const char *what, const char *file, int line) {
    const int same = got && expected ? strcmp(got, expected) == 0 : got == expected;
    if (!check_that(same, what, file, line))
        fprintf(stderr, "    got %s, expected %s\n", got ? got : "NULL", expected ? expected : "NULL");
}

static inline void check_number(long long got, long long expected, const char *what, const char *file, int line) {
    if (!check_that(got == expected, what, file, line))
        fprintf(stderr, "    got %lld, expected %lld\n", got, expected);
}

/* Gives the exit code. A program without checks has failed. */
static inline int check_finish(void) {
    printf("%d checks, %d failed\n", checks_made, checks_failed);
    return checks_made > 0 && checks_failed == 0 ? 0 : 1;
}

#define CHECK(condition) check_that((condition) ? 1 : 0, #condition, __FILE__, __LINE__)
#define CHECK_TEXT(got, expected) check_text(got, expected, #got, __FILE__, __LINE__)
#define CHECK_NUMBER(got, expected) check_number(got, expected, #got, __FILE__, __LINE__)

#endif
