/* libcurl as its documentation advises: a handle for each thread that keeps its connection, with libnango's time limits. */
#ifndef CURL_PROGRAM_H
#define CURL_PROGRAM_H

#include "program.h"

#include <curl/curl.h>

struct body {
    char *text;
    size_t length;
    size_t capacity;
};

/* Reads the fields out of a body and checks them: what the JSON libraries differ in. */
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
    const struct program *program = argument;
    struct body body = {0};
    char url[512];
    snprintf(url, sizeof url, "%s/connection/%s?provider_config_key=" INTEGRATION, program->base_url,
             program->connection_id);
    CURL *curl = curl_easy_init();
    struct curl_slist *headers = curl_slist_append(NULL, "Authorization: Bearer " SECRET_KEY);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 30000L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, 10000L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
    if (getenv("SSL_CERT_FILE")) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, getenv("SSL_CERT_FILE"));
        /* With a directory too, libcurl would read all authorities anew for each connection. */
        curl_easy_setopt(curl, CURLOPT_CAPATH, NULL);
    }
    for (long left = program->calls; left > 0; left--) {
        long status = 0;
        body.length = 0;
        CURLcode code = curl_easy_perform(curl);
        if (code != CURLE_OK)
            fail(curl_easy_strerror(code));
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
        if (status != 200)
            fail("not 200");
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
