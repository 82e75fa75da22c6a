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
 * The number of the ABI that this header describes, which is also the number in the SONAME `libnango.so.0`.
 * A program runs with every library of the same number that is not older than its header.
 */
#define NANGO_ABI_VERSION 0

/**
 * The version of the library that is loaded, such as "0.1.0". Static: never NULL, never freed.
 */
NANGO_API const char *nango_version(void);

/**
 * The ABI number of the library that is loaded. A program that loads libnango by hand compares it with
 * `NANGO_ABI_VERSION`.
 */
NANGO_API
uint32_t nango_abi_version(void);

/* ---- Callbacks --------------------------------------------------------------------------------------- */

/**
 * The level of a message: a call failed for good.
 */
#define NANGO_LOG_ERROR 1

/**
 * The level of a message: an attempt failed and is made again.
 */
#define NANGO_LOG_WARN 2

/**
 * The level of a message: an attempt was answered.
 */
#define NANGO_LOG_INFO 3

/**
 * The level of a message: which connection is asked for, and what the cache does about it.
 */
#define NANGO_LOG_DEBUG 4

/**
 * The level of a message: every step.
 */
#define NANGO_LOG_TRACE 5

/**
 * Receives a message of the log. Called on the thread that makes the call, on many at once if many call. `message` is
 * gone when it returns. It must not call the same client, throw, longjmp, or end the thread.
 */
typedef void (*nango_log_fn)(void *user_data, int32_t level, const char *message);

/**
 * Asked while a call waits: anything but 0 ends the call as NANGO_ERROR_CANCELLED. Called on the thread that makes the
 * call, whenever a signal interrupts a wait and at least every 100 ms of waiting. It may make calls of its own, also of
 * the same client, shut that down, and fork; it must not throw, longjmp, or end the thread.
 */
typedef int32_t (*nango_interrupt_fn)(void *user_data);

/**
 * Gives the next part of a request's body: writes at most `capacity` bytes to `buffer` and returns how many, 0 at the end
 * of the body, or a negative number to give up, which ends the call as NANGO_ERROR_CANCELLED. Called on the thread that
 * makes the call, while the call's timeout runs: the library cannot end a wait of the function's own. It must not call the
 * same client, throw, longjmp, or end the thread.
 */
typedef int64_t (*nango_read_fn)(void *user_data, void *buffer, size_t capacity);

/* ---- Values ------------------------------------------------------------------------------------------ */

/**
 * A value in a JSON document that was indexed once: nango_response_value, nango_connection_value and nango_error_value give
 * the whole document, and each look-up in it costs as good as nothing, however large it is. Borrowed, with every string and
 * value that comes from it: never free one; it lives as long as the response, connection or error that it belongs to. Those
 * of a connection or an error may be read by any number of threads at once, and those of a response too, while nobody uses
 * the response itself.
 *
 * NULL is no value: what is absent. Every function takes it, and gives NULL or 0.
 */
typedef struct nango_value nango_value;

/**
 * What a value is: one of the `NANGO_VALUE_*` numbers.
 */
typedef int32_t nango_value_type;

/**
 * No value: what a NULL handle says.
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
 * The key of member `i` of an object, from 0 on; NULL if there are no more, if it is no object, or if the key holds U+0000
 * or a lone surrogate, which no C string can.
 */
NANGO_API
const char *nango_value_key_at(const nango_value *value,
                               size_t i);

/**
 * The value of the member of an object that has this key, of several the last; NULL if there is none, if `value` is no
 * object, or if `key` is NULL or not UTF-8. Takes a JSON key, no pointer: "a/b" is one key.
 */
NANGO_API
const nango_value *nango_value_get(const nango_value *value,
                                   const char *key);

/**
 * The text of a string; NULL if it is none, or if it holds U+0000 or a lone surrogate: nango_value_json has those as
 * escapes.
 */
NANGO_API
const char *nango_value_string(const nango_value *value);

/**
 * A number without fraction and exponent that fits: returns 1 and stores it in `*number`, which may be NULL. Returns 0 and
 * leaves `*number` as it is if the value is no such number.
 */
NANGO_API
int32_t nango_value_int64(const nango_value *value,
                          int64_t *number);

/**
 * A number as the nearest double: returns 1 and stores it in `*number`, which may be NULL. Returns 0 and leaves `*number` as
 * it is if the value is no number, or is beyond the largest double. An integer above 2^53 may be rounded.
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
 * What went wrong in a call. Owned by whoever passed the `nango_error **` that received it, and freed with
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
 * No error: what a NULL handle says.
 */
#define NANGO_ERROR_NONE 0

/**
 * An argument or a setting is wrong and nothing was sent. The message names it: mend the program.
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
 * The HTTP proxy cannot be reached, refuses, stalls, or is none. The message says which. Retryable.
 */
#define NANGO_ERROR_HTTP_PROXY 5

/**
 * The deadline passed. Retryable, unless a forced refresh may have been under way.
 */
#define NANGO_ERROR_TIMEOUT 6

/**
 * The call was cancelled or interrupted, or its client shut down. Not retryable: somebody wanted it so.
 */
#define NANGO_ERROR_CANCELLED 7

/**
 * The connection broke off midway. Retryable, unless a forced refresh may have been under way.
 */
#define NANGO_ERROR_IO 8

/**
 * Nango's answer contradicts its own documentation. The message gives the place as a JSON pointer.
 */
#define NANGO_ERROR_DECODE 9

/**
 * The answer is larger than max_response_bytes, or its head than 16 KiB.
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
 * Nango says that this environment has no such connection under this integration. It is never a 404 of something in
 * between. Mark the customer as not connected and ask to reconnect; do not delete the row: a configuration mistake looks
 * the same. See docs/errors.md, "When a connection is not found".
 */
#define NANGO_ERROR_NOT_FOUND 13

/**
 * Nango could not refresh the credentials. Retryable after 30 seconds unless Nango gave up; if it goes on, the
 * customer has to connect again.
 */
#define NANGO_ERROR_REFRESH_FAILED 14

/**
 * 429: too many requests. Wait for nango_error_retry_after_ms. Retryable.
 */
#define NANGO_ERROR_RATE_LIMITED 15

/**
 * Any other refusal in Nango's own format: nango_error_code and nango_error_server_message tell which.
 */
#define NANGO_ERROR_API 16

/**
 * Nango or a server in front of it failed: a 5xx, or the 401 of a Nango server without its database. Retryable, unless
 * a forced refresh may have been under way.
 */
#define NANGO_ERROR_SERVER 17

/**
 * The integration does not exist in the environment of this secret key: a wrong provider_config_key, or the key of
 * another environment.
 */
#define NANGO_ERROR_UNKNOWN_INTEGRATION 18

/**
 * The answer is none that Nango gives: a web page, a redirect, a bare 404. Is base_url right?
 */
#define NANGO_ERROR_NOT_NANGO 19

/**
 * A fault inside the library, which was caught. Please report it.
 */
#define NANGO_ERROR_INTERNAL 99

/**
 * Frees an error. NULL is allowed. No other thread may be reading it.
 */
NANGO_API void nango_error_free(nango_error *error);

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
 * What was wrong and what would be right, in the library's own words, for a log or a person. Holds no secret and
 * nothing that the server said. NULL only for a NULL error.
 */
NANGO_API
const char *nango_error_message(const nango_error *error);

/**
 * The HTTP status of the answer; 0 if there was none.
 */
NANGO_API int32_t nango_error_http_status(const nango_error *error);

/**
 * Nango's own code for the error, such as "unknown_provider_config"; NULL if the answer has none of 1 to 64
 * characters of `[a-z0-9_]`. Where Nango did not reach an external API it is the system's code for that, such as
 * "ECONNREFUSED".
 */
NANGO_API
const char *nango_error_code(const nango_error *error);

/**
 * What the server said about it, for people; NULL if it said nothing. May hold customer data (a failed refresh of
 * client credentials prints the connection's row): do not log it unasked.
 */
NANGO_API
const char *nango_error_server_message(const nango_error *error);

/**
 * The body of the answer, cut at 64 KiB, with U+FFFD in place of what is not UTF-8 and of U+0000; NULL if there was no
 * answer or it could not be decoded. May hold customer data: do not log it unasked.
 */
NANGO_API
const char *nango_error_body(const nango_error *error);

/**
 * The answer's body as a JSON value, in which Nango's findings on each field are: `{"error": {"code", "message", "errors"}}`.
 * NULL if there is no body, or it is no JSON, or was longer than 64 KiB. May hold customer data: do not log it unasked.
 */
NANGO_API
const nango_value *nango_error_value(const nango_error *error);

/**
 * How long the server asks to wait before the next try, in milliseconds: its Retry-After header, or on a 429 without
 * it the time until X-RateLimit-Reset. 0 is possible; -1 if not given.
 */
NANGO_API
int64_t nango_error_retry_after_ms(const nango_error *error);

/**
 * How often the call was tried; 0 if nothing left the machine. Trying the second route does not count.
 */
NANGO_API
int32_t nango_error_attempts(const nango_error *error);

/**
 * Whether the same call may succeed later and repeating it can do no harm: 1 or 0.
 */
NANGO_API int32_t nango_error_is_retryable(const nango_error *error);

/* ---- Client options ---------------------------------------------------------------------------------- */

/**
 * The settings of a client. Owned by the caller of nango_client_options_new and freed with
 * nango_client_options_free, also after a client was made from it. Setters copy what they are given and return
 * nothing; a bad value is reported by nango_client_new, which names the setting and repeats no secret. With NULL
 * options a setter does nothing. Any number of threads may use one while nobody sets.
 */
typedef struct nango_client_options nango_client_options;

/**
 * How the server is asked for a connection: one of the `NANGO_ROUTE_*` numbers.
 */
typedef int32_t nango_route;

/**
 * `GET /connection/{id}` and, if the server does not have it, `GET /connections/{id}`; what works is remembered.
 */
#define NANGO_ROUTE_AUTO 0

/**
 * `GET /connection/{id}`: the documented original, which every Nango server ever released has.
 */
#define NANGO_ROUTE_CONNECTION 1

/**
 * `GET /connections/{id}`: its present name.
 */
#define NANGO_ROUTE_CONNECTIONS 2

/**
 * Frees the options. NULL is allowed. No other thread may be using them.
 */
NANGO_API void nango_client_options_free(nango_client_options *options);

/**
 * Settings with their defaults. Owned: free with nango_client_options_free. Never NULL, except after a fault inside
 * the library.
 */
NANGO_API
NANGO_MUST_USE
nango_client_options *nango_client_options_new(void)
NANGO_OWNED(nango_client_options_free);

/**
 * The secret key of the Nango environment: printable ASCII without spaces. Required, here or in the environment: see
 * nango_client_options_set_read_env. The library's copy is wiped when the options are freed.
 */
NANGO_API
void nango_client_options_set_secret_key(nango_client_options *options,
                                         const char *secret_key);

/**
 * Where Nango is. Default: "https://api.nango.dev". May have a path prefix; must not have user information, a query or
 * a fragment. Plain http is accepted for loopback only: see nango_client_options_set_allow_plaintext_http.
 */
NANGO_API
void nango_client_options_set_base_url(nango_client_options *options,
                                       const char *url);

/**
 * Allows plain http:// to hosts beyond loopback (127.0.0.0/8, ::1, localhost, *.localhost), where anybody on the way
 * can read the secret key. 0 is no, anything else yes. Default: no.
 */
NANGO_API
void nango_client_options_set_allow_plaintext_http(nango_client_options *options,
                                                   int32_t allow);

/**
 * How the server is asked for a connection. Default: NANGO_ROUTE_AUTO.
 */
NANGO_API void nango_client_options_set_route(nango_client_options *options, nango_route route);

/**
 * How long a whole call may take, in milliseconds: one deadline for everything it does. Default: 30000. Negative is the
 * default, 0 has passed already.
 */
NANGO_API
void nango_client_options_set_timeout_ms(nango_client_options *options,
                                         int64_t total_ms);

/**
 * How long resolving, connecting and the TLS handshake may take together, in milliseconds, within the whole. Looking
 * up a host name waits for the system's resolver and is bounded by its settings. Default: 10000. Negative is the
 * default, 0 has passed already.
 */
NANGO_API
void nango_client_options_set_connect_timeout_ms(nango_client_options *options,
                                                 int64_t ms);

/**
 * How often a failed call is tried again. Default: 2. Negative is the default, 0 is never. Tried again is what may help
 * and can do no harm: a failure to resolve or connect, a connection that broke before an answer, and the answers 408,
 * 429, 500, 502, 503, 504; after a pause that grows, is jittered, obeys Retry-After and never goes beyond the timeout. A
 * forced refresh is repeated only if the server cannot have begun it, or said 429.
 */
NANGO_API
void nango_client_options_set_max_retries(nango_client_options *options,
                                          int32_t retries);

/**
 * How large an answer may be, in bytes; a larger one is NANGO_ERROR_TOO_LARGE. Default: 16777216 (16 MiB). Negative is
 * the default, 0 allows an empty answer only.
 */
NANGO_API
void nango_client_options_set_max_response_bytes(nango_client_options *options,
                                                 int64_t bytes);

/**
 * The HTTP proxy that every connection goes through, as "http://user:password@proxy.example:3128"; "" for none.
 * Default (NULL): what the environment says, by curl's rules: https_proxy or HTTPS_PROXY for an https base URL, http_proxy
 * for plain http, else all_proxy or ALL_PROXY, but not for the hosts in no_proxy or NO_PROXY. A tunnel (CONNECT) is asked
 * for, so an https connection is private to the proxy too.
 */
NANGO_API
void nango_client_options_set_http_proxy(nango_client_options *options,
                                         const char *url);

/**
 * The path of a file of certificates in PEM that are trusted beside the system's. Read by nango_client_new. Default: none.
 */
NANGO_API
void nango_client_options_set_ca_file(nango_client_options *options,
                                      const char *pem_path);

/**
 * Keeps connections and hands them out again while they are younger than this, in milliseconds. Default: 0, no cache.
 * Negative is the default; more than 300000 (5 minutes, for which Nango advises to keep a token at most) is refused.
 *
 * Calls with the same connection id, provider config key and nango_call_options_set_refresh_token share an entry, and one
 * request if they come at once; each keeps its own timeout, cancel and interrupt. The age counts from when the request
 * began, by a clock that runs on while the machine sleeps. What expires within 60 s is not handed out, and errors are not
 * kept. There are at most 10000 entries; the least recently used goes first. A child of fork begins with none.
 */
NANGO_API
void nango_client_options_set_cache_ttl_ms(nango_client_options *options,
                                           int64_t ttl_ms);

/**
 * Tells `log` what happens, up to `max_level`: one of the `NANGO_LOG_*` numbers, 0 or a NULL function for nothing.
 * Default: nothing. Each attempt is told with method, route, status, time and size, and what is tried again and why. Ids
 * are told from NANGO_LOG_DEBUG on; a secret or what the server said never. `user_data` must live until the options and
 * every client made from them are freed and no call runs.
 */
NANGO_API
void nango_client_options_set_log(nango_client_options *options,
                                  nango_log_fn log,
                                  void *user_data,
                                  int32_t max_level);

/**
 * The name of your program, such as "my-app/1.0", put before "libnango/x.y.z" in the User-Agent header. Printable
 * ASCII. Default: none.
 */
NANGO_API
void nango_client_options_set_user_agent(nango_client_options *options,
                                         const char *product);

/**
 * Adds a header to every request, for an access gateway in front of Nango. The value is treated as a secret. Names that
 * the library or the connection sets, such as Authorization, Host or Content-Length, are refused.
 */
NANGO_API
void nango_client_options_add_header(nango_client_options *options,
                                     const char *name,
                                     const char *value);

/**
 * Whether nango_client_new reads the environment. Default: yes. It then fills what was not set, as
 * nango_client_options_load_env does, and obeys the variables that name an HTTP proxy (see
 * nango_client_options_set_http_proxy) and certificates (SSL_CERT_FILE, SSL_CERT_DIR). With 0 it reads no variable at all.
 */
NANGO_API
void nango_client_options_set_read_env(nango_client_options *options,
                                       int32_t read);

/**
 * Fills what was not set from the environment, now rather than in nango_client_new: the secret key from NANGO_SECRET_KEY
 * or else NANGO_API_KEY (both may be set only if they are the same), the base URL from NANGO_BASE_URL or else
 * NANGO_HOSTPORT, the permission for plain http from NANGO_ALLOW_PLAINTEXT_HTTP (1 or true, 0 or false). An empty variable
 * counts as not set; one that cannot be used is reported by nango_client_new. No other thread may be changing the
 * environment.
 */
NANGO_API
void nango_client_options_load_env(nango_client_options *options);

/* ---- Client ------------------------------------------------------------------------------------------ */

/**
 * A client of one Nango environment. Immutable: any number of threads may use one at once, and should, since it keeps
 * connections alive. Owned by the caller of nango_client_new and freed with nango_client_free; connections, responses and
 * errors that came from it may outlive it.
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
 * Makes a client with these settings, which may be freed or changed afterwards. Nothing is sent. What was not set is
 * filled from the environment, unless nango_client_options_set_read_env forbids it: no other thread may be changing the
 * environment meanwhile. For an https base URL the system's certificate authorities are read.
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
 * Ends all calls of a client as NANGO_ERROR_CANCELLED: those under way within milliseconds, later ones at once. Final. Any
 * thread may do it. NULL is allowed.
 */
NANGO_API
void nango_client_shutdown(const nango_client *client);

/**
 * Forgets what the cache has of a connection, with and without its refresh token: after the external API refused its
 * token, say, or when it was deleted. Calls that begin afterwards ask Nango; what was asked for before is not kept. Any
 * thread may do it. Without a cache, or if an argument is NULL or not UTF-8, it does nothing.
 */
NANGO_API
void nango_client_invalidate(const nango_client *client,
                             const char *connection_id,
                             const char *provider_config_key);

/**
 * Forgets everything that the cache has. Calls that begin afterwards ask Nango; what was asked for before is not kept. Any
 * thread may do it. Without a cache, or if `client` is NULL, it does nothing.
 */
NANGO_API
void nango_client_clear_cache(const nango_client *client);

/* ---- Cancel ------------------------------------------------------------------------------------------ */

/**
 * Ends calls from another thread: see nango_call_options_set_cancel. One may serve many calls, before, while and after
 * they run. Any number of threads may use one at once. Owned by the caller of nango_cancel_new and freed with
 * nango_cancel_free, at any time: options hold a reference of their own.
 */
typedef struct nango_cancel nango_cancel;

/**
 * Frees a token, without triggering it. NULL is allowed.
 */
NANGO_API void nango_cancel_free(nango_cancel *cancel);

/**
 * A token that has not been triggered. Owned: free with nango_cancel_free. Never NULL, except after a fault inside the
 * library.
 */
NANGO_API
NANGO_MUST_USE
nango_cancel *nango_cancel_new(void)
NANGO_OWNED(nango_cancel_free);

/**
 * Ends every call that has this token, as NANGO_ERROR_CANCELLED: those under way within milliseconds, later ones at once.
 * Final. Not safe in a signal handler.
 */
NANGO_API
void nango_cancel_trigger(const nango_cancel *cancel);

/* ---- Call options ------------------------------------------------------------------------------------ */

/**
 * The settings of one call. Owned by the caller of nango_call_options_new and freed with nango_call_options_free.
 * NULL wherever one is asked for means the defaults. Any number of calls may share one while nobody sets.
 */
typedef struct nango_call_options nango_call_options;

/**
 * Frees the options. NULL is allowed. No call may be using them.
 */
NANGO_API void nango_call_options_free(nango_call_options *options);

/**
 * Settings with their defaults. Owned: free with nango_call_options_free. Never NULL, except after a fault inside the
 * library.
 */
NANGO_API
NANGO_MUST_USE
nango_call_options *nango_call_options_new(void)
NANGO_OWNED(nango_call_options_free);

/**
 * How long this call may take, in milliseconds. Default: what the client says. Negative is the default, 0 has passed
 * already.
 */
NANGO_API
void nango_call_options_set_timeout_ms(nango_call_options *options,
                                       int64_t total_ms);

/**
 * Lets `cancel` end the call. NULL is the default: nothing can. The options hold a reference of their own, so the token
 * may be freed at any time.
 */
NANGO_API
void nango_call_options_set_cancel(nango_call_options *options,
                                   const nango_cancel *cancel);

/**
 * Lets `asked` end the call, which it is asked while the call waits: see nango_interrupt_fn. NULL is the default: nothing
 * is asked. `user_data` must live until the options are freed and no call runs.
 */
NANGO_API
void nango_call_options_set_interrupt(nango_call_options *options,
                                      nango_interrupt_fn asked,
                                      void *user_data);

/**
 * How old a connection from the cache may be, in milliseconds, if that is less than nango_client_options_set_cache_ttl_ms.
 * Default: no limit of its own. Negative is the default; 0 takes nothing from the cache and waits for no other call, and the
 * answer is kept all the same. Without a cache it means nothing.
 */
NANGO_API
void nango_call_options_set_max_age_ms(nango_call_options *options,
                                       int64_t ms);

/**
 * Makes Nango refresh the credentials whatever their expiry says. 0 is no, anything else yes. Default: no. Nango
 * advises against it at high traffic, and a refresh that fails makes plain calls for this connection fail for 30 s. Takes
 * nothing from the cache and replaces what is there.
 */
NANGO_API
void nango_call_options_set_force_refresh(nango_call_options *options,
                                          int32_t on);

/**
 * Asks for the refresh token too, which Nango otherwise leaves out. 0 is no, anything else yes. Default: no. The secret
 * key needs the scope to read credentials.
 */
NANGO_API
void nango_call_options_set_refresh_token(nango_call_options *options,
                                          int32_t on);

/**
 * Also renews the JSON web token of a GitHub App. 0 is no, anything else yes. Default: no. Unknown to old Nango servers.
 */
NANGO_API
void nango_call_options_set_refresh_github_app_jwt_token(nango_call_options *options,
                                                         int32_t on);

/* ---- Connection -------------------------------------------------------------------------------------- */

/**
 * A connection: what Nango knows about one customer's access to one external API, with fresh credentials. Owned by the
 * caller of nango_get_connection and freed with nango_connection_free, which wipes it. Immutable: any number of threads
 * may read it at once. May outlive the client. With a cache several calls may get the same one: each frees what it got, and
 * it is wiped when the last of them and the cache have let go of it.
 *
 * Accessors return borrowed strings, UTF-8, which live as long as the connection: never free them. What is absent, or of
 * a type that Nango does not document, is NULL (or 0), and so is everything of a NULL connection. Members that have no
 * accessor are reached with nango_connection_get_string and nango_connection_get_json.
 */
typedef struct nango_connection nango_connection;

/**
 * Frees a connection with all strings borrowed from it, once for each call that returned it, and wipes it unless the
 * cache or another call still has it. NULL is allowed. No other thread may be reading what this call got.
 */
NANGO_API
void nango_connection_free(nango_connection *connection);

/**
 * Gets a connection with fresh credentials: Nango refreshes those that expire within 15 minutes. Fetch it just before
 * use; Nango advises to keep a token for 5 minutes at most. Blocks for at most the timeout. With a cache
 * (nango_client_options_set_cache_ttl_ms) a connection that was fetched a moment ago is returned at once.
 *
 * `connection_id` and `provider_config_key` are the ids as Nango's dashboard shows them; any character is allowed and
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
 * Nango's own number of the connection; 0 if the answer has none.
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
 * When the connection was made, as sent: RFC 3339 in one of its forms.
 */
NANGO_API const char *nango_connection_created_at(const nango_connection *connection);

/**
 * When the connection was last changed, as sent: RFC 3339 in one of its forms.
 */
NANGO_API const char *nango_connection_updated_at(const nango_connection *connection);

/**
 * When the connection was last asked for, as sent: RFC 3339 in one of its forms.
 */
NANGO_API const char *nango_connection_last_fetched_at(const nango_connection *connection);

/**
 * The account, which only Nango Cloud of 2023 sends. Returns 1 and stores it in `*account_id`, or returns 0 and leaves
 * `*account_id` as it is. `account_id` may be NULL.
 */
NANGO_API
int32_t nango_connection_account_id(const nango_connection *connection,
                                    int64_t *account_id);

/**
 * Where Nango sends this connection's webhooks instead of the environment's address; NULL if nowhere else.
 */
NANGO_API
const char *nango_connection_webhook_url_override(const nango_connection *connection);

/**
 * The metadata that your product stored with the connection: the text of a JSON object, as sent.
 */
NANGO_API const char *nango_connection_metadata_json(const nango_connection *connection);

/**
 * What the connection was configured with, such as a subdomain: the text of a JSON object, as sent.
 */
NANGO_API const char *nango_connection_connection_config_json(const nango_connection *connection);

/**
 * The connection's tags: the text of a JSON object of strings, as sent.
 */
NANGO_API const char *nango_connection_tags_json(const nango_connection *connection);

/**
 * The customer's user who made the connection: the text of a JSON object, as sent.
 */
NANGO_API const char *nango_connection_end_user_json(const nango_connection *connection);

/**
 * What is wrong with the connection: the text of a JSON array of objects with type and log_id, as sent.
 */
NANGO_API
const char *nango_connection_errors_json(const nango_connection *connection);

/**
 * The whole document, as sent, from { to }. NULL only for a NULL connection.
 */
NANGO_API const char *nango_connection_json(const nango_connection *connection);

/**
 * The text of the JSON string that a JSON pointer (RFC 6901) names in the document: "/metadata/plan", "/tags/team".
 * NULL if there is no such value, if it is no string, or if it holds U+0000. The first look-up indexes the document; later ones
 * cost little, however large it is.
 */
NANGO_API
const char *nango_connection_get_string(const nango_connection *connection,
                                        const char *json_pointer);

/**
 * The text of any JSON value that a JSON pointer (RFC 6901) names in the document, as sent, numbers and inner white
 * space included; "" names the whole. NULL if there is no such value. The first look-up indexes the document; later ones cost
 * little, and the text is copied once.
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
 * numbers: go by nango_connection_auth_mode_name for one that you do not know.
 */
typedef int32_t nango_auth_mode;

/**
 * There are no credentials: none are needed, or the secret key may not read them. Nango does not say which.
 */
#define NANGO_AUTH_MODE_ABSENT 0

/**
 * A mode that is newer than the library, or none named. Everything is still readable; see nango_connection_auth_mode_name.
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
 * OAuth 2: access_token, and refresh_token when asked for.
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
 * MCP over OAuth 2 with a client registered on the fly: access_token.
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
 * The auth mode as sent, such as "OAUTH2", also where the library does not know it; NULL if none was sent.
 */
NANGO_API
const char *nango_connection_auth_mode_name(const nango_connection *connection);

/**
 * What authenticates a request, where one string does: the access token of OAUTH2, MCP_OAUTH2, MCP_OAUTH2_GENERIC, APP and
 * APP_STORE, the token of OAUTH2_CC, JWT, TWO_STEP, TABLEAU and SIGNATURE, the key of API_KEY. NULL for all other modes.
 */
NANGO_API
const char *nango_connection_token(const nango_connection *connection);

/**
 * The member access_token of the credentials.
 */
NANGO_API const char *nango_connection_access_token(const nango_connection *connection);

/**
 * The member refresh_token of the credentials, which Nango sends only if the call asks for it:
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
 * Any string member of the credentials by its name in Nango's answer: "client_id", "dev_key", "session_token". NULL if
 * there is no such member or it is no string. Remembered: asking again costs little.
 */
NANGO_API
const char *nango_connection_credential(const nango_connection *connection,
                                        const char *name);

/**
 * The credentials: the text of a JSON object, as sent; "{}" if none are needed or the secret key may not read them.
 */
NANGO_API
const char *nango_connection_credentials_json(const nango_connection *connection);

/**
 * What the external API said when it gave the credentials: JSON text, as sent.
 */
NANGO_API const char *nango_connection_raw_json(const nango_connection *connection);

/**
 * When the credentials expire, as sent: RFC 3339, or whatever the external API sent. NULL if they do not expire.
 */
NANGO_API
const char *nango_connection_expires_at(const nango_connection *connection);

/**
 * When the credentials expire, in milliseconds since 1970-01-01 UTC. Returns 1 and stores it in `*unix_ms`; returns 0 and
 * leaves `*unix_ms` as it is if they do not expire or if what was sent is not RFC 3339. `unix_ms` may be NULL.
 */
NANGO_API
int32_t nango_connection_expires_at_ms(const nango_connection *connection,
                                       int64_t *unix_ms);

/* ---- Request ----------------------------------------------------------------------------------------- */

/**
 * A request for an external API, which Nango sends on with the credentials of a connection: see nango_proxy. Or one for
 * Nango's own API: see nango_call. Owned by the caller of nango_request_new and freed with nango_request_free. Setters copy
 * what they are given and return nothing; a bad value is reported by the call, which names the setting and repeats no secret. With a NULL request a setter does
 * nothing. Any number of calls may share one while nobody sets, unless its body comes from a reader: that serves one call.
 */
typedef struct nango_request nango_request;

/**
 * Frees the request. NULL is allowed. No call may be using it; responses need it no more.
 */
NANGO_API void nango_request_free(nango_request *request);

/**
 * A request with a method such as "GET" and an endpoint such as "/v1/items?limit=10": path and query below the external
 * API's base URL. The endpoint is sent with the encoding that it has, and what no URL can hold is encoded; a relative one
 * gets its slash. An absolute URL is refused, see nango_request_set_base_url_override, and so is a segment . or .., also
 * encoded. CONNECT and OPTIONS are refused: Nango does not send them on.
 *
 * For nango_call it is a path of Nango's own API such as "/connections/{connectionId}", in which `{name}` is a segment that
 * nango_request_set_path_parameter sets. A brace elsewhere is refused there.
 *
 * Owned: free with nango_request_free. Never NULL, except after a fault inside the library: what is wrong with an argument
 * is reported by the call.
 */
NANGO_API
NANGO_MUST_USE
nango_request *nango_request_new(const char *method,
                                 const char *endpoint)
NANGO_OWNED(nango_request_free);

/**
 * Sets what `{name}` in the path stands for: one segment, encoded, that can only name itself, also if it is "..". `name` is
 * written without its braces. Setting it again replaces the value. For nango_call alone, which refuses a parameter that the
 * path has and nobody set, one that was set and is not in the path, and an empty value.
 */
NANGO_API
void nango_request_set_path_parameter(nango_request *request,
                                      const char *name,
                                      const char *value);

/**
 * A body of JSON, with its content type application/json: copied, and wiped when the request is freed. Text that is not exactly
 * one JSON value is refused by the call. NULL takes the body back.
 */
NANGO_API
void nango_request_set_json(nango_request *request,
                            const char *json);

/**
 * Adds a parameter to the query, encoded, behind those in the endpoint. May be called again, with the same name too.
 */
NANGO_API
void nango_request_add_query(nango_request *request,
                             const char *name,
                             const char *value);

/**
 * Adds a header. That of a call of Nango's own API reaches Nango: see nango_call. That of a proxied request reaches the external API, where Nango adds the credentials. Content-Type says there what the body is,
 * which Nango would tell otherwise: see docs/proxy.md. What belongs to the connection or to the body's framing is refused:
 * Connection, Content-Length, Expect, Host, Keep-Alive, Proxy-Authenticate, Proxy-Authorization, Proxy-Connection, TE,
 * Trailer, Transfer-Encoding, Upgrade, and names that begin with Nango-Proxy-, which the library puts in front. Of several
 * with one name the values are joined by a comma, since Nango passes on the last alone.
 */
NANGO_API
void nango_request_add_header(nango_request *request,
                              const char *name,
                              const char *value);

/**
 * A body from memory: `len` bytes at `data`, which are copied, and wiped when the request is freed. `data` may be NULL if
 * `len` is 0. `content_type` is what Nango is told of it, and so how Nango reads it: what it makes of each is its own affair,
 * see docs/proxy.md. NULL goes by the header Content-Type for the external API: the type itself if it is application/json or
 * application/x-www-form-urlencoded, which Nango reads and writes anew, and else application/octet-stream, whose bytes Nango
 * leaves as they are. A real Nango server accepts about 75 MB.
 */
NANGO_API
void nango_request_set_body(nango_request *request,
                            const void *data,
                            size_t len,
                            const char *content_type);

/**
 * A body that is read while it is sent, and never held in memory as a whole: see nango_read_fn. With a `content_length`
 * exactly so many bytes are asked for, and a reader that ends before that ends the call; negative means unknown, and the
 * body is sent in chunks. It serves one call. `content_type` is as for nango_request_set_body. `user_data` must live until
 * the request is freed and no call runs. NULL takes the body back.
 */
NANGO_API
void nango_request_set_body_reader(nango_request *request,
                                   nango_read_fn read,
                                   void *user_data,
                                   int64_t content_length,
                                   const char *content_type);

/**
 * Makes Nango send the request below another URL than the integration's own, such as "https://eu.api.example.com". NULL is
 * the default: the integration's.
 */
NANGO_API
void nango_request_set_base_url_override(nango_request *request,
                                         const char *url);

/**
 * How often Nango itself repeats the external call when it fails. Default: not at all. Negative is the default. The
 * library's own retries are nango_client_options_set_max_retries.
 */
NANGO_API
void nango_request_set_retries(nango_request *request,
                               int32_t retries);

/**
 * The `count` HTTP statuses after which Nango repeats the external call, beside those after which it does so by itself. They
 * are copied. A `count` of 0 is the default: none.
 */
NANGO_API
void nango_request_set_retry_on(nango_request *request,
                                const int32_t *statuses,
                                size_t count);

/**
 * Makes Nango decompress what the external API answers. 0 is no, anything else yes. Default: no, a compressed body comes as
 * it was sent.
 */
NANGO_API
void nango_request_set_decompress(nango_request *request,
                                  int32_t on);

/**
 * How long nothing may move in a body, that of the request or that of the response, in milliseconds: each wait for the next
 * part has so long. Default: 30000. Negative is the default, 0 has passed already.
 */
NANGO_API
void nango_request_set_idle_timeout_ms(nango_request *request,
                                       int64_t ms);

/* ---- Response ---------------------------------------------------------------------------------------- */

/**
 * What the external API answered to a request through the proxy, or Nango to one of its own API. Owned by the caller of
 * nango_proxy or nango_call and freed with nango_response_free. One thread at a time may read it; it may outlive the client and the request. It needs the process
 * that made it: reading in a child of fork fails as NANGO_ERROR_IO.
 *
 * What an accessor returns is borrowed and lives as long as the response.
 */
typedef struct nango_response nango_response;

/**
 * Frees a response. One that was not read to its end closes its connection, so that nothing more of it is fetched. NULL is
 * allowed.
 */
NANGO_API
void nango_response_free(nango_response *response);

/**
 * Sends a request to the external API of a connection, through Nango's proxy, which adds the credentials: they never leave
 * Nango. Blocks until the head of the answer has come, at most for the timeout; the body is read afterwards.
 *
 * What the external API answers is a response whatever its status: look at nango_response_status. A failure of Nango's own
 * is an error with Nango's code; docs/proxy.md has the rules that tell them apart. Only a request that cannot have reached
 * Nango is sent again by the library, and a GET or HEAD also after a connection that broke; nothing that a reader was asked
 * for. NANGO_ERROR_RATE_LIMITED is Nango's limit, a response with the status 429 is the external API's.
 *
 * A NULL `options` means the defaults. Timeout, cancel and interrupt apply, the latter two to reading the body too: what was
 * set with nango_call_options_set_interrupt must then live until the response is freed. A setting that only a call for a
 * connection has is NANGO_ERROR_INVALID_ARGUMENT.
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
 * nango_request_set_path_parameter. Headers of the request go to Nango; those that the library sets itself are refused:
 * Accept, Accept-Encoding, Authorization, Content-Encoding, Content-Type and User-Agent, beside those of a connection. So are a
 * path below /proxy, which is nango_proxy's, and the settings of a request that only the proxy has. Blocks until the head of
 * the answer has come, at most for the timeout; the body is read afterwards, each wait for more of it with the request's idle
 * timeout.
 *
 * A response means that Nango did as asked: its status is 200 to 299. Anything else is an error with Nango's code, and what
 * Nango said of each field is in nango_error_value; a web page is NANGO_ERROR_NOT_NANGO. NANGO_ERROR_NOT_FOUND still means a
 * connection that does not exist: anything else that is not found is NANGO_ERROR_API with the status 404. GET and HEAD are
 * tried again as nango_get_connection is; anything else only if it cannot have reached Nango, or on Nango's own 429.
 *
 * A NULL `options` means the defaults. Timeout, cancel and interrupt apply, the latter two to reading the body too: what was
 * set with nango_call_options_set_interrupt must then live until the response is freed. A setting that only a call for a
 * connection has is NANGO_ERROR_INVALID_ARGUMENT.
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
 * The HTTP status: of the external API's answer, or of Nango's to nango_call. 0 for NULL.
 */
NANGO_API int32_t nango_response_status(const nango_response *response);

/**
 * The value of the first header with this name, in whatever case; NULL if there is none.
 */
NANGO_API const char *nango_response_header(const nango_response *response, const char *name);

/**
 * How many headers there are; those with the same name count each.
 */
NANGO_API size_t nango_response_header_count(const nango_response *response);

/**
 * The name of header `i`, from 0 on, in lower case; NULL if there are no more.
 */
NANGO_API const char *nango_response_header_name(const nango_response *response, size_t i);

/**
 * The value of header `i`, from 0 on; NULL if there are no more. A value that is not UTF-8 is read as ISO 8859-1.
 */
NANGO_API
const char *nango_response_header_value(const nango_response *response,
                                        size_t i);

/**
 * Reads what has come of the body into `buffer`, at least one byte and at most `capacity`; waits for it, no longer than the
 * request's idle timeout. Returns how many, 0 at the end, -1 on failure with the error in `*error`, which may be NULL: then
 * what was read is not all of the body. After a failure it fails again.
 */
NANGO_API
int64_t nango_response_read(nango_response *response,
                            void *buffer,
                            size_t capacity,
                            nango_error **error);

/**
 * The body, or what was not yet read of it, collected in memory, with its length in `*len`, which may be NULL. A NUL follows
 * that the length does not count. NULL on failure, with the error in `*error`, which may be NULL: NANGO_ERROR_TOO_LARGE if
 * there is more than nango_client_options_set_max_response_bytes allows.
 */
NANGO_API
const void *nango_response_body(nango_response *response,
                                size_t *len,
                                nango_error **error);

/**
 * The text of the JSON string that a JSON pointer (RFC 6901) names in the body, such as "/items/0/name". Collects the body
 * first, as nango_response_body does. NULL if there is no such value, or it is no string, or it holds U+0000, or the body
 * is no JSON or cannot be read.
 */
NANGO_API
const char *nango_response_get_string(nango_response *response,
                                      const char *json_pointer);

/**
 * The JSON text of the value that a JSON pointer (RFC 6901) names in the body; "" names the whole. Collects the body first,
 * as nango_response_body does. NULL if there is no such value, or the body is no JSON or cannot be read.
 */
NANGO_API
const char *nango_response_get_json(nango_response *response,
                                    const char *json_pointer);

/**
 * The body as a JSON value, to be walked through: see nango_value. Collects the body first, as nango_response_body does, and
 * indexes it once. NULL on failure, with the error in `*error`, which may be NULL: NANGO_ERROR_DECODE if the body is no JSON,
 * is nested deeper than 128 levels, or is longer than 2 GiB; and the errors of nango_response_body.
 */
NANGO_API
const nango_value *nango_response_value(nango_response *response,
                                        nango_error **error);

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* NANGO_H */
