// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.Request;

/** The parameters of {@link FunctionsService#getCode}. One that is not set is not sent. Immutable. */
public final class GetFunctionCodeParams {
    private final transient String uniqueKey;
    private final transient String name;
    private final transient String functionType;

    private GetFunctionCodeParams(Builder builder) {
        uniqueKey = Request.required("uniqueKey", builder.uniqueKey);
        name = Request.required("name", builder.name);
        functionType = builder.functionType;
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("GET", "/integrations/{uniqueKey}/functions/{name}/code");
        request.path("uniqueKey", "uniqueKey", uniqueKey);
        request.path("name", "name", name);
        if (functionType != null) {
            request.query("type", "functionType", functionType);
        }
        return request;
    }

    /** The parameters that are set. */
    @Override
    public String toString() {
        return Fields.shown(
                "GetFunctionCodeParams",
                "uniqueKey",
uniqueKey,
                "name",
name,
                "functionType",
functionType);
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String uniqueKey;
        private transient String name;
        private transient String functionType;

        private Builder() {}

        /** The id of the integration. Required. */
        public Builder uniqueKey(String value) {
            uniqueKey = Arguments.wholePairs("uniqueKey", value);
            return this;
        }

        /** The name of the function. Required. */
        public Builder name(String value) {
            name = Arguments.wholePairs("name", value);
            return this;
        }

        /** Its type: "sync", "action" or "on-event"; needed if several functions have the name. */
        public Builder functionType(String value) {
            functionType = Arguments.wholePairs("functionType", value);
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public GetFunctionCodeParams build() {
            return new GetFunctionCodeParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "GetFunctionCodeParams.Builder";
        }
    }
}

