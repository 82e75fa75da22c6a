// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a run of a sync did with the records of a model. Immutable. */
public final class SyncResult {
    private final transient JsonValue json;
    private final transient Long added;
    private final transient Long updated;
    private final transient Long deleted;

    private SyncResult(Fields fields) {
        json = fields.json();
        added = fields.get("added", Kind.INTEGER, 0L);
        updated = fields.get("updated", Kind.INTEGER, null);
        deleted = fields.get("deleted", Kind.INTEGER, null);
    }

    /** For the library. */
    public static SyncResult read(JsonValue json) {
        return new SyncResult(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static SyncResult of(JsonValue json) {
        return Fields.decoded(json, SyncResult::read);
    }

    /** How many it added. */
    public long added() {
        return added;
    }

    /** How many it changed. */
    public OptionalLong updated() {
        return updated == null ? OptionalLong.empty() : OptionalLong.of(updated);
    }

    /** How many it deleted. */
    public OptionalLong deleted() {
        return deleted == null ? OptionalLong.empty() : OptionalLong.of(deleted);
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "added", "updated", "deleted");
    }

    /** The whole object as sent. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SyncResult && ((SyncResult) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields. */
    @Override
    public String toString() {
        return Fields.shown(
                "SyncResult",
                "added",
added,
                "updated",
updated,
                "deleted",
deleted);
    }
}

