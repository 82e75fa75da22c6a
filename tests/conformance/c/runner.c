/*
 * The C runner: makes each case's call through nango.h and compares everything that comes out.
 *
 * It reads the flat table that NANGO_CONFORMANCE_TABLE names; see ../README.md. The table is changed in place: fields
 * become C strings, so that an argument with U+0000 ends there, as any C string does.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <nango.h>

/* The longest line has a word, a name and two values. */
#define MAX_FIELDS 4

/* What an accessor gives, or must give. */
typedef struct {
    enum { ABSENT, INTEGER, TEXT } type;
    int64_t number;
    const char *text;
} value;

/* One line of the table, and where its fields are. */
typedef struct {
    size_t count;
    char *field[MAX_FIELDS];
} row;

/* The case at hand. */
typedef struct {
    const char *name;
    const char *connection_id;
    const char *provider_config_key;
    nango_client_options *client_options;
    nango_call_options *call_options;
    nango_connection *connection;
    nango_error *error;
} test_case;

static size_t cases;
static size_t comparisons;
static size_t failures;

static void stop(const char *problem, const char *detail) {
    fprintf(stderr, "conformance c: %s: %s\n", problem, detail);
    exit(2);
}

static value text(const char *string) {
    value result = {ABSENT, 0, NULL};
    if (string != NULL) {
        result.type = TEXT;
        result.text = string;
    }
    return result;
}

static value number(int64_t integer) {
    value result = {INTEGER, 0, NULL};
    result.number = integer;
    return result;
}

static value optional_number(int32_t present, int64_t integer) {
    return present ? number(integer) : text(NULL);
}

/* --- Accessors --- */

typedef struct {
    const char *name;
    const char *(*get)(const nango_connection *connection);
} connection_text;

static const connection_text CONNECTION_TEXTS[] = {
    {"connection_id", nango_connection_connection_id},
    {"provider_config_key", nango_connection_provider_config_key},
    {"provider", nango_connection_provider},
    {"created_at", nango_connection_created_at},
    {"updated_at", nango_connection_updated_at},
    {"last_fetched_at", nango_connection_last_fetched_at},
    {"webhook_url_override", nango_connection_webhook_url_override},
    {"metadata_json", nango_connection_metadata_json},
    {"connection_config_json", nango_connection_connection_config_json},
    {"tags_json", nango_connection_tags_json},
    {"end_user_json", nango_connection_end_user_json},
    {"errors_json", nango_connection_errors_json},
    {"json", nango_connection_json},
    {"auth_mode_name", nango_connection_auth_mode_name},
    {"token", nango_connection_token},
    {"access_token", nango_connection_access_token},
    {"refresh_token", nango_connection_refresh_token},
    {"oauth_token", nango_connection_oauth_token},
    {"oauth_token_secret", nango_connection_oauth_token_secret},
    {"api_key", nango_connection_api_key},
    {"username", nango_connection_username},
    {"password", nango_connection_password},
    {"credentials_json", nango_connection_credentials_json},
    {"raw_json", nango_connection_raw_json},
    {"expires_at", nango_connection_expires_at},
};

typedef struct {
    const char *name;
    const char *(*get)(const nango_connection *connection, const char *argument);
} look_up;

static const look_up LOOK_UPS[] = {
    {"credential", nango_connection_credential},
    {"get_string", nango_connection_get_string},
    {"get_json", nango_connection_get_json},
};

typedef struct {
    const char *name;
    const char *(*get)(const nango_error *error);
} error_text;

static const error_text ERROR_TEXTS[] = {
    {"code", nango_error_code},
    {"server_message", nango_error_server_message},
    {"body", nango_error_body},
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static value connection_field(const nango_connection *connection, const char *name) {
    int64_t integer = 0;
    int32_t present;
    size_t i;
    for (i = 0; i < COUNT(CONNECTION_TEXTS); i++)
        if (strcmp(name, CONNECTION_TEXTS[i].name) == 0)
            return text(CONNECTION_TEXTS[i].get(connection));
    if (strcmp(name, "id") == 0)
        return number(nango_connection_id(connection));
    if (strcmp(name, "auth_mode") == 0)
        return number(nango_connection_auth_mode(connection));
    if (strcmp(name, "account_id") == 0) {
        present = nango_connection_account_id(connection, &integer);
        return optional_number(present, integer);
    }
    if (strcmp(name, "expires_at_ms") == 0) {
        present = nango_connection_expires_at_ms(connection, &integer);
        return optional_number(present, integer);
    }
    stop("no such accessor of a connection", name);
    return text(NULL);
}

static value error_field(const nango_error *error, const char *name, const value *expected) {
    size_t i;
    for (i = 0; i < COUNT(ERROR_TEXTS); i++)
        if (strcmp(name, ERROR_TEXTS[i].name) == 0)
            return text(ERROR_TEXTS[i].get(error));
    if (strcmp(name, "kind") == 0)
        return number(nango_error_get_kind(error));
    if (strcmp(name, "kind_name") == 0)
        return text(nango_error_kind_name(nango_error_get_kind(error)));
    if (strcmp(name, "http_status") == 0)
        return number(nango_error_http_status(error));
    if (strcmp(name, "retry_after_ms") == 0)
        return number(nango_error_retry_after_ms(error));
    if (strcmp(name, "attempts") == 0)
        return number(nango_error_attempts(error));
    if (strcmp(name, "is_retryable") == 0)
        return number(nango_error_is_retryable(error));
    if (strcmp(name, "message_contains") == 0) {
        const char *message = nango_error_message(error);
        int contains = message != NULL && expected->type == TEXT && strstr(message, expected->text) != NULL;
        return contains ? *expected : text(message);
    }
    stop("no such field of an error", name);
    return text(NULL);
}

static value looked_up(const nango_connection *connection, const char *function, const char *argument) {
    size_t i;
    for (i = 0; i < COUNT(LOOK_UPS); i++)
        if (strcmp(function, LOOK_UPS[i].name) == 0)
            return text(LOOK_UPS[i].get(connection, argument));
    stop("no such item in the table", function);
    return text(NULL);
}

/* --- The table --- */

static char *read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    size_t used = 0, size = 1 << 20;
    char *content = malloc(size + 1);
    if (file == NULL || content == NULL)
        stop("cannot read", path);
    for (;;) {
        used += fread(content + used, 1, size - used, file);
        if (used < size)
            break;
        size *= 2;
        content = realloc(content, size + 1);
        if (content == NULL)
            stop("out of memory", path);
    }
    if (ferror(file))
        stop("cannot read", path);
    fclose(file);
    content[used] = '\0';
    return content;
}

static row split(char *line) {
    row result = {0, {NULL, NULL, NULL, NULL}};
    char *at = line;
    while (at != NULL) {
        char *tab = strchr(at, '\t');
        if (result.count == MAX_FIELDS)
            stop("too many fields", line);
        result.field[result.count++] = at;
        if (tab != NULL)
            *tab++ = '\0';
        at = tab;
    }
    return result;
}

static int hexadecimal(char digit) {
    const char *digits = "0123456789ABCDEF";
    const char *found = digit != '\0' ? strchr(digits, digit) : NULL;
    if (found == NULL)
        stop("no hexadecimal digit in", "an escape of the table");
    return (int)(found - digits);
}

/* Reads a value, whose text it decodes in place. */
static value parse(char *field) {
    if (strcmp(field, "n") == 0)
        return text(NULL);
    if (strncmp(field, "i:", 2) == 0) {
        char *end = NULL;
        int64_t integer = strtoll(field + 2, &end, 10);
        if (*end != '\0')
            stop("no number", field);
        return number(integer);
    }
    if (strncmp(field, "s:", 2) == 0) {
        const char *from = field + 2;
        char *to = field;
        while (*from != '\0') {
            if (*from == '%') {
                int byte = hexadecimal(from[1]) * 16;
                byte += hexadecimal(from[2]);
                *to++ = (char)byte;
                from += 3;
            } else {
                *to++ = *from++;
            }
        }
        *to = '\0';
        return text(field);
    }
    stop("no value", field);
    return text(NULL);
}

static const char *parse_text(char *field) {
    value parsed = parse(field);
    if (parsed.type != TEXT)
        stop("no text", field);
    return parsed.text;
}

/* --- One case --- */

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

/* Makes the call; what goes wrong with the client is the error of the case too. */
static void call(test_case *now, const char *expected) {
    nango_client *client = nango_client_new(now->client_options, &now->error);
    if (client != NULL)
        now->connection = nango_get_connection(client, now->connection_id, now->provider_config_key,
                                               now->call_options, &now->error);
    nango_client_free(client);
    if ((now->connection == NULL) == (now->error == NULL))
        stop("neither or both of a connection and an error", now->name);
    if (strcmp(expected, now->connection != NULL ? "connection" : "error") != 0)
        printf("%s: got %s, expected %s\n", now->name,
               now->connection != NULL ? "a connection" : nango_error_message(now->error), expected);
}

static void finish(test_case *now) {
    nango_connection_free(now->connection);
    nango_error_free(now->error);
    nango_call_options_free(now->call_options);
    nango_client_options_free(now->client_options);
    cases++;
}

static void print_value(const value *shown) {
    if (shown->type == TEXT)
        printf("\"%s\"", shown->text);
    else if (shown->type == INTEGER)
        printf("%" PRId64, shown->number);
    else
        printf("NULL");
}

static int same(const value *left, const value *right) {
    if (left->type != right->type || left->number != right->number)
        return 0;
    return left->type != TEXT || strcmp(left->text, right->text) == 0;
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

static void check(const test_case *now, int connection_expected, const row *line) {
    int is_field = strcmp(line->field[0], "field") == 0;
    const char *name = is_field ? line->field[1] : line->field[0];
    const char *argument = is_field ? "" : parse_text(line->field[1]);
    value expected = parse(line->field[2]);
    if (connection_expected != (now->connection != NULL)) {
        /* It went the other way, which `call` has said. */
        comparisons++;
        failures++;
    } else if (!is_field) {
        compare(now, name, argument, looked_up(now->connection, name, argument), expected);
    } else if (connection_expected) {
        compare(now, name, argument, connection_field(now->connection, name), expected);
    } else {
        compare(now, name, argument, error_field(now->error, name, &expected), expected);
    }
}

int main(void) {
    const char *path = getenv("NANGO_CONFORMANCE_TABLE");
    char *content, *line, *next;
    test_case now = {NULL, NULL, NULL, NULL, NULL, NULL, NULL};
    int connection_expected = 0;
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
        } else if (strcmp(fields.field[0], "expect") == 0 && fields.count == 2) {
            connection_expected = strcmp(fields.field[1], "connection") == 0;
            call(&now, fields.field[1]);
        } else if (strcmp(fields.field[0], "end") == 0 && fields.count == 1) {
            finish(&now);
        } else if (fields.count == 3) {
            check(&now, connection_expected, &fields);
        } else {
            stop("no item of a table", fields.field[0]);
        }
    }
    free(content);
    printf("conformance c: %zu cases, %zu comparisons, %zu failures\n", cases, comparisons, failures);
    return failures == 0 ? 0 : 1;
}
