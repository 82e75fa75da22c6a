package dev.nango;

import dev.nango.internal.Library;
import java.time.Instant;
import java.util.Optional;

/**
 * Credentials, of a class for each auth mode. Immutable.
 *
 * <pre>{@code
 * if (connection.credentials() instanceof Credentials.Basic) {
 *     Credentials.Basic basic = (Credentials.Basic) connection.credentials();
 * }
 * }</pre>
 *
 * <p>What Nango did not send is empty. Printing them shows only when they expire.
 */
public abstract class Credentials {
    private final transient Instant expiresAt;
    private final transient Whole whole;

    Credentials(Reading reading) {
        expiresAt = reading.expiresAt;
        whole = reading.whole;
    }

    /** Where credentials are read from. */
    static final class Reading {
        private final Library library;
        private final long handle;
        private final Instant expiresAt;
        private final Whole whole;

        private Reading(Library library, long handle, Instant expiresAt, Whole whole) {
            this.library = library;
            this.handle = handle;
            this.expiresAt = expiresAt;
            this.whole = whole;
        }

        private String named(String name) {
            return library.nango_connection_credential(handle, name);
        }
    }

    static Credentials read(Library library, long handle, AuthMode mode, Instant expiresAt, Whole whole) {
        Reading reading = new Reading(library, handle, expiresAt, whole);
        switch (mode) {
            case ABSENT:
                return new Absent(reading);
            case NONE:
                return new NoCredentials(reading);
            case OAUTH1:
                return new OAuth1(reading);
            case OAUTH2:
                return new OAuth2(reading);
            case OAUTH2_CC:
                return new OAuth2ClientCredentials(reading);
            case BASIC:
                return new Basic(reading);
            case API_KEY:
                return new ApiKey(reading);
            case APP:
                return new App(reading);
            case APP_STORE:
                return new AppStore(reading);
            case CUSTOM:
                return new Custom(reading);
            case TBA:
                return new Tba(reading);
            case TABLEAU:
                return new Tableau(reading);
            case JWT:
                return new Jwt(reading);
            case BILL:
                return new Bill(reading);
            case TWO_STEP:
                return new TwoStep(reading);
            case SIGNATURE:
                return new Signature(reading);
            case MCP_OAUTH2:
                return new McpOAuth2(reading);
            case MCP_OAUTH2_GENERIC:
                return new McpOAuth2Generic(reading);
            case INSTALL_PLUGIN:
                return new InstallPlugin(reading);
            case AWS_SIGV4:
                return new AwsSigV4(reading);
            default:
                return new Unknown(reading);
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

    /** OAuth 2. The refresh token is here if the call was asked for it. */
    public static class OAuth2 extends Credentials {
        private final transient String accessToken;
        private final transient String refreshToken;

        OAuth2(Reading reading) {
            super(reading);
            accessToken = reading.library.nango_connection_access_token(reading.handle);
            refreshToken = reading.library.nango_connection_refresh_token(reading.handle);
        }

        /** The access token. */
        public Optional<String> accessToken() {
            return Optional.ofNullable(accessToken);
        }

        /** The refresh token, if it was asked for. */
        public Optional<String> refreshToken() {
            return Optional.ofNullable(refreshToken);
        }

        /** What overrides the integration's configuration. */
        public Optional<JsonValue> configOverride() {
            return object("config_override");
        }
    }

    /** MCP over OAuth 2. */
    public static final class McpOAuth2 extends OAuth2 {
        McpOAuth2(Reading reading) {
            super(reading);
        }
    }

    /** MCP over OAuth 2 with a client registered on the fly. */
    public static final class McpOAuth2Generic extends OAuth2 {
        McpOAuth2Generic(Reading reading) {
            super(reading);
        }
    }

    /** OAuth 1.0a. */
    public static final class OAuth1 extends Credentials {
        private final transient String oauthToken;
        private final transient String oauthTokenSecret;

        OAuth1(Reading reading) {
            super(reading);
            oauthToken = reading.library.nango_connection_oauth_token(reading.handle);
            oauthTokenSecret = reading.library.nango_connection_oauth_token_secret(reading.handle);
        }

        /** The token. */
        public Optional<String> oauthToken() {
            return Optional.ofNullable(oauthToken);
        }

        /** The secret of the token. */
        public Optional<String> oauthTokenSecret() {
            return Optional.ofNullable(oauthTokenSecret);
        }
    }

    /** OAuth 2 client credentials. */
    public static final class OAuth2ClientCredentials extends Credentials {
        private final transient String token;
        private final transient String clientId;
        private final transient String clientSecret;
        private final transient String clientCertificate;
        private final transient String clientPrivateKey;

        OAuth2ClientCredentials(Reading reading) {
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

    /** HTTP basic authentication. Either may be empty. */
    public static final class Basic extends Credentials {
        private final transient String username;
        private final transient String password;

        Basic(Reading reading) {
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

    /** A plugin that the customer installs. */
    public static final class InstallPlugin extends Credentials {
        private final transient String username;
        private final transient String password;

        InstallPlugin(Reading reading) {
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

    /** An API key. */
    public static final class ApiKey extends Credentials {
        private final transient String apiKey;

        ApiKey(Reading reading) {
            super(reading);
            apiKey = reading.library.nango_connection_api_key(reading.handle);
        }

        /** The key. */
        public Optional<String> apiKey() {
            return Optional.ofNullable(apiKey);
        }
    }

    /** A GitHub App. */
    public static final class App extends Credentials {
        private final transient String accessToken;
        private final transient String jwtToken;

        App(Reading reading) {
            super(reading);
            accessToken = reading.library.nango_connection_access_token(reading.handle);
            jwtToken = reading.named("jwtToken");
        }

        /** The access token. */
        public Optional<String> accessToken() {
            return Optional.ofNullable(accessToken);
        }

        /** The JSON web token of the app. */
        public Optional<String> jwtToken() {
            return Optional.ofNullable(jwtToken);
        }
    }

    /** The App Store, from old Nango servers. */
    public static final class AppStore extends Credentials {
        private final transient String accessToken;
        private final transient String privateKey;

        AppStore(Reading reading) {
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

    /** A GitHub App together with a user's token, each as Nango sent it: {@code credentials.app().flatMap(app -> app.get("access_token"))}. */
    public static final class Custom extends Credentials {

        Custom(Reading reading) {
            super(reading);
        }

        /** The credentials of the app, as sent. */
        public Optional<JsonValue> app() {
            return object("app");
        }

        /** The credentials of the user, as sent. */
        public Optional<JsonValue> user() {
            return object("user");
        }
    }

    /** NetSuite's token-based authentication. {@link Connection#connectionConfig} has the account. */
    public static final class Tba extends Credentials {
        private final transient String tokenId;
        private final transient String tokenSecret;

        Tba(Reading reading) {
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

    /** Tableau, from old Nango servers. */
    public static final class Tableau extends Credentials {
        private final transient String token;
        private final transient String patName;
        private final transient String patSecret;
        private final transient String contentUrl;

        Tableau(Reading reading) {
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

    /** A signed JSON web token. What it was signed with is in {@link #data}. */
    public static final class Jwt extends Credentials {
        private final transient String token;

        Jwt(Reading reading) {
            super(reading);
            token = reading.library.nango_connection_token(reading.handle);
        }

        /** The token. */
        public Optional<String> token() {
            return Optional.ofNullable(token);
        }
    }

    /** Bill.com. */
    public static final class Bill extends Credentials {
        private final transient String username;
        private final transient String password;
        private final transient String organizationId;
        private final transient String devKey;
        private final transient String sessionId;
        private final transient String userId;

        Bill(Reading reading) {
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

    /** Two steps, the second of which yields the token. What the customer entered is in {@link #data}. */
    public static final class TwoStep extends Credentials {
        private final transient String token;
        private final transient String refreshToken;

        TwoStep(Reading reading) {
            super(reading);
            token = reading.library.nango_connection_token(reading.handle);
            refreshToken = reading.library.nango_connection_refresh_token(reading.handle);
        }

        /** The token. */
        public Optional<String> token() {
            return Optional.ofNullable(token);
        }

        /** The refresh token, if it was asked for. */
        public Optional<String> refreshToken() {
            return Optional.ofNullable(refreshToken);
        }
    }

    /** A signature. */
    public static final class Signature extends Credentials {
        private final transient String username;
        private final transient String password;
        private final transient String token;

        Signature(Reading reading) {
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

    /** AWS Signature Version 4. */
    public static final class AwsSigV4 extends Credentials {
        private final transient String accessKeyId;
        private final transient String secretAccessKey;
        private final transient String sessionToken;
        private final transient String roleArn;
        private final transient String region;
        private final transient String service;
        private final transient String externalId;

        AwsSigV4(Reading reading) {
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

    /** The external API needs none, and Nango says so (auth mode NONE). */
    public static final class NoCredentials extends Credentials {
        NoCredentials(Reading reading) {
            super(reading);
        }
    }

    /** Nango sent none: none are needed, or the secret key may not read them. Nango does not say which. */
    public static final class Absent extends Credentials {
        Absent(Reading reading) {
            super(reading);
        }
    }

    /** An auth mode that this version does not know, or none named: everything is in {@link #data}. */
    public static final class Unknown extends Credentials {
        Unknown(Reading reading) {
            super(reading);
        }
    }
}
