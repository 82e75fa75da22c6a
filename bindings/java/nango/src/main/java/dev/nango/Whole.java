package dev.nango;

import dev.nango.internal.Desk;
import dev.nango.internal.Library;
import dev.nango.internal.Loaded;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/**
 * The whole document of a connection. What few programs ask for is read from it when they do: each look into C costs more than
 * most programs need of it.
 */
final class Whole {
    private final transient String json;
    private transient JsonValue data;

    Whole(String json) {
        this.json = json;
    }

    /** An accessor of the library's for a text. */
    interface TextAccessor {
        String get(Library library, long connection);
    }

    /** An accessor of the library's for a number, which gives 0 if there is none. */
    interface NumberAccessor {
        int get(Library library, long connection, long number);
    }

    String json() {
        return json;
    }

    /** The document, parsed once. */
    JsonValue data() {
        JsonValue parsed = data;
        if (parsed == null) {
            // Several threads may each parse it; the results are equal.
            parsed = JsonValue.parse(json);
            data = parsed;
        }
        return parsed;
    }

    Optional<String> text(TextAccessor accessor) {
        return Optional.ofNullable(read(connection -> accessor.get(Loaded.library(), connection)));
    }

    Optional<JsonValue> document(TextAccessor accessor) {
        return text(accessor).map(JsonValue::parse);
    }

    OptionalLong number(NumberAccessor accessor) {
        Desk desk = Desk.take();
        try {
            int isThere = read(connection -> accessor.get(Loaded.library(), connection, desk.numberOut()));
            return isThere == 0 ? OptionalLong.empty() : OptionalLong.of(desk.number());
        } finally {
            desk.giveBack();
        }
    }

    /** What a function reads of the library's connection. */
    <T> T read(LongFunction<T> accessor) {
        Library library = Loaded.library();
        long connection = library.nango_connection_from_json(json, 0);
        try {
            return accessor.apply(connection);
        } finally {
            library.nango_connection_free(connection);
        }
    }
}
