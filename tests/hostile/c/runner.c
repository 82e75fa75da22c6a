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

static void print_error(int64_t ms, const nango_error *error) {
    const char *kind = nango_error_kind_name(nango_error_get_kind(error));
    printf("outcome\tkind=%s\tstatus=%" PRId32 "\tattempts=%" PRId32, kind != NULL ? kind : "none",
           nango_error_http_status(error), nango_error_attempts(error));
    printf("\tretryable=%" PRId32 "\tretry_after_ms=%" PRId64 "\tms=%" PRId64, nango_error_is_retryable(error),
           nango_error_retry_after_ms(error), ms);
    print_text("message", error != NULL ? nango_error_message(error) : "neither a result nor an error");
}

static void report_error(int64_t ms, const nango_error *error) {
    print_error(ms, error);
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

/* --- What another thread does during a call --- */

typedef struct {
    int64_t after_ms; /* Negative: nothing. */
    nango_cancel *cancel;
    const nango_client *client; /* To be shut down, without a cancel. */
    pthread_t thread;
} later;

static void *end_call(void *argument) {
    const later *what = argument;
    sleep_ms(what->after_ms);
    if (what->cancel != NULL)
        nango_cancel_trigger(what->cancel);
    else
        nango_client_shutdown(what->client);
    return NULL;
}

static void cancel_later(later *what, int64_t after_ms, nango_call_options *options) {
    what->after_ms = after_ms;
    what->cancel = nango_cancel_new();
    nango_call_options_set_cancel(options, what->cancel);
}

static void begin(later *what) {
    if (what->after_ms >= 0 && pthread_create(&what->thread, NULL, end_call, what) != 0)
        stop("no thread", "for what ends a call");
}

static void finish(later *what) {
    if (what->after_ms >= 0)
        pthread_join(what->thread, NULL);
    nango_cancel_free(what->cancel);
}

/* --- A call for a connection --- */

static void call(const nango_client *client, const message *told) {
    nango_error *error = NULL;
    nango_connection *connection;
    nango_call_options *options = nango_call_options_new();
    char *connection_id = NULL;
    later ended = {-1, NULL, client, 0};
    int64_t start = now_ms();
    int64_t ms;
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
            cancel_later(&ended, value, options);
        } else {
            stop("no such setting of a call", name);
        }
    }
    begin(&ended);
    connection = nango_get_connection(client, connection_id != NULL ? connection_id : "c", "p", options, &error);
    ms = now_ms() - start;
    finish(&ended);
    if (connection != NULL)
        report_ok(ms, nango_connection_api_key(connection));
    else
        report_error(ms, error);
    free(connection_id);
    nango_call_options_free(options);
    nango_connection_free(connection);
    nango_error_free(error);
}

/* --- A request through the proxy --- */

/* Adler-32 of what was read, and how much that is. */
typedef struct {
    uint32_t low, high;
    uint64_t count;
} sum;

static void add(sum *all, const unsigned char *bytes, size_t count) {
    size_t i;
    for (i = 0; i < count; i++) {
        all->low = (all->low + bytes[i]) % 65521;
        all->high = (all->high + all->low) % 65521;
    }
    all->count += count;
}

static void print_sum(const sum *all) {
    printf("\tread=%" PRIu64 "\tsum=%" PRIu64 "\n", all->count, (uint64_t)all->high << 16 | all->low);
}

/* A body that is made as it is read. */
typedef struct {
    uint64_t at, size;
} pattern;

static int64_t read_pattern(void *user_data, void *buffer, size_t capacity) {
    pattern *body = user_data;
    char *to = buffer;
    size_t count = 0;
    for (; count < capacity && body->at < body->size; count++, body->at++)
        to[count] = "0123456789abcdef"[body->at % 16];
    return (int64_t)count;
}

static void set_body(nango_request *request, pattern *body, const char *length) {
    void *bytes;
    if (strcmp(length, "known") == 0) {
        nango_request_set_body_reader(request, read_pattern, body, (int64_t)body->size, "text/plain");
    } else if (strcmp(length, "chunked") == 0) {
        nango_request_set_body_reader(request, read_pattern, body, -1, "text/plain");
    } else if (strcmp(length, "memory") == 0) {
        bytes = malloc((size_t)body->size + 1);
        if (bytes == NULL)
            stop("out of memory", length);
        read_pattern(body, bytes, (size_t)body->size);
        nango_request_set_body(request, bytes, (size_t)body->size, "text/plain");
        free(bytes);
    } else {
        stop("no such length of a body", length);
    }
}

static const char *text(const message *told, const char *name) {
    size_t i;
    for (i = 0; i < told->count; i++)
        if (strcmp(told->fields[i].name, name) == 0)
            return told->fields[i].value;
    return "";
}

/* Reads a body as it comes or as a whole; false if that failed. */
static int read_body(nango_response *response, const char *how, uint64_t most, sum *all, nango_error **error) {
    static unsigned char buffer[65536];
    int64_t count;
    if (strcmp(how, "collect") == 0) {
        size_t length;
        const void *body = nango_response_body(response, &length, error);
        if (body != NULL)
            add(all, body, length);
        return body != NULL;
    }
    while (all->count < most) {
        uint64_t left = most - all->count;
        count = nango_response_read(response, buffer, left < sizeof buffer ? (size_t)left : sizeof buffer, error);
        if (count <= 0)
            return count == 0;
        add(all, buffer, (size_t)count);
    }
    return 1;
}

static void answered(nango_response *response, const message *told, int64_t start, nango_error **error) {
    sum all = {1, 0, 0};
    const char *how = text(told, "read");
    uint64_t most = strcmp(how, "drop") == 0 ? (uint64_t)number(text(told, "read_bytes")) : UINT64_MAX;
    if (read_body(response, how, most, &all, error)) {
        printf("outcome\tkind=OK\tstatus=%" PRId32 "\tms=%" PRId64, nango_response_status(response), now_ms() - start);
    } else {
        print_error(now_ms() - start, *error);
        printf("\tat=reading");
    }
    print_sum(&all);
}

static void proxy(const nango_client *client, const message *told) {
    nango_error *error = NULL;
    nango_request *request = nango_request_new(text(told, "method"), text(told, "endpoint"));
    nango_call_options *options = nango_call_options_new();
    nango_response *response;
    pattern body = {0, 0};
    later ended = {-1, NULL, client, 0};
    int64_t start = now_ms();
    size_t i;
    for (i = 0; i < told->count; i++) {
        const char *name = told->fields[i].name;
        const char *value = told->fields[i].value;
        if (strcmp(name, "body") == 0) {
            body.size = (uint64_t)number(value);
            set_body(request, &body, text(told, "body_length"));
        } else if (strcmp(name, "idle_timeout_ms") == 0) {
            nango_request_set_idle_timeout_ms(request, number(value));
        } else if (strcmp(name, "timeout_ms") == 0) {
            nango_call_options_set_timeout_ms(options, number(value));
        } else if (strcmp(name, "cancel_after_ms") == 0) {
            cancel_later(&ended, number(value), options);
        } else if (strcmp(name, "shutdown_after_ms") == 0) {
            ended.after_ms = number(value);
        } else if (strcmp(name, "method") != 0 && strcmp(name, "endpoint") != 0 && strcmp(name, "body_length") != 0 &&
                   strcmp(name, "read") != 0 && strcmp(name, "read_bytes") != 0) {
            stop("no such setting of a request", name);
        }
    }
    begin(&ended);
    response = nango_proxy(client, "c", "p", request, options, &error);
    if (response != NULL) {
        answered(response, told, start, &error);
    } else {
        print_error(now_ms() - start, error);
        printf("\tat=call\n");
    }
    finish(&ended);
    nango_response_free(response);
    nango_request_free(request);
    nango_call_options_free(options);
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
        } else if (strcmp(told.word, "proxy") == 0) {
            proxy(client, &told);
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
