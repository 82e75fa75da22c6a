/*
 * The C probe: makes calls through nango.h as instructed, and reports the results. See ../README.md.
 */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <time.h>

#include <nango.h>

#include "accessors.h"
#include "bytes.h"
#include "json.h"
#include "operations.h"

static int64_t now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* --- Settings: by the type of their value --- */

static void set_pair(const json *pair, const char **name, const char **value) {
    *name = pair->first->text;
    *value = pair->first->next->text;
}

static nango_client *make_client(const json *settings, nango_error **error) {
    static const struct {
        const char *name;
        void (*set)(nango_client_options *options, const char *value);
    } texts[] = {
        {"secret_key", nango_client_options_set_secret_key}, {"base_url", nango_client_options_set_base_url},
        {"http_proxy", nango_client_options_set_http_proxy}, {"ca_file", nango_client_options_set_ca_file},
        {"user_agent", nango_client_options_set_user_agent},
    };
    static const struct {
        const char *name;
        void (*set)(nango_client_options *options, int64_t value);
    } numbers[] = {
        {"timeout_ms", nango_client_options_set_timeout_ms},
        {"connect_timeout_ms", nango_client_options_set_connect_timeout_ms},
        {"max_response_bytes", nango_client_options_set_max_response_bytes},
    };
    static const struct {
        const char *name;
        nango_route route;
    } routes[] = {
        {"auto", NANGO_ROUTE_AUTO}, {"connection", NANGO_ROUTE_CONNECTION}, {"connections", NANGO_ROUTE_CONNECTIONS}};
    nango_client_options *options = nango_client_options_new();
    nango_client *client;
    const json *at, *pair;
    for (at = settings->first; at != NULL; at = at->next) {
        size_t i, known = 0;
        for (i = 0; i < COUNT(texts); i++)
            if (strcmp(at->name, texts[i].name) == 0 && ++known)
                texts[i].set(options, at->text);
        for (i = 0; i < COUNT(numbers); i++)
            if (strcmp(at->name, numbers[i].name) == 0 && ++known)
                numbers[i].set(options, at->number);
        if (strcmp(at->name, "max_retries") == 0 && ++known)
            nango_client_options_set_max_retries(options, (int32_t)at->number);
        if (strcmp(at->name, "allow_plaintext_http") == 0 && ++known)
            nango_client_options_set_allow_plaintext_http(options, at->type == JSON_TRUE);
        for (i = 0; strcmp(at->name, "route") == 0 && i < COUNT(routes); i++)
            if (strcmp(at->text, routes[i].name) == 0 && ++known)
                nango_client_options_set_route(options, routes[i].route);
        for (pair = at->first; strcmp(at->name, "headers") == 0 && pair != NULL; pair = pair->next) {
            const char *name, *value;
            set_pair(pair, &name, &value);
            nango_client_options_add_header(options, name, value);
        }
        if (known == 0 && strcmp(at->name, "headers") != 0)
            json_stop("no such setting of a client", at->name);
    }
    client = nango_client_new(options, error);
    nango_client_options_free(options);
    return client;
}

static nango_call_options *call_options_of(const json *told) {
    nango_call_options *options = nango_call_options_new();
    const json *timeout = json_get(told, "timeout_ms");
    const json *at;
    if (timeout != NULL)
        nango_call_options_set_timeout_ms(options, timeout->number);
    for (at = told->first; at != NULL; at = at->next) {
        if (strcmp(at->name, "force_refresh") == 0)
            nango_call_options_set_force_refresh(options, at->type == JSON_TRUE);
        else if (strcmp(at->name, "refresh_token") == 0)
            nango_call_options_set_refresh_token(options, at->type == JSON_TRUE);
        else if (strcmp(at->name, "refresh_github_app_jwt_token") == 0)
            nango_call_options_set_refresh_github_app_jwt_token(options, at->type == JSON_TRUE);
    }
    return options;
}

/* --- The request of a call through the proxy --- */

static int64_t read_upload(void *user_data, void *buffer, size_t capacity) {
    return (int64_t)upload_read(user_data, buffer, capacity);
}

static void set_body(nango_request *request, const json *told, upload *body) {
    const char *content_type = json_text(told, "content_type");
    const char *from = json_text(told, "from");
    if (strcmp(from, "sized_reader") == 0) {
        nango_request_set_body_reader(request, read_upload, body, (int64_t)body->length, content_type);
    } else if (strcmp(from, "reader") == 0) {
        nango_request_set_body_reader(request, read_upload, body, -1, content_type);
    } else {
        size_t length = (size_t)body->length;
        char *bytes = malloc(length + 1);
        if (bytes == NULL)
            json_stop("out of memory", from);
        body->piece = length;
        upload_read(body, bytes, length);
        nango_request_set_body(request, bytes, length, content_type);
        free(bytes);
    }
}

static nango_request *request_of(const json *told, upload *body) {
    nango_request *request = nango_request_new(json_text(told, "method"), json_text(told, "endpoint"));
    const json *at, *item;
    for (at = told->first; at != NULL; at = at->next) {
        if (at->type == JSON_NULL || strcmp(at->name, "method") == 0 || strcmp(at->name, "endpoint") == 0)
            continue;
        if (strcmp(at->name, "query") == 0 || strcmp(at->name, "headers") == 0) {
            for (item = at->first; item != NULL; item = item->next) {
                const char *name, *value;
                set_pair(item, &name, &value);
                (*at->name == 'q' ? nango_request_add_query : nango_request_add_header)(request, name, value);
            }
        } else if (strcmp(at->name, "retry_on") == 0) {
            int32_t statuses[16];
            size_t count = 0;
            for (item = at->first; item != NULL && count < COUNT(statuses); item = item->next)
                statuses[count++] = (int32_t)item->number;
            nango_request_set_retry_on(request, statuses, count);
        } else if (strcmp(at->name, "body") == 0) {
            *body = upload_of(at);
            set_body(request, at, body);
        } else if (strcmp(at->name, "base_url_override") == 0) {
            nango_request_set_base_url_override(request, at->text);
        } else if (strcmp(at->name, "retries") == 0) {
            nango_request_set_retries(request, (int32_t)at->number);
        } else if (strcmp(at->name, "decompress") == 0) {
            nango_request_set_decompress(request, at->type == JSON_TRUE);
        } else if (strcmp(at->name, "nango_parses_body") == 0) {
            nango_request_set_nango_parses_body(request, at->type == JSON_TRUE);
        } else if (strcmp(at->name, "idle_timeout_ms") == 0) {
            nango_request_set_idle_timeout_ms(request, at->number);
        } else {
            json_stop("no such setting of a request", at->name);
        }
    }
    return request;
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
    struct timespec pause;
    pause.tv_sec = (time_t)(what->after_ms / 1000);
    pause.tv_nsec = (long)(what->after_ms % 1000) * 1000000;
    nanosleep(&pause, NULL);
    if (what->cancel != NULL)
        nango_cancel_trigger(what->cancel);
    else
        nango_client_shutdown(what->client);
    return NULL;
}

static void begin(later *what, const json *told, nango_call_options *options) {
    what->after_ms = json_number(told, "shutdown_after_ms", -1);
    if (json_get(told, "cancel_after_ms") != NULL) {
        what->after_ms = json_number(told, "cancel_after_ms", -1);
        what->cancel = nango_cancel_new();
        nango_call_options_set_cancel(options, what->cancel);
    }
    if (what->after_ms >= 0 && pthread_create(&what->thread, NULL, end_call, what) != 0)
        json_stop("no thread", "for what ends a call");
}

static void finish(later *what) {
    if (what->after_ms >= 0)
        pthread_join(what->thread, NULL);
    nango_cancel_free(what->cancel);
}

/* --- Calls --- */

/* The outcome: a connection, a response with the data read from it, the result of an operation, or an error. */
typedef struct {
    nango_connection *connection;
    nango_response *response;
    download body;
    download json; /* Of an operation. */
    nango_error *error;
    int is_operation;
    const char *at; /* Where the error happened. */
    int64_t ms;
} result;

/* Reads the body of a response as instructed; false if that fails. */
static int read_body(const json *told, result *out) {
    size_t size = (size_t)json_number(told, "read_size", 65536);
    uint64_t most = (uint64_t)json_number(told, "read_most", INT64_MAX);
    unsigned char *buffer;
    int64_t count = 1;
    if (strcmp(json_text(told, "read"), "collect") == 0) {
        size_t length = 0;
        const void *body = nango_response_body(out->response, &length, &out->error);
        download_add(&out->body, body, length);
        return out->error == NULL;
    }
    buffer = malloc(size);
    while (count > 0 && out->body.count < most) {
        size_t room = most - out->body.count < size ? (size_t)(most - out->body.count) : size;
        count = nango_response_read(out->response, buffer, room, &out->error);
        if (count > (int64_t)room)
            json_stop("more was read than there was room for", "body");
        if (count > 0)
            download_add(&out->body, buffer, (size_t)count);
    }
    free(buffer);
    return out->error == NULL;
}

/* `line` is the source of `told`. */
static void call(const nango_client *client, const json *told, const char *line, result *out) {
    nango_call_options *options = call_options_of(told);
    const char *connection_id = json_text(told, "connection_id");
    const char *provider_config_key = json_text(told, "provider_config_key");
    const json *proxied = json_get(told, "request");
    upload body = {NULL, 0, 0, 0, 0};
    nango_request *request = proxied != NULL ? request_of(proxied, &body) : NULL;
    later ended = {-1, NULL, client, 0};
    int64_t start = now_ms();
    begin(&ended, told, options);
    out->at = "call";
    if (strcmp(json_text(told, "operation"), "call") == 0) {
        arguments given = {told, line, {NULL}, 0};
        out->is_operation = make_operation(client, &given, options, &out->json, &out->error);
        arguments_free(&given);
    } else if (request == NULL) {
        out->connection = nango_get_connection(client, connection_id, provider_config_key, options, &out->error);
    } else {
        out->response = nango_proxy(client, connection_id, provider_config_key, request, options, &out->error);
        if (out->response != NULL && !read_body(told, out))
            out->at = "reading";
    }
    out->ms = now_ms() - start;
    finish(&ended);
    nango_request_free(request);
    free(body.unit);
    nango_call_options_free(options);
}

static void print_look_ups(const json *told, const result *out) {
    const json *look_ups = json_get(told, "look_ups");
    const json *at = look_ups != NULL ? look_ups->first : NULL;
    printf(",\"look_ups\":[");
    for (; at != NULL; at = at->next) {
        const char *function, *argument;
        set_pair(at, &function, &argument);
        json_print_text(out->connection != NULL ? looked_up_in_connection(out->connection, function, argument)
                                                : looked_up_in_response(out->response, function, argument));
        if (at->next != NULL)
            putchar(',');
    }
    putchar(']');
}

static void print_result(const json *told, const result *out) {
    if (out->error != NULL) {
        printf("{\"outcome\":\"error\",\"at\":\"%s\",\"fields\":{", out->at);
        print_error(out->error);
        putchar('}');
    } else if (out->connection != NULL) {
        printf("{\"outcome\":\"connection\",\"fields\":{");
        print_connection(out->connection);
        putchar('}');
        print_look_ups(told, out);
    } else if (out->response != NULL) {
        printf("{\"outcome\":\"response\",\"fields\":{");
        print_response(out->response);
        if (out->body.is_kept) {
            printf(",\"body\":");
            download_print_hex(&out->body);
        }
        putchar('}');
        print_look_ups(told, out);
    } else if (out->is_operation) {
        printf("{\"outcome\":\"result\",\"result\":%.*s", (int)out->json.count, (const char *)out->json.kept);
    } else {
        printf("{\"outcome\":\"closed\"");
    }
    if (out->response != NULL)
        download_print(&out->body);
    printf(",\"ms\":%" PRId64 "}\n", out->ms);
    fflush(stdout);
}

int main(void) {
    nango_client *client = NULL;
    char *line;
    while ((line = json_read_line()) != NULL) {
        json *told = NULL;
        const json *settings;
        result out = {NULL, NULL, {1, 0, 0, 0, NULL, 0}, {1, 0, 0, 1, NULL, 0}, NULL, 0, "client", 0};
        char *original = strdup(json_skip(line));
        if (original == NULL)
            json_stop("out of memory", line);
        json_read(line, &told);
        settings = json_get(told, "client");
        out.body.is_kept = json_get(told, "keep_body") != NULL && json_get(told, "keep_body")->type == JSON_TRUE;
        if (settings != NULL || strcmp(json_text(told, "operation"), "close") == 0) {
            nango_client_free(client);
            client = NULL;
        }
        if (settings != NULL) {
            int64_t start = now_ms();
            client = make_client(settings, &out.error);
            out.ms = now_ms() - start;
        }
        if (client != NULL)
            call(client, told, original, &out);
        print_result(told, &out);
        nango_connection_free(out.connection);
        nango_response_free(out.response);
        nango_error_free(out.error);
        free(out.body.kept);
        free(out.json.kept);
        free(original);
        json_free(told);
        free(line);
    }
    nango_client_free(client);
    return 0;
}
