package dev.nango;

import dev.nango.internal.Arguments;
import dev.nango.internal.Caller;
import dev.nango.internal.ClientHandle;
import dev.nango.internal.Headers;
import dev.nango.internal.Library;
import dev.nango.internal.ProxyCall;
import dev.nango.internal.ResponseHandle;
import java.io.InputStream;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an external API answers, whatever the status.
 *
 * <pre>{@code
 * try (Response response = client.proxy("customer-1", "github", ProxyRequest.get("/user").build())) {
 *     if (response.statusCode() == 200) {
 *         System.out.println(response.text());
 *     }
 * }
 * }</pre>
 *
 * <p>The body is read as it comes ({@link #body}) or as a whole ({@link #bytes}, {@link #text}, {@link #json}). Close it, unless
 * you read it to its end: that gives the connection back. One thread at a time may read it; any may close it. It has to be read
 * before its client is closed. An interrupt ends reading, as it ends a call.
 */
public final class Response implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final Pattern CHARSET = Pattern.compile(";\\s*charset=\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

    private final ResponseHandle handle;
    private final Cleaner.Cleanable cleanable;
    private final int statusCode;
    private final transient Headers headers;
    private final transient InputStream body;
    private transient byte[] content;

    private Response(ResponseHandle handle) {
        this.handle = handle;
        cleanable = CLEANER.register(this, handle::close);
        statusCode = handle.status();
        headers = handle.headers();
        body = new Body();
    }

    /** What a call through the proxy does. */
    static ClientHandle.Exchange<Response> exchange(
            Caller caller, String connectionId, String providerConfigKey, ProxyRequest request) {
        String id = Arguments.text("connectionId", connectionId);
        String key = Arguments.text("providerConfigKey", providerConfigKey);
        Arguments.given("request", request);
        return (client, options, desk, cancel) -> {
            try (ProxyCall call = new ProxyCall(request.method(), request.endpoint())) {
                fill(call, request);
                long pointer =
                        call.library().nango_proxy(client, id, key, call.request(), options, desk.errorOut());
                if (pointer == 0) {
                    throw call.failure(desk);
                }
                desk.keepFor(cancel);
                return new Response(new ResponseHandle(pointer, cancel, request.idleTimeoutMs(), caller));
            }
        };
    }

    private static void fill(ProxyCall call, ProxyRequest request) {
        Library library = call.library();
        List<String> query = request.query();
        for (int i = 0; i < query.size(); i += 2) {
            library.nango_request_add_query(call.request(), query.get(i), query.get(i + 1));
        }
        List<String> headers = request.headers();
        for (int i = 0; i < headers.size(); i += 2) {
            library.nango_request_add_header(call.request(), headers.get(i), headers.get(i + 1));
        }
        if (request.body() != null) {
            call.body(request.body());
        }
        if (request.baseUrlOverride() != null) {
            library.nango_request_set_base_url_override(call.request(), request.baseUrlOverride());
        }
        if (request.retries() != null) {
            library.nango_request_set_retries(call.request(), request.retries());
        }
        if (request.retryOn().length > 0) {
            call.retryOn(request.retryOn());
        }
        if (request.idleTimeoutMs() != null) {
            library.nango_request_set_idle_timeout_ms(call.request(), request.idleTimeoutMs());
        }
        library.nango_request_set_decompress(call.request(), request.isDecompress() ? 1 : 0);
        library.nango_request_set_nango_parses_body(call.request(), request.isNangoParsesBody() ? 1 : 0);
        library.nango_request_set_forward_headers_on_redirect(
                call.request(), request.isForwardHeadersOnRedirect() ? 1 : 0);
    }

    /** The HTTP status. */
    public int statusCode() {
        return statusCode;
    }

    /** Whether the status is 200 to 299. */
    public boolean isSuccessful() {
        return statusCode >= 200 && statusCode <= 299;
    }

    /** The headers, by their names in whatever case. */
    public Map<String, List<String>> headers() {
        return headers.map();
    }

    /** The first header with this name, in whatever case. */
    public Optional<String> header(String name) {
        return headers().getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The body as it comes. Its methods throw {@link NangoException}, and closing it closes the response. */
    public InputStream body() {
        return body;
    }

    /**
     * The whole body, which is kept: asking again gives it again. Read in part by {@link #body} before, it is the rest.
     *
     * @throws TooLargeException it is larger than the client's {@code maxResponseBytes}
     */
    public byte[] bytes() {
        if (content == null) {
            try {
                content = handle.rest();
            } finally {
                Reference.reachabilityFence(this);
            }
        }
        return content.clone();
    }

    /** The whole body as text, in the charset that its type names, or UTF-8; what is invalid becomes U+FFFD. */
    public String text() {
        Matcher named = CHARSET.matcher(header("content-type").orElse(""));
        Charset charset = StandardCharsets.UTF_8;
        if (named.find()) {
            try {
                charset = Charset.forName(named.group(1));
            } catch (IllegalArgumentException unknown) {
                charset = StandardCharsets.UTF_8;
            }
        }
        return new String(bytes(), charset);
    }

    /**
     * The whole body as JSON.
     *
     * @throws InvalidArgumentException it is not JSON
     */
    public JsonValue json() {
        return JsonValue.parse(text());
    }

    /** Ends reading. Closing twice is fine. */
    @Override
    public void close() {
        cleanable.clean();
    }

    /** Only the status: the rest may be a customer's data. */
    @Override
    public String toString() {
        return "Response(statusCode=" + statusCode + ")";
    }

    /** The body as it comes. */
    private final class Body extends InputStream {
        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            java.util.Objects.checkFromIndexSize(offset, length, into.length);
            if (length == 0) {
                return 0;
            }
            try {
                return handle.read(into, offset, length);
            } finally {
                Reference.reachabilityFence(Response.this);
            }
        }

        @Override
        public void close() {
            Response.this.close();
        }
    }
}
