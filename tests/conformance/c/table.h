/*
 * The flat table: its lines, and the values in them. The table is changed in place: fields become C strings, so that an
 * argument with U+0000 ends there, as any C string does.
 */
#ifndef CONFORMANCE_TABLE_H
#define CONFORMANCE_TABLE_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The longest line has a word, a name and two values. */
#define MAX_FIELDS 4

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* What an accessor gives, or must give. A text and a body have a length. */
typedef struct {
    enum { ABSENT, INTEGER, TEXT, BYTES } type;
    int64_t number;
    const char *text;
    size_t length;
} value;

/* One line of the table, and where its fields are. */
typedef struct {
    size_t count;
    char *field[MAX_FIELDS];
} row;

static void stop(const char *problem, const char *detail) {
    fprintf(stderr, "conformance c: %s: %s\n", problem, detail);
    exit(2);
}

static value text(const char *string) {
    value result = {ABSENT, 0, NULL, 0};
    if (string != NULL) {
        result.type = TEXT;
        result.text = string;
        result.length = strlen(string);
    }
    return result;
}

static value number(int64_t integer) {
    value result = {INTEGER, 0, NULL, 0};
    result.number = integer;
    return result;
}

static value bytes(const void *start, size_t length) {
    value result = {BYTES, 0, NULL, 0};
    result.text = start;
    result.length = length;
    return result;
}

static value optional_number(int32_t present, int64_t integer) {
    return present ? number(integer) : text(NULL);
}

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
    if (strncmp(field, "s:", 2) == 0 || strncmp(field, "b:", 2) == 0) {
        int is_text = field[0] == 's';
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
        return is_text ? text(field) : bytes(field, (size_t)(to - field));
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

#endif
