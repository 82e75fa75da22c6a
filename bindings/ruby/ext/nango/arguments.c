/* A program's values, as C takes them. */

#include "nango_ext.h"

static VALUE frozen_string(VALUE value, const char *name)
{
    if (!RB_TYPE_P(value, T_STRING)) {
        rb_raise(rb_eTypeError, "%s must be a String, not %" PRIsVALUE, name, rb_class_name(CLASS_OF(value)));
    }
    return rb_str_new_frozen(value);
}

const char *nango_rb_text(VALUE *value, const char *name)
{
    VALUE text = frozen_string(*value, name);
    rb_encoding *utf8 = rb_utf8_encoding();
    int coderange = rb_enc_str_coderange(text);
    if (coderange != ENC_CODERANGE_7BIT && rb_enc_get(text) != utf8 && rb_enc_get(text) != rb_ascii8bit_encoding()) {
        text = rb_str_new_frozen(rb_str_conv_enc(text, rb_enc_get(text), utf8));
        if (rb_enc_get(text) != utf8) {
            nango_rb_raise_invalid("%s cannot be converted to UTF-8: pass text in UTF-8", name);
        }
        coderange = rb_enc_str_coderange(text);
    } else if (coderange != ENC_CODERANGE_7BIT && rb_enc_get(text) != utf8) {
        /* Bytes without an encoding: UTF-8 or nothing. */
        text = rb_str_new_frozen(rb_enc_str_new(RSTRING_PTR(text), RSTRING_LEN(text), utf8));
        coderange = rb_enc_str_coderange(text);
    }
    if (coderange == ENC_CODERANGE_BROKEN) {
        nango_rb_raise_invalid("%s is not valid text in its encoding: pass text in UTF-8", name);
    }
    if (memchr(RSTRING_PTR(text), 0, (size_t)RSTRING_LEN(text)) != NULL) {
        nango_rb_raise_invalid("%s contains U+0000, which cannot be sent: remove it", name);
    }
    *value = text;
    return StringValueCStr(*value);
}

const char *nango_rb_text_or_null(VALUE *value, const char *name)
{
    return NIL_P(*value) ? NULL : nango_rb_text(value, name);
}

const char *nango_rb_bytes(VALUE *value, const char *name)
{
    *value = frozen_string(*value, name);
    return RSTRING_PTR(*value);
}

int32_t nango_rb_flag(VALUE value, const char *name)
{
    if (value != Qtrue && value != Qfalse) {
        rb_raise(rb_eTypeError, "%s must be true or false, not %" PRIsVALUE, name, rb_class_name(CLASS_OF(value)));
    }
    return value == Qtrue;
}

int64_t nango_rb_int64(VALUE value, const char *name)
{
    if (!RB_INTEGER_TYPE_P(value)) {
        rb_raise(rb_eTypeError, "%s must be an Integer, not %" PRIsVALUE, name, rb_class_name(CLASS_OF(value)));
    }
    return NUM2LL(value);
}

int32_t nango_rb_int32(VALUE value, const char *name)
{
    int64_t number = nango_rb_int64(value, name);
    if (number < INT32_MIN || number > INT32_MAX) {
        nango_rb_raise_invalid("%s is out of range", name);
    }
    return (int32_t)number;
}

VALUE nango_rb_string(const char *text)
{
    return text == NULL ? Qnil : rb_utf8_str_new_cstr(text);
}
