/*
 * times.h - objects of DateTimeImmutable, without PHP's own reader of times, which takes any text and costs twenty times as much.
 *
 * Each is a clone of one that PHP's reader has made, so all that is not said here is as PHP has it. What is not in the form that
 * Nango writes is left to Nango\Internal\Times.
 */

#define NANGO_SECONDS_A_DAY 86400
/* The end of the year 9999, in milliseconds. */
#define NANGO_LAST_MILLISECOND INT64_C(253402300799999)

/* Reads so many digits, and moves on. */
static bool nango_read_digits(const char **text, int count, timelib_sll *number) {
    *number = 0;
    for (; count > 0; count--, (*text)++) {
        if (**text < '0' || **text > '9')
            return false;
        *number = 10 * *number + (**text - '0');
    }
    return true;
}

static bool nango_read_char(const char **text, char expected) {
    if (**text != expected)
        return false;
    (*text)++;
    return true;
}

/* At most six digits, as many as PHP keeps. */
static bool nango_read_fraction(const char **text, timelib_sll *microseconds) {
    timelib_sll digit, weight = 100000;
    *microseconds = 0;
    if (!nango_read_char(text, '.'))
        return true;
    if (!nango_read_digits(text, 1, &digit))
        return false;
    do {
        *microseconds += weight * digit;
        weight /= 10;
    } while (weight > 0 && nango_read_digits(text, 1, &digit));
    return true;
}

/* A time zone, which ends the text. */
static bool nango_read_offset(const char *text, int *seconds) {
    timelib_sll hours, minutes;
    bool is_west = *text == '-';
    if (*text != '+' && !is_west)
        return false;
    text++;
    if (!nango_read_digits(&text, 2, &hours) || !nango_read_char(&text, ':') || !nango_read_digits(&text, 2, &minutes) ||
        hours > 14 || minutes > 59 || *text != '\0')
        return false;
    *seconds = (int)(3600 * hours + 60 * minutes) * (is_west ? -1 : 1);
    return true;
}

static bool nango_is_day(timelib_sll year, timelib_sll month, timelib_sll day) {
    static const char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1] + (month == 2 && is_leap);
}

/* The days from 1970-01-01 to one of a year from 0 on: each year begins in March, so that a leap day is its last. */
static timelib_sll nango_days_to(timelib_sll year, timelib_sll month, timelib_sll day) {
    timelib_sll months = (month + 9) % 12;
    /* 400 years more, so that January of the year 0 is not before it. */
    timelib_sll years = year + 400 - (month <= 2);
    return 365 * years + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 1 - 719468 - 146097;
}

/* The date that is so many days after 1970-01-01. */
static void nango_set_date(timelib_time *time, timelib_sll days) {
    timelib_sll since = days + 719468;
    timelib_sll era = since / 146097, of_era = since % 146097;
    timelib_sll year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    timelib_sll of_year = of_era - (365 * year + year / 4 - year / 100);
    timelib_sll months = (5 * of_year + 2) / 153;
    time->d = of_year - (153 * months + 2) / 5 + 1;
    time->m = months < 10 ? months + 3 : months - 9;
    time->y = 400 * era + year + (time->m <= 2);
}

/* A clone of a time that is made from a text when it is first needed; NULL if PHP does not read it. */
static timelib_time *nango_clone_time(zval *to, zval *model, const char *text) {
    if (Z_TYPE_P(model) != IS_OBJECT) {
        php_date_instantiate(php_date_get_immutable_ce(), model);
        if (!php_date_initialize(Z_PHPDATE_P(model), text, strlen(text), NULL, NULL, 0)) {
            zval_ptr_dtor(model);
            ZVAL_NULL(model);
            return NULL;
        }
    }
    ZVAL_OBJ(to, Z_OBJ_HANDLER_P(model, clone_obj)(Z_OBJ_P(model)));
    return Z_PHPDATE_P(to)->time;
}

/* Whether a text is in Nango's form; then its time is there. */
static bool nango_give_time(zval *to, const char *text) {
    timelib_sll year, month, day, hour, minute, second, microseconds;
    timelib_time *time;
    int offset = 0;
    bool is_utc;
    if (!nango_read_digits(&text, 4, &year) || !nango_read_char(&text, '-') || !nango_read_digits(&text, 2, &month) ||
        !nango_read_char(&text, '-') || !nango_read_digits(&text, 2, &day) || !nango_read_char(&text, 'T') ||
        !nango_read_digits(&text, 2, &hour) || !nango_read_char(&text, ':') || !nango_read_digits(&text, 2, &minute) ||
        !nango_read_char(&text, ':') || !nango_read_digits(&text, 2, &second) ||
        !nango_read_fraction(&text, &microseconds) || !nango_is_day(year, month, day) || hour > 23 || minute > 59 ||
        second > 59)
        return false;
    is_utc = strcmp(text, "Z") == 0;
    if (!is_utc && !nango_read_offset(text, &offset))
        return false;
    /* PHP has two kinds of time zones for them. */
    time = is_utc ? nango_clone_time(to, &NANGO_G(utc_time), "1970-01-01T00:00:00Z")
                  : nango_clone_time(to, &NANGO_G(offset_time), "1970-01-01T00:00:00+00:00");
    if (time == NULL)
        return false;
    time->y = year;
    time->m = month;
    time->d = day;
    time->h = hour;
    time->i = minute;
    time->s = second;
    time->us = microseconds;
    time->z = offset;
    time->sse = NANGO_SECONDS_A_DAY * nango_days_to(year, month, day) + 3600 * hour + 60 * minute + second - offset;
    return true;
}

/* Whether a number of milliseconds since 1970 is one of the years 1970 to 9999; then its time is there. */
static bool nango_give_time_of_milliseconds(zval *to, int64_t milliseconds) {
    timelib_time *time;
    timelib_sll second_of_day;
    if (milliseconds < 0 || milliseconds > NANGO_LAST_MILLISECOND)
        return false;
    time = nango_clone_time(to, &NANGO_G(offset_time), "1970-01-01T00:00:00+00:00");
    if (time == NULL)
        return false;
    time->sse = milliseconds / 1000;
    time->us = milliseconds % 1000 * 1000;
    second_of_day = time->sse % NANGO_SECONDS_A_DAY;
    nango_set_date(time, time->sse / NANGO_SECONDS_A_DAY);
    time->h = second_of_day / 3600;
    time->i = second_of_day / 60 % 60;
    time->s = second_of_day % 60;
    return true;
}
