package dev.nango;

import java.util.Optional;

/** A signature. */
public final class SignatureCredentials extends Credentials {
    private final transient String username;
    private final transient String password;
    private final transient String token;

    SignatureCredentials(CredentialReading reading) {
        super(reading);
        username = reading.library.nango_connection_username(reading.handle);
        password = reading.library.nango_connection_password(reading.handle);
        token = reading.library.nango_connection_token(reading.handle);
    }

    /** The name of the user, which may be empty. */
    public Optional<String> username() {
        return Optional.ofNullable(username);
    }

    /** The password, which may be empty. */
    public Optional<String> password() {
        return Optional.ofNullable(password);
    }

    /** The token. */
    public Optional<String> token() {
        return Optional.ofNullable(token);
    }
}
