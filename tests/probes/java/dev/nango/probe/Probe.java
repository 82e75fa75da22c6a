package dev.nango.probe;

import dev.nango.CallOptions;
import dev.nango.Connection;
import dev.nango.JsonValue;
import dev.nango.NangoClient;
import dev.nango.NangoException;
import dev.nango.ProxyRequest;
import dev.nango.Response;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The Java probe: it makes calls through the package dev.nango as instructed, and reports the results. */
public final class Probe {
    /** Invented. */
    private static final String SECRET_KEY = "00000000-0000-4000-8000-000000000000";

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private NangoClient client;
    private long start;

    private Probe() {}

    public static void main(String[] arguments) throws IOException {
        warmUp();
        Probe probe = new Probe();
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream output = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            output.println(JsonValue.of(probe.answer(new Told(JsonValue.parse(line)))).json());
        }
        probe.close();
        probe.timer.shutdown();
    }

    /**
     * Makes an upload that nobody takes. The first one loads many classes, which on a busy machine takes longer than some cases let
     * a call run.
     */
    private static void warmUp() {
        ProxyRequest upload = ProxyRequest.builder("POST", "/nowhere")
                .body(new ByteArrayInputStream(new byte[1]), -1, null)
                .build();
        NangoClient.Builder settings = NangoClient.builder().readEnv(false).maxRetries(0);
        try (NangoClient nobody = settings.secretKey(SECRET_KEY).baseUrl("http://127.0.0.1:1").build();
                Response response = nobody.proxy("nobody", "nothing", upload, CallOptions.builder().build())) {
            throw new IllegalStateException("somebody answered: " + response);
        } catch (NangoException refused) {
            // As it should be.
        }
    }

    private void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }

    private Map<String, Object> answer(Told told) throws IOException {
        String operation = told.required("operation");
        if (told.member("client").isPresent() || operation.equals("close")) {
            close();
        }
        start = System.nanoTime();
        if (told.member("client").isPresent()) {
            try {
                client = Settings.client(told.member("client").orElseThrow());
            } catch (NangoException error) {
                return failed("client", error);
            }
            start = System.nanoTime();
        }
        if (client == null) {
            return timed("closed");
        }
        // The call is ended as Java does it: by an interrupt of the thread that makes it.
        Thread caller = Thread.currentThread();
        told.number("cancel_after_ms").ifPresent(ms -> timer.schedule(caller::interrupt, ms, TimeUnit.MILLISECONDS));
        NangoClient current = client;
        told.number("shutdown_after_ms").ifPresent(ms -> timer.schedule(current::close, ms, TimeUnit.MILLISECONDS));
        try {
            switch (operation) {
                case "proxy":
                    return proxy(told);
                case "call":
                    return call(told);
                default:
                    return getConnection(told);
            }
        } finally {
            Thread.interrupted();
        }
    }

    private Map<String, Object> timed(String name) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("outcome", name);
        answer.put("ms", (System.nanoTime() - start) / 1_000_000);
        return answer;
    }

    private Map<String, Object> failed(String at, NangoException error) {
        Map<String, Object> answer = timed("error");
        answer.put("at", at);
        answer.put("fields", Accessors.ofError(error));
        return answer;
    }

    private static CallOptions options(Told told) {
        CallOptions.Builder options = CallOptions.builder();
        told.number("timeout_ms").ifPresent(ms -> options.timeout(Duration.ofMillis(ms)));
        return options.forceRefresh(told.flag("force_refresh"))
                .refreshToken(told.flag("refresh_token"))
                .refreshGithubAppJwtToken(told.flag("refresh_github_app_jwt_token"))
                .build();
    }

    private Map<String, Object> getConnection(Told told) {
        Connection connection;
        try {
            connection = client.getConnection(
                    told.required("connection_id"), told.required("provider_config_key"), options(told));
        } catch (NangoException error) {
            return failed("call", error);
        }
        Map<String, Object> answer = timed("connection");
        answer.put("fields", Accessors.ofConnection(connection));
        List<Object> found = new ArrayList<>();
        for (JsonValue pair : told.items("look_ups")) {
            found.add(Accessors.lookUp(connection, Given.text(pair.items().get(0)), Given.text(pair.items().get(1))));
        }
        answer.put("look_ups", found);
        return answer;
    }

    private Map<String, Object> call(Told told) {
        Object result;
        try {
            Given given = new Given(told.member("arguments").orElse(JsonValue.parse("{}")));
            result = Operations.call(client, told.required("call"), given, options(told));
        } catch (NangoException error) {
            return failed("call", error);
        }
        Map<String, Object> answer = timed("result");
        answer.put("result", result);
        return answer;
    }

    private Map<String, Object> proxy(Told told) throws IOException {
        Download body = new Download(told.flag("keep_body"));
        Map<String, Object> answer;
        try (Response response = client.proxy(
                told.required("connection_id"),
                told.required("provider_config_key"),
                request(told.inside("request")),
                options(told))) {
            try {
                body.take(response, told);
                answer = timed("response");
                answer.put("fields", Accessors.ofResponse(response, body));
                List<Object> found = new ArrayList<>();
                for (JsonValue pair : told.items("look_ups")) {
                    String function = Given.text(pair.items().get(0));
                    found.add(Accessors.lookUp(response, body, function, Given.text(pair.items().get(1))));
                }
                answer.put("look_ups", found);
            } catch (NangoException error) {
                answer = failed("reading", error);
            }
        } catch (NangoException error) {
            return failed("call", error);
        }
        answer.put("read", Map.of("length", body.length(), "sum", body.sum()));
        return answer;
    }

    private static ProxyRequest request(Told told) {
        ProxyRequest.Builder request = ProxyRequest.builder(told.required("method"), told.required("endpoint"));
        for (JsonValue pair : told.items("query")) {
            request.query(Given.text(pair.items().get(0)), Given.text(pair.items().get(1)));
        }
        for (JsonValue pair : told.items("headers")) {
            request.header(Given.text(pair.items().get(0)), Given.text(pair.items().get(1)));
        }
        told.member("body").ifPresent(body -> Body.set(request, new Told(body)));
        told.text("base_url_override").ifPresent(request::baseUrlOverride);
        told.number("retries").ifPresent(count -> request.retries((int) count));
        request.retryOn(told.items("retry_on").stream().mapToInt(status -> (int) Given.integer(status)).toArray());
        told.number("idle_timeout_ms").ifPresent(ms -> request.idleTimeout(Duration.ofMillis(ms)));
        return request.decompress(told.flag("decompress"))
                .nangoParsesBody(told.flag("nango_parses_body"))
                .forwardHeadersOnRedirect(told.flag("forward_headers_on_redirect"))
                .build();
    }
}
