// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connection as a list has it: without credentials. Immutable. */
public final class ListedConnection {
    private final transient JsonValue json;
    private final transient Long id;
    private final transient String connectionId;
    private final transient String providerConfigKey;
    private final transient String provider;
    private final transient List<ConnectionProblem> errors;
    private final transient EndUser endUser;
    private final transient Map<String, String> tags;
    private final transient JsonValue metadata;
    private final transient Instant created;

    private ListedConnection(Fields fields) {
        json = fields.json();
        id = fields.get("id", Kind.INTEGER, 0L);
        connectionId = fields.get("connection_id", Kind.TEXT, "");
        providerConfigKey = fields.get("provider_config_key", Kind.TEXT, "");
        provider = fields.get("provider", Kind.TEXT, "");
        errors = fields.get("errors", Kind.listOf(ConnectionProblem::read), List.of());
        endUser = fields.get("end_user", EndUser::read, null);
        tags = fields.get("tags", Kind.mapOf(Kind.TEXT), Map.of());
        metadata = fields.get("metadata", Kind.OBJECT, null);
        created = fields.get("created", Kind.TIMESTAMP, null);
    }

    /** For the library. */
    public static ListedConnection read(JsonValue json) {
        return new ListedConnection(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static ListedConnection of(JsonValue json) {
        return Fields.decoded(json, ListedConnection::read);
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

    /** When it was made. */
    public Optional<Instant> created() {
        return Optional.ofNullable(created);
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "id", "connection_id", "provider_config_key", "provider", "errors", "end_user", "tags", "metadata", "created");
    }

    /** The whole object as sent. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ListedConnection && ((ListedConnection) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "ListedConnection",
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
                "created",
created);
    }
}

