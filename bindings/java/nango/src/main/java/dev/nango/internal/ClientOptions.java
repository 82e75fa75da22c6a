package dev.nango.internal;

import java.util.function.ObjLongConsumer;

/** Options of a client, for as long as one is made. */
public final class ClientOptions {
    /** The library's. */
    private static final long DEFAULT_TIMEOUT_MS = 30_000;

    private ClientOptions() {}

    /** Makes a client with the options that a function sets. The timeout is among them, or null. */
    public static ClientHandle open(
            ObjLongConsumer<Library> apply, Observers observers, Long timeoutMs, int maxConcurrentCalls) {
        Library library = Loaded.library();
        long options = library.nango_client_options_new();
        try {
            apply.accept(library, options);
            long known = timeoutMs == null ? DEFAULT_TIMEOUT_MS : timeoutMs;
            return ClientHandle.open(options, observers, known, maxConcurrentCalls);
        } finally {
            library.nango_client_options_free(options);
        }
    }
}
