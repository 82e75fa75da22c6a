package dev.nango;

import dev.nango.internal.Library;
import java.time.Instant;
import java.util.Optional;

/**
 * Credentials, of a class for each auth mode. Immutable.
 *
 * <pre>{@code
 * if (connection.credentials() instanceof BasicCredentials) {
 *     BasicCredentials basic = (BasicCredentials) connection.credentials();
 * }
 * }</pre>
 *
 * <p>What Nango did not send is empty. Printing them shows only when they expire.
 */
public abstract class Credentials {
    private final transient Instant expiresAt;
    private final transient Whole whole;

    Credentials(CredentialReading reading) {
        expiresAt = reading.expiresAt;
        whole = reading.whole;
    }

    static Credentials read(Library library, long handle, AuthMode mode, Instant expiresAt, Whole whole) {
        CredentialReading reading = new CredentialReading(library, handle, expiresAt, whole);
        switch (mode) {
            case ABSENT:
                return new AbsentCredentials(reading);
            case NONE:
                return new NoCredentials(reading);
            case OAUTH1:
                return new OAuth1Credentials(reading);
            case OAUTH2:
                return new OAuth2Credentials(reading);
            case OAUTH2_CC:
                return new OAuth2ClientCredentials(reading);
            case BASIC:
                return new BasicCredentials(reading);
            case API_KEY:
                return new ApiKeyCredentials(reading);
            case APP:
                return new AppCredentials(reading);
            case APP_STORE:
                return new AppStoreCredentials(reading);
            case CUSTOM:
                return new CustomCredentials(reading);
            case TBA:
                return new TbaCredentials(reading);
            case TABLEAU:
                return new TableauCredentials(reading);
            case JWT:
                return new JwtCredentials(reading);
            case BILL:
                return new BillCredentials(reading);
            case TWO_STEP:
                return new TwoStepCredentials(reading);
            case SIGNATURE:
                return new SignatureCredentials(reading);
            case MCP_OAUTH2:
                return new McpOAuth2Credentials(reading);
            case MCP_OAUTH2_GENERIC:
                return new McpOAuth2GenericCredentials(reading);
            case INSTALL_PLUGIN:
                return new InstallPluginCredentials(reading);
            case AWS_SIGV4:
                return new AwsSigV4Credentials(reading);
            default:
                return new UnknownCredentials(reading);
        }
    }

    /** When they expire; empty if they do not, or if what was sent is not RFC 3339. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /** What the external API said when it gave the credentials. */
    public Optional<JsonValue> raw() {
        return whole.document(Library::nango_connection_raw_json);
    }

    /** All of the credentials as Nango sent them; empty if it sent none. The user's own fields of JWT and TWO_STEP are here. */
    public Optional<JsonValue> data() {
        return whole.document(Library::nango_connection_credentials_json);
    }

    final Optional<JsonValue> object(String name) {
        return data().flatMap(all -> all.get(name)).filter(value -> value.type() == JsonValue.Type.OBJECT);
    }

    /** Only the class and when they expire: no secret. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + "(expiresAt=" + expiresAt + ")";
    }
}
