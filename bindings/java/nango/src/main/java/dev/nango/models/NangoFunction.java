// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A function of an integration, or a template of one. Immutable. */
public final class NangoFunction {
    private final transient JsonValue json;
    private final transient String name;
    private final transient String type;
    private final transient String description;
    private final transient List<String> scopes;
    private final transient String input;
    private final transient List<String> returns;
    private final transient JsonValue jsonSchema;
    private final transient String runs;
    private final transient Boolean autoStart;
    private final transient Boolean trackDeletes;
    private final transient String event;
    private final transient Long id;
    private final transient Boolean enabled;
    private final transient Instant lastDeployed;
    private final transient String source;

    private NangoFunction(Fields fields) {
        json = fields.json();
        name = fields.get("name", Kind.TEXT, "");
        type = fields.get("type", Kind.TEXT, "");
        description = fields.get("description", Kind.TEXT, null);
        scopes = fields.get("scopes", Kind.listOf(Kind.TEXT), null);
        input = fields.get("input", Kind.TEXT, null);
        returns = fields.get("returns", Kind.listOf(Kind.TEXT), List.of());
        jsonSchema = fields.get("json_schema", Kind.OBJECT, null);
        runs = fields.get("runs", Kind.TEXT, null);
        autoStart = fields.get("auto_start", Kind.BOOLEAN, null);
        trackDeletes = fields.get("track_deletes", Kind.BOOLEAN, null);
        event = fields.get("event", Kind.TEXT, null);
        id = fields.get("id", Kind.INTEGER, null);
        enabled = fields.get("enabled", Kind.BOOLEAN, null);
        lastDeployed = fields.get("last_deployed", Kind.TIMESTAMP, null);
        source = fields.get("source", Kind.TEXT, null);
    }

    /** For the library. */
    public static NangoFunction read(JsonValue json) {
        return new NangoFunction(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static NangoFunction of(JsonValue json) {
        return Fields.decoded(json, NangoFunction::read);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Its type: "sync", "action" or "on-event". */
    public String type() {
        return type;
    }

    /** What it does. */
    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    /** The scopes of the external API that it needs. */
    public Optional<List<String>> scopes() {
        return Optional.ofNullable(scopes);
    }

    /** The name of the model of its input. */
    public Optional<String> input() {
        return Optional.ofNullable(input);
    }

    /** The names of the models that it returns. */
    public List<String> returns() {
        return returns;
    }

    /** The models as JSON Schema. */
    public Optional<JsonValue> jsonSchema() {
        return Optional.ofNullable(jsonSchema);
    }

    /** How often a sync runs: "every 1h". */
    public Optional<String> runs() {
        return Optional.ofNullable(runs);
    }

    /** Whether a sync starts with a new connection. */
    public Optional<Boolean> autoStart() {
        return Optional.ofNullable(autoStart);
    }

    /** Whether a sync marks records that have gone as deleted. */
    public Optional<Boolean> trackDeletes() {
        return Optional.ofNullable(trackDeletes);
    }

    /** The event that an on-event function runs at. */
    public Optional<String> event() {
        return Optional.ofNullable(event);
    }

    /** The number of the row in Nango's database; a template has none. */
    public OptionalLong id() {
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    /** Whether it may run. */
    public Optional<Boolean> enabled() {
        return Optional.ofNullable(enabled);
    }

    /** When it was last deployed. */
    public Optional<Instant> lastDeployed() {
        return Optional.ofNullable(lastDeployed);
    }

    /** Where its code comes from: "repo", "catalog" or another word. */
    public Optional<String> source() {
        return Optional.ofNullable(source);
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "name", "type", "description", "scopes", "input", "returns", "json_schema", "runs", "auto_start", "track_deletes", "event", "id", "enabled", "last_deployed", "source");
    }

    /** The whole object as sent. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NangoFunction && ((NangoFunction) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields. */
    @Override
    public String toString() {
        return Fields.shown(
                "NangoFunction",
                "name",
name,
                "type",
type,
                "description",
description,
                "scopes",
scopes,
                "input",
input,
                "returns",
returns,
                "jsonSchema",
jsonSchema,
                "runs",
runs,
                "autoStart",
autoStart,
                "trackDeletes",
trackDeletes,
                "event",
event,
                "id",
id,
                "enabled",
enabled,
                "lastDeployed",
lastDeployed,
                "source",
source);
    }
}

