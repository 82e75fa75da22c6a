// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A dry run of a function. Immutable. */
public final class FunctionDryRun {
    private final transient JsonValue json;
    private final transient String id;
    private final transient String status;
    private final transient String integrationId;
    private final transient String functionType;
    private final transient Instant createdAt;
    private final transient Instant updatedAt;
    private final transient Instant startedAt;
    private final transient Instant completedAt;
    private final transient Long durationMs;
    private final transient String output;
    private final transient JsonValue result;
    private final transient JsonValue error;

    private FunctionDryRun(Fields fields) {
        json = fields.json();
        id = fields.get("id", Kind.TEXT, "");
        status = fields.get("status", Kind.TEXT, "");
        integrationId = fields.get("integration_id", Kind.TEXT, "");
        functionType = fields.get("function_type", Kind.TEXT, "");
        createdAt = fields.get("created_at", Kind.TIMESTAMP, null);
        updatedAt = fields.get("updated_at", Kind.TIMESTAMP, null);
        startedAt = fields.get("started_at", Kind.TIMESTAMP, null);
        completedAt = fields.get("completed_at", Kind.TIMESTAMP, null);
        durationMs = fields.get("duration_ms", Kind.INTEGER, null);
        output = fields.get("output", Kind.TEXT, null);
        result = fields.get("result", Kind.JSON, null);
        error = fields.get("error", Kind.OBJECT, null);
    }

    /** For the library. */
    public static FunctionDryRun read(JsonValue json) {
        return new FunctionDryRun(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static FunctionDryRun of(JsonValue json) {
        return Fields.decoded(json, FunctionDryRun::read);
    }

    /** Its id: a UUID. */
    public String id() {
        return id;
    }

    /** Its state: "waiting", "running", "success" or "failed". */
    public String status() {
        return status;
    }

    /** The id of the integration. */
    public String integrationId() {
        return integrationId;
    }

    /** Its type: "action" or "sync". */
    public String functionType() {
        return functionType;
    }

    /** When it was made. */
    public Optional<Instant> createdAt() {
        return Optional.ofNullable(createdAt);
    }

    /** When it last changed. */
    public Optional<Instant> updatedAt() {
        return Optional.ofNullable(updatedAt);
    }

    /** When it started. */
    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    /** When it ended. */
    public Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    /** How many milliseconds it took. */
    public OptionalLong durationMs() {
        return durationMs == null ? OptionalLong.empty() : OptionalLong.of(durationMs);
    }

    /** What the code printed. */
    public Optional<String> output() {
        return Optional.ofNullable(output);
    }

    /** What the code returned. */
    public Optional<JsonValue> result() {
        return Optional.ofNullable(result);
    }

    /** Why it failed: code, message and payload. */
    public Optional<JsonValue> error() {
        return Optional.ofNullable(error);
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "id", "status", "integration_id", "function_type", "created_at", "updated_at", "started_at", "completed_at", "duration_ms", "output", "result", "error");
    }

    /** The whole object as sent. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FunctionDryRun && ((FunctionDryRun) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "FunctionDryRun",
                "id",
id,
                "status",
status,
                "integrationId",
integrationId,
                "functionType",
functionType,
                "createdAt",
createdAt,
                "updatedAt",
updatedAt,
                "startedAt",
startedAt,
                "completedAt",
completedAt,
                "durationMs",
durationMs,
                "output",
Fields.hidden(output),
                "result",
Fields.hidden(result),
                "error",
Fields.hidden(error));
    }
}

