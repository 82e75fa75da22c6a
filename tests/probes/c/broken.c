/*
 * One accessor, broken on purpose: loaded before libnango it shows that a runner notices.
 *
 *     cc -shared -fPIC -I include -o libbroken.so tests/conformance/c/broken.c
 *     LD_PRELOAD=./libbroken.so <the C, C++ or Go runner, linked to libnango.so>
 *
 * Linked to libnango itself it can stand in its place where a library is loaded by name, as from Python:
 *
 *     cc -shared -fPIC -I include -o libbroken.so tests/conformance/c/broken.c \
 *         -Wl,--no-as-needed -L target/debug -lnango -Wl,-rpath,"$PWD/target/debug"
 *     NANGO_LIBRARY=./libbroken.so <the Python runner>
 */
#include <nango.h>

const char *nango_connection_provider(const nango_connection *connection) {
    (void)connection;
    return "broken";
}
