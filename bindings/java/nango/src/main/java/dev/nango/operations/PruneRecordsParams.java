// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.Request;

/** The parameters of {@link RecordsService#prune}. One that is not set is not sent. Immutable. */
public final class PruneRecordsParams {
    private final transient String connectionId;
    private final transient String providerConfigKey;
    private final transient String model;
    private final transient String untilCursor;
    private final transient String variant;
    private final transient Long limit;

    private PruneRecordsParams(Builder builder) {
        connectionId = Request.required("connectionId", builder.connectionId);
        providerConfigKey = Request.required("providerConfigKey", builder.providerConfigKey);
        model = Request.required("model", builder.model);
        untilCursor = Request.required("untilCursor", builder.untilCursor);
        variant = builder.variant;
        limit = builder.limit;
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("PATCH", "/records/prune");
        request.object();
        request.header("Connection-Id", "connectionId", connectionId);
        request.header("Provider-Config-Key", "providerConfigKey", providerConfigKey);
        request.member("model", model);
        request.member("until_cursor", untilCursor);
        if (variant != null) {
            request.member("variant", variant);
        }
        if (limit != null) {
            request.member("limit", limit);
        }
        request.repeatable();
        return request;
    }

    /** The parameters that are set. */
    @Override
    public String toString() {
        return Fields.shown(
                "PruneRecordsParams",
                "connectionId",
connectionId,
                "providerConfigKey",
providerConfigKey,
                "model",
model,
                "untilCursor",
untilCursor,
                "variant",
variant,
                "limit",
limit);
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String connectionId;
        private transient String providerConfigKey;
        private transient String model;
        private transient String untilCursor;
        private transient String variant;
        private transient Long limit;

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

        /** The name of the model. Required. */
        public Builder model(String value) {
            model = Arguments.wholePairs("model", value);
            return this;
        }

        /** The cursor of the last record to prune. Required. */
        public Builder untilCursor(String value) {
            untilCursor = Arguments.wholePairs("untilCursor", value);
            return this;
        }

        /** The variant of the sync; "base" without it. */
        public Builder variant(String value) {
            variant = Arguments.wholePairs("variant", value);
            return this;
        }

        /** How many to prune at once, from 1 to 10000; 1000 without it. */
        public Builder limit(long value) {
            limit = value;
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public PruneRecordsParams build() {
            return new PruneRecordsParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "PruneRecordsParams.Builder";
        }
    }
}

