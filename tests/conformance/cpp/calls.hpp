// The calls of the cases, made through nango.hpp.
#ifndef CONFORMANCE_CALLS_HPP
#define CONFORMANCE_CALLS_HPP

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <nango.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "table.hpp"

inline std::string text_of(const Case &current, const std::string &name) {
    return std::get<std::string>(current.call.at(name));
}

inline bool flag_of(const Case &current, const std::string &name) {
    return std::get<std::int64_t>(current.call.at(name)) != 0;
}

inline nango::Route route_of(const Case &current) {
    const std::map<std::string, nango::Route> routes = {
        {"auto", nango::Route::Auto},
        {"connection", nango::Route::Connection},
        {"connections", nango::Route::Connections},
    };
    return routes.at(text_of(current, "route"));
}

inline nango::Client client_of(const Case &current) {
    nango::ClientOptions options;
    options.secret_key(text_of(current, "secret_key"))
        .base_url(text_of(current, "base_url"))
        .route(route_of(current))
        .allow_plaintext_http(flag_of(current, "allow_plaintext_http"))
        .max_retries(0)
        .http_proxy("");
    for (const auto &[name, header] : current.headers)
        options.add_header(name, header);
    if (const auto *bytes = std::get_if<std::int64_t>(&current.call.at("max_response_bytes")))
        options.max_response_bytes(static_cast<std::uint64_t>(*bytes));
    if (const auto *product = std::get_if<std::string>(&current.call.at("user_agent")))
        options.user_agent(*product);
    return nango::Client(options);
}

inline nango::CallOptions options_of(const Case &current) {
    nango::CallOptions options;
    options.force_refresh(flag_of(current, "force_refresh"))
        .refresh_token(flag_of(current, "refresh_token"))
        .refresh_github_app_jwt_token(flag_of(current, "refresh_github_app_jwt_token"));
    if (const auto *timeout = std::get_if<std::int64_t>(&current.call.at("timeout_ms")))
        options.timeout(std::chrono::milliseconds(*timeout));
    return options;
}

inline nango::Connection connection_of(const Case &current) {
    const nango::Client client = client_of(current);
    return client.get_connection(text_of(current, "connection_id"), text_of(current, "provider_config_key"),
                                 options_of(current));
}

// A reader of the whole, in pieces that are smaller than it is asked for.
inline std::function<std::size_t(char *, std::size_t)> in_pieces(const std::string &bytes) {
    return [bytes, at = std::size_t{0}](char *buffer, std::size_t capacity) mutable {
        const std::size_t count = std::min({bytes.size() - at, capacity, std::size_t{1000}});
        std::copy_n(bytes.data() + at, count, buffer);
        at += count;
        return count;
    };
}

inline void add_body(nango::Request &request, const std::map<std::string, Value> &settings) {
    const auto *bytes = std::get_if<std::string>(&settings.at("body"));
    if (bytes == nullptr)
        return;
    const auto *named = std::get_if<std::string>(&settings.at("content_type"));
    const std::string content_type = named ? *named : "";
    const std::string &source = std::get<std::string>(settings.at("body_from"));
    if (source == "memory")
        request.body(*bytes, content_type);
    else if (source == "sized_reader")
        request.body_reader(in_pieces(*bytes), bytes->size(), content_type);
    else
        request.body_reader(in_pieces(*bytes), std::nullopt, content_type);
}

inline nango::Request request_of(const Case &current) {
    const std::map<std::string, Value> &settings = current.proxy;
    nango::Request request(std::get<std::string>(settings.at("method")),
                           std::get<std::string>(settings.at("endpoint")));
    for (const auto &[name, value] : current.proxy_query)
        request.add_query(name, value);
    for (const auto &[name, value] : current.proxy_headers)
        request.add_header(name, value);
    request.retry_on(current.proxy_retry_on);
    add_body(request, settings);
    if (const auto *url = std::get_if<std::string>(&settings.at("base_url_override")))
        request.base_url_override(*url);
    if (const auto *retries = std::get_if<std::int64_t>(&settings.at("retries")))
        request.retries(static_cast<std::uint32_t>(*retries));
    request.decompress(std::get<std::int64_t>(settings.at("decompress")) != 0);
    if (const auto *timeout = std::get_if<std::int64_t>(&settings.at("idle_timeout_ms")))
        request.idle_timeout(std::chrono::milliseconds(*timeout));
    return request;
}

// A response, and the body that was taken from it.
struct Answer {
    nango::Response response;
    std::string body;
};

inline std::string parts_of(nango::Response &response, std::size_t size) {
    std::string body;
    std::vector<char> part(size);
    while (const std::size_t count = response.read(part.data(), size)) {
        if (count > size)
            throw std::logic_error("more was read than there was room for");
        body.append(part.data(), count);
    }
    return body;
}

inline Answer answer_of(const Case &current) {
    const nango::Client client = client_of(current);
    nango::Response response = client.proxy(text_of(current, "connection_id"),
                                            text_of(current, "provider_config_key"), request_of(current),
                                            options_of(current));
    const auto *size = std::get_if<std::int64_t>(&current.proxy.at("read_size"));
    std::string body =
        size ? parts_of(response, static_cast<std::size_t>(*size)) : std::string(response.body());
    return {std::move(response), std::move(body)};
}

#endif
