/*
 * nango.ffi.h - nango.h for programs that read C declarations while they run: cffi, PHP's FFI, LuaJIT, koffi, Fiddle.
 *
 * Generated from abi/nango.json: do not edit.
 *
 * The same functions and numbers, without directives, attributes and extern "C", which those stop at. What each function
 * does, and who owns what, is written in nango.h. A C or C++ program includes that.
 */

/* Macros in nango.h. */
enum {
    NANGO_VERSION_MAJOR = 0,
    NANGO_VERSION_MINOR = 1,
    NANGO_VERSION_PATCH = 0,
    NANGO_ABI_VERSION = 0
};

/* ---- Version ----------------------------------------------------------------------------------------- */

const char *nango_version(void);
uint32_t nango_abi_version(void);

/* ---- Callbacks --------------------------------------------------------------------------------------- */

enum {
    NANGO_LOG_ERROR = 1,
    NANGO_LOG_WARN = 2,
    NANGO_LOG_INFO = 3,
    NANGO_LOG_DEBUG = 4,
    NANGO_LOG_TRACE = 5
};

typedef void (*nango_log_fn)(void *user_data, int32_t level, const char *message);

typedef void (*nango_log_record_fn)(void *user_data, int32_t level, const char *message, const char *attributes);

typedef void (*nango_call_hook_fn)(void *user_data, const char *summary);

typedef int32_t (*nango_interrupt_fn)(void *user_data);

typedef int64_t (*nango_read_fn)(void *user_data, void *buffer, size_t capacity);

/* ---- Values ------------------------------------------------------------------------------------------ */

typedef int32_t nango_value_type;
enum {
    NANGO_VALUE_ABSENT = 0,
    NANGO_VALUE_NULL = 1,
    NANGO_VALUE_BOOL = 2,
    NANGO_VALUE_NUMBER = 3,
    NANGO_VALUE_STRING = 4,
    NANGO_VALUE_ARRAY = 5,
    NANGO_VALUE_OBJECT = 6
};

typedef struct nango_value nango_value;

nango_value_type nango_value_get_type(const nango_value *value);
size_t nango_value_count(const nango_value *value);
const nango_value *nango_value_at(const nango_value *value, size_t i);
const char *nango_value_key_at(const nango_value *value, size_t i);
const nango_value *nango_value_get(const nango_value *value, const char *key);
const char *nango_value_string(const nango_value *value);
int32_t nango_value_int64(const nango_value *value, int64_t *number);
int32_t nango_value_double(const nango_value *value, double *number);
int32_t nango_value_bool(const nango_value *value);
const char *nango_value_json(const nango_value *value);

/* ---- Errors ------------------------------------------------------------------------------------------ */

typedef int32_t nango_error_kind;
enum {
    NANGO_ERROR_NONE = 0,
    NANGO_ERROR_INVALID_ARGUMENT = 1,
    NANGO_ERROR_RESOLVE = 2,
    NANGO_ERROR_CONNECT = 3,
    NANGO_ERROR_TLS = 4,
    NANGO_ERROR_HTTP_PROXY = 5,
    NANGO_ERROR_TIMEOUT = 6,
    NANGO_ERROR_CANCELLED = 7,
    NANGO_ERROR_IO = 8,
    NANGO_ERROR_DECODE = 9,
    NANGO_ERROR_TOO_LARGE = 10,
    NANGO_ERROR_UNAUTHORIZED = 11,
    NANGO_ERROR_FORBIDDEN = 12,
    NANGO_ERROR_NOT_FOUND = 13,
    NANGO_ERROR_REFRESH_FAILED = 14,
    NANGO_ERROR_RATE_LIMITED = 15,
    NANGO_ERROR_API = 16,
    NANGO_ERROR_SERVER = 17,
    NANGO_ERROR_UNKNOWN_INTEGRATION = 18,
    NANGO_ERROR_NOT_NANGO = 19,
    NANGO_ERROR_WEBHOOK_SIGNATURE = 20,
    NANGO_ERROR_INTERNAL = 99
};

typedef struct nango_error nango_error;

void nango_error_free(nango_error *error);
nango_error *nango_error_new(nango_error_kind kind, int32_t http_status, const char *code, const char *message);
nango_error_kind nango_error_get_kind(const nango_error *error);
const char *nango_error_kind_name(nango_error_kind kind);
const char *nango_error_message(const nango_error *error);
int32_t nango_error_http_status(const nango_error *error);
const char *nango_error_code(const nango_error *error);
const char *nango_error_request_id(const nango_error *error);
const char *nango_error_server_message(const nango_error *error);
const char *nango_error_body(const nango_error *error);
const nango_value *nango_error_value(const nango_error *error);
int64_t nango_error_retry_after_ms(const nango_error *error);
int32_t nango_error_attempts(const nango_error *error);
int32_t nango_error_is_retryable(const nango_error *error);

/* ---- Client options ---------------------------------------------------------------------------------- */

typedef int32_t nango_route;
enum {
    NANGO_ROUTE_AUTO = 0,
    NANGO_ROUTE_CONNECTION = 1,
    NANGO_ROUTE_CONNECTIONS = 2
};

typedef struct nango_client_options nango_client_options;

void nango_client_options_free(nango_client_options *options);
nango_client_options *nango_client_options_new(void);
void nango_client_options_set_secret_key(nango_client_options *options, const char *secret_key);
void nango_client_options_set_base_url(nango_client_options *options, const char *url);
void nango_client_options_set_allow_plaintext_http(nango_client_options *options, int32_t allow);
void nango_client_options_set_route(nango_client_options *options, nango_route route);
void nango_client_options_set_timeout_ms(nango_client_options *options, int64_t total_ms);
void nango_client_options_set_connect_timeout_ms(nango_client_options *options, int64_t ms);
void nango_client_options_set_max_retries(nango_client_options *options, int32_t retries);
void nango_client_options_set_max_response_bytes(nango_client_options *options, int64_t bytes);
void nango_client_options_set_http_proxy(nango_client_options *options, const char *url);
void nango_client_options_set_ca_file(nango_client_options *options, const char *pem_path);
void nango_client_options_set_client_certificate(nango_client_options *options, const char *cert_pem,
                                                 const char *key_pem);
void nango_client_options_set_cache_ttl_ms(nango_client_options *options, int64_t ttl_ms);
void nango_client_options_set_log(nango_client_options *options, nango_log_fn log, void *user_data, int32_t max_level);
void nango_client_options_set_log_record(nango_client_options *options, nango_log_record_fn log, void *user_data,
                                         int32_t max_level);
void nango_client_options_set_call_hook(nango_client_options *options, nango_call_hook_fn hook, void *user_data);
void nango_client_options_set_user_agent(nango_client_options *options, const char *product);
void nango_client_options_add_header(nango_client_options *options, const char *name, const char *value);
void nango_client_options_set_read_env(nango_client_options *options, int32_t read);
void nango_client_options_load_env(nango_client_options *options);

/* ---- Client ------------------------------------------------------------------------------------------ */

typedef struct nango_client nango_client;

void nango_client_free(nango_client *client);
nango_client *nango_client_new(const nango_client_options *options, nango_error **error);
void nango_client_shutdown(const nango_client *client);
void nango_client_invalidate(const nango_client *client, const char *connection_id, const char *provider_config_key);
void nango_client_clear_cache(const nango_client *client);

/* ---- Cancel ------------------------------------------------------------------------------------------ */

typedef struct nango_cancel nango_cancel;

void nango_cancel_free(nango_cancel *cancel);
nango_cancel *nango_cancel_new(void);
void nango_cancel_trigger(const nango_cancel *cancel);

/* ---- Call options ------------------------------------------------------------------------------------ */

typedef struct nango_call_options nango_call_options;

void nango_call_options_free(nango_call_options *options);
nango_call_options *nango_call_options_new(void);
void nango_call_options_set_timeout_ms(nango_call_options *options, int64_t total_ms);
void nango_call_options_set_cancel(nango_call_options *options, const nango_cancel *cancel);
void nango_call_options_set_interrupt(nango_call_options *options, nango_interrupt_fn asked, void *user_data);
void nango_call_options_set_max_age_ms(nango_call_options *options, int64_t ms);
void nango_call_options_set_force_refresh(nango_call_options *options, int32_t on);
void nango_call_options_set_refresh_token(nango_call_options *options, int32_t on);
void nango_call_options_set_refresh_github_app_jwt_token(nango_call_options *options, int32_t on);

/* ---- Connection -------------------------------------------------------------------------------------- */

typedef struct nango_connection nango_connection;

void nango_connection_free(nango_connection *connection);
nango_connection *nango_get_connection(const nango_client *client, const char *connection_id,
                                       const char *provider_config_key, const nango_call_options *options,
                                       nango_error **error);
nango_connection *nango_connection_from_json(const char *json, nango_error **error);
int64_t nango_connection_id(const nango_connection *connection);
const char *nango_connection_connection_id(const nango_connection *connection);
const char *nango_connection_provider_config_key(const nango_connection *connection);
const char *nango_connection_provider(const nango_connection *connection);
const char *nango_connection_created_at(const nango_connection *connection);
const char *nango_connection_updated_at(const nango_connection *connection);
const char *nango_connection_last_fetched_at(const nango_connection *connection);
int32_t nango_connection_account_id(const nango_connection *connection, int64_t *account_id);
const char *nango_connection_webhook_url_override(const nango_connection *connection);
const char *nango_connection_metadata_json(const nango_connection *connection);
const char *nango_connection_connection_config_json(const nango_connection *connection);
const char *nango_connection_tags_json(const nango_connection *connection);
const char *nango_connection_end_user_json(const nango_connection *connection);
const char *nango_connection_errors_json(const nango_connection *connection);
const char *nango_connection_json(const nango_connection *connection);
const uint8_t *nango_connection_joined(const nango_connection *connection);
const char *nango_connection_get_string(const nango_connection *connection, const char *json_pointer);
const char *nango_connection_get_json(const nango_connection *connection, const char *json_pointer);
const nango_value *nango_connection_value(const nango_connection *connection);

/* ---- Credentials ------------------------------------------------------------------------------------- */

typedef int32_t nango_auth_mode;
enum {
    NANGO_AUTH_MODE_ABSENT = 0,
    NANGO_AUTH_MODE_UNKNOWN = 1,
    NANGO_AUTH_MODE_NONE = 2,
    NANGO_AUTH_MODE_OAUTH1 = 3,
    NANGO_AUTH_MODE_OAUTH2 = 4,
    NANGO_AUTH_MODE_OAUTH2_CC = 5,
    NANGO_AUTH_MODE_BASIC = 6,
    NANGO_AUTH_MODE_API_KEY = 7,
    NANGO_AUTH_MODE_APP = 8,
    NANGO_AUTH_MODE_APP_STORE = 9,
    NANGO_AUTH_MODE_CUSTOM = 10,
    NANGO_AUTH_MODE_TBA = 11,
    NANGO_AUTH_MODE_TABLEAU = 12,
    NANGO_AUTH_MODE_JWT = 13,
    NANGO_AUTH_MODE_BILL = 14,
    NANGO_AUTH_MODE_TWO_STEP = 15,
    NANGO_AUTH_MODE_SIGNATURE = 16,
    NANGO_AUTH_MODE_MCP_OAUTH2 = 17,
    NANGO_AUTH_MODE_MCP_OAUTH2_GENERIC = 18,
    NANGO_AUTH_MODE_INSTALL_PLUGIN = 19,
    NANGO_AUTH_MODE_AWS_SIGV4 = 20
};

nango_auth_mode nango_connection_auth_mode(const nango_connection *connection);
const char *nango_connection_auth_mode_name(const nango_connection *connection);
const char *nango_connection_token(const nango_connection *connection);
const char *nango_connection_authorization(const nango_connection *connection);
const char *nango_connection_access_token(const nango_connection *connection);
const char *nango_connection_refresh_token(const nango_connection *connection);
const char *nango_connection_oauth_token(const nango_connection *connection);
const char *nango_connection_oauth_token_secret(const nango_connection *connection);
const char *nango_connection_api_key(const nango_connection *connection);
const char *nango_connection_username(const nango_connection *connection);
const char *nango_connection_password(const nango_connection *connection);
const char *nango_connection_credential(const nango_connection *connection, const char *name);
const char *nango_connection_credentials_json(const nango_connection *connection);
const char *nango_connection_raw_json(const nango_connection *connection);
const char *nango_connection_expires_at(const nango_connection *connection);
int32_t nango_connection_expires_at_ms(const nango_connection *connection, int64_t *unix_ms);

/* ---- Request ----------------------------------------------------------------------------------------- */

typedef struct nango_request nango_request;

void nango_request_free(nango_request *request);
nango_request *nango_request_new(const char *method, const char *endpoint);
void nango_request_set_path_parameter(nango_request *request, const char *name, const char *value);
void nango_request_set_json(nango_request *request, const char *json);
void nango_request_add_query(nango_request *request, const char *name, const char *value);
void nango_request_add_header(nango_request *request, const char *name, const char *value);
void nango_request_set_body(nango_request *request, const void *data, size_t len, const char *content_type);
void nango_request_set_body_reader(nango_request *request, nango_read_fn read, void *user_data, int64_t content_length,
                                   const char *content_type);
void nango_request_set_base_url_override(nango_request *request, const char *url);
void nango_request_set_retries(nango_request *request, int32_t retries);
void nango_request_set_retry_on(nango_request *request, const int32_t *statuses, size_t count);
void nango_request_set_nango_parses_body(nango_request *request, int32_t on);
void nango_request_set_decompress(nango_request *request, int32_t on);
void nango_request_set_forward_headers_on_redirect(nango_request *request, int32_t on);
void nango_request_set_repeatable(nango_request *request, int32_t on);
void nango_request_set_idle_timeout_ms(nango_request *request, int64_t ms);

/* ---- Response ---------------------------------------------------------------------------------------- */

typedef int32_t nango_until;
enum {
    NANGO_UNTIL_FOUND = 1,
    NANGO_UNTIL_NOT_EMPTY = 2
};

typedef struct nango_response nango_response;

void nango_response_free(nango_response *response);
nango_response *nango_proxy(const nango_client *client, const char *connection_id, const char *provider_config_key,
                            const nango_request *request, const nango_call_options *options, nango_error **error);
nango_response *nango_call(const nango_client *client, const nango_request *request, const nango_call_options *options,
                           nango_error **error);
nango_response *nango_call_until(const nango_client *client, const nango_request *request, nango_until until,
                                 const nango_call_options *options, nango_error **error);
int32_t nango_response_status(const nango_response *response);
const char *nango_response_header(const nango_response *response, const char *name);
size_t nango_response_header_count(const nango_response *response);
const char *nango_response_header_name(const nango_response *response, size_t i);
const char *nango_response_header_value(const nango_response *response, size_t i);
int64_t nango_response_read(nango_response *response, void *buffer, size_t capacity, nango_error **error);
const void *nango_response_body(nango_response *response, size_t *len, nango_error **error);
const char *nango_response_get_string(nango_response *response, const char *json_pointer);
const char *nango_response_get_json(nango_response *response, const char *json_pointer);
const nango_value *nango_response_value(nango_response *response, nango_error **error);

/* ---- Pages ------------------------------------------------------------------------------------------- */

typedef int32_t nango_page_style;
enum {
    NANGO_PAGE_STYLE_NUMBER = 1,
    NANGO_PAGE_STYLE_CURSOR = 2
};

typedef struct nango_pages nango_pages;

void nango_pages_free(nango_pages *pages);
nango_pages *nango_pages_new(const nango_request *request, nango_page_style style);
nango_response *nango_pages_next(nango_pages *pages, const nango_client *client, const nango_call_options *options,
                                 nango_error **error);

/* ---- Completion queue -------------------------------------------------------------------------------- */

typedef struct nango_queue nango_queue;

typedef struct nango_completion nango_completion;

void nango_completion_free(nango_completion *completion);
void nango_queue_free(nango_queue *queue);
nango_queue *nango_queue_new(const nango_client *client, size_t max_threads, nango_error **error);
int64_t nango_queue_descriptor(const nango_queue *queue);
void nango_queue_get_connection(const nango_queue *queue, const char *connection_id, const char *provider_config_key,
                                const nango_call_options *options, uint64_t tag);
void nango_queue_call(const nango_queue *queue, const nango_request *request, const nango_call_options *options,
                      uint64_t tag);
nango_completion *nango_queue_next(const nango_queue *queue);
uint64_t nango_completion_tag(const nango_completion *completion);
const nango_connection *nango_completion_connection(const nango_completion *completion);
nango_response *nango_completion_take_response(nango_completion *completion);
const nango_error *nango_completion_error(const nango_completion *completion);

/* ---- Webhooks ---------------------------------------------------------------------------------------- */

typedef struct nango_webhook nango_webhook;

int32_t nango_webhook_is_signed(const void *body, size_t len, const char *signature, const char *signing_key);
void nango_webhook_free(nango_webhook *webhook);
nango_webhook *nango_webhook_parse(const void *body, size_t len, const char *signature, const char *signing_key,
                                   nango_error **error);
const nango_value *nango_webhook_value(const nango_webhook *webhook);
