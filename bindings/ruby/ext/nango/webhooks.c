/* Signatures of webhooks. */

#include "nango_ext.h"

struct webhook {
    VALUE body, signature, key;
    const char *bytes, *signature_text, *key_text;
};

static struct webhook webhook_of(VALUE body, VALUE signature, VALUE key)
{
    struct webhook webhook = {body, signature, key, NULL, NULL, NULL};
    webhook.bytes = nango_rb_bytes(&webhook.body, "body");
    webhook.signature_text = nango_rb_text_or_null(&webhook.signature, "signature");
    webhook.key_text = nango_rb_text(&webhook.key, "signing_key");
    return webhook;
}

/* signed?(body, signature, key) */
static VALUE is_signed(VALUE self, VALUE body, VALUE signature, VALUE key)
{
    struct webhook webhook = webhook_of(body, signature, key);
    int32_t good = nango_webhook_is_signed(webhook.bytes, (size_t)RSTRING_LEN(webhook.body), webhook.signature_text,
                                           webhook.key_text);
    RB_GC_GUARD(webhook.body);
    RB_GC_GUARD(webhook.signature);
    RB_GC_GUARD(webhook.key);
    (void)self;
    return good ? Qtrue : Qfalse;
}

/* check_webhook(body, signature, key): raises what is wrong with it. */
static VALUE check(VALUE self, VALUE body, VALUE signature, VALUE key)
{
    struct webhook webhook = webhook_of(body, signature, key);
    nango_error *error = NULL;
    nango_webhook_free(nango_webhook_parse(webhook.bytes, (size_t)RSTRING_LEN(webhook.body), webhook.signature_text,
                                           webhook.key_text, &error));
    RB_GC_GUARD(webhook.body);
    RB_GC_GUARD(webhook.signature);
    RB_GC_GUARD(webhook.key);
    (void)self;
    if (error != NULL) {
        nango_rb_raise(error);
    }
    return Qnil;
}

void nango_rb_init_webhooks(void)
{
    rb_define_module_function(nango_rb_native, "webhook_signed?", is_signed, 3);
    rb_define_module_function(nango_rb_native, "check_webhook", check, 3);
}
