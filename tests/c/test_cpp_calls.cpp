// Cancelling, interrupting, logging and shutting down through nango.hpp, and the ownership of the functions.
#include <atomic>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "support/check.h"
#include "support/client.hpp"

namespace {

using namespace std::string_view_literals;
using namespace std::chrono_literals;

std::optional<nango::Error> error_of(const nango::Client &client, const nango::CallOptions &options) {
    return thrown_by([&] { (void)client.get_connection("customer-1", "github", options); });
}

bool is_cancelled(const std::optional<nango::Error> &error) {
    return error && error->kind() == nango::ErrorKind::Cancelled && !error->is_retryable();
}

void a_token_ends_calls_from_another_thread(server *server) {
    const nango::Client client = client_for(server, "held");
    nango::CallOptions options;
    std::optional<nango::Cancel> cancel(std::in_place);
    options.cancel(*cancel);
    const nango::Cancel same = *cancel;
    cancel.reset();
    std::thread other([&] {
        server_wait_held(server, 1);
        same.trigger();
    });
    CHECK(is_cancelled(error_of(client, options)));
    other.join();
    server_release(server);
    CHECK(is_cancelled(error_of(client, options)));
    const auto untriggered = nango::CallOptions().cancel(nango::Cancel());
    CHECK(client_for(server, "oauth2").get_connection("customer-1", "github", untriggered).id() == 7);
}

void tokens_are_copied_and_never_empty() {
    nango::Cancel first;
    const nango::Cancel second = std::move(first);
    first.trigger();
    first = second;
    const nango::Cancel &same = first;
    first = same;
    first.trigger();
}

void a_shutdown_ends_all_calls(server *server) {
    nango::Client client = client_for(server, "held");
    std::thread other([&] {
        server_wait_held(server, 1);
        client.shutdown();
    });
    CHECK(is_cancelled(error_of(client, nango::CallOptions())));
    other.join();
    server_release(server);
    CHECK(is_cancelled(error_of(client, nango::CallOptions())));
    const nango::Client taken = std::move(client);
    client.shutdown();
    CHECK(is_cancelled(error_of(taken, nango::CallOptions())));
}

void an_interrupt_ends_its_call(server *server) {
    const nango::Client client = client_for(server, "held");
    int asked = 0;
    auto options = nango::CallOptions().interrupt([&asked] { return ++asked == 2; });
    CHECK(is_cancelled(error_of(client, options)));
    CHECK(asked == 2);
    // An empty function takes it back.
    options.interrupt(nullptr).timeout(150ms);
    const auto error = error_of(client, options);
    CHECK(error && error->kind() == nango::ErrorKind::Timeout);
    CHECK(asked == 2);
    server_release(server);
}

void what_an_interrupt_throws_is_thrown_by_the_call(server *server) {
    const nango::Client client = client_for(server, "held");
    const auto options = nango::CallOptions().interrupt([]() -> bool { throw std::runtime_error("enough"); });
    std::string what;
    try {
        (void)client.get_connection("customer-1", "github", options);
    } catch (const std::runtime_error &error) {
        what = error.what();
    }
    CHECK(what == "enough");
    // Exceptions of other types pass too, and do not affect the next call.
    int number = 0;
    try {
        (void)client.get_connection("customer-1", "github", nango::CallOptions().interrupt([]() -> bool { throw 7; }));
    } catch (int thrown) {
        number = thrown;
    }
    CHECK(number == 7);
    server_release(server);
    CHECK(client_for(server, "oauth2").get_connection("customer-1", "github").id() == 7);
}

void calls_nest_in_interrupts(server *server) {
    const nango::Client outer = client_for(server, "held");
    const nango::Client inner = client_for(server, "held");
    std::string what;
    const auto options = nango::CallOptions().interrupt([&] {
        const auto throwing = nango::CallOptions().interrupt([]() -> bool { throw std::runtime_error("inner"); });
        try {
            (void)inner.get_connection("customer-1", "github", throwing);
        } catch (const std::runtime_error &error) {
            what = error.what();
        }
        return true;
    });
    CHECK(is_cancelled(error_of(outer, options)));
    CHECK(what == "inner");
    server_release(server);
}

void functions_live_as_long_as_they_are_needed(server *server) {
    auto counted = std::make_shared<int>(0);
    {
        std::optional<nango::Client> client;
        {
            auto options = options_for(server, "oauth2").log(nango::LogLevel::Trace, [counted](auto, auto) {
                ++*counted;
            });
            client.emplace(options);
            options.log(nango::LogLevel::Trace, nullptr);
            CHECK(nango::Client(options).get_connection("customer-1", "github").id() == 7);
            CHECK(*counted == 0);
        }
        CHECK(counted.use_count() == 2);
        nango::Client moved = std::move(*client);
        CHECK(moved.get_connection("customer-1", "github").id() == 7);
        CHECK(*counted > 0);
        moved = client_for(server, "oauth2");
        CHECK(counted.use_count() == 1);
        nango::CallOptions call;
        call.interrupt([counted] { return *counted < 0; });
        nango::CallOptions taken = std::move(call);
        CHECK(counted.use_count() == 2);
        CHECK(moved.get_connection("customer-1", "github", taken).id() == 7);
        taken.interrupt([] { return false; });
        CHECK(counted.use_count() == 1);
    }
    CHECK(counted.use_count() == 1);
}

void a_log_tells_levels_and_may_throw(const server *server) {
    std::vector<std::pair<nango::LogLevel, std::string>> messages;
    auto options = options_for(server, "no_such_answer");
    options.max_retries(1).log(nango::LogLevel::Warn, [&](nango::LogLevel level, std::string_view message) {
        messages.emplace_back(level, message);
        throw std::runtime_error("dropped");
    });
    const auto error = error_of(nango::Client(options), nango::CallOptions());
    CHECK(error && error->attempts() == 2 && error->http_status() == 500);
    CHECK(messages.size() == 2);
    CHECK(messages.front().first == nango::LogLevel::Warn && messages.back().first == nango::LogLevel::Error);
    CHECK(messages.front().second.find("call ") == 0);
    CHECK(messages.front().second.find(": attempt 1 failed (SERVER 500)") != std::string::npos);
    CHECK(messages.back().second.find("invented") == std::string::npos);
}

void records_have_attributes_and_each_call_ends_with_the_hook(const server *server) {
    std::vector<std::string> records;
    std::vector<std::string> ends;
    auto counted = std::make_shared<int>(0);
    auto options = options_for(server, "no_such_answer");
    options.max_retries(0)
        .call_hook([&, counted](std::string_view summary) {
            ends.emplace_back(summary);
            throw std::runtime_error("dropped");
        })
        .log_record(nango::LogLevel::Info, [&, counted](nango::LogLevel, std::string_view message, std::string_view facts) {
            CHECK(message.find("call ") != 0);
            records.emplace_back(facts);
            throw std::runtime_error("dropped");
        });
    {
        const nango::Client client(options);
        options.log(nango::LogLevel::Error, nullptr).call_hook(nullptr);
        CHECK(counted.use_count() == 3);
        CHECK(error_of(client, nango::CallOptions()));
    }
    CHECK(counted.use_count() == 1);
    CHECK(records.size() == 2 && ends.size() == 1);
    CHECK(records.front().find(R"("event":"response")") != std::string::npos);
    CHECK(records.back().find(R"("event":"end")") != std::string::npos);
    CHECK(ends.front().find(R"("operation":"get_connection")") != std::string::npos);
    CHECK(ends.front().find(R"("error":"SERVER")") != std::string::npos);
    CHECK(ends.front().find("customer-1") == std::string::npos);
}

void a_log_is_written_by_many_threads(server *server) {
    std::atomic<int> count = 0;
    const auto counting = [&](nango::LogLevel, std::string_view) { ++count; };
    const nango::Client client(options_for(server, "oauth2").log(nango::LogLevel::Info, counting));
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] { (void)client.get_connection("customer-1", "github"); });
    for (std::thread &thread : threads)
        thread.join();
    CHECK(count == 4);
}

void proxies_and_authorities_are_settings(server *server) {
    const std::string address = server_address(server);
    const nango::Client client(options_for(server, "oauth2").base_url("https://nango.example").http_proxy(address));
    const auto error = error_of(client, nango::CallOptions());
    CHECK(error && error->kind() == nango::ErrorKind::HttpProxy);
    CHECK(std::string(server_last_line(server)).find("CONNECT nango.example:443 ") == 0);
    nango::ClientOptions options;
    options.secret_key("invented-secret-key").ca_file("/dev/null");
    CHECK(is_refused([&] { const nango::Client none(options); }, "ca_file"));
    CHECK(is_refused([&] { options.ca_file("/dev\0/null"sv); }, "ca_file"));
    CHECK(is_refused([&] { options.http_proxy("http://\0"sv); }, "http_proxy"));
    const auto certified = nango::ClientOptions().secret_key("invented-secret-key").client_certificate("text", "key");
    CHECK(is_refused([&] { const nango::Client none(certified); }, "client_certificate: cert_pem contains no"));
    CHECK(is_refused([&] { options.client_certificate("a\0b"sv, "key"); }, "client_certificate: cert_pem"));
    CHECK(is_refused([&] { options.client_certificate("text", "a\0b"sv); }, "client_certificate: key_pem"));
    CHECK(is_refused([&] { const nango::Client none(options.http_proxy("ftp://127.0.0.1")); }, "http_proxy"));
}

void any_number_of_retries_is_one(const server *server) {
    const auto often = options_for(server, "not_found").max_retries(std::numeric_limits<std::uint32_t>::max());
    const auto error = error_of(nango::Client(often), nango::CallOptions());
    CHECK(error && error->attempts() == 1 && error->kind() == nango::ErrorKind::NotFound);
}

} // namespace

int main() {
    server *server = server_start();
    a_token_ends_calls_from_another_thread(server);
    tokens_are_copied_and_never_empty();
    a_shutdown_ends_all_calls(server);
    an_interrupt_ends_its_call(server);
    what_an_interrupt_throws_is_thrown_by_the_call(server);
    calls_nest_in_interrupts(server);
    functions_live_as_long_as_they_are_needed(server);
    a_log_tells_levels_and_may_throw(server);
    records_have_attributes_and_each_call_ends_with_the_hook(server);
    a_log_is_written_by_many_threads(server);
    proxies_and_authorities_are_settings(server);
    any_number_of_retries_is_one(server);
    server_stop(server);
    return check_finish();
}
