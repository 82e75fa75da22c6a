// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.Request;

/** The parameters of {@link SyncsService#createVariant}. One that is not set is not sent. Immutable. */
public final class CreateSyncVariantParams {
    private final transient String name;
    private final transient String variant;
    private final transient String providerConfigKey;
    private final transient String connectionId;

    private CreateSyncVariantParams(Builder builder) {
        name = Request.required("name", builder.name);
        variant = Request.required("variant", builder.variant);
        providerConfigKey = Request.required("providerConfigKey", builder.providerConfigKey);
        connectionId = Request.required("connectionId", builder.connectionId);
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("POST", "/sync/{name}/variant/{variant}");
        request.object();
        request.path("name", "name", name);
        request.path("variant", "variant", variant);
        request.member("provider_config_key", providerConfigKey);
        request.member("connection_id", connectionId);
        return request;
    }

    /** The parameters that are set. */
    @Override
    public String toString() {
        return Fields.shown(
                "CreateSyncVariantParams",
                "name",
name,
                "variant",
variant,
                "providerConfigKey",
providerConfigKey,
                "connectionId",
connectionId);
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String name;
        private transient String variant;
        private transient String providerConfigKey;
        private transient String connectionId;

        private Builder() {}

        /** The name of the sync. Required. */
        public Builder name(String value) {
            name = Arguments.wholePairs("name", value);
            return this;
        }

        /** The name of the variant. Required. */
        public Builder variant(String value) {
            variant = Arguments.wholePairs("variant", value);
            return this;
        }

        /** The id of the integration, as the dashboard shows it. Required. */
        public Builder providerConfigKey(String value) {
            providerConfigKey = Arguments.wholePairs("providerConfigKey", value);
            return this;
        }

        /** The id of the connection, as the dashboard shows it. Required. */
        public Builder connectionId(String value) {
            connectionId = Arguments.wholePairs("connectionId", value);
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public CreateSyncVariantParams build() {
            return new CreateSyncVariantParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "CreateSyncVariantParams.Builder";
        }
    }
}

