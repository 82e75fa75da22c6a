package dev.nango.internal;

import dev.nango.InvalidArgumentException;
import dev.nango.JsonValue;
import dev.nango.JsonValue.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON (RFC 8259). */
public final class JsonReader {
    private static final int DEEPEST = 512;

    private final String source;
    private final Maker maker;
    private int at;
    private int depth;

    /** Makes a value. */
    public interface Maker {
        /** Of a part of a text. */
        JsonValue make(String source, int begin, int end, Type type, Map<String, JsonValue> members, List<JsonValue> items);
    }

    private JsonReader(String source, Maker maker) {
        this.source = source;
        this.maker = maker;
    }

    public static JsonValue read(String json, Maker maker) {
        JsonReader reader = new JsonReader(json, maker);
        // Some servers send a byte order mark before the text.
        reader.takesNow('\ufeff');
        reader.space();
        JsonValue value = reader.value();
        reader.space();
        if (reader.at < json.length()) {
            throw reader.wrong();
        }
        return value;
    }

    /** Reads a text that the library has read too, so that it is no argument of the program that is wrong. */
    static JsonValue readSent(String json) {
        try {
            return JsonValue.parse(json);
        } catch (InvalidArgumentException wrong) {
            throw new Mismatch("JSON that this package reads");
        }
    }

    private RuntimeException wrong() {
        return Errors.invalid("the text is not JSON: see character " + (at + 1) + " of " + source.length());
    }

    private char peek() {
        if (at >= source.length()) {
            throw wrong();
        }
        return source.charAt(at);
    }

    private void space() {
        while (at < source.length()) {
            char now = source.charAt(at);
            if (now != ' ' && now != '\n' && now != '\t' && now != '\r') {
                return;
            }
            at++;
        }
    }

    private JsonValue value() {
        int begin = at;
        switch (peek()) {
            case '{':
                return object();
            case '[':
                return array();
            case '"':
                string();
                return leaf(begin, Type.STRING);
            case 't':
                word("true");
                return leaf(begin, Type.BOOLEAN);
            case 'f':
                word("false");
                return leaf(begin, Type.BOOLEAN);
            case 'n':
                word("null");
                return leaf(begin, Type.NULL);
            default:
                number();
                return leaf(begin, Type.NUMBER);
        }
    }

    private JsonValue leaf(int begin, Type type) {
        return maker.make(source, begin, at, type, Collections.emptyMap(), Collections.emptyList());
    }

    private JsonValue object() {
        int begin = at;
        enter();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        space();
        if (peek() != '}') {
            do {
                space();
                int name = at;
                if (peek() != '"') {
                    throw wrong();
                }
                string();
                int nameEnd = at;
                space();
                expect(':');
                space();
                JsonValue member = value();
                space();
                // A name with half of a surrogate pair is no text, so nobody can ask for it.
                String text = text(source, name, nameEnd);
                if (text != null) {
                    members.put(text, member);
                }
            } while (takes(','));
        }
        expect('}');
        depth--;
        return maker.make(source, begin, at, Type.OBJECT, Collections.unmodifiableMap(members), Collections.emptyList());
    }

    private JsonValue array() {
        int begin = at;
        enter();
        List<JsonValue> items = new ArrayList<>();
        space();
        if (peek() != ']') {
            do {
                space();
                items.add(value());
                space();
            } while (takes(','));
        }
        expect(']');
        depth--;
        return maker.make(source, begin, at, Type.ARRAY, Collections.emptyMap(), Collections.unmodifiableList(items));
    }

    private void enter() {
        at++;
        if (++depth > DEEPEST) {
            throw Errors.invalid("the JSON is nested more than " + DEEPEST + " deep");
        }
    }

    private boolean takes(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char wanted) {
        if (!takes(wanted)) {
            throw wrong();
        }
    }

    private void word(String word) {
        if (!source.startsWith(word, at)) {
            throw wrong();
        }
        at += word.length();
    }

    private void string() {
        at++;
        while (peek() != '"') {
            char now = source.charAt(at++);
            if (now < ' ') {
                throw wrong();
            }
            if (now == '\\') {
                escape();
            }
        }
        at++;
    }

    private void escape() {
        char kind = peek();
        at++;
        if (kind == 'u') {
            for (int i = 0; i < 4; i++) {
                if (Character.digit(peek(), 16) < 0 || peek() > 'f') {
                    throw wrong();
                }
                at++;
            }
        } else if ("\"\\/bfnrt".indexOf(kind) < 0) {
            throw wrong();
        }
    }

    private void number() {
        takesNow('-');
        if (!takesNow('0')) {
            digits();
        }
        if (takesNow('.')) {
            digits();
        }
        if (takesNow('e') || takesNow('E')) {
            if (!takesNow('+')) {
                takesNow('-');
            }
            digits();
        }
    }

    private boolean takesNow(char wanted) {
        return at < source.length() && takes(wanted);
    }

    private void digits() {
        int begin = at;
        while (at < source.length() && source.charAt(at) >= '0' && source.charAt(at) <= '9') {
            at++;
        }
        if (at == begin) {
            throw wrong();
        }
    }

    /** The text of a string in quotes; null if it has half of a surrogate pair. */
    public static String text(String source, int begin, int end) {
        String text = unescaped(source, begin, end);
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isHighSurrogate(unit) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                return null;
            }
        }
        return text;
    }

    /** The same, with U+FFFD in place of each such half. */
    public static String lenientText(String source, int begin, int end) {
        StringBuilder text = new StringBuilder(unescaped(source, begin, end));
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isHighSurrogate(unit) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                text.setCharAt(i, '\ufffd');
            }
        }
        return text.toString();
    }

    private static String unescaped(String source, int begin, int end) {
        int first = source.indexOf('\\', begin);
        if (first < 0 || first >= end) {
            return source.substring(begin + 1, end - 1);
        }
        StringBuilder text = new StringBuilder(end - begin);
        text.append(source, begin + 1, first);
        for (int i = first; i < end - 1; i++) {
            char unit = source.charAt(i);
            if (unit != '\\') {
                text.append(unit);
                continue;
            }
            char kind = source.charAt(++i);
            int plain = "bfnrt".indexOf(kind);
            if (kind == 'u') {
                text.append((char) Integer.parseInt(source, i + 1, i + 5, 16));
                i += 4;
            } else {
                text.append(plain < 0 ? kind : "\b\f\n\r\t".charAt(plain));
            }
        }
        return text.toString();
    }
}
