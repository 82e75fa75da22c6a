// The operations of Nango's API in C++: what each sends, and what comes out.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "support/check.h"
#include "support/client.hpp"

namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;
using namespace std::chrono_literals;
using nango::Json;

/// The last request: its first line and its body.
std::string last(server *server) {
    std::size_t size = 0;
    const void *body = server_last_body(server, &size);
    const std::string sent(static_cast<const char *>(body), size);
    return std::string(server_last_line(server)) + (sent.empty() ? "" : " " + sent);
}

void import_sends_a_body(server *server) {
    const nango::Client client = client_for(server, "imported");
    nango::ImportConnectionParameters parameters;
    parameters.connection_id = "imp \"rich\"\\\n\x01é";
    parameters.metadata = Json(R"( {"a": [1, null, "}]\",{["]} )");
    parameters.tags = {{"team", "red"}, {"a\"b", ""}};
    const auto credentials = Json(R"({"type":"OAUTH2","access_token":"invented"})");
    const nango::ImportedConnection imported = client.connections().import_("github", credentials, parameters);
    CHECK(last(server) ==
          R"(POST /imported/connections HTTP/1.1 {"provider_config_key":"github",)"
          R"("credentials":{"type":"OAUTH2","access_token":"invented"},"connection_id":"imp \"rich\"\\\u000a\u0001é",)"
          R"("metadata": {"a": [1, null, "}]\",{["]} ,"tags":{"a\"b":"","team":"red"}})");
    CHECK(imported.connection_id() == "imp-rich"sv && imported.id() == 91);
    CHECK(imported.credentials()["access_token"].string() == "invented-access"sv);
    CHECK(imported.errors().empty() && imported.tags().at("team") == "red");
    CHECK(imported.metadata()["a"][2].string() == "ü"sv && imported.created_at() == "2026-11-29T01:32:40.328Z"sv);
    CHECK(!imported.webhook_url_override() && !imported.updated_at());
    // What is newer than the description.
    CHECK(imported.fields()["newer"].json() == "12345678901234567890");

    // Without what can be left out.
    client.connections().import_("github", credentials);
    CHECK(last(server) == R"(POST /imported/connections HTTP/1.1 {"provider_config_key":"github",)"
                          R"("credentials":{"type":"OAUTH2","access_token":"invented"}})");
}

void models_keep_what_they_need(const server *server) {
    const auto end_user = [&] {
        const nango::Client client = client_for(server, "imported");
        const auto imported = client.connections().import_("github", Json("{}"));
        return imported.end_user();
    }();
    CHECK(end_user && end_user->id() == "u-9"sv && end_user->display_name() == "U 9"sv && !end_user->email());
    CHECK(end_user && end_user->tags().size() == 1 && !end_user->organization());
    CHECK(end_user && end_user->fields().size() == 5);
}

void a_field_of_another_type_is_named(const server *server) {
    const nango::Client client = client_for(server, "mistyped");
    const auto imported = client.connections().import_("github", Json("{}"));
    const auto is_named = [](auto read, std::string_view field) {
        const auto error = thrown_by(read);
        return error && error->kind() == nango::ErrorKind::Decode &&
               std::string_view(error->what()).substr(0, field.size() + 1) == std::string(field) + " ";
    };
    CHECK(is_named([&] { (void)imported.id(); }, "id"));
    CHECK(is_named([&] { (void)imported.connection_id(); }, "connection_id"));
    CHECK(is_named([&] { (void)imported.provider(); }, "provider"));
    CHECK(is_named([&] { (void)imported.errors(); }, "errors"));
    CHECK(is_named([&] { (void)imported.end_user(); }, "end_user"));
    CHECK(is_named([&] { (void)imported.tags(); }, "tags"));
    CHECK(is_named([&] { (void)imported.metadata(); }, "metadata"));
    CHECK(imported.created_at() == "2026-11-29T01:32:40.328Z"sv && !imported.credentials());
    const nango::Client array = client_for(server, "variables");
    CHECK(is_named([&] { array.connections().import_("github", Json("{}")); }, "the result"));
    CHECK(is_named([&] { (void)client.environment().list_variables(); }, "the result"));
}

void update_and_delete_name_a_connection(server *server) {
    const nango::Client client = client_for(server, "done");
    nango::UpdateConnectionParameters parameters;
    parameters.tags.emplace();
    parameters.webhook_url_override = "";
    client.connections().update("a/b ..", "git&hub", parameters);
    CHECK(last(server) == "PATCH /done/connections/a%2Fb%20..?provider_config_key=git%26hub HTTP/1.1 "
                          R"({"tags":{},"webhook_url_override":""})");
    client.connections().update("c", "github");
    CHECK(last(server) == "PATCH /done/connections/c?provider_config_key=github HTTP/1.1 {}");
    client.connections().delete_("ü", "github");
    CHECK(last(server) == "DELETE /done/connections/%C3%BC?provider_config_key=github HTTP/1.1");
}

// {{"a", "b"}} could be a map or an optional, and so was neither.
template <class... Texts>
void can_be_one_pair(Texts &...texts) {
    ((texts = {{"plan", "pro"}}), ...);
    CHECK(((texts && texts->size() == 1 && texts->at("plan") == "pro") && ...));
    ((texts = {}), ...);
    CHECK((!texts && ...));
}

void texts_by_key_are_set_as_a_program_has_them(server *server) {
    nango::CreateConnectSessionParameters created;
    nango::CreateReconnectSessionParameters reconnected;
    nango::ListConnectionsParameters listed;
    nango::ImportConnectionParameters imported;
    nango::UpdateConnectionParameters updated;
    nango::WaitForConnectionParameters awaited;
    nango::CreateIntegrationParameters integration;
    nango::UpdateIntegrationParameters changed;
    can_be_one_pair(created.tags, reconnected.tags, listed.tags, imported.tags, updated.tags, awaited.tags,
                    integration.integration_config, integration.custom, changed.integration_config, changed.custom);

    const std::map<std::string, std::string> known{{"plan", "pro"}};
    for (const nango::OptionalTexts &texts : std::vector<nango::OptionalTexts>{known, std::optional(known), {{"plan", "pro"}}})
        CHECK(texts == known);
    updated.tags = known;
    updated.tags = std::nullopt;
    CHECK(!updated.tags);

    // One pair, in a body and in a query.
    const nango::Client client = client_for(server, "done");
    updated.tags = {{"plan", "pro"}};
    client.connections().update("c", "github", updated);
    CHECK(last(server) ==
          R"(PATCH /done/connections/c?provider_config_key=github HTTP/1.1 {"tags":{"plan":"pro"}})");
    listed.tags = {{"plan", "pro"}};
    (void)thrown_by([&] { (void)client.connections().list(listed).begin(); });
    CHECK(last(server).find("tags%5Bplan%5D=pro") != std::string::npos);
}

void metadata_goes_to_several(server *server) {
    const nango::Client client = client_for(server, "done");
    client.connections().set_metadata("slack", {"page-01", "page-02"}, Json(R"({"k":1.50})"));
    CHECK(last(server) == R"(POST /done/connections/metadata HTTP/1.1 {"provider_config_key":"slack",)"
                          R"("connection_id":["page-01","page-02"],"metadata":{"k":1.50}})");
    client.connections().update_metadata("slack", {}, Json("{}"));
    CHECK(last(server) == R"(PATCH /done/connections/metadata HTTP/1.1 {"provider_config_key":"slack",)"
                          R"("connection_id":[],"metadata":{}})");
}

void actions_have_headers_and_any_output(server *server) {
    nango::TriggerActionParameters parameters;
    parameters.input = Json("[1,null]");
    parameters.max_retries = 2;
    const nango::Client client = client_for(server, "output");
    const nango::Document output = client.actions().trigger("customer-1", "github", "create-issue", parameters);
    CHECK(last(server) ==
          R"(POST /output/action/trigger HTTP/1.1 {"action_name":"create-issue","input":[1,null]})");
    CHECK_TEXT(server_last_header(server, "connection-id"), "customer-1");
    CHECK_TEXT(server_last_header(server, "provider-config-key"), "github");
    CHECK_TEXT(server_last_header(server, "x-max-retries"), "2");
    CHECK(!server_last_header(server, "x-async"));
    CHECK(output.value()["big"].json() == "12345678901234567890" && output.value()["tiny"].number() < 1e-6);

    const nango::Client queue = client_for(server, "queued");
    const nango::QueuedAction queued = queue.actions().trigger_async("customer-1", "github", "create-issue");
    CHECK(last(server) == R"(POST /queued/action/trigger HTTP/1.1 {"action_name":"create-issue"})");
    CHECK_TEXT(server_last_header(server, "x-async"), "true");
    CHECK(!server_last_header(server, "x-max-retries"));
    CHECK(queued.id() == "4ba27559"sv && queued.status_url() == "/action/4ba27559"sv);

    const nango::Client idle = client_for(server, "output_null");
    const nango::Document nothing = idle.actions().result("4ba/27559");
    CHECK(last(server) == "GET /output_null/action/4ba%2F27559 HTTP/1.1");
    CHECK(nothing.value().is_null());
}

void variables_are_a_list(const server *server) {
    const nango::Client client = client_for(server, "variables");
    const std::vector<nango::EnvironmentVariable> variables = client.environment().list_variables();
    CHECK(variables.size() == 2 && variables[0].name() == "FOO"sv && variables[0].value() == "invented-bar"sv);
    CHECK(variables.size() == 2 && variables[1].name() == "ÜNI"sv);
}

void json_cannot_reach_beyond_its_parameter(server *server) {
    const nango::Client client = client_for(server, "done");
    const int before = server_requests(server);
    for (const char *text : {"", " ", "1,\"connection_id\":\"other\"", "1}", "{}, {}", "\"", "[}", "{", "nul", "{]}"}) {
        nango::TriggerActionParameters parameters;
        parameters.input = Json(text);
        const auto error = thrown_by([&] { client.actions().trigger("c", "k", "a", parameters); });
        CHECK(error && error->kind() == nango::ErrorKind::InvalidArgument);
        CHECK(is_refused([&] { client.connections().set_metadata("k", {"c"}, Json(text)); }, ""));
    }
    CHECK(is_refused([&] { client.connections().set_metadata("k", {"c"}, Json("[]")); }, "metadata"));
    CHECK(is_refused([&] { client.connections().import_("k", Json("{},{}")); }, "credentials"));
    CHECK(is_refused([&] { client.connections().delete_("", "k"); }, "connectionId"));
    CHECK(is_refused([&] { client.connections().delete_("a\0b"sv, "k"); }, "connection_id"));
    CHECK(is_refused([&] { client.connections().set_metadata("k", {"a\0b"s}, Json("{}")); }, "connection_id"));
    CHECK(is_refused([&] { client.connections().import_("a\0b"sv, Json("{}")); }, "provider_config_key"));
    CHECK(server_requests(server) == before);
}

void failures_are_thrown(const server *server) {
    const auto kind = [&](const char *answer) {
        const nango::Client client = client_for(server, answer);
        const auto error = thrown_by([&] { client.connections().delete_("customer-1", "github"); });
        return error ? error->kind() : nango::ErrorKind::None;
    };
    CHECK(kind("unknown_connection") == nango::ErrorKind::NotFound);
    CHECK(kind("no_integration") == nango::ErrorKind::UnknownIntegration);
    CHECK(kind("findings") == nango::ErrorKind::Api);
    CHECK(kind("rate_limited") == nango::ErrorKind::RateLimited);
    CHECK(kind("web_page") == nango::ErrorKind::NotNango);
    CHECK(kind("none_such") == nango::ErrorKind::Server);
}

void calls_take_options(server *server) {
    const nango::Client client = client_for(server, "held");
    const auto timeout =
        thrown_by([&] { client.connections().delete_("c", "k", nango::CallOptions().timeout(20ms)); });
    CHECK(timeout && timeout->kind() == nango::ErrorKind::Timeout);
    nango::Cancel cancel;
    cancel.trigger();
    const auto cancelled = thrown_by([&] {
        for (const auto &connection : client.connections().list({}, nango::CallOptions().cancel(cancel)))
            (void)connection;
    });
    CHECK(cancelled && cancelled->kind() == nango::ErrorKind::Cancelled);
    const nango::CallOptions wrong = nango::CallOptions().force_refresh();
    CHECK(is_refused([&] { (void)client.environment().list_variables(wrong); }, "force_refresh"));
    nango::CallOptions options;
    const nango::CallOptions moved = std::move(options);
    CHECK(is_refused([&] { client.connections().delete_("c", "k", options); }, "options"));
    server_release(server);
}

void clients_are_passed_on_as_they_are(const server *server) {
    nango::Client client = client_for(server, "done");
    const nango::Connections connections = client.connections();
    const nango::Client taken = std::move(client);
    CHECK(is_refused([&] { connections.delete_("c", "k"); }, "client"));
    taken.connections().delete_("c", "k");
}

} // namespace

int main() {
    server *server = server_start();
    import_sends_a_body(server);
    models_keep_what_they_need(server);
    a_field_of_another_type_is_named(server);
    update_and_delete_name_a_connection(server);
    texts_by_key_are_set_as_a_program_has_them(server);
    metadata_goes_to_several(server);
    actions_have_headers_and_any_output(server);
    variables_are_a_list(server);
    json_cannot_reach_beyond_its_parameter(server);
    failures_are_thrown(server);
    calls_take_options(server);
    clients_are_passed_on_as_they_are(server);
    server_stop(server);
    return check_finish();
}
