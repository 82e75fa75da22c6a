// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.util.Map;

/** A variant of a sync. Immutable. */
public final class SyncVariant {
    private final transient JsonValue json;
    private final transient String id;
    private final transient String name;
    private final transient String variant;

    private SyncVariant(Fields fields) {
        json = fields.json();
        id = fields.get("id", Kind.TEXT, "");
        name = fields.get("name", Kind.TEXT, "");
        variant = fields.get("variant", Kind.TEXT, "");
    }

    /** For the library. */
    public static SyncVariant read(JsonValue json) {
        return new SyncVariant(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static SyncVariant of(JsonValue json) {
        return Fields.decoded(json, SyncVariant::read);
    }

    /** The id of the sync: a UUID. */
    public String id() {
        return id;
    }

    /** The name of the sync. */
    public String name() {
        return name;
    }

    /** The name of the variant. */
    public String variant() {
        return variant;
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "id", "name", "variant");
    }

    /** The whole object as sent. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SyncVariant && ((SyncVariant) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields. */
    @Override
    public String toString() {
        return Fields.shown(
                "SyncVariant",
                "id",
id,
                "name",
name,
                "variant",
variant);
    }
}

