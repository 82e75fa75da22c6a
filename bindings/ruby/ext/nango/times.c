/* Times, in the form that Nango writes most. All others are read in Ruby. */

#include <limits.h>
#include <string.h>

#include "nango_ext.h"

/* What "Z" or "+00:00" follows. */
static const char FORM[] = "dddd-dd-ddTdd:dd:dd.ddd";

static long number(const char *text, int digits)
{
    long value = 0;
    for (int i = 0; i < digits; i++) {
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

static bool has_form(const char *text, size_t length)
{
    size_t zone = sizeof FORM - 1;
    if (!(length == zone + 1 && text[zone] == 'Z') && !(length == zone + 6 && memcmp(text + zone, "+00:00", 6) == 0)) {
        return false;
    }
    for (size_t i = 0; i < zone; i++) {
        bool is_digit = text[i] >= '0' && text[i] <= '9';
        if (FORM[i] == 'd' ? !is_digit : text[i] != FORM[i]) {
            return false;
        }
    }
    return true;
}

/* Days since 1970, for years that begin in March. */
static long days_since_1970(long year, long month, long day)
{
    year -= month <= 2;
    month += month <= 2 ? 9 : -3;
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 719469;
}

static long days_of(long year, long month)
{
    static const long DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && is_leap ? 29 : DAYS[month - 1];
}

/* usual_time(text): the time of "2024-02-29T23:59:59.123Z"; nil for any other form. */
static VALUE usual_time(VALUE self, VALUE text)
{
    (void)self;
    const char *at = RSTRING_PTR(text);
    if (!has_form(at, (size_t)RSTRING_LEN(text))) {
        return Qnil;
    }
    long year = number(at, 4), month = number(at + 5, 2), day = number(at + 8, 2);
    long hour = number(at + 11, 2), minute = number(at + 14, 2), second = number(at + 17, 2);
    /* A leap second is read in Ruby, and so is the year 0. */
    if (year == 0 || month < 1 || month > 12 || day < 1 || day > days_of(year, month) || hour > 23 || minute > 59 || second > 59) {
        return Qnil;
    }
    struct timespec moment;
    moment.tv_sec = ((days_since_1970(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
    moment.tv_nsec = number(at + 20, 3) * 1000000;
    RB_GC_GUARD(text);
    /* This offset stands for UTC. */
    return rb_time_timespec_new(&moment, INT_MAX - 1);
}

void nango_rb_init_times(void)
{
    rb_define_module_function(nango_rb_native, "usual_time", usual_time, 1);
}
