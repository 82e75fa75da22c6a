// The flat table: its cases, and the values in them. The format is in ../README.md.
#ifndef CONFORMANCE_TABLE_HPP
#define CONFORMANCE_TABLE_HPP

#include <cstdint>
#include <istream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

using Absent = std::monostate;
using Value = std::variant<Absent, std::int64_t, std::string>;

struct Field {
    std::string name;
    Value expected;
};

struct LookUp {
    std::string function;
    std::string argument;
    Value expected;
};

struct Case {
    std::string name;
    std::map<std::string, Value> call;
    std::vector<std::pair<std::string, std::string>> headers;
    std::map<std::string, Value> proxy; // empty unless the call goes through the proxy
    std::vector<std::pair<std::string, std::string>> proxy_query;
    std::vector<std::pair<std::string, std::string>> proxy_headers;
    std::vector<std::int32_t> proxy_retry_on;
    std::string expected; // connection, response or error
    std::vector<Field> fields;
    std::vector<LookUp> look_ups;
};

inline std::vector<std::string> split(const std::string &line) {
    std::vector<std::string> parts;
    std::istringstream stream(line);
    for (std::string part; std::getline(stream, part, '\t');)
        parts.push_back(part);
    return parts;
}

inline std::string decoded(const std::string &text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            result += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

inline Value value(const std::string &field) {
    if (field == "n")
        return Absent();
    if (field.substr(0, 2) == "i:")
        return static_cast<std::int64_t>(std::stoll(field.substr(2)));
    if (field.substr(0, 2) == "s:" || field.substr(0, 2) == "b:")
        return decoded(field.substr(2));
    throw std::runtime_error("no value: " + field);
}

inline std::string text(const std::string &field) { return std::get<std::string>(value(field)); }

inline void read_line(Case &current, const std::vector<std::string> &parts) {
    const std::string &what = parts.at(0);
    if (what == "call" && parts.at(1) == "header")
        current.headers.emplace_back(text(parts.at(2)), text(parts.at(3)));
    else if (what == "call")
        current.call.emplace(parts.at(1), value(parts.at(2)));
    else if (what == "proxy" && parts.at(1) == "query")
        current.proxy_query.emplace_back(text(parts.at(2)), text(parts.at(3)));
    else if (what == "proxy" && parts.at(1) == "header")
        current.proxy_headers.emplace_back(text(parts.at(2)), text(parts.at(3)));
    else if (what == "proxy" && parts.at(1) == "retry_on")
        current.proxy_retry_on.push_back(static_cast<std::int32_t>(std::get<std::int64_t>(value(parts.at(2)))));
    else if (what == "proxy")
        current.proxy.emplace(parts.at(1), value(parts.at(2)));
    else if (what == "expect")
        current.expected = parts.at(1);
    else if (what == "field")
        current.fields.push_back({parts.at(1), value(parts.at(2))});
    else
        current.look_ups.push_back({what, text(parts.at(1)), value(parts.at(2))});
}

inline std::vector<Case> read_table(std::istream &table) {
    std::vector<Case> cases;
    for (std::string line; std::getline(table, line);) {
        const std::vector<std::string> parts = split(line);
        if (parts.at(0) == "case") {
            cases.emplace_back();
            cases.back().name = parts.at(1);
        } else if (parts.at(0) != "end") {
            read_line(cases.back(), parts);
        }
    }
    return cases;
}

#endif
