// The arguments of an operation, and its result as JSON.
#ifndef PROBE_RESULTS_HPP
#define PROBE_RESULTS_HPP

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <nango.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "calls.hpp"

// ---- Arguments

// Free JSON is passed on as it is in `line`, the source of `told`.
class Arguments {
public:
    Arguments(const json &told, const std::string &line)
        : told_(told), line_(line), given_(json_get(&told, "arguments")) {}

    // An unset value stays as it is.
    template <class T>
    void set(const char *name, T &to) const {
        known_.insert(name);
        if (const json *at = member(name))
            read(*at, to);
    }

    template <class T>
    T get(const char *name) const {
        std::optional<T> value;
        set(name, value);
        if (!value)
            json_stop("an argument is required", name);
        return *value;
    }

    // An ignored argument would not be tested.
    void check() const {
        for (const json *at : items_of(given_))
            if (known_.count(at->name) == 0)
                json_stop("no such argument", at->name);
    }

private:
    const json *member(std::string_view name) const {
        for (const json *at : items_of(given_))
            if (at->name == name)
                return at;
        return nullptr;
    }

    template <class T>
    void read(const json &from, std::optional<T> &to) const {
        if (from.type == JSON_NULL && !std::is_same_v<T, nango::Json>)
            return;
        if constexpr (std::is_same_v<T, nango::Json>) {
            const auto start = static_cast<std::size_t>(from.start - told_.start);
            to.emplace(std::string_view(line_).substr(start, static_cast<std::size_t>(from.end - from.start)));
        } else if constexpr (std::is_same_v<T, nango::Timestamp>) {
            to.emplace(text_of(from));
        } else {
            read(from, to.emplace());
        }
    }
    void read(const json &from, std::string &to) const { to = text_of(from); }
    void read(const json &from, std::int64_t &to) const { to = from.number; }
    void read(const json &from, bool &to) const { to = from.type == JSON_TRUE; }
    void read(const json &from, std::vector<std::string> &to) const {
        for (const json *item : items_of(&from))
            to.push_back(text_of(*item));
    }
    void read(const json &from, std::map<std::string, std::string> &to) const {
        for (const json *item : items_of(&from))
            to.emplace(item->name, text_of(*item));
    }

    const json &told_;
    const std::string &line_;
    const json *given_;
    mutable std::set<std::string, std::less<>> known_;
};

// ---- Results

inline std::string json_of(std::string_view text) {
    std::string result = "\"";
    for (const char letter : text) {
        char escaped[8];
        std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned int>(letter));
        const bool is_plain = static_cast<unsigned char>(letter) >= ' ' && letter != '"' && letter != '\\';
        result += is_plain ? std::string(1, letter) : escaped;
    }
    return result + '"';
}

inline std::string json_of(std::int64_t number) { return std::to_string(number); }
inline std::string json_of(bool boolean) { return boolean ? "true" : "false"; }

// On one line, as a response is.
inline std::string json_of(const nango::Value &value) {
    std::string result(value ? value.json() : "null");
    std::replace_if(result.begin(), result.end(), [](char letter) { return letter == '\n' || letter == '\r'; }, ' ');
    return result;
}

inline std::string json_of(const nango::Document &document) { return json_of(document.value()); }

class Object {
public:
    Object &add(std::string_view name, const std::string &value) {
        text_ += (text_.empty() ? "{" : ",") + json_of(name) + ":" + value;
        return *this;
    }

    // The fields of an object that are not among these.
    Object &add_unknown(const nango::Value &fields, std::initializer_list<std::string_view> known) {
        Object unknown;
        for (const nango::Member &member : fields.members())
            if (member.key && std::find(known.begin(), known.end(), *member.key) == known.end())
                unknown.add(*member.key, json_of(member.value));
        return unknown.text_.empty() ? *this : add("unknown", unknown.text());
    }

    std::string text() const { return text_.empty() ? "{}" : text_ + "}"; }

private:
    std::string text_;
};

// Declared first, since each can be in another.
template <class T>
std::string json_of(const std::optional<T> &value);
template <class T>
std::string json_of(const std::vector<T> &items);
template <class T>
std::string json_of(const std::map<std::string_view, T> &members);

template <class T>
std::string json_of(const std::optional<T> &value) {
    return value ? json_of(*value) : "null";
}

template <class T>
std::string json_of(const std::vector<T> &items) {
    std::string result;
    for (const T &item : items)
        result += (result.empty() ? "" : ",") + json_of(item);
    return "[" + result + "]";
}

template <class T>
std::string json_of(const std::map<std::string_view, T> &members) {
    Object object;
    for (const auto &[key, value] : members)
        object.add(key, json_of(value));
    return object.text();
}

// A missing collection is empty, which fields() distinguishes.
template <class T>
std::string json_of_collection(const T &collection, const nango::Value &field) {
    return field && !field.is_null() ? json_of(collection) : "null";
}

#endif
