/*
 * The C runner: makes each case's call through nango.h and compares everything that comes out.
 *
 * It reads the flat table that NANGO_CONFORMANCE_TABLE names; see ../README.md.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <nango.h>

#include "accessors.h"
#include "table.h"

/* How much a reader gives at once. */
#define MAX_PIECE 1000

/* The body of a request, and how much of it was read. */
typedef struct {
    const char *bytes;
    size_t length;
    size_t read;
    int is_reader;
    int is_sized;
} upload;

/* The case at hand. */
typedef struct {
    const char *name;
    const char *connection_id;
    const char *provider_config_key;
    nango_client_options *client_options;
    nango_call_options *call_options;
    /* Of a call through the proxy. */
    const char *method;
    nango_request *request;
    upload upload;
    const char *content_type;
    int32_t retry_on[16];
    size_t retry_on_count;
    /* 0: the body is collected. */
    size_t read_size;
    /* What came out. */
    nango_connection *connection;
    nango_response *response;
    value body;
    char *parts;
    nango_error *error;
    int went_the_other_way;
} test_case;

static size_t cases;
static size_t comparisons;
static size_t failures;

static void begin(test_case *now, const char *name) {
    memset(now, 0, sizeof *now);
    now->name = name;
    now->client_options = nango_client_options_new();
    nango_client_options_set_max_retries(now->client_options, 0);
    nango_client_options_set_http_proxy(now->client_options, "");
    now->call_options = nango_call_options_new();
}

static void set(test_case *now, const row *line) {
    const char *name = line->field[1];
    value given;
    if (line->count == 4 && strcmp(name, "header") == 0) {
        const char *header = parse_text(line->field[2]);
        nango_client_options_add_header(now->client_options, header, parse_text(line->field[3]));
        return;
    }
    if (line->count != 3)
        stop("not a setting of a call", name);
    given = parse(line->field[2]);
    if (given.type == ABSENT)
        return;
    if (strcmp(name, "connection_id") == 0) {
        now->connection_id = given.text;
    } else if (strcmp(name, "provider_config_key") == 0) {
        now->provider_config_key = given.text;
    } else if (strcmp(name, "secret_key") == 0) {
        nango_client_options_set_secret_key(now->client_options, given.text);
    } else if (strcmp(name, "base_url") == 0) {
        nango_client_options_set_base_url(now->client_options, given.text);
    } else if (strcmp(name, "route") == 0) {
        nango_route route = strcmp(given.text, "connection") == 0    ? NANGO_ROUTE_CONNECTION
                            : strcmp(given.text, "connections") == 0 ? NANGO_ROUTE_CONNECTIONS
                                                                     : NANGO_ROUTE_AUTO;
        nango_client_options_set_route(now->client_options, route);
    } else if (strcmp(name, "force_refresh") == 0) {
        nango_call_options_set_force_refresh(now->call_options, (int32_t)given.number);
    } else if (strcmp(name, "refresh_token") == 0) {
        nango_call_options_set_refresh_token(now->call_options, (int32_t)given.number);
    } else if (strcmp(name, "refresh_github_app_jwt_token") == 0) {
        nango_call_options_set_refresh_github_app_jwt_token(now->call_options, (int32_t)given.number);
    } else if (strcmp(name, "max_response_bytes") == 0) {
        nango_client_options_set_max_response_bytes(now->client_options, given.number);
    } else if (strcmp(name, "timeout_ms") == 0) {
        nango_call_options_set_timeout_ms(now->call_options, given.number);
    } else if (strcmp(name, "user_agent") == 0) {
        nango_client_options_set_user_agent(now->client_options, given.text);
    } else if (strcmp(name, "allow_plaintext_http") == 0) {
        nango_client_options_set_allow_plaintext_http(now->client_options, (int32_t)given.number);
    } else {
        stop("no such setting of a call", name);
    }
}

/* The settings of a request that is sent through the proxy. */
static void set_request(test_case *now, const row *line) {
    const char *name = line->field[1];
    value given = parse(line->field[2]);
    if (line->count == 4) {
        const char *second = parse_text(line->field[3]);
        if (strcmp(name, "query") == 0)
            nango_request_add_query(now->request, given.text, second);
        else if (strcmp(name, "header") == 0)
            nango_request_add_header(now->request, given.text, second);
        else
            stop("no pair of a request", name);
        return;
    }
    if (given.type == ABSENT)
        return;
    if (strcmp(name, "method") == 0) {
        now->method = given.text;
    } else if (strcmp(name, "endpoint") == 0) {
        now->request = nango_request_new(now->method, given.text);
    } else if (strcmp(name, "retry_on") == 0) {
        if (now->retry_on_count == COUNT(now->retry_on))
            stop("too many statuses", now->name);
        now->retry_on[now->retry_on_count++] = (int32_t)given.number;
        nango_request_set_retry_on(now->request, now->retry_on, now->retry_on_count);
    } else if (strcmp(name, "body") == 0) {
        now->upload.bytes = given.text;
        now->upload.length = given.length;
    } else if (strcmp(name, "content_type") == 0) {
        now->content_type = given.text;
    } else if (strcmp(name, "body_from") == 0) {
        now->upload.is_reader = strcmp(given.text, "memory") != 0;
        now->upload.is_sized = strcmp(given.text, "sized_reader") == 0;
    } else if (strcmp(name, "base_url_override") == 0) {
        nango_request_set_base_url_override(now->request, given.text);
    } else if (strcmp(name, "retries") == 0) {
        nango_request_set_retries(now->request, (int32_t)given.number);
    } else if (strcmp(name, "decompress") == 0) {
        nango_request_set_decompress(now->request, (int32_t)given.number);
    } else if (strcmp(name, "idle_timeout_ms") == 0) {
        nango_request_set_idle_timeout_ms(now->request, given.number);
    } else if (strcmp(name, "read_size") == 0) {
        now->read_size = (size_t)given.number;
    } else {
        stop("no such setting of a request", name);
    }
}

/* Gives a body in pieces, fewer bytes than it is asked for. */
static int64_t read_upload(void *user_data, void *buffer, size_t capacity) {
    upload *from = user_data;
    size_t count = from->length - from->read;
    count = count < capacity ? count : capacity;
    count = count < MAX_PIECE ? count : MAX_PIECE;
    if (count > 0)
        memcpy(buffer, from->bytes + from->read, count);
    from->read += count;
    return (int64_t)count;
}

static void attach_body(test_case *now) {
    if (now->upload.bytes == NULL)
        return;
    if (now->upload.is_reader)
        nango_request_set_body_reader(now->request, read_upload, &now->upload,
                                      now->upload.is_sized ? (int64_t)now->upload.length : -1, now->content_type);
    else
        nango_request_set_body(now->request, now->upload.bytes, now->upload.length, now->content_type);
}

/* Reads a body part by part into memory of its own. */
static void read_parts(test_case *now) {
    size_t room = 0;
    for (;;) {
        int64_t count;
        if (room - now->body.length < now->read_size) {
            room = 2 * room + now->read_size;
            now->parts = realloc(now->parts, room);
            if (now->parts == NULL)
                stop("out of memory", now->name);
        }
        count = nango_response_read(now->response, now->parts + now->body.length, now->read_size, &now->error);
        if (count > (int64_t)now->read_size)
            stop("more was read than there was room for", now->name);
        if (count <= 0)
            break;
        now->body.length += (size_t)count;
    }
    now->body = bytes(now->parts, now->body.length);
}

static void take_body(test_case *now) {
    if (now->read_size > 0) {
        read_parts(now);
    } else {
        size_t length = 0;
        const void *start = nango_response_body(now->response, &length, &now->error);
        now->body = bytes(start, length);
    }
    if (now->error != NULL) {
        nango_response_free(now->response);
        now->response = NULL;
    }
}

/* What the call gave, by the word of the table. */
static const char *outcome(const test_case *now) {
    return now->connection != NULL ? "connection" : now->response != NULL ? "response" : "error";
}

/* Makes the call; what goes wrong with the client, or with the body of a response, is the error of the case too. */
static void call(test_case *now, const char *expected) {
    nango_client *client = nango_client_new(now->client_options, &now->error);
    if (client != NULL && now->request != NULL) {
        attach_body(now);
        now->response = nango_proxy(client, now->connection_id, now->provider_config_key, now->request,
                                    now->call_options, &now->error);
        if (now->response != NULL)
            take_body(now);
    } else if (client != NULL) {
        now->connection = nango_get_connection(client, now->connection_id, now->provider_config_key,
                                               now->call_options, &now->error);
    }
    nango_client_free(client);
    if ((now->connection == NULL && now->response == NULL) == (now->error == NULL))
        stop("neither or both of a result and an error", now->name);
    if (strcmp(expected, outcome(now)) != 0)
        printf("%s: got %s%s, expected %s\n", now->name, now->error == NULL ? "a " : "",
               now->error == NULL ? outcome(now) : nango_error_message(now->error), expected);
    now->went_the_other_way = strcmp(expected, outcome(now)) != 0;
}

static void finish(test_case *now) {
    nango_connection_free(now->connection);
    nango_response_free(now->response);
    nango_request_free(now->request);
    free(now->parts);
    nango_error_free(now->error);
    nango_call_options_free(now->call_options);
    nango_client_options_free(now->client_options);
    cases++;
}

static void print_value(const value *shown) {
    if (shown->type == TEXT)
        printf("\"%s\"", shown->text);
    else if (shown->type == BYTES)
        printf("%zu bytes", shown->length);
    else if (shown->type == INTEGER)
        printf("%" PRId64, shown->number);
    else
        printf("NULL");
}

static int same(const value *left, const value *right) {
    if (left->type != right->type || left->number != right->number || left->length != right->length)
        return 0;
    return left->length == 0 || memcmp(left->text, right->text, left->length) == 0;
}

static void compare(const test_case *now, const char *what, const char *argument, value got, value expected) {
    comparisons++;
    if (same(&got, &expected))
        return;
    failures++;
    printf("%s: %s%s%s: got ", now->name, what, *argument != '\0' ? " " : "", argument);
    print_value(&got);
    printf(", expected ");
    print_value(&expected);
    printf("\n");
}

static void check(test_case *now, const row *line) {
    int is_field = strcmp(line->field[0], "field") == 0;
    const char *name = is_field ? line->field[1] : line->field[0];
    const char *argument = is_field ? "" : parse_text(line->field[1]);
    value expected = parse(line->field[2]);
    if (now->went_the_other_way) {
        /* Which `call` has said. */
        comparisons++;
        failures++;
    } else if (now->connection != NULL) {
        compare(now, name, argument,
                is_field ? connection_field(now->connection, name)
                         : looked_up_in_connection(now->connection, name, argument),
                expected);
    } else if (now->response != NULL) {
        compare(now, name, argument,
                is_field ? response_field(now->response, now->body, name)
                         : looked_up_in_response(now->response, name, argument),
                expected);
    } else {
        compare(now, name, argument, error_field(now->error, name, &expected), expected);
    }
}

int main(void) {
    const char *path = getenv("NANGO_CONFORMANCE_TABLE");
    char *content, *line, *next;
    test_case now;
    memset(&now, 0, sizeof now);
    if (path == NULL)
        stop("not set", "NANGO_CONFORMANCE_TABLE");
    content = read_file(path);
    for (line = content; *line != '\0'; line = next) {
        row fields;
        next = strchr(line, '\n');
        if (next == NULL)
            stop("the table breaks off", line);
        *next++ = '\0';
        fields = split(line);
        if (strcmp(fields.field[0], "case") == 0 && fields.count == 2) {
            begin(&now, fields.field[1]);
        } else if (strcmp(fields.field[0], "call") == 0 && fields.count >= 3) {
            set(&now, &fields);
        } else if (strcmp(fields.field[0], "proxy") == 0 && fields.count >= 3) {
            set_request(&now, &fields);
        } else if (strcmp(fields.field[0], "expect") == 0 && fields.count == 2) {
            call(&now, fields.field[1]);
        } else if (strcmp(fields.field[0], "end") == 0 && fields.count == 1) {
            finish(&now);
        } else if (fields.count == 3) {
            check(&now, &fields);
        } else {
            stop("no item of a table", fields.field[0]);
        }
    }
    free(content);
    printf("conformance c: %zu cases, %zu comparisons, %zu failures\n", cases, comparisons, failures);
    return failures == 0 ? 0 : 1;
}
