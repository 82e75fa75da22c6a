// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.util.Map;
import java.util.Optional;

/** The organization of an end user. Immutable. */
public final class Organization {
    private final transient JsonValue json;
    private final transient String id;
    private final transient String displayName;

    private Organization(Fields fields) {
        json = fields.json();
        id = fields.get("id", Kind.TEXT, "");
        displayName = fields.get("display_name", Kind.TEXT, null);
    }

    /** For the library. */
    public static Organization read(JsonValue json) {
        return new Organization(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static Organization of(JsonValue json) {
        return Fields.decoded(json, Organization::read);
    }

    /** The id that the product gave it. */
    public String id() {
        return id;
    }

    /** Its name. */
    public Optional<String> displayName() {
        return Optional.ofNullable(displayName);
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "id", "display_name");
    }

    /** The whole object as sent. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Organization && ((Organization) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "Organization",
                "id",
id,
                "displayName",
Fields.hidden(displayName));
    }
}

