/* The pages of a list. */

#include "nango_ext.h"

struct pages {
    nango_pages *pages;
    /* The thread that reads, if one does: one at a time may. */
    struct nango_rb_users readers;
};

static void free_pages(void *data)
{
    struct pages *pages = data;
    nango_pages_free(pages->pages);
    xfree(pages);
}

static size_t size_of_pages(const void *data)
{
    (void)data;
    return sizeof(struct pages);
}

static const rb_data_type_t pages_type = {
    .wrap_struct_name = "Nango::Native::Pages",
    .function = {.dfree = free_pages, .dsize = size_of_pages},
    .flags = RUBY_TYPED_FREE_IMMEDIATELY,
};

static VALUE alloc_pages(VALUE klass)
{
    struct pages *pages;
    return TypedData_Make_Struct(klass, struct pages, &pages_type, pages);
}

/* new(request, style) */
static VALUE pages_initialize(VALUE self, VALUE request, VALUE style)
{
    struct pages *pages = rb_check_typeddata(self, &pages_type);
    nango_pages_free(pages->pages);
    pages->pages = nango_pages_new(nango_rb_request(request), nango_rb_int32(style, "style"));
    RB_GC_GUARD(request);
    return self;
}

struct turning {
    struct nango_rb_call call;
    nango_pages *pages;
    nango_client *client;
    nango_call_options *options;
    nango_response *response;
    nango_error *error;
};

static void turn(struct nango_rb_call *call)
{
    struct turning *turning = (struct turning *)call;
    turning->response = nango_pages_next(turning->pages, turning->client, turning->options, &turning->error);
}

/* next(client, options): a Native::Response; nil at the end. */
static VALUE pages_next(VALUE self, VALUE client, VALUE options)
{
    struct pages *pages = rb_check_typeddata(self, &pages_type);
    struct turning turning;
    if (nango_rb_is_used(&pages->readers)) {
        nango_rb_raise_invalid("the pages are being read already: let one thread at a time read them");
    }
    nango_rb_prepare(&turning.call, turn);
    turning.pages = pages->pages;
    turning.options = nango_rb_options_of(options);
    turning.response = NULL;
    turning.error = NULL;
    VALUE response = nango_rb_response_new(NULL);
    turning.call.users = &pages->readers;
    turning.client = nango_rb_client_use(client, &turning.call);
    nango_rb_run(&turning.call);
    nango_rb_client_release(client);
    nango_rb_response_put(response, turning.response);
    RB_GC_GUARD(self);
    RB_GC_GUARD(options);
    nango_rb_leave(&turning.call, client, turning.error);
    return turning.response == NULL ? Qnil : response;
}

void nango_rb_init_pages(void)
{
    VALUE klass = rb_define_class_under(nango_rb_native, "Pages", rb_cObject);
    rb_define_alloc_func(klass, alloc_pages);
    rb_define_method(klass, "initialize", pages_initialize, 2);
    rb_define_method(klass, "next", pages_next, 2);
    rb_undef_method(klass, "initialize_copy");
}
