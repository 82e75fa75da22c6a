/* Handles of the library as objects of Ruby, with their functions that do not wait.
 *
 * Generated from abi/nango.json: do not edit. */

#include <string.h>

#include "nango_ext.h"

/* ---- ClientOptions ---- */

static void free_client_options(void *data)
{
    nango_client_options_free(data);
}

static size_t size_of_client_options(const void *data)
{
    return data == NULL ? 0 : sizeof(void *);
}

static const rb_data_type_t client_options_type = {
    .wrap_struct_name = "nango_client_options",
    .function = {.dfree = free_client_options, .dsize = size_of_client_options},
    .flags = RUBY_TYPED_FREE_IMMEDIATELY,
};

nango_client_options *nango_rb_client_options(VALUE self)
{
    return rb_check_typeddata(self, &client_options_type);
}

static VALUE client_options_alloc(VALUE klass)
{
    return TypedData_Wrap_Struct(klass, &client_options_type, NULL);
}

static VALUE client_options_initialize(VALUE self)
{
    if (RTYPEDDATA_DATA(self) == NULL) {
        RTYPEDDATA_DATA(self) = nango_client_options_new();
    }
    return self;
}

static VALUE client_options_set_secret_key(VALUE self, VALUE secret_key)
{
    const char *secret_key_c = nango_rb_text_or_null(&secret_key, "secret_key");
    nango_client_options_set_secret_key(nango_rb_client_options(self), secret_key_c);
    RB_GC_GUARD(secret_key);
    return self;
}

static VALUE client_options_set_base_url(VALUE self, VALUE url)
{
    const char *url_c = nango_rb_text_or_null(&url, "base_url");
    nango_client_options_set_base_url(nango_rb_client_options(self), url_c);
    RB_GC_GUARD(url);
    return self;
}

static VALUE client_options_set_allow_plaintext_http(VALUE self, VALUE allow)
{
    int32_t allow_c = nango_rb_flag(allow, "allow_plaintext_http");
    nango_client_options_set_allow_plaintext_http(nango_rb_client_options(self), allow_c);
    return self;
}

static VALUE client_options_set_route(VALUE self, VALUE route)
{
    int32_t route_c = nango_rb_int32(route, "route");
    nango_client_options_set_route(nango_rb_client_options(self), route_c);
    return self;
}

static VALUE client_options_set_timeout_ms(VALUE self, VALUE total_ms)
{
    int64_t total_ms_c = nango_rb_int64(total_ms, "timeout");
    nango_client_options_set_timeout_ms(nango_rb_client_options(self), total_ms_c);
    return self;
}

static VALUE client_options_set_connect_timeout_ms(VALUE self, VALUE ms)
{
    int64_t ms_c = nango_rb_int64(ms, "connect_timeout");
    nango_client_options_set_connect_timeout_ms(nango_rb_client_options(self), ms_c);
    return self;
}

static VALUE client_options_set_max_retries(VALUE self, VALUE retries)
{
    int32_t retries_c = nango_rb_int32(retries, "max_retries");
    nango_client_options_set_max_retries(nango_rb_client_options(self), retries_c);
    return self;
}

static VALUE client_options_set_max_response_bytes(VALUE self, VALUE bytes)
{
    int64_t bytes_c = nango_rb_int64(bytes, "max_response_bytes");
    nango_client_options_set_max_response_bytes(nango_rb_client_options(self), bytes_c);
    return self;
}

static VALUE client_options_set_http_proxy(VALUE self, VALUE url)
{
    const char *url_c = nango_rb_text_or_null(&url, "http_proxy");
    nango_client_options_set_http_proxy(nango_rb_client_options(self), url_c);
    RB_GC_GUARD(url);
    return self;
}

static VALUE client_options_set_ca_file(VALUE self, VALUE pem_path)
{
    const char *pem_path_c = nango_rb_text_or_null(&pem_path, "ca_file");
    nango_client_options_set_ca_file(nango_rb_client_options(self), pem_path_c);
    RB_GC_GUARD(pem_path);
    return self;
}

static VALUE client_options_set_client_certificate(VALUE self, VALUE cert_pem, VALUE key_pem)
{
    const char *cert_pem_c = nango_rb_text_or_null(&cert_pem, "cert_pem");
    const char *key_pem_c = nango_rb_text_or_null(&key_pem, "key_pem");
    nango_client_options_set_client_certificate(nango_rb_client_options(self), cert_pem_c, key_pem_c);
    RB_GC_GUARD(cert_pem);
    RB_GC_GUARD(key_pem);
    return self;
}

static VALUE client_options_set_cache_ttl_ms(VALUE self, VALUE ttl_ms)
{
    int64_t ttl_ms_c = nango_rb_int64(ttl_ms, "cache_ttl");
    nango_client_options_set_cache_ttl_ms(nango_rb_client_options(self), ttl_ms_c);
    return self;
}

static VALUE client_options_set_user_agent(VALUE self, VALUE product)
{
    const char *product_c = nango_rb_text_or_null(&product, "user_agent");
    nango_client_options_set_user_agent(nango_rb_client_options(self), product_c);
    RB_GC_GUARD(product);
    return self;
}

static VALUE client_options_add_header(VALUE self, VALUE name, VALUE value)
{
    const char *name_c = nango_rb_text(&name, "header name");
    const char *value_c = nango_rb_text(&value, "header value");
    nango_client_options_add_header(nango_rb_client_options(self), name_c, value_c);
    RB_GC_GUARD(name);
    RB_GC_GUARD(value);
    return self;
}

static VALUE client_options_set_read_env(VALUE self, VALUE read)
{
    int32_t read_c = nango_rb_flag(read, "read_env");
    nango_client_options_set_read_env(nango_rb_client_options(self), read_c);
    return self;
}

static VALUE client_options_load_env(VALUE self)
{
    nango_client_options_load_env(nango_rb_client_options(self));
    return self;
}

/* ---- CallOptions ---- */

static void free_call_options(void *data)
{
    nango_call_options_free(data);
}

static size_t size_of_call_options(const void *data)
{
    return data == NULL ? 0 : sizeof(void *);
}

static const rb_data_type_t call_options_type = {
    .wrap_struct_name = "nango_call_options",
    .function = {.dfree = free_call_options, .dsize = size_of_call_options},
    .flags = RUBY_TYPED_FREE_IMMEDIATELY,
};

nango_call_options *nango_rb_call_options(VALUE self)
{
    return rb_check_typeddata(self, &call_options_type);
}

static VALUE call_options_alloc(VALUE klass)
{
    return TypedData_Wrap_Struct(klass, &call_options_type, NULL);
}

static VALUE call_options_initialize(VALUE self)
{
    if (RTYPEDDATA_DATA(self) == NULL) {
        RTYPEDDATA_DATA(self) = nango_call_options_new();
        nango_call_options_set_interrupt(RTYPEDDATA_DATA(self), nango_rb_asks_to_end, NULL);
    }
    return self;
}

static VALUE call_options_set_timeout_ms(VALUE self, VALUE total_ms)
{
    int64_t total_ms_c = nango_rb_int64(total_ms, "timeout");
    nango_call_options_set_timeout_ms(nango_rb_call_options(self), total_ms_c);
    return self;
}

static VALUE call_options_set_max_age_ms(VALUE self, VALUE ms)
{
    int64_t ms_c = nango_rb_int64(ms, "max_age");
    nango_call_options_set_max_age_ms(nango_rb_call_options(self), ms_c);
    return self;
}

static VALUE call_options_set_force_refresh(VALUE self, VALUE on)
{
    int32_t on_c = nango_rb_flag(on, "force_refresh");
    nango_call_options_set_force_refresh(nango_rb_call_options(self), on_c);
    return self;
}

static VALUE call_options_set_refresh_token(VALUE self, VALUE on)
{
    int32_t on_c = nango_rb_flag(on, "refresh_token");
    nango_call_options_set_refresh_token(nango_rb_call_options(self), on_c);
    return self;
}

static VALUE call_options_set_refresh_github_app_jwt_token(VALUE self, VALUE on)
{
    int32_t on_c = nango_rb_flag(on, "refresh_github_app_jwt_token");
    nango_call_options_set_refresh_github_app_jwt_token(nango_rb_call_options(self), on_c);
    return self;
}

/* ---- Connection ---- */

static void free_connection(void *data)
{
    if (data != NULL) {
        rb_gc_adjust_memory_usage(-(ssize_t)strlen(nango_connection_json(data)));
    }
    nango_connection_free(data);
}

static size_t size_of_connection(const void *data)
{
    return data == NULL ? 0 : strlen(nango_connection_json(data));
}

static const rb_data_type_t connection_type = {
    .wrap_struct_name = "nango_connection",
    .function = {.dfree = free_connection, .dsize = size_of_connection},
    .flags = RUBY_TYPED_FREE_IMMEDIATELY,
};

nango_connection *nango_rb_connection(VALUE self)
{
    return rb_check_typeddata(self, &connection_type);
}

VALUE nango_rb_connection_alloc(VALUE klass)
{
    return TypedData_Wrap_Struct(klass, &connection_type, NULL);
}

void nango_rb_connection_put(VALUE self, nango_connection *connection)
{
    if (connection != NULL) {
        RTYPEDDATA_DATA(self) = connection;
        /* Memory that the garbage collector does not see. */
        rb_gc_adjust_memory_usage((ssize_t)strlen(nango_connection_json(connection)));
    }
}

static VALUE connection_id(VALUE self)
{
    return LL2NUM(nango_connection_id(nango_rb_connection(self)));
}

static VALUE connection_connection_id(VALUE self)
{
    return nango_rb_string(nango_connection_connection_id(nango_rb_connection(self)));
}

static VALUE connection_provider_config_key(VALUE self)
{
    return nango_rb_string(nango_connection_provider_config_key(nango_rb_connection(self)));
}

static VALUE connection_provider(VALUE self)
{
    return nango_rb_string(nango_connection_provider(nango_rb_connection(self)));
}

static VALUE connection_created_at(VALUE self)
{
    return nango_rb_string(nango_connection_created_at(nango_rb_connection(self)));
}

static VALUE connection_updated_at(VALUE self)
{
    return nango_rb_string(nango_connection_updated_at(nango_rb_connection(self)));
}

static VALUE connection_last_fetched_at(VALUE self)
{
    return nango_rb_string(nango_connection_last_fetched_at(nango_rb_connection(self)));
}

static VALUE connection_account_id(VALUE self)
{
    int64_t number = 0;
    return nango_connection_account_id(nango_rb_connection(self), &number) ? LL2NUM(number) : Qnil;
}

static VALUE connection_webhook_url_override(VALUE self)
{
    return nango_rb_string(nango_connection_webhook_url_override(nango_rb_connection(self)));
}

static VALUE connection_metadata_json(VALUE self)
{
    return nango_rb_string(nango_connection_metadata_json(nango_rb_connection(self)));
}

static VALUE connection_connection_config_json(VALUE self)
{
    return nango_rb_string(nango_connection_connection_config_json(nango_rb_connection(self)));
}

static VALUE connection_tags_json(VALUE self)
{
    return nango_rb_string(nango_connection_tags_json(nango_rb_connection(self)));
}

static VALUE connection_end_user_json(VALUE self)
{
    return nango_rb_string(nango_connection_end_user_json(nango_rb_connection(self)));
}

static VALUE connection_errors_json(VALUE self)
{
    return nango_rb_string(nango_connection_errors_json(nango_rb_connection(self)));
}

static VALUE connection_json(VALUE self)
{
    return nango_rb_string(nango_connection_json(nango_rb_connection(self)));
}

static VALUE connection_get_string(VALUE self, VALUE json_pointer)
{
    const char *json_pointer_c = nango_rb_text(&json_pointer, "json_pointer");
    VALUE found = nango_rb_string(nango_connection_get_string(nango_rb_connection(self), json_pointer_c));
    RB_GC_GUARD(json_pointer);
    return found;
}

static VALUE connection_get_json(VALUE self, VALUE json_pointer)
{
    const char *json_pointer_c = nango_rb_text(&json_pointer, "json_pointer");
    VALUE found = nango_rb_string(nango_connection_get_json(nango_rb_connection(self), json_pointer_c));
    RB_GC_GUARD(json_pointer);
    return found;
}

static VALUE connection_auth_mode(VALUE self)
{
    return INT2NUM(nango_connection_auth_mode(nango_rb_connection(self)));
}

static VALUE connection_auth_mode_name(VALUE self)
{
    return nango_rb_string(nango_connection_auth_mode_name(nango_rb_connection(self)));
}

static VALUE connection_token(VALUE self)
{
    return nango_rb_string(nango_connection_token(nango_rb_connection(self)));
}

static VALUE connection_authorization(VALUE self)
{
    return nango_rb_string(nango_connection_authorization(nango_rb_connection(self)));
}

static VALUE connection_access_token(VALUE self)
{
    return nango_rb_string(nango_connection_access_token(nango_rb_connection(self)));
}

static VALUE connection_refresh_token(VALUE self)
{
    return nango_rb_string(nango_connection_refresh_token(nango_rb_connection(self)));
}

static VALUE connection_oauth_token(VALUE self)
{
    return nango_rb_string(nango_connection_oauth_token(nango_rb_connection(self)));
}

static VALUE connection_oauth_token_secret(VALUE self)
{
    return nango_rb_string(nango_connection_oauth_token_secret(nango_rb_connection(self)));
}

static VALUE connection_api_key(VALUE self)
{
    return nango_rb_string(nango_connection_api_key(nango_rb_connection(self)));
}

static VALUE connection_username(VALUE self)
{
    return nango_rb_string(nango_connection_username(nango_rb_connection(self)));
}

static VALUE connection_password(VALUE self)
{
    return nango_rb_string(nango_connection_password(nango_rb_connection(self)));
}

static VALUE connection_credential(VALUE self, VALUE name)
{
    const char *name_c = nango_rb_text(&name, "name");
    VALUE found = nango_rb_string(nango_connection_credential(nango_rb_connection(self), name_c));
    RB_GC_GUARD(name);
    return found;
}

static VALUE connection_credentials_json(VALUE self)
{
    return nango_rb_string(nango_connection_credentials_json(nango_rb_connection(self)));
}

static VALUE connection_raw_json(VALUE self)
{
    return nango_rb_string(nango_connection_raw_json(nango_rb_connection(self)));
}

static VALUE connection_expires_at(VALUE self)
{
    return nango_rb_string(nango_connection_expires_at(nango_rb_connection(self)));
}

static VALUE connection_expires_at_ms(VALUE self)
{
    int64_t number = 0;
    return nango_connection_expires_at_ms(nango_rb_connection(self), &number) ? LL2NUM(number) : Qnil;
}

/* ---- Request ---- */

static void free_request(void *data)
{
    nango_request_free(data);
}

static size_t size_of_request(const void *data)
{
    return data == NULL ? 0 : sizeof(void *);
}

static const rb_data_type_t request_type = {
    .wrap_struct_name = "nango_request",
    .function = {.dfree = free_request, .dsize = size_of_request},
    .flags = RUBY_TYPED_FREE_IMMEDIATELY,
};

nango_request *nango_rb_request(VALUE self)
{
    return rb_check_typeddata(self, &request_type);
}

static VALUE request_alloc(VALUE klass)
{
    return TypedData_Wrap_Struct(klass, &request_type, NULL);
}

static VALUE request_initialize(VALUE self, VALUE method, VALUE endpoint)
{
    const char *method_c = nango_rb_text(&method, "method");
    const char *endpoint_c = nango_rb_text(&endpoint, "endpoint");
    if (RTYPEDDATA_DATA(self) == NULL) {
        RTYPEDDATA_DATA(self) = nango_request_new(method_c, endpoint_c);
    }
    RB_GC_GUARD(method);
    RB_GC_GUARD(endpoint);
    return self;
}

static VALUE request_set_path_parameter(VALUE self, VALUE name, VALUE value)
{
    const char *name_c = nango_rb_text(&name, "name");
    const char *value_c = nango_rb_text(&value, "value");
    nango_request_set_path_parameter(nango_rb_request(self), name_c, value_c);
    RB_GC_GUARD(name);
    RB_GC_GUARD(value);
    return self;
}

static VALUE request_set_json(VALUE self, VALUE json)
{
    const char *json_c = nango_rb_text_or_null(&json, "json");
    nango_request_set_json(nango_rb_request(self), json_c);
    RB_GC_GUARD(json);
    return self;
}

static VALUE request_add_query(VALUE self, VALUE name, VALUE value)
{
    const char *name_c = nango_rb_text(&name, "name");
    const char *value_c = nango_rb_text(&value, "value");
    nango_request_add_query(nango_rb_request(self), name_c, value_c);
    RB_GC_GUARD(name);
    RB_GC_GUARD(value);
    return self;
}

static VALUE request_add_header(VALUE self, VALUE name, VALUE value)
{
    const char *name_c = nango_rb_text(&name, "header name");
    const char *value_c = nango_rb_text(&value, "header value");
    nango_request_add_header(nango_rb_request(self), name_c, value_c);
    RB_GC_GUARD(name);
    RB_GC_GUARD(value);
    return self;
}

static VALUE request_set_base_url_override(VALUE self, VALUE url)
{
    const char *url_c = nango_rb_text_or_null(&url, "base_url_override");
    nango_request_set_base_url_override(nango_rb_request(self), url_c);
    RB_GC_GUARD(url);
    return self;
}

static VALUE request_set_retries(VALUE self, VALUE retries)
{
    int32_t retries_c = nango_rb_int32(retries, "retries");
    nango_request_set_retries(nango_rb_request(self), retries_c);
    return self;
}

static VALUE request_set_nango_parses_body(VALUE self, VALUE on)
{
    int32_t on_c = nango_rb_flag(on, "nango_parses_body");
    nango_request_set_nango_parses_body(nango_rb_request(self), on_c);
    return self;
}

static VALUE request_set_decompress(VALUE self, VALUE on)
{
    int32_t on_c = nango_rb_flag(on, "decompress");
    nango_request_set_decompress(nango_rb_request(self), on_c);
    return self;
}

static VALUE request_set_forward_headers_on_redirect(VALUE self, VALUE on)
{
    int32_t on_c = nango_rb_flag(on, "forward_headers_on_redirect");
    nango_request_set_forward_headers_on_redirect(nango_rb_request(self), on_c);
    return self;
}

static VALUE request_set_repeatable(VALUE self, VALUE on)
{
    int32_t on_c = nango_rb_flag(on, "repeatable");
    nango_request_set_repeatable(nango_rb_request(self), on_c);
    return self;
}

static VALUE request_set_idle_timeout_ms(VALUE self, VALUE ms)
{
    int64_t ms_c = nango_rb_int64(ms, "idle_timeout");
    nango_request_set_idle_timeout_ms(nango_rb_request(self), ms_c);
    return self;
}

void nango_rb_init_handles(void)
{
    VALUE call_options_class = rb_define_class_under(nango_rb_native, "CallOptions", rb_cObject);
    rb_define_alloc_func(call_options_class, call_options_alloc);
    rb_undef_method(call_options_class, "initialize_copy");
    VALUE client_options_class = rb_define_class_under(nango_rb_native, "ClientOptions", rb_cObject);
    rb_define_alloc_func(client_options_class, client_options_alloc);
    rb_undef_method(client_options_class, "initialize_copy");
    rb_undef_alloc_func(nango_rb_connection_class);
    VALUE request_class = rb_define_class_under(nango_rb_native, "Request", rb_cObject);
    rb_define_alloc_func(request_class, request_alloc);
    rb_undef_method(request_class, "initialize_copy");
    rb_define_method(client_options_class, "initialize", client_options_initialize, 0);
    rb_define_method(client_options_class, "set_secret_key", client_options_set_secret_key, 1);
    rb_define_method(client_options_class, "set_base_url", client_options_set_base_url, 1);
    rb_define_method(client_options_class, "set_allow_plaintext_http", client_options_set_allow_plaintext_http, 1);
    rb_define_method(client_options_class, "set_route", client_options_set_route, 1);
    rb_define_method(client_options_class, "set_timeout_ms", client_options_set_timeout_ms, 1);
    rb_define_method(client_options_class, "set_connect_timeout_ms", client_options_set_connect_timeout_ms, 1);
    rb_define_method(client_options_class, "set_max_retries", client_options_set_max_retries, 1);
    rb_define_method(client_options_class, "set_max_response_bytes", client_options_set_max_response_bytes, 1);
    rb_define_method(client_options_class, "set_http_proxy", client_options_set_http_proxy, 1);
    rb_define_method(client_options_class, "set_ca_file", client_options_set_ca_file, 1);
    rb_define_method(client_options_class, "set_client_certificate", client_options_set_client_certificate, 2);
    rb_define_method(client_options_class, "set_cache_ttl_ms", client_options_set_cache_ttl_ms, 1);
    rb_define_method(client_options_class, "set_user_agent", client_options_set_user_agent, 1);
    rb_define_method(client_options_class, "add_header", client_options_add_header, 2);
    rb_define_method(client_options_class, "set_read_env", client_options_set_read_env, 1);
    rb_define_method(client_options_class, "load_env", client_options_load_env, 0);
    rb_define_method(call_options_class, "initialize", call_options_initialize, 0);
    rb_define_method(call_options_class, "set_timeout_ms", call_options_set_timeout_ms, 1);
    rb_define_method(call_options_class, "set_max_age_ms", call_options_set_max_age_ms, 1);
    rb_define_method(call_options_class, "set_force_refresh", call_options_set_force_refresh, 1);
    rb_define_method(call_options_class, "set_refresh_token", call_options_set_refresh_token, 1);
    rb_define_method(call_options_class, "set_refresh_github_app_jwt_token", call_options_set_refresh_github_app_jwt_token, 1);
    rb_define_method(nango_rb_connection_class, "id", connection_id, 0);
    rb_define_method(nango_rb_connection_class, "connection_id", connection_connection_id, 0);
    rb_define_method(nango_rb_connection_class, "provider_config_key", connection_provider_config_key, 0);
    rb_define_method(nango_rb_connection_class, "provider", connection_provider, 0);
    rb_define_private_method(nango_rb_connection_class, "created_at_text", connection_created_at, 0);
    rb_define_private_method(nango_rb_connection_class, "updated_at_text", connection_updated_at, 0);
    rb_define_private_method(nango_rb_connection_class, "last_fetched_at_text", connection_last_fetched_at, 0);
    rb_define_method(nango_rb_connection_class, "account_id", connection_account_id, 0);
    rb_define_method(nango_rb_connection_class, "webhook_url_override", connection_webhook_url_override, 0);
    rb_define_private_method(nango_rb_connection_class, "metadata_json", connection_metadata_json, 0);
    rb_define_private_method(nango_rb_connection_class, "connection_config_json", connection_connection_config_json, 0);
    rb_define_private_method(nango_rb_connection_class, "tags_json", connection_tags_json, 0);
    rb_define_private_method(nango_rb_connection_class, "end_user_json", connection_end_user_json, 0);
    rb_define_private_method(nango_rb_connection_class, "errors_json", connection_errors_json, 0);
    rb_define_method(nango_rb_connection_class, "json", connection_json, 0);
    rb_define_method(nango_rb_connection_class, "get_string", connection_get_string, 1);
    rb_define_method(nango_rb_connection_class, "get_json", connection_get_json, 1);
    rb_define_private_method(nango_rb_connection_class, "auth_mode_number", connection_auth_mode, 0);
    rb_define_method(nango_rb_connection_class, "auth_mode_name", connection_auth_mode_name, 0);
    rb_define_method(nango_rb_connection_class, "token", connection_token, 0);
    rb_define_private_method(nango_rb_connection_class, "authorization_or_nil", connection_authorization, 0);
    rb_define_private_method(nango_rb_connection_class, "access_token", connection_access_token, 0);
    rb_define_private_method(nango_rb_connection_class, "refresh_token", connection_refresh_token, 0);
    rb_define_private_method(nango_rb_connection_class, "oauth_token", connection_oauth_token, 0);
    rb_define_private_method(nango_rb_connection_class, "oauth_token_secret", connection_oauth_token_secret, 0);
    rb_define_private_method(nango_rb_connection_class, "api_key", connection_api_key, 0);
    rb_define_private_method(nango_rb_connection_class, "username", connection_username, 0);
    rb_define_private_method(nango_rb_connection_class, "password", connection_password, 0);
    rb_define_private_method(nango_rb_connection_class, "credential", connection_credential, 1);
    rb_define_private_method(nango_rb_connection_class, "credentials_json", connection_credentials_json, 0);
    rb_define_private_method(nango_rb_connection_class, "raw_json", connection_raw_json, 0);
    rb_define_private_method(nango_rb_connection_class, "expires_at_text", connection_expires_at, 0);
    rb_define_private_method(nango_rb_connection_class, "expires_at_ms", connection_expires_at_ms, 0);
    rb_define_method(request_class, "initialize", request_initialize, 2);
    rb_define_method(request_class, "set_path_parameter", request_set_path_parameter, 2);
    rb_define_method(request_class, "set_json", request_set_json, 1);
    rb_define_method(request_class, "add_query", request_add_query, 2);
    rb_define_method(request_class, "add_header", request_add_header, 2);
    rb_define_method(request_class, "set_base_url_override", request_set_base_url_override, 1);
    rb_define_method(request_class, "set_retries", request_set_retries, 1);
    rb_define_method(request_class, "set_nango_parses_body", request_set_nango_parses_body, 1);
    rb_define_method(request_class, "set_decompress", request_set_decompress, 1);
    rb_define_method(request_class, "set_forward_headers_on_redirect", request_set_forward_headers_on_redirect, 1);
    rb_define_method(request_class, "set_repeatable", request_set_repeatable, 1);
    rb_define_method(request_class, "set_idle_timeout_ms", request_set_idle_timeout_ms, 1);
}
