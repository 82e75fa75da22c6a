// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.JsonWriter;
import dev.nango.internal.Request;
import java.time.Instant;

/** The parameters of {@link FunctionsService#startDryRun}. One that is not set is not sent. Immutable. */
public final class StartFunctionDryRunParams {
    private final transient String integrationId;
    private final transient String functionType;
    private final transient String code;
    private final transient String connectionId;
    private final transient String input;
    private final transient String metadata;
    private final transient String checkpoint;
    private final transient Instant lastSyncDate;

    private StartFunctionDryRunParams(Builder builder) {
        integrationId = Request.required("integrationId", builder.integrationId);
        functionType = Request.required("functionType", builder.functionType);
        code = Request.required("code", builder.code);
        connectionId = Request.required("connectionId", builder.connectionId);
        input = builder.input;
        metadata = builder.metadata;
        checkpoint = builder.checkpoint;
        lastSyncDate = builder.lastSyncDate;
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("POST", "/functions/dryruns");
        request.object();
        request.member("integration_id", integrationId);
        request.member("function_type", functionType);
        request.member("code", code);
        request.member("connection_id", connectionId);
        if (input != null) {
            request.memberJson("input", input);
        }
        if (metadata != null) {
            request.memberJson("metadata", metadata);
        }
        if (checkpoint != null) {
            request.memberJson("checkpoint", checkpoint);
        }
        if (lastSyncDate != null) {
            request.member("last_sync_date", lastSyncDate);
        }
        return request;
    }

    /** The parameters that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "StartFunctionDryRunParams",
                "integrationId",
integrationId,
                "functionType",
functionType,
                "code",
Fields.hidden(code),
                "connectionId",
connectionId,
                "input",
Fields.hidden(input),
                "metadata",
Fields.hidden(metadata),
                "checkpoint",
Fields.hidden(checkpoint),
                "lastSyncDate",
lastSyncDate);
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String integrationId;
        private transient String functionType;
        private transient String code;
        private transient String connectionId;
        private transient String input;
        private transient String metadata;
        private transient String checkpoint;
        private transient Instant lastSyncDate;

        private Builder() {}

        /** The id of the integration. Required. */
        public Builder integrationId(String value) {
            integrationId = Arguments.wholePairs("integrationId", value);
            return this;
        }

        /** Its type: "action" or "sync". Required. */
        public Builder functionType(String value) {
            functionType = Arguments.wholePairs("functionType", value);
            return this;
        }

        /** The code, in TypeScript. Required. */
        public Builder code(String value) {
            code = Arguments.wholePairs("code", value);
            return this;
        }

        /** The id of the connection, as the dashboard shows it. Required. */
        public Builder connectionId(String value) {
            connectionId = Arguments.wholePairs("connectionId", value);
            return this;
        }

        /** The input of an action. What {@link dev.nango.JsonValue#of} takes. */
        public Builder input(Object value) {
            input = JsonWriter.write(value);
            return this;
        }

        /** Metadata in place of the connection's. What {@link dev.nango.JsonValue#of} takes. */
        public Builder metadata(Object value) {
            metadata = JsonWriter.write(value);
            return this;
        }

        /** The checkpoint that a sync starts at. What {@link dev.nango.JsonValue#of} takes. */
        public Builder checkpoint(Object value) {
            checkpoint = JsonWriter.write(value);
            return this;
        }

        /** When the sync ran last. */
        public Builder lastSyncDate(Instant value) {
            lastSyncDate = Request.required("lastSyncDate", value);
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public StartFunctionDryRunParams build() {
            return new StartFunctionDryRunParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "StartFunctionDryRunParams.Builder";
        }
    }
}

