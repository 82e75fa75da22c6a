/*
 * Bodies, for the C and C++ probes: bytes in hexadecimal, the body of a request made of a repeated unit, and the data
 * noted of a body that is read.
 */
#ifndef PROBE_BYTES_H
#define PROBE_BYTES_H

#include "json.h"

/* The body of a request: its unit again and again, of which a reader gives at most a piece at once. */
typedef struct {
    unsigned char *unit;
    size_t unit_length;
    uint64_t length, at;
    size_t piece;
} upload;

static inline unsigned char *bytes_of_hex(const json *hex, size_t *length) {
    unsigned char *bytes;
    size_t i;
    if (hex == NULL || hex->type != JSON_STRING || hex->length % 2 != 0)
        json_stop("no bytes", "unit");
    *length = hex->length / 2;
    bytes = (unsigned char *)malloc(*length + 1);
    if (bytes == NULL)
        json_stop("out of memory", "unit");
    for (i = 0; i < *length; i++) {
        char two[3] = {hex->text[2 * i], hex->text[2 * i + 1], 0};
        bytes[i] = (unsigned char)strtoul(two, NULL, 16);
    }
    return bytes;
}

static inline upload upload_of(const json *body) {
    upload result;
    result.unit = bytes_of_hex(json_get(body, "unit"), &result.unit_length);
    result.length = (uint64_t)json_number(body, "length", 0);
    result.at = 0;
    result.piece = (size_t)json_number(body, "piece", INT64_MAX);
    return result;
}

static inline size_t upload_read(upload *from, void *buffer, size_t capacity) {
    unsigned char *to = (unsigned char *)buffer;
    size_t count = capacity < from->piece ? capacity : from->piece, done = 0;
    if (count > from->length - from->at)
        count = (size_t)(from->length - from->at);
    while (done < count) {
        size_t offset = (size_t)((from->at + done) % from->unit_length);
        size_t some = from->unit_length - offset < count - done ? from->unit_length - offset : count - done;
        memcpy(to + done, from->unit + offset, some);
        done += some;
    }
    from->at += count;
    return count;
}

/* The data read from a body: its length, its Adler-32, and the bytes themselves if they are requested. */
typedef struct {
    uint32_t low, high;
    uint64_t count;
    int is_kept;
    unsigned char *kept;
    size_t room;
} download;

static inline void download_add(download *all, const void *start, size_t count) {
    const unsigned char *bytes = (const unsigned char *)start;
    size_t i;
    if (all->is_kept && count > 0) {
        if (all->room - all->count < count) {
            all->room = 2 * all->room + count;
            all->kept = (unsigned char *)realloc(all->kept, all->room);
            if (all->kept == NULL)
                json_stop("out of memory", "body");
        }
        memcpy(all->kept + all->count, bytes, count);
    }
    for (i = 0; i < count; i++) {
        all->low = (all->low + bytes[i]) % 65521;
        all->high = (all->high + all->low) % 65521;
    }
    all->count += count;
}

static inline void download_print(const download *all) {
    printf(",\"read\":{\"length\":%" PRIu64 ",\"sum\":%" PRIu64 "}", all->count, (uint64_t)all->high << 16 | all->low);
}

static inline void download_print_hex(const download *all) {
    size_t i;
    putchar('"');
    for (i = 0; i < all->count; i++)
        printf("%02x", (unsigned int)all->kept[i]);
    putchar('"');
}

#endif
