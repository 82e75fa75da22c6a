// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.JsonWriter;
import dev.nango.internal.Request;
import java.util.Map;

/** The parameters of {@link IntegrationsService#update}. One that is not set is not sent. Immutable. */
public final class UpdateIntegrationParams {
    private final transient String uniqueKey;
    private final transient String newUniqueKey;
    private final transient String displayName;
    private final transient String credentials;
    private final transient Boolean forwardWebhooks;
    private final transient Map<String, String> integrationConfig;
    private final transient Map<String, String> custom;

    private UpdateIntegrationParams(Builder builder) {
        uniqueKey = Request.required("uniqueKey", builder.uniqueKey);
        newUniqueKey = builder.newUniqueKey;
        displayName = builder.displayName;
        credentials = builder.credentials;
        forwardWebhooks = builder.forwardWebhooks;
        integrationConfig = builder.integrationConfig;
        custom = builder.custom;
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("PATCH", "/integrations/{uniqueKey}");
        request.object();
        request.path("uniqueKey", "uniqueKey", uniqueKey);
        if (newUniqueKey != null) {
            request.member("unique_key", newUniqueKey);
        }
        if (displayName != null) {
            request.member("display_name", displayName);
        }
        if (credentials != null) {
            request.memberJson("credentials", credentials);
        }
        if (forwardWebhooks != null) {
            request.member("forward_webhooks", forwardWebhooks);
        }
        if (integrationConfig != null) {
            request.member("integration_config", integrationConfig);
        }
        if (custom != null) {
            request.member("custom", custom);
        }
        return request;
    }

    /** The parameters that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "UpdateIntegrationParams",
                "uniqueKey",
uniqueKey,
                "newUniqueKey",
newUniqueKey,
                "displayName",
displayName,
                "credentials",
Fields.hidden(credentials),
                "forwardWebhooks",
forwardWebhooks,
                "integrationConfig",
Fields.hidden(integrationConfig),
                "custom",
Fields.hidden(custom));
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String uniqueKey;
        private transient String newUniqueKey;
        private transient String displayName;
        private transient String credentials;
        private transient Boolean forwardWebhooks;
        private transient Map<String, String> integrationConfig;
        private transient Map<String, String> custom;

        private Builder() {}

        /** The id of the integration. Required. */
        public Builder uniqueKey(String value) {
            uniqueKey = Arguments.wholePairs("uniqueKey", value);
            return this;
        }

        /** A new id. Nango refuses it while the integration has connections. */
        public Builder newUniqueKey(String value) {
            newUniqueKey = Arguments.wholePairs("newUniqueKey", value);
            return this;
        }

        /** Its name for humans. */
        public Builder displayName(String value) {
            displayName = Arguments.wholePairs("displayName", value);
            return this;
        }

        /**
         * The developer app, with its type: {"type": "OAUTH2", "client_id": ..., "client_secret": ..., "scopes":
         * "a,b"}, also for OAUTH1 and TBA; {"type": "APP", "app_id": ..., "app_link": ..., "private_key": ...}; CUSTOM
         * has the members of both. What {@link dev.nango.JsonValue#of} takes.
         */
        public Builder credentials(Object value) {
            credentials = JsonWriter.write(value);
            return this;
        }

        /** Whether Nango forwards webhooks of the external API. */
        public Builder forwardWebhooks(boolean value) {
            forwardWebhooks = value;
            return this;
        }

        /** What the external API needs besides. A value has at most 8192 characters. */
        public Builder integrationConfig(Map<String, String> value) {
            integrationConfig = Arguments.map("integrationConfig", value);
            return this;
        }

        /** Values for functions of the integration. */
        public Builder custom(Map<String, String> value) {
            custom = Arguments.map("custom", value);
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public UpdateIntegrationParams build() {
            return new UpdateIntegrationParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "UpdateIntegrationParams.Builder";
        }
    }
}

