/**
 * @file nango_parameters.hpp
 * What the operations of nango_api.hpp take. Included by nango.hpp.
 */
#include "nango.hpp"
#ifndef NANGO_PARAMETERS_HPP
#define NANGO_PARAMETERS_HPP

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <ratio>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "nango_request.hpp"

namespace nango {

/// A time as a parameter: a point of the system's clock, or text as Nango has it, in UTC with a Z:
/// "2026-11-29T01:02:03.123Z".
class Timestamp {
public:
    // Not explicit, so that a parameter is set with what a program has.
    Timestamp(std::chrono::system_clock::time_point time);

    /// A text, which Nango checks: what a model has, for example.
    template <class T, class = std::enable_if_t<std::is_convertible_v<const T &, StringArg>>>
    Timestamp(const T &text) : text_(StringArg(text).text("timestamp")) {}

    /// The time as it is sent.
    [[nodiscard]] const std::string &text() const noexcept NANGO_LIFETIMEBOUND { return text_; }

private:
    std::string text_;
};

inline Timestamp::Timestamp(std::chrono::system_clock::time_point time) {
    using std::chrono::milliseconds;
    using Days = std::chrono::duration<std::int64_t, std::ratio<86400>>;
    const auto since_1970 = std::chrono::floor<milliseconds>(time.time_since_epoch());
    const auto days = std::chrono::floor<Days>(since_1970);
    const auto ms = (since_1970 - days).count();
    // The date in years that begin on 1 March, counted in eras of 400 years: leap days then are at the end of a year.
    const std::int64_t since_era = days.count() + 719468;
    const std::int64_t era = (since_era >= 0 ? since_era : since_era - 146096) / 146097;
    const std::int64_t day_of_era = since_era - era * 146097;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
    const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    const std::int64_t year = era * 400 + year_of_era + (month <= 2 ? 1 : 0);
    const auto number = [this](std::int64_t value, std::size_t width, const char *behind) {
        const std::string digits = std::to_string(value);
        text_.append(width > digits.size() ? width - digits.size() : 0, '0').append(digits).append(behind);
    };
    number(year, 4, "-");
    number(month, 2, "-");
    number(day_of_year - (153 * month_from_march + 2) / 5 + 1, 2, "T");
    number(ms / 3600000, 2, ":");
    number(ms / 60000 % 60, 2, ":");
    number(ms / 1000 % 60, 2, ".");
    number(ms % 1000, 3, "Z");
}

/// Texts by key, or nothing: a parameter that may be left out. It is an optional of a map, which alone cannot be set with one
/// member: {{"key", "text"}} could be a map, or an optional.
class OptionalTexts : public std::optional<std::map<std::string, std::string>> {
    using Map = std::map<std::string, std::string>;

public:
    using std::optional<Map>::optional;
    OptionalTexts() = default;
    // Neither is explicit, so that a parameter is set with what a program has.
    OptionalTexts(std::optional<Map> texts) : std::optional<Map>(std::move(texts)) {}
    OptionalTexts(std::initializer_list<Map::value_type> members) : std::optional<Map>(std::in_place, members) {}
};

namespace detail {

/// The JSON object that is the body of a request.
class Body {
public:
    Body &add(std::string_view name, std::string_view value) {
        begin(name);
        append(name, value);
        return *this;
    }

    // So that neither of these becomes a bool, or a time.
    Body &add(std::string_view name, const char *value) { return add(name, std::string_view(value)); }
    Body &add(std::string_view name, const std::string &value) { return add(name, std::string_view(value)); }
    Body &add(std::string_view name, const Timestamp &value) { return add(name, std::string_view(value.text())); }

    Body &add(std::string_view name, std::nullptr_t) {
        begin(name).append("null");
        return *this;
    }

    Body &add(std::string_view name, std::int64_t value) {
        begin(name).append(std::to_string(value));
        return *this;
    }

    Body &add(std::string_view name, bool value) {
        begin(name).append(value ? "true" : "false");
        return *this;
    }

    Body &add(std::string_view name, const Json &value) {
        if (!is_one_value(value.text()))
            throw Error(ErrorKind::InvalidArgument, std::string(name) + " is not exactly one JSON value");
        begin(name).append(value.text());
        return *this;
    }

    Body &add(std::string_view name, const std::vector<std::string> &values) {
        begin(name).append("[");
        const char *separator = "";
        for (const std::string &value : values) {
            text_.append(separator);
            append(name, value);
            separator = ",";
        }
        text_.append("]");
        return *this;
    }

    Body &add(std::string_view name, const std::map<std::string, std::string> &members) {
        begin(name).append("{");
        const char *separator = "";
        for (const auto &[key, value] : members) {
            text_.append(separator);
            append(name, key);
            text_.append(":");
            append(name, value);
            separator = ",";
        }
        text_.append("}");
        return *this;
    }

    /// What is not set is not sent.
    template <class T>
    Body &add(std::string_view name, const std::optional<T> &value) {
        return value ? add(name, *value) : *this;
    }

    /// A parameter that has to be an object.
    Body &add_object(std::string_view name, const Json &value) {
        const std::size_t first = value.text().find_first_not_of(" \t\r\n");
        if (first == std::string_view::npos || value.text()[first] != '{')
            throw Error(ErrorKind::InvalidArgument, std::string(name) + " is not a JSON object");
        return add(name, value);
    }

    Body &add_object(std::string_view name, const std::optional<Json> &value) {
        return value ? add_object(name, *value) : *this;
    }

    [[nodiscard]] Json json() {
        text_.append(text_.text().empty() ? "{}" : "}");
        return Json(text_.text());
    }

private:
    WipedText &begin(std::string_view name) {
        text_.append(text_.text().empty() ? "{" : ",");
        append(name, name);
        return text_.append(":");
    }

    void append(std::string_view name, std::string_view string) {
        static constexpr char digits[] = "0123456789abcdef";
        // As anywhere else, although JSON could have it.
        if (string.find('\0') != std::string_view::npos)
            throw Error(ErrorKind::InvalidArgument, std::string(name) + " contains a NUL: pass text without one");
        text_.append("\"");
        for (const char &letter : string) {
            const auto byte = static_cast<unsigned char>(letter);
            const char escaped[] = {'\\', 'u', '0', '0', digits[byte >> 4], digits[byte & 15]};
            if (byte < 0x20) {
                text_.append({escaped, sizeof escaped});
            } else {
                if (letter == '"' || letter == '\\')
                    text_.append("\\");
                text_.append({&letter, 1});
            }
        }
        text_.append("\"");
    }

    /// Whether nothing in a text ends the member that it is put into. The library checks that the whole body is JSON.
    static bool is_one_value(std::string_view json) noexcept {
        std::size_t depth = 0;
        bool is_in_string = false;
        for (std::size_t i = 0; i < json.size(); ++i) {
            const char letter = json[i];
            if (letter == '"')
                is_in_string = !is_in_string;
            else if (is_in_string)
                i += letter == '\\' ? 1 : 0;
            else if (letter == '{' || letter == '[')
                ++depth;
            else if (letter == ',' ? depth == 0 : (letter == '}' || letter == ']') && depth-- == 0)
                return false;
        }
        return depth == 0 && !is_in_string;
    }

    WipedText text_;
};

// A parameter as the text that goes into a query or a header.
inline std::string_view text_of(std::string_view value) noexcept { return value; }
inline std::string_view text_of(const std::string &value) noexcept { return value; }
inline std::string_view text_of(const Timestamp &value) noexcept { return value.text(); }
inline std::string text_of(std::int64_t value) { return std::to_string(value); }
inline std::string_view text_of(bool value) noexcept { return value ? "true" : "false"; }

/// Adds a header; none if it is not set.
template <class T>
void add_header(Request &request, std::string_view name, const T &value) {
    request.add_header(name, text_of(value));
}

template <class T>
void add_header(Request &request, std::string_view name, const std::optional<T> &value) {
    if (value)
        add_header(request, name, *value);
}

/// Adds a query parameter; none if it is not set.
template <class T>
void add_query(Request &request, std::string_view name, const T &value) {
    request.add_query(name, text_of(value));
}

/// Refuses an empty list or map, which is no filter for Nango, but nothing at all for a program.
template <class T>
void refuse_empty(std::string_view name, const T &values) {
    if (values.empty())
        throw Error(ErrorKind::InvalidArgument, std::string(name) + " is empty: pass at least one item, or leave it out");
}

/// a[key]=value
inline void add_query(Request &request, std::string_view name, const std::map<std::string, std::string> &members) {
    refuse_empty(name, members);
    for (const auto &[key, value] : members)
        request.add_query(std::string(name).append("[").append(key).append("]"), value);
}

template <class T>
void add_query(Request &request, std::string_view name, const std::optional<T> &value) {
    if (value)
        add_query(request, name, *value);
}

inline void add_query(Request &request, std::string_view name, const OptionalTexts &value) {
    if (value)
        add_query(request, name, *value);
}

/// a=1,2
inline void add_query_csv(Request &request, std::string_view name, const std::vector<std::string> &values) {
    std::string joined;
    refuse_empty(name, values);
    for (const std::string &value : values) {
        if (value.find(',') != std::string::npos)
            throw Error(ErrorKind::InvalidArgument,
                        std::string(name) + " has an item with a comma, which Nango would take for two items");
        joined.append(&value == values.data() ? "" : ",").append(value);
    }
    request.add_query(name, joined);
}

/// a=1&a=2
inline void add_query_repeated(Request &request, std::string_view name, const std::vector<std::string> &values) {
    refuse_empty(name, values);
    for (const std::string &value : values)
        request.add_query(name, value);
}

inline void add_query_csv(Request &request, std::string_view name,
                          const std::optional<std::vector<std::string>> &values) {
    if (values)
        add_query_csv(request, name, *values);
}

inline void add_query_repeated(Request &request, std::string_view name,
                               const std::optional<std::vector<std::string>> &values) {
    if (values)
        add_query_repeated(request, name, *values);
}

} // namespace detail

} // namespace nango

#endif // NANGO_PARAMETERS_HPP
