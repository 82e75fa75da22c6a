package dev.nango.models;

import dev.nango.JsonValue;

/** What Nango sends by itself: an {@code AuthWebhook}, a {@code SyncWebhook} and so on, or an {@link UnknownWebhook}. */
public interface Webhook {
    /** The type that it names; "" if it names none. */
    String type();

    /** All of it, as sent. */
    JsonValue json();
}
