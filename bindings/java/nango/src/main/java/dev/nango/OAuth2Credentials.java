package dev.nango;

import java.util.Optional;

/** OAuth 2. The refresh token is here if the call was asked for it. */
public class OAuth2Credentials extends Credentials {
    private final transient String accessToken;
    private final transient String refreshToken;

    OAuth2Credentials(CredentialReading reading) {
        super(reading);
        accessToken = reading.library.nango_connection_access_token(reading.handle);
        refreshToken = reading.library.nango_connection_refresh_token(reading.handle);
    }

    /** The access token. */
    public Optional<String> accessToken() {
        return Optional.ofNullable(accessToken);
    }

    /** The refresh token, if it was asked for. */
    public Optional<String> refreshToken() {
        return Optional.ofNullable(refreshToken);
    }

    /** What overrides the integration's configuration. */
    public Optional<JsonValue> configOverride() {
        return object("config_override");
    }
}
