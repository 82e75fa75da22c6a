package dev.nango.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks a program's arguments. No message repeats a value, which may be a secret. */
public final class Arguments {
    private static final Duration LONGEST = Duration.ofMillis(Long.MAX_VALUE);

    private Arguments() {}

    /** Text that C takes whole: a string cut at U+0000 would name another connection. */
    public static String text(String name, String value) {
        if (value == null) {
            throw Errors.invalid(name + " is null: pass a string");
        }
        if (value.indexOf(0) >= 0) {
            throw Errors.invalid(name + " contains U+0000, which cannot be sent: remove it");
        }
        wholePairs(name, value);
        return value;
    }

    /** Refuses half of a surrogate pair, which is no text in UTF-8. */
    public static String wholePairs(String name, String value) {
        if (value == null) {
            throw Errors.invalid(name + " is null: pass a string, or leave it out");
        }
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            if (Character.isHighSurrogate(unit) && i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                throw Errors.invalid(
                        name + " contains a lone surrogate, which is not text: decode it with the right charset");
            }
        }
        return value;
    }

    /** An object that a call cannot do without. */
    public static <T> T given(String name, T value) {
        if (value == null) {
            throw Errors.invalid(name + " is null: pass a value");
        }
        return value;
    }

    /** A copy of a list of strings. */
    public static List<String> list(String name, List<String> values) {
        List<String> copy = new ArrayList<>(notNull(name, values));
        copy.forEach(value -> wholePairs("an item of " + name, value));
        return Collections.unmodifiableList(copy);
    }

    /** A copy of a map of strings. */
    public static Map<String, String> map(String name, Map<String, String> values) {
        Map<String, String> copy = new LinkedHashMap<>(notNull(name, values));
        copy.forEach((key, value) -> {
            wholePairs("a key of " + name, key);
            wholePairs("a value of " + name, value);
        });
        return Collections.unmodifiableMap(copy);
    }

    private static <T> T notNull(String name, T value) {
        if (value == null) {
            throw Errors.invalid(name + " is null: pass a value, or leave it out");
        }
        return value;
    }

    /** Milliseconds, rounded up so that a short time is not 0; at most the longest that C has. */
    public static long milliseconds(String name, Duration time) {
        if (time == null) {
            throw Errors.invalid(name + " is null: pass a Duration");
        }
        if (time.isNegative()) {
            throw Errors.invalid(name + " is negative: pass 0 or more");
        }
        if (time.compareTo(LONGEST) >= 0) {
            return Long.MAX_VALUE;
        }
        long whole = time.toMillis();
        return Duration.ofMillis(whole).equals(time) ? whole : whole + 1;
    }

    public static long notNegative(String name, long number) {
        if (number < 0) {
            throw Errors.invalid(name + " is negative: pass 0 or more");
        }
        return number;
    }
}
