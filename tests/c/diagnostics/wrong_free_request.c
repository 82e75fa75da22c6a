/* -Wall -Wextra: -Wmismatched-dealloc */
#include <nango.h>
#include <stdlib.h>

void wrong_free(void);

void wrong_free(void) {
    nango_request *request = nango_request_new("GET", "/v1/items");
#ifdef MISTAKE
    free(request);
#else
    nango_request_free(request);
#endif
}
