/*
 * nango.h - get a customer's fresh credentials for an external API from Nango (https://nango.dev).
 *
 * Generated from the Rust sources in src/ffi: do not edit.
 *
 *     #include <nango.h>
 *     #include <stdio.h>
 *
 *     // Calls the external API with your HTTP library, such as libcurl.
 *     int call_api(const char *authorization_header);
 *
 *     int main(void) {
 *         nango_error *error = NULL;
 *         nango_client_options *options = nango_client_options_new();
 *         nango_client_options_load_env(options);                      // NANGO_SECRET_KEY, NANGO_BASE_URL
 *         nango_client *client = nango_client_new(options, &error);
 *         nango_client_options_free(options);
 *         nango_connection *connection = NULL;
 *         if (client)
 *             connection = nango_get_connection(client, "customer-1", "github", NULL, &error);
 *         int status = 1;
 *         if (error) {
 *             fprintf(stderr, "%s: %s\n", nango_error_kind_name(nango_error_get_kind(error)), nango_error_message(error));
 *         } else {
 *             const char *token = nango_connection_token(connection);  // NULL if the API does not use a token
 *             char header[8192];
 *             int length = snprintf(header, sizeof header, "Authorization: Bearer %s", token ? token : "");
 *             if (token && length > 0 && (size_t)length < sizeof header)
 *                 status = call_api(header);
 *         }
 *         nango_connection_free(connection);
 *         nango_client_free(client);
 *         nango_error_free(error);
 *         return status;
 *     }
 *
 * Or let Nango make the call, so that the credentials never leave it: see nango_proxy.
 *
 * Ownership. The caller owns what a *_new function, nango_get_connection, nango_proxy or nango_call returns, and the error
 * that a call stores in *error: free each once, with the *_free function of its type, which accepts NULL. Everything else is borrowed.
 * Never free a string: it belongs to the handle that returned it and lives as long as that handle.
 *
 * Strings are UTF-8 and NUL-terminated, in both directions. An absent string is NULL.
 *
 * Failure. A function that can fail returns NULL and stores an error in *error, unless error is NULL. It overwrites the
 * previous value of *error without freeing it. On success it sets *error to NULL. There is no per-thread "last error".
 *
 * Numbers. Durations and sizes are signed: negative means the default, 0 means zero. Flags are int32_t: 0 is no, anything
 * else yes. Enumerations are int32_t with named numbers, which are never reused.
 *
 * NULL. Any pointer may be NULL: the call then fails with NANGO_ERROR_INVALID_ARGUMENT, or returns NULL or 0 if it cannot
 * report an error. The same goes for text that is not UTF-8. An internal error of the library is reported as
 * NANGO_ERROR_INTERNAL; running out of memory aborts the process.
 *
 * Threads. Clients, connections and errors are immutable and may be used by any number of threads at once. Options may be
 * shared while no thread changes them. A response may be read by one thread at a time. A *_free function must not run
 * while a call uses the handle, except nango_client_free, which ends the client's calls. Calls block, except those that a
 * queue makes for an event loop. On Linux a pthread_cancel takes effect after the call; on other systems do not cancel a
 * thread inside the library.
 *
 * Callbacks run on the thread that makes the call. Pointers passed to them are valid until they return. They must not
 * throw, longjmp or end the thread, and a log or read function must not call the same client.
 *
 * Forks. A client may be used before, after and across fork: a child opens its own connections and does not touch its
 * parent's. Connections, errors and options may be used in both processes, a response only in the process that created it.
 *
 * The library has no global settings, installs no signal handler and no logger, and starts threads, with all signals
 * blocked, for two things: a short-lived one that looks up a host name, and those of a queue.
 */
#ifndef NANGO_H
#define NANGO_H

#include <stddef.h>
#include <stdint.h>

/* Marks what libnango exports. */
#if defined(__GNUC__) || defined(__clang__)
#define NANGO_API __attribute__((visibility("default")))
#else
#define NANGO_API
#endif

/* A result that must not be discarded, because the caller has to free it. */
#if defined(__GNUC__) || defined(__clang__)
#define NANGO_MUST_USE __attribute__((warn_unused_result))
#else
#define NANGO_MUST_USE
#endif

/* A result that only free_fn may free: GCC 11 and later then report wrong and double frees, use after free and, with
 * -fanalyzer, leaks. Omits the plain attribute malloc, which promises that no two results are equal. */
#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ >= 11
#define NANGO_OWNED(free_fn) __attribute__((malloc(free_fn, 1)))
#else
#define NANGO_OWNED(free_fn)
#endif

#ifdef __cplusplus
extern "C" {
#endif
