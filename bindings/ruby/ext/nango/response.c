/* Responses, whose bodies are read without the GVL. */

#include <string.h>

#include "nango_ext.h"

struct response {
    nango_response *response;
    nango_cancel *cancel;
    /* The thread that reads, if one does: one at a time may. */
    struct nango_rb_users readers;
    bool closed;
};

static void free_response(void *data)
{
    struct response *response = data;
    nango_response_free(response->response);
    nango_cancel_free(response->cancel);
    xfree(response);
}

static size_t size_of_response(const void *data)
{
    (void)data;
    return sizeof(struct response);
}

static const rb_data_type_t response_type = {
    .wrap_struct_name = "Nango::Native::Response",
    .function = {.dfree = free_response, .dsize = size_of_response},
    .flags = RUBY_TYPED_FREE_IMMEDIATELY,
};

static VALUE response_class;

VALUE nango_rb_response_new(nango_cancel *cancel)
{
    struct response *response;
    VALUE self = TypedData_Make_Struct(response_class, struct response, &response_type, response);
    response->cancel = cancel;
    return self;
}

static struct response *response_of(VALUE self)
{
    return rb_check_typeddata(self, &response_type);
}

void nango_rb_response_put(VALUE self, nango_response *response)
{
    response_of(self)->response = response;
}

static struct response *open_response(VALUE self)
{
    struct response *response = response_of(self);
    if (response->closed) {
        nango_rb_raise_invalid("response is closed: read it before you close it");
    }
    if (nango_rb_is_used(&response->readers)) {
        nango_rb_raise_invalid("response is being read already: let one thread at a time read it");
    }
    return response;
}

static VALUE response_status(VALUE self)
{
    return INT2NUM(nango_response_status(open_response(self)->response));
}

/* headers: [[name, value], ...], which are small: all that a head may have is 16 KiB. */
static VALUE response_headers(VALUE self)
{
    nango_response *response = open_response(self)->response;
    size_t count = nango_response_header_count(response);
    VALUE headers = rb_ary_new_capa((long)count);
    for (size_t i = 0; i < count; i++) {
        rb_ary_push(headers, rb_assoc_new(nango_rb_string(nango_response_header_name(response, i)),
                                          nango_rb_string(nango_response_header_value(response, i))));
    }
    return headers;
}

struct reading {
    struct nango_rb_call call;
    nango_response *response;
    void *buffer;
    size_t capacity;
    int64_t count;
    const void *body;
    size_t length;
    nango_error *error;
};

static void read_part(struct nango_rb_call *call)
{
    struct reading *reading = (struct reading *)call;
    reading->count = nango_response_read(reading->response, reading->buffer, reading->capacity, &reading->error);
}

static void read_all(struct nango_rb_call *call)
{
    struct reading *reading = (struct reading *)call;
    reading->body = nango_response_body(reading->response, &reading->length, &reading->error);
}

static void release(struct response *response)
{
    if (response->closed && !nango_rb_is_used(&response->readers)) {
        nango_response_free(response->response);
        response->response = NULL;
    }
}

/* Reads, while no other thread may free the response or read too. */
static void run_reading(VALUE self, struct response *response, struct reading *reading)
{
    reading->response = response->response;
    reading->error = NULL;
    reading->call.users = &response->readers;
    nango_rb_run(&reading->call);
    RB_GC_GUARD(self);
}

static void finish_reading(VALUE self, struct response *response, struct reading *reading)
{
    release(response);
    /* The library logs nothing while a body is read. */
    nango_rb_leave(&reading->call, Qnil, reading->error);
    RB_GC_GUARD(self);
}

/* read(size): at least one byte, or an empty String at the end. */
static VALUE response_read(VALUE self, VALUE size)
{
    struct response *response = open_response(self);
    struct reading reading;
    long capacity = NUM2LONG(size);
    VALUE part = rb_str_buf_new(capacity);
    nango_rb_prepare(&reading.call, read_part);
    reading.buffer = RSTRING_PTR(part);
    reading.capacity = (size_t)capacity;
    reading.count = 0;
    run_reading(self, response, &reading);
    if (reading.count > 0) {
        rb_str_set_len(part, (long)reading.count);
    }
    finish_reading(self, response, &reading);
    return part;
}

/* body: all that is left. */
static VALUE response_body(VALUE self)
{
    struct response *response = open_response(self);
    struct reading reading;
    nango_rb_prepare(&reading.call, read_all);
    reading.body = NULL;
    reading.length = 0;
    run_reading(self, response, &reading);
    VALUE body = reading.body == NULL ? Qnil : rb_str_new(reading.body, (long)reading.length);
    finish_reading(self, response, &reading);
    return body;
}

/* close: the thread that reads gets an error, and frees the response. */
static VALUE response_close(VALUE self)
{
    struct response *response = response_of(self);
    response->closed = true;
    if (nango_rb_is_used(&response->readers)) {
        nango_cancel_trigger(response->cancel);
    }
    release(response);
    return Qnil;
}

static VALUE response_is_closed(VALUE self)
{
    return response_of(self)->closed ? Qtrue : Qfalse;
}

void nango_rb_init_response(void)
{
    response_class = rb_define_class_under(nango_rb_native, "Response", rb_cObject);
    rb_undef_alloc_func(response_class);
    rb_define_method(response_class, "status", response_status, 0);
    rb_define_method(response_class, "headers", response_headers, 0);
    rb_define_method(response_class, "read", response_read, 1);
    rb_define_method(response_class, "body", response_body, 0);
    rb_define_method(response_class, "close", response_close, 0);
    rb_define_method(response_class, "closed?", response_is_closed, 0);
}
