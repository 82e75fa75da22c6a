// Every accessor by its name, as JSON.
#ifndef PROBE_ACCESSORS_HPP
#define PROBE_ACCESSORS_HPP

#include <chrono>
#include <cstdint>
#include <map>
#include <nango.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "../c/json.h"

inline void print(std::string_view text) { json_print_string(text.data(), text.size()); }
inline void print(std::int64_t number) { std::printf("%lld", static_cast<long long>(number)); }

template <class T>
void print(const std::optional<T> &value) {
    if (value)
        print(*value);
    else
        std::printf("null");
}

// Prints members, separated by commas.
class Members {
public:
    template <class T>
    Members &operator()(std::string_view name, const T &value) {
        if (!is_first_)
            std::putchar(',');
        is_first_ = false;
        print(name);
        std::putchar(':');
        print(value);
        return *this;
    }

private:
    bool is_first_ = true;
};

inline void print_fields(const nango::Connection &c) {
    Members()("id", c.id())("auth_mode", static_cast<std::int64_t>(c.auth_mode()))("account_id", c.account_id())(
        "expires_at_ms", c.expires_at_ms())("connection_id", c.connection_id())(
        "provider_config_key", c.provider_config_key())("provider", c.provider())("created_at", c.created_at())(
        "updated_at", c.updated_at())("last_fetched_at", c.last_fetched_at())(
        "webhook_url_override", c.webhook_url_override())("metadata_json", c.metadata_json())(
        "connection_config_json", c.connection_config_json())("tags_json", c.tags_json())(
        "end_user_json", c.end_user_json())("errors_json", c.errors_json())("json", c.json())(
        "auth_mode_name", c.auth_mode_name())("token", c.token())("access_token", c.access_token())(
        "refresh_token", c.refresh_token())("oauth_token", c.oauth_token())(
        "oauth_token_secret", c.oauth_token_secret())("api_key", c.api_key())("username", c.username())(
        "password", c.password())("credentials_json", c.credentials_json())("raw_json", c.raw_json())(
        "expires_at", c.expires_at());
}

inline void print_fields(const nango::Error &error) {
    const std::optional<std::chrono::milliseconds> wait = error.retry_after();
    Members()("kind", static_cast<std::int64_t>(error.kind()))("kind_name", error.kind_name())(
        "http_status", std::int64_t{error.http_status()})("attempts", std::int64_t{error.attempts()})(
        "is_retryable", std::int64_t{error.is_retryable()})(
        "retry_after_ms", wait ? std::int64_t{wait->count()} : std::int64_t{-1})("code", error.code())(
        "server_message", error.server_message())("body", error.body())("message", std::string_view(error.what()));
}

// The body is printed besides, if it is kept.
inline void print_fields(const nango::Response &response) {
    Members()("status", std::int64_t{response.status()})("header_count",
                                                         static_cast<std::int64_t>(response.headers().size()));
}

// One look-up for each type, whose result must be a type that `print` supports.
inline void print_look_up(nango::Connection &connection, std::string_view function, const std::string &argument) {
    if (function == "credential")
        print(connection.credential(argument));
    else if (function == "get_string")
        print(connection.get_string(argument));
    else if (function == "get_json")
        print(connection.get_json(argument));
    else
        json_stop("no such look-up in a connection", argument.c_str());
}

inline void print_look_up(nango::Response &response, std::string_view function, const std::string &argument) {
    if (function == "header")
        print(response.header(argument));
    else if (function == "get_string")
        print(response.get_string(argument));
    else if (function == "get_json")
        print(response.get_json(argument));
    else
        json_stop("no such look-up in a response", argument.c_str());
}

#endif
