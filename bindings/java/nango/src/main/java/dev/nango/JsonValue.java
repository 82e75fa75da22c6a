package dev.nango;

import dev.nango.internal.JsonReader;
import dev.nango.internal.JsonWriter;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A JSON value: an object, an array, a string, a number, a boolean or null. Immutable.
 *
 * <pre>{@code
 * Optional<String> login = record.data().get("author").flatMap(author -> author.get("login")).flatMap(JsonValue::asString);
 * }</pre>
 *
 * <p>It may be a customer's data: {@link #toString} shows only its type, and {@link #json} gives all of it.
 */
public final class JsonValue {
    /** What a value is. */
    public enum Type {
        /** Members by their names. */
        OBJECT,
        /** Items in their order. */
        ARRAY,
        /** Text. */
        STRING,
        /** A number of any size. */
        NUMBER,
        /** true or false. */
        BOOLEAN,
        /** null, which is a value. */
        NULL
    }

    // Transient, as all values that must not reach a serializer that reads fields.
    private final transient String source;
    private final transient int begin;
    private final transient int end;
    private final transient Type type;
    private final transient Map<String, JsonValue> members;
    private final transient List<JsonValue> items;

    /** For the reader: a part of a text, and what is inside. */
    private JsonValue(String source, int begin, int end, Type type, Map<String, JsonValue> members, List<JsonValue> items) {
        this.source = source;
        this.begin = begin;
        this.end = end;
        this.type = type;
        this.members = members;
        this.items = items;
    }

    /**
     * Reads JSON text, with a byte order mark before it or without.
     *
     * @throws InvalidArgumentException it is not JSON
     */
    public static JsonValue parse(String json) {
        return JsonReader.read(json, JsonValue::new);
    }

    /**
     * Makes a value of a Map with strings as keys, an Iterable, an array, a String, a Number, a Boolean, null, or a JsonValue.
     *
     * @throws InvalidArgumentException it has something else in it
     */
    public static JsonValue of(Object value) {
        return value instanceof JsonValue ? (JsonValue) value : parse(JsonWriter.write(value));
    }

    /** What it is. */
    public Type type() {
        return type;
    }

    /** Whether it is null, which is a value. */
    public boolean isNull() {
        return type == Type.NULL;
    }

    /** The text of a string; empty for anything else, and for a string with half of a surrogate pair, which is no text. */
    public Optional<String> asString() {
        return type == Type.STRING ? Optional.ofNullable(JsonReader.text(source, begin, end)) : Optional.empty();
    }

    /** A number without fraction and exponent; empty for any other, for one that a long does not hold, and for anything else. */
    public OptionalLong asLong() {
        if (type == Type.NUMBER) {
            try {
                return OptionalLong.of(Long.parseLong(source, begin, end, 10));
            } catch (NumberFormatException isOther) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.empty();
    }

    /** The double that is nearest to a number; empty for one beyond the largest, and for anything else. */
    public OptionalDouble asDouble() {
        if (type == Type.NUMBER) {
            double number = Double.parseDouble(json());
            return Double.isInfinite(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
        }
        return OptionalDouble.empty();
    }

    /** A boolean; empty for anything else. */
    public Optional<Boolean> asBoolean() {
        return type == Type.BOOLEAN ? Optional.of(source.charAt(begin) == 't') : Optional.empty();
    }

    /** The member of an object with this name; of several, the last. Empty if there is none, and for anything else. */
    public Optional<JsonValue> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** The members of an object in their order; empty for anything else. */
    public Map<String, JsonValue> members() {
        return members;
    }

    /** The items of an array; empty for anything else. */
    public List<JsonValue> items() {
        return items;
    }

    /** The text as it was sent, without space around it. */
    public String json() {
        return source.substring(begin, end);
    }

    /**
     * The same as Java has it: a Map, a List, a String, a Long, a BigDecimal, a Boolean or null.
     *
     * <p>Half of a surrogate pair in a string becomes U+FFFD.
     */
    public Object toObject() {
        switch (type) {
            case OBJECT:
                Map<String, Object> map = new LinkedHashMap<>();
                members.forEach((name, member) -> map.put(name, member.toObject()));
                return Collections.unmodifiableMap(map);
            case ARRAY:
                List<Object> list = new ArrayList<>();
                items.forEach(item -> list.add(item.toObject()));
                return Collections.unmodifiableList(list);
            case STRING:
                return JsonReader.lenientText(source, begin, end);
            case NUMBER:
                OptionalLong whole = asLong();
                return whole.isPresent() ? (Object) whole.getAsLong() : new BigDecimal(json());
            case BOOLEAN:
                return source.charAt(begin) == 't';
            default:
                return null;
        }
    }

    /** Whether both are the same text. */
    @Override
    public boolean equals(Object other) {
        return other instanceof JsonValue && ((JsonValue) other).json().equals(json());
    }

    @Override
    public int hashCode() {
        return json().hashCode();
    }

    /** Only its type: it may be a customer's data. */
    @Override
    public String toString() {
        return "JsonValue(" + type + ")";
    }
}
