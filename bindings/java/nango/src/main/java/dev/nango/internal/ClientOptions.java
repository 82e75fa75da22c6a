package dev.nango.internal;

import java.util.function.ObjLongConsumer;

/** Options of a client, for as long as one is made. */
public final class ClientOptions {
    private ClientOptions() {}

    /** Makes a client with the options that a function sets. */
    public static ClientHandle open(
            ObjLongConsumer<Library> apply, Observers observers, int maxConcurrentCalls) {
        Library library = Loaded.library();
        long options = library.nango_client_options_new();
        try {
            apply.accept(library, options);
            return ClientHandle.open(options, observers, maxConcurrentCalls);
        } finally {
            library.nango_client_options_free(options);
        }
    }
}
