package dev.nango;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A call ends when its thread is interrupted, its future cancelled, or its client closed: long before its timeout of 30 s. */
@Timeout(20)
class CancellationTest {
    /** Makes a call on a thread of its own; gives what it threw, and whether the thread was interrupted afterwards. */
    private static final class Call {
        final AtomicReference<Throwable> thrown = new AtomicReference<>();
        boolean wasInterrupted;
        final Thread thread;

        Call(Runnable call) {
            thread = new Thread(() -> {
                try {
                    call.run();
                } catch (Throwable caught) {
                    thrown.set(caught);
                }
                wasInterrupted = Thread.currentThread().isInterrupted();
            });
            thread.start();
        }

        Throwable ended() throws InterruptedException {
            thread.join();
            return thrown.get();
        }
    }

    @Test
    void anInterruptEndsACallAndStays() throws Exception {
        try (SlowServer server = SlowServer.never();
                NangoClient client = server.builder().build()) {
            Call call = new Call(() -> client.getConnection("c", "k"));
            server.arrived.acquire();
            long begin = System.nanoTime();
            call.thread.interrupt();
            CallCancelledException thrown = assertInstanceOf(CallCancelledException.class, call.ended());
            // The library's own interrupt callback would come every 100 ms.
            assertTrue(System.nanoTime() - begin < TimeUnit.MILLISECONDS.toNanos(90), "the interrupt took long");
            assertEquals(ErrorKind.CANCELLED, thrown.kind());
            assertTrue(call.wasInterrupted);
        }
    }

    @Test
    void aThreadThatIsInterruptedMakesNoCall() throws Exception {
        try (SlowServer server = SlowServer.never();
                NangoClient client = server.builder().build()) {
            Call call = new Call(() -> {
                Thread.currentThread().interrupt();
                client.getConnection("c", "k");
            });
            assertInstanceOf(CallCancelledException.class, call.ended());
            assertEquals(0, server.arrived.availablePermits());
        }
    }

    @Test
    void aCallAfterAnInterruptedOneWorks() {
        try (SlowServer server = SlowServer.after(0);
                NangoClient client = server.builder().build()) {
            Thread.currentThread().interrupt();
            assertThrows(CallCancelledException.class, () -> client.getConnection("c", "k"));
            assertTrue(Thread.interrupted());
            assertEquals("c", client.getConnection("c", "k").connectionId());
        }
    }

    @Test
    void cancellingAFutureEndsTheCall() throws Exception {
        try (SlowServer server = SlowServer.never()) {
            List<CallSummary> ends = new ArrayList<>();
            CompletableFuture<CallSummary> ended = new CompletableFuture<>();
            try (NangoClient client = server.builder().onCall(ended::complete).build()) {
                CompletableFuture<Connection> future = client.getConnectionAsync("c", "k");
                server.arrived.acquire();
                assertTrue(future.cancel(true));
                assertThrows(CancellationException.class, future::join);
                ends.add(ended.get());
            }
            assertEquals(ErrorKind.CANCELLED, ends.get(0).error().orElseThrow());
        }
    }

    @Test
    void cancellingWhatFollowsAFutureEndsTheCall() throws Exception {
        try (SlowServer server = SlowServer.never()) {
            CompletableFuture<CallSummary> ended = new CompletableFuture<>();
            try (NangoClient client = server.builder().onCall(ended::complete).build()) {
                CompletableFuture<String> token = client.getConnectionAsync("c", "k").thenApply(Connection::json);
                server.arrived.acquire();
                assertTrue(token.cancel(true));
                assertEquals(ErrorKind.CANCELLED, ended.get().error().orElseThrow());
            }
        }
    }

    @Test
    void aFutureHasTheResultOrTheError() {
        try (SlowServer server = SlowServer.after(0);
                NangoClient client = server.builder().build()) {
            assertEquals("c", client.getConnectionAsync("c", "k").join().connectionId());
            CompletionException thrown =
                    assertThrows(CompletionException.class, () -> client.getConnectionAsync("", "k").join());
            assertInstanceOf(InvalidArgumentException.class, thrown.getCause());
        }
    }

    @Test
    void closingTheClientEndsCalls() throws Exception {
        try (SlowServer server = SlowServer.never()) {
            NangoClient client = server.builder().build();
            List<Call> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(new Call(() -> client.getConnection("c", "k")));
            }
            server.arrived.acquire(8);
            CompletableFuture<Connection> future = client.getConnectionAsync("c", "k");
            server.arrived.acquire();
            client.close();
            client.close();
            for (Call call : calls) {
                assertInstanceOf(CallCancelledException.class, call.ended());
                assertFalse(call.wasInterrupted);
            }
            assertInstanceOf(
                    CallCancelledException.class,
                    assertThrows(CompletionException.class, future::join).getCause());
        }
    }

    @Test
    void aClosedClientRefusesCalls() {
        try (SlowServer server = SlowServer.after(0)) {
            NangoClient client = server.builder().build();
            client.close();
            InvalidArgumentException thrown =
                    assertThrows(InvalidArgumentException.class, () -> client.getConnection("c", "k"));
            assertTrue(thrown.getMessage().contains("closed"), thrown.getMessage());
            assertThrows(InvalidArgumentException.class, client::clearCache);
            assertThrows(InvalidArgumentException.class, () -> client.connections().list().iterator().hasNext());
            assertInstanceOf(
                    InvalidArgumentException.class,
                    assertThrows(
                                    CompletionException.class,
                                    () -> client.getConnectionAsync("c", "k").join())
                            .getCause());
        }
    }

    @Test
    void manyThreadsCallWhileTheClientIsClosed() throws Exception {
        try (SlowServer server = SlowServer.after(0)) {
            for (int round = 0; round < 20; round++) {
                NangoClient client = server.builder().build();
                List<Call> calls = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    calls.add(new Call(() -> {
                        while (true) {
                            client.getConnection("c", "k");
                        }
                    }));
                }
                server.arrived.acquire(8);
                client.close();
                for (Call call : calls) {
                    Throwable thrown = call.ended();
                    assertTrue(
                            thrown instanceof CallCancelledException || thrown instanceof InvalidArgumentException,
                            String.valueOf(thrown));
                }
            }
        }
    }

    @Test
    void aClientThatIsForgottenDuringACallIsNotClosedBefore() throws Exception {
        try (SlowServer server = SlowServer.never()) {
            CompletableFuture<Connection> future = server.builder().build().getConnectionAsync("c", "k");
            CompletableFuture<Connection> direct = new CompletableFuture<>();
            Call call = new Call(() -> direct.complete(server.builder().build().getConnection("c", "k")));
            server.arrived.acquire(2);
            // The garbage collector has been here, and cleaners have run.
            CompletableFuture<Void> collected = new CompletableFuture<>();
            java.lang.ref.Cleaner.create().register(new Object(), () -> collected.complete(null));
            while (!collected.isDone()) {
                System.gc();
            }
            server.release();
            assertEquals("c", future.join().connectionId());
            assertEquals(null, call.ended());
            assertEquals("c", direct.join().connectionId());
        }
    }

    @Test
    void anInterruptEndsAnUploadFromAChannel(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("large"), new byte[20_000_000]);
        try (SlowServer server = SlowServer.never();
                NangoClient client = server.builder().build();
                FileChannel channel = FileChannel.open(file)) {
            ProxyRequest request = ProxyRequest.post("/x").body(Channels.newInputStream(channel), -1, null).build();
            Call call = new Call(() -> client.proxy("c", "k", request).close());
            server.arrived.acquire();
            // The server reads no more, so the position stays where it is.
            for (long before = -1; before < channel.position(); ) {
                before = channel.position();
                Thread.sleep(100);
            }
            call.thread.interrupt();
            assertInstanceOf(CallCancelledException.class, call.ended());
        }
    }

    @Test
    void aTimeoutOfOneCallCounts() {
        try (SlowServer server = SlowServer.never();
                NangoClient client = server.builder().maxRetries(0).build()) {
            CallOptions options = CallOptions.timeout(Duration.ofMillis(50));
            assertThrows(TimeoutException.class, () -> client.getConnection("c", "k", options));
            assertThrows(InvalidArgumentException.class, () -> CallOptions.timeout(Duration.ofMillis(-1)));
        }
    }
}
