package dev.nango.internal;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/** A response of the library's, whose body is read as it comes. Whoever reads last when it is closed frees it. */
public final class ResponseHandle {
    /** How much is read at once, at most. */
    private static final int ROOM = 65536;
    /** The library's. */
    private static final long DEFAULT_IDLE_TIMEOUT_MS = 30_000;
    private static final long CLOSED = 1L << 62;

    private final long pointer;
    private final Cancel cancel;
    private final long idleTimeoutMs;
    private final Caller caller;
    private final AtomicLong state = new AtomicLong();
    private ByteBuffer room;

    /** Takes over a response, which the cancel ends. The idle timeout is that of its request; null for the default. */
    public ResponseHandle(long pointer, Cancel cancel, Long idleTimeoutMs, Caller caller) {
        this.pointer = pointer;
        this.cancel = cancel;
        this.idleTimeoutMs = idleTimeoutMs == null ? DEFAULT_IDLE_TIMEOUT_MS : idleTimeoutMs;
        this.caller = caller;
    }

    public int status() {
        return Loaded.library().nango_response_status(pointer);
    }

    public Headers headers() {
        return new Headers(pointer);
    }

    /** Ends reading. Closing twice is fine. */
    public void close() {
        long before = state.getAndUpdate(now -> (now & CLOSED) != 0 ? now : (now | CLOSED) + 1);
        if ((before & CLOSED) == 0) {
            cancel.trigger();
            leave();
        }
    }

    private void enter() {
        long before = state.getAndUpdate(now -> now == 0 ? 1 : now);
        if ((before & CLOSED) != 0) {
            throw Errors.invalid("response is closed: read it before you close it");
        }
        if (before != 0) {
            throw Errors.invalid("response is being read already: let one thread at a time read it");
        }
    }

    private void leave() {
        if (state.decrementAndGet() == CLOSED) {
            Loaded.library().nango_response_free(pointer);
        }
    }

    /** Reads the next part of the body; gives -1 at the end. */
    public int read(byte[] into, int offset, int length) {
        return reading(desk -> {
            if (room == null) {
                room = ByteBuffer.allocateDirect(ROOM);
            }
            Library library = Loaded.library();
            int most = Math.min(length, ROOM);
            long count = library.nango_response_read(pointer, library.address(room), most, desk.errorOut());
            if (count < 0) {
                throw desk.failure();
            }
            room.rewind().get(into, offset, (int) count);
            return count == 0 ? -1 : (int) count;
        });
    }

    /** Reads the rest of the body. */
    public byte[] rest() {
        return reading(desk -> Caller.body(pointer, desk));
    }

    private <T> T reading(java.util.function.Function<Desk, T> read) {
        enter();
        try {
            return caller.reading(cancel, idleTimeoutMs, read);
        } finally {
            leave();
            Reference.reachabilityFence(cancel);
        }
    }
}
