/* What the files of the extension share. */

#ifndef NANGO_EXT_H
#define NANGO_EXT_H

#include <nango.h>
#include <pthread.h>
#include <ruby.h>
#include <ruby/encoding.h>
#include <ruby/thread.h>
#include <stdatomic.h>
#include <stdbool.h>

/* Ruby's names. */
extern VALUE nango_rb_module, nango_rb_native, nango_rb_client_class, nango_rb_connection_class, nango_rb_error_class,
    nango_rb_closed_error_class, nango_rb_invalid_argument_class;

/* ---- arguments.c: a program's values, checked. No message repeats one: it may be a secret. ---- */

/* A text, as C takes it. `*value` becomes a frozen copy, which no other thread can change while the GVL is released: it
 * has to be guarded until the text was used. */
const char *nango_rb_text(VALUE *value, const char *name);
const char *nango_rb_text_or_null(VALUE *value, const char *name);
int32_t nango_rb_flag(VALUE value, const char *name);
int32_t nango_rb_int32(VALUE value, const char *name);
int64_t nango_rb_int64(VALUE value, const char *name);
/* Bytes, as nango_rb_text has a text. */
const char *nango_rb_bytes(VALUE *value, const char *name);
/* A text of the library's as a String; nil for NULL. */
VALUE nango_rb_string(const char *text);

/* ---- region.c: calls without the GVL ---- */

/* A message of the log, or the end of a call. */
struct nango_rb_message {
    struct nango_rb_message *next;
    int32_t level; /* 0 for the end of a call */
    size_t length; /* of the text, which the attributes follow */
    char text[];
};

/* How many calls use an object of the library, in the process of this generation. */
struct nango_rb_users {
    long count;
    unsigned generation;
};

/* One call of the library that may wait. */
struct nango_rb_call {
    /* Makes the call. Runs without the GVL. */
    void (*run)(struct nango_rb_call *call);
    bool ran;
    /* Whether Ruby has asked to interrupt the thread. */
    atomic_bool asked;
    /* The thread as Ruby has it and as the system has it. Ruby's stays where it is: the call is on its stack. */
    VALUE ruby_thread;
    pthread_t thread;
    /* What a signal's handler, Thread#raise or a body's reader raised: see rb_protect. */
    int state;
    /* The call that this one was made in, by a body's reader or a signal's handler. */
    struct nango_rb_call *outer;
    /* The users of the client, and of the response or pages, that the call is one of; NULL if there are none. */
    struct nango_rb_users *users_of_client, *users;
    struct nango_rb_message *first, **last;
    /* What a body is read from, and what its reader is asked for. */
    VALUE source;
    void *buffer;
    size_t capacity;
    int64_t count;
};

void nango_rb_prepare(struct nango_rb_call *call, void (*run)(struct nango_rb_call *call));
/* Makes the call, unless something is raised before. Raises nothing. What it uses has one user more meanwhile. */
void nango_rb_run(struct nango_rb_call *call);
/* Passes on what the library logged, and raises what was raised, or else `error`, which is taken over and may be NULL.
 * `client` may be nil. */
void nango_rb_leave(struct nango_rb_call *call, VALUE client, nango_error *error);
/* The call that this thread is in. */
struct nango_rb_call *nango_rb_current(void);
int32_t nango_rb_asks_to_end(void *user_data);
int64_t nango_rb_read_body(void *user_data, void *buffer, size_t capacity);
/* Whether a call of this process uses something. */
bool nango_rb_is_used(struct nango_rb_users *users);
/* The options of a call that has none of its own. */
nango_call_options *nango_rb_default_options(void);

/* ---- observers.c ---- */

void nango_rb_observe(nango_client_options *options, int32_t log_level, bool summaries);
void nango_rb_forward(struct nango_rb_call *call, VALUE client);

/* ---- handles.c, which is generated ---- */

nango_client_options *nango_rb_client_options(VALUE self);
nango_call_options *nango_rb_call_options(VALUE self);
nango_request *nango_rb_request(VALUE self);
nango_connection *nango_rb_connection(VALUE self);
/* An object that a connection is put into once there is one. */
VALUE nango_rb_connection_alloc(VALUE klass);
void nango_rb_connection_put(VALUE self, nango_connection *connection);

/* ---- errors.c ---- */

/* Frees an error of the library's and raises it. */
NORETURN(void nango_rb_raise(nango_error *error));
NORETURN(void nango_rb_raise_invalid(const char *format, ...));

/* ---- client.c ---- */

/* The library's client for one call. Nothing of Ruby's may be called between this and nango_rb_run, and what follows that is
 * nango_rb_client_release. */
nango_client *nango_rb_client_use(VALUE self, struct nango_rb_call *call);
void nango_rb_client_release(VALUE self);
/* The options of a call: a CallOptions, or nil for those by default. */
nango_call_options *nango_rb_options_of(VALUE options);

/* ---- response.c ---- */

/* An empty object, for the response of a call that is made with `cancel`, which it comes to own. */
VALUE nango_rb_response_new(nango_cancel *cancel);
void nango_rb_response_put(VALUE self, nango_response *response);
void nango_rb_init_handles(void);
void nango_rb_init_client(void);
void nango_rb_init_request(void);
void nango_rb_init_response(void);
void nango_rb_init_pages(void);
void nango_rb_init_region(void);
void nango_rb_init_times(void);
void nango_rb_init_webhooks(void);
void nango_rb_init_observers(void);

#endif
