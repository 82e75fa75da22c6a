// Calls of Nango's own API in C++, and JSON in both directions.
#include <string>
#include <vector>

#include "support/check.h"
#include "support/client.hpp"

namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;
using nango::Value;
using nango::ValueType;

std::string last_body(server *server) {
    std::size_t size = 0;
    const void *body = server_last_body(server, &size);
    return {static_cast<const char *>(body), size};
}

nango::Response document(const server *server) {
    return client_for(server, "document").request(nango::Request("GET", "/x"));
}

void a_call_carries_what_was_set(server *server) {
    const nango::Client client = client_for(server, "document");
    const auto request = nango::Request("patch", "/connections/{connectionId}")
                             .path_parameter("connectionId", "replaced")
                             .path_parameter("connectionId", "../a b")
                             .add_query("key", "git&hub")
                             .add_header("Connection-Id", "customer-1")
                             .repeatable()
                             .json(nango::Json(R"({"tags":{"a":"é"}})"));
    for (int i = 0; i < 2; ++i)
        CHECK(client.request(request).status() == 200);
    CHECK_TEXT(server_last_line(server), "PATCH /document/connections/..%2Fa%20b?key=git%26hub HTTP/1.1");
    CHECK_TEXT(server_last_header(server, "content-type"), "application/json");
    CHECK_TEXT(server_last_header(server, "connection-id"), "customer-1");
    CHECK(last_body(server) == R"({"tags":{"a":"é"}})");
}

void values_say_what_they_are(const server *server) {
    nango::Response response = document(server);
    const Value root = response.value();
    CHECK(root.type() == ValueType::Object && root && !root.is_null());
    CHECK(root["null"] && root["null"].is_null() && root["null"].type() == ValueType::Null);
    CHECK(root["yes"].boolean() == true && root["no"].boolean() == false && !root["int"].boolean());
    CHECK(root["int"].int64() == std::numeric_limits<std::int64_t>::min());
    CHECK(!root["more"].int64() && !root["price"].int64() && !root["text"].int64());
    CHECK(root["more"].number() > 9e18 && !root["huge"].number() && !root["text"].number());
    CHECK(root["price"].json() == "1.50" && root["more"].json() == "9223372036854775808");
    CHECK(root["text"].string() == "café \"x\""sv && root["empty"].string() == ""sv);
    CHECK(!root["cut"].string() && root["cut"].json() == R"("a\u0000b")" && !root["int"].string());
    CHECK(root["list"].type() == ValueType::Array && root["list"].size() == 3);
    CHECK(root.get() == response.value().get());
}

void what_is_not_there_is_absent(const server *server) {
    nango::Response response = document(server);
    const Value root = response.value();
    for (const Value absent : {Value(), root["nothing"], root["text"]["x"], root["list"][3], root[99], root["a\0b"sv],
                               root["list"]["0"], root["nothing"][0]["deeper"]}) {
        CHECK(!absent && absent.type() == ValueType::Absent && !absent.is_null() && absent.size() == 0);
        CHECK(!absent.string() && !absent.int64() && !absent.number() && !absent.boolean() && absent.json().empty());
        CHECK(absent.begin() == absent.end() && absent.members().begin() == absent.members().end());
    }
    CHECK(root["a/b"].int64() == 1 && root["twice"].int64() == 2 && root["key"].int64() == 4);
    // An index of 0 is not a key.
    CHECK(root["list"][0].int64() == 1);
}

void values_are_walked_through(const server *server) {
    nango::Response response = document(server);
    std::string items;
    for (const Value item : response.value()["list"])
        items += item.json();
    CHECK(items == R"(1"two"[])");
    std::vector<std::optional<std::string_view>> keys;
    for (const auto &[key, value] : response.value().members())
        keys.push_back(key);
    CHECK(keys.size() == 16 && keys.front() == "null"sv && !keys[14] && keys.back() == "key"sv);
    std::size_t values = 0;
    for (const Value value : response.value())
        values += value ? 1u : 0u;
    CHECK(values == 16);
    CHECK(response.value()["list"].members().begin() == response.value()["list"].members().end());
}

void a_connection_and_an_error_have_values(const server *server) {
    const nango::Connection connection = client_for(server, "oauth2").get_connection("customer-1", "github");
    CHECK(connection.value()["metadata"]["plan"].string() == "gold"sv);
    const auto error = thrown_by([&] { (void)client_for(server, "findings").request(nango::Request("POST", "/x")); });
    const std::vector<nango::Finding> findings = error->findings();
    CHECK(findings.size() == 2);
    CHECK(findings[0].path == "name" && findings[0].message == "Too short" && findings[0].code == "too_small");
    CHECK(findings[1].path == "ids.0" && findings[1].message.empty() && findings[1].code.empty());
    CHECK(error && error->kind() == nango::ErrorKind::Api && error->http_status() == 400);
    CHECK(error && error->value()["error"]["errors"][0]["message"].string() == "Too short"sv);
    const nango::Error own(nango::ErrorKind::Internal, "none");
    CHECK(!own.value());
}

void what_is_no_json_is_thrown(const server *server) {
    nango::Response page = client_for(server, "digits").request(nango::Request("GET", "/x"));
    const auto error = thrown_by([&] { (void)page.value(); });
    CHECK(error && error->kind() == nango::ErrorKind::Decode);
    nango::Response moved = std::move(page);
    CHECK(is_refused([&] { (void)page.value(); }, "response"));
}

void what_cannot_be_sent_is_refused(server *server) {
    const nango::Client client = client_for(server, "document");
    const int before = server_requests(server);
    nango::Request request("GET", "/connections/{id}");
    CHECK(is_refused([&] { (void)client.request(request); }, "path parameter id"));
    CHECK(is_refused([&] { request.path_parameter("id", "a\0b"sv); }, "path parameter value"));
    CHECK(is_refused([&] { request.path_parameter("i\0d"sv, "a"); }, "path parameter name"));
    CHECK(is_refused([&] { request.json(nango::Json("\"\0\""sv)); }, "json"));
    for (const char *text : {"", "{", "{} {}", "nul"})
        CHECK(is_refused(
            [&] { (void)client.request(nango::Request("POST", "/x").json(nango::Json(text))); }, "json"));
    const nango::Request taken = std::move(request);
    CHECK(is_refused([&] { (void)client.request(request); }, "request"));
    nango::CallOptions options;
    const nango::CallOptions other = std::move(options);
    CHECK(is_refused([&] { (void)client.request(taken, options); }, "options"));
    CHECK(server_requests(server) == before);
}

void what_nango_sent_can_be_sent_again(server *server) {
    const nango::Client client = client_for(server, "document");
    nango::Response response = client.request(nango::Request("GET", "/x"));
    const nango::Json json(response.value()["list"]);
    const nango::Json copy = json;
    CHECK(copy.text() == R"([ 1, "two" ,[]])" && copy.text().data() == json.text().data());
    nango::Response sent = client.request(nango::Request("PUT", "/x").json(copy));
    CHECK(last_body(server) == R"([ 1, "two" ,[]])");
}

} // namespace

int main() {
    server *server = server_start();
    a_call_carries_what_was_set(server);
    values_say_what_they_are(server);
    what_is_not_there_is_absent(server);
    values_are_walked_through(server);
    a_connection_and_an_error_have_values(server);
    what_is_no_json_is_thrown(server);
    what_cannot_be_sent_is_refused(server);
    what_nango_sent_can_be_sent_again(server);
    server_stop(server);
    return check_finish();
}
