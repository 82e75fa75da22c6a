/*
 * Makes calls of a server that breaks off, stalls and refuses, for the given time, and measures after each round
 * the resources that the library still holds.
 *
 * usage: soak [SECONDS [SEED]]        (default: 60 1)
 */
#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <nango.h>

#include "faulty_server.h"
#include "random.h"

enum {
    CALLERS = 8,
    CALLS = 400, /* of each caller in a round */
    WARM_UP_ROUNDS = 4,
    FEWEST_ROUNDS = WARM_UP_ROUNDS + 2,
    PATIENCE_MS = 20,    /* a call that takes longer is cancelled */
    TIMEOUT_MS = 20000,  /* never reached, unless a cancel is lost */
    KINDS = 100,
    MARGIN_KIB = 2048    /* what the allocator may keep for itself */
};

/* A call that is under way, for the thread that cancels. */
struct slot {
    nango_cancel *cancel;
    long long since;
};

struct soak {
    const nango_client *client;
    pthread_mutex_t lock; /* guards what follows */
    struct slot slots[CALLERS];
    int callers;
    unsigned long kinds[KINDS];
    unsigned long complaints;
};

struct caller {
    struct soak *soak;
    int number;
    uint64_t seed;
};

static long long now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* ---- Resources of the process */

struct holding {
    long rss_kib;
    int descriptors;
    int threads;
};

static int entries(const char *folder) {
    int count = 0;
    DIR *open_folder = opendir(folder);
    for (const struct dirent *entry = readdir(open_folder); entry; entry = readdir(open_folder))
        count += entry->d_name[0] != '.';
    closedir(open_folder);
    return count;
}

static struct holding measure(void) {
    struct holding holding = {0, entries("/proc/self/fd"), entries("/proc/self/task")};
    FILE *statm = fopen("/proc/self/statm", "r");
    if (!statm || fscanf(statm, "%*s %ld", &holding.rss_kib) != 1)
        exit(2);
    fclose(statm);
    holding.rss_kib *= sysconf(_SC_PAGESIZE) / 1024;
    return holding;
}

/* ---- Calls */

static void set_slot(struct soak *soak, int number, nango_cancel *cancel) {
    pthread_mutex_lock(&soak->lock);
    soak->slots[number].cancel = cancel;
    soak->slots[number].since = now_ms();
    pthread_mutex_unlock(&soak->lock);
}

/* Whether the result is the one of this id, or an error that such a server causes. */
static int is_expected(const nango_connection *connection, nango_error_kind kind, const char *id) {
    char expected[64];
    const char *token = nango_connection_token(connection);
    snprintf(expected, sizeof expected, "invented-%s", id);
    switch (kind) {
    case NANGO_ERROR_NONE:
        return token && strcmp(token, expected) == 0;
    case NANGO_ERROR_CONNECT:
    case NANGO_ERROR_CANCELLED:
    case NANGO_ERROR_IO:
    case NANGO_ERROR_RATE_LIMITED:
    case NANGO_ERROR_SERVER:
    case NANGO_ERROR_NOT_NANGO:
        return connection == NULL;
    default:
        return 0;
    }
}

static void call_once(const struct caller *caller, const nango_call_options *options, const char *id) {
    struct soak *soak = caller->soak;
    nango_error *error = NULL;
    nango_connection *connection = nango_get_connection(soak->client, id, "github", options, &error);
    const nango_error_kind kind = nango_error_get_kind(error);
    const int expected = is_expected(connection, kind, id);
    if (!expected)
        fprintf(stderr, "%s ended as %s: %s\n", id, nango_error_kind_name(kind),
                error ? nango_error_message(error) : "somebody else's connection");
    pthread_mutex_lock(&soak->lock);
    ++soak->kinds[kind];
    soak->complaints += !expected;
    pthread_mutex_unlock(&soak->lock);
    nango_connection_free(connection);
    nango_error_free(error);
}

static void *make_calls(void *argument) {
    const struct caller *caller = argument;
    struct random random = random_from(caller->seed);
    for (int i = 0; i < CALLS; ++i) {
        char id[32];
        nango_call_options *options = nango_call_options_new();
        nango_cancel *cancel = nango_cancel_new();
        nango_call_options_set_cancel(options, cancel);
        nango_call_options_set_force_refresh(options, random_below(&random, 20) == 0);
        snprintf(id, sizeof id, "c%d-%d-%u", caller->number, i, random_below(&random, 1000000));
        set_slot(caller->soak, caller->number, cancel);
        call_once(caller, options, id);
        set_slot(caller->soak, caller->number, NULL);
        nango_cancel_free(cancel);
        nango_call_options_free(options);
    }
    pthread_mutex_lock(&caller->soak->lock);
    --caller->soak->callers;
    pthread_mutex_unlock(&caller->soak->lock);
    return NULL;
}

/* Ends calls that take too long, which are those that the server lets wait and those between two attempts. */
static void *cancel_what_waits(void *argument) {
    struct soak *soak = argument;
    const struct timespec pause = {0, 2000000};
    int callers;
    do {
        nanosleep(&pause, NULL);
        pthread_mutex_lock(&soak->lock);
        callers = soak->callers;
        for (int i = 0; i < CALLERS; ++i)
            if (soak->slots[i].cancel && now_ms() - soak->slots[i].since > PATIENCE_MS)
                nango_cancel_trigger(soak->slots[i].cancel);
        pthread_mutex_unlock(&soak->lock);
    } while (callers > 0);
    return NULL;
}

static nango_client *client_of(int port) {
    char url[64];
    nango_client_options *options = nango_client_options_new();
    snprintf(url, sizeof url, "http://127.0.0.1:%d", port);
    nango_client_options_set_secret_key(options, "invented-secret-key");
    nango_client_options_set_base_url(options, url);
    nango_client_options_set_http_proxy(options, "");
    nango_client_options_set_timeout_ms(options, TIMEOUT_MS);
    nango_client_options_set_max_retries(options, 1);
    nango_client *client = nango_client_new(options, NULL);
    nango_client_options_free(options);
    return client;
}

/* One client from its beginning to its end. */
static void round_of_calls(struct soak *soak, int port, uint64_t seed) {
    struct caller callers[CALLERS];
    pthread_t threads[CALLERS];
    pthread_t canceller;
    nango_client *client = client_of(port);
    soak->client = client;
    soak->callers = CALLERS;
    if (!client || pthread_create(&canceller, NULL, cancel_what_waits, soak) != 0)
        exit(2);
    for (int i = 0; i < CALLERS; ++i) {
        callers[i] = (struct caller){soak, i, seed * CALLERS + (uint64_t)i};
        if (pthread_create(&threads[i], NULL, make_calls, &callers[i]) != 0)
            exit(2);
    }
    for (int i = 0; i < CALLERS; ++i)
        pthread_join(threads[i], NULL);
    pthread_join(canceller, NULL);
    nango_client_free(client);
}

static int report(const struct soak *soak, int rounds, long long ms, struct holding warm, struct holding last) {
    const long grown = last.rss_kib - warm.rss_kib;
    const int leaks = grown > MARGIN_KIB || last.descriptors != warm.descriptors || last.threads != warm.threads;
    for (nango_error_kind kind = 0; kind < KINDS; ++kind)
        if (soak->kinds[kind])
            printf("calls: %-17s %lu\n", kind ? nango_error_kind_name(kind) : "SUCCESS", soak->kinds[kind]);
    printf("%d calls in %d rounds and %lld ms, %lu not as expected\n", rounds * CALLERS * CALLS, rounds, ms,
           soak->complaints);
    printf("after warm-up: %ld KiB, %d descriptors, %d threads\n", warm.rss_kib, warm.descriptors, warm.threads);
    printf("at the end:    %ld KiB, %d descriptors, %d threads\n", last.rss_kib, last.descriptors, last.threads);
    printf("%s\n", leaks ? "something grows" : "nothing grows");
    return leaks || soak->complaints || !soak->kinds[NANGO_ERROR_NONE] || !soak->kinds[NANGO_ERROR_CANCELLED];
}

int main(int argc, char **argv) {
    const long long seconds = argc > 1 ? atoll(argv[1]) : 60;
    const uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    const struct faulty_server server = faulty_server_start(seed);
    static struct soak soak = {.lock = PTHREAD_MUTEX_INITIALIZER};
    const long long start = now_ms();
    struct holding warm = {0, 0, 0};
    int rounds = 0;
    while (rounds < FEWEST_ROUNDS || now_ms() - start < seconds * 1000) {
        round_of_calls(&soak, server.port, seed + (uint64_t)rounds);
        if (++rounds == WARM_UP_ROUNDS)
            warm = measure();
    }
    const int failed = report(&soak, rounds, now_ms() - start, warm, measure());
    fflush(stdout);
    faulty_server_stop(&server);
    return failed;
}
