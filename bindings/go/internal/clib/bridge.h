/*
 * What Go calls instead of single accessors: a call from Go into C costs far more than one inside C, so everything of a
 * connection or an error is read in one. Static, so that the program exports nothing.
 */
#ifndef NANGO_GO_BRIDGE_H
#define NANGO_GO_BRIDGE_H

#include <nango.h>
#include <string.h>

#include "texts.h"

#if NANGO_ABI_VERSION != 0
#error "This version of the Go package is for libnango with ABI 0. Install that, or the version of the package that belongs to the libnango which pkg-config finds."
#endif

/*
 * A connection's values. No pointers into Go or C memory but of handles: the go command would have each looked at, on every
 * call.
 */
typedef struct {
    nango_error *error;       /* owned; NULL if there is a connection */
    nango_connection *unread; /* owned; the connection if its texts did not fit, else NULL: it is freed */
    int64_t id;
    int64_t account_id;
    int64_t expires_at_ms;
    int32_t has_account_id;
    int32_t has_expires_at_ms;
    int32_t auth_mode;
    uint32_t present;           /* a bit for each text */
    int64_t ends[BRIDGE_TEXTS]; /* where each text ends, and the next one begins; the last is the size of all */
} bridge_connection;

/* An error's values. The texts are borrowed from it. */
typedef struct {
    int64_t retry_after_ms;
    int32_t kind;
    int32_t http_status;
    int32_t attempts;
    int32_t is_retryable;
    const char *message;
    const char *code;
    const char *request_id;
    const char *server_message;
    const char *body;
} bridge_error;

/* What a call requests. */
typedef struct {
    int64_t timeout_ms;         /* negative for the client's */
    int64_t max_age_ms;         /* negative for no limit */
    const nango_cancel *cancel; /* NULL if it cannot be cancelled */
    uintptr_t receiver;         /* receives its messages: a handle that Go made; 0 for none */
    int32_t force_refresh;
    int32_t refresh_token;
    int32_t refresh_github_app_jwt_token;
} bridge_call;

/* Receive a message for a call, and the end of one. In Go: receiver.go. */
extern void bridge_receive(uintptr_t receiver, int32_t level, char *message, char *attributes);
extern void bridge_receive_end(uintptr_t receiver, char *summary);

/*
 * The receiver of the call that this thread is in. The library sends a call's messages on the call's own thread, so they
 * find their way back to it, with nothing that would have to live as long as the client. One for all of this package, of which
 * each Go file is compiled with a copy of what is static here; hidden, so that the program does not export it.
 */
extern _Thread_local uintptr_t bridge_receiver __attribute__((visibility("hidden")));

/* Reads the next part of a request's body: a handle that Go made for its reader. In Go: upload.go. */
extern int64_t bridge_upload(uintptr_t upload, void *buffer, size_t capacity);

static inline void bridge_log(void *user_data, int32_t level, const char *message, const char *attributes) {
    (void)user_data;
    if (bridge_receiver)
        bridge_receive(bridge_receiver, level, (char *)message, (char *)attributes);
}

static inline void bridge_set_log(nango_client_options *options, int32_t max_level) {
    nango_client_options_set_log_record(options, bridge_log, NULL, max_level);
}

static inline void bridge_hook(void *user_data, const char *summary) {
    (void)user_data;
    if (bridge_receiver)
        bridge_receive_end(bridge_receiver, (char *)summary);
}

static inline void bridge_set_hook(nango_client_options *options) {
    nango_client_options_set_call_hook(options, bridge_hook, NULL);
}

/* The size of all texts. */
static inline size_t bridge_size(const bridge_connection *read) {
    return (size_t)read->ends[BRIDGE_TEXTS - 1];
}

/* Reads a connection into `out`, and its texts one after the other into `texts` if they fit. */
static inline void bridge_read_connection(const nango_connection *c, bridge_connection *out, char *texts, size_t capacity) {
    const char *parts[BRIDGE_TEXTS];
    bridge_texts(c, parts);
    out->id = nango_connection_id(c);
    out->account_id = 0;
    out->has_account_id = nango_connection_account_id(c, &out->account_id);
    out->expires_at_ms = 0;
    out->has_expires_at_ms = nango_connection_expires_at_ms(c, &out->expires_at_ms);
    out->auth_mode = nango_connection_auth_mode(c);
    out->present = 0;
    int64_t end = 0;
    for (int i = 0; i < BRIDGE_TEXTS; i++) {
        if (parts[i]) {
            out->present |= UINT32_C(1) << i;
            end += (int64_t)strlen(parts[i]);
        }
        out->ends[i] = end;
    }
    if (bridge_size(out) > capacity)
        return;
    int64_t begin = 0;
    for (int i = 0; i < BRIDGE_TEXTS; i++) {
        if (parts[i])
            memcpy(texts + begin, parts[i], (size_t)(out->ends[i] - begin));
        begin = out->ends[i];
    }
}

static inline void bridge_read_error(const nango_error *e, bridge_error *out) {
    out->retry_after_ms = nango_error_retry_after_ms(e);
    out->kind = nango_error_get_kind(e);
    out->http_status = nango_error_http_status(e);
    out->attempts = nango_error_attempts(e);
    out->is_retryable = nango_error_is_retryable(e);
    out->message = nango_error_message(e);
    out->code = nango_error_code(e);
    out->request_id = nango_error_request_id(e);
    out->server_message = nango_error_server_message(e);
    out->body = nango_error_body(e);
}

/* The options of a call, owned; NULL if all is as by default. */
static inline nango_call_options *bridge_options(const bridge_call *call) {
    if (call->timeout_ms < 0 && call->max_age_ms < 0 && !call->cancel && !call->force_refresh && !call->refresh_token &&
        !call->refresh_github_app_jwt_token)
        return NULL;
    nango_call_options *options = nango_call_options_new();
    nango_call_options_set_timeout_ms(options, call->timeout_ms);
    nango_call_options_set_max_age_ms(options, call->max_age_ms);
    nango_call_options_set_cancel(options, call->cancel);
    nango_call_options_set_force_refresh(options, call->force_refresh);
    nango_call_options_set_refresh_token(options, call->refresh_token);
    nango_call_options_set_refresh_github_app_jwt_token(options, call->refresh_github_app_jwt_token);
    return options;
}

/* A header of a response. The texts are borrowed from it. */
typedef struct {
    const char *name;
    const char *value;
} bridge_header;

/* The result of a call that returns a response. */
typedef struct {
    nango_error *error;       /* owned; NULL if there is a response */
    nango_response *response; /* owned; NULL if there is an error, or no page any more */
    size_t header_count;
    int32_t status;
} bridge_answer;

static inline void bridge_read_head(bridge_answer *out) {
    out->status = nango_response_status(out->response);
    out->header_count = nango_response_header_count(out->response);
}

static inline int64_t bridge_read(void *user_data, void *buffer, size_t capacity) {
    return bridge_upload((uintptr_t)user_data, buffer, capacity);
}

static inline void bridge_set_body_reader(nango_request *request, uintptr_t upload, int64_t content_length,
                                          const char *content_type) {
    nango_request_set_body_reader(request, bridge_read, (void *)upload, content_length, content_type);
}

/* Sends a request through the proxy, and reads the status of the response. */
static inline void bridge_proxy(const nango_client *client, const char *connection_id, const char *provider_config_key,
                                const nango_request *request, const bridge_call *call, bridge_answer *out) {
    nango_call_options *options = bridge_options(call);
    uintptr_t outer = bridge_receiver;
    bridge_receiver = call->receiver;
    out->response = nango_proxy(client, connection_id, provider_config_key, request, options, &out->error);
    bridge_receiver = outer;
    nango_call_options_free(options);
    bridge_read_head(out);
}

/* Makes a call of Nango's own API, repeated until there is what is waited for unless `until` is 0, and reads the status of the
 * response. */
static inline void bridge_request(const nango_client *client, const nango_request *request, nango_until until,
                                  const bridge_call *call, bridge_answer *out) {
    nango_call_options *options = bridge_options(call);
    uintptr_t outer = bridge_receiver;
    bridge_receiver = call->receiver;
    out->response = until ? nango_call_until(client, request, until, options, &out->error)
                          : nango_call(client, request, options, &out->error);
    bridge_receiver = outer;
    nango_call_options_free(options);
    bridge_read_head(out);
}

/* Requests the next page of a list, and reads the status of the response. */
static inline void bridge_next_page(nango_pages *pages, const nango_client *client, const bridge_call *call,
                                    bridge_answer *out) {
    nango_call_options *options = bridge_options(call);
    uintptr_t outer = bridge_receiver;
    bridge_receiver = call->receiver;
    out->response = nango_pages_next(pages, client, options, &out->error);
    bridge_receiver = outer;
    nango_call_options_free(options);
    bridge_read_head(out);
}

/* Reads all headers of a response. */
static inline void bridge_read_headers(const nango_response *response, bridge_header *out, size_t count) {
    for (size_t i = 0; i < count; i++) {
        out[i].name = nango_response_header_name(response, i);
        out[i].value = nango_response_header_value(response, i);
    }
}

/* Reads a connection from its document, as bridge_get does one of Nango. */
static inline void bridge_from_json(const char *json, bridge_connection *out, char *texts, size_t capacity) {
    nango_connection *connection = nango_connection_from_json(json, &out->error);
    out->unread = NULL;
    if (!connection)
        return;
    bridge_read_connection(connection, out, texts, capacity);
    if (bridge_size(out) <= capacity)
        nango_connection_free(connection);
    else
        out->unread = connection;
}

/* Gets a connection, reads it into `out`, and frees it if its texts fit into `capacity` bytes. */
static inline void bridge_get(const nango_client *client, const char *connection_id, const char *provider_config_key,
                              const bridge_call *call, bridge_connection *out, char *texts, size_t capacity) {
    nango_call_options *options = bridge_options(call);
    /* Kept, since the receiver of a message may make a call of another client. */
    uintptr_t outer = bridge_receiver;
    bridge_receiver = call->receiver;
    nango_connection *connection =
        nango_get_connection(client, connection_id, provider_config_key, options, &out->error);
    bridge_receiver = outer;
    nango_call_options_free(options);
    out->unread = NULL;
    if (!connection)
        return;
    bridge_read_connection(connection, out, texts, capacity);
    if (bridge_size(out) <= capacity)
        nango_connection_free(connection);
    else
        out->unread = connection;
}

#endif
