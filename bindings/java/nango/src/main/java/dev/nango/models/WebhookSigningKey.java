// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.util.Map;

/** The key that Nango signs webhooks with. Immutable. */
public final class WebhookSigningKey {
    private final transient JsonValue json;
    private final transient String webhookSigningKey;

    private WebhookSigningKey(Fields fields) {
        json = fields.json();
        webhookSigningKey = fields.get("webhook_signing_key", Kind.TEXT, "");
    }

    /** For the library. */
    public static WebhookSigningKey read(JsonValue json) {
        return new WebhookSigningKey(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static WebhookSigningKey of(JsonValue json) {
        return Fields.decoded(json, WebhookSigningKey::read);
    }

    /** The key. */
    public String webhookSigningKey() {
        return webhookSigningKey;
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "webhook_signing_key");
    }

    /** The whole object as sent, secrets included. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WebhookSigningKey && ((WebhookSigningKey) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "WebhookSigningKey",
                "webhookSigningKey",
Fields.hidden(webhookSigningKey));
    }
}

