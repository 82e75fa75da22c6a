/* A list of records of 1 KB with 20 fields, of which 8 are read by name, and how a page is known to be read whole. */
#ifndef RECORDS_H
#define RECORDS_H

#include "program.h"

#include <stdint.h>

#define RECORDS 1000
#define PATH "/records?model=GithubIssue"

/* What was read of a page: the sums of its numbers and of the lengths of its texts. */
struct sums {
    size_t records;
    size_t characters;
    int64_t numbers;
    double scores;
    size_t drafts;
};

/* Fails unless everything of a page was read. The numbers from 0 on are in the title and the body too. */
static inline void check_page(const struct sums *sums) {
    const size_t digits = 10 + 2 * 90 + 3 * 900;
    const size_t id = 36, title = 17, state = 4, updated_at = 24, body = 281;
    if (sums->records != RECORDS || sums->characters != RECORDS * (id + title + state + updated_at + body) + 2 * digits ||
        sums->numbers != RECORDS * (RECORDS - 1) / 2 || sums->scores != RECORDS * 4.25 || sums->drafts != 0)
        fail("the page is not the expected one");
}

#endif
