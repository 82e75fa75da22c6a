/* -Wall -Wextra: -Wunused-result */
#include <nango.h>

void ignored(void);

void ignored(void) {
#ifdef MISTAKE
    nango_client_options_new();
    nango_call_options_new();
#else
    nango_client_options_free(nango_client_options_new());
    nango_call_options_free(nango_call_options_new());
#endif
}
