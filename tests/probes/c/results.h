/*
 * The arguments of an operation, and its result as JSON.
 */
#ifndef PROBE_RESULTS_H
#define PROBE_RESULTS_H

#include <nango_api.h>

#include "bytes.h"

/* --- Arguments --- */

/* The contents of `told`, which was read from a copy of `line`; and the memory allocated for it. */
typedef struct {
    const json *told;
    const char *line;
    void *kept[32];
    size_t kept_count;
} arguments;

static void *keep(arguments *given, size_t size) {
    void *kept = calloc(1, size + 1);
    if (kept == NULL || given->kept_count == sizeof given->kept / sizeof given->kept[0])
        json_stop("out of memory", "arguments");
    given->kept[given->kept_count++] = kept;
    return kept;
}

static void arguments_free(arguments *given) {
    while (given->kept_count > 0)
        free(given->kept[--given->kept_count]);
}

/* An ignored argument would not be tested. */
static void check_arguments(const arguments *given, const char *const *known) {
    const json *all = json_get(given->told, "arguments");
    const json *at = all != NULL ? all->first : NULL;
    for (; at != NULL; at = at->next) {
        const char *const *name = known;
        while (*name != NULL && strcmp(*name, at->name) != 0)
            name++;
        if (*name == NULL)
            json_stop("no such argument", at->name);
    }
}

static const json *argument(const arguments *given, const char *name) {
    const json *all = json_get(given->told, "arguments");
    return all != NULL ? json_get(all, name) : NULL;
}

static const char *text_of(const arguments *given, const char *name) {
    const json *value = argument(given, name);
    return value != NULL ? value->text : NULL;
}

static const int64_t *integer_of(const arguments *given, const char *name) {
    const json *value = argument(given, name);
    return value != NULL ? &value->number : NULL;
}

static const int32_t *boolean_of(const arguments *given, const char *name) {
    static const int32_t booleans[] = {0, 1};
    const json *value = argument(given, name);
    return value != NULL ? &booleans[value->type == JSON_TRUE] : NULL;
}

/* The JSON as it is in the line, null included. */
static const char *raw_of(arguments *given, const char *name) {
    const json *all = json_get(given->told, "arguments");
    const json *value = all != NULL ? all->first : NULL;
    char *raw;
    while (value != NULL && strcmp(value->name, name) != 0)
        value = value->next;
    if (value == NULL)
        return NULL;
    raw = keep(given, (size_t)(value->end - value->start));
    memcpy(raw, given->line + (value->start - given->told->start), (size_t)(value->end - value->start));
    return raw;
}

static size_t count_of(const json *list) {
    const json *at = list->first;
    size_t count = 0;
    for (; at != NULL; at = at->next)
        count++;
    return count;
}

static const char *const *strings_of(arguments *given, const char *name, size_t *count) {
    const json *list = argument(given, name);
    const json *at;
    const char **strings;
    if (list == NULL)
        return NULL;
    strings = keep(given, count_of(list) * sizeof *strings);
    for (at = list->first; at != NULL; at = at->next)
        strings[(*count)++] = at->text;
    return strings;
}

static const nango_pair *pairs_of(arguments *given, const char *name, size_t *count) {
    const json *list = argument(given, name);
    const json *at;
    nango_pair *pairs;
    if (list == NULL)
        return NULL;
    pairs = keep(given, count_of(list) * sizeof *pairs);
    for (at = list->first; at != NULL; at = at->next) {
        pairs[*count].name = at->name;
        pairs[(*count)++].value = at->text;
    }
    return pairs;
}

/* --- Results: JSON that is collected, since it is printed only if all went well --- */

/* A field of a model; `model` is its type or that of its items. One without a wire is the whole object, beside which
   nothing is unknown. A field without a name ends the list. */
typedef struct field {
    const char *name, *wire;
    const struct field *model;
    int is_map;
} field;

static void add_text(download *result, const char *text) { download_add(result, text, strlen(text)); }

/* On one line, as a response is. */
static void add_json(download *result, const nango_value *value) {
    const char *text = value != NULL ? nango_value_json(value) : "null";
    for (; *text != '\0'; text++)
        download_add(result, *text == '\n' || *text == '\r' ? " " : text, 1);
}

static void add_key(download *result, const char *key, const char *separator) {
    add_text(result, separator);
    for (add_text(result, "\""); *key != '\0'; key++) {
        char escaped[8];
        snprintf(escaped, sizeof escaped, "\\u%04x", (unsigned int)(unsigned char)*key);
        if ((unsigned char)*key < ' ' || *key == '"' || *key == '\\')
            add_text(result, escaped);
        else
            download_add(result, key, 1);
    }
    add_text(result, "\":");
}

static const field *field_of(const field *model, const char *wire) {
    while (model->name != NULL && model->wire != NULL && strcmp(model->wire, wire) != 0)
        model++;
    return model->name != NULL ? model : NULL;
}

static void add_value(download *result, const nango_value *value, const field *model);

/* An object whose members are all of one model. */
static void add_map(download *result, const nango_value *map, const field *model) {
    size_t i;
    if (model == NULL || nango_value_get_type(map) != NANGO_VALUE_OBJECT) {
        add_json(result, map);
        return;
    }
    add_text(result, "{");
    for (i = 0; i < nango_value_count(map); i++) {
        add_key(result, nango_value_key_at(map, i), i > 0 ? "," : "");
        add_value(result, nango_value_at(map, i), model);
    }
    add_text(result, "}");
}

/* The value, with the known fields of models separate from unknown ones. */
static void add_value(download *result, const nango_value *value, const field *model) {
    const int is_array = nango_value_get_type(value) == NANGO_VALUE_ARRAY;
    const char *separator = "";
    const field *at = model;
    size_t i, unknown = 0;
    if (model == NULL || (!is_array && nango_value_get_type(value) != NANGO_VALUE_OBJECT)) {
        add_json(result, value);
        return;
    }
    add_text(result, is_array ? "[" : "{");
    for (i = 0; is_array && i < nango_value_count(value); i++) {
        add_text(result, i > 0 ? "," : "");
        add_value(result, nango_value_at(value, i), model);
    }
    for (; !is_array && at->name != NULL; at++) {
        add_key(result, at->name, separator);
        (at->is_map ? add_map : add_value)(result, at->wire != NULL ? nango_value_get(value, at->wire) : value, at->model);
        separator = ",";
    }
    for (i = 0; !is_array && i < nango_value_count(value); i++) {
        const char *key = nango_value_key_at(value, i);
        if (key == NULL || field_of(model, key) != NULL)
            continue;
        add_text(result, unknown == 0 ? ",\"unknown\":{" : "");
        add_key(result, key, unknown++ > 0 ? "," : "");
        add_json(result, nango_value_at(value, i));
    }
    add_text(result, unknown > 0 ? "}" : "");
    add_text(result, is_array ? "]" : "}");
}

/* What members and indices, joined by /, lead to. */
static const nango_value *value_at(const nango_value *value, const char *place) {
    while (*place != '\0') {
        const size_t length = strcspn(place, "/");
        char step[64];
        snprintf(step, sizeof step, "%.*s", (int)length, place);
        if (nango_value_get_type(value) == NANGO_VALUE_ARRAY && *step >= '0' && *step <= '9')
            value = nango_value_at(value, strtoul(step, NULL, 10));
        else
            value = nango_value_get(value, step);
        place += length + (place[length] == '/');
    }
    return value;
}

/* The result is at this place of the response, or nowhere if that is NULL. Frees the response; false if there is none. */
static int add_response(download *result, nango_response *response, const char *place, const field *model) {
    const int is_done = response != NULL;
    if (is_done)
        add_value(result, place != NULL ? value_at(nango_response_value(response, NULL), place) : NULL, model);
    nango_response_free(response);
    return is_done;
}

/* Reads and frees the list; false if that failed. */
static int add_items(download *result, nango_items items, const field *model, const nango_client *client,
                     const nango_call_options *options, nango_error **error) {
    const nango_value *item;
    const char *separator = "[";
    while ((item = nango_items_next(&items, client, options, error)) != NULL) {
        add_text(result, separator);
        add_value(result, item, model);
        separator = ",";
    }
    add_text(result, *separator == '[' ? "[]" : "]");
    nango_items_free(&items);
    return *error == NULL;
}

#endif
