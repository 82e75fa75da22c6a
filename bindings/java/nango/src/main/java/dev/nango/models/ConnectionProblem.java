// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.util.Map;

/** Something that is wrong with a connection. Immutable. */
public final class ConnectionProblem {
    private final transient JsonValue json;
    private final transient String type;
    private final transient String logId;

    private ConnectionProblem(Fields fields) {
        json = fields.json();
        type = fields.get("type", Kind.TEXT, "");
        logId = fields.get("log_id", Kind.TEXT, "");
    }

    /** For the library. */
    public static ConnectionProblem read(JsonValue json) {
        return new ConnectionProblem(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static ConnectionProblem of(JsonValue json) {
        return Fields.decoded(json, ConnectionProblem::read);
    }

    /** What failed: "auth" for its credentials, "sync" for a sync, or another word. */
    public String type() {
        return type;
    }

    /** The id of the operation in Nango's logs. */
    public String logId() {
        return logId;
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "type", "log_id");
    }

    /** The whole object as sent. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConnectionProblem && ((ConnectionProblem) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields. */
    @Override
    public String toString() {
        return Fields.shown(
                "ConnectionProblem",
                "type",
type,
                "logId",
logId);
    }
}

