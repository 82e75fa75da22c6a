/*
 * Every function of nango.h with each string not UTF-8 in turn, while the other arguments are right.
 *
 * Generated from abi/nango.json: do not edit.
 */
#ifndef NOT_UTF8_H
#define NOT_UTF8_H

#include "../support/given.h"

static void not_utf8_in_value(struct given *given, const char *text) {
    CHECK(nango_value_get(given->value, text) == NULL);
}

static void not_utf8_in_error(struct given *given, const char *text) {
    nango_error_free(nango_error_new(1, 1, text, "text"));
    nango_error_free(nango_error_new(1, 1, "text", text));
    (void)given;
}

static void not_utf8_in_client_options(struct given *given, const char *text) {
    nango_client_options_set_secret_key(given->client_options, text);
    nango_client_options_set_base_url(given->client_options, text);
    nango_client_options_set_http_proxy(given->client_options, text);
    nango_client_options_set_ca_file(given->client_options, text);
    nango_client_options_set_client_certificate(given->client_options, text, "text");
    nango_client_options_set_client_certificate(given->client_options, "text", text);
    nango_client_options_set_user_agent(given->client_options, text);
    nango_client_options_add_header(given->client_options, text, "text");
    nango_client_options_add_header(given->client_options, "text", text);
}

static void not_utf8_in_client(struct given *given, const char *text) {
    nango_client_invalidate(given->client, text, "text");
    nango_client_invalidate(given->client, "text", text);
}

static void not_utf8_in_connection(struct given *given, const char *text) {
    nango_error *error = NULL;
    CHECK(nango_get_connection(given->client, text, "text", given->call_options, &error) == NULL);
    check_refused(error, "connection_id", "UTF-8");
    CHECK(nango_get_connection(given->client, "text", text, given->call_options, &error) == NULL);
    check_refused(error, "provider_config_key", "UTF-8");
    CHECK(nango_connection_from_json(text, &error) == NULL);
    check_refused(error, "json", "UTF-8");
    CHECK(nango_connection_get_string(given->connection, text) == NULL);
    CHECK(nango_connection_get_json(given->connection, text) == NULL);
}

static void not_utf8_in_credentials(struct given *given, const char *text) {
    CHECK(nango_connection_credential(given->connection, text) == NULL);
}

static void not_utf8_in_request(struct given *given, const char *text) {
    nango_request_free(nango_request_new(text, "text"));
    nango_request_free(nango_request_new("text", text));
    nango_request_set_path_parameter(given->request, text, "text");
    nango_request_set_path_parameter(given->request, "text", text);
    nango_request_set_json(given->request, text);
    nango_request_add_query(given->request, text, "text");
    nango_request_add_query(given->request, "text", text);
    nango_request_add_header(given->request, text, "text");
    nango_request_add_header(given->request, "text", text);
    nango_request_set_body(given->request, "1", 1, text);
    nango_request_set_body_reader(given->request, given->read_fn, given, 1, text);
    nango_request_set_base_url_override(given->request, text);
}

static void not_utf8_in_response(struct given *given, const char *text) {
    nango_error *error = NULL;
    CHECK(nango_proxy(given->client, text, "text", given->request, given->call_options, &error) == NULL);
    check_refused(error, "connection_id", "UTF-8");
    CHECK(nango_proxy(given->client, "text", text, given->request, given->call_options, &error) == NULL);
    check_refused(error, "provider_config_key", "UTF-8");
    CHECK(nango_response_header(given->response, text) == NULL);
    CHECK(nango_response_get_string(given->response, text) == NULL);
    CHECK(nango_response_get_json(given->response, text) == NULL);
}

static void not_utf8_in_queue(struct given *given, const char *text) {
    nango_queue_get_connection(given->queue, text, "text", given->call_options, 1);
    nango_queue_get_connection(given->queue, "text", text, given->call_options, 1);
}

static void not_utf8_in_webhook(struct given *given, const char *text) {
    nango_error *error = NULL;
    CHECK(nango_webhook_is_signed("1", 1, text, "text") == 0);
    CHECK(nango_webhook_is_signed("1", 1, GIVEN_SIGNATURE, text) == 0);
    CHECK(nango_webhook_parse("1", 1, text, "text", &error) == NULL);
    check_not_signed(error);
    CHECK(nango_webhook_parse("1", 1, GIVEN_SIGNATURE, text, &error) == NULL);
    check_refused(error, "signing_key", "UTF-8");
    (void)given;
}

static void (*const not_utf8_in_each_section[])(struct given *, const char *) = {
    not_utf8_in_value,
    not_utf8_in_error,
    not_utf8_in_client_options,
    not_utf8_in_client,
    not_utf8_in_connection,
    not_utf8_in_credentials,
    not_utf8_in_request,
    not_utf8_in_response,
    not_utf8_in_queue,
    not_utf8_in_webhook,
};

#endif
