// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.util.Map;
import java.util.Optional;

/** What failed, as a webhook has it. Immutable. */
public final class WebhookProblem {
    private final transient JsonValue json;
    private final transient String type;
    private final transient String description;
    private final transient JsonValue payload;
    private final transient JsonValue additionalProperties;

    private WebhookProblem(Fields fields) {
        json = fields.json();
        type = fields.get("type", Kind.TEXT, null);
        description = fields.get("description", Kind.TEXT, null);
        payload = fields.get("payload", Kind.JSON, null);
        additionalProperties = fields.get("additional_properties", Kind.JSON, null);
    }

    /** For the library. */
    public static WebhookProblem read(JsonValue json) {
        return new WebhookProblem(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static WebhookProblem of(JsonValue json) {
        return Fields.decoded(json, WebhookProblem::read);
    }

    /** The kind of failure, as Nango names it: "refresh_token_external_error". */
    public Optional<String> type() {
        return Optional.ofNullable(type);
    }

    /** What happened, for people. It may repeat what the external API said. */
    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    /** Details, which may hold what the external API answered. */
    public Optional<JsonValue> payload() {
        return Optional.ofNullable(payload);
    }

    /** More details of a failed sync. */
    public Optional<JsonValue> additionalProperties() {
        return Optional.ofNullable(additionalProperties);
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "type", "description", "payload", "additional_properties");
    }

    /** The whole object as sent, secrets included. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WebhookProblem && ((WebhookProblem) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "WebhookProblem",
                "type",
type,
                "description",
Fields.hidden(description),
                "payload",
Fields.hidden(payload),
                "additionalProperties",
Fields.hidden(additionalProperties));
    }
}

