/*
 * nango_api.h - the operations of Nango's API as functions, each with a structure of its parameters.
 *
 * Generated from api/operations.json: do not edit.
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
 * members below. Each can be absent or null, and there can be more of them. Each function has one beside it that only
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
        larger.text = (char *)malloc(larger.room);
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
        joined.is_refused |= !strings[i];
    }
    if (strings)
        nango_request_add_query(request, name, joined.is_refused ? NULL : joined.text);
    nango_api_text_free(&joined);
}

/* a=1&a=2 */
static inline void nango_api_query_repeated(nango_request *request, const char *name, const char *const *strings,
                                            size_t count) {
    for (size_t i = 0; strings && i < count; ++i)
        nango_request_add_query(request, name, strings[i]);
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

/* The items that a request returns; the request is freed. */
static inline nango_items nango_api_items(nango_request *request, nango_page_style style, const char *member,
                                          const char *key) {
    nango_items items;
    memset(&items, 0, sizeof items);
    items.pages = nango_pages_new(request, style);
    items.member = member;
    items.key = key;
    nango_request_free(request);
    return items;
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
 * After an error the same page can be requested again. An item that was on the page before, too, is left out.
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
                return item;
            }
        }
        page = nango_pages_next(items->pages, client, options, error);
        if (!page)
            return NULL;
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
 * Frees what a list has of the library, and with it the item that was returned last. NULL is allowed.
 */
static inline void nango_items_free(nango_items *items) {
    if (items) {
        nango_pages_free(items->pages);
        nango_response_free(items->page);
        nango_response_free(items->page_before);
        free(items->keys_before);
        memset(items, 0, sizeof *items);
    }
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
 * Each item is the object listed_connection. Sends nothing: nango_items_next does. Free with nango_items_free. `params`
 * may be NULL.
 */
NANGO_MUST_USE
static inline nango_items nango_connections_list(const nango_connections_list_params *params) {
    return nango_api_items(nango_connections_list_request(params), NANGO_PAGE_STYLE_NUMBER, "connections", "id");
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
 * The response is an array; each item is the object environment_variable. See nango_call for `options` and `error`.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_MUST_USE
static inline nango_response *nango_environment_list_variables(const nango_client *client,
                                                               const nango_call_options *options, nango_error **error) {
    return nango_api_call(client, nango_environment_list_variables_request(), options, error);
}

#endif /* NANGO_API_H */
