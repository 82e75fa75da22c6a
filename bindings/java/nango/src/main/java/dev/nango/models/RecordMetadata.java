// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What Nango knows about a record. Immutable. */
public final class RecordMetadata {
    private final transient JsonValue json;
    private final transient Instant firstSeenAt;
    private final transient Instant lastModifiedAt;
    private final transient String lastAction;
    private final transient Instant deletedAt;
    private final transient Instant prunedAt;
    private final transient String cursor;

    private RecordMetadata(Fields fields) {
        json = fields.json();
        firstSeenAt = fields.get("first_seen_at", Kind.TIMESTAMP, null);
        lastModifiedAt = fields.get("last_modified_at", Kind.TIMESTAMP, null);
        lastAction = fields.get("last_action", Kind.TEXT, "");
        deletedAt = fields.get("deleted_at", Kind.TIMESTAMP, null);
        prunedAt = fields.get("pruned_at", Kind.TIMESTAMP, null);
        cursor = fields.get("cursor", Kind.TEXT, "");
    }

    /** For the library. */
    public static RecordMetadata read(JsonValue json) {
        return new RecordMetadata(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static RecordMetadata of(JsonValue json) {
        return Fields.decoded(json, RecordMetadata::read);
    }

    /** When a sync first stored it. */
    public Optional<Instant> firstSeenAt() {
        return Optional.ofNullable(firstSeenAt);
    }

    /** When a sync last changed it. */
    public Optional<Instant> lastModifiedAt() {
        return Optional.ofNullable(lastModifiedAt);
    }

    /** What a sync did last: "ADDED", "UPDATED" or "DELETED". */
    public String lastAction() {
        return lastAction;
    }

    /** When the external API no longer had it. */
    public Optional<Instant> deletedAt() {
        return Optional.ofNullable(deletedAt);
    }

    /** When its content was pruned. */
    public Optional<Instant> prunedAt() {
        return Optional.ofNullable(prunedAt);
    }

    /** The cursor of this record: a list that starts at it has the records behind it. */
    public String cursor() {
        return cursor;
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "first_seen_at", "last_modified_at", "last_action", "deleted_at", "pruned_at", "cursor");
    }

    /** The whole object as sent. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordMetadata && ((RecordMetadata) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields. */
    @Override
    public String toString() {
        return Fields.shown(
                "RecordMetadata",
                "firstSeenAt",
firstSeenAt,
                "lastModifiedAt",
lastModifiedAt,
                "lastAction",
lastAction,
                "deletedAt",
deletedAt,
                "prunedAt",
prunedAt,
                "cursor",
cursor);
    }
}

