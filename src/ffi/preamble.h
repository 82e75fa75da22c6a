/*
 * nango.h - get a customer's fresh credentials for an external API from Nango (https://nango.dev).
 *
 * Generated from the Rust sources in src/ffi: do not edit.
 *
 *     #include <nango.h>
 *     #include <stdio.h>
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
 *         if (connection) {
 *             const char *token = nango_connection_token(connection);
 *             printf("got a token of %s\n", token ? nango_connection_provider_config_key(connection) : "no kind");
 *         } else {
 *             fprintf(stderr, "%s: %s\n", nango_error_kind_name(nango_error_get_kind(error)), nango_error_message(error));
 *         }
 *         int status = connection ? 0 : 1;
 *         nango_connection_free(connection);
 *         nango_client_free(client);
 *         nango_error_free(error);
 *         return status;
 *     }
 *
 * Ownership. What a *_new function, nango_get_connection, nango_proxy or nango_call returns is yours: free it once, with the *_free
 * function of its type, which accepts NULL. So is what a call stores in *error. Everything else is borrowed. You never
 * free a string: it belongs to the handle that it came from and lives as long as that.
 *
 * Strings are UTF-8 and NUL-terminated, both ways. Absent is NULL.
 *
 * Failure. A function that can fail returns NULL and stores an error in *error, unless error is NULL. What *error held
 * before is overwritten, not freed. On success *error is set to NULL. There is no "last error" of a thread.
 *
 * Numbers. Durations and sizes are signed: negative means the default, 0 means zero. Flags are int32_t: 0 is no, anything
 * else yes. Enumerations are int32_t with named numbers, which are never reused.
 *
 * NULL. Any pointer may be NULL: the call then fails with NANGO_ERROR_INVALID_ARGUMENT, or returns NULL or 0 where it has
 * no error to report. Text that is not UTF-8 likewise. A fault inside the library becomes NANGO_ERROR_INTERNAL; running
 * out of memory aborts.
 *
 * Threads. Clients, connections and errors are immutable and may be used by any number of threads at once. Options may be
 * shared while nobody sets. A response is read by one thread at a time. A *_free function must not run beside a call that
 * uses the handle, but nango_client_free may: it ends the calls under way. Calls block; on Linux a pthread_cancel takes effect after the call, elsewhere do not cancel a thread
 * inside the library.
 *
 * Callbacks run on the thread that makes the call. The pointers that they are given die when they return. They must not
 * throw, longjmp or end the thread, and a log or read function must not call the same client.
 *
 * Forks. A client may be used before, after and across fork: a child makes connections of its own and leaves its parent's
 * alone. Connections, errors and options may be used on both sides, a response where it was made.
 *
 * The library has no settings that are global, installs no signal handler and no logger, and starts one kind of thread: a
 * short-lived one, with all signals blocked, that looks up a host name.
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

/* A result that must not be thrown away, since it has to be freed. */
#if defined(__GNUC__) || defined(__clang__)
#define NANGO_MUST_USE __attribute__((warn_unused_result))
#else
#define NANGO_MUST_USE
#endif

/* A result that free_fn frees, and nothing else: GCC 11 and later then report wrong and double frees, use after free
 * and, with -fanalyzer, leaks. Without the plain attribute malloc, which would say that no two results are the same. */
#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ >= 11
#define NANGO_OWNED(free_fn) __attribute__((malloc(free_fn, 1)))
#else
#define NANGO_OWNED(free_fn)
#endif

#ifdef __cplusplus
extern "C" {
#endif
