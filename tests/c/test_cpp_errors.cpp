// The exceptions of nango.hpp, and the arguments that it rejects by itself.
#include <exception>
#include <limits>
#include <string>

#include "support/check.h"
#include "support/client.hpp"

namespace {

using namespace std::string_view_literals;
using namespace std::chrono_literals;

std::optional<nango::Error> error_of(const server *server, const char *answer) {
    return thrown_by([&] { (void)client_for(server, answer).get_connection("customer-1", "github"); });
}

void an_error_of_nango_is_told_in_full(const server *server) {
    const std::optional<nango::Error> error = error_of(server, "rate_limited");
    CHECK(error.has_value());
    CHECK(error->kind() == nango::ErrorKind::RateLimited);
    CHECK(error->kind_name() == "RATE_LIMITED");
    CHECK(error->http_status() == 429);
    CHECK(error->code() == "too_many_request");
    CHECK(error->server_message() == "Too many requests");
    CHECK(error->body()->substr(0, 10) == R"({"error":{)");
    CHECK(error->retry_after() == 7s);
    CHECK(error->request_id() == "invented-request-1");
    CHECK(error->attempts() == 1);
    CHECK(error->is_retryable());
    CHECK(std::string(error->what()).find("Too many requests") == std::string::npos);
}

void an_error_without_an_answer_has_none(const server *server) {
    const auto error = thrown_by([&] {
        (void)client_for(server, "oauth2").get_connection("customer-1", "github", nango::CallOptions().timeout(0s));
    });
    CHECK(error && error->kind() == nango::ErrorKind::Timeout);
    CHECK(error->http_status() == 0);
    CHECK(!error->code() && !error->server_message() && !error->body() && !error->retry_after());
}

void copies_share_and_outlive(const server *server) {
    std::optional<nango::Error> kept;
    std::exception_ptr pointer;
    try {
        (void)client_for(server, "not_found").get_connection("customer-1", "github");
    } catch (const nango::Error &error) {
        kept = error;
        pointer = std::current_exception();
    }
    const nango::Error moved = std::move(*kept);
    CHECK(kept->code() == "not_found");
    CHECK(moved.code()->data() == kept->code()->data());
    kept.reset();
    CHECK(moved.kind() == nango::ErrorKind::NotFound);
    try {
        std::rethrow_exception(pointer);
    } catch (const std::exception &error) {
        CHECK_TEXT(error.what(), moved.what());
    }
}

void errors_are_assigned(const server *server) {
    nango::Error error = *error_of(server, "not_found");
    const nango::Error own(nango::ErrorKind::InvalidArgument, "own words");
    error = own;
    CHECK(error.kind() == nango::ErrorKind::InvalidArgument);
    CHECK_TEXT(error.what(), "own words");
    CHECK(error.kind_name() == "INVALID_ARGUMENT");
    CHECK(!error.is_retryable() && error.http_status() == 0 && !error.body() && !error.retry_after());
    error = *error_of(server, "not_found");
    CHECK(error.kind() == nango::ErrorKind::NotFound && error.code() == "not_found");
    const nango::Error &same = error;
    error = same;
    CHECK(error.code() == "not_found");
    const nango::Error newer(static_cast<nango::ErrorKind>(12345), "newer");
    CHECK(newer.kind() == static_cast<nango::ErrorKind>(12345) && newer.kind_name().empty());
}

void errors_are_made_for_tests() {
    const nango::Error error = nango::make_error(nango::ErrorKind::RateLimited, 429, "too_many_request", "slow down");
    CHECK(error.kind() == nango::ErrorKind::RateLimited && error.http_status() == 429 && error.is_retryable());
    CHECK(error.code() == "too_many_request");
    CHECK_TEXT(error.what(), "slow down");
    CHECK(!error.request_id() && !error.body());
    const nango::Error bare = nango::make_error(nango::ErrorKind::NotFound);
    CHECK(bare.kind() == nango::ErrorKind::NotFound && !bare.code() && !std::string(bare.what()).empty());
    CHECK(nango::make_error(nango::ErrorKind::None).kind() == nango::ErrorKind::Internal);
}

void no_handle_is_no_error() {
    const nango::Error none(nullptr);
    CHECK(none.kind() == nango::ErrorKind::None);
    CHECK_TEXT(none.what(), "");
    CHECK(!none.code() && !none.retry_after() && none.attempts() == 0);
}

void a_nul_inside_is_refused_by_name(server *server) {
    const std::string_view cut = "customer-1\0-and-more"sv;
    const nango::Client client = client_for(server, "oauth2");
    const nango::Connection connection = client.get_connection("customer-1", "github");
    const int before = server_requests(server);
    nango::ClientOptions options;
    CHECK(is_refused([&] { (void)client.get_connection(cut, "github"); }, "connection_id"));
    CHECK(is_refused([&] { (void)client.get_connection("customer-1\0"sv, "github"); }, "connection_id"));
    CHECK(is_refused([&] { (void)client.get_connection("customer-1", cut); }, "provider_config_key"));
    CHECK(is_refused([&] { (void)connection.get_string(cut); }, "json_pointer"));
    CHECK(is_refused([&] { (void)connection.get_json("\0"sv); }, "json_pointer"));
    CHECK(is_refused([&] { (void)connection.credential(cut); }, "name"));
    CHECK(is_refused([&] { options.secret_key(cut); }, "secret_key"));
    CHECK(is_refused([&] { options.base_url(cut); }, "base_url"));
    CHECK(is_refused([&] { options.user_agent(cut); }, "user_agent"));
    CHECK(is_refused([&] { options.add_header(cut, "invented"); }, "header name"));
    CHECK(is_refused([&] { options.add_header("x-gateway", cut); }, "header value"));
    CHECK(server_requests(server) == before);
    const auto error = thrown_by([&] { options.secret_key(cut); });
    CHECK(error && std::string(error->what()).find("customer") == std::string::npos);
}

void a_refused_setting_leaves_the_old_one(const server *server) {
    nango::ClientOptions options = options_for(server, "oauth2");
    CHECK(is_refused([&] { options.base_url("http://\0"sv); }, "base_url"));
    CHECK(nango::Client(options).get_connection("customer-1", "github").id() == 7);
}

void bad_settings_and_empty_views_are_refused(const server *server) {
    CHECK(is_refused([] { const nango::Client client{nango::ClientOptions()}; }, "secret_key"));
    const nango::Client client = client_for(server, "oauth2");
    CHECK(is_refused([&] { (void)client.get_connection({}, "github"); }, "connection_id"));
    CHECK(is_refused([&] { (void)client.get_connection("\xff", "github"); }, "connection_id"));
    auto odd = options_for(server, "oauth2").route(static_cast<nango::Route>(9));
    CHECK(is_refused([&] { const nango::Client none(odd); }, "route"));
}

void timeouts_below_zero_have_passed(const server *server) {
    const auto kind = [](const nango::ClientOptions &options) {
        const auto error = thrown_by([&] { (void)nango::Client(options).get_connection("customer-1", "github"); });
        return error ? error->kind() : nango::ErrorKind::None;
    };
    nango::ClientOptions options = options_for(server, "oauth2");
    CHECK(kind(options.timeout(-5s)) == nango::ErrorKind::Timeout);
    CHECK(kind(options.timeout(1min).connect_timeout(-1ms)) == nango::ErrorKind::Timeout);
    CHECK(kind(options.connect_timeout(1min)) == nango::ErrorKind::None);
    CHECK(kind(options.max_response_bytes(0)) == nango::ErrorKind::TooLarge);
    CHECK(kind(options.max_response_bytes(std::numeric_limits<std::uint64_t>::max())) == nango::ErrorKind::None);
}

} // namespace

int main() {
    server *server = server_start();
    an_error_of_nango_is_told_in_full(server);
    an_error_without_an_answer_has_none(server);
    copies_share_and_outlive(server);
    errors_are_assigned(server);
    errors_are_made_for_tests();
    no_handle_is_no_error();
    a_nul_inside_is_refused_by_name(server);
    a_refused_setting_leaves_the_old_one(server);
    bad_settings_and_empty_views_are_refused(server);
    timeouts_below_zero_have_passed(server);
    server_stop(server);
    return check_finish();
}
