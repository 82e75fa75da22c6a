/* The fields that every C program reads from a response, and the check that they are correct. */
#ifndef FIELDS_H
#define FIELDS_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIELD_COUNT 8
#define INTEGRATION "github"
/* For calls through the proxy with any path. */
#define CONNECTION "customer-1"
/* Invented, as is the token. */
#define SECRET_KEY "00000000-0000-4000-8000-00000000beef"
#define TOKEN "invented_0123456789abcdef0123456789abcdef"

struct fields {
    const char *connection_id;
    const char *provider_config_key;
    const char *provider;
    const char *created_at;
    const char *updated_at;
    const char *auth_mode;
    const char *access_token;
    const char *expires_at;
};

static inline int fields_are_right(const struct fields *fields) {
    return fields->connection_id && fields->provider_config_key && fields->provider && fields->created_at &&
           fields->updated_at && fields->auth_mode && fields->expires_at && fields->access_token &&
           strcmp(fields->access_token, TOKEN) == 0;
}

static inline void fail(const char *what) {
    fprintf(stderr, "%s\n", what);
    exit(1);
}

/* For a response that is not parsed: whether it arrived completely. */
static inline void check_body(const char *body, size_t length) {
    if (length < 1000 || body[0] != '{' || body[length - 1] != '}')
        fail("the answer is not the expected one");
}

#endif
