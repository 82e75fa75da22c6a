// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The state of a sync of a connection. Immutable. */
public final class Sync {
    private final transient JsonValue json;
    private final transient String id;
    private final transient String name;
    private final transient String variant;
    private final transient String connectionId;
    private final transient String status;
    private final transient String type;
    private final transient String frequency;
    private final transient Instant finishedAt;
    private final transient Instant nextScheduledAt;
    private final transient String latestExecutionStatus;
    private final transient Map<String, SyncResult> latestResult;
    private final transient Map<String, Long> recordCount;
    private final transient JsonValue checkpoint;

    private Sync(Fields fields) {
        json = fields.json();
        id = fields.get("id", Kind.TEXT, "");
        name = fields.get("name", Kind.TEXT, "");
        variant = fields.get("variant", Kind.TEXT, "");
        connectionId = fields.get("connection_id", Kind.TEXT, "");
        status = fields.get("status", Kind.TEXT, "");
        type = fields.get("type", Kind.TEXT, null);
        frequency = fields.get("frequency", Kind.TEXT, null);
        finishedAt = fields.get("finishedAt", Kind.TIMESTAMP, null);
        nextScheduledAt = fields.get("nextScheduledSyncAt", Kind.TIMESTAMP, null);
        latestExecutionStatus = fields.get("latestExecutionStatus", Kind.TEXT, null);
        latestResult = fields.get("latestResult", Kind.mapOf(SyncResult::read), null);
        recordCount = fields.get("recordCount", Kind.mapOf(Kind.INTEGER), null);
        checkpoint = fields.get("checkpoint", Kind.OBJECT, null);
    }

    /** For the library. */
    public static Sync read(JsonValue json) {
        return new Sync(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static Sync of(JsonValue json) {
        return Fields.decoded(json, Sync::read);
    }

    /** Its id: a UUID. */
    public String id() {
        return id;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Its variant: "base" unless another was made. */
    public String variant() {
        return variant;
    }

    /** The id of the connection. */
    public String connectionId() {
        return connectionId;
    }

    /** Its state: "RUNNING", "PAUSED", "STOPPED", "SUCCESS" or "ERROR". */
    public String status() {
        return status;
    }

    /** Its kind of run: "INITIAL" or "INCREMENTAL". */
    public Optional<String> type() {
        return Optional.ofNullable(type);
    }

    /** How often it runs: "every 1h". */
    public Optional<String> frequency() {
        return Optional.ofNullable(frequency);
    }

    /** When its last run ended. */
    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    /** When it runs next; null if it is paused. */
    public Optional<Instant> nextScheduledAt() {
        return Optional.ofNullable(nextScheduledAt);
    }

    /** How its last run ended: "SUCCESS", "STOPPED" or another word. */
    public Optional<String> latestExecutionStatus() {
        return Optional.ofNullable(latestExecutionStatus);
    }

    /** What its last run did, by model. */
    public Optional<Map<String, SyncResult>> latestResult() {
        return Optional.ofNullable(latestResult);
    }

    /** How many records are stored, by model. */
    public Optional<Map<String, Long>> recordCount() {
        return Optional.ofNullable(recordCount);
    }

    /** The checkpoint that its code has stored. */
    public Optional<JsonValue> checkpoint() {
        return Optional.ofNullable(checkpoint);
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "id", "name", "variant", "connection_id", "status", "type", "frequency", "finishedAt", "nextScheduledSyncAt", "latestExecutionStatus", "latestResult", "recordCount", "checkpoint");
    }

    /** The whole object as sent. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sync && ((Sync) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "Sync",
                "id",
id,
                "name",
name,
                "variant",
variant,
                "connectionId",
connectionId,
                "status",
status,
                "type",
type,
                "frequency",
frequency,
                "finishedAt",
finishedAt,
                "nextScheduledAt",
nextScheduledAt,
                "latestExecutionStatus",
latestExecutionStatus,
                "latestResult",
latestResult,
                "recordCount",
recordCount,
                "checkpoint",
Fields.hidden(checkpoint));
    }
}

