//! The functions of include/nango.h, declared as C sees them: the fuzzer calls what is exported, and nothing behind it.
//!
//! Generated from abi/nango.json: do not edit.

use std::ffi::{c_char, c_void};

/// Handles: what is behind them is the library's.
macro_rules! handles {
    ($($name:ident),*) => {
        $(
            #[repr(C)]
            pub struct $name {
                private: [u8; 0],
            }
        )*
    };
}

handles!(
    Value,
    Error,
    ClientOptions,
    Client,
    Cancel,
    CallOptions,
    Connection,
    Request,
    Response,
    Pages,
    Queue,
    Completion,
    Webhook
);

pub type LogFn = Option<unsafe extern "C" fn(*mut c_void, i32, *const c_char)>;
pub type LogRecordFn = Option<unsafe extern "C" fn(*mut c_void, i32, *const c_char, *const c_char)>;
pub type CallHookFn = Option<unsafe extern "C" fn(*mut c_void, *const c_char)>;
pub type InterruptFn = Option<unsafe extern "C" fn(*mut c_void) -> i32>;
pub type ReadFn = Option<unsafe extern "C" fn(*mut c_void, *mut c_void, usize) -> i64>;
pub type ReadText = unsafe extern "C" fn(*const Connection) -> *const c_char;
pub type ReadErrorText = unsafe extern "C" fn(*const Error) -> *const c_char;
pub type LookUpInBody = unsafe extern "C" fn(*mut Response, *const c_char) -> *const c_char;
pub type LookUp = unsafe extern "C" fn(*const Connection, *const c_char) -> *const c_char;

unsafe extern "C" {
    pub fn nango_version() -> *const c_char;
    pub fn nango_abi_version() -> u32;

    pub fn nango_value_get_type(value: *const Value) -> i32;
    pub fn nango_value_count(value: *const Value) -> usize;
    pub fn nango_value_at(value: *const Value, i: usize) -> *const Value;
    pub fn nango_value_key_at(value: *const Value, i: usize) -> *const c_char;
    pub fn nango_value_get(value: *const Value, key: *const c_char) -> *const Value;
    pub fn nango_value_string(value: *const Value) -> *const c_char;
    pub fn nango_value_int64(value: *const Value, number: *mut i64) -> i32;
    pub fn nango_value_double(value: *const Value, number: *mut f64) -> i32;
    pub fn nango_value_bool(value: *const Value) -> i32;
    pub fn nango_value_json(value: *const Value) -> *const c_char;

    pub fn nango_error_free(error: *mut Error);
    pub fn nango_error_new(kind: i32, http_status: i32, code: *const c_char, message: *const c_char) -> *mut Error;
    pub fn nango_error_get_kind(error: *const Error) -> i32;
    pub fn nango_error_kind_name(kind: i32) -> *const c_char;
    pub fn nango_error_message(error: *const Error) -> *const c_char;
    pub fn nango_error_http_status(error: *const Error) -> i32;
    pub fn nango_error_code(error: *const Error) -> *const c_char;
    pub fn nango_error_request_id(error: *const Error) -> *const c_char;
    pub fn nango_error_server_message(error: *const Error) -> *const c_char;
    pub fn nango_error_body(error: *const Error) -> *const c_char;
    pub fn nango_error_value(error: *const Error) -> *const Value;
    pub fn nango_error_retry_after_ms(error: *const Error) -> i64;
    pub fn nango_error_attempts(error: *const Error) -> i32;
    pub fn nango_error_is_retryable(error: *const Error) -> i32;

    pub fn nango_client_options_free(options: *mut ClientOptions);
    pub fn nango_client_options_new() -> *mut ClientOptions;
    pub fn nango_client_options_set_secret_key(options: *mut ClientOptions, secret_key: *const c_char);
    pub fn nango_client_options_set_base_url(options: *mut ClientOptions, url: *const c_char);
    pub fn nango_client_options_set_allow_plaintext_http(options: *mut ClientOptions, allow: i32);
    pub fn nango_client_options_set_route(options: *mut ClientOptions, route: i32);
    pub fn nango_client_options_set_timeout_ms(options: *mut ClientOptions, total_ms: i64);
    pub fn nango_client_options_set_connect_timeout_ms(options: *mut ClientOptions, ms: i64);
    pub fn nango_client_options_set_max_retries(options: *mut ClientOptions, retries: i32);
    pub fn nango_client_options_set_max_response_bytes(options: *mut ClientOptions, bytes: i64);
    pub fn nango_client_options_set_http_proxy(options: *mut ClientOptions, url: *const c_char);
    pub fn nango_client_options_set_ca_file(options: *mut ClientOptions, pem_path: *const c_char);
    pub fn nango_client_options_set_client_certificate(
        options: *mut ClientOptions,
        cert_pem: *const c_char,
        key_pem: *const c_char,
    );
    pub fn nango_client_options_set_cache_ttl_ms(options: *mut ClientOptions, ttl_ms: i64);
    pub fn nango_client_options_set_log(
        options: *mut ClientOptions,
        log: LogFn,
        user_data: *mut c_void,
        max_level: i32,
    );
    pub fn nango_client_options_set_log_record(
        options: *mut ClientOptions,
        log: LogRecordFn,
        user_data: *mut c_void,
        max_level: i32,
    );
    pub fn nango_client_options_set_call_hook(options: *mut ClientOptions, hook: CallHookFn, user_data: *mut c_void);
    pub fn nango_client_options_set_user_agent(options: *mut ClientOptions, product: *const c_char);
    pub fn nango_client_options_add_header(options: *mut ClientOptions, name: *const c_char, value: *const c_char);
    pub fn nango_client_options_set_read_env(options: *mut ClientOptions, read: i32);
    pub fn nango_client_options_load_env(options: *mut ClientOptions);

    pub fn nango_client_free(client: *mut Client);
    pub fn nango_client_new(options: *const ClientOptions, error: *mut *mut Error) -> *mut Client;
    pub fn nango_client_shutdown(client: *const Client);
    pub fn nango_client_invalidate(
        client: *const Client,
        connection_id: *const c_char,
        provider_config_key: *const c_char,
    );
    pub fn nango_client_clear_cache(client: *const Client);

    pub fn nango_cancel_free(cancel: *mut Cancel);
    pub fn nango_cancel_new() -> *mut Cancel;
    pub fn nango_cancel_trigger(cancel: *const Cancel);

    pub fn nango_call_options_free(options: *mut CallOptions);
    pub fn nango_call_options_new() -> *mut CallOptions;
    pub fn nango_call_options_set_timeout_ms(options: *mut CallOptions, total_ms: i64);
    pub fn nango_call_options_set_cancel(options: *mut CallOptions, cancel: *const Cancel);
    pub fn nango_call_options_set_interrupt(options: *mut CallOptions, asked: InterruptFn, user_data: *mut c_void);
    pub fn nango_call_options_set_max_age_ms(options: *mut CallOptions, ms: i64);
    pub fn nango_call_options_set_force_refresh(options: *mut CallOptions, on: i32);
    pub fn nango_call_options_set_refresh_token(options: *mut CallOptions, on: i32);
    pub fn nango_call_options_set_refresh_github_app_jwt_token(options: *mut CallOptions, on: i32);

    pub fn nango_connection_free(connection: *mut Connection);
    pub fn nango_get_connection(
        client: *const Client,
        connection_id: *const c_char,
        provider_config_key: *const c_char,
        options: *const CallOptions,
        error: *mut *mut Error,
    ) -> *mut Connection;
    pub fn nango_connection_from_json(json: *const c_char, error: *mut *mut Error) -> *mut Connection;
    pub fn nango_connection_id(connection: *const Connection) -> i64;
    pub fn nango_connection_connection_id(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_provider_config_key(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_provider(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_created_at(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_updated_at(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_last_fetched_at(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_account_id(connection: *const Connection, account_id: *mut i64) -> i32;
    pub fn nango_connection_webhook_url_override(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_metadata_json(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_connection_config_json(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_tags_json(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_end_user_json(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_errors_json(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_json(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_joined(connection: *const Connection) -> *const c_void;
    pub fn nango_connection_get_string(connection: *const Connection, json_pointer: *const c_char) -> *const c_char;
    pub fn nango_connection_get_json(connection: *const Connection, json_pointer: *const c_char) -> *const c_char;
    pub fn nango_connection_value(connection: *const Connection) -> *const Value;

    pub fn nango_connection_auth_mode(connection: *const Connection) -> i32;
    pub fn nango_connection_auth_mode_name(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_token(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_authorization(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_access_token(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_refresh_token(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_oauth_token(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_oauth_token_secret(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_api_key(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_username(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_password(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_credential(connection: *const Connection, name: *const c_char) -> *const c_char;
    pub fn nango_connection_credentials_json(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_raw_json(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_expires_at(connection: *const Connection) -> *const c_char;
    pub fn nango_connection_expires_at_ms(connection: *const Connection, unix_ms: *mut i64) -> i32;

    pub fn nango_request_free(request: *mut Request);
    pub fn nango_request_new(method: *const c_char, endpoint: *const c_char) -> *mut Request;
    pub fn nango_request_set_path_parameter(request: *mut Request, name: *const c_char, value: *const c_char);
    pub fn nango_request_set_json(request: *mut Request, json: *const c_char);
    pub fn nango_request_add_query(request: *mut Request, name: *const c_char, value: *const c_char);
    pub fn nango_request_add_header(request: *mut Request, name: *const c_char, value: *const c_char);
    pub fn nango_request_set_body(request: *mut Request, data: *const c_void, len: usize, content_type: *const c_char);
    pub fn nango_request_set_body_reader(
        request: *mut Request,
        read: ReadFn,
        user_data: *mut c_void,
        content_length: i64,
        content_type: *const c_char,
    );
    pub fn nango_request_set_base_url_override(request: *mut Request, url: *const c_char);
    pub fn nango_request_set_retries(request: *mut Request, retries: i32);
    pub fn nango_request_set_retry_on(request: *mut Request, statuses: *const i32, count: usize);
    pub fn nango_request_set_nango_parses_body(request: *mut Request, on: i32);
    pub fn nango_request_set_decompress(request: *mut Request, on: i32);
    pub fn nango_request_set_forward_headers_on_redirect(request: *mut Request, on: i32);
    pub fn nango_request_set_repeatable(request: *mut Request, on: i32);
    pub fn nango_request_set_idle_timeout_ms(request: *mut Request, ms: i64);

    pub fn nango_response_free(response: *mut Response);
    pub fn nango_proxy(
        client: *const Client,
        connection_id: *const c_char,
        provider_config_key: *const c_char,
        request: *const Request,
        options: *const CallOptions,
        error: *mut *mut Error,
    ) -> *mut Response;
    pub fn nango_call(
        client: *const Client,
        request: *const Request,
        options: *const CallOptions,
        error: *mut *mut Error,
    ) -> *mut Response;
    pub fn nango_call_until(
        client: *const Client,
        request: *const Request,
        until: i32,
        options: *const CallOptions,
        error: *mut *mut Error,
    ) -> *mut Response;
    pub fn nango_response_status(response: *const Response) -> i32;
    pub fn nango_response_header(response: *const Response, name: *const c_char) -> *const c_char;
    pub fn nango_response_header_count(response: *const Response) -> usize;
    pub fn nango_response_header_name(response: *const Response, i: usize) -> *const c_char;
    pub fn nango_response_header_value(response: *const Response, i: usize) -> *const c_char;
    pub fn nango_response_read(
        response: *mut Response,
        buffer: *mut c_void,
        capacity: usize,
        error: *mut *mut Error,
    ) -> i64;
    pub fn nango_response_body(response: *mut Response, len: *mut usize, error: *mut *mut Error) -> *const c_void;
    pub fn nango_response_get_string(response: *mut Response, json_pointer: *const c_char) -> *const c_char;
    pub fn nango_response_get_json(response: *mut Response, json_pointer: *const c_char) -> *const c_char;
    pub fn nango_response_value(response: *mut Response, error: *mut *mut Error) -> *const Value;

    pub fn nango_pages_free(pages: *mut Pages);
    pub fn nango_pages_new(request: *const Request, style: i32) -> *mut Pages;
    pub fn nango_pages_next(
        pages: *mut Pages,
        client: *const Client,
        options: *const CallOptions,
        error: *mut *mut Error,
    ) -> *mut Response;

    pub fn nango_completion_free(completion: *mut Completion);
    pub fn nango_queue_free(queue: *mut Queue);
    pub fn nango_queue_new(client: *const Client, max_threads: usize, error: *mut *mut Error) -> *mut Queue;
    pub fn nango_queue_descriptor(queue: *const Queue) -> i64;
    pub fn nango_queue_get_connection(
        queue: *const Queue,
        connection_id: *const c_char,
        provider_config_key: *const c_char,
        options: *const CallOptions,
        tag: u64,
    );
    pub fn nango_queue_call(queue: *const Queue, request: *const Request, options: *const CallOptions, tag: u64);
    pub fn nango_queue_next(queue: *const Queue) -> *mut Completion;
    pub fn nango_completion_tag(completion: *const Completion) -> u64;
    pub fn nango_completion_connection(completion: *const Completion) -> *const Connection;
    pub fn nango_completion_take_response(completion: *mut Completion) -> *mut Response;
    pub fn nango_completion_error(completion: *const Completion) -> *const Error;

    pub fn nango_webhook_is_signed(
        body: *const c_void,
        len: usize,
        signature: *const c_char,
        signing_key: *const c_char,
    ) -> i32;
    pub fn nango_webhook_free(webhook: *mut Webhook);
    pub fn nango_webhook_parse(
        body: *const c_void,
        len: usize,
        signature: *const c_char,
        signing_key: *const c_char,
        error: *mut *mut Error,
    ) -> *mut Webhook;
    pub fn nango_webhook_value(webhook: *const Webhook) -> *const Value;
}
/// Every accessor of a connection that gives a text.
pub const TEXTS: [ReadText; 26] = [
    nango_connection_connection_id,
    nango_connection_provider_config_key,
    nango_connection_provider,
    nango_connection_created_at,
    nango_connection_updated_at,
    nango_connection_last_fetched_at,
    nango_connection_webhook_url_override,
    nango_connection_metadata_json,
    nango_connection_connection_config_json,
    nango_connection_tags_json,
    nango_connection_end_user_json,
    nango_connection_errors_json,
    nango_connection_json,
    nango_connection_auth_mode_name,
    nango_connection_token,
    nango_connection_authorization,
    nango_connection_access_token,
    nango_connection_refresh_token,
    nango_connection_oauth_token,
    nango_connection_oauth_token_secret,
    nango_connection_api_key,
    nango_connection_username,
    nango_connection_password,
    nango_connection_credentials_json,
    nango_connection_raw_json,
    nango_connection_expires_at,
];

/// The look-ups, by pointer or by name.
pub const LOOK_UPS: [LookUp; 3] = [
    nango_connection_get_string,
    nango_connection_get_json,
    nango_connection_credential,
];

/// The look-ups in the body of a response.
pub const LOOK_UPS_IN_BODY: [LookUpInBody; 2] = [nango_response_get_string, nango_response_get_json];

/// Every accessor of an error that gives a text.
pub const ERROR_TEXTS: [ReadErrorText; 5] = [
    nango_error_message,
    nango_error_code,
    nango_error_request_id,
    nango_error_server_message,
    nango_error_body,
];
