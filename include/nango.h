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

/* ---- Version ----------------------------------------------------------------------------------------- */

/**
 * The major version of the library that this header belongs to.
 */
#define NANGO_VERSION_MAJOR 0

/**
 * The minor version of the library that this header belongs to.
 */
#define NANGO_VERSION_MINOR 1

/**
 * The patch version of the library that this header belongs to.
 */
#define NANGO_VERSION_PATCH 0

/**
 * The number of the ABI that this header describes, which is also the number in the SONAME `libnango.so.0`. A program
 * works with any library that has the same number and is not older than its header.
 */
#define NANGO_ABI_VERSION 0

/**
 * The version of the library that is loaded, such as "0.1.0". Static: never NULL, never freed.
 */
NANGO_API const char *nango_version(void);

/**
 * The ABI number of the library that is loaded. A program that loads libnango at run time compares it with
 * `NANGO_ABI_VERSION`.
 */
NANGO_API
uint32_t nango_abi_version(void);

/* ---- Callbacks --------------------------------------------------------------------------------------- */

/**
 * Log level: a call failed permanently.
 */
#define NANGO_LOG_ERROR 1

/**
 * Log level: an attempt failed and will be retried; or the program cancelled a call.
 */
#define NANGO_LOG_WARN 2

/**
 * Log level: an attempt received a response; or Nango has no such connection.
 */
#define NANGO_LOG_INFO 3

/**
 * Log level: which connection a call gets, whether it comes from the cache, and that the call succeeded.
 */
#define NANGO_LOG_DEBUG 4

/**
 * Log level: every step.
 */
#define NANGO_LOG_TRACE 5

/**
 * Receives a log message. Called on the thread that makes the call, so on several threads at once if several make
 * calls. `message` is valid only until the function returns. It must not call the same client, throw, longjmp, or end
 * the thread.
 */
typedef void (*nango_log_fn)(void *user_data, int32_t level, const char *message);

/**
 * Receives a log message with its attributes: a JSON object of texts and numbers. Called like nango_log_fn; `message`
 * and `attributes` are valid only until the function returns.
 */
typedef void (*nango_log_record_fn)(void *user_data,
                                    int32_t level,
                                    const char *message,
                                    const char *attributes);

/**
 * Receives the end of a call: a JSON object of texts and numbers. Called like nango_log_fn; `summary` is valid only
 * until the function returns.
 */
typedef void (*nango_call_hook_fn)(void *user_data, const char *summary);

/**
 * Called while a call waits: any result other than 0 ends the call with NANGO_ERROR_CANCELLED. Called on the thread
 * that makes the call, whenever a signal interrupts a wait and at least every 100 ms of waiting. It may make calls,
 * even with the same client, shut that client down, and fork; it must not throw, longjmp, or end the thread.
 */
typedef int32_t (*nango_interrupt_fn)(void *user_data);

/**
 * Reads the next part of a request body: writes at most `capacity` bytes to `buffer` and returns the number written,
 * 0 at the end of the body, or a negative number to abort, which ends the call with NANGO_ERROR_CANCELLED. Called on
 * the thread that makes the call, while the call's timeout runs: the library cannot interrupt the function if it
 * blocks. It must not call the same client, throw, longjmp, or end the thread.
 */
typedef int64_t (*nango_read_fn)(void *user_data, void *buffer, size_t capacity);

/* ---- Values ------------------------------------------------------------------------------------------ */

/**
 * A value in a JSON document. nango_response_value, nango_connection_value and nango_error_value return the whole document,
 * which is indexed once: a lookup does not read the text again, however long it is. Values and their strings are borrowed:
 * never free one; they live as long as the response, connection or error that they belong to. Any number of threads may
 * read values at once; those of a response only while no thread uses the response itself.
 *
 * NULL means that there is no value. Every function accepts it, and returns NULL or 0.
 */
typedef struct nango_value nango_value;

/**
 * What a value is: one of the `NANGO_VALUE_*` numbers.
 */
typedef int32_t nango_value_type;

/**
 * No value: the type of a NULL handle.
 */
#define NANGO_VALUE_ABSENT 0

/**
 * null, which is a value.
 */
#define NANGO_VALUE_NULL 1

/**
 * true or false: see nango_value_bool.
 */
#define NANGO_VALUE_BOOL 2

/**
 * A number: see nango_value_int64, nango_value_double and, for the digits as sent, nango_value_json.
 */
#define NANGO_VALUE_NUMBER 3

/**
 * A string: see nango_value_string.
 */
#define NANGO_VALUE_STRING 4

/**
 * An array: see nango_value_count and nango_value_at.
 */
#define NANGO_VALUE_ARRAY 5

/**
 * An object: see nango_value_get, nango_value_count, nango_value_key_at and nango_value_at.
 */
#define NANGO_VALUE_OBJECT 6

/**
 * What a value is: one of the `NANGO_VALUE_*` numbers, NANGO_VALUE_ABSENT for NULL.
 */
NANGO_API nango_value_type nango_value_get_type(const nango_value *value);

/**
 * How many items an array has, or members an object; those with the same key count each. 0 of anything else.
 */
NANGO_API
size_t nango_value_count(const nango_value *value);

/**
 * Item `i` of an array, or the value of member `i` of an object, from 0 on in the document's order; NULL if there are no
 * more, or if it is neither.
 */
NANGO_API
const nango_value *nango_value_at(const nango_value *value,
                                  size_t i);

/**
 * The key of member `i` of an object, from 0 on; NULL if there are no more, if it is not an object, or if the key holds U+0000
 * or a lone surrogate, which no C string can.
 */
NANGO_API
const char *nango_value_key_at(const nango_value *value,
                               size_t i);

/**
 * The value of the member of an object that has this key, of several the last; NULL if there is none, if `value` is not an
 * object, or if `key` is NULL or not UTF-8. Takes a JSON key, no pointer: "a/b" is one key.
 */
NANGO_API
const nango_value *nango_value_get(const nango_value *value,
                                   const char *key);

/**
 * The text of a string; NULL if it is not a string, or if it holds U+0000 or a lone surrogate: nango_value_json has those as
 * escapes.
 */
NANGO_API
const char *nango_value_string(const nango_value *value);

/**
 * A number without fraction and exponent that fits: returns 1 and stores it in `*number`, which may be NULL. Returns 0 and
 * leaves `*number` as it is if the value is not such a number.
 */
NANGO_API
int32_t nango_value_int64(const nango_value *value,
                          int64_t *number);

/**
 * A number as the nearest double: returns 1 and stores it in `*number`, which may be NULL. Returns 0 and leaves `*number` as
 * it is if the value is not a number, or is beyond the largest double. An integer above 2^53 may be rounded.
 */
NANGO_API
int32_t nango_value_double(const nango_value *value,
                           double *number);

/**
 * Whether a value is true: 1. 0 for false and for anything else, which nango_value_get_type tells apart.
 */
NANGO_API
int32_t nango_value_bool(const nango_value *value);

/**
 * The JSON text of a value as sent, numbers and inner white space included; NULL for NULL. Copied once, however often it is
 * asked for: walk through a large document with nango_value_at and nango_value_get instead.
 */
NANGO_API
const char *nango_value_json(const nango_value *value);

/* ---- Errors ------------------------------------------------------------------------------------------ */

/**
 * The failure of a call. Owned by the caller that passed the `nango_error **` that received it, and freed with
 * nango_error_free. Immutable: any number of threads may read it at once. May outlive the client.
 *
 * Accessors return borrowed strings, which live as long as the error; with a NULL error they return NULL, 0 or -1.
 */
typedef struct nango_error nango_error;

/**
 * What went wrong: one of the `NANGO_ERROR_*` numbers. Later versions may add numbers: treat one that you do not know
 * by nango_error_is_retryable and nango_error_http_status.
 */
typedef int32_t nango_error_kind;

/**
 * No error: the kind of a NULL handle.
 */
#define NANGO_ERROR_NONE 0

/**
 * An argument or a setting is wrong and nothing was sent. The message names it: fix the calling code.
 */
#define NANGO_ERROR_INVALID_ARGUMENT 1

/**
 * The host name in base_url could not be resolved. Retryable.
 */
#define NANGO_ERROR_RESOLVE 2

/**
 * No address of the host accepted a connection. Retryable.
 */
#define NANGO_ERROR_CONNECT 3

/**
 * The TLS handshake failed, or the certificate is not one that this system trusts. The message says why.
 */
#define NANGO_ERROR_TLS 4

/**
 * The HTTP proxy cannot be reached, rejects the request, times out, or is not an HTTP proxy. The message says which.
 * Retryable.
 */
#define NANGO_ERROR_HTTP_PROXY 5

/**
 * The call timed out. Retryable, unless a forced refresh may have been in progress.
 */
#define NANGO_ERROR_TIMEOUT 6

/**
 * The call was cancelled or interrupted, or its client shut down. Not retryable.
 */
#define NANGO_ERROR_CANCELLED 7

/**
 * The connection was lost before the response was complete. Retryable, unless a forced refresh may have been in
 * progress.
 */
#define NANGO_ERROR_IO 8

/**
 * Nango's response does not match its documentation. The message gives the location as a JSON pointer.
 */
#define NANGO_ERROR_DECODE 9

/**
 * The response is larger than max_response_bytes, or its headers are larger than 16 KiB; or the body of the request is
 * larger than Nango accepts.
 */
#define NANGO_ERROR_TOO_LARGE 10

/**
 * 401: Nango does not accept the secret key.
 */
#define NANGO_ERROR_UNAUTHORIZED 11

/**
 * 403: the secret key lacks a scope, which nango_error_server_message names.
 */
#define NANGO_ERROR_FORBIDDEN 12

/**
 * Nango reports that this environment has no such connection for this integration. A 404 from a proxy or gateway in
 * between never gives this kind. Mark the customer as not connected and ask to reconnect; do not delete the row: a
 * configuration mistake looks the same. See docs/errors.md, "When a connection is not found".
 */
#define NANGO_ERROR_NOT_FOUND 13

/**
 * Nango could not refresh the credentials. Retryable after 30 seconds unless Nango has given up; if it keeps failing,
 * the customer has to connect again.
 */
#define NANGO_ERROR_REFRESH_FAILED 14

/**
 * 429: too many requests. Wait for nango_error_retry_after_ms. Retryable.
 */
#define NANGO_ERROR_RATE_LIMITED 15

/**
 * Any other error in Nango's format: see nango_error_code and nango_error_server_message.
 */
#define NANGO_ERROR_API 16

/**
 * Nango or a server in front of it failed: a 5xx, or the 401 of a Nango server that cannot reach its database.
 * Retryable, unless a forced refresh may have been in progress.
 */
#define NANGO_ERROR_SERVER 17

/**
 * The integration does not exist in the environment of this secret key: a wrong provider_config_key, or the key of
 * another environment.
 */
#define NANGO_ERROR_UNKNOWN_INTEGRATION 18

/**
 * The response is not from Nango: a web page, a redirect, a 404 without Nango's error body. Check base_url.
 */
#define NANGO_ERROR_NOT_NANGO 19

/**
 * A webhook is not signed with this key: answer 401. If Nango sent it, check the webhook signing key, and that the
 * body is what was received, byte by byte.
 */
#define NANGO_ERROR_WEBHOOK_SIGNATURE 20

/**
 * An internal error of the library. Please report it.
 */
#define NANGO_ERROR_INTERNAL 99

/**
 * Frees an error. NULL is allowed. No other thread may be reading it.
 */
NANGO_API void nango_error_free(nango_error *error);

/**
 * An error as a call would set it, to test a program's handling of errors without a server. `kind` is one of the
 * `NANGO_ERROR_*` numbers; one that is unknown makes a NANGO_ERROR_INTERNAL. nango_error_is_retryable follows the kind.
 * `http_status` is 0 if there was no response, `code` is Nango's code or NULL, `message` the message or NULL for a
 * general one. Owned: free with nango_error_free. Never NULL, except after an internal error.
 */
NANGO_API
NANGO_MUST_USE
nango_error *nango_error_new(nango_error_kind kind,
                             int32_t http_status,
                             const char *code,
                             const char *message)
NANGO_OWNED(nango_error_free);

/**
 * What went wrong; NANGO_ERROR_NONE for NULL.
 */
NANGO_API nango_error_kind nango_error_get_kind(const nango_error *error);

/**
 * The name of a kind without its prefix, such as "NOT_FOUND"; NULL for a number that this library does not know.
 * Static: never freed.
 */
NANGO_API
const char *nango_error_kind_name(nango_error_kind kind);

/**
 * What went wrong and how to fix it, for logs and people. Written by the library: contains no secrets and no text
 * from the server. NULL only for a NULL error.
 */
NANGO_API
const char *nango_error_message(const nango_error *error);

/**
 * The HTTP status of the response; 0 if there was no response.
 */
NANGO_API int32_t nango_error_http_status(const nango_error *error);

/**
 * Nango's own code for the error, such as "unknown_provider_config"; NULL if the response has no code of 1 to 64
 * characters of `[a-z0-9_]`. If Nango could not reach the external API, this is the system's error code, such as
 * "ECONNREFUSED".
 */
NANGO_API
const char *nango_error_code(const nango_error *error);

/**
 * The id that Nango gave the request (the X-Request-Id header of its response), for a question to its support; NULL if
 * there is none of 1 to 128 characters of `[A-Za-z0-9._:/+=-]`.
 */
NANGO_API
const char *nango_error_request_id(const nango_error *error);

/**
 * The server's message, for people; NULL if there is none. May contain customer data (a failed refresh of client
 * credentials includes the connection's record): do not log it by default.
 */
NANGO_API
const char *nango_error_server_message(const nango_error *error);

/**
 * The response body, truncated to 64 KiB, with U+FFFD in place of invalid UTF-8 and of U+0000; NULL if there was no
 * response or it could not be decoded. May contain customer data: do not log it by default.
 */
NANGO_API
const char *nango_error_body(const nango_error *error);

/**
 * The response's body as a JSON value, in which Nango's findings on each field are: `{"error": {"code", "message", "errors"}}`.
 * NULL if there is no body, or it is not JSON, or was longer than 64 KiB. May hold customer data: do not log it by default.
 */
NANGO_API
const nango_value *nango_error_value(const nango_error *error);

/**
 * How long the server asks you to wait before retrying, in milliseconds: its Retry-After header, or on a 429 without
 * it the time until X-RateLimit-Reset. 0 is possible; -1 if not given.
 */
NANGO_API
int64_t nango_error_retry_after_ms(const nango_error *error);

/**
 * How many attempts were made; 0 if nothing was sent. Trying the second route does not count as an attempt.
 */
NANGO_API
int32_t nango_error_attempts(const nango_error *error);

/**
 * Whether the same call may succeed later and is safe to retry: 1 or 0.
 */
NANGO_API int32_t nango_error_is_retryable(const nango_error *error);

/* ---- Client options ---------------------------------------------------------------------------------- */

/**
 * The settings of a client. Owned by the caller of nango_client_options_new and freed with nango_client_options_free,
 * also after a client was made from it. Setters copy their arguments and return nothing; nango_client_new reports an
 * invalid value, names the setting and never repeats a secret. With NULL options a setter does nothing. Any number of
 * threads may use one while no thread changes it.
 */
typedef struct nango_client_options nango_client_options;

/**
 * The route that requests a connection: one of the `NANGO_ROUTE_*` numbers.
 */
typedef int32_t nango_route;

/**
 * `GET /connection/{id}` and, if the server does not have it, `GET /connections/{id}`. The client remembers which one
 * works.
 */
#define NANGO_ROUTE_AUTO 0

/**
 * `GET /connection/{id}`: the original documented route, which every released Nango server has.
 */
#define NANGO_ROUTE_CONNECTION 1

/**
 * `GET /connections/{id}`: the current name of the route.
 */
#define NANGO_ROUTE_CONNECTIONS 2

/**
 * Frees the options. NULL is allowed. No other thread may be using them.
 */
NANGO_API void nango_client_options_free(nango_client_options *options);

/**
 * Settings with their defaults. Owned: free with nango_client_options_free. Never NULL, except after an internal
 * error.
 */
NANGO_API
NANGO_MUST_USE
nango_client_options *nango_client_options_new(void)
NANGO_OWNED(nango_client_options_free);

/**
 * The secret key of the Nango environment: printable ASCII without spaces. Required, either here or in an environment
 * variable: see nango_client_options_set_read_env. The library wipes its copy when the options are freed.
 */
NANGO_API
void nango_client_options_set_secret_key(nango_client_options *options,
                                         const char *secret_key);

/**
 * The URL of the Nango server. Default: "https://api.nango.dev". May have a path prefix; must not have user
 * information, a query or a fragment. Plain http is accepted only for loopback: see
 * nango_client_options_set_allow_plaintext_http.
 */
NANGO_API
void nango_client_options_set_base_url(nango_client_options *options,
                                       const char *url);

/**
 * Allows plain http:// to hosts other than loopback (127.0.0.0/8, ::1, localhost, *.localhost). Anyone on the network
 * path can then read the secret key. 0 is no, anything else yes. Default: no.
 */
NANGO_API
void nango_client_options_set_allow_plaintext_http(nango_client_options *options,
                                                   int32_t allow);

/**
 * The route that requests a connection. Default: NANGO_ROUTE_AUTO.
 */
NANGO_API void nango_client_options_set_route(nango_client_options *options, nango_route route);

/**
 * The timeout of a call, in milliseconds: one deadline for everything it does, including retries. Default: 30000.
 * Negative means the default; 0 expires immediately.
 */
NANGO_API
void nango_client_options_set_timeout_ms(nango_client_options *options,
                                         int64_t total_ms);

/**
 * The timeout for resolving the host name, connecting and the TLS handshake together, in milliseconds, within the
 * call's timeout. A lookup may outlast it on a thread of its own, for as long as the system's resolver takes. Default:
 * 10000. Negative means the default; 0 expires immediately.
 */
NANGO_API
void nango_client_options_set_connect_timeout_ms(nango_client_options *options,
                                                 int64_t ms);

/**
 * How often to retry a failed call. Default: 2. Negative means the default; 0 means never. The library retries what
 * is safe to retry: a failure to resolve or connect, a connection lost before a response, and the statuses 408, 429,
 * 500, 502, 503 and 504. It waits between attempts with exponential backoff and jitter, honors Retry-After and never
 * exceeds the timeout. A forced refresh is retried only if the server cannot have started it, or replied with 429.
 */
NANGO_API
void nango_client_options_set_max_retries(nango_client_options *options,
                                          int32_t retries);

/**
 * The maximum size of a response, in bytes; a larger one fails with NANGO_ERROR_TOO_LARGE. Default: 16777216 (16
 * MiB). Negative means the default; 0 allows only an empty response.
 */
NANGO_API
void nango_client_options_set_max_response_bytes(nango_client_options *options,
                                                 int64_t bytes);

/**
 * The proxy for all connections, such as "http://user:password@proxy.example:3128"; "" for none. Schemes: http, https, socks5
 * (this machine resolves names) and socks5h (the proxy does). Default (NULL): taken from the environment by curl's rules:
 * https_proxy or HTTPS_PROXY for an https base URL, http_proxy for plain http, else all_proxy or ALL_PROXY, except for the
 * hosts in no_proxy or NO_PROXY. For https the library opens a tunnel (CONNECT), so the proxy cannot read the connection.
 */
NANGO_API
void nango_client_options_set_http_proxy(nango_client_options *options,
                                         const char *url);

/**
 * The path of a PEM file of CA certificates to trust in addition to the system's. A certificate in it that is not a
 * CA's, such as a server's own self-signed one, is trusted for that server alone. Read by nango_client_new. Default:
 * none.
 */
NANGO_API
void nango_client_options_set_ca_file(nango_client_options *options,
                                      const char *pem_path);

/**
 * The certificate that the client presents to a server or gateway that asks for one (mutual TLS), and its private key:
 * the text of PEM files, not their paths. Certificates of the authorities in between follow that of the client. The
 * key is PKCS#8, PKCS#1 or SEC1, and not encrypted; the library wipes its copy when the options are freed. Default:
 * none, as with two NULL.
 */
NANGO_API
void nango_client_options_set_client_certificate(nango_client_options *options,
                                                 const char *cert_pem,
                                                 const char *key_pem);

/**
 * Caches connections for this long, in milliseconds. Default: 0, no cache. Negative means the default; more than
 * 300000 (5 minutes, the longest time that Nango advises to keep a token) is an error.
 *
 * Calls with the same connection id, provider config key and nango_call_options_set_refresh_token share an entry, and
 * concurrent calls share one request; each keeps its own timeout, cancel and interrupt. The age of an entry starts
 * when its request was sent and includes time that the machine spends asleep. Credentials that expire within 60 s are
 * not returned from the cache, and errors are not cached. The cache holds at most 10000 entries and evicts the least
 * recently used first. A child of fork starts with an empty cache.
 */
NANGO_API
void nango_client_options_set_cache_ttl_ms(nango_client_options *options,
                                           int64_t ttl_ms);

/**
 * Passes log messages to `log`, up to `max_level`: one of the `NANGO_LOG_*` numbers, or 0 for none. A NULL function
 * disables logging, which is the default. For each attempt the log has the method, route, status, time and size, and
 * for each retry the reason; each message begins with the number of its call. Ids appear only from NANGO_LOG_DEBUG on; secrets and text from the server never appear.
 * `user_data` must live until the options and every client made from them are freed and no call runs.
 */
NANGO_API
void nango_client_options_set_log(nango_client_options *options,
                                  nango_log_fn log,
                                  void *user_data,
                                  int32_t max_level);

/**
 * Passes log messages to `log` like nango_client_options_set_log, with their facts as attributes: a JSON object. Of the
 * two functions the last call counts.
 *
 * Attributes: call_id (a number for each call of this process), event (begin, cache, attempt, response, no_response,
 * retry, end), operation (get_connection, proxy, request) and, where they apply, method, route (the path without ids),
 * status, bytes, duration_ms, attempts, pause_ms, error (the name of its kind), code, request_id, cache (hit or waited)
 * and, from NANGO_LOG_DEBUG on, connection_id and provider_config_key. Later versions may add events and attributes.
 */
NANGO_API
void nango_client_options_set_log_record(nango_client_options *options,
                                         nango_log_record_fn log,
                                         void *user_data,
                                         int32_t max_level);

/**
 * Passes the end of each call to `hook`, for metrics and traces: once for each call, whatever the level of the log. The
 * summary is a JSON object with the attributes of the event "end": see nango_client_options_set_log_record. It never
 * has the id of a connection. A NULL function disables the hook, which is the default. `user_data` must live until the
 * options and every client made from them are freed and no call runs.
 */
NANGO_API
void nango_client_options_set_call_hook(nango_client_options *options,
                                        nango_call_hook_fn hook,
                                        void *user_data);

/**
 * The name of your program, such as "my-app/1.0", which precedes "libnango/x.y.z" in the User-Agent header.
 * Printable ASCII. Default: none.
 */
NANGO_API
void nango_client_options_set_user_agent(nango_client_options *options,
                                         const char *product);

/**
 * Adds a header to every request, for an access gateway in front of Nango. The value is treated as a secret. A header
 * that the library or the connection sets, such as Authorization, Host or Content-Length, is an error.
 */
NANGO_API
void nango_client_options_add_header(nango_client_options *options,
                                     const char *name,
                                     const char *value);

/**
 * Whether nango_client_new reads the environment. Default: yes. It then reads settings that were not set, as
 * nango_client_options_load_env does, and the variables for an HTTP proxy (see nango_client_options_set_http_proxy)
 * and for certificates (SSL_CERT_FILE, SSL_CERT_DIR). With 0 it reads no environment variables.
 */
NANGO_API
void nango_client_options_set_read_env(nango_client_options *options,
                                       int32_t read);

/**
 * Reads settings that were not set from the environment, now rather than in nango_client_new: the secret key from
 * NANGO_SECRET_KEY or else NANGO_API_KEY (if both are set they must be equal), the base URL from NANGO_BASE_URL or
 * else NANGO_HOSTPORT, and whether plain http is allowed from NANGO_ALLOW_PLAINTEXT_HTTP (1 or true, 0 or false). An
 * empty variable counts as not set; nango_client_new reports one that is invalid. No other thread may change the
 * environment meanwhile.
 */
NANGO_API
void nango_client_options_load_env(nango_client_options *options);

/* ---- Client ------------------------------------------------------------------------------------------ */

/**
 * A client for one Nango environment. Immutable: any number of threads may use one at once, and should share it,
 * because it keeps connections alive. Owned by the caller of nango_client_new and freed with nango_client_free;
 * connections, responses and errors that came from it may outlive it.
 */
typedef struct nango_client nango_client;

/**
 * Frees a client and closes its connections. NULL is allowed. Calls that other threads are making end as
 * NANGO_ERROR_CANCELLED, as by nango_client_shutdown, and the last of them frees the client: what was set with
 * nango_client_options_set_log must live until they have returned. It does not wait for them. No call may begin with the
 * client any more.
 */
NANGO_API
void nango_client_free(nango_client *client);

/**
 * Creates a client with these settings, which may be freed or changed afterwards. Sends nothing. Settings that were
 * not set are read from the environment, unless nango_client_options_set_read_env disables that: no other thread may
 * change the environment meanwhile. For an https base URL the system's certificate authorities are read.
 *
 * Owned: free with nango_client_free. Returns NULL and sets `*error` (NANGO_ERROR_INVALID_ARGUMENT) if a setting cannot
 * be used; `error` may be NULL.
 */
NANGO_API
NANGO_MUST_USE
nango_client *nango_client_new(const nango_client_options *options,
                               nango_error **error)
NANGO_OWNED(nango_client_free);

/**
 * Ends all calls of a client with NANGO_ERROR_CANCELLED: running calls within milliseconds, later ones immediately.
 * Cannot be undone. Any thread may call it. NULL is allowed.
 */
NANGO_API
void nango_client_shutdown(const nango_client *client);

/**
 * Removes a connection from the cache, with and without its refresh token: for example after the external API
 * rejected its token, or when the connection was changed elsewhere. A change by this client does so by itself. Later calls
 * request it from Nango; responses to earlier requests are not cached. Any thread may call it. Does nothing without a cache, or if an argument is NULL or not
 * UTF-8.
 */
NANGO_API
void nango_client_invalidate(const nango_client *client,
                             const char *connection_id,
                             const char *provider_config_key);

/**
 * Removes everything from the cache. Later calls request connections from Nango; responses to earlier requests are
 * not cached. Any thread may call it. Does nothing without a cache, or if `client` is NULL.
 */
NANGO_API
void nango_client_clear_cache(const nango_client *client);

/* ---- Cancel ------------------------------------------------------------------------------------------ */

/**
 * Cancels calls from another thread: see nango_call_options_set_cancel. One token may serve many calls. Any number of
 * threads may use it at once. Owned by the caller of nango_cancel_new and freed with nango_cancel_free, at any time:
 * options hold a reference of their own.
 */
typedef struct nango_cancel nango_cancel;

/**
 * Frees a token, without triggering it. NULL is allowed.
 */
NANGO_API void nango_cancel_free(nango_cancel *cancel);

/**
 * A token that has not been triggered. Owned: free with nango_cancel_free. Never NULL, except after an internal
 * error.
 */
NANGO_API
NANGO_MUST_USE
nango_cancel *nango_cancel_new(void)
NANGO_OWNED(nango_cancel_free);

/**
 * Ends every call that uses this token with NANGO_ERROR_CANCELLED: running calls within milliseconds, later ones
 * immediately. Cannot be undone. Not safe in a signal handler.
 */
NANGO_API
void nango_cancel_trigger(const nango_cancel *cancel);

/* ---- Call options ------------------------------------------------------------------------------------ */

/**
 * The settings of one call. Owned by the caller of nango_call_options_new and freed with nango_call_options_free.
 * Passing NULL for it means the defaults. Any number of calls may share one while no thread changes it.
 */
typedef struct nango_call_options nango_call_options;

/**
 * Frees the options. NULL is allowed. No call may be using them.
 */
NANGO_API void nango_call_options_free(nango_call_options *options);

/**
 * Settings with their defaults. Owned: free with nango_call_options_free. Never NULL, except after an internal
 * error.
 */
NANGO_API
NANGO_MUST_USE
nango_call_options *nango_call_options_new(void)
NANGO_OWNED(nango_call_options_free);

/**
 * How long this call may take, in milliseconds. Default: the client's timeout. Negative means the default; 0 expires
 * immediately.
 */
NANGO_API
void nango_call_options_set_timeout_ms(nango_call_options *options,
                                       int64_t total_ms);

/**
 * Lets `cancel` end the call. Default: NULL, no token. The options hold their own reference, so the token may be
 * freed at any time.
 */
NANGO_API
void nango_call_options_set_cancel(nango_call_options *options,
                                   const nango_cancel *cancel);

/**
 * Lets `asked` end the call: see nango_interrupt_fn. Default: NULL, no function. `user_data` must live until the
 * options are freed and no call runs.
 */
NANGO_API
void nango_call_options_set_interrupt(nango_call_options *options,
                                      nango_interrupt_fn asked,
                                      void *user_data);

/**
 * The maximum age of a connection from the cache, in milliseconds, if less than
 * nango_client_options_set_cache_ttl_ms. Default: no separate limit. Negative means the default; 0 bypasses the cache
 * and does not wait for another call, but the response is still cached. Without a cache it has no effect.
 */
NANGO_API
void nango_call_options_set_max_age_ms(nango_call_options *options,
                                       int64_t ms);

/**
 * Makes Nango refresh the credentials even if they have not expired. 0 is no, anything else yes. Default: no. Nango
 * advises against it at high traffic, and a failed refresh makes ordinary calls for this connection fail for 30 s.
 * Bypasses the cache and replaces its entry.
 */
NANGO_API
void nango_call_options_set_force_refresh(nango_call_options *options,
                                          int32_t on);

/**
 * Also requests the refresh token, which Nango omits by default. 0 is no, anything else yes. Default: no. The secret
 * key needs the scope to read credentials.
 */
NANGO_API
void nango_call_options_set_refresh_token(nango_call_options *options,
                                          int32_t on);

/**
 * Also renews the JSON web token of a GitHub App. 0 is no, anything else yes. Default: no. Old Nango servers do not
 * support it.
 */
NANGO_API
void nango_call_options_set_refresh_github_app_jwt_token(nango_call_options *options,
                                                         int32_t on);

/* ---- Connection -------------------------------------------------------------------------------------- */

/**
 * A connection: what Nango knows about one customer's access to one external API, with fresh credentials. Owned by the
 * caller of nango_get_connection and freed with nango_connection_free, which wipes it. Immutable: any number of
 * threads may read it at once. May outlive the client. With a cache several calls may return the same one: each
 * caller frees what it received, and the library wipes it when the cache and all callers have released it.
 *
 * Accessors return borrowed strings, UTF-8, which live as long as the connection: never free them. A member that is
 * absent, or has a type that Nango does not document, is NULL (or 0), as is every member of a NULL connection. For
 * members without an accessor use nango_connection_get_string and nango_connection_get_json.
 */
typedef struct nango_connection nango_connection;

/**
 * Frees a connection and all strings borrowed from it, once for each call that returned it, and wipes it unless the
 * cache or another caller still holds it. NULL is allowed. No other thread may be reading this caller's connection.
 */
NANGO_API
void nango_connection_free(nango_connection *connection);

/**
 * Gets a connection with fresh credentials: Nango refreshes those that expire within 15 minutes. Call it just before
 * you use the credentials; Nango advises to keep a token for at most 5 minutes. Blocks for at most the timeout. With a
 * cache (nango_client_options_set_cache_ttl_ms) it returns a recently fetched connection immediately.
 *
 * `connection_id` and `provider_config_key` are the ids that Nango's dashboard shows; any character is allowed and is
 * encoded. `options` may be NULL for the defaults, `error` may be NULL.
 *
 * Owned: free with nango_connection_free. Returns NULL and sets `*error` on failure; every kind of error is possible.
 * On success `*error` is set to NULL.
 */
NANGO_API
NANGO_MUST_USE
nango_connection *nango_get_connection(const nango_client *client,
                                       const char *connection_id,
                                       const char *provider_config_key,
                                       const nango_call_options *options,
                                       nango_error **error)
NANGO_OWNED(nango_connection_free);

/**
 * A connection from Nango's document, as nango_connection_json gives it: for tests without a server, and for a document
 * that was stored. Owned: free with nango_connection_free. Returns NULL and sets `*error` on failure:
 * NANGO_ERROR_DECODE names the place that is wrong. `error` may be NULL. On success `*error` is set to NULL.
 */
NANGO_API
NANGO_MUST_USE
nango_connection *nango_connection_from_json(const char *json,
                                             nango_error **error)
NANGO_OWNED(nango_connection_free);

/**
 * Nango's numeric id of the connection; 0 if the response has none.
 */
NANGO_API int64_t nango_connection_id(const nango_connection *connection);

/**
 * The id of the connection. NULL only for a NULL connection.
 */
NANGO_API const char *nango_connection_connection_id(const nango_connection *connection);

/**
 * The integration that the connection belongs to. NULL only for a NULL connection.
 */
NANGO_API const char *nango_connection_provider_config_key(const nango_connection *connection);

/**
 * The external API, such as "github"; NULL from Nango servers of 2023.
 */
NANGO_API const char *nango_connection_provider(const nango_connection *connection);

/**
 * When the connection was created, as sent: RFC 3339 in one of its forms.
 */
NANGO_API const char *nango_connection_created_at(const nango_connection *connection);

/**
 * When the connection was last changed, as sent: RFC 3339 in one of its forms.
 */
NANGO_API const char *nango_connection_updated_at(const nango_connection *connection);

/**
 * When the connection was last fetched, as sent: RFC 3339 in one of its forms.
 */
NANGO_API const char *nango_connection_last_fetched_at(const nango_connection *connection);

/**
 * The account id, which only Nango Cloud of 2023 sends. Returns 1 and stores it in `*account_id`, or returns 0 and
 * leaves `*account_id` unchanged. `account_id` may be NULL.
 */
NANGO_API
int32_t nango_connection_account_id(const nango_connection *connection,
                                    int64_t *account_id);

/**
 * The URL to which Nango sends this connection's webhooks instead of the environment's URL; NULL if there is none.
 */
NANGO_API
const char *nango_connection_webhook_url_override(const nango_connection *connection);

/**
 * The metadata that your product stored with the connection: the text of a JSON object, as sent.
 */
NANGO_API const char *nango_connection_metadata_json(const nango_connection *connection);

/**
 * The configuration of the connection, such as a subdomain: the text of a JSON object, as sent.
 */
NANGO_API const char *nango_connection_connection_config_json(const nango_connection *connection);

/**
 * The connection's tags: the text of a JSON object of strings, as sent.
 */
NANGO_API const char *nango_connection_tags_json(const nango_connection *connection);

/**
 * The end user who created the connection: the text of a JSON object, as sent.
 */
NANGO_API const char *nango_connection_end_user_json(const nango_connection *connection);

/**
 * The connection's errors: the text of a JSON array of objects with type and log_id, as sent.
 */
NANGO_API const char *nango_connection_errors_json(const nango_connection *connection);

/**
 * The whole document, as sent, from { to }. NULL only for a NULL connection.
 */
NANGO_API const char *nango_connection_json(const nango_connection *connection);

/**
 * What most programs read of a connection, in one text: for a language in which a call of a C function takes longer than the
 * library's work. These twelve members, with a byte 0xFF between each two, which no UTF-8 has, and the byte 0xFE for one that is
 * absent: id, the number of the auth mode and expires_at_ms in decimal digits, then connection_id, provider_config_key, provider,
 * auth_mode_name, created_at, updated_at, last_fetched_at, token and json as their accessors return them. A NUL follows. Borrowed,
 * and it holds secrets, as json does. NULL only for a NULL connection.
 */
NANGO_API
const uint8_t *nango_connection_joined(const nango_connection *connection);

/**
 * The text of the JSON string that a JSON pointer (RFC 6901) names in the document: "/metadata/plan", "/tags/team".
 * NULL if there is no such value, or if it is not a string or contains U+0000. The first lookup indexes the document;
 * later ones are cheap, however large it is.
 */
NANGO_API
const char *nango_connection_get_string(const nango_connection *connection,
                                        const char *json_pointer);

/**
 * The text of any JSON value that a JSON pointer (RFC 6901) names in the document, as sent, including number formats
 * and inner white space; "" names the whole document. NULL if there is no such value. The first lookup indexes the
 * document; later ones are cheap, and the text is copied once.
 */
NANGO_API
const char *nango_connection_get_json(const nango_connection *connection,
                                      const char *json_pointer);

/**
 * The whole document as a value, to be walked through: see nango_value. Indexed when it is first asked for, as by
 * nango_connection_get_string. NULL only for a NULL connection, or for a document of more than 2 GiB.
 */
NANGO_API
const nango_value *nango_connection_value(const nango_connection *connection);

/* ---- Credentials ------------------------------------------------------------------------------------- */

/**
 * How the external API of a connection authenticates: one of the `NANGO_AUTH_MODE_*` numbers. Later versions may add
 * numbers: use nango_connection_auth_mode_name for one that you do not know.
 */
typedef int32_t nango_auth_mode;

/**
 * There are no credentials: none are needed, or the secret key is not allowed to read them. Nango does not
 * distinguish the two.
 */
#define NANGO_AUTH_MODE_ABSENT 0

/**
 * A mode that is newer than the library, or no mode was sent. All data is still readable; see
 * nango_connection_auth_mode_name.
 */
#define NANGO_AUTH_MODE_UNKNOWN 1

/**
 * No authentication.
 */
#define NANGO_AUTH_MODE_NONE 2

/**
 * OAuth 1.0a: oauth_token, oauth_token_secret.
 */
#define NANGO_AUTH_MODE_OAUTH1 3

/**
 * OAuth 2: access_token, and refresh_token if requested.
 */
#define NANGO_AUTH_MODE_OAUTH2 4

/**
 * OAuth 2 client credentials: token; client_id and client_secret with nango_connection_credential.
 */
#define NANGO_AUTH_MODE_OAUTH2_CC 5

/**
 * HTTP basic authentication: username, password; either may be empty.
 */
#define NANGO_AUTH_MODE_BASIC 6

/**
 * An API key: api_key.
 */
#define NANGO_AUTH_MODE_API_KEY 7

/**
 * A GitHub App: access_token.
 */
#define NANGO_AUTH_MODE_APP 8

/**
 * The App Store, from old Nango servers: access_token; private_key with nango_connection_credential.
 */
#define NANGO_AUTH_MODE_APP_STORE 9

/**
 * A GitHub App together with a user's token: /credentials/app and /credentials/user with nango_connection_get_string.
 */
#define NANGO_AUTH_MODE_CUSTOM 10

/**
 * NetSuite's token-based authentication: token_id and token_secret with nango_connection_credential.
 */
#define NANGO_AUTH_MODE_TBA 11

/**
 * Tableau, from old Nango servers: token; pat_name and pat_secret with nango_connection_credential.
 */
#define NANGO_AUTH_MODE_TABLEAU 12

/**
 * A signed JSON web token: token.
 */
#define NANGO_AUTH_MODE_JWT 13

/**
 * Bill.com: username, password; organization_id, dev_key and session_id with nango_connection_credential.
 */
#define NANGO_AUTH_MODE_BILL 14

/**
 * Two steps, the second of which yields token.
 */
#define NANGO_AUTH_MODE_TWO_STEP 15

/**
 * A signature: username, password, token.
 */
#define NANGO_AUTH_MODE_SIGNATURE 16

/**
 * MCP over OAuth 2: access_token.
 */
#define NANGO_AUTH_MODE_MCP_OAUTH2 17

/**
 * MCP over OAuth 2 with dynamic client registration: access_token.
 */
#define NANGO_AUTH_MODE_MCP_OAUTH2_GENERIC 18

/**
 * A plugin that the customer installs: username, password.
 */
#define NANGO_AUTH_MODE_INSTALL_PLUGIN 19

/**
 * AWS Signature Version 4: access_key_id, secret_access_key, session_token, role_arn, region and service with
 * nango_connection_credential.
 */
#define NANGO_AUTH_MODE_AWS_SIGV4 20

/**
 * How the external API authenticates; NANGO_AUTH_MODE_ABSENT for NULL.
 */
NANGO_API nango_auth_mode nango_connection_auth_mode(const nango_connection *connection);

/**
 * The auth mode as sent, such as "OAUTH2", even if the library does not know it; NULL if none was sent.
 */
NANGO_API
const char *nango_connection_auth_mode_name(const nango_connection *connection);

/**
 * The token that authenticates a request, for the modes where a single string does: the access token of OAUTH2,
 * MCP_OAUTH2, MCP_OAUTH2_GENERIC, APP and APP_STORE, the token of OAUTH2_CC, JWT, TWO_STEP, TABLEAU and SIGNATURE, the
 * key of API_KEY. NULL for all other modes.
 */
NANGO_API
const char *nango_connection_token(const nango_connection *connection);

/**
 * The value of the Authorization header for a request to the external API: "Bearer " and the token or the key (OAUTH2,
 * OAUTH2_CC, MCP_OAUTH2, MCP_OAUTH2_GENERIC, APP, APP_STORE, JWT, SIGNATURE, TWO_STEP, API_KEY), or "Basic " and the encoded
 * username and password (BASIC, INSTALL_PLUGIN). NULL for the other modes, which one such header does not authenticate,
 * without credentials, and for a token that is empty or cannot stand in a header. Some APIs expect their key elsewhere:
 * nango_proxy knows where.
 */
NANGO_API
const char *nango_connection_authorization(const nango_connection *connection);

/**
 * The member access_token of the credentials.
 */
NANGO_API const char *nango_connection_access_token(const nango_connection *connection);

/**
 * The member refresh_token of the credentials, which Nango sends only if the call requests it: see
 * nango_call_options_set_refresh_token.
 */
NANGO_API const char *nango_connection_refresh_token(const nango_connection *connection);

/**
 * The member oauth_token of the credentials (OAUTH1).
 */
NANGO_API const char *nango_connection_oauth_token(const nango_connection *connection);

/**
 * The member oauth_token_secret of the credentials (OAUTH1).
 */
NANGO_API const char *nango_connection_oauth_token_secret(const nango_connection *connection);

/**
 * The member apiKey of the credentials (API_KEY).
 */
NANGO_API const char *nango_connection_api_key(const nango_connection *connection);

/**
 * The member username of the credentials; may be "".
 */
NANGO_API const char *nango_connection_username(const nango_connection *connection);

/**
 * The member password of the credentials; may be "".
 */
NANGO_API const char *nango_connection_password(const nango_connection *connection);

/**
 * Any string member of the credentials, by its name in Nango's response: "client_id", "dev_key", "session_token".
 * NULL if there is no such member or it is not a string. The result is remembered, so repeated calls are cheap.
 */
NANGO_API
const char *nango_connection_credential(const nango_connection *connection,
                                        const char *name);

/**
 * The credentials: the text of a JSON object, as sent; "{}" if none are needed or the secret key is not allowed to
 * read them.
 */
NANGO_API
const char *nango_connection_credentials_json(const nango_connection *connection);

/**
 * The external API's response that contained the credentials: JSON text, as sent.
 */
NANGO_API const char *nango_connection_raw_json(const nango_connection *connection);

/**
 * When the credentials expire, as sent: RFC 3339, or whatever the external API sent. NULL if they do not expire.
 */
NANGO_API
const char *nango_connection_expires_at(const nango_connection *connection);

/**
 * When the credentials expire, in milliseconds since 1970-01-01 UTC. Returns 1 and stores it in `*unix_ms`; returns 0
 * and leaves `*unix_ms` unchanged if they do not expire or if what was sent is not RFC 3339. `unix_ms` may be NULL.
 */
NANGO_API
int32_t nango_connection_expires_at_ms(const nango_connection *connection,
                                       int64_t *unix_ms);

/* ---- Request ----------------------------------------------------------------------------------------- */

/**
 * A request to an external API, which Nango forwards with the credentials of a connection: see nango_proxy. Or one to
 * Nango's own API: see nango_call. Owned by the caller of nango_request_new and freed with nango_request_free. Setters
 * copy their arguments and return nothing; the call reports an invalid value, names the setting and never repeats a
 * secret. With a NULL request a setter does nothing. Any number of calls may share one while no thread changes it,
 * unless its body comes from a reader: then it serves a single call.
 */
typedef struct nango_request nango_request;

/**
 * Frees the request. NULL is allowed. No call may be using it; responses do not need it.
 */
NANGO_API void nango_request_free(nango_request *request);

/**
 * A request with a method such as "GET" and an endpoint such as "/v1/items?limit=10": path and query below the
 * external API's base URL. Existing percent-encoding in the endpoint is kept, characters that a URL cannot contain are
 * encoded, and a missing leading slash is added. An absolute URL is an error (see
 * nango_request_set_base_url_override), as is a segment . or .., even if encoded. CONNECT and OPTIONS are errors:
 * Nango does not forward them.
 *
 * For nango_call it is a path of Nango's own API such as "/connections/{connectionId}", in which `{name}` is a segment
 * that nango_request_set_path_parameter sets. Any other brace is an error there.
 *
 * Owned: free with nango_request_free. Never NULL, except after an internal error: the call reports an invalid
 * argument.
 */
NANGO_API
NANGO_MUST_USE
nango_request *nango_request_new(const char *method,
                                 const char *endpoint)
NANGO_OWNED(nango_request_free);

/**
 * Sets the value of `{name}` in the path: one segment, which is encoded, even "..". `name` is written without its braces.
 * Setting it again replaces the value. Only for nango_call, for which a parameter that is in the path but not set, one
 * that is set but not in the path, and an empty value are errors.
 */
NANGO_API
void nango_request_set_path_parameter(nango_request *request,
                                      const char *name,
                                      const char *value);

/**
 * A JSON body, with the content type application/json: copied, and wiped when the request is freed. Text that is not
 * exactly one JSON value is an error of the call. NULL removes the body.
 */
NANGO_API
void nango_request_set_json(nango_request *request,
                            const char *json);

/**
 * Adds a query parameter, which is encoded and appended to those in the endpoint. May be called repeatedly, also with
 * the same name.
 */
NANGO_API
void nango_request_add_query(nango_request *request,
                             const char *name,
                             const char *value);

/**
 * Adds a header: in nango_call for Nango itself, see there; in nango_proxy for the external API, where Nango adds the
 * credentials. Content-Type takes precedence over the content type of the body. Headers that belong to the connection or to the body's framing are errors:
 * Connection, Content-Length, Expect, Host, Keep-Alive, Proxy-Authenticate, Proxy-Authorization, Proxy-Connection, TE,
 * Trailer, Transfer-Encoding, Upgrade, and names that begin with Nango-Proxy-, the prefix that the library adds. The
 * values of headers with the same name are joined with a comma, because Nango forwards only the last one.
 */
NANGO_API
void nango_request_add_header(nango_request *request,
                              const char *name,
                              const char *value);

/**
 * A body from memory: `len` bytes at `data`, which are copied, and wiped when the request is freed. `data` may be
 * NULL if `len` is 0. `content_type` is the type of the body; NULL stands for application/octet-stream. In nango_proxy
 * the external API receives the bytes unchanged and this type, unless a header Content-Type names another: see
 * nango_request_set_nango_parses_body. A Nango server accepts 75 MiB (78643200 bytes) by default.
 */
NANGO_API
void nango_request_set_body(nango_request *request,
                            const void *data,
                            size_t len,
                            const char *content_type);

/**
 * A body that is streamed and never held in memory as a whole: see nango_read_fn. With a `content_length` exactly that
 * many bytes are read, and the call fails if the reader ends early; negative means unknown, and the body is sent with
 * chunked encoding. Serves a single call. `content_type` is as for nango_request_set_body. `user_data` must live until
 * the request is freed and no call runs. NULL removes the body.
 */
NANGO_API
void nango_request_set_body_reader(nango_request *request,
                                   nango_read_fn read,
                                   void *user_data,
                                   int64_t content_length,
                                   const char *content_type);

/**
 * Replaces the base URL of the integration for this request, for example with "https://eu.api.example.com". Default:
 * NULL, the integration's base URL.
 */
NANGO_API
void nango_request_set_base_url_override(nango_request *request,
                                         const char *url);

/**
 * How often Nango itself retries a failed call to the external API. Default: never. Negative means the default. For
 * the library's own retries see nango_client_options_set_max_retries.
 */
NANGO_API
void nango_request_set_retries(nango_request *request,
                               int32_t retries);

/**
 * The `count` HTTP statuses for which Nango retries the call to the external API, in addition to those that it
 * retries by default. They are copied. A `count` of 0 means the default: no additional statuses.
 */
NANGO_API
void nango_request_set_retry_on(nango_request *request,
                                const int32_t *statuses,
                                size_t count);

/**
 * Makes Nango parse a JSON or form body, according to its content type, and serialize it again for the external API. 0 is
 * no, anything else yes. Default: no, the external API receives the bytes unchanged. A few APIs need it because Nango
 * adds credentials to the body: adyntel, mandrill and sage-member. It loses data: 12345678901234567890 arrives as
 * 12345678901234567000, 1.10 as 1.1, the form b=2&b=3 as b[]=2&b[]=3, and JSON that is not an object or array is an error.
 * Only for nango_proxy: an error in nango_call.
 */
NANGO_API
void nango_request_set_nango_parses_body(nango_request *request,
                                         int32_t on);

/**
 * Asks Nango to decompress the external API's response. 0 is no, anything else yes. Default: no. Nango 0.71 always
 * decompresses gzip.
 */
NANGO_API
void nango_request_set_decompress(nango_request *request,
                                  int32_t on);

/**
 * Makes Nango send the credentials along when it follows a redirect of the external API to another host. 0 is no, anything
 * else yes. Default: no, such a request goes without them. That host gets the credentials: use it only for an API whose
 * redirects you trust. Only for nango_proxy: an error in nango_call.
 */
NANGO_API
void nango_request_set_forward_headers_on_redirect(nango_request *request,
                                                   int32_t on);

/**
 * Says that a call of Nango's own API changes nothing more when it is made a second time, as with PUT and DELETE mostly: then
 * nango_call sends it again after a broken connection, too. 0 is no, anything else yes. Default: no. GET and HEAD need no
 * word of that. A DELETE that was sent again and finds no connection any more counts as done: its response has the status
 * 400. nango_proxy ignores it.
 */
NANGO_API
void nango_request_set_repeatable(nango_request *request,
                                  int32_t on);

/**
 * The idle timeout for sending the request body and reading the response body, in milliseconds: the limit of each
 * wait for the next part. Default: 30000. Negative means the default; 0 expires immediately.
 */
NANGO_API
void nango_request_set_idle_timeout_ms(nango_request *request,
                                       int64_t ms);

/* ---- Response ---------------------------------------------------------------------------------------- */

/**
 * The external API's response to a request through the proxy, or Nango's to a call of its own API. Owned by the caller of
 * nango_proxy or nango_call and freed with nango_response_free. One thread at a time may read it; it may outlive the
 * client and the request. It can be read only in the process that created it: reading in a child of fork fails with
 * NANGO_ERROR_IO.
 *
 * Accessors return borrowed pointers, which live as long as the response.
 */
typedef struct nango_response nango_response;

/**
 * What nango_call_until waits for: one of the `NANGO_UNTIL_*` numbers.
 */
typedef int32_t nango_until;

/**
 * A response other than Nango's 404 not_found.
 */
#define NANGO_UNTIL_FOUND 1

/**
 * A list with an item: the response, or its first member that is an array.
 */
#define NANGO_UNTIL_NOT_EMPTY 2

/**
 * Frees a response. If it was not read to its end, closes its connection, so that the rest is not downloaded. NULL is
 * allowed.
 */
NANGO_API
void nango_response_free(nango_response *response);

/**
 * Sends a request to the external API of a connection, through Nango's proxy, which adds the credentials: they never
 * leave Nango. Blocks until the response headers have arrived, at most for the timeout; read the body afterwards.
 *
 * Every response of the external API is returned as a response, whatever its status: check nango_response_status. A
 * failure of Nango itself is an error with Nango's code; docs/proxy.md has the rules that distinguish them. The
 * library retries only a request that cannot have reached Nango, and a GET or HEAD also after a lost connection; never
 * after its body's reader was called. NANGO_ERROR_RATE_LIMITED is Nango's limit; a response with the status 429 is the
 * external API's.
 *
 * A NULL `options` means the defaults. Timeout, cancel and interrupt apply, the latter two to reading the body too:
 * the user data of nango_call_options_set_interrupt must then live until the response is freed. A setting that applies
 * only to nango_get_connection fails with NANGO_ERROR_INVALID_ARGUMENT.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_API
NANGO_MUST_USE
nango_response *nango_proxy(const nango_client *client,
                            const char *connection_id,
                            const char *provider_config_key,
                            const nango_request *request,
                            const nango_call_options *options,
                            nango_error **error)
NANGO_OWNED(nango_response_free);

/**
 * Makes any call of Nango's own API. `{name}` in the request's path, such as "/connections/{connectionId}", is one segment: see
 * nango_request_set_path_parameter. Headers of the request go to Nango; those that the library sets itself are errors:
 * Accept, Accept-Encoding, Authorization, Content-Encoding, Content-Type and User-Agent, and those of a connection. So are a
 * path below /proxy, which is nango_proxy's, and the settings of a request that only the proxy has. Blocks until the
 * whole response has arrived, at most for the timeout.
 *
 * A response means that Nango did as asked: its status is 200 to 299. Anything else is an error with Nango's code, and what
 * Nango said of each field is in nango_error_value; a web page is NANGO_ERROR_NOT_NANGO. NANGO_ERROR_NOT_FOUND still means a
 * connection that does not exist: anything else that is not found is NANGO_ERROR_API with the status 404. GET and HEAD are
 * retried as nango_get_connection is; anything else only if it cannot have reached Nango, or on Nango's own 429: see also
 * nango_request_set_repeatable.
 *
 * A NULL `options` means the defaults. Timeout, cancel and interrupt apply. A setting that only a call for a connection has is
 * NANGO_ERROR_INVALID_ARGUMENT.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_API
NANGO_MUST_USE
nango_response *nango_call(const nango_client *client,
                           const nango_request *request,
                           const nango_call_options *options,
                           nango_error **error)
NANGO_OWNED(nango_response_free);

/**
 * Repeats a call of Nango's own API until its response is what `until` says: at once, after half a second, and then every
 * second or two. See nango_call. The timeout is that of the whole wait, after which the error is NANGO_ERROR_TIMEOUT. Any
 * other error ends the wait, but for the 404 that NANGO_UNTIL_FOUND waits to pass.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_API
NANGO_MUST_USE
nango_response *nango_call_until(const nango_client *client,
                                 const nango_request *request,
                                 nango_until until,
                                 const nango_call_options *options,
                                 nango_error **error)
NANGO_OWNED(nango_response_free);

/**
 * The HTTP status of the external API's response, or of Nango's to nango_call. 0 for NULL.
 */
NANGO_API int32_t nango_response_status(const nango_response *response);

/**
 * The value of the first header with this name, ignoring case; NULL if there is none.
 */
NANGO_API const char *nango_response_header(const nango_response *response, const char *name);

/**
 * The number of headers; each header of the same name counts.
 */
NANGO_API size_t nango_response_header_count(const nango_response *response);

/**
 * The name of header `i`, counted from 0, in lower case; NULL if `i` is out of range.
 */
NANGO_API const char *nango_response_header_name(const nango_response *response, size_t i);

/**
 * The value of header `i`, counted from 0; NULL if `i` is out of range. A value that is not UTF-8 is read as ISO
 * 8859-1.
 */
NANGO_API
const char *nango_response_header_value(const nango_response *response,
                                        size_t i);

/**
 * Reads the next part of the body into `buffer`, at least one byte and at most `capacity`; waits for it at most for
 * the request's idle timeout. Returns the number of bytes, 0 at the end, or -1 on failure with the error in `*error`,
 * which may be NULL: the body is then incomplete, and further reads fail too.
 */
NANGO_API
int64_t nango_response_read(nango_response *response,
                            void *buffer,
                            size_t capacity,
                            nango_error **error);

/**
 * The body, or the part that was not read yet, collected in memory, with its length in `*len`, which may be NULL. A
 * NUL that the length does not count follows it. NULL on failure, with the error in `*error`, which may be NULL:
 * NANGO_ERROR_TOO_LARGE if there is more than nango_client_options_set_max_response_bytes allows.
 */
NANGO_API
const void *nango_response_body(nango_response *response,
                                size_t *len,
                                nango_error **error);

/**
 * The text of the JSON string that a JSON pointer (RFC 6901) names in the body, such as "/items/0/name". Collects the
 * body first, as nango_response_body does. NULL if there is no such value, if it is not a string or contains U+0000,
 * or if the body is not JSON or cannot be read.
 */
NANGO_API
const char *nango_response_get_string(nango_response *response,
                                      const char *json_pointer);

/**
 * The JSON text of the value that a JSON pointer (RFC 6901) names in the body; "" names the whole. Collects the body
 * first, as nango_response_body does. NULL if there is no such value, or if the body is not JSON or cannot be read.
 */
NANGO_API
const char *nango_response_get_json(nango_response *response,
                                    const char *json_pointer);

/**
 * The body as a JSON value, to be walked through: see nango_value. Collects the body first, as nango_response_body does, and
 * indexes it once. NULL on failure, with the error in `*error`, which may be NULL: NANGO_ERROR_DECODE if the body is not JSON,
 * is nested deeper than 128 levels, or is longer than 2 GiB; and the errors of nango_response_body.
 */
NANGO_API
const nango_value *nango_response_value(nango_response *response,
                                        nango_error **error);

/* ---- Pages ------------------------------------------------------------------------------------------- */

/**
 * The pages of a list of Nango's API, requested one after the other. Owned by the caller of nango_pages_new and freed with
 * nango_pages_free. One thread at a time may use it; it needs neither the request that it was made of nor the responses
 * that it returned.
 */
typedef struct nango_pages nango_pages;

/**
 * How pages are requested: one of the `NANGO_PAGE_STYLE_*` numbers.
 */
typedef int32_t nango_page_style;

/**
 * By number, from 0: the query parameters page and limit. A page with fewer items than limit is the last; without a limit
 * an empty one is.
 */
#define NANGO_PAGE_STYLE_NUMBER 1

/**
 * By the cursor in the page before: its member next_cursor, and the query parameter cursor. A page without one is the last.
 */
#define NANGO_PAGE_STYLE_CURSOR 2

/**
 * Frees the pages. NULL is allowed. Responses that came from them do not need them.
 */
NANGO_API void nango_pages_free(nango_pages *pages);

/**
 * The pages of the list that this request returns, such as a GET of "/connections" with the query parameter limit. They
 * begin with the page or the cursor that its query has. The request is copied, except for a body from a reader. Sends
 * nothing.
 *
 * Owned: free with nango_pages_free. Never NULL, except after an internal error: a NULL request and an unknown style are
 * reported by nango_pages_next.
 */
NANGO_API
NANGO_MUST_USE
nango_pages *nango_pages_new(const nango_request *request,
                             nango_page_style style)
NANGO_OWNED(nango_pages_free);

/**
 * Requests the next page, as nango_call makes a call: each page has the timeout, the cancel and the retries of `options` for
 * itself. NULL without an error after the last page. After an error the same page can be requested again. Fails with
 * NANGO_ERROR_DECODE if a page is not JSON, or if the list would never end: a cursor that was there before, more than 100 empty
 * pages in a row, or more than 100 that were there before.
 *
 * Owned: free with nango_response_free. Returns NULL and sets `*error` on failure, and sets `*error` to NULL at the end;
 * `error` may be NULL.
 */
NANGO_API
NANGO_MUST_USE
nango_response *nango_pages_next(nango_pages *pages,
                                 const nango_client *client,
                                 const nango_call_options *options,
                                 nango_error **error)
NANGO_OWNED(nango_response_free);

/* ---- Completion queue -------------------------------------------------------------------------------- */

/**
 * A call that has ended, with what it returned. Owned by the caller of nango_queue_next and freed with nango_completion_free. One
 * thread at a time may use it; it may outlive the queue and the client.
 */
typedef struct nango_completion nango_completion;

/**
 * Calls that run on threads of the library, so that the thread of an event loop need not wait: it starts them with
 * nango_queue_get_connection and nango_queue_call, waits for nango_queue_descriptor together with all else that it waits for,
 * and takes what they returned with nango_queue_next. Any number of threads may use one at once. Owned by the caller of
 * nango_queue_new and freed with nango_queue_free.
 *
 * A child of fork has a queue of its own, with the same handle and a descriptor of its own, in which nothing is.
 */
typedef struct nango_queue nango_queue;

/**
 * Frees a call that has ended, with what it returned. NULL is allowed.
 */
NANGO_API void nango_completion_free(nango_completion *completion);

/**
 * Frees a queue. Calls that no thread has begun are never made; those that run are waited for, so end them first if they may
 * take long: with nango_client_shutdown, or their nango_cancel. What they returned and nobody has taken is freed. NULL is
 * allowed. No thread may be using the queue.
 */
NANGO_API
void nango_queue_free(nango_queue *queue);

/**
 * A queue for the calls of a client, which have at most `max_threads` threads: so many of them run at once, at least 1. Others
 * wait for their turn, which their timeout does not count. A thread is started when a call finds none that is free, and stays
 * until the queue is freed. Signals are blocked on them; the hooks and the log function of the client run there. The client may
 * be freed before the queue, which ends its calls as NANGO_ERROR_CANCELLED.
 *
 * Owned: free with nango_queue_free. Returns NULL and sets `*error` on failure: NANGO_ERROR_INVALID_ARGUMENT, or NANGO_ERROR_IO if
 * the system has no free descriptor; `error` may be NULL.
 */
NANGO_API
NANGO_MUST_USE
nango_queue *nango_queue_new(const nango_client *client,
                             size_t max_threads,
                             nango_error **error)
NANGO_OWNED(nango_queue_free);

/**
 * What an event loop waits for: a descriptor that is readable as long as nango_queue_next would return a call, and sometimes when
 * it returns NULL. On Windows it is a socket. It belongs to the queue: neither read nor close it. -1 if a child of
 * fork has no free descriptor; nango_queue_next then works all the same.
 */
NANGO_API
int64_t nango_queue_descriptor(const nango_queue *queue);

/**
 * Starts nango_get_connection on a thread. Returns at once, also with a cache; what is wrong with the arguments is the result
 * of the call, as any other failure. The arguments are copied and may be freed afterwards. What the options point to (see nango_call_options_set_interrupt) must live until nango_queue_next
 * has returned the call.
 *
 * `tag` is any number by which the program knows the call, such as an index or a pointer: see nango_completion_tag. Does nothing
 * if `queue` is NULL.
 */
NANGO_API
void nango_queue_get_connection(const nango_queue *queue,
                                const char *connection_id,
                                const char *provider_config_key,
                                const nango_call_options *options,
                                uint64_t tag);

/**
 * Starts nango_call on a thread: see nango_queue_get_connection. A body that comes from a
 * reader is NANGO_ERROR_INVALID_ARGUMENT.
 */
NANGO_API
void nango_queue_call(const nango_queue *queue,
                      const nango_request *request,
                      const nango_call_options *options,
                      uint64_t tag);

/**
 * The first call that has ended and was not taken yet; NULL if there is none. Never waits.
 *
 * Owned: free with nango_completion_free.
 */
NANGO_API
NANGO_MUST_USE
nango_completion *nango_queue_next(const nango_queue *queue)
NANGO_OWNED(nango_completion_free);

/**
 * The number that the call was started with. 0 for NULL.
 */
NANGO_API uint64_t nango_completion_tag(const nango_completion *completion);

/**
 * The connection that nango_queue_get_connection got; NULL if it failed, and of any other call. Borrowed: it is freed with the
 * completion.
 */
NANGO_API
const nango_connection *nango_completion_connection(const nango_completion *completion);

/**
 * The response that nango_queue_call got; NULL if it failed, of any other call, and if it was taken before.
 *
 * Owned: free with nango_response_free. It may outlive the completion.
 */
NANGO_API
NANGO_MUST_USE
nango_response *nango_completion_take_response(nango_completion *completion)
NANGO_OWNED(nango_response_free);

/**
 * Why the call failed; NULL if it did not. Borrowed: it is freed with the completion.
 */
NANGO_API const nango_error *nango_completion_error(const nango_completion *completion);

/* ---- Webhooks ---------------------------------------------------------------------------------------- */

/**
 * A webhook that Nango sent and that is signed. Owned by the caller of nango_webhook_parse and freed with
 * nango_webhook_free. Immutable: any number of threads may read it at once.
 */
typedef struct nango_webhook nango_webhook;

/**
 * Whether a webhook was signed with this key, compared in constant time: 1 or 0. `signature` is the value of its header
 * X-Nango-Hmac-Sha256, with white space around it or not. X-Nango-Signature, which Nango sends beside it, can be forged and is
 * never accepted. The key is the webhook signing key of the environment, which is not the API key. The body is what was
 * received, byte by byte. 0 too if an argument is NULL, if the key is empty, or if `signature` is no signature at all.
 *
 * A signature does not say when the webhook was sent: a copy of it is signed too.
 */
NANGO_API
int32_t nango_webhook_is_signed(const void *body,
                                size_t len,
                                const char *signature,
                                const char *signing_key);

/**
 * Frees a webhook. NULL is allowed.
 */
NANGO_API void nango_webhook_free(nango_webhook *webhook);

/**
 * Reads a webhook that was signed with this key: see nango_webhook_is_signed for the arguments. It fails with
 * NANGO_ERROR_WEBHOOK_SIGNATURE if the webhook is not signed, also if `signature` is NULL, as where the header is missing:
 * answer 401. It fails with NANGO_ERROR_DECODE if the body is not JSON, or is nested deeper than 128 levels.
 *
 * Owned: free with nango_webhook_free. Returns NULL and sets `*error` on failure; `error` may be NULL.
 */
NANGO_API
NANGO_MUST_USE
nango_webhook *nango_webhook_parse(const void *body,
                                   size_t len,
                                   const char *signature,
                                   const char *signing_key,
                                   nango_error **error)
NANGO_OWNED(nango_webhook_free);

/**
 * What a webhook says, to be walked through: see nango_value. Borrowed: it lives as long as the webhook. Webhooks of Nango are
 * objects with a member type, such as "auth", "sync", "async_action" or "forward"; nango_api.h lists what else they have. One
 * of an external API that Nango cannot assign to a connection is forwarded as it came: any JSON, which that API chooses. NULL
 * only for a NULL webhook.
 */
NANGO_API
const nango_value *nango_webhook_value(const nango_webhook *webhook);

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* NANGO_H */
