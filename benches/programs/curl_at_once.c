/* libcurl: calls at once, each on its thread with a handle of its own. The response is received and not parsed. */
#include "at_once.h"

#include "curl_handle.h"

struct body {
    char text[4096];
    size_t length;
};

static size_t receive(char *data, size_t size, size_t count, void *argument) {
    struct body *body = argument;
    if (size * count > sizeof body->text - body->length)
        return 0;
    memcpy(body->text + body->length, data, size * count);
    body->length += size * count;
    return size * count;
}

static void call(CURL *curl, struct body *body) {
    body->length = 0;
    perform(curl);
    check_body(body->text, body->length);
}

static CURL *handle_of(const char *base_url, const char *connection_id, const struct curl_slist *headers,
                       struct body *body) {
    char url[512];
    snprintf(url, sizeof url, "%s/connection/%s?provider_config_key=" INTEGRATION, base_url, connection_id);
    CURL *curl = new_handle(headers);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 30000L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, body);
    return curl;
}

static void work(struct at_once *at_once) {
    struct body body;
    struct curl_slist *headers = curl_slist_append(NULL, "Authorization: Bearer " SECRET_KEY);
    CURL *curl = handle_of(at_once->base_url, at_once->connection_id, headers, &body);
    call(curl, &body);
    meet(at_once);
    for (long left = at_once->calls; left > 0; left--)
        call(curl, &body);
    meet(at_once);
    curl_easy_cleanup(curl);
    curl_slist_free_all(headers);
}

int main(int argc, char **argv) {
    struct at_once at_once = at_once_of(argc, argv);
    struct body body;
    curl_global_init(CURL_GLOBAL_DEFAULT);
    struct curl_slist *headers = curl_slist_append(NULL, "Authorization: Bearer " SECRET_KEY);
    CURL *curl = handle_of(at_once.base_url, CONNECTION, headers, &body);
    call(curl, &body);
    curl_easy_cleanup(curl);
    curl_slist_free_all(headers);
    run_at_once(&at_once);
    curl_global_cleanup();
    return 0;
}
