// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.util.Map;

/** What was pruned. Immutable. */
public final class PrunedRecords {
    private final transient JsonValue json;
    private final transient Long count;
    private final transient Boolean hasMore;

    private PrunedRecords(Fields fields) {
        json = fields.json();
        count = fields.get("count", Kind.INTEGER, 0L);
        hasMore = fields.get("has_more", Kind.BOOLEAN, false);
    }

    /** For the library. */
    public static PrunedRecords read(JsonValue json) {
        return new PrunedRecords(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static PrunedRecords of(JsonValue json) {
        return Fields.decoded(json, PrunedRecords::read);
    }

    /** How many records. */
    public long count() {
        return count;
    }

    /** Whether there is more to prune. It can be true once too often. */
    public boolean hasMore() {
        return hasMore;
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "count", "has_more");
    }

    /** The whole object as sent. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PrunedRecords && ((PrunedRecords) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields. */
    @Override
    public String toString() {
        return Fields.shown(
                "PrunedRecords",
                "count",
count,
                "hasMore",
hasMore);
    }
}

