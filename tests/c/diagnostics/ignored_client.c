/* -Wall -Wextra: -Wunused-result */
#include <nango.h>

void ignored(const nango_client_options *options, nango_error **error);

void ignored(const nango_client_options *options, nango_error **error) {
#ifdef MISTAKE
    nango_client_new(options, error);
#else
    nango_client_free(nango_client_new(options, error));
#endif
}
