//! The border itself: panics, and a header that tells the truth. NULL and invalid UTF-8 are tested from C and Python.

use std::collections::BTreeSet;
use std::mem::MaybeUninit;
use std::ptr;

use super::guard::injected;
use super::{
    call_options::*, cancel::*, client::*, client_options::*, connection::*, credentials::*, error::*, request::*,
    response::*, value::*, version::*,
};
use crate::{AuthMode, ErrorKind};

const HEADER: &str = include_str!("../../include/nango.h");

/// The functions that the header declares.
fn declared_functions() -> BTreeSet<&'static str> {
    let declarations = HEADER
        .split("*/")
        .skip(1)
        .filter_map(|after_comment| after_comment.split("/*").next());
    declarations
        .flat_map(|code| code.split(';'))
        .filter(|code| code.contains("NANGO_API") && !code.contains('#'))
        .filter_map(|code| code.split('(').next()?.split([' ', '*', '\n']).next_back())
        .collect()
}

/// The value of a `#define` in the header.
fn defined(name: &str) -> Option<i64> {
    let line = HEADER
        .lines()
        .find_map(|line| line.strip_prefix("#define ")?.strip_prefix(name)?.strip_prefix(' '));
    line.and_then(|value| value.trim().parse().ok())
}

/// Names with their tests: what each function gives when it panics inside.
macro_rules! after_a_panic {
    ($($name:ident($($argument:expr),*) => $check:expr;)*) => {{
        let tested: BTreeSet<&str> = [$(stringify!($name)),*].into();
        $({
            let result = $name($($argument),*);
            #[allow(clippy::redundant_closure_call, reason = "the check is written as a closure")]
            let as_expected: bool = ($check)(result);
            assert!(as_expected, "{} after a panic", stringify!($name));
        })*
        tested
    }};
}

/// Calls a function that panics inside; it must give NULL and an INTERNAL error.
fn internal_error(call: impl FnOnce(Option<&mut MaybeUninit<*mut nango_error>>) -> bool) -> bool {
    let mut error = MaybeUninit::uninit();
    let is_null = call(Some(&mut error));
    // SAFETY: every function that takes an error pointer writes to it, and a non-NULL error is a leaked box of ours.
    let error = unsafe { error.assume_init().as_mut().map(|error| Box::from_raw(error)) };
    injected::set(false);
    let kind = nango_error_get_kind(error.as_deref());
    nango_error_free(error);
    injected::set(true);
    is_null && kind == NANGO_ERROR_INTERNAL
}

#[test]
fn no_panic_crosses_the_border() {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    injected::set(true);
    let nothing = |(): ()| true;
    let null = |pointer: *const std::ffi::c_char| pointer.is_null();
    let no_value = |pointer: *const nango_value| pointer.is_null();
    let zero = |number: i32| number == 0;
    // SAFETY: NULL is allowed for every pointer.
    let tested = unsafe {
        after_a_panic! {
            nango_version() => |version: *const std::ffi::c_char| !version.is_null();
            nango_abi_version() => |number| number == NANGO_ABI_VERSION;
            nango_error_free(None) => nothing;
            nango_error_get_kind(None) => |kind| kind == NANGO_ERROR_INTERNAL;
            nango_error_kind_name(0) => null;
            nango_error_message(None) => null;
            nango_error_http_status(None) => zero;
            nango_error_code(None) => null;
            nango_error_server_message(None) => null;
            nango_error_body(None) => null;
            nango_error_retry_after_ms(None) => |ms| ms == -1;
            nango_error_attempts(None) => zero;
            nango_error_is_retryable(None) => zero;
            nango_client_options_free(None) => nothing;
            nango_client_options_new() => |options: Option<_>| options.is_none();
            nango_client_options_set_secret_key(None, ptr::null()) => nothing;
            nango_client_options_set_base_url(None, ptr::null()) => nothing;
            nango_client_options_set_allow_plaintext_http(None, 1) => nothing;
            nango_client_options_set_route(None, 0) => nothing;
            nango_client_options_set_timeout_ms(None, 1) => nothing;
            nango_client_options_set_connect_timeout_ms(None, 1) => nothing;
            nango_client_options_set_max_response_bytes(None, 1) => nothing;
            nango_client_options_set_max_retries(None, 1) => nothing;
            nango_client_options_set_http_proxy(None, ptr::null()) => nothing;
            nango_client_options_set_ca_file(None, ptr::null()) => nothing;
            nango_client_options_set_cache_ttl_ms(None, 1) => nothing;
            nango_client_options_set_log(None, None, ptr::null_mut(), 5) => nothing;
            nango_client_options_set_user_agent(None, ptr::null()) => nothing;
            nango_client_options_add_header(None, ptr::null(), ptr::null()) => nothing;
            nango_client_options_set_read_env(None, 1) => nothing;
            nango_client_options_load_env(None) => nothing;
            nango_client_free(ptr::null_mut()) => nothing;
            nango_client_new(None, None) => |client: *mut nango_client| {
                client.is_null() && internal_error(|error| nango_client_new(None, error).is_null())
            };
            nango_call_options_free(None) => nothing;
            nango_call_options_new() => |options: Option<_>| options.is_none();
            nango_call_options_set_timeout_ms(None, 1) => nothing;
            nango_call_options_set_cancel(None, None) => nothing;
            nango_call_options_set_interrupt(None, None, ptr::null_mut()) => nothing;
            nango_cancel_free(None) => nothing;
            nango_cancel_new() => |cancel: Option<_>| cancel.is_none();
            nango_cancel_trigger(None) => nothing;
            nango_client_shutdown(ptr::null()) => nothing;
            nango_client_invalidate(ptr::null(), ptr::null(), ptr::null()) => nothing;
            nango_client_clear_cache(ptr::null()) => nothing;
            nango_call_options_set_max_age_ms(None, 1) => nothing;
            nango_call_options_set_force_refresh(None, 1) => nothing;
            nango_call_options_set_refresh_token(None, 1) => nothing;
            nango_call_options_set_refresh_github_app_jwt_token(None, 1) => nothing;
            nango_connection_free(ptr::null_mut()) => nothing;
            nango_get_connection(ptr::null(), ptr::null(), ptr::null(), None, None) => |connection: *mut nango_connection| {
                connection.is_null()
                    && internal_error(|error| nango_get_connection(ptr::null(), ptr::null(), ptr::null(), None, error).is_null())
            };
            nango_connection_id(None) => |id| id == 0;
            nango_connection_connection_id(None) => null;
            nango_connection_provider_config_key(None) => null;
            nango_connection_provider(None) => null;
            nango_connection_created_at(None) => null;
            nango_connection_updated_at(None) => null;
            nango_connection_last_fetched_at(None) => null;
            nango_connection_account_id(None, None) => zero;
            nango_connection_webhook_url_override(None) => null;
            nango_connection_metadata_json(None) => null;
            nango_connection_connection_config_json(None) => null;
            nango_connection_tags_json(None) => null;
            nango_connection_end_user_json(None) => null;
            nango_connection_errors_json(None) => null;
            nango_connection_json(None) => null;
            nango_connection_get_string(None, ptr::null()) => null;
            nango_connection_get_json(None, ptr::null()) => null;
            nango_connection_auth_mode(None) => |mode| mode == NANGO_AUTH_MODE_ABSENT;
            nango_connection_auth_mode_name(None) => null;
            nango_connection_token(None) => null;
            nango_connection_access_token(None) => null;
            nango_connection_refresh_token(None) => null;
            nango_connection_oauth_token(None) => null;
            nango_connection_oauth_token_secret(None) => null;
            nango_connection_api_key(None) => null;
            nango_connection_username(None) => null;
            nango_connection_password(None) => null;
            nango_connection_credential(None, ptr::null()) => null;
            nango_connection_credentials_json(None) => null;
            nango_connection_raw_json(None) => null;
            nango_connection_expires_at(None) => null;
            nango_connection_expires_at_ms(None, None) => zero;
            nango_request_free(None) => nothing;
            nango_request_new(ptr::null(), ptr::null()) => |request: Option<_>| request.is_none();
            nango_request_add_query(None, ptr::null(), ptr::null()) => nothing;
            nango_request_add_header(None, ptr::null(), ptr::null()) => nothing;
            nango_request_set_body(None, ptr::null(), 0, ptr::null()) => nothing;
            nango_request_set_body_reader(None, None, ptr::null_mut(), 1, ptr::null()) => nothing;
            nango_request_set_base_url_override(None, ptr::null()) => nothing;
            nango_request_set_retries(None, 1) => nothing;
            nango_request_set_retry_on(None, ptr::null(), 0) => nothing;
            nango_request_set_decompress(None, 1) => nothing;
            nango_request_set_idle_timeout_ms(None, 1) => nothing;
            nango_response_free(None) => nothing;
            nango_proxy(ptr::null(), ptr::null(), ptr::null(), None, None, None) => |response: Option<_>| {
                response.is_none()
                    && internal_error(|error| nango_proxy(ptr::null(), ptr::null(), ptr::null(), None, None, error).is_none())
            };
            nango_call(ptr::null(), None, None, None) => |response: Option<_>| {
                response.is_none() && internal_error(|error| nango_call(ptr::null(), None, None, error).is_none())
            };
            nango_response_value(None, None) => |value: *const nango_value| {
                value.is_null() && internal_error(|error| nango_response_value(None, error).is_null())
            };
            nango_connection_value(None) => no_value;
            nango_error_value(None) => no_value;
            nango_value_get_type(None) => zero;
            nango_value_count(None) => |count| count == 0;
            nango_value_at(None, 0) => no_value;
            nango_value_key_at(None, 0) => null;
            nango_value_get(None, c"a".as_ptr()) => no_value;
            nango_value_string(None) => null;
            nango_value_int64(None, None) => zero;
            nango_value_double(None, None) => zero;
            nango_value_bool(None) => zero;
            nango_value_json(None) => null;
            nango_request_set_path_parameter(None, ptr::null(), ptr::null()) => nothing;
            nango_request_set_json(None, ptr::null()) => nothing;
            nango_response_status(None) => zero;
            nango_response_header(None, ptr::null()) => null;
            nango_response_header_count(None) => |count| count == 0;
            nango_response_header_name(None, 0) => null;
            nango_response_header_value(None, 0) => null;
            nango_response_read(None, ptr::null_mut(), 0, None) => |count| {
                count == -1 && internal_error(|error| nango_response_read(None, ptr::null_mut(), 0, error) == -1)
            };
            nango_response_body(None, None, None) => |body: *const std::ffi::c_void| {
                body.is_null() && internal_error(|error| nango_response_body(None, None, error).is_null())
            };
            nango_response_get_string(None, ptr::null()) => null;
            nango_response_get_json(None, ptr::null()) => null;
        }
    };
    injected::set(false);
    std::panic::set_hook(hook);
    assert_eq!(
        tested,
        declared_functions(),
        "every function of the header is called above"
    );
}

#[test]
fn the_header_is_what_the_sources_say() {
    assert_eq!(
        HEADER,
        include_str!(concat!(env!("OUT_DIR"), "/nango.h")),
        "include/nango.h is stale: build the crate"
    );
}

#[test]
fn numbers_in_the_header_are_those_of_the_core() {
    let kinds = [
        ErrorKind::InvalidArgument,
        ErrorKind::Resolve,
        ErrorKind::Connect,
        ErrorKind::Tls,
        ErrorKind::HttpProxy,
        ErrorKind::Timeout,
        ErrorKind::Cancelled,
        ErrorKind::Io,
        ErrorKind::Decode,
        ErrorKind::TooLarge,
        ErrorKind::Unauthorized,
        ErrorKind::Forbidden,
        ErrorKind::NotFound,
        ErrorKind::RefreshFailed,
        ErrorKind::RateLimited,
        ErrorKind::Api,
        ErrorKind::Server,
        ErrorKind::UnknownIntegration,
        ErrorKind::NotNango,
        ErrorKind::Internal,
    ];
    for kind in kinds {
        let constant = format!("NANGO_ERROR_{}", kind.name());
        assert_eq!(defined(&constant), Some(i64::from(kind.number())), "{constant}");
    }
    assert_eq!(defined("NANGO_ERROR_NONE"), Some(0));
    let in_header = HEADER
        .lines()
        .filter(|line| line.starts_with("#define NANGO_ERROR_"))
        .count();
    assert_eq!(in_header, kinds.len() + 1);

    let modes: Vec<(i64, &str)> = HEADER
        .lines()
        .filter_map(|line| line.strip_prefix("#define NANGO_AUTH_MODE_")?.split_once(' '))
        .map(|(name, number)| (number.parse().unwrap(), name))
        .collect();
    assert_eq!(modes.len(), 21);
    assert_eq!(modes[..2], [(0, "ABSENT"), (1, "UNKNOWN")]);
    for &(number, name) in &modes[2..] {
        assert_eq!(i64::from(AuthMode::from_name(name).number()), number, "{name}");
    }
}

#[test]
fn the_version_in_the_header_is_that_of_the_crate() {
    let version =
        ["MAJOR", "MINOR", "PATCH"].map(|part| defined(&format!("NANGO_VERSION_{part}")).unwrap().to_string());
    assert_eq!(version.join("."), env!("CARGO_PKG_VERSION"));
}
