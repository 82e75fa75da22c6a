/**
 * @file nango_names.hpp
 * The names of the numbers of nango.h, for logs: to_string and operator<<. Included by nango.hpp.
 *
 * Generated from abi/nango.json: do not edit.
 */
#include "nango.hpp"
#ifndef NANGO_NAMES_HPP
#define NANGO_NAMES_HPP

#include <iosfwd>

namespace nango {

/// The name, such as "WARN"; for a number that this header does not know, the number.
[[nodiscard]] inline std::string to_string(LogLevel value) {
    switch (static_cast<std::int32_t>(value)) {
    case NANGO_LOG_ERROR:
        return "ERROR";
    case NANGO_LOG_WARN:
        return "WARN";
    case NANGO_LOG_INFO:
        return "INFO";
    case NANGO_LOG_DEBUG:
        return "DEBUG";
    case NANGO_LOG_TRACE:
        return "TRACE";
    default:
        return std::to_string(static_cast<std::int32_t>(value));
    }
}

/// Prints what to_string returns.
template <class Traits>
std::basic_ostream<char, Traits> &operator<<(std::basic_ostream<char, Traits> &stream, LogLevel value) {
    return stream << to_string(value);
}

/// The name, such as "NULL"; for a number that this header does not know, the number.
[[nodiscard]] inline std::string to_string(ValueType value) {
    switch (static_cast<std::int32_t>(value)) {
    case NANGO_VALUE_ABSENT:
        return "ABSENT";
    case NANGO_VALUE_NULL:
        return "NULL";
    case NANGO_VALUE_BOOL:
        return "BOOL";
    case NANGO_VALUE_NUMBER:
        return "NUMBER";
    case NANGO_VALUE_STRING:
        return "STRING";
    case NANGO_VALUE_ARRAY:
        return "ARRAY";
    case NANGO_VALUE_OBJECT:
        return "OBJECT";
    default:
        return std::to_string(static_cast<std::int32_t>(value));
    }
}

/// Prints what to_string returns.
template <class Traits>
std::basic_ostream<char, Traits> &operator<<(std::basic_ostream<char, Traits> &stream, ValueType value) {
    return stream << to_string(value);
}

/// The name, such as "INVALID_ARGUMENT"; for a number that this header does not know, the number.
[[nodiscard]] inline std::string to_string(ErrorKind value) {
    switch (static_cast<std::int32_t>(value)) {
    case NANGO_ERROR_NONE:
        return "NONE";
    case NANGO_ERROR_INVALID_ARGUMENT:
        return "INVALID_ARGUMENT";
    case NANGO_ERROR_RESOLVE:
        return "RESOLVE";
    case NANGO_ERROR_CONNECT:
        return "CONNECT";
    case NANGO_ERROR_TLS:
        return "TLS";
    case NANGO_ERROR_HTTP_PROXY:
        return "HTTP_PROXY";
    case NANGO_ERROR_TIMEOUT:
        return "TIMEOUT";
    case NANGO_ERROR_CANCELLED:
        return "CANCELLED";
    case NANGO_ERROR_IO:
        return "IO";
    case NANGO_ERROR_DECODE:
        return "DECODE";
    case NANGO_ERROR_TOO_LARGE:
        return "TOO_LARGE";
    case NANGO_ERROR_UNAUTHORIZED:
        return "UNAUTHORIZED";
    case NANGO_ERROR_FORBIDDEN:
        return "FORBIDDEN";
    case NANGO_ERROR_NOT_FOUND:
        return "NOT_FOUND";
    case NANGO_ERROR_REFRESH_FAILED:
        return "REFRESH_FAILED";
    case NANGO_ERROR_RATE_LIMITED:
        return "RATE_LIMITED";
    case NANGO_ERROR_API:
        return "API";
    case NANGO_ERROR_SERVER:
        return "SERVER";
    case NANGO_ERROR_UNKNOWN_INTEGRATION:
        return "UNKNOWN_INTEGRATION";
    case NANGO_ERROR_NOT_NANGO:
        return "NOT_NANGO";
    case NANGO_ERROR_WEBHOOK_SIGNATURE:
        return "WEBHOOK_SIGNATURE";
    case NANGO_ERROR_INTERNAL:
        return "INTERNAL";
    default:
        return std::to_string(static_cast<std::int32_t>(value));
    }
}

/// Prints what to_string returns.
template <class Traits>
std::basic_ostream<char, Traits> &operator<<(std::basic_ostream<char, Traits> &stream, ErrorKind value) {
    return stream << to_string(value);
}

/// The name, such as "CONNECTION"; for a number that this header does not know, the number.
[[nodiscard]] inline std::string to_string(Route value) {
    switch (static_cast<std::int32_t>(value)) {
    case NANGO_ROUTE_AUTO:
        return "AUTO";
    case NANGO_ROUTE_CONNECTION:
        return "CONNECTION";
    case NANGO_ROUTE_CONNECTIONS:
        return "CONNECTIONS";
    default:
        return std::to_string(static_cast<std::int32_t>(value));
    }
}

/// Prints what to_string returns.
template <class Traits>
std::basic_ostream<char, Traits> &operator<<(std::basic_ostream<char, Traits> &stream, Route value) {
    return stream << to_string(value);
}

/// The name, such as "UNKNOWN"; for a number that this header does not know, the number.
[[nodiscard]] inline std::string to_string(AuthMode value) {
    switch (static_cast<std::int32_t>(value)) {
    case NANGO_AUTH_MODE_ABSENT:
        return "ABSENT";
    case NANGO_AUTH_MODE_UNKNOWN:
        return "UNKNOWN";
    case NANGO_AUTH_MODE_NONE:
        return "NONE";
    case NANGO_AUTH_MODE_OAUTH1:
        return "OAUTH1";
    case NANGO_AUTH_MODE_OAUTH2:
        return "OAUTH2";
    case NANGO_AUTH_MODE_OAUTH2_CC:
        return "OAUTH2_CC";
    case NANGO_AUTH_MODE_BASIC:
        return "BASIC";
    case NANGO_AUTH_MODE_API_KEY:
        return "API_KEY";
    case NANGO_AUTH_MODE_APP:
        return "APP";
    case NANGO_AUTH_MODE_APP_STORE:
        return "APP_STORE";
    case NANGO_AUTH_MODE_CUSTOM:
        return "CUSTOM";
    case NANGO_AUTH_MODE_TBA:
        return "TBA";
    case NANGO_AUTH_MODE_TABLEAU:
        return "TABLEAU";
    case NANGO_AUTH_MODE_JWT:
        return "JWT";
    case NANGO_AUTH_MODE_BILL:
        return "BILL";
    case NANGO_AUTH_MODE_TWO_STEP:
        return "TWO_STEP";
    case NANGO_AUTH_MODE_SIGNATURE:
        return "SIGNATURE";
    case NANGO_AUTH_MODE_MCP_OAUTH2:
        return "MCP_OAUTH2";
    case NANGO_AUTH_MODE_MCP_OAUTH2_GENERIC:
        return "MCP_OAUTH2_GENERIC";
    case NANGO_AUTH_MODE_INSTALL_PLUGIN:
        return "INSTALL_PLUGIN";
    case NANGO_AUTH_MODE_AWS_SIGV4:
        return "AWS_SIGV4";
    default:
        return std::to_string(static_cast<std::int32_t>(value));
    }
}

/// Prints what to_string returns.
template <class Traits>
std::basic_ostream<char, Traits> &operator<<(std::basic_ostream<char, Traits> &stream, AuthMode value) {
    return stream << to_string(value);
}

} // namespace nango

#endif // NANGO_NAMES_HPP
