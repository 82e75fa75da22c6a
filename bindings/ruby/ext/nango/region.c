/* Calls of the library, without the GVL.
 *
 * The library must not be left by a longjmp, so nothing raises while a call runs. What ends a blocking call of Ruby's
 * own (Timeout, Thread#raise and #kill, a signal's handler that raises) first calls `unblock`, which has the library ask
 * `nango_rb_asks_to_end`. A signal need not call it: if no thread watches for signals at that time, Ruby only notes that the
 * main thread has a handler to run. So what Ruby noted counts too. Then Ruby does what it has to do. Only if something is
 * raised by it the call ends, and the exception goes on from nango_rb_leave. A call goes on after a signal whose handler
 * only notes it: a server that is told to stop finishes what it does. */

#include <signal.h>
#include <string.h>

#include "nango_ext.h"

static _Thread_local struct nango_rb_call *current;
static unsigned generation;
static nango_call_options *default_options;
static ID id_read;

struct nango_rb_call *nango_rb_current(void)
{
    return current;
}

nango_call_options *nango_rb_default_options(void)
{
    return default_options;
}

void nango_rb_prepare(struct nango_rb_call *call, void (*run)(struct nango_rb_call *call))
{
    memset(call, 0, sizeof *call);
    call->run = run;
    call->ruby_thread = rb_thread_current();
    call->last = &call->first;
    call->source = Qnil;
}

/* In a child of fork only the thread that forked goes on: the calls of all others are its parent's. */
static void add_user(struct nango_rb_users *users, long count)
{
    if (users->generation != generation) {
        users->count = 0;
        users->generation = generation;
    }
    users->count += count;
}

bool nango_rb_is_used(struct nango_rb_users *users)
{
    add_user(users, 0);
    return users->count > 0;
}

static void add_users_of(const struct nango_rb_call *call, long count)
{
    if (call->users_of_client != NULL) {
        add_user(call->users_of_client, count);
    }
    if (call->users != NULL) {
        add_user(call->users, count);
    }
}

static void *enter(void *data)
{
    struct nango_rb_call *call = data;
    call->run(call);
    call->ran = true;
    return NULL;
}

/* Runs on another thread, which has the lock that keeps `call` alive, or in a signal's handler: it does nothing that this
 * would not allow. The signal is the one that Ruby itself wakes
 * threads with. If it comes just before the library waits, the library asks after 100 ms. */
static void unblock(void *data)
{
    struct nango_rb_call *call = data;
    atomic_store(&call->asked, true);
    pthread_kill(call->thread, SIGVTALRM);
}

/* For `unblock`. Called before each time that the GVL is released: where Ruby shares native threads between its own
 * (RUBY_MN_THREADS), a thread that had it may go on on another. */
static void note_native_thread(struct nango_rb_call *call)
{
    call->thread = pthread_self();
}

static VALUE check_interrupts(VALUE unused)
{
    rb_thread_check_ints();
    return unused;
}

void nango_rb_run(struct nango_rb_call *call)
{
    call->outer = current;
    current = call;
    add_users_of(call, 1);
    while (!call->ran && call->state == 0) {
        note_native_thread(call);
        /* `unblock` may run in a signal's handler. Without saying so, Ruby would start a thread for each call that the only
         * thread of a program makes. */
        rb_nogvl(enter, call, unblock, call, RB_NOGVL_INTR_FAIL | RB_NOGVL_UBF_ASYNC_SAFE);
        if (!call->ran) {
            /* It came back at once, since the thread was to do something else first. */
            rb_protect(check_interrupts, Qnil, &call->state);
        }
    }
    add_users_of(call, -1);
    current = call->outer;
}

static void *check_with_gvl(void *data)
{
    struct nango_rb_call *call = data;
    rb_protect(check_interrupts, Qnil, &call->state);
    note_native_thread(call);
    return NULL;
}

/* Whether Ruby has something for the thread to do. rb_thread_interrupted only reads flags, and needs no GVL. */
static bool is_wanted(struct nango_rb_call *call)
{
    return atomic_exchange(&call->asked, false) || rb_thread_interrupted(call->ruby_thread);
}

int32_t nango_rb_asks_to_end(void *user_data)
{
    struct nango_rb_call *call = current;
    (void)user_data;
    if (call != NULL && call->state == 0 && is_wanted(call)) {
        rb_thread_call_with_gvl(check_with_gvl, call);
    }
    return call != NULL && call->state != 0;
}

static VALUE read_source(VALUE data)
{
    struct nango_rb_call *call = (struct nango_rb_call *)data;
    VALUE part = rb_funcall(call->source, id_read, 1, SIZET2NUM(call->capacity));
    const char *bytes = nango_rb_bytes(&part, "a part of data");
    memcpy(call->buffer, bytes, (size_t)RSTRING_LEN(part));
    call->count = RSTRING_LEN(part);
    RB_GC_GUARD(part);
    rb_thread_check_ints();
    return Qnil;
}

static void *read_with_gvl(void *data)
{
    struct nango_rb_call *call = data;
    rb_protect(read_source, (VALUE)call, &call->state);
    note_native_thread(call);
    return NULL;
}

int64_t nango_rb_read_body(void *user_data, void *buffer, size_t capacity)
{
    struct nango_rb_call *call = current;
    (void)user_data;
    if (call->state != 0) {
        return -1;
    }
    call->buffer = buffer;
    call->capacity = capacity;
    rb_thread_call_with_gvl(read_with_gvl, call);
    return call->state == 0 ? call->count : -1;
}

struct leaving {
    struct nango_rb_call *call;
    VALUE client;
};

static VALUE go_on(VALUE data)
{
    rb_jump_tag(((struct leaving *)data)->call->state);
}

static VALUE forward(VALUE data)
{
    struct leaving *leaving = (struct leaving *)data;
    nango_rb_forward(leaving->call, leaving->client);
    return Qnil;
}

void nango_rb_leave(struct nango_rb_call *call, VALUE client, nango_error *error)
{
    struct leaving leaving = {call, client};
    if (call->state != 0) {
        /* The library's error is that the call was cancelled. What goes on is why: an exception, a throw (as that of Timeout)
         * or the end of the thread. */
        nango_error_free(error);
        rb_ensure(go_on, (VALUE)&leaving, forward, (VALUE)&leaving);
    }
    nango_rb_forward(call, client);
    if (error != NULL) {
        nango_rb_raise(error);
    }
}

/* Runs in the child, on the thread that forked. A signal's handler, or what a body is read from, may have forked amid calls:
 * they go on in the child too. */
static void note_fork(void)
{
    generation++;
    for (const struct nango_rb_call *call = current; call != NULL; call = call->outer) {
        add_users_of(call, 1);
    }
}

static void ignore(int signal)
{
    (void)signal;
}

void nango_rb_init_region(void)
{
    struct sigaction action;
    id_read = rb_intern("read");
    default_options = nango_call_options_new();
    nango_call_options_set_interrupt(default_options, nango_rb_asks_to_end, NULL);
    pthread_atfork(NULL, NULL, note_fork);
    /* Ruby has a function for this signal. One that had none would end with it. */
    if (sigaction(SIGVTALRM, NULL, &action) == 0 && action.sa_handler == SIG_DFL) {
        memset(&action, 0, sizeof action);
        action.sa_handler = ignore;
        sigaction(SIGVTALRM, &action, NULL);
    }
}
