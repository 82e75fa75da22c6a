package dev.nango;

import java.util.Optional;

/** The App Store, from old Nango servers. */
public final class AppStoreCredentials extends Credentials {
    private final transient String accessToken;
    private final transient String privateKey;

    AppStoreCredentials(CredentialReading reading) {
        super(reading);
        accessToken = reading.library.nango_connection_access_token(reading.handle);
        privateKey = reading.named("private_key");
    }

    /** The access token. */
    public Optional<String> accessToken() {
        return Optional.ofNullable(accessToken);
    }

    /** The private key. */
    public Optional<String> privateKey() {
        return Optional.ofNullable(privateKey);
    }
}
