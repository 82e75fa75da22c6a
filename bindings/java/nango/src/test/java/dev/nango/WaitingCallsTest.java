package dev.nango;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that wait for a thread, since as many run as may: they end as those that run, and no later. */
@Timeout(20)
class WaitingCallsTest {
    private static final CallOptions SHORT = CallOptions.timeout(Duration.ofMillis(100));

    private final SlowServer server = SlowServer.never();
    private final LinkedBlockingQueue<CallSummary> ended = new LinkedBlockingQueue<>();
    private final NangoClient client =
            server.builder().maxConcurrentCalls(1).onCall(ended::add).build();
    private CompletableFuture<Connection> running;

    @BeforeEach
    void occupyTheThread() throws InterruptedException {
        running = client.getConnectionAsync("c", "k");
        server.arrived.acquire();
    }

    @AfterEach
    void end() {
        client.close();
        server.close();
        assertTrue(running.isDone() || assertThrows(CompletionException.class, running::join) != null);
    }

    private static Throwable failure(CompletableFuture<?> future) {
        return assertThrows(CompletionException.class, future::join).getCause();
    }

    /** The call that occupies the thread goes on, and nothing else was asked of the server. */
    private void assertOthersRun(int calls) {
        assertFalse(running.isDone());
        assertEquals(0, server.arrived.availablePermits());
        server.release();
        running.join();
        assertEquals("c", client.getConnection("c", "k").connectionId());
        server.arrived.acquireUninterruptibly();
        assertEquals(0, server.arrived.availablePermits(), "a call was made after it had ended");
        assertEquals(calls + 2, ended.size());
    }

    @Test
    void aTimeoutCountsWhileACallWaits() {
        CompletableFuture<Connection> waits = client.getConnectionAsync("c", "k", SHORT);
        TimeoutException thrown = assertInstanceOf(TimeoutException.class, failure(waits));
        assertEquals(ErrorKind.TIMEOUT, thrown.kind());
        assertTrue(thrown.isRetryable());
        assertEquals(0, thrown.attempts());
        assertTrue(thrown.getMessage().contains("timeout 100 ms"), thrown.getMessage());
        assertTrue(thrown.getMessage().contains("maxConcurrentCalls"), thrown.getMessage());
        assertEquals(ErrorKind.TIMEOUT, ended.peek().error().orElseThrow());
        assertOthersRun(1);
    }

    @Test
    void theTimeoutOfTheClientCountsToo() throws Exception {
        try (NangoClient hurried = server.builder()
                .maxConcurrentCalls(1)
                .maxRetries(0)
                .timeout(Duration.ofMillis(200))
                .build()) {
            CompletableFuture<Connection> first =
                    hurried.getConnectionAsync("c", "k", CallOptions.timeout(Duration.ofSeconds(15)));
            server.arrived.acquire();
            assertInstanceOf(TimeoutException.class, failure(hurried.getConnectionAsync("c", "k")));
            assertFalse(first.isDone());
        }
    }

    @Test
    void aCallBeginsWithWhatIsLeft() throws Exception {
        CompletableFuture<Connection> waits =
                client.getConnectionAsync("c", "k", CallOptions.timeout(Duration.ofSeconds(3)));
        long begin = System.nanoTime();
        Thread.sleep(1500);
        assertTrue(running.cancel(true));
        server.arrived.acquire();
        assertInstanceOf(TimeoutException.class, failure(waits));
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        assertTrue(took < 4400, took + " ms");
    }

    @Test
    void aCancelledFutureIsNotRunLater() throws Exception {
        CompletableFuture<Connection> waits = client.getConnectionAsync("c", "k");
        assertTrue(waits.cancel(true));
        assertThrows(CancellationException.class, waits::join);
        CompletableFuture<Connection> given = client.getConnectionAsync("c", "k");
        given.complete(null);
        assertOthersRun(0);
    }

    @Test
    void cancellingWhatFollowsEndsACallThatWaits() {
        CompletableFuture<Connection> waits = client.getConnectionAsync("c", "k");
        CompletableFuture<String> token = waits.thenApply(Connection::json);
        assertTrue(token.cancel(true));
        assertInstanceOf(CallCancelledException.class, failure(waits.thenApply(Connection::json)));
        assertEquals(ErrorKind.CANCELLED, ended.peek().error().orElseThrow());
        assertOthersRun(1);
    }

    @Test
    void closingTheClientEndsCallsThatWait() {
        List<CompletableFuture<Connection>> waiting = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            waiting.add(client.getConnectionAsync("c", "k"));
        }
        client.close();
        waiting.forEach(waits -> assertInstanceOf(CallCancelledException.class, failure(waits)));
        assertInstanceOf(InvalidArgumentException.class, failure(client.getConnectionAsync("c", "k")));
        assertEquals(0, server.arrived.availablePermits());
    }

    @Test
    void thoseThatWaitHaveTheirTurns() {
        List<CompletableFuture<Connection>> waiting = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            waiting.add(client.getConnectionAsync("c", "k"));
        }
        server.release();
        waiting.forEach(waits -> assertEquals("c", waits.join().connectionId()));
    }

    /** A virtual thread, which Java 17 does not have: hence the reflection. */
    private static final class Virtual {
        private final AtomicReference<Throwable> thrown = new AtomicReference<>();
        private final Thread thread;

        Virtual(Runnable task) throws ReflectiveOperationException {
            Runnable caught = () -> {
                try {
                    task.run();
                } catch (Throwable failure) {
                    thrown.set(failure);
                }
            };
            thread = (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, caught);
        }

        Virtual waiting() {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            return this;
        }

        Throwable interrupted() throws InterruptedException {
            waiting().thread.interrupt();
            return ended();
        }

        Throwable ended() throws InterruptedException {
            thread.join();
            return thrown.get();
        }
    }

    @Test
    @Tag("java22")
    void aTimeoutCountsForAVirtualThread() throws Exception {
        Virtual call = new Virtual(() -> client.getConnection("c", "k", SHORT));
        assertInstanceOf(TimeoutException.class, call.ended());
        assertOthersRun(1);
    }

    @Test
    @Tag("java22")
    void anInterruptEndsACallOfAVirtualThreadThatWaits() throws Exception {
        Virtual call = new Virtual(() -> client.getConnection("c", "k"));
        assertInstanceOf(CallCancelledException.class, call.interrupted());
        assertOthersRun(1);
    }

    @Test
    @Tag("java22")
    void aResponseThatWaitsToBeReadEndsToo() throws Exception {
        try (SlowServer quick = SlowServer.after(0);
                NangoClient reader = quick.builder().maxConcurrentCalls(1).build()) {
            ProxyRequest request =
                    ProxyRequest.get("/x").idleTimeout(Duration.ofMillis(100)).build();
            Response closed = reader.proxy("c", "k", ProxyRequest.get("/x").build());
            try (Response timedOut = reader.proxy("c", "k", request);
                    Response interrupted = reader.proxy("c", "k", ProxyRequest.get("/x").build())) {
                // A program's code occupies the only thread.
                CompletableFuture<Void> held = occupied(reader);
                Virtual reads = new Virtual(timedOut::bytes);
                TimeoutException thrown = assertInstanceOf(TimeoutException.class, reads.ended());
                assertTrue(thrown.getMessage().contains("idle timeout 100 ms"), thrown.getMessage());
                // What has arrived already may still be read.
                assertEnds(new Virtual(interrupted::bytes).interrupted());
                Virtual last = new Virtual(closed::bytes).waiting();
                closed.close();
                assertEnds(last.ended());
                held.complete(null);
            }
        }
    }

    /** Has the program's code occupy the only thread of a client until the result is completed. */
    private static CompletableFuture<Void> occupied(NangoClient client) {
        Thread caller = Thread.currentThread();
        CompletableFuture<Void> held = new CompletableFuture<>();
        CompletableFuture<Boolean> isElsewhere;
        do {
            CompletableFuture<Boolean> runs = new CompletableFuture<>();
            isElsewhere = runs;
            client.getConnectionAsync("c", "k").thenAccept(connection -> {
                // What follows a call that has ended already runs on the thread of the caller.
                if (runs.complete(Thread.currentThread() != caller) && Thread.currentThread() != caller) {
                    held.join();
                }
            });
        } while (!isElsewhere.join());
        return held;
    }

    private static void assertEnds(Throwable thrown) {
        assertTrue(thrown == null || thrown instanceof CallCancelledException, String.valueOf(thrown));
    }
}
