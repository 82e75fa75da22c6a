/* One large body through the proxy, to the program or from it, in parts that are made up or thrown away. */
#ifndef TRANSFER_H
#define TRANSFER_H

#include "fields.h"

#include <stdbool.h>

#define PART 65536

struct transfer {
    const char *base_url;
    long long bytes;
    bool is_upload;
    /* Whether the request has a content length. */
    bool is_announced;
    /* The bytes still to be sent. */
    long long left;
};

static inline struct transfer transfer_of(int argc, char **argv) {
    if (argc != 4)
        fail("usage: PROGRAM BASE_URL BYTES download|upload|upload-chunked");
    struct transfer transfer = {.base_url = argv[1], .bytes = strtoll(argv[2], NULL, 10)};
    transfer.is_upload = strncmp(argv[3], "upload", 6) == 0;
    transfer.is_announced = strcmp(argv[3], "upload-chunked") != 0;
    transfer.left = transfer.bytes;
    return transfer;
}

/* The next part of the body; 0 at its end. */
static inline size_t fill(struct transfer *transfer, void *buffer, size_t room) {
    size_t count = (long long)room < transfer->left ? room : (size_t)transfer->left;
    memset(buffer, 'x', count);
    transfer->left -= (long long)count;
    return count;
}

/* Whether the server confirms that it received everything. */
static inline void check_receipt(const struct transfer *transfer, const char *receipt) {
    const char *bytes = strstr(receipt, "\"bytes\":");
    if (!bytes || strtoll(bytes + 8, NULL, 10) != transfer->bytes)
        fail("the upload did not arrive whole");
}

static inline void check_download(const struct transfer *transfer) {
    if (transfer->left != 0)
        fail("the download is not whole");
}

#endif
