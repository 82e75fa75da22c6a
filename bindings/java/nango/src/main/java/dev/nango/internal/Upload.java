package dev.nango.internal;

import java.io.IOException;
import java.io.InputStream;

/** The body of a request that is read while it is sent. */
final class Upload {
    /** How much is read at once, at most. */
    static final int MOST = 65536;

    private final InputStream source;
    private final byte[] room = new byte[MOST];
    private final long userData = Callbacks.userData(this);
    private Throwable failure;

    Upload(InputStream source) {
        this.source = source;
    }

    /** What stands for it in C, until it is forgotten. */
    long userData() {
        return userData;
    }

    /** Reads the next part into memory of C's; gives 0 at the end. */
    int read(long buffer, int capacity) throws IOException {
        int count = source.read(room, 0, capacity);
        if (count > 0) {
            Loaded.library().write(buffer, room, 0, count);
        }
        return Math.max(count, 0);
    }

    void failed(Throwable caught) {
        failure = caught;
    }

    /** What the program's stream threw, which ended the call. */
    Throwable failure() {
        return failure;
    }
}
