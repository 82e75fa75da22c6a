package dev.nango;

import java.util.Optional;

/** OAuth 2 client credentials. */
public final class OAuth2ClientCredentials extends Credentials {
    private final transient String token;
    private final transient String clientId;
    private final transient String clientSecret;
    private final transient String clientCertificate;
    private final transient String clientPrivateKey;

    OAuth2ClientCredentials(CredentialReading reading) {
        super(reading);
        token = reading.library.nango_connection_token(reading.handle);
        clientId = reading.named("client_id");
        clientSecret = reading.named("client_secret");
        clientCertificate = reading.named("client_certificate");
        clientPrivateKey = reading.named("client_private_key");
    }

    /** The token. */
    public Optional<String> token() {
        return Optional.ofNullable(token);
    }

    /** The id of the client. */
    public Optional<String> clientId() {
        return Optional.ofNullable(clientId);
    }

    /** The secret of the client. */
    public Optional<String> clientSecret() {
        return Optional.ofNullable(clientSecret);
    }

    /** The certificate of the client. */
    public Optional<String> clientCertificate() {
        return Optional.ofNullable(clientCertificate);
    }

    /** The private key of the client. */
    public Optional<String> clientPrivateKey() {
        return Optional.ofNullable(clientPrivateKey);
    }
}
