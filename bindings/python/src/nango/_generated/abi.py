"""The C ABI of libnango: every function of nango.h with its types.

Generated from abi/nango.json: do not edit.
"""

from __future__ import annotations

from ctypes import CFUNCTYPE, POINTER, c_char_p, c_double, c_int32, c_int64, c_size_t, c_uint32, c_uint64, c_void_p

TYPE_CHECKING = False  # see nango/__init__.py
if TYPE_CHECKING:
    from typing import Any

# A type of its own for each handle: ctypes then refuses one in place of another. Addresses rather than pointers to
# structures, which ctypes takes twice as long to pass.


class Value(c_void_p):
    """A nango_value."""


class Error(c_void_p):
    """A nango_error."""


class ClientOptions(c_void_p):
    """A nango_client_options."""


class Client(c_void_p):
    """A nango_client."""


class Cancel(c_void_p):
    """A nango_cancel."""


class CallOptions(c_void_p):
    """A nango_call_options."""


class Connection(c_void_p):
    """A nango_connection."""


class Request(c_void_p):
    """A nango_request."""


class Response(c_void_p):
    """A nango_response."""


class Pages(c_void_p):
    """A nango_pages."""


class Queue(c_void_p):
    """A nango_queue."""


class Completion(c_void_p):
    """A nango_completion."""


class Webhook(c_void_p):
    """A nango_webhook."""


# Callbacks. A string in C is an address here, which the callback reads if it needs it.
nango_log_fn = CFUNCTYPE(None, c_void_p, c_int32, c_void_p)
nango_log_record_fn = CFUNCTYPE(None, c_void_p, c_int32, c_void_p, c_void_p)
nango_call_hook_fn = CFUNCTYPE(None, c_void_p, c_void_p)
nango_interrupt_fn = CFUNCTYPE(c_int32, c_void_p)
nango_read_fn = CFUNCTYPE(c_int64, c_void_p, c_void_p, c_size_t)

#: Result and arguments of every function.
SIGNATURES: dict[str, tuple[Any, tuple[Any, ...]]] = {
    # Version
    "nango_version": (c_char_p, ()),
    "nango_abi_version": (c_uint32, ()),
    # Values
    "nango_value_get_type": (c_int32, (Value,)),
    "nango_value_count": (c_size_t, (Value,)),
    "nango_value_at": (Value, (Value, c_size_t)),
    "nango_value_key_at": (c_char_p, (Value, c_size_t)),
    "nango_value_get": (Value, (Value, c_char_p)),
    "nango_value_string": (c_char_p, (Value,)),
    "nango_value_int64": (c_int32, (Value, POINTER(c_int64))),
    "nango_value_double": (c_int32, (Value, POINTER(c_double))),
    "nango_value_bool": (c_int32, (Value,)),
    "nango_value_json": (c_char_p, (Value,)),
    # Errors
    "nango_error_free": (None, (Error,)),
    "nango_error_new": (Error, (c_int32, c_int32, c_char_p, c_char_p)),
    "nango_error_get_kind": (c_int32, (Error,)),
    "nango_error_kind_name": (c_char_p, (c_int32,)),
    "nango_error_message": (c_char_p, (Error,)),
    "nango_error_http_status": (c_int32, (Error,)),
    "nango_error_code": (c_char_p, (Error,)),
    "nango_error_request_id": (c_char_p, (Error,)),
    "nango_error_server_message": (c_char_p, (Error,)),
    "nango_error_body": (c_char_p, (Error,)),
    "nango_error_value": (Value, (Error,)),
    "nango_error_retry_after_ms": (c_int64, (Error,)),
    "nango_error_attempts": (c_int32, (Error,)),
    "nango_error_is_retryable": (c_int32, (Error,)),
    # Client options
    "nango_client_options_free": (None, (ClientOptions,)),
    "nango_client_options_new": (ClientOptions, ()),
    "nango_client_options_set_secret_key": (None, (ClientOptions, c_char_p)),
    "nango_client_options_set_base_url": (None, (ClientOptions, c_char_p)),
    "nango_client_options_set_allow_plaintext_http": (None, (ClientOptions, c_int32)),
    "nango_client_options_set_route": (None, (ClientOptions, c_int32)),
    "nango_client_options_set_timeout_ms": (None, (ClientOptions, c_int64)),
    "nango_client_options_set_connect_timeout_ms": (None, (ClientOptions, c_int64)),
    "nango_client_options_set_max_retries": (None, (ClientOptions, c_int32)),
    "nango_client_options_set_max_response_bytes": (None, (ClientOptions, c_int64)),
    "nango_client_options_set_http_proxy": (None, (ClientOptions, c_char_p)),
    "nango_client_options_set_ca_file": (None, (ClientOptions, c_char_p)),
    "nango_client_options_set_client_certificate": (None, (ClientOptions, c_char_p, c_char_p)),
    "nango_client_options_set_cache_ttl_ms": (None, (ClientOptions, c_int64)),
    "nango_client_options_set_log": (None, (ClientOptions, nango_log_fn, c_void_p, c_int32)),
    "nango_client_options_set_log_record": (None, (ClientOptions, nango_log_record_fn, c_void_p, c_int32)),
    "nango_client_options_set_call_hook": (None, (ClientOptions, nango_call_hook_fn, c_void_p)),
    "nango_client_options_set_user_agent": (None, (ClientOptions, c_char_p)),
    "nango_client_options_add_header": (None, (ClientOptions, c_char_p, c_char_p)),
    "nango_client_options_set_read_env": (None, (ClientOptions, c_int32)),
    "nango_client_options_load_env": (None, (ClientOptions,)),
    # Client
    "nango_client_free": (None, (Client,)),
    "nango_client_new": (Client, (ClientOptions, POINTER(Error))),
    "nango_client_shutdown": (None, (Client,)),
    "nango_client_invalidate": (None, (Client, c_char_p, c_char_p)),
    "nango_client_clear_cache": (None, (Client,)),
    # Cancel
    "nango_cancel_free": (None, (Cancel,)),
    "nango_cancel_new": (Cancel, ()),
    "nango_cancel_trigger": (None, (Cancel,)),
    # Call options
    "nango_call_options_free": (None, (CallOptions,)),
    "nango_call_options_new": (CallOptions, ()),
    "nango_call_options_set_timeout_ms": (None, (CallOptions, c_int64)),
    "nango_call_options_set_cancel": (None, (CallOptions, Cancel)),
    "nango_call_options_set_interrupt": (None, (CallOptions, nango_interrupt_fn, c_void_p)),
    "nango_call_options_set_max_age_ms": (None, (CallOptions, c_int64)),
    "nango_call_options_set_force_refresh": (None, (CallOptions, c_int32)),
    "nango_call_options_set_refresh_token": (None, (CallOptions, c_int32)),
    "nango_call_options_set_refresh_github_app_jwt_token": (None, (CallOptions, c_int32)),
    # Connection
    "nango_connection_free": (None, (Connection,)),
    "nango_get_connection": (Connection, (Client, c_char_p, c_char_p, CallOptions, POINTER(Error))),
    "nango_connection_from_json": (Connection, (c_char_p, POINTER(Error))),
    "nango_connection_id": (c_int64, (Connection,)),
    "nango_connection_connection_id": (c_char_p, (Connection,)),
    "nango_connection_provider_config_key": (c_char_p, (Connection,)),
    "nango_connection_provider": (c_char_p, (Connection,)),
    "nango_connection_created_at": (c_char_p, (Connection,)),
    "nango_connection_updated_at": (c_char_p, (Connection,)),
    "nango_connection_last_fetched_at": (c_char_p, (Connection,)),
    "nango_connection_account_id": (c_int32, (Connection, POINTER(c_int64))),
    "nango_connection_webhook_url_override": (c_char_p, (Connection,)),
    "nango_connection_metadata_json": (c_char_p, (Connection,)),
    "nango_connection_connection_config_json": (c_char_p, (Connection,)),
    "nango_connection_tags_json": (c_char_p, (Connection,)),
    "nango_connection_end_user_json": (c_char_p, (Connection,)),
    "nango_connection_errors_json": (c_char_p, (Connection,)),
    "nango_connection_json": (c_char_p, (Connection,)),
    "nango_connection_joined": (c_char_p, (Connection,)),
    "nango_connection_get_string": (c_char_p, (Connection, c_char_p)),
    "nango_connection_get_json": (c_char_p, (Connection, c_char_p)),
    "nango_connection_value": (Value, (Connection,)),
    # Credentials
    "nango_connection_auth_mode": (c_int32, (Connection,)),
    "nango_connection_auth_mode_name": (c_char_p, (Connection,)),
    "nango_connection_token": (c_char_p, (Connection,)),
    "nango_connection_authorization": (c_char_p, (Connection,)),
    "nango_connection_access_token": (c_char_p, (Connection,)),
    "nango_connection_refresh_token": (c_char_p, (Connection,)),
    "nango_connection_oauth_token": (c_char_p, (Connection,)),
    "nango_connection_oauth_token_secret": (c_char_p, (Connection,)),
    "nango_connection_api_key": (c_char_p, (Connection,)),
    "nango_connection_username": (c_char_p, (Connection,)),
    "nango_connection_password": (c_char_p, (Connection,)),
    "nango_connection_credential": (c_char_p, (Connection, c_char_p)),
    "nango_connection_credentials_json": (c_char_p, (Connection,)),
    "nango_connection_raw_json": (c_char_p, (Connection,)),
    "nango_connection_expires_at": (c_char_p, (Connection,)),
    "nango_connection_expires_at_ms": (c_int32, (Connection, POINTER(c_int64))),
    # Request
    "nango_request_free": (None, (Request,)),
    "nango_request_new": (Request, (c_char_p, c_char_p)),
    "nango_request_set_path_parameter": (None, (Request, c_char_p, c_char_p)),
    "nango_request_set_json": (None, (Request, c_char_p)),
    "nango_request_add_query": (None, (Request, c_char_p, c_char_p)),
    "nango_request_add_header": (None, (Request, c_char_p, c_char_p)),
    "nango_request_set_body": (None, (Request, c_void_p, c_size_t, c_char_p)),
    "nango_request_set_body_reader": (None, (Request, nango_read_fn, c_void_p, c_int64, c_char_p)),
    "nango_request_set_base_url_override": (None, (Request, c_char_p)),
    "nango_request_set_retries": (None, (Request, c_int32)),
    "nango_request_set_retry_on": (None, (Request, POINTER(c_int32), c_size_t)),
    "nango_request_set_nango_parses_body": (None, (Request, c_int32)),
    "nango_request_set_decompress": (None, (Request, c_int32)),
    "nango_request_set_forward_headers_on_redirect": (None, (Request, c_int32)),
    "nango_request_set_repeatable": (None, (Request, c_int32)),
    "nango_request_set_idle_timeout_ms": (None, (Request, c_int64)),
    # Response
    "nango_response_free": (None, (Response,)),
    "nango_proxy": (Response, (Client, c_char_p, c_char_p, Request, CallOptions, POINTER(Error))),
    "nango_call": (Response, (Client, Request, CallOptions, POINTER(Error))),
    "nango_call_until": (Response, (Client, Request, c_int32, CallOptions, POINTER(Error))),
    "nango_response_status": (c_int32, (Response,)),
    "nango_response_header": (c_char_p, (Response, c_char_p)),
    "nango_response_header_count": (c_size_t, (Response,)),
    "nango_response_header_name": (c_char_p, (Response, c_size_t)),
    "nango_response_header_value": (c_char_p, (Response, c_size_t)),
    "nango_response_read": (c_int64, (Response, c_void_p, c_size_t, POINTER(Error))),
    "nango_response_body": (c_void_p, (Response, POINTER(c_size_t), POINTER(Error))),
    "nango_response_get_string": (c_char_p, (Response, c_char_p)),
    "nango_response_get_json": (c_char_p, (Response, c_char_p)),
    "nango_response_value": (Value, (Response, POINTER(Error))),
    # Pages
    "nango_pages_free": (None, (Pages,)),
    "nango_pages_new": (Pages, (Request, c_int32)),
    "nango_pages_next": (Response, (Pages, Client, CallOptions, POINTER(Error))),
    # Completion queue
    "nango_completion_free": (None, (Completion,)),
    "nango_queue_free": (None, (Queue,)),
    "nango_queue_new": (Queue, (Client, c_size_t, POINTER(Error))),
    "nango_queue_descriptor": (c_int64, (Queue,)),
    "nango_queue_get_connection": (None, (Queue, c_char_p, c_char_p, CallOptions, c_uint64)),
    "nango_queue_call": (None, (Queue, Request, CallOptions, c_uint64)),
    "nango_queue_next": (Completion, (Queue,)),
    "nango_completion_tag": (c_uint64, (Completion,)),
    "nango_completion_connection": (Connection, (Completion,)),
    "nango_completion_take_response": (Response, (Completion,)),
    "nango_completion_error": (Error, (Completion,)),
    # Webhooks
    "nango_webhook_is_signed": (c_int32, (c_void_p, c_size_t, c_char_p, c_char_p)),
    "nango_webhook_free": (None, (Webhook,)),
    "nango_webhook_parse": (Webhook, (c_void_p, c_size_t, c_char_p, c_char_p, POINTER(Error))),
    "nango_webhook_value": (Value, (Webhook,)),
}

#: The functions that may wait or take their time, and so let other threads run. All others only read or write memory:
#: giving up the interpreter lock thirty times per connection would make a thread wait for its turn thirty times.
BLOCKING = frozenset(
    {
        "nango_client_free",
        "nango_client_new",
        "nango_client_invalidate",
        "nango_client_clear_cache",
        "nango_get_connection",
        "nango_connection_from_json",
        "nango_request_free",
        "nango_request_set_body",
        "nango_response_free",
        "nango_proxy",
        "nango_call",
        "nango_call_until",
        "nango_response_read",
        "nango_response_body",
        "nango_response_get_string",
        "nango_response_get_json",
        "nango_response_value",
        "nango_pages_free",
        "nango_pages_next",
        "nango_queue_free",
        "nango_queue_new",
        "nango_webhook_free",
        "nango_webhook_parse",
    }
)
