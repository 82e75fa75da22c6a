/* libcurl: a handle for each thread that keeps its connection. */
#ifndef CURL_PROGRAM_H
#define CURL_PROGRAM_H

#include "curl_handle.h"
#include "program.h"

/* The request, by the connection's id, and its settings. */
#ifndef TARGET
#define TARGET "/connection/%s?provider_config_key=" INTEGRATION
#define HEADERS curl_slist_append(NULL, "Authorization: Bearer " SECRET_KEY)
#endif

struct body {
    char *text;
    size_t length;
    size_t capacity;
};

/* Reads the fields out of a body and checks them: the part in which the JSON libraries differ. */
static void parse_and_check(const struct body *body);

static size_t append(char *data, size_t size, size_t count, void *argument) {
    struct body *body = argument;
    size_t length = body->length + size * count;
    if (length > body->capacity) {
        body->capacity = length * 2;
        body->text = realloc(body->text, body->capacity);
        if (!body->text)
            return 0;
    }
    memcpy(body->text + body->length, data, size * count);
    body->length = length;
    return size * count;
}

static void *work(void *argument) {
    struct program *program = argument;
    struct body body = {0};
    char url[512];
    snprintf(url, sizeof url, "%s" TARGET, program->base_url, program->connection_id);
    struct curl_slist *headers = HEADERS;
    CURL *curl = new_handle(headers);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 30000L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
    for (long left = 0; next_call(program, &left);) {
        body.length = 0;
        perform(curl);
        parse_and_check(&body);
    }
    curl_slist_free_all(headers);
    curl_easy_cleanup(curl);
    free(body.text);
    return NULL;
}

int main(int argc, char **argv) {
    struct program program = arguments(argc, argv);
    curl_global_init(CURL_GLOBAL_DEFAULT);
    run(&program, work, &program);
    curl_global_cleanup();
    return 0;
}

#endif
