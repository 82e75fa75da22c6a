// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.Request;

/** The parameters of {@link ConnectionsService#delete}. One that is not set is not sent. Immutable. */
public final class DeleteConnectionParams {
    private final transient String connectionId;
    private final transient String providerConfigKey;

    private DeleteConnectionParams(Builder builder) {
        connectionId = Request.required("connectionId", builder.connectionId);
        providerConfigKey = Request.required("providerConfigKey", builder.providerConfigKey);
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("DELETE", "/connections/{connectionId}");
        request.path("connectionId", "connectionId", connectionId);
        request.query("provider_config_key", "providerConfigKey", providerConfigKey);
        request.repeatable();
        return request;
    }

    /** The parameters that are set. */
    @Override
    public String toString() {
        return Fields.shown(
                "DeleteConnectionParams",
                "connectionId",
connectionId,
                "providerConfigKey",
providerConfigKey);
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String connectionId;
        private transient String providerConfigKey;

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
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public DeleteConnectionParams build() {
            return new DeleteConnectionParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "DeleteConnectionParams.Builder";
        }
    }
}

