// Generated from abi/nango.json by make generate: do not edit.

package dev.nango.internal;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The C ABI through JNA, mapped directly: for Java before 22, and where java.lang.foreign is not allowed. */
final class JnaLibrary implements Library {
    private static final LogRecord LOG_RECORD = Callbacks::logRecord;
    private static final CallHook CALL_HOOK = Callbacks::callHook;
    private static final Read READ = Callbacks::read;

    private final JnaNatives natives;

    JnaLibrary(String file) {
        natives = new JnaNatives(file);
    }

    private static byte[] given(String text) {
        if (text == null) {
            return null;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, bytes.length + 1);
    }

    // Version

    @Override
    public String nango_version() {
        return text(natives.nango_version());
    }

    @Override
    public int nango_abi_version() {
        return natives.nango_abi_version();
    }

    // Values

    @Override
    public int nango_value_get_type(long value) {
        return natives.nango_value_get_type(value);
    }

    @Override
    public long nango_value_count(long value) {
        return natives.nango_value_count(value);
    }

    @Override
    public long nango_value_at(long value, long i) {
        return natives.nango_value_at(value, i);
    }

    @Override
    public String nango_value_key_at(long value, long i) {
        return text(natives.nango_value_key_at(value, i));
    }

    @Override
    public long nango_value_get(long value, String key) {
        return natives.nango_value_get(value, given(key));
    }

    @Override
    public String nango_value_string(long value) {
        return text(natives.nango_value_string(value));
    }

    @Override
    public int nango_value_int64(long value, long number) {
        return natives.nango_value_int64(value, number);
    }

    @Override
    public int nango_value_double(long value, long number) {
        return natives.nango_value_double(value, number);
    }

    @Override
    public int nango_value_bool(long value) {
        return natives.nango_value_bool(value);
    }

    @Override
    public String nango_value_json(long value) {
        return text(natives.nango_value_json(value));
    }

    // Errors

    @Override
    public void nango_error_free(long error) {
        natives.nango_error_free(error);
    }

    @Override
    public long nango_error_new(int kind, int httpStatus, String code, String message) {
        return natives.nango_error_new(kind, httpStatus, given(code), given(message));
    }

    @Override
    public int nango_error_get_kind(long error) {
        return natives.nango_error_get_kind(error);
    }

    @Override
    public String nango_error_kind_name(int kind) {
        return text(natives.nango_error_kind_name(kind));
    }

    @Override
    public String nango_error_message(long error) {
        return text(natives.nango_error_message(error));
    }

    @Override
    public int nango_error_http_status(long error) {
        return natives.nango_error_http_status(error);
    }

    @Override
    public String nango_error_code(long error) {
        return text(natives.nango_error_code(error));
    }

    @Override
    public String nango_error_request_id(long error) {
        return text(natives.nango_error_request_id(error));
    }

    @Override
    public String nango_error_server_message(long error) {
        return text(natives.nango_error_server_message(error));
    }

    @Override
    public String nango_error_body(long error) {
        return text(natives.nango_error_body(error));
    }

    @Override
    public long nango_error_value(long error) {
        return natives.nango_error_value(error);
    }

    @Override
    public long nango_error_retry_after_ms(long error) {
        return natives.nango_error_retry_after_ms(error);
    }

    @Override
    public int nango_error_attempts(long error) {
        return natives.nango_error_attempts(error);
    }

    @Override
    public int nango_error_is_retryable(long error) {
        return natives.nango_error_is_retryable(error);
    }

    // Client options

    @Override
    public void nango_client_options_free(long options) {
        natives.nango_client_options_free(options);
    }

    @Override
    public long nango_client_options_new() {
        return natives.nango_client_options_new();
    }

    @Override
    public void nango_client_options_set_secret_key(long options, String secretKey) {
        natives.nango_client_options_set_secret_key(options, given(secretKey));
    }

    @Override
    public void nango_client_options_set_base_url(long options, String url) {
        natives.nango_client_options_set_base_url(options, given(url));
    }

    @Override
    public void nango_client_options_set_allow_plaintext_http(long options, int allow) {
        natives.nango_client_options_set_allow_plaintext_http(options, allow);
    }

    @Override
    public void nango_client_options_set_route(long options, int route) {
        natives.nango_client_options_set_route(options, route);
    }

    @Override
    public void nango_client_options_set_timeout_ms(long options, long totalMs) {
        natives.nango_client_options_set_timeout_ms(options, totalMs);
    }

    @Override
    public void nango_client_options_set_connect_timeout_ms(long options, long ms) {
        natives.nango_client_options_set_connect_timeout_ms(options, ms);
    }

    @Override
    public void nango_client_options_set_max_retries(long options, int retries) {
        natives.nango_client_options_set_max_retries(options, retries);
    }

    @Override
    public void nango_client_options_set_max_response_bytes(long options, long bytes) {
        natives.nango_client_options_set_max_response_bytes(options, bytes);
    }

    @Override
    public void nango_client_options_set_http_proxy(long options, String url) {
        natives.nango_client_options_set_http_proxy(options, given(url));
    }

    @Override
    public void nango_client_options_set_ca_file(long options, String pemPath) {
        natives.nango_client_options_set_ca_file(options, given(pemPath));
    }

    @Override
    public void nango_client_options_set_client_certificate(long options, String certPem, String keyPem) {
        natives.nango_client_options_set_client_certificate(options, given(certPem), given(keyPem));
    }

    @Override
    public void nango_client_options_set_cache_ttl_ms(long options, long ttlMs) {
        natives.nango_client_options_set_cache_ttl_ms(options, ttlMs);
    }

    @Override
    public void nango_client_options_set_log(long options, long log, long userData, int maxLevel) {
        natives.nango_client_options_set_log(options, log, userData, maxLevel);
    }

    @Override
    public void nango_client_options_set_log_record(long options, long log, long userData, int maxLevel) {
        natives.nango_client_options_set_log_record(options, log, userData, maxLevel);
    }

    @Override
    public void nango_client_options_set_call_hook(long options, long hook, long userData) {
        natives.nango_client_options_set_call_hook(options, hook, userData);
    }

    @Override
    public void nango_client_options_set_user_agent(long options, String product) {
        natives.nango_client_options_set_user_agent(options, given(product));
    }

    @Override
    public void nango_client_options_add_header(long options, String name, String value) {
        natives.nango_client_options_add_header(options, given(name), given(value));
    }

    @Override
    public void nango_client_options_set_read_env(long options, int read) {
        natives.nango_client_options_set_read_env(options, read);
    }

    @Override
    public void nango_client_options_load_env(long options) {
        natives.nango_client_options_load_env(options);
    }

    // Client

    @Override
    public void nango_client_free(long client) {
        natives.nango_client_free(client);
    }

    @Override
    public long nango_client_new(long options, long error) {
        return natives.nango_client_new(options, error);
    }

    @Override
    public void nango_client_shutdown(long client) {
        natives.nango_client_shutdown(client);
    }

    @Override
    public void nango_client_invalidate(long client, String connectionId, String providerConfigKey) {
        natives.nango_client_invalidate(client, given(connectionId), given(providerConfigKey));
    }

    @Override
    public void nango_client_clear_cache(long client) {
        natives.nango_client_clear_cache(client);
    }

    // Cancel

    @Override
    public void nango_cancel_free(long cancel) {
        natives.nango_cancel_free(cancel);
    }

    @Override
    public long nango_cancel_new() {
        return natives.nango_cancel_new();
    }

    @Override
    public void nango_cancel_trigger(long cancel) {
        natives.nango_cancel_trigger(cancel);
    }

    // Call options

    @Override
    public void nango_call_options_free(long options) {
        natives.nango_call_options_free(options);
    }

    @Override
    public long nango_call_options_new() {
        return natives.nango_call_options_new();
    }

    @Override
    public void nango_call_options_set_timeout_ms(long options, long totalMs) {
        natives.nango_call_options_set_timeout_ms(options, totalMs);
    }

    @Override
    public void nango_call_options_set_cancel(long options, long cancel) {
        natives.nango_call_options_set_cancel(options, cancel);
    }

    @Override
    public void nango_call_options_set_interrupt(long options, long asked, long userData) {
        natives.nango_call_options_set_interrupt(options, asked, userData);
    }

    @Override
    public void nango_call_options_set_max_age_ms(long options, long ms) {
        natives.nango_call_options_set_max_age_ms(options, ms);
    }

    @Override
    public void nango_call_options_set_force_refresh(long options, int on) {
        natives.nango_call_options_set_force_refresh(options, on);
    }

    @Override
    public void nango_call_options_set_refresh_token(long options, int on) {
        natives.nango_call_options_set_refresh_token(options, on);
    }

    @Override
    public void nango_call_options_set_refresh_github_app_jwt_token(long options, int on) {
        natives.nango_call_options_set_refresh_github_app_jwt_token(options, on);
    }

    // Connection

    @Override
    public void nango_connection_free(long connection) {
        natives.nango_connection_free(connection);
    }

    @Override
    public long nango_get_connection(long client, String connectionId, String providerConfigKey, long options,
            long error) {
        return natives.nango_get_connection(client, given(connectionId), given(providerConfigKey), options, error);
    }

    @Override
    public long nango_connection_from_json(String json, long error) {
        return natives.nango_connection_from_json(given(json), error);
    }

    @Override
    public long nango_connection_id(long connection) {
        return natives.nango_connection_id(connection);
    }

    @Override
    public String nango_connection_connection_id(long connection) {
        return text(natives.nango_connection_connection_id(connection));
    }

    @Override
    public String nango_connection_provider_config_key(long connection) {
        return text(natives.nango_connection_provider_config_key(connection));
    }

    @Override
    public String nango_connection_provider(long connection) {
        return text(natives.nango_connection_provider(connection));
    }

    @Override
    public String nango_connection_created_at(long connection) {
        return text(natives.nango_connection_created_at(connection));
    }

    @Override
    public String nango_connection_updated_at(long connection) {
        return text(natives.nango_connection_updated_at(connection));
    }

    @Override
    public String nango_connection_last_fetched_at(long connection) {
        return text(natives.nango_connection_last_fetched_at(connection));
    }

    @Override
    public int nango_connection_account_id(long connection, long accountId) {
        return natives.nango_connection_account_id(connection, accountId);
    }

    @Override
    public String nango_connection_webhook_url_override(long connection) {
        return text(natives.nango_connection_webhook_url_override(connection));
    }

    @Override
    public String nango_connection_metadata_json(long connection) {
        return text(natives.nango_connection_metadata_json(connection));
    }

    @Override
    public String nango_connection_connection_config_json(long connection) {
        return text(natives.nango_connection_connection_config_json(connection));
    }

    @Override
    public String nango_connection_tags_json(long connection) {
        return text(natives.nango_connection_tags_json(connection));
    }

    @Override
    public String nango_connection_end_user_json(long connection) {
        return text(natives.nango_connection_end_user_json(connection));
    }

    @Override
    public String nango_connection_errors_json(long connection) {
        return text(natives.nango_connection_errors_json(connection));
    }

    @Override
    public String nango_connection_json(long connection) {
        return text(natives.nango_connection_json(connection));
    }

    @Override
    public long nango_connection_joined(long connection) {
        return natives.nango_connection_joined(connection);
    }

    @Override
    public String nango_connection_get_string(long connection, String jsonPointer) {
        return text(natives.nango_connection_get_string(connection, given(jsonPointer)));
    }

    @Override
    public String nango_connection_get_json(long connection, String jsonPointer) {
        return text(natives.nango_connection_get_json(connection, given(jsonPointer)));
    }

    @Override
    public long nango_connection_value(long connection) {
        return natives.nango_connection_value(connection);
    }

    // Credentials

    @Override
    public int nango_connection_auth_mode(long connection) {
        return natives.nango_connection_auth_mode(connection);
    }

    @Override
    public String nango_connection_auth_mode_name(long connection) {
        return text(natives.nango_connection_auth_mode_name(connection));
    }

    @Override
    public String nango_connection_token(long connection) {
        return text(natives.nango_connection_token(connection));
    }

    @Override
    public String nango_connection_authorization(long connection) {
        return text(natives.nango_connection_authorization(connection));
    }

    @Override
    public String nango_connection_access_token(long connection) {
        return text(natives.nango_connection_access_token(connection));
    }

    @Override
    public String nango_connection_refresh_token(long connection) {
        return text(natives.nango_connection_refresh_token(connection));
    }

    @Override
    public String nango_connection_oauth_token(long connection) {
        return text(natives.nango_connection_oauth_token(connection));
    }

    @Override
    public String nango_connection_oauth_token_secret(long connection) {
        return text(natives.nango_connection_oauth_token_secret(connection));
    }

    @Override
    public String nango_connection_api_key(long connection) {
        return text(natives.nango_connection_api_key(connection));
    }

    @Override
    public String nango_connection_username(long connection) {
        return text(natives.nango_connection_username(connection));
    }

    @Override
    public String nango_connection_password(long connection) {
        return text(natives.nango_connection_password(connection));
    }

    @Override
    public String nango_connection_credential(long connection, String name) {
        return text(natives.nango_connection_credential(connection, given(name)));
    }

    @Override
    public String nango_connection_credentials_json(long connection) {
        return text(natives.nango_connection_credentials_json(connection));
    }

    @Override
    public String nango_connection_raw_json(long connection) {
        return text(natives.nango_connection_raw_json(connection));
    }

    @Override
    public String nango_connection_expires_at(long connection) {
        return text(natives.nango_connection_expires_at(connection));
    }

    @Override
    public int nango_connection_expires_at_ms(long connection, long unixMs) {
        return natives.nango_connection_expires_at_ms(connection, unixMs);
    }

    // Request

    @Override
    public void nango_request_free(long request) {
        natives.nango_request_free(request);
    }

    @Override
    public long nango_request_new(String method, String endpoint) {
        return natives.nango_request_new(given(method), given(endpoint));
    }

    @Override
    public void nango_request_set_path_parameter(long request, String name, String value) {
        natives.nango_request_set_path_parameter(request, given(name), given(value));
    }

    @Override
    public void nango_request_set_json(long request, String json) {
        natives.nango_request_set_json(request, given(json));
    }

    @Override
    public void nango_request_add_query(long request, String name, String value) {
        natives.nango_request_add_query(request, given(name), given(value));
    }

    @Override
    public void nango_request_add_header(long request, String name, String value) {
        natives.nango_request_add_header(request, given(name), given(value));
    }

    @Override
    public void nango_request_set_body(long request, long data, long len, String contentType) {
        natives.nango_request_set_body(request, data, len, given(contentType));
    }

    @Override
    public void nango_request_set_body_reader(long request, long read, long userData, long contentLength,
            String contentType) {
        natives.nango_request_set_body_reader(request, read, userData, contentLength, given(contentType));
    }

    @Override
    public void nango_request_set_base_url_override(long request, String url) {
        natives.nango_request_set_base_url_override(request, given(url));
    }

    @Override
    public void nango_request_set_retries(long request, int retries) {
        natives.nango_request_set_retries(request, retries);
    }

    @Override
    public void nango_request_set_retry_on(long request, long statuses, long count) {
        natives.nango_request_set_retry_on(request, statuses, count);
    }

    @Override
    public void nango_request_set_nango_parses_body(long request, int on) {
        natives.nango_request_set_nango_parses_body(request, on);
    }

    @Override
    public void nango_request_set_decompress(long request, int on) {
        natives.nango_request_set_decompress(request, on);
    }

    @Override
    public void nango_request_set_forward_headers_on_redirect(long request, int on) {
        natives.nango_request_set_forward_headers_on_redirect(request, on);
    }

    @Override
    public void nango_request_set_repeatable(long request, int on) {
        natives.nango_request_set_repeatable(request, on);
    }

    @Override
    public void nango_request_set_idle_timeout_ms(long request, long ms) {
        natives.nango_request_set_idle_timeout_ms(request, ms);
    }

    // Response

    @Override
    public void nango_response_free(long response) {
        natives.nango_response_free(response);
    }

    @Override
    public long nango_proxy(long client, String connectionId, String providerConfigKey, long request, long options,
            long error) {
        return natives.nango_proxy(client, given(connectionId), given(providerConfigKey), request, options, error);
    }

    @Override
    public long nango_call(long client, long request, long options, long error) {
        return natives.nango_call(client, request, options, error);
    }

    @Override
    public long nango_call_until(long client, long request, int until, long options, long error) {
        return natives.nango_call_until(client, request, until, options, error);
    }

    @Override
    public int nango_response_status(long response) {
        return natives.nango_response_status(response);
    }

    @Override
    public String nango_response_header(long response, String name) {
        return text(natives.nango_response_header(response, given(name)));
    }

    @Override
    public long nango_response_header_count(long response) {
        return natives.nango_response_header_count(response);
    }

    @Override
    public String nango_response_header_name(long response, long i) {
        return text(natives.nango_response_header_name(response, i));
    }

    @Override
    public String nango_response_header_value(long response, long i) {
        return text(natives.nango_response_header_value(response, i));
    }

    @Override
    public long nango_response_read(long response, long buffer, long capacity, long error) {
        return natives.nango_response_read(response, buffer, capacity, error);
    }

    @Override
    public long nango_response_body(long response, long len, long error) {
        return natives.nango_response_body(response, len, error);
    }

    @Override
    public String nango_response_get_string(long response, String jsonPointer) {
        return text(natives.nango_response_get_string(response, given(jsonPointer)));
    }

    @Override
    public String nango_response_get_json(long response, String jsonPointer) {
        return text(natives.nango_response_get_json(response, given(jsonPointer)));
    }

    @Override
    public long nango_response_value(long response, long error) {
        return natives.nango_response_value(response, error);
    }

    // Pages

    @Override
    public void nango_pages_free(long pages) {
        natives.nango_pages_free(pages);
    }

    @Override
    public long nango_pages_new(long request, int style) {
        return natives.nango_pages_new(request, style);
    }

    @Override
    public long nango_pages_next(long pages, long client, long options, long error) {
        return natives.nango_pages_next(pages, client, options, error);
    }

    // Completion queue

    @Override
    public void nango_completion_free(long completion) {
        natives.nango_completion_free(completion);
    }

    @Override
    public void nango_queue_free(long queue) {
        natives.nango_queue_free(queue);
    }

    @Override
    public long nango_queue_new(long client, long maxThreads, long error) {
        return natives.nango_queue_new(client, maxThreads, error);
    }

    @Override
    public long nango_queue_descriptor(long queue) {
        return natives.nango_queue_descriptor(queue);
    }

    @Override
    public void nango_queue_get_connection(long queue, String connectionId, String providerConfigKey, long options,
            long tag) {
        natives.nango_queue_get_connection(queue, given(connectionId), given(providerConfigKey), options, tag);
    }

    @Override
    public void nango_queue_call(long queue, long request, long options, long tag) {
        natives.nango_queue_call(queue, request, options, tag);
    }

    @Override
    public long nango_queue_next(long queue) {
        return natives.nango_queue_next(queue);
    }

    @Override
    public long nango_completion_tag(long completion) {
        return natives.nango_completion_tag(completion);
    }

    @Override
    public long nango_completion_connection(long completion) {
        return natives.nango_completion_connection(completion);
    }

    @Override
    public long nango_completion_take_response(long completion) {
        return natives.nango_completion_take_response(completion);
    }

    @Override
    public long nango_completion_error(long completion) {
        return natives.nango_completion_error(completion);
    }

    // Webhooks

    @Override
    public int nango_webhook_is_signed(long body, long len, String signature, String signingKey) {
        return natives.nango_webhook_is_signed(body, len, given(signature), given(signingKey));
    }

    @Override
    public void nango_webhook_free(long webhook) {
        natives.nango_webhook_free(webhook);
    }

    @Override
    public long nango_webhook_parse(long body, long len, String signature, String signingKey, long error) {
        return natives.nango_webhook_parse(body, len, given(signature), given(signingKey), error);
    }

    @Override
    public long nango_webhook_value(long webhook) {
        return natives.nango_webhook_value(webhook);
    }

    // Callbacks

    @Override
    public long logRecordCallback() {
        return address(LOG_RECORD);
    }

    @Override
    public long callHookCallback() {
        return address(CALL_HOOK);
    }

    @Override
    public long readCallback() {
        return address(READ);
    }

    /** What JNA calls for a nango_log_record_fn. */
    interface LogRecord extends Callback {
        void invoke(long userData, int level, long message, long attributes);
    }

    /** What JNA calls for a nango_call_hook_fn. */
    interface CallHook extends Callback {
        void invoke(long userData, long summary);
    }

    /** What JNA calls for a nango_read_fn. */
    interface Read extends Callback {
        long invoke(long userData, long buffer, long capacity);
    }

    private static long address(Callback callback) {
        return Pointer.nativeValue(CallbackReference.getFunctionPointer(callback));
    }

    // Memory

    @Override
    public long address(ByteBuffer direct) {
        return Pointer.nativeValue(Native.getDirectBufferPointer(direct));
    }

    @Override
    public String text(long address) {
        return address == 0 ? null : new Pointer(address).getString(0, "UTF-8");
    }

    @Override
    public void read(long address, byte[] into, int offset, int length) {
        new Pointer(address).read(0, into, offset, length);
    }

    @Override
    public void write(long address, byte[] from, int offset, int length) {
        new Pointer(address).write(0, from, offset, length);
    }
}
