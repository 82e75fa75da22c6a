/*
 * Makes the calls of one scenario and prints their results and leaks.
 *
 * usage: scenario NAME BASE_URL PROXY CA_FILE        (an empty argument means none)
 *
 * The last line is "<outcome> <ms> <descriptors more> <threads more> <outcome of a further call>", where an outcome is
 * SUCCESS or the name of an error. The further call is made with the same client, once nothing fails any more.
 */
#include <dirent.h>
#include <dlfcn.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <nango.h>

enum { TIMEOUT_MS = 5000 };

static int entries(const char *folder) {
    int count = 0;
    DIR *open_folder = opendir(folder);
    for (const struct dirent *entry = readdir(open_folder); entry; entry = readdir(open_folder))
        count += entry->d_name[0] != '.';
    closedir(open_folder);
    return count;
}

static long long now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* A thread that looks up a name may outlast its call. */
static int threads_left(void) {
    const long long until = now_ms() + 2000;
    while (entries("/proc/self/task") > 1 && now_ms() < until)
        sched_yield();
    return entries("/proc/self/task") - 1;
}

static const char *described(const nango_connection *connection, const nango_error *error) {
    const char *token = nango_connection_token(connection);
    if ((connection == NULL) == (error == NULL))
        return "BOTH_OR_NEITHER";
    if (connection)
        return token && strcmp(token, "invented-access") == 0 ? "SUCCESS" : "WRONG_TOKEN";
    if (!nango_error_message(error) || !*nango_error_message(error))
        return "NO_MESSAGE";
    return nango_error_kind_name(nango_error_get_kind(error));
}

static const char *call(const nango_client *client, const nango_call_options *options) {
    nango_error *error = NULL;
    nango_connection *connection = nango_get_connection(client, "customer-1", "github", options, &error);
    const char *outcome = described(connection, error);
    if (error)
        fprintf(stderr, "%s: %s\n", outcome, nango_error_message(error));
    nango_connection_free(connection);
    nango_error_free(error);
    return outcome;
}

/* ---- A call that another thread cancels once it waits */

struct cancelled {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    int over;
    nango_cancel *cancel;
};

static int32_t waits(void *user_data) {
    struct cancelled *cancelled = user_data;
    pthread_mutex_lock(&cancelled->lock);
    cancelled->over = 1;
    pthread_cond_signal(&cancelled->changed);
    pthread_mutex_unlock(&cancelled->lock);
    return 0;
}

static void *cancel_it(void *argument) {
    struct cancelled *cancelled = argument;
    pthread_mutex_lock(&cancelled->lock);
    while (!cancelled->over)
        pthread_cond_wait(&cancelled->changed, &cancelled->lock);
    pthread_mutex_unlock(&cancelled->lock);
    nango_cancel_trigger(cancelled->cancel);
    return NULL;
}

static const char *call_cancelled(const nango_client *client) {
    struct cancelled cancelled = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0, nango_cancel_new()};
    nango_call_options *options = nango_call_options_new();
    pthread_t thread;
    nango_call_options_set_cancel(options, cancelled.cancel);
    nango_call_options_set_interrupt(options, waits, &cancelled);
    if (pthread_create(&thread, NULL, cancel_it, &cancelled) != 0)
        return "NO_THREAD";
    const char *outcome = call(client, options);
    waits(&cancelled);
    pthread_join(thread, NULL);
    nango_call_options_free(options);
    nango_cancel_free(cancelled.cancel);
    return outcome;
}

/* ---- A call through Nango's proxy, with bodies in several parts */

enum { UPLOAD = 200000 };

static int64_t next_part(void *user_data, void *buffer, size_t capacity) {
    size_t *left = user_data;
    const size_t count = *left < capacity ? *left : capacity;
    memset(buffer, 'x', count);
    *left -= count;
    return (int64_t)count;
}

/* Reads a body to its end; how it ended. The received data must be the beginning of the sent data, or all of it. */
static const char *read_whole(nango_response *response, nango_error **error) {
    char part[50];
    int64_t count, all = 0;
    while ((count = nango_response_read(response, part, sizeof part, error)) > 0) {
        for (int64_t i = 0; i < count; i++)
            if (part[i] != 'y')
                return "WRONG_BODY";
        all += count;
    }
    if (count < 0)
        return nango_error_kind_name(nango_error_get_kind(*error));
    return nango_response_status(response) == 200 && all == UPLOAD ? "SUCCESS" : "WRONG_BODY";
}

static const char *call_proxied(const nango_client *client) {
    size_t left = UPLOAD;
    nango_error *error = NULL;
    nango_request *request = nango_request_new("POST", "/echo");
    nango_request_set_body_reader(request, next_part, &left, UPLOAD, "text/plain");
    nango_response *response = nango_proxy(client, "customer-1", "github", request, NULL, &error);
    const char *outcome = nango_error_kind_name(nango_error_get_kind(error));
    if ((response == NULL) == (error == NULL))
        outcome = "BOTH_OR_NEITHER";
    else if (response)
        outcome = read_whole(response, &error);
    if (error)
        fprintf(stderr, "%s: %s\n", outcome, nango_error_message(error));
    nango_request_free(request);
    nango_response_free(response);
    nango_error_free(error);
    return outcome;
}

/* ---- Scenarios */

static nango_client_options *options_of(const char *name, char **argv) {
    nango_client_options *options = nango_client_options_new();
    nango_client_options_set_secret_key(options, "invented-secret-key");
    nango_client_options_set_base_url(options, argv[2]);
    nango_client_options_set_allow_plaintext_http(options, 1);
    nango_client_options_set_http_proxy(options, argv[3]);
    nango_client_options_set_ca_file(options, argv[4][0] ? argv[4] : NULL);
    nango_client_options_set_timeout_ms(options, TIMEOUT_MS);
    nango_client_options_set_max_retries(options, strcmp(name, "retry") == 0 ? 2 : 0);
    return options;
}

static const char *run(const char *name, const nango_client *client) {
    if (strcmp(name, "cancelled") == 0)
        return call_cancelled(client);
    if (strstr(name, "upload"))
        return call_proxied(client);
    const char *outcome = call(client, NULL);
    if (strcmp(name, "kept alive") == 0 && strcmp(outcome, "SUCCESS") == 0)
        outcome = call(client, NULL);
    return outcome;
}

/* The shim's, if it is loaded. */
static void stop_failing(void) {
    void (*stop)(void);
    *(void **)&stop = dlsym(RTLD_DEFAULT, "torture_stop");
    if (stop)
        stop();
}

int main(int argc, char **argv) {
    if (argc != 5)
        return 2;
    const int descriptors = entries("/proc/self/fd");
    const long long start = now_ms();
    nango_error *error = NULL;
    nango_client_options *options = options_of(argv[1], argv);
    nango_client *client = nango_client_new(options, &error);
    nango_client_options_free(options);
    const char *outcome = nango_error_kind_name(nango_error_get_kind(error));
    const char *further = "NO_CLIENT";
    if (client)
        outcome = run(argv[1], client);
    const long long elapsed = now_ms() - start;
    stop_failing();
    if (client && strcmp(argv[1], "cancelled") != 0)
        further = call(client, NULL);
    nango_client_free(client);
    nango_error_free(error);
    const int threads = threads_left();
    printf("%s %lld %d %d %s\n", outcome, elapsed, entries("/proc/self/fd") - descriptors, threads, further);
    return 0;
}
