// Getting a connection through nango.hpp, and who owns what.
#include <string>
#include <vector>

#include "support/check.h"
#include "support/client.hpp"

namespace {

using namespace std::string_view_literals;
using namespace std::chrono_literals;

void every_accessor_reads_its_field(const server *server) {
    const nango::Client client = client_for(server, "oauth2");
    const nango::Connection connection = client.get_connection("customer-1", "github");
    CHECK(connection.id() == 7);
    CHECK(connection.connection_id() == "customer-1");
    CHECK(connection.provider_config_key() == "github");
    CHECK(connection.provider() == "github-app");
    CHECK(connection.auth_mode() == nango::AuthMode::OAuth2);
    CHECK(connection.auth_mode_name() == "OAUTH2");
    CHECK(connection.token() == "invented-access");
    CHECK(connection.access_token() == "invented-access");
    CHECK(connection.refresh_token() == "invented-refresh");
    CHECK(connection.oauth_token() == "invented-oauth");
    CHECK(connection.oauth_token_secret() == "invented-oauth-secret");
    CHECK(connection.api_key() == "invented-key");
    CHECK(connection.username() == "ada");
    CHECK(connection.password() == "");
    CHECK(connection.credential("client_id") == "invented-client");
    CHECK(connection.credentials_json()->substr(0, 9) == R"({"type":")");
    CHECK(connection.raw_json() == R"({"scope":"repo user"})");
    CHECK(connection.expires_at() == "2026-01-02T04:04:05.678Z");
    CHECK(connection.expires_at_ms() == 1767326645678);
    CHECK(connection.expires_at_time() == std::chrono::system_clock::time_point(1767326645678ms));
    CHECK(connection.created_at() == "2026-01-02T03:04:05.678Z");
    CHECK(connection.updated_at() == "2026-01-03T00:00:00.000Z");
    CHECK(connection.last_fetched_at() == "2026-01-04T00:00:00.000Z");
    CHECK(connection.account_id() == 42);
    CHECK(connection.webhook_url_override() == "https://example.com/hook");
    CHECK(connection.metadata_json() == R"({"plan":"gold","n":1.50})");
    CHECK(connection.connection_config_json() == R"({"subdomain":"acme"})");
    CHECK(connection.tags_json() == R"({"team":"\u00e9quipe"})");
    CHECK(connection.end_user_json() == R"({"id":"user-1"})");
    CHECK(connection.errors_json() == R"([{"type":"auth","log_id":"log-1"}])");
    CHECK(connection.json().substr(0, 8) == R"({"id":7,)");
    CHECK(connection.get_string("/metadata/plan") == "gold");
    CHECK(connection.get_json("/metadata/n") == "1.50");
}

void absent_is_not_empty(const server *server) {
    const nango::Connection basic = client_for(server, "basic").get_connection("customer-2", "printer");
    CHECK(basic.auth_mode() == nango::AuthMode::Basic);
    CHECK(basic.password().has_value() && basic.password()->empty());
    CHECK(!basic.token());
    CHECK(!basic.expires_at() && !basic.expires_at_ms() && !basic.expires_at_time());
    CHECK(!basic.account_id());
    CHECK(!basic.metadata_json());
    CHECK(!basic.get_string("/metadata/plan"));

    const nango::Connection bare = client_for(server, "bare").get_connection("customer-3", "open");
    CHECK(bare.id() == 0);
    CHECK(bare.auth_mode() == nango::AuthMode::Absent);
    CHECK(!bare.auth_mode_name());
    CHECK(bare.credentials_json() == "{}");
}

void odd_times_do_no_harm(const server *server) {
    const nango::Connection odd = client_for(server, "odd_time").get_connection("c", "k");
    CHECK(odd.expires_at() == "next tuesday");
    CHECK(!odd.expires_at_time());
    const nango::Connection far = client_for(server, "far_future").get_connection("c", "k");
    CHECK(far.expires_at_ms() == 253402300799000);
    CHECK(far.expires_at_time() > std::chrono::system_clock::now());
}

void a_newer_mode_keeps_its_name(const server *server) {
    const nango::Connection connection = client_for(server, "newer").get_connection("c", "k");
    CHECK(connection.auth_mode() == nango::AuthMode::Unknown);
    CHECK(connection.auth_mode_name() == "TELEPATHY");
}

void a_connection_moves_and_its_views_stay(const server *server) {
    std::vector<nango::Connection> connections;
    std::optional<std::string_view> token;
    {
        const nango::Client client = client_for(server, "oauth2");
        nango::Connection connection = client.get_connection("customer-1", "github");
        token = connection.token();
        connections.push_back(std::move(connection));
    }
    CHECK(token == "invented-access");
    CHECK(connections[0].token()->data() == token->data());
}

void what_was_moved_from_is_empty(const server *server) {
    const nango::Client client = client_for(server, "oauth2");
    nango::Connection first = client.get_connection("customer-1", "github");
    const nango::Connection second = std::move(first);
    CHECK(first.id() == 0);
    CHECK(first.connection_id().empty() && first.json().empty());
    CHECK(first.auth_mode() == nango::AuthMode::Absent);
    CHECK(!first.token() && !first.get_string("/metadata/plan") && !first.credential("client_id"));
    CHECK(!first.account_id() && !first.expires_at_time());
    first = client.get_connection("customer-1", "github");
    CHECK(first.token() == second.token());
    nango::Connection &same = first;
    first = std::move(same);
    CHECK(first.token() == "invented-access");
}

void what_was_moved_from_makes_no_call(const server *server) {
    nango::Client client = client_for(server, "oauth2");
    const nango::Client other = std::move(client);
    CHECK(is_refused([&] { (void)client.get_connection("customer-1", "github"); }, "client"));
    CHECK(other.get_connection("customer-1", "github").id() == 7);
    client = client_for(server, "oauth2");
    nango::Client &same = client;
    client = std::move(same);
    CHECK(client.get_connection("customer-1", "github").id() == 7);

    nango::CallOptions call;
    const nango::CallOptions taken = std::move(call);
    CHECK(is_refused([&] { (void)client.get_connection("customer-1", "github", call.refresh_token()); }, "options"));
    nango::ClientOptions options = options_for(server, "oauth2");
    const nango::ClientOptions kept = std::move(options);
    CHECK(is_refused([&] { const nango::Client none(options.load_env()); }, "options"));
    CHECK(nango::Client(kept).get_connection("customer-1", "github").id() == 7);
}

void options_reach_the_wire(server *server) {
    nango::ClientOptions options = options_for(server, "oauth2");
    options.user_agent("my-app/1.0").add_header("x-gateway", "invented-pass").route(nango::Route::Connections);
    const nango::Client client(options);
    const auto call = nango::CallOptions().refresh_token().force_refresh(false).refresh_github_app_jwt_token();
    CHECK(client.get_connection("a/b", "git hub", call).id() == 7);
    const std::string line = server_last_line(server);
    CHECK(line.find("GET /oauth2/connections/a%2Fb?provider_config_key=git%20hub") == 0);
    CHECK(line.find("refresh_token=true") != std::string::npos);
    CHECK(line.find("force_refresh=true") == std::string::npos);
    CHECK(line.find("refresh_github_app_jwt_token=true") != std::string::npos);
    CHECK_TEXT(server_last_header(server, "x-gateway"), "invented-pass");
    CHECK(std::string(server_last_header(server, "user-agent")).find("my-app/1.0 libnango/") == 0);
}

void views_need_no_nul_at_their_end(server *server) {
    const std::string_view text = "customer-12345github-enterprise";
    const nango::Client client = client_for(server, "oauth2");
    CHECK(client.get_connection(text.substr(0, 10), text.substr(14, 6)).id() == 7);
    CHECK(std::string(server_last_line(server)).find("/customer-1?provider_config_key=github ") != std::string::npos);
    const nango::Connection connection = client.get_connection("customer-1", "github");
    CHECK(connection.get_string("/metadata/plan/more"sv.substr(0, 14)) == "gold");
    CHECK(connection.credential("client_ids"sv.substr(0, 9)) == "invented-client");
}

void a_connection_is_made_of_its_document(const server *server) {
    const nango::Connection sent = client_for(server, "oauth2").get_connection("customer-1", "github");
    const nango::Connection made = nango::Connection::from_json(sent.json());
    CHECK(made.json() == sent.json() && made.id() == 7 && made.token() == "invented-access");
    CHECK(made.authorization() == "Bearer invented-access" && sent.authorization() == made.authorization());
    const char *basic = R"({"connection_id":"c","provider_config_key":"k",)"
                        R"("credentials":{"type":"BASIC","username":"ada","password":"invented"}})";
    CHECK(nango::Connection::from_json(basic).authorization() == "Basic YWRhOmludmVudGVk");
    const char *bare = R"({"connection_id":"c","provider_config_key":"k","credentials":{}})";
    CHECK(!nango::Connection::from_json(bare).authorization());
    const auto error = thrown_by([] { (void)nango::Connection::from_json(R"({"connection_id":1})"); });
    CHECK(error && error->kind() == nango::ErrorKind::Decode);
    CHECK(is_refused([] { (void)nango::Connection::from_json("{}\0{}"sv); }, "json"));
}

void credentials_expire() {
    const auto with = [](const std::string &credentials) {
        return nango::Connection::from_json(R"({"connection_id":"c","provider_config_key":"k","credentials":)" +
                                            credentials + "}");
    };
    const auto expiring = [&](const std::string &time) {
        return with(R"({"type":"OAUTH2","access_token":"invented","expires_at":")" + time + "\"}");
    };
    const nango::Connection past = expiring("1970-01-01T00:00:01.000Z");
    CHECK(past.is_expired() && past.expires_in() < -24h);
    const nango::Connection future = expiring("9999-12-31T23:59:59.000Z");
    CHECK(!future.is_expired() && future.expires_in() > 24h * 365 * 1000);
    const nango::Connection soon = expiring(nango::Timestamp(std::chrono::system_clock::now() + 1h).text());
    CHECK(!soon.is_expired() && soon.expires_in() > 30min && soon.expires_in() <= 1h);
    const nango::Connection never = with(R"({"type":"API_KEY","apiKey":"invented"})");
    CHECK(!never.is_expired() && !never.expires_in());
}

} // namespace

int main() {
    server *server = server_start();
    every_accessor_reads_its_field(server);
    absent_is_not_empty(server);
    odd_times_do_no_harm(server);
    a_newer_mode_keeps_its_name(server);
    a_connection_moves_and_its_views_stay(server);
    what_was_moved_from_is_empty(server);
    what_was_moved_from_makes_no_call(server);
    options_reach_the_wire(server);
    views_need_no_nul_at_their_end(server);
    a_connection_is_made_of_its_document(server);
    credentials_expire();
    server_stop(server);
    return check_finish();
}
