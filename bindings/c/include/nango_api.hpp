/**
 * @file nango_api.hpp
 * The operations of Nango's API, by their groups: nango::Client::connections() and so on. Included by nango.hpp.
 *
 * Generated from api/operations.json and api/webhooks.json: do not edit.
 */
#include "nango.hpp"
#ifndef NANGO_API_HPP
#define NANGO_API_HPP

#include <map>

#include "nango_document.hpp"
#include "nango_list.hpp"
#include "nango_parameters.hpp"

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

/// A connect session, which ends after 30 minutes.
class ConnectSession : public Model {
public:
    explicit ConnectSession(const Document &document) noexcept : Model(document) {}

    /// The token for Nango's frontend SDK. A secret.
    [[nodiscard]] std::optional<std::string_view> token() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("token");
    }
    [[nodiscard]] OptionalString token() const && { return OptionalString(token()); }

    /// The URL at which the customer connects. It holds the token. A secret.
    [[nodiscard]] std::optional<std::string_view> connect_link() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("connect_link");
    }
    [[nodiscard]] OptionalString connect_link() const && { return OptionalString(connect_link()); }

    /// When it ends.
    [[nodiscard]] std::optional<std::string_view> expires_at() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("expires_at");
    }
    [[nodiscard]] OptionalString expires_at() const && { return OptionalString(expires_at()); }
};

/// An integration.
class Integration : public Model {
public:
    explicit Integration(const Document &document) noexcept : Model(document) {}

    /// Its id: the provider config key of its connections.
    [[nodiscard]] std::optional<std::string_view> unique_key() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("unique_key");
    }
    [[nodiscard]] OptionalString unique_key() const && { return OptionalString(unique_key()); }

    /// The external API, as Nango names it: "github".
    [[nodiscard]] std::optional<std::string_view> provider() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("provider");
    }
    [[nodiscard]] OptionalString provider() const && { return OptionalString(provider()); }

    /// Its name for humans.
    [[nodiscard]] std::optional<std::string_view> display_name() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("display_name");
    }
    [[nodiscard]] OptionalString display_name() const && { return OptionalString(display_name()); }

    /// The URL of the external API's logo.
    [[nodiscard]] std::optional<std::string_view> logo() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("logo");
    }
    [[nodiscard]] OptionalString logo() const && { return OptionalString(logo()); }

    /// Whether Nango forwards webhooks of the external API.
    [[nodiscard]] std::optional<bool> forward_webhooks() const { return field<bool>("forward_webhooks"); }

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

    /// The URL for webhooks of the external API, if it was asked for and the external API has webhooks.
    [[nodiscard]] std::optional<std::string_view> webhook_url() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("webhook_url");
    }
    [[nodiscard]] OptionalString webhook_url() const && { return OptionalString(webhook_url()); }

    /// The developer app: client_id, client_secret, scopes and webhook_secret, or app_id, app_link and private_key;
    /// only if it was asked for and the key may read it. A secret.
    [[nodiscard]] Value credentials() const & NANGO_LIFETIMEBOUND { return object("credentials"); }
    Value credentials() const && = delete;

    /// Names of the credentials' fields for humans.
    [[nodiscard]] std::map<std::string_view, std::string_view> credentials_label() const & NANGO_LIFETIMEBOUND {
        return collection<std::map<std::string_view, std::string_view>>("credentials_label");
    }
    std::map<std::string_view, std::string_view> credentials_label() const && = delete;

    /// The credentials that Nango sets itself.
    [[nodiscard]] std::vector<std::string_view> preconfigured_credentials() const & NANGO_LIFETIMEBOUND {
        return collection<std::vector<std::string_view>>("preconfigured_credentials");
    }
    std::vector<std::string_view> preconfigured_credentials() const && = delete;

    /// The members of connection_config that Nango sets itself.
    [[nodiscard]] std::vector<std::string_view> preconfigured_connection_config() const & NANGO_LIFETIMEBOUND {
        return collection<std::vector<std::string_view>>("preconfigured_connection_config");
    }
    std::vector<std::string_view> preconfigured_connection_config() const && = delete;
};

/// What Nango knows about a record.
class RecordMetadata : public Model {
public:
    explicit RecordMetadata(const Document &document) noexcept : Model(document) {}

    /// When a sync first stored it.
    [[nodiscard]] std::optional<std::string_view> first_seen_at() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("first_seen_at");
    }
    [[nodiscard]] OptionalString first_seen_at() const && { return OptionalString(first_seen_at()); }

    /// When a sync last changed it.
    [[nodiscard]] std::optional<std::string_view> last_modified_at() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("last_modified_at");
    }
    [[nodiscard]] OptionalString last_modified_at() const && { return OptionalString(last_modified_at()); }

    /// What a sync did last: "ADDED", "UPDATED" or "DELETED".
    [[nodiscard]] std::optional<std::string_view> last_action() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("last_action");
    }
    [[nodiscard]] OptionalString last_action() const && { return OptionalString(last_action()); }

    /// When the external API no longer had it.
    [[nodiscard]] std::optional<std::string_view> deleted_at() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("deleted_at");
    }
    [[nodiscard]] OptionalString deleted_at() const && { return OptionalString(deleted_at()); }

    /// When its content was pruned.
    [[nodiscard]] std::optional<std::string_view> pruned_at() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("pruned_at");
    }
    [[nodiscard]] OptionalString pruned_at() const && { return OptionalString(pruned_at()); }

    /// The cursor of this record: a list that starts at it has the records behind it.
    [[nodiscard]] std::optional<std::string_view> cursor() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("cursor");
    }
    [[nodiscard]] OptionalString cursor() const && { return OptionalString(cursor()); }
};

/// A record.
class Record : public Model {
public:
    explicit Record(const Document &document) noexcept : Model(document) {}

    /// The id that the sync gave it: a string or a number.
    [[nodiscard]] Value id() const & NANGO_LIFETIMEBOUND { return fields()["id"]; }
    Value id() const && = delete;

    /// What Nango knows about it.
    [[nodiscard]] std::optional<RecordMetadata> metadata() const { return field<RecordMetadata>("_nango_metadata"); }

    /// The whole record as sent. A pruned one has only its id and _nango_metadata. May contain customer data: do not
    /// log it by default.
    [[nodiscard]] Value data() const & NANGO_LIFETIMEBOUND { return fields(); }
    Value data() const && = delete;
};

/// What was pruned.
class PrunedRecords : public Model {
public:
    explicit PrunedRecords(const Document &document) noexcept : Model(document) {}

    /// How many records.
    [[nodiscard]] std::optional<std::int64_t> count() const { return field<std::int64_t>("count"); }

    /// Whether there is more to prune. It can be true once too often.
    [[nodiscard]] std::optional<bool> has_more() const { return field<bool>("has_more"); }
};

/// What a run of a sync did with the records of a model.
class SyncResult : public Model {
public:
    explicit SyncResult(const Document &document) noexcept : Model(document) {}

    /// How many it added.
    [[nodiscard]] std::optional<std::int64_t> added() const { return field<std::int64_t>("added"); }

    /// How many it changed.
    [[nodiscard]] std::optional<std::int64_t> updated() const { return field<std::int64_t>("updated"); }

    /// How many it deleted.
    [[nodiscard]] std::optional<std::int64_t> deleted() const { return field<std::int64_t>("deleted"); }
};

/// The state of a sync of a connection.
class Sync : public Model {
public:
    explicit Sync(const Document &document) noexcept : Model(document) {}

    /// Its id: a UUID.
    [[nodiscard]] std::optional<std::string_view> id() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("id");
    }
    [[nodiscard]] OptionalString id() const && { return OptionalString(id()); }

    /// Its name.
    [[nodiscard]] std::optional<std::string_view> name() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("name");
    }
    [[nodiscard]] OptionalString name() const && { return OptionalString(name()); }

    /// Its variant: "base" unless another was made.
    [[nodiscard]] std::optional<std::string_view> variant() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("variant");
    }
    [[nodiscard]] OptionalString variant() const && { return OptionalString(variant()); }

    /// The id of the connection.
    [[nodiscard]] std::optional<std::string_view> connection_id() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("connection_id");
    }
    [[nodiscard]] OptionalString connection_id() const && { return OptionalString(connection_id()); }

    /// Its state: "RUNNING", "PAUSED", "STOPPED", "SUCCESS" or "ERROR".
    [[nodiscard]] std::optional<std::string_view> status() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("status");
    }
    [[nodiscard]] OptionalString status() const && { return OptionalString(status()); }

    /// Its kind of run: "INITIAL" or "INCREMENTAL".
    [[nodiscard]] std::optional<std::string_view> type() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("type");
    }
    [[nodiscard]] OptionalString type() const && { return OptionalString(type()); }

    /// How often it runs: "every 1h".
    [[nodiscard]] std::optional<std::string_view> frequency() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("frequency");
    }
    [[nodiscard]] OptionalString frequency() const && { return OptionalString(frequency()); }

    /// When its last run ended.
    [[nodiscard]] std::optional<std::string_view> finished_at() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("finishedAt");
    }
    [[nodiscard]] OptionalString finished_at() const && { return OptionalString(finished_at()); }

    /// When it runs next; null if it is paused.
    [[nodiscard]] std::optional<std::string_view> next_scheduled_at() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("nextScheduledSyncAt");
    }
    [[nodiscard]] OptionalString next_scheduled_at() const && { return OptionalString(next_scheduled_at()); }

    /// How its last run ended: "SUCCESS", "STOPPED" or another word.
    [[nodiscard]] std::optional<std::string_view> latest_execution_status() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("latestExecutionStatus");
    }
    [[nodiscard]] OptionalString latest_execution_status() const && { return OptionalString(latest_execution_status()); }

    /// What its last run did, by model.
    [[nodiscard]] std::map<std::string_view, SyncResult> latest_result() const & NANGO_LIFETIMEBOUND {
        return collection<std::map<std::string_view, SyncResult>>("latestResult");
    }
    std::map<std::string_view, SyncResult> latest_result() const && = delete;

    /// How many records are stored, by model.
    [[nodiscard]] std::map<std::string_view, std::int64_t> record_count() const & NANGO_LIFETIMEBOUND {
        return collection<std::map<std::string_view, std::int64_t>>("recordCount");
    }
    std::map<std::string_view, std::int64_t> record_count() const && = delete;

    /// The checkpoint that its code has stored. May contain customer data: do not log it by default.
    [[nodiscard]] Value checkpoint() const & NANGO_LIFETIMEBOUND { return object("checkpoint"); }
    Value checkpoint() const && = delete;
};

/// How often a sync runs.
class SyncFrequency : public Model {
public:
    explicit SyncFrequency(const Document &document) noexcept : Model(document) {}

    /// The interval, as Nango shortens it: "2h".
    [[nodiscard]] std::optional<std::string_view> frequency() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("frequency");
    }
    [[nodiscard]] OptionalString frequency() const && { return OptionalString(frequency()); }
};

/// A variant of a sync.
class SyncVariant : public Model {
public:
    explicit SyncVariant(const Document &document) noexcept : Model(document) {}

    /// The id of the sync: a UUID.
    [[nodiscard]] std::optional<std::string_view> id() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("id");
    }
    [[nodiscard]] OptionalString id() const && { return OptionalString(id()); }

    /// The name of the sync.
    [[nodiscard]] std::optional<std::string_view> name() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("name");
    }
    [[nodiscard]] OptionalString name() const && { return OptionalString(name()); }

    /// The name of the variant.
    [[nodiscard]] std::optional<std::string_view> variant() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("variant");
    }
    [[nodiscard]] OptionalString variant() const && { return OptionalString(variant()); }
};

/// A function of an integration, or a template of one.
class Function : public Model {
public:
    explicit Function(const Document &document) noexcept : Model(document) {}

    /// Its name.
    [[nodiscard]] std::optional<std::string_view> name() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("name");
    }
    [[nodiscard]] OptionalString name() const && { return OptionalString(name()); }

    /// Its type: "sync", "action" or "on-event".
    [[nodiscard]] std::optional<std::string_view> type() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("type");
    }
    [[nodiscard]] OptionalString type() const && { return OptionalString(type()); }

    /// What it does.
    [[nodiscard]] std::optional<std::string_view> description() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("description");
    }
    [[nodiscard]] OptionalString description() const && { return OptionalString(description()); }

    /// The scopes of the external API that it needs.
    [[nodiscard]] std::vector<std::string_view> scopes() const & NANGO_LIFETIMEBOUND {
        return collection<std::vector<std::string_view>>("scopes");
    }
    std::vector<std::string_view> scopes() const && = delete;

    /// The name of the model of its input.
    [[nodiscard]] std::optional<std::string_view> input() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("input");
    }
    [[nodiscard]] OptionalString input() const && { return OptionalString(input()); }

    /// The names of the models that it returns.
    [[nodiscard]] std::vector<std::string_view> returns() const & NANGO_LIFETIMEBOUND {
        return collection<std::vector<std::string_view>>("returns");
    }
    std::vector<std::string_view> returns() const && = delete;

    /// The models as JSON Schema.
    [[nodiscard]] Value json_schema() const & NANGO_LIFETIMEBOUND { return object("json_schema"); }
    Value json_schema() const && = delete;

    /// How often a sync runs: "every 1h".
    [[nodiscard]] std::optional<std::string_view> runs() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("runs");
    }
    [[nodiscard]] OptionalString runs() const && { return OptionalString(runs()); }

    /// Whether a sync starts with a new connection.
    [[nodiscard]] std::optional<bool> auto_start() const { return field<bool>("auto_start"); }

    /// Whether a sync marks records that have gone as deleted.
    [[nodiscard]] std::optional<bool> track_deletes() const { return field<bool>("track_deletes"); }

    /// The event that an on-event function runs at.
    [[nodiscard]] std::optional<std::string_view> event() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("event");
    }
    [[nodiscard]] OptionalString event() const && { return OptionalString(event()); }

    /// The number of the row in Nango's database; a template has none.
    [[nodiscard]] std::optional<std::int64_t> id() const { return field<std::int64_t>("id"); }

    /// Whether it may run.
    [[nodiscard]] std::optional<bool> enabled() const { return field<bool>("enabled"); }

    /// When it was last deployed.
    [[nodiscard]] std::optional<std::string_view> last_deployed() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("last_deployed");
    }
    [[nodiscard]] OptionalString last_deployed() const && { return OptionalString(last_deployed()); }

    /// Where its code comes from: "repo", "catalog" or another word.
    [[nodiscard]] std::optional<std::string_view> source() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("source");
    }
    [[nodiscard]] OptionalString source() const && { return OptionalString(source()); }
};

/// The code of a function.
class FunctionCode : public Model {
public:
    explicit FunctionCode(const Document &document) noexcept : Model(document) {}

    /// Its type: "sync", "action" or "on-event".
    [[nodiscard]] std::optional<std::string_view> type() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("type");
    }
    [[nodiscard]] OptionalString type() const && { return OptionalString(type()); }

    /// The code, in TypeScript. May contain customer data: do not log it by default.
    [[nodiscard]] std::optional<std::string_view> code() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("code");
    }
    [[nodiscard]] OptionalString code() const && { return OptionalString(code()); }
};

/// A function that was compiled.
class CompiledFunction : public Model {
public:
    explicit CompiledFunction(const Document &document) noexcept : Model(document) {}

    /// The JavaScript. May contain customer data: do not log it by default.
    [[nodiscard]] std::optional<std::string_view> bundled_js() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("bundled_js");
    }
    [[nodiscard]] OptionalString bundled_js() const && { return OptionalString(bundled_js()); }

    /// Its size.
    [[nodiscard]] std::optional<std::int64_t> bundle_size_bytes() const {
        return field<std::int64_t>("bundle_size_bytes");
    }

    /// When it was compiled.
    [[nodiscard]] std::optional<std::string_view> compiled_at() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("compiled_at");
    }
    [[nodiscard]] OptionalString compiled_at() const && { return OptionalString(compiled_at()); }
};

/// A dry run or a deployment that has begun.
class QueuedFunctionRun : public Model {
public:
    explicit QueuedFunctionRun(const Document &document) noexcept : Model(document) {}

    /// The id to get its state with: a UUID.
    [[nodiscard]] std::optional<std::string_view> id() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("id");
    }
    [[nodiscard]] OptionalString id() const && { return OptionalString(id()); }

    /// Its state: "waiting" or "running".
    [[nodiscard]] std::optional<std::string_view> status() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("status");
    }
    [[nodiscard]] OptionalString status() const && { return OptionalString(status()); }

    /// When it was made.
    [[nodiscard]] std::optional<std::string_view> created_at() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("created_at");
    }
    [[nodiscard]] OptionalString created_at() const && { return OptionalString(created_at()); }
};

/// A dry run of a function.
class FunctionDryRun : public Model {
public:
    explicit FunctionDryRun(const Document &document) noexcept : Model(document) {}

    /// Its id: a UUID.
    [[nodiscard]] std::optional<std::string_view> id() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("id");
    }
    [[nodiscard]] OptionalString id() const && { return OptionalString(id()); }

    /// Its state: "waiting", "running", "success" or "failed".
    [[nodiscard]] std::optional<std::string_view> status() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("status");
    }
    [[nodiscard]] OptionalString status() const && { return OptionalString(status()); }

    /// The id of the integration.
    [[nodiscard]] std::optional<std::string_view> integration_id() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("integration_id");
    }
    [[nodiscard]] OptionalString integration_id() const && { return OptionalString(integration_id()); }

    /// Its type: "action" or "sync".
    [[nodiscard]] std::optional<std::string_view> function_type() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("function_type");
    }
    [[nodiscard]] OptionalString function_type() const && { return OptionalString(function_type()); }

    /// When it was made.
    [[nodiscard]] std::optional<std::string_view> created_at() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("created_at");
    }
    [[nodiscard]] OptionalString created_at() const && { return OptionalString(created_at()); }

    /// When it last changed.
    [[nodiscard]] std::optional<std::string_view> updated_at() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("updated_at");
    }
    [[nodiscard]] OptionalString updated_at() const && { return OptionalString(updated_at()); }

    /// When it started.
    [[nodiscard]] std::optional<std::string_view> started_at() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("started_at");
    }
    [[nodiscard]] OptionalString started_at() const && { return OptionalString(started_at()); }

    /// When it ended.
    [[nodiscard]] std::optional<std::string_view> completed_at() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("completed_at");
    }
    [[nodiscard]] OptionalString completed_at() const && { return OptionalString(completed_at()); }

    /// How many milliseconds it took.
    [[nodiscard]] std::optional<std::int64_t> duration_ms() const { return field<std::int64_t>("duration_ms"); }

    /// What the code printed. May contain customer data: do not log it by default.
    [[nodiscard]] std::optional<std::string_view> output() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("output");
    }
    [[nodiscard]] OptionalString output() const && { return OptionalString(output()); }

    /// What the code returned. May contain customer data: do not log it by default.
    [[nodiscard]] Value result() const & NANGO_LIFETIMEBOUND { return fields()["result"]; }
    Value result() const && = delete;

    /// Why it failed: code, message and payload. May contain customer data: do not log it by default.
    [[nodiscard]] Value error() const & NANGO_LIFETIMEBOUND { return object("error"); }
    Value error() const && = delete;
};

/// A function that a deployment has deployed.
class DeployedFunction : public Model {
public:
    explicit DeployedFunction(const Document &document) noexcept : Model(document) {}

    /// Its name.
    [[nodiscard]] std::optional<std::string_view> name() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("name");
    }
    [[nodiscard]] OptionalString name() const && { return OptionalString(name()); }

    /// Its version.
    [[nodiscard]] std::optional<std::string_view> version() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("version");
    }
    [[nodiscard]] OptionalString version() const && { return OptionalString(version()); }
};

/// A deployment of a function.
class FunctionDeployment : public Model {
public:
    explicit FunctionDeployment(const Document &document) noexcept : Model(document) {}

    /// Its id: a UUID.
    [[nodiscard]] std::optional<std::string_view> id() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("id");
    }
    [[nodiscard]] OptionalString id() const && { return OptionalString(id()); }

    /// Its state: "waiting", "running", "success" or "failed".
    [[nodiscard]] std::optional<std::string_view> status() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("status");
    }
    [[nodiscard]] OptionalString status() const && { return OptionalString(status()); }

    /// The id of the integration.
    [[nodiscard]] std::optional<std::string_view> integration_id() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("integration_id");
    }
    [[nodiscard]] OptionalString integration_id() const && { return OptionalString(integration_id()); }

    /// The name of the function.
    [[nodiscard]] std::optional<std::string_view> function_name() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("function_name");
    }
    [[nodiscard]] OptionalString function_name() const && { return OptionalString(function_name()); }

    /// Its type: "action" or "sync".
    [[nodiscard]] std::optional<std::string_view> function_type() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("function_type");
    }
    [[nodiscard]] OptionalString function_type() const && { return OptionalString(function_type()); }

    /// Whether the function is deployed.
    [[nodiscard]] std::optional<bool> deployed() const { return field<bool>("deployed"); }

    /// What was deployed.
    [[nodiscard]] std::vector<DeployedFunction> deployed_functions() const {
        return collection<std::vector<DeployedFunction>>("deployed_functions");
    }

    /// What the compiler printed. May contain customer data: do not log it by default.
    [[nodiscard]] std::optional<std::string_view> output() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("output");
    }
    [[nodiscard]] OptionalString output() const && { return OptionalString(output()); }

    /// Why it failed. May contain customer data: do not log it by default.
    [[nodiscard]] Value error() const & NANGO_LIFETIMEBOUND { return object("error"); }
    Value error() const && = delete;
};

/// An external API that Nango knows. What else Nango's template of it says is among the unknown fields.
class Provider : public Model {
public:
    explicit Provider(const Document &document) noexcept : Model(document) {}

    /// Its name: "github".
    [[nodiscard]] std::optional<std::string_view> name() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("name");
    }
    [[nodiscard]] OptionalString name() const && { return OptionalString(name()); }

    /// Its name for humans.
    [[nodiscard]] std::optional<std::string_view> display_name() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("display_name");
    }
    [[nodiscard]] OptionalString display_name() const && { return OptionalString(display_name()); }

    /// How it authenticates: "OAUTH2", "API_KEY" and so on.
    [[nodiscard]] std::optional<std::string_view> auth_mode() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("auth_mode");
    }
    [[nodiscard]] OptionalString auth_mode() const && { return OptionalString(auth_mode()); }

    /// What it is for.
    [[nodiscard]] std::vector<std::string_view> categories() const & NANGO_LIFETIMEBOUND {
        return collection<std::vector<std::string_view>>("categories");
    }
    std::vector<std::string_view> categories() const && = delete;

    /// The URL of Nango's documentation of it.
    [[nodiscard]] std::optional<std::string_view> docs() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("docs");
    }
    [[nodiscard]] OptionalString docs() const && { return OptionalString(docs()); }

    /// The URL of its logo.
    [[nodiscard]] std::optional<std::string_view> logo_url() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("logo_url");
    }
    [[nodiscard]] OptionalString logo_url() const && { return OptionalString(logo_url()); }
};

/// The key that Nango signs webhooks with.
class WebhookSigningKey : public Model {
public:
    explicit WebhookSigningKey(const Document &document) noexcept : Model(document) {}

    /// The key. A secret.
    [[nodiscard]] std::optional<std::string_view> webhook_signing_key() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("webhook_signing_key");
    }
    [[nodiscard]] OptionalString webhook_signing_key() const && { return OptionalString(webhook_signing_key()); }
};

/// The customer of the product who connected a connection, as a webhook has them.
class WebhookEndUser : public Model {
public:
    explicit WebhookEndUser(const Document &document) noexcept : Model(document) {}

    /// The id that the product gave them.
    [[nodiscard]] std::optional<std::string_view> id() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("endUserId");
    }
    [[nodiscard]] OptionalString id() const && { return OptionalString(id()); }

    /// Their email address. May contain customer data: do not log it by default.
    [[nodiscard]] std::optional<std::string_view> email() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("endUserEmail");
    }
    [[nodiscard]] OptionalString email() const && { return OptionalString(email()); }

    /// The id of their organization.
    [[nodiscard]] std::optional<std::string_view> organization_id() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("organizationId");
    }
    [[nodiscard]] OptionalString organization_id() const && { return OptionalString(organization_id()); }

    /// Tags of the end user. May contain customer data: do not log it by default.
    [[nodiscard]] std::map<std::string_view, std::string_view> tags() const & NANGO_LIFETIMEBOUND {
        return collection<std::map<std::string_view, std::string_view>>("tags");
    }
    std::map<std::string_view, std::string_view> tags() const && = delete;
};

/// What failed, as a webhook has it.
class WebhookProblem : public Model {
public:
    explicit WebhookProblem(const Document &document) noexcept : Model(document) {}

    /// The kind of failure, as Nango names it: "refresh_token_external_error".
    [[nodiscard]] std::optional<std::string_view> type() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("type");
    }
    [[nodiscard]] OptionalString type() const && { return OptionalString(type()); }

    /// What happened, for people. It may repeat what the external API said. May contain customer data: do not log it by
    /// default.
    [[nodiscard]] std::optional<std::string_view> description() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("description");
    }
    [[nodiscard]] OptionalString description() const && { return OptionalString(description()); }

    /// Details, which may hold what the external API answered. A secret.
    [[nodiscard]] Value payload() const & NANGO_LIFETIMEBOUND { return fields()["payload"]; }
    Value payload() const && = delete;

    /// More details of a failed sync. May contain customer data: do not log it by default.
    [[nodiscard]] Value additional_properties() const & NANGO_LIFETIMEBOUND {
        return fields()["additional_properties"];
    }
    Value additional_properties() const && = delete;
};

/// A connection was created, was authorized again, or could not be refreshed.
class AuthWebhook : public Model {
public:
    explicit AuthWebhook(const Document &document) noexcept : Model(document) {}

    /// The type of the webhook: "auth".
    [[nodiscard]] std::optional<std::string_view> type() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("type");
    }
    [[nodiscard]] OptionalString type() const && { return OptionalString(type()); }

    /// Who sent it: "nango".
    [[nodiscard]] std::optional<std::string_view> sender() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("from");
    }
    [[nodiscard]] OptionalString sender() const && { return OptionalString(sender()); }

    /// What was done: "creation", "override" if the connection existed, "refresh", or another word.
    [[nodiscard]] std::optional<std::string_view> operation() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("operation");
    }
    [[nodiscard]] OptionalString operation() const && { return OptionalString(operation()); }

    /// Whether it succeeded. Nango reports a refresh only if it failed.
    [[nodiscard]] std::optional<bool> success() const { return field<bool>("success"); }

    /// Why it failed.
    [[nodiscard]] std::optional<WebhookProblem> error() const { return field<WebhookProblem>("error"); }

    /// The id of the connection.
    [[nodiscard]] std::optional<std::string_view> connection_id() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("connectionId");
    }
    [[nodiscard]] OptionalString connection_id() const && { return OptionalString(connection_id()); }

    /// The id of the integration.
    [[nodiscard]] std::optional<std::string_view> provider_config_key() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("providerConfigKey");
    }
    [[nodiscard]] OptionalString provider_config_key() const && { return OptionalString(provider_config_key()); }

    /// The external API, as Nango names it: "github".
    [[nodiscard]] std::optional<std::string_view> provider() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("provider");
    }
    [[nodiscard]] OptionalString provider() const && { return OptionalString(provider()); }

    /// The auth mode of the integration: "OAUTH2".
    [[nodiscard]] std::optional<std::string_view> auth_mode() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("authMode");
    }
    [[nodiscard]] OptionalString auth_mode() const && { return OptionalString(auth_mode()); }

    /// The name of the environment: "dev".
    [[nodiscard]] std::optional<std::string_view> environment() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("environment");
    }
    [[nodiscard]] OptionalString environment() const && { return OptionalString(environment()); }

    /// Tags of the connection, with keys in lower case, such as the end_user_id of its connect session. May contain
    /// customer data: do not log it by default.
    [[nodiscard]] std::map<std::string_view, std::string_view> tags() const & NANGO_LIFETIMEBOUND {
        return collection<std::map<std::string_view, std::string_view>>("tags");
    }
    std::map<std::string_view, std::string_view> tags() const && = delete;

    /// Who connected it. May contain customer data: do not log it by default.
    [[nodiscard]] std::optional<WebhookEndUser> end_user() const { return field<WebhookEndUser>("endUser"); }
};

/// How many records a run of a sync changed.
class SyncResults : public Model {
public:
    explicit SyncResults(const Document &document) noexcept : Model(document) {}

    /// How many are new.
    [[nodiscard]] std::optional<std::int64_t> added() const { return field<std::int64_t>("added"); }

    /// How many were changed.
    [[nodiscard]] std::optional<std::int64_t> updated() const { return field<std::int64_t>("updated"); }

    /// How many were deleted.
    [[nodiscard]] std::optional<std::int64_t> deleted() const { return field<std::int64_t>("deleted"); }
};

/// A run of a sync ended.
class SyncWebhook : public Model {
public:
    explicit SyncWebhook(const Document &document) noexcept : Model(document) {}

    /// The type of the webhook: "sync".
    [[nodiscard]] std::optional<std::string_view> type() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("type");
    }
    [[nodiscard]] OptionalString type() const && { return OptionalString(type()); }

    /// Who sent it: "nango".
    [[nodiscard]] std::optional<std::string_view> sender() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("from");
    }
    [[nodiscard]] OptionalString sender() const && { return OptionalString(sender()); }

    /// Whether the run succeeded.
    [[nodiscard]] std::optional<bool> success() const { return field<bool>("success"); }

    /// Why it failed.
    [[nodiscard]] std::optional<WebhookProblem> error() const { return field<WebhookProblem>("error"); }

    /// The id of the connection.
    [[nodiscard]] std::optional<std::string_view> connection_id() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("connectionId");
    }
    [[nodiscard]] OptionalString connection_id() const && { return OptionalString(connection_id()); }

    /// The id of the integration.
    [[nodiscard]] std::optional<std::string_view> provider_config_key() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("providerConfigKey");
    }
    [[nodiscard]] OptionalString provider_config_key() const && { return OptionalString(provider_config_key()); }

    /// The name of the sync.
    [[nodiscard]] std::optional<std::string_view> sync_name() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("syncName");
    }
    [[nodiscard]] OptionalString sync_name() const && { return OptionalString(sync_name()); }

    /// The variant of the sync: "base" unless others were created.
    [[nodiscard]] std::optional<std::string_view> sync_variant() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("syncVariant");
    }
    [[nodiscard]] OptionalString sync_variant() const && { return OptionalString(sync_variant()); }

    /// The model of the records.
    [[nodiscard]] std::optional<std::string_view> model() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("model");
    }
    [[nodiscard]] OptionalString model() const && { return OptionalString(model()); }

    /// The kind of run: "INITIAL", "INCREMENTAL", "WEBHOOK" or another word. Nango deprecated it.
    [[nodiscard]] std::optional<std::string_view> sync_type() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("syncType");
    }
    [[nodiscard]] OptionalString sync_type() const && { return OptionalString(sync_type()); }

    /// When the run began: list the records that were modified after it.
    [[nodiscard]] std::optional<std::string_view> modified_after() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("modifiedAfter");
    }
    [[nodiscard]] OptionalString modified_after() const && { return OptionalString(modified_after()); }

    /// How many records the run changed.
    [[nodiscard]] std::optional<SyncResults> response_results() const { return field<SyncResults>("responseResults"); }

    /// The checkpoints from which and to which the run went, in its members from and to. May contain customer data: do
    /// not log it by default.
    [[nodiscard]] Value checkpoints() const & NANGO_LIFETIMEBOUND { return object("checkpoints"); }
    Value checkpoints() const && = delete;

    /// When a run that failed began.
    [[nodiscard]] std::optional<std::string_view> started_at() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("startedAt");
    }
    [[nodiscard]] OptionalString started_at() const && { return OptionalString(started_at()); }

    /// When it failed.
    [[nodiscard]] std::optional<std::string_view> failed_at() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("failedAt");
    }
    [[nodiscard]] OptionalString failed_at() const && { return OptionalString(failed_at()); }
};

/// A webhook of an external API that Nango forwards.
class ForwardWebhook : public Model {
public:
    explicit ForwardWebhook(const Document &document) noexcept : Model(document) {}

    /// The type of the webhook: "forward".
    [[nodiscard]] std::optional<std::string_view> type() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("type");
    }
    [[nodiscard]] OptionalString type() const && { return OptionalString(type()); }

    /// The external API, as Nango names it: "github".
    [[nodiscard]] std::optional<std::string_view> sender() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("from");
    }
    [[nodiscard]] OptionalString sender() const && { return OptionalString(sender()); }

    /// The id of the connection that it is about.
    [[nodiscard]] std::optional<std::string_view> connection_id() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("connectionId");
    }
    [[nodiscard]] OptionalString connection_id() const && { return OptionalString(connection_id()); }

    /// The id of the integration.
    [[nodiscard]] std::optional<std::string_view> provider_config_key() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("providerConfigKey");
    }
    [[nodiscard]] OptionalString provider_config_key() const && { return OptionalString(provider_config_key()); }

    /// What the external API sent. May contain customer data: do not log it by default.
    [[nodiscard]] Value payload() const & NANGO_LIFETIMEBOUND { return fields()["payload"]; }
    Value payload() const && = delete;
};

/// An asynchronous action ended, well or not: its result says which.
class AsyncActionWebhook : public Model {
public:
    explicit AsyncActionWebhook(const Document &document) noexcept : Model(document) {}

    /// The type of the webhook: "async_action".
    [[nodiscard]] std::optional<std::string_view> type() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("type");
    }
    [[nodiscard]] OptionalString type() const && { return OptionalString(type()); }

    /// Who sent it: "nango".
    [[nodiscard]] std::optional<std::string_view> sender() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("from");
    }
    [[nodiscard]] OptionalString sender() const && { return OptionalString(sender()); }

    /// The id of the connection.
    [[nodiscard]] std::optional<std::string_view> connection_id() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("connectionId");
    }
    [[nodiscard]] OptionalString connection_id() const && { return OptionalString(connection_id()); }

    /// The id of the integration.
    [[nodiscard]] std::optional<std::string_view> provider_config_key() const & NANGO_LIFETIMEBOUND {
        return field<std::string_view>("providerConfigKey");
    }
    [[nodiscard]] OptionalString provider_config_key() const && { return OptionalString(provider_config_key()); }

    /// The action, with the id to get its result with.
    [[nodiscard]] std::optional<QueuedAction> action() const { return field<QueuedAction>("payload"); }
};

/// What ConnectSessions::create can be told besides. What is not set is not sent.
struct CreateConnectSessionParameters {
    /// Tags for the connection that is made. At most 10. A key begins with a letter and has at most 64 letters, digits,
    /// _ - . and /; Nango makes it lower case. A value has 1 to 255 characters.
    OptionalTexts tags = {};
    /// The ids of the integrations that are offered; all without it.
    std::optional<std::vector<std::string>> allowed_integrations = {};
    /// By integration: {"user_scopes": ..., "authorization_params": {...}, "connection_config": {...}}.
    std::optional<Json> integrations_config_defaults = {};
    /// By integration: {"docs_connect": URL}. Only some plans allow it.
    std::optional<Json> overrides = {};
    /// The URL that webhooks of the connection go to.
    std::optional<std::string> webhook_url_override = {};
    /// Whom it is for: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}, of which only the id must be
    /// there. Deprecated: use tags.
    std::optional<Json> end_user = {};
    /// The organization of the end user: {"id": ..., "display_name": ...}. Deprecated: use tags.
    std::optional<Json> organization = {};
};

/// What ConnectSessions::reconnect can be told besides. What is not set is not sent.
struct CreateReconnectSessionParameters {
    /// Tags for the connection that is made. At most 10. A key begins with a letter and has at most 64 letters, digits,
    /// _ - . and /; Nango makes it lower case. A value has 1 to 255 characters.
    OptionalTexts tags = {};
    /// By integration: {"user_scopes": ..., "authorization_params": {...}, "connection_config": {...}}.
    std::optional<Json> integrations_config_defaults = {};
    /// By integration: {"docs_connect": URL}. Only some plans allow it.
    std::optional<Json> overrides = {};
    /// The URL that webhooks of the connection go to.
    std::optional<std::string> webhook_url_override = {};
    /// Whom it is for: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}, of which only the id must be
    /// there. Deprecated: use tags.
    std::optional<Json> end_user = {};
    /// The organization of the end user: {"id": ..., "display_name": ...}. Deprecated: use tags.
    std::optional<Json> organization = {};
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
    OptionalTexts tags = {};
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
    OptionalTexts tags = {};
    /// Whom it belongs to: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}, of which only the id must be
    /// there.
    std::optional<Json> end_user = {};
};

/// What Connections::update can be told besides. What is not set is not sent.
struct UpdateConnectionParameters {
    /// The tags, in place of all that it has, those of its end user included. At most 10. A key begins with a letter
    /// and has at most 64 letters, digits, _ - . and /; Nango makes it lower case. A value has 1 to 255 characters.
    OptionalTexts tags = {};
    /// Whom it belongs to: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}.
    std::optional<Json> end_user = {};
    /// The URL that webhooks of this connection go to; empty for none.
    std::optional<std::string> webhook_url_override = {};
};

/// What Connections::wait_for can be told besides. What is not set is not sent.
struct WaitForConnectionParameters {
    /// Only the connection with this id.
    std::optional<std::string> connection_id = {};
    /// Only a connection that has all of these tags.
    OptionalTexts tags = {};
    /// Only a connection of this end user. Deprecated: use the tag end_user_id.
    std::optional<std::string> end_user_id = {};
};

/// What Integrations::get can be told besides. What is not set is not sent.
struct GetIntegrationParameters {
    /// What else to return: "webhook" for its webhook URL, "credentials" for its developer app.
    std::optional<std::vector<std::string>> include = {};
};

/// What Integrations::create can be told besides. What is not set is not sent.
struct CreateIntegrationParameters {
    /// Its name for humans.
    std::optional<std::string> display_name = {};
    /// The developer app, with its type: {"type": "OAUTH2", "client_id": ..., "client_secret": ..., "scopes": "a,b"},
    /// also for OAUTH1 and TBA; {"type": "APP", "app_id": ..., "app_link": ..., "private_key": ...}; CUSTOM has the
    /// members of both.
    std::optional<Json> credentials = {};
    /// Whether Nango forwards webhooks of the external API.
    std::optional<bool> forward_webhooks = {};
    /// What the external API needs besides. A value has at most 8192 characters.
    OptionalTexts integration_config = {};
    /// Values for functions of the integration.
    OptionalTexts custom = {};
};

/// What Integrations::create_quickstart can be told besides. What is not set is not sent.
struct CreateQuickstartIntegrationParameters {
    /// Its name for humans.
    std::optional<std::string> display_name = {};
    /// Whether Nango forwards webhooks of the external API.
    std::optional<bool> forward_webhooks = {};
};

/// What Integrations::update can be told besides. What is not set is not sent.
struct UpdateIntegrationParameters {
    /// A new id. Nango refuses it while the integration has connections.
    std::optional<std::string> new_unique_key = {};
    /// Its name for humans.
    std::optional<std::string> display_name = {};
    /// The developer app, with its type: {"type": "OAUTH2", "client_id": ..., "client_secret": ..., "scopes": "a,b"},
    /// also for OAUTH1 and TBA; {"type": "APP", "app_id": ..., "app_link": ..., "private_key": ...}; CUSTOM has the
    /// members of both.
    std::optional<Json> credentials = {};
    /// Whether Nango forwards webhooks of the external API.
    std::optional<bool> forward_webhooks = {};
    /// What the external API needs besides. A value has at most 8192 characters.
    OptionalTexts integration_config = {};
    /// Values for functions of the integration.
    OptionalTexts custom = {};
};

/// What Records::list can be told besides. What is not set is not sent.
struct ListRecordsParameters {
    /// Only the records behind this one: the cursor of the last record that was read.
    std::optional<std::string> cursor = {};
    /// Only those that were changed after this time, which is within the last 12 months.
    std::optional<Timestamp> modified_after = {};
    /// Only those whose last change was one of "added", "updated" and "deleted".
    std::optional<std::vector<std::string>> filter = {};
    /// Only those with these ids, at most 100.
    std::optional<std::vector<std::string>> ids = {};
    /// The variant of the sync; "base" without it.
    std::optional<std::string> variant = {};
    /// How many a page has, from 1 to 10000. Nango can send fewer. Default: 1000.
    std::int64_t limit = 1000;
};

/// What Records::prune can be told besides. What is not set is not sent.
struct PruneRecordsParameters {
    /// The variant of the sync; "base" without it.
    std::optional<std::string> variant = {};
    /// How many to prune at once, from 1 to 10000; 1000 without it.
    std::optional<std::int64_t> limit = {};
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

/// What Syncs::trigger can be told besides. What is not set is not sent.
struct TriggerSyncParameters {
    /// Only the syncs of this connection; without it, those of all connections of the integration.
    std::optional<std::string> connection_id = {};
    /// How: {"reset": true} forgets the checkpoint, {"reset": true, "emptyCache": true} the records as well.
    std::optional<Json> opts = {};
    /// How: "incremental", "full_refresh" or "full_refresh_and_clear_cache"; not with opts. Deprecated: use opts.
    std::optional<std::string> sync_mode = {};
};

/// What Syncs::start can be told besides. What is not set is not sent.
struct StartSyncParameters {
    /// Only the syncs of this connection; without it, those of all connections of the integration.
    std::optional<std::string> connection_id = {};
};

/// What Syncs::pause can be told besides. What is not set is not sent.
struct PauseSyncParameters {
    /// Only the syncs of this connection; without it, those of all connections of the integration.
    std::optional<std::string> connection_id = {};
};

/// What Syncs::status can be told besides. What is not set is not sent.
struct SyncStatusParameters {
    /// Only the syncs of this connection.
    std::optional<std::string> connection_id = {};
};

/// What Syncs::update_frequency can be told besides. What is not set is not sent.
struct UpdateSyncFrequencyParameters {
    /// The variant of the sync; "base" without it.
    std::optional<std::string> sync_variant = {};
};

/// What Syncs::reset_frequency can be told besides. What is not set is not sent.
struct ResetSyncFrequencyParameters {
    /// The variant of the sync; "base" without it.
    std::optional<std::string> sync_variant = {};
};

/// What Functions::list can be told besides. What is not set is not sent.
struct ListFunctionsParameters {
    /// Only those of this type: "sync", "action" or "on-event".
    std::optional<std::string> function_type = {};
    /// Only those with this text in their name.
    std::optional<std::string> search = {};
    /// How many a page has, from 1 to 100. Default: 100.
    std::int64_t limit = 100;
};

/// What Functions::get can be told besides. What is not set is not sent.
struct GetFunctionParameters {
    /// Its type: "sync", "action" or "on-event"; needed if several functions have the name.
    std::optional<std::string> function_type = {};
};

/// What Functions::get_code can be told besides. What is not set is not sent.
struct GetFunctionCodeParameters {
    /// Its type: "sync", "action" or "on-event"; needed if several functions have the name.
    std::optional<std::string> function_type = {};
};

/// What Functions::scripts_config can be told besides. What is not set is not sent.
struct GetScriptsConfigParameters {
    /// The form: "nango" for an array with an object for each integration, "openai" for an object with tools of a
    /// language model in "data". Default: nango.
    std::string format = "nango";
};

/// What Functions::start_dry_run can be told besides. What is not set is not sent.
struct StartFunctionDryRunParameters {
    /// The input of an action.
    std::optional<Json> input = {};
    /// Metadata in place of the connection's.
    std::optional<Json> metadata = {};
    /// The checkpoint that a sync starts at.
    std::optional<Json> checkpoint = {};
    /// When the sync ran last.
    std::optional<Timestamp> last_sync_date = {};
};

/// What Functions::deploy can be told besides. What is not set is not sent.
struct DeployFunctionParameters {
    /// Its version.
    std::optional<std::string> version = {};
    /// Whether changes that delete records are allowed.
    std::optional<bool> allow_destructive = {};
};

/// What Functions::deploy_template can be told besides. What is not set is not sent.
struct DeployFunctionTemplateParameters {
    /// Its type: "action" or "sync".
    std::optional<std::string> function_type = {};
};

/// What Providers::list can be told besides. What is not set is not sent.
struct ListProvidersParameters {
    /// Only those with this text in their name.
    std::optional<std::string> search = {};
};

/// Connect sessions: with one, a customer of the product connects an account in the browser.
///
/// A view of its client, which must outlive it and stay where it is. Each operation throws Error, and what an interrupt
/// throws.
class ConnectSessions {
public:
    explicit ConnectSessions(const Client &client NANGO_LIFETIMEBOUND) noexcept : client_(&client) {}

    /// Creates a connect session, with which a customer connects an account.
    ///
    /// Give tags, or an end user. Connections that are made with the session get the tags: they tell whose a connection
    /// is, and Connections.wait_for finds it by them. Sending it twice leaves one session unused.
    ///
    /// POST /connect/sessions; the secret key needs the scope environment:connect_sessions:write.
    ConnectSession create(const CreateConnectSessionParameters &parameters = {},
                          const CallOptions &options = CallOptions()) const {
        Request request("POST", "/connect/sessions");
        request.repeatable();
        detail::Body body;
        body.add("tags", parameters.tags);
        body.add("allowed_integrations", parameters.allowed_integrations);
        body.add_object("integrations_config_defaults", parameters.integrations_config_defaults);
        body.add_object("overrides", parameters.overrides);
        body.add("webhook_url_override", parameters.webhook_url_override);
        body.add_object("end_user", parameters.end_user);
        body.add_object("organization", parameters.organization);
        request.json(body.json());
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<ConnectSession>(std::move(response), {"data"});
    }

    /// Creates a connect session for a connection that exists, with which the customer authorizes it again.
    ///
    /// POST /connect/sessions/reconnect; the secret key needs the scope environment:connect_sessions:write.
    ///
    /// @param connection_id The id of the connection, as the dashboard shows it.
    /// @param integration_id The id of the integration.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    ConnectSession reconnect(StringArg connection_id, StringArg integration_id,
                             const CreateReconnectSessionParameters &parameters = {},
                             const CallOptions &options = CallOptions()) const {
        Request request("POST", "/connect/sessions/reconnect");
        request.repeatable();
        detail::Body body;
        body.add("connection_id", connection_id.text("connection_id"));
        body.add("integration_id", integration_id.text("integration_id"));
        body.add("tags", parameters.tags);
        body.add_object("integrations_config_defaults", parameters.integrations_config_defaults);
        body.add_object("overrides", parameters.overrides);
        body.add("webhook_url_override", parameters.webhook_url_override);
        body.add_object("end_user", parameters.end_user);
        body.add_object("organization", parameters.organization);
        request.json(body.json());
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<ConnectSession>(std::move(response), {"data"});
    }

private:
    const Client *client_;
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
    ///
    /// GET /connections; the secret key needs the scope environment:connections:list.
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
        return List<ListedConnection>(*client_, request, "connections", detail::ByNumber{"id"}, std::move(options));
    }

    /// Creates a connection with credentials from elsewhere, or replaces one that has the same id.
    ///
    /// Nango tries credentials of the types API_KEY, BASIC and TBA at the external API first, so the call can take
    /// long. Nango does not take JWT, BILL, TWO_STEP, SIGNATURE, AWS_SIGV4 and MCP credentials.
    ///
    /// POST /connections; the secret key needs the scope environment:connections:create.
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
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<ImportedConnection>(std::move(response));
    }

    /// Changes the tags, the end user or the webhook URL of a connection.
    ///
    /// PATCH /connections/{connectionId}; the secret key needs the scope environment:connections:update.
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
    /// DELETE /connections/{connectionId}; the secret key needs the scope environment:connections:delete.
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
    /// POST /connections/metadata; the secret key needs the scope environment:connections:update.
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
    /// PATCH /connections/metadata; the secret key needs the scope environment:connections:update.
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

    /// Waits until an integration has a connection of an end user or with a tag, and returns the newest.
    ///
    /// It asks at once, after half a second, and then every second or two, until the timeout of the call has passed;
    /// then the error kind is timeout. A connection that was there before ends it at once: give the connect session a
    /// tag of its own, and wait for that.
    ///
    /// GET /connections; the secret key needs the scope environment:connections:list.
    ///
    /// @param provider_config_key The id of the integration, as the dashboard shows it.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    [[nodiscard]] ListedConnection wait_for(StringArg provider_config_key,
                                            const WaitForConnectionParameters &parameters = {},
                                            const CallOptions &options = CallOptions()) const {
        Request request("GET", "/connections");
        request.add_query("limit", "1");
        detail::add_query(request, "integrationId", provider_config_key.text("provider_config_key"));
        detail::add_query(request, "connectionId", parameters.connection_id);
        detail::add_query(request, "tags", parameters.tags);
        detail::add_query(request, "endUserId", parameters.end_user_id);
        Response response = detail::Calls::call_until(*client_, request, Until::NotEmpty, options);
        return detail::Calls::result<ListedConnection>(std::move(response), {"connections", "0"});
    }

private:
    const Client *client_;
};

/// Integrations: what the environment has set up for an external API each.
///
/// A view of its client, which must outlive it and stay where it is. Each operation throws Error, and what an interrupt
/// throws.
class Integrations {
public:
    explicit Integrations(const Client &client NANGO_LIFETIMEBOUND) noexcept : client_(&client) {}

    /// Returns all integrations of the environment, without credentials.
    ///
    /// GET /integrations; the secret key needs the scope environment:integrations:list.
    [[nodiscard]] std::vector<Integration> list(const CallOptions &options = CallOptions()) const {
        Request request("GET", "/integrations");
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<std::vector<Integration>>(std::move(response), {"data"});
    }

    /// Returns an integration.
    ///
    /// Credentials need the scope environment:integrations:read_credentials; without it Nango leaves them out.
    ///
    /// GET /integrations/{uniqueKey}; the secret key needs the scope environment:integrations:read.
    ///
    /// @param unique_key The id of the integration.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    [[nodiscard]] Integration get(StringArg unique_key, const GetIntegrationParameters &parameters = {},
                                  const CallOptions &options = CallOptions()) const {
        Request request("GET", "/integrations/{uniqueKey}");
        request.path_parameter("uniqueKey", unique_key.text("unique_key"));
        detail::add_query_repeated(request, "include", parameters.include);
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<Integration>(std::move(response), {"data"});
    }

    /// Creates an integration.
    ///
    /// POST /integrations; the secret key needs the scope environment:integrations:create.
    ///
    /// @param provider The external API, as Nango names it: "github".
    /// @param unique_key The id that it gets.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    Integration create(StringArg provider, StringArg unique_key, const CreateIntegrationParameters &parameters = {},
                       const CallOptions &options = CallOptions()) const {
        Request request("POST", "/integrations");
        detail::Body body;
        body.add("provider", provider.text("provider"));
        body.add("unique_key", unique_key.text("unique_key"));
        body.add("display_name", parameters.display_name);
        body.add_object("credentials", parameters.credentials);
        body.add("forward_webhooks", parameters.forward_webhooks);
        body.add("integration_config", parameters.integration_config);
        body.add("custom", parameters.custom);
        request.json(body.json());
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<Integration>(std::move(response), {"data"});
    }

    /// Creates an integration that uses Nango's own developer app.
    ///
    /// POST /integrations/quickstart; the secret key needs the scope environment:integrations:create.
    ///
    /// @param provider The external API, as Nango names it: "github".
    /// @param unique_key The id that it gets.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    Integration create_quickstart(StringArg provider, StringArg unique_key,
                                  const CreateQuickstartIntegrationParameters &parameters = {},
                                  const CallOptions &options = CallOptions()) const {
        Request request("POST", "/integrations/quickstart");
        detail::Body body;
        body.add("provider", provider.text("provider"));
        body.add("unique_key", unique_key.text("unique_key"));
        body.add("display_name", parameters.display_name);
        body.add("forward_webhooks", parameters.forward_webhooks);
        request.json(body.json());
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<Integration>(std::move(response), {"data"});
    }

    /// Changes an integration.
    ///
    /// PATCH /integrations/{uniqueKey}; the secret key needs the scope environment:integrations:update.
    ///
    /// @param unique_key The id of the integration.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    Integration update(StringArg unique_key, const UpdateIntegrationParameters &parameters = {},
                       const CallOptions &options = CallOptions()) const {
        Request request("PATCH", "/integrations/{uniqueKey}");
        request.path_parameter("uniqueKey", unique_key.text("unique_key"));
        detail::Body body;
        body.add("unique_key", parameters.new_unique_key);
        body.add("display_name", parameters.display_name);
        body.add_object("credentials", parameters.credentials);
        body.add("forward_webhooks", parameters.forward_webhooks);
        body.add("integration_config", parameters.integration_config);
        body.add("custom", parameters.custom);
        request.json(body.json());
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<Integration>(std::move(response), {"data"});
    }

    /// Deletes an integration and all of its connections.
    ///
    /// DELETE /integrations/{uniqueKey}; the secret key needs the scope environment:integrations:delete.
    ///
    /// @param unique_key The id of the integration.
    /// @param options The settings of this call.
    void delete_(StringArg unique_key, const CallOptions &options = CallOptions()) const {
        Request request("DELETE", "/integrations/{uniqueKey}");
        request.repeatable();
        request.path_parameter("uniqueKey", unique_key.text("unique_key"));
        detail::Calls::call(*client_, request, options);
    }

private:
    const Client *client_;
};

/// Records: what syncs have stored of an external API.
///
/// A view of its client, which must outlive it and stay where it is. Each operation throws Error, and what an interrupt
/// throws.
class Records {
public:
    explicit Records(const Client &client NANGO_LIFETIMEBOUND) noexcept : client_(&client) {}

    /// Lists the records of a model, in the order in which they were last changed.
    ///
    /// Pages are fetched as the records are read. A record that is changed meanwhile comes again. Nango does not check
    /// a cursor: one that is none is the error kind server with the status 500.
    ///
    /// GET /records; the secret key needs the scope environment:records:read.
    ///
    /// @param connection_id The id of the connection, as the dashboard shows it.
    /// @param provider_config_key The id of the integration, as the dashboard shows it.
    /// @param model The name of the model.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    [[nodiscard]] List<Record> list(StringArg connection_id, StringArg provider_config_key, StringArg model,
                                    const ListRecordsParameters &parameters = {},
                                    CallOptions options = CallOptions()) const {
        Request request("GET", "/records");
        detail::add_header(request, "Connection-Id", connection_id.text("connection_id"));
        detail::add_header(request, "Provider-Config-Key", provider_config_key.text("provider_config_key"));
        detail::add_query(request, "model", model.text("model"));
        detail::add_query(request, "cursor", parameters.cursor);
        detail::add_query(request, "modified_after", parameters.modified_after);
        detail::add_query_csv(request, "filter", parameters.filter);
        detail::add_query_repeated(request, "ids", parameters.ids);
        detail::add_query(request, "variant", parameters.variant);
        detail::add_query(request, "limit", parameters.limit);
        return List<Record>(*client_, request, "records", detail::ByCursor{"_nango_metadata", parameters.cursor},
                            std::move(options));
    }

    /// Deletes the content of records up to a cursor, and keeps their ids.
    ///
    /// Repeat it while has_more is true.
    ///
    /// PATCH /records/prune; the secret key needs the scope environment:records:write.
    ///
    /// @param connection_id The id of the connection, as the dashboard shows it.
    /// @param provider_config_key The id of the integration, as the dashboard shows it.
    /// @param model The name of the model.
    /// @param until_cursor The cursor of the last record to prune.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    PrunedRecords prune(StringArg connection_id, StringArg provider_config_key, StringArg model, StringArg until_cursor,
                        const PruneRecordsParameters &parameters = {},
                        const CallOptions &options = CallOptions()) const {
        Request request("PATCH", "/records/prune");
        request.repeatable();
        detail::add_header(request, "Connection-Id", connection_id.text("connection_id"));
        detail::add_header(request, "Provider-Config-Key", provider_config_key.text("provider_config_key"));
        detail::Body body;
        body.add("model", model.text("model"));
        body.add("until_cursor", until_cursor.text("until_cursor"));
        body.add("variant", parameters.variant);
        body.add("limit", parameters.limit);
        request.json(body.json());
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<PrunedRecords>(std::move(response));
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
    /// POST /action/trigger; the secret key needs the scope environment:actions:execute.
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
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<Document>(std::move(response));
    }

    /// Queues an action on a connection, and returns the id of its result.
    ///
    /// Nango runs the queued actions of an environment one after another.
    ///
    /// POST /action/trigger; the secret key needs the scope environment:actions:execute.
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
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<QueuedAction>(std::move(response));
    }

    /// Returns the output of a queued action.
    ///
    /// An action that still runs, one that does not exist and one whose output is null are the error kind api with the
    /// status 404: Nango does not tell them apart.
    ///
    /// GET /action/{id}; the secret key needs the scope environment:actions:execute.
    ///
    /// @param id The id of the queued action.
    /// @param options The settings of this call.
    [[nodiscard]] Document result(StringArg id, const CallOptions &options = CallOptions()) const {
        Request request("GET", "/action/{id}");
        request.path_parameter("id", id.text("id"));
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<Document>(std::move(response));
    }

    /// Waits for the output of a queued action.
    ///
    /// It asks at once, after half a second, and then every second or two, until the timeout of the call has passed;
    /// then the error kind is timeout. Nango answers for an id that does not exist, and for an output that is null, as
    /// it does while the action runs: such a wait ends by its timeout.
    ///
    /// GET /action/{id}; the secret key needs the scope environment:actions:execute.
    ///
    /// @param id The id of the queued action.
    /// @param options The settings of this call.
    [[nodiscard]] Document wait_for_result(StringArg id, const CallOptions &options = CallOptions()) const {
        Request request("GET", "/action/{id}");
        request.path_parameter("id", id.text("id"));
        Response response = detail::Calls::call_until(*client_, request, Until::Found, options);
        return detail::Calls::result<Document>(std::move(response));
    }

private:
    const Client *client_;
};

/// Syncs: functions that Nango runs on a schedule for each connection.
///
/// A view of its client, which must outlive it and stay where it is. Each operation throws Error, and what an interrupt
/// throws.
class Syncs {
public:
    explicit Syncs(const Client &client NANGO_LIFETIMEBOUND) noexcept : client_(&client) {}

    /// Runs syncs now.
    ///
    /// A sync that is running is cancelled and started again.
    ///
    /// POST /sync/trigger; the secret key needs the scope environment:syncs:execute.
    ///
    /// @param provider_config_key The id of the integration, as the dashboard shows it.
    /// @param syncs The names of the syncs, with "name::variant" for a variant; empty for all.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    void trigger(StringArg provider_config_key, const std::vector<std::string> &syncs,
                 const TriggerSyncParameters &parameters = {}, const CallOptions &options = CallOptions()) const {
        Request request("POST", "/sync/trigger");
        detail::Body body;
        body.add("provider_config_key", provider_config_key.text("provider_config_key"));
        body.add("syncs", syncs);
        body.add("connection_id", parameters.connection_id);
        body.add_object("opts", parameters.opts);
        body.add("sync_mode", parameters.sync_mode);
        request.json(body.json());
        detail::Calls::call(*client_, request, options);
    }

    /// Starts the schedules of syncs.
    ///
    /// POST /sync/start; the secret key needs the scope environment:syncs:execute.
    ///
    /// @param provider_config_key The id of the integration, as the dashboard shows it.
    /// @param syncs The names of the syncs, with "name::variant" for a variant; empty for all.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    void start(StringArg provider_config_key, const std::vector<std::string> &syncs,
               const StartSyncParameters &parameters = {}, const CallOptions &options = CallOptions()) const {
        Request request("POST", "/sync/start");
        request.repeatable();
        detail::Body body;
        body.add("provider_config_key", provider_config_key.text("provider_config_key"));
        body.add("syncs", syncs);
        body.add("connection_id", parameters.connection_id);
        request.json(body.json());
        detail::Calls::call(*client_, request, options);
    }

    /// Pauses the schedules of syncs.
    ///
    /// A sync that is running is cancelled.
    ///
    /// POST /sync/pause; the secret key needs the scope environment:syncs:execute.
    ///
    /// @param provider_config_key The id of the integration, as the dashboard shows it.
    /// @param syncs The names of the syncs, with "name::variant" for a variant; empty for all.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    void pause(StringArg provider_config_key, const std::vector<std::string> &syncs,
               const PauseSyncParameters &parameters = {}, const CallOptions &options = CallOptions()) const {
        Request request("POST", "/sync/pause");
        request.repeatable();
        detail::Body body;
        body.add("provider_config_key", provider_config_key.text("provider_config_key"));
        body.add("syncs", syncs);
        body.add("connection_id", parameters.connection_id);
        request.json(body.json());
        detail::Calls::call(*client_, request, options);
    }

    /// Returns the state of syncs.
    ///
    /// An unknown integration gives an empty list.
    ///
    /// GET /sync/status; the secret key needs the scope environment:syncs:read.
    ///
    /// @param provider_config_key The id of the integration, as the dashboard shows it.
    /// @param syncs The names of the syncs, with "name::variant" for a variant; "*" for all.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    [[nodiscard]] std::vector<Sync> status(StringArg provider_config_key, const std::vector<std::string> &syncs,
                                           const SyncStatusParameters &parameters = {},
                                           const CallOptions &options = CallOptions()) const {
        Request request("GET", "/sync/status");
        detail::add_query(request, "provider_config_key", provider_config_key.text("provider_config_key"));
        detail::add_query_csv(request, "syncs", syncs);
        detail::add_query(request, "connection_id", parameters.connection_id);
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<std::vector<Sync>>(std::move(response), {"syncs"});
    }

    /// Sets how often a sync runs for a connection.
    ///
    /// PUT /sync/update-connection-frequency; the secret key needs the scope environment:syncs:update.
    ///
    /// @param provider_config_key The id of the integration, as the dashboard shows it.
    /// @param connection_id The id of the connection, as the dashboard shows it.
    /// @param sync_name The name of the sync.
    /// @param frequency The interval: "every 2 hours", "1 day", "half hour".
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    SyncFrequency update_frequency(StringArg provider_config_key, StringArg connection_id, StringArg sync_name,
                                   StringArg frequency, const UpdateSyncFrequencyParameters &parameters = {},
                                   const CallOptions &options = CallOptions()) const {
        Request request("PUT", "/sync/update-connection-frequency");
        request.repeatable();
        detail::Body body;
        body.add("provider_config_key", provider_config_key.text("provider_config_key"));
        body.add("connection_id", connection_id.text("connection_id"));
        body.add("sync_name", sync_name.text("sync_name"));
        body.add("frequency", frequency.text("frequency"));
        body.add("sync_variant", parameters.sync_variant);
        request.json(body.json());
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<SyncFrequency>(std::move(response));
    }

    /// Has a sync run for a connection as often as its code says.
    ///
    /// PUT /sync/update-connection-frequency; the secret key needs the scope environment:syncs:update.
    ///
    /// @param provider_config_key The id of the integration, as the dashboard shows it.
    /// @param connection_id The id of the connection, as the dashboard shows it.
    /// @param sync_name The name of the sync.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    SyncFrequency reset_frequency(StringArg provider_config_key, StringArg connection_id, StringArg sync_name,
                                  const ResetSyncFrequencyParameters &parameters = {},
                                  const CallOptions &options = CallOptions()) const {
        Request request("PUT", "/sync/update-connection-frequency");
        request.repeatable();
        detail::Body body;
        body.add("frequency", nullptr);
        body.add("provider_config_key", provider_config_key.text("provider_config_key"));
        body.add("connection_id", connection_id.text("connection_id"));
        body.add("sync_name", sync_name.text("sync_name"));
        body.add("sync_variant", parameters.sync_variant);
        request.json(body.json());
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<SyncFrequency>(std::move(response));
    }

    /// Creates a variant of a sync for a connection.
    ///
    /// POST /sync/{name}/variant/{variant}; the secret key needs the scope environment:syncs:variant:create.
    ///
    /// @param name The name of the sync.
    /// @param variant The name of the variant.
    /// @param provider_config_key The id of the integration, as the dashboard shows it.
    /// @param connection_id The id of the connection, as the dashboard shows it.
    /// @param options The settings of this call.
    SyncVariant create_variant(StringArg name, StringArg variant, StringArg provider_config_key,
                               StringArg connection_id, const CallOptions &options = CallOptions()) const {
        Request request("POST", "/sync/{name}/variant/{variant}");
        request.path_parameter("name", name.text("name"));
        request.path_parameter("variant", variant.text("variant"));
        detail::Body body;
        body.add("provider_config_key", provider_config_key.text("provider_config_key"));
        body.add("connection_id", connection_id.text("connection_id"));
        request.json(body.json());
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<SyncVariant>(std::move(response));
    }

    /// Deletes a variant of a sync. Its records stay readable.
    ///
    /// DELETE /sync/{name}/variant/{variant}; the secret key needs the scope environment:syncs:variant:delete.
    ///
    /// @param name The name of the sync.
    /// @param variant The name of the variant.
    /// @param provider_config_key The id of the integration, as the dashboard shows it.
    /// @param connection_id The id of the connection, as the dashboard shows it.
    /// @param options The settings of this call.
    void delete_variant(StringArg name, StringArg variant, StringArg provider_config_key, StringArg connection_id,
                        const CallOptions &options = CallOptions()) const {
        Request request("DELETE", "/sync/{name}/variant/{variant}");
        request.repeatable();
        request.path_parameter("name", name.text("name"));
        request.path_parameter("variant", variant.text("variant"));
        detail::Body body;
        body.add("provider_config_key", provider_config_key.text("provider_config_key"));
        body.add("connection_id", connection_id.text("connection_id"));
        request.json(body.json());
        detail::Calls::call(*client_, request, options);
    }

private:
    const Client *client_;
};

/// Functions: the code of syncs and actions that an integration has.
///
/// A view of its client, which must outlive it and stay where it is. Each operation throws Error, and what an interrupt
/// throws.
class Functions {
public:
    explicit Functions(const Client &client NANGO_LIFETIMEBOUND) noexcept : client_(&client) {}

    /// Lists the functions that are deployed for an integration.
    ///
    /// Pages are fetched as the functions are read.
    ///
    /// GET /integrations/{uniqueKey}/functions; the secret key needs the scope environment:functions:list.
    ///
    /// @param unique_key The id of the integration.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    [[nodiscard]] List<Function> list(StringArg unique_key, const ListFunctionsParameters &parameters = {},
                                      CallOptions options = CallOptions()) const {
        Request request("GET", "/integrations/{uniqueKey}/functions");
        request.path_parameter("uniqueKey", unique_key.text("unique_key"));
        detail::add_query(request, "type", parameters.function_type);
        detail::add_query(request, "search", parameters.search);
        detail::add_query(request, "limit", parameters.limit);
        return List<Function>(*client_, request, "data", detail::ByNumber{"id"}, std::move(options));
    }

    /// Returns a function that is deployed for an integration.
    ///
    /// GET /integrations/{uniqueKey}/functions/{name}; the secret key needs the scope environment:functions:read.
    ///
    /// @param unique_key The id of the integration.
    /// @param name The name of the function.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    [[nodiscard]] Function get(StringArg unique_key, StringArg name, const GetFunctionParameters &parameters = {},
                               const CallOptions &options = CallOptions()) const {
        Request request("GET", "/integrations/{uniqueKey}/functions/{name}");
        request.path_parameter("uniqueKey", unique_key.text("unique_key"));
        request.path_parameter("name", name.text("name"));
        detail::add_query(request, "type", parameters.function_type);
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<Function>(std::move(response), {"data"});
    }

    /// Returns the code of a function that is deployed for an integration.
    ///
    /// GET /integrations/{uniqueKey}/functions/{name}/code; the secret key needs the scope environment:functions:read.
    ///
    /// @param unique_key The id of the integration.
    /// @param name The name of the function.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    [[nodiscard]] FunctionCode get_code(StringArg unique_key, StringArg name,
                                        const GetFunctionCodeParameters &parameters = {},
                                        const CallOptions &options = CallOptions()) const {
        Request request("GET", "/integrations/{uniqueKey}/functions/{name}/code");
        request.path_parameter("uniqueKey", unique_key.text("unique_key"));
        request.path_parameter("name", name.text("name"));
        detail::add_query(request, "type", parameters.function_type);
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<FunctionCode>(std::move(response));
    }

    /// Deletes a function of an integration.
    ///
    /// Nango refuses to delete one that was deployed by its command line program.
    ///
    /// DELETE /integrations/{uniqueKey}/functions/{name}; the secret key needs the scope environment:functions:delete.
    ///
    /// @param unique_key The id of the integration.
    /// @param name The name of the function.
    /// @param function_type Its type: "sync" or "action".
    /// @param options The settings of this call.
    void delete_(StringArg unique_key, StringArg name, StringArg function_type,
                 const CallOptions &options = CallOptions()) const {
        Request request("DELETE", "/integrations/{uniqueKey}/functions/{name}");
        request.repeatable();
        request.path_parameter("uniqueKey", unique_key.text("unique_key"));
        request.path_parameter("name", name.text("name"));
        detail::add_query(request, "type", function_type.text("function_type"));
        detail::Calls::call(*client_, request, options);
    }

    /// Returns the syncs, actions and on-event functions of all integrations.
    ///
    /// GET /scripts/config; the secret key needs the scope environment:integrations:list_functions.
    [[nodiscard]] Document scripts_config(const GetScriptsConfigParameters &parameters = {},
                                          const CallOptions &options = CallOptions()) const {
        Request request("GET", "/scripts/config");
        detail::add_query(request, "format", parameters.format);
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<Document>(std::move(response));
    }

    /// Compiles the code of a function.
    ///
    /// POST /functions/compile; the secret key needs the scope environment:functions:compile.
    ///
    /// @param code The code, in TypeScript.
    /// @param options The settings of this call.
    CompiledFunction compile(StringArg code, const CallOptions &options = CallOptions()) const {
        Request request("POST", "/functions/compile");
        request.repeatable();
        detail::Body body;
        body.add("code", code.text("code"));
        request.json(body.json());
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<CompiledFunction>(std::move(response));
    }

    /// Runs the code of a function on a connection without storing anything.
    ///
    /// POST /functions/dryruns; the secret key needs the scope environment:functions:dryrun.
    ///
    /// @param integration_id The id of the integration.
    /// @param function_type Its type: "action" or "sync".
    /// @param code The code, in TypeScript.
    /// @param connection_id The id of the connection, as the dashboard shows it.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    QueuedFunctionRun start_dry_run(StringArg integration_id, StringArg function_type, StringArg code,
                                    StringArg connection_id, const StartFunctionDryRunParameters &parameters = {},
                                    const CallOptions &options = CallOptions()) const {
        Request request("POST", "/functions/dryruns");
        detail::Body body;
        body.add("integration_id", integration_id.text("integration_id"));
        body.add("function_type", function_type.text("function_type"));
        body.add("code", code.text("code"));
        body.add("connection_id", connection_id.text("connection_id"));
        body.add("input", parameters.input);
        body.add_object("metadata", parameters.metadata);
        body.add_object("checkpoint", parameters.checkpoint);
        body.add("last_sync_date", parameters.last_sync_date);
        request.json(body.json());
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<QueuedFunctionRun>(std::move(response));
    }

    /// Returns the state of a dry run.
    ///
    /// GET /functions/dryruns/{id}; the secret key needs the scope environment:functions:dryrun.
    ///
    /// @param id The id of the dry run.
    /// @param options The settings of this call.
    [[nodiscard]] FunctionDryRun get_dry_run(StringArg id, const CallOptions &options = CallOptions()) const {
        Request request("GET", "/functions/dryruns/{id}");
        request.path_parameter("id", id.text("id"));
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<FunctionDryRun>(std::move(response));
    }

    /// Deploys the code of a function.
    ///
    /// POST /functions/deployments; the secret key needs the scope environment:deploy.
    ///
    /// @param integration_id The id of the integration.
    /// @param function_name The name of the function.
    /// @param function_type Its type: "action" or "sync".
    /// @param code The code, in TypeScript.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    QueuedFunctionRun deploy(StringArg integration_id, StringArg function_name, StringArg function_type, StringArg code,
                             const DeployFunctionParameters &parameters = {},
                             const CallOptions &options = CallOptions()) const {
        Request request("POST", "/functions/deployments");
        detail::Body body;
        body.add("type", "function");
        body.add("integration_id", integration_id.text("integration_id"));
        body.add("function_name", function_name.text("function_name"));
        body.add("function_type", function_type.text("function_type"));
        body.add("code", code.text("code"));
        body.add("version", parameters.version);
        body.add("allow_destructive", parameters.allow_destructive);
        request.json(body.json());
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<QueuedFunctionRun>(std::move(response));
    }

    /// Deploys a template of a function.
    ///
    /// POST /functions/deployments; the secret key needs the scope environment:deploy.
    ///
    /// @param integration_id The id of the integration.
    /// @param template_ The name of the template.
    /// @param parameters What else can be set.
    /// @param options The settings of this call.
    QueuedFunctionRun deploy_template(StringArg integration_id, StringArg template_,
                                      const DeployFunctionTemplateParameters &parameters = {},
                                      const CallOptions &options = CallOptions()) const {
        Request request("POST", "/functions/deployments");
        detail::Body body;
        body.add("type", "template");
        body.add("integration_id", integration_id.text("integration_id"));
        body.add("template", template_.text("template"));
        body.add("function_type", parameters.function_type);
        request.json(body.json());
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<QueuedFunctionRun>(std::move(response));
    }

    /// Returns the state of a deployment.
    ///
    /// GET /functions/deployments/{id}; the secret key needs the scope environment:deploy.
    ///
    /// @param id The id of the deployment.
    /// @param options The settings of this call.
    [[nodiscard]] FunctionDeployment get_deployment(StringArg id, const CallOptions &options = CallOptions()) const {
        Request request("GET", "/functions/deployments/{id}");
        request.path_parameter("id", id.text("id"));
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<FunctionDeployment>(std::move(response));
    }

private:
    const Client *client_;
};

/// Providers: the external APIs that Nango knows.
///
/// A view of its client, which must outlive it and stay where it is. Each operation throws Error, and what an interrupt
/// throws.
class Providers {
public:
    explicit Providers(const Client &client NANGO_LIFETIMEBOUND) noexcept : client_(&client) {}

    /// Returns the external APIs that Nango knows.
    ///
    /// The response has megabytes: hundreds of providers, not paged.
    ///
    /// GET /providers; any secret key may call it.
    [[nodiscard]] std::vector<Provider> list(const ListProvidersParameters &parameters = {},
                                             const CallOptions &options = CallOptions()) const {
        Request request("GET", "/providers");
        detail::add_query(request, "search", parameters.search);
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<std::vector<Provider>>(std::move(response), {"data"});
    }

    /// Returns an external API that Nango knows.
    ///
    /// GET /providers/{provider}; any secret key may call it.
    ///
    /// @param provider Its name: "github".
    /// @param options The settings of this call.
    [[nodiscard]] Provider get(StringArg provider, const CallOptions &options = CallOptions()) const {
        Request request("GET", "/providers/{provider}");
        request.path_parameter("provider", provider.text("provider"));
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<Provider>(std::move(response), {"data"});
    }

    /// Returns the templates of functions that Nango has for an external API.
    ///
    /// GET /providers/{provider}/templates; any secret key may call it.
    ///
    /// @param provider Its name: "github".
    /// @param options The settings of this call.
    [[nodiscard]] std::vector<Function> list_templates(StringArg provider,
                                                       const CallOptions &options = CallOptions()) const {
        Request request("GET", "/providers/{provider}/templates");
        request.path_parameter("provider", provider.text("provider"));
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<std::vector<Function>>(std::move(response), {"data"});
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
    ///
    /// GET /environment-variables; the secret key needs the scope environment:variables:read.
    [[nodiscard]] std::vector<EnvironmentVariable> list_variables(const CallOptions &options = CallOptions()) const {
        Request request("GET", "/environment-variables");
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<std::vector<EnvironmentVariable>>(std::move(response));
    }

    /// Replaces the key that Nango signs webhooks with.
    ///
    /// It counts at once: webhooks that are signed with the former key no longer come.
    ///
    /// POST /environment/webhook-signing-key/rotate; the secret key needs the scope
    /// environment:webhook_signing_key:rotate.
    WebhookSigningKey rotate_webhook_signing_key(const CallOptions &options = CallOptions()) const {
        Request request("POST", "/environment/webhook-signing-key/rotate");
        Response response = detail::Calls::call(*client_, request, options);
        return detail::Calls::result<WebhookSigningKey>(std::move(response), {"data"});
    }

private:
    const Client *client_;
};

namespace detail {

/// The groups of operations, for Client.
template <class Client>
class Groups {
public:
    /// Connect sessions: with one, a customer of the product connects an account in the browser.
    [[nodiscard]] ConnectSessions connect_sessions() const & noexcept NANGO_LIFETIMEBOUND {
        return ConnectSessions(static_cast<const Client &>(*this));
    }
    ConnectSessions connect_sessions() const && = delete;

    /// Connections of customers: list, import, change and delete them.
    [[nodiscard]] Connections connections() const & noexcept NANGO_LIFETIMEBOUND {
        return Connections(static_cast<const Client &>(*this));
    }
    Connections connections() const && = delete;

    /// Integrations: what the environment has set up for an external API each.
    [[nodiscard]] Integrations integrations() const & noexcept NANGO_LIFETIMEBOUND {
        return Integrations(static_cast<const Client &>(*this));
    }
    Integrations integrations() const && = delete;

    /// Records: what syncs have stored of an external API.
    [[nodiscard]] Records records() const & noexcept NANGO_LIFETIMEBOUND {
        return Records(static_cast<const Client &>(*this));
    }
    Records records() const && = delete;

    /// Actions: functions that Nango runs on a connection.
    [[nodiscard]] Actions actions() const & noexcept NANGO_LIFETIMEBOUND {
        return Actions(static_cast<const Client &>(*this));
    }
    Actions actions() const && = delete;

    /// Syncs: functions that Nango runs on a schedule for each connection.
    [[nodiscard]] Syncs syncs() const & noexcept NANGO_LIFETIMEBOUND {
        return Syncs(static_cast<const Client &>(*this));
    }
    Syncs syncs() const && = delete;

    /// Functions: the code of syncs and actions that an integration has.
    [[nodiscard]] Functions functions() const & noexcept NANGO_LIFETIMEBOUND {
        return Functions(static_cast<const Client &>(*this));
    }
    Functions functions() const && = delete;

    /// Providers: the external APIs that Nango knows.
    [[nodiscard]] Providers providers() const & noexcept NANGO_LIFETIMEBOUND {
        return Providers(static_cast<const Client &>(*this));
    }
    Providers providers() const && = delete;

    /// The Nango environment of the secret key.
    [[nodiscard]] Environment environment() const & noexcept NANGO_LIFETIMEBOUND {
        return Environment(static_cast<const Client &>(*this));
    }
    Environment environment() const && = delete;
};

} // namespace detail

} // namespace nango

#endif // NANGO_API_HPP
