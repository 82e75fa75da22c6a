package dev.nango;

import dev.nango.internal.Arguments;
import dev.nango.internal.JsonWriter;
import dev.nango.internal.Request;
import java.util.ArrayList;
import java.util.List;

/** A request to Nango's own API that a program puts together by itself: for what is newer than this package. */
public final class ApiRequest {
    private final String method;
    private final String path;
    private final transient List<String[]> pathParameters;
    private final transient List<String[]> query;
    private final transient List<String[]> headers;
    private final transient String json;
    private final boolean isRepeatable;

    private ApiRequest(Builder builder) {
        method = builder.method;
        path = builder.path;
        pathParameters = List.copyOf(builder.pathParameters);
        query = List.copyOf(builder.query);
        headers = List.copyOf(builder.headers);
        json = builder.json;
        isRepeatable = builder.isRepeatable;
    }

    /**
     * A request.
     *
     * @param method such as "GET"
     * @param path such as "/connections/{connectionId}", where a name in braces stands for one segment
     */
    public static Builder builder(String method, String path) {
        return new Builder(method, path);
    }

    Request toRequest() {
        Request request = new Request(method, path);
        pathParameters.forEach(pair -> request.path(pair[0], pair[0], pair[1]));
        query.forEach(pair -> request.query(pair[0], "value in the query", pair[1]));
        headers.forEach(pair -> request.header(pair[0], "header value", pair[1]));
        if (json != null) {
            request.json(json);
        }
        return isRepeatable ? request.repeatable() : request;
    }

    /** Only the method and the path, without its values. */
    @Override
    public String toString() {
        return "ApiRequest(" + method + " " + path + ")";
    }

    /** Sets the parts of a request one by one. */
    public static final class Builder {
        private final String method;
        private final String path;
        private final transient List<String[]> pathParameters = new ArrayList<>();
        private final transient List<String[]> query = new ArrayList<>();
        private final transient List<String[]> headers = new ArrayList<>();
        private transient String json;
        private boolean isRepeatable;

        private Builder(String method, String path) {
            this.method = Arguments.text("method", method);
            this.path = Arguments.text("path", path);
        }

        private static String[] pair(String what, String name, String value) {
            return new String[] {Arguments.text(what + " name", name), Arguments.text(what + " value", value)};
        }

        /** The value of a name in braces in the path, which is encoded. */
        public Builder pathParameter(String name, String value) {
            pathParameters.add(pair("path parameter", name, value));
            return this;
        }

        /** Adds a parameter to the query. */
        public Builder query(String name, String value) {
            query.add(pair("query", name, value));
            return this;
        }

        /** Adds a header. */
        public Builder header(String name, String value) {
            headers.add(pair("header", name, value));
            return this;
        }

        /** The body: what {@link JsonValue#of} takes. */
        public Builder json(Object value) {
            json = JsonWriter.write(value);
            return this;
        }

        /** Says that sending it twice is as good as once, so that the library may repeat it. Default: by its method. */
        public Builder repeatable(boolean on) {
            isRepeatable = on;
            return this;
        }

        /** The request. */
        public ApiRequest build() {
            return new ApiRequest(this);
        }
    }
}
