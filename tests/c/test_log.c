/* The messages of the log, their levels, and what they never contain. */
#include <ctype.h>
#include <pthread.h>

#include "support/check.h"
#include "support/client.h"

enum { LEVELS = NANGO_LOG_TRACE + 1, ROOM = 8192 };

struct log {
    pthread_t caller;
    int on_other_threads;
    int counts[LEVELS];
    int other_levels;
    char text[ROOM]; /* "<level> <message>\n", one after another */
};

static void write_log(void *user_data, int32_t level, const char *message) {
    struct log *log = user_data;
    const size_t length = strlen(log->text);
    log->on_other_threads += !pthread_equal(pthread_self(), log->caller);
    if (level > 0 && level < LEVELS)
        ++log->counts[level];
    else
        ++log->other_levels;
    snprintf(log->text + length, ROOM - length, "%d %s\n", (int)level, message);
}

/* One call that is tried twice, for an id with a line feed. */
static void call_logged(const struct server *server, const char *answer, int32_t max_level, struct log *log) {
    nango_client_options *options = options_for(server, answer);
    memset(log, 0, sizeof *log);
    log->caller = pthread_self();
    nango_client_options_set_max_retries(options, 1);
    nango_client_options_add_header(options, "x-gateway", "invented-pass");
    nango_client_options_set_log(options, write_log, log, max_level);
    nango_client *client = nango_client_new(options, NULL);
    nango_client_options_free(options);
    nango_connection_free(nango_get_connection(client, "ada@example.com\n2", "github", NULL, NULL));
    nango_client_free(client);
    CHECK_NUMBER(log->on_other_threads, 0);
    CHECK_NUMBER(log->other_levels, 0);
}

/* A message is one line without secrets, and without ids below debug level. */
static void check_text_of(const struct log *log, int32_t max_level) {
    static const char *const never[] = {"invented", "Bearer", "Too many requests", "no such answer", "gold"};
    for (size_t i = 0; i < sizeof never / sizeof never[0]; ++i)
        CHECK(!strstr(log->text, never[i]));
    CHECK((strstr(log->text, "ada@example.com") != NULL) == (max_level >= NANGO_LOG_DEBUG));
    int lines = 0;
    int messages = 0;
    int control_characters = 0;
    for (const char *at = log->text; *at; ++at) {
        lines += *at == '\n';
        control_characters += *at != '\n' && iscntrl((unsigned char)*at);
    }
    CHECK_NUMBER(control_characters, 0);
    for (int level = 1; level < LEVELS; ++level)
        messages += log->counts[level];
    CHECK_NUMBER(lines, messages);
}

static void each_level_includes_those_before_it(const struct server *server) {
    /* A 500 that is retried: both attempts get a response, the call fails for good. */
    static const int expected[LEVELS] = {0, 1, 1, 2, 1, 2};
    struct log log;
    for (int32_t max_level = -1; max_level <= LEVELS; ++max_level) {
        call_logged(server, "no_such_answer", max_level, &log);
        for (int level = 1; level < LEVELS; ++level)
            CHECK_NUMBER(log.counts[level], level <= max_level ? expected[level] : 0);
        check_text_of(&log, max_level);
    }
}

static void a_success_is_no_error(const struct server *server) {
    struct log log;
    call_logged(server, "oauth2", NANGO_LOG_TRACE, &log);
    CHECK_NUMBER(log.counts[NANGO_LOG_ERROR], 0);
    CHECK_NUMBER(log.counts[NANGO_LOG_WARN], 0);
    CHECK_NUMBER(log.counts[NANGO_LOG_INFO], 1);
    check_text_of(&log, NANGO_LOG_TRACE);
    CHECK(strstr(log.text, ": GET /connection: 200, ") != NULL);
    CHECK(strstr(log.text, ": get connection \"ada@example.com\\n2\" of \"github\"\n") != NULL);
}

static void what_failed_is_told_with_its_kind(const struct server *server) {
    struct log log;
    call_logged(server, "no_such_answer", NANGO_LOG_WARN, &log);
    CHECK(strstr(log.text, ": attempt 1 failed (SERVER 500), retrying in ") != NULL);
    CHECK(strstr(log.text, ": failed after 2 attempts (SERVER 500): ") != NULL);
    call_logged(server, "not_found", NANGO_LOG_INFO, &log);
    CHECK(strstr(log.text, ": failed after 1 attempt (NOT_FOUND 404 not_found): ") != NULL);
    CHECK_NUMBER(log.counts[NANGO_LOG_ERROR], 0);
    check_text_of(&log, NANGO_LOG_INFO);
}

struct facts {
    char last[ROOM];
    int count;
};

static void keep_record(void *user_data, int32_t level, const char *message, const char *attributes) {
    struct facts *facts = user_data;
    CHECK(level >= NANGO_LOG_ERROR && level <= NANGO_LOG_INFO);
    CHECK(strncmp(message, "call ", 5) != 0);
    snprintf(facts->last, ROOM, "%s", attributes);
    ++facts->count;
}

static void keep_summary(void *user_data, const char *summary) {
    struct facts *facts = user_data;
    snprintf(facts->last, ROOM, "%s", summary);
    ++facts->count;
}

/* Records have attributes, and the hook gets the end of each call, at whatever level the log is. */
static void records_and_ends_have_facts(const struct server *server) {
    struct facts records = {.count = 0};
    struct facts ends = {.count = 0};
    nango_client_options *options = options_for(server, "not_found");
    nango_client_options_set_log_record(options, keep_record, &records, NANGO_LOG_INFO);
    nango_client_options_set_call_hook(options, keep_summary, &ends);
    nango_client *client = nango_client_new(options, NULL);
    nango_client_options_set_log_record(options, NULL, NULL, NANGO_LOG_INFO);
    nango_client_options_set_call_hook(options, NULL, NULL);
    nango_client *silent = nango_client_new(options, NULL);
    nango_client_options_free(options);
    CHECK(!nango_get_connection(silent, "ada@example.com", "github", NULL, NULL));
    CHECK(!nango_get_connection(client, "ada@example.com", "github", NULL, NULL));
    CHECK_NUMBER(records.count, 2);
    CHECK_NUMBER(ends.count, 1);
    CHECK(strstr(records.last, "\"event\":\"end\"") && strstr(records.last, "\"error\":\"NOT_FOUND\""));
    CHECK(strstr(ends.last, "\"operation\":\"get_connection\"") && strstr(ends.last, "\"status\":404"));
    CHECK(!strstr(records.last, "ada@") && !strstr(ends.last, "ada@"));
    nango_client_free(silent);
    nango_client_free(client);
}

int main(void) {
    struct server *server = server_start();
    each_level_includes_those_before_it(server);
    a_success_is_no_error(server);
    what_failed_is_told_with_its_kind(server);
    records_and_ends_have_facts(server);
    server_stop(server);
    return check_finish();
}
