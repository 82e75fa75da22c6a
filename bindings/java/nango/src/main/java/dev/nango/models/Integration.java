// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An integration. Immutable. */
public final class Integration {
    private final transient JsonValue json;
    private final transient String uniqueKey;
    private final transient String provider;
    private final transient String displayName;
    private final transient String logo;
    private final transient Boolean forwardWebhooks;
    private final transient Instant createdAt;
    private final transient Instant updatedAt;
    private final transient String webhookUrl;
    private final transient JsonValue credentials;
    private final transient Map<String, String> credentialsLabel;
    private final transient List<String> preconfiguredCredentials;
    private final transient List<String> preconfiguredConnectionConfig;

    private Integration(Fields fields) {
        json = fields.json();
        uniqueKey = fields.get("unique_key", Kind.TEXT, "");
        provider = fields.get("provider", Kind.TEXT, "");
        displayName = fields.get("display_name", Kind.TEXT, "");
        logo = fields.get("logo", Kind.TEXT, "");
        forwardWebhooks = fields.get("forward_webhooks", Kind.BOOLEAN, null);
        createdAt = fields.get("created_at", Kind.TIMESTAMP, null);
        updatedAt = fields.get("updated_at", Kind.TIMESTAMP, null);
        webhookUrl = fields.get("webhook_url", Kind.TEXT, null);
        credentials = fields.get("credentials", Kind.OBJECT, null);
        credentialsLabel = fields.get("credentials_label", Kind.mapOf(Kind.TEXT), null);
        preconfiguredCredentials = fields.get("preconfigured_credentials", Kind.listOf(Kind.TEXT), null);
        preconfiguredConnectionConfig = fields.get("preconfigured_connection_config", Kind.listOf(Kind.TEXT), null);
    }

    /** For the library. */
    public static Integration read(JsonValue json) {
        return new Integration(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static Integration of(JsonValue json) {
        return Fields.decoded(json, Integration::read);
    }

    /** Its id: the provider config key of its connections. */
    public String uniqueKey() {
        return uniqueKey;
    }

    /** The external API, as Nango names it: "github". */
    public String provider() {
        return provider;
    }

    /** Its name for humans. */
    public String displayName() {
        return displayName;
    }

    /** The URL of the external API's logo. */
    public String logo() {
        return logo;
    }

    /** Whether Nango forwards webhooks of the external API. */
    public Optional<Boolean> forwardWebhooks() {
        return Optional.ofNullable(forwardWebhooks);
    }

    /** When it was made. */
    public Optional<Instant> createdAt() {
        return Optional.ofNullable(createdAt);
    }

    /** When it was last changed. */
    public Optional<Instant> updatedAt() {
        return Optional.ofNullable(updatedAt);
    }

    /** The URL for webhooks of the external API, if it was asked for and the external API has webhooks. */
    public Optional<String> webhookUrl() {
        return Optional.ofNullable(webhookUrl);
    }

    /**
     * The developer app: client_id, client_secret, scopes and webhook_secret, or app_id, app_link and private_key; only
     * if it was asked for and the key may read it.
     */
    public Optional<JsonValue> credentials() {
        return Optional.ofNullable(credentials);
    }

    /** Names of the credentials' fields for humans. */
    public Optional<Map<String, String>> credentialsLabel() {
        return Optional.ofNullable(credentialsLabel);
    }

    /** The credentials that Nango sets itself. */
    public Optional<List<String>> preconfiguredCredentials() {
        return Optional.ofNullable(preconfiguredCredentials);
    }

    /** The members of connection_config that Nango sets itself. */
    public Optional<List<String>> preconfiguredConnectionConfig() {
        return Optional.ofNullable(preconfiguredConnectionConfig);
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "unique_key", "provider", "display_name", "logo", "forward_webhooks", "created_at", "updated_at", "webhook_url", "credentials", "credentials_label", "preconfigured_credentials", "preconfigured_connection_config");
    }

    /** The whole object as sent, secrets included. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Integration && ((Integration) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "Integration",
                "uniqueKey",
uniqueKey,
                "provider",
provider,
                "displayName",
displayName,
                "logo",
logo,
                "forwardWebhooks",
forwardWebhooks,
                "createdAt",
createdAt,
                "updatedAt",
updatedAt,
                "webhookUrl",
webhookUrl,
                "credentials",
Fields.hidden(credentials),
                "credentialsLabel",
credentialsLabel,
                "preconfiguredCredentials",
preconfiguredCredentials,
                "preconfiguredConnectionConfig",
preconfiguredConnectionConfig);
    }
}

