/* Calls on the threads of a queue, and how an event loop gets what they returned. */
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

#include "support/check.h"
#include "support/child.h"
#include "support/client.h"
#include "support/queued.h"

/* Starts getting a connection, and a plain call. */
static void queue_connection(const nango_queue *queue, uint64_t tag) {
    nango_queue_get_connection(queue, "customer-1", "github", NULL, tag);
}

static void queue_call(const nango_queue *queue, uint64_t tag) {
    nango_request *request = nango_request_new("GET", "/items");
    nango_queue_call(queue, request, NULL, tag);
    nango_request_free(request);
}

static void results_come_with_their_tags(struct server *server) {
    nango_client *client = client_for(server, "oauth2");
    nango_client *api = client_for(server, "api");
    nango_queue *queue = nango_queue_new(client, 1, NULL);
    nango_queue *calls = nango_queue_new(api, 1, NULL);
    queue_connection(queue, UINT64_MAX);
    nango_completion *completion = wait_next(queue);
    CHECK(nango_completion_tag(completion) == UINT64_MAX);
    CHECK_TEXT(nango_connection_token(nango_completion_connection(completion)), "invented-access");
    CHECK(!nango_completion_take_response(completion));
    CHECK(!nango_completion_error(completion));
    nango_completion_free(completion);

    queue_call(calls, 0);
    completion = wait_next(calls);
    CHECK(nango_completion_tag(completion) == 0);
    CHECK(!nango_completion_connection(completion));
    CHECK(!nango_completion_error(completion));
    nango_response *response = nango_completion_take_response(completion);
    CHECK(!nango_completion_take_response(completion));
    nango_completion_free(completion);
    CHECK_TEXT(nango_response_get_string(response, "/items/0/name"), "first");
    nango_response_free(response);
    nango_client_free(api);
    nango_client_free(client);
    nango_queue_free(calls);
    nango_queue_free(queue);
}

static void the_descriptor_is_readable_once_a_call_has_ended(struct server *server) {
    nango_client *client = client_for(server, "held");
    nango_queue *queue = nango_queue_new(client, 1, NULL);
    CHECK(nango_queue_descriptor(queue) >= 0);
    CHECK(!is_readable(queue));
    queue_connection(queue, 1);
    server_wait_held(server, 1);
    CHECK(!is_readable(queue));
    CHECK(!nango_queue_next(queue));
    server_release(server);
    check_next(queue, 1, NANGO_ERROR_NONE);
    CHECK(!nango_queue_next(queue));
    nango_client_free(client);
    nango_queue_free(queue);
}

/* Starts a call that fails at once. */
static void queue_nothing(const nango_queue *queue, uint64_t tag) {
    nango_queue_call(queue, NULL, NULL, tag);
}

static void the_descriptor_is_readable_until_all_were_taken(struct server *server) {
    nango_client *client = client_for(server, "oauth2");
    nango_queue *queue = nango_queue_new(client, 1, NULL);
    for (uint64_t round = 0; round < 2; ++round) {
        for (uint64_t tag = 0; tag < 3; ++tag)
            queue_nothing(queue, tag);
        for (uint64_t tag = 0; tag < 3; ++tag) {
            CHECK(is_readable(queue));
            check_completion(nango_queue_next(queue), tag, NANGO_ERROR_INVALID_ARGUMENT);
        }
        CHECK(!nango_queue_next(queue));
        CHECK(!is_readable(queue));
    }
    nango_queue_free(queue);
    nango_client_free(client);
}

/* The threads on which a client logs: those that make its calls. */
struct seen {
    pthread_mutex_t lock;
    pthread_t threads[8];
    int count;
    int with_signals;
};

static void note_thread(void *user_data, int32_t level, const char *message) {
    struct seen *seen = user_data;
    sigset_t blocked;
    int i = 0;
    (void)level, (void)message;
    pthread_mutex_lock(&seen->lock);
    while (i < seen->count && !pthread_equal(seen->threads[i], pthread_self()))
        ++i;
    if (i == seen->count && i < 8)
        seen->threads[seen->count++] = pthread_self();
    if (pthread_sigmask(SIG_BLOCK, NULL, &blocked) != 0 || !sigismember(&blocked, SIGINT))
        ++seen->with_signals;
    pthread_mutex_unlock(&seen->lock);
}

static void no_more_calls_run_at_once_than_there_may_be_threads(struct server *server) {
    struct seen seen = {.lock = PTHREAD_MUTEX_INITIALIZER};
    nango_client_options *options = options_for(server, "held");
    nango_client_options_set_log(options, note_thread, &seen, NANGO_LOG_TRACE);
    nango_client *client = nango_client_new(options, NULL);
    nango_client_options_free(options);
    nango_queue *queue = nango_queue_new(client, 2, NULL);
    const int before = server_requests(server);
    unsigned tags = 0;
    for (uint64_t tag = 0; tag < 5; ++tag)
        queue_connection(queue, tag);
    for (int done = 0; done < 5; done += 2) {
        const int running = done < 4 ? 2 : 1;
        server_wait_held(server, running);
        CHECK_NUMBER(server_requests(server), before + done + running);
        server_release(server);
        for (int i = 0; i < running; ++i) {
            nango_completion *completion = wait_next(queue);
            CHECK(nango_completion_connection(completion) != NULL);
            tags |= 1U << nango_completion_tag(completion);
            nango_completion_free(completion);
        }
    }
    CHECK_NUMBER(tags, 0x1f);
    nango_client_free(client);
    nango_queue_free(queue);
    CHECK_NUMBER(seen.count, 2);
    CHECK_NUMBER(seen.with_signals, 0);
}

enum { STARTERS = 4, CALLS_EACH = 20 };

/* Shared by threads that start calls of a queue, while another takes what they returned. */
struct queueing {
    const nango_queue *queue;
    const nango_request *request;
};

static void *start_many(void *argument) {
    const struct queueing *queueing = argument;
    for (uint64_t tag = 0; tag < CALLS_EACH; ++tag)
        if (tag % 2 == 0)
            nango_queue_get_connection(queueing->queue, "customer-1", "github", NULL, tag);
        else
            nango_queue_call(queueing->queue, queueing->request, NULL, tag);
    return NULL;
}

/* Whether a call got what the tag says that it asked for. */
static int is_as_asked(nango_completion *completion) {
    if (nango_completion_tag(completion) % 2 == 0) {
        const char *token = nango_connection_token(nango_completion_connection(completion));
        return token && strcmp(token, "invented-access") == 0;
    }
    nango_response *response = nango_completion_take_response(completion);
    const char *plan = nango_response_get_string(response, "/metadata/plan");
    const int is = plan && strcmp(plan, "gold") == 0;
    nango_response_free(response);
    return is;
}

static void *take_many(void *argument) {
    const struct queueing *queueing = argument;
    void *complaint = NULL;
    for (int i = 0; i < STARTERS * CALLS_EACH; ++i) {
        nango_completion *completion = wait_next(queueing->queue);
        if (!is_as_asked(completion))
            complaint = argument;
        nango_completion_free(completion);
    }
    return complaint;
}

static void threads_share_a_queue(struct server *server) {
    nango_client *client = client_for(server, "oauth2");
    nango_request *request = nango_request_new("GET", "/items");
    nango_queue *queue = nango_queue_new(client, 3, NULL);
    struct queueing queueing = {queue, request};
    const int before = server_requests(server);
    pthread_t starters[STARTERS];
    pthread_t taker;
    void *complaint = NULL;
    CHECK_NUMBER(pthread_create(&taker, NULL, take_many, &queueing), 0);
    for (int i = 0; i < STARTERS; ++i)
        CHECK_NUMBER(pthread_create(&starters[i], NULL, start_many, &queueing), 0);
    for (int i = 0; i < STARTERS; ++i)
        CHECK_NUMBER(pthread_join(starters[i], NULL), 0);
    CHECK_NUMBER(pthread_join(taker, &complaint), 0);
    CHECK(complaint == NULL);
    CHECK(!nango_queue_next(queue));
    CHECK_NUMBER(server_requests(server) - before, STARTERS * CALLS_EACH);
    nango_queue_free(queue);
    nango_request_free(request);
    nango_client_free(client);
}

/* The next call failed because of an argument that its message names. */
static void check_refused(const nango_queue *queue, uint64_t tag, const char *says) {
    nango_completion *completion = wait_next(queue);
    const char *message = nango_error_message(nango_completion_error(completion));
    if (!CHECK(message && strstr(message, says)))
        fprintf(stderr, "    got %s\n", message ? message : "no message");
    CHECK(!nango_completion_connection(completion));
    CHECK(!nango_completion_take_response(completion));
    check_completion(completion, tag, NANGO_ERROR_INVALID_ARGUMENT);
}

static int64_t never_read(void *user_data, void *buffer, size_t capacity) {
    (void)user_data, (void)buffer, (void)capacity;
    CHECK_TEXT("a read", NULL);
    return -1;
}

static void what_is_wrong_is_the_result_of_the_call(struct server *server) {
    nango_client *client = client_for(server, "not_found");
    nango_queue *queue = nango_queue_new(client, 1, NULL);
    nango_request *request = nango_request_new("GET", "/items");
    const int before = server_requests(server);
    nango_queue_get_connection(queue, NULL, "github", NULL, 1);
    check_refused(queue, 1, "connection_id is NULL");
    nango_queue_get_connection(queue, "customer-1", NULL, NULL, 2);
    check_refused(queue, 2, "provider_config_key is NULL");
    nango_queue_get_connection(queue, "caf\xe9", "github", NULL, 3);
    check_refused(queue, 3, "connection_id is not valid UTF-8");
    nango_queue_get_connection(queue, "customer-1", "caf\xe9", NULL, 4);
    check_refused(queue, 4, "provider_config_key is not valid UTF-8");
    nango_queue_get_connection(queue, "", "github", NULL, 5);
    check_refused(queue, 5, "connection_id");
    nango_queue_call(queue, NULL, NULL, 6);
    check_refused(queue, 6, "request is NULL");
    nango_request_set_body_reader(request, never_read, NULL, 1, NULL);
    nango_queue_call(queue, request, NULL, 7);
    check_refused(queue, 7, "reader");
    CHECK_NUMBER(server_requests(server), before);
    nango_request_free(request);

    queue_connection(queue, 8);
    nango_completion *completion = wait_next(queue);
    CHECK_TEXT(nango_error_code(nango_completion_error(completion)), "not_found");
    check_completion(completion, 8, NANGO_ERROR_NOT_FOUND);
    nango_client_free(client);
    nango_queue_free(queue);
}

static void check_no_queue(const nango_client *client, size_t max_threads, const char *says) {
    nango_error *error = NULL;
    CHECK(!nango_queue_new(client, max_threads, &error));
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_INVALID_ARGUMENT);
    CHECK(nango_error_message(error) && strstr(nango_error_message(error), says));
    nango_error_free(error);
    CHECK(!nango_queue_new(client, max_threads, NULL));
}

static void a_queue_needs_a_client_and_a_thread(struct server *server) {
    nango_client *client = client_for(server, "oauth2");
    check_no_queue(client, 0, "max_threads");
    check_no_queue(NULL, 1, "client is NULL");
    nango_client_free(client);
}

/* A call that runs, and one that waits for its turn. */
static void a_cancel_ends_its_calls(struct server *server) {
    nango_client *client = client_for(server, "held");
    nango_queue *queue = nango_queue_new(client, 1, NULL);
    nango_call_options *options = nango_call_options_new();
    nango_cancel *cancel = nango_cancel_new();
    nango_call_options_set_cancel(options, cancel);
    const int before = server_requests(server);
    nango_queue_get_connection(queue, "customer-1", "github", options, 1);
    nango_queue_get_connection(queue, "customer-1", "github", options, 2);
    queue_connection(queue, 3);
    nango_call_options_free(options);
    server_wait_held(server, 1);
    nango_cancel_trigger(cancel);
    nango_cancel_free(cancel);
    check_next(queue, 1, NANGO_ERROR_CANCELLED);
    check_next(queue, 2, NANGO_ERROR_CANCELLED);
    server_wait_held(server, 2);
    server_release(server);
    check_next(queue, 3, NANGO_ERROR_NONE);
    CHECK_NUMBER(server_requests(server), before + 2);
    nango_client_free(client);
    nango_queue_free(queue);
}

static void freeing_a_client_ends_its_calls(struct server *server) {
    nango_client *client = client_for(server, "held");
    nango_queue *queue = nango_queue_new(client, 1, NULL);
    const int before = server_requests(server);
    queue_connection(queue, 1);
    queue_call(queue, 2);
    server_wait_held(server, 1);
    nango_client_free(client);
    check_next(queue, 1, NANGO_ERROR_CANCELLED);
    check_next(queue, 2, NANGO_ERROR_CANCELLED);
    queue_connection(queue, 3);
    check_next(queue, 3, NANGO_ERROR_CANCELLED);
    CHECK_NUMBER(server_requests(server), before + 1);
    nango_queue_free(queue);
    server_release(server);
}

/* Memory with this text, which the allocator knows the size of. */
static char *copied(const char *text) {
    char *copy = malloc(strlen(text) + 1);
    if (!copy)
        exit(2);
    return strcpy(copy, text);
}

static void overwrite_and_free(char *text) {
    memset(text, 'x', strlen(text));
    free(text);
}

/* Occupies the only thread of a queue, so that what follows is read by it later. */
static void occupy(const nango_queue *queue, struct server *server) {
    queue_connection(queue, 1);
    server_wait_held(server, 1);
}

/* Lets the call that occupies the thread end, and then the one with the tag 2. */
static void release_both(const nango_queue *queue, struct server *server) {
    server_release(server);
    check_next(queue, 1, NANGO_ERROR_NONE);
    server_wait_held(server, 1);
    server_release(server);
    check_next(queue, 2, NANGO_ERROR_NONE);
}

static void ids_and_options_may_be_freed_once_the_call_was_started(struct server *server) {
    nango_client *client = client_for(server, "held");
    nango_queue *queue = nango_queue_new(client, 1, NULL);
    char *connection_id = copied("customer-2");
    char *provider_config_key = copied("github");
    nango_call_options *options = nango_call_options_new();
    nango_call_options_set_force_refresh(options, 1);
    occupy(queue, server);
    nango_queue_get_connection(queue, connection_id, provider_config_key, options, 2);
    overwrite_and_free(connection_id);
    overwrite_and_free(provider_config_key);
    nango_call_options_set_force_refresh(options, 0);
    nango_call_options_free(options);
    release_both(queue, server);
    CHECK_TEXT(server_last_line(server),
               "GET /held/connection/customer-2?provider_config_key=github&force_refresh=true HTTP/1.1");
    nango_client_free(client);
    nango_queue_free(queue);
}

static void a_request_may_be_changed_and_freed_once_the_call_was_started(struct server *server) {
    size_t size = 0;
    nango_client *client = client_for(server, "held");
    nango_queue *queue = nango_queue_new(client, 1, NULL);
    char *body = copied("{\"plan\":1}");
    nango_request *request = nango_request_new("POST", "/items/{id}");
    nango_request_set_path_parameter(request, "id", "a b");
    nango_request_add_query(request, "key", "value");
    nango_request_add_header(request, "x-invented", "one");
    nango_request_set_body(request, body, strlen(body), "application/json");
    occupy(queue, server);
    nango_queue_call(queue, request, NULL, 2);
    overwrite_and_free(body);
    nango_request_set_path_parameter(request, "id", "c");
    nango_request_add_query(request, "key", "another");
    nango_request_set_body(request, NULL, 0, NULL);
    nango_request_free(request);
    release_both(queue, server);
    CHECK_TEXT(server_last_line(server), "POST /held/items/a%20b?key=value HTTP/1.1");
    CHECK_TEXT(server_last_header(server, "x-invented"), "one");
    CHECK_TEXT(server_last_header(server, "content-type"), "application/json");
    const void *sent = server_last_body(server, &size);
    CHECK(size == 10 && memcmp(sent, "{\"plan\":1}", size) == 0);
    nango_client_free(client);
    nango_queue_free(queue);
}

/* The one completion of a queue of its own, which is freed before. */
static nango_completion *left_behind(struct server *server, const char *name, void (*start)(const nango_queue *, uint64_t),
                                     uint64_t tag) {
    nango_client *client = client_for(server, name);
    nango_queue *queue = nango_queue_new(client, 1, NULL);
    start(queue, tag);
    nango_completion *completion = wait_next(queue);
    nango_client_free(client);
    nango_queue_free(queue);
    return completion;
}

static void a_completion_outlives_the_queue_and_the_client(struct server *server) {
    nango_completion *connection = left_behind(server, "oauth2", queue_connection, 1);
    nango_completion *called = left_behind(server, "api", queue_call, 2);
    nango_completion *failed = left_behind(server, "not_found", queue_connection, 3);
    CHECK_TEXT(nango_connection_token(nango_completion_connection(connection)), "invented-access");
    nango_response *response = nango_completion_take_response(called);
    CHECK_TEXT(nango_response_get_string(response, "/items/0/name"), "first");
    CHECK_TEXT(nango_error_code(nango_completion_error(failed)), "not_found");
    nango_response_free(response);
    check_completion(connection, 1, NANGO_ERROR_NONE);
    check_completion(called, 2, NANGO_ERROR_NONE);
    check_completion(failed, 3, NANGO_ERROR_NOT_FOUND);
}

/* Each in a queue of its own, of which a readable descriptor then says that it is there. */
static void results_that_nobody_takes_are_freed(struct server *server) {
    void (*const starts[])(const nango_queue *, uint64_t) = {queue_connection, queue_call, queue_nothing};
    nango_client *client = client_for(server, "oauth2");
    for (size_t i = 0; i < 3; ++i) {
        nango_queue *queue = nango_queue_new(client, 1, NULL);
        starts[i](queue, 1);
        CHECK(readable_within(queue, LONGEST_WAIT_MS));
        nango_queue_free(queue);
    }
    nango_client_free(client);
    /* A response that stays in its completion. */
    check_completion(left_behind(server, "api", queue_call, 1), 1, NANGO_ERROR_NONE);
}

/* A call that runs until its queue is being freed. */
struct lasting {
    pthread_mutex_t lock;
    int is_freeing;
    int has_ended;
};

static int32_t end_when_freeing(void *user_data) {
    struct lasting *lasting = user_data;
    pthread_mutex_lock(&lasting->lock);
    lasting->has_ended = lasting->is_freeing;
    pthread_mutex_unlock(&lasting->lock);
    return lasting->has_ended;
}

enum { WAITING_CALLS = 20 };

/*
 * The call that runs may end a moment before those that wait are dropped, so the thread may still begin one of them. Each takes a
 * second: only a queue that drops none makes them all.
 */
static void freeing_waits_for_what_runs_and_drops_what_waits(struct server *server) {
    struct lasting lasting = {PTHREAD_MUTEX_INITIALIZER, 0, 0};
    nango_client *client = client_for(server, "held");
    nango_queue *queue = nango_queue_new(client, 1, NULL);
    nango_call_options *running = nango_call_options_new();
    nango_call_options *waiting = nango_call_options_new();
    nango_call_options_set_interrupt(running, end_when_freeing, &lasting);
    nango_call_options_set_timeout_ms(waiting, 1000);
    const int before = server_requests(server);
    nango_queue_get_connection(queue, "customer-1", "github", running, 0);
    for (uint64_t tag = 1; tag <= WAITING_CALLS; ++tag)
        nango_queue_get_connection(queue, "customer-1", "github", waiting, tag);
    nango_call_options_free(running);
    nango_call_options_free(waiting);
    server_wait_held(server, 1);
    pthread_mutex_lock(&lasting.lock);
    lasting.is_freeing = 1;
    pthread_mutex_unlock(&lasting.lock);
    nango_queue_free(queue);
    CHECK(lasting.has_ended);
    CHECK(server_requests(server) - before < 1 + WAITING_CALLS);
    nango_client_free(client);
    server_release(server);
}

/* In a child: nothing of the parent's is in the queue, which makes calls of its own. The server holds them until they time out. */
static void use_a_parents_queue(nango_queue *queue, int64_t parents_descriptor) {
    nango_call_options *options = nango_call_options_new();
    nango_call_options_set_timeout_ms(options, 100);
    CHECK(nango_queue_descriptor(queue) >= 0);
    CHECK(nango_queue_descriptor(queue) != parents_descriptor);
    CHECK(!is_readable(queue));
    CHECK(!nango_queue_next(queue));
    nango_queue_get_connection(queue, "customer-1", "github", options, 7);
    check_next(queue, 7, NANGO_ERROR_TIMEOUT);
    queue_nothing(queue, 8);
    check_next(queue, 8, NANGO_ERROR_INVALID_ARGUMENT);
    CHECK(!nango_queue_next(queue));
    CHECK(!is_readable(queue));
    nango_call_options_free(options);
}

static void a_child_has_a_queue_of_its_own(struct server *server) {
    nango_client *client = client_for(server, "held");
    nango_queue *queue = nango_queue_new(client, 1, NULL);
    const int64_t descriptor = nango_queue_descriptor(queue);
    occupy(queue, server);
    queue_connection(queue, 2);
    queue_nothing(queue, 3);
    /* The first child uses the queue and frees it, the second one only frees it. */
    for (int uses = 1; uses >= 0; --uses) {
        const pid_t child = fork_for_checks();
        if (child == 0) {
            if (uses)
                use_a_parents_queue(queue, descriptor);
            nango_queue_free(queue);
            nango_client_free(client);
            end_child();
        }
        finish_child(child);
    }
    /* The parent's are as they were: one that has ended, one that runs, and one that waits. */
    CHECK(nango_queue_descriptor(queue) == descriptor);
    CHECK(is_readable(queue));
    check_completion(nango_queue_next(queue), 3, NANGO_ERROR_INVALID_ARGUMENT);
    CHECK(!nango_queue_next(queue));
    CHECK(!is_readable(queue));
    server_release(server);
    check_next(queue, 1, NANGO_ERROR_NONE);
    server_wait_held(server, 1);
    server_release(server);
    check_next(queue, 2, NANGO_ERROR_NONE);
    nango_client_free(client);
    nango_queue_free(queue);
}

int main(void) {
    struct server *server = server_start();
    results_come_with_their_tags(server);
    the_descriptor_is_readable_once_a_call_has_ended(server);
    the_descriptor_is_readable_until_all_were_taken(server);
    no_more_calls_run_at_once_than_there_may_be_threads(server);
    threads_share_a_queue(server);
    what_is_wrong_is_the_result_of_the_call(server);
    a_queue_needs_a_client_and_a_thread(server);
    a_cancel_ends_its_calls(server);
    freeing_a_client_ends_its_calls(server);
    ids_and_options_may_be_freed_once_the_call_was_started(server);
    a_request_may_be_changed_and_freed_once_the_call_was_started(server);
    a_completion_outlives_the_queue_and_the_client(server);
    results_that_nobody_takes_are_freed(server);
    freeing_waits_for_what_runs_and_drops_what_waits(server);
    a_child_has_a_queue_of_its_own(server);
    server_stop(server);
    return check_finish();
}
