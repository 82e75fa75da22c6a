/* The functions of nango_api.h whose results are within the response, come later, or have a cursor each. */
#include <nango_api.h>

#include "support/check.h"
#include "support/client.h"

static void check_body(struct server *server, const char *line, const char *body) {
    size_t size = 0;
    const char *sent = server_last_body(server, &size);
    CHECK_TEXT(server_last_line(server), line);
    if (!CHECK(size == strlen(body) && memcmp(sent, body, size) == 0))
        fprintf(stderr, "    got %.*s\n", (int)size, sent);
}

static void results_are_where_the_comments_say(struct server *server) {
    nango_error *error = NULL;
    nango_client *client = client_for(server, "session");
    const nango_pair tags[] = {{"workspace", "w1"}};
    nango_connect_sessions_create_params params = {0};
    params.tags = tags;
    params.tags_count = 1;
    nango_response *response = nango_connect_sessions_create(client, &params, NULL, &error);
    CHECK(response && !error);
    check_body(server, "POST /session/connect/sessions HTTP/1.1", "{\"tags\":{\"workspace\":\"w1\"}}");
    CHECK_TEXT(nango_response_get_string(response, "/data/token"), "invented-session");
    nango_response_free(response);
    nango_client_free(client);
}

static void bodies_have_constants_and_flags(struct server *server) {
    const int32_t no = 0;
    nango_client *client = client_for(server, "frequency");
    nango_syncs_reset_frequency_params reset = {0};
    reset.provider_config_key = "github";
    reset.connection_id = "c";
    reset.sync_name = "issues";
    nango_response_free(nango_syncs_reset_frequency(client, &reset, NULL, NULL));
    check_body(server, "PUT /frequency/sync/update-connection-frequency HTTP/1.1",
               "{\"frequency\":null,\"provider_config_key\":\"github\",\"connection_id\":\"c\",\"sync_name\":\"issues\"}");
    nango_functions_deploy_params deploy = {0};
    deploy.integration_id = "github";
    deploy.function_name = "f";
    deploy.function_type = "sync";
    deploy.code = "// \"invented\"";
    deploy.allow_destructive = &no;
    nango_response_free(nango_functions_deploy(client, &deploy, NULL, NULL));
    check_body(server, "POST /frequency/functions/deployments HTTP/1.1",
               "{\"type\":\"function\",\"integration_id\":\"github\",\"function_name\":\"f\",\"function_type\":\"sync\","
               "\"code\":\"// \\\"invented\\\"\",\"allow_destructive\":false}");
    nango_functions_deploy_template_params of_template = {0};
    of_template.integration_id = "github";
    of_template.template_ = "issues";
    nango_response_free(nango_functions_deploy_template(client, &of_template, NULL, NULL));
    check_body(server, "POST /frequency/functions/deployments HTTP/1.1",
               "{\"type\":\"template\",\"integration_id\":\"github\",\"template\":\"issues\"}");
    nango_client_free(client);
}

static void calls_wait_for_their_result(struct server *server) {
    nango_error *error = NULL;
    nango_client *client = client_for(server, "later");
    int before = server_requests(server);
    nango_actions_wait_for_result_params params = {0};
    params.id = "4ba27559";
    nango_response *response = nango_actions_wait_for_result(client, &params, NULL, &error);
    CHECK(response && !error);
    CHECK_TEXT(nango_response_get_json(response, "/done"), "true");
    CHECK_NUMBER(server_requests(server), before + 2);
    CHECK_TEXT(server_last_line(server), "GET /later/action/4ba27559 HTTP/1.1");
    nango_response_free(response);

    before = server_requests(server);
    nango_connections_wait_for_params which = {0};
    which.provider_config_key = "github";
    response = nango_connections_wait_for(client, &which, NULL, &error);
    CHECK(response && !error);
    CHECK_TEXT(nango_response_get_string(response, "/connections/0/connection_id"), "late");
    CHECK_NUMBER(server_requests(server), before + 2);
    CHECK_TEXT(server_last_line(server), "GET /later/connections?limit=1&integrationId=github HTTP/1.1");
    nango_response_free(response);
    nango_client_free(client);

    /* The timeout is that of the whole wait. */
    nango_call_options *options = nango_call_options_new();
    nango_call_options_set_timeout_ms(options, 50);
    client = client_for(server, "not_found");
    response = nango_actions_wait_for_result(client, &params, options, &error);
    CHECK(!response);
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_TIMEOUT);
    nango_error_free(error);
    nango_call_options_free(options);
    nango_client_free(client);
}

/* The next item has this id and this cursor. */
static void check_next(nango_items *items, const nango_client *client, const char *id, const char *cursor) {
    nango_error *error = NULL;
    const nango_value *item = nango_items_next(items, client, NULL, &error);
    CHECK(!error);
    CHECK_TEXT(nango_value_json(nango_value_get(item, "id")), id);
    CHECK_TEXT(nango_items_cursor(items), cursor);
}

static void lists_tell_where_to_go_on(struct server *server) {
    nango_error *error = NULL;
    const char *const ids[] = {"a", "2"};
    nango_client *client = client_for(server, "records");
    nango_records_list_params params = {0};
    params.connection_id = "c";
    params.provider_config_key = "github";
    params.model = "Issue";
    params.modified_after = "2026-11-29T01:02:03.123Z";
    params.ids = ids;
    params.ids_count = 2;
    nango_items items = nango_records_list(&params);
    CHECK_TEXT(nango_items_cursor(&items), NULL);
    check_next(&items, client, "\"a\"", "at-a");
    CHECK_TEXT(server_last_line(server), "GET /records/records?model=Issue&modified_after=2026-11-29T01%3A02%3A03.123Z&"
                                         "ids=a&ids=2&limit=1000 HTTP/1.1");
    CHECK_TEXT(server_last_header(server, "connection-id"), "c");
    check_next(&items, client, "2", "at-2");
    CHECK(!nango_items_next(&items, client, NULL, &error));
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_SERVER);
    nango_error_free(error);
    CHECK_TEXT(nango_items_cursor(&items), "at-2");
    check_next(&items, client, "\"c\"", "at-c");
    /* The end, behind a page without items. */
    CHECK(!nango_items_next(&items, client, NULL, &error) && !error);
    CHECK(!nango_items_next(&items, client, NULL, &error) && !error);
    CHECK_TEXT(nango_items_cursor(&items), "at-c");
    nango_items_free(&items);
    CHECK_TEXT(nango_items_cursor(&items), NULL);
    CHECK_TEXT(nango_items_cursor(NULL), NULL);

    /* Another list goes on at the cursor, of which it keeps a copy. */
    char start[] = "at-2";
    params.cursor = start;
    items = nango_records_list(&params);
    CHECK_TEXT(nango_items_cursor(&items), "at-2");
    CHECK(!nango_items_next(&items, client, NULL, NULL));
    start[0] = '\0';
    CHECK_TEXT(nango_items_cursor(&items), "at-2");
    check_next(&items, client, "\"c\"", "at-c");
    nango_items_free(&items);
    nango_client_free(client);

    client = client_for(server, "pages");
    /* No filter for Nango, but nothing at all for a program; and what Nango would take for two. */
    params.ids_count = 0;
    items = nango_records_list(&params);
    CHECK(!nango_items_next(&items, client, NULL, &error));
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_INVALID_ARGUMENT);
    nango_error_free(error);
    nango_items_free(&items);
    const char *const filter[] = {"added,deleted"};
    params.ids = NULL;
    params.filter = filter;
    params.filter_count = 1;
    items = nango_records_list(&params);
    CHECK(!nango_items_next(&items, client, NULL, &error));
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_INVALID_ARGUMENT);
    nango_error_free(error);
    nango_items_free(&items);

    items = nango_connections_list(NULL);
    CHECK(nango_items_next(&items, client, NULL, NULL) && !nango_items_cursor(&items));
    nango_items_free(&items);
    nango_client_free(client);
}

int main(void) {
    struct server *server = server_start();
    results_are_where_the_comments_say(server);
    bodies_have_constants_and_flags(server);
    calls_wait_for_their_result(server);
    lists_tell_where_to_go_on(server);
    server_stop(server);
    return check_finish();
}
