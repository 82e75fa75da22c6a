package dev.nango;

import dev.nango.internal.Arguments;
import dev.nango.internal.ClientHandle;
import dev.nango.internal.Desk;
import dev.nango.internal.Errors;
import dev.nango.internal.Library;
import dev.nango.internal.Loaded;
import dev.nango.internal.Times;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A connection with fresh credentials: what Nango knows about one customer's access to one external API. Immutable.
 *
 * <p>Fetch it just before use; keep a token for 5 minutes at most. Printing it shows no secret, and serializers that read fields
 * find none. {@link #token}, {@link #json}, {@link #data} and {@link #credentials} give secrets.
 */
public final class Connection {
    private final transient long id;
    private final transient String connectionId;
    private final transient String providerConfigKey;
    private final transient String provider;
    private final transient AuthMode authMode;
    private final transient String authModeName;
    private final transient String token;
    private final transient Instant expiresAt;
    private final transient String createdAt;
    private final transient String updatedAt;
    private final transient Whole whole;
    private transient Credentials credentials;

    private Connection(Library library, long handle, Desk desk) {
        whole = new Whole(library.nango_connection_json(handle));
        id = library.nango_connection_id(handle);
        connectionId = library.nango_connection_connection_id(handle);
        providerConfigKey = library.nango_connection_provider_config_key(handle);
        provider = library.nango_connection_provider(handle);
        authMode = AuthMode.of(library.nango_connection_auth_mode(handle));
        authModeName = library.nango_connection_auth_mode_name(handle);
        token = library.nango_connection_token(handle);
        expiresAt = library.nango_connection_expires_at_ms(handle, desk.numberOut()) != 0
                ? Instant.ofEpochMilli(desk.number())
                : null;
        createdAt = library.nango_connection_created_at(handle);
        updatedAt = library.nango_connection_updated_at(handle);
    }

    /** What a call for a connection does. */
    static ClientHandle.Exchange<Connection> exchange(String connectionId, String providerConfigKey) {
        String id = Arguments.text("connectionId", connectionId);
        String key = Arguments.text("providerConfigKey", providerConfigKey);
        return (client, options, desk, cancel) -> {
            Library library = Loaded.library();
            long handle = library.nango_get_connection(client, id, key, options, desk.errorOut());
            if (handle == 0) {
                throw desk.failure();
            }
            try {
                return new Connection(library, handle, desk);
            } finally {
                library.nango_connection_free(handle);
            }
        };
    }

    /** Nango's own number of the connection; 0 if the answer has none. */
    public long id() {
        return id;
    }

    /** The id of the connection, as Nango's dashboard shows it. */
    public String connectionId() {
        return connectionId;
    }

    /** The integration that the connection belongs to. */
    public String providerConfigKey() {
        return providerConfigKey;
    }

    /** The external API, such as "github". Nango servers of 2023 do not send it. */
    public Optional<String> provider() {
        return Optional.ofNullable(provider);
    }

    /** How the external API authenticates. */
    public AuthMode authMode() {
        return authMode;
    }

    /** The auth mode as sent, also where it is unknown; empty if none was sent. */
    public Optional<String> authModeName() {
        return Optional.ofNullable(authModeName);
    }

    /** What authenticates a request, where one string does; empty for all other auth modes. A secret. */
    public Optional<String> token() {
        return Optional.ofNullable(token);
    }

    /** When the credentials expire; empty if they do not, or if what was sent is not RFC 3339. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /** Whether the credentials have expired, by the clock of this machine; false if they do not expire. */
    public boolean isExpired() {
        return expiresAt != null && !expiresAt.isAfter(Instant.now());
    }

    /** All credentials: the class tells the auth mode. */
    public Credentials credentials() {
        Credentials read = credentials;
        if (read == null) {
            // Several threads may each read them; the results are equal.
            read = whole.read(handle -> Credentials.read(Loaded.library(), handle, authMode, expiresAt, whole));
            credentials = read;
        }
        return read;
    }

    /** When the connection was made. */
    public Optional<Instant> createdAt() {
        return Optional.ofNullable(Times.parse(createdAt));
    }

    /** When the connection was last changed. */
    public Optional<Instant> updatedAt() {
        return Optional.ofNullable(Times.parse(updatedAt));
    }

    /** When the connection was last asked for. */
    public Optional<Instant> lastFetchedAt() {
        return whole.text(Library::nango_connection_last_fetched_at).map(Times::parse);
    }

    /** What your product stored with the connection. */
    public Optional<JsonValue> metadata() {
        return whole.document(Library::nango_connection_metadata_json);
    }

    /** What the connection was configured with, such as a subdomain. */
    public Optional<JsonValue> connectionConfig() {
        return whole.document(Library::nango_connection_connection_config_json);
    }

    /** What the product sorts its connections by: texts by their names. */
    public Optional<JsonValue> tags() {
        return whole.document(Library::nango_connection_tags_json);
    }

    /** The customer's user who made the connection. */
    public Optional<JsonValue> endUser() {
        return whole.document(Library::nango_connection_end_user_json);
    }

    /** What is wrong with the connection: objects with type and log_id. */
    public Optional<JsonValue> errors() {
        return whole.document(Library::nango_connection_errors_json);
    }

    /** Where Nango sends this connection's webhooks instead of the environment's address. */
    public Optional<String> webhookUrlOverride() {
        return whole.text(Library::nango_connection_webhook_url_override);
    }

    /** The account, which only Nango Cloud of 2023 sends. */
    public OptionalLong accountId() {
        return whole.number(Library::nango_connection_account_id);
    }

    /** The whole document, as sent, secrets included. */
    public String json() {
        return whole.json();
    }

    /** The whole document. Members that have no accessor are here. */
    public JsonValue data() {
        return whole.data();
    }

    /**
     * Makes the value of the Authorization header that authenticates a request as this connection. A secret.
     *
     * <p>It is "Bearer" and the token, or the key; "Basic" and what stands for username and password where the auth mode is
     * BASIC or INSTALL_PLUGIN.
     *
     * @throws InvalidArgumentException these credentials make no such header; the proxy authenticates whatever the auth mode
     */
    public String authorization() {
        Optional<String> value = whole.text(Library::nango_connection_authorization);
        if (value.isPresent()) {
            return value.get();
        }
        if (authMode == AuthMode.ABSENT) {
            throw Errors.invalid("Nango sent no credentials for this connection, so there is no Authorization header: give the "
                    + "secret key the scope environment:connections:read_credentials if the integration has any");
        }
        throw Errors.invalid("the credentials of this connection, of auth mode "
                + (authModeName == null ? authMode : authModeName) + ", make no Authorization header: call the external API "
                + "with NangoClient.proxy, which authenticates with every auth mode, or make what the API wants of the "
                + "connection's credentials()");
    }

    /** The ids, the provider, the auth mode and the times: no secret. */
    @Override
    public String toString() {
        return "Connection(id=" + id + ", connectionId=" + connectionId + ", providerConfigKey=" + providerConfigKey
                + ", provider=" + provider + ", authMode=" + authMode + ", expiresAt=" + expiresAt + ", createdAt="
                + createdAt + ", updatedAt=" + updatedAt + ")";
    }
}
