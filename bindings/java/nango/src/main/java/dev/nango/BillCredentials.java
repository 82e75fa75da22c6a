package dev.nango;

import java.util.Optional;

/** Bill.com. */
public final class BillCredentials extends Credentials {
    private final transient String username;
    private final transient String password;
    private final transient String organizationId;
    private final transient String devKey;
    private final transient String sessionId;
    private final transient String userId;

    BillCredentials(CredentialReading reading) {
        super(reading);
        username = reading.library.nango_connection_username(reading.handle);
        password = reading.library.nango_connection_password(reading.handle);
        organizationId = reading.named("organization_id");
        devKey = reading.named("dev_key");
        sessionId = reading.named("session_id");
        userId = reading.named("user_id");
    }

    /** The name of the user, which may be empty. */
    public Optional<String> username() {
        return Optional.ofNullable(username);
    }

    /** The password, which may be empty. */
    public Optional<String> password() {
        return Optional.ofNullable(password);
    }

    /** The id of the organization. */
    public Optional<String> organizationId() {
        return Optional.ofNullable(organizationId);
    }

    /** The key of the developer. */
    public Optional<String> devKey() {
        return Optional.ofNullable(devKey);
    }

    /** The id of the session. */
    public Optional<String> sessionId() {
        return Optional.ofNullable(sessionId);
    }

    /** The id of the user. */
    public Optional<String> userId() {
        return Optional.ofNullable(userId);
    }
}
