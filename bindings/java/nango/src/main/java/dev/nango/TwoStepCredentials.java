package dev.nango;

import java.util.Optional;

/** Two steps, the second of which yields the token. What the customer entered is in {@link #data}. */
public final class TwoStepCredentials extends Credentials {
    private final transient String token;
    private final transient String refreshToken;

    TwoStepCredentials(CredentialReading reading) {
        super(reading);
        token = reading.library.nango_connection_token(reading.handle);
        refreshToken = reading.library.nango_connection_refresh_token(reading.handle);
    }

    /** The token. */
    public Optional<String> token() {
        return Optional.ofNullable(token);
    }

    /** The refresh token, if it was asked for. */
    public Optional<String> refreshToken() {
        return Optional.ofNullable(refreshToken);
    }
}
