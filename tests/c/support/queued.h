/* A queue, of which a program waits as an event loop does. */
#ifndef QUEUED_H
#define QUEUED_H

#include <nango.h>
#include <poll.h>

#include "check.h"

/* Far more than anything here takes, so that a result that never comes fails the test. */
enum { LONGEST_WAIT_MS = 120000 };

/* Whether the descriptor becomes readable within this time. */
static inline int readable_within(const nango_queue *queue, int timeout_ms) {
    struct pollfd polled = {(int)nango_queue_descriptor(queue), POLLIN, 0};
    return poll(&polled, 1, timeout_ms) == 1 && (polled.revents & POLLIN) != 0;
}

static inline int is_readable(const nango_queue *queue) {
    return readable_within(queue, 0);
}

/* The next call to end; NULL if none does. */
static inline nango_completion *wait_next(const nango_queue *queue) {
    nango_completion *completion = nango_queue_next(queue);
    while (!completion && readable_within(queue, LONGEST_WAIT_MS))
        completion = nango_queue_next(queue);
    return completion;
}

/* Frees a call, which has to be the one with this tag, and to have ended so. */
static inline void check_completion(nango_completion *completion, uint64_t tag, nango_error_kind kind) {
    const nango_error *error = nango_completion_error(completion);
    CHECK(completion != NULL);
    CHECK(nango_completion_tag(completion) == tag);
    CHECK_NUMBER(nango_error_get_kind(error), kind);
    CHECK((error != NULL) == (kind != NANGO_ERROR_NONE));
    nango_completion_free(completion);
}

static inline void check_next(const nango_queue *queue, uint64_t tag, nango_error_kind kind) {
    check_completion(wait_next(queue), tag, kind);
}

#endif
