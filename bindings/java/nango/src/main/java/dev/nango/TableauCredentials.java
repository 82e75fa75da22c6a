package dev.nango;

import java.util.Optional;

/** Tableau, from old Nango servers. */
public final class TableauCredentials extends Credentials {
    private final transient String token;
    private final transient String patName;
    private final transient String patSecret;
    private final transient String contentUrl;

    TableauCredentials(CredentialReading reading) {
        super(reading);
        token = reading.library.nango_connection_token(reading.handle);
        patName = reading.named("pat_name");
        patSecret = reading.named("pat_secret");
        contentUrl = reading.named("content_url");
    }

    /** The token. */
    public Optional<String> token() {
        return Optional.ofNullable(token);
    }

    /** The name of the personal access token. */
    public Optional<String> patName() {
        return Optional.ofNullable(patName);
    }

    /** The secret of the personal access token. */
    public Optional<String> patSecret() {
        return Optional.ofNullable(patSecret);
    }

    /** The name of the site. */
    public Optional<String> contentUrl() {
        return Optional.ofNullable(contentUrl);
    }
}
