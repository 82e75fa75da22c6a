// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.util.Map;

/** An action that was queued. Immutable. */
public final class QueuedAction {
    private final transient JsonValue json;
    private final transient String id;
    private final transient String statusUrl;

    private QueuedAction(Fields fields) {
        json = fields.json();
        id = fields.get("id", Kind.TEXT, "");
        statusUrl = fields.get("statusUrl", Kind.TEXT, "");
    }

    /** For the library. */
    public static QueuedAction read(JsonValue json) {
        return new QueuedAction(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static QueuedAction of(JsonValue json) {
        return Fields.decoded(json, QueuedAction::read);
    }

    /** The id to get the result with: a UUID. */
    public String id() {
        return id;
    }

    /** The path of the result. */
    public String statusUrl() {
        return statusUrl;
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "id", "statusUrl");
    }

    /** The whole object as sent. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QueuedAction && ((QueuedAction) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields. */
    @Override
    public String toString() {
        return Fields.shown(
                "QueuedAction",
                "id",
id,
                "statusUrl",
statusUrl);
    }
}

