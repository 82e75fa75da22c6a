package dev.nango;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls of virtual threads, which Java 17 does not have: hence the reflection. */
@Tag("java22")
@Timeout(20)
class VirtualThreadsTest {
    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        return (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    private static Thread startVirtual(Runnable task) throws ReflectiveOperationException {
        return (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    }

    @Test
    void callsDoNotPinCarriers() throws Exception {
        try (SlowServer server = SlowServer.after(300);
                NangoClient client = server.builder().build()) {
            client.getConnection("c", "k"); // loads the classes
            ExecutorService threads = virtualThreads();
            long begin = System.nanoTime();
            List<Future<Connection>> calls = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                calls.add(threads.submit(() -> client.getConnection("c", "k")));
            }
            for (Future<Connection> call : calls) {
                call.get();
            }
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            threads.shutdown();
            // On the carriers, of which there are as many as cores, 64 calls take 64 * 300 ms / cores.
            long pinned = 64 * 300 / Runtime.getRuntime().availableProcessors();
            System.out.println("64 calls of 300 ms from virtual threads: " + took + " ms");
            assertTrue(took < Math.min(pinned / 4, 1500), took + " ms");
        }
    }

    @Test
    void anInterruptOfAVirtualThreadEndsItsCall() throws Exception {
        try (SlowServer server = SlowServer.never();
                NangoClient client = server.builder().build()) {
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            AtomicReference<Boolean> wasInterrupted = new AtomicReference<>();
            Thread thread = startVirtual(() -> {
                try {
                    client.getConnection("c", "k");
                } catch (Throwable caught) {
                    thrown.set(caught);
                }
                wasInterrupted.set(Thread.currentThread().isInterrupted());
            });
            server.arrived.acquire();
            thread.interrupt();
            thread.join();
            assertInstanceOf(CallCancelledException.class, thrown.get());
            assertTrue(wasInterrupted.get());
        }
    }
}
