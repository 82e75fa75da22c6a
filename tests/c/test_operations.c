/* The functions of nango_api.h: the requests, the results, and rejected arguments. */
#include <nango_api.h>

#include "support/check.h"
#include "support/client.h"

/* The last request had this first line and this body; NULL for none. */
static void check_sent(struct server *server, const char *line, const char *body) {
    size_t size = 0;
    const char *sent = server_last_body(server, &size);
    CHECK_TEXT(server_last_line(server), line);
    if (!CHECK(size == (body ? strlen(body) : 0) && memcmp(sent, body ? body : "", size) == 0))
        fprintf(stderr, "    got %.*s\n", (int)size, sent);
}

/* A response; its value is valid until the response is freed. */
static const nango_value *value_of(nango_response *response, nango_error *error) {
    CHECK(response && !error);
    return nango_response_value(response, NULL);
}

static void import_sends_a_body(struct server *server) {
    nango_error *error = NULL;
    nango_client *client = client_for(server, "imported");
    nango_connections_import_params params = {0};
    const nango_pair tags[] = {{"team", "red"}, {"a\"b", ""}};
    params.provider_config_key = "github";
    params.credentials = "{\"type\":\"OAUTH2\",\"access_token\":\"invented\"}";
    params.connection_id = "imp \"rich\"\\\n\x01\xc3\xa9";
    params.metadata = " {\"a\": [1, null, \"}]\\\",{[\"]} ";
    params.tags = tags;
    params.tags_count = 2;
    nango_response *response = nango_connections_import(client, &params, NULL, &error);
    check_sent(server, "POST /imported/connections HTTP/1.1",
               "{\"provider_config_key\":\"github\",\"credentials\":{\"type\":\"OAUTH2\",\"access_token\":\"invented\"},"
               "\"connection_id\":\"imp \\\"rich\\\"\\\\\\u000a\\u0001\xc3\xa9\","
               "\"metadata\": {\"a\": [1, null, \"}]\\\",{[\"]} ,\"tags\":{\"team\":\"red\",\"a\\\"b\":\"\"}}");
    CHECK_TEXT(nango_value_string(nango_value_get(value_of(response, error), "connection_id")), "imp-rich");
    nango_response_free(response);
    nango_client_free(client);
}

static void update_and_delete_name_a_connection(struct server *server) {
    nango_error *error = NULL;
    nango_client *client = client_for(server, "done");
    const nango_pair none[] = {{NULL, NULL}};
    nango_connections_update_params params = {0};
    params.connection_id = "a/b ..";
    params.provider_config_key = "git&hub";
    params.tags = none;
    params.webhook_url_override = "";
    nango_response *response = nango_connections_update(client, &params, NULL, &error);
    CHECK(response && !error);
    check_sent(server, "PATCH /done/connections/a%2Fb%20..?provider_config_key=git%26hub HTTP/1.1",
               "{\"tags\":{},\"webhook_url_override\":\"\"}");
    nango_response_free(response);
    params.tags = NULL;
    params.webhook_url_override = NULL;
    nango_response_free(nango_connections_update(client, &params, NULL, NULL));
    check_sent(server, "PATCH /done/connections/a%2Fb%20..?provider_config_key=git%26hub HTTP/1.1", "{}");
    nango_connections_delete_params which = {0};
    which.connection_id = "\xc3\xbc";
    which.provider_config_key = "github";
    nango_response_free(nango_connections_delete(client, &which, NULL, NULL));
    check_sent(server, "DELETE /done/connections/%C3%BC?provider_config_key=github HTTP/1.1", NULL);
    nango_client_free(client);
}

static void metadata_goes_to_several(struct server *server) {
    nango_client *client = client_for(server, "done");
    const char *const ids[] = {"page-01", "page-02"};
    nango_connections_set_metadata_params params = {0};
    params.provider_config_key = "slack";
    params.connection_ids = ids;
    params.connection_ids_count = 2;
    params.metadata = "{\"k\":1.50}";
    nango_response_free(nango_connections_set_metadata(client, &params, NULL, NULL));
    check_sent(server, "POST /done/connections/metadata HTTP/1.1",
               "{\"provider_config_key\":\"slack\",\"connection_id\":[\"page-01\",\"page-02\"],\"metadata\":{\"k\":1.50}}");
    nango_connections_update_metadata_params update = {0};
    update.provider_config_key = "slack";
    update.connection_ids = ids;
    update.metadata = "{}";
    nango_response_free(nango_connections_update_metadata(client, &update, NULL, NULL));
    check_sent(server, "PATCH /done/connections/metadata HTTP/1.1",
               "{\"provider_config_key\":\"slack\",\"connection_id\":[],\"metadata\":{}}");
    nango_client_free(client);
}

static void actions_have_headers_and_any_output(struct server *server) {
    nango_error *error = NULL;
    const int64_t retries = 2;
    nango_client *client = client_for(server, "output");
    nango_actions_trigger_params params = {0};
    params.connection_id = "customer-1";
    params.provider_config_key = "github";
    params.action_name = "create-issue";
    params.input = "[1,null]";
    params.max_retries = &retries;
    nango_response *response = nango_actions_trigger(client, &params, NULL, &error);
    check_sent(server, "POST /output/action/trigger HTTP/1.1", "{\"action_name\":\"create-issue\",\"input\":[1,null]}");
    CHECK_TEXT(server_last_header(server, "connection-id"), "customer-1");
    CHECK_TEXT(server_last_header(server, "provider-config-key"), "github");
    CHECK_TEXT(server_last_header(server, "x-max-retries"), "2");
    CHECK_TEXT(server_last_header(server, "x-async"), NULL);
    CHECK_TEXT(nango_value_json(nango_value_get(value_of(response, error), "big")), "12345678901234567890");
    nango_response_free(response);
    nango_client_free(client);

    client = client_for(server, "queued");
    nango_actions_trigger_async_params queued = {0};
    queued.connection_id = "customer-1";
    queued.provider_config_key = "github";
    queued.action_name = "create-issue";
    response = nango_actions_trigger_async(client, &queued, NULL, &error);
    check_sent(server, "POST /queued/action/trigger HTTP/1.1", "{\"action_name\":\"create-issue\"}");
    CHECK_TEXT(server_last_header(server, "x-async"), "true");
    nango_actions_result_params asked = {0};
    asked.id = nango_value_string(nango_value_get(value_of(response, error), "id"));
    nango_response_free(nango_actions_result(client, &asked, NULL, NULL));
    check_sent(server, "GET /queued/action/4ba27559 HTTP/1.1", NULL);
    nango_response_free(response);
    nango_client_free(client);

    client = client_for(server, "variables");
    response = nango_environment_list_variables(client, NULL, &error);
    CHECK_NUMBER((long long)nango_value_count(value_of(response, error)), 2);
    nango_response_free(response);
    nango_client_free(client);
}

/* A call was rejected before anything was sent, with a message that contains this. */
static void check_refused(nango_response *response, nango_error *error, const char *says) {
    CHECK(!response);
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_INVALID_ARGUMENT);
    const char *message = nango_error_message(error);
    if (!CHECK(message && strstr(message, says)))
        fprintf(stderr, "    got %s\n", message ? message : "no message");
    nango_response_free(response);
    nango_error_free(error);
}

static void what_is_missing_is_named(struct server *server) {
    nango_error *error = NULL;
    nango_client *client = client_for(server, "done");
    const int before = server_requests(server);
    nango_response *response = nango_connections_delete(client, NULL, NULL, &error);
    check_refused(response, error, "connection_id is missing");
    nango_connections_delete_params which = {0};
    which.connection_id = "c";
    response = nango_connections_delete(client, &which, NULL, &error);
    check_refused(response, error, "provider_config_key is missing");
    nango_actions_trigger_params action = {0};
    action.connection_id = action.provider_config_key = "c";
    response = nango_actions_trigger(client, &action, NULL, &error);
    check_refused(response, error, "action_name is missing");
    nango_connections_import_params import = {0};
    import.provider_config_key = "k";
    response = nango_connections_import(client, &import, NULL, &error);
    check_refused(response, error, "credentials is missing");
    nango_connections_set_metadata_params metadata = {0};
    const char *const ids[] = {"c", NULL};
    metadata.provider_config_key = "k";
    metadata.connection_ids = ids;
    metadata.connection_ids_count = 2;
    metadata.metadata = "{}";
    response = nango_connections_set_metadata(client, &metadata, NULL, &error);
    check_refused(response, error, "json");
    response = nango_environment_list_variables(NULL, NULL, &error);
    check_refused(response, error, "client is NULL");
    CHECK_NUMBER(server_requests(server), before);
    nango_client_free(client);
}

static void json_cannot_reach_beyond_its_parameter(struct server *server) {
    static const char *const texts[] = {"",     " ",  "1,\"connection_id\":\"other\"", "1}", "{}, {}", "\"", "[}", "{",
                                        "\"\\", "nul", "{]}"};
    nango_client *client = client_for(server, "done");
    const int before = server_requests(server);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; ++i) {
        nango_error *error = NULL;
        nango_actions_trigger_params params = {0};
        params.connection_id = params.provider_config_key = params.action_name = "a";
        params.input = texts[i];
        nango_response *response = nango_actions_trigger(client, &params, NULL, &error);
        check_refused(response, error, "json is not exactly one JSON value");
    }
    nango_error *error = NULL;
    nango_connections_import_params params = {0};
    params.provider_config_key = "k";
    params.credentials = "[]";
    nango_response *response = nango_connections_import(client, &params, NULL, &error);
    check_refused(response, error, "json is not exactly one JSON value");
    CHECK_NUMBER(server_requests(server), before);
    nango_client_free(client);
}

static void failures_are_errors(const struct server *server) {
    nango_error *error = NULL;
    nango_client *client = client_for(server, "unknown_connection");
    nango_connections_delete_params which = {0};
    which.connection_id = which.provider_config_key = "c";
    CHECK(!nango_connections_delete(client, &which, NULL, &error));
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_NOT_FOUND);
    nango_error_free(error);
    nango_client_free(client);
}

static void a_query_has_what_was_set(struct server *server) {
    nango_error *error = (nango_error *)&error;
    nango_client *client = client_for(server, "empty");
    const char *const integrations[] = {"github", "slack"};
    const nango_pair tags[] = {{"team", "r d"}, {"x[]", "\xc3\xbc"}};
    nango_connections_list_params params = {0};
    params.connection_id = "a&b";
    params.search = "";
    params.integration_ids = integrations;
    params.integration_ids_count = 2;
    params.tags = tags;
    params.tags_count = 2;
    nango_items items = nango_connections_list(&params);
    CHECK(!nango_items_next(&items, client, NULL, &error) && !error);
    check_sent(server,
               "GET /empty/connections?connectionId=a%26b&search=&integrationId=github%2Cslack&tags%5Bteam%5D=r%20d&"
               "tags%5Bx%5B%5D%5D=%C3%BC&limit=1000 HTTP/1.1",
               NULL);
    nango_items_free(&items);
    const char *const broken[] = {NULL};
    params.integration_ids = broken;
    params.integration_ids_count = 1;
    items = nango_connections_list(&params);
    CHECK(!nango_items_next(&items, client, NULL, &error));
    check_refused(NULL, error, "query value is NULL");
    nango_items_free(&items);
    params.integration_ids = NULL;
    params.tags_count = 0;
    items = nango_connections_list(&params);
    CHECK(!nango_items_next(&items, client, NULL, &error));
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_INVALID_ARGUMENT);
    nango_error_free(error);
    nango_items_free(&items);
    nango_client_free(client);
}

/* Appends the ids of the items that are left, until an error. */
static void read_ids(nango_items *items, const nango_client *client, char *ids, nango_error **error) {
    const nango_value *item;
    while ((item = nango_items_next(items, client, NULL, error)) != NULL)
        strcat(ids, nango_value_json(nango_value_get(item, "id")));
}

static void items_come_from_all_pages_once(struct server *server) {
    nango_error *error = NULL;
    char ids[16] = "";
    const int64_t limit = 3;
    nango_connections_list_params params = {0};
    params.limit = &limit;
    nango_client *client = client_for(server, "flaky");
    nango_items items = nango_connections_list(&params);
    read_ids(&items, client, ids, &error);
    CHECK_TEXT(ids, "987");
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_SERVER);
    nango_error_free(error);
    /* The same page again, and all following ones. */
    read_ids(&items, client, ids, &error);
    CHECK(!error);
    CHECK_TEXT(ids, "98765");
    check_sent(server, "GET /flaky/connections?limit=3&page=2 HTTP/1.1", NULL);
    nango_items_free(&items);
    nango_items_free(&items);
    nango_items_free(NULL);

    /* Left in the middle. */
    items = nango_connections_list(&params);
    CHECK(nango_items_next(&items, client, NULL, NULL));
    nango_items_free(&items);
    nango_client_free(client);
    client = client_for(server, "no_list");
    items = nango_connections_list(NULL);
    /* No end of the list, however often it is asked for. */
    for (int i = 0; i < 2; ++i) {
        error = NULL;
        CHECK(!nango_items_next(&items, client, NULL, &error));
        CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_DECODE);
        CHECK_TEXT(nango_error_message(error), "connections in Nango's response is not an array");
        nango_error_free(error);
    }
    CHECK(!nango_items_next(&items, client, NULL, NULL));
    nango_items_free(&items);
    nango_client_free(client);
}

static void pages_come_one_by_one(const struct server *server) {
    const int64_t limit = 3;
    nango_connections_list_params params = {0};
    params.limit = &limit;
    nango_client *client = client_for(server, "pages");
    nango_request *request = nango_connections_list_request(&params);
    nango_pages *pages = nango_pages_new(request, NANGO_PAGE_STYLE_NUMBER);
    nango_request_free(request);
    nango_response *page;
    int count = 0;
    while ((page = nango_pages_next(pages, client, NULL, NULL)) != NULL) {
        ++count;
        nango_response_free(page);
    }
    CHECK_NUMBER(count, 3);
    nango_pages_free(pages);
    nango_client_free(client);
}

int main(void) {
    struct server *server = server_start();
    import_sends_a_body(server);
    update_and_delete_name_a_connection(server);
    metadata_goes_to_several(server);
    actions_have_headers_and_any_output(server);
    what_is_missing_is_named(server);
    json_cannot_reach_beyond_its_parameter(server);
    failures_are_errors(server);
    a_query_has_what_was_set(server);
    items_come_from_all_pages_once(server);
    pages_come_one_by_one(server);
    server_stop(server);
    return check_finish();
}
