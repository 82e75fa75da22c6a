// The conformance cases through nango.hpp. The protocol is in ../README.md.

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <nango.hpp>
#include <string>
#include <variant>
#include <vector>

#include "accessors.hpp"
#include "calls.hpp"
#include "table.hpp"

namespace {

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

// Everything that is expected of a connection or of a response.
template <class Fields, class LookUps, class Of>
void compare_all(Tally &tally, const Case &current, const Fields &fields, const LookUps &look_ups, Of &of) {
    for (const Field &field : current.fields) {
        const auto accessor = fields.find(field.name);
        if (accessor == fields.end())
            tally.failed(current, field.name, "no such accessor", shown(field.expected));
        else
            tally.compare(current, field.name, accessor->second(of), field.expected);
    }
    for (const LookUp &look_up : current.look_ups) {
        const std::string what = look_up.function + ' ' + look_up.argument;
        const auto function = look_ups.find(look_up.function);
        if (function == look_ups.end())
            tally.failed(current, what, "no such function", shown(look_up.expected));
        else
            tally.compare(current, what, function->second(of, look_up.argument), look_up.expected);
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

void run_connection(Tally &tally, const Case &current) {
    const nango::Connection connection = connection_of(current);
    if (current.expected == "connection")
        compare_all(tally, current, connection_fields, connection_look_ups, connection);
    else
        tally.all_failed(current, "a connection");
}

void run_proxied(Tally &tally, const Case &current) {
    Answer answer = answer_of(current);
    if (current.expected == "response")
        compare_all(tally, current, response_fields, response_look_ups, answer);
    else
        tally.all_failed(current, "a response with " + std::to_string(answer.response.status()));
}

void run(Tally &tally, const Case &current) {
    try {
        if (current.proxy.empty())
            run_connection(tally, current);
        else
            run_proxied(tally, current);
    } catch (const nango::Error &error) {
        if (current.expected == "error")
            compare_error(tally, current, error);
        else
            tally.all_failed(current, std::string(error.kind_name()) + ": " + error.what());
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
