/**
 * @file nango_request.hpp
 * Requests for external APIs and for Nango itself, and their responses. Included by nango.hpp.
 */
#include "nango.hpp"
#ifndef NANGO_REQUEST_HPP
#define NANGO_REQUEST_HPP

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>
#if __has_include(<span>) && __cplusplus >= 202002L
#include <span>
#endif

#include "nango_options.hpp"

namespace nango {

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
    Request(StringArg method, StringArg endpoint)
        : request_(detail::made(nango_request_new(detail::Argument("method", method).c_str(),
                                                  detail::Argument("endpoint", endpoint).c_str()))) {}

    /// Sets the value of {name} in the path: one segment, which is encoded, even "..". The name is written without its
    /// braces. Only for Client::request.
    Request &path_parameter(StringArg name, StringArg value) & {
        const detail::Argument parameter_name("path parameter name", name);
        const detail::Argument parameter_value("path parameter value", value);
        nango_request_set_path_parameter(request_.get(), parameter_name.c_str(), parameter_value.c_str());
        return *this;
    }
    Request path_parameter(StringArg name, StringArg value) && {
        return std::move(path_parameter(name, value));
    }

    /// Adds a parameter to the query, encoded, behind those in the endpoint. May be called again, with the same name
    /// too.
    Request &add_query(StringArg name, StringArg value) & {
        const detail::Argument query_name("query name", name);
        const detail::Argument query_value("query value", value);
        nango_request_add_query(request_.get(), query_name.c_str(), query_value.c_str());
        return *this;
    }
    Request add_query(StringArg name, StringArg value) && { return std::move(add_query(name, value)); }

    /// Adds a header for the external API. Content-Type takes precedence over the body's content type. A header that
    /// belongs to the connection or to the body's framing, such as Content-Length, is an error. Of several with one
    /// name the values are joined by a comma.
    Request &add_header(StringArg name, StringArg value) & {
        const detail::Argument header_name("header name", name);
        const detail::Argument header_value("header value", value);
        nango_request_add_header(request_.get(), header_name.c_str(), header_value.c_str());
        return *this;
    }
    Request add_header(StringArg name, StringArg value) && { return std::move(add_header(name, value)); }

    /// A JSON body, with the content type application/json.
    Request &json(const Json &json) & {
        nango_request_set_json(request_.get(), detail::Argument("json", json.text()).c_str());
        request_.get_deleter().kept.reset();
        return *this;
    }
    Request json(const Json &json) && { return std::move(this->json(json)); }

    /// A body from memory, which is copied. Client::proxy sends it so that the external API gets the bytes as they are,
    /// with this content type: see nango_parses_body. A Nango server accepts 75 MiB by default.
    Request &body(StringArg bytes, StringArg content_type) & {
        const std::string_view all = bytes.bytes("body");
        return body(all.data(), all.size(), content_type);
    }
    Request body(StringArg bytes, StringArg content_type) && {
        return std::move(body(bytes, content_type));
    }

    /// The same for `size` bytes at `data`, of any type.
    Request &body(const void *data, std::size_t size, StringArg content_type) & {
        nango_request_set_body(request_.get(), data, size, detail::Argument("content_type", content_type).c_str());
        request_.get_deleter().kept.reset();
        return *this;
    }
    Request body(const void *data, std::size_t size, StringArg content_type) && {
        return std::move(body(data, size, content_type));
    }

    /// A body that is streamed and never held in memory as a whole. `read` writes at most `capacity` bytes to the
    /// buffer and returns the number written, 0 at the end. An exception that it throws ends the call, which rethrows
    /// it. It runs on the thread that makes the call, and the request keeps it alive. With a `content_length` exactly
    /// that many bytes are read, and the call fails if the reader ends early; std::nullopt means unknown, and the body
    /// is sent with chunked encoding. Serves a single call. An empty function removes the body.
    Request &body_reader(std::function<std::size_t(char *buffer, std::size_t capacity)> read,
                         std::optional<std::uint64_t> content_length, StringArg content_type) & {
        const auto kept = std::make_shared<detail::Read>(std::move(read));
        const std::int64_t length = content_length ? detail::at_most_largest<std::int64_t>(*content_length) : -1;
        nango_request_set_body_reader(request_.get(), *kept ? detail::nango_hpp_read : nullptr, kept.get(), length,
                                      detail::Argument("content_type", content_type).c_str());
        request_.get_deleter().kept = kept;
        return *this;
    }
    Request body_reader(std::function<std::size_t(char *buffer, std::size_t capacity)> read,
                        std::optional<std::uint64_t> content_length, StringArg content_type) && {
        return std::move(body_reader(std::move(read), content_length, content_type));
    }

    /// Makes Nango send the request below another URL than the integration's own, such as "https://eu.api.example.com".
    Request &base_url_override(StringArg url) & {
        nango_request_set_base_url_override(request_.get(), detail::Argument("base_url_override", url).c_str());
        return *this;
    }
    Request base_url_override(StringArg url) && { return std::move(base_url_override(url)); }

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

    /// Makes Nango send the credentials along when it follows a redirect of the external API to another host. Default: no,
    /// such a request goes without them. That host gets the credentials: use it only for an API whose redirects you trust.
    /// Only for Client::proxy.
    Request &forward_headers_on_redirect(bool on = true) & {
        nango_request_set_forward_headers_on_redirect(request_.get(), on);
        return *this;
    }
    Request forward_headers_on_redirect(bool on = true) && { return std::move(forward_headers_on_redirect(on)); }

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
    [[nodiscard]] std::optional<std::string_view> header(StringArg name) const & NANGO_LIFETIMEBOUND {
        return detail::view(nango_response_header(response_.get(), detail::Argument("name", name).c_str()));
    }
    [[nodiscard]] OptionalString header(StringArg name) const && { return OptionalString(header(name)); }

    /// All headers, as pairs of name and value; names in lower case, those with the same name each. The pairs belong to
    /// the response.
    [[nodiscard]] std::vector<std::pair<std::string_view, std::string_view>> headers() const & NANGO_LIFETIMEBOUND {
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

#ifdef __cpp_lib_span
    /// The same into a span, of C++20.
    [[nodiscard]] std::size_t read(std::span<std::byte> buffer) {
        return read(reinterpret_cast<char *>(buffer.data()), buffer.size());
    }
#endif

    /// The body, or the part that was not read yet, collected in memory. A NUL that the size does not count follows
    /// it. Throws Error, ErrorKind::TooLarge if there is more than ClientOptions::max_response_bytes allows, and what
    /// an interrupt throws.
    [[nodiscard]] std::string_view body() & NANGO_LIFETIMEBOUND {
        nango_response *response = detail::present(response_, "response");
        std::size_t size = 0;
        const void *body =
            detail::result_of([&](nango_error **error) { return nango_response_body(response, &size, error); });
        return {static_cast<const char *>(body), size};
    }
    [[nodiscard]] OwnedString body() && { return OwnedString(body()); }

    /// The text of the JSON string that a JSON pointer (RFC 6901) names in the body: "/items/0/name". Also absent if
    /// the body is not JSON. Collects the body first, and throws what body() throws.
    [[nodiscard]] std::optional<std::string_view> get_string(StringArg json_pointer) & NANGO_LIFETIMEBOUND {
        const detail::Argument pointer("json_pointer", json_pointer);
        (void)body();
        return detail::view(nango_response_get_string(response_.get(), pointer.c_str()));
    }
    [[nodiscard]] OptionalString get_string(StringArg json_pointer) && {
        return OptionalString(get_string(json_pointer));
    }

    /// The text of any JSON value that a JSON pointer (RFC 6901) names in the body, as sent; "" names the whole. Also
    /// absent if the body is not JSON. Collects the body first, and throws what body() throws.
    [[nodiscard]] std::optional<std::string_view> get_json(StringArg json_pointer) & NANGO_LIFETIMEBOUND {
        const detail::Argument pointer("json_pointer", json_pointer);
        (void)body();
        return detail::view(nango_response_get_json(response_.get(), pointer.c_str()));
    }
    [[nodiscard]] OptionalString get_json(StringArg json_pointer) && { return OptionalString(get_json(json_pointer)); }

    /// The body as a JSON value, to walk through: value()["items"][0]["name"]. Collects the body first, and throws what
    /// body() throws, and ErrorKind::Decode if the body is not JSON.
    [[nodiscard]] Value value() & NANGO_LIFETIMEBOUND {
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

} // namespace nango

#endif // NANGO_REQUEST_HPP
