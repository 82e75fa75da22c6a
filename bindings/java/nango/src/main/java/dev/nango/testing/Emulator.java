package dev.nango.testing;

import dev.nango.JsonValue;
import dev.nango.NangoClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A running emulator of Nango, on a port of its own: for tests, which need no account, no network and no secrets.
 *
 * <pre>{@code
 * try (Emulator emulator = Emulator.start(); NangoClient client = emulator.client()) {
 *     client.getConnection("customer-oauth2", "github");
 * }
 * }</pre>
 *
 * <p>It needs the program nango-emulator: the one that the environment variable NANGO_EMULATOR names, else the first on PATH.
 * Ends with {@link #close}, and with this process. May be used by any number of threads.
 */
public final class Emulator implements AutoCloseable {
    private final EmulatorProgram program;
    private final ControlRoutes routes;

    private Emulator(Builder builder) {
        program = EmulatorProgram.start(builder.program, builder.arguments());
        routes = new ControlRoutes(program.baseUrl());
    }

    /** Starts an emulator with its demo connections. */
    public static Emulator start() {
        return builder().start();
    }

    /** For one with a seed, or another limit of requests. */
    public static Builder builder() {
        return new Builder();
    }

    /** The address to give to a client. */
    public String baseUrl() {
        return program.baseUrl();
    }

    /** The first key of the seed. */
    public String secretKey() {
        return program.secretKey();
    }

    /** A builder of a client of the emulator, which reads nothing of the environment. */
    public NangoClient.Builder clientBuilder() {
        return NangoClient.builder().secretKey(secretKey()).baseUrl(baseUrl()).readEnv(false);
    }

    /** A client of the emulator, which the caller closes. */
    public NangoClient client() {
        return clientBuilder().build();
    }

    /** What to put into the environment of a program whose Nango is to be the emulator. */
    public Map<String, String> environment() {
        Map<String, String> own = System.getenv();
        String exempt = Stream.of(own.getOrDefault("no_proxy", own.get("NO_PROXY")), URI.create(baseUrl()).getHost())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(","));
        return Map.of(
                "NANGO_BASE_URL", baseUrl(), "NANGO_SECRET_KEY", secretKey(), "NANGO_API_KEY", secretKey(), "no_proxy", exempt);
    }

    /** Moves the emulator's clock forward, by whole seconds: tokens end, back-off and rate limit pass. */
    public void advanceClock(Duration by) {
        routes.post("clock", Map.of("advance_seconds", by.getSeconds()));
    }

    /** Goes back to the seed: all that was added or changed, clock, rate limit and the list of requests. */
    public void reset() {
        routes.post("reset", null);
    }

    /** What the emulator was asked since its start or the last reset, the oldest first. */
    public List<EmulatorRequest> requests() {
        JsonValue told = routes.get("requests");
        return told.get("requests").map(JsonValue::items).orElse(List.of()).stream()
                .map(EmulatorRequest::new)
                .collect(Collectors.toUnmodifiableList());
    }

    /**
     * Adds what a seed may have, except keys and limits, in place of what has the same name:
     * {@code Map.of("variables", Map.of("REGION", "eu"))}.
     */
    public void add(Object seed) {
        routes.post("seed", seed);
    }

    /** Adds records, or updates those whose ids are there, as a run of a sync does: Maps, each with an id. */
    public void addRecords(String connectionId, String providerConfigKey, String model, List<?> records) {
        add(Map.of("records", List.of(Map.of(
                "connection_id", connectionId,
                "provider_config_key", providerConfigKey,
                "model", model,
                "records", records))));
    }

    /** Adds an action that returns this. {@link #add} has one that fails. */
    public void addAction(String providerConfigKey, String name, Object output) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("provider_config_key", providerConfigKey);
        action.put("name", name);
        action.put("output", output);
        add(Map.of("actions", List.of(action)));
    }

    /** Does what a customer does with a connect session that offers one integration; gives the id of the connection. */
    public String finishConnectSession(String token) {
        return connect(Map.of("token", token));
    }

    /** The same for a session that offers several integrations, of which the customer chooses one. */
    public String finishConnectSession(String token, String integration) {
        return connect(Map.of("token", token, "integration", integration));
    }

    private String connect(Map<String, String> chosen) {
        return routes.post("connect", chosen).get("connection_id").flatMap(JsonValue::asString).orElse("");
    }

    /** Sends webhooks to a URL of this machine from now on, signed with a key. */
    public void sendWebhooksTo(String url, String signingKey) {
        add(Map.of("webhooks", Map.of("url", url, "signing_key", signingKey)));
    }

    /** Sends any webhook, signed, and gives the status of the receiver's response. */
    public int sendWebhook(Object body) {
        return (int) routes.post("webhooks", body).get("status").orElseThrow().asLong().orElseThrow();
    }

    /** Ends the emulator, and waits until it has ended. May be called again. */
    @Override
    public void close() {
        program.close();
    }

    @Override
    public String toString() {
        return "Emulator(" + baseUrl() + ")";
    }

    /** What an emulator is started with. */
    public static final class Builder {
        private String program;
        private Path seedFile;
        private Object seed;
        private Integer rateLimit;

        private Builder() {}

        /** The path of nango-emulator. Default: NANGO_EMULATOR, else the first on PATH. */
        public Builder program(Path path) {
            program = path.toString();
            return this;
        }

        /** A file with the seed. Default: the demo connections. */
        public Builder seedFile(Path path) {
            seedFile = path;
            seed = null;
            return this;
        }

        /** The seed itself: Maps and Lists, or a JsonValue. Default: the demo connections. */
        public Builder seed(Object value) {
            seed = value;
            seedFile = null;
            return this;
        }

        /** How many requests a minute are answered, 0 for any number. Default: what the seed says, else 200. */
        public Builder rateLimit(int requestsPerMinute) {
            rateLimit = requestsPerMinute;
            return this;
        }

        /** Starts the emulator. */
        public Emulator start() {
            return new Emulator(this);
        }

        private EmulatorProgram.Arguments arguments() {
            return new EmulatorProgram.Arguments(seedFile, seed == null ? null : JsonValue.of(seed), rateLimit);
        }
    }
}
