/* libnango: calls an operation whose response has 1,000 records of 20 fields, and reads each field by its name. */
#include "nango_program.h"
#include "records.h"

static size_t read_records(const nango_value *records) {
    size_t characters = 0;
    for (size_t i = 0; i < nango_value_count(records); i++) {
        const nango_value *record = nango_value_at(records, i);
        for (size_t field = 0; field < FIELDS; field++)
            characters += strlen(nango_value_string(nango_value_get(record, field_names[field])));
    }
    return characters;
}

int main(int argc, char **argv) {
    const struct program program = arguments(argc, argv);
    nango_client *client = new_client(program.base_url);
    nango_request *request = nango_request_new("GET", "/connections/{id}");
    nango_request_set_path_parameter(request, "id", program.connection_id);
    for (long left = program.calls; left > 0; left--) {
        nango_error *error = NULL;
        nango_response *response = nango_call(client, request, NULL, &error);
        const nango_value *page = response ? nango_response_value(response, &error) : NULL;
        if (!page)
            fail_with(error);
        check_read(read_records(nango_value_get(page, "records")));
        nango_response_free(response);
    }
    nango_request_free(request);
    nango_client_free(client);
    return 0;
}
