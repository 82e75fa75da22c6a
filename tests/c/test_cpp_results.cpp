// Operations in C++ whose results are within the response, come later, or are made of a connection.
#include <map>
#include <string>
#include <vector>

#include "support/check.h"
#include "support/client.hpp"

namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;
using namespace std::chrono_literals;
using Tags = std::map<std::string, std::string>;

std::string body_of(server *server) {
    std::size_t size = 0;
    const void *body = server_last_body(server, &size);
    return std::string(static_cast<const char *>(body), size);
}

void results_are_within_the_response(server *server) {
    const nango::Client client = client_for(server, "session");
    nango::CreateConnectSessionParameters parameters;
    parameters.tags = Tags{{"workspace", "w1"}};
    parameters.allowed_integrations = {"github"};
    const nango::ConnectSession session = client.connect_sessions().create(parameters);
    CHECK_TEXT(server_last_line(server), "POST /session/connect/sessions HTTP/1.1");
    CHECK(body_of(server) == R"({"tags":{"workspace":"w1"},"allowed_integrations":["github"]})");
    CHECK(session.token() == "invented-session"sv && session.expires_at() == "2026-11-29T02:00:00.000Z"sv);
    CHECK(session.connect_link() == "https://connect.example/?session=invented"sv);

    const nango::Client all = client_for(server, "integrations");
    const std::vector<nango::Integration> integrations = all.integrations().list();
    CHECK(integrations.size() == 2 && integrations[1].unique_key() == "slack"sv);
}

void fields_have_every_type(server *server) {
    const nango::Client client = client_for(server, "integration");
    nango::GetIntegrationParameters parameters;
    parameters.include = {"webhook", "credentials"};
    const nango::Integration integration = client.integrations().get("git/hub", parameters);
    CHECK_TEXT(server_last_line(server),
               "GET /integration/integrations/git%2Fhub?include=webhook&include=credentials HTTP/1.1");
    CHECK(integration.forward_webhooks() == false && !integration.credentials());
    CHECK(integration.credentials_label().at("client_id") == "Id"sv);
    CHECK(integration.preconfigured_credentials() == std::vector{"scopes"sv});

    const nango::Client of_syncs = client_for(server, "syncs");
    const std::vector<nango::Sync> syncs = of_syncs.syncs().status("github", {"issues", "users::eu"});
    CHECK_TEXT(server_last_line(server),
               "GET /syncs/sync/status?provider_config_key=github&syncs=issues%2Cusers%3A%3Aeu HTTP/1.1");
    CHECK(syncs.size() == 2 && syncs[0].record_count().at("Issue") == 4294967296 && syncs[1].record_count().empty());
    const auto results = syncs[0].latest_result();
    CHECK(results.size() == 2 && results.at("Issue").added() == 3 && !results.at("Issue").updated());
}

void what_is_missing_is_named(const server *server) {
    const nango::Client client = client_for(server, "no_data");
    const auto is_named = [](auto read, std::string_view place) {
        const auto error = thrown_by(read);
        return error && error->kind() == nango::ErrorKind::Decode &&
               std::string_view(error->what()).substr(0, place.size() + 1) == std::string(place) + " ";
    };
    CHECK(is_named([&] { (void)client.connect_sessions().create(); }, "data"));
    CHECK(is_named([&] { (void)client.providers().list(); }, "data"));
    CHECK(is_named([&] { (void)client.syncs().status("k", {"*"}); }, "syncs"));
    const nango::Client other = client_for(server, "output");
    CHECK(is_named([&] { (void)other.integrations().get("k"); }, "data"));
    const nango::Client list = client_for(server, "variables");
    CHECK(is_named([&] { (void)list.connections().wait_for("k"); }, "connections/0"));
}

void bodies_have_constants_flags_and_times(server *server) {
    const nango::Client client = client_for(server, "frequency");
    CHECK(client.syncs().reset_frequency("github", "c", "issues").frequency() == "2h"sv);
    CHECK_TEXT(server_last_line(server), "PUT /frequency/sync/update-connection-frequency HTTP/1.1");
    CHECK(body_of(server) ==
          R"({"frequency":null,"provider_config_key":"github","connection_id":"c","sync_name":"issues"})");
    nango::DeployFunctionParameters deploy;
    deploy.allow_destructive = false;
    (void)client.functions().deploy("github", "f", "sync", "// \"invented\"", deploy);
    CHECK(body_of(server) == R"({"type":"function","integration_id":"github","function_name":"f",)"
                             R"("function_type":"sync","code":"// \"invented\"","allow_destructive":false})");
    (void)client.functions().deploy_template("github", "issues");
    CHECK(body_of(server) == R"({"type":"template","integration_id":"github","template":"issues"})");
    nango::StartFunctionDryRunParameters run;
    run.last_sync_date = std::optional("2026-11-29T01:02:03.123Z"sv);
    (void)client.functions().start_dry_run("github", "sync", "// invented", "c", run);
    CHECK(body_of(server) == R"({"integration_id":"github","function_type":"sync","code":"// invented",)"
                             R"("connection_id":"c","last_sync_date":"2026-11-29T01:02:03.123Z"})");

    const nango::Client integrations = client_for(server, "integration");
    nango::CreateIntegrationParameters create;
    create.forward_webhooks = true;
    create.custom = Tags{{"key", "invented"}};
    (void)integrations.integrations().create("github", "mine", create);
    CHECK(body_of(server) ==
          R"({"provider":"github","unique_key":"mine","forward_webhooks":true,"custom":{"key":"invented"}})");
}

void times_are_in_utc() {
    const auto text = [](std::int64_t ms) {
        using Time = std::chrono::system_clock::time_point;
        return nango::Timestamp(Time(std::chrono::duration_cast<Time::duration>(std::chrono::milliseconds(ms)))).text();
    };
    CHECK(text(0) == "1970-01-01T00:00:00.000Z" && text(-1) == "1969-12-31T23:59:59.999Z");
    CHECK(text(1709164799999) == "2024-02-28T23:59:59.999Z" && text(1709164800000) == "2024-02-29T00:00:00.000Z");
    CHECK(text(951868800000) == "2000-03-01T00:00:00.000Z" && text(4107542400000) == "2100-03-01T00:00:00.000Z");
    CHECK(text(-2203891200000) == "1900-03-01T00:00:00.000Z" && text(-2203891200001) == "1900-02-28T23:59:59.999Z");
    CHECK(is_refused([] { (void)nango::Timestamp("2026\0"sv); }, "timestamp"));
}

void calls_wait_for_their_result(server *server) {
    const nango::Client client = client_for(server, "later");
    int before = server_requests(server);
    const nango::Document output = client.actions().wait_for_result("4ba27559");
    CHECK(output.value()["done"].boolean() == true && server_requests(server) == before + 2);
    before = server_requests(server);
    nango::WaitForConnectionParameters parameters;
    parameters.tags = Tags{{"session", "s1"}};
    const nango::ListedConnection found = client.connections().wait_for("github", parameters);
    CHECK(found.connection_id() == "late"sv && found.id() == 7 && server_requests(server) == before + 2);
    CHECK_TEXT(server_last_line(server),
               "GET /later/connections?limit=1&integrationId=github&tags%5Bsession%5D=s1 HTTP/1.1");

    const nango::Client never = client_for(server, "not_found");
    const auto late = thrown_by([&] {
        (void)never.actions().wait_for_result("4ba27559", nango::CallOptions().timeout(50ms));
    });
    CHECK(late && late->kind() == nango::ErrorKind::Timeout && late->attempts() > 0);
    // An interrupt ends the wait between two requests.
    struct Stop {};
    before = server_requests(server);
    try {
        (void)never.actions().wait_for_result("4ba27559", nango::CallOptions().interrupt([&]() -> bool {
            if (server_requests(server) > before)
                throw Stop();
            return false;
        }));
        CHECK(false);
    } catch (const Stop &) {
        CHECK(server_requests(server) == before + 1);
    }
}

void any_call_can_be_waited_for(server *server) {
    const nango::Client client = client_for(server, "later");
    nango::Response found = client.request_until(nango::Request("GET", "/connections"), nango::Until::NotEmpty);
    CHECK(found.value()["connections"][0]["id"].int64() == 7);
    nango::Client moved = client_for(server, "later");
    const nango::Client taken = std::move(moved);
    CHECK(is_refused([&] { (void)moved.request_until(nango::Request("GET", "/a"), nango::Until::Found); }, "client"));
}

void parts_of_a_connection_come_alone(const server *server) {
    const nango::Client client = client_for(server, "oauth2");
    CHECK(client.get_token("customer-1", "github") == "invented-access"sv);
    const nango::Document raw = client.get_raw_token_response("customer-1", "github");
    CHECK(raw.value()["scope"].string() == "repo user"sv);
    const nango::Document metadata = client.get_metadata("customer-1", "github", nango::CallOptions().timeout(5s));
    CHECK(metadata.value().json() == R"({"plan":"gold","n":1.50})");

    const nango::Client other = client_for(server, "oauth1");
    const auto refused = thrown_by([&] { (void)other.get_token("customer-1", "github"); });
    CHECK(refused && refused->kind() == nango::ErrorKind::InvalidArgument);
    CHECK(refused && std::string_view(refused->what()) ==
                         "the auth mode OAUTH1 has no single token: use get_connection() and its credentials, or proxy()");
    const nango::Document no_raw = other.get_raw_token_response("customer-1", "github");
    const nango::Document no_metadata = other.get_metadata("customer-1", "github");
    CHECK(!no_raw.value() && no_metadata.value().is_null());
    const auto error = thrown_by([&] { (void)client.get_token("", "github"); });
    CHECK(error && error->kind() == nango::ErrorKind::InvalidArgument);
}

} // namespace

int main() {
    server *server = server_start();
    results_are_within_the_response(server);
    fields_have_every_type(server);
    what_is_missing_is_named(server);
    bodies_have_constants_flags_and_times(server);
    times_are_in_utc();
    calls_wait_for_their_result(server);
    any_call_can_be_waited_for(server);
    parts_of_a_connection_come_alone(server);
    server_stop(server);
    return check_finish();
}
