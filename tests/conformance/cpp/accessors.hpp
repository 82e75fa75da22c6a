// What the accessors give, by the names of the format.
#ifndef CONFORMANCE_ACCESSORS_HPP
#define CONFORMANCE_ACCESSORS_HPP

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <nango.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "calls.hpp"
#include "table.hpp"

inline Value result(std::string_view got) { return std::string(got); }
inline Value result(std::int64_t got) { return got; }

template <class T>
Value result(const std::optional<T> &got) {
    return got ? result(*got) : Value(Absent());
}

#define FIELD(name) \
    { #name, [](const nango::Connection &connection) { return result(connection.name()); } }

inline const std::map<std::string, std::function<Value(const nango::Connection &)>> connection_fields = {
    FIELD(id),
    {"auth_mode",
     [](const nango::Connection &connection) { return result(static_cast<std::int64_t>(connection.auth_mode())); }},
    FIELD(account_id),
    FIELD(expires_at_ms),
    FIELD(connection_id),
    FIELD(provider_config_key),
    FIELD(provider),
    FIELD(created_at),
    FIELD(updated_at),
    FIELD(last_fetched_at),
    FIELD(webhook_url_override),
    FIELD(metadata_json),
    FIELD(connection_config_json),
    FIELD(tags_json),
    FIELD(end_user_json),
    FIELD(errors_json),
    FIELD(json),
    FIELD(auth_mode_name),
    FIELD(token),
    FIELD(access_token),
    FIELD(refresh_token),
    FIELD(oauth_token),
    FIELD(oauth_token_secret),
    FIELD(api_key),
    FIELD(username),
    FIELD(password),
    FIELD(credentials_json),
    FIELD(raw_json),
    FIELD(expires_at),
};

#define LOOK_UP(name) \
    { \
        #name, [](const nango::Connection &connection, const std::string &argument) { \
            return result(connection.name(argument)); \
        } \
    }

inline const std::map<std::string, std::function<Value(const nango::Connection &, const std::string &)>> connection_look_ups = {
    LOOK_UP(credential),
    LOOK_UP(get_string),
    LOOK_UP(get_json),
};

inline const std::map<std::string, std::function<Value(const Answer &)>> response_fields = {
    {"status", [](const Answer &answer) { return result(std::int64_t{answer.response.status()}); }},
    {"header_count",
     [](const Answer &answer) { return result(static_cast<std::int64_t>(answer.response.headers().size())); }},
    {"body", [](const Answer &answer) { return result(answer.body); }},
};

#define RESPONSE_LOOK_UP(name) \
    { #name, [](Answer &answer, const std::string &argument) { return result(answer.response.name(argument)); } }

inline const std::map<std::string, std::function<Value(Answer &, const std::string &)>> response_look_ups = {
    RESPONSE_LOOK_UP(header),
    RESPONSE_LOOK_UP(get_string),
    RESPONSE_LOOK_UP(get_json),
};

inline const std::map<std::string, std::function<Value(const nango::Error &)>> error_fields = {
    {"kind", [](const nango::Error &error) { return result(static_cast<std::int64_t>(error.kind())); }},
    {"kind_name", [](const nango::Error &error) { return result(error.kind_name()); }},
    {"http_status", [](const nango::Error &error) { return result(std::int64_t{error.http_status()}); }},
    {"retry_after_ms",
     [](const nango::Error &error) {
         const std::optional<std::chrono::milliseconds> wait = error.retry_after();
         return result(wait ? std::int64_t{wait->count()} : std::int64_t{-1});
     }},
    {"attempts", [](const nango::Error &error) { return result(std::int64_t{error.attempts()}); }},
    {"is_retryable", [](const nango::Error &error) { return result(std::int64_t{error.is_retryable()}); }},
    {"code", [](const nango::Error &error) { return result(error.code()); }},
    {"server_message", [](const nango::Error &error) { return result(error.server_message()); }},
    {"body", [](const nango::Error &error) { return result(error.body()); }},
};

#endif
