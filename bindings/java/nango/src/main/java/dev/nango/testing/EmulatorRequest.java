package dev.nango.testing;

import dev.nango.JsonValue;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A request that the emulator has received. */
public final class EmulatorRequest {
    private final String method;
    private final String target;
    private final OptionalInt status;

    EmulatorRequest(JsonValue sent) {
        method = sent.get("method").flatMap(JsonValue::asString).orElse("");
        target = sent.get("target").flatMap(JsonValue::asString).orElse("");
        OptionalLong number = sent.get("status").map(JsonValue::asLong).orElse(OptionalLong.empty());
        status = number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }

    /** The method, such as "GET". */
    public String method() {
        return method;
    }

    /** The path and the query, as sent. */
    public String target() {
        return target;
    }

    /** The status of the response; empty while there is none. */
    public OptionalInt status() {
        return status;
    }

    @Override
    public String toString() {
        return method + " " + target + " " + (status.isPresent() ? status.getAsInt() : "(no response yet)");
    }
}
