// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.Request;

/** The parameters of {@link FunctionsService#deployTemplate}. One that is not set is not sent. Immutable. */
public final class DeployFunctionTemplateParams {
    private final transient String integrationId;
    private final transient String template;
    private final transient String functionType;

    private DeployFunctionTemplateParams(Builder builder) {
        integrationId = Request.required("integrationId", builder.integrationId);
        template = Request.required("template", builder.template);
        functionType = builder.functionType;
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("POST", "/functions/deployments");
        request.object();
        request.member("type", "template");
        request.member("integration_id", integrationId);
        request.member("template", template);
        if (functionType != null) {
            request.member("function_type", functionType);
        }
        return request;
    }

    /** The parameters that are set. */
    @Override
    public String toString() {
        return Fields.shown(
                "DeployFunctionTemplateParams",
                "integrationId",
integrationId,
                "template",
template,
                "functionType",
functionType);
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String integrationId;
        private transient String template;
        private transient String functionType;

        private Builder() {}

        /** The id of the integration. Required. */
        public Builder integrationId(String value) {
            integrationId = Arguments.wholePairs("integrationId", value);
            return this;
        }

        /** The name of the template. Required. */
        public Builder template(String value) {
            template = Arguments.wholePairs("template", value);
            return this;
        }

        /** Its type: "action" or "sync". */
        public Builder functionType(String value) {
            functionType = Arguments.wholePairs("functionType", value);
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public DeployFunctionTemplateParams build() {
            return new DeployFunctionTemplateParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "DeployFunctionTemplateParams.Builder";
        }
    }
}

