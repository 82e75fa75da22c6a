/* -Wall -Wextra: -Wmismatched-dealloc */
#include <nango.h>
#include <stdlib.h>

void wrong_free(void);

void wrong_free(void) {
    nango_cancel *cancel = nango_cancel_new();
#ifdef MISTAKE
    free(cancel);
#else
    nango_cancel_free(cancel);
#endif
}
