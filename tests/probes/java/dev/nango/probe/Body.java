package dev.nango.probe;

import dev.nango.ProxyRequest;
import java.io.InputStream;

/** Bodies: made as they are read, and told by their length and sum. */
final class Body {
    private Body() {}

    static byte[] bytes(String hex) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
        }
        return bytes;
    }

    static String hex(byte[] bytes) {
        StringBuilder hex = new StringBuilder();
        for (byte one : bytes) {
            hex.append(String.format("%02x", one));
        }
        return hex.toString();
    }

    static void set(ProxyRequest.Builder request, Told body) {
        byte[] unit = bytes(body.required("unit"));
        long length = body.number("length").orElseThrow();
        String type = body.text("content_type").orElse(null);
        int piece = (int) body.number("piece").orElse(Integer.MAX_VALUE);
        String from = body.required("from");
        switch (from) {
            case "memory":
                byte[] content = new byte[(int) length];
                new Upload(unit, length, Integer.MAX_VALUE).read(content, 0, content.length);
                request.body(content, type);
                break;
            case "sized_reader":
                request.body(new Upload(unit, length, piece), length, type);
                break;
            case "reader":
                request.body(new Upload(unit, length, piece), -1, type);
                break;
            default:
                throw new IllegalArgumentException("no such source of a body: " + from);
        }
    }

    /** The first bytes of a unit that repeats. */
    private static final class Upload extends InputStream {
        private final byte[] unit;
        private final long length;
        private final int piece;
        private long at;

        Upload(byte[] unit, long length, int piece) {
            this.unit = unit;
            this.length = length;
            this.piece = piece;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int most) {
            if (at == length) {
                return -1;
            }
            int count = (int) Math.min(Math.min(most, piece), length - at);
            for (int i = 0; i < count; i++) {
                into[offset + i] = unit[(int) ((at + i) % unit.length)];
            }
            at += count;
            return count;
        }
    }
}
