/* -Wall -Wextra -fanalyzer: -Wanalyzer-malloc-leak */
#include <nango.h>

void leak(nango_call_options *options);

void leak(nango_call_options *options) {
    nango_cancel *cancel = nango_cancel_new();
    nango_call_options_set_cancel(options, cancel);
#ifndef MISTAKE
    nango_cancel_free(cancel);
#endif
}
