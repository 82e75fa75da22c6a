// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.util.Map;

/** How often a sync runs. Immutable. */
public final class SyncFrequency {
    private final transient JsonValue json;
    private final transient String frequency;

    private SyncFrequency(Fields fields) {
        json = fields.json();
        frequency = fields.get("frequency", Kind.TEXT, "");
    }

    /** For the library. */
    public static SyncFrequency read(JsonValue json) {
        return new SyncFrequency(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static SyncFrequency of(JsonValue json) {
        return Fields.decoded(json, SyncFrequency::read);
    }

    /** The interval, as Nango shortens it: "2h". */
    public String frequency() {
        return frequency;
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "frequency");
    }

    /** The whole object as sent. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SyncFrequency && ((SyncFrequency) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields. */
    @Override
    public String toString() {
        return Fields.shown(
                "SyncFrequency",
                "frequency",
frequency);
    }
}

