// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.JsonWriter;
import dev.nango.internal.Request;
import java.util.Map;

/** The parameters of {@link ConnectionsService#import_}. One that is not set is not sent. Immutable. */
public final class ImportConnectionParams {
    private final transient String providerConfigKey;
    private final transient String credentials;
    private final transient String connectionId;
    private final transient String metadata;
    private final transient String connectionConfig;
    private final transient String webhookUrlOverride;
    private final transient Map<String, String> tags;
    private final transient String endUser;

    private ImportConnectionParams(Builder builder) {
        providerConfigKey = Request.required("providerConfigKey", builder.providerConfigKey);
        credentials = Request.required("credentials", builder.credentials);
        connectionId = builder.connectionId;
        metadata = builder.metadata;
        connectionConfig = builder.connectionConfig;
        webhookUrlOverride = builder.webhookUrlOverride;
        tags = builder.tags;
        endUser = builder.endUser;
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("POST", "/connections");
        request.object();
        request.member("provider_config_key", providerConfigKey);
        request.memberJson("credentials", credentials);
        if (connectionId != null) {
            request.member("connection_id", connectionId);
        }
        if (metadata != null) {
            request.memberJson("metadata", metadata);
        }
        if (connectionConfig != null) {
            request.memberJson("connection_config", connectionConfig);
        }
        if (webhookUrlOverride != null) {
            request.member("webhook_url_override", webhookUrlOverride);
        }
        if (tags != null) {
            request.member("tags", tags);
        }
        if (endUser != null) {
            request.memberJson("end_user", endUser);
        }
        return request;
    }

    /** The parameters that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "ImportConnectionParams",
                "providerConfigKey",
providerConfigKey,
                "credentials",
Fields.hidden(credentials),
                "connectionId",
connectionId,
                "metadata",
Fields.hidden(metadata),
                "connectionConfig",
Fields.hidden(connectionConfig),
                "webhookUrlOverride",
Fields.hidden(webhookUrlOverride),
                "tags",
Fields.hidden(tags),
                "endUser",
Fields.hidden(endUser));
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String providerConfigKey;
        private transient String credentials;
        private transient String connectionId;
        private transient String metadata;
        private transient String connectionConfig;
        private transient String webhookUrlOverride;
        private transient Map<String, String> tags;
        private transient String endUser;

        private Builder() {}

        /** The id of the integration, as the dashboard shows it. Required. */
        public Builder providerConfigKey(String value) {
            providerConfigKey = Arguments.wholePairs("providerConfigKey", value);
            return this;
        }

        /**
         * The credentials, with their type: {"type": "OAUTH2", "access_token": ..., "refresh_token": ...}, {"type":
         * "API_KEY", "apiKey": ...}, {"type": "BASIC", "username": ..., "password": ...} and so on. Required. What
         * {@link dev.nango.JsonValue#of} takes.
         */
        public Builder credentials(Object value) {
            credentials = JsonWriter.write(value);
            return this;
        }

        /** The id that the connection gets. Nango makes one up without it. */
        public Builder connectionId(String value) {
            connectionId = Arguments.wholePairs("connectionId", value);
            return this;
        }

        /** Metadata to store with it. What {@link dev.nango.JsonValue#of} takes. */
        public Builder metadata(Object value) {
            metadata = JsonWriter.write(value);
            return this;
        }

        /**
         * What the external API needs beside the credentials, such as a subdomain. What {@link dev.nango.JsonValue#of}
         * takes.
         */
        public Builder connectionConfig(Object value) {
            connectionConfig = JsonWriter.write(value);
            return this;
        }

        /** The URL that webhooks of this connection go to. */
        public Builder webhookUrlOverride(String value) {
            webhookUrlOverride = Arguments.wholePairs("webhookUrlOverride", value);
            return this;
        }

        /**
         * Its tags. At most 10. A key begins with a letter and has at most 64 letters, digits, _ - . and /; Nango makes
         * it lower case. A value has 1 to 255 characters.
         */
        public Builder tags(Map<String, String> value) {
            tags = Arguments.map("tags", value);
            return this;
        }

        /**
         * Whom it belongs to: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}, of which only the id must
         * be there. What {@link dev.nango.JsonValue#of} takes.
         */
        public Builder endUser(Object value) {
            endUser = JsonWriter.write(value);
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public ImportConnectionParams build() {
            return new ImportConnectionParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "ImportConnectionParams.Builder";
        }
    }
}

