/*
 * A JSON reader and writer for the C and C++ probes: one line, read in place. Like JSON itself it does not know the
 * meaning of the line is about. U+0000 in a string becomes a byte 0, so that a C string ends there, as it does for any
 * C program.
 */
#ifndef PROBE_JSON_H
#define PROBE_JSON_H

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* JSON_NUMBER is a whole one. */
typedef enum {
    JSON_NULL,
    JSON_FALSE,
    JSON_TRUE,
    JSON_NUMBER,
    JSON_OTHER_NUMBER,
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT
} json_type;

/* A value. The items of an array and the members of an object are a list that begins at `first`. */
typedef struct json {
    json_type type;
    const char *name; /* For a member of an object. */
    const char *text; /* For a string, which ends in a 0 that does not count. */
    size_t length;
    int64_t number;
    const char *start, *end; /* Where it was: there are decoded strings by now. */
    struct json *first, *next;
} json;

static inline void json_stop(const char *problem, const char *detail) {
    fprintf(stderr, "probe: %s: %.200s\n", problem, detail);
    exit(2);
}

static inline void json_free(json *value) {
    while (value != NULL) {
        json *next = value->next;
        json_free(value->first);
        free(value);
        value = next;
    }
}

static inline char *json_skip(char *at) { return at + strspn(at, " \t\r\n"); }

static inline uint32_t json_unit(const char *digits) {
    char four[5] = {digits[0], digits[1], digits[2], digits[3], 0};
    if (strspn(four, "0123456789abcdefABCDEF") != 4)
        json_stop("no escape", digits);
    return (uint32_t)strtoul(four, NULL, 16);
}

static inline char *json_put_utf8(char *to, uint32_t code) {
    if (code < 0x80) {
        *to++ = (char)code;
        return to;
    }
    if (code < 0x800) {
        *to++ = (char)(0xc0 | code >> 6);
    } else {
        if (code < 0x10000) {
            *to++ = (char)(0xe0 | code >> 12);
        } else {
            *to++ = (char)(0xf0 | code >> 18);
            *to++ = (char)(0x80 | (code >> 12 & 0x3f));
        }
        *to++ = (char)(0x80 | (code >> 6 & 0x3f));
    }
    *to++ = (char)(0x80 | (code & 0x3f));
    return to;
}

/* Decodes the string after a quote in place, and returns the position after its end. */
static inline char *json_read_string(char *at, const char **text, size_t *length) {
    static const char escapes[] = "\"\\/bfnrt", plain[] = "\"\\/\b\f\n\r\t";
    char *to = at;
    *text = at;
    while (*at != '"') {
        if (*at == '\0')
            json_stop("a string breaks off", *text);
        if (*at != '\\') {
            *to++ = *at++;
        } else if (at[1] == 'u') {
            uint32_t code = json_unit(at + 2);
            at += 6;
            if (code >= 0xd800 && code < 0xdc00 && at[0] == '\\' && at[1] == 'u') {
                code = 0x10000 + ((code - 0xd800) << 10) + (json_unit(at + 2) - 0xdc00);
                at += 6;
            }
            to = json_put_utf8(to, code);
        } else {
            const char *escape = at[1] != '\0' ? strchr(escapes, at[1]) : NULL;
            if (escape == NULL)
                json_stop("no escape", at);
            *to++ = plain[escape - escapes];
            at += 2;
        }
    }
    *length = (size_t)(to - *text);
    *to = '\0';
    return at + 1;
}

static inline char *json_read(char *at, json **result);

/* Reads the contents of an array or an object up to `end`. */
static inline char *json_read_items(char *at, json *into, char end) {
    json **place = &into->first;
    at = json_skip(at + 1);
    while (*at != end) {
        const char *name = NULL;
        size_t length;
        if (end == '}') {
            if (*at != '"')
                json_stop("no name", at);
            at = json_skip(json_read_string(at + 1, &name, &length));
            if (*at++ != ':')
                json_stop("no colon before", at);
        }
        at = json_skip(json_read(at, place));
        (*place)->name = name;
        place = &(*place)->next;
        if (*at == ',')
            at = json_skip(at + 1);
        else if (*at != end)
            json_stop("no comma", at);
    }
    return at + 1;
}

static inline char *json_read_value(char *at, json *value) {
    static const struct {
        const char *word;
        json_type type;
    } words[] = {{"null", JSON_NULL}, {"false", JSON_FALSE}, {"true", JSON_TRUE}};
    size_t i;
    if (*at == '{' || *at == '[') {
        value->type = *at == '{' ? JSON_OBJECT : JSON_ARRAY;
        return json_read_items(at, value, *at == '{' ? '}' : ']');
    }
    if (*at == '"') {
        value->type = JSON_STRING;
        return json_read_string(at + 1, &value->text, &value->length);
    }
    for (i = 0; i < sizeof words / sizeof *words; i++) {
        if (strncmp(at, words[i].word, strlen(words[i].word)) == 0) {
            value->type = words[i].type;
            return at + strlen(words[i].word);
        }
    }
    {
        char *end = at;
        value->type = JSON_NUMBER;
        value->number = strtoll(at, &end, 10);
        if (end == at)
            json_stop("no value", at);
        if (*end == '.' || *end == 'e' || *end == 'E')
            value->type = JSON_OTHER_NUMBER;
        return end + strspn(end, "0123456789.eE+-");
    }
}

static inline char *json_read(char *at, json **result) {
    json *value = (json *)calloc(1, sizeof *value);
    if (value == NULL)
        json_stop("out of memory", at);
    *result = value;
    at = json_skip(at);
    value->start = at;
    at = json_read_value(at, value);
    value->end = at;
    return at;
}

/* The member of this name; NULL if it is absent or null. */
static inline const json *json_get(const json *object, const char *name) {
    const json *member = object->first;
    while (member != NULL && strcmp(member->name, name) != 0)
        member = member->next;
    return member != NULL && member->type != JSON_NULL ? member : NULL;
}

static inline const char *json_text(const json *object, const char *name) {
    const json *member = json_get(object, name);
    return member != NULL && member->type == JSON_STRING ? member->text : NULL;
}

static inline int64_t json_number(const json *object, const char *name, int64_t otherwise) {
    const json *member = json_get(object, name);
    return member != NULL && member->type == JSON_NUMBER ? member->number : otherwise;
}

/* Reads a whole line from standard input into memory that the caller frees; NULL at its end. */
static inline char *json_read_line(void) {
    size_t used = 0, room = 1 << 16;
    char *line = (char *)malloc(room);
    while (line != NULL && fgets(line + used, (int)(room - used), stdin) != NULL) {
        used += strlen(line + used);
        if (used > 0 && line[used - 1] == '\n')
            return line;
        if (room - used < 2)
            line = (char *)realloc(line, room *= 2);
    }
    free(line);
    return NULL;
}

static inline void json_print_string(const char *text, size_t length) {
    size_t i;
    putchar('"');
    for (i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (byte < ' ' || byte == '"' || byte == '\\')
            printf("\\u%04x", (unsigned int)byte);
        else
            putchar(byte);
    }
    putchar('"');
}

/* A text, or null. */
static inline void json_print_text(const char *text) {
    if (text != NULL)
        json_print_string(text, strlen(text));
    else
        printf("null");
}

#endif
