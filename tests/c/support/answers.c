#include "answers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct fixed {
    const char *name;
    const char *status;
    const char *headers;
    const char *body;
};

/* Every field that has an accessor. */
static const char full[] =
    "{\"id\":7,\"connection_id\":\"customer-1\",\"provider_config_key\":\"github\",\"provider\":\"github-app\","
    "\"created_at\":\"2026-01-02T03:04:05.678Z\",\"updated_at\":\"2026-01-03T00:00:00.000Z\","
    "\"last_fetched_at\":\"2026-01-04T00:00:00.000Z\",\"account_id\":42,"
    "\"webhook_url_override\":\"https://example.com/hook\",\"metadata\":{\"plan\":\"gold\",\"n\":1.50},"
    "\"connection_config\":{\"subdomain\":\"acme\"},\"tags\":{\"team\":\"\\u00e9quipe\"},"
    "\"end_user\":{\"id\":\"user-1\"},\"errors\":[{\"type\":\"auth\",\"log_id\":\"log-1\"}],"
    "\"credentials\":{\"type\":\"OAUTH2\",\"access_token\":\"invented-access\",\"refresh_token\":\"invented-refresh\","
    "\"oauth_token\":\"invented-oauth\",\"oauth_token_secret\":\"invented-oauth-secret\",\"apiKey\":\"invented-key\","
    "\"username\":\"ada\",\"password\":\"\",\"client_id\":\"invented-client\","
    "\"expires_at\":\"2026-01-02T04:04:05.678Z\",\"raw\":{\"scope\":\"repo user\"}}}";

static const char basic[] = "{\"id\":8,\"connection_id\":\"customer-2\",\"provider_config_key\":\"printer\","
                            "\"credentials\":{\"type\":\"BASIC\",\"username\":\"ada\",\"password\":\"\"}}";

static const char bare[] = "{\"connection_id\":\"customer-3\",\"provider_config_key\":\"open\",\"credentials\":{}}";

static const char newer[] = "{\"connection_id\":\"c\",\"provider_config_key\":\"k\","
                            "\"credentials\":{\"type\":\"TELEPATHY\",\"thought\":\"invented-thought\"}}";

static const char far_future[] =
    "{\"connection_id\":\"c\",\"provider_config_key\":\"k\",\"credentials\":{\"type\":\"OAUTH2\","
    "\"access_token\":\"invented-access\",\"expires_at\":\"9999-12-31T23:59:59.000Z\"}}";

static const char odd_time[] =
    "{\"connection_id\":\"c\",\"provider_config_key\":\"k\",\"credentials\":{\"type\":\"OAUTH2\","
    "\"access_token\":\"invented-access\",\"expires_at\":\"next tuesday\"}}";

/* Each type of value, and the cases of each that C cannot hold or has to distinguish. */
static const char document[] =
    " {\"null\":null,\"yes\":true,\"no\":false,\"int\":-9223372036854775808,\"more\":9223372036854775808,"
    "\"price\":1.50,\"huge\":1e400,\"text\":\"caf\\u00e9 \\\"x\\\"\",\"empty\":\"\",\"cut\":\"a\\u0000b\","
    "\"list\":[ 1, \"two\" ,[]],\"a/b\":1,\"twice\":1,\"twice\":2,\"\\u0000\":3,\"\\u006bey\":4} ";

static const char imported[] =
    "{\"id\":91,\"connection_id\":\"imp-rich\",\"provider_config_key\":\"github\",\"provider\":\"github\",\"errors\":[],"
    "\"end_user\":{\"id\":\"u-9\",\"display_name\":\"U 9\",\"email\":null,\"tags\":{\"x\":\"y\"},\"organization\":null},"
    "\"tags\":{\"x\":\"y\",\"team\":\"red\"},\"metadata\":{\"a\":[1,null,\"\xc3\xbc\"]},\"connection_config\":{},"
    "\"webhook_url_override\":null,\"created_at\":\"2026-11-29T01:32:40.328Z\",\"newer\":12345678901234567890,"
    "\"credentials\":{\"type\":\"OAUTH2\",\"access_token\":\"invented-access\"}}";

/* Values of the wrong type in every field. */
static const char mistyped[] =
    "{\"id\":1.5,\"connection_id\":7,\"provider\":\"a\\u0000b\",\"errors\":{},\"end_user\":[],\"tags\":{\"a\":1},"
    "\"metadata\":\"text\",\"created_at\":\"2026-11-29T01:32:40.328Z\"}";

static const char session[] =
    "{\"data\":{\"token\":\"invented-session\",\"connect_link\":\"https://connect.example/?session=invented\","
    "\"expires_at\":\"2026-11-29T02:00:00.000Z\"}}";

static const char syncs[] =
    "{\"syncs\":[{\"id\":\"s1\",\"name\":\"issues\",\"variant\":\"base\",\"status\":\"RUNNING\",\"nextScheduledSyncAt\":null,"
    "\"latestResult\":{\"Issue\":{\"added\":3,\"updated\":null},\"User\":{\"added\":0}},"
    "\"recordCount\":{\"Issue\":4294967296,\"User\":7}},{\"id\":\"s2\",\"recordCount\":null}]}";

static const char oauth1[] =
    "{\"connection_id\":\"c\",\"provider_config_key\":\"k\",\"metadata\":null,\"credentials\":{\"type\":\"OAUTH1\","
    "\"oauth_token\":\"invented-token\",\"oauth_token_secret\":\"invented-secret\"}}";

static const struct fixed answers[] = {
    {"session", "201 Created", "content-type: application/json\r\n", session},
    {"no_data", "200 OK", "content-type: application/json\r\n", "{\"data\":null,\"connections\":[{}],\"syncs\":{}}"},
    {"integration", "200 OK", "content-type: application/json\r\n",
     "{\"data\":{\"unique_key\":\"github\",\"forward_webhooks\":false,\"credentials_label\":{\"client_id\":\"Id\"},"
     "\"preconfigured_credentials\":[\"scopes\"]}}"},
    {"integrations", "200 OK", "content-type: application/json\r\n",
     "{\"data\":[{\"unique_key\":\"github\"},{\"unique_key\":\"slack\"}]}"},
    {"syncs", "200 OK", "content-type: application/json\r\n", syncs},
    {"frequency", "200 OK", "content-type: application/json\r\n", "{\"frequency\":\"2h\"}"},
    {"oauth1", "200 OK", "", oauth1},
    {"oauth2", "200 OK", "", full},
    {"held", "200 OK", "", far_future},
    {"kept", "200 OK", "", full},
    {"basic", "200 OK", "", basic},
    {"bare", "200 OK", "", bare},
    {"newer", "200 OK", "", newer},
    {"far_future", "200 OK", "", far_future},
    {"odd_time", "200 OK", "", odd_time},
    {"not_found", "404 Not Found", "",
     "{\"error\":{\"code\":\"not_found\",\"message\":\"Failed to find connection\"}}"},
    {"rate_limited", "429 Too Many Requests", "retry-after: 7\r\nx-request-id: invented-request-1\r\n",
     "{\"error\":{\"code\":\"too_many_request\",\"message\":\"Too many requests\"}}"},
    {"broken", "200 OK", "", "{\"connection_id\":1}"},
    {"api", "200 OK", "content-type: application/json\r\nX-Two: 1\r\nx-two: 2\r\nx-latin: caf\xe9\r\n",
     "{\"items\":[{\"name\":\"first\",\"price\":1.50,\"cut\":\"a\\u0000b\"}]}"},
    {"document", "200 OK", "content-type: application/json\r\n", document},
    {"findings", "400 Bad Request", "content-type: application/json\r\n",
     "{\"error\":{\"code\":\"invalid_body\",\"errors\":[{\"path\":[\"name\"],"
     "\"message\":\"Too short\",\"code\":\"too_small\"},{\"path\":[\"ids\",0]}]}}"},
    {"imported", "201 Created", "content-type: application/json\r\n", imported},
    {"mistyped", "201 Created", "content-type: application/json\r\n", mistyped},
    {"done", "200 OK", "content-type: application/json\r\n", "{\"success\":true}"},
    {"queued", "202 Accepted", "content-type: application/json\r\n",
     "{\"id\":\"4ba27559\",\"statusUrl\":\"/action/4ba27559\"}"},
    {"output", "200 OK", "content-type: application/json\r\n", "{\"big\":12345678901234567890,\"tiny\":1e-7}"},
    {"output_null", "200 OK", "content-type: application/json\r\n", "null"},
    {"variables", "200 OK", "content-type: application/json\r\n",
     "[{\"name\":\"FOO\",\"value\":\"invented-bar\"},{\"name\":\"\xc3\x9cNI\",\"value\":\"w\xc3\xa4rt\\n2\"}]"},
    {"empty", "200 OK", "content-type: application/json\r\n", "{\"connections\":[]}"},
    {"no_list", "200 OK", "content-type: application/json\r\n", "{\"connections\":{\"a\":1}}"},
    {"unknown_connection", "404 Not Found", "content-type: application/json\r\n",
     "{\"error\":{\"code\":\"unknown_connection\",\"message\":\"Connection not found\"}}"},
    {"digits", "200 OK", "content-type: text/plain\r\n", "0123456789"},
    {"api_not_found", "404 Not Found", "content-type: application/json\r\n",
     "{\"error\":{\"code\":\"not_found\",\"message\":\"No such item\"}}"},
    {"no_integration", "404 Not Found", "content-type: application/json\r\n",
     "{\"error\":{\"code\":\"unknown_provider_config\",\"message\":\"No such integration\"}}"},
    {"web_page", "404 Not Found", "content-type: text/html\r\n", "<html>not here</html>"},
};

static size_t respond_bytes(const struct fixed *answer, size_t body_size, char *buffer, size_t size) {
    const char *connection = strcmp(answer->name, "kept") == 0 ? "keep-alive" : "close";
    const int head = snprintf(buffer, size, "HTTP/1.1 %s\r\n%scontent-length: %zu\r\nconnection: %s\r\n\r\n",
                              answer->status, answer->headers, body_size, connection);
    memcpy(buffer + head, answer->body, body_size);
    return (size_t)head + body_size;
}

static size_t respond(const struct fixed *answer, char *buffer, size_t size) {
    return respond_bytes(answer, strlen(answer->body), buffer, size);
}

/* A connection with credentials of the mode that the second segment names. */
static size_t respond_mode(const char *path, char *buffer, size_t size) {
    char body[256];
    const char *mode = path + strlen("/mode/");
    snprintf(body, sizeof body,
             "{\"connection_id\":\"c\",\"provider_config_key\":\"k\",\"credentials\":{\"type\":\"%.*s\"}}",
             (int)strcspn(mode, "/"), mode);
    const struct fixed ok = {"mode", "200 OK", "", body};
    return respond(&ok, buffer, size);
}

/* One of the pages of a list with 3 items each. Two of them moved to the following page meanwhile. */
static size_t respond_page(const char *path, int is_flaky, char *buffer, size_t size) {
    static const char *const pages[] = {"[{\"id\":9},{\"id\":8},{\"id\":7,\"connection_id\":\"c7\"}]",
                                        "[{\"id\":8},{\"id\":7},{\"id\":6}]", "[{\"id\":8},{\"id\":5}]"};
    static int asked = 0; /* by the server's thread alone */
    char body[256];
    const char *number = strstr(path, "page=");
    const size_t page = number ? (size_t)(number[strlen("page=")] - '0') : 0;
    const struct fixed failed = {"", "500 Internal Server Error", "", "{\"error\":{\"code\":\"server_error\"}}"};
    const struct fixed ok = {"", "200 OK", "content-type: application/json\r\n", body};
    if (is_flaky && page == 1 && ++asked % 2 == 1)
        return respond(&failed, buffer, size);
    snprintf(body, sizeof body, "{\"connections\":%s,\"page\":%zu}", page < 3 ? pages[page] : "[]", page);
    return respond(&ok, buffer, size);
}

/* One of the three pages of a list by cursors. The second one has an error every other time, and the last one is empty. */
static size_t respond_records(const char *path, char *buffer, size_t size) {
    static int asked = 0; /* by the server's thread alone */
    static const char first[] =
        "{\"records\":[{\"id\":\"a\",\"title\":\"first\",\"_nango_metadata\":{\"last_action\":\"ADDED\",\"cursor\":\"at-a\"}},"
        "{\"id\":2,\"_nango_metadata\":{\"pruned_at\":null,\"cursor\":\"at-2\"}}],\"next_cursor\":\"at-2\"}";
    static const char second[] =
        "{\"records\":[{\"id\":\"c\",\"_nango_metadata\":{\"cursor\":\"at-c\"}}],\"next_cursor\":\"at-c\"}";
    static const char *const pages[] = {first, second, "{\"records\":[],\"next_cursor\":null}"};
    const struct fixed failed = {"", "500 Internal Server Error", "", "{\"error\":{\"code\":\"server_error\"}}"};
    const size_t page = strstr(path, "cursor=at-c") ? 2 : strstr(path, "cursor=at-2") ? 1 : 0;
    const struct fixed ok = {"", "200 OK", "content-type: application/json\r\n", pages[page]};
    return respond(page == 1 && ++asked % 2 == 1 ? &failed : &ok, buffer, size);
}

/* One of 2,000 pages with 100 records each. */
static size_t respond_many(const char *path, char *buffer, size_t size) {
    char body[12000];
    size_t length = 0;
    const char *cursor = strstr(path, "cursor=");
    const int first = cursor ? atoi(cursor + strlen("cursor=")) : 0;
    for (int i = first + 1; i <= first + 100; ++i)
        length += (size_t)snprintf(body + length, sizeof body - length,
                                   "%s{\"id\":%d,\"title\":\"a record\",\"_nango_metadata\":{\"cursor\":\"%d\"}}",
                                   i == first + 1 ? "{\"records\":[" : ",", i, i);
    if (first + 100 < 200000)
        snprintf(body + length, sizeof body - length, "],\"next_cursor\":\"%d\"}", first + 100);
    else
        snprintf(body + length, sizeof body - length, "]}");
    const struct fixed ok = {"", "200 OK", "content-type: application/json\r\n", body};
    return respond(&ok, buffer, size);
}

/* What is waited for is there when it is asked for the second time, and every other time after that. */
static size_t respond_later(int is_list, char *buffer, size_t size) {
    static int asked = 0; /* by the server's thread alone */
    const struct fixed missing = {"", "404 Not Found", "", "{\"error\":{\"code\":\"not_found\",\"message\":\"Wait\"}}"};
    const struct fixed empty = {"", "200 OK", "", "{\"connections\":[]}"};
    const struct fixed list = {"", "200 OK", "", "{\"connections\":[{\"id\":7,\"connection_id\":\"late\"}]}"};
    const struct fixed output = {"", "200 OK", "", "{\"done\":true}"};
    if (++asked % 2 == 1)
        return respond(is_list ? &empty : &missing, buffer, size);
    return respond(is_list ? &list : &output, buffer, size);
}

size_t answer(const char *path, char *buffer, size_t size) {
    const size_t length = path[0] == '/' ? strcspn(path + 1, "/ ") : 0;
    for (size_t i = 0; i < sizeof answers / sizeof answers[0]; ++i)
        if (strlen(answers[i].name) == length && strncmp(path + 1, answers[i].name, length) == 0)
            return respond(&answers[i], buffer, size);
    if (strncmp(path, "/pages/", 7) == 0 || strncmp(path, "/flaky/", 7) == 0)
        return respond_page(path, path[1] == 'f', buffer, size);
    if (strncmp(path, "/records/", 9) == 0)
        return respond_records(path, buffer, size);
    if (strncmp(path, "/many/", 6) == 0)
        return respond_many(path, buffer, size);
    if (strncmp(path, "/later/", 7) == 0)
        return respond_later(strstr(path, "/connections") != NULL, buffer, size);
    if (strncmp(path, "/mode/", 6) == 0)
        return respond_mode(path, buffer, size);
    if (strncmp(path, "/binary/", 8) == 0) {
        const struct fixed binary = {"binary", "200 OK", "", "a\0b"};
        return respond_bytes(&binary, 3, buffer, size);
    }
    if (strncmp(path, "/head/", 6) == 0)
        return (size_t)snprintf(buffer, size, "HTTP/1.1 200 OK\r\ncontent-length: 100000000\r\n\r\n");
    const struct fixed unknown = {"", "500 Internal Server Error", "", "the test server has no such answer"};
    return respond(&unknown, buffer, size);
}
