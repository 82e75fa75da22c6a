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

const char *nango_connection_provider(const nango_connection *connection) {
    (void)connection;
    return "broken";
}
