package dev.nango.internal;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The library's request of a call through the proxy, for as long as the call takes. */
public final class ProxyCall implements AutoCloseable {
    private final Library library = Loaded.library();
    private final long request;
    private Upload upload;

    public ProxyCall(String method, String endpoint) {
        request = library.nango_request_new(method, endpoint);
    }

    public Library library() {
        return library;
    }

    public long request() {
        return request;
    }

    public void body(ProxyBody body) {
        upload = body.handOver(request);
    }

    public void retryOn(int[] statuses) {
        ByteBuffer memory = ByteBuffer.allocateDirect(4 * Math.max(statuses.length, 1)).order(ByteOrder.nativeOrder());
        memory.asIntBuffer().put(statuses);
        library.nango_request_set_retry_on(request, library.address(memory), statuses.length);
        Reference.reachabilityFence(memory);
    }

    /** The failure of a call: with that of the program's stream, if it was this. */
    public RuntimeException failure(Desk desk) {
        RuntimeException failure = desk.failure();
        if (upload != null && upload.failure() != null) {
            failure.initCause(upload.failure());
        }
        return failure;
    }

    @Override
    public void close() {
        library.nango_request_free(request);
        if (upload != null) {
            Callbacks.forget(upload.userData());
        }
    }
}
