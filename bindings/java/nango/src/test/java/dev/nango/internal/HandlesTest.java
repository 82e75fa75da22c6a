package dev.nango.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nango.NangoClient;
import dev.nango.Pages;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is left of handles that are closed, or forgotten. */
@Timeout(60)
class HandlesTest {
    private static NangoClient.Builder builder() {
        // Nobody listens there, and nobody is asked.
        return NangoClient.builder().secretKey("00000000-0000-4000-8000-00000000cafe").baseUrl("http://127.0.0.1:1").readEnv(false);
    }

    private static long residentKilobytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        throw new IllegalStateException("Linux tells no VmRSS");
    }

    private static void openAndClose(int count) {
        for (int i = 0; i < count; i++) {
            try (NangoClient client = builder().onCall(summary -> {}).build()) {
                client.connections().list().pages();
            }
        }
    }

    @Test
    void tenThousandClientsLeaveNothing() throws IOException {
        openAndClose(2_000);
        System.gc();
        long before = residentKilobytes();
        openAndClose(10_000);
        System.gc();
        long grown = residentKilobytes() - before;
        assertTrue(grown < 20_000, "memory has grown by " + grown + " KiB");
        assertEquals(0, Callbacks.registered());
    }

    @Test
    void aForgottenClientIsClosed() throws InterruptedException {
        WeakReference<NangoClient> forgotten = new WeakReference<>(builder().onCall(summary -> {}).build());
        assertEquals(1, Callbacks.registered());
        while (Callbacks.registered() > 0) {
            System.gc();
            Thread.onSpinWait();
        }
        assertEquals(null, forgotten.get());
    }

    @Test
    void aListKeepsItsClient() {
        Pages<?> pages = builder().onCall(summary -> {}).build().connections().list().pages();
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        assertEquals(1, Callbacks.registered());
        assertEquals(java.util.Optional.empty(), pages.cursor());
    }
}
