package dev.nango.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request to Nango's own API, checked. */
public final class Request {
    /** What a call waits for: the numbers of nango.h. */
    public static final int FOUND = 1;
    public static final int NOT_EMPTY = 2;

    private final String method;
    private final String path;
    /** Names and values by turns. */
    private final transient List<String> pathParameters = new ArrayList<>();
    private final transient List<String> query = new ArrayList<>();
    private final transient List<String> headers = new ArrayList<>();
    private transient StringBuilder members;
    private transient String json;
    private boolean isRepeatable;
    private int until;

    public Request(String method, String path) {
        this.method = Arguments.text("method", method);
        this.path = Arguments.text("path", path);
    }

    public Request path(String wire, String name, String value) {
        return add(pathParameters, wire, name, value);
    }

    public Request query(String wire, String name, String value) {
        return add(query, wire, name, value);
    }

    public Request header(String wire, String name, String value) {
        return add(headers, wire, name, value);
    }

    private Request add(List<String> pairs, String wire, String name, String value) {
        pairs.add(wire);
        pairs.add(Arguments.text(name, value));
        return this;
    }

    /** Several values in one, with commas between them. */
    public Request queryCsv(String wire, String name, List<String> values) {
        for (String value : notEmpty(name, values)) {
            if (Arguments.text("an item of " + name, value).indexOf(',') >= 0) {
                throw Errors.invalid(name + " has an item with a comma, which Nango would take for two items");
            }
        }
        return query(wire, name, String.join(",", values));
    }

    /** Several values, each with the name. */
    public Request queryRepeated(String wire, String name, List<String> values) {
        for (String value : notEmpty(name, values)) {
            query(wire, name, value);
        }
        return this;
    }

    /** Several values, each with a name in brackets. */
    public Request queryBrackets(String wire, String name, Map<String, String> values) {
        // Sorted, as every language sends them.
        refuseEmpty(name, values.isEmpty());
        new TreeMap<>(values).forEach((key, value) -> query(wire + "[" + Arguments.text("a key of " + name, key) + "]", name, value));
        return this;
    }

    private static List<String> notEmpty(String name, List<String> values) {
        refuseEmpty(name, values.isEmpty());
        return values;
    }

    /** Nothing is no filter for Nango, but nothing at all for a program. */
    private static void refuseEmpty(String name, boolean isEmpty) {
        if (isEmpty) {
            throw Errors.invalid(name + " is empty: pass at least one item, or leave it out");
        }
    }

    /** Makes the body an object, which may stay empty. */
    public Request object() {
        members = new StringBuilder();
        return this;
    }

    /** A member of the body. */
    public Request member(String wire, Object value) {
        members.append(members.length() == 0 ? "" : ",").append('"').append(wire).append("\":");
        members.append(JsonWriter.write(value));
        return this;
    }

    /** A member of the body that is JSON already. */
    public Request memberJson(String wire, String text) {
        members.append(members.length() == 0 ? "" : ",").append('"').append(wire).append("\":").append(text);
        return this;
    }

    /** The whole body. */
    public Request json(String text) {
        json = text;
        return this;
    }

    /** Sending it twice is as good as once. */
    public Request repeatable() {
        isRepeatable = true;
        return this;
    }

    /** The call is repeated until its response has something. */
    public Request until(int what) {
        until = what;
        return this;
    }

    public int until() {
        return until;
    }

    /** A time as Nango takes it. */
    public static String timestamp(Instant moment) {
        return moment.toString();
    }

    /** What must be there. */
    public static <T> T required(String name, T value) {
        if (value == null) {
            throw Errors.invalid(name + " is missing: set it");
        }
        return value;
    }

    /** The library's request, which the caller frees. */
    long handOver() {
        Library library = Loaded.library();
        long request = library.nango_request_new(method, path);
        for (int i = 0; i < pathParameters.size(); i += 2) {
            library.nango_request_set_path_parameter(request, pathParameters.get(i), pathParameters.get(i + 1));
        }
        for (int i = 0; i < query.size(); i += 2) {
            library.nango_request_add_query(request, query.get(i), query.get(i + 1));
        }
        for (int i = 0; i < headers.size(); i += 2) {
            library.nango_request_add_header(request, headers.get(i), headers.get(i + 1));
        }
        if (members != null) {
            library.nango_request_set_json(request, "{" + members + "}");
        } else if (json != null) {
            library.nango_request_set_json(request, json);
        }
        if (isRepeatable) {
            library.nango_request_set_repeatable(request, 1);
        }
        return request;
    }

    /** Only the method and the path, without its values. */
    @Override
    public String toString() {
        return "Request(" + method + " " + path + ")";
    }
}
