/*
 * A small HTTP server on a free port of 127.0.0.1: one thread, one request on each connection, fixed responses.
 *
 * The first segment of the path chooses the response (see answers.c), so a test chooses it with the base URL. Some are
 * special: "held" responds once server_release is called, "half" stops in the middle of its response until then, "kept"
 * takes further requests on its connection, and "mode" takes the auth mode from the second segment.
 */
#ifndef SERVER_H
#define SERVER_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct server;

/*
 * Never NULL: a machine without a loopback port ends the program. From here on no proxy of the machine's environment is
 * between this program, or one that it starts, and the server.
 */
struct server *server_start(void);

/* Ends the connections that are still held, without a response. */
void server_stop(struct server *server);

/* The base URL of the server itself, for an HTTP proxy. The text is static: the next call overwrites it. */
const char *server_address(const struct server *server);

/* The base URL of a response, such as "oauth2" or "mode/BASIC". The text is static: the next call overwrites it. */
const char *server_url(const struct server *server, const char *answer);

/* How many requests came in. */
int server_requests(struct server *server);

/* How many connections came in. */
int server_connections(struct server *server);

/* The value of a header in the last request, static as above; NULL if it was not sent. */
const char *server_last_header(struct server *server, const char *name);

/* The first line of the last request, static as above. */
const char *server_last_line(struct server *server);

/* The body of the last request, without the framing of chunks, static as above. */
const void *server_last_body(struct server *server, size_t *size);

/* Waits until so many requests are held. */
void server_wait_held(struct server *server, int count);

/* Whether the client closes the first of the connections that are held, for which it has 10 seconds: 1 or 0. */
int server_sees_it_close(struct server *server);

/* Responds to held requests. */
void server_release(struct server *server);

#ifdef __cplusplus
}
#endif

#endif
