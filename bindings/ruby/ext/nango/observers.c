/* The library's log, and the ends of calls. They are kept while a call runs without the GVL, and passed on when it has
 * ended, on the same thread. */

#include <stdlib.h>
#include <string.h>

#include "nango_ext.h"

static ID id_observe;

static void keep(int32_t level, const char *text, const char *attributes)
{
    struct nango_rb_call *call = nango_rb_current();
    size_t length = strlen(text), rest = strlen(attributes);
    struct nango_rb_message *message = call == NULL ? NULL : malloc(sizeof *message + length + rest + 2);
    if (message == NULL) {
        return;
    }
    message->next = NULL;
    message->level = level;
    message->length = length;
    memcpy(message->text, text, length + 1);
    memcpy(message->text + length + 1, attributes, rest + 1);
    *call->last = message;
    call->last = &message->next;
}

static void receive_log(void *user_data, int32_t level, const char *message, const char *attributes)
{
    (void)user_data;
    keep(level, message, attributes);
}

static void receive_summary(void *user_data, const char *summary)
{
    (void)user_data;
    keep(0, "", summary);
}

void nango_rb_observe(nango_client_options *options, int32_t log_level, bool summaries)
{
    if (log_level > 0) {
        nango_client_options_set_log_record(options, receive_log, NULL, log_level);
    }
    if (summaries) {
        nango_client_options_set_call_hook(options, receive_summary, NULL);
    }
}

static void discard(struct nango_rb_call *call)
{
    while (call->first != NULL) {
        struct nango_rb_message *message = call->first;
        call->first = message->next;
        free(message);
    }
    call->last = &call->first;
}

void nango_rb_forward(struct nango_rb_call *call, VALUE client)
{
    if (call->first == NULL) {
        return;
    }
    VALUE messages = rb_ary_new();
    for (struct nango_rb_message *message = call->first; message != NULL; message = message->next) {
        rb_ary_push(messages, rb_ary_new_from_args(3, INT2NUM(message->level), rb_utf8_str_new_cstr(message->text),
                                                   rb_utf8_str_new_cstr(message->text + message->length + 1)));
    }
    discard(call);
    if (!NIL_P(client)) {
        rb_funcall(client, id_observe, 1, messages);
    }
}

void nango_rb_init_observers(void)
{
    id_observe = rb_intern("observe");
}
