/* -Wall -Wextra: -Wunused-result */
#include <nango.h>

void ignored(void);

void ignored(void) {
#ifdef MISTAKE
    nango_cancel_new();
#else
    nango_cancel_free(nango_cancel_new());
#endif
}
