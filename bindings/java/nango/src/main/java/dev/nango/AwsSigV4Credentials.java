package dev.nango;

import java.util.Optional;

/** AWS Signature Version 4. */
public final class AwsSigV4Credentials extends Credentials {
    private final transient String accessKeyId;
    private final transient String secretAccessKey;
    private final transient String sessionToken;
    private final transient String roleArn;
    private final transient String region;
    private final transient String service;
    private final transient String externalId;

    AwsSigV4Credentials(CredentialReading reading) {
        super(reading);
        accessKeyId = reading.named("access_key_id");
        secretAccessKey = reading.named("secret_access_key");
        sessionToken = reading.named("session_token");
        roleArn = reading.named("role_arn");
        region = reading.named("region");
        service = reading.named("service");
        externalId = reading.named("external_id");
    }

    /** The id of the access key. */
    public Optional<String> accessKeyId() {
        return Optional.ofNullable(accessKeyId);
    }

    /** The secret of the access key. */
    public Optional<String> secretAccessKey() {
        return Optional.ofNullable(secretAccessKey);
    }

    /** The token of the session. */
    public Optional<String> sessionToken() {
        return Optional.ofNullable(sessionToken);
    }

    /** The role that was assumed. */
    public Optional<String> roleArn() {
        return Optional.ofNullable(roleArn);
    }

    /** The region. */
    public Optional<String> region() {
        return Optional.ofNullable(region);
    }

    /** The service. */
    public Optional<String> service() {
        return Optional.ofNullable(service);
    }

    /** The external id of the role. */
    public Optional<String> externalId() {
        return Optional.ofNullable(externalId);
    }
}
