// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.util.Map;
import java.util.Optional;

/** The customer of the product who connected a connection, as a webhook has them. Immutable. */
public final class WebhookEndUser {
    private final transient JsonValue json;
    private final transient String id;
    private final transient String email;
    private final transient String organizationId;
    private final transient Map<String, String> tags;

    private WebhookEndUser(Fields fields) {
        json = fields.json();
        id = fields.get("endUserId", Kind.TEXT, "");
        email = fields.get("endUserEmail", Kind.TEXT, null);
        organizationId = fields.get("organizationId", Kind.TEXT, null);
        tags = fields.get("tags", Kind.mapOf(Kind.TEXT), null);
    }

    /** For the library. */
    public static WebhookEndUser read(JsonValue json) {
        return new WebhookEndUser(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static WebhookEndUser of(JsonValue json) {
        return Fields.decoded(json, WebhookEndUser::read);
    }

    /** The id that the product gave them. */
    public String id() {
        return id;
    }

    /** Their email address. */
    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** The id of their organization. */
    public Optional<String> organizationId() {
        return Optional.ofNullable(organizationId);
    }

    /** Tags of the end user. */
    public Optional<Map<String, String>> tags() {
        return Optional.ofNullable(tags);
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "endUserId", "endUserEmail", "organizationId", "tags");
    }

    /** The whole object as sent. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WebhookEndUser && ((WebhookEndUser) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "WebhookEndUser",
                "id",
id,
                "email",
Fields.hidden(email),
                "organizationId",
organizationId,
                "tags",
Fields.hidden(tags));
    }
}

