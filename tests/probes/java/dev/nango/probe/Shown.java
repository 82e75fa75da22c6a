package dev.nango.probe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/** What accessors give, as JSON. */
final class Shown {
    private Shown() {}

    /** A value that may be an Optional. */
    @SuppressWarnings("unchecked")
    static <T> Object value(Object given, Function<T, Object> show) {
        Object value = given;
        if (given instanceof Optional) {
            value = ((Optional<?>) given).orElse(null);
        } else if (given instanceof OptionalLong) {
            OptionalLong number = (OptionalLong) given;
            value = number.isPresent() ? (Object) number.getAsLong() : null;
        } else if (given instanceof OptionalDouble) {
            OptionalDouble number = (OptionalDouble) given;
            value = number.isPresent() ? (Object) number.getAsDouble() : null;
        }
        return value == null ? null : show.apply((T) value);
    }

    /** A time as the seconds since 1970 and the nanoseconds, anything else as it is. */
    static Object plain(Object value) {
        return value instanceof Instant ? moment((Instant) value) : value;
    }

    static List<Long> moment(Instant moment) {
        return List.of(moment.getEpochSecond(), (long) moment.getNano());
    }

    static <T> Function<List<T>, Object> listOf(Function<T, Object> show) {
        return list -> all(list, show);
    }

    static <T> Function<Map<String, T>, Object> mapOf(Function<T, Object> show) {
        return map -> {
            Map<String, Object> shown = new LinkedHashMap<>();
            map.forEach((name, value) -> shown.put(name, show.apply(value)));
            return shown;
        };
    }

    static <T> List<Object> all(Iterable<T> values, Function<T, Object> show) {
        List<Object> shown = new ArrayList<>();
        values.forEach(value -> shown.add(show.apply(value)));
        return shown;
    }
}
