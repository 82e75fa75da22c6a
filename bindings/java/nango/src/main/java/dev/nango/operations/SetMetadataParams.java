// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.JsonWriter;
import dev.nango.internal.Request;
import java.util.List;

/** The parameters of {@link ConnectionsService#setMetadata}. One that is not set is not sent. Immutable. */
public final class SetMetadataParams {
    private final transient String providerConfigKey;
    private final transient List<String> connectionIds;
    private final transient String metadata;

    private SetMetadataParams(Builder builder) {
        providerConfigKey = Request.required("providerConfigKey", builder.providerConfigKey);
        connectionIds = Request.required("connectionIds", builder.connectionIds);
        metadata = Request.required("metadata", builder.metadata);
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("POST", "/connections/metadata");
        request.object();
        request.member("provider_config_key", providerConfigKey);
        request.member("connection_id", connectionIds);
        request.memberJson("metadata", metadata);
        request.repeatable();
        return request;
    }

    /** The parameters that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "SetMetadataParams",
                "providerConfigKey",
providerConfigKey,
                "connectionIds",
connectionIds,
                "metadata",
Fields.hidden(metadata));
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String providerConfigKey;
        private transient List<String> connectionIds;
        private transient String metadata;

        private Builder() {}

        /** The id of the integration, as the dashboard shows it. Required. */
        public Builder providerConfigKey(String value) {
            providerConfigKey = Arguments.wholePairs("providerConfigKey", value);
            return this;
        }

        /** The ids of the connections, at least one. Required. */
        public Builder connectionIds(List<String> value) {
            connectionIds = Arguments.list("connectionIds", value);
            return this;
        }

        /** The metadata, in place of what they have. Required. What {@link dev.nango.JsonValue#of} takes. */
        public Builder metadata(Object value) {
            metadata = JsonWriter.write(value);
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public SetMetadataParams build() {
            return new SetMetadataParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "SetMetadataParams.Builder";
        }
    }
}

