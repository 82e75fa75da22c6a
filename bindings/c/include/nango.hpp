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
 * accessor returns belongs to the object and lives as long as the object. On a temporary such an accessor returns a
 * copy instead, a nango::OwnedString or nango::OptionalString; an accessor that returns anything else that belongs to
 * the object cannot be called there. Clang warns about a function that returns a view of a local object.
 *
 * Failure. Functions that fail throw nango::Error. Running out of memory throws std::bad_alloc in this header and
 * aborts the process inside the library.
 *
 * Arguments. A nango::StringArg is made of any string, and a std::string_view need not end in a NUL. A string that
 * contains a NUL throws ErrorKind::InvalidArgument, because C would truncate it, and a truncated connection id could
 * name another customer's connection. So does a null const char *, such as std::getenv returns for an unset variable.
 *
 * Threads. Const members may be called by any number of threads at once: share one client.
 *
 * The object that receives a callback, for logging, interrupting or reading a body, owns it. Callbacks run on the
 * thread that makes the call and must not call the same client.
 */
#ifndef NANGO_HPP
#define NANGO_HPP

#if (defined(_MSVC_LANG) ? _MSVC_LANG : __cplusplus) < 201703L
#error "nango.hpp needs C++17: compile with -std=c++17 or later, or use nango.h"
#elif !defined(__cpp_exceptions)
#error "nango.hpp reports errors as exceptions: compile without -fno-exceptions, or use nango.h"
#else

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "nango.h"
#include "nango_connection.hpp"
#include "nango_error.hpp"
#include "nango_options.hpp"
#include "nango_request.hpp"
#include "nango_value.hpp"

namespace nango {

/// The version of the library that is loaded, such as "0.1.0".
[[nodiscard]] inline std::string_view version() noexcept { return nango_version(); }

class Client;
class Document;

namespace detail {

/// What the operations need of a client, which is defined after them.
struct Calls {
    static Response call(const Client &client, const Request &request, const CallOptions &options);
    static Response call_until(const Client &client, const Request &request, Until until, const CallOptions &options);

    /// What these members and indices of a response lead to: a model, a list of models, or any JSON.
    template <class T>
    static T result(Response response, std::initializer_list<const char *> at = {});

    static Handle<nango_pages> pages(const Request &request, nango_page_style style);

    /// The JSON of a webhook that is signed.
    static Document webhook(std::string_view body, std::string_view signature, StringArg signing_key);

    /// The next page; absent after the last.
    static std::optional<Document> next_page(const Client &client, nango_pages *pages, const CallOptions &options);

private:
    static Document document(Response response);
};

} // namespace detail

} // namespace nango

#include "nango_names.hpp"
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

    /// A client with this secret key, and all else as the environment and the defaults have it: nango::Client("...").
    // A template, so that Client({}) still has default options.
    template <class T, class = std::enable_if_t<std::is_convertible_v<const T &, StringArg>>>
    explicit Client(const T &secret_key) : Client(ClientOptions().secret_key(secret_key)) {}

    /// Ends all calls with ErrorKind::Cancelled: running calls within milliseconds, later ones immediately. Cannot be
    /// undone. Wait for the calls to return before the client is destroyed.
    void shutdown() const noexcept { nango_client_shutdown(client_.get()); }

    /// Removes a connection from the cache, for example after the external API rejected its token. Later calls request
    /// it from Nango. Throws Error for an id that contains a NUL.
    void invalidate(StringArg connection_id, StringArg provider_config_key) const {
        const detail::Argument id("connection_id", connection_id);
        const detail::Argument key("provider_config_key", provider_config_key);
        nango_client_invalidate(client_.get(), id.c_str(), key.c_str());
    }

    /// Removes everything from the cache. Later calls request connections from Nango.
    void clear_cache() const noexcept { nango_client_clear_cache(client_.get()); }

    /// Gets a connection with fresh credentials. Fetch it just before use; Nango advises to keep a token for 5 minutes
    /// at most. Any character is allowed in the ids. Blocks for at most the timeout. Throws Error, and what an
    /// interrupt throws.
    [[nodiscard]] Connection get_connection(StringArg connection_id,
                                            StringArg provider_config_key) const {
        return get(connection_id, provider_config_key, nullptr);
    }

    /// The same with settings of this call.
    [[nodiscard]] Connection get_connection(StringArg connection_id, StringArg provider_config_key,
                                            const CallOptions &options) const {
        return get(connection_id, provider_config_key, detail::present(options.options_, "options"));
    }

    /// What authenticates a request with fresh credentials: the access token, the token or the API key of a connection,
    /// as Connection::token() has it. See get_connection(). Throws ErrorKind::InvalidArgument for a connection that one
    /// string does not authenticate, such as one of OAuth 1.
    [[nodiscard]] OwnedString get_token(StringArg connection_id, StringArg provider_config_key,
                                        const CallOptions &options = CallOptions()) const {
        const Connection connection = get_connection(connection_id, provider_config_key, options);
        const std::optional<std::string_view> token = connection.token();
        if (!token)
            detail::refuse("the auth mode " + std::string(connection.auth_mode_name().value_or("of the connection")) +
                           " has no single token: use get_connection() and its credentials, or proxy()");
        return OwnedString(*token);
    }

    /// What the external API said when it gave the credentials, such as the scopes that it granted: Connection::raw_json
    /// as a value, absent if Nango has none. See get_connection().
    [[nodiscard]] Document get_raw_token_response(StringArg connection_id, StringArg provider_config_key,
                                                  const CallOptions &options = CallOptions()) const {
        return part(get_connection(connection_id, provider_config_key, options), {"credentials", "raw"});
    }

    /// The metadata that your product stored with a connection: Connection::metadata_json as a value. See
    /// get_connection().
    [[nodiscard]] Document get_metadata(StringArg connection_id, StringArg provider_config_key,
                                        const CallOptions &options = CallOptions()) const {
        return part(get_connection(connection_id, provider_config_key, options), {"metadata"});
    }

    /// Sends a request to the external API of a connection, through Nango, which adds the credentials: they never leave
    /// it. Blocks until the response headers have arrived, at most for the timeout; read the body afterwards.
    ///
    /// Every response of the external API is returned, whatever its status. Throws Error for a failure of Nango
    /// itself, and whatever an interrupt or the body's reader throws.
    [[nodiscard]] Response proxy(StringArg connection_id, StringArg provider_config_key,
                                 const Request &request) const {
        return send(connection_id, provider_config_key, request, {});
    }

    /// The same with settings of this call: a timeout, a token and an interrupt. The latter two end the reading of the
    /// body as well. A setting that applies only to get_connection() is an error.
    [[nodiscard]] Response proxy(StringArg connection_id, StringArg provider_config_key,
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

    /// Repeats a call of Nango's own API until its response is what `until` says: at once, after half a second, and then
    /// every second or two. See request(). The timeout is that of the whole wait, after which ErrorKind::Timeout is
    /// thrown. Any other error ends the wait, but for the 404 that Until::Found waits to pass.
    [[nodiscard]] Response request_until(const Request &request, Until until,
                                         const CallOptions &options = CallOptions()) const {
        const nango_client *client = detail::present(client_, "client");
        const nango_request *sent = detail::present(request.request_, "request");
        const nango_call_options *settings = detail::present(options.options_, "options");
        return Response(detail::result_of([&](nango_error **error) {
            return detail::KeepingHandle<nango_response>(
                nango_call_until(client, sent, static_cast<nango_until>(until), settings, error),
                options.options_.get_deleter());
        }));
    }

private:
    Connection get(StringArg connection_id, StringArg provider_config_key,
                   const nango_call_options *options) const {
        const detail::Argument id("connection_id", connection_id);
        const detail::Argument key("provider_config_key", provider_config_key);
        const nango_client *client = detail::present(client_, "client");
        return Connection(detail::result_of([&](nango_error **error) {
            return detail::Handle<nango_connection>(
                nango_get_connection(client, id.c_str(), key.c_str(), options, error));
        }));
    }

    /// What these members of a connection lead to, with the connection.
    static Document part(Connection connection, std::initializer_list<const char *> members) {
        const auto kept = std::make_shared<Connection>(std::move(connection));
        Value value = kept->value();
        for (const char *member : members)
            value = value[member];
        return Document(std::shared_ptr<const nango_value>(kept, value.get()));
    }

    Response send(StringArg connection_id, StringArg provider_config_key, const Request &request,
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

inline Response Calls::call(const Client &client, const Request &request, const CallOptions &options) {
    return client.request(request, options);
}

inline Response Calls::call_until(const Client &client, const Request &request, Until until,
                                  const CallOptions &options) {
    return client.request_until(request, until, options);
}

inline Document Calls::document(Response response) {
    const auto kept = std::make_shared<Response>(std::move(response));
    return Document(std::shared_ptr<const nango_value>(kept, kept->value().get()));
}

template <class T>
T Calls::result(Response response, std::initializer_list<const char *> at) {
    const Document whole = document(std::move(response));
    Value value = whole.value();
    std::string place;
    for (const char *step : at) {
        const bool is_index = *step >= '0' && *step <= '9';
        if (value.type() == ValueType::Array)
            value = is_index ? value[std::stoul(step)] : Value();
        else
            value = value[step];
        place.append(place.empty() ? "" : "/").append(step);
    }
    return Field<T>::from(whole, value, place.empty() ? "the result" : place.c_str());
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

inline Document Calls::webhook(std::string_view body, std::string_view signature, StringArg signing_key) {
    const Argument key("signing_key", signing_key);
    const std::optional<std::string> text = signature_text(signature);
    const std::shared_ptr<nango_webhook> webhook = result_of([&](nango_error **error) {
        return Handle<nango_webhook>(nango_webhook_parse(body.data(), body.size(), text ? text->c_str() : nullptr,
                                                         key.c_str(), error));
    });
    return Document(std::shared_ptr<const nango_value>(webhook, nango_webhook_value(webhook.get())));
}

} // namespace detail

} // namespace nango

#include "nango_webhook.hpp"

#endif // C++17 with exceptions

#endif // NANGO_HPP
