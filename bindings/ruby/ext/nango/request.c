/* What requests have besides texts and numbers, and connections of a document. */

#include "nango_ext.h"

/* set_body(data, content_type) */
static VALUE set_body(VALUE self, VALUE data, VALUE content_type)
{
    const char *bytes = nango_rb_bytes(&data, "data");
    const char *type = nango_rb_text_or_null(&content_type, "content_type");
    nango_request_set_body(nango_rb_request(self), bytes, (size_t)RSTRING_LEN(data), type);
    RB_GC_GUARD(data);
    RB_GC_GUARD(content_type);
    return self;
}

/* set_body_reader(length, content_type): the body comes from the source of the call. */
static VALUE set_body_reader(VALUE self, VALUE length, VALUE content_type)
{
    const char *type = nango_rb_text_or_null(&content_type, "content_type");
    nango_request_set_body_reader(nango_rb_request(self), nango_rb_read_body, NULL, nango_rb_int64(length, "length"), type);
    RB_GC_GUARD(content_type);
    return self;
}

/* set_retry_on(statuses) */
static VALUE set_retry_on(VALUE self, VALUE statuses)
{
    VALUE memory;
    long count = RARRAY_LEN(statuses);
    int32_t *numbers = ALLOCV_N(int32_t, memory, count + 1);
    for (long i = 0; i < count; i++) {
        numbers[i] = nango_rb_int32(rb_ary_entry(statuses, i), "retry_on");
    }
    nango_request_set_retry_on(nango_rb_request(self), numbers, (size_t)count);
    ALLOCV_END(memory);
    return self;
}

/* connection_from_json(json) */
static VALUE connection_from_json(VALUE self, VALUE json)
{
    const char *text = nango_rb_text(&json, "json");
    VALUE made = nango_rb_connection_alloc(nango_rb_connection_class);
    nango_error *error = NULL;
    nango_rb_connection_put(made, nango_connection_from_json(text, &error));
    RB_GC_GUARD(json);
    (void)self;
    if (error != NULL) {
        nango_rb_raise(error);
    }
    return made;
}

void nango_rb_init_request(void)
{
    VALUE request = rb_const_get(nango_rb_native, rb_intern("Request"));
    rb_define_method(request, "set_body", set_body, 2);
    rb_define_method(request, "set_body_reader", set_body_reader, 2);
    rb_define_method(request, "set_retry_on", set_retry_on, 1);
    rb_define_module_function(nango_rb_native, "connection_from_json", connection_from_json, 1);
}
