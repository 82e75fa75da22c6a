// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.Request;

/** The parameters of {@link FunctionsService#scriptsConfig}. One that is not set is not sent. Immutable. */
public final class GetScriptsConfigParams {
    private final transient String format;

    private GetScriptsConfigParams(Builder builder) {
        format = builder.format;
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("GET", "/scripts/config");
        request.query("format", "format", format == null ? "nango" : format);
        return request;
    }

    /** The parameters that are set. */
    @Override
    public String toString() {
        return Fields.shown(
                "GetScriptsConfigParams",
                "format",
format);
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String format;

        private Builder() {}

        /**
         * The form: "nango" for an array with an object for each integration, "openai" for an object with tools of a
         * language model in "data". Default: nango.
         */
        public Builder format(String value) {
            format = Arguments.wholePairs("format", value);
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public GetScriptsConfigParams build() {
            return new GetScriptsConfigParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "GetScriptsConfigParams.Builder";
        }
    }
}

