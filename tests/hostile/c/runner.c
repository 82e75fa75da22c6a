/*
 * The C runner: makes the calls that it is told to through nango.h, and reports what came out.
 *
 * It reads lines of a word and name=value fields from standard input and answers each with one; see ../README.md.
 */
#define _POSIX_C_SOURCE 200809L
#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <nango.h>

#define MAX_LINE 65536
#define MAX_FIELDS 24

/* One field of a line. */
typedef struct {
    const char *name;
    char *value;
} field;

/* A line, whose fields lie in it. */
typedef struct {
    const char *word;
    size_t count;
    field fields[MAX_FIELDS];
} message;

static void stop(const char *problem, const char *detail) {
    fprintf(stderr, "hostile c: %s: %s\n", problem, detail);
    exit(2);
}

static int64_t now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void sleep_ms(int64_t ms) {
    struct timespec pause;
    pause.tv_sec = (time_t)(ms / 1000);
    pause.tv_nsec = (long)(ms % 1000) * 1000000;
    nanosleep(&pause, NULL);
}

/* --- Lines --- */

/* Decodes %XX in place. */
static void unescape(char *text) {
    char *to = text;
    while (*text != '\0') {
        unsigned int byte = 0;
        if (*text == '%' && sscanf(text + 1, "%2X", &byte) == 1) {
            *to++ = (char)byte;
            text += 3;
        } else {
            *to++ = *text++;
        }
    }
    *to = '\0';
}

static message parse(char *line) {
    message result;
    char *at = strtok(line, "\t\n");
    memset(&result, 0, sizeof result);
    result.word = at != NULL ? at : "";
    while ((at = strtok(NULL, "\t\n")) != NULL) {
        char *equals = strchr(at, '=');
        if (equals == NULL || result.count == MAX_FIELDS)
            stop("no field", at);
        *equals = '\0';
        unescape(equals + 1);
        result.fields[result.count].name = at;
        result.fields[result.count].value = equals + 1;
        result.count++;
    }
    return result;
}

static void print_text(const char *name, const char *text) {
    printf("\t%s=", name);
    for (; *text != '\0'; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte <= ' ' || byte == '%' || byte == 0x7f)
            printf("%%%02X", (unsigned int)byte);
        else
            putchar(byte);
    }
}

static void report_ok(int64_t ms, const char *api_key) {
    printf("outcome\tkind=OK\tms=%" PRId64, ms);
    print_text("api_key", api_key != NULL ? api_key : "");
    printf("\n");
}

static void report_error(int64_t ms, const nango_error *error) {
    const char *kind = nango_error_kind_name(nango_error_get_kind(error));
    printf("outcome\tkind=%s\tstatus=%" PRId32 "\tattempts=%" PRId32, kind != NULL ? kind : "none",
           nango_error_http_status(error), nango_error_attempts(error));
    printf("\tretryable=%" PRId32 "\tretry_after_ms=%" PRId64 "\tms=%" PRId64, nango_error_is_retryable(error),
           nango_error_retry_after_ms(error), ms);
    print_text("message", error != NULL ? nango_error_message(error) : "neither a result nor an error");
    printf("\n");
}

/* --- Client and call --- */

static int64_t number(const char *value) {
    char *end = NULL;
    int64_t result = strtoll(value, &end, 10);
    if (*value == '\0' || *end != '\0')
        stop("no number", value);
    return result;
}

static void set_client(nango_client_options *options, const char *name, const char *value) {
    if (strcmp(name, "secret_key") == 0)
        nango_client_options_set_secret_key(options, value);
    else if (strcmp(name, "base_url") == 0)
        nango_client_options_set_base_url(options, value);
    else if (strcmp(name, "http_proxy") == 0)
        nango_client_options_set_http_proxy(options, value);
    else if (strcmp(name, "ca_file") == 0)
        nango_client_options_set_ca_file(options, value);
    else if (strcmp(name, "timeout_ms") == 0)
        nango_client_options_set_timeout_ms(options, number(value));
    else if (strcmp(name, "connect_timeout_ms") == 0)
        nango_client_options_set_connect_timeout_ms(options, number(value));
    else if (strcmp(name, "max_retries") == 0)
        nango_client_options_set_max_retries(options, (int32_t)number(value));
    else if (strcmp(name, "max_response_bytes") == 0)
        nango_client_options_set_max_response_bytes(options, number(value));
    else if (strcmp(name, "allow_plaintext_http") == 0)
        nango_client_options_set_allow_plaintext_http(options, (int32_t)number(value));
    else
        stop("no such setting of a client", name);
}

static nango_client *make(const message *told) {
    nango_error *error = NULL;
    nango_client *client;
    nango_client_options *options = nango_client_options_new();
    int64_t start = now_ms();
    size_t i;
    for (i = 0; i < told->count; i++)
        set_client(options, told->fields[i].name, told->fields[i].value);
    client = nango_client_new(options, &error);
    nango_client_options_free(options);
    if (client != NULL)
        report_ok(now_ms() - start, NULL);
    else
        report_error(now_ms() - start, error);
    nango_error_free(error);
    return client;
}

/* A cancel that another thread triggers. */
typedef struct {
    nango_cancel *cancel;
    int64_t after_ms;
} later;

static void *trigger(void *argument) {
    const later *what = argument;
    sleep_ms(what->after_ms);
    nango_cancel_trigger(what->cancel);
    return NULL;
}

static void call(const nango_client *client, const message *told) {
    nango_error *error = NULL;
    nango_connection *connection;
    nango_call_options *options = nango_call_options_new();
    char *connection_id = NULL;
    later cancelled = {NULL, 0};
    pthread_t thread;
    int64_t start, ms;
    size_t i;
    for (i = 0; i < told->count; i++) {
        const char *name = told->fields[i].name;
        int64_t value = number(told->fields[i].value);
        if (strcmp(name, "force_refresh") == 0) {
            nango_call_options_set_force_refresh(options, (int32_t)value);
        } else if (strcmp(name, "timeout_ms") == 0) {
            nango_call_options_set_timeout_ms(options, value);
        } else if (strcmp(name, "connection_id_length") == 0) {
            connection_id = malloc((size_t)value + 1);
            if (connection_id == NULL)
                stop("out of memory", name);
            memset(connection_id, 'c', (size_t)value);
            connection_id[value] = '\0';
        } else if (strcmp(name, "cancel_after_ms") == 0) {
            cancelled.cancel = nango_cancel_new();
            cancelled.after_ms = value;
            nango_call_options_set_cancel(options, cancelled.cancel);
        } else {
            stop("no such setting of a call", name);
        }
    }
    if (cancelled.cancel != NULL && pthread_create(&thread, NULL, trigger, &cancelled) != 0)
        stop("no thread", "cancel_after_ms");
    start = now_ms();
    connection = nango_get_connection(client, connection_id != NULL ? connection_id : "c", "p", options, &error);
    ms = now_ms() - start;
    if (cancelled.cancel != NULL)
        pthread_join(thread, NULL);
    if (connection != NULL)
        report_ok(ms, nango_connection_api_key(connection));
    else
        report_error(ms, error);
    free(connection_id);
    nango_cancel_free(cancelled.cancel);
    nango_call_options_free(options);
    nango_connection_free(connection);
    nango_error_free(error);
}

int main(void) {
    static char line[MAX_LINE];
    nango_client *client = NULL;
    while (fgets(line, sizeof line, stdin) != NULL) {
        message told = parse(line);
        if (strcmp(told.word, "client") == 0) {
            client = make(&told);
        } else if (strcmp(told.word, "call") == 0) {
            call(client, &told);
        } else {
            nango_client_free(client);
            client = NULL;
            report_ok(0, NULL);
        }
        fflush(stdout);
    }
    nango_client_free(client);
    return 0;
}
