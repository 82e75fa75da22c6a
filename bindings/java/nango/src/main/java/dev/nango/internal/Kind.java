package dev.nango.internal;

import dev.nango.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One kind of values that Nango sends: how it is read. */
@FunctionalInterface
public interface Kind<T> {
    /**
     * Reads a value.
     *
     * @throws Mismatch it is of another kind
     */
    T read(JsonValue sent);

    Kind<String> TEXT = sent -> sent.asString().orElseThrow(() -> new Mismatch("a string"));
    Kind<Long> INTEGER = sent -> {
        if (sent.asLong().isEmpty()) {
            throw new Mismatch("an integer");
        }
        return sent.asLong().getAsLong();
    };
    Kind<Double> NUMBER = sent -> {
        if (sent.asDouble().isEmpty()) {
            throw new Mismatch("a number");
        }
        return sent.asDouble().getAsDouble();
    };
    Kind<Boolean> BOOLEAN = sent -> sent.asBoolean().orElseThrow(() -> new Mismatch("a boolean"));
    Kind<Instant> TIMESTAMP = sent -> {
        Instant moment = Times.parse(sent.asString().orElse(null));
        if (moment == null) {
            throw new Mismatch("an RFC 3339 time");
        }
        return moment;
    };
    Kind<JsonValue> JSON = sent -> sent;
    Kind<JsonValue> OBJECT = sent -> {
        if (sent.type() != JsonValue.Type.OBJECT) {
            throw new Mismatch("an object");
        }
        return sent;
    };
    /** Of what gives no result. */
    Kind<Void> NOTHING = sent -> null;

    static <T> Kind<List<T>> listOf(Kind<T> item) {
        return sent -> {
            if (sent.type() != JsonValue.Type.ARRAY) {
                throw new Mismatch("an array");
            }
            List<T> items = new ArrayList<>(sent.items().size());
            for (JsonValue each : sent.items()) {
                items.add(at(items.size(), item, each));
            }
            return Collections.unmodifiableList(items);
        };
    }

    static <T> Kind<Map<String, T>> mapOf(Kind<T> value) {
        return sent -> {
            Map<String, T> members = new LinkedHashMap<>();
            OBJECT.read(sent).members().forEach((name, member) -> members.put(name, at(name, value, member)));
            return Collections.unmodifiableMap(members);
        };
    }

    /** The same, with a type for the compiler. */
    static <T> Kind<T> of(Kind<T> kind) {
        return kind;
    }

    /** What is inside of an object or array: names and indices lead there. */
    default Kind<T> in(String... steps) {
        Kind<T> behind = this;
        for (int i = steps.length - 1; i >= 0; i--) {
            behind = inside(steps[i], behind);
        }
        return behind;
    }

    private static <T> Kind<T> inside(String step, Kind<T> behind) {
        return sent -> {
            JsonValue found = sent.get(step).orElse(null);
            if (sent.type() == JsonValue.Type.ARRAY) {
                int index = Integer.parseInt(step);
                found = index < sent.items().size() ? sent.items().get(index) : null;
            }
            if (found == null) {
                throw new Mismatch("there").at(step);
            }
            return at(step, behind, found);
        };
    }

    static <T> T at(Object step, Kind<T> kind, JsonValue sent) {
        try {
            return kind.read(sent);
        } catch (Mismatch mismatch) {
            throw mismatch.at(step);
        }
    }
}
