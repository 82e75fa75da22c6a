/* -Wall -Wextra: -Wunused-result */
#include <nango.h>

void ignored(void);

void ignored(void) {
#ifdef MISTAKE
    nango_request_new("GET", "/v1/items");
#else
    nango_request_free(nango_request_new("GET", "/v1/items"));
#endif
}
