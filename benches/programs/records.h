/* A page of records that the server sends for the connection "records", and how it is known to be read whole. */
#ifndef RECORDS_H
#define RECORDS_H

#include "program.h"

#define RECORDS 1000
#define FIELDS 20

/* The names of the fields. All of them are texts of 16 characters. */
static const char *const field_names[FIELDS] = {
    "field_00", "field_01", "field_02", "field_03", "field_04", "field_05", "field_06",
    "field_07", "field_08", "field_09", "field_10", "field_11", "field_12", "field_13",
    "field_14", "field_15", "field_16", "field_17", "field_18", "field_19",
};

static inline void check_read(size_t characters) {
    if (characters != (size_t)RECORDS * FIELDS * 16)
        fail("the page is not the expected one");
}

#endif
