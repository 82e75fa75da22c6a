// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.Request;

/** The parameters of {@link SyncsService#updateFrequency}. One that is not set is not sent. Immutable. */
public final class UpdateSyncFrequencyParams {
    private final transient String providerConfigKey;
    private final transient String connectionId;
    private final transient String syncName;
    private final transient String frequency;
    private final transient String syncVariant;

    private UpdateSyncFrequencyParams(Builder builder) {
        providerConfigKey = Request.required("providerConfigKey", builder.providerConfigKey);
        connectionId = Request.required("connectionId", builder.connectionId);
        syncName = Request.required("syncName", builder.syncName);
        frequency = Request.required("frequency", builder.frequency);
        syncVariant = builder.syncVariant;
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("PUT", "/sync/update-connection-frequency");
        request.object();
        request.member("provider_config_key", providerConfigKey);
        request.member("connection_id", connectionId);
        request.member("sync_name", syncName);
        request.member("frequency", frequency);
        if (syncVariant != null) {
            request.member("sync_variant", syncVariant);
        }
        request.repeatable();
        return request;
    }

    /** The parameters that are set. */
    @Override
    public String toString() {
        return Fields.shown(
                "UpdateSyncFrequencyParams",
                "providerConfigKey",
providerConfigKey,
                "connectionId",
connectionId,
                "syncName",
syncName,
                "frequency",
frequency,
                "syncVariant",
syncVariant);
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String providerConfigKey;
        private transient String connectionId;
        private transient String syncName;
        private transient String frequency;
        private transient String syncVariant;

        private Builder() {}

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

        /** The name of the sync. Required. */
        public Builder syncName(String value) {
            syncName = Arguments.wholePairs("syncName", value);
            return this;
        }

        /** The interval: "every 2 hours", "1 day", "half hour". Required. */
        public Builder frequency(String value) {
            frequency = Arguments.wholePairs("frequency", value);
            return this;
        }

        /** The variant of the sync; "base" without it. */
        public Builder syncVariant(String value) {
            syncVariant = Arguments.wholePairs("syncVariant", value);
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public UpdateSyncFrequencyParams build() {
            return new UpdateSyncFrequencyParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "UpdateSyncFrequencyParams.Builder";
        }
    }
}

