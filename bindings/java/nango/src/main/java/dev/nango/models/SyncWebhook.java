// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A run of a sync ended. Immutable. */
public final class SyncWebhook implements Webhook {
    private final transient JsonValue json;
    private final transient String type;
    private final transient String sender;
    private final transient Boolean success;
    private final transient WebhookProblem error;
    private final transient String connectionId;
    private final transient String providerConfigKey;
    private final transient String syncName;
    private final transient String syncVariant;
    private final transient String model;
    private final transient String syncType;
    private final transient Instant modifiedAfter;
    private final transient SyncResults responseResults;
    private final transient JsonValue checkpoints;
    private final transient Instant startedAt;
    private final transient Instant failedAt;

    private SyncWebhook(Fields fields) {
        json = fields.json();
        type = fields.get("type", Kind.TEXT, "");
        sender = fields.get("from", Kind.TEXT, "");
        success = fields.get("success", Kind.BOOLEAN, false);
        error = fields.get("error", WebhookProblem::read, null);
        connectionId = fields.get("connectionId", Kind.TEXT, "");
        providerConfigKey = fields.get("providerConfigKey", Kind.TEXT, "");
        syncName = fields.get("syncName", Kind.TEXT, "");
        syncVariant = fields.get("syncVariant", Kind.TEXT, null);
        model = fields.get("model", Kind.TEXT, "");
        syncType = fields.get("syncType", Kind.TEXT, null);
        modifiedAfter = fields.get("modifiedAfter", Kind.TIMESTAMP, null);
        responseResults = fields.get("responseResults", SyncResults::read, null);
        checkpoints = fields.get("checkpoints", Kind.OBJECT, null);
        startedAt = fields.get("startedAt", Kind.TIMESTAMP, null);
        failedAt = fields.get("failedAt", Kind.TIMESTAMP, null);
    }

    /** For the library. */
    public static SyncWebhook read(JsonValue json) {
        return new SyncWebhook(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static SyncWebhook of(JsonValue json) {
        return Fields.decoded(json, SyncWebhook::read);
    }

    /** The type of the webhook: "sync". */
    @Override
    public String type() {
        return type;
    }

    /** Who sent it: "nango". */
    public String sender() {
        return sender;
    }

    /** Whether the run succeeded. */
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

    /** The name of the sync. */
    public String syncName() {
        return syncName;
    }

    /** The variant of the sync: "base" unless others were created. */
    public Optional<String> syncVariant() {
        return Optional.ofNullable(syncVariant);
    }

    /** The model of the records. */
    public String model() {
        return model;
    }

    /** The kind of run: "INITIAL", "INCREMENTAL", "WEBHOOK" or another word. Nango deprecated it. */
    public Optional<String> syncType() {
        return Optional.ofNullable(syncType);
    }

    /** When the run began: list the records that were modified after it. */
    public Optional<Instant> modifiedAfter() {
        return Optional.ofNullable(modifiedAfter);
    }

    /** How many records the run changed. */
    public Optional<SyncResults> responseResults() {
        return Optional.ofNullable(responseResults);
    }

    /** The checkpoints from which and to which the run went, in its members from and to. */
    public Optional<JsonValue> checkpoints() {
        return Optional.ofNullable(checkpoints);
    }

    /** When a run that failed began. */
    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    /** When it failed. */
    public Optional<Instant> failedAt() {
        return Optional.ofNullable(failedAt);
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "type", "from", "success", "error", "connectionId", "providerConfigKey", "syncName", "syncVariant", "model", "syncType", "modifiedAfter", "responseResults", "checkpoints", "startedAt", "failedAt");
    }

    /** The whole object as sent. */
    @Override
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SyncWebhook && ((SyncWebhook) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "SyncWebhook",
                "type",
type,
                "sender",
sender,
                "success",
success,
                "error",
error,
                "connectionId",
connectionId,
                "providerConfigKey",
providerConfigKey,
                "syncName",
syncName,
                "syncVariant",
syncVariant,
                "model",
model,
                "syncType",
syncType,
                "modifiedAfter",
modifiedAfter,
                "responseResults",
responseResults,
                "checkpoints",
Fields.hidden(checkpoints),
                "startedAt",
startedAt,
                "failedAt",
failedAt);
    }
}

