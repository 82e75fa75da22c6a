/* libcurl and cJSON. */
#include "curl_program.h"

#include <cjson/cJSON.h>

static const char *text(const cJSON *object, const char *name) {
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, name));
}

static void parse_and_check(const struct body *body) {
    cJSON *connection = cJSON_ParseWithLength(body->text, body->length);
    const cJSON *credentials = cJSON_GetObjectItemCaseSensitive(connection, "credentials");
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
    cJSON_Delete(connection);
}
