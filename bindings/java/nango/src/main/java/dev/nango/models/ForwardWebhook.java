// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.util.Map;
import java.util.Optional;

/** A webhook of an external API that Nango forwards. Immutable. */
public final class ForwardWebhook implements Webhook {
    private final transient JsonValue json;
    private final transient String type;
    private final transient String sender;
    private final transient String connectionId;
    private final transient String providerConfigKey;
    private final transient JsonValue payload;

    private ForwardWebhook(Fields fields) {
        json = fields.json();
        type = fields.get("type", Kind.TEXT, "");
        sender = fields.get("from", Kind.TEXT, "");
        connectionId = fields.get("connectionId", Kind.TEXT, null);
        providerConfigKey = fields.get("providerConfigKey", Kind.TEXT, "");
        payload = fields.get("payload", Kind.JSON, null);
    }

    /** For the library. */
    public static ForwardWebhook read(JsonValue json) {
        return new ForwardWebhook(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static ForwardWebhook of(JsonValue json) {
        return Fields.decoded(json, ForwardWebhook::read);
    }

    /** The type of the webhook: "forward". */
    @Override
    public String type() {
        return type;
    }

    /** The external API, as Nango names it: "github". */
    public String sender() {
        return sender;
    }

    /** The id of the connection that it is about. */
    public Optional<String> connectionId() {
        return Optional.ofNullable(connectionId);
    }

    /** The id of the integration. */
    public String providerConfigKey() {
        return providerConfigKey;
    }

    /** What the external API sent. */
    public Optional<JsonValue> payload() {
        return Optional.ofNullable(payload);
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "type", "from", "connectionId", "providerConfigKey", "payload");
    }

    /** The whole object as sent. */
    @Override
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ForwardWebhook && ((ForwardWebhook) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "ForwardWebhook",
                "type",
type,
                "sender",
sender,
                "connectionId",
connectionId,
                "providerConfigKey",
providerConfigKey,
                "payload",
Fields.hidden(payload));
    }
}

