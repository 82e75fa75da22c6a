/*
 * Each kind of call on a thread with a small stack, in a process of its own: too little of it ends that by a signal.
 *
 * usage: test_stack KIB CLIENT_KIB BASE_URL CA_FILE HTTP_PROXY
 *
 * scripts/check_stack.py runs it against its servers. KIB is for calls, CLIENT_KIB for making a client.
 */
#include <pthread.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <nango.h>

#include "support/check.h"

enum { BODY_SIZE = 200000 };

/* What the thread works with. The client is made on the main thread, for all but the kind that makes one. */
struct work {
    const char *const *arguments;
    nango_client *client;
    nango_error *error;
};

static void note(void *user_data, int32_t level, const char *message) {
    (void)user_data;
    CHECK(level >= NANGO_LOG_ERROR && message[0] != '\0');
}

static nango_client *new_client(const char *const *arguments, nango_error **error) {
    nango_client_options *options = nango_client_options_new();
    nango_client_options_set_secret_key(options, "invented-secret-key");
    nango_client_options_set_base_url(options, arguments[0]);
    if (arguments[1][0] != '\0')
        nango_client_options_set_ca_file(options, arguments[1]);
    nango_client_options_set_http_proxy(options, arguments[2]);
    nango_client_options_set_log(options, note, NULL, NANGO_LOG_TRACE);
    nango_client *client = nango_client_new(options, error);
    nango_client_options_free(options);
    return client;
}

static void make_a_client(struct work *work) {
    work->client = new_client(work->arguments, &work->error);
    CHECK(work->client != NULL);
}

static void get(struct work *work) {
    nango_connection *connection = nango_get_connection(work->client, "customer-1", "github", NULL, &work->error);
    CHECK_TEXT(nango_connection_token(connection), "invented-access");
    CHECK_TEXT(nango_connection_get_string(connection, "/metadata/plan"), "gold");
    nango_connection_free(connection);
}

static void get_again(struct work *work) {
    get(work);
    get(work);
}

static void get_what_is_not_there(struct work *work) {
    nango_connection *connection = nango_get_connection(work->client, "missing", "github", NULL, &work->error);
    CHECK(connection == NULL);
    CHECK_NUMBER(nango_error_get_kind(work->error), NANGO_ERROR_NOT_FOUND);
    nango_error_free(work->error);
    work->error = NULL;
}

static void get_after_a_retry(struct work *work) {
    nango_connection *connection = nango_get_connection(work->client, "flaky", "github", NULL, &work->error);
    CHECK_TEXT(nango_connection_token(connection), "invented-access");
    nango_connection_free(connection);
}

/* Reads a response of the proxy to its end, as bytes or as a document. */
static void read_whole(struct work *work, nango_response *response, int as_document) {
    char buffer[256];
    int64_t count = 0;
    int64_t sum = 0;
    CHECK_NUMBER(nango_response_status(response), 200);
    CHECK_TEXT(nango_response_header(response, "content-type"), "application/json");
    if (as_document)
        CHECK(nango_response_value(response, &work->error) != NULL);
    while (!as_document && (count = nango_response_read(response, buffer, sizeof buffer, &work->error)) > 0)
        sum += count;
    CHECK(count == 0);
    CHECK(as_document || sum > 0);
    nango_response_free(response);
}

static void call_through_the_proxy(struct work *work, const char *endpoint, int as_document) {
    nango_request *request = nango_request_new("GET", endpoint);
    nango_request_add_query(request, "q", "a b");
    nango_request_add_header(request, "x-invented", "1");
    read_whole(work, nango_proxy(work->client, "customer-1", "github", request, NULL, &work->error), as_document);
    nango_request_free(request);
}

static void proxy(struct work *work) {
    call_through_the_proxy(work, "/v1/items", 0);
    call_through_the_proxy(work, "/v1/items", 1);
}

static void proxy_compressed(struct work *work) {
    call_through_the_proxy(work, "/v1/gzip", 0);
    call_through_the_proxy(work, "/v1/gzip", 1);
}

static void proxy_many_headers(struct work *work) {
    call_through_the_proxy(work, "/v1/headers", 0);
}

static int64_t read_source(void *user_data, void *buffer, size_t capacity) {
    size_t *left = user_data;
    const size_t count = *left < capacity ? *left : capacity;
    memset(buffer, 'x', count);
    *left -= count;
    return (int64_t)count;
}

static void upload(struct work *work) {
    const int64_t lengths[] = {BODY_SIZE, -1};
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; ++i) {
        size_t left = BODY_SIZE;
        nango_request *request = nango_request_new("POST", "/v1/files");
        nango_request_set_body_reader(request, read_source, &left, lengths[i], "text/csv");
        read_whole(work, nango_proxy(work->client, "customer-1", "github", request, NULL, &work->error), 0);
        CHECK(left == 0);
        nango_request_free(request);
    }
}

static void call_an_operation(struct work *work) {
    nango_request *request = nango_request_new("POST", "/connections/{connectionId}/metadata");
    nango_request_set_path_parameter(request, "connectionId", "customer-1");
    nango_request_set_json(request, "{\"plan\":\"gold\"}");
    nango_response *response = nango_call(work->client, request, NULL, &work->error);
    CHECK_NUMBER(nango_response_status(response), 200);
    CHECK(nango_response_value(response, &work->error) != NULL);
    nango_response_free(response);
    nango_request_free(request);
}

static void read_pages(struct work *work) {
    int count = 0;
    nango_response *page = NULL;
    nango_request *request = nango_request_new("GET", "/connections");
    nango_pages *pages = nango_pages_new(request, NANGO_PAGE_STYLE_NUMBER);
    nango_request_free(request);
    while ((page = nango_pages_next(pages, work->client, NULL, &work->error)) != NULL) {
        ++count;
        nango_response_free(page);
    }
    nango_pages_free(pages);
    CHECK(count > 0);
}

static const struct kind {
    const char *name;
    void (*body)(struct work *);
} kinds[] = {
    {"nango_client_new", make_a_client},
    {"nango_get_connection", get},
    {"nango_get_connection, on a connection that is kept", get_again},
    {"nango_get_connection, not found", get_what_is_not_there},
    {"nango_get_connection, with a retry", get_after_a_retry},
    {"nango_proxy", proxy},
    {"nango_proxy, a compressed response", proxy_compressed},
    {"nango_proxy, a response with 300 headers", proxy_many_headers},
    {"nango_proxy, with a body that is read", upload},
    {"nango_call", call_an_operation},
    {"nango_pages_next", read_pages},
};

struct job {
    const struct kind *kind;
    struct work work;
};

static void *run(void *argument) {
    struct job *job = argument;
    job->kind->body(&job->work);
    return NULL;
}

/* The exit code of the child. */
static int run_on_a_stack_of(size_t kib, const struct kind *kind, const char *const *arguments) {
    struct job job = {kind, {arguments, NULL, NULL}};
    pthread_attr_t attributes;
    pthread_t thread;
    if (kind->body != make_a_client)
        make_a_client(&job.work);
    CHECK_NUMBER(pthread_attr_init(&attributes), 0);
    CHECK_NUMBER(pthread_attr_setstacksize(&attributes, kib * 1024), 0);
    CHECK_NUMBER(pthread_create(&thread, &attributes, run, &job), 0);
    CHECK_NUMBER(pthread_join(thread, NULL), 0);
    CHECK_TEXT(nango_error_message(job.work.error), NULL);
    nango_client_free(job.work.client);
    return check_finish();
}

int main(int count, char **values) {
    if (count != 6)
        return 2;
    const char *const arguments[] = {values[3], values[4], values[5]};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; ++i) {
        const char *kib = values[kinds[i].body == make_a_client ? 2 : 1];
        int status = 0;
        fflush(stdout);
        const pid_t child = fork();
        if (child == 0) {
            checks_failed = 0;
            _exit(run_on_a_stack_of((size_t)strtoul(kib, NULL, 10), &kinds[i], arguments));
        }
        CHECK(child > 0);
        CHECK(waitpid(child, &status, 0) == child);
        if (!CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0))
            fprintf(stderr, "    %s with a stack of %s KiB: %s %d\n", kinds[i].name, kib,
                    WIFSIGNALED(status) ? "signal" : "exit code", WIFSIGNALED(status) ? WTERMSIG(status) : status);
    }
    return check_finish();
}
