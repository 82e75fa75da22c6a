/**
 * @file nango_api.hpp
 * The operations of Nango's API, by their groups: nango::Client::connections() and so on. Included by nango.hpp.
 *
 * Generated from api/operations.json: do not edit.
 */
#include "nango.hpp"
#ifndef NANGO_API_HPP
#define NANGO_API_HPP

#include <map>

#include "nango_document.hpp"
#include "nango_list.hpp"

namespace nango {

/// Something that is wrong with a connection.
class ConnectionProblem : public Model {
public:
    explicit ConnectionProblem(const Document &document) noexcept : Model(document) {}

    /// What failed: "auth" for its credentials, "sync" for a sync, or another word.
    [[nodiscard]] std::optional<std::string_view> type() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("type");
    }
    [[nodiscard]] OptionalString type() const && { return OptionalString(type()); }

    /// The id of the operation in Nango's logs.
    [[nodiscard]] std::optional<std::string_view> log_id() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("log_id");
    }
    [[nodiscard]] OptionalString log_id() const && { return OptionalString(log_id()); }
};

/// The organization of an end user.
class Organization : public Model {
public:
    explicit Organization(const Document &document) noexcept : Model(document) {}

    /// The id that the product gave it.
    [[nodiscard]] std::optional<std::string_view> id() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("id");
    }
    [[nodiscard]] OptionalString id() const && { return OptionalString(id()); }

    /// Its name. May contain customer data: do not log it by default.
    [[nodiscard]] std::optional<std::string_view> display_name() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("display_name");
    }
    [[nodiscard]] OptionalString display_name() const && { return OptionalString(display_name()); }
};

/// The customer of the product who connected a connection.
class EndUser : public Model {
public:
    explicit EndUser(const Document &document) noexcept : Model(document) {}

    /// The id that the product gave them.
    [[nodiscard]] std::optional<std::string_view> id() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("id");
    }
    [[nodiscard]] OptionalString id() const && { return OptionalString(id()); }

    /// Their name. May contain customer data: do not log it by default.
    [[nodiscard]] std::optional<std::string_view> display_name() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("display_name");
    }
    [[nodiscard]] OptionalString display_name() const && { return OptionalString(display_name()); }

    /// Their email address. May contain customer data: do not log it by default.
    [[nodiscard]] std::optional<std::string_view> email() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("email");
    }
    [[nodiscard]] OptionalString email() const && { return OptionalString(email()); }

    /// Tags of the end user. May contain customer data: do not log it by default.
    [[nodiscard]] std::map<std::string_view, std::string_view> tags() const & NANGO_LIFETIMEBOUND {
        return collection<std::map<std::string_view, std::string_view>>("tags");
    }
    std::map<std::string_view, std::string_view> tags() const && = delete;

    /// Their organization.
    [[nodiscard]] std::optional<Organization> organization() const { return field<Organization>("organization"); }
};

/// A connection as a list has it: without credentials.
class ListedConnection : public Model {
public:
    explicit ListedConnection(const Document &document) noexcept : Model(document) {}

    /// The number of the row in Nango's database.
    [[nodiscard]] std::optional<std::int64_t> id() const { return field<std::int64_t>("id"); }

    /// The id of the connection.
    [[nodiscard]] std::optional<std::string_view> connection_id() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("connection_id");
    }
    [[nodiscard]] OptionalString connection_id() const && { return OptionalString(connection_id()); }

    /// The id of the integration.
    [[nodiscard]] std::optional<std::string_view> provider_config_key() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("provider_config_key");
    }
    [[nodiscard]] OptionalString provider_config_key() const && { return OptionalString(provider_config_key()); }

    /// The external API, as Nango names it: "github".
    [[nodiscard]] std::optional<std::string_view> provider() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("provider");
    }
    [[nodiscard]] OptionalString provider() const && { return OptionalString(provider()); }

    /// What is wrong with the connection now: empty if nothing is.
    [[nodiscard]] std::vector<ConnectionProblem> errors() const {
        return collection<std::vector<ConnectionProblem>>("errors");
    }

    /// Who connected it; absent for a connection that was imported without one. May contain customer data: do not log
    /// it by default.
    [[nodiscard]] std::optional<EndUser> end_user() const { return field<EndUser>("end_user"); }

    /// Tags, with keys in lower case. May contain customer data: do not log it by default.
    [[nodiscard]] std::map<std::string_view, std::string_view> tags() const & NANGO_LIFETIMEBOUND {
        return collection<std::map<std::string_view, std::string_view>>("tags");
    }
    std::map<std::string_view, std::string_view> tags() const && = delete;

    /// What the product stored with the connection. May contain customer data: do not log it by default.
    [[nodiscard]] Value metadata() const & NANGO_LIFETIMEBOUND { return object("metadata"); }
    Value metadata() const && = delete;

    /// When it was made.
    [[nodiscard]] std::optional<std::string_view> created() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("created");
    }
    [[nodiscard]] OptionalString created() const && { return OptionalString(created()); }
};

/// A connection that was imported.
class ImportedConnection : public Model {
public:
    explicit ImportedConnection(const Document &document) noexcept : Model(document) {}

    /// The number of the row in Nango's database.
    [[nodiscard]] std::optional<std::int64_t> id() const { return field<std::int64_t>("id"); }

    /// The id of the connection.
    [[nodiscard]] std::optional<std::string_view> connection_id() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("connection_id");
    }
    [[nodiscard]] OptionalString connection_id() const && { return OptionalString(connection_id()); }

    /// The id of the integration.
    [[nodiscard]] std::optional<std::string_view> provider_config_key() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("provider_config_key");
    }
    [[nodiscard]] OptionalString provider_config_key() const && { return OptionalString(provider_config_key()); }

    /// The external API, as Nango names it: "github".
    [[nodiscard]] std::optional<std::string_view> provider() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("provider");
    }
    [[nodiscard]] OptionalString provider() const && { return OptionalString(provider()); }

    /// What is wrong with the connection now: empty if nothing is.
    [[nodiscard]] std::vector<ConnectionProblem> errors() const {
        return collection<std::vector<ConnectionProblem>>("errors");
    }

    /// Who connected it; absent for a connection that was imported without one. May contain customer data: do not log
    /// it by default.
    [[nodiscard]] std::optional<EndUser> end_user() const { return field<EndUser>("end_user"); }

    /// Tags, with keys in lower case. May contain customer data: do not log it by default.
    [[nodiscard]] std::map<std::string_view, std::string_view> tags() const & NANGO_LIFETIMEBOUND {
        return collection<std::map<std::string_view, std::string_view>>("tags");
    }
    std::map<std::string_view, std::string_view> tags() const && = delete;

    /// What the product stored with the connection. May contain customer data: do not log it by default.
    [[nodiscard]] Value metadata() const & NANGO_LIFETIMEBOUND { return object("metadata"); }
    Value metadata() const && = delete;

    /// What the external API needs beside the credentials. A secret.
    [[nodiscard]] Value connection_config() const & NANGO_LIFETIMEBOUND { return object("connection_config"); }
    Value connection_config() const && = delete;

    /// The URL that webhooks of this connection go to. May contain customer data: do not log it by default.
    [[nodiscard]] std::optional<std::string_view> webhook_url_override() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("webhook_url_override");
    }
    [[nodiscard]] OptionalString webhook_url_override() const && { return OptionalString(webhook_url_override()); }

    /// When it was made.
    [[nodiscard]] std::optional<std::string_view> created_at() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("created_at");
    }
    [[nodiscard]] OptionalString created_at() const && { return OptionalString(created_at()); }

    /// When it was last changed.
    [[nodiscard]] std::optional<std::string_view> updated_at() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("updated_at");
    }
    [[nodiscard]] OptionalString updated_at() const && { return OptionalString(updated_at()); }

    /// When its credentials were last asked for.
    [[nodiscard]] std::optional<std::string_view> last_fetched_at() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("last_fetched_at");
    }
    [[nodiscard]] OptionalString last_fetched_at() const && { return OptionalString(last_fetched_at()); }

    /// The credentials that were imported; empty if the key may not read credentials. A secret.
    [[nodiscard]] Value credentials() const & NANGO_LIFETIMEBOUND { return object("credentials"); }
    Value credentials() const && = delete;
};

/// An action that was queued.
class QueuedAction : public Model {
public:
    explicit QueuedAction(const Document &document) noexcept : Model(document) {}

    /// The id to get the result with: a UUID.
    [[nodiscard]] std::optional<std::string_view> id() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("id");
    }
    [[nodiscard]] OptionalString id() const && { return OptionalString(id()); }

    /// The path of the result.
    [[nodiscard]] std::optional<std::string_view> status_url() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("statusUrl");
    }
    [[nodiscard]] OptionalString status_url() const && { return OptionalString(status_url()); }
};

/// A variable that was set in the dashboard.
class EnvironmentVariable : public Model {
public:
    explicit EnvironmentVariable(const Document &document) noexcept : Model(document) {}

    /// Its name.
    [[nodiscard]] std::optional<std::string_view> name() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("name");
    }
    [[nodiscard]] OptionalString name() const && { return OptionalString(name()); }

    /// Its value. A secret.
    [[nodiscard]] std::optional<std::string_view> value() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("value");
    }
    [[nodiscard]] OptionalString value() const && { return OptionalString(value()); }
};

/// What Connections::list can be told besides. What is not set is not sent.
struct ListConnectionsParameters {
    /// Only the connections with this id.
    std::optional<std::string> connection_id = {};
    /// Only those with this text in the connection's id or in the end user's name or email address.
    std::optional<std::string> search = {};
    /// Only those of these integrations.
    std::optional<std::vector<std::string>> integration_ids = {};
    /// Only those that have all of these tags.
    std::optional<std::map<std::string, std::string>> tags = {};
    /// Only those of this end user. Deprecated: use the tag end_user_id.
    std::optional<std::string> end_user_id = {};
    /// Only those of this organization. Deprecated: use the tag organization_id.
    std::optional<std::string> end_user_organization_id = {};
    /// How many a page has, from 1 to 2000. Default: 1000.
    std::int64_t limit = 1000;
};

/// What Connections::import_ can be told besides. What is not set is not sent.
struct ImportConnectionParameters {
    /// The id that the connection gets. Nango makes one up without it.
    std::optional<std::string> connection_id = {};
    /// Metadata to store with it.
    std::optional<Json> metadata = {};
    /// What the external API needs beside the credentials, such as a subdomain.
    std::optional<Json> connection_config = {};
    /// The URL that webhooks of this connection go to.
    std::optional<std::string> webhook_url_override = {};
    /// Its tags. At most 10. A key begins with a letter and has at most 64 letters, digits, _ - . and /; Nango makes it
    /// lower case. A value has 1 to 255 characters.
    std::optional<std::map<std::string, std::string>> tags = {};
    /// Whom it belongs to: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}, of which only the id must be
    /// there.
    std::optional<Json> end_user = {};
};

/// What Connections::update can be told besides. What is not set is not sent.
struct UpdateConnectionParameters {
    /// The tags, in place of all that it has, those of its end user included. At most 10. A key begins with a letter
    /// and has at most 64 letters, digits, _ - . and /; Nango makes it lower case. A value has 1 to 255 characters.
    std::optional<std::map<std::string, std::string>> tags = {};
    /// Whom it belongs to: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}.
    std::optional<Json> end_user = {};
    /// The URL that webhooks of this connection go to; empty for none.
    std::optional<std::string> webhook_url_override = {};
};

/// What Actions::trigger can be told besides. What is not set is not sent.
struct TriggerActionParameters {
    /// The input of the action.
    std::optional<Json> input = {};
    /// How often Nango runs the action again if it fails, from 0 to 5.
    std::optional<std::int64_t> max_retries = {};
};

/// What Actions::trigger_async can be told besides. What is not set is not sent.
struct TriggerActionAsyncParameters {
    /// The input of the action.
    std::optional<Json> input = {};
    /// How often Nango runs the action again if it fails, from 0 to 5.
    std::optional<std::int64_t> max_retries = {};
};

/// Connections of customers: list, import, change and delete them.
///
/// A view of its client, which must outlive it and stay where it is. Each operation throws Error, and what an interrupt
/// throws.
class Connections {
public:
    explicit Connections(const Client &client NANGO_LIFETIMEBOUND) noexcept : client_(&client) {}

    /// Lists connections, without their credentials, the newest first.
    ///
    /// Pages are fetched as the items are read. Nango counts pages by offset, so a connection that is made meanwhile
    /// moves the last item of a page to the next one: items of the page before are left out. One that is deleted
    /// meanwhile can make another be missed.
    [[nodiscard]] List<ListedConnection> list(const ListConnectionsParameters &parameters = {},
                                              CallOptions options = CallOptions()) const {
        Request request("GET", "/connections");
        detail::add_query(request, "connectionId", parameters.connection_id);
        detail::add_query(request, "search", parameters.search);
        detail::add_query_csv(request, "integrationId", parameters.integration_ids);
        detail::add_query(request, "tags", parameters.tags);
        detail::add_query(request, "endUserId", parameters.end_user_id);
        detail::add_query(request, "endUserOrganizationId", parameters.end_user_organization_id);
        detail::add_query(request, "limit", parameters.limit);
        return List<ListedConnection>(*client_, request, NANGO_PAGE_STYLE_NUMBER, "connections", "id",
                                      std::move(options));
    }

    /// Creates a connection with credentials from elsewhere, or replaces one that has the same id.
    ///
    /// Nango tries credentials of the types API_KEY, BASIC and TBA at the external API first, so the call can take
    /// long. Nango does not take JWT, BILL, TWO_STEP, SIGNATURE, AWS_SIGV4 and MCP credentials.
    ///
    /// @param provider_config_key The id of the integration, as the dashboard shows it.
    /// @param credentials The credentials, with their type: {"type": "OAUTH2", "access_token": ..., "refresh_token":
    /// ...}, {"type": "API_KEY", "apiKey": ...}, {"type": "BASIC", "username": ..., "password": ...} and so on.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    ImportedConnection import_(StringArg provider_config_key, const Json &credentials,
                               const ImportConnectionParameters &parameters = {},
                               const CallOptions &options = CallOptions()) const {
        Request request("POST", "/connections");
        detail::Body body;
        body.add("provider_config_key", provider_config_key.text("provider_config_key"));
        body.add_object("credentials", credentials);
        body.add("connection_id", parameters.connection_id);
        body.add_object("metadata", parameters.metadata);
        body.add_object("connection_config", parameters.connection_config);
        body.add("webhook_url_override", parameters.webhook_url_override);
        body.add("tags", parameters.tags);
        body.add_object("end_user", parameters.end_user);
        request.json(body.json());
        return detail::Calls::result<ImportedConnection>(*client_, request, options);
    }

    /// Changes the tags, the end user or the webhook URL of a connection.
    ///
    /// @param connection_id The id of the connection, as the dashboard shows it.
    /// @param provider_config_key The id of the integration, as the dashboard shows it.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    void update(StringArg connection_id, StringArg provider_config_key,
                const UpdateConnectionParameters &parameters = {}, const CallOptions &options = CallOptions()) const {
        Request request("PATCH", "/connections/{connectionId}");
        request.repeatable();
        request.path_parameter("connectionId", connection_id.text("connection_id"));
        detail::add_query(request, "provider_config_key", provider_config_key.text("provider_config_key"));
        detail::Body body;
        body.add("tags", parameters.tags);
        body.add_object("end_user", parameters.end_user);
        body.add("webhook_url_override", parameters.webhook_url_override);
        request.json(body.json());
        detail::Calls::call(*client_, request, options);
    }

    /// Deletes a connection with its credentials, records and metadata.
    ///
    /// Nango runs the functions that are to run before a deletion first. A connection that does not exist is the error
    /// kind not_found.
    ///
    /// @param connection_id The id of the connection, as the dashboard shows it.
    /// @param provider_config_key The id of the integration, as the dashboard shows it.
    /// @param options The settings of this call.
    void delete_(StringArg connection_id, StringArg provider_config_key,
                 const CallOptions &options = CallOptions()) const {
        Request request("DELETE", "/connections/{connectionId}");
        request.repeatable();
        request.path_parameter("connectionId", connection_id.text("connection_id"));
        detail::add_query(request, "provider_config_key", provider_config_key.text("provider_config_key"));
        detail::Calls::call(*client_, request, options);
    }

    /// Replaces the metadata of one or several connections of an integration.
    ///
    /// If one of the connections does not exist, none is changed.
    ///
    /// @param provider_config_key The id of the integration, as the dashboard shows it.
    /// @param connection_ids The ids of the connections, at least one.
    /// @param metadata The metadata, in place of what they have.
    /// @param options The settings of this call.
    void set_metadata(StringArg provider_config_key, const std::vector<std::string> &connection_ids,
                      const Json &metadata, const CallOptions &options = CallOptions()) const {
        Request request("POST", "/connections/metadata");
        request.repeatable();
        detail::Body body;
        body.add("provider_config_key", provider_config_key.text("provider_config_key"));
        body.add("connection_id", connection_ids);
        body.add_object("metadata", metadata);
        request.json(body.json());
        detail::Calls::call(*client_, request, options);
    }

    /// Merges metadata into that of one or several connections of an integration.
    ///
    /// Members at the top replace those of the same name; others stay. If one of the connections does not exist, none
    /// is changed. Of two updates at once Nango can lose one.
    ///
    /// @param provider_config_key The id of the integration, as the dashboard shows it.
    /// @param connection_ids The ids of the connections, at least one.
    /// @param metadata The members to set.
    /// @param options The settings of this call.
    void update_metadata(StringArg provider_config_key, const std::vector<std::string> &connection_ids,
                         const Json &metadata, const CallOptions &options = CallOptions()) const {
        Request request("PATCH", "/connections/metadata");
        request.repeatable();
        detail::Body body;
        body.add("provider_config_key", provider_config_key.text("provider_config_key"));
        body.add("connection_id", connection_ids);
        body.add_object("metadata", metadata);
        request.json(body.json());
        detail::Calls::call(*client_, request, options);
    }

private:
    const Client *client_;
};

/// Actions: functions that Nango runs on a connection.
///
/// A view of its client, which must outlive it and stay where it is. Each operation throws Error, and what an interrupt
/// throws.
class Actions {
public:
    explicit Actions(const Client &client NANGO_LIFETIMEBOUND) noexcept : client_(&client) {}

    /// Runs an action on a connection and waits for its output.
    ///
    /// An action can run for minutes: pass a timeout that is long enough. The output is any JSON value; an action that
    /// returns nothing gives null.
    ///
    /// @param connection_id The id of the connection, as the dashboard shows it.
    /// @param provider_config_key The id of the integration, as the dashboard shows it.
    /// @param action_name The name of the action.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    Document trigger(StringArg connection_id, StringArg provider_config_key, StringArg action_name,
                     const TriggerActionParameters &parameters = {}, const CallOptions &options = CallOptions()) const {
        Request request("POST", "/action/trigger");
        detail::add_header(request, "Connection-Id", connection_id.text("connection_id"));
        detail::add_header(request, "Provider-Config-Key", provider_config_key.text("provider_config_key"));
        detail::add_header(request, "X-Max-Retries", parameters.max_retries);
        detail::Body body;
        body.add("action_name", action_name.text("action_name"));
        body.add("input", parameters.input);
        request.json(body.json());
        return detail::Calls::document(*client_, request, options);
    }

    /// Queues an action on a connection, and returns the id of its result.
    ///
    /// Nango runs the queued actions of an environment one after another.
    ///
    /// @param connection_id The id of the connection, as the dashboard shows it.
    /// @param provider_config_key The id of the integration, as the dashboard shows it.
    /// @param action_name The name of the action.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    QueuedAction trigger_async(StringArg connection_id, StringArg provider_config_key, StringArg action_name,
                               const TriggerActionAsyncParameters &parameters = {},
                               const CallOptions &options = CallOptions()) const {
        Request request("POST", "/action/trigger");
        request.add_header("X-Async", "true");
        detail::add_header(request, "Connection-Id", connection_id.text("connection_id"));
        detail::add_header(request, "Provider-Config-Key", provider_config_key.text("provider_config_key"));
        detail::add_header(request, "X-Max-Retries", parameters.max_retries);
        detail::Body body;
        body.add("action_name", action_name.text("action_name"));
        body.add("input", parameters.input);
        request.json(body.json());
        return detail::Calls::result<QueuedAction>(*client_, request, options);
    }

    /// Returns the output of a queued action.
    ///
    /// An action that still runs, one that does not exist and one whose output is null are the error kind api with the
    /// status 404: Nango does not tell them apart.
    ///
    /// @param id The id of the queued action.
    /// @param options The settings of this call.
    [[nodiscard]] Document result(StringArg id, const CallOptions &options = CallOptions()) const {
        Request request("GET", "/action/{id}");
        request.path_parameter("id", id.text("id"));
        return detail::Calls::document(*client_, request, options);
    }

private:
    const Client *client_;
};

/// The Nango environment of the secret key.
///
/// A view of its client, which must outlive it and stay where it is. Each operation throws Error, and what an interrupt
/// throws.
class Environment {
public:
    explicit Environment(const Client &client NANGO_LIFETIMEBOUND) noexcept : client_(&client) {}

    /// Returns the variables that were set in the dashboard.
    [[nodiscard]] std::vector<EnvironmentVariable> list_variables(const CallOptions &options = CallOptions()) const {
        Request request("GET", "/environment-variables");
        return detail::Calls::result<std::vector<EnvironmentVariable>>(*client_, request, options);
    }

private:
    const Client *client_;
};

namespace detail {

/// The groups of operations, for Client.
template <class Client>
class Groups {
public:
    /// Connections of customers: list, import, change and delete them.
    [[nodiscard]] Connections connections() const & noexcept NANGO_LIFETIMEBOUND {
        return Connections(static_cast<const Client &>(*this));
    }
    Connections connections() const && = delete;

    /// Actions: functions that Nango runs on a connection.
    [[nodiscard]] Actions actions() const & noexcept NANGO_LIFETIMEBOUND {
        return Actions(static_cast<const Client &>(*this));
    }
    Actions actions() const && = delete;

    /// The Nango environment of the secret key.
    [[nodiscard]] Environment environment() const & noexcept NANGO_LIFETIMEBOUND {
        return Environment(static_cast<const Client &>(*this));
    }
    Environment environment() const && = delete;
};

} // namespace detail

} // namespace nango

#endif // NANGO_API_HPP
