package dev.nango;

import java.util.Optional;

/** OAuth 1.0a. */
public final class OAuth1Credentials extends Credentials {
    private final transient String oauthToken;
    private final transient String oauthTokenSecret;

    OAuth1Credentials(CredentialReading reading) {
        super(reading);
        oauthToken = reading.library.nango_connection_oauth_token(reading.handle);
        oauthTokenSecret = reading.library.nango_connection_oauth_token_secret(reading.handle);
    }

    /** The token. */
    public Optional<String> oauthToken() {
        return Optional.ofNullable(oauthToken);
    }

    /** The secret of the token. */
    public Optional<String> oauthTokenSecret() {
        return Optional.ofNullable(oauthTokenSecret);
    }
}
