package dev.nango;

import java.util.Optional;

/** An API key. */
public final class ApiKeyCredentials extends Credentials {
    private final transient String apiKey;

    ApiKeyCredentials(CredentialReading reading) {
        super(reading);
        apiKey = reading.library.nango_connection_api_key(reading.handle);
    }

    /** The key. */
    public Optional<String> apiKey() {
        return Optional.ofNullable(apiKey);
    }
}
