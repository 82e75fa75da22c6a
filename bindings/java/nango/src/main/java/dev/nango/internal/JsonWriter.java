package dev.nango.internal;

import dev.nango.JsonValue;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;

/** Writes JSON. */
public final class JsonWriter {
    private static final int DEEPEST = 512;

    private final StringBuilder out = new StringBuilder();
    private int depth;

    private JsonWriter() {}

    /** The text of a value. No message repeats it: it may be a secret. */
    public static String write(Object value) {
        JsonWriter writer = new JsonWriter();
        writer.put(value);
        return writer.out.toString();
    }

    private void put(Object value) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof JsonValue) {
            out.append(((JsonValue) value).json());
        } else if (value instanceof CharSequence || value instanceof Character) {
            text(value.toString());
        } else if (value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Number) {
            number((Number) value);
        } else if (value instanceof Instant) {
            text(value.toString());
        } else {
            if (++depth > DEEPEST) {
                throw Errors.invalid("a value is nested more than " + DEEPEST + " deep, or has itself inside");
            }
            compound(value);
            depth--;
        }
    }

    private void compound(Object value) {
        if (value instanceof Map) {
            char separator = '{';
            for (Map.Entry<?, ?> member : ((Map<?, ?>) value).entrySet()) {
                if (!(member.getKey() instanceof CharSequence)) {
                    throw Errors.invalid("a Map that is to be JSON has a key that is no string");
                }
                out.append(separator);
                text(member.getKey().toString());
                out.append(':');
                put(member.getValue());
                separator = ',';
            }
            out.append(separator == '{' ? "{}" : "}");
        } else if (value instanceof Iterable) {
            char separator = '[';
            for (Object item : (Iterable<?>) value) {
                out.append(separator);
                put(item);
                separator = ',';
            }
            out.append(separator == '[' ? "[]" : "]");
        } else if (value.getClass().isArray()) {
            out.append('[');
            for (int i = 0; i < Array.getLength(value); i++) {
                out.append(i == 0 ? "" : ",");
                put(Array.get(value, i));
            }
            out.append(']');
        } else {
            throw Errors.invalid("a " + value.getClass().getName() + " cannot be written as JSON: pass a Map, an Iterable, "
                    + "an array, a String, a Number, a Boolean, null, or JsonValue.parse of the text that your library writes");
        }
    }

    private void number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                throw Errors.invalid("JSON has no " + value + ": pass a finite number, or null");
            }
            out.append(number);
        } else if (number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte
                || number instanceof BigInteger
                || number instanceof BigDecimal) {
            out.append(number);
        } else {
            out.append(new BigDecimal(number.toString()));
        }
    }

    private void text(String text) {
        Arguments.wholePairs("a string that is to be JSON", text);
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '"' || unit == '\\') {
                out.append('\\').append(unit);
            } else if (unit < ' ') {
                out.append(String.format("\\u%04x", (int) unit));
            } else {
                out.append(unit);
            }
        }
        out.append('"');
    }
}
