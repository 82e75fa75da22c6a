/* libnango: walks through a list of records, page by page, and reads 8 fields of each by their names. */
#include "records.h"
#include "nango_program.h"

static size_t length_of(const nango_value *record, const char *name) {
    return strlen(nango_value_string(nango_value_get(record, name)));
}

static void read_record(const nango_value *record, struct sums *sums) {
    int64_t number = 0;
    double score = 0;
    nango_value_int64(nango_value_get(record, "number"), &number);
    nango_value_double(nango_value_get(record, "score"), &score);
    sums->characters += length_of(record, "id") + length_of(record, "title") + length_of(record, "state") +
                        length_of(record, "body") + length_of(record, "updated_at");
    sums->numbers += number;
    sums->scores += score;
    sums->drafts += (size_t)nango_value_bool(nango_value_get(record, "is_draft"));
}

static void read_page(nango_response *response) {
    nango_error *error = NULL;
    const nango_value *page = nango_response_value(response, &error);
    if (!page)
        fail_with(error);
    const nango_value *records = nango_value_get(page, "records");
    struct sums sums = {.records = nango_value_count(records)};
    for (size_t i = 0; i < sums.records; i++)
        read_record(nango_value_at(records, i), &sums);
    check_page(&sums);
}

int main(int argc, char **argv) {
    struct program program = arguments(argc, argv);
    nango_client *client = new_client(program.base_url);
    nango_request *request = nango_request_new("GET", "/records");
    nango_request_add_query(request, "model", "GithubIssue");
    nango_pages *pages = nango_pages_new(request, NANGO_PAGE_STYLE_CURSOR);
    for (long left = 0; next_call(&program, &left);) {
        nango_error *error = NULL;
        nango_response *response = nango_pages_next(pages, client, NULL, &error);
        if (!response)
            fail_with(error);
        read_page(response);
        nango_response_free(response);
    }
    nango_pages_free(pages);
    nango_request_free(request);
    nango_client_free(client);
    return 0;
}
