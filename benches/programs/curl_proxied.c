/* libcurl: the requests that libnango makes of calls through Nango's proxy. */
#define TARGET "/proxy/%s"
#define HEADERS proxy_headers()
#include "curl_program.h"

static void parse_and_check(const struct body *body) { check_body(body->text, body->length); }
