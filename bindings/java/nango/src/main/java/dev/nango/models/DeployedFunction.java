// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.util.Map;
import java.util.Optional;

/** A function that a deployment has deployed. Immutable. */
public final class DeployedFunction {
    private final transient JsonValue json;
    private final transient String name;
    private final transient String version;

    private DeployedFunction(Fields fields) {
        json = fields.json();
        name = fields.get("name", Kind.TEXT, "");
        version = fields.get("version", Kind.TEXT, null);
    }

    /** For the library. */
    public static DeployedFunction read(JsonValue json) {
        return new DeployedFunction(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static DeployedFunction of(JsonValue json) {
        return Fields.decoded(json, DeployedFunction::read);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Its version. */
    public Optional<String> version() {
        return Optional.ofNullable(version);
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "name", "version");
    }

    /** The whole object as sent. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeployedFunction && ((DeployedFunction) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields. */
    @Override
    public String toString() {
        return Fields.shown(
                "DeployedFunction",
                "name",
name,
                "version",
version);
    }
}

