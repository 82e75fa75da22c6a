//! Every function of include/nango.h, called while it panics inside.
//!
//! Generated from abi/nango.json: do not edit.

use super::super::{
    call_options::*, cancel::*, client::*, client_options::*, connection::*, credentials::*, error::*, pages::*,
    queue::*, request::*, response::*, value::*, version::*, webhook::*,
};
use super::{gives, gives_nothing, gives_the_same, internal_error, nothing};

/// Calls each with NULL for every pointer and 0 for every number.
pub(super) fn call_every_function() {
    // SAFETY: NULL is allowed for every pointer.
    unsafe {
        gives_the_same("nango_version", || nango_version());
        gives_the_same("nango_abi_version", || nango_abi_version());
        gives_nothing("nango_value_get_type", nango_value_get_type(nothing()));
        gives_nothing("nango_value_count", nango_value_count(nothing()));
        gives_nothing("nango_value_at", nango_value_at(nothing(), nothing()));
        gives_nothing("nango_value_key_at", nango_value_key_at(nothing(), nothing()));
        gives_nothing("nango_value_get", nango_value_get(nothing(), nothing()));
        gives_nothing("nango_value_string", nango_value_string(nothing()));
        gives_nothing("nango_value_int64", nango_value_int64(nothing(), nothing()));
        gives_nothing("nango_value_double", nango_value_double(nothing(), nothing()));
        gives_nothing("nango_value_bool", nango_value_bool(nothing()));
        gives_nothing("nango_value_json", nango_value_json(nothing()));
        nango_error_free(nothing());
        gives_nothing(
            "nango_error_new",
            nango_error_new(nothing(), nothing(), nothing(), nothing()),
        );
        gives(
            "nango_error_get_kind",
            nango_error_get_kind(nothing()),
            NANGO_ERROR_INTERNAL,
        );
        gives_nothing("nango_error_kind_name", nango_error_kind_name(nothing()));
        gives_nothing("nango_error_message", nango_error_message(nothing()));
        gives_nothing("nango_error_http_status", nango_error_http_status(nothing()));
        gives_nothing("nango_error_code", nango_error_code(nothing()));
        gives_nothing("nango_error_request_id", nango_error_request_id(nothing()));
        gives_nothing("nango_error_server_message", nango_error_server_message(nothing()));
        gives_nothing("nango_error_body", nango_error_body(nothing()));
        gives_nothing("nango_error_value", nango_error_value(nothing()));
        gives("nango_error_retry_after_ms", nango_error_retry_after_ms(nothing()), -1);
        gives_nothing("nango_error_attempts", nango_error_attempts(nothing()));
        gives_nothing("nango_error_is_retryable", nango_error_is_retryable(nothing()));
        nango_client_options_free(nothing());
        gives_nothing("nango_client_options_new", nango_client_options_new());
        nango_client_options_set_secret_key(nothing(), nothing());
        nango_client_options_set_base_url(nothing(), nothing());
        nango_client_options_set_allow_plaintext_http(nothing(), nothing());
        nango_client_options_set_route(nothing(), nothing());
        nango_client_options_set_timeout_ms(nothing(), nothing());
        nango_client_options_set_connect_timeout_ms(nothing(), nothing());
        nango_client_options_set_max_retries(nothing(), nothing());
        nango_client_options_set_max_response_bytes(nothing(), nothing());
        nango_client_options_set_http_proxy(nothing(), nothing());
        nango_client_options_set_ca_file(nothing(), nothing());
        nango_client_options_set_client_certificate(nothing(), nothing(), nothing());
        nango_client_options_set_cache_ttl_ms(nothing(), nothing());
        nango_client_options_set_log(nothing(), nothing(), nothing(), nothing());
        nango_client_options_set_log_record(nothing(), nothing(), nothing(), nothing());
        nango_client_options_set_call_hook(nothing(), nothing(), nothing());
        nango_client_options_set_user_agent(nothing(), nothing());
        nango_client_options_add_header(nothing(), nothing(), nothing());
        nango_client_options_set_read_env(nothing(), nothing());
        nango_client_options_load_env(nothing());
        nango_client_free(nothing());
        gives_nothing("nango_client_new", nango_client_new(nothing(), nothing()));
        internal_error("nango_client_new", |error| nango_client_new(nothing(), error));
        nango_client_shutdown(nothing());
        nango_client_invalidate(nothing(), nothing(), nothing());
        nango_client_clear_cache(nothing());
        nango_cancel_free(nothing());
        gives_nothing("nango_cancel_new", nango_cancel_new());
        nango_cancel_trigger(nothing());
        nango_call_options_free(nothing());
        gives_nothing("nango_call_options_new", nango_call_options_new());
        nango_call_options_set_timeout_ms(nothing(), nothing());
        nango_call_options_set_cancel(nothing(), nothing());
        nango_call_options_set_interrupt(nothing(), nothing(), nothing());
        nango_call_options_set_max_age_ms(nothing(), nothing());
        nango_call_options_set_force_refresh(nothing(), nothing());
        nango_call_options_set_refresh_token(nothing(), nothing());
        nango_call_options_set_refresh_github_app_jwt_token(nothing(), nothing());
        nango_connection_free(nothing());
        gives_nothing(
            "nango_get_connection",
            nango_get_connection(nothing(), nothing(), nothing(), nothing(), nothing()),
        );
        internal_error("nango_get_connection", |error| {
            nango_get_connection(nothing(), nothing(), nothing(), nothing(), error)
        });
        gives_nothing(
            "nango_connection_from_json",
            nango_connection_from_json(nothing(), nothing()),
        );
        internal_error("nango_connection_from_json", |error| {
            nango_connection_from_json(nothing(), error)
        });
        gives_nothing("nango_connection_id", nango_connection_id(nothing()));
        gives_nothing(
            "nango_connection_connection_id",
            nango_connection_connection_id(nothing()),
        );
        gives_nothing(
            "nango_connection_provider_config_key",
            nango_connection_provider_config_key(nothing()),
        );
        gives_nothing("nango_connection_provider", nango_connection_provider(nothing()));
        gives_nothing("nango_connection_created_at", nango_connection_created_at(nothing()));
        gives_nothing("nango_connection_updated_at", nango_connection_updated_at(nothing()));
        gives_nothing(
            "nango_connection_last_fetched_at",
            nango_connection_last_fetched_at(nothing()),
        );
        gives_nothing(
            "nango_connection_account_id",
            nango_connection_account_id(nothing(), nothing()),
        );
        gives_nothing(
            "nango_connection_webhook_url_override",
            nango_connection_webhook_url_override(nothing()),
        );
        gives_nothing(
            "nango_connection_metadata_json",
            nango_connection_metadata_json(nothing()),
        );
        gives_nothing(
            "nango_connection_connection_config_json",
            nango_connection_connection_config_json(nothing()),
        );
        gives_nothing("nango_connection_tags_json", nango_connection_tags_json(nothing()));
        gives_nothing(
            "nango_connection_end_user_json",
            nango_connection_end_user_json(nothing()),
        );
        gives_nothing("nango_connection_errors_json", nango_connection_errors_json(nothing()));
        gives_nothing("nango_connection_json", nango_connection_json(nothing()));
        gives_nothing("nango_connection_joined", nango_connection_joined(nothing()));
        gives_nothing(
            "nango_connection_get_string",
            nango_connection_get_string(nothing(), nothing()),
        );
        gives_nothing(
            "nango_connection_get_json",
            nango_connection_get_json(nothing(), nothing()),
        );
        gives_nothing("nango_connection_value", nango_connection_value(nothing()));
        gives(
            "nango_connection_auth_mode",
            nango_connection_auth_mode(nothing()),
            NANGO_AUTH_MODE_ABSENT,
        );
        gives_nothing(
            "nango_connection_auth_mode_name",
            nango_connection_auth_mode_name(nothing()),
        );
        gives_nothing("nango_connection_token", nango_connection_token(nothing()));
        gives_nothing(
            "nango_connection_authorization",
            nango_connection_authorization(nothing()),
        );
        gives_nothing(
            "nango_connection_access_token",
            nango_connection_access_token(nothing()),
        );
        gives_nothing(
            "nango_connection_refresh_token",
            nango_connection_refresh_token(nothing()),
        );
        gives_nothing("nango_connection_oauth_token", nango_connection_oauth_token(nothing()));
        gives_nothing(
            "nango_connection_oauth_token_secret",
            nango_connection_oauth_token_secret(nothing()),
        );
        gives_nothing("nango_connection_api_key", nango_connection_api_key(nothing()));
        gives_nothing("nango_connection_username", nango_connection_username(nothing()));
        gives_nothing("nango_connection_password", nango_connection_password(nothing()));
        gives_nothing(
            "nango_connection_credential",
            nango_connection_credential(nothing(), nothing()),
        );
        gives_nothing(
            "nango_connection_credentials_json",
            nango_connection_credentials_json(nothing()),
        );
        gives_nothing("nango_connection_raw_json", nango_connection_raw_json(nothing()));
        gives_nothing("nango_connection_expires_at", nango_connection_expires_at(nothing()));
        gives_nothing(
            "nango_connection_expires_at_ms",
            nango_connection_expires_at_ms(nothing(), nothing()),
        );
        nango_request_free(nothing());
        gives_nothing("nango_request_new", nango_request_new(nothing(), nothing()));
        nango_request_set_path_parameter(nothing(), nothing(), nothing());
        nango_request_set_json(nothing(), nothing());
        nango_request_add_query(nothing(), nothing(), nothing());
        nango_request_add_header(nothing(), nothing(), nothing());
        nango_request_set_body(nothing(), nothing(), nothing(), nothing());
        nango_request_set_body_reader(nothing(), nothing(), nothing(), nothing(), nothing());
        nango_request_set_base_url_override(nothing(), nothing());
        nango_request_set_retries(nothing(), nothing());
        nango_request_set_retry_on(nothing(), nothing(), nothing());
        nango_request_set_nango_parses_body(nothing(), nothing());
        nango_request_set_decompress(nothing(), nothing());
        nango_request_set_forward_headers_on_redirect(nothing(), nothing());
        nango_request_set_repeatable(nothing(), nothing());
        nango_request_set_idle_timeout_ms(nothing(), nothing());
        nango_response_free(nothing());
        gives_nothing(
            "nango_proxy",
            nango_proxy(nothing(), nothing(), nothing(), nothing(), nothing(), nothing()),
        );
        internal_error("nango_proxy", |error| {
            nango_proxy(nothing(), nothing(), nothing(), nothing(), nothing(), error)
        });
        gives_nothing("nango_call", nango_call(nothing(), nothing(), nothing(), nothing()));
        internal_error("nango_call", |error| nango_call(nothing(), nothing(), nothing(), error));
        gives_nothing(
            "nango_call_until",
            nango_call_until(nothing(), nothing(), nothing(), nothing(), nothing()),
        );
        internal_error("nango_call_until", |error| {
            nango_call_until(nothing(), nothing(), nothing(), nothing(), error)
        });
        gives_nothing("nango_response_status", nango_response_status(nothing()));
        gives_nothing("nango_response_header", nango_response_header(nothing(), nothing()));
        gives_nothing("nango_response_header_count", nango_response_header_count(nothing()));
        gives_nothing(
            "nango_response_header_name",
            nango_response_header_name(nothing(), nothing()),
        );
        gives_nothing(
            "nango_response_header_value",
            nango_response_header_value(nothing(), nothing()),
        );
        gives(
            "nango_response_read",
            nango_response_read(nothing(), nothing(), nothing(), nothing()),
            -1,
        );
        internal_error("nango_response_read", |error| {
            nango_response_read(nothing(), nothing(), nothing(), error)
        });
        gives_nothing(
            "nango_response_body",
            nango_response_body(nothing(), nothing(), nothing()),
        );
        internal_error("nango_response_body", |error| {
            nango_response_body(nothing(), nothing(), error)
        });
        gives_nothing(
            "nango_response_get_string",
            nango_response_get_string(nothing(), nothing()),
        );
        gives_nothing("nango_response_get_json", nango_response_get_json(nothing(), nothing()));
        gives_nothing("nango_response_value", nango_response_value(nothing(), nothing()));
        internal_error("nango_response_value", |error| nango_response_value(nothing(), error));
        nango_pages_free(nothing());
        gives_nothing("nango_pages_new", nango_pages_new(nothing(), nothing()));
        gives_nothing(
            "nango_pages_next",
            nango_pages_next(nothing(), nothing(), nothing(), nothing()),
        );
        internal_error("nango_pages_next", |error| {
            nango_pages_next(nothing(), nothing(), nothing(), error)
        });
        nango_completion_free(nothing());
        nango_queue_free(nothing());
        gives_nothing("nango_queue_new", nango_queue_new(nothing(), nothing(), nothing()));
        internal_error("nango_queue_new", |error| nango_queue_new(nothing(), nothing(), error));
        gives("nango_queue_descriptor", nango_queue_descriptor(nothing()), -1);
        nango_queue_get_connection(nothing(), nothing(), nothing(), nothing(), nothing());
        nango_queue_call(nothing(), nothing(), nothing(), nothing());
        gives_nothing("nango_queue_next", nango_queue_next(nothing()));
        gives_nothing("nango_completion_tag", nango_completion_tag(nothing()));
        gives_nothing("nango_completion_connection", nango_completion_connection(nothing()));
        gives_nothing(
            "nango_completion_take_response",
            nango_completion_take_response(nothing()),
        );
        gives_nothing("nango_completion_error", nango_completion_error(nothing()));
        gives_nothing(
            "nango_webhook_is_signed",
            nango_webhook_is_signed(nothing(), nothing(), nothing(), nothing()),
        );
        nango_webhook_free(nothing());
        gives_nothing(
            "nango_webhook_parse",
            nango_webhook_parse(nothing(), nothing(), nothing(), nothing(), nothing()),
        );
        internal_error("nango_webhook_parse", |error| {
            nango_webhook_parse(nothing(), nothing(), nothing(), nothing(), error)
        });
        gives_nothing("nango_webhook_value", nango_webhook_value(nothing()));
    }
}
