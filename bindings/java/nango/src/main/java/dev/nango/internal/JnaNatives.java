// Generated from abi/nango.json by make generate: do not edit.

package dev.nango.internal;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/**
 * The functions of nango.h as JNA maps them directly. Text goes in as UTF-8 with a NUL and comes out as its address: JNA's own
 * conversions of strings take several times as long.
 */
final class JnaNatives {
    JnaNatives(String file) {
        Native.register(JnaNatives.class, NativeLibrary.getInstance(file));
    }

    native long nango_version();

    native int nango_abi_version();

    native int nango_value_get_type(long value);

    native long nango_value_count(long value);

    native long nango_value_at(long value, long i);

    native long nango_value_key_at(long value, long i);

    native long nango_value_get(long value, byte[] key);

    native long nango_value_string(long value);

    native int nango_value_int64(long value, long number);

    native int nango_value_double(long value, long number);

    native int nango_value_bool(long value);

    native long nango_value_json(long value);

    native void nango_error_free(long error);

    native long nango_error_new(int kind, int httpStatus, byte[] code, byte[] message);

    native int nango_error_get_kind(long error);

    native long nango_error_kind_name(int kind);

    native long nango_error_message(long error);

    native int nango_error_http_status(long error);

    native long nango_error_code(long error);

    native long nango_error_request_id(long error);

    native long nango_error_server_message(long error);

    native long nango_error_body(long error);

    native long nango_error_value(long error);

    native long nango_error_retry_after_ms(long error);

    native int nango_error_attempts(long error);

    native int nango_error_is_retryable(long error);

    native void nango_client_options_free(long options);

    native long nango_client_options_new();

    native void nango_client_options_set_secret_key(long options, byte[] secretKey);

    native void nango_client_options_set_base_url(long options, byte[] url);

    native void nango_client_options_set_allow_plaintext_http(long options, int allow);

    native void nango_client_options_set_route(long options, int route);

    native void nango_client_options_set_timeout_ms(long options, long totalMs);

    native void nango_client_options_set_connect_timeout_ms(long options, long ms);

    native void nango_client_options_set_max_retries(long options, int retries);

    native void nango_client_options_set_max_response_bytes(long options, long bytes);

    native void nango_client_options_set_http_proxy(long options, byte[] url);

    native void nango_client_options_set_ca_file(long options, byte[] pemPath);

    native void nango_client_options_set_client_certificate(long options, byte[] certPem, byte[] keyPem);

    native void nango_client_options_set_cache_ttl_ms(long options, long ttlMs);

    native void nango_client_options_set_log(long options, long log, long userData, int maxLevel);

    native void nango_client_options_set_log_record(long options, long log, long userData, int maxLevel);

    native void nango_client_options_set_call_hook(long options, long hook, long userData);

    native void nango_client_options_set_user_agent(long options, byte[] product);

    native void nango_client_options_add_header(long options, byte[] name, byte[] value);

    native void nango_client_options_set_read_env(long options, int read);

    native void nango_client_options_load_env(long options);

    native void nango_client_free(long client);

    native long nango_client_new(long options, long error);

    native void nango_client_shutdown(long client);

    native void nango_client_invalidate(long client, byte[] connectionId, byte[] providerConfigKey);

    native void nango_client_clear_cache(long client);

    native void nango_cancel_free(long cancel);

    native long nango_cancel_new();

    native void nango_cancel_trigger(long cancel);

    native void nango_call_options_free(long options);

    native long nango_call_options_new();

    native void nango_call_options_set_timeout_ms(long options, long totalMs);

    native void nango_call_options_set_cancel(long options, long cancel);

    native void nango_call_options_set_interrupt(long options, long asked, long userData);

    native void nango_call_options_set_max_age_ms(long options, long ms);

    native void nango_call_options_set_force_refresh(long options, int on);

    native void nango_call_options_set_refresh_token(long options, int on);

    native void nango_call_options_set_refresh_github_app_jwt_token(long options, int on);

    native void nango_connection_free(long connection);

    native long nango_get_connection(long client, byte[] connectionId, byte[] providerConfigKey, long options,
            long error);

    native long nango_connection_from_json(byte[] json, long error);

    native long nango_connection_id(long connection);

    native long nango_connection_connection_id(long connection);

    native long nango_connection_provider_config_key(long connection);

    native long nango_connection_provider(long connection);

    native long nango_connection_created_at(long connection);

    native long nango_connection_updated_at(long connection);

    native long nango_connection_last_fetched_at(long connection);

    native int nango_connection_account_id(long connection, long accountId);

    native long nango_connection_webhook_url_override(long connection);

    native long nango_connection_metadata_json(long connection);

    native long nango_connection_connection_config_json(long connection);

    native long nango_connection_tags_json(long connection);

    native long nango_connection_end_user_json(long connection);

    native long nango_connection_errors_json(long connection);

    native long nango_connection_json(long connection);

    native long nango_connection_joined(long connection);

    native long nango_connection_get_string(long connection, byte[] jsonPointer);

    native long nango_connection_get_json(long connection, byte[] jsonPointer);

    native long nango_connection_value(long connection);

    native int nango_connection_auth_mode(long connection);

    native long nango_connection_auth_mode_name(long connection);

    native long nango_connection_token(long connection);

    native long nango_connection_authorization(long connection);

    native long nango_connection_access_token(long connection);

    native long nango_connection_refresh_token(long connection);

    native long nango_connection_oauth_token(long connection);

    native long nango_connection_oauth_token_secret(long connection);

    native long nango_connection_api_key(long connection);

    native long nango_connection_username(long connection);

    native long nango_connection_password(long connection);

    native long nango_connection_credential(long connection, byte[] name);

    native long nango_connection_credentials_json(long connection);

    native long nango_connection_raw_json(long connection);

    native long nango_connection_expires_at(long connection);

    native int nango_connection_expires_at_ms(long connection, long unixMs);

    native void nango_request_free(long request);

    native long nango_request_new(byte[] method, byte[] endpoint);

    native void nango_request_set_path_parameter(long request, byte[] name, byte[] value);

    native void nango_request_set_json(long request, byte[] json);

    native void nango_request_add_query(long request, byte[] name, byte[] value);

    native void nango_request_add_header(long request, byte[] name, byte[] value);

    native void nango_request_set_body(long request, long data, long len, byte[] contentType);

    native void nango_request_set_body_reader(long request, long read, long userData, long contentLength,
            byte[] contentType);

    native void nango_request_set_base_url_override(long request, byte[] url);

    native void nango_request_set_retries(long request, int retries);

    native void nango_request_set_retry_on(long request, long statuses, long count);

    native void nango_request_set_nango_parses_body(long request, int on);

    native void nango_request_set_decompress(long request, int on);

    native void nango_request_set_forward_headers_on_redirect(long request, int on);

    native void nango_request_set_repeatable(long request, int on);

    native void nango_request_set_idle_timeout_ms(long request, long ms);

    native void nango_response_free(long response);

    native long nango_proxy(long client, byte[] connectionId, byte[] providerConfigKey, long request, long options,
            long error);

    native long nango_call(long client, long request, long options, long error);

    native long nango_call_until(long client, long request, int until, long options, long error);

    native int nango_response_status(long response);

    native long nango_response_header(long response, byte[] name);

    native long nango_response_header_count(long response);

    native long nango_response_header_name(long response, long i);

    native long nango_response_header_value(long response, long i);

    native long nango_response_read(long response, long buffer, long capacity, long error);

    native long nango_response_body(long response, long len, long error);

    native long nango_response_get_string(long response, byte[] jsonPointer);

    native long nango_response_get_json(long response, byte[] jsonPointer);

    native long nango_response_value(long response, long error);

    native void nango_pages_free(long pages);

    native long nango_pages_new(long request, int style);

    native long nango_pages_next(long pages, long client, long options, long error);

    native void nango_completion_free(long completion);

    native void nango_queue_free(long queue);

    native long nango_queue_new(long client, long maxThreads, long error);

    native long nango_queue_descriptor(long queue);

    native void nango_queue_get_connection(long queue, byte[] connectionId, byte[] providerConfigKey, long options,
            long tag);

    native void nango_queue_call(long queue, long request, long options, long tag);

    native long nango_queue_next(long queue);

    native long nango_completion_tag(long completion);

    native long nango_completion_connection(long completion);

    native long nango_completion_take_response(long completion);

    native long nango_completion_error(long completion);

    native int nango_webhook_is_signed(long body, long len, byte[] signature, byte[] signingKey);

    native void nango_webhook_free(long webhook);

    native long nango_webhook_parse(long body, long len, byte[] signature, byte[] signingKey, long error);

    native long nango_webhook_value(long webhook);
}
