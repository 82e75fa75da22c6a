// Generated from abi/nango.json by make generate: do not edit.

package dev.nango.internal;

/**
 * The C ABI of libnango. A handle is a long, and so is the address of memory; text is UTF-8 on the other side.
 *
 * <p>Who owns what, and what NULL means, is written in nango.h.
 */
public interface Library {
    // Version

    String nango_version();

    int nango_abi_version();

    // Values

    int nango_value_get_type(long value);

    long nango_value_count(long value);

    long nango_value_at(long value, long i);

    String nango_value_key_at(long value, long i);

    long nango_value_get(long value, String key);

    String nango_value_string(long value);

    int nango_value_int64(long value, long number);

    int nango_value_double(long value, long number);

    int nango_value_bool(long value);

    String nango_value_json(long value);

    // Errors

    void nango_error_free(long error);

    long nango_error_new(int kind, int httpStatus, String code, String message);

    int nango_error_get_kind(long error);

    String nango_error_kind_name(int kind);

    String nango_error_message(long error);

    int nango_error_http_status(long error);

    String nango_error_code(long error);

    String nango_error_request_id(long error);

    String nango_error_server_message(long error);

    String nango_error_body(long error);

    long nango_error_value(long error);

    long nango_error_retry_after_ms(long error);

    int nango_error_attempts(long error);

    int nango_error_is_retryable(long error);

    // Client options

    void nango_client_options_free(long options);

    long nango_client_options_new();

    void nango_client_options_set_secret_key(long options, String secretKey);

    void nango_client_options_set_base_url(long options, String url);

    void nango_client_options_set_allow_plaintext_http(long options, int allow);

    void nango_client_options_set_route(long options, int route);

    void nango_client_options_set_timeout_ms(long options, long totalMs);

    void nango_client_options_set_connect_timeout_ms(long options, long ms);

    void nango_client_options_set_max_retries(long options, int retries);

    void nango_client_options_set_max_response_bytes(long options, long bytes);

    void nango_client_options_set_http_proxy(long options, String url);

    void nango_client_options_set_ca_file(long options, String pemPath);

    void nango_client_options_set_client_certificate(long options, String certPem, String keyPem);

    void nango_client_options_set_cache_ttl_ms(long options, long ttlMs);

    void nango_client_options_set_log(long options, long log, long userData, int maxLevel);

    void nango_client_options_set_log_record(long options, long log, long userData, int maxLevel);

    void nango_client_options_set_call_hook(long options, long hook, long userData);

    void nango_client_options_set_user_agent(long options, String product);

    void nango_client_options_add_header(long options, String name, String value);

    void nango_client_options_set_read_env(long options, int read);

    void nango_client_options_load_env(long options);

    // Client

    void nango_client_free(long client);

    long nango_client_new(long options, long error);

    void nango_client_shutdown(long client);

    void nango_client_invalidate(long client, String connectionId, String providerConfigKey);

    void nango_client_clear_cache(long client);

    // Cancel

    void nango_cancel_free(long cancel);

    long nango_cancel_new();

    void nango_cancel_trigger(long cancel);

    // Call options

    void nango_call_options_free(long options);

    long nango_call_options_new();

    void nango_call_options_set_timeout_ms(long options, long totalMs);

    void nango_call_options_set_cancel(long options, long cancel);

    void nango_call_options_set_interrupt(long options, long asked, long userData);

    void nango_call_options_set_max_age_ms(long options, long ms);

    void nango_call_options_set_force_refresh(long options, int on);

    void nango_call_options_set_refresh_token(long options, int on);

    void nango_call_options_set_refresh_github_app_jwt_token(long options, int on);

    // Connection

    void nango_connection_free(long connection);

    long nango_get_connection(long client, String connectionId, String providerConfigKey, long options, long error);

    long nango_connection_from_json(String json, long error);

    long nango_connection_id(long connection);

    String nango_connection_connection_id(long connection);

    String nango_connection_provider_config_key(long connection);

    String nango_connection_provider(long connection);

    String nango_connection_created_at(long connection);

    String nango_connection_updated_at(long connection);

    String nango_connection_last_fetched_at(long connection);

    int nango_connection_account_id(long connection, long accountId);

    String nango_connection_webhook_url_override(long connection);

    String nango_connection_metadata_json(long connection);

    String nango_connection_connection_config_json(long connection);

    String nango_connection_tags_json(long connection);

    String nango_connection_end_user_json(long connection);

    String nango_connection_errors_json(long connection);

    String nango_connection_json(long connection);

    long nango_connection_joined(long connection);

    String nango_connection_get_string(long connection, String jsonPointer);

    String nango_connection_get_json(long connection, String jsonPointer);

    long nango_connection_value(long connection);

    // Credentials

    int nango_connection_auth_mode(long connection);

    String nango_connection_auth_mode_name(long connection);

    String nango_connection_token(long connection);

    String nango_connection_authorization(long connection);

    String nango_connection_access_token(long connection);

    String nango_connection_refresh_token(long connection);

    String nango_connection_oauth_token(long connection);

    String nango_connection_oauth_token_secret(long connection);

    String nango_connection_api_key(long connection);

    String nango_connection_username(long connection);

    String nango_connection_password(long connection);

    String nango_connection_credential(long connection, String name);

    String nango_connection_credentials_json(long connection);

    String nango_connection_raw_json(long connection);

    String nango_connection_expires_at(long connection);

    int nango_connection_expires_at_ms(long connection, long unixMs);

    // Request

    void nango_request_free(long request);

    long nango_request_new(String method, String endpoint);

    void nango_request_set_path_parameter(long request, String name, String value);

    void nango_request_set_json(long request, String json);

    void nango_request_add_query(long request, String name, String value);

    void nango_request_add_header(long request, String name, String value);

    void nango_request_set_body(long request, long data, long len, String contentType);

    void nango_request_set_body_reader(long request, long read, long userData, long contentLength, String contentType);

    void nango_request_set_base_url_override(long request, String url);

    void nango_request_set_retries(long request, int retries);

    void nango_request_set_retry_on(long request, long statuses, long count);

    void nango_request_set_nango_parses_body(long request, int on);

    void nango_request_set_decompress(long request, int on);

    void nango_request_set_forward_headers_on_redirect(long request, int on);

    void nango_request_set_repeatable(long request, int on);

    void nango_request_set_idle_timeout_ms(long request, long ms);

    // Response

    void nango_response_free(long response);

    long nango_proxy(long client, String connectionId, String providerConfigKey, long request, long options,
            long error);

    long nango_call(long client, long request, long options, long error);

    long nango_call_until(long client, long request, int until, long options, long error);

    int nango_response_status(long response);

    String nango_response_header(long response, String name);

    long nango_response_header_count(long response);

    String nango_response_header_name(long response, long i);

    String nango_response_header_value(long response, long i);

    long nango_response_read(long response, long buffer, long capacity, long error);

    long nango_response_body(long response, long len, long error);

    String nango_response_get_string(long response, String jsonPointer);

    String nango_response_get_json(long response, String jsonPointer);

    long nango_response_value(long response, long error);

    // Pages

    void nango_pages_free(long pages);

    long nango_pages_new(long request, int style);

    long nango_pages_next(long pages, long client, long options, long error);

    // Completion queue

    void nango_completion_free(long completion);

    void nango_queue_free(long queue);

    long nango_queue_new(long client, long maxThreads, long error);

    long nango_queue_descriptor(long queue);

    void nango_queue_get_connection(long queue, String connectionId, String providerConfigKey, long options, long tag);

    void nango_queue_call(long queue, long request, long options, long tag);

    long nango_queue_next(long queue);

    long nango_completion_tag(long completion);

    long nango_completion_connection(long completion);

    long nango_completion_take_response(long completion);

    long nango_completion_error(long completion);

    // Webhooks

    int nango_webhook_is_signed(long body, long len, String signature, String signingKey);

    void nango_webhook_free(long webhook);

    long nango_webhook_parse(long body, long len, String signature, String signingKey, long error);

    long nango_webhook_value(long webhook);

    // Callbacks, which call the functions of Callbacks. They live as long as the process.

    long logRecordCallback();

    long callHookCallback();

    long readCallback();

    // Memory

    /** The address of a direct buffer. */
    long address(java.nio.ByteBuffer direct);

    /** The text at an address; null if that is 0. */
    String text(long address);

    /** Copies bytes from an address. */
    void read(long address, byte[] into, int offset, int length);

    /** Copies bytes to an address. */
    void write(long address, byte[] from, int offset, int length);
}
