// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.JsonWriter;
import dev.nango.internal.Request;
import java.util.Map;

/** The parameters of {@link ConnectSessionsService#reconnect}. One that is not set is not sent. Immutable. */
public final class CreateReconnectSessionParams {
    private final transient String connectionId;
    private final transient String integrationId;
    private final transient Map<String, String> tags;
    private final transient String integrationsConfigDefaults;
    private final transient String overrides;
    private final transient String webhookUrlOverride;
    private final transient String endUser;
    private final transient String organization;

    private CreateReconnectSessionParams(Builder builder) {
        connectionId = Request.required("connectionId", builder.connectionId);
        integrationId = Request.required("integrationId", builder.integrationId);
        tags = builder.tags;
        integrationsConfigDefaults = builder.integrationsConfigDefaults;
        overrides = builder.overrides;
        webhookUrlOverride = builder.webhookUrlOverride;
        endUser = builder.endUser;
        organization = builder.organization;
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("POST", "/connect/sessions/reconnect");
        request.object();
        request.member("connection_id", connectionId);
        request.member("integration_id", integrationId);
        if (tags != null) {
            request.member("tags", tags);
        }
        if (integrationsConfigDefaults != null) {
            request.memberJson("integrations_config_defaults", integrationsConfigDefaults);
        }
        if (overrides != null) {
            request.memberJson("overrides", overrides);
        }
        if (webhookUrlOverride != null) {
            request.member("webhook_url_override", webhookUrlOverride);
        }
        if (endUser != null) {
            request.memberJson("end_user", endUser);
        }
        if (organization != null) {
            request.memberJson("organization", organization);
        }
        request.repeatable();
        return request;
    }

    /** The parameters that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "CreateReconnectSessionParams",
                "connectionId",
connectionId,
                "integrationId",
integrationId,
                "tags",
Fields.hidden(tags),
                "integrationsConfigDefaults",
Fields.hidden(integrationsConfigDefaults),
                "overrides",
overrides,
                "webhookUrlOverride",
Fields.hidden(webhookUrlOverride),
                "endUser",
Fields.hidden(endUser),
                "organization",
Fields.hidden(organization));
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String connectionId;
        private transient String integrationId;
        private transient Map<String, String> tags;
        private transient String integrationsConfigDefaults;
        private transient String overrides;
        private transient String webhookUrlOverride;
        private transient String endUser;
        private transient String organization;

        private Builder() {}

        /** The id of the connection, as the dashboard shows it. Required. */
        public Builder connectionId(String value) {
            connectionId = Arguments.wholePairs("connectionId", value);
            return this;
        }

        /** The id of the integration. Required. */
        public Builder integrationId(String value) {
            integrationId = Arguments.wholePairs("integrationId", value);
            return this;
        }

        /**
         * Tags for the connection that is made. At most 10. A key begins with a letter and has at most 64 letters,
         * digits, _ - . and /; Nango makes it lower case. A value has 1 to 255 characters.
         */
        public Builder tags(Map<String, String> value) {
            tags = Arguments.map("tags", value);
            return this;
        }

        /**
         * By integration: {"user_scopes": ..., "authorization_params": {...}, "connection_config": {...}}. What {@link
         * dev.nango.JsonValue#of} takes.
         */
        public Builder integrationsConfigDefaults(Object value) {
            integrationsConfigDefaults = JsonWriter.write(value);
            return this;
        }

        /**
         * By integration: {"docs_connect": URL}. Only some plans allow it. What {@link dev.nango.JsonValue#of} takes.
         */
        public Builder overrides(Object value) {
            overrides = JsonWriter.write(value);
            return this;
        }

        /** The URL that webhooks of the connection go to. */
        public Builder webhookUrlOverride(String value) {
            webhookUrlOverride = Arguments.wholePairs("webhookUrlOverride", value);
            return this;
        }

        /**
         * Whom it is for: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}, of which only the id must be
         * there. What {@link dev.nango.JsonValue#of} takes.
         *
         * @deprecated use tags
         */
        @Deprecated
        public Builder endUser(Object value) {
            endUser = JsonWriter.write(value);
            return this;
        }

        /**
         * The organization of the end user: {"id": ..., "display_name": ...}. What {@link dev.nango.JsonValue#of}
         * takes.
         *
         * @deprecated use tags
         */
        @Deprecated
        public Builder organization(Object value) {
            organization = JsonWriter.write(value);
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public CreateReconnectSessionParams build() {
            return new CreateReconnectSessionParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "CreateReconnectSessionParams.Builder";
        }
    }
}

