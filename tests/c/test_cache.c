/* The connections that the cache returns, and when it requests them from the server again. */
#include <nango_api.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/cached.h"
#include "support/calls.h"
#include "support/check.h"

static nango_connection *get(const nango_client *client, const nango_call_options *options) {
    nango_connection *connection = nango_get_connection(client, "customer-1", "github", options, NULL);
    CHECK(connection != NULL);
    return connection;
}

/* Whether two handles have the same connection, which the cache holds once. */
static int is_same(const nango_connection *a, const nango_connection *b) {
    return nango_connection_json(a) == nango_connection_json(b);
}

static void a_hit_is_the_same_connection_and_asks_nobody(struct server *server) {
    nango_client *client = cached_client_for(server, "basic");
    const int before = server_requests(server);
    nango_connection *first = get(client, NULL);
    nango_connection *second = get(client, NULL);
    CHECK(first != second && is_same(first, second));
    CHECK_NUMBER(server_requests(server) - before, 1);
    /* Each is freed by itself, and the last one outlives the client. */
    nango_connection_free(first);
    CHECK_TEXT(nango_connection_username(second), "ada");
    nango_client_free(client);
    CHECK_TEXT(nango_connection_get_string(second, "/credentials/username"), "ada");
    nango_connection_free(second);
}

static void there_is_none_by_default(struct server *server) {
    const int64_t none[] = {-1, 0};
    for (int i = 0; i < 2; ++i) {
        nango_client_options *options = options_for(server, "basic");
        nango_client_options_set_cache_ttl_ms(options, TTL_MS);
        nango_client_options_set_cache_ttl_ms(options, none[i]);
        nango_client *client = nango_client_new(options, NULL);
        const int before = server_requests(server);
        CHECK_NUMBER(outcome_of(client, NULL), NANGO_ERROR_NONE);
        CHECK_NUMBER(outcome_of(client, NULL), NANGO_ERROR_NONE);
        nango_client_invalidate(client, "customer-1", "github");
        nango_client_clear_cache(client);
        CHECK_NUMBER(server_requests(server) - before, 2);
        nango_client_free(client);
        nango_client_options_free(options);
    }
}

static void more_than_five_minutes_is_refused(struct server *server) {
    nango_client_options *options = options_for(server, "basic");
    nango_error *error = NULL;
    nango_client_options_set_cache_ttl_ms(options, TTL_MS + 1);
    nango_client *client = nango_client_new(options, &error);
    CHECK(client == NULL);
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_INVALID_ARGUMENT);
    CHECK(nango_error_message(error) && strstr(nango_error_message(error), "cache_ttl"));
    nango_client_free(client);
    nango_error_free(error);
    nango_client_options_set_cache_ttl_ms(options, TTL_MS);
    client = nango_client_new(options, NULL);
    CHECK(client != NULL);
    nango_client_free(client);
    nango_client_options_free(options);
}

static void a_max_age_of_zero_asks_and_its_answer_is_kept(struct server *server) {
    nango_client *client = cached_client_for(server, "basic");
    nango_call_options *options = nango_call_options_new();
    nango_connection *first = get(client, NULL);
    const int before = server_requests(server);
    nango_call_options_set_max_age_ms(options, 0);
    nango_connection *second = get(client, options);
    CHECK_NUMBER(server_requests(server) - before, 1);
    CHECK(!is_same(second, first));
    nango_connection *third = get(client, NULL);
    CHECK(is_same(third, second));
    nango_call_options_set_max_age_ms(options, -1);
    nango_connection *fourth = get(client, options);
    CHECK(is_same(fourth, second));
    CHECK_NUMBER(server_requests(server) - before, 1);
    nango_connection_free(first);
    nango_connection_free(second);
    nango_connection_free(third);
    nango_connection_free(fourth);
    nango_call_options_free(options);
    nango_client_free(client);
}

static void what_is_forgotten_is_asked_for_again(struct server *server) {
    nango_client *client = cached_client_for(server, "basic");
    nango_call_options *with_refresh_token = nango_call_options_new();
    nango_call_options_set_refresh_token(with_refresh_token, 1);
    CHECK_NUMBER(outcome_of(client, NULL), NANGO_ERROR_NONE);
    CHECK_NUMBER(outcome_of(client, with_refresh_token), NANGO_ERROR_NONE);
    int before = server_requests(server);
    nango_client_invalidate(client, "customer-2", "github");
    CHECK_NUMBER(outcome_of(client, NULL), NANGO_ERROR_NONE);
    CHECK_NUMBER(server_requests(server) - before, 0);
    nango_client_invalidate(client, "customer-1", "github");
    CHECK_NUMBER(outcome_of(client, NULL), NANGO_ERROR_NONE);
    CHECK_NUMBER(outcome_of(client, with_refresh_token), NANGO_ERROR_NONE);
    CHECK_NUMBER(server_requests(server) - before, 2);
    before = server_requests(server);
    nango_client_clear_cache(client);
    CHECK_NUMBER(outcome_of(client, NULL), NANGO_ERROR_NONE);
    CHECK_NUMBER(server_requests(server) - before, 1);
    nango_call_options_free(with_refresh_token);
    nango_client_free(client);
}

static void a_forced_refresh_asks_and_replaces(struct server *server) {
    void (*const renewals[])(nango_call_options *, int32_t) = {
        nango_call_options_set_force_refresh,
        nango_call_options_set_refresh_github_app_jwt_token,
    };
    for (int i = 0; i < 2; ++i) {
        nango_client *client = cached_client_for(server, "basic");
        nango_call_options *options = nango_call_options_new();
        renewals[i](options, 1);
        CHECK_NUMBER(outcome_of(client, NULL), NANGO_ERROR_NONE);
        const int before = server_requests(server);
        nango_connection *renewed = get(client, options);
        nango_connection *after = get(client, NULL);
        CHECK(is_same(after, renewed));
        CHECK_NUMBER(server_requests(server) - before, 1);
        nango_connection_free(renewed);
        nango_connection_free(after);
        nango_call_options_free(options);
        nango_client_free(client);
    }
}

/* "oauth2" has expired, and "odd_time" has an unparsable time. */
static void what_expires_and_what_fails_is_not_kept(struct server *server) {
    const char *const answers[] = {"oauth2", "odd_time", "not_found"};
    for (int i = 0; i < 3; ++i) {
        nango_client *client = cached_client_for(server, answers[i]);
        const int before = server_requests(server);
        CHECK_NUMBER(outcome_of(client, NULL), i == 2 ? NANGO_ERROR_NOT_FOUND : NANGO_ERROR_NONE);
        CHECK_NUMBER(outcome_of(client, NULL), i == 2 ? NANGO_ERROR_NOT_FOUND : NANGO_ERROR_NONE);
        CHECK_NUMBER(server_requests(server) - before, 2);
        nango_client_free(client);
    }
}

static void a_call_that_has_ended_before_it_began_gets_nothing(struct server *server) {
    nango_client *client = cached_client_for(server, "far_future");
    nango_call_options *options = nango_call_options_new();
    nango_cancel *cancel = nango_cancel_new();
    CHECK_NUMBER(outcome_of(client, NULL), NANGO_ERROR_NONE);
    const int before = server_requests(server);
    nango_call_options_set_timeout_ms(options, 0);
    CHECK_NUMBER(outcome_of(client, options), NANGO_ERROR_TIMEOUT);
    nango_call_options_set_timeout_ms(options, -1);
    nango_call_options_set_cancel(options, cancel);
    CHECK_NUMBER(outcome_of(client, options), NANGO_ERROR_NONE);
    nango_cancel_trigger(cancel);
    CHECK_NUMBER(outcome_of(client, options), NANGO_ERROR_CANCELLED);
    CHECK(nango_get_connection(client, "", "github", NULL, NULL) == NULL);
    nango_client_shutdown(client);
    CHECK_NUMBER(outcome_of(client, NULL), NANGO_ERROR_CANCELLED);
    CHECK_NUMBER(server_requests(server), before);
    nango_cancel_free(cancel);
    nango_call_options_free(options);
    nango_client_free(client);
}

/* After a success by exec of another program: memory that a child leaves alone would be a leak to Valgrind. */
static void end_child(void) {
    if (checks_failed == 0)
        execlp("true", "true", (char *)NULL);
    _exit(1);
}

static void a_child_has_a_cache_of_its_own(struct server *server) {
    nango_client *client = cached_client_for(server, "basic");
    nango_connection *connection = get(client, NULL);
    const int before = server_requests(server);
    int status = -1;
    fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        checks_failed = 0;
        CHECK_NUMBER(outcome_of(client, NULL), NANGO_ERROR_NONE);
        CHECK_NUMBER(outcome_of(client, NULL), NANGO_ERROR_NONE);
        nango_client_clear_cache(client);
        CHECK_TEXT(nango_connection_username(connection), "ada");
        nango_connection_free(connection);
        nango_client_free(client);
        end_child();
    }
    CHECK(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0);
    CHECK_NUMBER(server_requests(server) - before, 1);
    nango_connection *again = get(client, NULL);
    CHECK(is_same(again, connection));
    CHECK_NUMBER(server_requests(server) - before, 1);
    nango_connection_free(again);
    nango_connection_free(connection);
    nango_client_free(client);
}

/* How many requests a change and a get after it make: one each, if the change drops the connection. */
static int requests_after(struct server *server, nango_response *(*change)(const nango_client *client)) {
    nango_client *client = cached_client_for(server, "basic");
    nango_connection_free(get(client, NULL));
    const int before = server_requests(server);
    nango_response *response = change(client);
    CHECK(response != NULL);
    nango_response_free(response);
    nango_connection_free(get(client, NULL));
    nango_client_free(client);
    return server_requests(server) - before;
}

static nango_response *update(const nango_client *client) {
    nango_connections_update_params params = {0};
    params.connection_id = "customer-1";
    params.provider_config_key = "github";
    return nango_connections_update(client, &params, NULL, NULL);
}

static nango_response *delete_it(const nango_client *client) {
    nango_connections_delete_params params = {0};
    params.connection_id = "customer-1";
    params.provider_config_key = "github";
    return nango_connections_delete(client, &params, NULL, NULL);
}

static nango_response *delete_another(const nango_client *client) {
    nango_connections_delete_params params = {0};
    params.connection_id = "customer-2";
    params.provider_config_key = "github";
    return nango_connections_delete(client, &params, NULL, NULL);
}

static nango_response *import(const nango_client *client) {
    nango_connections_import_params params = {0};
    params.provider_config_key = "github";
    params.credentials = "{\"type\":\"NONE\"}";
    params.connection_id = "customer-1";
    return nango_connections_import(client, &params, NULL, NULL);
}

static nango_response *set_metadata(const nango_client *client) {
    static const char *const ids[] = {"customer-2", "customer-1"};
    nango_connections_set_metadata_params params = {0};
    params.provider_config_key = "github";
    params.connection_ids = ids;
    params.connection_ids_count = 2;
    params.metadata = "{}";
    return nango_connections_set_metadata(client, &params, NULL, NULL);
}

static nango_response *rename_its_integration(const nango_client *client) {
    nango_request *request = nango_request_new("PATCH", "/integrations/github");
    nango_request_set_json(request, "{\"unique_key\":\"github-2\"}");
    nango_response *response = nango_call(client, request, NULL, NULL);
    nango_request_free(request);
    return response;
}

static void what_a_call_changes_is_dropped(struct server *server) {
    CHECK_NUMBER(requests_after(server, update), 2);
    CHECK_NUMBER(requests_after(server, delete_it), 2);
    CHECK_NUMBER(requests_after(server, import), 2);
    CHECK_NUMBER(requests_after(server, set_metadata), 2);
    CHECK_NUMBER(requests_after(server, rename_its_integration), 2);
    CHECK_NUMBER(requests_after(server, delete_another), 1);
}

int main(void) {
    struct server *server = server_start();
    a_hit_is_the_same_connection_and_asks_nobody(server);
    there_is_none_by_default(server);
    more_than_five_minutes_is_refused(server);
    a_max_age_of_zero_asks_and_its_answer_is_kept(server);
    what_is_forgotten_is_asked_for_again(server);
    a_forced_refresh_asks_and_replaces(server);
    what_expires_and_what_fails_is_not_kept(server);
    a_call_that_has_ended_before_it_began_gets_nothing(server);
    a_child_has_a_cache_of_its_own(server);
    what_a_call_changes_is_dropped(server);
    server_stop(server);
    return check_finish();
}
