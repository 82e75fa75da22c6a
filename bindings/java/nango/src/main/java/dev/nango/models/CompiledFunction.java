// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A function that was compiled. Immutable. */
public final class CompiledFunction {
    private final transient JsonValue json;
    private final transient String bundledJs;
    private final transient Long bundleSizeBytes;
    private final transient Instant compiledAt;

    private CompiledFunction(Fields fields) {
        json = fields.json();
        bundledJs = fields.get("bundled_js", Kind.TEXT, "");
        bundleSizeBytes = fields.get("bundle_size_bytes", Kind.INTEGER, 0L);
        compiledAt = fields.get("compiled_at", Kind.TIMESTAMP, null);
    }

    /** For the library. */
    public static CompiledFunction read(JsonValue json) {
        return new CompiledFunction(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static CompiledFunction of(JsonValue json) {
        return Fields.decoded(json, CompiledFunction::read);
    }

    /** The JavaScript. */
    public String bundledJs() {
        return bundledJs;
    }

    /** Its size. */
    public long bundleSizeBytes() {
        return bundleSizeBytes;
    }

    /** When it was compiled. */
    public Optional<Instant> compiledAt() {
        return Optional.ofNullable(compiledAt);
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "bundled_js", "bundle_size_bytes", "compiled_at");
    }

    /** The whole object as sent. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompiledFunction && ((CompiledFunction) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "CompiledFunction",
                "bundledJs",
Fields.hidden(bundledJs),
                "bundleSizeBytes",
bundleSizeBytes,
                "compiledAt",
compiledAt);
    }
}

