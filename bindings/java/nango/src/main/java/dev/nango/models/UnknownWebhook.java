package dev.nango.models;

import dev.nango.JsonValue;

/**
 * A webhook without a class of its own. Immutable.
 *
 * <p>It is of a type that is newer than this package, or of an external API that Nango forwards as it came, because it knows no
 * connection that it is about.
 */
public final class UnknownWebhook implements Webhook {
    private final transient JsonValue json;

    /** A webhook that may be any JSON. */
    public UnknownWebhook(JsonValue json) {
        this.json = json;
    }

    @Override
    public String type() {
        return json.get("type").flatMap(JsonValue::asString).orElse("");
    }

    @Override
    public JsonValue json() {
        return json;
    }

    /** Only the type: the rest may be a customer's data. */
    @Override
    public String toString() {
        return "UnknownWebhook(type=" + type() + ")";
    }
}
