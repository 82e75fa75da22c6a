package dev.nango.internal;

import java.io.IOException;
import java.io.InputStream;

/** The body of a request that is read while it is sent. */
final class Upload {
    /** How much is read at once, at most. */
    static final int MOST = 65536;

    /** How often in a row a stream may give nothing, which is not its end. */
    private static final int MOST_EMPTY = 100;

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
        for (int i = 0; i < MOST_EMPTY; i++) {
            int count = source.read(room, 0, capacity);
            if (count < 0) {
                return 0;
            }
            if (count > capacity) {
                throw new IOException("the stream of the body says that it read " + count + " bytes, and was asked for "
                        + capacity + " at most: correct its read(byte[], int, int)");
            }
            if (count > 0) {
                Loaded.library().write(buffer, room, 0, count);
                return count;
            }
        }
        throw new IOException("the stream of the body gave no byte and no end " + MOST_EMPTY
                + " times in a row: have its read(byte[], int, int) wait for a byte, or give -1 at the end");
    }

    void failed(Throwable caught) {
        failure = caught;
    }

    /** What the program's stream threw, which ended the call. */
    Throwable failure() {
        return failure;
    }
}
