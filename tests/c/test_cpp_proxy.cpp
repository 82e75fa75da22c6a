// Calls through the proxy in C++: the request, the result, and the ownership of the functions.
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "support/check.h"
#include "support/client.hpp"

namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;
using namespace std::chrono_literals;

nango::Response response_for(const server *server, const char *answer) {
    return client_for(server, answer).proxy("customer-1", "github", nango::Request("GET", "/v1/items"));
}

std::string last_body(server *server) {
    std::size_t size = 0;
    const void *body = server_last_body(server, &size);
    return {static_cast<const char *>(body), size};
}

void a_request_carries_what_was_set(server *server) {
    const nango::Client client = client_for(server, "api");
    const auto request = nango::Request("get", "v1/items?a=1"sv.substr(0, 8))
                             .add_query("b", "x y")
                             .add_header("X-Custom", "one")
                             .base_url_override("https://eu.api.example.com")
                             .retries(std::numeric_limits<std::uint32_t>::max())
                             .retry_on({429, 503})
                             .decompress()
                             .forward_headers_on_redirect()
                             .idle_timeout(5s);
    CHECK(client.proxy("customer-1", "github", request).status() == 200);
    CHECK_TEXT(server_last_line(server), "GET /api/proxy/v1/items?b=x%20y HTTP/1.1");
    CHECK_TEXT(server_last_header(server, "connection-id"), "customer-1");
    CHECK_TEXT(server_last_header(server, "provider-config-key"), "github");
    CHECK_TEXT(server_last_header(server, "nango-proxy-x-custom"), "one");
    CHECK_TEXT(server_last_header(server, "base-url-override"), "https://eu.api.example.com");
    CHECK_TEXT(server_last_header(server, "retries"), "2147483647");
    CHECK_TEXT(server_last_header(server, "retry-on"), "429,503");
    CHECK_TEXT(server_last_header(server, "decompress"), "true");
    CHECK_TEXT(server_last_header(server, "forward-headers-on-redirect"), "true");
}

void bodies_come_from_memory(server *server) {
    const nango::Client client = client_for(server, "api");
    nango::Request request("POST", "/v1/items");
    request.body("a\0b"sv, "text/plain");
    for (int i = 0; i < 2; ++i) {
        CHECK(client.proxy("customer-1", "github", request).status() == 200);
        CHECK(last_body(server) == "a\0b"s);
    }
    const std::vector<unsigned char> bytes = {1, 0, 255};
    request.body(bytes.data(), bytes.size(), "application/x-invented");
    CHECK(client.proxy("customer-1", "github", request).status() == 200);
    CHECK(last_body(server) == "\x01\0\xff"s);
    CHECK_TEXT(server_last_header(server, "content-type"), "application/octet-stream");
    CHECK_TEXT(server_last_header(server, "nango-proxy-content-type"), "application/x-invented");
    request.body("{}", "application/json").nango_parses_body();
    CHECK(client.proxy("customer-1", "github", request).status() == 200);
    CHECK_TEXT(server_last_header(server, "content-type"), "application/json");
    CHECK_TEXT(server_last_header(server, "nango-proxy-content-type"), "application/json");
    request.body({}, "text/plain");
    CHECK(client.proxy("customer-1", "github", request).status() == 200);
    CHECK_TEXT(server_last_header(server, "content-length"), "0");
}

/// A reader of `text`, three bytes at a time.
auto reader_of(std::string text) {
    return [text = std::move(text), at = std::size_t{0}](char *buffer, std::size_t capacity) mutable {
        const std::size_t count = text.copy(buffer, std::min<std::size_t>(capacity, 3), at);
        at += count;
        return count;
    };
}

void bodies_come_from_readers(server *server) {
    const nango::Client client = client_for(server, "api");
    const auto known = nango::Request("PUT", "/v1/files").body_reader(reader_of("0123456789"), 10, "text/csv");
    CHECK(client.proxy("customer-1", "github", known).status() == 200);
    CHECK(last_body(server) == "0123456789");
    CHECK_TEXT(server_last_header(server, "content-length"), "10");
    const auto unknown = nango::Request("PUT", "/v1/files").body_reader(reader_of("01234"), std::nullopt, "text/csv");
    CHECK(client.proxy("customer-1", "github", unknown).status() == 200);
    CHECK(last_body(server) == "01234");
    CHECK_TEXT(server_last_header(server, "transfer-encoding"), "chunked");
    CHECK_TEXT(server_last_header(server, "nango-proxy-content-type"), "text/csv");
    // It serves one call.
    CHECK(is_refused([&] { (void)client.proxy("customer-1", "github", unknown); }, "reader"));
    // An empty function takes the body back.
    const auto none = nango::Request("PUT", "/v1/files").body("gone", "text/csv").body_reader(nullptr, 4, "text/csv");
    CHECK(client.proxy("customer-1", "github", none).status() == 200);
    CHECK(last_body(server).empty());
}

void a_reader_that_ends_early_or_claims_too_much_ends_the_call(server *server) {
    const nango::Client client = client_for(server, "api");
    const auto short_one = nango::Request("PUT", "/v1/files").body_reader(reader_of("01234"), 6, "text/csv");
    const auto greedy = nango::Request("PUT", "/v1/files")
                            .body_reader([](char *, std::size_t) { return std::numeric_limits<std::size_t>::max(); },
                                         std::nullopt, "text/csv");
    for (const nango::Request *request : {&short_one, &greedy}) {
        const auto error = thrown_by([&] { (void)client.proxy("customer-1", "github", *request); });
        CHECK(error && error->kind() == nango::ErrorKind::Cancelled);
    }
}

void what_a_reader_throws_is_thrown_by_the_call(server *server) {
    const nango::Client client = client_for(server, "api");
    const auto request = nango::Request("PUT", "/v1/files")
                             .body_reader([](char *, std::size_t) -> std::size_t { throw std::runtime_error("disk"); },
                                          10, "text/csv");
    std::string what;
    try {
        (void)client.proxy("customer-1", "github", request);
    } catch (const std::runtime_error &error) {
        what = error.what();
    }
    CHECK(what == "disk");
    // The next call is not affected.
    CHECK(client.proxy("customer-1", "github", nango::Request("GET", "/")).status() == 200);
}

void a_response_is_what_the_external_api_said(server *server) {
    nango::Response response = response_for(server, "api");
    CHECK(response.status() == 200);
    CHECK(response.header("Content-Type") == "application/json"sv);
    CHECK(!response.header("x-absent"));
    CHECK(is_refused([&] { (void)response.header("x\0-two"sv); }, "name"));
    std::string twos;
    for (const auto &[name, value] : response.headers())
        if (name == "x-two")
            twos += value;
    CHECK(twos == "12");
    CHECK(response.headers().size() == 6);
    CHECK(response.get_string("/items/0/name") == "first"sv);
    CHECK(response.get_json("/items/0/price") == "1.50"sv);
    CHECK(!response.get_string("/items/0/price"));
    CHECK(!response.get_json("/items/1"));
    CHECK(is_refused([&] { (void)response.get_json("/\0"sv); }, "json_pointer"));
    CHECK(response.get_json("") == response.body());
    CHECK(response_for(server, "api_not_found").status() == 404);
    nango::Response page = response_for(server, "web_page");
    CHECK(!page.get_json("") && page.body() == "<html>not here</html>");
    nango::Response binary = response_for(server, "binary");
    CHECK(binary.body() == "a\0b"sv && binary.body().data()[3] == '\0');
}

void a_failure_of_nangos_own_is_thrown(server *server) {
    const auto error = thrown_by([&] { (void)response_for(server, "no_integration"); });
    CHECK(error && error->kind() == nango::ErrorKind::UnknownIntegration);
    CHECK(error && error->code() == "unknown_provider_config"sv && error->http_status() == 404);
}

void a_body_is_read_in_parts(server *server) {
    nango::Response response = response_for(server, "digits");
    char part[4];
    std::string whole;
    while (const std::size_t count = response.read(part, sizeof part))
        whole.append(part, count);
    CHECK(whole == "0123456789");
    CHECK(response.read(part, sizeof part) == 0);
    CHECK(is_refused([&] { (void)response.read(part, 0); }, "capacity"));
    CHECK(is_refused([&] { (void)response.read(nullptr, 1); }, "buffer"));
}

void too_much_is_not_collected(const server *server) {
    const nango::Client client(options_for(server, "digits").max_response_bytes(9));
    nango::Response response = client.proxy("customer-1", "github", nango::Request("GET", "/v1/items"));
    const auto is_too_large = [&](auto call) {
        const auto error = thrown_by(call);
        return error && error->kind() == nango::ErrorKind::TooLarge;
    };
    CHECK(is_too_large([&] { (void)response.body(); }));
    CHECK(is_too_large([&] { (void)response.get_string("/a"); }));
    CHECK(is_too_large([&] { (void)response.get_json(""); }));
}

nango::Response half_read(server *server, const nango::CallOptions &options) {
    nango::Response response =
        client_for(server, "half").proxy("customer-1", "github", nango::Request("GET", "/v1/items"), options);
    char byte = 0;
    CHECK(response.read(&byte, 1) == 1 && byte == '{');
    return response;
}

void a_response_outlives_its_client_and_is_closed_midway(server *server) {
    {
        const nango::Response response = half_read(server, nango::CallOptions());
        server_wait_held(server, 1);
    }
    CHECK(server_sees_it_close(server));
    server_release(server);
    nango::Response response = half_read(server, nango::CallOptions());
    nango::Response moved = std::move(response);
    server_wait_held(server, 1);
    server_release(server);
    CHECK(moved.body().size() == 99);
}

void tokens_and_interrupts_end_the_reading(server *server) {
    nango::Cancel cancel;
    char byte = 0;
    nango::Response cancelled = half_read(server, nango::CallOptions().cancel(cancel));
    cancel.trigger();
    const auto error = thrown_by([&] { (void)cancelled.read(&byte, 1); });
    CHECK(error && error->kind() == nango::ErrorKind::Cancelled);

    bool ends = false;
    nango::Response interrupted = half_read(server, nango::CallOptions().interrupt([&ends] { return ends; }));
    ends = true;
    const auto asked = thrown_by([&] { (void)interrupted.body(); });
    CHECK(asked && asked->kind() == nango::ErrorKind::Cancelled);
    server_release(server);
}

void what_an_interrupt_throws_is_thrown_by_the_reading(server *server) {
    bool ends = false;
    const auto throwing = [&ends]() -> bool { return ends ? throw std::runtime_error("enough") : false; };
    const auto what_throws = [&](auto read) {
        ends = false;
        nango::Response response = half_read(server, nango::CallOptions().interrupt(throwing));
        ends = true;
        try {
            read(response);
        } catch (const std::runtime_error &error) {
            return std::string(error.what());
        }
        return "nothing"s;
    };
    char byte = 0;
    CHECK(what_throws([&](nango::Response &response) { (void)response.read(&byte, 1); }) == "enough");
    CHECK(what_throws([](nango::Response &response) { (void)response.body(); }) == "enough");
    CHECK(what_throws([](nango::Response &response) { (void)response.get_string("/a"); }) == "enough");
    CHECK(what_throws([](nango::Response &response) { (void)response.get_json(""); }) == "enough");
    server_release(server);
}

void functions_live_as_long_as_they_are_needed(server *server) {
    const auto counted = std::make_shared<int>(0);
    {
        nango::Request request("PUT", "/v1/files");
        request.body_reader([counted](char *, std::size_t) { return std::size_t{0}; }, std::nullopt, "text/csv");
        nango::Request moved = std::move(request);
        CHECK(counted.use_count() == 2);
        nango::Response response = client_for(server, "api").proxy("customer-1", "github", moved);
        CHECK(counted.use_count() == 2);
        moved.body("memory", "text/plain");
        CHECK(counted.use_count() == 1);
    }
    {
        nango::CallOptions options;
        options.interrupt([counted] { return *counted > 0; });
        nango::Response response = half_read(server, options);
        // The options forget it, the response does not.
        options.interrupt(nullptr);
        CHECK(counted.use_count() == 2);
        nango::Response moved = std::move(response);
        *counted = 1;
        const auto error = thrown_by([&] { (void)moved.body(); });
        CHECK(error && error->kind() == nango::ErrorKind::Cancelled);
        CHECK(counted.use_count() == 2);
        moved = response_for(server, "api");
        CHECK(counted.use_count() == 1);
    }
    server_release(server);
}

void what_was_moved_from_makes_no_call(server *server) {
    nango::Client client = client_for(server, "api");
    nango::Request request("GET", "/");
    nango::CallOptions options;
    const nango::Request taken = std::move(request);
    const nango::CallOptions other = std::move(options);
    request.add_query("a", "b").body("x", "text/plain").retries(1);
    const int before = server_requests(server);
    CHECK(is_refused([&] { (void)client.proxy("customer-1", "github", request); }, "request"));
    CHECK(is_refused([&] { (void)client.proxy("customer-1", "github", taken, options); }, "options"));
    nango::Response response = client.proxy("customer-1", "github", taken, other);
    nango::Response moved = std::move(response);
    char byte = 0;
    CHECK(response.status() == 0 && response.headers().empty() && !response.header("x-two"));
    CHECK(is_refused([&] { (void)response.read(&byte, 1); }, "response"));
    CHECK(is_refused([&] { (void)response.body(); }, "response"));
    CHECK(is_refused([&] { (void)response.get_json(""); }, "response"));
    const nango::Client gone = std::move(client);
    CHECK(is_refused([&] { (void)client.proxy("customer-1", "github", taken); }, "client"));
    CHECK(server_requests(server) == before + 1);
}

void an_argument_with_a_nul_inside_is_refused(server *server) {
    const nango::Client client = client_for(server, "api");
    nango::Request request("GET", "/");
    const auto nul = "a\0b"sv;
    const int before = server_requests(server);
    CHECK(is_refused([&] { const nango::Request none(nul, "/"); }, "method"));
    CHECK(is_refused([&] { const nango::Request none("GET", nul); }, "endpoint"));
    CHECK(is_refused([&] { request.add_query(nul, "b"); }, "query name"));
    CHECK(is_refused([&] { request.add_query("a", nul); }, "query value"));
    CHECK(is_refused([&] { request.add_header(nul, "b"); }, "header name"));
    CHECK(is_refused([&] { request.add_header("a", nul); }, "header value"));
    CHECK(is_refused([&] { request.body("", nul); }, "content_type"));
    CHECK(is_refused([&] { request.body_reader(reader_of(""), 0, nul); }, "content_type"));
    CHECK(is_refused([&] { request.base_url_override(nul); }, "base_url_override"));
    CHECK(is_refused([&] { (void)client.proxy(nul, "github", request); }, "connection_id"));
    CHECK(is_refused([&] { (void)client.proxy("customer-1", nul, request); }, "provider_config_key"));
    CHECK(server_requests(server) == before);
    CHECK(client.proxy("customer-1", "github", request).status() == 200);
}

void threads_share_a_request(server *server) {
    const nango::Client client = client_for(server, "api");
    const auto request = nango::Request("POST", "/v1/items").body("{}", "application/json");
    std::vector<std::thread> threads;
    std::vector<std::int32_t> statuses(4);
    for (std::int32_t &status : statuses)
        threads.emplace_back([&] { status = client.proxy("customer-1", "github", request).status(); });
    for (std::thread &thread : threads)
        thread.join();
    CHECK(statuses == std::vector<std::int32_t>(4, 200));
}

void only_a_call_for_a_connection_has_these_settings(server *server) {
    const nango::Client client = client_for(server, "api");
    const nango::Request request("GET", "/");
    const auto forced = nango::CallOptions().force_refresh();
    CHECK(is_refused([&] { (void)client.proxy("customer-1", "github", request, forced); }, "force_refresh"));
}

} // namespace

int main() {
    server *server = server_start();
    a_request_carries_what_was_set(server);
    bodies_come_from_memory(server);
    bodies_come_from_readers(server);
    a_reader_that_ends_early_or_claims_too_much_ends_the_call(server);
    what_a_reader_throws_is_thrown_by_the_call(server);
    a_response_is_what_the_external_api_said(server);
    a_failure_of_nangos_own_is_thrown(server);
    a_body_is_read_in_parts(server);
    too_much_is_not_collected(server);
    a_response_outlives_its_client_and_is_closed_midway(server);
    tokens_and_interrupts_end_the_reading(server);
    what_an_interrupt_throws_is_thrown_by_the_reading(server);
    functions_live_as_long_as_they_are_needed(server);
    what_was_moved_from_makes_no_call(server);
    an_argument_with_a_nul_inside_is_refused(server);
    threads_share_a_request(server);
    only_a_call_for_a_connection_has_these_settings(server);
    server_stop(server);
    return check_finish();
}
