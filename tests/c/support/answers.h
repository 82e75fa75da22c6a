/* The server's responses. All secrets in them are invented. */
#ifndef ANSWERS_H
#define ANSWERS_H

#include <stddef.h>

/* The whole HTTP response for a path such as "/oauth2/connection/customer-1?...", in `buffer`; returns its size. */
size_t answer(const char *path, char *buffer, size_t size);

#endif
