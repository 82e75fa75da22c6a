// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.Request;

/** The parameters of {@link IntegrationsService#delete}. One that is not set is not sent. Immutable. */
public final class DeleteIntegrationParams {
    private final transient String uniqueKey;

    private DeleteIntegrationParams(Builder builder) {
        uniqueKey = Request.required("uniqueKey", builder.uniqueKey);
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("DELETE", "/integrations/{uniqueKey}");
        request.path("uniqueKey", "uniqueKey", uniqueKey);
        request.repeatable();
        return request;
    }

    /** The parameters that are set. */
    @Override
    public String toString() {
        return Fields.shown(
                "DeleteIntegrationParams",
                "uniqueKey",
uniqueKey);
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String uniqueKey;

        private Builder() {}

        /** The id of the integration. Required. */
        public Builder uniqueKey(String value) {
            uniqueKey = Arguments.wholePairs("uniqueKey", value);
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public DeleteIntegrationParams build() {
            return new DeleteIntegrationParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "DeleteIntegrationParams.Builder";
        }
    }
}

