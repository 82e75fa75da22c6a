// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.JsonWriter;
import dev.nango.internal.Request;
import java.util.List;

/** The parameters of {@link SyncsService#trigger}. One that is not set is not sent. Immutable. */
public final class TriggerSyncParams {
    private final transient String providerConfigKey;
    private final transient List<String> syncs;
    private final transient String connectionId;
    private final transient String opts;
    private final transient String syncMode;

    private TriggerSyncParams(Builder builder) {
        providerConfigKey = Request.required("providerConfigKey", builder.providerConfigKey);
        syncs = Request.required("syncs", builder.syncs);
        connectionId = builder.connectionId;
        opts = builder.opts;
        syncMode = builder.syncMode;
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("POST", "/sync/trigger");
        request.object();
        request.member("provider_config_key", providerConfigKey);
        request.member("syncs", syncs);
        if (connectionId != null) {
            request.member("connection_id", connectionId);
        }
        if (opts != null) {
            request.memberJson("opts", opts);
        }
        if (syncMode != null) {
            request.member("sync_mode", syncMode);
        }
        return request;
    }

    /** The parameters that are set. */
    @Override
    public String toString() {
        return Fields.shown(
                "TriggerSyncParams",
                "providerConfigKey",
providerConfigKey,
                "syncs",
syncs,
                "connectionId",
connectionId,
                "opts",
opts,
                "syncMode",
syncMode);
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String providerConfigKey;
        private transient List<String> syncs;
        private transient String connectionId;
        private transient String opts;
        private transient String syncMode;

        private Builder() {}

        /** The id of the integration, as the dashboard shows it. Required. */
        public Builder providerConfigKey(String value) {
            providerConfigKey = Arguments.wholePairs("providerConfigKey", value);
            return this;
        }

        /** The names of the syncs, with "name::variant" for a variant; empty for all. Required. */
        public Builder syncs(List<String> value) {
            syncs = Arguments.list("syncs", value);
            return this;
        }

        /** Only the syncs of this connection; without it, those of all connections of the integration. */
        public Builder connectionId(String value) {
            connectionId = Arguments.wholePairs("connectionId", value);
            return this;
        }

        /**
         * How: {"reset": true} forgets the checkpoint, {"reset": true, "emptyCache": true} the records as well. What
         * {@link dev.nango.JsonValue#of} takes.
         */
        public Builder opts(Object value) {
            opts = JsonWriter.write(value);
            return this;
        }

        /**
         * How: "incremental", "full_refresh" or "full_refresh_and_clear_cache"; not with opts.
         *
         * @deprecated use opts
         */
        @Deprecated
        public Builder syncMode(String value) {
            syncMode = Arguments.wholePairs("syncMode", value);
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public TriggerSyncParams build() {
            return new TriggerSyncParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "TriggerSyncParams.Builder";
        }
    }
}

