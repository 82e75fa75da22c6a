package dev.nango;

import dev.nango.internal.Library;
import java.time.Instant;

/** Where credentials are read from, while they are made. */
final class CredentialReading {
    final Library library;
    final long handle;
    final Instant expiresAt;
    final Whole whole;

    CredentialReading(Library library, long handle, Instant expiresAt, Whole whole) {
        this.library = library;
        this.handle = handle;
        this.expiresAt = expiresAt;
        this.whole = whole;
    }

    String named(String name) {
        return library.nango_connection_credential(handle, name);
    }
}
