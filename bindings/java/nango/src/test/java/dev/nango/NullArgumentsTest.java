package dev.nango;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nango.operations.ListConnectionsParams;
import dev.nango.operations.PauseSyncParams;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** An argument that is null is named, before anything is sent. */
class NullArgumentsTest {
    private static void assertNamed(String name, Executable... calls) {
        List<String> messages = new ArrayList<>();
        for (Executable call : calls) {
            InvalidArgumentException thrown = assertThrows(InvalidArgumentException.class, call);
            messages.add(thrown.getMessage());
        }
        for (String message : messages) {
            assertTrue(message.startsWith(name + " is null: pass "), message);
        }
        assertEquals(calls.length, messages.size());
    }

    @Test
    void ofAClient() {
        ProxyRequest proxied = ProxyRequest.get("/x").build();
        ApiRequest any = ApiRequest.builder("GET", "/x").build();
        // Nobody listens there, and nobody is asked.
        try (NangoClient client = NangoClient.builder()
                .secretKey("00000000-0000-4000-8000-00000000cafe")
                .baseUrl("http://127.0.0.1:1")
                .readEnv(false)
                .build()) {
            assertNamed(
                    "options",
                    () -> client.getConnection("c", "k", null),
                    () -> client.getConnectionAsync("c", "k", null),
                    () -> client.proxy("c", "k", proxied, null),
                    () -> client.proxyAsync("c", "k", proxied, null),
                    () -> client.request(any, null),
                    () -> client.requestAsync(any, null),
                    () -> client.environment().listVariables(null),
                    () -> client.connections().list(ListConnectionsParams.builder().build(), null));
            assertNamed(
                    "request",
                    () -> client.proxy("c", "k", null),
                    () -> client.proxyAsync("c", "k", null),
                    () -> client.request(null),
                    () -> client.requestAsync(null));
            assertNamed(
                    "params",
                    () -> client.connections().list(null),
                    () -> client.syncs().pause(null),
                    () -> client.syncs().pauseAsync(null),
                    () -> client.syncs().pause((PauseSyncParams) null, CallOptions.DEFAULT));
        }
    }

    @Test
    void ofRequestsAndWebhooks() {
        assertNamed(
                "body",
                () -> ProxyRequest.post("/x").body((byte[]) null, null),
                () -> Webhooks.isSigned(null, "signature", "key"),
                () -> Webhooks.parse(null, "signature", "key"));
        assertNamed("retryOn", () -> ProxyRequest.post("/x").retryOn((int[]) null));
    }
}
