/* libcurl and yyjson: the same list of records. */
#include "curl_handle.h"
#include "records.h"

#include <yyjson.h>

struct body {
    char *text;
    size_t length;
    size_t capacity;
};

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

static size_t length_of(yyjson_val *record, const char *name) {
    return strlen(yyjson_get_str(yyjson_obj_get(record, name)));
}

static void read_record(yyjson_val *record, struct sums *sums) {
    sums->records++;
    sums->characters += length_of(record, "id") + length_of(record, "title") + length_of(record, "state") +
                        length_of(record, "body") + length_of(record, "updated_at");
    sums->numbers += yyjson_get_sint(yyjson_obj_get(record, "number"));
    sums->scores += yyjson_get_real(yyjson_obj_get(record, "score"));
    sums->drafts += yyjson_get_bool(yyjson_obj_get(record, "is_draft"));
}

/* Reads a page, and sets the address of the next. */
static void read_page(CURL *curl, const char *base_url, const struct body *body) {
    yyjson_doc *document = yyjson_read(body->text, body->length, 0);
    yyjson_val *page = yyjson_doc_get_root(document), *record;
    struct sums sums = {0};
    size_t i, count;
    yyjson_arr_foreach(yyjson_obj_get(page, "records"), i, count, record) read_record(record, &sums);
    check_page(&sums);
    char url[512];
    const char *cursor = yyjson_get_str(yyjson_obj_get(page, "next_cursor"));
    snprintf(url, sizeof url, "%s" PATH "&cursor=%s", base_url, cursor);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    yyjson_doc_free(document);
}

int main(int argc, char **argv) {
    struct program program = arguments(argc, argv);
    curl_global_init(CURL_GLOBAL_DEFAULT);
    struct body body = {0};
    struct curl_slist *headers = curl_slist_append(NULL, "Authorization: Bearer " SECRET_KEY);
    CURL *curl = new_handle(headers);
    char url[512];
    snprintf(url, sizeof url, "%s" PATH, program.base_url);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 30000L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
    for (long left = 0; next_call(&program, &left);) {
        body.length = 0;
        perform(curl);
        read_page(curl, program.base_url, &body);
    }
    curl_slist_free_all(headers);
    curl_easy_cleanup(curl);
    curl_global_cleanup();
    free(body.text);
    return 0;
}
