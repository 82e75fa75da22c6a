package dev.nango;

import dev.nango.internal.Headers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Nango answers to a call of its own API: the whole, with a status from 200 to 299. All else is an exception. */
public final class ApiResponse {
    private final int statusCode;
    private final transient Headers headers;
    private final transient byte[] content;

    /** For the library. */
    public ApiResponse(int statusCode, Headers headers, byte[] content) {
        this.statusCode = statusCode;
        this.headers = headers;
        this.content = content;
    }

    /** The HTTP status. */
    public int statusCode() {
        return statusCode;
    }

    /** The headers, by their names in whatever case. */
    public Map<String, List<String>> headers() {
        return headers.map();
    }

    /** The first header with this name, in whatever case. */
    public Optional<String> header(String name) {
        return headers().getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The body. */
    public byte[] bytes() {
        return content.clone();
    }

    /** The body as text in UTF-8; what is not becomes U+FFFD. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /**
     * The body as JSON.
     *
     * @throws InvalidArgumentException it is not JSON
     */
    public JsonValue json() {
        return JsonValue.parse(text());
    }

    /** Only the status: the rest may be a customer's data. */
    @Override
    public String toString() {
        return "ApiResponse(statusCode=" + statusCode + ")";
    }
}
