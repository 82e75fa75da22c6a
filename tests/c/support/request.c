#include "request.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

/* Bytes of a connection that were received and not processed yet. */
struct incoming {
    int fd;
    size_t at;
    size_t end;
    char bytes[4096];
};

/* -1 if no more comes. */
static int next_byte(struct incoming *incoming) {
    if (incoming->at == incoming->end) {
        const ssize_t got = recv(incoming->fd, incoming->bytes, sizeof incoming->bytes, 0);
        if (got <= 0)
            return -1;
        incoming->at = 0;
        incoming->end = (size_t)got;
    }
    return (unsigned char)incoming->bytes[incoming->at++];
}

/* Reads up to and with `end`; 1 if it came. */
static int read_up_to(struct incoming *incoming, const char *end, char *text, size_t size) {
    const size_t end_length = strlen(end);
    for (size_t length = 0; length + 1 < size;) {
        const int byte = next_byte(incoming);
        if (byte < 0)
            return 0;
        text[length++] = (char)byte;
        text[length] = '\0';
        if (length >= end_length && strcmp(text + length - end_length, end) == 0)
            return 1;
    }
    return 0;
}

static int read_part(struct incoming *incoming, size_t size, struct request *request) {
    if (size > LONGEST_BODY - request->body_size)
        return 0;
    for (size_t i = 0; i < size; ++i) {
        const int byte = next_byte(incoming);
        if (byte < 0)
            return 0;
        request->body[request->body_size++] = (char)byte;
    }
    return 1;
}

static int read_chunks(struct incoming *incoming, struct request *request) {
    for (;;) {
        char line[64];
        if (!read_up_to(incoming, "\r\n", line, sizeof line))
            return 0;
        const size_t size = strtoul(line, NULL, 16);
        if (!read_part(incoming, size, request) || !read_up_to(incoming, "\r\n", line, sizeof line))
            return 0;
        if (size == 0)
            return 1;
    }
}

int request_read(int fd, struct request *request) {
    struct incoming incoming = {fd, 0, 0, {0}};
    char value[64];
    request->body_size = 0;
    if (!read_up_to(&incoming, "\r\n\r\n", request->head, sizeof request->head))
        return 0;
    if (request_header(request->head, "transfer-encoding", value, sizeof value))
        return read_chunks(&incoming, request);
    if (request_header(request->head, "content-length", value, sizeof value))
        return read_part(&incoming, strtoul(value, NULL, 10), request);
    return 1;
}

int request_header(const char *head, const char *name, char *value, size_t size) {
    const size_t length = strlen(name);
    for (const char *line = strstr(head, "\r\n"); line; line = strstr(line, "\r\n")) {
        line += 2;
        if (strncasecmp(line, name, length) == 0 && line[length] == ':') {
            const char *start = line + length + 1 + strspn(line + length + 1, " ");
            snprintf(value, size, "%.*s", (int)strcspn(start, "\r"), start);
            return 1;
        }
    }
    return 0;
}
