// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connection that was imported. Immutable. */
public final class ImportedConnection {
    private final transient JsonValue json;
    private final transient Long id;
    private final transient String connectionId;
    private final transient String providerConfigKey;
    private final transient String provider;
    private final transient List<ConnectionProblem> errors;
    private final transient EndUser endUser;
    private final transient Map<String, String> tags;
    private final transient JsonValue metadata;
    private final transient JsonValue connectionConfig;
    private final transient String webhookUrlOverride;
    private final transient Instant createdAt;
    private final transient Instant updatedAt;
    private final transient Instant lastFetchedAt;
    private final transient JsonValue credentials;

    private ImportedConnection(Fields fields) {
        json = fields.json();
        id = fields.get("id", Kind.INTEGER, 0L);
        connectionId = fields.get("connection_id", Kind.TEXT, "");
        providerConfigKey = fields.get("provider_config_key", Kind.TEXT, "");
        provider = fields.get("provider", Kind.TEXT, "");
        errors = fields.get("errors", Kind.listOf(ConnectionProblem::read), List.of());
        endUser = fields.get("end_user", EndUser::read, null);
        tags = fields.get("tags", Kind.mapOf(Kind.TEXT), Map.of());
        metadata = fields.get("metadata", Kind.OBJECT, null);
        connectionConfig = fields.get("connection_config", Kind.OBJECT, null);
        webhookUrlOverride = fields.get("webhook_url_override", Kind.TEXT, null);
        createdAt = fields.get("created_at", Kind.TIMESTAMP, null);
        updatedAt = fields.get("updated_at", Kind.TIMESTAMP, null);
        lastFetchedAt = fields.get("last_fetched_at", Kind.TIMESTAMP, null);
        credentials = fields.get("credentials", Kind.OBJECT, null);
    }

    /** For the library. */
    public static ImportedConnection read(JsonValue json) {
        return new ImportedConnection(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static ImportedConnection of(JsonValue json) {
        return Fields.decoded(json, ImportedConnection::read);
    }

    /** The number of the row in Nango's database. */
    public long id() {
        return id;
    }

    /** The id of the connection. */
    public String connectionId() {
        return connectionId;
    }

    /** The id of the integration. */
    public String providerConfigKey() {
        return providerConfigKey;
    }

    /** The external API, as Nango names it: "github". */
    public String provider() {
        return provider;
    }

    /** What is wrong with the connection now: empty if nothing is. */
    public List<ConnectionProblem> errors() {
        return errors;
    }

    /** Who connected it; absent for a connection that was imported without one. */
    public Optional<EndUser> endUser() {
        return Optional.ofNullable(endUser);
    }

    /** Tags, with keys in lower case. */
    public Map<String, String> tags() {
        return tags;
    }

    /** What the product stored with the connection. */
    public Optional<JsonValue> metadata() {
        return Optional.ofNullable(metadata);
    }

    /** What the external API needs beside the credentials. */
    public Optional<JsonValue> connectionConfig() {
        return Optional.ofNullable(connectionConfig);
    }

    /** The URL that webhooks of this connection go to. */
    public Optional<String> webhookUrlOverride() {
        return Optional.ofNullable(webhookUrlOverride);
    }

    /** When it was made. */
    public Optional<Instant> createdAt() {
        return Optional.ofNullable(createdAt);
    }

    /** When it was last changed. */
    public Optional<Instant> updatedAt() {
        return Optional.ofNullable(updatedAt);
    }

    /** When its credentials were last asked for. */
    public Optional<Instant> lastFetchedAt() {
        return Optional.ofNullable(lastFetchedAt);
    }

    /** The credentials that were imported; empty if the key may not read credentials. */
    public Optional<JsonValue> credentials() {
        return Optional.ofNullable(credentials);
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "id", "connection_id", "provider_config_key", "provider", "errors", "end_user", "tags", "metadata", "connection_config", "webhook_url_override", "created_at", "updated_at", "last_fetched_at", "credentials");
    }

    /** The whole object as sent, secrets included. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ImportedConnection && ((ImportedConnection) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "ImportedConnection",
                "id",
id,
                "connectionId",
connectionId,
                "providerConfigKey",
providerConfigKey,
                "provider",
provider,
                "errors",
errors,
                "endUser",
Fields.hidden(endUser),
                "tags",
Fields.hidden(tags),
                "metadata",
Fields.hidden(metadata),
                "connectionConfig",
Fields.hidden(connectionConfig),
                "webhookUrlOverride",
Fields.hidden(webhookUrlOverride),
                "createdAt",
createdAt,
                "updatedAt",
updatedAt,
                "lastFetchedAt",
lastFetchedAt,
                "credentials",
Fields.hidden(credentials));
    }
}

