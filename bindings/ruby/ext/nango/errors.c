/* Errors of the library, as Ruby's exceptions. */

#include "nango_ext.h"

void nango_rb_raise(nango_error *error)
{
    VALUE fields[] = {
        INT2NUM(nango_error_get_kind(error)),
        nango_rb_string(nango_error_message(error)),
        INT2NUM(nango_error_http_status(error)),
        nango_rb_string(nango_error_code(error)),
        nango_rb_string(nango_error_server_message(error)),
        nango_rb_string(nango_error_body(error)),
        LL2NUM(nango_error_retry_after_ms(error)),
        INT2NUM(nango_error_attempts(error)),
        nango_error_is_retryable(error) ? Qtrue : Qfalse,
        nango_rb_string(nango_error_request_id(error)),
    };
    nango_error_free(error);
    rb_exc_raise(rb_funcallv(nango_rb_error_class, rb_intern("from_library"), (int)(sizeof fields / sizeof *fields), fields));
}

void nango_rb_raise_invalid(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    VALUE message = rb_vsprintf(format, arguments);
    va_end(arguments);
    rb_exc_raise(rb_class_new_instance(1, &message, nango_rb_invalid_argument_class));
}
