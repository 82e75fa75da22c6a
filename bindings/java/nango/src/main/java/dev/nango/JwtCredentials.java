package dev.nango;

import java.util.Optional;

/** A signed JSON web token. What it was signed with is in {@link #data}. */
public final class JwtCredentials extends Credentials {
    private final transient String token;

    JwtCredentials(CredentialReading reading) {
        super(reading);
        token = reading.library.nango_connection_token(reading.handle);
    }

    /** The token. */
    public Optional<String> token() {
        return Optional.ofNullable(token);
    }
}
