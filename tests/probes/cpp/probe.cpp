// The C++ probe: makes calls through nango.hpp as instructed, and reports the results. See ../README.md.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <nango.hpp>
#include <optional>
#include <string>
#include <vector>

#include "../c/bytes.h"
#include "../c/json.h"
#include "accessors.hpp"
#include "calls.hpp"
#include "operations.hpp"

namespace {

using Clock = std::chrono::steady_clock;

// The data read from a body, as in C; freed at the end.
struct Download {
    explicit Download(bool is_kept) { state.is_kept = is_kept; }
    Download(const Download &) = delete;
    Download &operator=(const Download &) = delete;
    ~Download() { std::free(state.kept); }

    download state = {1, 0, 0, 0, nullptr, 0};
};

void read_body(nango::Response &response, const json &told, download &body) {
    if (text_of(told, "read") == "collect") {
        const std::string_view whole = response.body();
        download_add(&body, whole.data(), whole.size());
        return;
    }
    std::vector<char> buffer(static_cast<std::size_t>(json_number(&told, "read_size", 65536)));
    const auto most = static_cast<std::uint64_t>(json_number(&told, "read_most", INT64_MAX));
    while (body.count < most) {
        const auto room = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), most - body.count));
        const std::size_t count = response.read(buffer.data(), room);
        if (count > room)
            json_stop("more was read than there was room for", "body");
        if (count == 0)
            break;
        download_add(&body, buffer.data(), count);
    }
}

long long ms_since(Clock::time_point start) {
    return std::chrono::duration_cast<milliseconds>(Clock::now() - start).count();
}

template <class Of>
void print_look_ups(Of &of, const json &told) {
    const char *separator = "";
    std::printf("},\"look_ups\":[");
    for (const json *look_up : items_of(json_get(&told, "look_ups"))) {
        const auto [function, argument] = pair_of(look_up);
        std::printf("%s", separator);
        print_look_up(of, function, argument);
        separator = ",";
    }
    std::printf("]");
}

void print_error(const nango::Error &error, const char *at, Clock::time_point start) {
    std::printf("{\"ms\":%lld,\"outcome\":\"error\",\"at\":\"%s\",\"fields\":{", ms_since(start), at);
    print_fields(error);
    std::printf("}");
}

void get_connection(const nango::Client &client, const json &told, nango::CallOptions &options,
                    Clock::time_point start) {
    nango::Connection connection =
        client.get_connection(text_of(told, "connection_id"), text_of(told, "provider_config_key"), options);
    std::printf("{\"ms\":%lld,\"outcome\":\"connection\",\"fields\":{", ms_since(start));
    print_fields(connection);
    print_look_ups(connection, told);
}

void proxy(const nango::Client &client, const json &told, nango::CallOptions &options, Clock::time_point start) {
    nango::Response response = client.proxy(text_of(told, "connection_id"), text_of(told, "provider_config_key"),
                                            request_of(*json_get(&told, "request")), options);
    Download body(is_true(told, "keep_body"));
    try {
        read_body(response, told, body.state);
        std::printf("{\"ms\":%lld,\"outcome\":\"response\",\"fields\":{", ms_since(start));
        print_fields(response);
        if (body.state.is_kept) {
            std::printf(",\"body\":");
            download_print_hex(&body.state);
        }
        print_look_ups(response, told);
    } catch (const nango::Error &error) {
        print_error(error, "reading", start);
    }
    download_print(&body.state);
}

void call(const nango::Client &client, const json &told, const std::string &line, nango::CallOptions &options,
          Clock::time_point start) {
    const std::string result = result_of(client, text_of(told, "call"), Arguments(told, line), options);
    std::printf("{\"ms\":%lld,\"outcome\":\"result\",\"result\":%s", ms_since(start), result.c_str());
}

// `line` is the source of `told`.
void answer(std::optional<nango::Client> &client, const json &told, const std::string &line) {
    Clock::time_point start = Clock::now();
    const char *at = "client";
    const std::string operation = text_of(told, "operation");
    try {
        if (const json *settings = json_get(&told, "client")) {
            client.reset();
            client.emplace(client_of(*settings));
        }
        if (operation == "close")
            client.reset();
        if (client) {
            at = "call";
            start = Clock::now();
            nango::CallOptions options = options_of(told);
            const Later later(told, *client, options);
            if (operation == "proxy")
                proxy(*client, told, options, start);
            else if (operation == "call")
                call(*client, told, line, options, start);
            else
                get_connection(*client, told, options, start);
        } else {
            std::printf("{\"ms\":0,\"outcome\":\"closed\"");
        }
    } catch (const nango::Error &error) {
        print_error(error, at, start);
    }
    std::printf("}\n");
    std::fflush(stdout);
}

} // namespace

int main() {
    std::optional<nango::Client> client;
    while (char *line = json_read_line()) {
        json *told = nullptr;
        const std::string original = json_skip(line);
        json_read(line, &told);
        answer(client, *told, original);
        json_free(told);
        std::free(line);
    }
    return 0;
}
