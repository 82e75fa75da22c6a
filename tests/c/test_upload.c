/* Bodies that are read while they are sent. */
#include "support/check.h"
#include "support/client.h"
#include "support/proxied.h"

enum { BODY_SIZE = 300000 };

/* A body that gives at most `step` bytes at a time, and ends as configured. */
struct source {
    size_t size;
    size_t step;
    size_t given;
    int64_t at_end;
    int asked_after_the_end;
    nango_cancel *cancels; /* is triggered by the first read */
};

static char byte_at(size_t i) {
    return (char)(i * 7 % 251);
}

static int64_t read_source(void *user_data, void *buffer, size_t capacity) {
    struct source *source = user_data;
    char *bytes = buffer;
    size_t count = source->size - source->given;
    nango_cancel_trigger(source->cancels);
    if (count == 0) {
        ++source->asked_after_the_end;
        return source->at_end;
    }
    if (count > source->step)
        count = source->step;
    if (count > capacity)
        count = capacity;
    for (size_t i = 0; i < count; ++i)
        bytes[i] = byte_at(source->given + i);
    source->given += count;
    return (int64_t)count;
}

static nango_request *upload(struct source *source, int64_t content_length) {
    nango_request *request = nango_request_new("PUT", "/v1/files");
    nango_request_set_body_reader(request, read_source, source, content_length, "text/csv");
    return request;
}

static void check_sent(struct server *server, size_t size) {
    size_t sent = 0;
    size_t same = 0;
    const char *body = server_last_body(server, &sent);
    CHECK(sent == size);
    while (same < sent && body[same] == byte_at(same))
        ++same;
    CHECK(same == size);
    CHECK_TEXT(server_last_header(server, "nango-proxy-content-type"), "text/csv");
}

static void a_body_of_known_length_is_asked_for_so_many_bytes(struct server *server) {
    nango_client *client = client_for(server, "api");
    const size_t steps[] = {1000, BODY_SIZE};
    for (size_t i = 0; i < 2; ++i) {
        struct source source = {BODY_SIZE, steps[i], 0, -1, 0, NULL};
        nango_request *request = upload(&source, BODY_SIZE);
        CHECK_NUMBER(proxied_outcome(client, request, NULL), NANGO_ERROR_NONE);
        check_sent(server, BODY_SIZE);
        CHECK_TEXT(server_last_header(server, "content-length"), "300000");
        CHECK_TEXT(server_last_header(server, "transfer-encoding"), NULL);
        CHECK_NUMBER(source.asked_after_the_end, 0);
        nango_request_free(request);
    }
    /* No more than the declared length is read. */
    struct source source = {BODY_SIZE, BODY_SIZE, 0, -1, 0, NULL};
    nango_request *request = upload(&source, 10);
    CHECK_NUMBER(proxied_outcome(client, request, NULL), NANGO_ERROR_NONE);
    check_sent(server, 10);
    CHECK_NUMBER((long long)source.given, 10);
    nango_request_free(request);
    nango_client_free(client);
}

static void a_body_of_unknown_length_is_sent_in_chunks(struct server *server) {
    nango_client *client = client_for(server, "api");
    const size_t sizes[] = {0, 1, BODY_SIZE};
    for (size_t i = 0; i < 3; ++i) {
        struct source source = {sizes[i], 1000, 0, 0, 0, NULL};
        nango_request *request = upload(&source, -1);
        CHECK_NUMBER(proxied_outcome(client, request, NULL), NANGO_ERROR_NONE);
        check_sent(server, sizes[i]);
        CHECK_TEXT(server_last_header(server, "content-length"), NULL);
        CHECK_TEXT(server_last_header(server, "transfer-encoding"), "chunked");
        CHECK_NUMBER(source.asked_after_the_end, 1);
        nango_request_free(request);
    }
    nango_client_free(client);
}

/* The call ends as CANCELLED, with a message that contains this; nothing arrived whole, and nothing was resent. */
static void check_ended(struct server *server, struct source *source, int64_t content_length, const char *says) {
    nango_client *client = client_for(server, "api");
    nango_request *request = upload(source, content_length);
    nango_error *error = NULL;
    const int requests = server_requests(server);
    const int connections = server_connections(server);
    nango_response *response = proxied(client, request, NULL, &error);
    CHECK(!response);
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_CANCELLED);
    CHECK(nango_error_message(error) && strstr(nango_error_message(error), says));
    CHECK_NUMBER(nango_error_is_retryable(error), 0);
    nango_response_free(response);
    nango_error_free(error);
    nango_request_free(request);
    nango_client_free(client);
    /* One request of another client after it: the server has processed the earlier ones. */
    nango_response_free(response_for(server, "api", NULL));
    CHECK_NUMBER(server_requests(server), requests + 1);
    CHECK_NUMBER(server_connections(server), connections + 2);
}

static void a_reader_may_give_up(struct server *server) {
    for (size_t size = 0; size <= BODY_SIZE; size += BODY_SIZE) {
        struct source known = {size, 1000, 0, -1, 0, NULL};
        check_ended(server, &known, BODY_SIZE + 1, "gave up");
        struct source unknown = {size, 1000, 0, INT64_MIN, 0, NULL};
        check_ended(server, &unknown, -1, "gave up");
    }
}

static void a_reader_must_not_end_early(struct server *server) {
    struct source source = {BODY_SIZE, 1000, 0, 0, 0, NULL};
    check_ended(server, &source, BODY_SIZE + 1, "content_length");
}

static int64_t read_too_much(void *user_data, void *buffer, size_t capacity) {
    (void)user_data, (void)buffer;
    return (int64_t)capacity + 1;
}

static void a_reader_that_claims_more_than_it_had_room_for_has_given_up(struct server *server) {
    nango_client *client = client_for(server, "api");
    nango_request *request = nango_request_new("PUT", "/v1/files");
    nango_request_set_body_reader(request, read_too_much, NULL, -1, NULL);
    CHECK_NUMBER(proxied_outcome(client, request, NULL), NANGO_ERROR_CANCELLED);
    nango_request_free(request);
    nango_client_free(client);
}

static void a_reader_serves_one_call(struct server *server) {
    nango_client *client = client_for(server, "api");
    struct source source = {10, 10, 0, 0, 0, NULL};
    nango_request *request = upload(&source, 10);
    nango_error *error = NULL;
    CHECK_NUMBER(proxied_outcome(client, request, NULL), NANGO_ERROR_NONE);
    nango_response *again = proxied(client, request, NULL, &error);
    CHECK(!again);
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_INVALID_ARGUMENT);
    CHECK(nango_error_message(error) && strstr(nango_error_message(error), "reader"));
    nango_error_free(error);
    /* A new one serves another. */
    struct source next = {10, 10, 0, 0, 0, NULL};
    nango_request_set_body_reader(request, read_source, &next, 10, "text/csv");
    CHECK_NUMBER(proxied_outcome(client, request, NULL), NANGO_ERROR_NONE);
    check_sent(server, 10);
    nango_response_free(again);
    nango_request_free(request);
    nango_client_free(client);
}

static void a_cancel_ends_an_upload(struct server *server) {
    nango_client *client = client_for(server, "api");
    nango_cancel *cancel = nango_cancel_new();
    nango_call_options *options = nango_call_options_new();
    nango_call_options_set_cancel(options, cancel);
    struct source source = {BODY_SIZE, 1000, 0, 0, 0, cancel};
    nango_request *request = upload(&source, -1);
    CHECK_NUMBER(proxied_outcome(client, request, options), NANGO_ERROR_CANCELLED);
    nango_request_free(request);
    nango_call_options_free(options);
    nango_cancel_free(cancel);
    nango_client_free(client);
}

int main(void) {
    struct server *server = server_start();
    a_body_of_known_length_is_asked_for_so_many_bytes(server);
    a_body_of_unknown_length_is_sent_in_chunks(server);
    a_reader_may_give_up(server);
    a_reader_must_not_end_early(server);
    a_reader_that_claims_more_than_it_had_room_for_has_given_up(server);
    a_reader_serves_one_call(server);
    a_cancel_ends_an_upload(server);
    server_stop(server);
    return check_finish();
}
