package dev.nango.internal;

import java.io.InputStream;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;

/** The body of a request to an external API. */
public final class ProxyBody {
    private final byte[] content;
    private final InputStream source;
    private final long length;
    private final String contentType;

    private ProxyBody(byte[] content, InputStream source, long length, String contentType) {
        this.content = content;
        this.source = source;
        this.length = length;
        this.contentType = contentType;
    }

    public static ProxyBody of(byte[] content, String contentType) {
        return new ProxyBody(content, null, content.length, contentType);
    }

    public static ProxyBody of(InputStream source, long length, String contentType) {
        if (source == null) {
            throw Errors.invalid("the stream of the body is null: pass one, or no body");
        }
        return new ProxyBody(null, source, length, contentType);
    }

    /** Hands the body to a request; gives what is read while it is sent, or null. */
    Upload handOver(long request) {
        Library library = Loaded.library();
        if (source == null) {
            ByteBuffer memory = ByteBuffer.allocateDirect(content.length).put(content);
            library.nango_request_set_body(request, library.address(memory), content.length, contentType);
            Reference.reachabilityFence(memory);
            return null;
        }
        Upload upload = new Upload(source);
        library.nango_request_set_body_reader(
                request, library.readCallback(), upload.userData(), length, contentType);
        return upload;
    }
}
