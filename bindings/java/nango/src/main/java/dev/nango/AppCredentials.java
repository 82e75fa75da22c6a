package dev.nango;

import java.util.Optional;

/** A GitHub App. */
public final class AppCredentials extends Credentials {
    private final transient String accessToken;
    private final transient String jwtToken;

    AppCredentials(CredentialReading reading) {
        super(reading);
        accessToken = reading.library.nango_connection_access_token(reading.handle);
        jwtToken = reading.named("jwtToken");
    }

    /** The access token. */
    public Optional<String> accessToken() {
        return Optional.ofNullable(accessToken);
    }

    /** The JSON web token of the app. */
    public Optional<String> jwtToken() {
        return Optional.ofNullable(jwtToken);
    }
}
