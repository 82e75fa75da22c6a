/*
 * A cancel, a shutdown and an interrupt in each phase of a call. The call itself shows when it waits: it calls its
 * interrupt then.
 */
#define _DEFAULT_SOURCE /* syscall */
#include <arpa/inet.h>
#include <dirent.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <sched.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "support/calls.h"
#include "support/check.h"
#include "support/client.h"

enum { MOST_QUEUED = 64, LONG_HEADER = 60000 };

/* ---- Two functions that replace the system's for the library */

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int names_are_answered = 0;

/* A name server that does not respond. */
int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **found) {
    (void)node, (void)service, (void)hints, (void)found;
    pthread_mutex_lock(&lock);
    while (!names_are_answered)
        pthread_cond_wait(&changed, &lock);
    pthread_mutex_unlock(&lock);
    return EAI_NONAME;
}

/*
 * Lets little wait to be sent, so that a long request does not fit. Under another name here, since glibc may declare it
 * with a union.
 */
int connect_with_a_small_buffer(int fd, const void *address, socklen_t length) __asm__("connect");
int connect_with_a_small_buffer(int fd, const void *address, socklen_t length) {
    const int smallest = 1;
    setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &smallest, sizeof smallest);
    return (int)syscall(SYS_connect, fd, address, length);
}

/* Lets abandoned look-ups end, so that their memory is not in use any more. */
static void answer_names(void) {
    int threads;
    pthread_mutex_lock(&lock);
    names_are_answered = 1;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
    do {
        threads = 0;
        DIR *tasks = opendir("/proc/self/task");
        for (const struct dirent *task = readdir(tasks); task; task = readdir(tasks))
            threads += task->d_name[0] != '.';
        closedir(tasks);
        sched_yield();
    } while (threads > 2); /* this one and the server's */
}

/* ---- A port that accepts connections and sends nothing */

struct silent {
    int listener;
    int port;
    int queued[MOST_QUEUED];
    int queued_count;
};

static struct sockaddr_in address_of(int port) {
    struct sockaddr_in address;
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_port = htons((uint16_t)port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

static void listen_silently(struct silent *silent) {
    struct sockaddr_in address = address_of(0);
    socklen_t length = sizeof address;
    silent->queued_count = 0;
    const int smallest = 1;
    silent->listener = socket(AF_INET, SOCK_STREAM, 0);
    CHECK_NUMBER(setsockopt(silent->listener, SOL_SOCKET, SO_RCVBUF, &smallest, sizeof smallest), 0);
    CHECK_NUMBER(bind(silent->listener, (struct sockaddr *)&address, sizeof address), 0);
    CHECK_NUMBER(listen(silent->listener, 0), 0);
    CHECK_NUMBER(getsockname(silent->listener, (struct sockaddr *)&address, &length), 0);
    silent->port = ntohs(address.sin_port);
}

/* Fills the queue of a port, so that the next connection waits. */
static void fill(struct silent *silent) {
    const struct sockaddr_in address = address_of(silent->port);
    int connected = 1;
    while (connected && silent->queued_count < MOST_QUEUED) {
        const int fd = socket(AF_INET, SOCK_STREAM, 0);
        struct pollfd polled = {fd, POLLOUT, 0};
        fcntl(fd, F_SETFL, O_NONBLOCK);
        connected = connect(fd, (const struct sockaddr *)&address, sizeof address) == 0 || poll(&polled, 1, 100) == 1;
        silent->queued[silent->queued_count++] = fd;
    }
    CHECK(!connected);
}

static void end_silence(struct silent *silent) {
    for (int i = 0; i < silent->queued_count; ++i)
        close(silent->queued[i]);
    close(silent->listener);
}

/* ---- The phases, and what ends a call in them */

enum way { BY_CANCEL, BY_SHUTDOWN, BY_INTERRUPT, WAYS };

/* The data of a call's interrupt. */
struct waiting {
    enum way way;
    pthread_t caller;
    int asked;
};

static int32_t asked(void *user_data) {
    struct waiting *waiting = user_data;
    pthread_mutex_lock(&lock);
    waiting->caller = pthread_self();
    ++waiting->asked;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
    return waiting->way == BY_INTERRUPT;
}

static void wait_until_it_waits(struct waiting *waiting) {
    pthread_mutex_lock(&lock);
    while (!waiting->asked)
        pthread_cond_wait(&changed, &lock);
    pthread_mutex_unlock(&lock);
}

/* Makes a call that waits in the phase that its error has to name, and ends it. */
static void end_one(const nango_client_options *client_options, enum way way, const char *phase) {
    nango_client *client = nango_client_new(client_options, NULL);
    nango_cancel *cancel = nango_cancel_new();
    nango_call_options *options = nango_call_options_new();
    struct waiting waiting = {way, pthread_self(), 0};
    struct call call = {0};
    CHECK(client != NULL);
    nango_call_options_set_cancel(options, cancel);
    nango_call_options_set_interrupt(options, asked, &waiting);
    start_call(&call, client, options);
    wait_until_it_waits(&waiting);
    if (way == BY_CANCEL)
        nango_cancel_trigger(cancel);
    if (way == BY_SHUTDOWN)
        nango_client_shutdown(client);
    CHECK_NUMBER(pthread_join(call.thread, NULL), 0);
    CHECK(pthread_equal(waiting.caller, call.thread));
    CHECK_NUMBER(nango_error_get_kind(call.error), NANGO_ERROR_CANCELLED);
    if (!CHECK(call.error && strstr(nango_error_message(call.error), phase)))
        fprintf(stderr, "    got %s, expected %s\n", nango_error_message(call.error), phase);
    CHECK(!call.connection);
    nango_error_free(call.error);
    nango_call_options_free(options);
    nango_cancel_free(cancel);
    nango_client_free(client);
}

static void end_in(const nango_client_options *client_options, const char *phase) {
    for (int way = 0; way < WAYS; ++way)
        end_one(client_options, (enum way)way, phase);
}

/* Settings for a port, with one of its URLs. */
static nango_client_options *options_of(const char *scheme, int port, const struct server *server) {
    char url[64];
    nango_client_options *options = options_for(server, "held");
    snprintf(url, sizeof url, "%s://127.0.0.1:%d", scheme, port);
    nango_client_options_set_base_url(options, url);
    return options;
}

static void resolving(const struct server *server) {
    nango_client_options *options = options_for(server, "held");
    nango_client_options_set_base_url(options, "http://nango.test");
    nango_client_options_set_allow_plaintext_http(options, 1);
    end_in(options, "resolving the host name");
    nango_client_options_free(options);
}

static void connecting(const struct server *server) {
    struct silent silent;
    listen_silently(&silent);
    fill(&silent);
    nango_client_options *options = options_of("http", silent.port, server);
    end_in(options, "connecting");
    nango_client_options_free(options);
    end_silence(&silent);
}

static void tunnelling_and_shaking_hands(const struct server *server) {
    struct silent silent;
    char proxy[64];
    listen_silently(&silent);
    CHECK_NUMBER(listen(silent.listener, 16), 0);
    nango_client_options *options = options_of("https", silent.port, server);
    end_in(options, "the TLS handshake");
    snprintf(proxy, sizeof proxy, "http://127.0.0.1:%d", silent.port);
    nango_client_options_set_http_proxy(options, proxy);
    end_in(options, "asking the proxy for a tunnel");
    nango_client_options_free(options);
    end_silence(&silent);
}

static void sending(const struct server *server) {
    struct silent silent;
    static char value[LONG_HEADER + 1];
    memset(value, 'x', LONG_HEADER);
    listen_silently(&silent);
    CHECK_NUMBER(listen(silent.listener, 16), 0);
    nango_client_options *options = options_of("http", silent.port, server);
    nango_client_options_add_header(options, "x-gateway", value);
    end_in(options, "sending the request");
    nango_client_options_free(options);
    end_silence(&silent);
}

static void waiting_for_an_answer(const struct server *server) {
    static const char *const answers[] = {"held", "half"};
    for (size_t i = 0; i < sizeof answers / sizeof answers[0]; ++i) {
        nango_client_options *options = options_for(server, answers[i]);
        end_in(options, "waiting for the response");
        nango_client_options_free(options);
    }
}

/* The server requests a pause of 7 s. */
static void pausing_between_two_attempts(const struct server *server) {
    nango_client_options *options = options_for(server, "rate_limited");
    nango_client_options_set_max_retries(options, 1);
    end_in(options, "between two attempts");
    nango_client_options_free(options);
}

int main(void) {
    struct server *server = server_start();
    resolving(server);
    connecting(server);
    tunnelling_and_shaking_hands(server);
    sending(server);
    waiting_for_an_answer(server);
    pausing_between_two_attempts(server);
    answer_names();
    server_stop(server);
    return check_finish();
}
