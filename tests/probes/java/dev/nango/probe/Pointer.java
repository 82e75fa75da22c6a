package dev.nango.probe;

import dev.nango.JsonValue;

/** Look-ups by JSON pointer (RFC 6901), which a Java program makes with {@code get} and {@code items}. */
final class Pointer {
    private Pointer() {}

    /** The value that a pointer names; null if there is none. */
    static JsonValue find(JsonValue document, String pointer) {
        if (pointer.isEmpty()) {
            return document;
        }
        if (pointer.charAt(0) != '/' || pointer.matches("(?s).*~([^01].*|$)")) {
            return null;
        }
        JsonValue value = document;
        for (String token : pointer.substring(1).split("/", -1)) {
            value = child(value, token.replace("~1", "/").replace("~0", "~"));
            if (value == null) {
                return null;
            }
        }
        return value;
    }

    private static JsonValue child(JsonValue value, String token) {
        if (value.type() == JsonValue.Type.OBJECT) {
            return value.get(token).orElse(null);
        }
        boolean isIndex = token.matches("0|[1-9][0-9]{0,8}");
        return isIndex && Integer.parseInt(token) < value.items().size()
                ? value.items().get(Integer.parseInt(token))
                : null;
    }

    static String text(JsonValue document, String pointer) {
        JsonValue found = find(document, pointer);
        String text = found == null ? null : found.asString().orElse(null);
        return text != null && text.indexOf(0) >= 0 ? null : text;
    }

    static String json(JsonValue document, String pointer) {
        JsonValue found = find(document, pointer);
        return found == null ? null : found.json();
    }
}
