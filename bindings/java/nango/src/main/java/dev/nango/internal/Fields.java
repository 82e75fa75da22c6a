package dev.nango.internal;

import dev.nango.DecodeException;
import dev.nango.ErrorDetails;
import dev.nango.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The members of an object that a model is read from, and how models print themselves. */
public final class Fields {
    private final JsonValue json;

    public Fields(JsonValue json) {
        this.json = Kind.OBJECT.read(json);
    }

    /** A model of JSON that a program has. */
    public static <T> T decoded(JsonValue json, Kind<T> kind) {
        try {
            return kind.read(json);
        } catch (Mismatch mismatch) {
            throw new DecodeException(ErrorDetails.builder(
                            "the JSON is not as Nango's API describes it: " + mismatch.problem() + ": update libnango")
                    .build());
        }
    }

    public JsonValue json() {
        return json;
    }

    /** A member; the other value if it is not there, or null. */
    public <T> T get(String name, Kind<T> kind, T absent) {
        JsonValue sent = json.get(name).orElse(null);
        return sent == null || sent.isNull() ? absent : Kind.at(name, kind, sent);
    }

    /** The members that have other names than these. */
    public static Map<String, JsonValue> unknown(JsonValue json, String... known) {
        Map<String, JsonValue> unknown = new LinkedHashMap<>(json.members());
        unknown.keySet().removeAll(Arrays.asList(known));
        return Collections.unmodifiableMap(unknown);
    }

    /** How a value prints itself: names and values by turns, without those that are null. */
    public static String shown(String name, Object... pairs) {
        StringBuilder text = new StringBuilder(name).append('(');
        String separator = "";
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                text.append(separator).append(pairs[i]).append('=').append(pairs[i + 1]);
                separator = ", ";
            }
        }
        return text.append(')').toString();
    }

    /** What stands for a value that is not printed. */
    public static Object hidden(Object value) {
        return value == null ? null : "[redacted]";
    }
}
