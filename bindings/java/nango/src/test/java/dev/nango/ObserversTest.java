package dev.nango;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nango.testing.Emulator;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ObserversTest {
    private static Emulator emulator;

    @BeforeAll
    static void start() {
        emulator = Emulator.builder().rateLimit(0).start();
    }

    @AfterAll
    static void end() {
        emulator.close();
    }

    private static final class Lines implements System.Logger {
        final List<String> lines = new ArrayList<>();

        @Override
        public String getName() {
            return "test";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            lines.add(level + " " + message);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
            lines.add(level + " " + format);
        }
    }

    @Test
    void theLogGoesToTheLoggerWithoutSecrets() {
        Lines lines = new Lines();
        try (NangoClient client =
                emulator.clientBuilder().logger(lines).logLevel(System.Logger.Level.TRACE).build()) {
            client.getConnection("customer-oauth2", "github");
        }
        String all = String.join("\n", lines.lines);
        assertTrue(all.contains("DEBUG"), all);
        assertTrue(all.contains("customer-oauth2"), all);
        assertFalse(all.contains("invented"), all);
        assertFalse(all.contains(emulator.secretKey()), all);
    }

    @Test
    void withoutALevelNothingIsLogged() {
        Lines lines = new Lines();
        try (NangoClient client = emulator.clientBuilder().logger(lines).build()) {
            client.getConnection("customer-oauth2", "github");
        }
        assertEquals(List.of(), lines.lines);
    }

    @Test
    void theEndOfEachCallIsTold() {
        List<CallSummary> ends = new ArrayList<>();
        try (NangoClient client = emulator.clientBuilder().onCall(ends::add).cacheTtl(java.time.Duration.ofMinutes(1)).build()) {
            client.getConnection("customer-oauth2", "github");
            client.getConnection("customer-oauth2", "github");
            client.integrations().list();
        }
        assertEquals(3, ends.size());
        CallSummary first = ends.get(0);
        assertEquals("get_connection", first.operation());
        assertEquals("GET", first.method().orElseThrow());
        assertEquals(200, first.status().orElseThrow());
        assertEquals(1, first.attempts());
        assertTrue(first.error().isEmpty());
        assertEquals("hit", ends.get(1).cache().orElseThrow());
        assertEquals("request", ends.get(2).operation());
        assertFalse(ends.toString().contains("customer-oauth2"), ends.toString());
    }

    @Test
    void anObserverThatThrowsChangesNothing() {
        List<Throwable> reported = new ArrayList<>();
        Logger logger = Logger.getLogger("nango");
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord told) {
                reported.add(told.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try (NangoClient client = emulator.clientBuilder()
                .onCall(summary -> {
                    throw new StackOverflowError("of the test");
                })
                .build()) {
            assertEquals("github", client.getConnection("customer-oauth2", "github").providerConfigKey());
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
        assertEquals(1, reported.size());
        assertEquals("of the test", reported.get(0).getMessage());
    }

    @Test
    void anObserverMayMakeCallsOfAnotherClient() {
        List<String> tokens = new ArrayList<>();
        try (NangoClient other = emulator.client();
                NangoClient client = emulator.clientBuilder()
                        .onCall(summary -> tokens.add(other.getConnection("customer-oauth2", "github").token().orElseThrow()))
                        .build()) {
            client.getConnection("customer-oauth2", "github");
            assertEquals(List.of("gho_invented_demo_token"), tokens);
        }
    }

    @Test
    void theCacheIsEmptiedOnRequest() {
        try (NangoClient client = emulator.clientBuilder().cacheTtl(java.time.Duration.ofMinutes(1)).build()) {
            emulator.reset();
            client.getConnection("customer-oauth2", "github");
            client.getConnection("customer-oauth2", "github");
            assertEquals(1, emulator.requests().size());
            client.invalidate("customer-oauth2", "github");
            client.getConnection("customer-oauth2", "github");
            assertEquals(2, emulator.requests().size());
            client.clearCache();
            client.getConnection("customer-oauth2", "github");
            assertEquals(3, emulator.requests().size());
            client.getConnection(
                    "customer-oauth2", "github", CallOptions.builder().maxAge(java.time.Duration.ZERO).build());
            assertEquals(4, emulator.requests().size());
        }
    }
}
