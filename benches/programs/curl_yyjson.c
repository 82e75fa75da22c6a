/* libcurl and yyjson. */
#include "curl_program.h"

#include <yyjson.h>

static const char *text(yyjson_val *object, const char *name) { return yyjson_get_str(yyjson_obj_get(object, name)); }

static void parse_and_check(const struct body *body) {
    yyjson_doc *document = yyjson_read(body->text, body->length, 0);
    yyjson_val *connection = yyjson_doc_get_root(document);
    yyjson_val *credentials = yyjson_obj_get(connection, "credentials");
    const struct fields fields = {
        .connection_id = text(connection, "connection_id"),
        .provider_config_key = text(connection, "provider_config_key"),
        .provider = text(connection, "provider"),
        .created_at = text(connection, "created_at"),
        .updated_at = text(connection, "updated_at"),
        .auth_mode = text(credentials, "type"),
        .access_token = text(credentials, "access_token"),
        .expires_at = text(credentials, "expires_at"),
    };
    if (!fields_are_right(&fields))
        fail("the answer is not the expected one");
    yyjson_doc_free(document);
}
