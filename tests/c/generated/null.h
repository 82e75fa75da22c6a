/*
 * Every function of nango.h with each pointer NULL in turn, while the other arguments are right.
 *
 * Generated from abi/nango.json: do not edit.
 */
#ifndef NULL_H
#define NULL_H

#include "../support/given.h"

static void null_in_value(struct given *given) {
    CHECK(nango_value_get_type(NULL) == 0);
    CHECK(nango_value_count(NULL) == 0);
    CHECK(nango_value_at(NULL, 1) == NULL);
    CHECK(nango_value_key_at(NULL, 1) == NULL);
    CHECK(nango_value_get(NULL, "text") == NULL);
    CHECK(nango_value_get(given->value, NULL) == NULL);
    CHECK(nango_value_string(NULL) == NULL);
    CHECK(nango_value_int64(NULL, &(int64_t){1}) == 0);
    CHECK((nango_value_int64(given->value, NULL) == 0) ==
          (nango_value_int64(given->value, &(int64_t){1}) == 0));
    CHECK(nango_value_double(NULL, &(double){1}) == 0);
    CHECK((nango_value_double(given->value, NULL) == 0) ==
          (nango_value_double(given->value, &(double){1}) == 0));
    CHECK(nango_value_bool(NULL) == 0);
    CHECK(nango_value_json(NULL) == NULL);
}

static void null_in_error(struct given *given) {
    nango_error_free(NULL);
    {
        nango_error *made = nango_error_new(1, 1, NULL, "text");
        CHECK(made != NULL);
        nango_error_free(made);
    }
    {
        nango_error *made = nango_error_new(1, 1, "text", NULL);
        CHECK(made != NULL);
        nango_error_free(made);
    }
    CHECK(nango_error_get_kind(NULL) == NANGO_ERROR_NONE);
    CHECK(nango_error_message(NULL) == NULL);
    CHECK(nango_error_http_status(NULL) == 0);
    CHECK(nango_error_code(NULL) == NULL);
    CHECK(nango_error_request_id(NULL) == NULL);
    CHECK(nango_error_server_message(NULL) == NULL);
    CHECK(nango_error_body(NULL) == NULL);
    CHECK(nango_error_value(NULL) == NULL);
    CHECK(nango_error_retry_after_ms(NULL) == -1);
    CHECK(nango_error_attempts(NULL) == 0);
    CHECK(nango_error_is_retryable(NULL) == 0);
    (void)given;
}

static void null_in_client_options(struct given *given) {
    nango_client_options_free(NULL);
    nango_client_options_set_secret_key(NULL, "text");
    nango_client_options_set_secret_key(given->client_options, NULL);
    nango_client_options_set_base_url(NULL, "text");
    nango_client_options_set_base_url(given->client_options, NULL);
    nango_client_options_set_allow_plaintext_http(NULL, 1);
    nango_client_options_set_route(NULL, 1);
    nango_client_options_set_timeout_ms(NULL, 1);
    nango_client_options_set_connect_timeout_ms(NULL, 1);
    nango_client_options_set_max_retries(NULL, 1);
    nango_client_options_set_max_response_bytes(NULL, 1);
    nango_client_options_set_http_proxy(NULL, "text");
    nango_client_options_set_http_proxy(given->client_options, NULL);
    nango_client_options_set_ca_file(NULL, "text");
    nango_client_options_set_ca_file(given->client_options, NULL);
    nango_client_options_set_client_certificate(NULL, "text", "text");
    nango_client_options_set_client_certificate(given->client_options, NULL, "text");
    nango_client_options_set_client_certificate(given->client_options, "text", NULL);
    nango_client_options_set_cache_ttl_ms(NULL, 1);
    nango_client_options_set_log(NULL, given->log_fn, given, 1);
    nango_client_options_set_log(given->client_options, NULL, given, 1);
    nango_client_options_set_log(given->client_options, given->log_fn, NULL, 1);
    nango_client_options_set_log_record(NULL, given->log_record_fn, given, 1);
    nango_client_options_set_log_record(given->client_options, NULL, given, 1);
    nango_client_options_set_log_record(given->client_options, given->log_record_fn, NULL, 1);
    nango_client_options_set_call_hook(NULL, given->call_hook_fn, given);
    nango_client_options_set_call_hook(given->client_options, NULL, given);
    nango_client_options_set_call_hook(given->client_options, given->call_hook_fn, NULL);
    nango_client_options_set_user_agent(NULL, "text");
    nango_client_options_set_user_agent(given->client_options, NULL);
    nango_client_options_add_header(NULL, "text", "text");
    nango_client_options_add_header(given->client_options, NULL, "text");
    nango_client_options_add_header(given->client_options, "text", NULL);
    nango_client_options_set_read_env(NULL, 1);
    nango_client_options_load_env(NULL);
}

static void null_in_client(struct given *given) {
    nango_error *error = NULL;
    nango_client_free(NULL);
    CHECK(nango_client_new(NULL, &error) == NULL);
    check_refused(error, "options", "is NULL");
    {
        nango_client *made = nango_client_new(given->client_options, NULL);
        CHECK(made != NULL);
        nango_client_free(made);
    }
    nango_client_shutdown(NULL);
    nango_client_invalidate(NULL, "text", "text");
    nango_client_invalidate(given->client, NULL, "text");
    nango_client_invalidate(given->client, "text", NULL);
    nango_client_clear_cache(NULL);
}

static void null_in_cancel(struct given *given) {
    nango_cancel_free(NULL);
    nango_cancel_trigger(NULL);
    (void)given;
}

static void null_in_call_options(struct given *given) {
    nango_call_options_free(NULL);
    nango_call_options_set_timeout_ms(NULL, 1);
    nango_call_options_set_cancel(NULL, given->cancel);
    nango_call_options_set_cancel(given->call_options, NULL);
    nango_call_options_set_interrupt(NULL, given->interrupt_fn, given);
    nango_call_options_set_interrupt(given->call_options, NULL, given);
    nango_call_options_set_interrupt(given->call_options, given->interrupt_fn, NULL);
    nango_call_options_set_max_age_ms(NULL, 1);
    nango_call_options_set_force_refresh(NULL, 1);
    nango_call_options_set_refresh_token(NULL, 1);
    nango_call_options_set_refresh_github_app_jwt_token(NULL, 1);
}

static void null_in_connection(struct given *given) {
    nango_error *error = NULL;
    nango_connection_free(NULL);
    CHECK(nango_get_connection(NULL, "text", "text", given->call_options, &error) == NULL);
    check_refused(error, "client", "is NULL");
    CHECK(nango_get_connection(given->client, NULL, "text", given->call_options, &error) == NULL);
    check_refused(error, "connection_id", "is NULL");
    CHECK(nango_get_connection(given->client, "text", NULL, given->call_options, &error) == NULL);
    check_refused(error, "provider_config_key", "is NULL");
    {
        nango_connection *made = nango_get_connection(given->client, "text", "text", NULL, &error);
        CHECK(made != NULL);
        nango_connection_free(made);
    }
    {
        nango_connection *made = nango_get_connection(given->client, "text", "text", given->call_options, NULL);
        CHECK(made != NULL);
        nango_connection_free(made);
    }
    CHECK(nango_connection_from_json(NULL, &error) == NULL);
    check_refused(error, "json", "is NULL");
    {
        nango_connection *made = nango_connection_from_json("{\"connection_id\":\"c\",\"provider_config_key\":\"k\"}",
                                                            NULL);
        CHECK(made != NULL);
        nango_connection_free(made);
    }
    CHECK(nango_connection_id(NULL) == 0);
    CHECK(nango_connection_connection_id(NULL) == NULL);
    CHECK(nango_connection_provider_config_key(NULL) == NULL);
    CHECK(nango_connection_provider(NULL) == NULL);
    CHECK(nango_connection_created_at(NULL) == NULL);
    CHECK(nango_connection_updated_at(NULL) == NULL);
    CHECK(nango_connection_last_fetched_at(NULL) == NULL);
    CHECK(nango_connection_account_id(NULL, &(int64_t){1}) == 0);
    CHECK((nango_connection_account_id(given->connection, NULL) == 0) ==
          (nango_connection_account_id(given->connection, &(int64_t){1}) == 0));
    CHECK(nango_connection_webhook_url_override(NULL) == NULL);
    CHECK(nango_connection_metadata_json(NULL) == NULL);
    CHECK(nango_connection_connection_config_json(NULL) == NULL);
    CHECK(nango_connection_tags_json(NULL) == NULL);
    CHECK(nango_connection_end_user_json(NULL) == NULL);
    CHECK(nango_connection_errors_json(NULL) == NULL);
    CHECK(nango_connection_json(NULL) == NULL);
    CHECK(nango_connection_joined(NULL) == NULL);
    CHECK(nango_connection_get_string(NULL, "text") == NULL);
    CHECK(nango_connection_get_string(given->connection, NULL) == NULL);
    CHECK(nango_connection_get_json(NULL, "text") == NULL);
    CHECK(nango_connection_get_json(given->connection, NULL) == NULL);
    CHECK(nango_connection_value(NULL) == NULL);
}

static void null_in_credentials(struct given *given) {
    CHECK(nango_connection_auth_mode(NULL) == NANGO_AUTH_MODE_ABSENT);
    CHECK(nango_connection_auth_mode_name(NULL) == NULL);
    CHECK(nango_connection_token(NULL) == NULL);
    CHECK(nango_connection_authorization(NULL) == NULL);
    CHECK(nango_connection_access_token(NULL) == NULL);
    CHECK(nango_connection_refresh_token(NULL) == NULL);
    CHECK(nango_connection_oauth_token(NULL) == NULL);
    CHECK(nango_connection_oauth_token_secret(NULL) == NULL);
    CHECK(nango_connection_api_key(NULL) == NULL);
    CHECK(nango_connection_username(NULL) == NULL);
    CHECK(nango_connection_password(NULL) == NULL);
    CHECK(nango_connection_credential(NULL, "text") == NULL);
    CHECK(nango_connection_credential(given->connection, NULL) == NULL);
    CHECK(nango_connection_credentials_json(NULL) == NULL);
    CHECK(nango_connection_raw_json(NULL) == NULL);
    CHECK(nango_connection_expires_at(NULL) == NULL);
    CHECK(nango_connection_expires_at_ms(NULL, &(int64_t){1}) == 0);
    CHECK((nango_connection_expires_at_ms(given->connection, NULL) == 0) ==
          (nango_connection_expires_at_ms(given->connection, &(int64_t){1}) == 0));
}

static void null_in_request(struct given *given) {
    nango_request_free(NULL);
    nango_request_free(nango_request_new(NULL, "text"));
    nango_request_free(nango_request_new("text", NULL));
    nango_request_set_path_parameter(NULL, "text", "text");
    nango_request_set_path_parameter(given->request, NULL, "text");
    nango_request_set_path_parameter(given->request, "text", NULL);
    nango_request_set_json(NULL, "{\"connection_id\":\"c\",\"provider_config_key\":\"k\"}");
    nango_request_set_json(given->request, NULL);
    nango_request_add_query(NULL, "text", "text");
    nango_request_add_query(given->request, NULL, "text");
    nango_request_add_query(given->request, "text", NULL);
    nango_request_add_header(NULL, "text", "text");
    nango_request_add_header(given->request, NULL, "text");
    nango_request_add_header(given->request, "text", NULL);
    nango_request_set_body(NULL, "1", 1, "text");
    nango_request_set_body(given->request, NULL, 1, "text");
    nango_request_set_body(given->request, "1", 1, NULL);
    nango_request_set_body_reader(NULL, given->read_fn, given, 1, "text");
    nango_request_set_body_reader(given->request, NULL, given, 1, "text");
    nango_request_set_body_reader(given->request, given->read_fn, NULL, 1, "text");
    nango_request_set_body_reader(given->request, given->read_fn, given, 1, NULL);
    nango_request_set_base_url_override(NULL, "text");
    nango_request_set_base_url_override(given->request, NULL);
    nango_request_set_retries(NULL, 1);
    nango_request_set_retry_on(NULL, &(int32_t){1}, 1);
    nango_request_set_retry_on(given->request, NULL, 1);
    nango_request_set_nango_parses_body(NULL, 1);
    nango_request_set_decompress(NULL, 1);
    nango_request_set_forward_headers_on_redirect(NULL, 1);
    nango_request_set_repeatable(NULL, 1);
    nango_request_set_idle_timeout_ms(NULL, 1);
}

static void null_in_response(struct given *given) {
    nango_error *error = NULL;
    nango_response_free(NULL);
    CHECK(nango_proxy(NULL, "text", "text", given->request, given->call_options, &error) == NULL);
    check_refused(error, "client", "is NULL");
    CHECK(nango_proxy(given->client, NULL, "text", given->request, given->call_options, &error) == NULL);
    check_refused(error, "connection_id", "is NULL");
    CHECK(nango_proxy(given->client, "text", NULL, given->request, given->call_options, &error) == NULL);
    check_refused(error, "provider_config_key", "is NULL");
    CHECK(nango_proxy(given->client, "text", "text", NULL, given->call_options, &error) == NULL);
    check_refused(error, "request", "is NULL");
    {
        nango_response *made = nango_proxy(given->client, "text", "text", given->request, NULL, &error);
        CHECK(made != NULL);
        nango_response_free(made);
    }
    {
        nango_response *made = nango_proxy(given->client, "text", "text", given->request, given->call_options, NULL);
        CHECK(made != NULL);
        nango_response_free(made);
    }
    CHECK(nango_call(NULL, given->request, given->call_options, &error) == NULL);
    check_refused(error, "client", "is NULL");
    CHECK(nango_call(given->client, NULL, given->call_options, &error) == NULL);
    check_refused(error, "request", "is NULL");
    {
        nango_response *made = nango_call(given->client, given->request, NULL, &error);
        CHECK(made != NULL);
        nango_response_free(made);
    }
    {
        nango_response *made = nango_call(given->client, given->request, given->call_options, NULL);
        CHECK(made != NULL);
        nango_response_free(made);
    }
    CHECK(nango_call_until(NULL, given->request, 1, given->call_options, &error) == NULL);
    check_refused(error, "client", "is NULL");
    CHECK(nango_call_until(given->client, NULL, 1, given->call_options, &error) == NULL);
    check_refused(error, "request", "is NULL");
    {
        nango_response *made = nango_call_until(given->client, given->request, 1, NULL, &error);
        CHECK(made != NULL);
        nango_response_free(made);
    }
    {
        nango_response *made = nango_call_until(given->client, given->request, 1, given->call_options, NULL);
        CHECK(made != NULL);
        nango_response_free(made);
    }
    CHECK(nango_response_status(NULL) == 0);
    CHECK(nango_response_header(NULL, "text") == NULL);
    CHECK(nango_response_header(given->response, NULL) == NULL);
    CHECK(nango_response_header_count(NULL) == 0);
    CHECK(nango_response_header_name(NULL, 1) == NULL);
    CHECK(nango_response_header_value(NULL, 1) == NULL);
    CHECK(nango_response_read(NULL, given->room, 1, &error) == -1);
    check_refused(error, "response", "is NULL");
    CHECK(nango_response_read(given->response, NULL, 1, &error) == -1);
    check_refused(error, "buffer", "is NULL");
    CHECK((nango_response_read(given->response, given->room, 1, NULL) == -1) ==
          (nango_response_read(given->response, given->room, 1, &error) == -1));
    nango_error_free(error);
    CHECK(nango_response_body(NULL, &(size_t){1}, &error) == NULL);
    check_refused(error, "response", "is NULL");
    CHECK((nango_response_body(given->response, NULL, &error) == NULL) ==
          (nango_response_body(given->response, &(size_t){1}, &error) == NULL));
    nango_error_free(error);
    CHECK((nango_response_body(given->response, &(size_t){1}, NULL) == NULL) ==
          (nango_response_body(given->response, &(size_t){1}, &error) == NULL));
    nango_error_free(error);
    CHECK(nango_response_get_string(NULL, "text") == NULL);
    CHECK(nango_response_get_string(given->response, NULL) == NULL);
    CHECK(nango_response_get_json(NULL, "text") == NULL);
    CHECK(nango_response_get_json(given->response, NULL) == NULL);
    CHECK(nango_response_value(NULL, &error) == NULL);
    check_refused(error, "response", "is NULL");
    CHECK((nango_response_value(given->response, NULL) == NULL) ==
          (nango_response_value(given->response, &error) == NULL));
    nango_error_free(error);
}

static void null_in_pages(struct given *given) {
    nango_error *error = NULL;
    nango_pages_free(NULL);
    nango_pages_free(nango_pages_new(NULL, 1));
    CHECK(nango_pages_next(NULL, given->client, given->call_options, &error) == NULL);
    check_refused(error, "pages", "is NULL");
    CHECK(nango_pages_next(given->pages, NULL, given->call_options, &error) == NULL);
    check_refused(error, "client", "is NULL");
    {
        nango_response *made = nango_pages_next(given->pages, given->client, NULL, &error);
        CHECK(made != NULL);
        nango_response_free(made);
    }
    {
        nango_response *made = nango_pages_next(given->pages, given->client, given->call_options, NULL);
        CHECK(made != NULL);
        nango_response_free(made);
    }
}

static void null_in_queue(struct given *given) {
    nango_error *error = NULL;
    nango_completion_free(NULL);
    nango_queue_free(NULL);
    CHECK(nango_queue_new(NULL, 1, &error) == NULL);
    check_refused(error, "client", "is NULL");
    {
        nango_queue *made = nango_queue_new(given->client, 1, NULL);
        CHECK(made != NULL);
        nango_queue_free(made);
    }
    CHECK(nango_queue_descriptor(NULL) == -1);
    nango_queue_get_connection(NULL, "text", "text", given->call_options, 1);
    nango_queue_get_connection(given->queue, NULL, "text", given->call_options, 1);
    nango_queue_get_connection(given->queue, "text", NULL, given->call_options, 1);
    nango_queue_get_connection(given->queue, "text", "text", NULL, 1);
    nango_queue_call(NULL, given->request, given->call_options, 1);
    nango_queue_call(given->queue, NULL, given->call_options, 1);
    nango_queue_call(given->queue, given->request, NULL, 1);
    nango_completion_free(nango_queue_next(NULL));
    CHECK(nango_completion_tag(NULL) == 0);
    CHECK(nango_completion_connection(NULL) == NULL);
    nango_response_free(nango_completion_take_response(NULL));
    CHECK(nango_completion_error(NULL) == NULL);
}

static void null_in_webhook(struct given *given) {
    nango_error *error = NULL;
    CHECK(nango_webhook_is_signed(NULL, 1, GIVEN_SIGNATURE, "text") == 0);
    CHECK(nango_webhook_is_signed("1", 1, NULL, "text") == 0);
    CHECK(nango_webhook_is_signed("1", 1, GIVEN_SIGNATURE, NULL) == 0);
    nango_webhook_free(NULL);
    CHECK(nango_webhook_parse(NULL, 1, GIVEN_SIGNATURE, "text", &error) == NULL);
    check_refused(error, "body", "is NULL");
    CHECK(nango_webhook_parse("1", 1, NULL, "text", &error) == NULL);
    check_not_signed(error);
    CHECK(nango_webhook_parse("1", 1, GIVEN_SIGNATURE, NULL, &error) == NULL);
    check_refused(error, "signing_key", "is NULL");
    {
        nango_webhook *made = nango_webhook_parse("1", 1, GIVEN_SIGNATURE, "text", NULL);
        CHECK(made != NULL);
        nango_webhook_free(made);
    }
    CHECK(nango_webhook_value(NULL) == NULL);
    (void)given;
}

static void (*const null_in_each_section[])(struct given *) = {
    null_in_value,
    null_in_error,
    null_in_client_options,
    null_in_client,
    null_in_cancel,
    null_in_call_options,
    null_in_connection,
    null_in_credentials,
    null_in_request,
    null_in_response,
    null_in_pages,
    null_in_queue,
    null_in_webhook,
};

#endif
