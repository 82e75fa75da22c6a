/* libcurl and yyjson: the same page of records, each field read by its name. */
#include "curl_program.h"
#include "records.h"

#include <yyjson.h>

static void parse_and_check(const struct body *body) {
    yyjson_doc *document = yyjson_read(body->text, body->length, 0);
    yyjson_val *records = yyjson_obj_get(yyjson_doc_get_root(document), "records");
    size_t characters = 0, i, count;
    yyjson_val *record;
    yyjson_arr_foreach(records, i, count, record) {
        for (size_t field = 0; field < FIELDS; field++)
            characters += strlen(yyjson_get_str(yyjson_obj_get(record, field_names[field])));
    }
    check_read(characters);
    yyjson_doc_free(document);
}
