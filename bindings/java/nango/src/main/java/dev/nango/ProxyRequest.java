package dev.nango;

import dev.nango.internal.Arguments;
import dev.nango.internal.JsonWriter;
import dev.nango.internal.ProxyBody;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A request to an external API, for {@link NangoClient#proxy}.
 *
 * <pre>{@code
 * ProxyRequest request = ProxyRequest.post("/user/repos").json(Map.of("name", "a-repository")).build();
 * }</pre>
 */
public final class ProxyRequest {
    private final String method;
    private final String endpoint;
    private final transient List<String> query;
    private final transient List<String> headers;
    private final transient ProxyBody body;
    private final String baseUrlOverride;
    private final Integer retries;
    private final int[] retryOn;
    private final boolean isDecompress;
    private final boolean isNangoParsesBody;
    private final boolean isForwardHeadersOnRedirect;
    private final Long idleTimeoutMs;

    private ProxyRequest(Builder builder) {
        method = builder.method;
        endpoint = builder.endpoint;
        query = List.copyOf(builder.query);
        headers = List.copyOf(builder.headers);
        body = builder.body;
        baseUrlOverride = builder.baseUrlOverride;
        retries = builder.retries;
        retryOn = builder.retryOn.clone();
        isDecompress = builder.isDecompress;
        isNangoParsesBody = builder.isNangoParsesBody;
        isForwardHeadersOnRedirect = builder.isForwardHeadersOnRedirect;
        idleTimeoutMs = builder.idleTimeoutMs;
    }

    /** A request with this method, such as "GET", and an endpoint of the external API, such as "/user". */
    public static Builder builder(String method, String endpoint) {
        return new Builder(method, endpoint);
    }

    /** A GET request. */
    public static Builder get(String endpoint) {
        return builder("GET", endpoint);
    }

    /** A POST request. */
    public static Builder post(String endpoint) {
        return builder("POST", endpoint);
    }

    /** A PUT request. */
    public static Builder put(String endpoint) {
        return builder("PUT", endpoint);
    }

    /** A PATCH request. */
    public static Builder patch(String endpoint) {
        return builder("PATCH", endpoint);
    }

    /** A DELETE request. */
    public static Builder delete(String endpoint) {
        return builder("DELETE", endpoint);
    }

    String method() {
        return method;
    }

    String endpoint() {
        return endpoint;
    }

    /** Names and values by turns. */
    List<String> query() {
        return query;
    }

    /** Names and values by turns. */
    List<String> headers() {
        return headers;
    }

    /** The body; null for none. */
    ProxyBody body() {
        return body;
    }

    String baseUrlOverride() {
        return baseUrlOverride;
    }

    Integer retries() {
        return retries;
    }

    int[] retryOn() {
        return retryOn;
    }

    boolean isDecompress() {
        return isDecompress;
    }

    boolean isNangoParsesBody() {
        return isNangoParsesBody;
    }

    boolean isForwardHeadersOnRedirect() {
        return isForwardHeadersOnRedirect;
    }

    Long idleTimeoutMs() {
        return idleTimeoutMs;
    }

    /** Only the method. */
    @Override
    public String toString() {
        return "ProxyRequest(" + method + ")";
    }

    /** Sets the parts of a request one by one. */
    public static final class Builder {
        private final String method;
        private final String endpoint;
        private final transient List<String> query = new ArrayList<>();
        private final transient List<String> headers = new ArrayList<>();
        private transient ProxyBody body;
        private String baseUrlOverride;
        private Integer retries;
        private int[] retryOn = new int[0];
        private boolean isDecompress;
        private boolean isNangoParsesBody;
        private boolean isForwardHeadersOnRedirect;
        private Long idleTimeoutMs;

        private Builder(String method, String endpoint) {
            this.method = Arguments.text("method", method);
            this.endpoint = Arguments.text("endpoint", endpoint);
        }

        /** Adds a parameter to the query. */
        public Builder query(String name, String value) {
            query.add(Arguments.text("query name", name));
            query.add(Arguments.text("query value", value));
            return this;
        }

        /** Adds a header. */
        public Builder header(String name, String value) {
            headers.add(Arguments.text("header name", name));
            headers.add(Arguments.text("header value", value));
            return this;
        }

        /** A body from memory, which is copied; its type may be null: application/octet-stream. */
        public Builder body(byte[] content, String contentType) {
            body = ProxyBody.of(Arguments.given("body", content).clone(), type(contentType));
            return this;
        }

        /** A body of text, in UTF-8. */
        public Builder body(String text, String contentType) {
            body = ProxyBody.of(
                    Arguments.wholePairs("body", text).getBytes(StandardCharsets.UTF_8), type(contentType));
            return this;
        }

        /** A body of JSON: what {@link JsonValue#of} takes. */
        public Builder json(Object value) {
            return body(JsonWriter.write(value), "application/json");
        }

        /**
         * A body that is read while it is sent, on the thread that makes the call. The request serves a single call then, and does
         * not close the stream. A stream that blocks holds up the call.
         *
         * @param length how many bytes it has; -1 if that is not known
         */
        public Builder body(InputStream source, long length, String contentType) {
            body = ProxyBody.of(source, length, type(contentType));
            return this;
        }

        private static String type(String contentType) {
            return contentType == null ? null : Arguments.text("contentType", contentType);
        }

        /** Where the external API is, in place of what Nango knows. */
        public Builder baseUrlOverride(String url) {
            baseUrlOverride = Arguments.text("baseUrlOverride", url);
            return this;
        }

        /** How often Nango repeats the call to the external API. Default: 0. */
        public Builder retries(int count) {
            retries = (int) Arguments.notNegative("retries", count);
            return this;
        }

        /** Statuses for which Nango repeats the call, in addition to those for which it does anyway. */
        public Builder retryOn(int... statuses) {
            retryOn = Arguments.given("retryOn", statuses).clone();
            return this;
        }

        /** Has Nango decompress the response. Default: no. */
        public Builder decompress(boolean on) {
            isDecompress = on;
            return this;
        }

        /** Lets Nango parse and rewrite the body of the request. Default: it is passed on unchanged. */
        public Builder nangoParsesBody(boolean on) {
            isNangoParsesBody = on;
            return this;
        }

        /** Has Nango send the headers also where the external API redirects to. Default: no. */
        public Builder forwardHeadersOnRedirect(boolean on) {
            isForwardHeadersOnRedirect = on;
            return this;
        }

        /** How long nothing may arrive while the response is read. Default: 30 seconds. */
        public Builder idleTimeout(Duration timeout) {
            idleTimeoutMs = Arguments.milliseconds("idleTimeout", timeout);
            return this;
        }

        /** The request. */
        public ProxyRequest build() {
            return new ProxyRequest(this);
        }

        /** Only the method. */
        @Override
        public String toString() {
            return "ProxyRequest.Builder(" + method + ")";
        }
    }
}
