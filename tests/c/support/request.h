/* A request as the test server reads it: head and body. */
#ifndef REQUEST_H
#define REQUEST_H

#include <stddef.h>

enum { LONGEST_HEAD = 16384, LONGEST_BODY = 1 << 20 };

struct request {
    char head[LONGEST_HEAD]; /* up to the empty line, followed by a NUL */
    size_t body_size;
    char body[LONGEST_BODY]; /* without the framing of chunks */
};

/* Reads one request; 1 if it came as a whole. */
int request_read(int fd, struct request *request);

/* Copies the value of a header of a head to `value`; 0 if it was not sent. */
int request_header(const char *head, const char *name, char *value, size_t size);

#endif
