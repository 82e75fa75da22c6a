/*
 * nango_api.h - the operations of Nango's API as functions, each with a structure of its parameters.
 *
 * Generated from api/operations.json and api/webhooks.json: do not edit.
 *
 *     #include <nango_api.h>
 *     #include <stdio.h>
 *
 *     // Prints the ids of an integration's connections.
 *     int print_connections(const nango_client *client, const char *integration_id) {
 *         nango_connections_list_params params = {0};
 *         params.integration_ids = &integration_id;
 *         params.integration_ids_count = 1;
 *         nango_error *error = NULL;
 *         nango_items items = nango_connections_list(&params);
 *         const nango_value *connection;
 *         while ((connection = nango_items_next(&items, client, NULL, &error)) != NULL) {
 *             const char *id = nango_value_string(nango_value_get(connection, "connection_id"));
 *             printf("%s\n", id ? id : "");
 *         }
 *         int is_done = error == NULL;
 *         if (error)
 *             fprintf(stderr, "%s\n", nango_error_message(error));
 *         nango_items_free(&items);
 *         nango_error_free(error);
 *         return is_done;
 *     }
 *
 * Header only, on top of nango.h, whose rules hold here too: C99 or later. C++17 has nango.hpp.
 *
 * Parameters. What is NULL is not sent, so set the structure to zeros first and then what the call needs. Numbers and
 * flags are pointers for that reason. An array that is not NULL is sent, even with a count of 0. The functions keep
 * nothing that they are given. A required parameter that is NULL is NANGO_ERROR_INVALID_ARGUMENT, and nothing is sent;
 * so is JSON text that is not what the parameter has to be.
 *
 * Results. A response means that Nango did as asked: nango_response_value has the result. The objects in it have the
 * members below. Each can be absent or null, and there can be more of them. Where a function's comment gives a place in
 * the response, it is a JSON pointer, as nango_response_get_string takes one. Each function has one beside it that only
 * makes the request, for programs that add something to it or go through a list page by page.
 *
 * connection_problem: Something that is wrong with a connection.
 *   type (string): What failed: "auth" for its credentials, "sync" for a sync, or another word.
 *   log_id (string): The id of the operation in Nango's logs.
 *
 * organization: The organization of an end user.
 *   id (string): The id that the product gave it.
 *   display_name (string): Its name. A customer's data.
 *
 * end_user: The customer of the product who connected a connection.
 *   id (string): The id that the product gave them.
 *   display_name (string): Their name. A customer's data.
 *   email (string): Their email address. A customer's data.
 *   tags (map of string): Tags of the end user. A customer's data.
 *   organization (organization): Their organization.
 *
 * listed_connection: A connection as a list has it: without credentials.
 *   id (integer): The number of the row in Nango's database.
 *   connection_id (string): The id of the connection.
 *   provider_config_key (string): The id of the integration.
 *   provider (string): The external API, as Nango names it: "github".
 *   errors (array of connection_problem): What is wrong with the connection now: empty if nothing is.
 *   end_user (end_user): Who connected it; absent for a connection that was imported without one. A customer's data.
 *   tags (map of string): Tags, with keys in lower case. A customer's data.
 *   metadata (object): What the product stored with the connection. A customer's data.
 *   created (string, a time of RFC 3339): When it was made.
 *
 * imported_connection: A connection that was imported.
 *   id (integer): The number of the row in Nango's database.
 *   connection_id (string): The id of the connection.
 *   provider_config_key (string): The id of the integration.
 *   provider (string): The external API, as Nango names it: "github".
 *   errors (array of connection_problem): What is wrong with the connection now: empty if nothing is.
 *   end_user (end_user): Who connected it; absent for a connection that was imported without one. A customer's data.
 *   tags (map of string): Tags, with keys in lower case. A customer's data.
 *   metadata (object): What the product stored with the connection. A customer's data.
 *   connection_config (object): What the external API needs beside the credentials. A secret.
 *   webhook_url_override (string): The URL that webhooks of this connection go to. A customer's data.
 *   created_at (string, a time of RFC 3339): When it was made.
 *   updated_at (string, a time of RFC 3339): When it was last changed.
 *   last_fetched_at (string, a time of RFC 3339): When its credentials were last asked for.
 *   credentials (object): The credentials that were imported; empty if the key may not read credentials. A secret.
 *
 * queued_action: An action that was queued.
 *   id (string): The id to get the result with: a UUID.
 *   statusUrl (string): The path of the result.
 *
 * environment_variable: A variable that was set in the dashboard.
 *   name (string): Its name.
 *   value (string): Its value. A secret.
 *
 * connect_session: A connect session, which ends after 30 minutes.
 *   token (string): The token for Nango's frontend SDK. A secret.
 *   connect_link (string): The URL at which the customer connects. It holds the token. A secret.
 *   expires_at (string, a time of RFC 3339): When it ends.
 *
 * integration: An integration.
 *   unique_key (string): Its id: the provider config key of its connections.
 *   provider (string): The external API, as Nango names it: "github".
 *   display_name (string): Its name for humans.
 *   logo (string): The URL of the external API's logo.
 *   forward_webhooks (boolean): Whether Nango forwards webhooks of the external API.
 *   created_at (string, a time of RFC 3339): When it was made.
 *   updated_at (string, a time of RFC 3339): When it was last changed.
 *   webhook_url (string): The URL for webhooks of the external API, if it was asked for and the external API has
 *   webhooks.
 *   credentials (object): The developer app: client_id, client_secret, scopes and webhook_secret, or app_id, app_link
 *   and private_key; only if it was asked for and the key may read it. A secret.
 *   credentials_label (map of string): Names of the credentials' fields for humans.
 *   preconfigured_credentials (array of string): The credentials that Nango sets itself.
 *   preconfigured_connection_config (array of string): The members of connection_config that Nango sets itself.
 *
 * record_metadata: What Nango knows about a record.
 *   first_seen_at (string, a time of RFC 3339): When a sync first stored it.
 *   last_modified_at (string, a time of RFC 3339): When a sync last changed it.
 *   last_action (string): What a sync did last: "ADDED", "UPDATED" or "DELETED".
 *   deleted_at (string, a time of RFC 3339): When the external API no longer had it.
 *   pruned_at (string, a time of RFC 3339): When its content was pruned.
 *   cursor (string): The cursor of this record: a list that starts at it has the records behind it.
 *
 * record: A record.
 *   id (any value): The id that the sync gave it: a string or a number.
 *   _nango_metadata (record_metadata): What Nango knows about it.
 *   the object itself (object): The whole record as sent. A pruned one has only its id and _nango_metadata. A
 *   customer's data.
 *
 * pruned_records: What was pruned.
 *   count (integer): How many records.
 *   has_more (boolean): Whether there is more to prune. It can be true once too often.
 *
 * sync_result: What a run of a sync did with the records of a model.
 *   added (integer): How many it added.
 *   updated (integer): How many it changed.
 *   deleted (integer): How many it deleted.
 *
 * sync: The state of a sync of a connection.
 *   id (string): Its id: a UUID.
 *   name (string): Its name.
 *   variant (string): Its variant: "base" unless another was made.
 *   connection_id (string): The id of the connection.
 *   status (string): Its state: "RUNNING", "PAUSED", "STOPPED", "SUCCESS" or "ERROR".
 *   type (string): Its kind of run: "INITIAL" or "INCREMENTAL".
 *   frequency (string): How often it runs: "every 1h".
 *   finishedAt (string, a time of RFC 3339): When its last run ended.
 *   nextScheduledSyncAt (string, a time of RFC 3339): When it runs next; null if it is paused.
 *   latestExecutionStatus (string): How its last run ended: "SUCCESS", "STOPPED" or another word.
 *   latestResult (map of sync_result): What its last run did, by model.
 *   recordCount (map of integer): How many records are stored, by model.
 *   checkpoint (object): The checkpoint that its code has stored. A customer's data.
 *
 * sync_frequency: How often a sync runs.
 *   frequency (string): The interval, as Nango shortens it: "2h".
 *
 * sync_variant: A variant of a sync.
 *   id (string): The id of the sync: a UUID.
 *   name (string): The name of the sync.
 *   variant (string): The name of the variant.
 *
 * function: A function of an integration, or a template of one.
 *   name (string): Its name.
 *   type (string): Its type: "sync", "action" or "on-event".
 *   description (string): What it does.
 *   scopes (array of string): The scopes of the external API that it needs.
 *   input (string): The name of the model of its input.
 *   returns (array of string): The names of the models that it returns.
 *   json_schema (object): The models as JSON Schema.
 *   runs (string): How often a sync runs: "every 1h".
 *   auto_start (boolean): Whether a sync starts with a new connection.
 *   track_deletes (boolean): Whether a sync marks records that have gone as deleted.
 *   event (string): The event that an on-event function runs at.
 *   id (integer): The number of the row in Nango's database; a template has none.
 *   enabled (boolean): Whether it may run.
 *   last_deployed (string, a time of RFC 3339): When it was last deployed.
 *   source (string): Where its code comes from: "repo", "catalog" or another word.
 *
 * function_code: The code of a function.
 *   type (string): Its type: "sync", "action" or "on-event".
 *   code (string): The code, in TypeScript. A customer's data.
 *
 * compiled_function: A function that was compiled.
 *   bundled_js (string): The JavaScript. A customer's data.
 *   bundle_size_bytes (integer): Its size.
 *   compiled_at (string, a time of RFC 3339): When it was compiled.
 *
 * queued_function_run: A dry run or a deployment that has begun.
 *   id (string): The id to get its state with: a UUID.
 *   status (string): Its state: "waiting" or "running".
 *   created_at (string, a time of RFC 3339): When it was made.
 *
 * function_dry_run: A dry run of a function.
 *   id (string): Its id: a UUID.
 *   status (string): Its state: "waiting", "running", "success" or "failed".
 *   integration_id (string): The id of the integration.
 *   function_type (string): Its type: "action" or "sync".
 *   created_at (string, a time of RFC 3339): When it was made.
 *   updated_at (string, a time of RFC 3339): When it last changed.
 *   started_at (string, a time of RFC 3339): When it started.
 *   completed_at (string, a time of RFC 3339): When it ended.
 *   duration_ms (integer): How many milliseconds it took.
 *   output (string): What the code printed. A customer's data.
 *   result (any value): What the code returned. A customer's data.
 *   error (object): Why it failed: code, message and payload. A customer's data.
 *
 * deployed_function: A function that a deployment has deployed.
 *   name (string): Its name.
 *   version (string): Its version.
 *
 * function_deployment: A deployment of a function.
 *   id (string): Its id: a UUID.
 *   status (string): Its state: "waiting", "running", "success" or "failed".
 *   integration_id (string): The id of the integration.
 *   function_name (string): The name of the function.
 *   function_type (string): Its type: "action" or "sync".
 *   deployed (boolean): Whether the function is deployed.
 *   deployed_functions (array of deployed_function): What was deployed.
 *   output (string): What the compiler printed. A customer's data.
 *   error (object): Why it failed. A customer's data.
 *
 * provider: An external API that Nango knows. What else Nango's template of it says is among the unknown fields.
 *   name (string): Its name: "github".
 *   display_name (string): Its name for humans.
 *   auth_mode (string): How it authenticates: "OAUTH2", "API_KEY" and so on.
 *   categories (array of string): What it is for.
 *   docs (string): The URL of Nango's documentation of it.
 *   logo_url (string): The URL of its logo.
 *
 * webhook_signing_key: The key that Nango signs webhooks with.
 *   webhook_signing_key (string): The key. A secret.
 *
 * webhook_end_user: The customer of the product who connected a connection, as a webhook has them.
 *   endUserId (string): The id that the product gave them.
 *   endUserEmail (string): Their email address. A customer's data.
 *   organizationId (string): The id of their organization.
 *   tags (map of string): Tags of the end user. A customer's data.
 *
 * webhook_problem: What failed, as a webhook has it.
 *   type (string): The kind of failure, as Nango names it: "refresh_token_external_error".
 *   description (string): What happened, for people. It may repeat what the external API said. A customer's data.
 *   payload (any value): Details, which may hold what the external API answered. A secret.
 *   additional_properties (any value): More details of a failed sync. A customer's data.
 *
 * auth_webhook: A connection was created, was authorized again, or could not be refreshed.
 *   type (string): The type of the webhook: "auth".
 *   from (string): Who sent it: "nango".
 *   operation (string): What was done: "creation", "override" if the connection existed, "refresh", or another word.
 *   success (boolean): Whether it succeeded. Nango reports a refresh only if it failed.
 *   error (webhook_problem): Why it failed.
 *   connectionId (string): The id of the connection.
 *   providerConfigKey (string): The id of the integration.
 *   provider (string): The external API, as Nango names it: "github".
 *   authMode (string): The auth mode of the integration: "OAUTH2".
 *   environment (string): The name of the environment: "dev".
 *   tags (map of string): Tags of the connection, with keys in lower case, such as the end_user_id of its connect
 *   session. A customer's data.
 *   endUser (webhook_end_user): Who connected it. A customer's data.
 *
 * sync_results: How many records a run of a sync changed.
 *   added (integer): How many are new.
 *   updated (integer): How many were changed.
 *   deleted (integer): How many were deleted.
 *
 * sync_webhook: A run of a sync ended.
 *   type (string): The type of the webhook: "sync".
 *   from (string): Who sent it: "nango".
 *   success (boolean): Whether the run succeeded.
 *   error (webhook_problem): Why it failed.
 *   connectionId (string): The id of the connection.
 *   providerConfigKey (string): The id of the integration.
 *   syncName (string): The name of the sync.
 *   syncVariant (string): The variant of the sync: "base" unless others were created.
 *   model (string): The model of the records.
 *   syncType (string): The kind of run: "INITIAL", "INCREMENTAL", "WEBHOOK" or another word. Nango deprecated it.
 *   modifiedAfter (string, a time of RFC 3339): When the run began: list the records that were modified after it.
 *   responseResults (sync_results): How many records the run changed.
 *   checkpoints (object): The checkpoints from which and to which the run went, in its members from and to. A
 *   customer's data.
 *   startedAt (string, a time of RFC 3339): When a run that failed began.
 *   failedAt (string, a time of RFC 3339): When it failed.
 *
 * forward_webhook: A webhook of an external API that Nango forwards.
 *   type (string): The type of the webhook: "forward".
 *   from (string): The external API, as Nango names it: "github".
 *   connectionId (string): The id of the connection that it is about.
 *   providerConfigKey (string): The id of the integration.
 *   payload (any value): What the external API sent. A customer's data.
 *
 * async_action_webhook: An asynchronous action ended, well or not: its result says which.
 *   type (string): The type of the webhook: "async_action".
 *   from (string): Who sent it: "nango".
 *   connectionId (string): The id of the connection.
 *   providerConfigKey (string): The id of the integration.
 *   payload (queued_action): The action, with the id to get its result with.
 */
#ifndef NANGO_API_H
#define NANGO_API_H

#include <inttypes.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nango.h"

/**
 * A name and its value. Both are required.
 */
typedef struct nango_pair {
    const char *name;
    const char *value;
} nango_pair;

/**
 * The items of a list, whichever page they are on. Freed with nango_items_free; a copy must not be used beside it. One
 * thread at a time may use it.
 */
typedef struct nango_items {
    nango_pages *pages;
    const char *member;          /* what a page calls its items */
    const char *key;             /* what tells two items apart; NULL if none comes twice */
    nango_response *page;
    const nango_value *list;     /* of `page` */
    size_t next;                 /* in `list` */
    nango_response *page_before; /* which owns the keys */
    const char **keys_before;    /* sorted */
    size_t keys_before_count;
    const char *cursor_member;   /* the member of an item whose member cursor is the item's; NULL without cursors */
    char *cursor;                /* of the last item of the pages before, or what the list starts at; NULL for none */
    const nango_value *last;     /* the item of `page` that was returned last */
} nango_items;

/* ---- What the functions below have in common: not for programs ---------------------------------------- */

/* A text that grows. It may hold secrets, so what is freed of it is overwritten. */
struct nango_api_text {
    char *text;
    size_t length;
    size_t room;
    int is_refused; /* it cannot be what it should be */
};

static inline void nango_api_text_free(struct nango_api_text *text) {
    /* Through volatile, so that the compiler keeps writes that nobody reads. */
    volatile char *byte = text->text;
    for (size_t i = 0; i < text->length; ++i)
        byte[i] = '\0';
    free(text->text);
}

/* As everywhere in libnango, running out of memory ends the process. */
static inline void nango_api_append(struct nango_api_text *text, const char *more, size_t length) {
    if (text->room - text->length <= length) {
        struct nango_api_text larger = *text;
        larger.room = 2 * (text->length + length) + 64;
        /* Zeroed, as the analyzer of GCC 14 takes what is copied for uninitialized otherwise. */
        larger.text = (char *)calloc(larger.room, 1);
        if (!larger.text)
            abort();
        if (text->length > 0)
            memcpy(larger.text, text->text, text->length);
        nango_api_text_free(text);
        *text = larger;
    }
    memcpy(text->text + text->length, more, length);
    text->length += length;
    text->text[text->length] = '\0';
}

static inline void nango_api_append_string(struct nango_api_text *text, const char *string) {
    nango_api_append(text, "\"", 1);
    for (; string && *string; ++string) {
        const unsigned char byte = (unsigned char)*string;
        char escaped[8];
        if (byte < 0x20) {
            snprintf(escaped, sizeof escaped, "\\u%04x", (unsigned int)byte);
            nango_api_append(text, escaped, 6);
        } else {
            if (byte == '"' || byte == '\\')
                nango_api_append(text, "\\", 1);
            nango_api_append(text, string, 1);
        }
    }
    nango_api_append(text, "\"", 1);
    text->is_refused |= !string;
}

/* Begins a member of the object that a body is. */
static inline void nango_api_append_name(struct nango_api_text *body, const char *name) {
    nango_api_append(body, body->length > 0 ? "," : "{", 1);
    nango_api_append_string(body, name);
    nango_api_append(body, ":", 1);
}

static inline void nango_api_add_string(struct nango_api_text *body, const char *name, const char *value) {
    if (value) {
        nango_api_append_name(body, name);
        nango_api_append_string(body, value);
    }
}

static inline void nango_api_add_integer(struct nango_api_text *body, const char *name, const int64_t *value) {
    char digits[24];
    if (value) {
        nango_api_append_name(body, name);
        nango_api_append(body, digits, (size_t)snprintf(digits, sizeof digits, "%" PRId64, *value));
    }
}

static inline void nango_api_add_boolean(struct nango_api_text *body, const char *name, const int32_t *value) {
    if (value) {
        nango_api_append_name(body, name);
        nango_api_append(body, *value ? "true" : "false", *value ? 4 : 5);
    }
}

/* Whether nothing in a text ends the member that it is put into. The library checks that the whole body is JSON. */
static inline int nango_api_is_one_value(const char *value) {
    size_t depth = 0;
    int is_in_string = 0;
    for (; *value; ++value) {
        if (*value == '"')
            is_in_string = !is_in_string;
        else if (is_in_string)
            value += *value == '\\' && value[1];
        else if (*value == '{' || *value == '[')
            ++depth;
        else if (*value == ',' ? depth == 0 : (*value == '}' || *value == ']') && depth-- == 0)
            return 0;
    }
    return depth == 0 && !is_in_string;
}

static inline void nango_api_add_json(struct nango_api_text *body, const char *name, const char *value) {
    if (value) {
        nango_api_append_name(body, name);
        nango_api_append(body, value, strlen(value));
        body->is_refused |= !nango_api_is_one_value(value);
    }
}

static inline void nango_api_add_object(struct nango_api_text *body, const char *name, const char *value) {
    nango_api_add_json(body, name, value);
    body->is_refused |= value && value[strspn(value, " \t\r\n")] != '{';
}

static inline void nango_api_add_strings(struct nango_api_text *body, const char *name, const char *const *strings,
                                         size_t count) {
    if (strings) {
        nango_api_append_name(body, name);
        nango_api_append(body, "[", 1);
        for (size_t i = 0; i < count; ++i) {
            nango_api_append(body, ",", i > 0);
            nango_api_append_string(body, strings[i]);
        }
        nango_api_append(body, "]", 1);
    }
}

static inline void nango_api_add_pairs(struct nango_api_text *body, const char *name, const nango_pair *pairs,
                                       size_t count) {
    if (pairs) {
        nango_api_append_name(body, name);
        nango_api_append(body, "{", 1);
        for (size_t i = 0; i < count; ++i) {
            nango_api_append(body, ",", i > 0);
            nango_api_append_string(body, pairs[i].name);
            nango_api_append(body, ":", 1);
            nango_api_append_string(body, pairs[i].value);
        }
        nango_api_append(body, "}", 1);
    }
}

static inline void nango_api_set_body(nango_request *request, struct nango_api_text *body) {
    nango_api_append(body, body->length > 0 ? "}" : "{}", body->length > 0 ? 1 : 2);
    /* No JSON at all: the call says what JSON has to be. */
    nango_request_set_json(request, body->is_refused ? "" : body->text);
    nango_api_text_free(body);
}

typedef void (*nango_api_pair_fn)(nango_request *request, const char *name, const char *value);

/* Adds a query parameter or a header, if it is set. */
static inline void nango_api_send_string(nango_request *request, nango_api_pair_fn add, const char *name,
                                         const char *value) {
    if (value)
        add(request, name, value);
}

static inline void nango_api_send_integer(nango_request *request, nango_api_pair_fn add, const char *name,
                                          const int64_t *value) {
    char digits[24];
    if (value) {
        snprintf(digits, sizeof digits, "%" PRId64, *value);
        add(request, name, digits);
    }
}

static inline void nango_api_send_boolean(nango_request *request, nango_api_pair_fn add, const char *name,
                                          const int32_t *value) {
    if (value)
        add(request, name, *value ? "true" : "false");
}

/* a=1,2. What is NULL is an error of the call, as it is for nango_request_add_query. */
static inline void nango_api_query_csv(nango_request *request, const char *name, const char *const *strings,
                                       size_t count) {
    struct nango_api_text joined = {NULL, 0, 0, 0};
    nango_api_append(&joined, "", 0);
    for (size_t i = 0; strings && i < count; ++i) {
        nango_api_append(&joined, ",", i > 0);
        if (strings[i])
            nango_api_append(&joined, strings[i], strlen(strings[i]));
        /* Nango would take what has a comma for two. */
        joined.is_refused |= !strings[i] || strchr(strings[i], ',');
    }
    joined.is_refused |= count == 0;
    if (strings)
        nango_request_add_query(request, name, joined.is_refused ? NULL : joined.text);
    nango_api_text_free(&joined);
}

/* a=1&a=2 */
static inline void nango_api_query_repeated(nango_request *request, const char *name, const char *const *strings,
                                            size_t count) {
    for (size_t i = 0; strings && i < count; ++i)
        nango_request_add_query(request, name, strings[i]);
    /* No filter for Nango, but nothing at all for a program. */
    if (strings && count == 0)
        nango_request_add_query(request, name, NULL);
}

/* a[key]=value */
static inline void nango_api_query_brackets(nango_request *request, const char *name, const nango_pair *pairs,
                                            size_t count) {
    for (size_t i = 0; pairs && i < count; ++i) {
        const char *key = pairs[i].name;
        struct nango_api_text whole = {NULL, 0, 0, 0};
        nango_api_append(&whole, name, strlen(name));
        nango_api_append(&whole, "[", 1);
        nango_api_append(&whole, key ? key : "", key ? strlen(key) : 0);
        nango_api_append(&whole, "]", 1);
        nango_request_add_query(request, key ? whole.text : NULL, pairs[i].value);
        nango_api_text_free(&whole);
    }
    if (pairs && count == 0)
        nango_request_add_query(request, name, NULL);
}

/* A request that lacks a required parameter: its path asks for it, so that the call fails and names it. */
static inline nango_request *nango_api_missing(const char *parameter) {
    char path[128];
    snprintf(path, sizeof path, "/{%s}", parameter);
    return nango_request_new("GET", path);
}

/* Makes the call and frees the request. */
static inline nango_response *nango_api_call(const nango_client *client, nango_request *request,
                                             const nango_call_options *options, nango_error **error) {
    nango_response *response = nango_call(client, request, options, error);
    nango_request_free(request);
    return response;
}

/* The same, until there is a result. */
static inline nango_response *nango_api_call_until(const nango_client *client, nango_request *request, nango_until until,
                                                   const nango_call_options *options, nango_error **error) {
    nango_response *response = nango_call_until(client, request, until, options, error);
    nango_request_free(request);
    return response;
}

/* The items that a request returns; the request is freed. */
static inline nango_items nango_api_items(nango_request *request, nango_page_style style, const char *member) {
    nango_items items;
    memset(&items, 0, sizeof items);
    items.pages = nango_pages_new(request, style);
    items.member = member;
    nango_request_free(request);
    return items;
}

static inline nango_items nango_api_items_by_number(nango_request *request, const char *member, const char *key) {
    nango_items items = nango_api_items(request, NANGO_PAGE_STYLE_NUMBER, member);
    items.key = key;
    return items;
}

/* Keeps a copy of a cursor in place of the one before; of NULL, nothing changes. */
static inline void nango_api_keep_cursor(nango_items *items, const char *cursor) {
    if (cursor) {
        free(items->cursor);
        items->cursor = (char *)malloc(strlen(cursor) + 1);
        if (!items->cursor)
            abort();
        memcpy(items->cursor, cursor, strlen(cursor) + 1);
    }
}

static inline nango_items nango_api_items_by_cursor(nango_request *request, const char *member,
                                                    const char *cursor_member, const char *start) {
    nango_items items = nango_api_items(request, NANGO_PAGE_STYLE_CURSOR, member);
    items.cursor_member = cursor_member;
    nango_api_keep_cursor(&items, start);
    return items;
}

/* The cursor of the item that was returned last; NULL if none was since the page at hand came, or if it has none. */
static inline const char *nango_api_cursor_of_last(const nango_items *items) {
    return items->cursor_member
               ? nango_value_string(nango_value_get(nango_value_get(items->last, items->cursor_member), "cursor"))
               : NULL;
}

/* The error of a page that does not have its items. */
static inline nango_error *nango_api_no_items(const char *member) {
    char message[160];
    snprintf(message, sizeof message, "%s in Nango's response is not an array", member);
    return nango_error_new(NANGO_ERROR_DECODE, 0, NULL, message);
}

static inline int nango_api_compare_keys(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Notes the keys of the page at hand, which becomes the page before. */
static inline void nango_api_note_keys(nango_items *items) {
    const size_t count = items->key ? nango_value_count(items->list) : 0;
    free(items->keys_before);
    items->keys_before = (const char **)malloc((count + 1) * sizeof *items->keys_before);
    if (!items->keys_before)
        abort();
    items->keys_before_count = 0;
    for (size_t i = 0; i < count; ++i) {
        const char *key = nango_value_json(nango_value_get(nango_value_at(items->list, i), items->key));
        if (key)
            items->keys_before[items->keys_before_count++] = key;
    }
    qsort(items->keys_before, items->keys_before_count, sizeof *items->keys_before, nango_api_compare_keys);
}

static inline int nango_api_was_before(const nango_items *items, const nango_value *item) {
    const char *key = items->keys_before_count > 0 ? nango_value_json(nango_value_get(item, items->key)) : NULL;
    return key && bsearch(&key, items->keys_before, items->keys_before_count, sizeof key, nango_api_compare_keys);
}

/* ---- Items of lists ----------------------------------------------------------------------------------- */

/**
 * The next item, and the next page where one is needed: see nango_pages_next. NULL without an error after the last.
 * After an error the same page can be requested again; one that does not have its items is NANGO_ERROR_DECODE each time.
 * An item that was on the page before, too, is left out.
 *
 * Borrowed: it lives until the item after it is asked for. Returns NULL and sets `*error` on failure, and sets
 * `*error` to NULL at the end; `error` may be NULL.
 */
NANGO_MUST_USE
static inline const nango_value *nango_items_next(nango_items *items, const nango_client *client,
                                                  const nango_call_options *options, nango_error **error) {
    for (;;) {
        nango_response *page;
        while (items->next < nango_value_count(items->list)) {
            const nango_value *item = nango_value_at(items->list, items->next++);
            if (!nango_api_was_before(items, item)) {
                if (error)
                    *error = NULL;
                items->last = item;
                return item;
            }
        }
        if (items->page && !items->list) {
            if (error)
                *error = nango_api_no_items(items->member);
            return NULL;
        }
        page = nango_pages_next(items->pages, client, options, error);
        if (!page)
            return NULL;
        nango_api_keep_cursor(items, nango_api_cursor_of_last(items));
        items->last = NULL;
        nango_api_note_keys(items);
        nango_response_free(items->page_before);
        items->page_before = items->page;
        items->page = page;
        items->list = nango_value_get(nango_response_value(page, NULL), items->member);
        if (nango_value_get_type(items->list) != NANGO_VALUE_ARRAY)
            items->list = NULL;
        items->next = 0;
    }
}

/**
 * The cursor of the item that was returned last: a list that starts at it goes on behind that item. A program that stores
 * it once it is done with an item can go on there, after an error or a crash too. Before the first item it is the cursor
 * that the list starts at. NULL if the list has no cursors, as one by page numbers, or starts at its beginning.
 *
 * Borrowed: it lives until the next item is asked for.
 */
static inline const char *nango_items_cursor(const nango_items *items) {
    const char *of_last = items ? nango_api_cursor_of_last(items) : NULL;
    return of_last || !items ? of_last : items->cursor;
}

/**
 * Frees what a list has of the library, and with it the item that was returned last. NULL is allowed.
 */
static inline void nango_items_free(nango_items *items) {
    if (items) {
        nango_pages_free(items->pages);
        nango_response_free(items->page);
        nango_response_free(items->page_before);
        free(items->keys_before);
        free(items->cursor);
        memset(items, 0, sizeof *items);
    }
}

/* ---- Connect sessions: with one, a customer of the product connects an account in the browser. */

/**
 * The parameters of nango_connect_sessions_create.
 */
typedef struct nango_connect_sessions_create_params {
    /**
     * Tags for the connection that is made. At most 10. A key begins with a letter and has at most 64 letters, digits,
     * _ - . and /; Nango makes it lower case. A value has 1 to 255 characters.
     */
    const nango_pair *tags;
    size_t tags_count;
    /**
     * The ids of the integrations that are offered; all without it.
     */
    const char *const *allowed_integrations;
    size_t allowed_integrations_count;
    /**
     * By integration: {"user_scopes": ..., "authorization_params": {...}, "connection_config": {...}}. The text of a
     * JSON object.
     */
    const char *integrations_config_defaults;
    /**
     * By integration: {"docs_connect": URL}. Only some plans allow it. The text of a JSON object.
     */
    const char *overrides;
    /**
     * The URL that webhooks of the connection go to.
     */
    const char *webhook_url_override;
    /**
     * Whom it is for: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}, of which only the id must be
     * there. The text of a JSON object. Deprecated: use tags.
     */
    const char *end_user;
    /**
     * The organization of the end user: {"id": ..., "display_name": ...}. The text of a JSON object. Deprecated: use
     * tags.
     */
    const char *organization;
} nango_connect_sessions_create_params;

/**
 * The request of nango_connect_sessions_create, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_connect_sessions_create_request(const nango_connect_sessions_create_params *params) {
    static nango_connect_sessions_create_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    request = nango_request_new("POST", "/connect/sessions");
    nango_api_add_pairs(&body, "tags", params->tags, params->tags_count);
    nango_api_add_strings(&body, "allowed_integrations", params->allowed_integrations, params->allowed_integrations_count);
    nango_api_add_object(&body, "integrations_config_defaults", params->integrations_config_defaults);
    nango_api_add_object(&body, "overrides", params->overrides);
    nango_api_add_string(&body, "webhook_url_override", params->webhook_url_override);
    nango_api_add_object(&body, "end_user", params->end_user);
    nango_api_add_object(&body, "organization", params->organization);
    nango_api_set_body(request, &body);
    nango_request_set_repeatable(request, 1);
    return request;
}

/**
 * Creates a connect session, with which a customer connects an account.
 *
 * Give tags, or an end user. Connections that are made with the session get the tags: they tell whose a connection is,
 * and Connections.wait_for finds it by them. Sending it twice leaves one session unused.
 *
 * POST /connect/sessions; the secret key needs the scope environment:connect_sessions:write.
 *
 * The object connect_session is at "/data" of the response. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_connect_sessions_create(const nango_client *client,
                                                            const nango_connect_sessions_create_params *params,
                                                            const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_connect_sessions_create_request(params), options, error);
}

/**
 * The parameters of nango_connect_sessions_reconnect.
 */
typedef struct nango_connect_sessions_reconnect_params {
    /**
     * Required. The id of the connection, as the dashboard shows it.
     */
    const char *connection_id;
    /**
     * Required. The id of the integration.
     */
    const char *integration_id;
    /**
     * Tags for the connection that is made. At most 10. A key begins with a letter and has at most 64 letters, digits,
     * _ - . and /; Nango makes it lower case. A value has 1 to 255 characters.
     */
    const nango_pair *tags;
    size_t tags_count;
    /**
     * By integration: {"user_scopes": ..., "authorization_params": {...}, "connection_config": {...}}. The text of a
     * JSON object.
     */
    const char *integrations_config_defaults;
    /**
     * By integration: {"docs_connect": URL}. Only some plans allow it. The text of a JSON object.
     */
    const char *overrides;
    /**
     * The URL that webhooks of the connection go to.
     */
    const char *webhook_url_override;
    /**
     * Whom it is for: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}, of which only the id must be
     * there. The text of a JSON object. Deprecated: use tags.
     */
    const char *end_user;
    /**
     * The organization of the end user: {"id": ..., "display_name": ...}. The text of a JSON object. Deprecated: use
     * tags.
     */
    const char *organization;
} nango_connect_sessions_reconnect_params;

/**
 * The request of nango_connect_sessions_reconnect, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_connect_sessions_reconnect_request(
    const nango_connect_sessions_reconnect_params *params) {
    static nango_connect_sessions_reconnect_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    if (!params->connection_id)
        return nango_api_missing("connection_id");
    if (!params->integration_id)
        return nango_api_missing("integration_id");
    request = nango_request_new("POST", "/connect/sessions/reconnect");
    nango_api_add_string(&body, "connection_id", params->connection_id);
    nango_api_add_string(&body, "integration_id", params->integration_id);
    nango_api_add_pairs(&body, "tags", params->tags, params->tags_count);
    nango_api_add_object(&body, "integrations_config_defaults", params->integrations_config_defaults);
    nango_api_add_object(&body, "overrides", params->overrides);
    nango_api_add_string(&body, "webhook_url_override", params->webhook_url_override);
    nango_api_add_object(&body, "end_user", params->end_user);
    nango_api_add_object(&body, "organization", params->organization);
    nango_api_set_body(request, &body);
    nango_request_set_repeatable(request, 1);
    return request;
}

/**
 * Creates a connect session for a connection that exists, with which the customer authorizes it again.
 *
 * POST /connect/sessions/reconnect; the secret key needs the scope environment:connect_sessions:write.
 *
 * The object connect_session is at "/data" of the response. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_connect_sessions_reconnect(const nango_client *client,
                                                               const nango_connect_sessions_reconnect_params *params,
                                                               const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_connect_sessions_reconnect_request(params), options, error);
}

/* ---- Connections of customers: list, import, change and delete them. */

/**
 * The parameters of nango_connections_list.
 */
typedef struct nango_connections_list_params {
    /**
     * Only the connections with this id.
     */
    const char *connection_id;
    /**
     * Only those with this text in the connection's id or in the end user's name or email address.
     */
    const char *search;
    /**
     * Only those of these integrations.
     */
    const char *const *integration_ids;
    size_t integration_ids_count;
    /**
     * Only those that have all of these tags.
     */
    const nango_pair *tags;
    size_t tags_count;
    /**
     * Only those of this end user. Deprecated: use the tag end_user_id.
     */
    const char *end_user_id;
    /**
     * Only those of this organization. Deprecated: use the tag organization_id.
     */
    const char *end_user_organization_id;
    /**
     * How many a page has, from 1 to 2000. NULL means 1000.
     */
    const int64_t *limit;
} nango_connections_list_params;

/**
 * The request of nango_connections_list, for nango_pages_new, which goes page by page.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_connections_list_request(const nango_connections_list_params *params) {
    static nango_connections_list_params none; /* zeros */
    static const int64_t default_limit = 1000;
    nango_request *request;
    params = params ? params : &none;
    request = nango_request_new("GET", "/connections");
    nango_api_send_string(request, nango_request_add_query, "connectionId", params->connection_id);
    nango_api_send_string(request, nango_request_add_query, "search", params->search);
    nango_api_query_csv(request, "integrationId", params->integration_ids, params->integration_ids_count);
    nango_api_query_brackets(request, "tags", params->tags, params->tags_count);
    nango_api_send_string(request, nango_request_add_query, "endUserId", params->end_user_id);
    nango_api_send_string(request, nango_request_add_query, "endUserOrganizationId", params->end_user_organization_id);
    nango_api_send_integer(request, nango_request_add_query, "limit", params->limit ? params->limit : &default_limit);
    return request;
}

/**
 * Lists connections, without their credentials, the newest first.
 *
 * Pages are fetched as the items are read. Nango counts pages by offset, so a connection that is made meanwhile moves
 * the last item of a page to the next one: items of the page before are left out. One that is deleted meanwhile can
 * make another be missed.
 *
 * GET /connections; the secret key needs the scope environment:connections:list.
 *
 * Each item is the object listed_connection. Sends nothing: nango_items_next does. Free with nango_items_free. `params`
 * may be NULL.
 */
NANGO_MUST_USE
static inline nango_items nango_connections_list(const nango_connections_list_params *params) {
    return nango_api_items_by_number(nango_connections_list_request(params), "connections", "id");
}

/**
 * The parameters of nango_connections_import.
 */
typedef struct nango_connections_import_params {
    /**
     * Required. The id of the integration, as the dashboard shows it.
     */
    const char *provider_config_key;
    /**
     * Required. The credentials, with their type: {"type": "OAUTH2", "access_token": ..., "refresh_token": ...},
     * {"type": "API_KEY", "apiKey": ...}, {"type": "BASIC", "username": ..., "password": ...} and so on. The text of a
     * JSON object.
     */
    const char *credentials;
    /**
     * The id that the connection gets. Nango makes one up without it.
     */
    const char *connection_id;
    /**
     * Metadata to store with it. The text of a JSON object.
     */
    const char *metadata;
    /**
     * What the external API needs beside the credentials, such as a subdomain. The text of a JSON object.
     */
    const char *connection_config;
    /**
     * The URL that webhooks of this connection go to.
     */
    const char *webhook_url_override;
    /**
     * Its tags. At most 10. A key begins with a letter and has at most 64 letters, digits, _ - . and /; Nango makes it
     * lower case. A value has 1 to 255 characters.
     */
    const nango_pair *tags;
    size_t tags_count;
    /**
     * Whom it belongs to: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}, of which only the id must be
     * there. The text of a JSON object.
     */
    const char *end_user;
} nango_connections_import_params;

/**
 * The request of nango_connections_import, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_connections_import_request(const nango_connections_import_params *params) {
    static nango_connections_import_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    if (!params->provider_config_key)
        return nango_api_missing("provider_config_key");
    if (!params->credentials)
        return nango_api_missing("credentials");
    request = nango_request_new("POST", "/connections");
    nango_api_add_string(&body, "provider_config_key", params->provider_config_key);
    nango_api_add_object(&body, "credentials", params->credentials);
    nango_api_add_string(&body, "connection_id", params->connection_id);
    nango_api_add_object(&body, "metadata", params->metadata);
    nango_api_add_object(&body, "connection_config", params->connection_config);
    nango_api_add_string(&body, "webhook_url_override", params->webhook_url_override);
    nango_api_add_pairs(&body, "tags", params->tags, params->tags_count);
    nango_api_add_object(&body, "end_user", params->end_user);
    nango_api_set_body(request, &body);
    return request;
}

/**
 * Creates a connection with credentials from elsewhere, or replaces one that has the same id.
 *
 * Nango tries credentials of the types API_KEY, BASIC and TBA at the external API first, so the call can take long.
 * Nango does not take JWT, BILL, TWO_STEP, SIGNATURE, AWS_SIGV4 and MCP credentials.
 *
 * POST /connections; the secret key needs the scope environment:connections:create.
 *
 * The response is the object imported_connection. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_connections_import(const nango_client *client,
                                                       const nango_connections_import_params *params,
                                                       const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_connections_import_request(params), options, error);
}

/**
 * The parameters of nango_connections_update.
 */
typedef struct nango_connections_update_params {
    /**
     * Required. The id of the connection, as the dashboard shows it.
     */
    const char *connection_id;
    /**
     * Required. The id of the integration, as the dashboard shows it.
     */
    const char *provider_config_key;
    /**
     * The tags, in place of all that it has, those of its end user included. At most 10. A key begins with a letter and
     * has at most 64 letters, digits, _ - . and /; Nango makes it lower case. A value has 1 to 255 characters.
     */
    const nango_pair *tags;
    size_t tags_count;
    /**
     * Whom it belongs to: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}. The text of a JSON object.
     */
    const char *end_user;
    /**
     * The URL that webhooks of this connection go to; empty for none.
     */
    const char *webhook_url_override;
} nango_connections_update_params;

/**
 * The request of nango_connections_update, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_connections_update_request(const nango_connections_update_params *params) {
    static nango_connections_update_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    if (!params->connection_id)
        return nango_api_missing("connection_id");
    if (!params->provider_config_key)
        return nango_api_missing("provider_config_key");
    request = nango_request_new("PATCH", "/connections/{connectionId}");
    nango_request_set_path_parameter(request, "connectionId", params->connection_id);
    nango_api_send_string(request, nango_request_add_query, "provider_config_key", params->provider_config_key);
    nango_api_add_pairs(&body, "tags", params->tags, params->tags_count);
    nango_api_add_object(&body, "end_user", params->end_user);
    nango_api_add_string(&body, "webhook_url_override", params->webhook_url_override);
    nango_api_set_body(request, &body);
    nango_request_set_repeatable(request, 1);
    return request;
}

/**
 * Changes the tags, the end user or the webhook URL of a connection.
 *
 * PATCH /connections/{connectionId}; the secret key needs the scope environment:connections:update.
 *
 * Nothing in the response is worth a look. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_connections_update(const nango_client *client,
                                                       const nango_connections_update_params *params,
                                                       const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_connections_update_request(params), options, error);
}

/**
 * The parameters of nango_connections_delete.
 */
typedef struct nango_connections_delete_params {
    /**
     * Required. The id of the connection, as the dashboard shows it.
     */
    const char *connection_id;
    /**
     * Required. The id of the integration, as the dashboard shows it.
     */
    const char *provider_config_key;
} nango_connections_delete_params;

/**
 * The request of nango_connections_delete, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_connections_delete_request(const nango_connections_delete_params *params) {
    static nango_connections_delete_params none; /* zeros */
    nango_request *request;
    params = params ? params : &none;
    if (!params->connection_id)
        return nango_api_missing("connection_id");
    if (!params->provider_config_key)
        return nango_api_missing("provider_config_key");
    request = nango_request_new("DELETE", "/connections/{connectionId}");
    nango_request_set_path_parameter(request, "connectionId", params->connection_id);
    nango_api_send_string(request, nango_request_add_query, "provider_config_key", params->provider_config_key);
    nango_request_set_repeatable(request, 1);
    return request;
}

/**
 * Deletes a connection with its credentials, records and metadata.
 *
 * Nango runs the functions that are to run before a deletion first. A connection that does not exist is the error kind
 * not_found.
 *
 * DELETE /connections/{connectionId}; the secret key needs the scope environment:connections:delete.
 *
 * Nothing in the response is worth a look. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_connections_delete(const nango_client *client,
                                                       const nango_connections_delete_params *params,
                                                       const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_connections_delete_request(params), options, error);
}

/**
 * The parameters of nango_connections_set_metadata.
 */
typedef struct nango_connections_set_metadata_params {
    /**
     * Required. The id of the integration, as the dashboard shows it.
     */
    const char *provider_config_key;
    /**
     * Required. The ids of the connections, at least one.
     */
    const char *const *connection_ids;
    size_t connection_ids_count;
    /**
     * Required. The metadata, in place of what they have. The text of a JSON object.
     */
    const char *metadata;
} nango_connections_set_metadata_params;

/**
 * The request of nango_connections_set_metadata, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_connections_set_metadata_request(
    const nango_connections_set_metadata_params *params) {
    static nango_connections_set_metadata_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    if (!params->provider_config_key)
        return nango_api_missing("provider_config_key");
    if (!params->connection_ids)
        return nango_api_missing("connection_ids");
    if (!params->metadata)
        return nango_api_missing("metadata");
    request = nango_request_new("POST", "/connections/metadata");
    nango_api_add_string(&body, "provider_config_key", params->provider_config_key);
    nango_api_add_strings(&body, "connection_id", params->connection_ids, params->connection_ids_count);
    nango_api_add_object(&body, "metadata", params->metadata);
    nango_api_set_body(request, &body);
    nango_request_set_repeatable(request, 1);
    return request;
}

/**
 * Replaces the metadata of one or several connections of an integration.
 *
 * If one of the connections does not exist, none is changed.
 *
 * POST /connections/metadata; the secret key needs the scope environment:connections:update.
 *
 * Nothing in the response is worth a look. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_connections_set_metadata(const nango_client *client,
                                                             const nango_connections_set_metadata_params *params,
                                                             const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_connections_set_metadata_request(params), options, error);
}

/**
 * The parameters of nango_connections_update_metadata.
 */
typedef struct nango_connections_update_metadata_params {
    /**
     * Required. The id of the integration, as the dashboard shows it.
     */
    const char *provider_config_key;
    /**
     * Required. The ids of the connections, at least one.
     */
    const char *const *connection_ids;
    size_t connection_ids_count;
    /**
     * Required. The members to set. The text of a JSON object.
     */
    const char *metadata;
} nango_connections_update_metadata_params;

/**
 * The request of nango_connections_update_metadata, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_connections_update_metadata_request(
    const nango_connections_update_metadata_params *params) {
    static nango_connections_update_metadata_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    if (!params->provider_config_key)
        return nango_api_missing("provider_config_key");
    if (!params->connection_ids)
        return nango_api_missing("connection_ids");
    if (!params->metadata)
        return nango_api_missing("metadata");
    request = nango_request_new("PATCH", "/connections/metadata");
    nango_api_add_string(&body, "provider_config_key", params->provider_config_key);
    nango_api_add_strings(&body, "connection_id", params->connection_ids, params->connection_ids_count);
    nango_api_add_object(&body, "metadata", params->metadata);
    nango_api_set_body(request, &body);
    nango_request_set_repeatable(request, 1);
    return request;
}

/**
 * Merges metadata into that of one or several connections of an integration.
 *
 * Members at the top replace those of the same name; others stay. If one of the connections does not exist, none is
 * changed. Of two updates at once Nango can lose one.
 *
 * PATCH /connections/metadata; the secret key needs the scope environment:connections:update.
 *
 * Nothing in the response is worth a look. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_connections_update_metadata(const nango_client *client,
                                                                const nango_connections_update_metadata_params *params,
                                                                const nango_call_options *options,
                                                                nango_error **error) {
    return nango_api_call(client, nango_connections_update_metadata_request(params), options, error);
}

/**
 * The parameters of nango_connections_wait_for.
 */
typedef struct nango_connections_wait_for_params {
    /**
     * Required. The id of the integration, as the dashboard shows it.
     */
    const char *provider_config_key;
    /**
     * Only the connection with this id.
     */
    const char *connection_id;
    /**
     * Only a connection that has all of these tags.
     */
    const nango_pair *tags;
    size_t tags_count;
    /**
     * Only a connection of this end user. Deprecated: use the tag end_user_id.
     */
    const char *end_user_id;
} nango_connections_wait_for_params;

/**
 * The request of nango_connections_wait_for, for nango_call_until.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_connections_wait_for_request(const nango_connections_wait_for_params *params) {
    static nango_connections_wait_for_params none; /* zeros */
    nango_request *request;
    params = params ? params : &none;
    if (!params->provider_config_key)
        return nango_api_missing("provider_config_key");
    request = nango_request_new("GET", "/connections");
    nango_request_add_query(request, "limit", "1");
    nango_api_send_string(request, nango_request_add_query, "integrationId", params->provider_config_key);
    nango_api_send_string(request, nango_request_add_query, "connectionId", params->connection_id);
    nango_api_query_brackets(request, "tags", params->tags, params->tags_count);
    nango_api_send_string(request, nango_request_add_query, "endUserId", params->end_user_id);
    return request;
}

/**
 * Waits until an integration has a connection of an end user or with a tag, and returns the newest.
 *
 * It asks at once, after half a second, and then every second or two, until the timeout of the call has passed; then
 * the error kind is timeout. A connection that was there before ends it at once: give the connect session a tag of its
 * own, and wait for that.
 *
 * GET /connections; the secret key needs the scope environment:connections:list.
 *
 * The object listed_connection is at "/connections/0" of the response. See nango_call_until for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_connections_wait_for(const nango_client *client,
                                                         const nango_connections_wait_for_params *params,
                                                         const nango_call_options *options, nango_error **error) {
    return nango_api_call_until(client, nango_connections_wait_for_request(params), NANGO_UNTIL_NOT_EMPTY, options,
                                error);
}

/* ---- Integrations: what the environment has set up for an external API each. */

/**
 * The request of nango_integrations_list, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_integrations_list_request(void) {
    nango_request *request;
    request = nango_request_new("GET", "/integrations");
    return request;
}

/**
 * Returns all integrations of the environment, without credentials.
 *
 * GET /integrations; the secret key needs the scope environment:integrations:list.
 *
 * An array is at "/data" of the response; each item is the object integration. See nango_call for `options` and
 * `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_integrations_list(const nango_client *client, const nango_call_options *options,
                                                      nango_error **error) {
    return nango_api_call(client, nango_integrations_list_request(), options, error);
}

/**
 * The parameters of nango_integrations_get.
 */
typedef struct nango_integrations_get_params {
    /**
     * Required. The id of the integration.
     */
    const char *unique_key;
    /**
     * What else to return: "webhook" for its webhook URL, "credentials" for its developer app.
     */
    const char *const *include;
    size_t include_count;
} nango_integrations_get_params;

/**
 * The request of nango_integrations_get, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_integrations_get_request(const nango_integrations_get_params *params) {
    static nango_integrations_get_params none; /* zeros */
    nango_request *request;
    params = params ? params : &none;
    if (!params->unique_key)
        return nango_api_missing("unique_key");
    request = nango_request_new("GET", "/integrations/{uniqueKey}");
    nango_request_set_path_parameter(request, "uniqueKey", params->unique_key);
    nango_api_query_repeated(request, "include", params->include, params->include_count);
    return request;
}

/**
 * Returns an integration.
 *
 * Credentials need the scope environment:integrations:read_credentials; without it Nango leaves them out.
 *
 * GET /integrations/{uniqueKey}; the secret key needs the scope environment:integrations:read.
 *
 * The object integration is at "/data" of the response. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_integrations_get(const nango_client *client,
                                                     const nango_integrations_get_params *params,
                                                     const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_integrations_get_request(params), options, error);
}

/**
 * The parameters of nango_integrations_create.
 */
typedef struct nango_integrations_create_params {
    /**
     * Required. The external API, as Nango names it: "github".
     */
    const char *provider;
    /**
     * Required. The id that it gets.
     */
    const char *unique_key;
    /**
     * Its name for humans.
     */
    const char *display_name;
    /**
     * The developer app, with its type: {"type": "OAUTH2", "client_id": ..., "client_secret": ..., "scopes": "a,b"},
     * also for OAUTH1 and TBA; {"type": "APP", "app_id": ..., "app_link": ..., "private_key": ...}; CUSTOM has the
     * members of both. The text of a JSON object.
     */
    const char *credentials;
    /**
     * Whether Nango forwards webhooks of the external API.
     */
    const int32_t *forward_webhooks;
    /**
     * What the external API needs besides. A value has at most 8192 characters.
     */
    const nango_pair *integration_config;
    size_t integration_config_count;
    /**
     * Values for functions of the integration.
     */
    const nango_pair *custom;
    size_t custom_count;
} nango_integrations_create_params;

/**
 * The request of nango_integrations_create, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_integrations_create_request(const nango_integrations_create_params *params) {
    static nango_integrations_create_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    if (!params->provider)
        return nango_api_missing("provider");
    if (!params->unique_key)
        return nango_api_missing("unique_key");
    request = nango_request_new("POST", "/integrations");
    nango_api_add_string(&body, "provider", params->provider);
    nango_api_add_string(&body, "unique_key", params->unique_key);
    nango_api_add_string(&body, "display_name", params->display_name);
    nango_api_add_object(&body, "credentials", params->credentials);
    nango_api_add_boolean(&body, "forward_webhooks", params->forward_webhooks);
    nango_api_add_pairs(&body, "integration_config", params->integration_config, params->integration_config_count);
    nango_api_add_pairs(&body, "custom", params->custom, params->custom_count);
    nango_api_set_body(request, &body);
    return request;
}

/**
 * Creates an integration.
 *
 * POST /integrations; the secret key needs the scope environment:integrations:create.
 *
 * The object integration is at "/data" of the response. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_integrations_create(const nango_client *client,
                                                        const nango_integrations_create_params *params,
                                                        const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_integrations_create_request(params), options, error);
}

/**
 * The parameters of nango_integrations_create_quickstart.
 */
typedef struct nango_integrations_create_quickstart_params {
    /**
     * Required. The external API, as Nango names it: "github".
     */
    const char *provider;
    /**
     * Required. The id that it gets.
     */
    const char *unique_key;
    /**
     * Its name for humans.
     */
    const char *display_name;
    /**
     * Whether Nango forwards webhooks of the external API.
     */
    const int32_t *forward_webhooks;
} nango_integrations_create_quickstart_params;

/**
 * The request of nango_integrations_create_quickstart, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_integrations_create_quickstart_request(
    const nango_integrations_create_quickstart_params *params) {
    static nango_integrations_create_quickstart_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    if (!params->provider)
        return nango_api_missing("provider");
    if (!params->unique_key)
        return nango_api_missing("unique_key");
    request = nango_request_new("POST", "/integrations/quickstart");
    nango_api_add_string(&body, "provider", params->provider);
    nango_api_add_string(&body, "unique_key", params->unique_key);
    nango_api_add_string(&body, "display_name", params->display_name);
    nango_api_add_boolean(&body, "forward_webhooks", params->forward_webhooks);
    nango_api_set_body(request, &body);
    return request;
}

/**
 * Creates an integration that uses Nango's own developer app.
 *
 * POST /integrations/quickstart; the secret key needs the scope environment:integrations:create.
 *
 * The object integration is at "/data" of the response. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_integrations_create_quickstart(const nango_client *client,
                                                                   const nango_integrations_create_quickstart_params *params,
                                                                   const nango_call_options *options,
                                                                   nango_error **error) {
    return nango_api_call(client, nango_integrations_create_quickstart_request(params), options, error);
}

/**
 * The parameters of nango_integrations_update.
 */
typedef struct nango_integrations_update_params {
    /**
     * Required. The id of the integration.
     */
    const char *unique_key;
    /**
     * A new id. Nango refuses it while the integration has connections.
     */
    const char *new_unique_key;
    /**
     * Its name for humans.
     */
    const char *display_name;
    /**
     * The developer app, with its type: {"type": "OAUTH2", "client_id": ..., "client_secret": ..., "scopes": "a,b"},
     * also for OAUTH1 and TBA; {"type": "APP", "app_id": ..., "app_link": ..., "private_key": ...}; CUSTOM has the
     * members of both. The text of a JSON object.
     */
    const char *credentials;
    /**
     * Whether Nango forwards webhooks of the external API.
     */
    const int32_t *forward_webhooks;
    /**
     * What the external API needs besides. A value has at most 8192 characters.
     */
    const nango_pair *integration_config;
    size_t integration_config_count;
    /**
     * Values for functions of the integration.
     */
    const nango_pair *custom;
    size_t custom_count;
} nango_integrations_update_params;

/**
 * The request of nango_integrations_update, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_integrations_update_request(const nango_integrations_update_params *params) {
    static nango_integrations_update_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    if (!params->unique_key)
        return nango_api_missing("unique_key");
    request = nango_request_new("PATCH", "/integrations/{uniqueKey}");
    nango_request_set_path_parameter(request, "uniqueKey", params->unique_key);
    nango_api_add_string(&body, "unique_key", params->new_unique_key);
    nango_api_add_string(&body, "display_name", params->display_name);
    nango_api_add_object(&body, "credentials", params->credentials);
    nango_api_add_boolean(&body, "forward_webhooks", params->forward_webhooks);
    nango_api_add_pairs(&body, "integration_config", params->integration_config, params->integration_config_count);
    nango_api_add_pairs(&body, "custom", params->custom, params->custom_count);
    nango_api_set_body(request, &body);
    return request;
}

/**
 * Changes an integration.
 *
 * PATCH /integrations/{uniqueKey}; the secret key needs the scope environment:integrations:update.
 *
 * The object integration is at "/data" of the response. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_integrations_update(const nango_client *client,
                                                        const nango_integrations_update_params *params,
                                                        const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_integrations_update_request(params), options, error);
}

/**
 * The parameters of nango_integrations_delete.
 */
typedef struct nango_integrations_delete_params {
    /**
     * Required. The id of the integration.
     */
    const char *unique_key;
} nango_integrations_delete_params;

/**
 * The request of nango_integrations_delete, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_integrations_delete_request(const nango_integrations_delete_params *params) {
    static nango_integrations_delete_params none; /* zeros */
    nango_request *request;
    params = params ? params : &none;
    if (!params->unique_key)
        return nango_api_missing("unique_key");
    request = nango_request_new("DELETE", "/integrations/{uniqueKey}");
    nango_request_set_path_parameter(request, "uniqueKey", params->unique_key);
    nango_request_set_repeatable(request, 1);
    return request;
}

/**
 * Deletes an integration and all of its connections.
 *
 * DELETE /integrations/{uniqueKey}; the secret key needs the scope environment:integrations:delete.
 *
 * Nothing in the response is worth a look. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_integrations_delete(const nango_client *client,
                                                        const nango_integrations_delete_params *params,
                                                        const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_integrations_delete_request(params), options, error);
}

/* ---- Records: what syncs have stored of an external API. */

/**
 * The parameters of nango_records_list.
 */
typedef struct nango_records_list_params {
    /**
     * Required. The id of the connection, as the dashboard shows it.
     */
    const char *connection_id;
    /**
     * Required. The id of the integration, as the dashboard shows it.
     */
    const char *provider_config_key;
    /**
     * Required. The name of the model.
     */
    const char *model;
    /**
     * Only the records behind this one: the cursor of the last record that was read.
     */
    const char *cursor;
    /**
     * Only those that were changed after this time, which is within the last 12 months. In UTC, as
     * "2026-11-29T01:02:03.123Z".
     */
    const char *modified_after;
    /**
     * Only those whose last change was one of "added", "updated" and "deleted".
     */
    const char *const *filter;
    size_t filter_count;
    /**
     * Only those with these ids, at most 100.
     */
    const char *const *ids;
    size_t ids_count;
    /**
     * The variant of the sync; "base" without it.
     */
    const char *variant;
    /**
     * How many a page has, from 1 to 10000. Nango can send fewer. NULL means 1000.
     */
    const int64_t *limit;
} nango_records_list_params;

/**
 * The request of nango_records_list, for nango_pages_new, which goes page by page.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_records_list_request(const nango_records_list_params *params) {
    static nango_records_list_params none; /* zeros */
    static const int64_t default_limit = 1000;
    nango_request *request;
    params = params ? params : &none;
    if (!params->connection_id)
        return nango_api_missing("connection_id");
    if (!params->provider_config_key)
        return nango_api_missing("provider_config_key");
    if (!params->model)
        return nango_api_missing("model");
    request = nango_request_new("GET", "/records");
    nango_api_send_string(request, nango_request_add_header, "Connection-Id", params->connection_id);
    nango_api_send_string(request, nango_request_add_header, "Provider-Config-Key", params->provider_config_key);
    nango_api_send_string(request, nango_request_add_query, "model", params->model);
    nango_api_send_string(request, nango_request_add_query, "cursor", params->cursor);
    nango_api_send_string(request, nango_request_add_query, "modified_after", params->modified_after);
    nango_api_query_csv(request, "filter", params->filter, params->filter_count);
    nango_api_query_repeated(request, "ids", params->ids, params->ids_count);
    nango_api_send_string(request, nango_request_add_query, "variant", params->variant);
    nango_api_send_integer(request, nango_request_add_query, "limit", params->limit ? params->limit : &default_limit);
    return request;
}

/**
 * Lists the records of a model, in the order in which they were last changed.
 *
 * Pages are fetched as the records are read. A record that is changed meanwhile comes again. Nango does not check a
 * cursor: one that is none is the error kind server with the status 500.
 *
 * GET /records; the secret key needs the scope environment:records:read.
 *
 * Each item is the object record. Sends nothing: nango_items_next does. Free with nango_items_free. nango_items_cursor
 * tells where to go on later.
 */
NANGO_MUST_USE
static inline nango_items nango_records_list(const nango_records_list_params *params) {
    return nango_api_items_by_cursor(nango_records_list_request(params), "records", "_nango_metadata",
                                     params ? params->cursor : NULL);
}

/**
 * The parameters of nango_records_prune.
 */
typedef struct nango_records_prune_params {
    /**
     * Required. The id of the connection, as the dashboard shows it.
     */
    const char *connection_id;
    /**
     * Required. The id of the integration, as the dashboard shows it.
     */
    const char *provider_config_key;
    /**
     * Required. The name of the model.
     */
    const char *model;
    /**
     * Required. The cursor of the last record to prune.
     */
    const char *until_cursor;
    /**
     * The variant of the sync; "base" without it.
     */
    const char *variant;
    /**
     * How many to prune at once, from 1 to 10000; 1000 without it.
     */
    const int64_t *limit;
} nango_records_prune_params;

/**
 * The request of nango_records_prune, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_records_prune_request(const nango_records_prune_params *params) {
    static nango_records_prune_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    if (!params->connection_id)
        return nango_api_missing("connection_id");
    if (!params->provider_config_key)
        return nango_api_missing("provider_config_key");
    if (!params->model)
        return nango_api_missing("model");
    if (!params->until_cursor)
        return nango_api_missing("until_cursor");
    request = nango_request_new("PATCH", "/records/prune");
    nango_api_send_string(request, nango_request_add_header, "Connection-Id", params->connection_id);
    nango_api_send_string(request, nango_request_add_header, "Provider-Config-Key", params->provider_config_key);
    nango_api_add_string(&body, "model", params->model);
    nango_api_add_string(&body, "until_cursor", params->until_cursor);
    nango_api_add_string(&body, "variant", params->variant);
    nango_api_add_integer(&body, "limit", params->limit);
    nango_api_set_body(request, &body);
    nango_request_set_repeatable(request, 1);
    return request;
}

/**
 * Deletes the content of records up to a cursor, and keeps their ids.
 *
 * Repeat it while has_more is true.
 *
 * PATCH /records/prune; the secret key needs the scope environment:records:write.
 *
 * The response is the object pruned_records. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_records_prune(const nango_client *client, const nango_records_prune_params *params,
                                                  const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_records_prune_request(params), options, error);
}

/* ---- Actions: functions that Nango runs on a connection. */

/**
 * The parameters of nango_actions_trigger.
 */
typedef struct nango_actions_trigger_params {
    /**
     * Required. The id of the connection, as the dashboard shows it.
     */
    const char *connection_id;
    /**
     * Required. The id of the integration, as the dashboard shows it.
     */
    const char *provider_config_key;
    /**
     * Required. The name of the action.
     */
    const char *action_name;
    /**
     * The input of the action. The text of any JSON value.
     */
    const char *input;
    /**
     * How often Nango runs the action again if it fails, from 0 to 5.
     */
    const int64_t *max_retries;
} nango_actions_trigger_params;

/**
 * The request of nango_actions_trigger, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_actions_trigger_request(const nango_actions_trigger_params *params) {
    static nango_actions_trigger_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    if (!params->connection_id)
        return nango_api_missing("connection_id");
    if (!params->provider_config_key)
        return nango_api_missing("provider_config_key");
    if (!params->action_name)
        return nango_api_missing("action_name");
    request = nango_request_new("POST", "/action/trigger");
    nango_api_send_string(request, nango_request_add_header, "Connection-Id", params->connection_id);
    nango_api_send_string(request, nango_request_add_header, "Provider-Config-Key", params->provider_config_key);
    nango_api_add_string(&body, "action_name", params->action_name);
    nango_api_add_json(&body, "input", params->input);
    nango_api_send_integer(request, nango_request_add_header, "X-Max-Retries", params->max_retries);
    nango_api_set_body(request, &body);
    return request;
}

/**
 * Runs an action on a connection and waits for its output.
 *
 * An action can run for minutes: pass a timeout that is long enough. The output is any JSON value; an action that
 * returns nothing gives null.
 *
 * POST /action/trigger; the secret key needs the scope environment:actions:execute.
 *
 * The response is the value. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_actions_trigger(const nango_client *client,
                                                    const nango_actions_trigger_params *params,
                                                    const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_actions_trigger_request(params), options, error);
}

/**
 * The parameters of nango_actions_trigger_async.
 */
typedef struct nango_actions_trigger_async_params {
    /**
     * Required. The id of the connection, as the dashboard shows it.
     */
    const char *connection_id;
    /**
     * Required. The id of the integration, as the dashboard shows it.
     */
    const char *provider_config_key;
    /**
     * Required. The name of the action.
     */
    const char *action_name;
    /**
     * The input of the action. The text of any JSON value.
     */
    const char *input;
    /**
     * How often Nango runs the action again if it fails, from 0 to 5.
     */
    const int64_t *max_retries;
} nango_actions_trigger_async_params;

/**
 * The request of nango_actions_trigger_async, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_actions_trigger_async_request(const nango_actions_trigger_async_params *params) {
    static nango_actions_trigger_async_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    if (!params->connection_id)
        return nango_api_missing("connection_id");
    if (!params->provider_config_key)
        return nango_api_missing("provider_config_key");
    if (!params->action_name)
        return nango_api_missing("action_name");
    request = nango_request_new("POST", "/action/trigger");
    nango_request_add_header(request, "X-Async", "true");
    nango_api_send_string(request, nango_request_add_header, "Connection-Id", params->connection_id);
    nango_api_send_string(request, nango_request_add_header, "Provider-Config-Key", params->provider_config_key);
    nango_api_add_string(&body, "action_name", params->action_name);
    nango_api_add_json(&body, "input", params->input);
    nango_api_send_integer(request, nango_request_add_header, "X-Max-Retries", params->max_retries);
    nango_api_set_body(request, &body);
    return request;
}

/**
 * Queues an action on a connection, and returns the id of its result.
 *
 * Nango runs the queued actions of an environment one after another.
 *
 * POST /action/trigger; the secret key needs the scope environment:actions:execute.
 *
 * The response is the object queued_action. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_actions_trigger_async(const nango_client *client,
                                                          const nango_actions_trigger_async_params *params,
                                                          const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_actions_trigger_async_request(params), options, error);
}

/**
 * The parameters of nango_actions_result.
 */
typedef struct nango_actions_result_params {
    /**
     * Required. The id of the queued action.
     */
    const char *id;
} nango_actions_result_params;

/**
 * The request of nango_actions_result, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_actions_result_request(const nango_actions_result_params *params) {
    static nango_actions_result_params none; /* zeros */
    nango_request *request;
    params = params ? params : &none;
    if (!params->id)
        return nango_api_missing("id");
    request = nango_request_new("GET", "/action/{id}");
    nango_request_set_path_parameter(request, "id", params->id);
    return request;
}

/**
 * Returns the output of a queued action.
 *
 * An action that still runs, one that does not exist and one whose output is null are the error kind api with the
 * status 404: Nango does not tell them apart.
 *
 * GET /action/{id}; the secret key needs the scope environment:actions:execute.
 *
 * The response is the value. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_actions_result(const nango_client *client,
                                                   const nango_actions_result_params *params,
                                                   const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_actions_result_request(params), options, error);
}

/**
 * The parameters of nango_actions_wait_for_result.
 */
typedef struct nango_actions_wait_for_result_params {
    /**
     * Required. The id of the queued action.
     */
    const char *id;
} nango_actions_wait_for_result_params;

/**
 * The request of nango_actions_wait_for_result, for nango_call_until.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_actions_wait_for_result_request(const nango_actions_wait_for_result_params *params) {
    static nango_actions_wait_for_result_params none; /* zeros */
    nango_request *request;
    params = params ? params : &none;
    if (!params->id)
        return nango_api_missing("id");
    request = nango_request_new("GET", "/action/{id}");
    nango_request_set_path_parameter(request, "id", params->id);
    return request;
}

/**
 * Waits for the output of a queued action.
 *
 * It asks at once, after half a second, and then every second or two, until the timeout of the call has passed; then
 * the error kind is timeout. Nango answers for an id that does not exist, and for an output that is null, as it does
 * while the action runs: such a wait ends by its timeout.
 *
 * GET /action/{id}; the secret key needs the scope environment:actions:execute.
 *
 * The response is the value. See nango_call_until for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_actions_wait_for_result(const nango_client *client,
                                                            const nango_actions_wait_for_result_params *params,
                                                            const nango_call_options *options, nango_error **error) {
    return nango_api_call_until(client, nango_actions_wait_for_result_request(params), NANGO_UNTIL_FOUND, options,
                                error);
}

/* ---- Syncs: functions that Nango runs on a schedule for each connection. */

/**
 * The parameters of nango_syncs_trigger.
 */
typedef struct nango_syncs_trigger_params {
    /**
     * Required. The id of the integration, as the dashboard shows it.
     */
    const char *provider_config_key;
    /**
     * Required. The names of the syncs, with "name::variant" for a variant; empty for all.
     */
    const char *const *syncs;
    size_t syncs_count;
    /**
     * Only the syncs of this connection; without it, those of all connections of the integration.
     */
    const char *connection_id;
    /**
     * How: {"reset": true} forgets the checkpoint, {"reset": true, "emptyCache": true} the records as well. The text of
     * a JSON object.
     */
    const char *opts;
    /**
     * How: "incremental", "full_refresh" or "full_refresh_and_clear_cache"; not with opts. Deprecated: use opts.
     */
    const char *sync_mode;
} nango_syncs_trigger_params;

/**
 * The request of nango_syncs_trigger, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_syncs_trigger_request(const nango_syncs_trigger_params *params) {
    static nango_syncs_trigger_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    if (!params->provider_config_key)
        return nango_api_missing("provider_config_key");
    if (!params->syncs)
        return nango_api_missing("syncs");
    request = nango_request_new("POST", "/sync/trigger");
    nango_api_add_string(&body, "provider_config_key", params->provider_config_key);
    nango_api_add_strings(&body, "syncs", params->syncs, params->syncs_count);
    nango_api_add_string(&body, "connection_id", params->connection_id);
    nango_api_add_object(&body, "opts", params->opts);
    nango_api_add_string(&body, "sync_mode", params->sync_mode);
    nango_api_set_body(request, &body);
    return request;
}

/**
 * Runs syncs now.
 *
 * A sync that is running is cancelled and started again.
 *
 * POST /sync/trigger; the secret key needs the scope environment:syncs:execute.
 *
 * Nothing in the response is worth a look. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_syncs_trigger(const nango_client *client, const nango_syncs_trigger_params *params,
                                                  const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_syncs_trigger_request(params), options, error);
}

/**
 * The parameters of nango_syncs_start.
 */
typedef struct nango_syncs_start_params {
    /**
     * Required. The id of the integration, as the dashboard shows it.
     */
    const char *provider_config_key;
    /**
     * Required. The names of the syncs, with "name::variant" for a variant; empty for all.
     */
    const char *const *syncs;
    size_t syncs_count;
    /**
     * Only the syncs of this connection; without it, those of all connections of the integration.
     */
    const char *connection_id;
} nango_syncs_start_params;

/**
 * The request of nango_syncs_start, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_syncs_start_request(const nango_syncs_start_params *params) {
    static nango_syncs_start_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    if (!params->provider_config_key)
        return nango_api_missing("provider_config_key");
    if (!params->syncs)
        return nango_api_missing("syncs");
    request = nango_request_new("POST", "/sync/start");
    nango_api_add_string(&body, "provider_config_key", params->provider_config_key);
    nango_api_add_strings(&body, "syncs", params->syncs, params->syncs_count);
    nango_api_add_string(&body, "connection_id", params->connection_id);
    nango_api_set_body(request, &body);
    nango_request_set_repeatable(request, 1);
    return request;
}

/**
 * Starts the schedules of syncs.
 *
 * POST /sync/start; the secret key needs the scope environment:syncs:execute.
 *
 * Nothing in the response is worth a look. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_syncs_start(const nango_client *client, const nango_syncs_start_params *params,
                                                const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_syncs_start_request(params), options, error);
}

/**
 * The parameters of nango_syncs_pause.
 */
typedef struct nango_syncs_pause_params {
    /**
     * Required. The id of the integration, as the dashboard shows it.
     */
    const char *provider_config_key;
    /**
     * Required. The names of the syncs, with "name::variant" for a variant; empty for all.
     */
    const char *const *syncs;
    size_t syncs_count;
    /**
     * Only the syncs of this connection; without it, those of all connections of the integration.
     */
    const char *connection_id;
} nango_syncs_pause_params;

/**
 * The request of nango_syncs_pause, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_syncs_pause_request(const nango_syncs_pause_params *params) {
    static nango_syncs_pause_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    if (!params->provider_config_key)
        return nango_api_missing("provider_config_key");
    if (!params->syncs)
        return nango_api_missing("syncs");
    request = nango_request_new("POST", "/sync/pause");
    nango_api_add_string(&body, "provider_config_key", params->provider_config_key);
    nango_api_add_strings(&body, "syncs", params->syncs, params->syncs_count);
    nango_api_add_string(&body, "connection_id", params->connection_id);
    nango_api_set_body(request, &body);
    nango_request_set_repeatable(request, 1);
    return request;
}

/**
 * Pauses the schedules of syncs.
 *
 * A sync that is running is cancelled.
 *
 * POST /sync/pause; the secret key needs the scope environment:syncs:execute.
 *
 * Nothing in the response is worth a look. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_syncs_pause(const nango_client *client, const nango_syncs_pause_params *params,
                                                const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_syncs_pause_request(params), options, error);
}

/**
 * The parameters of nango_syncs_status.
 */
typedef struct nango_syncs_status_params {
    /**
     * Required. The id of the integration, as the dashboard shows it.
     */
    const char *provider_config_key;
    /**
     * Required. The names of the syncs, with "name::variant" for a variant; "*" for all.
     */
    const char *const *syncs;
    size_t syncs_count;
    /**
     * Only the syncs of this connection.
     */
    const char *connection_id;
} nango_syncs_status_params;

/**
 * The request of nango_syncs_status, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_syncs_status_request(const nango_syncs_status_params *params) {
    static nango_syncs_status_params none; /* zeros */
    nango_request *request;
    params = params ? params : &none;
    if (!params->provider_config_key)
        return nango_api_missing("provider_config_key");
    if (!params->syncs)
        return nango_api_missing("syncs");
    request = nango_request_new("GET", "/sync/status");
    nango_api_send_string(request, nango_request_add_query, "provider_config_key", params->provider_config_key);
    nango_api_query_csv(request, "syncs", params->syncs, params->syncs_count);
    nango_api_send_string(request, nango_request_add_query, "connection_id", params->connection_id);
    return request;
}

/**
 * Returns the state of syncs.
 *
 * An unknown integration gives an empty list.
 *
 * GET /sync/status; the secret key needs the scope environment:syncs:read.
 *
 * An array is at "/syncs" of the response; each item is the object sync. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_syncs_status(const nango_client *client, const nango_syncs_status_params *params,
                                                 const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_syncs_status_request(params), options, error);
}

/**
 * The parameters of nango_syncs_update_frequency.
 */
typedef struct nango_syncs_update_frequency_params {
    /**
     * Required. The id of the integration, as the dashboard shows it.
     */
    const char *provider_config_key;
    /**
     * Required. The id of the connection, as the dashboard shows it.
     */
    const char *connection_id;
    /**
     * Required. The name of the sync.
     */
    const char *sync_name;
    /**
     * Required. The interval: "every 2 hours", "1 day", "half hour".
     */
    const char *frequency;
    /**
     * The variant of the sync; "base" without it.
     */
    const char *sync_variant;
} nango_syncs_update_frequency_params;

/**
 * The request of nango_syncs_update_frequency, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_syncs_update_frequency_request(const nango_syncs_update_frequency_params *params) {
    static nango_syncs_update_frequency_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    if (!params->provider_config_key)
        return nango_api_missing("provider_config_key");
    if (!params->connection_id)
        return nango_api_missing("connection_id");
    if (!params->sync_name)
        return nango_api_missing("sync_name");
    if (!params->frequency)
        return nango_api_missing("frequency");
    request = nango_request_new("PUT", "/sync/update-connection-frequency");
    nango_api_add_string(&body, "provider_config_key", params->provider_config_key);
    nango_api_add_string(&body, "connection_id", params->connection_id);
    nango_api_add_string(&body, "sync_name", params->sync_name);
    nango_api_add_string(&body, "frequency", params->frequency);
    nango_api_add_string(&body, "sync_variant", params->sync_variant);
    nango_api_set_body(request, &body);
    nango_request_set_repeatable(request, 1);
    return request;
}

/**
 * Sets how often a sync runs for a connection.
 *
 * PUT /sync/update-connection-frequency; the secret key needs the scope environment:syncs:update.
 *
 * The response is the object sync_frequency. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_syncs_update_frequency(const nango_client *client,
                                                           const nango_syncs_update_frequency_params *params,
                                                           const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_syncs_update_frequency_request(params), options, error);
}

/**
 * The parameters of nango_syncs_reset_frequency.
 */
typedef struct nango_syncs_reset_frequency_params {
    /**
     * Required. The id of the integration, as the dashboard shows it.
     */
    const char *provider_config_key;
    /**
     * Required. The id of the connection, as the dashboard shows it.
     */
    const char *connection_id;
    /**
     * Required. The name of the sync.
     */
    const char *sync_name;
    /**
     * The variant of the sync; "base" without it.
     */
    const char *sync_variant;
} nango_syncs_reset_frequency_params;

/**
 * The request of nango_syncs_reset_frequency, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_syncs_reset_frequency_request(const nango_syncs_reset_frequency_params *params) {
    static nango_syncs_reset_frequency_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    if (!params->provider_config_key)
        return nango_api_missing("provider_config_key");
    if (!params->connection_id)
        return nango_api_missing("connection_id");
    if (!params->sync_name)
        return nango_api_missing("sync_name");
    request = nango_request_new("PUT", "/sync/update-connection-frequency");
    nango_api_add_json(&body, "frequency", "null");
    nango_api_add_string(&body, "provider_config_key", params->provider_config_key);
    nango_api_add_string(&body, "connection_id", params->connection_id);
    nango_api_add_string(&body, "sync_name", params->sync_name);
    nango_api_add_string(&body, "sync_variant", params->sync_variant);
    nango_api_set_body(request, &body);
    nango_request_set_repeatable(request, 1);
    return request;
}

/**
 * Has a sync run for a connection as often as its code says.
 *
 * PUT /sync/update-connection-frequency; the secret key needs the scope environment:syncs:update.
 *
 * The response is the object sync_frequency. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_syncs_reset_frequency(const nango_client *client,
                                                          const nango_syncs_reset_frequency_params *params,
                                                          const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_syncs_reset_frequency_request(params), options, error);
}

/**
 * The parameters of nango_syncs_create_variant.
 */
typedef struct nango_syncs_create_variant_params {
    /**
     * Required. The name of the sync.
     */
    const char *name;
    /**
     * Required. The name of the variant.
     */
    const char *variant;
    /**
     * Required. The id of the integration, as the dashboard shows it.
     */
    const char *provider_config_key;
    /**
     * Required. The id of the connection, as the dashboard shows it.
     */
    const char *connection_id;
} nango_syncs_create_variant_params;

/**
 * The request of nango_syncs_create_variant, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_syncs_create_variant_request(const nango_syncs_create_variant_params *params) {
    static nango_syncs_create_variant_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    if (!params->name)
        return nango_api_missing("name");
    if (!params->variant)
        return nango_api_missing("variant");
    if (!params->provider_config_key)
        return nango_api_missing("provider_config_key");
    if (!params->connection_id)
        return nango_api_missing("connection_id");
    request = nango_request_new("POST", "/sync/{name}/variant/{variant}");
    nango_request_set_path_parameter(request, "name", params->name);
    nango_request_set_path_parameter(request, "variant", params->variant);
    nango_api_add_string(&body, "provider_config_key", params->provider_config_key);
    nango_api_add_string(&body, "connection_id", params->connection_id);
    nango_api_set_body(request, &body);
    return request;
}

/**
 * Creates a variant of a sync for a connection.
 *
 * POST /sync/{name}/variant/{variant}; the secret key needs the scope environment:syncs:variant:create.
 *
 * The response is the object sync_variant. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_syncs_create_variant(const nango_client *client,
                                                         const nango_syncs_create_variant_params *params,
                                                         const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_syncs_create_variant_request(params), options, error);
}

/**
 * The parameters of nango_syncs_delete_variant.
 */
typedef struct nango_syncs_delete_variant_params {
    /**
     * Required. The name of the sync.
     */
    const char *name;
    /**
     * Required. The name of the variant.
     */
    const char *variant;
    /**
     * Required. The id of the integration, as the dashboard shows it.
     */
    const char *provider_config_key;
    /**
     * Required. The id of the connection, as the dashboard shows it.
     */
    const char *connection_id;
} nango_syncs_delete_variant_params;

/**
 * The request of nango_syncs_delete_variant, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_syncs_delete_variant_request(const nango_syncs_delete_variant_params *params) {
    static nango_syncs_delete_variant_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    if (!params->name)
        return nango_api_missing("name");
    if (!params->variant)
        return nango_api_missing("variant");
    if (!params->provider_config_key)
        return nango_api_missing("provider_config_key");
    if (!params->connection_id)
        return nango_api_missing("connection_id");
    request = nango_request_new("DELETE", "/sync/{name}/variant/{variant}");
    nango_request_set_path_parameter(request, "name", params->name);
    nango_request_set_path_parameter(request, "variant", params->variant);
    nango_api_add_string(&body, "provider_config_key", params->provider_config_key);
    nango_api_add_string(&body, "connection_id", params->connection_id);
    nango_api_set_body(request, &body);
    nango_request_set_repeatable(request, 1);
    return request;
}

/**
 * Deletes a variant of a sync. Its records stay readable.
 *
 * DELETE /sync/{name}/variant/{variant}; the secret key needs the scope environment:syncs:variant:delete.
 *
 * Nothing in the response is worth a look. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_syncs_delete_variant(const nango_client *client,
                                                         const nango_syncs_delete_variant_params *params,
                                                         const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_syncs_delete_variant_request(params), options, error);
}

/* ---- Functions: the code of syncs and actions that an integration has. */

/**
 * The parameters of nango_functions_list.
 */
typedef struct nango_functions_list_params {
    /**
     * Required. The id of the integration.
     */
    const char *unique_key;
    /**
     * Only those of this type: "sync", "action" or "on-event".
     */
    const char *function_type;
    /**
     * Only those with this text in their name.
     */
    const char *search;
    /**
     * How many a page has, from 1 to 100. NULL means 100.
     */
    const int64_t *limit;
} nango_functions_list_params;

/**
 * The request of nango_functions_list, for nango_pages_new, which goes page by page.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_functions_list_request(const nango_functions_list_params *params) {
    static nango_functions_list_params none; /* zeros */
    static const int64_t default_limit = 100;
    nango_request *request;
    params = params ? params : &none;
    if (!params->unique_key)
        return nango_api_missing("unique_key");
    request = nango_request_new("GET", "/integrations/{uniqueKey}/functions");
    nango_request_set_path_parameter(request, "uniqueKey", params->unique_key);
    nango_api_send_string(request, nango_request_add_query, "type", params->function_type);
    nango_api_send_string(request, nango_request_add_query, "search", params->search);
    nango_api_send_integer(request, nango_request_add_query, "limit", params->limit ? params->limit : &default_limit);
    return request;
}

/**
 * Lists the functions that are deployed for an integration.
 *
 * Pages are fetched as the functions are read.
 *
 * GET /integrations/{uniqueKey}/functions; the secret key needs the scope environment:functions:list.
 *
 * Each item is the object function. Sends nothing: nango_items_next does. Free with nango_items_free.
 */
NANGO_MUST_USE
static inline nango_items nango_functions_list(const nango_functions_list_params *params) {
    return nango_api_items_by_number(nango_functions_list_request(params), "data", "id");
}

/**
 * The parameters of nango_functions_get.
 */
typedef struct nango_functions_get_params {
    /**
     * Required. The id of the integration.
     */
    const char *unique_key;
    /**
     * Required. The name of the function.
     */
    const char *name;
    /**
     * Its type: "sync", "action" or "on-event"; needed if several functions have the name.
     */
    const char *function_type;
} nango_functions_get_params;

/**
 * The request of nango_functions_get, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_functions_get_request(const nango_functions_get_params *params) {
    static nango_functions_get_params none; /* zeros */
    nango_request *request;
    params = params ? params : &none;
    if (!params->unique_key)
        return nango_api_missing("unique_key");
    if (!params->name)
        return nango_api_missing("name");
    request = nango_request_new("GET", "/integrations/{uniqueKey}/functions/{name}");
    nango_request_set_path_parameter(request, "uniqueKey", params->unique_key);
    nango_request_set_path_parameter(request, "name", params->name);
    nango_api_send_string(request, nango_request_add_query, "type", params->function_type);
    return request;
}

/**
 * Returns a function that is deployed for an integration.
 *
 * GET /integrations/{uniqueKey}/functions/{name}; the secret key needs the scope environment:functions:read.
 *
 * The object function is at "/data" of the response. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_functions_get(const nango_client *client, const nango_functions_get_params *params,
                                                  const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_functions_get_request(params), options, error);
}

/**
 * The parameters of nango_functions_get_code.
 */
typedef struct nango_functions_get_code_params {
    /**
     * Required. The id of the integration.
     */
    const char *unique_key;
    /**
     * Required. The name of the function.
     */
    const char *name;
    /**
     * Its type: "sync", "action" or "on-event"; needed if several functions have the name.
     */
    const char *function_type;
} nango_functions_get_code_params;

/**
 * The request of nango_functions_get_code, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_functions_get_code_request(const nango_functions_get_code_params *params) {
    static nango_functions_get_code_params none; /* zeros */
    nango_request *request;
    params = params ? params : &none;
    if (!params->unique_key)
        return nango_api_missing("unique_key");
    if (!params->name)
        return nango_api_missing("name");
    request = nango_request_new("GET", "/integrations/{uniqueKey}/functions/{name}/code");
    nango_request_set_path_parameter(request, "uniqueKey", params->unique_key);
    nango_request_set_path_parameter(request, "name", params->name);
    nango_api_send_string(request, nango_request_add_query, "type", params->function_type);
    return request;
}

/**
 * Returns the code of a function that is deployed for an integration.
 *
 * GET /integrations/{uniqueKey}/functions/{name}/code; the secret key needs the scope environment:functions:read.
 *
 * The response is the object function_code. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_functions_get_code(const nango_client *client,
                                                       const nango_functions_get_code_params *params,
                                                       const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_functions_get_code_request(params), options, error);
}

/**
 * The parameters of nango_functions_delete.
 */
typedef struct nango_functions_delete_params {
    /**
     * Required. The id of the integration.
     */
    const char *unique_key;
    /**
     * Required. The name of the function.
     */
    const char *name;
    /**
     * Required. Its type: "sync" or "action".
     */
    const char *function_type;
} nango_functions_delete_params;

/**
 * The request of nango_functions_delete, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_functions_delete_request(const nango_functions_delete_params *params) {
    static nango_functions_delete_params none; /* zeros */
    nango_request *request;
    params = params ? params : &none;
    if (!params->unique_key)
        return nango_api_missing("unique_key");
    if (!params->name)
        return nango_api_missing("name");
    if (!params->function_type)
        return nango_api_missing("function_type");
    request = nango_request_new("DELETE", "/integrations/{uniqueKey}/functions/{name}");
    nango_request_set_path_parameter(request, "uniqueKey", params->unique_key);
    nango_request_set_path_parameter(request, "name", params->name);
    nango_api_send_string(request, nango_request_add_query, "type", params->function_type);
    nango_request_set_repeatable(request, 1);
    return request;
}

/**
 * Deletes a function of an integration.
 *
 * Nango refuses to delete one that was deployed by its command line program.
 *
 * DELETE /integrations/{uniqueKey}/functions/{name}; the secret key needs the scope environment:functions:delete.
 *
 * Nothing in the response is worth a look. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_functions_delete(const nango_client *client,
                                                     const nango_functions_delete_params *params,
                                                     const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_functions_delete_request(params), options, error);
}

/**
 * The parameters of nango_functions_scripts_config.
 */
typedef struct nango_functions_scripts_config_params {
    /**
     * The form: "nango" for an array with an object for each integration, "openai" for an object with tools of a
     * language model in "data". NULL means nango.
     */
    const char *format;
} nango_functions_scripts_config_params;

/**
 * The request of nango_functions_scripts_config, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_functions_scripts_config_request(
    const nango_functions_scripts_config_params *params) {
    static nango_functions_scripts_config_params none; /* zeros */
    nango_request *request;
    params = params ? params : &none;
    request = nango_request_new("GET", "/scripts/config");
    nango_api_send_string(request, nango_request_add_query, "format", params->format ? params->format : "nango");
    return request;
}

/**
 * Returns the syncs, actions and on-event functions of all integrations.
 *
 * GET /scripts/config; the secret key needs the scope environment:integrations:list_functions.
 *
 * The response is the value. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_functions_scripts_config(const nango_client *client,
                                                             const nango_functions_scripts_config_params *params,
                                                             const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_functions_scripts_config_request(params), options, error);
}

/**
 * The parameters of nango_functions_compile.
 */
typedef struct nango_functions_compile_params {
    /**
     * Required. The code, in TypeScript.
     */
    const char *code;
} nango_functions_compile_params;

/**
 * The request of nango_functions_compile, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_functions_compile_request(const nango_functions_compile_params *params) {
    static nango_functions_compile_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    if (!params->code)
        return nango_api_missing("code");
    request = nango_request_new("POST", "/functions/compile");
    nango_api_add_string(&body, "code", params->code);
    nango_api_set_body(request, &body);
    nango_request_set_repeatable(request, 1);
    return request;
}

/**
 * Compiles the code of a function.
 *
 * POST /functions/compile; the secret key needs the scope environment:functions:compile.
 *
 * The response is the object compiled_function. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_functions_compile(const nango_client *client,
                                                      const nango_functions_compile_params *params,
                                                      const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_functions_compile_request(params), options, error);
}

/**
 * The parameters of nango_functions_start_dry_run.
 */
typedef struct nango_functions_start_dry_run_params {
    /**
     * Required. The id of the integration.
     */
    const char *integration_id;
    /**
     * Required. Its type: "action" or "sync".
     */
    const char *function_type;
    /**
     * Required. The code, in TypeScript.
     */
    const char *code;
    /**
     * Required. The id of the connection, as the dashboard shows it.
     */
    const char *connection_id;
    /**
     * The input of an action. The text of any JSON value.
     */
    const char *input;
    /**
     * Metadata in place of the connection's. The text of a JSON object.
     */
    const char *metadata;
    /**
     * The checkpoint that a sync starts at. The text of a JSON object.
     */
    const char *checkpoint;
    /**
     * When the sync ran last. In UTC, as "2026-11-29T01:02:03.123Z".
     */
    const char *last_sync_date;
} nango_functions_start_dry_run_params;

/**
 * The request of nango_functions_start_dry_run, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_functions_start_dry_run_request(const nango_functions_start_dry_run_params *params) {
    static nango_functions_start_dry_run_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    if (!params->integration_id)
        return nango_api_missing("integration_id");
    if (!params->function_type)
        return nango_api_missing("function_type");
    if (!params->code)
        return nango_api_missing("code");
    if (!params->connection_id)
        return nango_api_missing("connection_id");
    request = nango_request_new("POST", "/functions/dryruns");
    nango_api_add_string(&body, "integration_id", params->integration_id);
    nango_api_add_string(&body, "function_type", params->function_type);
    nango_api_add_string(&body, "code", params->code);
    nango_api_add_string(&body, "connection_id", params->connection_id);
    nango_api_add_json(&body, "input", params->input);
    nango_api_add_object(&body, "metadata", params->metadata);
    nango_api_add_object(&body, "checkpoint", params->checkpoint);
    nango_api_add_string(&body, "last_sync_date", params->last_sync_date);
    nango_api_set_body(request, &body);
    return request;
}

/**
 * Runs the code of a function on a connection without storing anything.
 *
 * POST /functions/dryruns; the secret key needs the scope environment:functions:dryrun.
 *
 * The response is the object queued_function_run. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_functions_start_dry_run(const nango_client *client,
                                                            const nango_functions_start_dry_run_params *params,
                                                            const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_functions_start_dry_run_request(params), options, error);
}

/**
 * The parameters of nango_functions_get_dry_run.
 */
typedef struct nango_functions_get_dry_run_params {
    /**
     * Required. The id of the dry run.
     */
    const char *id;
} nango_functions_get_dry_run_params;

/**
 * The request of nango_functions_get_dry_run, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_functions_get_dry_run_request(const nango_functions_get_dry_run_params *params) {
    static nango_functions_get_dry_run_params none; /* zeros */
    nango_request *request;
    params = params ? params : &none;
    if (!params->id)
        return nango_api_missing("id");
    request = nango_request_new("GET", "/functions/dryruns/{id}");
    nango_request_set_path_parameter(request, "id", params->id);
    return request;
}

/**
 * Returns the state of a dry run.
 *
 * GET /functions/dryruns/{id}; the secret key needs the scope environment:functions:dryrun.
 *
 * The response is the object function_dry_run. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_functions_get_dry_run(const nango_client *client,
                                                          const nango_functions_get_dry_run_params *params,
                                                          const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_functions_get_dry_run_request(params), options, error);
}

/**
 * The parameters of nango_functions_deploy.
 */
typedef struct nango_functions_deploy_params {
    /**
     * Required. The id of the integration.
     */
    const char *integration_id;
    /**
     * Required. The name of the function.
     */
    const char *function_name;
    /**
     * Required. Its type: "action" or "sync".
     */
    const char *function_type;
    /**
     * Required. The code, in TypeScript.
     */
    const char *code;
    /**
     * Its version.
     */
    const char *version;
    /**
     * Whether changes that delete records are allowed.
     */
    const int32_t *allow_destructive;
} nango_functions_deploy_params;

/**
 * The request of nango_functions_deploy, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_functions_deploy_request(const nango_functions_deploy_params *params) {
    static nango_functions_deploy_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    if (!params->integration_id)
        return nango_api_missing("integration_id");
    if (!params->function_name)
        return nango_api_missing("function_name");
    if (!params->function_type)
        return nango_api_missing("function_type");
    if (!params->code)
        return nango_api_missing("code");
    request = nango_request_new("POST", "/functions/deployments");
    nango_api_add_string(&body, "type", "function");
    nango_api_add_string(&body, "integration_id", params->integration_id);
    nango_api_add_string(&body, "function_name", params->function_name);
    nango_api_add_string(&body, "function_type", params->function_type);
    nango_api_add_string(&body, "code", params->code);
    nango_api_add_string(&body, "version", params->version);
    nango_api_add_boolean(&body, "allow_destructive", params->allow_destructive);
    nango_api_set_body(request, &body);
    return request;
}

/**
 * Deploys the code of a function.
 *
 * POST /functions/deployments; the secret key needs the scope environment:deploy.
 *
 * The response is the object queued_function_run. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_functions_deploy(const nango_client *client,
                                                     const nango_functions_deploy_params *params,
                                                     const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_functions_deploy_request(params), options, error);
}

/**
 * The parameters of nango_functions_deploy_template.
 */
typedef struct nango_functions_deploy_template_params {
    /**
     * Required. The id of the integration.
     */
    const char *integration_id;
    /**
     * Required. The name of the template.
     */
    const char *template_;
    /**
     * Its type: "action" or "sync".
     */
    const char *function_type;
} nango_functions_deploy_template_params;

/**
 * The request of nango_functions_deploy_template, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_functions_deploy_template_request(
    const nango_functions_deploy_template_params *params) {
    static nango_functions_deploy_template_params none; /* zeros */
    struct nango_api_text body = {NULL, 0, 0, 0};
    nango_request *request;
    params = params ? params : &none;
    if (!params->integration_id)
        return nango_api_missing("integration_id");
    if (!params->template_)
        return nango_api_missing("template");
    request = nango_request_new("POST", "/functions/deployments");
    nango_api_add_string(&body, "type", "template");
    nango_api_add_string(&body, "integration_id", params->integration_id);
    nango_api_add_string(&body, "template", params->template_);
    nango_api_add_string(&body, "function_type", params->function_type);
    nango_api_set_body(request, &body);
    return request;
}

/**
 * Deploys a template of a function.
 *
 * POST /functions/deployments; the secret key needs the scope environment:deploy.
 *
 * The response is the object queued_function_run. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_functions_deploy_template(const nango_client *client,
                                                              const nango_functions_deploy_template_params *params,
                                                              const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_functions_deploy_template_request(params), options, error);
}

/**
 * The parameters of nango_functions_get_deployment.
 */
typedef struct nango_functions_get_deployment_params {
    /**
     * Required. The id of the deployment.
     */
    const char *id;
} nango_functions_get_deployment_params;

/**
 * The request of nango_functions_get_deployment, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_functions_get_deployment_request(
    const nango_functions_get_deployment_params *params) {
    static nango_functions_get_deployment_params none; /* zeros */
    nango_request *request;
    params = params ? params : &none;
    if (!params->id)
        return nango_api_missing("id");
    request = nango_request_new("GET", "/functions/deployments/{id}");
    nango_request_set_path_parameter(request, "id", params->id);
    return request;
}

/**
 * Returns the state of a deployment.
 *
 * GET /functions/deployments/{id}; the secret key needs the scope environment:deploy.
 *
 * The response is the object function_deployment. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_functions_get_deployment(const nango_client *client,
                                                             const nango_functions_get_deployment_params *params,
                                                             const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_functions_get_deployment_request(params), options, error);
}

/* ---- Providers: the external APIs that Nango knows. */

/**
 * The parameters of nango_providers_list.
 */
typedef struct nango_providers_list_params {
    /**
     * Only those with this text in their name.
     */
    const char *search;
} nango_providers_list_params;

/**
 * The request of nango_providers_list, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_providers_list_request(const nango_providers_list_params *params) {
    static nango_providers_list_params none; /* zeros */
    nango_request *request;
    params = params ? params : &none;
    request = nango_request_new("GET", "/providers");
    nango_api_send_string(request, nango_request_add_query, "search", params->search);
    return request;
}

/**
 * Returns the external APIs that Nango knows.
 *
 * The response has megabytes: hundreds of providers, not paged.
 *
 * GET /providers; any secret key may call it.
 *
 * An array is at "/data" of the response; each item is the object provider. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_providers_list(const nango_client *client,
                                                   const nango_providers_list_params *params,
                                                   const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_providers_list_request(params), options, error);
}

/**
 * The parameters of nango_providers_get.
 */
typedef struct nango_providers_get_params {
    /**
     * Required. Its name: "github".
     */
    const char *provider;
} nango_providers_get_params;

/**
 * The request of nango_providers_get, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_providers_get_request(const nango_providers_get_params *params) {
    static nango_providers_get_params none; /* zeros */
    nango_request *request;
    params = params ? params : &none;
    if (!params->provider)
        return nango_api_missing("provider");
    request = nango_request_new("GET", "/providers/{provider}");
    nango_request_set_path_parameter(request, "provider", params->provider);
    return request;
}

/**
 * Returns an external API that Nango knows.
 *
 * GET /providers/{provider}; any secret key may call it.
 *
 * The object provider is at "/data" of the response. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_providers_get(const nango_client *client, const nango_providers_get_params *params,
                                                  const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_providers_get_request(params), options, error);
}

/**
 * The parameters of nango_providers_list_templates.
 */
typedef struct nango_providers_list_templates_params {
    /**
     * Required. Its name: "github".
     */
    const char *provider;
} nango_providers_list_templates_params;

/**
 * The request of nango_providers_list_templates, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_providers_list_templates_request(
    const nango_providers_list_templates_params *params) {
    static nango_providers_list_templates_params none; /* zeros */
    nango_request *request;
    params = params ? params : &none;
    if (!params->provider)
        return nango_api_missing("provider");
    request = nango_request_new("GET", "/providers/{provider}/templates");
    nango_request_set_path_parameter(request, "provider", params->provider);
    return request;
}

/**
 * Returns the templates of functions that Nango has for an external API.
 *
 * GET /providers/{provider}/templates; any secret key may call it.
 *
 * An array is at "/data" of the response; each item is the object function. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_providers_list_templates(const nango_client *client,
                                                             const nango_providers_list_templates_params *params,
                                                             const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_providers_list_templates_request(params), options, error);
}

/* ---- The Nango environment of the secret key. */

/**
 * The request of nango_environment_list_variables, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_environment_list_variables_request(void) {
    nango_request *request;
    request = nango_request_new("GET", "/environment-variables");
    return request;
}

/**
 * Returns the variables that were set in the dashboard.
 *
 * GET /environment-variables; the secret key needs the scope environment:variables:read.
 *
 * The response is an array; each item is the object environment_variable. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_environment_list_variables(const nango_client *client,
                                                               const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_environment_list_variables_request(), options, error);
}

/**
 * The request of nango_environment_rotate_webhook_signing_key, for nango_call.
 *
 * Owned: free with nango_request_free.
 */
NANGO_MUST_USE
static inline nango_request *nango_environment_rotate_webhook_signing_key_request(void) {
    nango_request *request;
    request = nango_request_new("POST", "/environment/webhook-signing-key/rotate");
    return request;
}

/**
 * Replaces the key that Nango signs webhooks with.
 *
 * It counts at once: webhooks that are signed with the former key no longer come.
 *
 * POST /environment/webhook-signing-key/rotate; the secret key needs the scope environment:webhook_signing_key:rotate.
 *
 * The object webhook_signing_key is at "/data" of the response. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_environment_rotate_webhook_signing_key(const nango_client *client,
                                                                           const nango_call_options *options,
                                                                           nango_error **error) {
    return nango_api_call(client, nango_environment_rotate_webhook_signing_key_request(), options, error);
}

#endif /* NANGO_API_H */
