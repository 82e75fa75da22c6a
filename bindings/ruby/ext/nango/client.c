/* The client: calls of Nango's API and of external APIs. */

#include <string.h>

#include "nango_ext.h"

struct client {
    nango_client *client;
    bool closed;
    /* The calls that use the pointer. */
    struct nango_rb_users users;
};

static void free_client(void *data)
{
    struct client *client = data;
    nango_client_free(client->client);
    xfree(client);
}

static size_t size_of_client(const void *data)
{
    (void)data;
    return sizeof(struct client);
}

static const rb_data_type_t client_type = {
    .wrap_struct_name = "Nango::Client",
    .function = {.dfree = free_client, .dsize = size_of_client},
    .flags = RUBY_TYPED_FREE_IMMEDIATELY,
};

static VALUE alloc_client(VALUE klass)
{
    struct client *client;
    return TypedData_Make_Struct(klass, struct client, &client_type, client);
}

static struct client *client_of(VALUE self)
{
    return rb_check_typeddata(self, &client_type);
}

static void free_if_unused(struct client *client)
{
    if (client->closed && !nango_rb_is_used(&client->users)) {
        nango_client_free(client->client);
        client->client = NULL;
    }
}

nango_client *nango_rb_client_use(VALUE self, struct nango_rb_call *call)
{
    struct client *client = client_of(self);
    if (client->closed || client->client == NULL) {
        VALUE message = rb_str_new_cstr("client is closed: make a new one");
        rb_exc_raise(rb_class_new_instance(1, &message, nango_rb_closed_error_class));
    }
    call->users_of_client = &client->users;
    return client->client;
}

void nango_rb_client_release(VALUE self)
{
    free_if_unused(client_of(self));
}

nango_call_options *nango_rb_options_of(VALUE options)
{
    return NIL_P(options) ? nango_rb_default_options() : nango_rb_call_options(options);
}

struct opening {
    struct nango_rb_call call;
    nango_client_options *options;
    nango_client *client;
    nango_error *error;
};

static void open_client(struct nango_rb_call *call)
{
    struct opening *opening = (struct opening *)call;
    opening->client = nango_client_new(opening->options, &opening->error);
}

/* make(options, log_level, summaries) */
static VALUE client_make(VALUE self, VALUE options, VALUE log_level, VALUE summaries)
{
    struct client *client = client_of(self);
    struct opening opening;
    nango_rb_prepare(&opening.call, open_client);
    opening.options = nango_rb_client_options(options);
    opening.client = NULL;
    opening.error = NULL;
    if (client->client != NULL || client->closed) {
        nango_rb_raise_invalid("client was made already");
    }
    nango_rb_observe(opening.options, nango_rb_int32(log_level, "log_level"), RTEST(summaries));
    nango_rb_run(&opening.call);
    client->client = opening.client;
    RB_GC_GUARD(options);
    nango_rb_leave(&opening.call, Qnil, opening.error);
    return self;
}

struct getting {
    struct nango_rb_call call;
    nango_client *client;
    const char *connection_id, *provider_config_key;
    nango_call_options *options;
    nango_connection *connection;
    nango_error *error;
};

static void get(struct nango_rb_call *call)
{
    struct getting *getting = (struct getting *)call;
    getting->connection = nango_get_connection(getting->client, getting->connection_id, getting->provider_config_key,
                                               getting->options, &getting->error);
}

/* fetch_connection(connection_id, provider_config_key, options) */
static VALUE client_fetch_connection(VALUE self, VALUE connection_id, VALUE provider_config_key, VALUE options)
{
    struct getting getting;
    nango_rb_prepare(&getting.call, get);
    getting.connection_id = nango_rb_text(&connection_id, "connection_id");
    getting.provider_config_key = nango_rb_text(&provider_config_key, "provider_config_key");
    getting.options = nango_rb_options_of(options);
    getting.connection = NULL;
    getting.error = NULL;
    VALUE found = nango_rb_connection_alloc(nango_rb_connection_class);
    getting.client = nango_rb_client_use(self, &getting.call);
    nango_rb_run(&getting.call);
    nango_rb_client_release(self);
    nango_rb_connection_put(found, getting.connection);
    RB_GC_GUARD(connection_id);
    RB_GC_GUARD(provider_config_key);
    RB_GC_GUARD(options);
    nango_rb_leave(&getting.call, self, getting.error);
    return found;
}

struct calling {
    struct nango_rb_call call;
    nango_client *client;
    nango_request *request;
    nango_call_options *options;
    int32_t until;
    const char *connection_id, *provider_config_key;
    bool indexes;
    nango_response *response;
    nango_error *error;
};

/* A call of Nango's own API, with its whole response. */
static void call_nango(struct nango_rb_call *call)
{
    struct calling *calling = (struct calling *)call;
    calling->response =
        calling->until == 0
            ? nango_call(calling->client, calling->request, calling->options, &calling->error)
            : nango_call_until(calling->client, calling->request, calling->until, calling->options, &calling->error);
    if (calling->response != NULL && calling->indexes && nango_response_value(calling->response, &calling->error) == NULL) {
        nango_response_free(calling->response);
        calling->response = NULL;
    }
}

/* call(request, options, until, is_json): [status, headers, body] */
static VALUE client_call(VALUE self, VALUE request, VALUE options, VALUE until, VALUE is_json)
{
    struct calling calling;
    nango_rb_prepare(&calling.call, call_nango);
    calling.request = nango_rb_request(request);
    calling.options = nango_rb_options_of(options);
    calling.until = nango_rb_int32(until, "until");
    calling.indexes = RTEST(is_json);
    calling.response = NULL;
    calling.error = NULL;
    VALUE response = nango_rb_response_new(NULL);
    calling.client = nango_rb_client_use(self, &calling.call);
    nango_rb_run(&calling.call);
    nango_rb_client_release(self);
    nango_rb_response_put(response, calling.response);
    RB_GC_GUARD(request);
    RB_GC_GUARD(options);
    nango_rb_leave(&calling.call, self, calling.error);
    return response;
}

static void call_external(struct nango_rb_call *call)
{
    struct calling *calling = (struct calling *)call;
    calling->response = nango_proxy(calling->client, calling->connection_id, calling->provider_config_key,
                                    calling->request, calling->options, &calling->error);
}

/* proxy_call(connection_id, provider_config_key, request, options, source): a Native::Response. `options` is not nil. */
static VALUE client_proxy_call(VALUE self, VALUE connection_id, VALUE provider_config_key, VALUE request, VALUE options,
                               VALUE source)
{
    struct calling calling;
    nango_rb_prepare(&calling.call, call_external);
    calling.connection_id = nango_rb_text(&connection_id, "connection_id");
    calling.provider_config_key = nango_rb_text(&provider_config_key, "provider_config_key");
    calling.request = nango_rb_request(request);
    calling.options = nango_rb_call_options(options);
    calling.call.source = source;
    calling.response = NULL;
    calling.error = NULL;
    nango_cancel *cancel = nango_cancel_new();
    VALUE response = nango_rb_response_new(cancel);
    nango_call_options_set_cancel(calling.options, cancel);
    calling.client = nango_rb_client_use(self, &calling.call);
    nango_rb_run(&calling.call);
    nango_rb_client_release(self);
    nango_rb_response_put(response, calling.response);
    RB_GC_GUARD(connection_id);
    RB_GC_GUARD(provider_config_key);
    RB_GC_GUARD(request);
    RB_GC_GUARD(options);
    RB_GC_GUARD(source);
    nango_rb_leave(&calling.call, self, calling.error);
    return response;
}

/* close: ends the calls that run. The last of them frees the client. */
static VALUE client_close(VALUE self)
{
    struct client *client = client_of(self);
    if (!client->closed) {
        client->closed = true;
        nango_client_shutdown(client->client);
        free_if_unused(client);
    }
    return Qnil;
}

static VALUE client_is_closed(VALUE self)
{
    struct client *client = client_of(self);
    return client->closed || client->client == NULL ? Qtrue : Qfalse;
}

static VALUE client_invalidate(VALUE self, VALUE connection_id, VALUE provider_config_key)
{
    struct client *client = client_of(self);
    const char *id = nango_rb_text(&connection_id, "connection_id");
    const char *key = nango_rb_text(&provider_config_key, "provider_config_key");
    if (!client->closed) {
        nango_client_invalidate(client->client, id, key);
    }
    RB_GC_GUARD(connection_id);
    RB_GC_GUARD(provider_config_key);
    return Qnil;
}

static VALUE client_clear_cache(VALUE self)
{
    struct client *client = client_of(self);
    if (!client->closed) {
        nango_client_clear_cache(client->client);
    }
    return Qnil;
}

static VALUE client_dump(VALUE self)
{
    (void)self;
    rb_raise(rb_eTypeError, "a Nango::Client cannot be dumped or copied: share it between threads");
}

static VALUE client_copy(VALUE self, VALUE of)
{
    (void)of;
    return client_dump(self);
}

void nango_rb_init_client(void)
{
    VALUE klass = nango_rb_client_class;
    rb_define_alloc_func(klass, alloc_client);
    rb_define_private_method(klass, "make", client_make, 3);
    rb_define_private_method(klass, "fetch_connection", client_fetch_connection, 3);
    /* For the operations and pages, which are objects of their own. */
    rb_define_protected_method(klass, "call", client_call, 4);
    rb_define_private_method(klass, "proxy_call", client_proxy_call, 5);
    rb_define_method(klass, "close", client_close, 0);
    rb_define_method(klass, "closed?", client_is_closed, 0);
    rb_define_method(klass, "invalidate", client_invalidate, 2);
    rb_define_method(klass, "clear_cache", client_clear_cache, 0);
    rb_define_method(klass, "marshal_dump", client_dump, 0);
    rb_define_private_method(klass, "initialize_copy", client_copy, 1);
}
