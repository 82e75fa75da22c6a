// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.util.Map;

/** A variable that was set in the dashboard. Immutable. */
public final class EnvironmentVariable {
    private final transient JsonValue json;
    private final transient String name;
    private final transient String value;

    private EnvironmentVariable(Fields fields) {
        json = fields.json();
        name = fields.get("name", Kind.TEXT, "");
        value = fields.get("value", Kind.TEXT, "");
    }

    /** For the library. */
    public static EnvironmentVariable read(JsonValue json) {
        return new EnvironmentVariable(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static EnvironmentVariable of(JsonValue json) {
        return Fields.decoded(json, EnvironmentVariable::read);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Its value. */
    public String value() {
        return value;
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "name", "value");
    }

    /** The whole object as sent, secrets included. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EnvironmentVariable && ((EnvironmentVariable) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "EnvironmentVariable",
                "name",
name,
                "value",
Fields.hidden(value));
    }
}

