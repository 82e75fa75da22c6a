package dev.nango;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** How a call ended: what {@code onCall} gets. It holds no secret and no id of a customer, so it may label a metric. */
public final class CallSummary {
    private final JsonValue attributes;

    private CallSummary(JsonValue attributes) {
        this.attributes = attributes;
    }

    /** Reads what the library tells of a call. */
    public static CallSummary of(JsonValue attributes) {
        return new CallSummary(attributes);
    }

    private Optional<String> text(String name) {
        return attributes.get(name).flatMap(JsonValue::asString);
    }

    private OptionalInt number(String name) {
        return attributes.get(name).map(value -> OptionalInt.of((int) value.asLong().orElse(0))).orElse(OptionalInt.empty());
    }

    /** "get_connection", "proxy" or "request". */
    public String operation() {
        return text("operation").orElse("");
    }

    /** The HTTP method; empty if nothing was asked for, as where the cache has the connection. */
    public Optional<String> method() {
        return text("method");
    }

    /** The path without its values, such as "connections/{connectionId}"; empty as for the method. */
    public Optional<String> route() {
        return text("route");
    }

    /** From the beginning of the call to its end, pauses between attempts included. */
    public Duration duration() {
        return Duration.ofMillis(number("duration_ms").orElse(0));
    }

    /** How many requests were made; 0 if the cache has the connection, or nothing left the machine. */
    public int attempts() {
        return number("attempts").orElse(0);
    }

    /** The status of the last response, if there was one. */
    public OptionalInt status() {
        return number("status");
    }

    /** What went wrong; empty if nothing did. */
    public Optional<ErrorKind> error() {
        return text("error").map(ErrorKind::named);
    }

    /** What the cache did: "hit", or "waited" for the same request of another call; empty if it did nothing. */
    public Optional<String> cache() {
        return text("cache");
    }

    /** The number of the call in this process, which messages of the log begin with. */
    public long callId() {
        return attributes.get("call_id").map(value -> value.asLong().orElse(0)).orElse(0L);
    }

    /** Nango's own id of the request that failed, if it sent one. */
    public Optional<String> requestId() {
        return text("request_id");
    }

    @Override
    public String toString() {
        return "CallSummary(" + attributes.json() + ")";
    }
}
