package dev.nango.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The headers of a response. */
public final class Headers {
    private final Map<String, List<String>> values = new TreeMap<>(Headers::compare);

    Headers(long response) {
        Library library = Loaded.library();
        long count = library.nango_response_header_count(response);
        for (long i = 0; i < count; i++) {
            String name = library.nango_response_header_name(response, i);
            values.computeIfAbsent(name, first -> new ArrayList<>(1)).add(library.nango_response_header_value(response, i));
        }
        values.replaceAll((name, several) -> Collections.unmodifiableList(several));
    }

    /** Compares letters of ASCII alone in whatever case: a Kelvin sign is no k. */
    private static int compare(String one, String other) {
        int common = Math.min(one.length(), other.length());
        for (int i = 0; i < common; i++) {
            int difference = lower(one.charAt(i)) - lower(other.charAt(i));
            if (difference != 0) {
                return difference;
            }
        }
        return one.length() - other.length();
    }

    private static char lower(char letter) {
        return letter >= 'A' && letter <= 'Z' ? (char) (letter + ('a' - 'A')) : letter;
    }

    /** By names in whatever case. */
    public Map<String, List<String>> map() {
        return Collections.unmodifiableMap(values);
    }
}
