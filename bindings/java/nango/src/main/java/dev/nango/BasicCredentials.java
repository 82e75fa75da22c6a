package dev.nango;

import java.util.Optional;

/** HTTP basic authentication. Either may be empty. */
public final class BasicCredentials extends Credentials {
    private final transient String username;
    private final transient String password;

    BasicCredentials(CredentialReading reading) {
        super(reading);
        username = reading.library.nango_connection_username(reading.handle);
        password = reading.library.nango_connection_password(reading.handle);
    }

    /** The name of the user, which may be empty. */
    public Optional<String> username() {
        return Optional.ofNullable(username);
    }

    /** The password, which may be empty. */
    public Optional<String> password() {
        return Optional.ofNullable(password);
    }
}
