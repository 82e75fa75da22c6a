package dev.nango.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.nango.AuthMode;
import dev.nango.JsonValue;
import dev.nango.NangoClient;
import dev.nango.NangoException;
import dev.nango.NotFoundException;
import dev.nango.RateLimitException;
import dev.nango.models.ConnectSession;
import dev.nango.operations.CreateConnectSessionParams;
import dev.nango.operations.ListRecordsParams;
import dev.nango.operations.TriggerActionParams;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmulatorTest {
    private static final Map<String, Object> SEED = Map.of(
            "keys", List.of(Map.of("secret", "00000000-0000-4000-8000-000000000001", "scopes", List.of("environment:*"))),
            "integrations", List.of(Map.of("id", "hubspot")),
            "connections", List.of(Map.of(
                    "connection_id", "ada",
                    "provider_config_key", "hubspot",
                    "credentials", Map.of("type", "BASIC", "username", "ada", "password", "invented"))));

    @Test
    void aTokenIsRefreshedWhenItEnds() {
        try (Emulator emulator = Emulator.start(); NangoClient client = emulator.client()) {
            String before = client.getConnection("expiring", "hubspot").token().orElseThrow();
            emulator.advanceClock(Duration.ofMinutes(25));
            assertNotEquals(before, client.getConnection("expiring", "hubspot").token().orElseThrow());
            List<EmulatorRequest> requests = emulator.requests();
            assertEquals(2, requests.size());
            assertEquals("GET", requests.get(0).method());
            assertTrue(requests.get(0).target().startsWith("/connection"), requests.get(0).target());
            assertEquals(OptionalInt.of(200), requests.get(1).status());
            emulator.reset();
            assertEquals(List.of(), emulator.requests());
        }
    }

    @Test
    void aSeedIsGivenAsAFileOrAsItIs(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("nango.json"), JsonValue.of(SEED).json());
        for (Emulator.Builder builder : List.of(Emulator.builder().seed(SEED), Emulator.builder().seedFile(file))) {
            try (Emulator emulator = builder.rateLimit(2).start(); NangoClient client = emulator.clientBuilder().maxRetries(0).build()) {
                assertEquals("00000000-0000-4000-8000-000000000001", emulator.secretKey());
                assertEquals(AuthMode.BASIC, client.getConnection("ada", "hubspot").authMode());
                assertThrows(NotFoundException.class, () -> client.getConnection("customer-oauth2", "hubspot"));
                assertThrows(RateLimitException.class, () -> client.getConnection("ada", "hubspot"));
            }
        }
    }

    @Test
    void recordsActionsAndConnectionsAreAdded() {
        try (Emulator emulator = Emulator.start(); NangoClient client = emulator.client()) {
            emulator.addRecords("customer-oauth2", "github", "Issue", List.of(Map.of("id", "1"), Map.of("id", "2")));
            ListRecordsParams wanted = ListRecordsParams.builder()
                    .connectionId("customer-oauth2")
                    .providerConfigKey("github")
                    .model("Issue")
                    .build();
            List<String> ids = client.records().list(wanted).stream()
                    .map(record -> record.id().flatMap(JsonValue::asString).orElseThrow())
                    .sorted()
                    .collect(Collectors.toList());
            assertEquals(List.of("1", "2"), ids);

            emulator.addAction("github", "create-issue", Map.of("id", 7));
            TriggerActionParams action = TriggerActionParams.builder()
                    .connectionId("customer-oauth2")
                    .providerConfigKey("github")
                    .actionName("create-issue")
                    .build();
            assertEquals("{\"id\":7}", client.actions().trigger(action).json());

            ConnectSession session = client.connectSessions()
                    .create(CreateConnectSessionParams.builder()
                            .tags(Map.of("order", "7"))
                            .allowedIntegrations(List.of("github"))
                            .build());
            String connection = emulator.finishConnectSession(session.token());
            assertEquals("github", client.getConnection(connection, "github").providerConfigKey());
        }
    }

    @Test
    void webhooksAreSent() throws Exception {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            boolean isSigned = exchange.getRequestHeaders().containsKey("X-Nango-Hmac-Sha256");
            exchange.sendResponseHeaders(isSigned ? 204 : 401, -1);
            exchange.close();
        });
        receiver.start();
        try (Emulator emulator = Emulator.start()) {
            emulator.sendWebhooksTo("http://127.0.0.1:" + receiver.getAddress().getPort(), "invented-signing-key");
            assertEquals(204, emulator.sendWebhook(Map.of("type", "forward", "payload", Map.of())));
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void theEnvironmentLeadsAProgramToIt() {
        try (Emulator emulator = Emulator.start()) {
            Map<String, String> environment = emulator.environment();
            assertEquals(emulator.baseUrl(), environment.get("NANGO_BASE_URL"));
            assertEquals(emulator.secretKey(), environment.get("NANGO_SECRET_KEY"));
            assertTrue(environment.get("no_proxy").endsWith("127.0.0.1"), environment.get("no_proxy"));
            assertFalse(emulator.toString().contains(emulator.secretKey()), emulator.toString());
        }
    }

    @Test
    void itsEndIsWaitedForAndMayBeAskedForTwice() {
        Emulator emulator = Emulator.start();
        emulator.close();
        emulator.close();
        EmulatorException thrown = assertThrows(EmulatorException.class, emulator::reset);
        assertTrue(thrown.getMessage().contains("is it closed?"), thrown.getMessage());
        try (NangoClient client = emulator.clientBuilder().maxRetries(0).build()) {
            assertThrows(NangoException.class, () -> client.getConnection("customer-oauth2", "github"));
        }
    }

    @Test
    void messagesSayWhatToDo(@TempDir Path folder) throws IOException {
        Emulator.Builder missing = Emulator.builder().program(folder.resolve("no-emulator"));
        EmulatorException thrown = assertThrows(EmulatorException.class, missing::start);
        assertTrue(thrown.getMessage().contains("set NANGO_EMULATOR"), thrown.getMessage());

        Emulator.Builder unreadable = Emulator.builder().seed(Map.of("connection", List.of()));
        thrown = assertThrows(EmulatorException.class, unreadable::start);
        assertTrue(thrown.getMessage().contains("did not start") && thrown.getMessage().contains("connection"), thrown.getMessage());

        Emulator.Builder another = Emulator.builder().program(Path.of("/bin/echo"));
        thrown = assertThrows(EmulatorException.class, another::start);
        assertTrue(thrown.getMessage().contains("not the nango-emulator"), thrown.getMessage());

        Path program = Files.writeString(folder.resolve("another"), "#!/bin/sh\necho '{}'\n");
        assertTrue(program.toFile().setExecutable(true));
        thrown = assertThrows(EmulatorException.class, Emulator.builder().program(program)::start);
        assertTrue(thrown.getMessage().contains("not the nango-emulator"), thrown.getMessage());

        try (Emulator emulator = Emulator.start()) {
            thrown = assertThrows(EmulatorException.class, () -> emulator.add(Map.of("nothing", 1)));
            assertTrue(thrown.getMessage().startsWith("the emulator rejected the request: "), thrown.getMessage());
        }
    }
}
