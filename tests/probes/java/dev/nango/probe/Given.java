package dev.nango.probe;

import dev.nango.JsonValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The arguments of an operation, by the names of the description. */
final class Given {
    private final Map<String, JsonValue> left;

    Given(JsonValue arguments) {
        left = new LinkedHashMap<>(arguments.members());
    }

    /** Passes on an argument that is there, and not null. */
    void take(String name, Consumer<JsonValue> parameter) {
        JsonValue value = left.remove(name);
        if (value != null && !value.isNull()) {
            parameter.accept(value);
        }
    }

    /** The same of any JSON, of which null is a value. */
    void takeJson(String name, Consumer<JsonValue> parameter) {
        JsonValue value = left.remove(name);
        if (value != null) {
            parameter.accept(value);
        }
    }

    /** Ends the probe if there is an argument that the operation does not have. */
    void refuseRest() {
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("no such arguments: " + left.keySet());
        }
    }

    static String text(JsonValue value) {
        return value.asString().orElseThrow();
    }

    static long integer(JsonValue value) {
        return value.asLong().orElseThrow();
    }

    static boolean bool(JsonValue value) {
        return value.asBoolean().orElseThrow();
    }

    static Instant moment(JsonValue value) {
        return Instant.parse(text(value));
    }

    static List<String> texts(JsonValue value) {
        return value.items().stream().map(Given::text).collect(Collectors.toList());
    }

    static Map<String, String> textsByName(JsonValue value) {
        Map<String, String> texts = new LinkedHashMap<>();
        value.members().forEach((name, member) -> texts.put(name, text(member)));
        return texts;
    }
}
