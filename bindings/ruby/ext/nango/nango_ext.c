/* The extension: Ruby's border to libnango. It is not safe for Ractors, and does not say that it is: Ruby then refuses
 * its methods in all but the main one. */

#include "nango_ext.h"

VALUE nango_rb_module, nango_rb_native, nango_rb_client_class, nango_rb_connection_class, nango_rb_error_class,
    nango_rb_closed_error_class, nango_rb_invalid_argument_class;

static VALUE version(VALUE self)
{
    (void)self;
    return nango_rb_string(nango_version());
}

/* text(value, name): a text as the library takes it, in UTF-8. What is wrong with it is said of the argument of this name. */
static VALUE text(VALUE self, VALUE value, VALUE name)
{
    (void)self;
    nango_rb_text(&value, StringValueCStr(name));
    RB_GC_GUARD(name);
    return value;
}

static VALUE lookup(VALUE module, const char *name)
{
    VALUE found = rb_const_get(module, rb_intern(name));
    rb_gc_register_mark_object(found);
    return found;
}

RUBY_FUNC_EXPORTED void Init_nango_ext(void);

void Init_nango_ext(void)
{
    nango_rb_module = rb_define_module("Nango");
    nango_rb_native = rb_define_module_under(nango_rb_module, "Native");
    rb_gc_register_mark_object(nango_rb_native);
    nango_rb_error_class = lookup(nango_rb_module, "Error");
    nango_rb_invalid_argument_class = lookup(nango_rb_module, "InvalidArgumentError");
    nango_rb_closed_error_class = lookup(nango_rb_module, "ClientClosedError");
    nango_rb_client_class = rb_define_class_under(nango_rb_module, "Client", rb_cObject);
    nango_rb_connection_class = rb_define_class_under(nango_rb_module, "Connection", rb_cObject);
    rb_gc_register_mark_object(nango_rb_client_class);
    rb_gc_register_mark_object(nango_rb_connection_class);
    rb_define_module_function(nango_rb_native, "version", version, 0);
    rb_define_module_function(nango_rb_native, "text", text, 2);
    nango_rb_init_region();
    nango_rb_init_observers();
    nango_rb_init_handles();
    nango_rb_init_request();
    nango_rb_init_client();
    nango_rb_init_response();
    nango_rb_init_pages();
    nango_rb_init_times();
    nango_rb_init_webhooks();
}
