/* Children of fork, which make checks of their own. */
#ifndef CHILD_H
#define CHILD_H

#include <stdio.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"

/* As fork, in a child of which checks count from 0. */
static inline pid_t fork_for_checks(void) {
    fflush(stdout);
    const pid_t child = fork();
    if (child == 0)
        checks_failed = 0;
    return child;
}

/*
 * Ends a child with the result of its checks. After a success by exec of another program: memory that a child leaves
 * alone on purpose, since it is its parent's, would be a leak to Valgrind at its end.
 */
static inline void end_child(void) {
    if (checks_failed == 0)
        execlp("true", "true", (char *)NULL);
    _exit(1);
}

/* Waits for the end of a child; its checks count as one here. */
static inline void finish_child(pid_t child) {
    int status = -1;
    CHECK(child > 0);
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

#endif
