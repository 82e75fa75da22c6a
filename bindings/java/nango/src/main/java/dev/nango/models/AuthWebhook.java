// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.util.Map;
import java.util.Optional;

/** A connection was created, was authorized again, or could not be refreshed. Immutable. */
public final class AuthWebhook implements Webhook {
    private final transient JsonValue json;
    private final transient String type;
    private final transient String sender;
    private final transient String operation;
    private final transient Boolean success;
    private final transient WebhookProblem error;
    private final transient String connectionId;
    private final transient String providerConfigKey;
    private final transient String provider;
    private final transient String authMode;
    private final transient String environment;
    private final transient Map<String, String> tags;
    private final transient WebhookEndUser endUser;

    private AuthWebhook(Fields fields) {
        json = fields.json();
        type = fields.get("type", Kind.TEXT, "");
        sender = fields.get("from", Kind.TEXT, "");
        operation = fields.get("operation", Kind.TEXT, "");
        success = fields.get("success", Kind.BOOLEAN, false);
        error = fields.get("error", WebhookProblem::read, null);
        connectionId = fields.get("connectionId", Kind.TEXT, "");
        providerConfigKey = fields.get("providerConfigKey", Kind.TEXT, "");
        provider = fields.get("provider", Kind.TEXT, "");
        authMode = fields.get("authMode", Kind.TEXT, "");
        environment = fields.get("environment", Kind.TEXT, "");
        tags = fields.get("tags", Kind.mapOf(Kind.TEXT), null);
        endUser = fields.get("endUser", WebhookEndUser::read, null);
    }

    /** For the library. */
    public static AuthWebhook read(JsonValue json) {
        return new AuthWebhook(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static AuthWebhook of(JsonValue json) {
        return Fields.decoded(json, AuthWebhook::read);
    }

    /** The type of the webhook: "auth". */
    @Override
    public String type() {
        return type;
    }

    /** Who sent it: "nango". */
    public String sender() {
        return sender;
    }

    /** What was done: "creation", "override" if the connection existed, "refresh", or another word. */
    public String operation() {
        return operation;
    }

    /** Whether it succeeded. Nango reports a refresh only if it failed. */
    public boolean success() {
        return success;
    }

    /** Why it failed. */
    public Optional<WebhookProblem> error() {
        return Optional.ofNullable(error);
    }

    /** The id of the connection. */
    public String connectionId() {
        return connectionId;
    }

    /** The id of the integration. */
    public String providerConfigKey() {
        return providerConfigKey;
    }

    /** The external API, as Nango names it: "github". */
    public String provider() {
        return provider;
    }

    /** The auth mode of the integration: "OAUTH2". */
    public String authMode() {
        return authMode;
    }

    /** The name of the environment: "dev". */
    public String environment() {
        return environment;
    }

    /** Tags of the connection, with keys in lower case, such as the end_user_id of its connect session. */
    public Optional<Map<String, String>> tags() {
        return Optional.ofNullable(tags);
    }

    /** Who connected it. */
    public Optional<WebhookEndUser> endUser() {
        return Optional.ofNullable(endUser);
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "type", "from", "operation", "success", "error", "connectionId", "providerConfigKey", "provider", "authMode", "environment", "tags", "endUser");
    }

    /** The whole object as sent. */
    @Override
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuthWebhook && ((AuthWebhook) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "AuthWebhook",
                "type",
type,
                "sender",
sender,
                "operation",
operation,
                "success",
success,
                "error",
error,
                "connectionId",
connectionId,
                "providerConfigKey",
providerConfigKey,
                "provider",
provider,
                "authMode",
authMode,
                "environment",
environment,
                "tags",
Fields.hidden(tags),
                "endUser",
Fields.hidden(endUser));
    }
}

