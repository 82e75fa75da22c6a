// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.JsonWriter;
import dev.nango.internal.Request;
import java.util.Map;

/** The parameters of {@link ConnectionsService#update}. One that is not set is not sent. Immutable. */
public final class UpdateConnectionParams {
    private final transient String connectionId;
    private final transient String providerConfigKey;
    private final transient Map<String, String> tags;
    private final transient String endUser;
    private final transient String webhookUrlOverride;

    private UpdateConnectionParams(Builder builder) {
        connectionId = Request.required("connectionId", builder.connectionId);
        providerConfigKey = Request.required("providerConfigKey", builder.providerConfigKey);
        tags = builder.tags;
        endUser = builder.endUser;
        webhookUrlOverride = builder.webhookUrlOverride;
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("PATCH", "/connections/{connectionId}");
        request.object();
        request.path("connectionId", "connectionId", connectionId);
        request.query("provider_config_key", "providerConfigKey", providerConfigKey);
        if (tags != null) {
            request.member("tags", tags);
        }
        if (endUser != null) {
            request.memberJson("end_user", endUser);
        }
        if (webhookUrlOverride != null) {
            request.member("webhook_url_override", webhookUrlOverride);
        }
        request.repeatable();
        return request;
    }

    /** The parameters that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "UpdateConnectionParams",
                "connectionId",
connectionId,
                "providerConfigKey",
providerConfigKey,
                "tags",
Fields.hidden(tags),
                "endUser",
Fields.hidden(endUser),
                "webhookUrlOverride",
Fields.hidden(webhookUrlOverride));
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String connectionId;
        private transient String providerConfigKey;
        private transient Map<String, String> tags;
        private transient String endUser;
        private transient String webhookUrlOverride;

        private Builder() {}

        /** The id of the connection, as the dashboard shows it. Required. */
        public Builder connectionId(String value) {
            connectionId = Arguments.wholePairs("connectionId", value);
            return this;
        }

        /** The id of the integration, as the dashboard shows it. Required. */
        public Builder providerConfigKey(String value) {
            providerConfigKey = Arguments.wholePairs("providerConfigKey", value);
            return this;
        }

        /**
         * The tags, in place of all that it has, those of its end user included. At most 10. A key begins with a letter
         * and has at most 64 letters, digits, _ - . and /; Nango makes it lower case. A value has 1 to 255 characters.
         */
        public Builder tags(Map<String, String> value) {
            tags = Arguments.map("tags", value);
            return this;
        }

        /**
         * Whom it belongs to: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}. What {@link
         * dev.nango.JsonValue#of} takes.
         */
        public Builder endUser(Object value) {
            endUser = JsonWriter.write(value);
            return this;
        }

        /** The URL that webhooks of this connection go to; empty for none. */
        public Builder webhookUrlOverride(String value) {
            webhookUrlOverride = Arguments.wholePairs("webhookUrlOverride", value);
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public UpdateConnectionParams build() {
            return new UpdateConnectionParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "UpdateConnectionParams.Builder";
        }
    }
}

