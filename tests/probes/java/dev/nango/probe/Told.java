package dev.nango.probe;

import dev.nango.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A driver's request to the probe: see ../../../../../README.md. */
final class Told {
    private final JsonValue json;

    Told(JsonValue json) {
        this.json = json;
    }

    Optional<JsonValue> member(String name) {
        return json.get(name).filter(value -> !value.isNull());
    }

    Told inside(String name) {
        return new Told(member(name).orElseThrow());
    }

    Optional<String> text(String name) {
        return member(name).map(value -> value.asString().orElseThrow());
    }

    String required(String name) {
        return text(name).orElseThrow();
    }

    OptionalLong number(String name) {
        return member(name).map(JsonValue::asLong).orElse(OptionalLong.empty());
    }

    boolean flag(String name) {
        return member(name).flatMap(JsonValue::asBoolean).orElse(false);
    }

    /** Pairs, or other items. */
    List<JsonValue> items(String name) {
        return member(name).map(JsonValue::items).orElse(List.of());
    }
}
