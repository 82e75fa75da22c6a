// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.Request;
import java.util.Map;

/** The parameters of {@link ConnectionsService#waitFor}. One that is not set is not sent. Immutable. */
public final class WaitForConnectionParams {
    private final transient String providerConfigKey;
    private final transient String connectionId;
    private final transient Map<String, String> tags;
    private final transient String endUserId;

    private WaitForConnectionParams(Builder builder) {
        providerConfigKey = Request.required("providerConfigKey", builder.providerConfigKey);
        connectionId = builder.connectionId;
        tags = builder.tags;
        endUserId = builder.endUserId;
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("GET", "/connections");
        request.query("limit", "limit", "1");
        request.query("integrationId", "providerConfigKey", providerConfigKey);
        if (connectionId != null) {
            request.query("connectionId", "connectionId", connectionId);
        }
        if (tags != null) {
            request.queryBrackets("tags", "tags", tags);
        }
        if (endUserId != null) {
            request.query("endUserId", "endUserId", endUserId);
        }
        request.until(Request.NOT_EMPTY);
        return request;
    }

    /** The parameters that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "WaitForConnectionParams",
                "providerConfigKey",
providerConfigKey,
                "connectionId",
connectionId,
                "tags",
Fields.hidden(tags),
                "endUserId",
endUserId);
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String providerConfigKey;
        private transient String connectionId;
        private transient Map<String, String> tags;
        private transient String endUserId;

        private Builder() {}

        /** The id of the integration, as the dashboard shows it. Required. */
        public Builder providerConfigKey(String value) {
            providerConfigKey = Arguments.wholePairs("providerConfigKey", value);
            return this;
        }

        /** Only the connection with this id. */
        public Builder connectionId(String value) {
            connectionId = Arguments.wholePairs("connectionId", value);
            return this;
        }

        /** Only a connection that has all of these tags. */
        public Builder tags(Map<String, String> value) {
            tags = Arguments.map("tags", value);
            return this;
        }

        /**
         * Only a connection of this end user.
         *
         * @deprecated use the tag end_user_id
         */
        @Deprecated
        public Builder endUserId(String value) {
            endUserId = Arguments.wholePairs("endUserId", value);
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public WaitForConnectionParams build() {
            return new WaitForConnectionParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "WaitForConnectionParams.Builder";
        }
    }
}

