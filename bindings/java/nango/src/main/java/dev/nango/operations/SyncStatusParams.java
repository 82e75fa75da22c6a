// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.Request;
import java.util.List;

/** The parameters of {@link SyncsService#status}. One that is not set is not sent. Immutable. */
public final class SyncStatusParams {
    private final transient String providerConfigKey;
    private final transient List<String> syncs;
    private final transient String connectionId;

    private SyncStatusParams(Builder builder) {
        providerConfigKey = Request.required("providerConfigKey", builder.providerConfigKey);
        syncs = Request.required("syncs", builder.syncs);
        connectionId = builder.connectionId;
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("GET", "/sync/status");
        request.query("provider_config_key", "providerConfigKey", providerConfigKey);
        request.queryCsv("syncs", "syncs", syncs);
        if (connectionId != null) {
            request.query("connection_id", "connectionId", connectionId);
        }
        return request;
    }

    /** The parameters that are set. */
    @Override
    public String toString() {
        return Fields.shown(
                "SyncStatusParams",
                "providerConfigKey",
providerConfigKey,
                "syncs",
syncs,
                "connectionId",
connectionId);
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String providerConfigKey;
        private transient List<String> syncs;
        private transient String connectionId;

        private Builder() {}

        /** The id of the integration, as the dashboard shows it. Required. */
        public Builder providerConfigKey(String value) {
            providerConfigKey = Arguments.wholePairs("providerConfigKey", value);
            return this;
        }

        /** The names of the syncs, with "name::variant" for a variant; "*" for all. Required. */
        public Builder syncs(List<String> value) {
            syncs = Arguments.list("syncs", value);
            return this;
        }

        /** Only the syncs of this connection. */
        public Builder connectionId(String value) {
            connectionId = Arguments.wholePairs("connectionId", value);
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public SyncStatusParams build() {
            return new SyncStatusParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "SyncStatusParams.Builder";
        }
    }
}

