// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.util.Map;
import java.util.Optional;

/** The customer of the product who connected a connection. Immutable. */
public final class EndUser {
    private final transient JsonValue json;
    private final transient String id;
    private final transient String displayName;
    private final transient String email;
    private final transient Map<String, String> tags;
    private final transient Organization organization;

    private EndUser(Fields fields) {
        json = fields.json();
        id = fields.get("id", Kind.TEXT, "");
        displayName = fields.get("display_name", Kind.TEXT, null);
        email = fields.get("email", Kind.TEXT, null);
        tags = fields.get("tags", Kind.mapOf(Kind.TEXT), null);
        organization = fields.get("organization", Organization::read, null);
    }

    /** For the library. */
    public static EndUser read(JsonValue json) {
        return new EndUser(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static EndUser of(JsonValue json) {
        return Fields.decoded(json, EndUser::read);
    }

    /** The id that the product gave them. */
    public String id() {
        return id;
    }

    /** Their name. */
    public Optional<String> displayName() {
        return Optional.ofNullable(displayName);
    }

    /** Their email address. */
    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** Tags of the end user. */
    public Optional<Map<String, String>> tags() {
        return Optional.ofNullable(tags);
    }

    /** Their organization. */
    public Optional<Organization> organization() {
        return Optional.ofNullable(organization);
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "id", "display_name", "email", "tags", "organization");
    }

    /** The whole object as sent. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EndUser && ((EndUser) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "EndUser",
                "id",
id,
                "displayName",
Fields.hidden(displayName),
                "email",
Fields.hidden(email),
                "tags",
Fields.hidden(tags),
                "organization",
organization);
    }
}

