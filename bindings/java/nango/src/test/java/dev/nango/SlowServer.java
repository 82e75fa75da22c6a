package dev.nango;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** A server that has one connection, or another body, and gives it after a time, or not before it is told to. */
final class SlowServer implements AutoCloseable {
    private static final byte[] CONNECTION =
            ("{\"id\":1,\"connection_id\":\"c\",\"provider_config_key\":\"k\",\"provider\":\"github\",\"credentials\":"
                            + "{\"type\":\"API_KEY\",\"apiKey\":\"invented-key\"}}")
                    .getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch released = new CountDownLatch(1);
    /** A permit for each request that has arrived. */
    final Semaphore arrived = new Semaphore(0);

    private SlowServer(long milliseconds, byte[] body) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            arrived.release();
            try {
                if (milliseconds < 0) {
                    released.await();
                } else {
                    Thread.sleep(milliseconds);
                }
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } catch (InterruptedException | IOException clientHasGone) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
    }

    /** It answers after a time. */
    static SlowServer after(long milliseconds) {
        return new SlowServer(milliseconds, CONNECTION);
    }

    /** It gives every request this at once. */
    static SlowServer answering(String body) {
        return new SlowServer(0, body.getBytes(StandardCharsets.UTF_8));
    }

    /** It answers when it is closed. */
    static SlowServer never() {
        return new SlowServer(-1, CONNECTION);
    }

    NangoClient.Builder builder() {
        return NangoClient.builder()
                .secretKey("00000000-0000-4000-8000-00000000cafe")
                .baseUrl("http://127.0.0.1:" + server.getAddress().getPort())
                .readEnv(false);
    }

    /** Has it answer all that it never would. */
    void release() {
        released.countDown();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }
}
