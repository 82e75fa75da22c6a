// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.util.Map;
import java.util.Optional;

/** An asynchronous action ended, well or not: its result says which. Immutable. */
public final class AsyncActionWebhook implements Webhook {
    private final transient JsonValue json;
    private final transient String type;
    private final transient String sender;
    private final transient String connectionId;
    private final transient String providerConfigKey;
    private final transient QueuedAction action;

    private AsyncActionWebhook(Fields fields) {
        json = fields.json();
        type = fields.get("type", Kind.TEXT, "");
        sender = fields.get("from", Kind.TEXT, "");
        connectionId = fields.get("connectionId", Kind.TEXT, "");
        providerConfigKey = fields.get("providerConfigKey", Kind.TEXT, "");
        action = fields.get("payload", QueuedAction::read, null);
    }

    /** For the library. */
    public static AsyncActionWebhook read(JsonValue json) {
        return new AsyncActionWebhook(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static AsyncActionWebhook of(JsonValue json) {
        return Fields.decoded(json, AsyncActionWebhook::read);
    }

    /** The type of the webhook: "async_action". */
    @Override
    public String type() {
        return type;
    }

    /** Who sent it: "nango". */
    public String sender() {
        return sender;
    }

    /** The id of the connection. */
    public String connectionId() {
        return connectionId;
    }

    /** The id of the integration. */
    public String providerConfigKey() {
        return providerConfigKey;
    }

    /** The action, with the id to get its result with. */
    public Optional<QueuedAction> action() {
        return Optional.ofNullable(action);
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
        return other instanceof AsyncActionWebhook && ((AsyncActionWebhook) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields. */
    @Override
    public String toString() {
        return Fields.shown(
                "AsyncActionWebhook",
                "type",
type,
                "sender",
sender,
                "connectionId",
connectionId,
                "providerConfigKey",
providerConfigKey,
                "action",
action);
    }
}

