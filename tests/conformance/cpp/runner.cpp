// The conformance cases through nango.hpp. The protocol is in ../README.md.

#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <nango.hpp>
#include <sstream>
#include <stdexcept>
#include <variant>
#include <vector>

namespace {

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
    bool expects_connection = false;
    std::vector<Field> fields;
    std::vector<LookUp> look_ups;
};

// ---- Reading the flat table

std::vector<std::string> split(const std::string &line) {
    std::vector<std::string> parts;
    std::istringstream stream(line);
    for (std::string part; std::getline(stream, part, '\t');)
        parts.push_back(part);
    return parts;
}

std::string decoded(const std::string &text) {
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

Value value(const std::string &field) {
    if (field == "n")
        return Absent();
    if (field.substr(0, 2) == "i:")
        return static_cast<std::int64_t>(std::stoll(field.substr(2)));
    if (field.substr(0, 2) == "s:")
        return decoded(field.substr(2));
    throw std::runtime_error("no value: " + field);
}

std::string text(const std::string &field) { return std::get<std::string>(value(field)); }

void read_line(Case &current, const std::vector<std::string> &parts) {
    const std::string &what = parts.at(0);
    if (what == "call" && parts.at(1) == "header")
        current.headers.emplace_back(text(parts.at(2)), text(parts.at(3)));
    else if (what == "call")
        current.call.emplace(parts.at(1), value(parts.at(2)));
    else if (what == "expect")
        current.expects_connection = parts.at(1) == "connection";
    else if (what == "field")
        current.fields.push_back({parts.at(1), value(parts.at(2))});
    else
        current.look_ups.push_back({what, text(parts.at(1)), value(parts.at(2))});
}

std::vector<Case> read_table(std::istream &table) {
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

// ---- What the accessors give

Value result(std::string_view got) { return std::string(got); }
Value result(std::int64_t got) { return got; }

template <class T>
Value result(const std::optional<T> &got) {
    return got ? result(*got) : Value(Absent());
}

#define FIELD(name) \
    { #name, [](const nango::Connection &connection) { return result(connection.name()); } }

const std::map<std::string, std::function<Value(const nango::Connection &)>> connection_fields = {
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

const std::map<std::string, std::function<Value(const nango::Connection &, const std::string &)>> look_ups = {
    LOOK_UP(credential),
    LOOK_UP(get_string),
    LOOK_UP(get_json),
};

const std::map<std::string, std::function<Value(const nango::Error &)>> error_fields = {
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

// ---- Making the call

std::string text_of(const Case &current, const std::string &name) {
    return std::get<std::string>(current.call.at(name));
}

bool flag_of(const Case &current, const std::string &name) {
    return std::get<std::int64_t>(current.call.at(name)) != 0;
}

nango::Route route_of(const Case &current) {
    const std::map<std::string, nango::Route> routes = {
        {"auto", nango::Route::Auto},
        {"connection", nango::Route::Connection},
        {"connections", nango::Route::Connections},
    };
    return routes.at(text_of(current, "route"));
}

nango::Client client_of(const Case &current) {
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

nango::Connection connection_of(const Case &current) {
    const nango::Client client = client_of(current);
    nango::CallOptions options;
    options.force_refresh(flag_of(current, "force_refresh"))
        .refresh_token(flag_of(current, "refresh_token"))
        .refresh_github_app_jwt_token(flag_of(current, "refresh_github_app_jwt_token"));
    if (const auto *timeout = std::get_if<std::int64_t>(&current.call.at("timeout_ms")))
        options.timeout(std::chrono::milliseconds(*timeout));
    return client.get_connection(text_of(current, "connection_id"), text_of(current, "provider_config_key"), options);
}

// ---- Comparing

std::string shown(const Value &value) {
    if (std::holds_alternative<Absent>(value))
        return "absent";
    if (const auto *number = std::get_if<std::int64_t>(&value))
        return std::to_string(*number);
    return '"' + std::get<std::string>(value) + '"';
}

class Tally {
public:
    void compare(const Case &current, const std::string &what, const Value &got, const Value &expected) {
        ++comparisons_;
        if (got != expected)
            fail(current, what, shown(got), shown(expected));
    }

    // Every comparison of a case that went the other way.
    void all_failed(const Case &current, const std::string &got) {
        for (const Field &field : current.fields)
            failed(current, field.name, got, shown(field.expected));
        for (const LookUp &look_up : current.look_ups)
            failed(current, look_up.function + ' ' + look_up.argument, got, shown(look_up.expected));
    }

    void failed(const Case &current, const std::string &what, const std::string &got, const std::string &expected) {
        ++comparisons_;
        fail(current, what, got, expected);
    }

    // Prints the last line of the report; gives the exit code.
    int finish(std::size_t cases) const {
        std::cout << "conformance c++: " << cases << " cases, " << comparisons_ << " comparisons, " << failures_
                  << " failures\n";
        return failures_ == 0 ? 0 : 1;
    }

private:
    void fail(const Case &current, const std::string &what, const std::string &got, const std::string &expected) {
        ++failures_;
        std::cout << current.name << ": " << what << ": got " << got << ", expected " << expected << '\n';
    }

    std::size_t comparisons_ = 0;
    std::size_t failures_ = 0;
};

void compare_connection(Tally &tally, const Case &current, const nango::Connection &connection) {
    for (const Field &field : current.fields) {
        const auto accessor = connection_fields.find(field.name);
        if (accessor == connection_fields.end())
            tally.failed(current, field.name, "no such accessor", shown(field.expected));
        else
            tally.compare(current, field.name, accessor->second(connection), field.expected);
    }
    for (const LookUp &look_up : current.look_ups) {
        const std::string what = look_up.function + ' ' + look_up.argument;
        const auto function = look_ups.find(look_up.function);
        if (function == look_ups.end())
            tally.failed(current, what, "no such function", shown(look_up.expected));
        else
            tally.compare(current, what, function->second(connection, look_up.argument), look_up.expected);
    }
}

void compare_message(Tally &tally, const Case &current, const std::string &message, const Field &field) {
    const std::string &part = std::get<std::string>(field.expected);
    const bool holds = message.find(part) != std::string::npos;
    tally.compare(current, field.name, holds ? part : message, part);
}

void compare_error(Tally &tally, const Case &current, const nango::Error &error) {
    for (const Field &field : current.fields) {
        const auto accessor = error_fields.find(field.name);
        if (field.name == "message_contains")
            compare_message(tally, current, error.what(), field);
        else if (accessor == error_fields.end())
            tally.failed(current, field.name, "no such accessor", shown(field.expected));
        else
            tally.compare(current, field.name, accessor->second(error), field.expected);
    }
}

void run(Tally &tally, const Case &current) {
    try {
        const nango::Connection connection = connection_of(current);
        if (current.expects_connection)
            compare_connection(tally, current, connection);
        else
            tally.all_failed(current, "a connection");
    } catch (const nango::Error &error) {
        if (current.expects_connection)
            tally.all_failed(current, std::string(error.kind_name()) + ": " + error.what());
        else
            compare_error(tally, current, error);
    }
}

} // namespace

int main() {
    const char *path = std::getenv("NANGO_CONFORMANCE_TABLE");
    std::ifstream table(path ? path : "");
    if (!table) {
        std::cerr << "NANGO_CONFORMANCE_TABLE names no table: let the driver run this program\n";
        return 2;
    }
    const std::vector<Case> cases = read_table(table);
    Tally tally;
    for (const Case &current : cases)
        run(tally, current);
    return tally.finish(cases.size());
}
