// The strings that nango.hpp takes and gives: null pointers are refused by name, a temporary gives copies, numbers have
// names.
#include <cstdlib>
#include <new>
#include <sstream>
#include <string>
#include <vector>

#include "support/check.h"
#include "support/client.hpp"

namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

/// What std::getenv returns for a variable that is not set. Not a constant, so that no compiler sees through it.
const char *volatile unset = nullptr;

/// Converts to a std::string_view, as the strings of other libraries do.
struct OtherString {
    std::string text;
    operator std::string_view() const noexcept { return text; }
};

// ---- What is taken

template <class T>
constexpr bool is_taken = std::is_convertible_v<T, nango::StringArg>;

static_assert(is_taken<const char *> && is_taken<char *> && is_taken<const char (&)[4]> && is_taken<std::string>);
static_assert(is_taken<std::string_view> && is_taken<OtherString> && is_taken<nango::OwnedString>);
static_assert(!is_taken<std::nullptr_t> && !is_taken<int> && !is_taken<std::vector<char>>);
static_assert(!is_taken<std::optional<std::string>>, "an absent string is not an empty one");

void every_kind_of_string_is_taken() {
    char array[] = "abc";
    const OtherString other{"abc"};
    CHECK(nango::StringArg("abc").text("x") == "abc" && nango::StringArg(array).text("x") == "abc");
    CHECK(nango::StringArg("abc"s).text("x") == "abc" && nango::StringArg("abcd"sv.substr(0, 3)).text("x") == "abc");
    CHECK(nango::StringArg(other).text("x") == "abc" && nango::StringArg(std::string_view()).text("x").empty());
    CHECK(nango::StringArg().text("x").empty() && !nango::StringArg().is_null());
    CHECK(nango::StringArg("a\0b"sv).bytes("x") == "a\0b"sv && !nango::StringArg("").is_null());
}

bool names_null(const std::optional<nango::Error> &error, std::string_view argument) {
    return error && error->kind() == nango::ErrorKind::InvalidArgument &&
           std::string_view(error->what()).substr(0, argument.size() + 18) ==
               std::string(argument) + " is a null pointer";
}

#define IS_NULL_IN(call, argument) CHECK(names_null(thrown_by([&] { (void)(call); }), argument))

void a_null_setting_is_refused(const server *server) {
    nango::ClientOptions options = options_for(server, "oauth2");
    IS_NULL_IN(options.secret_key(unset), "secret_key");
    IS_NULL_IN(nango::ClientOptions().secret_key(unset), "secret_key");
    IS_NULL_IN(options.base_url(unset), "base_url");
    IS_NULL_IN(options.http_proxy(unset), "http_proxy");
    IS_NULL_IN(options.ca_file(unset), "ca_file");
    IS_NULL_IN(options.user_agent(unset), "user_agent");
    IS_NULL_IN(options.client_certificate(unset, "key"), "client_certificate: cert_pem");
    IS_NULL_IN(options.client_certificate("certificate", unset), "client_certificate: key_pem");
    IS_NULL_IN(options.add_header(unset, "value"), "header name");
    IS_NULL_IN(options.add_header("x-gateway", unset), "header value");
    // None of them has changed what was set.
    CHECK(nango::Client(options).get_connection("customer-1", "github").id() == 7);
}

void a_null_argument_of_a_call_is_refused(server *server) {
    const nango::Client client = client_for(server, "oauth2");
    const nango::Request request("GET", "/v1/items");
    const nango::CallOptions options;
    IS_NULL_IN(nango::Client(unset), "secret_key");
    IS_NULL_IN(client.get_connection(unset, "github"), "connection_id");
    IS_NULL_IN(client.get_connection("customer-1", unset), "provider_config_key");
    IS_NULL_IN(client.get_connection(unset, "github", options), "connection_id");
    IS_NULL_IN(client.get_connection("customer-1", unset, options), "provider_config_key");
    IS_NULL_IN(client.invalidate(unset, "github"), "connection_id");
    IS_NULL_IN(client.invalidate("customer-1", unset), "provider_config_key");
    IS_NULL_IN(client.proxy(unset, "github", request), "connection_id");
    IS_NULL_IN(client.proxy("customer-1", unset, request), "provider_config_key");
    IS_NULL_IN(client.proxy(unset, "github", request, options), "connection_id");
    IS_NULL_IN(client.proxy("customer-1", unset, request, options), "provider_config_key");
    CHECK_NUMBER(server_requests(server), 0);
}

void a_client_is_made_of_a_key(server *server) {
    const std::string url = server_url(server, "oauth2");
    CHECK(setenv("NANGO_BASE_URL", url.c_str(), 1) == 0);
    const std::string key = "invented-secret-key";
    CHECK(nango::Client(key).get_connection("customer-1", "github").id() == 7);
    CHECK_TEXT(server_last_header(server, "authorization"), "Bearer invented-secret-key");
    CHECK(nango::Client("another-invented-key").get_connection("customer-1", "github").id() == 7);
    CHECK(is_refused([] { const nango::Client none(""); }, "secret_key"));
    CHECK(is_refused([] { const nango::Client none({}); }, "secret_key"));
    CHECK(unsetenv("NANGO_BASE_URL") == 0);
}

void a_null_in_a_request_is_refused() {
    nango::Request request("GET", "/v1/items");
    IS_NULL_IN(nango::Request(unset, "/v1/items"), "method");
    IS_NULL_IN(nango::Request("GET", unset), "endpoint");
    IS_NULL_IN(request.path_parameter(unset, "value"), "path parameter name");
    IS_NULL_IN(request.path_parameter("name", unset), "path parameter value");
    IS_NULL_IN(request.add_query(unset, "value"), "query name");
    IS_NULL_IN(request.add_query("name", unset), "query value");
    IS_NULL_IN(request.add_header(unset, "value"), "header name");
    IS_NULL_IN(request.add_header("name", unset), "header value");
    IS_NULL_IN(request.body(unset, "text/plain"), "body");
    IS_NULL_IN(request.body("body", unset), "content_type");
    IS_NULL_IN(request.body("body", 4, unset), "content_type");
    IS_NULL_IN(request.body_reader([](char *, std::size_t) { return std::size_t(0); }, 0, unset), "content_type");
    IS_NULL_IN(request.base_url_override(unset), "base_url_override");
    IS_NULL_IN(nango::Json(unset), "json");
    IS_NULL_IN(nango::Connection::from_json(unset), "json");
    IS_NULL_IN(nango::make_error(nango::ErrorKind::Api, 400, unset), "code");
    IS_NULL_IN(nango::make_error(nango::ErrorKind::Api, 400, "", unset), "message");
}

void a_null_name_to_look_up_is_refused(const server *server) {
    const nango::Connection connection = client_for(server, "oauth2").get_connection("customer-1", "github");
    IS_NULL_IN(connection.credential(unset), "name");
    IS_NULL_IN(connection.get_string(unset), "json_pointer");
    IS_NULL_IN(connection.get_json(unset), "json_pointer");
    IS_NULL_IN(connection.value()[unset], "key");
    nango::Response response = client_for(server, "api").request(nango::Request("GET", "/items"));
    IS_NULL_IN(response.header(unset), "name");
    IS_NULL_IN(response.get_string(unset), "json_pointer");
    IS_NULL_IN(response.get_json(unset), "json_pointer");
    IS_NULL_IN(nango::OptionalString(std::nullopt).value_or(unset), "other");
}

void a_null_parameter_of_an_operation_is_refused(server *server) {
    const nango::Client client = client_for(server, "done");
    const nango::Json object("{}");
    const int before = server_requests(server);
    IS_NULL_IN(client.connections().import_(unset, object), "provider_config_key");
    IS_NULL_IN(client.connections().update(unset, "github"), "connection_id");
    IS_NULL_IN(client.connections().update("customer-1", unset), "provider_config_key");
    IS_NULL_IN(client.connections().delete_(unset, "github"), "connection_id");
    IS_NULL_IN(client.connections().set_metadata(unset, {"customer-1"}, object), "provider_config_key");
    IS_NULL_IN(client.connections().update_metadata(unset, {"customer-1"}, object), "provider_config_key");
    IS_NULL_IN(client.actions().trigger(unset, "github", "action"), "connection_id");
    IS_NULL_IN(client.actions().trigger("customer-1", unset, "action"), "provider_config_key");
    IS_NULL_IN(client.actions().trigger("customer-1", "github", unset), "action_name");
    IS_NULL_IN(client.actions().trigger_async("customer-1", "github", unset), "action_name");
    IS_NULL_IN(client.actions().result(unset), "id");
    CHECK_NUMBER(server_requests(server), before);
}

// ---- What is given

nango::Connection connection(const server *server) {
    return client_for(server, "oauth2").get_connection("customer-1", "github");
}

void a_temporary_gives_copies(const server *server) {
    const auto token = connection(server).token();
    CHECK(token && token.has_value() && token == "invented-access" && *token == "invented-access"s);
    CHECK(token->size() == 15 && token.value() == "invented-access"s && token != std::nullopt && token != "other"sv);
    const std::optional<std::string> standard = connection(server).token();
    CHECK(standard == "invented-access");
    const std::string header = "Bearer " + *connection(server).token();
    CHECK(header == "Bearer invented-access");
    CHECK(connection(server).connection_id() == "customer-1" && connection(server).json().front() == '{');
    CHECK(connection(server).get_string("/metadata/plan") == "gold");
    CHECK(connection(server).credential("client_id").value_or("none") == "invented-client"s);
    const auto absent = connection(server).get_string("/nothing");
    CHECK(!absent && !absent.has_value() && absent == std::nullopt && absent.value_or("none") == "none"s);
    CHECK(!std::optional<std::string>(absent));
    // A copy serves as an argument, of a function that takes a view too.
    const std::string_view view = *token;
    CHECK(view == "invented-access" && nango::Json(connection(server).json()).text() == connection(server).json());

    const nango::Client api = client_for(server, "api");
    const nango::Request request("GET", "/items");
    CHECK(api.request(request).body().substr(0, 8) == R"({"items")" && api.request(request).header("x-two") == "1");
    CHECK(api.request(request).get_string("/items/0/name") == "first");
    CHECK(api.request(request).get_json("/items/0/price") == "1.50");
    CHECK(nango::Json("[1]").text() == "[1]"sv);
    CHECK(thrown_by([&] { (void)client_for(server, "not_found").get_connection("c", "k"); }).value().code() ==
          "not_found");
    const nango::Client queue = client_for(server, "queued");
    CHECK(queue.actions().trigger_async("c", "k", "a").status_url() == "/action/4ba27559");
}

void a_copy_is_wiped() {
    alignas(nango::OwnedString) unsigned char memory[sizeof(nango::OwnedString)];
    // A short text lies inside the object itself, so that it can be looked at afterwards.
    auto *copy = new (memory) nango::OwnedString("secret");
    copy->~OwnedString();
    const std::string_view left(reinterpret_cast<const char *>(memory), sizeof memory);
    CHECK(left.find("secret") == left.npos);
}

#if __cplusplus >= 202002L
void a_span_is_read_into(const server *server) {
    nango::Response response = client_for(server, "api").request(nango::Request("GET", "/items"));
    std::vector<std::byte> part(8);
    CHECK(response.read(std::span<std::byte>(part)) == 8);
    CHECK(std::string_view(reinterpret_cast<const char *>(part.data()), 8) == R"({"items")");
    CHECK(is_refused([&] { (void)response.read(std::span<std::byte>()); }, "buffer"));
}
#endif

// ---- The names of numbers

template <class T>
std::string printed(T number) {
    std::ostringstream stream;
    stream << number;
    return stream.str();
}

template <class T>
bool is_named(T number, const std::string &name) {
    return to_string(number) == name && printed(number) == name;
}

void numbers_have_names() {
    CHECK(is_named(nango::ErrorKind::NotFound, "NOT_FOUND") && is_named(nango::ErrorKind::None, "NONE"));
    CHECK(is_named(nango::AuthMode::OAuth2Cc, "OAUTH2_CC") && is_named(nango::AuthMode::AwsSigV4, "AWS_SIGV4"));
    CHECK(is_named(nango::ValueType::Object, "OBJECT") && is_named(nango::LogLevel::Warn, "WARN"));
    CHECK(is_named(nango::Route::Auto, "AUTO") && is_named(static_cast<nango::AuthMode>(12345), "12345"));
    for (std::int32_t number = 1; nango_error_kind_name(number); ++number)
        CHECK(to_string(static_cast<nango::ErrorKind>(number)) == nango_error_kind_name(number));
}

} // namespace

int main() {
    server *server = server_start();
    every_kind_of_string_is_taken();
    a_null_argument_of_a_call_is_refused(server);
    a_null_setting_is_refused(server);
    a_client_is_made_of_a_key(server);
    a_null_in_a_request_is_refused();
    a_null_name_to_look_up_is_refused(server);
    a_null_parameter_of_an_operation_is_refused(server);
    a_temporary_gives_copies(server);
    a_copy_is_wiped();
#if __cplusplus >= 202002L
    a_span_is_read_into(server);
#endif
    numbers_have_names();
    server_stop(server);
    return check_finish();
}
