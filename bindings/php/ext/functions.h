/*
 * functions.h - the functions of nango.h that need nothing but their arguments, as functions of PHP.
 *
 * Generated from abi/nango.json: do not edit.
 */

/* Each kind of handles. */
enum nango_kind {
    KIND_ERROR,
    KIND_CLIENT_OPTIONS,
    KIND_CLIENT,
    KIND_CANCEL,
    KIND_CALL_OPTIONS,
    KIND_CONNECTION,
    KIND_REQUEST,
    KIND_RESPONSE,
    KIND_PAGES,
    KIND_QUEUE,
    KIND_COMPLETION,
    KIND_WEBHOOK,
};

/* The library's functions, found when PHP starts. */
struct nango_functions {
    __typeof__(nango_version) *version;
    __typeof__(nango_abi_version) *abi_version;
    __typeof__(nango_error_free) *error_free;
    __typeof__(nango_error_new) *error_new;
    __typeof__(nango_error_get_kind) *error_get_kind;
    __typeof__(nango_error_kind_name) *error_kind_name;
    __typeof__(nango_error_message) *error_message;
    __typeof__(nango_error_http_status) *error_http_status;
    __typeof__(nango_error_code) *error_code;
    __typeof__(nango_error_request_id) *error_request_id;
    __typeof__(nango_error_server_message) *error_server_message;
    __typeof__(nango_error_body) *error_body;
    __typeof__(nango_error_value) *error_value;
    __typeof__(nango_error_retry_after_ms) *error_retry_after_ms;
    __typeof__(nango_error_attempts) *error_attempts;
    __typeof__(nango_error_is_retryable) *error_is_retryable;
    __typeof__(nango_client_options_free) *client_options_free;
    __typeof__(nango_client_options_new) *client_options_new;
    __typeof__(nango_client_options_set_secret_key) *client_options_set_secret_key;
    __typeof__(nango_client_options_set_base_url) *client_options_set_base_url;
    __typeof__(nango_client_options_set_allow_plaintext_http) *client_options_set_allow_plaintext_http;
    __typeof__(nango_client_options_set_route) *client_options_set_route;
    __typeof__(nango_client_options_set_timeout_ms) *client_options_set_timeout_ms;
    __typeof__(nango_client_options_set_connect_timeout_ms) *client_options_set_connect_timeout_ms;
    __typeof__(nango_client_options_set_max_retries) *client_options_set_max_retries;
    __typeof__(nango_client_options_set_max_response_bytes) *client_options_set_max_response_bytes;
    __typeof__(nango_client_options_set_http_proxy) *client_options_set_http_proxy;
    __typeof__(nango_client_options_set_ca_file) *client_options_set_ca_file;
    __typeof__(nango_client_options_set_client_certificate) *client_options_set_client_certificate;
    __typeof__(nango_client_options_set_cache_ttl_ms) *client_options_set_cache_ttl_ms;
    __typeof__(nango_client_options_set_log) *client_options_set_log;
    __typeof__(nango_client_options_set_log_record) *client_options_set_log_record;
    __typeof__(nango_client_options_set_call_hook) *client_options_set_call_hook;
    __typeof__(nango_client_options_set_user_agent) *client_options_set_user_agent;
    __typeof__(nango_client_options_add_header) *client_options_add_header;
    __typeof__(nango_client_options_set_read_env) *client_options_set_read_env;
    __typeof__(nango_client_options_load_env) *client_options_load_env;
    __typeof__(nango_client_free) *client_free;
    __typeof__(nango_client_new) *client_new;
    __typeof__(nango_client_shutdown) *client_shutdown;
    __typeof__(nango_client_invalidate) *client_invalidate;
    __typeof__(nango_client_clear_cache) *client_clear_cache;
    __typeof__(nango_cancel_free) *cancel_free;
    __typeof__(nango_cancel_new) *cancel_new;
    __typeof__(nango_cancel_trigger) *cancel_trigger;
    __typeof__(nango_call_options_free) *call_options_free;
    __typeof__(nango_call_options_new) *call_options_new;
    __typeof__(nango_call_options_set_timeout_ms) *call_options_set_timeout_ms;
    __typeof__(nango_call_options_set_cancel) *call_options_set_cancel;
    __typeof__(nango_call_options_set_interrupt) *call_options_set_interrupt;
    __typeof__(nango_call_options_set_max_age_ms) *call_options_set_max_age_ms;
    __typeof__(nango_call_options_set_force_refresh) *call_options_set_force_refresh;
    __typeof__(nango_call_options_set_refresh_token) *call_options_set_refresh_token;
    __typeof__(nango_call_options_set_refresh_github_app_jwt_token) *call_options_set_refresh_github_app_jwt_token;
    __typeof__(nango_connection_free) *connection_free;
    __typeof__(nango_get_connection) *get_connection;
    __typeof__(nango_connection_from_json) *connection_from_json;
    __typeof__(nango_connection_id) *connection_id;
    __typeof__(nango_connection_connection_id) *connection_connection_id;
    __typeof__(nango_connection_provider_config_key) *connection_provider_config_key;
    __typeof__(nango_connection_provider) *connection_provider;
    __typeof__(nango_connection_created_at) *connection_created_at;
    __typeof__(nango_connection_updated_at) *connection_updated_at;
    __typeof__(nango_connection_last_fetched_at) *connection_last_fetched_at;
    __typeof__(nango_connection_account_id) *connection_account_id;
    __typeof__(nango_connection_webhook_url_override) *connection_webhook_url_override;
    __typeof__(nango_connection_metadata_json) *connection_metadata_json;
    __typeof__(nango_connection_connection_config_json) *connection_connection_config_json;
    __typeof__(nango_connection_tags_json) *connection_tags_json;
    __typeof__(nango_connection_end_user_json) *connection_end_user_json;
    __typeof__(nango_connection_errors_json) *connection_errors_json;
    __typeof__(nango_connection_json) *connection_json;
    __typeof__(nango_connection_joined) *connection_joined;
    __typeof__(nango_connection_get_string) *connection_get_string;
    __typeof__(nango_connection_get_json) *connection_get_json;
    __typeof__(nango_connection_value) *connection_value;
    __typeof__(nango_connection_auth_mode) *connection_auth_mode;
    __typeof__(nango_connection_auth_mode_name) *connection_auth_mode_name;
    __typeof__(nango_connection_token) *connection_token;
    __typeof__(nango_connection_authorization) *connection_authorization;
    __typeof__(nango_connection_access_token) *connection_access_token;
    __typeof__(nango_connection_refresh_token) *connection_refresh_token;
    __typeof__(nango_connection_oauth_token) *connection_oauth_token;
    __typeof__(nango_connection_oauth_token_secret) *connection_oauth_token_secret;
    __typeof__(nango_connection_api_key) *connection_api_key;
    __typeof__(nango_connection_username) *connection_username;
    __typeof__(nango_connection_password) *connection_password;
    __typeof__(nango_connection_credential) *connection_credential;
    __typeof__(nango_connection_credentials_json) *connection_credentials_json;
    __typeof__(nango_connection_raw_json) *connection_raw_json;
    __typeof__(nango_connection_expires_at) *connection_expires_at;
    __typeof__(nango_connection_expires_at_ms) *connection_expires_at_ms;
    __typeof__(nango_request_free) *request_free;
    __typeof__(nango_request_new) *request_new;
    __typeof__(nango_request_set_path_parameter) *request_set_path_parameter;
    __typeof__(nango_request_set_json) *request_set_json;
    __typeof__(nango_request_add_query) *request_add_query;
    __typeof__(nango_request_add_header) *request_add_header;
    __typeof__(nango_request_set_body) *request_set_body;
    __typeof__(nango_request_set_body_reader) *request_set_body_reader;
    __typeof__(nango_request_set_base_url_override) *request_set_base_url_override;
    __typeof__(nango_request_set_retries) *request_set_retries;
    __typeof__(nango_request_set_retry_on) *request_set_retry_on;
    __typeof__(nango_request_set_nango_parses_body) *request_set_parses_body;
    __typeof__(nango_request_set_decompress) *request_set_decompress;
    __typeof__(nango_request_set_forward_headers_on_redirect) *request_set_forward_headers_on_redirect;
    __typeof__(nango_request_set_repeatable) *request_set_repeatable;
    __typeof__(nango_request_set_idle_timeout_ms) *request_set_idle_timeout_ms;
    __typeof__(nango_response_free) *response_free;
    __typeof__(nango_proxy) *proxy;
    __typeof__(nango_call) *call;
    __typeof__(nango_call_until) *call_until;
    __typeof__(nango_response_status) *response_status;
    __typeof__(nango_response_header) *response_header;
    __typeof__(nango_response_header_count) *response_header_count;
    __typeof__(nango_response_header_name) *response_header_name;
    __typeof__(nango_response_header_value) *response_header_value;
    __typeof__(nango_response_read) *response_read;
    __typeof__(nango_response_body) *response_body;
    __typeof__(nango_response_get_string) *response_get_string;
    __typeof__(nango_response_get_json) *response_get_json;
    __typeof__(nango_response_value) *response_value;
    __typeof__(nango_pages_free) *pages_free;
    __typeof__(nango_pages_new) *pages_new;
    __typeof__(nango_pages_next) *pages_next;
    __typeof__(nango_completion_free) *completion_free;
    __typeof__(nango_queue_free) *queue_free;
    __typeof__(nango_queue_new) *queue_new;
    __typeof__(nango_queue_descriptor) *queue_descriptor;
    __typeof__(nango_queue_get_connection) *queue_get_connection;
    __typeof__(nango_queue_call) *queue_call;
    __typeof__(nango_queue_next) *queue_next;
    __typeof__(nango_completion_tag) *completion_tag;
    __typeof__(nango_completion_connection) *completion_connection;
    __typeof__(nango_completion_take_response) *completion_take_response;
    __typeof__(nango_completion_error) *completion_error;
    __typeof__(nango_webhook_is_signed) *webhook_is_signed;
    __typeof__(nango_webhook_free) *webhook_free;
    __typeof__(nango_webhook_parse) *webhook_parse;
    __typeof__(nango_webhook_value) *webhook_value;
};

static struct nango_functions library;

static const struct {
    const char *name;
    size_t at;
} nango_names[] = {
    {"nango_version", offsetof(struct nango_functions, version)},
    {"nango_abi_version", offsetof(struct nango_functions, abi_version)},
    {"nango_error_free", offsetof(struct nango_functions, error_free)},
    {"nango_error_new", offsetof(struct nango_functions, error_new)},
    {"nango_error_get_kind", offsetof(struct nango_functions, error_get_kind)},
    {"nango_error_kind_name", offsetof(struct nango_functions, error_kind_name)},
    {"nango_error_message", offsetof(struct nango_functions, error_message)},
    {"nango_error_http_status", offsetof(struct nango_functions, error_http_status)},
    {"nango_error_code", offsetof(struct nango_functions, error_code)},
    {"nango_error_request_id", offsetof(struct nango_functions, error_request_id)},
    {"nango_error_server_message", offsetof(struct nango_functions, error_server_message)},
    {"nango_error_body", offsetof(struct nango_functions, error_body)},
    {"nango_error_value", offsetof(struct nango_functions, error_value)},
    {"nango_error_retry_after_ms", offsetof(struct nango_functions, error_retry_after_ms)},
    {"nango_error_attempts", offsetof(struct nango_functions, error_attempts)},
    {"nango_error_is_retryable", offsetof(struct nango_functions, error_is_retryable)},
    {"nango_client_options_free", offsetof(struct nango_functions, client_options_free)},
    {"nango_client_options_new", offsetof(struct nango_functions, client_options_new)},
    {"nango_client_options_set_secret_key", offsetof(struct nango_functions, client_options_set_secret_key)},
    {"nango_client_options_set_base_url", offsetof(struct nango_functions, client_options_set_base_url)},
    {"nango_client_options_set_allow_plaintext_http", offsetof(struct nango_functions, client_options_set_allow_plaintext_http)},
    {"nango_client_options_set_route", offsetof(struct nango_functions, client_options_set_route)},
    {"nango_client_options_set_timeout_ms", offsetof(struct nango_functions, client_options_set_timeout_ms)},
    {"nango_client_options_set_connect_timeout_ms", offsetof(struct nango_functions, client_options_set_connect_timeout_ms)},
    {"nango_client_options_set_max_retries", offsetof(struct nango_functions, client_options_set_max_retries)},
    {"nango_client_options_set_max_response_bytes", offsetof(struct nango_functions, client_options_set_max_response_bytes)},
    {"nango_client_options_set_http_proxy", offsetof(struct nango_functions, client_options_set_http_proxy)},
    {"nango_client_options_set_ca_file", offsetof(struct nango_functions, client_options_set_ca_file)},
    {"nango_client_options_set_client_certificate", offsetof(struct nango_functions, client_options_set_client_certificate)},
    {"nango_client_options_set_cache_ttl_ms", offsetof(struct nango_functions, client_options_set_cache_ttl_ms)},
    {"nango_client_options_set_log", offsetof(struct nango_functions, client_options_set_log)},
    {"nango_client_options_set_log_record", offsetof(struct nango_functions, client_options_set_log_record)},
    {"nango_client_options_set_call_hook", offsetof(struct nango_functions, client_options_set_call_hook)},
    {"nango_client_options_set_user_agent", offsetof(struct nango_functions, client_options_set_user_agent)},
    {"nango_client_options_add_header", offsetof(struct nango_functions, client_options_add_header)},
    {"nango_client_options_set_read_env", offsetof(struct nango_functions, client_options_set_read_env)},
    {"nango_client_options_load_env", offsetof(struct nango_functions, client_options_load_env)},
    {"nango_client_free", offsetof(struct nango_functions, client_free)},
    {"nango_client_new", offsetof(struct nango_functions, client_new)},
    {"nango_client_shutdown", offsetof(struct nango_functions, client_shutdown)},
    {"nango_client_invalidate", offsetof(struct nango_functions, client_invalidate)},
    {"nango_client_clear_cache", offsetof(struct nango_functions, client_clear_cache)},
    {"nango_cancel_free", offsetof(struct nango_functions, cancel_free)},
    {"nango_cancel_new", offsetof(struct nango_functions, cancel_new)},
    {"nango_cancel_trigger", offsetof(struct nango_functions, cancel_trigger)},
    {"nango_call_options_free", offsetof(struct nango_functions, call_options_free)},
    {"nango_call_options_new", offsetof(struct nango_functions, call_options_new)},
    {"nango_call_options_set_timeout_ms", offsetof(struct nango_functions, call_options_set_timeout_ms)},
    {"nango_call_options_set_cancel", offsetof(struct nango_functions, call_options_set_cancel)},
    {"nango_call_options_set_interrupt", offsetof(struct nango_functions, call_options_set_interrupt)},
    {"nango_call_options_set_max_age_ms", offsetof(struct nango_functions, call_options_set_max_age_ms)},
    {"nango_call_options_set_force_refresh", offsetof(struct nango_functions, call_options_set_force_refresh)},
    {"nango_call_options_set_refresh_token", offsetof(struct nango_functions, call_options_set_refresh_token)},
    {"nango_call_options_set_refresh_github_app_jwt_token", offsetof(struct nango_functions, call_options_set_refresh_github_app_jwt_token)},
    {"nango_connection_free", offsetof(struct nango_functions, connection_free)},
    {"nango_get_connection", offsetof(struct nango_functions, get_connection)},
    {"nango_connection_from_json", offsetof(struct nango_functions, connection_from_json)},
    {"nango_connection_id", offsetof(struct nango_functions, connection_id)},
    {"nango_connection_connection_id", offsetof(struct nango_functions, connection_connection_id)},
    {"nango_connection_provider_config_key", offsetof(struct nango_functions, connection_provider_config_key)},
    {"nango_connection_provider", offsetof(struct nango_functions, connection_provider)},
    {"nango_connection_created_at", offsetof(struct nango_functions, connection_created_at)},
    {"nango_connection_updated_at", offsetof(struct nango_functions, connection_updated_at)},
    {"nango_connection_last_fetched_at", offsetof(struct nango_functions, connection_last_fetched_at)},
    {"nango_connection_account_id", offsetof(struct nango_functions, connection_account_id)},
    {"nango_connection_webhook_url_override", offsetof(struct nango_functions, connection_webhook_url_override)},
    {"nango_connection_metadata_json", offsetof(struct nango_functions, connection_metadata_json)},
    {"nango_connection_connection_config_json", offsetof(struct nango_functions, connection_connection_config_json)},
    {"nango_connection_tags_json", offsetof(struct nango_functions, connection_tags_json)},
    {"nango_connection_end_user_json", offsetof(struct nango_functions, connection_end_user_json)},
    {"nango_connection_errors_json", offsetof(struct nango_functions, connection_errors_json)},
    {"nango_connection_json", offsetof(struct nango_functions, connection_json)},
    {"nango_connection_joined", offsetof(struct nango_functions, connection_joined)},
    {"nango_connection_get_string", offsetof(struct nango_functions, connection_get_string)},
    {"nango_connection_get_json", offsetof(struct nango_functions, connection_get_json)},
    {"nango_connection_value", offsetof(struct nango_functions, connection_value)},
    {"nango_connection_auth_mode", offsetof(struct nango_functions, connection_auth_mode)},
    {"nango_connection_auth_mode_name", offsetof(struct nango_functions, connection_auth_mode_name)},
    {"nango_connection_token", offsetof(struct nango_functions, connection_token)},
    {"nango_connection_authorization", offsetof(struct nango_functions, connection_authorization)},
    {"nango_connection_access_token", offsetof(struct nango_functions, connection_access_token)},
    {"nango_connection_refresh_token", offsetof(struct nango_functions, connection_refresh_token)},
    {"nango_connection_oauth_token", offsetof(struct nango_functions, connection_oauth_token)},
    {"nango_connection_oauth_token_secret", offsetof(struct nango_functions, connection_oauth_token_secret)},
    {"nango_connection_api_key", offsetof(struct nango_functions, connection_api_key)},
    {"nango_connection_username", offsetof(struct nango_functions, connection_username)},
    {"nango_connection_password", offsetof(struct nango_functions, connection_password)},
    {"nango_connection_credential", offsetof(struct nango_functions, connection_credential)},
    {"nango_connection_credentials_json", offsetof(struct nango_functions, connection_credentials_json)},
    {"nango_connection_raw_json", offsetof(struct nango_functions, connection_raw_json)},
    {"nango_connection_expires_at", offsetof(struct nango_functions, connection_expires_at)},
    {"nango_connection_expires_at_ms", offsetof(struct nango_functions, connection_expires_at_ms)},
    {"nango_request_free", offsetof(struct nango_functions, request_free)},
    {"nango_request_new", offsetof(struct nango_functions, request_new)},
    {"nango_request_set_path_parameter", offsetof(struct nango_functions, request_set_path_parameter)},
    {"nango_request_set_json", offsetof(struct nango_functions, request_set_json)},
    {"nango_request_add_query", offsetof(struct nango_functions, request_add_query)},
    {"nango_request_add_header", offsetof(struct nango_functions, request_add_header)},
    {"nango_request_set_body", offsetof(struct nango_functions, request_set_body)},
    {"nango_request_set_body_reader", offsetof(struct nango_functions, request_set_body_reader)},
    {"nango_request_set_base_url_override", offsetof(struct nango_functions, request_set_base_url_override)},
    {"nango_request_set_retries", offsetof(struct nango_functions, request_set_retries)},
    {"nango_request_set_retry_on", offsetof(struct nango_functions, request_set_retry_on)},
    {"nango_request_set_nango_parses_body", offsetof(struct nango_functions, request_set_parses_body)},
    {"nango_request_set_decompress", offsetof(struct nango_functions, request_set_decompress)},
    {"nango_request_set_forward_headers_on_redirect", offsetof(struct nango_functions, request_set_forward_headers_on_redirect)},
    {"nango_request_set_repeatable", offsetof(struct nango_functions, request_set_repeatable)},
    {"nango_request_set_idle_timeout_ms", offsetof(struct nango_functions, request_set_idle_timeout_ms)},
    {"nango_response_free", offsetof(struct nango_functions, response_free)},
    {"nango_proxy", offsetof(struct nango_functions, proxy)},
    {"nango_call", offsetof(struct nango_functions, call)},
    {"nango_call_until", offsetof(struct nango_functions, call_until)},
    {"nango_response_status", offsetof(struct nango_functions, response_status)},
    {"nango_response_header", offsetof(struct nango_functions, response_header)},
    {"nango_response_header_count", offsetof(struct nango_functions, response_header_count)},
    {"nango_response_header_name", offsetof(struct nango_functions, response_header_name)},
    {"nango_response_header_value", offsetof(struct nango_functions, response_header_value)},
    {"nango_response_read", offsetof(struct nango_functions, response_read)},
    {"nango_response_body", offsetof(struct nango_functions, response_body)},
    {"nango_response_get_string", offsetof(struct nango_functions, response_get_string)},
    {"nango_response_get_json", offsetof(struct nango_functions, response_get_json)},
    {"nango_response_value", offsetof(struct nango_functions, response_value)},
    {"nango_pages_free", offsetof(struct nango_functions, pages_free)},
    {"nango_pages_new", offsetof(struct nango_functions, pages_new)},
    {"nango_pages_next", offsetof(struct nango_functions, pages_next)},
    {"nango_completion_free", offsetof(struct nango_functions, completion_free)},
    {"nango_queue_free", offsetof(struct nango_functions, queue_free)},
    {"nango_queue_new", offsetof(struct nango_functions, queue_new)},
    {"nango_queue_descriptor", offsetof(struct nango_functions, queue_descriptor)},
    {"nango_queue_get_connection", offsetof(struct nango_functions, queue_get_connection)},
    {"nango_queue_call", offsetof(struct nango_functions, queue_call)},
    {"nango_queue_next", offsetof(struct nango_functions, queue_next)},
    {"nango_completion_tag", offsetof(struct nango_functions, completion_tag)},
    {"nango_completion_connection", offsetof(struct nango_functions, completion_connection)},
    {"nango_completion_take_response", offsetof(struct nango_functions, completion_take_response)},
    {"nango_completion_error", offsetof(struct nango_functions, completion_error)},
    {"nango_webhook_is_signed", offsetof(struct nango_functions, webhook_is_signed)},
    {"nango_webhook_free", offsetof(struct nango_functions, webhook_free)},
    {"nango_webhook_parse", offsetof(struct nango_functions, webhook_parse)},
    {"nango_webhook_value", offsetof(struct nango_functions, webhook_value)},
};

/* In handle.h. */
static void nango_free_handle(zval *handle);
static void *nango_pointer(zval *value, enum nango_kind kind);
static void nango_return_handle(zval *return_value, enum nango_kind kind, void *pointer);
static void nango_return_text(zval *return_value, const char *text);
static void nango_give_error(zval *to, nango_error *error);
/* In callbacks.h. */
static void nango_end_call(nango_error *error);

static void nango_free_pointer(enum nango_kind kind, void *pointer) {
    switch (kind) {
    case KIND_ERROR:
        library.error_free(pointer);
        break;
    case KIND_CLIENT_OPTIONS:
        library.client_options_free(pointer);
        break;
    case KIND_CLIENT:
        library.client_free(pointer);
        break;
    case KIND_CANCEL:
        library.cancel_free(pointer);
        break;
    case KIND_CALL_OPTIONS:
        library.call_options_free(pointer);
        break;
    case KIND_CONNECTION:
        library.connection_free(pointer);
        break;
    case KIND_REQUEST:
        library.request_free(pointer);
        break;
    case KIND_RESPONSE:
        library.response_free(pointer);
        break;
    case KIND_PAGES:
        library.pages_free(pointer);
        break;
    case KIND_QUEUE:
        library.queue_free(pointer);
        break;
    case KIND_COMPLETION:
        library.completion_free(pointer);
        break;
    case KIND_WEBHOOK:
        library.webhook_free(pointer);
        break;
    }
}

static ZEND_FUNCTION(version) {
    ZEND_PARSE_PARAMETERS_NONE();
    nango_return_text(return_value, library.version());
}

static ZEND_FUNCTION(abi_version) {
    ZEND_PARSE_PARAMETERS_NONE();
    RETVAL_LONG((zend_long)library.abi_version());
}

static ZEND_FUNCTION(error_free) {
    zval *handle = NULL;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS_OR_NULL(handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    nango_free_handle(handle);
}

static ZEND_FUNCTION(error_new) {
    zend_long kind;
    zend_long http_status;
    char *code = NULL;
    size_t code_length;
    char *message = NULL;
    size_t message_length;
    ZEND_PARSE_PARAMETERS_START(4, 4)
        Z_PARAM_LONG(kind)
        Z_PARAM_LONG(http_status)
        Z_PARAM_PATH_OR_NULL(code, code_length)
        Z_PARAM_PATH_OR_NULL(message, message_length)
    ZEND_PARSE_PARAMETERS_END();
    nango_return_handle(return_value, KIND_ERROR, library.error_new((int32_t)kind, (int32_t)http_status, code, message));
}

static ZEND_FUNCTION(error_get_kind) {
    zval *error_handle;
    const nango_error *error;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(error_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    error = nango_pointer(error_handle, KIND_ERROR);
    if (EG(exception))
        RETURN_THROWS();
    RETVAL_LONG((zend_long)library.error_get_kind(error));
}

static ZEND_FUNCTION(error_kind_name) {
    zend_long kind;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_LONG(kind)
    ZEND_PARSE_PARAMETERS_END();
    nango_return_text(return_value, library.error_kind_name((int32_t)kind));
}

static ZEND_FUNCTION(error_message) {
    zval *error_handle;
    const nango_error *error;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(error_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    error = nango_pointer(error_handle, KIND_ERROR);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.error_message(error));
}

static ZEND_FUNCTION(error_http_status) {
    zval *error_handle;
    const nango_error *error;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(error_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    error = nango_pointer(error_handle, KIND_ERROR);
    if (EG(exception))
        RETURN_THROWS();
    RETVAL_LONG((zend_long)library.error_http_status(error));
}

static ZEND_FUNCTION(error_code) {
    zval *error_handle;
    const nango_error *error;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(error_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    error = nango_pointer(error_handle, KIND_ERROR);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.error_code(error));
}

static ZEND_FUNCTION(error_request_id) {
    zval *error_handle;
    const nango_error *error;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(error_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    error = nango_pointer(error_handle, KIND_ERROR);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.error_request_id(error));
}

static ZEND_FUNCTION(error_server_message) {
    zval *error_handle;
    const nango_error *error;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(error_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    error = nango_pointer(error_handle, KIND_ERROR);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.error_server_message(error));
}

static ZEND_FUNCTION(error_body) {
    zval *error_handle;
    const nango_error *error;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(error_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    error = nango_pointer(error_handle, KIND_ERROR);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.error_body(error));
}

static ZEND_FUNCTION(error_retry_after_ms) {
    zval *error_handle;
    const nango_error *error;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(error_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    error = nango_pointer(error_handle, KIND_ERROR);
    if (EG(exception))
        RETURN_THROWS();
    RETVAL_LONG((zend_long)library.error_retry_after_ms(error));
}

static ZEND_FUNCTION(error_attempts) {
    zval *error_handle;
    const nango_error *error;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(error_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    error = nango_pointer(error_handle, KIND_ERROR);
    if (EG(exception))
        RETURN_THROWS();
    RETVAL_LONG((zend_long)library.error_attempts(error));
}

static ZEND_FUNCTION(error_is_retryable) {
    zval *error_handle;
    const nango_error *error;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(error_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    error = nango_pointer(error_handle, KIND_ERROR);
    if (EG(exception))
        RETURN_THROWS();
    RETVAL_BOOL(library.error_is_retryable(error));
}

static ZEND_FUNCTION(client_options_free) {
    zval *handle = NULL;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS_OR_NULL(handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    nango_free_handle(handle);
}

static ZEND_FUNCTION(client_options_new) {
    ZEND_PARSE_PARAMETERS_NONE();
    nango_return_handle(return_value, KIND_CLIENT_OPTIONS, library.client_options_new());
}

static ZEND_FUNCTION(client_options_set_secret_key) {
    zval *options_handle;
    nango_client_options *options;
    char *secret_key = NULL;
    size_t secret_key_length;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_PATH_OR_NULL(secret_key, secret_key_length)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CLIENT_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.client_options_set_secret_key(options, secret_key);
}

static ZEND_FUNCTION(client_options_set_base_url) {
    zval *options_handle;
    nango_client_options *options;
    char *url = NULL;
    size_t url_length;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_PATH_OR_NULL(url, url_length)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CLIENT_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.client_options_set_base_url(options, url);
}

static ZEND_FUNCTION(client_options_set_allow_plaintext_http) {
    zval *options_handle;
    nango_client_options *options;
    bool allow;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_BOOL(allow)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CLIENT_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.client_options_set_allow_plaintext_http(options, allow);
}

static ZEND_FUNCTION(client_options_set_route) {
    zval *options_handle;
    nango_client_options *options;
    zend_long route;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_LONG(route)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CLIENT_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.client_options_set_route(options, (int32_t)route);
}

static ZEND_FUNCTION(client_options_set_timeout_ms) {
    zval *options_handle;
    nango_client_options *options;
    zend_long total_ms;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_LONG(total_ms)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CLIENT_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.client_options_set_timeout_ms(options, (int64_t)total_ms);
}

static ZEND_FUNCTION(client_options_set_connect_timeout_ms) {
    zval *options_handle;
    nango_client_options *options;
    zend_long ms;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_LONG(ms)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CLIENT_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.client_options_set_connect_timeout_ms(options, (int64_t)ms);
}

static ZEND_FUNCTION(client_options_set_max_retries) {
    zval *options_handle;
    nango_client_options *options;
    zend_long retries;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_LONG(retries)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CLIENT_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.client_options_set_max_retries(options, (int32_t)retries);
}

static ZEND_FUNCTION(client_options_set_max_response_bytes) {
    zval *options_handle;
    nango_client_options *options;
    zend_long bytes;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_LONG(bytes)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CLIENT_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.client_options_set_max_response_bytes(options, (int64_t)bytes);
}

static ZEND_FUNCTION(client_options_set_http_proxy) {
    zval *options_handle;
    nango_client_options *options;
    char *url = NULL;
    size_t url_length;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_PATH_OR_NULL(url, url_length)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CLIENT_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.client_options_set_http_proxy(options, url);
}

static ZEND_FUNCTION(client_options_set_ca_file) {
    zval *options_handle;
    nango_client_options *options;
    char *pem_path = NULL;
    size_t pem_path_length;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_PATH_OR_NULL(pem_path, pem_path_length)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CLIENT_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.client_options_set_ca_file(options, pem_path);
}

static ZEND_FUNCTION(client_options_set_client_certificate) {
    zval *options_handle;
    nango_client_options *options;
    char *cert_pem = NULL;
    size_t cert_pem_length;
    char *key_pem = NULL;
    size_t key_pem_length;
    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_PATH_OR_NULL(cert_pem, cert_pem_length)
        Z_PARAM_PATH_OR_NULL(key_pem, key_pem_length)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CLIENT_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.client_options_set_client_certificate(options, cert_pem, key_pem);
}

static ZEND_FUNCTION(client_options_set_cache_ttl_ms) {
    zval *options_handle;
    nango_client_options *options;
    zend_long ttl_ms;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_LONG(ttl_ms)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CLIENT_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.client_options_set_cache_ttl_ms(options, (int64_t)ttl_ms);
}

static ZEND_FUNCTION(client_options_set_user_agent) {
    zval *options_handle;
    nango_client_options *options;
    char *product = NULL;
    size_t product_length;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_PATH_OR_NULL(product, product_length)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CLIENT_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.client_options_set_user_agent(options, product);
}

static ZEND_FUNCTION(client_options_add_header) {
    zval *options_handle;
    nango_client_options *options;
    char *name;
    size_t name_length;
    char *value;
    size_t value_length;
    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_PATH(name, name_length)
        Z_PARAM_PATH(value, value_length)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CLIENT_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.client_options_add_header(options, name, value);
}

static ZEND_FUNCTION(client_options_set_read_env) {
    zval *options_handle;
    nango_client_options *options;
    bool read;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_BOOL(read)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CLIENT_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.client_options_set_read_env(options, read);
}

static ZEND_FUNCTION(client_options_load_env) {
    zval *options_handle;
    nango_client_options *options;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CLIENT_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.client_options_load_env(options);
}

static ZEND_FUNCTION(client_free) {
    zval *handle = NULL;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS_OR_NULL(handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    nango_free_handle(handle);
}

static ZEND_FUNCTION(client_new) {
    zval *options_handle;
    const nango_client_options *options;
    zval *error_to;
    nango_error *error = NULL;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_ZVAL(error_to)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CLIENT_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_handle(return_value, KIND_CLIENT, library.client_new(options, &error));
    nango_end_call(error);
    nango_give_error(error_to, error);
}

static ZEND_FUNCTION(client_shutdown) {
    zval *client_handle;
    const nango_client *client;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(client_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    client = nango_pointer(client_handle, KIND_CLIENT);
    if (EG(exception))
        RETURN_THROWS();
    library.client_shutdown(client);
}

static ZEND_FUNCTION(client_invalidate) {
    zval *client_handle;
    const nango_client *client;
    char *connection_id;
    size_t connection_id_length;
    char *provider_config_key;
    size_t provider_config_key_length;
    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_OBJECT_OF_CLASS(client_handle, nango_handle_class)
        Z_PARAM_PATH(connection_id, connection_id_length)
        Z_PARAM_PATH(provider_config_key, provider_config_key_length)
    ZEND_PARSE_PARAMETERS_END();
    client = nango_pointer(client_handle, KIND_CLIENT);
    if (EG(exception))
        RETURN_THROWS();
    library.client_invalidate(client, connection_id, provider_config_key);
}

static ZEND_FUNCTION(client_clear_cache) {
    zval *client_handle;
    const nango_client *client;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(client_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    client = nango_pointer(client_handle, KIND_CLIENT);
    if (EG(exception))
        RETURN_THROWS();
    library.client_clear_cache(client);
}

static ZEND_FUNCTION(cancel_free) {
    zval *handle = NULL;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS_OR_NULL(handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    nango_free_handle(handle);
}

static ZEND_FUNCTION(cancel_new) {
    ZEND_PARSE_PARAMETERS_NONE();
    nango_return_handle(return_value, KIND_CANCEL, library.cancel_new());
}

static ZEND_FUNCTION(cancel_trigger) {
    zval *cancel_handle;
    const nango_cancel *cancel;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(cancel_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    cancel = nango_pointer(cancel_handle, KIND_CANCEL);
    if (EG(exception))
        RETURN_THROWS();
    library.cancel_trigger(cancel);
}

static ZEND_FUNCTION(call_options_free) {
    zval *handle = NULL;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS_OR_NULL(handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    nango_free_handle(handle);
}

static ZEND_FUNCTION(call_options_new) {
    ZEND_PARSE_PARAMETERS_NONE();
    nango_return_handle(return_value, KIND_CALL_OPTIONS, library.call_options_new());
}

static ZEND_FUNCTION(call_options_set_timeout_ms) {
    zval *options_handle;
    nango_call_options *options;
    zend_long total_ms;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_LONG(total_ms)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CALL_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.call_options_set_timeout_ms(options, (int64_t)total_ms);
}

static ZEND_FUNCTION(call_options_set_cancel) {
    zval *options_handle;
    nango_call_options *options;
    zval *cancel_handle = NULL;
    const nango_cancel *cancel;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_OBJECT_OF_CLASS_OR_NULL(cancel_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CALL_OPTIONS);
    cancel = nango_pointer(cancel_handle, KIND_CANCEL);
    if (EG(exception))
        RETURN_THROWS();
    library.call_options_set_cancel(options, cancel);
}

static ZEND_FUNCTION(call_options_set_max_age_ms) {
    zval *options_handle;
    nango_call_options *options;
    zend_long ms;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_LONG(ms)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CALL_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.call_options_set_max_age_ms(options, (int64_t)ms);
}

static ZEND_FUNCTION(call_options_set_force_refresh) {
    zval *options_handle;
    nango_call_options *options;
    bool on;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_BOOL(on)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CALL_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.call_options_set_force_refresh(options, on);
}

static ZEND_FUNCTION(call_options_set_refresh_token) {
    zval *options_handle;
    nango_call_options *options;
    bool on;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_BOOL(on)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CALL_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.call_options_set_refresh_token(options, on);
}

static ZEND_FUNCTION(call_options_set_refresh_github_app_jwt_token) {
    zval *options_handle;
    nango_call_options *options;
    bool on;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(options_handle, nango_handle_class)
        Z_PARAM_BOOL(on)
    ZEND_PARSE_PARAMETERS_END();
    options = nango_pointer(options_handle, KIND_CALL_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.call_options_set_refresh_github_app_jwt_token(options, on);
}

static ZEND_FUNCTION(connection_free) {
    zval *handle = NULL;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS_OR_NULL(handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    nango_free_handle(handle);
}

static ZEND_FUNCTION(get_connection) {
    zval *client_handle;
    const nango_client *client;
    char *connection_id;
    size_t connection_id_length;
    char *provider_config_key;
    size_t provider_config_key_length;
    zval *options_handle = NULL;
    const nango_call_options *options;
    zval *error_to;
    nango_error *error = NULL;
    ZEND_PARSE_PARAMETERS_START(5, 5)
        Z_PARAM_OBJECT_OF_CLASS(client_handle, nango_handle_class)
        Z_PARAM_PATH(connection_id, connection_id_length)
        Z_PARAM_PATH(provider_config_key, provider_config_key_length)
        Z_PARAM_OBJECT_OF_CLASS_OR_NULL(options_handle, nango_handle_class)
        Z_PARAM_ZVAL(error_to)
    ZEND_PARSE_PARAMETERS_END();
    client = nango_pointer(client_handle, KIND_CLIENT);
    options = nango_pointer(options_handle, KIND_CALL_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_handle(return_value, KIND_CONNECTION, library.get_connection(client, connection_id, provider_config_key, options, &error));
    nango_end_call(error);
    nango_give_error(error_to, error);
}

static ZEND_FUNCTION(connection_from_json) {
    char *json;
    size_t json_length;
    zval *error_to;
    nango_error *error = NULL;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_PATH(json, json_length)
        Z_PARAM_ZVAL(error_to)
    ZEND_PARSE_PARAMETERS_END();
    nango_return_handle(return_value, KIND_CONNECTION, library.connection_from_json(json, &error));
    nango_end_call(error);
    nango_give_error(error_to, error);
}

static ZEND_FUNCTION(connection_id) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    RETVAL_LONG((zend_long)library.connection_id(connection));
}

static ZEND_FUNCTION(connection_connection_id) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_connection_id(connection));
}

static ZEND_FUNCTION(connection_provider_config_key) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_provider_config_key(connection));
}

static ZEND_FUNCTION(connection_provider) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_provider(connection));
}

static ZEND_FUNCTION(connection_created_at) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_created_at(connection));
}

static ZEND_FUNCTION(connection_updated_at) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_updated_at(connection));
}

static ZEND_FUNCTION(connection_last_fetched_at) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_last_fetched_at(connection));
}

static ZEND_FUNCTION(connection_account_id) {
    zval *connection_handle;
    const nango_connection *connection;
    int64_t account_id;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    if (library.connection_account_id(connection, &account_id))
        RETVAL_LONG(account_id);
}

static ZEND_FUNCTION(connection_webhook_url_override) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_webhook_url_override(connection));
}

static ZEND_FUNCTION(connection_metadata_json) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_metadata_json(connection));
}

static ZEND_FUNCTION(connection_connection_config_json) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_connection_config_json(connection));
}

static ZEND_FUNCTION(connection_tags_json) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_tags_json(connection));
}

static ZEND_FUNCTION(connection_end_user_json) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_end_user_json(connection));
}

static ZEND_FUNCTION(connection_errors_json) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_errors_json(connection));
}

static ZEND_FUNCTION(connection_json) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_json(connection));
}

static ZEND_FUNCTION(connection_get_string) {
    zval *connection_handle;
    const nango_connection *connection;
    char *json_pointer;
    size_t json_pointer_length;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
        Z_PARAM_PATH(json_pointer, json_pointer_length)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_get_string(connection, json_pointer));
}

static ZEND_FUNCTION(connection_get_json) {
    zval *connection_handle;
    const nango_connection *connection;
    char *json_pointer;
    size_t json_pointer_length;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
        Z_PARAM_PATH(json_pointer, json_pointer_length)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_get_json(connection, json_pointer));
}

static ZEND_FUNCTION(connection_auth_mode) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    RETVAL_LONG((zend_long)library.connection_auth_mode(connection));
}

static ZEND_FUNCTION(connection_auth_mode_name) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_auth_mode_name(connection));
}

static ZEND_FUNCTION(connection_token) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_token(connection));
}

static ZEND_FUNCTION(connection_authorization) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_authorization(connection));
}

static ZEND_FUNCTION(connection_access_token) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_access_token(connection));
}

static ZEND_FUNCTION(connection_refresh_token) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_refresh_token(connection));
}

static ZEND_FUNCTION(connection_oauth_token) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_oauth_token(connection));
}

static ZEND_FUNCTION(connection_oauth_token_secret) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_oauth_token_secret(connection));
}

static ZEND_FUNCTION(connection_api_key) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_api_key(connection));
}

static ZEND_FUNCTION(connection_username) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_username(connection));
}

static ZEND_FUNCTION(connection_password) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_password(connection));
}

static ZEND_FUNCTION(connection_credential) {
    zval *connection_handle;
    const nango_connection *connection;
    char *name;
    size_t name_length;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
        Z_PARAM_PATH(name, name_length)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_credential(connection, name));
}

static ZEND_FUNCTION(connection_credentials_json) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_credentials_json(connection));
}

static ZEND_FUNCTION(connection_raw_json) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_raw_json(connection));
}

static ZEND_FUNCTION(connection_expires_at) {
    zval *connection_handle;
    const nango_connection *connection;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.connection_expires_at(connection));
}

static ZEND_FUNCTION(connection_expires_at_ms) {
    zval *connection_handle;
    const nango_connection *connection;
    int64_t unix_ms;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(connection_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    connection = nango_pointer(connection_handle, KIND_CONNECTION);
    if (EG(exception))
        RETURN_THROWS();
    if (library.connection_expires_at_ms(connection, &unix_ms))
        RETVAL_LONG(unix_ms);
}

static ZEND_FUNCTION(request_free) {
    zval *handle = NULL;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS_OR_NULL(handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    nango_free_handle(handle);
}

static ZEND_FUNCTION(request_new) {
    char *method;
    size_t method_length;
    char *endpoint;
    size_t endpoint_length;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_PATH(method, method_length)
        Z_PARAM_PATH(endpoint, endpoint_length)
    ZEND_PARSE_PARAMETERS_END();
    nango_return_handle(return_value, KIND_REQUEST, library.request_new(method, endpoint));
}

static ZEND_FUNCTION(request_set_path_parameter) {
    zval *request_handle;
    nango_request *request;
    char *name;
    size_t name_length;
    char *value;
    size_t value_length;
    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_OBJECT_OF_CLASS(request_handle, nango_handle_class)
        Z_PARAM_PATH(name, name_length)
        Z_PARAM_PATH(value, value_length)
    ZEND_PARSE_PARAMETERS_END();
    request = nango_pointer(request_handle, KIND_REQUEST);
    if (EG(exception))
        RETURN_THROWS();
    library.request_set_path_parameter(request, name, value);
}

static ZEND_FUNCTION(request_set_json) {
    zval *request_handle;
    nango_request *request;
    char *json = NULL;
    size_t json_length;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(request_handle, nango_handle_class)
        Z_PARAM_PATH_OR_NULL(json, json_length)
    ZEND_PARSE_PARAMETERS_END();
    request = nango_pointer(request_handle, KIND_REQUEST);
    if (EG(exception))
        RETURN_THROWS();
    library.request_set_json(request, json);
}

static ZEND_FUNCTION(request_add_query) {
    zval *request_handle;
    nango_request *request;
    char *name;
    size_t name_length;
    char *value;
    size_t value_length;
    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_OBJECT_OF_CLASS(request_handle, nango_handle_class)
        Z_PARAM_PATH(name, name_length)
        Z_PARAM_PATH(value, value_length)
    ZEND_PARSE_PARAMETERS_END();
    request = nango_pointer(request_handle, KIND_REQUEST);
    if (EG(exception))
        RETURN_THROWS();
    library.request_add_query(request, name, value);
}

static ZEND_FUNCTION(request_add_header) {
    zval *request_handle;
    nango_request *request;
    char *name;
    size_t name_length;
    char *value;
    size_t value_length;
    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_OBJECT_OF_CLASS(request_handle, nango_handle_class)
        Z_PARAM_PATH(name, name_length)
        Z_PARAM_PATH(value, value_length)
    ZEND_PARSE_PARAMETERS_END();
    request = nango_pointer(request_handle, KIND_REQUEST);
    if (EG(exception))
        RETURN_THROWS();
    library.request_add_header(request, name, value);
}

static ZEND_FUNCTION(request_set_body) {
    zval *request_handle;
    nango_request *request;
    char *data;
    size_t len;
    char *content_type = NULL;
    size_t content_type_length;
    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_OBJECT_OF_CLASS(request_handle, nango_handle_class)
        Z_PARAM_STRING(data, len)
        Z_PARAM_PATH_OR_NULL(content_type, content_type_length)
    ZEND_PARSE_PARAMETERS_END();
    request = nango_pointer(request_handle, KIND_REQUEST);
    if (EG(exception))
        RETURN_THROWS();
    library.request_set_body(request, data, len, content_type);
}

static ZEND_FUNCTION(request_set_base_url_override) {
    zval *request_handle;
    nango_request *request;
    char *url = NULL;
    size_t url_length;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(request_handle, nango_handle_class)
        Z_PARAM_PATH_OR_NULL(url, url_length)
    ZEND_PARSE_PARAMETERS_END();
    request = nango_pointer(request_handle, KIND_REQUEST);
    if (EG(exception))
        RETURN_THROWS();
    library.request_set_base_url_override(request, url);
}

static ZEND_FUNCTION(request_set_retries) {
    zval *request_handle;
    nango_request *request;
    zend_long retries;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(request_handle, nango_handle_class)
        Z_PARAM_LONG(retries)
    ZEND_PARSE_PARAMETERS_END();
    request = nango_pointer(request_handle, KIND_REQUEST);
    if (EG(exception))
        RETURN_THROWS();
    library.request_set_retries(request, (int32_t)retries);
}

static ZEND_FUNCTION(request_set_parses_body) {
    zval *request_handle;
    nango_request *request;
    bool on;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(request_handle, nango_handle_class)
        Z_PARAM_BOOL(on)
    ZEND_PARSE_PARAMETERS_END();
    request = nango_pointer(request_handle, KIND_REQUEST);
    if (EG(exception))
        RETURN_THROWS();
    library.request_set_parses_body(request, on);
}

static ZEND_FUNCTION(request_set_decompress) {
    zval *request_handle;
    nango_request *request;
    bool on;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(request_handle, nango_handle_class)
        Z_PARAM_BOOL(on)
    ZEND_PARSE_PARAMETERS_END();
    request = nango_pointer(request_handle, KIND_REQUEST);
    if (EG(exception))
        RETURN_THROWS();
    library.request_set_decompress(request, on);
}

static ZEND_FUNCTION(request_set_forward_headers_on_redirect) {
    zval *request_handle;
    nango_request *request;
    bool on;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(request_handle, nango_handle_class)
        Z_PARAM_BOOL(on)
    ZEND_PARSE_PARAMETERS_END();
    request = nango_pointer(request_handle, KIND_REQUEST);
    if (EG(exception))
        RETURN_THROWS();
    library.request_set_forward_headers_on_redirect(request, on);
}

static ZEND_FUNCTION(request_set_repeatable) {
    zval *request_handle;
    nango_request *request;
    bool on;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(request_handle, nango_handle_class)
        Z_PARAM_BOOL(on)
    ZEND_PARSE_PARAMETERS_END();
    request = nango_pointer(request_handle, KIND_REQUEST);
    if (EG(exception))
        RETURN_THROWS();
    library.request_set_repeatable(request, on);
}

static ZEND_FUNCTION(request_set_idle_timeout_ms) {
    zval *request_handle;
    nango_request *request;
    zend_long ms;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(request_handle, nango_handle_class)
        Z_PARAM_LONG(ms)
    ZEND_PARSE_PARAMETERS_END();
    request = nango_pointer(request_handle, KIND_REQUEST);
    if (EG(exception))
        RETURN_THROWS();
    library.request_set_idle_timeout_ms(request, (int64_t)ms);
}

static ZEND_FUNCTION(response_free) {
    zval *handle = NULL;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS_OR_NULL(handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    nango_free_handle(handle);
}

static ZEND_FUNCTION(proxy) {
    zval *client_handle;
    const nango_client *client;
    char *connection_id;
    size_t connection_id_length;
    char *provider_config_key;
    size_t provider_config_key_length;
    zval *request_handle;
    const nango_request *request;
    zval *options_handle = NULL;
    const nango_call_options *options;
    zval *error_to;
    nango_error *error = NULL;
    ZEND_PARSE_PARAMETERS_START(6, 6)
        Z_PARAM_OBJECT_OF_CLASS(client_handle, nango_handle_class)
        Z_PARAM_PATH(connection_id, connection_id_length)
        Z_PARAM_PATH(provider_config_key, provider_config_key_length)
        Z_PARAM_OBJECT_OF_CLASS(request_handle, nango_handle_class)
        Z_PARAM_OBJECT_OF_CLASS_OR_NULL(options_handle, nango_handle_class)
        Z_PARAM_ZVAL(error_to)
    ZEND_PARSE_PARAMETERS_END();
    client = nango_pointer(client_handle, KIND_CLIENT);
    request = nango_pointer(request_handle, KIND_REQUEST);
    options = nango_pointer(options_handle, KIND_CALL_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_handle(return_value, KIND_RESPONSE, library.proxy(client, connection_id, provider_config_key, request, options, &error));
    nango_end_call(error);
    nango_give_error(error_to, error);
}

static ZEND_FUNCTION(call) {
    zval *client_handle;
    const nango_client *client;
    zval *request_handle;
    const nango_request *request;
    zval *options_handle = NULL;
    const nango_call_options *options;
    zval *error_to;
    nango_error *error = NULL;
    ZEND_PARSE_PARAMETERS_START(4, 4)
        Z_PARAM_OBJECT_OF_CLASS(client_handle, nango_handle_class)
        Z_PARAM_OBJECT_OF_CLASS(request_handle, nango_handle_class)
        Z_PARAM_OBJECT_OF_CLASS_OR_NULL(options_handle, nango_handle_class)
        Z_PARAM_ZVAL(error_to)
    ZEND_PARSE_PARAMETERS_END();
    client = nango_pointer(client_handle, KIND_CLIENT);
    request = nango_pointer(request_handle, KIND_REQUEST);
    options = nango_pointer(options_handle, KIND_CALL_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_handle(return_value, KIND_RESPONSE, library.call(client, request, options, &error));
    nango_end_call(error);
    nango_give_error(error_to, error);
}

static ZEND_FUNCTION(call_until) {
    zval *client_handle;
    const nango_client *client;
    zval *request_handle;
    const nango_request *request;
    zend_long until;
    zval *options_handle = NULL;
    const nango_call_options *options;
    zval *error_to;
    nango_error *error = NULL;
    ZEND_PARSE_PARAMETERS_START(5, 5)
        Z_PARAM_OBJECT_OF_CLASS(client_handle, nango_handle_class)
        Z_PARAM_OBJECT_OF_CLASS(request_handle, nango_handle_class)
        Z_PARAM_LONG(until)
        Z_PARAM_OBJECT_OF_CLASS_OR_NULL(options_handle, nango_handle_class)
        Z_PARAM_ZVAL(error_to)
    ZEND_PARSE_PARAMETERS_END();
    client = nango_pointer(client_handle, KIND_CLIENT);
    request = nango_pointer(request_handle, KIND_REQUEST);
    options = nango_pointer(options_handle, KIND_CALL_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_handle(return_value, KIND_RESPONSE, library.call_until(client, request, (int32_t)until, options, &error));
    nango_end_call(error);
    nango_give_error(error_to, error);
}

static ZEND_FUNCTION(response_status) {
    zval *response_handle;
    const nango_response *response;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(response_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    response = nango_pointer(response_handle, KIND_RESPONSE);
    if (EG(exception))
        RETURN_THROWS();
    RETVAL_LONG((zend_long)library.response_status(response));
}

static ZEND_FUNCTION(response_header) {
    zval *response_handle;
    const nango_response *response;
    char *name;
    size_t name_length;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(response_handle, nango_handle_class)
        Z_PARAM_PATH(name, name_length)
    ZEND_PARSE_PARAMETERS_END();
    response = nango_pointer(response_handle, KIND_RESPONSE);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.response_header(response, name));
}

static ZEND_FUNCTION(response_header_count) {
    zval *response_handle;
    const nango_response *response;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(response_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    response = nango_pointer(response_handle, KIND_RESPONSE);
    if (EG(exception))
        RETURN_THROWS();
    RETVAL_LONG((zend_long)library.response_header_count(response));
}

static ZEND_FUNCTION(response_header_name) {
    zval *response_handle;
    const nango_response *response;
    zend_long i;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(response_handle, nango_handle_class)
        Z_PARAM_LONG(i)
    ZEND_PARSE_PARAMETERS_END();
    response = nango_pointer(response_handle, KIND_RESPONSE);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.response_header_name(response, (size_t)i));
}

static ZEND_FUNCTION(response_header_value) {
    zval *response_handle;
    const nango_response *response;
    zend_long i;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(response_handle, nango_handle_class)
        Z_PARAM_LONG(i)
    ZEND_PARSE_PARAMETERS_END();
    response = nango_pointer(response_handle, KIND_RESPONSE);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.response_header_value(response, (size_t)i));
}

static ZEND_FUNCTION(response_get_string) {
    zval *response_handle;
    nango_response *response;
    char *json_pointer;
    size_t json_pointer_length;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(response_handle, nango_handle_class)
        Z_PARAM_PATH(json_pointer, json_pointer_length)
    ZEND_PARSE_PARAMETERS_END();
    response = nango_pointer(response_handle, KIND_RESPONSE);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.response_get_string(response, json_pointer));
}

static ZEND_FUNCTION(response_get_json) {
    zval *response_handle;
    nango_response *response;
    char *json_pointer;
    size_t json_pointer_length;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(response_handle, nango_handle_class)
        Z_PARAM_PATH(json_pointer, json_pointer_length)
    ZEND_PARSE_PARAMETERS_END();
    response = nango_pointer(response_handle, KIND_RESPONSE);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_text(return_value, library.response_get_json(response, json_pointer));
}

static ZEND_FUNCTION(pages_free) {
    zval *handle = NULL;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS_OR_NULL(handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    nango_free_handle(handle);
}

static ZEND_FUNCTION(pages_new) {
    zval *request_handle;
    const nango_request *request;
    zend_long style;
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_OBJECT_OF_CLASS(request_handle, nango_handle_class)
        Z_PARAM_LONG(style)
    ZEND_PARSE_PARAMETERS_END();
    request = nango_pointer(request_handle, KIND_REQUEST);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_handle(return_value, KIND_PAGES, library.pages_new(request, (int32_t)style));
}

static ZEND_FUNCTION(pages_next) {
    zval *pages_handle;
    nango_pages *pages;
    zval *client_handle;
    const nango_client *client;
    zval *options_handle = NULL;
    const nango_call_options *options;
    zval *error_to;
    nango_error *error = NULL;
    ZEND_PARSE_PARAMETERS_START(4, 4)
        Z_PARAM_OBJECT_OF_CLASS(pages_handle, nango_handle_class)
        Z_PARAM_OBJECT_OF_CLASS(client_handle, nango_handle_class)
        Z_PARAM_OBJECT_OF_CLASS_OR_NULL(options_handle, nango_handle_class)
        Z_PARAM_ZVAL(error_to)
    ZEND_PARSE_PARAMETERS_END();
    pages = nango_pointer(pages_handle, KIND_PAGES);
    client = nango_pointer(client_handle, KIND_CLIENT);
    options = nango_pointer(options_handle, KIND_CALL_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_handle(return_value, KIND_RESPONSE, library.pages_next(pages, client, options, &error));
    nango_end_call(error);
    nango_give_error(error_to, error);
}

static ZEND_FUNCTION(completion_free) {
    zval *handle = NULL;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS_OR_NULL(handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    nango_free_handle(handle);
}

static ZEND_FUNCTION(queue_free) {
    zval *handle = NULL;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS_OR_NULL(handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    nango_free_handle(handle);
}

static ZEND_FUNCTION(queue_new) {
    zval *client_handle;
    const nango_client *client;
    zend_long max_threads;
    zval *error_to;
    nango_error *error = NULL;
    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_OBJECT_OF_CLASS(client_handle, nango_handle_class)
        Z_PARAM_LONG(max_threads)
        Z_PARAM_ZVAL(error_to)
    ZEND_PARSE_PARAMETERS_END();
    client = nango_pointer(client_handle, KIND_CLIENT);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_handle(return_value, KIND_QUEUE, library.queue_new(client, (size_t)max_threads, &error));
    nango_end_call(error);
    nango_give_error(error_to, error);
}

static ZEND_FUNCTION(queue_descriptor) {
    zval *queue_handle;
    const nango_queue *queue;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(queue_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    queue = nango_pointer(queue_handle, KIND_QUEUE);
    if (EG(exception))
        RETURN_THROWS();
    RETVAL_LONG((zend_long)library.queue_descriptor(queue));
}

static ZEND_FUNCTION(queue_get_connection) {
    zval *queue_handle;
    const nango_queue *queue;
    char *connection_id;
    size_t connection_id_length;
    char *provider_config_key;
    size_t provider_config_key_length;
    zval *options_handle = NULL;
    const nango_call_options *options;
    zend_long tag;
    ZEND_PARSE_PARAMETERS_START(5, 5)
        Z_PARAM_OBJECT_OF_CLASS(queue_handle, nango_handle_class)
        Z_PARAM_PATH(connection_id, connection_id_length)
        Z_PARAM_PATH(provider_config_key, provider_config_key_length)
        Z_PARAM_OBJECT_OF_CLASS_OR_NULL(options_handle, nango_handle_class)
        Z_PARAM_LONG(tag)
    ZEND_PARSE_PARAMETERS_END();
    queue = nango_pointer(queue_handle, KIND_QUEUE);
    options = nango_pointer(options_handle, KIND_CALL_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.queue_get_connection(queue, connection_id, provider_config_key, options, (uint64_t)tag);
}

static ZEND_FUNCTION(queue_call) {
    zval *queue_handle;
    const nango_queue *queue;
    zval *request_handle;
    const nango_request *request;
    zval *options_handle = NULL;
    const nango_call_options *options;
    zend_long tag;
    ZEND_PARSE_PARAMETERS_START(4, 4)
        Z_PARAM_OBJECT_OF_CLASS(queue_handle, nango_handle_class)
        Z_PARAM_OBJECT_OF_CLASS(request_handle, nango_handle_class)
        Z_PARAM_OBJECT_OF_CLASS_OR_NULL(options_handle, nango_handle_class)
        Z_PARAM_LONG(tag)
    ZEND_PARSE_PARAMETERS_END();
    queue = nango_pointer(queue_handle, KIND_QUEUE);
    request = nango_pointer(request_handle, KIND_REQUEST);
    options = nango_pointer(options_handle, KIND_CALL_OPTIONS);
    if (EG(exception))
        RETURN_THROWS();
    library.queue_call(queue, request, options, (uint64_t)tag);
}

static ZEND_FUNCTION(queue_next) {
    zval *queue_handle;
    const nango_queue *queue;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(queue_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    queue = nango_pointer(queue_handle, KIND_QUEUE);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_handle(return_value, KIND_COMPLETION, library.queue_next(queue));
}

static ZEND_FUNCTION(completion_tag) {
    zval *completion_handle;
    const nango_completion *completion;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(completion_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    completion = nango_pointer(completion_handle, KIND_COMPLETION);
    if (EG(exception))
        RETURN_THROWS();
    RETVAL_LONG((zend_long)library.completion_tag(completion));
}

static ZEND_FUNCTION(completion_connection) {
    zval *completion_handle;
    const nango_completion *completion;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(completion_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    completion = nango_pointer(completion_handle, KIND_COMPLETION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_handle(return_value, KIND_CONNECTION, library.completion_connection(completion));
}

static ZEND_FUNCTION(completion_take_response) {
    zval *completion_handle;
    nango_completion *completion;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(completion_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    completion = nango_pointer(completion_handle, KIND_COMPLETION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_handle(return_value, KIND_RESPONSE, library.completion_take_response(completion));
}

static ZEND_FUNCTION(completion_error) {
    zval *completion_handle;
    const nango_completion *completion;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(completion_handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    completion = nango_pointer(completion_handle, KIND_COMPLETION);
    if (EG(exception))
        RETURN_THROWS();
    nango_return_handle(return_value, KIND_ERROR, library.completion_error(completion));
}

static ZEND_FUNCTION(webhook_is_signed) {
    char *body;
    size_t len;
    char *signature;
    size_t signature_length;
    char *signing_key;
    size_t signing_key_length;
    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_STRING(body, len)
        Z_PARAM_PATH(signature, signature_length)
        Z_PARAM_PATH(signing_key, signing_key_length)
    ZEND_PARSE_PARAMETERS_END();
    RETVAL_BOOL(library.webhook_is_signed(body, len, signature, signing_key));
}

static ZEND_FUNCTION(webhook_free) {
    zval *handle = NULL;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS_OR_NULL(handle, nango_handle_class)
    ZEND_PARSE_PARAMETERS_END();
    nango_free_handle(handle);
}

static ZEND_FUNCTION(webhook_parse) {
    char *body;
    size_t len;
    char *signature;
    size_t signature_length;
    char *signing_key;
    size_t signing_key_length;
    zval *error_to;
    nango_error *error = NULL;
    ZEND_PARSE_PARAMETERS_START(4, 4)
        Z_PARAM_STRING(body, len)
        Z_PARAM_PATH(signature, signature_length)
        Z_PARAM_PATH(signing_key, signing_key_length)
        Z_PARAM_ZVAL(error_to)
    ZEND_PARSE_PARAMETERS_END();
    nango_return_handle(return_value, KIND_WEBHOOK, library.webhook_parse(body, len, signature, signing_key, &error));
    nango_end_call(error);
    nango_give_error(error_to, error);
}

/* How many arguments functions have, and whether the last is where an error goes. */
#define NANGO_ARGUMENTS(count)                                                                                         \
    ZEND_BEGIN_ARG_INFO_EX(arguments_##count, 0, 0, count)                                                             \
    NANGO_##count##_ARGUMENTS ZEND_END_ARG_INFO()                                                                      \
    ZEND_BEGIN_ARG_INFO_EX(arguments_##count##_and_error, 0, 0, count + 1)                                             \
    NANGO_##count##_ARGUMENTS ZEND_ARG_INFO(1, error) ZEND_END_ARG_INFO()
#define NANGO_0_ARGUMENTS
#define NANGO_1_ARGUMENTS ZEND_ARG_INFO(0, a)
#define NANGO_2_ARGUMENTS NANGO_1_ARGUMENTS ZEND_ARG_INFO(0, b)
#define NANGO_3_ARGUMENTS NANGO_2_ARGUMENTS ZEND_ARG_INFO(0, c)
#define NANGO_4_ARGUMENTS NANGO_3_ARGUMENTS ZEND_ARG_INFO(0, d)
#define NANGO_5_ARGUMENTS NANGO_4_ARGUMENTS ZEND_ARG_INFO(0, e)
NANGO_ARGUMENTS(0)
NANGO_ARGUMENTS(1)
NANGO_ARGUMENTS(2)
NANGO_ARGUMENTS(3)
NANGO_ARGUMENTS(4)
NANGO_ARGUMENTS(5)

#define NANGO_GENERATED_FUNCTIONS                                                                                      \
    NANGO_FUNCTION(version, arguments_0) \
    NANGO_FUNCTION(abi_version, arguments_0) \
    NANGO_FUNCTION(error_free, arguments_1) \
    NANGO_FUNCTION(error_new, arguments_4) \
    NANGO_FUNCTION(error_get_kind, arguments_1) \
    NANGO_FUNCTION(error_kind_name, arguments_1) \
    NANGO_FUNCTION(error_message, arguments_1) \
    NANGO_FUNCTION(error_http_status, arguments_1) \
    NANGO_FUNCTION(error_code, arguments_1) \
    NANGO_FUNCTION(error_request_id, arguments_1) \
    NANGO_FUNCTION(error_server_message, arguments_1) \
    NANGO_FUNCTION(error_body, arguments_1) \
    NANGO_FUNCTION(error_retry_after_ms, arguments_1) \
    NANGO_FUNCTION(error_attempts, arguments_1) \
    NANGO_FUNCTION(error_is_retryable, arguments_1) \
    NANGO_FUNCTION(client_options_free, arguments_1) \
    NANGO_FUNCTION(client_options_new, arguments_0) \
    NANGO_FUNCTION(client_options_set_secret_key, arguments_2) \
    NANGO_FUNCTION(client_options_set_base_url, arguments_2) \
    NANGO_FUNCTION(client_options_set_allow_plaintext_http, arguments_2) \
    NANGO_FUNCTION(client_options_set_route, arguments_2) \
    NANGO_FUNCTION(client_options_set_timeout_ms, arguments_2) \
    NANGO_FUNCTION(client_options_set_connect_timeout_ms, arguments_2) \
    NANGO_FUNCTION(client_options_set_max_retries, arguments_2) \
    NANGO_FUNCTION(client_options_set_max_response_bytes, arguments_2) \
    NANGO_FUNCTION(client_options_set_http_proxy, arguments_2) \
    NANGO_FUNCTION(client_options_set_ca_file, arguments_2) \
    NANGO_FUNCTION(client_options_set_client_certificate, arguments_3) \
    NANGO_FUNCTION(client_options_set_cache_ttl_ms, arguments_2) \
    NANGO_FUNCTION(client_options_set_user_agent, arguments_2) \
    NANGO_FUNCTION(client_options_add_header, arguments_3) \
    NANGO_FUNCTION(client_options_set_read_env, arguments_2) \
    NANGO_FUNCTION(client_options_load_env, arguments_1) \
    NANGO_FUNCTION(client_free, arguments_1) \
    NANGO_FUNCTION(client_new, arguments_1_and_error) \
    NANGO_FUNCTION(client_shutdown, arguments_1) \
    NANGO_FUNCTION(client_invalidate, arguments_3) \
    NANGO_FUNCTION(client_clear_cache, arguments_1) \
    NANGO_FUNCTION(cancel_free, arguments_1) \
    NANGO_FUNCTION(cancel_new, arguments_0) \
    NANGO_FUNCTION(cancel_trigger, arguments_1) \
    NANGO_FUNCTION(call_options_free, arguments_1) \
    NANGO_FUNCTION(call_options_new, arguments_0) \
    NANGO_FUNCTION(call_options_set_timeout_ms, arguments_2) \
    NANGO_FUNCTION(call_options_set_cancel, arguments_2) \
    NANGO_FUNCTION(call_options_set_max_age_ms, arguments_2) \
    NANGO_FUNCTION(call_options_set_force_refresh, arguments_2) \
    NANGO_FUNCTION(call_options_set_refresh_token, arguments_2) \
    NANGO_FUNCTION(call_options_set_refresh_github_app_jwt_token, arguments_2) \
    NANGO_FUNCTION(connection_free, arguments_1) \
    NANGO_FUNCTION(get_connection, arguments_4_and_error) \
    NANGO_FUNCTION(connection_from_json, arguments_1_and_error) \
    NANGO_FUNCTION(connection_id, arguments_1) \
    NANGO_FUNCTION(connection_connection_id, arguments_1) \
    NANGO_FUNCTION(connection_provider_config_key, arguments_1) \
    NANGO_FUNCTION(connection_provider, arguments_1) \
    NANGO_FUNCTION(connection_created_at, arguments_1) \
    NANGO_FUNCTION(connection_updated_at, arguments_1) \
    NANGO_FUNCTION(connection_last_fetched_at, arguments_1) \
    NANGO_FUNCTION(connection_account_id, arguments_1) \
    NANGO_FUNCTION(connection_webhook_url_override, arguments_1) \
    NANGO_FUNCTION(connection_metadata_json, arguments_1) \
    NANGO_FUNCTION(connection_connection_config_json, arguments_1) \
    NANGO_FUNCTION(connection_tags_json, arguments_1) \
    NANGO_FUNCTION(connection_end_user_json, arguments_1) \
    NANGO_FUNCTION(connection_errors_json, arguments_1) \
    NANGO_FUNCTION(connection_json, arguments_1) \
    NANGO_FUNCTION(connection_get_string, arguments_2) \
    NANGO_FUNCTION(connection_get_json, arguments_2) \
    NANGO_FUNCTION(connection_auth_mode, arguments_1) \
    NANGO_FUNCTION(connection_auth_mode_name, arguments_1) \
    NANGO_FUNCTION(connection_token, arguments_1) \
    NANGO_FUNCTION(connection_authorization, arguments_1) \
    NANGO_FUNCTION(connection_access_token, arguments_1) \
    NANGO_FUNCTION(connection_refresh_token, arguments_1) \
    NANGO_FUNCTION(connection_oauth_token, arguments_1) \
    NANGO_FUNCTION(connection_oauth_token_secret, arguments_1) \
    NANGO_FUNCTION(connection_api_key, arguments_1) \
    NANGO_FUNCTION(connection_username, arguments_1) \
    NANGO_FUNCTION(connection_password, arguments_1) \
    NANGO_FUNCTION(connection_credential, arguments_2) \
    NANGO_FUNCTION(connection_credentials_json, arguments_1) \
    NANGO_FUNCTION(connection_raw_json, arguments_1) \
    NANGO_FUNCTION(connection_expires_at, arguments_1) \
    NANGO_FUNCTION(connection_expires_at_ms, arguments_1) \
    NANGO_FUNCTION(request_free, arguments_1) \
    NANGO_FUNCTION(request_new, arguments_2) \
    NANGO_FUNCTION(request_set_path_parameter, arguments_3) \
    NANGO_FUNCTION(request_set_json, arguments_2) \
    NANGO_FUNCTION(request_add_query, arguments_3) \
    NANGO_FUNCTION(request_add_header, arguments_3) \
    NANGO_FUNCTION(request_set_body, arguments_3) \
    NANGO_FUNCTION(request_set_base_url_override, arguments_2) \
    NANGO_FUNCTION(request_set_retries, arguments_2) \
    NANGO_FUNCTION(request_set_parses_body, arguments_2) \
    NANGO_FUNCTION(request_set_decompress, arguments_2) \
    NANGO_FUNCTION(request_set_forward_headers_on_redirect, arguments_2) \
    NANGO_FUNCTION(request_set_repeatable, arguments_2) \
    NANGO_FUNCTION(request_set_idle_timeout_ms, arguments_2) \
    NANGO_FUNCTION(response_free, arguments_1) \
    NANGO_FUNCTION(proxy, arguments_5_and_error) \
    NANGO_FUNCTION(call, arguments_3_and_error) \
    NANGO_FUNCTION(call_until, arguments_4_and_error) \
    NANGO_FUNCTION(response_status, arguments_1) \
    NANGO_FUNCTION(response_header, arguments_2) \
    NANGO_FUNCTION(response_header_count, arguments_1) \
    NANGO_FUNCTION(response_header_name, arguments_2) \
    NANGO_FUNCTION(response_header_value, arguments_2) \
    NANGO_FUNCTION(response_get_string, arguments_2) \
    NANGO_FUNCTION(response_get_json, arguments_2) \
    NANGO_FUNCTION(pages_free, arguments_1) \
    NANGO_FUNCTION(pages_new, arguments_2) \
    NANGO_FUNCTION(pages_next, arguments_3_and_error) \
    NANGO_FUNCTION(completion_free, arguments_1) \
    NANGO_FUNCTION(queue_free, arguments_1) \
    NANGO_FUNCTION(queue_new, arguments_2_and_error) \
    NANGO_FUNCTION(queue_descriptor, arguments_1) \
    NANGO_FUNCTION(queue_get_connection, arguments_5) \
    NANGO_FUNCTION(queue_call, arguments_4) \
    NANGO_FUNCTION(queue_next, arguments_1) \
    NANGO_FUNCTION(completion_tag, arguments_1) \
    NANGO_FUNCTION(completion_connection, arguments_1) \
    NANGO_FUNCTION(completion_take_response, arguments_1) \
    NANGO_FUNCTION(completion_error, arguments_1) \
    NANGO_FUNCTION(webhook_is_signed, arguments_3) \
    NANGO_FUNCTION(webhook_free, arguments_1) \
    NANGO_FUNCTION(webhook_parse, arguments_3_and_error)
