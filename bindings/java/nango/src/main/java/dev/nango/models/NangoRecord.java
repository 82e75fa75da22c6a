// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.util.Optional;

/** A record. Immutable. */
public final class NangoRecord {
    private final transient JsonValue json;
    private final transient JsonValue id;
    private final transient RecordMetadata metadata;

    private NangoRecord(Fields fields) {
        json = fields.json();
        id = fields.get("id", Kind.JSON, null);
        metadata = fields.get("_nango_metadata", RecordMetadata::read, null);
    }

    /** For the library. */
    public static NangoRecord read(JsonValue json) {
        return new NangoRecord(new Fields(json));
    }

    /**
     * Makes one of what {@code data()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static NangoRecord of(JsonValue json) {
        return Fields.decoded(json, NangoRecord::read);
    }

    /** The id that the sync gave it: a string or a number. */
    public Optional<JsonValue> id() {
        return Optional.ofNullable(id);
    }

    /** What Nango knows about it. */
    public Optional<RecordMetadata> metadata() {
        return Optional.ofNullable(metadata);
    }

    /** The whole record as sent. A pruned one has only its id and _nango_metadata. */
    public JsonValue data() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NangoRecord && ((NangoRecord) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "NangoRecord",
                "id",
id,
                "metadata",
metadata);
    }
}

