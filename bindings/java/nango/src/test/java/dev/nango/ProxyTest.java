package dev.nango;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nango.testing.Emulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProxyTest {
    private static Emulator emulator;
    private static NangoClient client;

    @BeforeAll
    static void start() {
        emulator = Emulator.builder().rateLimit(0).start();
        client = emulator.client();
    }

    @AfterAll
    static void end() {
        client.close();
        emulator.close();
    }

    private static Response send(ProxyRequest.Builder request) {
        return client.proxy("customer-oauth2", "github", request.build());
    }

    @Test
    void theExternalApiGetsTheRequest() {
        try (Response response = send(ProxyRequest.post("/anything").query("q", "a b").header("X-Own", "1").json(Map.of("a", 1)))) {
            assertEquals(200, response.statusCode());
            assertTrue(response.isSuccessful());
            String echoed = response.json().json();
            assertTrue(echoed.contains("a b") || echoed.contains("a%20b") || echoed.contains("a+b"), echoed);
            assertEquals("application/json", response.header("CONTENT-TYPE").orElseThrow().split(";")[0]);
            assertArrayEquals(response.bytes(), response.bytes());
        }
    }

    @Test
    void whatTheExternalApiRefusesIsAResponse() {
        try (Response response = send(ProxyRequest.get("/status/418"))) {
            assertEquals(418, response.statusCode());
            assertFalse(response.isSuccessful());
        }
    }

    @Test
    void whatNangoRefusesIsAnException() {
        ProxyRequest request = ProxyRequest.get("/anything").build();
        assertThrows(NotFoundException.class, () -> client.proxy("nobody", "github", request));
    }

    @Test
    void aBodyIsStreamedUp() throws Exception {
        byte[] content = new byte[300_000];
        new Random(1).nextBytes(content);
        StringBuilder sum = new StringBuilder();
        for (byte one : MessageDigest.getInstance("SHA-1").digest(content)) {
            sum.append(String.format("%02x", one));
        }
        for (long length : new long[] {content.length, -1}) {
            ProxyRequest.Builder upload = ProxyRequest.post("/upload")
                    .body(new ByteArrayInputStream(content), length, "application/octet-stream");
            try (Response response = send(upload)) {
                assertEquals(sum.toString(), response.json().get("sha1").flatMap(JsonValue::asString).orElseThrow());
            }
        }
        try (Response response = send(ProxyRequest.post("/upload").body(content, null))) {
            assertEquals(sum.toString(), response.json().get("sha1").flatMap(JsonValue::asString).orElseThrow());
        }
    }

    @Test
    void aBodyIsStreamedDown() throws IOException {
        byte[] expected = new byte[300_000];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (byte) ('!' + i % 89);
        }
        try (Response response = send(ProxyRequest.get("/large").query("bytes", "300000"))) {
            assertEquals(expected[0], response.body().read());
            assertArrayEquals(Arrays.copyOfRange(expected, 1, 300_000), response.body().readAllBytes());
            assertEquals(-1, response.body().read());
        }
        try (Response response = send(ProxyRequest.get("/large").query("bytes", "300000"))) {
            assertEquals(new String(expected, StandardCharsets.US_ASCII), response.text());
        }
    }

    @Test
    void aStreamThatThrowsEndsTheCall() {
        for (Throwable own : new Throwable[] {new IOException("the file is gone"), new StackOverflowError()}) {
            InputStream source = new InputStream() {
                @Override
                public int read() throws IOException {
                    if (own instanceof IOException) {
                        throw (IOException) own;
                    }
                    throw (Error) own;
                }
            };
            NangoException thrown = assertThrows(
                    NangoException.class, () -> send(ProxyRequest.post("/upload").body(source, 10, null)));
            assertSame(own, thrown.getCause());
        }
    }

    /** A stream whose read gives these counts in turn, and the last one for ever. */
    private static InputStream counting(int... counts) {
        return new InputStream() {
            private int reads;

            @Override
            public int read() {
                throw new AssertionError("the library reads parts");
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                int count = counts[Math.min(reads++, counts.length - 1)];
                Arrays.fill(into, offset, offset + Math.min(Math.max(count, 0), length), (byte) 'a');
                return count;
            }
        };
    }

    @Test
    void aStreamThatGivesNothingForATimeIsReadToItsEnd() {
        ProxyRequest.Builder upload = ProxyRequest.post("/upload").body(counting(3, 0, 0, 2, 0, 4, -1), -1, "text/plain");
        try (Response response = send(upload)) {
            assertEquals(9, response.json().get("bytes").map(JsonValue::asLong).orElseThrow().getAsLong());
        }
    }

    @Test
    void aStreamThatBreaksItsContractEndsTheCall() {
        for (InputStream source : new InputStream[] {
            counting(3, 0), counting(3, 1_000_000), counting(3, Integer.MAX_VALUE)
        }) {
            NangoException thrown = assertThrows(
                    NangoException.class, () -> send(ProxyRequest.post("/upload").body(source, -1, null)));
            IOException cause = assertInstanceOf(IOException.class, thrown.getCause());
            assertTrue(cause.getMessage().startsWith("the stream of the body"), cause.getMessage());
        }
    }

    @Test
    void anInterruptEndsReading() throws InterruptedException {
        try (Response response = send(ProxyRequest.get("/stall"))) {
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            CountDownLatch begun = new CountDownLatch(1);
            Thread reader = new Thread(() -> {
                try {
                    while (response.body().read() >= 0) {
                        begun.countDown();
                    }
                } catch (Throwable caught) {
                    thrown.set(caught);
                }
            });
            reader.start();
            begun.await();
            reader.interrupt();
            reader.join();
            assertInstanceOf(CallCancelledException.class, thrown.get());
        }
    }

    @Test
    void closingEndsReadingOnAnotherThread() throws InterruptedException {
        Response response = send(ProxyRequest.get("/stall"));
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        Thread reader = new Thread(() -> {
            try {
                while (response.body().read() >= 0) {
                    begun.countDown();
                }
            } catch (Throwable caught) {
                thrown.set(caught);
            }
        });
        reader.start();
        begun.await();
        response.close();
        reader.join();
        assertTrue(thrown.get() instanceof NangoException, String.valueOf(thrown.get()));
        InvalidArgumentException closed = assertThrows(InvalidArgumentException.class, response::bytes);
        assertTrue(closed.getMessage().contains("closed"), closed.getMessage());
    }

    @Test
    void aFutureGivesAResponse() {
        try (Response response = client.proxyAsync("customer-oauth2", "github", ProxyRequest.get("/anything").build())
                .join()) {
            assertEquals(200, response.statusCode());
        }
    }

    @Test
    void printingShowsNoCustomersData() {
        ProxyRequest.Builder builder =
                ProxyRequest.post("/anything").header("X", "invented-secret").query("q", "invented-secret");
        builder.body("invented-secret", "text/plain");
        try (Response response = send(builder)) {
            String printed = builder + " " + builder.build() + " " + response;
            assertFalse(printed.contains("invented"), printed);
        }
    }

    @Test
    void anyOtherCallCanBeMade() {
        ApiResponse response = client.request(
                ApiRequest.builder("GET", "/integrations/{uniqueKey}").pathParameter("uniqueKey", "github").build());
        assertEquals(200, response.statusCode());
        assertEquals("github", response.json().get("data").flatMap(data -> data.get("unique_key")).flatMap(JsonValue::asString).orElseThrow());
        assertEquals(200, client.requestAsync(ApiRequest.builder("GET", "/integrations").build()).join().statusCode());
    }
}
