/* The effect of the options on a call, and the ownership of their values. */
#include <stdlib.h>

#include "support/check.h"
#include "support/client.h"

/* The kind of error of one call with these options; NANGO_ERROR_NONE if it succeeds. */
static nango_error_kind outcome(const nango_client_options *options, const nango_call_options *call_options) {
    nango_error *error = NULL;
    nango_client *client = nango_client_new(options, &error);
    nango_connection *connection = NULL;
    if (client)
        connection = nango_get_connection(client, "customer-1", "github", call_options, &error);
    const nango_error_kind kind = nango_error_get_kind(error);
    CHECK((connection == NULL) == (kind != NANGO_ERROR_NONE));
    nango_connection_free(connection);
    nango_client_free(client);
    nango_error_free(error);
    return kind;
}

static void setters_copy(struct server *server) {
    char key[] = "invented-secret-key";
    char product[] = "my-app/1.0";
    char name[] = "x-gateway";
    char value[] = "invented-pass";
    char url[128];
    snprintf(url, sizeof url, "%s", server_url(server, "oauth2"));
    nango_client_options *options = nango_client_options_new();
    nango_client_options_set_secret_key(options, key);
    nango_client_options_set_base_url(options, url);
    nango_client_options_set_user_agent(options, product);
    nango_client_options_add_header(options, name, value);
    memset(key, '!', sizeof key);
    memset(url, '!', sizeof url);
    memset(product, '!', sizeof product);
    memset(name, '!', sizeof name);
    memset(value, '!', sizeof value);
    CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_NONE);
    CHECK_TEXT(server_last_header(server, "authorization"), "Bearer invented-secret-key");
    CHECK_TEXT(server_last_header(server, "x-gateway"), "invented-pass");
    char expected[64];
    snprintf(expected, sizeof expected, "my-app/1.0 libnango/%s", nango_version());
    CHECK_TEXT(server_last_header(server, "user-agent"), expected);
    nango_client_options_free(options);
}

static void the_ids_and_flags_reach_the_wire_encoded(struct server *server) {
    nango_client *client = client_for(server, "oauth2");
    nango_call_options *options = nango_call_options_new();
    nango_call_options_set_force_refresh(options, 1);
    nango_call_options_set_refresh_token(options, -1);
    nango_connection *connection = nango_get_connection(client, "a/../b?x=1", "git hub", options, NULL);
    CHECK(connection != NULL);
    CHECK(strstr(server_last_line(server), "GET /oauth2/connection/a%2F..%2Fb%3Fx%3D1?") != NULL);
    CHECK(strstr(server_last_line(server), "provider_config_key=git%20hub") != NULL);
    CHECK(strstr(server_last_line(server), "force_refresh=true") != NULL);
    CHECK(strstr(server_last_line(server), "refresh_token=true") != NULL);
    nango_connection_free(connection);
    nango_call_options_free(options);
    nango_client_free(client);
}

static void options_may_be_freed_and_changed_once_used(struct server *server) {
    nango_client_options *options = options_for(server, "oauth2");
    nango_client *first = nango_client_new(options, NULL);
    nango_client_options_set_base_url(options, server_url(server, "bare"));
    nango_client *second = nango_client_new(options, NULL);
    nango_client_options_free(options);
    nango_connection *full = nango_get_connection(first, "customer-1", "github", NULL, NULL);
    nango_connection *bare = nango_get_connection(second, "customer-1", "github", NULL, NULL);
    CHECK_TEXT(nango_connection_connection_id(full), "customer-1");
    CHECK_TEXT(nango_connection_connection_id(bare), "customer-3");
    nango_connection_free(full);
    nango_connection_free(bare);
    nango_client_free(first);
    nango_client_free(second);
}

static void call_options_are_shared_by_calls(struct server *server) {
    nango_client *one = client_for(server, "oauth2");
    nango_client *other = client_for(server, "bare");
    nango_call_options *options = nango_call_options_new();
    nango_call_options_set_refresh_token(options, 1);
    nango_connection *first = nango_get_connection(one, "customer-1", "github", options, NULL);
    CHECK(strstr(server_last_line(server), "refresh_token=true") != NULL);
    nango_connection *second = nango_get_connection(other, "customer-3", "open", options, NULL);
    CHECK(strstr(server_last_line(server), "refresh_token=true") != NULL);
    nango_call_options_free(options);
    CHECK_TEXT(nango_connection_connection_id(first), "customer-1");
    CHECK_TEXT(nango_connection_connection_id(second), "customer-3");
    nango_connection_free(first);
    nango_connection_free(second);
    nango_client_free(one);
    nango_client_free(other);
}

static void zero_is_zero_and_negative_the_default(struct server *server) {
    nango_client_options *options = options_for(server, "oauth2");
    const int before = server_requests(server);
    nango_client_options_set_timeout_ms(options, 0);
    CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_TIMEOUT);
    nango_client_options_set_timeout_ms(options, -1);
    nango_client_options_set_connect_timeout_ms(options, 0);
    CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_TIMEOUT);
    CHECK_NUMBER(server_requests(server), before);
    nango_client_options_set_connect_timeout_ms(options, INT64_MIN);
    CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_NONE);
    nango_client_options_set_max_response_bytes(options, 0);
    CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_TOO_LARGE);
    nango_client_options_set_max_response_bytes(options, -1);
    CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_NONE);
    nango_client_options_set_timeout_ms(options, INT64_MAX);
    nango_client_options_set_connect_timeout_ms(options, INT64_MAX);
    nango_client_options_set_max_response_bytes(options, INT64_MAX);
    CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_NONE);
    nango_client_options_free(options);
}

static void a_call_has_its_own_timeout(struct server *server) {
    nango_client_options *options = options_for(server, "oauth2");
    nango_call_options *call = nango_call_options_new();
    nango_call_options_set_timeout_ms(call, 0);
    CHECK_NUMBER(outcome(options, call), NANGO_ERROR_TIMEOUT);
    nango_client_options_set_timeout_ms(options, 0);
    nango_call_options_set_timeout_ms(call, 60000);
    CHECK_NUMBER(outcome(options, call), NANGO_ERROR_NONE);
    nango_call_options_set_timeout_ms(call, -1);
    CHECK_NUMBER(outcome(options, call), NANGO_ERROR_TIMEOUT);
    nango_call_options_free(call);
    nango_client_options_free(options);
}

static void a_server_that_does_not_answer_is_a_timeout(struct server *server) {
    nango_client_options *options = options_for(server, "held");
    nango_client_options_set_timeout_ms(options, 50);
    CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_TIMEOUT);
    nango_client_options_free(options);
}

static void what_may_pass_is_tried_again(struct server *server) {
    static const struct {
        int32_t retries;
        int requests;
    } expected[] = {{0, 1}, {1, 2}, {-1, 3}, {INT32_MIN, 3}};
    nango_client_options *options = options_for(server, "no_such_answer");
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; ++i) {
        const int before = server_requests(server);
        nango_client_options_set_max_retries(options, expected[i].retries);
        CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_SERVER);
        CHECK_NUMBER(server_requests(server) - before, expected[i].requests);
    }
    nango_client_options_set_max_retries(options, INT32_MAX);
    nango_client_options_set_base_url(options, server_url(server, "not_found"));
    const int before = server_requests(server);
    CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_NOT_FOUND);
    CHECK_NUMBER(server_requests(server) - before, 1);
    nango_client_options_free(options);
}

static void a_proxy_is_used(struct server *server) {
    nango_client_options *options = options_for(server, "oauth2");
    char socks[128];

    /* For plain http it gets the whole URL; the server stands for it, and has no such path. */
    nango_client_options_set_http_proxy(options, server_address(server));
    CHECK(outcome(options, NULL) != NANGO_ERROR_HTTP_PROXY);
    CHECK(strncmp(server_last_line(server), "GET http://127.0.0.1:", 21) == 0);

    /* For https it is asked for a tunnel, and learns nothing of the key. */
    nango_client_options_set_base_url(options, "https://nango.example");
    CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_HTTP_PROXY);
    CHECK(strncmp(server_last_line(server), "CONNECT nango.example:443", 25) == 0);
    CHECK_TEXT(server_last_header(server, "authorization"), NULL);
    CHECK(strncmp(server_last_header(server, "user-agent"), "libnango/", 9) == 0);
    snprintf(socks, sizeof socks, "socks5h%s", server_address(server) + strlen("http"));
    nango_client_options_set_http_proxy(options, socks);
    CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_HTTP_PROXY);
    nango_client_options_set_http_proxy(options, "ftp://127.0.0.1");
    CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_INVALID_ARGUMENT);

    /* By the environment, unless it is switched off. */
    setenv("https_proxy", server_address(server), 1);
    setenv("no_proxy", "", 1);
    nango_client_options_set_http_proxy(options, NULL);
    CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_HTTP_PROXY);
    setenv("https_proxy", "http://127.0.0.1:1", 1);
    setenv("http_proxy", "http://127.0.0.1:1", 1);
    nango_client_options_set_base_url(options, server_url(server, "oauth2"));
    nango_client_options_set_http_proxy(options, "");
    CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_NONE);
    unsetenv("https_proxy");
    unsetenv("http_proxy");
    setenv("no_proxy", "*", 1);
    nango_client_options_free(options);
}

static void a_file_of_authorities_has_to_be_one(const struct server *server) {
    nango_client_options *options = options_for(server, "oauth2");
    nango_client_options_set_base_url(options, "https://127.0.0.1:1");
    nango_client_options_set_ca_file(options, "/dev/null");
    CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_INVALID_ARGUMENT);
    nango_client_options_set_ca_file(options, "/no/such/file");
    CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_INVALID_ARGUMENT);
    nango_client_options_set_ca_file(options, NULL);
    CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_CONNECT);
    nango_client_options_free(options);
}

static void plain_http_beyond_loopback_has_to_be_allowed(void) {
    nango_client_options *options = nango_client_options_new();
    nango_client_options_set_secret_key(options, "invented-secret-key");
    nango_client_options_set_base_url(options, "http://nango.example.com");
    CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_INVALID_ARGUMENT);
    nango_client_options_set_allow_plaintext_http(options, 2);
    nango_client *client = nango_client_new(options, NULL);
    CHECK(client != NULL);
    nango_client_free(client);
    nango_client_options_set_allow_plaintext_http(options, 0);
    CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_INVALID_ARGUMENT);
    nango_client_options_free(options);
}

/* How a call ends with this key (NULL: none was set), a client that reads the environment or does not, and nothing else set. */
static nango_error_kind outcome_with(const char *secret_key, int32_t read_env) {
    nango_client_options *options = nango_client_options_new();
    nango_client_options_set_secret_key(options, secret_key);
    nango_client_options_set_read_env(options, read_env);
    const nango_error_kind kind = outcome(options, NULL);
    nango_client_options_free(options);
    return kind;
}

static void the_environment_fills_what_was_not_set(struct server *server) {
    setenv("NANGO_BASE_URL", server_url(server, "oauth2"), 1);
    CHECK_NUMBER(outcome_with("invented-own-key", 1), NANGO_ERROR_NONE);
    CHECK_TEXT(server_last_header(server, "authorization"), "Bearer invented-own-key");
    CHECK_NUMBER(outcome_with(NULL, 1), NANGO_ERROR_INVALID_ARGUMENT);

    setenv("NANGO_API_KEY", "invented-api-key", 1);
    CHECK_NUMBER(outcome_with(NULL, 1), NANGO_ERROR_NONE);
    CHECK_TEXT(server_last_header(server, "authorization"), "Bearer invented-api-key");

    setenv("NANGO_SECRET_KEY", "invented-env-key", 1);
    CHECK_NUMBER(outcome_with(NULL, 1), NANGO_ERROR_INVALID_ARGUMENT);
    CHECK_NUMBER(outcome_with("invented-own-key", 1), NANGO_ERROR_NONE);

    setenv("NANGO_API_KEY", "invented-env-key", 1);
    CHECK_NUMBER(outcome_with(NULL, 1), NANGO_ERROR_NONE);
    CHECK_TEXT(server_last_header(server, "authorization"), "Bearer invented-env-key");
    unsetenv("NANGO_API_KEY");

    /* Loaded settings are kept, even if the environment changes. */
    nango_client_options *options = nango_client_options_new();
    nango_client_options_load_env(options);
    unsetenv("NANGO_SECRET_KEY");
    unsetenv("NANGO_BASE_URL");
    nango_client_options_set_read_env(options, 0);
    CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_NONE);
    CHECK_TEXT(server_last_header(server, "authorization"), "Bearer invented-env-key");
    nango_client_options_free(options);
}

static void a_client_need_not_read_the_environment(struct server *server) {
    setenv("NANGO_SECRET_KEY", "invented-env-key", 1);
    CHECK_NUMBER(outcome_with(NULL, 0), NANGO_ERROR_INVALID_ARGUMENT);
    unsetenv("NANGO_SECRET_KEY");

    setenv("NANGO_ALLOW_PLAINTEXT_HTTP", "neither", 1);
    setenv("http_proxy", "not a URL", 1);
    nango_client_options *options = nango_client_options_new();
    nango_client_options_set_secret_key(options, "invented-own-key");
    nango_client_options_set_base_url(options, server_url(server, "oauth2"));
    CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_INVALID_ARGUMENT);
    nango_client_options_set_read_env(options, 0);
    CHECK_NUMBER(outcome(options, NULL), NANGO_ERROR_NONE);
    unsetenv("NANGO_ALLOW_PLAINTEXT_HTTP");
    unsetenv("http_proxy");

    setenv("SSL_CERT_FILE", "/nonexistent/invented.pem", 1);
    setenv("SSL_CERT_DIR", "/nonexistent", 1);
    nango_client_options_set_base_url(options, "https://localhost:1");
    nango_client *client = nango_client_new(options, NULL);
    CHECK(client != NULL);
    nango_client_free(client);
    nango_client_options_set_read_env(options, 1);
    client = nango_client_new(options, NULL);
    CHECK(client == NULL);
    unsetenv("SSL_CERT_FILE");
    unsetenv("SSL_CERT_DIR");
    nango_client_options_free(options);
}

int main(void) {
    struct server *server = server_start();
    setters_copy(server);
    the_ids_and_flags_reach_the_wire_encoded(server);
    options_may_be_freed_and_changed_once_used(server);
    call_options_are_shared_by_calls(server);
    zero_is_zero_and_negative_the_default(server);
    a_call_has_its_own_timeout(server);
    a_server_that_does_not_answer_is_a_timeout(server);
    what_may_pass_is_tried_again(server);
    a_proxy_is_used(server);
    a_file_of_authorities_has_to_be_one(server);
    plain_http_beyond_loopback_has_to_be_allowed();
    the_environment_fills_what_was_not_set(server);
    a_client_need_not_read_the_environment(server);
    server_stop(server);
    return check_finish();
}
