/**
 * @file nango.hpp
 * Get a customer's fresh credentials for an external API from Nango (https://nango.dev): libnango for C++17.
 *
 *     nango::Client client(nango::ClientOptions().load_env());  // NANGO_SECRET_KEY, NANGO_BASE_URL
 *     nango::Connection connection = client.get_connection("customer-1", "github");
 *     std::optional<std::string_view> token = connection.token();
 *
 * Header only, on top of nango.h, whose comments describe every setting, accessor and kind of error in more detail.
 * Link with -lnango.
 *
 * Or let Nango make the call to the external API, with credentials that never leave it:
 *
 *     nango::Response response = client.proxy("customer-1", "github", nango::Request("GET", "/user"));
 *     std::optional<std::string_view> login = response.get_string("/login");
 *
 * The operations of Nango's API are in groups, which nango_api.hpp has:
 *
 *     for (const nango::ListedConnection &listed : client.connections().list())
 *         std::cout << listed.connection_id().value_or("") << '\n';
 *
 * Ownership. Objects free what they own. Clients, connections, requests and responses can be moved, not copied; a
 * moved-from object can be assigned to or destroyed, reads as empty, and cannot make calls. A std::string_view that an
 * accessor returns belongs to the object and lives as long as the object, so such an accessor cannot be called on a
 * temporary.
 *
 * Failure. Functions that fail throw nango::Error. Running out of memory throws std::bad_alloc in this header and
 * aborts the process inside the library.
 *
 * Arguments. A std::string_view need not end in a NUL. One that contains a NUL throws ErrorKind::InvalidArgument,
 * because C would truncate it, and a truncated connection id could name another customer's connection.
 *
 * Threads. Const members may be called by any number of threads at once: share one client.
 *
 * The object that receives a callback, for logging, interrupting or reading a body, owns it. Callbacks run on the
 * thread that makes the call and must not call the same client.
 */
#ifndef NANGO_HPP
#define NANGO_HPP

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nango.h"
#include "nango_value.hpp"

namespace nango {

/// What went wrong. Later versions may add numbers, and an enum holds those too: have a default in every switch.
///
/// On NotFound mark the customer as not connected and ask to reconnect; do not delete the row: a configuration mistake
/// looks the same. See docs/errors.md, "When a connection is not found".
enum class ErrorKind : std::int32_t {
    None = NANGO_ERROR_NONE,
    InvalidArgument = NANGO_ERROR_INVALID_ARGUMENT,
    Resolve = NANGO_ERROR_RESOLVE,
    Connect = NANGO_ERROR_CONNECT,
    Tls = NANGO_ERROR_TLS,
    HttpProxy = NANGO_ERROR_HTTP_PROXY,
    Timeout = NANGO_ERROR_TIMEOUT,
    Cancelled = NANGO_ERROR_CANCELLED,
    Io = NANGO_ERROR_IO,
    Decode = NANGO_ERROR_DECODE,
    TooLarge = NANGO_ERROR_TOO_LARGE,
    Unauthorized = NANGO_ERROR_UNAUTHORIZED,
    Forbidden = NANGO_ERROR_FORBIDDEN,
    NotFound = NANGO_ERROR_NOT_FOUND,
    RefreshFailed = NANGO_ERROR_REFRESH_FAILED,
    RateLimited = NANGO_ERROR_RATE_LIMITED,
    Api = NANGO_ERROR_API,
    Server = NANGO_ERROR_SERVER,
    UnknownIntegration = NANGO_ERROR_UNKNOWN_INTEGRATION,
    NotNango = NANGO_ERROR_NOT_NANGO,
    Internal = NANGO_ERROR_INTERNAL
};

/// How an external API authenticates. Later versions may add numbers, and an enum holds those too: have a default in
/// every switch, and go by Connection::auth_mode_name there.
enum class AuthMode : std::int32_t {
    Absent = NANGO_AUTH_MODE_ABSENT,
    Unknown = NANGO_AUTH_MODE_UNKNOWN,
    None = NANGO_AUTH_MODE_NONE,
    OAuth1 = NANGO_AUTH_MODE_OAUTH1,
    OAuth2 = NANGO_AUTH_MODE_OAUTH2,
    OAuth2Cc = NANGO_AUTH_MODE_OAUTH2_CC,
    Basic = NANGO_AUTH_MODE_BASIC,
    ApiKey = NANGO_AUTH_MODE_API_KEY,
    App = NANGO_AUTH_MODE_APP,
    AppStore = NANGO_AUTH_MODE_APP_STORE,
    Custom = NANGO_AUTH_MODE_CUSTOM,
    Tba = NANGO_AUTH_MODE_TBA,
    Tableau = NANGO_AUTH_MODE_TABLEAU,
    Jwt = NANGO_AUTH_MODE_JWT,
    Bill = NANGO_AUTH_MODE_BILL,
    TwoStep = NANGO_AUTH_MODE_TWO_STEP,
    Signature = NANGO_AUTH_MODE_SIGNATURE,
    McpOAuth2 = NANGO_AUTH_MODE_MCP_OAUTH2,
    McpOAuth2Generic = NANGO_AUTH_MODE_MCP_OAUTH2_GENERIC,
    InstallPlugin = NANGO_AUTH_MODE_INSTALL_PLUGIN,
    AwsSigV4 = NANGO_AUTH_MODE_AWS_SIGV4
};

/// The route that requests a connection.
enum class Route : std::int32_t {
    Auto = NANGO_ROUTE_AUTO,
    Connection = NANGO_ROUTE_CONNECTION,
    Connections = NANGO_ROUTE_CONNECTIONS
};

/// How much a message of the log matters; each level includes those before it.
enum class LogLevel : std::int32_t {
    Error = NANGO_LOG_ERROR,
    Warn = NANGO_LOG_WARN,
    Info = NANGO_LOG_INFO,
    Debug = NANGO_LOG_DEBUG,
    Trace = NANGO_LOG_TRACE
};

/// The version of the library that is loaded, such as "0.1.0".
[[nodiscard]] inline std::string_view version() noexcept { return nango_version(); }

namespace detail {

struct Calls;

/// Frees any handle.
struct Free {
    void operator()(nango_error *error) const noexcept { nango_error_free(error); }
    void operator()(nango_client_options *options) const noexcept { nango_client_options_free(options); }
    void operator()(nango_client *client) const noexcept { nango_client_free(client); }
    void operator()(nango_cancel *cancel) const noexcept { nango_cancel_free(cancel); }
    void operator()(nango_call_options *options) const noexcept { nango_call_options_free(options); }
    void operator()(nango_connection *connection) const noexcept { nango_connection_free(connection); }
    void operator()(nango_request *request) const noexcept { nango_request_free(request); }
    void operator()(nango_response *response) const noexcept { nango_response_free(response); }
    void operator()(nango_pages *pages) const noexcept { nango_pages_free(pages); }
};

template <class T>
using Handle = std::unique_ptr<T, Free>;

/// Frees a handle, and only then what C was given a pointer to.
struct FreeKeeping : Free {
    std::shared_ptr<const void> kept;
};

/// A handle that may call back.
template <class T>
using KeepingHandle = std::unique_ptr<T, FreeKeeping>;

} // namespace detail

/// The exception that calls throw. Copies share their data, so copying never throws; it may outlive the client.
///
/// There is one class and not one for each kind: what a program does about an error depends on is_retryable() as often
/// as on the kind, and a kind that a later version adds needs no new class.
class NANGO_API Error : public std::exception {
public:
    /// An error of the C interface, which is freed with the last copy.
    explicit Error(nango_error *error)
        : error_(error, detail::Free()), kind_(static_cast<ErrorKind>(nango_error_get_kind(error))) {}

    /// An error with this `message`; nango.hpp creates these itself for invalid arguments.
    Error(ErrorKind kind, std::string message)
        : message_(std::make_shared<const std::string>(std::move(message))), kind_(kind) {}

    // Without a move, so that no error is ever empty.
    Error(const Error &) noexcept = default;
    Error &operator=(const Error &) noexcept = default;
    ~Error() override = default;

    /// What went wrong.
    [[nodiscard]] ErrorKind kind() const noexcept { return kind_; }

    /// The name of the kind, such as "NOT_FOUND"; "" for a number that the library does not know.
    [[nodiscard]] std::string_view kind_name() const noexcept {
        return detail::view(nango_error_kind_name(static_cast<nango_error_kind>(kind_))).value_or("");
    }

    /// What went wrong and how to fix it. Contains no secrets and no text from the server.
    [[nodiscard]] const char *what() const noexcept override {
        const char *message = message_ ? message_->c_str() : nango_error_message(error_.get());
        return message ? message : "";
    }

    /// The HTTP status of the response; 0 if there was no response.
    [[nodiscard]] std::int32_t http_status() const noexcept { return nango_error_http_status(error_.get()); }

    /// Nango's own code for the error, such as "unknown_provider_config".
    [[nodiscard]] std::optional<std::string_view> code() const & noexcept {
        return detail::view(nango_error_code(error_.get()));
    }
    std::optional<std::string_view> code() const && = delete;

    /// The server's message, for people. May contain customer data: do not log it by default.
    [[nodiscard]] std::optional<std::string_view> server_message() const & noexcept {
        return detail::view(nango_error_server_message(error_.get()));
    }
    std::optional<std::string_view> server_message() const && = delete;

    /// The response body, truncated to 64 KiB. May contain customer data: do not log it by default.
    [[nodiscard]] std::optional<std::string_view> body() const & noexcept {
        return detail::view(nango_error_body(error_.get()));
    }
    std::optional<std::string_view> body() const && = delete;

    /// The response body as JSON, in which Nango says what is wrong with each field: value()["error"]["errors"]. Absent
    /// if there is no body, or it is not JSON, or longer than 64 KiB. May contain customer data: do not log it by
    /// default.
    [[nodiscard]] Value value() const & noexcept { return Value(nango_error_value(error_.get())); }
    Value value() const && = delete;

    /// How long the server asks to wait before the next try; 0 is possible.
    [[nodiscard]] std::optional<std::chrono::milliseconds> retry_after() const noexcept {
        const std::int64_t ms = nango_error_retry_after_ms(error_.get());
        return ms < 0 ? std::nullopt : std::optional(std::chrono::milliseconds(ms));
    }

    /// How many attempts were made; 0 if nothing was sent.
    [[nodiscard]] std::int32_t attempts() const noexcept { return nango_error_attempts(error_.get()); }

    /// Whether the same call may succeed later and repeating it can do no harm.
    [[nodiscard]] bool is_retryable() const noexcept { return nango_error_is_retryable(error_.get()) != 0; }

private:
    std::shared_ptr<nango_error> error_;
    std::shared_ptr<const std::string> message_; // in place of error_
    ErrorKind kind_;
};

namespace detail {

/// An argument as C wants it: a copy that ends in a NUL. It may be a secret, so it is wiped.
class Argument {
public:
    Argument(const char *name, std::string_view text) {
        if (text.find('\0') != std::string_view::npos)
            throw Error(ErrorKind::InvalidArgument, std::string(name) + " contains a NUL: pass text without one");
        text_.append(text);
    }

    [[nodiscard]] const char *c_str() const noexcept { return text_.text().c_str(); }

private:
    WipedText text_;
};

/// What a *_new function of options, a token or a request returned, which is NULL only after a fault inside the
/// library.
template <class T>
T *made(T *handle) {
    if (!handle)
        throw Error(ErrorKind::Internal, "a fault inside the library: please report it");
    return handle;
}

/// The handle of an object that is about to be used.
template <class T, class Deleter>
T *present(const std::unique_ptr<T, Deleter> &handle, const char *name) {
    if (!handle)
        throw Error(ErrorKind::InvalidArgument, std::string(name) + " was moved from: use what it was moved to");
    return handle.get();
}

/// A duration as C wants it: there a negative one would be the default, but a deadline in the past has passed.
inline std::int64_t not_negative(std::chrono::milliseconds duration) noexcept {
    return std::max(std::int64_t{0}, static_cast<std::int64_t>(duration.count()));
}

/// A number as C wants it: the nearest one that it can hold.
template <class To, class From>
constexpr To at_most_largest(From number) noexcept {
    return static_cast<To>(std::min(number, static_cast<From>(std::numeric_limits<To>::max())));
}

using Log = std::function<void(LogLevel, std::string_view)>;
using Interrupt = std::function<bool()>;
using Read = std::function<std::size_t(char *, std::size_t)>;

/// What an interrupt or a body's reader throws, which must not pass through C: the call on this thread ends and
/// throws it on.
class NANGO_API Thrown {
public:
    Thrown() noexcept : outer_(innermost()) { innermost() = this; }
    Thrown(const Thrown &) = delete;
    Thrown &operator=(const Thrown &) = delete;
    ~Thrown() { innermost() = outer_; }

    /// Notes the exception that is being handled, for the call that is under way.
    static void note() noexcept {
        if (Thrown *call = innermost())
            call->exception_ = std::current_exception();
    }

    void rethrow() const {
        if (exception_)
            std::rethrow_exception(exception_);
    }

private:
    /// A function may make calls of another client, so they nest.
    static Thrown *&innermost() noexcept {
        static thread_local Thrown *call = nullptr;
        return call;
    }

    Thrown *outer_;
    std::exception_ptr exception_;
};

// What C calls back. A log that throws is no reason for a call to fail.
extern "C" {
inline void nango_hpp_log(void *log, std::int32_t level, const char *message) {
    try {
        (*static_cast<const Log *>(log))(static_cast<LogLevel>(level), message);
    } catch (...) {
    }
}

inline std::int32_t nango_hpp_asked(void *interrupt) {
    try {
        return (*static_cast<const Interrupt *>(interrupt))() ? 1 : 0;
    } catch (...) {
        Thrown::note();
        return 1;
    }
}

inline std::int64_t nango_hpp_read(void *read, void *buffer, std::size_t capacity) {
    try {
        const std::size_t count = (*static_cast<const Read *>(read))(static_cast<char *>(buffer), capacity);
        return at_most_largest<std::int64_t>(static_cast<std::uint64_t>(count));
    } catch (...) {
        Thrown::note();
        return -1;
    }
}
}

/// The result of a call of C that stores an error in what it is given. Throws that error, or else what a function of
/// the program threw meanwhile.
template <class Call>
auto result_of(Call call) {
    const Thrown thrown;
    nango_error *error = nullptr;
    auto result = call(&error);
    Handle<nango_error> failed(error);
    thrown.rethrow();
    if (failed)
        throw Error(failed.release());
    return result;
}

/// A time as std::chrono holds it: the nearest one that it can.
inline std::chrono::system_clock::time_point time_point(std::int64_t unix_ms) noexcept {
    using std::chrono::milliseconds;
    using Time = std::chrono::system_clock::time_point;
    const milliseconds since_1970(unix_ms);
    if (since_1970 >= std::chrono::duration_cast<milliseconds>(Time::max().time_since_epoch()))
        return Time::max();
    if (since_1970 <= std::chrono::duration_cast<milliseconds>(Time::min().time_since_epoch()))
        return Time::min();
    return Time(std::chrono::duration_cast<Time::duration>(since_1970));
}

} // namespace detail

/// The settings of a client. Setters copy their arguments and can be chained. A bad value is reported by the client's
/// constructor, which names the setting. What was moved from ignores setters, and makes no client.
class ClientOptions {
public:
    /// Settings with their defaults.
    ClientOptions() : options_(detail::made(nango_client_options_new())) {}

    /// The secret key of the Nango environment. Required, here or in the environment: see read_env().
    ClientOptions &secret_key(std::string_view key) & {
        nango_client_options_set_secret_key(options_.get(), detail::Argument("secret_key", key).c_str());
        return *this;
    }
    ClientOptions secret_key(std::string_view key) && { return std::move(secret_key(key)); }

    /// Where Nango is. Default: "https://api.nango.dev". May have a path prefix.
    ClientOptions &base_url(std::string_view url) & {
        nango_client_options_set_base_url(options_.get(), detail::Argument("base_url", url).c_str());
        return *this;
    }
    ClientOptions base_url(std::string_view url) && { return std::move(base_url(url)); }

    /// Allows plain http:// to hosts other than loopback. Anyone on the network path can then read the secret key.
    /// Default: no.
    ClientOptions &allow_plaintext_http(bool allow = true) & {
        nango_client_options_set_allow_plaintext_http(options_.get(), allow);
        return *this;
    }
    ClientOptions allow_plaintext_http(bool allow = true) && { return std::move(allow_plaintext_http(allow)); }

    /// The route that requests a connection. Default: Route::Auto.
    ClientOptions &route(Route route) & {
        nango_client_options_set_route(options_.get(), static_cast<nango_route>(route));
        return *this;
    }
    ClientOptions route(Route route) && { return std::move(this->route(route)); }

    /// The timeout of a whole call. Default: 30 s. 0 or less expires immediately.
    ClientOptions &timeout(std::chrono::milliseconds total) & {
        nango_client_options_set_timeout_ms(options_.get(), detail::not_negative(total));
        return *this;
    }
    ClientOptions timeout(std::chrono::milliseconds total) && { return std::move(timeout(total)); }

    /// How long resolving, connecting and the TLS handshake may take together, within the whole. Default: 10 s.
    ClientOptions &connect_timeout(std::chrono::milliseconds total) & {
        nango_client_options_set_connect_timeout_ms(options_.get(), detail::not_negative(total));
        return *this;
    }
    ClientOptions connect_timeout(std::chrono::milliseconds total) && { return std::move(connect_timeout(total)); }

    /// Caches connections for `ttl`, at most 5 minutes; more is an error. Default: 0, no cache; a negative value means
    /// the same. Concurrent calls for the same connection then share one request.
    ClientOptions &cache_ttl(std::chrono::milliseconds ttl) & {
        nango_client_options_set_cache_ttl_ms(options_.get(), detail::not_negative(ttl));
        return *this;
    }
    ClientOptions cache_ttl(std::chrono::milliseconds ttl) && { return std::move(cache_ttl(ttl)); }

    /// The maximum size of a response. Default: 16 MiB.
    ClientOptions &max_response_bytes(std::uint64_t bytes) & {
        nango_client_options_set_max_response_bytes(options_.get(), detail::at_most_largest<std::int64_t>(bytes));
        return *this;
    }
    ClientOptions max_response_bytes(std::uint64_t bytes) && { return std::move(max_response_bytes(bytes)); }

    /// How often to retry a failed call that is safe to retry. Default: 2. 0 means never.
    ClientOptions &max_retries(std::uint32_t retries) & {
        nango_client_options_set_max_retries(options_.get(), detail::at_most_largest<std::int32_t>(retries));
        return *this;
    }
    ClientOptions max_retries(std::uint32_t retries) && { return std::move(max_retries(retries)); }

    /// The HTTP proxy that every connection goes through, as "http://user:password@proxy.example:3128"; "" for none.
    /// Default: taken from the environment by curl's rules.
    ClientOptions &http_proxy(std::string_view url) & {
        nango_client_options_set_http_proxy(options_.get(), detail::Argument("http_proxy", url).c_str());
        return *this;
    }
    ClientOptions http_proxy(std::string_view url) && { return std::move(http_proxy(url)); }

    /// The path of a PEM file of CA certificates to trust in addition to the system's. Default: none.
    ClientOptions &ca_file(std::string_view pem_path) & {
        nango_client_options_set_ca_file(options_.get(), detail::Argument("ca_file", pem_path).c_str());
        return *this;
    }
    ClientOptions ca_file(std::string_view pem_path) && { return std::move(ca_file(pem_path)); }

    /// Passes log messages to `log`, up to `max_level`. Default: an empty function, no logging. Messages never contain
    /// secrets or text from the server, and contain ids only from LogLevel::Debug on. Runs on several threads at once
    /// if several make calls; what it throws is dropped. Clients made from these options keep it alive.
    ClientOptions &log(LogLevel max_level, std::function<void(LogLevel, std::string_view)> log) & {
        const auto kept = std::make_shared<detail::Log>(std::move(log));
        nango_client_options_set_log(options_.get(), *kept ? detail::nango_hpp_log : nullptr, kept.get(),
                                     static_cast<std::int32_t>(max_level));
        options_.get_deleter().kept = kept;
        return *this;
    }
    ClientOptions log(LogLevel max_level, std::function<void(LogLevel, std::string_view)> log) && {
        return std::move(this->log(max_level, std::move(log)));
    }

    /// The name of your program, such as "my-app/1.0", for the User-Agent header. Default: none.
    ClientOptions &user_agent(std::string_view product) & {
        nango_client_options_set_user_agent(options_.get(), detail::Argument("user_agent", product).c_str());
        return *this;
    }
    ClientOptions user_agent(std::string_view product) && { return std::move(user_agent(product)); }

    /// Adds a header to every request, for an access gateway in front of Nango. The value is treated as a secret.
    ClientOptions &add_header(std::string_view name, std::string_view value) & {
        const detail::Argument header_name("header name", name);
        const detail::Argument header_value("header value", value);
        nango_client_options_add_header(options_.get(), header_name.c_str(), header_value.c_str());
        return *this;
    }
    ClientOptions add_header(std::string_view name, std::string_view value) && {
        return std::move(add_header(name, value));
    }

    /// Whether a client reads the environment: yes by default. It then reads settings that were not set, as
    /// load_env() does, and obeys the variables that name an HTTP proxy and certificates. With false it reads no
    /// variable at all.
    ClientOptions &read_env(bool read) & {
        nango_client_options_set_read_env(options_.get(), read);
        return *this;
    }
    ClientOptions read_env(bool read) && { return std::move(this->read_env(read)); }

    /// Reads settings that were not set, now rather than when a client is created: from NANGO_SECRET_KEY or
    /// NANGO_API_KEY, NANGO_BASE_URL or NANGO_HOSTPORT, NANGO_ALLOW_PLAINTEXT_HTTP. No other thread may be changing the
    /// environment.
    ClientOptions &load_env() & {
        nango_client_options_load_env(options_.get());
        return *this;
    }
    ClientOptions load_env() && { return std::move(load_env()); }

private:
    friend class Client;
    detail::KeepingHandle<nango_client_options> options_;
};

/// Ends calls from another thread: see CallOptions::cancel. One may serve many calls, before, while and after they run,
/// and any number of threads may use one at once. Copies are the same token.
class Cancel {
public:
    /// A token that has not been triggered.
    Cancel() : cancel_(detail::made(nango_cancel_new()), detail::Free()) {}

    // Without a move, so that no token is ever empty.
    Cancel(const Cancel &) noexcept = default;
    Cancel &operator=(const Cancel &) noexcept = default;
    ~Cancel() = default;

    /// Ends every call that uses this token with ErrorKind::Cancelled: running calls within milliseconds, later ones
    /// immediately. Final. Not safe in a signal handler.
    void trigger() const noexcept { nango_cancel_trigger(cancel_.get()); }

private:
    friend class CallOptions;
    std::shared_ptr<nango_cancel> cancel_;
};

/// The settings of one call. Setters can be chained. What was moved from ignores them, and makes no call.
class CallOptions {
public:
    /// Settings with their defaults.
    CallOptions() : options_(detail::made(nango_call_options_new())) {}

    /// The timeout of this call. Default: the client's timeout. 0 or less expires immediately.
    CallOptions &timeout(std::chrono::milliseconds total) & {
        nango_call_options_set_timeout_ms(options_.get(), detail::not_negative(total));
        return *this;
    }
    CallOptions timeout(std::chrono::milliseconds total) && { return std::move(timeout(total)); }

    /// How old a connection from the cache may be, if that is less than ClientOptions::cache_ttl. Default: no limit of
    /// its own. 0 or less bypasses the cache and does not wait for another call.
    CallOptions &max_age(std::chrono::milliseconds age) & {
        nango_call_options_set_max_age_ms(options_.get(), detail::not_negative(age));
        return *this;
    }
    CallOptions max_age(std::chrono::milliseconds age) && { return std::move(max_age(age)); }

    /// Lets `cancel` end the call. The options share the token, so it may be destroyed at any time.
    CallOptions &cancel(const Cancel &cancel) & {
        nango_call_options_set_cancel(options_.get(), cancel.cancel_.get());
        return *this;
    }
    CallOptions cancel(const Cancel &cancel) && { return std::move(this->cancel(cancel)); }

    /// Lets `asked` end the call by returning true: it is called on the thread that makes the call, whenever a signal
    /// interrupts a wait and at least every 100 ms of waiting. An exception that it throws also ends the call, which
    /// rethrows it. Default: an empty function.
    CallOptions &interrupt(std::function<bool()> asked) & {
        const auto kept = std::make_shared<detail::Interrupt>(std::move(asked));
        nango_call_options_set_interrupt(options_.get(), *kept ? detail::nango_hpp_asked : nullptr, kept.get());
        options_.get_deleter().kept = kept;
        return *this;
    }
    CallOptions interrupt(std::function<bool()> asked) && { return std::move(interrupt(std::move(asked))); }

    /// Makes Nango refresh the credentials even if they have not expired. Nango advises against it at high traffic.
    CallOptions &force_refresh(bool on = true) & {
        nango_call_options_set_force_refresh(options_.get(), on);
        return *this;
    }
    CallOptions force_refresh(bool on = true) && { return std::move(force_refresh(on)); }

    /// Asks for the refresh token too, which Nango otherwise leaves out.
    CallOptions &refresh_token(bool on = true) & {
        nango_call_options_set_refresh_token(options_.get(), on);
        return *this;
    }
    CallOptions refresh_token(bool on = true) && { return std::move(refresh_token(on)); }

    /// Also renews the JSON web token of a GitHub App.
    CallOptions &refresh_github_app_jwt_token(bool on = true) & {
        nango_call_options_set_refresh_github_app_jwt_token(options_.get(), on);
        return *this;
    }
    CallOptions refresh_github_app_jwt_token(bool on = true) && {
        return std::move(refresh_github_app_jwt_token(on));
    }

private:
    friend class Client;
    friend struct detail::Calls;
    detail::KeepingHandle<nango_call_options> options_;
};

/// What Nango knows about one customer's access to one external API, with fresh credentials. Wiped when destroyed. May
/// outlive the client.
///
/// Absent members are std::nullopt; an empty string is not absent. There is no operator<<, because most members are
/// secrets.
class Connection {
public:
    /// Nango's numeric id of the connection; 0 if the response has none.
    [[nodiscard]] std::int64_t id() const noexcept { return nango_connection_id(connection_.get()); }

    /// The id of the connection.
    [[nodiscard]] std::string_view connection_id() const & noexcept {
        return detail::view(nango_connection_connection_id(connection_.get())).value_or("");
    }
    std::string_view connection_id() const && = delete;

    /// The integration that the connection belongs to.
    [[nodiscard]] std::string_view provider_config_key() const & noexcept {
        return detail::view(nango_connection_provider_config_key(connection_.get())).value_or("");
    }
    std::string_view provider_config_key() const && = delete;

    /// The external API, such as "github".
    [[nodiscard]] std::optional<std::string_view> provider() const & noexcept {
        return detail::view(nango_connection_provider(connection_.get()));
    }
    std::optional<std::string_view> provider() const && = delete;

    /// How the external API authenticates.
    [[nodiscard]] AuthMode auth_mode() const noexcept {
        return static_cast<AuthMode>(nango_connection_auth_mode(connection_.get()));
    }

    /// The auth mode as sent, such as "OAUTH2", also where the library does not know it.
    [[nodiscard]] std::optional<std::string_view> auth_mode_name() const & noexcept {
        return detail::view(nango_connection_auth_mode_name(connection_.get()));
    }
    std::optional<std::string_view> auth_mode_name() const && = delete;

    /// What authenticates a request, where one string does: an access token, a token or an API key.
    [[nodiscard]] std::optional<std::string_view> token() const & noexcept {
        return detail::view(nango_connection_token(connection_.get()));
    }
    std::optional<std::string_view> token() const && = delete;

    /// The member access_token of the credentials.
    [[nodiscard]] std::optional<std::string_view> access_token() const & noexcept {
        return detail::view(nango_connection_access_token(connection_.get()));
    }
    std::optional<std::string_view> access_token() const && = delete;

    /// The member refresh_token of the credentials, which Nango sends only if requested: see
    /// CallOptions::refresh_token.
    [[nodiscard]] std::optional<std::string_view> refresh_token() const & noexcept {
        return detail::view(nango_connection_refresh_token(connection_.get()));
    }
    std::optional<std::string_view> refresh_token() const && = delete;

    /// The member oauth_token of the credentials (OAuth 1).
    [[nodiscard]] std::optional<std::string_view> oauth_token() const & noexcept {
        return detail::view(nango_connection_oauth_token(connection_.get()));
    }
    std::optional<std::string_view> oauth_token() const && = delete;

    /// The member oauth_token_secret of the credentials (OAuth 1).
    [[nodiscard]] std::optional<std::string_view> oauth_token_secret() const & noexcept {
        return detail::view(nango_connection_oauth_token_secret(connection_.get()));
    }
    std::optional<std::string_view> oauth_token_secret() const && = delete;

    /// The member apiKey of the credentials.
    [[nodiscard]] std::optional<std::string_view> api_key() const & noexcept {
        return detail::view(nango_connection_api_key(connection_.get()));
    }
    std::optional<std::string_view> api_key() const && = delete;

    /// The member username of the credentials; may be empty.
    [[nodiscard]] std::optional<std::string_view> username() const & noexcept {
        return detail::view(nango_connection_username(connection_.get()));
    }
    std::optional<std::string_view> username() const && = delete;

    /// The member password of the credentials; may be empty.
    [[nodiscard]] std::optional<std::string_view> password() const & noexcept {
        return detail::view(nango_connection_password(connection_.get()));
    }
    std::optional<std::string_view> password() const && = delete;

    /// Any string member of the credentials by its name in Nango's response, such as "client_id".
    [[nodiscard]] std::optional<std::string_view> credential(std::string_view name) const & {
        return detail::view(nango_connection_credential(connection_.get(), detail::Argument("name", name).c_str()));
    }
    std::optional<std::string_view> credential(std::string_view name) const && = delete;

    /// The credentials: the text of a JSON object, as sent; "{}" if there are none.
    [[nodiscard]] std::optional<std::string_view> credentials_json() const & noexcept {
        return detail::view(nango_connection_credentials_json(connection_.get()));
    }
    std::optional<std::string_view> credentials_json() const && = delete;

    /// What the external API said when it gave the credentials: JSON text, as sent.
    [[nodiscard]] std::optional<std::string_view> raw_json() const & noexcept {
        return detail::view(nango_connection_raw_json(connection_.get()));
    }
    std::optional<std::string_view> raw_json() const && = delete;

    /// When the credentials expire, as sent: RFC 3339, or whatever the external API sent.
    [[nodiscard]] std::optional<std::string_view> expires_at() const & noexcept {
        return detail::view(nango_connection_expires_at(connection_.get()));
    }
    std::optional<std::string_view> expires_at() const && = delete;

    /// When the credentials expire, in milliseconds since 1970-01-01 UTC; absent if what was sent is not RFC 3339.
    [[nodiscard]] std::optional<std::int64_t> expires_at_ms() const noexcept {
        std::int64_t ms = 0;
        return nango_connection_expires_at_ms(connection_.get(), &ms) ? std::optional(ms) : std::nullopt;
    }

    /// When the credentials expire; absent if what was sent is not RFC 3339. A time that the clock's type cannot hold,
    /// such as the year 9999, becomes the last (or first) that it can.
    [[nodiscard]] std::optional<std::chrono::system_clock::time_point> expires_at_time() const noexcept {
        const std::optional<std::int64_t> ms = expires_at_ms();
        return ms ? std::optional(detail::time_point(*ms)) : std::nullopt;
    }

    /// When the connection was made, as sent: RFC 3339 in one of its forms.
    [[nodiscard]] std::optional<std::string_view> created_at() const & noexcept {
        return detail::view(nango_connection_created_at(connection_.get()));
    }
    std::optional<std::string_view> created_at() const && = delete;

    /// When the connection was last changed, as sent: RFC 3339 in one of its forms.
    [[nodiscard]] std::optional<std::string_view> updated_at() const & noexcept {
        return detail::view(nango_connection_updated_at(connection_.get()));
    }
    std::optional<std::string_view> updated_at() const && = delete;

    /// When the connection was last fetched, as sent: RFC 3339 in one of its forms.
    [[nodiscard]] std::optional<std::string_view> last_fetched_at() const & noexcept {
        return detail::view(nango_connection_last_fetched_at(connection_.get()));
    }
    std::optional<std::string_view> last_fetched_at() const && = delete;

    /// The account, which only Nango Cloud of 2023 sends.
    [[nodiscard]] std::optional<std::int64_t> account_id() const noexcept {
        std::int64_t account = 0;
        return nango_connection_account_id(connection_.get(), &account) ? std::optional(account) : std::nullopt;
    }

    /// Where Nango sends this connection's webhooks instead of the environment's address.
    [[nodiscard]] std::optional<std::string_view> webhook_url_override() const & noexcept {
        return detail::view(nango_connection_webhook_url_override(connection_.get()));
    }
    std::optional<std::string_view> webhook_url_override() const && = delete;

    /// The metadata that your product stored with the connection: the text of a JSON object, as sent.
    [[nodiscard]] std::optional<std::string_view> metadata_json() const & noexcept {
        return detail::view(nango_connection_metadata_json(connection_.get()));
    }
    std::optional<std::string_view> metadata_json() const && = delete;

    /// What the connection was configured with, such as a subdomain: the text of a JSON object, as sent.
    [[nodiscard]] std::optional<std::string_view> connection_config_json() const & noexcept {
        return detail::view(nango_connection_connection_config_json(connection_.get()));
    }
    std::optional<std::string_view> connection_config_json() const && = delete;

    /// The connection's tags: the text of a JSON object of strings, as sent.
    [[nodiscard]] std::optional<std::string_view> tags_json() const & noexcept {
        return detail::view(nango_connection_tags_json(connection_.get()));
    }
    std::optional<std::string_view> tags_json() const && = delete;

    /// The customer's user who made the connection: the text of a JSON object, as sent.
    [[nodiscard]] std::optional<std::string_view> end_user_json() const & noexcept {
        return detail::view(nango_connection_end_user_json(connection_.get()));
    }
    std::optional<std::string_view> end_user_json() const && = delete;

    /// What is wrong with the connection: the text of a JSON array of objects with type and log_id, as sent.
    [[nodiscard]] std::optional<std::string_view> errors_json() const & noexcept {
        return detail::view(nango_connection_errors_json(connection_.get()));
    }
    std::optional<std::string_view> errors_json() const && = delete;

    /// The whole document, as sent, from { to }.
    [[nodiscard]] std::string_view json() const & noexcept {
        return detail::view(nango_connection_json(connection_.get())).value_or("");
    }
    std::string_view json() const && = delete;

    /// The whole document as a value, to walk through: value()["metadata"]["plan"].
    [[nodiscard]] Value value() const & noexcept { return Value(nango_connection_value(connection_.get())); }
    Value value() const && = delete;

    /// The text of the JSON string that a JSON pointer (RFC 6901) names in the document: "/metadata/plan".
    [[nodiscard]] std::optional<std::string_view> get_string(std::string_view json_pointer) const & {
        const detail::Argument pointer("json_pointer", json_pointer);
        return detail::view(nango_connection_get_string(connection_.get(), pointer.c_str()));
    }
    std::optional<std::string_view> get_string(std::string_view json_pointer) const && = delete;

    /// The text of any JSON value that a JSON pointer (RFC 6901) names in the document, as sent; "" names the whole.
    [[nodiscard]] std::optional<std::string_view> get_json(std::string_view json_pointer) const & {
        const detail::Argument pointer("json_pointer", json_pointer);
        return detail::view(nango_connection_get_json(connection_.get(), pointer.c_str()));
    }
    std::optional<std::string_view> get_json(std::string_view json_pointer) const && = delete;

private:
    friend class Client;
    explicit Connection(detail::Handle<nango_connection> connection) noexcept : connection_(std::move(connection)) {}
    detail::Handle<nango_connection> connection_;
};

/// A request for an external API, which Nango sends on with the credentials of a connection: see Client::proxy. Or one
/// for Nango's own API: see Client::request. Setters copy their arguments and can be chained. The call reports an
/// invalid value and names the setting. What was moved from ignores setters, and makes no call.
///
/// Any number of calls may share one, on many threads at once, unless its body comes from a reader: that serves one.
class Request {
public:
    /// A request with a method such as "GET" and an endpoint such as "/v1/items?limit=10": path and query below the
    /// external API's base URL, whose percent-encoding is kept. An absolute URL is an error: see base_url_override().
    ///
    /// For Client::request it is a path of Nango's own API such as "/connections/{connectionId}", in which {name} is a
    /// segment that path_parameter() sets.
    Request(std::string_view method, std::string_view endpoint)
        : request_(detail::made(nango_request_new(detail::Argument("method", method).c_str(),
                                                  detail::Argument("endpoint", endpoint).c_str()))) {}

    /// Sets the value of {name} in the path: one segment, which is encoded, even "..". The name is written without its
    /// braces. Only for Client::request.
    Request &path_parameter(std::string_view name, std::string_view value) & {
        const detail::Argument parameter_name("path parameter name", name);
        const detail::Argument parameter_value("path parameter value", value);
        nango_request_set_path_parameter(request_.get(), parameter_name.c_str(), parameter_value.c_str());
        return *this;
    }
    Request path_parameter(std::string_view name, std::string_view value) && {
        return std::move(path_parameter(name, value));
    }

    /// Adds a parameter to the query, encoded, behind those in the endpoint. May be called again, with the same name
    /// too.
    Request &add_query(std::string_view name, std::string_view value) & {
        const detail::Argument query_name("query name", name);
        const detail::Argument query_value("query value", value);
        nango_request_add_query(request_.get(), query_name.c_str(), query_value.c_str());
        return *this;
    }
    Request add_query(std::string_view name, std::string_view value) && { return std::move(add_query(name, value)); }

    /// Adds a header for the external API. Content-Type takes precedence over the body's content type. A header that
    /// belongs to the connection or to the body's framing, such as Content-Length, is an error. Of several with one
    /// name the values are joined by a comma.
    Request &add_header(std::string_view name, std::string_view value) & {
        const detail::Argument header_name("header name", name);
        const detail::Argument header_value("header value", value);
        nango_request_add_header(request_.get(), header_name.c_str(), header_value.c_str());
        return *this;
    }
    Request add_header(std::string_view name, std::string_view value) && { return std::move(add_header(name, value)); }

    /// A JSON body, with the content type application/json.
    Request &json(const Json &json) & {
        nango_request_set_json(request_.get(), detail::Argument("json", json.text()).c_str());
        request_.get_deleter().kept.reset();
        return *this;
    }
    Request json(const Json &json) && { return std::move(this->json(json)); }

    /// A body from memory, which is copied. Client::proxy sends it so that the external API gets the bytes as they are,
    /// with this content type: see nango_parses_body. A Nango server accepts 75 MiB by default.
    Request &body(std::string_view bytes, std::string_view content_type) & {
        return body(bytes.data(), bytes.size(), content_type);
    }
    Request body(std::string_view bytes, std::string_view content_type) && {
        return std::move(body(bytes, content_type));
    }

    /// The same for `size` bytes at `data`, of any type.
    Request &body(const void *data, std::size_t size, std::string_view content_type) & {
        nango_request_set_body(request_.get(), data, size, detail::Argument("content_type", content_type).c_str());
        request_.get_deleter().kept.reset();
        return *this;
    }
    Request body(const void *data, std::size_t size, std::string_view content_type) && {
        return std::move(body(data, size, content_type));
    }

    /// A body that is streamed and never held in memory as a whole. `read` writes at most `capacity` bytes to the
    /// buffer and returns the number written, 0 at the end. An exception that it throws ends the call, which rethrows
    /// it. It runs on the thread that makes the call, and the request keeps it alive. With a `content_length` exactly
    /// that many bytes are read, and the call fails if the reader ends early; std::nullopt means unknown, and the body
    /// is sent with chunked encoding. Serves a single call. An empty function removes the body.
    Request &body_reader(std::function<std::size_t(char *buffer, std::size_t capacity)> read,
                         std::optional<std::uint64_t> content_length, std::string_view content_type) & {
        const auto kept = std::make_shared<detail::Read>(std::move(read));
        const std::int64_t length = content_length ? detail::at_most_largest<std::int64_t>(*content_length) : -1;
        nango_request_set_body_reader(request_.get(), *kept ? detail::nango_hpp_read : nullptr, kept.get(), length,
                                      detail::Argument("content_type", content_type).c_str());
        request_.get_deleter().kept = kept;
        return *this;
    }
    Request body_reader(std::function<std::size_t(char *buffer, std::size_t capacity)> read,
                        std::optional<std::uint64_t> content_length, std::string_view content_type) && {
        return std::move(body_reader(std::move(read), content_length, content_type));
    }

    /// Makes Nango send the request below another URL than the integration's own, such as "https://eu.api.example.com".
    Request &base_url_override(std::string_view url) & {
        nango_request_set_base_url_override(request_.get(), detail::Argument("base_url_override", url).c_str());
        return *this;
    }
    Request base_url_override(std::string_view url) && { return std::move(base_url_override(url)); }

    /// How often Nango itself repeats the external call when it fails. Default: not at all.
    Request &retries(std::uint32_t retries) & {
        nango_request_set_retries(request_.get(), detail::at_most_largest<std::int32_t>(retries));
        return *this;
    }
    Request retries(std::uint32_t retries) && { return std::move(this->retries(retries)); }

    /// The HTTP statuses for which Nango retries the call to the external API, in addition to those that it retries by
    /// default.
    Request &retry_on(const std::vector<std::int32_t> &statuses) & {
        nango_request_set_retry_on(request_.get(), statuses.data(), statuses.size());
        return *this;
    }
    Request retry_on(const std::vector<std::int32_t> &statuses) && { return std::move(retry_on(statuses)); }

    /// Makes Nango parse a JSON or form body, according to its content type, and serialize it again for the external
    /// API. Default: no, the API gets the bytes as they are. A few APIs need it because Nango adds credentials to the
    /// body: adyntel, mandrill and sage-member. It loses data: numbers lose digits, a name that repeats in a form
    /// becomes `name[]`, and JSON that is not an object or array is an error. Only for Client::proxy.
    Request &nango_parses_body(bool on = true) & {
        nango_request_set_nango_parses_body(request_.get(), on);
        return *this;
    }
    Request nango_parses_body(bool on = true) && { return std::move(nango_parses_body(on)); }

    /// Asks Nango to decompress the external API's response. Default: no. Nango 0.71 always decompresses gzip.
    Request &decompress(bool on = true) & {
        nango_request_set_decompress(request_.get(), on);
        return *this;
    }
    Request decompress(bool on = true) && { return std::move(decompress(on)); }

    /// Says that a call of Nango's own API changes nothing more when it is made a second time: then Client::request
    /// sends it again after a broken connection, too. GET and HEAD need no word of that. Default: no. Client::proxy
    /// ignores it.
    Request &repeatable(bool on = true) & {
        nango_request_set_repeatable(request_.get(), on);
        return *this;
    }
    Request repeatable(bool on = true) && { return std::move(repeatable(on)); }

    /// The idle timeout for sending the request body and reading the response body: the limit of each wait for the
    /// next part. Default: 30 s. 0 or less expires immediately.
    Request &idle_timeout(std::chrono::milliseconds timeout) & {
        nango_request_set_idle_timeout_ms(request_.get(), detail::not_negative(timeout));
        return *this;
    }
    Request idle_timeout(std::chrono::milliseconds timeout) && { return std::move(idle_timeout(timeout)); }

private:
    friend class Client;
    friend struct detail::Calls;
    detail::KeepingHandle<nango_request> request_;
};

/// The external API's response to a request through the proxy, whatever its status, or Nango's to a call of its own
/// API. May outlive the client and the request, and keeps the interrupt of its call alive, which is also called while
/// the body is read. Destroying one that was not read to its end closes its connection.
///
/// One thread at a time may read it. It needs the process that made it: reading in a child of fork throws
/// ErrorKind::Io. There is no operator<<, because it may contain secrets of your customers.
class Response {
public:
    /// The HTTP status of the external API's response; 0 for a moved-from object.
    [[nodiscard]] std::int32_t status() const noexcept { return nango_response_status(response_.get()); }

    /// The value of the first header with this name, in whatever case.
    [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const & {
        return detail::view(nango_response_header(response_.get(), detail::Argument("name", name).c_str()));
    }
    std::optional<std::string_view> header(std::string_view name) const && = delete;

    /// All headers, as pairs of name and value; names in lower case, those with the same name each. The pairs belong to
    /// the response.
    [[nodiscard]] std::vector<std::pair<std::string_view, std::string_view>> headers() const & {
        std::vector<std::pair<std::string_view, std::string_view>> all(nango_response_header_count(response_.get()));
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = {detail::view(nango_response_header_name(response_.get(), i)).value_or(""),
                      detail::view(nango_response_header_value(response_.get(), i)).value_or("")};
        return all;
    }
    std::vector<std::pair<std::string_view, std::string_view>> headers() const && = delete;

    /// Reads the next part of the body into `buffer`, at least one byte and at most `capacity`; waits for it at most
    /// for the request's idle timeout. Returns the number of bytes, 0 at the end. Throws Error, and whatever an
    /// interrupt throws: the body is then incomplete, and further reads fail too.
    [[nodiscard]] std::size_t read(char *buffer, std::size_t capacity) {
        nango_response *response = detail::present(response_, "response");
        return static_cast<std::size_t>(detail::result_of(
            [&](nango_error **error) { return nango_response_read(response, buffer, capacity, error); }));
    }

    /// The body, or the part that was not read yet, collected in memory. A NUL that the size does not count follows
    /// it. Throws Error, ErrorKind::TooLarge if there is more than ClientOptions::max_response_bytes allows, and what
    /// an interrupt throws.
    [[nodiscard]] std::string_view body() & {
        nango_response *response = detail::present(response_, "response");
        std::size_t size = 0;
        const void *body =
            detail::result_of([&](nango_error **error) { return nango_response_body(response, &size, error); });
        return {static_cast<const char *>(body), size};
    }
    std::string_view body() && = delete;

    /// The text of the JSON string that a JSON pointer (RFC 6901) names in the body: "/items/0/name". Also absent if
    /// the body is not JSON. Collects the body first, and throws what body() throws.
    [[nodiscard]] std::optional<std::string_view> get_string(std::string_view json_pointer) & {
        const detail::Argument pointer("json_pointer", json_pointer);
        (void)body();
        return detail::view(nango_response_get_string(response_.get(), pointer.c_str()));
    }
    std::optional<std::string_view> get_string(std::string_view json_pointer) && = delete;

    /// The text of any JSON value that a JSON pointer (RFC 6901) names in the body, as sent; "" names the whole. Also
    /// absent if the body is not JSON. Collects the body first, and throws what body() throws.
    [[nodiscard]] std::optional<std::string_view> get_json(std::string_view json_pointer) & {
        const detail::Argument pointer("json_pointer", json_pointer);
        (void)body();
        return detail::view(nango_response_get_json(response_.get(), pointer.c_str()));
    }
    std::optional<std::string_view> get_json(std::string_view json_pointer) && = delete;

    /// The body as a JSON value, to walk through: value()["items"][0]["name"]. Collects the body first, and throws what
    /// body() throws, and ErrorKind::Decode if the body is not JSON.
    [[nodiscard]] Value value() & {
        nango_response *response = detail::present(response_, "response");
        return Value(
            detail::result_of([&](nango_error **error) { return nango_response_value(response, error); }));
    }
    Value value() && = delete;

private:
    friend class Client;
    friend struct detail::Calls;
    explicit Response(detail::KeepingHandle<nango_response> response) noexcept : response_(std::move(response)) {}
    detail::KeepingHandle<nango_response> response_;
};

class Client;
class Document;

namespace detail {

/// What the operations need of a client, which is defined after them.
struct Calls {
    static void call(const Client &client, const Request &request, const CallOptions &options);
    static Document document(const Client &client, const Request &request, const CallOptions &options);

    /// The response as a model, or as a list of models.
    template <class T>
    static T result(const Client &client, const Request &request, const CallOptions &options);

    static Handle<nango_pages> pages(const Request &request, nango_page_style style);

    /// The next page; absent after the last.
    static std::optional<Document> next_page(const Client &client, nango_pages *pages, const CallOptions &options);

private:
    static Document document(Response response);
};

} // namespace detail

} // namespace nango

// Here, between what the operations are made of and the client that has them.
#include "nango_api.hpp"

namespace nango {

/// A client of one Nango environment. Make one and share it between all threads: it keeps connections alive.
///
/// The operations of Nango's API are in groups: client.connections().list(). request() makes any other call.
class Client : public detail::Groups<Client> {
public:
    /// A client with these settings. Sends nothing. Throws Error if a setting is invalid.
    explicit Client(const ClientOptions &options) {
        nango_error *error = nullptr;
        client_.reset(nango_client_new(detail::present(options.options_, "options"), &error));
        if (!client_)
            throw Error(error);
        client_.get_deleter().kept = options.options_.get_deleter().kept;
    }

    /// Ends all calls with ErrorKind::Cancelled: running calls within milliseconds, later ones immediately. Cannot be
    /// undone. Wait for the calls to return before the client is destroyed.
    void shutdown() const noexcept { nango_client_shutdown(client_.get()); }

    /// Removes a connection from the cache, for example after the external API rejected its token. Later calls request
    /// it from Nango. Throws Error for an id that contains a NUL.
    void invalidate(std::string_view connection_id, std::string_view provider_config_key) const {
        const detail::Argument id("connection_id", connection_id);
        const detail::Argument key("provider_config_key", provider_config_key);
        nango_client_invalidate(client_.get(), id.c_str(), key.c_str());
    }

    /// Removes everything from the cache. Later calls request connections from Nango.
    void clear_cache() const noexcept { nango_client_clear_cache(client_.get()); }

    /// Gets a connection with fresh credentials. Fetch it just before use; Nango advises to keep a token for 5 minutes
    /// at most. Any character is allowed in the ids. Blocks for at most the timeout. Throws Error, and what an
    /// interrupt throws.
    [[nodiscard]] Connection get_connection(std::string_view connection_id,
                                            std::string_view provider_config_key) const {
        return get(connection_id, provider_config_key, nullptr);
    }

    /// The same with settings of this call.
    [[nodiscard]] Connection get_connection(std::string_view connection_id, std::string_view provider_config_key,
                                            const CallOptions &options) const {
        return get(connection_id, provider_config_key, detail::present(options.options_, "options"));
    }

    /// Sends a request to the external API of a connection, through Nango, which adds the credentials: they never leave
    /// it. Blocks until the response headers have arrived, at most for the timeout; read the body afterwards.
    ///
    /// Every response of the external API is returned, whatever its status. Throws Error for a failure of Nango
    /// itself, and whatever an interrupt or the body's reader throws.
    [[nodiscard]] Response proxy(std::string_view connection_id, std::string_view provider_config_key,
                                 const Request &request) const {
        return send(connection_id, provider_config_key, request, {});
    }

    /// The same with settings of this call: a timeout, a token and an interrupt. The latter two end the reading of the
    /// body as well. A setting that applies only to get_connection() is an error.
    [[nodiscard]] Response proxy(std::string_view connection_id, std::string_view provider_config_key,
                                 const Request &request, const CallOptions &options) const {
        (void)detail::present(options.options_, "options");
        return send(connection_id, provider_config_key, request, options.options_);
    }

    /// Makes any call of Nango's own API: nango::Request("GET", "/connections/{connectionId}").path_parameter(...).
    /// Blocks until the whole response has arrived, at most for the timeout.
    ///
    /// A response means that Nango did as asked. Anything else is thrown as Error, with Nango's code, and what Nango
    /// said of each field in Error::value(). GET and HEAD are retried as get_connection() is; anything else only if it
    /// cannot have reached Nango, or on Nango's own 429: see also Request::repeatable.
    [[nodiscard]] Response request(const Request &request) const { return call(request, {}); }

    /// The same with settings of this call: a timeout, a token and an interrupt.
    [[nodiscard]] Response request(const Request &request, const CallOptions &options) const {
        (void)detail::present(options.options_, "options");
        return call(request, options.options_);
    }

private:
    Connection get(std::string_view connection_id, std::string_view provider_config_key,
                   const nango_call_options *options) const {
        const detail::Argument id("connection_id", connection_id);
        const detail::Argument key("provider_config_key", provider_config_key);
        const nango_client *client = detail::present(client_, "client");
        return Connection(detail::result_of([&](nango_error **error) {
            return detail::Handle<nango_connection>(
                nango_get_connection(client, id.c_str(), key.c_str(), options, error));
        }));
    }

    Response send(std::string_view connection_id, std::string_view provider_config_key, const Request &request,
                  const detail::KeepingHandle<nango_call_options> &options) const {
        const detail::Argument id("connection_id", connection_id);
        const detail::Argument key("provider_config_key", provider_config_key);
        const nango_client *client = detail::present(client_, "client");
        const nango_request *sent = detail::present(request.request_, "request");
        return Response(detail::result_of([&](nango_error **error) {
            return detail::KeepingHandle<nango_response>(
                nango_proxy(client, id.c_str(), key.c_str(), sent, options.get(), error), options.get_deleter());
        }));
    }

    Response call(const Request &request, const detail::KeepingHandle<nango_call_options> &options) const {
        const nango_client *client = detail::present(client_, "client");
        const nango_request *sent = detail::present(request.request_, "request");
        return Response(detail::result_of([&](nango_error **error) {
            return detail::KeepingHandle<nango_response>(nango_call(client, sent, options.get(), error),
                                                         options.get_deleter());
        }));
    }

    friend struct detail::Calls;
    detail::KeepingHandle<nango_client> client_;
};

namespace detail {

inline void Calls::call(const Client &client, const Request &request, const CallOptions &options) {
    (void)client.request(request, options);
}

inline Document Calls::document(const Client &client, const Request &request, const CallOptions &options) {
    return document(client.request(request, options));
}

inline Document Calls::document(Response response) {
    const auto kept = std::make_shared<Response>(std::move(response));
    return Document(std::shared_ptr<const nango_value>(kept, kept->value().get()));
}

template <class T>
T Calls::result(const Client &client, const Request &request, const CallOptions &options) {
    const Document whole = document(client, request, options);
    return Field<T>::from(whole, whole.value(), "the result");
}

inline Handle<nango_pages> Calls::pages(const Request &request, nango_page_style style) {
    return Handle<nango_pages>(made(nango_pages_new(present(request.request_, "request"), style)));
}

inline std::optional<Document> Calls::next_page(const Client &client, nango_pages *pages, const CallOptions &options) {
    const nango_client *asked = present(client.client_, "client");
    const nango_call_options *settings = present(options.options_, "options");
    KeepingHandle<nango_response> page = result_of([&](nango_error **error) {
        return KeepingHandle<nango_response>(nango_pages_next(pages, asked, settings, error),
                                             options.options_.get_deleter());
    });
    return page ? std::optional(document(Response(std::move(page)))) : std::nullopt;
}

} // namespace detail

} // namespace nango

#endif // NANGO_HPP
