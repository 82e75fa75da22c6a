package dev.nango;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Nango found wrong with one field of a request: see {@link NangoException#findings}.
 *
 * <p>Printing it shows no message, since that may quote what was sent, and a path only if it consists of names and indices.
 */
public final class Finding {
    /** What is no data of a customer's: names and indices. */
    private static final Pattern PLAIN = Pattern.compile("(?:(?:[A-Za-z_-]{0,48}|[0-9]{1,4})(?:\\.|$))*");

    private final transient String path;
    private final transient String message;
    private final transient String code;

    private Finding(JsonValue found) {
        path = found.get("path").map(JsonValue::items).orElse(List.of()).stream()
                .flatMap(step -> step(step).stream())
                .collect(Collectors.joining("."));
        message = text(found, "message");
        code = text(found, "code");
    }

    /** All that the body of an error has. */
    static List<Finding> all(Optional<JsonValue> details) {
        return details.flatMap(body -> body.get("error"))
                .flatMap(error -> error.get("errors"))
                .map(JsonValue::items)
                .orElse(List.of())
                .stream()
                .map(Finding::new)
                .collect(Collectors.toUnmodifiableList());
    }

    /** The field, such as "credentials.type" or "connection_id.0"; "" for the request as a whole. */
    public String path() {
        return path;
    }

    /** What is wrong with it, for people. May quote what was sent: do not log it by default. */
    public String message() {
        return message;
    }

    /** The code of the finding, such as "invalid_type". */
    public String code() {
        return code;
    }

    /** Path and code, but not the message. */
    @Override
    public String toString() {
        return "Finding(path=" + shown(path) + ", code=" + shown(code) + ")";
    }

    private static Optional<String> step(JsonValue step) {
        return step.type() == JsonValue.Type.NUMBER ? Optional.of(step.json()) : step.asString();
    }

    private static String text(JsonValue found, String name) {
        return found.get(name).flatMap(JsonValue::asString).orElse("");
    }

    private static String shown(String text) {
        return PLAIN.matcher(text).matches() ? text : "[hidden]";
    }
}
