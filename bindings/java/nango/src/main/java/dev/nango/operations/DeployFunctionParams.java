// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.Request;

/** The parameters of {@link FunctionsService#deploy}. One that is not set is not sent. Immutable. */
public final class DeployFunctionParams {
    private final transient String integrationId;
    private final transient String functionName;
    private final transient String functionType;
    private final transient String code;
    private final transient String version;
    private final transient Boolean allowDestructive;

    private DeployFunctionParams(Builder builder) {
        integrationId = Request.required("integrationId", builder.integrationId);
        functionName = Request.required("functionName", builder.functionName);
        functionType = Request.required("functionType", builder.functionType);
        code = Request.required("code", builder.code);
        version = builder.version;
        allowDestructive = builder.allowDestructive;
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("POST", "/functions/deployments");
        request.object();
        request.member("type", "function");
        request.member("integration_id", integrationId);
        request.member("function_name", functionName);
        request.member("function_type", functionType);
        request.member("code", code);
        if (version != null) {
            request.member("version", version);
        }
        if (allowDestructive != null) {
            request.member("allow_destructive", allowDestructive);
        }
        return request;
    }

    /** The parameters that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "DeployFunctionParams",
                "integrationId",
integrationId,
                "functionName",
functionName,
                "functionType",
functionType,
                "code",
Fields.hidden(code),
                "version",
version,
                "allowDestructive",
allowDestructive);
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String integrationId;
        private transient String functionName;
        private transient String functionType;
        private transient String code;
        private transient String version;
        private transient Boolean allowDestructive;

        private Builder() {}

        /** The id of the integration. Required. */
        public Builder integrationId(String value) {
            integrationId = Arguments.wholePairs("integrationId", value);
            return this;
        }

        /** The name of the function. Required. */
        public Builder functionName(String value) {
            functionName = Arguments.wholePairs("functionName", value);
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

        /** Its version. */
        public Builder version(String value) {
            version = Arguments.wholePairs("version", value);
            return this;
        }

        /** Whether changes that delete records are allowed. */
        public Builder allowDestructive(boolean value) {
            allowDestructive = value;
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public DeployFunctionParams build() {
            return new DeployFunctionParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "DeployFunctionParams.Builder";
        }
    }
}

