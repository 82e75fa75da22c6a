// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A dry run or a deployment that has begun. Immutable. */
public final class QueuedFunctionRun {
    private final transient JsonValue json;
    private final transient String id;
    private final transient String status;
    private final transient Instant createdAt;

    private QueuedFunctionRun(Fields fields) {
        json = fields.json();
        id = fields.get("id", Kind.TEXT, "");
        status = fields.get("status", Kind.TEXT, "");
        createdAt = fields.get("created_at", Kind.TIMESTAMP, null);
    }

    /** For the library. */
    public static QueuedFunctionRun read(JsonValue json) {
        return new QueuedFunctionRun(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static QueuedFunctionRun of(JsonValue json) {
        return Fields.decoded(json, QueuedFunctionRun::read);
    }

    /** The id to get its state with: a UUID. */
    public String id() {
        return id;
    }

    /** Its state: "waiting" or "running". */
    public String status() {
        return status;
    }

    /** When it was made. */
    public Optional<Instant> createdAt() {
        return Optional.ofNullable(createdAt);
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "id", "status", "created_at");
    }

    /** The whole object as sent. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QueuedFunctionRun && ((QueuedFunctionRun) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields. */
    @Override
    public String toString() {
        return Fields.shown(
                "QueuedFunctionRun",
                "id",
id,
                "status",
status,
                "createdAt",
createdAt);
    }
}

