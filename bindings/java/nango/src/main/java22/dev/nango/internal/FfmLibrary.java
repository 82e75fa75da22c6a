// Generated from abi/nango.json by make generate: do not edit.

package dev.nango.internal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The C ABI through java.lang.foreign, for Java 22 and later. */
final class FfmLibrary implements Library {
    private static final Linker LINKER = Linker.nativeLinker();

    /** Where the handles below find their functions: they are constants, which the compiler at run time sees through. */
    private static SymbolLookup symbols;

    FfmLibrary(String file) {
        // For good: calls of other threads may run until the process ends.
        symbols = SymbolLookup.libraryLookup(Path.of(file), Arena.global());
    }

    /** The functions, and what they call. Initialized after the library is loaded. */
    private static final class Handles {
        static final MethodHandle nango_version = quick("nango_version", ADDRESS);
        static final MethodHandle nango_abi_version = quick("nango_abi_version", JAVA_INT);
        static final MethodHandle nango_value_get_type = quick("nango_value_get_type", JAVA_INT, JAVA_LONG);
        static final MethodHandle nango_value_count = quick("nango_value_count", JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_value_at = quick("nango_value_at", JAVA_LONG, JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_value_key_at = quick("nango_value_key_at", ADDRESS, JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_value_get = quick("nango_value_get", JAVA_LONG, JAVA_LONG, ADDRESS);
        static final MethodHandle nango_value_string = quick("nango_value_string", ADDRESS, JAVA_LONG);
        static final MethodHandle nango_value_int64 = quick("nango_value_int64", JAVA_INT, JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_value_double = quick("nango_value_double", JAVA_INT, JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_value_bool = quick("nango_value_bool", JAVA_INT, JAVA_LONG);
        static final MethodHandle nango_value_json = quick("nango_value_json", ADDRESS, JAVA_LONG);
        static final MethodHandle nango_error_free = quick("nango_error_free", null, JAVA_LONG);
        static final MethodHandle nango_error_new = quick("nango_error_new", JAVA_LONG, JAVA_INT, JAVA_INT, ADDRESS,
                ADDRESS);
        static final MethodHandle nango_error_get_kind = quick("nango_error_get_kind", JAVA_INT, JAVA_LONG);
        static final MethodHandle nango_error_kind_name = quick("nango_error_kind_name", ADDRESS, JAVA_INT);
        static final MethodHandle nango_error_message = quick("nango_error_message", ADDRESS, JAVA_LONG);
        static final MethodHandle nango_error_http_status = quick("nango_error_http_status", JAVA_INT, JAVA_LONG);
        static final MethodHandle nango_error_code = quick("nango_error_code", ADDRESS, JAVA_LONG);
        static final MethodHandle nango_error_request_id = quick("nango_error_request_id", ADDRESS, JAVA_LONG);
        static final MethodHandle nango_error_server_message = quick("nango_error_server_message", ADDRESS, JAVA_LONG);
        static final MethodHandle nango_error_body = quick("nango_error_body", ADDRESS, JAVA_LONG);
        static final MethodHandle nango_error_value = quick("nango_error_value", JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_error_retry_after_ms = quick("nango_error_retry_after_ms", JAVA_LONG,
                JAVA_LONG);
        static final MethodHandle nango_error_attempts = quick("nango_error_attempts", JAVA_INT, JAVA_LONG);
        static final MethodHandle nango_error_is_retryable = quick("nango_error_is_retryable", JAVA_INT, JAVA_LONG);
        static final MethodHandle nango_client_options_free = quick("nango_client_options_free", null, JAVA_LONG);
        static final MethodHandle nango_client_options_new = quick("nango_client_options_new", JAVA_LONG);
        static final MethodHandle nango_client_options_set_secret_key = quick("nango_client_options_set_secret_key",
                null, JAVA_LONG, ADDRESS);
        static final MethodHandle nango_client_options_set_base_url = quick("nango_client_options_set_base_url", null,
                JAVA_LONG, ADDRESS);
        static final MethodHandle nango_client_options_set_allow_plaintext_http = quick("nango_client_options_set_allow_plaintext_http",
                null, JAVA_LONG, JAVA_INT);
        static final MethodHandle nango_client_options_set_route = quick("nango_client_options_set_route", null,
                JAVA_LONG, JAVA_INT);
        static final MethodHandle nango_client_options_set_timeout_ms = quick("nango_client_options_set_timeout_ms",
                null, JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_client_options_set_connect_timeout_ms = quick("nango_client_options_set_connect_timeout_ms",
                null, JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_client_options_set_max_retries = quick("nango_client_options_set_max_retries",
                null, JAVA_LONG, JAVA_INT);
        static final MethodHandle nango_client_options_set_max_response_bytes = quick("nango_client_options_set_max_response_bytes",
                null, JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_client_options_set_http_proxy = quick("nango_client_options_set_http_proxy",
                null, JAVA_LONG, ADDRESS);
        static final MethodHandle nango_client_options_set_ca_file = quick("nango_client_options_set_ca_file", null,
                JAVA_LONG, ADDRESS);
        static final MethodHandle nango_client_options_set_client_certificate = quick("nango_client_options_set_client_certificate",
                null, JAVA_LONG, ADDRESS, ADDRESS);
        static final MethodHandle nango_client_options_set_cache_ttl_ms = quick("nango_client_options_set_cache_ttl_ms",
                null, JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_client_options_set_log = quick("nango_client_options_set_log", null, JAVA_LONG,
                JAVA_LONG, JAVA_LONG, JAVA_INT);
        static final MethodHandle nango_client_options_set_log_record = quick("nango_client_options_set_log_record",
                null, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT);
        static final MethodHandle nango_client_options_set_call_hook = quick("nango_client_options_set_call_hook", null,
                JAVA_LONG, JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_client_options_set_user_agent = quick("nango_client_options_set_user_agent",
                null, JAVA_LONG, ADDRESS);
        static final MethodHandle nango_client_options_add_header = quick("nango_client_options_add_header", null,
                JAVA_LONG, ADDRESS, ADDRESS);
        static final MethodHandle nango_client_options_set_read_env = quick("nango_client_options_set_read_env", null,
                JAVA_LONG, JAVA_INT);
        static final MethodHandle nango_client_options_load_env = quick("nango_client_options_load_env", null,
                JAVA_LONG);
        static final MethodHandle nango_client_free = waiting("nango_client_free", null, JAVA_LONG);
        static final MethodHandle nango_client_new = waiting("nango_client_new", JAVA_LONG, JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_client_shutdown = quick("nango_client_shutdown", null, JAVA_LONG);
        static final MethodHandle nango_client_invalidate = waiting("nango_client_invalidate", null, JAVA_LONG, ADDRESS,
                ADDRESS);
        static final MethodHandle nango_client_clear_cache = waiting("nango_client_clear_cache", null, JAVA_LONG);
        static final MethodHandle nango_cancel_free = quick("nango_cancel_free", null, JAVA_LONG);
        static final MethodHandle nango_cancel_new = quick("nango_cancel_new", JAVA_LONG);
        static final MethodHandle nango_cancel_trigger = quick("nango_cancel_trigger", null, JAVA_LONG);
        static final MethodHandle nango_call_options_free = quick("nango_call_options_free", null, JAVA_LONG);
        static final MethodHandle nango_call_options_new = quick("nango_call_options_new", JAVA_LONG);
        static final MethodHandle nango_call_options_set_timeout_ms = quick("nango_call_options_set_timeout_ms", null,
                JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_call_options_set_cancel = quick("nango_call_options_set_cancel", null,
                JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_call_options_set_interrupt = quick("nango_call_options_set_interrupt", null,
                JAVA_LONG, JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_call_options_set_max_age_ms = quick("nango_call_options_set_max_age_ms", null,
                JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_call_options_set_force_refresh = quick("nango_call_options_set_force_refresh",
                null, JAVA_LONG, JAVA_INT);
        static final MethodHandle nango_call_options_set_refresh_token = quick("nango_call_options_set_refresh_token",
                null, JAVA_LONG, JAVA_INT);
        static final MethodHandle nango_call_options_set_refresh_github_app_jwt_token = quick("nango_call_options_set_refresh_github_app_jwt_token",
                null, JAVA_LONG, JAVA_INT);
        static final MethodHandle nango_connection_free = quick("nango_connection_free", null, JAVA_LONG);
        static final MethodHandle nango_get_connection = waiting("nango_get_connection", JAVA_LONG, JAVA_LONG, ADDRESS,
                ADDRESS, JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_connection_from_json = waiting("nango_connection_from_json", JAVA_LONG, ADDRESS,
                JAVA_LONG);
        static final MethodHandle nango_connection_id = quick("nango_connection_id", JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_connection_connection_id = quick("nango_connection_connection_id", ADDRESS,
                JAVA_LONG);
        static final MethodHandle nango_connection_provider_config_key = quick("nango_connection_provider_config_key",
                ADDRESS, JAVA_LONG);
        static final MethodHandle nango_connection_provider = quick("nango_connection_provider", ADDRESS, JAVA_LONG);
        static final MethodHandle nango_connection_created_at = quick("nango_connection_created_at", ADDRESS,
                JAVA_LONG);
        static final MethodHandle nango_connection_updated_at = quick("nango_connection_updated_at", ADDRESS,
                JAVA_LONG);
        static final MethodHandle nango_connection_last_fetched_at = quick("nango_connection_last_fetched_at", ADDRESS,
                JAVA_LONG);
        static final MethodHandle nango_connection_account_id = quick("nango_connection_account_id", JAVA_INT,
                JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_connection_webhook_url_override = quick("nango_connection_webhook_url_override",
                ADDRESS, JAVA_LONG);
        static final MethodHandle nango_connection_metadata_json = quick("nango_connection_metadata_json", ADDRESS,
                JAVA_LONG);
        static final MethodHandle nango_connection_connection_config_json = quick("nango_connection_connection_config_json",
                ADDRESS, JAVA_LONG);
        static final MethodHandle nango_connection_tags_json = quick("nango_connection_tags_json", ADDRESS, JAVA_LONG);
        static final MethodHandle nango_connection_end_user_json = quick("nango_connection_end_user_json", ADDRESS,
                JAVA_LONG);
        static final MethodHandle nango_connection_errors_json = quick("nango_connection_errors_json", ADDRESS,
                JAVA_LONG);
        static final MethodHandle nango_connection_json = quick("nango_connection_json", ADDRESS, JAVA_LONG);
        static final MethodHandle nango_connection_joined = quick("nango_connection_joined", JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_connection_get_string = quick("nango_connection_get_string", ADDRESS, JAVA_LONG,
                ADDRESS);
        static final MethodHandle nango_connection_get_json = quick("nango_connection_get_json", ADDRESS, JAVA_LONG,
                ADDRESS);
        static final MethodHandle nango_connection_value = quick("nango_connection_value", JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_connection_auth_mode = quick("nango_connection_auth_mode", JAVA_INT, JAVA_LONG);
        static final MethodHandle nango_connection_auth_mode_name = quick("nango_connection_auth_mode_name", ADDRESS,
                JAVA_LONG);
        static final MethodHandle nango_connection_token = quick("nango_connection_token", ADDRESS, JAVA_LONG);
        static final MethodHandle nango_connection_authorization = quick("nango_connection_authorization", ADDRESS,
                JAVA_LONG);
        static final MethodHandle nango_connection_access_token = quick("nango_connection_access_token", ADDRESS,
                JAVA_LONG);
        static final MethodHandle nango_connection_refresh_token = quick("nango_connection_refresh_token", ADDRESS,
                JAVA_LONG);
        static final MethodHandle nango_connection_oauth_token = quick("nango_connection_oauth_token", ADDRESS,
                JAVA_LONG);
        static final MethodHandle nango_connection_oauth_token_secret = quick("nango_connection_oauth_token_secret",
                ADDRESS, JAVA_LONG);
        static final MethodHandle nango_connection_api_key = quick("nango_connection_api_key", ADDRESS, JAVA_LONG);
        static final MethodHandle nango_connection_username = quick("nango_connection_username", ADDRESS, JAVA_LONG);
        static final MethodHandle nango_connection_password = quick("nango_connection_password", ADDRESS, JAVA_LONG);
        static final MethodHandle nango_connection_credential = quick("nango_connection_credential", ADDRESS, JAVA_LONG,
                ADDRESS);
        static final MethodHandle nango_connection_credentials_json = quick("nango_connection_credentials_json",
                ADDRESS, JAVA_LONG);
        static final MethodHandle nango_connection_raw_json = quick("nango_connection_raw_json", ADDRESS, JAVA_LONG);
        static final MethodHandle nango_connection_expires_at = quick("nango_connection_expires_at", ADDRESS,
                JAVA_LONG);
        static final MethodHandle nango_connection_expires_at_ms = quick("nango_connection_expires_at_ms", JAVA_INT,
                JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_request_free = waiting("nango_request_free", null, JAVA_LONG);
        static final MethodHandle nango_request_new = quick("nango_request_new", JAVA_LONG, ADDRESS, ADDRESS);
        static final MethodHandle nango_request_set_path_parameter = quick("nango_request_set_path_parameter", null,
                JAVA_LONG, ADDRESS, ADDRESS);
        static final MethodHandle nango_request_set_json = quick("nango_request_set_json", null, JAVA_LONG, ADDRESS);
        static final MethodHandle nango_request_add_query = quick("nango_request_add_query", null, JAVA_LONG, ADDRESS,
                ADDRESS);
        static final MethodHandle nango_request_add_header = quick("nango_request_add_header", null, JAVA_LONG, ADDRESS,
                ADDRESS);
        static final MethodHandle nango_request_set_body = waiting("nango_request_set_body", null, JAVA_LONG, JAVA_LONG,
                JAVA_LONG, ADDRESS);
        static final MethodHandle nango_request_set_body_reader = quick("nango_request_set_body_reader", null,
                JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS);
        static final MethodHandle nango_request_set_base_url_override = quick("nango_request_set_base_url_override",
                null, JAVA_LONG, ADDRESS);
        static final MethodHandle nango_request_set_retries = quick("nango_request_set_retries", null, JAVA_LONG,
                JAVA_INT);
        static final MethodHandle nango_request_set_retry_on = quick("nango_request_set_retry_on", null, JAVA_LONG,
                JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_request_set_nango_parses_body = quick("nango_request_set_nango_parses_body",
                null, JAVA_LONG, JAVA_INT);
        static final MethodHandle nango_request_set_decompress = quick("nango_request_set_decompress", null, JAVA_LONG,
                JAVA_INT);
        static final MethodHandle nango_request_set_forward_headers_on_redirect = quick("nango_request_set_forward_headers_on_redirect",
                null, JAVA_LONG, JAVA_INT);
        static final MethodHandle nango_request_set_repeatable = quick("nango_request_set_repeatable", null, JAVA_LONG,
                JAVA_INT);
        static final MethodHandle nango_request_set_idle_timeout_ms = quick("nango_request_set_idle_timeout_ms", null,
                JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_response_free = waiting("nango_response_free", null, JAVA_LONG);
        static final MethodHandle nango_proxy = waiting("nango_proxy", JAVA_LONG, JAVA_LONG, ADDRESS, ADDRESS,
                JAVA_LONG, JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_call = waiting("nango_call", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
                JAVA_LONG);
        static final MethodHandle nango_call_until = waiting("nango_call_until", JAVA_LONG, JAVA_LONG, JAVA_LONG,
                JAVA_INT, JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_response_status = quick("nango_response_status", JAVA_INT, JAVA_LONG);
        static final MethodHandle nango_response_header = quick("nango_response_header", ADDRESS, JAVA_LONG, ADDRESS);
        static final MethodHandle nango_response_header_count = quick("nango_response_header_count", JAVA_LONG,
                JAVA_LONG);
        static final MethodHandle nango_response_header_name = quick("nango_response_header_name", ADDRESS, JAVA_LONG,
                JAVA_LONG);
        static final MethodHandle nango_response_header_value = quick("nango_response_header_value", ADDRESS, JAVA_LONG,
                JAVA_LONG);
        static final MethodHandle nango_response_read = waiting("nango_response_read", JAVA_LONG, JAVA_LONG, JAVA_LONG,
                JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_response_body = waiting("nango_response_body", JAVA_LONG, JAVA_LONG, JAVA_LONG,
                JAVA_LONG);
        static final MethodHandle nango_response_get_string = waiting("nango_response_get_string", ADDRESS, JAVA_LONG,
                ADDRESS);
        static final MethodHandle nango_response_get_json = waiting("nango_response_get_json", ADDRESS, JAVA_LONG,
                ADDRESS);
        static final MethodHandle nango_response_value = waiting("nango_response_value", JAVA_LONG, JAVA_LONG,
                JAVA_LONG);
        static final MethodHandle nango_pages_free = waiting("nango_pages_free", null, JAVA_LONG);
        static final MethodHandle nango_pages_new = quick("nango_pages_new", JAVA_LONG, JAVA_LONG, JAVA_INT);
        static final MethodHandle nango_pages_next = waiting("nango_pages_next", JAVA_LONG, JAVA_LONG, JAVA_LONG,
                JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_completion_free = quick("nango_completion_free", null, JAVA_LONG);
        static final MethodHandle nango_queue_free = waiting("nango_queue_free", null, JAVA_LONG);
        static final MethodHandle nango_queue_new = waiting("nango_queue_new", JAVA_LONG, JAVA_LONG, JAVA_LONG,
                JAVA_LONG);
        static final MethodHandle nango_queue_descriptor = quick("nango_queue_descriptor", JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_queue_get_connection = quick("nango_queue_get_connection", null, JAVA_LONG,
                ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_queue_call = quick("nango_queue_call", null, JAVA_LONG, JAVA_LONG, JAVA_LONG,
                JAVA_LONG);
        static final MethodHandle nango_queue_next = quick("nango_queue_next", JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_completion_tag = quick("nango_completion_tag", JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_completion_connection = quick("nango_completion_connection", JAVA_LONG,
                JAVA_LONG);
        static final MethodHandle nango_completion_take_response = quick("nango_completion_take_response", JAVA_LONG,
                JAVA_LONG);
        static final MethodHandle nango_completion_error = quick("nango_completion_error", JAVA_LONG, JAVA_LONG);
        static final MethodHandle nango_webhook_is_signed = quick("nango_webhook_is_signed", JAVA_INT, JAVA_LONG,
                JAVA_LONG, ADDRESS, ADDRESS);
        static final MethodHandle nango_webhook_free = waiting("nango_webhook_free", null, JAVA_LONG);
        static final MethodHandle nango_webhook_parse = waiting("nango_webhook_parse", JAVA_LONG, JAVA_LONG, JAVA_LONG,
                ADDRESS, ADDRESS, JAVA_LONG);
        static final MethodHandle nango_webhook_value = quick("nango_webhook_value", JAVA_LONG, JAVA_LONG);
        static final long logRecord = upcall("logRecord", null, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG);
        static final long callHook = upcall("callHook", null, JAVA_LONG, JAVA_LONG);
        static final long read = upcall("read", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    }

    /** A function that may wait or take its time. */
    private static MethodHandle waiting(String name, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(symbol(name), descriptor(result, arguments));
    }

    /** One that only reads or writes memory: the garbage collector may wait for it. */
    private static MethodHandle quick(String name, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(symbol(name), descriptor(result, arguments), Linker.Option.critical(false));
    }

    private static MemorySegment symbol(String name) {
        return symbols.find(name).orElseThrow(() -> new UnsatisfiedLinkError("libnango has no " + name));
    }

    private static FunctionDescriptor descriptor(MemoryLayout result, MemoryLayout... arguments) {
        return result == null ? FunctionDescriptor.ofVoid(arguments) : FunctionDescriptor.of(result, arguments);
    }

    private static long upcall(String name, MemoryLayout result, MemoryLayout... arguments) {
        FunctionDescriptor descriptor = descriptor(result, arguments);
        MethodType type = descriptor.toMethodType();
        try {
            MethodHandle target = MethodHandles.lookup().findStatic(Callbacks.class, name, type);
            return LINKER.upcallStub(target, descriptor, Arena.global()).address();
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static MemorySegment given(Arena arena, String text) {
        return text == null ? MemorySegment.NULL : arena.allocateFrom(text);
    }

    private static String taken(MemorySegment text) {
        return text.address() == 0 ? null : text.reinterpret(Long.MAX_VALUE).getString(0);
    }

    /** No function of C throws. */
    private static Error impossible(Throwable thrown) {
        return thrown instanceof Error ? (Error) thrown : new AssertionError(thrown);
    }

    // Version

    @Override
    public String nango_version() {
        try {
            return taken((MemorySegment) Handles.nango_version.invokeExact());
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public int nango_abi_version() {
        try {
            return (int) Handles.nango_abi_version.invokeExact();
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    // Values

    @Override
    public int nango_value_get_type(long value) {
        try {
            return (int) Handles.nango_value_get_type.invokeExact(value);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_value_count(long value) {
        try {
            return (long) Handles.nango_value_count.invokeExact(value);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_value_at(long value, long i) {
        try {
            return (long) Handles.nango_value_at.invokeExact(value, i);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_value_key_at(long value, long i) {
        try {
            return taken((MemorySegment) Handles.nango_value_key_at.invokeExact(value, i));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_value_get(long value, String key) {
        try (Arena arena = Arena.ofConfined()) {
            return (long) Handles.nango_value_get.invokeExact(value, given(arena, key));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_value_string(long value) {
        try {
            return taken((MemorySegment) Handles.nango_value_string.invokeExact(value));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public int nango_value_int64(long value, long number) {
        try {
            return (int) Handles.nango_value_int64.invokeExact(value, number);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public int nango_value_double(long value, long number) {
        try {
            return (int) Handles.nango_value_double.invokeExact(value, number);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public int nango_value_bool(long value) {
        try {
            return (int) Handles.nango_value_bool.invokeExact(value);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_value_json(long value) {
        try {
            return taken((MemorySegment) Handles.nango_value_json.invokeExact(value));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    // Errors

    @Override
    public void nango_error_free(long error) {
        try {
            Handles.nango_error_free.invokeExact(error);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_error_new(int kind, int httpStatus, String code, String message) {
        try (Arena arena = Arena.ofConfined()) {
            return (long) Handles.nango_error_new.invokeExact(kind, httpStatus, given(arena, code), given(arena,
                    message));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public int nango_error_get_kind(long error) {
        try {
            return (int) Handles.nango_error_get_kind.invokeExact(error);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_error_kind_name(int kind) {
        try {
            return taken((MemorySegment) Handles.nango_error_kind_name.invokeExact(kind));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_error_message(long error) {
        try {
            return taken((MemorySegment) Handles.nango_error_message.invokeExact(error));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public int nango_error_http_status(long error) {
        try {
            return (int) Handles.nango_error_http_status.invokeExact(error);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_error_code(long error) {
        try {
            return taken((MemorySegment) Handles.nango_error_code.invokeExact(error));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_error_request_id(long error) {
        try {
            return taken((MemorySegment) Handles.nango_error_request_id.invokeExact(error));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_error_server_message(long error) {
        try {
            return taken((MemorySegment) Handles.nango_error_server_message.invokeExact(error));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_error_body(long error) {
        try {
            return taken((MemorySegment) Handles.nango_error_body.invokeExact(error));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_error_value(long error) {
        try {
            return (long) Handles.nango_error_value.invokeExact(error);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_error_retry_after_ms(long error) {
        try {
            return (long) Handles.nango_error_retry_after_ms.invokeExact(error);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public int nango_error_attempts(long error) {
        try {
            return (int) Handles.nango_error_attempts.invokeExact(error);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public int nango_error_is_retryable(long error) {
        try {
            return (int) Handles.nango_error_is_retryable.invokeExact(error);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    // Client options

    @Override
    public void nango_client_options_free(long options) {
        try {
            Handles.nango_client_options_free.invokeExact(options);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_client_options_new() {
        try {
            return (long) Handles.nango_client_options_new.invokeExact();
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_client_options_set_secret_key(long options, String secretKey) {
        try (Arena arena = Arena.ofConfined()) {
            Handles.nango_client_options_set_secret_key.invokeExact(options, given(arena, secretKey));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_client_options_set_base_url(long options, String url) {
        try (Arena arena = Arena.ofConfined()) {
            Handles.nango_client_options_set_base_url.invokeExact(options, given(arena, url));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_client_options_set_allow_plaintext_http(long options, int allow) {
        try {
            Handles.nango_client_options_set_allow_plaintext_http.invokeExact(options, allow);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_client_options_set_route(long options, int route) {
        try {
            Handles.nango_client_options_set_route.invokeExact(options, route);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_client_options_set_timeout_ms(long options, long totalMs) {
        try {
            Handles.nango_client_options_set_timeout_ms.invokeExact(options, totalMs);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_client_options_set_connect_timeout_ms(long options, long ms) {
        try {
            Handles.nango_client_options_set_connect_timeout_ms.invokeExact(options, ms);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_client_options_set_max_retries(long options, int retries) {
        try {
            Handles.nango_client_options_set_max_retries.invokeExact(options, retries);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_client_options_set_max_response_bytes(long options, long bytes) {
        try {
            Handles.nango_client_options_set_max_response_bytes.invokeExact(options, bytes);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_client_options_set_http_proxy(long options, String url) {
        try (Arena arena = Arena.ofConfined()) {
            Handles.nango_client_options_set_http_proxy.invokeExact(options, given(arena, url));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_client_options_set_ca_file(long options, String pemPath) {
        try (Arena arena = Arena.ofConfined()) {
            Handles.nango_client_options_set_ca_file.invokeExact(options, given(arena, pemPath));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_client_options_set_client_certificate(long options, String certPem, String keyPem) {
        try (Arena arena = Arena.ofConfined()) {
            Handles.nango_client_options_set_client_certificate.invokeExact(options, given(arena, certPem), given(arena,
                    keyPem));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_client_options_set_cache_ttl_ms(long options, long ttlMs) {
        try {
            Handles.nango_client_options_set_cache_ttl_ms.invokeExact(options, ttlMs);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_client_options_set_log(long options, long log, long userData, int maxLevel) {
        try {
            Handles.nango_client_options_set_log.invokeExact(options, log, userData, maxLevel);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_client_options_set_log_record(long options, long log, long userData, int maxLevel) {
        try {
            Handles.nango_client_options_set_log_record.invokeExact(options, log, userData, maxLevel);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_client_options_set_call_hook(long options, long hook, long userData) {
        try {
            Handles.nango_client_options_set_call_hook.invokeExact(options, hook, userData);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_client_options_set_user_agent(long options, String product) {
        try (Arena arena = Arena.ofConfined()) {
            Handles.nango_client_options_set_user_agent.invokeExact(options, given(arena, product));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_client_options_add_header(long options, String name, String value) {
        try (Arena arena = Arena.ofConfined()) {
            Handles.nango_client_options_add_header.invokeExact(options, given(arena, name), given(arena, value));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_client_options_set_read_env(long options, int read) {
        try {
            Handles.nango_client_options_set_read_env.invokeExact(options, read);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_client_options_load_env(long options) {
        try {
            Handles.nango_client_options_load_env.invokeExact(options);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    // Client

    @Override
    public void nango_client_free(long client) {
        try {
            Handles.nango_client_free.invokeExact(client);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_client_new(long options, long error) {
        try {
            return (long) Handles.nango_client_new.invokeExact(options, error);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_client_shutdown(long client) {
        try {
            Handles.nango_client_shutdown.invokeExact(client);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_client_invalidate(long client, String connectionId, String providerConfigKey) {
        try (Arena arena = Arena.ofConfined()) {
            Handles.nango_client_invalidate.invokeExact(client, given(arena, connectionId), given(arena,
                    providerConfigKey));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_client_clear_cache(long client) {
        try {
            Handles.nango_client_clear_cache.invokeExact(client);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    // Cancel

    @Override
    public void nango_cancel_free(long cancel) {
        try {
            Handles.nango_cancel_free.invokeExact(cancel);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_cancel_new() {
        try {
            return (long) Handles.nango_cancel_new.invokeExact();
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_cancel_trigger(long cancel) {
        try {
            Handles.nango_cancel_trigger.invokeExact(cancel);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    // Call options

    @Override
    public void nango_call_options_free(long options) {
        try {
            Handles.nango_call_options_free.invokeExact(options);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_call_options_new() {
        try {
            return (long) Handles.nango_call_options_new.invokeExact();
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_call_options_set_timeout_ms(long options, long totalMs) {
        try {
            Handles.nango_call_options_set_timeout_ms.invokeExact(options, totalMs);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_call_options_set_cancel(long options, long cancel) {
        try {
            Handles.nango_call_options_set_cancel.invokeExact(options, cancel);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_call_options_set_interrupt(long options, long asked, long userData) {
        try {
            Handles.nango_call_options_set_interrupt.invokeExact(options, asked, userData);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_call_options_set_max_age_ms(long options, long ms) {
        try {
            Handles.nango_call_options_set_max_age_ms.invokeExact(options, ms);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_call_options_set_force_refresh(long options, int on) {
        try {
            Handles.nango_call_options_set_force_refresh.invokeExact(options, on);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_call_options_set_refresh_token(long options, int on) {
        try {
            Handles.nango_call_options_set_refresh_token.invokeExact(options, on);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_call_options_set_refresh_github_app_jwt_token(long options, int on) {
        try {
            Handles.nango_call_options_set_refresh_github_app_jwt_token.invokeExact(options, on);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    // Connection

    @Override
    public void nango_connection_free(long connection) {
        try {
            Handles.nango_connection_free.invokeExact(connection);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_get_connection(long client, String connectionId, String providerConfigKey, long options,
            long error) {
        try (Arena arena = Arena.ofConfined()) {
            return (long) Handles.nango_get_connection.invokeExact(client, given(arena, connectionId), given(arena,
                    providerConfigKey), options, error);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_connection_from_json(String json, long error) {
        try (Arena arena = Arena.ofConfined()) {
            return (long) Handles.nango_connection_from_json.invokeExact(given(arena, json), error);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_connection_id(long connection) {
        try {
            return (long) Handles.nango_connection_id.invokeExact(connection);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_connection_id(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_connection_id.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_provider_config_key(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_provider_config_key.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_provider(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_provider.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_created_at(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_created_at.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_updated_at(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_updated_at.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_last_fetched_at(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_last_fetched_at.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public int nango_connection_account_id(long connection, long accountId) {
        try {
            return (int) Handles.nango_connection_account_id.invokeExact(connection, accountId);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_webhook_url_override(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_webhook_url_override.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_metadata_json(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_metadata_json.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_connection_config_json(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_connection_config_json.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_tags_json(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_tags_json.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_end_user_json(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_end_user_json.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_errors_json(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_errors_json.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_json(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_json.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_connection_joined(long connection) {
        try {
            return (long) Handles.nango_connection_joined.invokeExact(connection);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_get_string(long connection, String jsonPointer) {
        try (Arena arena = Arena.ofConfined()) {
            return taken((MemorySegment) Handles.nango_connection_get_string.invokeExact(connection, given(arena,
                    jsonPointer)));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_get_json(long connection, String jsonPointer) {
        try (Arena arena = Arena.ofConfined()) {
            return taken((MemorySegment) Handles.nango_connection_get_json.invokeExact(connection, given(arena,
                    jsonPointer)));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_connection_value(long connection) {
        try {
            return (long) Handles.nango_connection_value.invokeExact(connection);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    // Credentials

    @Override
    public int nango_connection_auth_mode(long connection) {
        try {
            return (int) Handles.nango_connection_auth_mode.invokeExact(connection);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_auth_mode_name(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_auth_mode_name.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_token(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_token.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_authorization(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_authorization.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_access_token(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_access_token.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_refresh_token(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_refresh_token.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_oauth_token(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_oauth_token.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_oauth_token_secret(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_oauth_token_secret.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_api_key(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_api_key.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_username(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_username.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_password(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_password.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_credential(long connection, String name) {
        try (Arena arena = Arena.ofConfined()) {
            return taken((MemorySegment) Handles.nango_connection_credential.invokeExact(connection, given(arena,
                    name)));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_credentials_json(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_credentials_json.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_raw_json(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_raw_json.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_connection_expires_at(long connection) {
        try {
            return taken((MemorySegment) Handles.nango_connection_expires_at.invokeExact(connection));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public int nango_connection_expires_at_ms(long connection, long unixMs) {
        try {
            return (int) Handles.nango_connection_expires_at_ms.invokeExact(connection, unixMs);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    // Request

    @Override
    public void nango_request_free(long request) {
        try {
            Handles.nango_request_free.invokeExact(request);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_request_new(String method, String endpoint) {
        try (Arena arena = Arena.ofConfined()) {
            return (long) Handles.nango_request_new.invokeExact(given(arena, method), given(arena, endpoint));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_request_set_path_parameter(long request, String name, String value) {
        try (Arena arena = Arena.ofConfined()) {
            Handles.nango_request_set_path_parameter.invokeExact(request, given(arena, name), given(arena, value));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_request_set_json(long request, String json) {
        try (Arena arena = Arena.ofConfined()) {
            Handles.nango_request_set_json.invokeExact(request, given(arena, json));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_request_add_query(long request, String name, String value) {
        try (Arena arena = Arena.ofConfined()) {
            Handles.nango_request_add_query.invokeExact(request, given(arena, name), given(arena, value));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_request_add_header(long request, String name, String value) {
        try (Arena arena = Arena.ofConfined()) {
            Handles.nango_request_add_header.invokeExact(request, given(arena, name), given(arena, value));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_request_set_body(long request, long data, long len, String contentType) {
        try (Arena arena = Arena.ofConfined()) {
            Handles.nango_request_set_body.invokeExact(request, data, len, given(arena, contentType));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_request_set_body_reader(long request, long read, long userData, long contentLength,
            String contentType) {
        try (Arena arena = Arena.ofConfined()) {
            Handles.nango_request_set_body_reader.invokeExact(request, read, userData, contentLength, given(arena,
                    contentType));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_request_set_base_url_override(long request, String url) {
        try (Arena arena = Arena.ofConfined()) {
            Handles.nango_request_set_base_url_override.invokeExact(request, given(arena, url));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_request_set_retries(long request, int retries) {
        try {
            Handles.nango_request_set_retries.invokeExact(request, retries);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_request_set_retry_on(long request, long statuses, long count) {
        try {
            Handles.nango_request_set_retry_on.invokeExact(request, statuses, count);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_request_set_nango_parses_body(long request, int on) {
        try {
            Handles.nango_request_set_nango_parses_body.invokeExact(request, on);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_request_set_decompress(long request, int on) {
        try {
            Handles.nango_request_set_decompress.invokeExact(request, on);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_request_set_forward_headers_on_redirect(long request, int on) {
        try {
            Handles.nango_request_set_forward_headers_on_redirect.invokeExact(request, on);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_request_set_repeatable(long request, int on) {
        try {
            Handles.nango_request_set_repeatable.invokeExact(request, on);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_request_set_idle_timeout_ms(long request, long ms) {
        try {
            Handles.nango_request_set_idle_timeout_ms.invokeExact(request, ms);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    // Response

    @Override
    public void nango_response_free(long response) {
        try {
            Handles.nango_response_free.invokeExact(response);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_proxy(long client, String connectionId, String providerConfigKey, long request, long options,
            long error) {
        try (Arena arena = Arena.ofConfined()) {
            return (long) Handles.nango_proxy.invokeExact(client, given(arena, connectionId), given(arena,
                    providerConfigKey), request, options, error);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_call(long client, long request, long options, long error) {
        try {
            return (long) Handles.nango_call.invokeExact(client, request, options, error);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_call_until(long client, long request, int until, long options, long error) {
        try {
            return (long) Handles.nango_call_until.invokeExact(client, request, until, options, error);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public int nango_response_status(long response) {
        try {
            return (int) Handles.nango_response_status.invokeExact(response);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_response_header(long response, String name) {
        try (Arena arena = Arena.ofConfined()) {
            return taken((MemorySegment) Handles.nango_response_header.invokeExact(response, given(arena, name)));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_response_header_count(long response) {
        try {
            return (long) Handles.nango_response_header_count.invokeExact(response);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_response_header_name(long response, long i) {
        try {
            return taken((MemorySegment) Handles.nango_response_header_name.invokeExact(response, i));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_response_header_value(long response, long i) {
        try {
            return taken((MemorySegment) Handles.nango_response_header_value.invokeExact(response, i));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_response_read(long response, long buffer, long capacity, long error) {
        try {
            return (long) Handles.nango_response_read.invokeExact(response, buffer, capacity, error);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_response_body(long response, long len, long error) {
        try {
            return (long) Handles.nango_response_body.invokeExact(response, len, error);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_response_get_string(long response, String jsonPointer) {
        try (Arena arena = Arena.ofConfined()) {
            return taken((MemorySegment) Handles.nango_response_get_string.invokeExact(response, given(arena,
                    jsonPointer)));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public String nango_response_get_json(long response, String jsonPointer) {
        try (Arena arena = Arena.ofConfined()) {
            return taken((MemorySegment) Handles.nango_response_get_json.invokeExact(response, given(arena,
                    jsonPointer)));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_response_value(long response, long error) {
        try {
            return (long) Handles.nango_response_value.invokeExact(response, error);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    // Pages

    @Override
    public void nango_pages_free(long pages) {
        try {
            Handles.nango_pages_free.invokeExact(pages);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_pages_new(long request, int style) {
        try {
            return (long) Handles.nango_pages_new.invokeExact(request, style);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_pages_next(long pages, long client, long options, long error) {
        try {
            return (long) Handles.nango_pages_next.invokeExact(pages, client, options, error);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    // Completion queue

    @Override
    public void nango_completion_free(long completion) {
        try {
            Handles.nango_completion_free.invokeExact(completion);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_queue_free(long queue) {
        try {
            Handles.nango_queue_free.invokeExact(queue);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_queue_new(long client, long maxThreads, long error) {
        try {
            return (long) Handles.nango_queue_new.invokeExact(client, maxThreads, error);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_queue_descriptor(long queue) {
        try {
            return (long) Handles.nango_queue_descriptor.invokeExact(queue);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_queue_get_connection(long queue, String connectionId, String providerConfigKey, long options,
            long tag) {
        try (Arena arena = Arena.ofConfined()) {
            Handles.nango_queue_get_connection.invokeExact(queue, given(arena, connectionId), given(arena,
                    providerConfigKey), options, tag);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_queue_call(long queue, long request, long options, long tag) {
        try {
            Handles.nango_queue_call.invokeExact(queue, request, options, tag);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_queue_next(long queue) {
        try {
            return (long) Handles.nango_queue_next.invokeExact(queue);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_completion_tag(long completion) {
        try {
            return (long) Handles.nango_completion_tag.invokeExact(completion);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_completion_connection(long completion) {
        try {
            return (long) Handles.nango_completion_connection.invokeExact(completion);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_completion_take_response(long completion) {
        try {
            return (long) Handles.nango_completion_take_response.invokeExact(completion);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_completion_error(long completion) {
        try {
            return (long) Handles.nango_completion_error.invokeExact(completion);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    // Webhooks

    @Override
    public int nango_webhook_is_signed(long body, long len, String signature, String signingKey) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) Handles.nango_webhook_is_signed.invokeExact(body, len, given(arena, signature), given(arena,
                    signingKey));
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public void nango_webhook_free(long webhook) {
        try {
            Handles.nango_webhook_free.invokeExact(webhook);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_webhook_parse(long body, long len, String signature, String signingKey, long error) {
        try (Arena arena = Arena.ofConfined()) {
            return (long) Handles.nango_webhook_parse.invokeExact(body, len, given(arena, signature), given(arena,
                    signingKey), error);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    @Override
    public long nango_webhook_value(long webhook) {
        try {
            return (long) Handles.nango_webhook_value.invokeExact(webhook);
        } catch (Throwable thrown) {
            throw impossible(thrown);
        }
    }

    // Callbacks

    @Override
    public long logRecordCallback() {
        return Handles.logRecord;
    }

    @Override
    public long callHookCallback() {
        return Handles.callHook;
    }

    @Override
    public long readCallback() {
        return Handles.read;
    }

    // Memory

    @Override
    public long address(ByteBuffer direct) {
        // From its beginning, wherever it stands.
        return MemorySegment.ofBuffer(direct.duplicate().clear()).address();
    }

    @Override
    public String text(long address) {
        return taken(MemorySegment.ofAddress(address));
    }

    @Override
    public void read(long address, byte[] into, int offset, int length) {
        MemorySegment memory = MemorySegment.ofAddress(address).reinterpret(length);
        MemorySegment.copy(memory, JAVA_BYTE, 0, into, offset, length);
    }

    @Override
    public void write(long address, byte[] from, int offset, int length) {
        MemorySegment memory = MemorySegment.ofAddress(address).reinterpret(length);
        MemorySegment.copy(from, offset, memory, JAVA_BYTE, 0, length);
    }
}
