/*
 * One accessor, broken on purpose: loaded before libnango it shows that the driver notices.
 *
 *     cc -shared -fPIC -I include -o libbroken.so tests/probes/c/broken.c
 *     LD_PRELOAD=./libbroken.so <the C, C++ or Go probe, linked to libnango.so>
 *
 * Linked to libnango itself it can replace it where a library is loaded by name, as from Python:
 *
 *     cc -shared -fPIC -I include -o libbroken.so tests/probes/c/broken.c \
 *         -Wl,--no-as-needed -L target/debug -lnango -Wl,-rpath,"$PWD/target/debug"
 *     NANGO_LIBRARY=./libbroken.so <the Python probe>
 */
#include <nango.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *nango_connection_provider(const nango_connection *connection) {
    (void)connection;
    return "broken";
}

static const char *or_absent(const char *text) { return text ? text : "\xfe"; }

/* What Python reads the provider of. It is never freed: the probe ends soon. */
const uint8_t *nango_connection_joined(const nango_connection *c) {
    int64_t moment = 0;
    char expiry[32] = "\xfe";
    if (nango_connection_expires_at_ms(c, &moment))
        snprintf(expiry, sizeof expiry, "%lld", (long long)moment);
    const char *json = nango_connection_json(c), *token = or_absent(nango_connection_token(c));
    size_t size = strlen(json) + strlen(token) + 4096;
    char *joined = malloc(size);
    if (joined)
        snprintf(joined, size, "%lld\xff%d\xff%s\xff%s\xff%s\xff%s\xff%s\xff%s\xff%s\xff%s\xff%s\xff%s",
                 (long long)nango_connection_id(c), (int)nango_connection_auth_mode(c), expiry,
                 nango_connection_connection_id(c), nango_connection_provider_config_key(c), "broken",
                 or_absent(nango_connection_auth_mode_name(c)), or_absent(nango_connection_created_at(c)),
                 or_absent(nango_connection_updated_at(c)), or_absent(nango_connection_last_fetched_at(c)), token, json);
    return (const uint8_t *)joined;
}
