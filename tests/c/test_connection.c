/* The results of the accessors and look-ups of a connection. */
#include "support/check.h"
#include "support/client.h"

static void every_accessor_reads_its_field(struct server *server) {
    nango_error *error = NULL;
    nango_connection *connection = connection_for(server, "oauth2", &error);
    int64_t account_id = 0;
    int64_t expires_at_ms = 0;
    CHECK(connection && !error);
    CHECK_NUMBER(nango_connection_id(connection), 7);
    CHECK_TEXT(nango_connection_connection_id(connection), "customer-1");
    CHECK_TEXT(nango_connection_provider_config_key(connection), "github");
    CHECK_TEXT(nango_connection_provider(connection), "github-app");
    CHECK_TEXT(nango_connection_created_at(connection), "2026-01-02T03:04:05.678Z");
    CHECK_TEXT(nango_connection_updated_at(connection), "2026-01-03T00:00:00.000Z");
    CHECK_TEXT(nango_connection_last_fetched_at(connection), "2026-01-04T00:00:00.000Z");
    CHECK_NUMBER(nango_connection_account_id(connection, &account_id), 1);
    CHECK_NUMBER(account_id, 42);
    CHECK_TEXT(nango_connection_webhook_url_override(connection), "https://example.com/hook");
    CHECK_TEXT(nango_connection_metadata_json(connection), "{\"plan\":\"gold\",\"n\":1.50}");
    CHECK_TEXT(nango_connection_connection_config_json(connection), "{\"subdomain\":\"acme\"}");
    CHECK_TEXT(nango_connection_tags_json(connection), "{\"team\":\"\\u00e9quipe\"}");
    CHECK_TEXT(nango_connection_end_user_json(connection), "{\"id\":\"user-1\"}");
    CHECK_TEXT(nango_connection_errors_json(connection), "[{\"type\":\"auth\",\"log_id\":\"log-1\"}]");
    CHECK(strstr(nango_connection_json(connection), "{\"id\":7,") == nango_connection_json(connection));
    CHECK_NUMBER(nango_connection_auth_mode(connection), NANGO_AUTH_MODE_OAUTH2);
    CHECK_TEXT(nango_connection_auth_mode_name(connection), "OAUTH2");
    CHECK_TEXT(nango_connection_token(connection), "invented-access");
    CHECK_TEXT(nango_connection_access_token(connection), "invented-access");
    CHECK_TEXT(nango_connection_refresh_token(connection), "invented-refresh");
    CHECK_TEXT(nango_connection_oauth_token(connection), "invented-oauth");
    CHECK_TEXT(nango_connection_oauth_token_secret(connection), "invented-oauth-secret");
    CHECK_TEXT(nango_connection_api_key(connection), "invented-key");
    CHECK_TEXT(nango_connection_username(connection), "ada");
    CHECK_TEXT(nango_connection_password(connection), "");
    CHECK_TEXT(nango_connection_credential(connection, "client_id"), "invented-client");
    CHECK(strstr(nango_connection_credentials_json(connection), "{\"type\":\"OAUTH2\"") != NULL);
    CHECK_TEXT(nango_connection_raw_json(connection), "{\"scope\":\"repo user\"}");
    CHECK_TEXT(nango_connection_expires_at(connection), "2026-01-02T04:04:05.678Z");
    CHECK_NUMBER(nango_connection_expires_at_ms(connection, &expires_at_ms), 1);
    CHECK_NUMBER(expires_at_ms, 1767326645678);
    nango_connection_free(connection);
}

static void look_ups_reach_everything(struct server *server) {
    nango_connection *connection = connection_for(server, "oauth2", NULL);
    CHECK_TEXT(nango_connection_get_string(connection, "/metadata/plan"), "gold");
    CHECK_TEXT(nango_connection_get_string(connection, "/tags/team"), "\xc3\xa9quipe");
    CHECK_TEXT(nango_connection_get_string(connection, "/metadata/n"), NULL);
    CHECK_TEXT(nango_connection_get_string(connection, "/metadata/missing"), NULL);
    CHECK_TEXT(nango_connection_get_json(connection, "/metadata/n"), "1.50");
    CHECK_TEXT(nango_connection_get_json(connection, "/errors/0/type"), "\"auth\"");
    CHECK_TEXT(nango_connection_get_json(connection, ""), nango_connection_json(connection));
    CHECK_TEXT(nango_connection_get_json(connection, "metadata"), NULL);
    CHECK_TEXT(nango_connection_credential(connection, "missing"), NULL);
    CHECK(nango_connection_get_string(connection, "/metadata/plan") ==
          nango_connection_get_string(connection, "/metadata/plan"));
    nango_connection_free(connection);
}

static void what_is_absent_is_null(struct server *server) {
    nango_connection *connection = connection_for(server, "bare", NULL);
    int64_t untouched = -5;
    CHECK_NUMBER(nango_connection_id(connection), 0);
    CHECK_TEXT(nango_connection_connection_id(connection), "customer-3");
    CHECK_TEXT(nango_connection_provider(connection), NULL);
    CHECK_NUMBER(nango_connection_auth_mode(connection), NANGO_AUTH_MODE_ABSENT);
    CHECK_TEXT(nango_connection_auth_mode_name(connection), NULL);
    CHECK_TEXT(nango_connection_token(connection), NULL);
    CHECK_TEXT(nango_connection_username(connection), NULL);
    CHECK_TEXT(nango_connection_credentials_json(connection), "{}");
    CHECK_TEXT(nango_connection_metadata_json(connection), NULL);
    CHECK_TEXT(nango_connection_expires_at(connection), NULL);
    CHECK_NUMBER(nango_connection_account_id(connection, &untouched), 0);
    CHECK_NUMBER(nango_connection_expires_at_ms(connection, &untouched), 0);
    CHECK_NUMBER(untouched, -5);
    nango_connection_free(connection);
}

static void a_mode_that_is_newer_stays_readable(struct server *server) {
    nango_connection *connection = connection_for(server, "newer", NULL);
    CHECK_NUMBER(nango_connection_auth_mode(connection), NANGO_AUTH_MODE_UNKNOWN);
    CHECK_TEXT(nango_connection_auth_mode_name(connection), "TELEPATHY");
    CHECK_TEXT(nango_connection_credential(connection, "thought"), "invented-thought");
    CHECK_TEXT(nango_connection_token(connection), NULL);
    nango_connection_free(connection);
}

static void a_time_that_is_none_has_no_number(struct server *server) {
    nango_connection *connection = connection_for(server, "odd_time", NULL);
    int64_t untouched = -5;
    CHECK_TEXT(nango_connection_expires_at(connection), "next tuesday");
    CHECK_NUMBER(nango_connection_expires_at_ms(connection, &untouched), 0);
    CHECK_NUMBER(untouched, -5);
    nango_connection_free(connection);
}

static void a_connection_outlives_its_client(struct server *server) {
    nango_client *client = client_for(server, "oauth2");
    nango_connection *connection = nango_get_connection(client, "customer-1", "github", NULL, NULL);
    const char *token = nango_connection_token(connection);
    nango_client_free(client);
    CHECK_TEXT(token, "invented-access");
    CHECK_TEXT(nango_connection_get_string(connection, "/metadata/plan"), "gold");
    nango_connection_free(connection);
}

int main(void) {
    struct server *server = server_start();
    every_accessor_reads_its_field(server);
    look_ups_reach_everything(server);
    what_is_absent_is_null(server);
    a_mode_that_is_newer_stays_readable(server);
    a_time_that_is_none_has_no_number(server);
    a_connection_outlives_its_client(server);
    server_stop(server);
    return check_finish();
}
