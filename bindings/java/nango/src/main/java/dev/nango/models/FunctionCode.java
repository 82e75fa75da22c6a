// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.util.Map;

/** The code of a function. Immutable. */
public final class FunctionCode {
    private final transient JsonValue json;
    private final transient String type;
    private final transient String code;

    private FunctionCode(Fields fields) {
        json = fields.json();
        type = fields.get("type", Kind.TEXT, "");
        code = fields.get("code", Kind.TEXT, "");
    }

    /** For the library. */
    public static FunctionCode read(JsonValue json) {
        return new FunctionCode(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static FunctionCode of(JsonValue json) {
        return Fields.decoded(json, FunctionCode::read);
    }

    /** Its type: "sync", "action" or "on-event". */
    public String type() {
        return type;
    }

    /** The code, in TypeScript. */
    public String code() {
        return code;
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "type", "code");
    }

    /** The whole object as sent. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FunctionCode && ((FunctionCode) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "FunctionCode",
                "type",
type,
                "code",
Fields.hidden(code));
    }
}

