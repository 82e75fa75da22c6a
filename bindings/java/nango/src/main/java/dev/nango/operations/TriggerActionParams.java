// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.JsonWriter;
import dev.nango.internal.Request;

/** The parameters of {@link ActionsService#trigger}. One that is not set is not sent. Immutable. */
public final class TriggerActionParams {
    private final transient String connectionId;
    private final transient String providerConfigKey;
    private final transient String actionName;
    private final transient String input;
    private final transient Long maxRetries;

    private TriggerActionParams(Builder builder) {
        connectionId = Request.required("connectionId", builder.connectionId);
        providerConfigKey = Request.required("providerConfigKey", builder.providerConfigKey);
        actionName = Request.required("actionName", builder.actionName);
        input = builder.input;
        maxRetries = builder.maxRetries;
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("POST", "/action/trigger");
        request.object();
        request.header("Connection-Id", "connectionId", connectionId);
        request.header("Provider-Config-Key", "providerConfigKey", providerConfigKey);
        request.member("action_name", actionName);
        if (input != null) {
            request.memberJson("input", input);
        }
        if (maxRetries != null) {
            request.header("X-Max-Retries", "maxRetries", String.valueOf(maxRetries));
        }
        return request;
    }

    /** The parameters that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "TriggerActionParams",
                "connectionId",
connectionId,
                "providerConfigKey",
providerConfigKey,
                "actionName",
actionName,
                "input",
Fields.hidden(input),
                "maxRetries",
maxRetries);
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String connectionId;
        private transient String providerConfigKey;
        private transient String actionName;
        private transient String input;
        private transient Long maxRetries;

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

        /** The name of the action. Required. */
        public Builder actionName(String value) {
            actionName = Arguments.wholePairs("actionName", value);
            return this;
        }

        /** The input of the action. What {@link dev.nango.JsonValue#of} takes. */
        public Builder input(Object value) {
            input = JsonWriter.write(value);
            return this;
        }

        /** How often Nango runs the action again if it fails, from 0 to 5. */
        public Builder maxRetries(long value) {
            maxRetries = value;
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public TriggerActionParams build() {
            return new TriggerActionParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "TriggerActionParams.Builder";
        }
    }
}

