package dev.nango.probe;

import dev.nango.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Adler32;

/** The data read from a body: its length, its sum, and the bytes if they are requested. */
final class Download {
    private final ByteArrayOutputStream kept;
    private final Adler32 sum = new Adler32();
    private long length;

    Download(boolean isKept) {
        kept = isKept ? new ByteArrayOutputStream() : null;
    }

    private void add(byte[] part, int count) {
        length += count;
        sum.update(part, 0, count);
        if (kept != null) {
            kept.write(part, 0, count);
        }
    }

    /** Reads the body of a response as a whole, as it comes, or the beginning of it. */
    void take(Response response, Told told) throws IOException {
        if (told.required("read").equals("collect")) {
            byte[] all = response.bytes();
            add(all, all.length);
            return;
        }
        byte[] room = new byte[(int) told.number("read_size").orElse(8192)];
        long left = told.number("read_most").orElse(Long.MAX_VALUE);
        while (left > 0) {
            int count = response.body().read(room, 0, (int) Math.min(room.length, left));
            if (count < 0) {
                return;
            }
            add(room, count);
            left -= count;
        }
    }

    long length() {
        return length;
    }

    long sum() {
        return sum.getValue();
    }

    byte[] kept() {
        return kept == null ? null : kept.toByteArray();
    }
}
