package dev.nango;

import java.util.Optional;

/** NetSuite's token-based authentication. {@link Connection#connectionConfig} has the account. */
public final class TbaCredentials extends Credentials {
    private final transient String tokenId;
    private final transient String tokenSecret;

    TbaCredentials(CredentialReading reading) {
        super(reading);
        tokenId = reading.named("token_id");
        tokenSecret = reading.named("token_secret");
    }

    /** The id of the token. */
    public Optional<String> tokenId() {
        return Optional.ofNullable(tokenId);
    }

    /** The secret of the token. */
    public Optional<String> tokenSecret() {
        return Optional.ofNullable(tokenSecret);
    }

    /** What overrides the integration's configuration. */
    public Optional<JsonValue> configOverride() {
        return object("config_override");
    }
}
