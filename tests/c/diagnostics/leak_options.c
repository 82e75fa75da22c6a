/* -Wall -Wextra -fanalyzer: nothing */
#include <nango.h>

void leak(void);

/* A setter could have kept the handle, for all that GCC knows. */
void leak(void) {
    nango_call_options *options = nango_call_options_new();
    nango_call_options_set_timeout_ms(options, 2000);
#ifndef MISTAKE
    nango_call_options_free(options);
#endif
}
