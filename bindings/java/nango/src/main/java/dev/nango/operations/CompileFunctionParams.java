// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.Request;

/** The parameters of {@link FunctionsService#compile}. One that is not set is not sent. Immutable. */
public final class CompileFunctionParams {
    private final transient String code;

    private CompileFunctionParams(Builder builder) {
        code = Request.required("code", builder.code);
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("POST", "/functions/compile");
        request.object();
        request.member("code", code);
        request.repeatable();
        return request;
    }

    /** The parameters that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "CompileFunctionParams",
                "code",
Fields.hidden(code));
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String code;

        private Builder() {}

        /** The code, in TypeScript. Required. */
        public Builder code(String value) {
            code = Arguments.wholePairs("code", value);
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public CompileFunctionParams build() {
            return new CompileFunctionParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "CompileFunctionParams.Builder";
        }
    }
}

