// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.Request;

/** The parameters of {@link ActionsService#result}. One that is not set is not sent. Immutable. */
public final class GetActionResultParams {
    private final transient String id;

    private GetActionResultParams(Builder builder) {
        id = Request.required("id", builder.id);
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("GET", "/action/{id}");
        request.path("id", "id", id);
        return request;
    }

    /** The parameters that are set. */
    @Override
    public String toString() {
        return Fields.shown(
                "GetActionResultParams",
                "id",
id);
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String id;

        private Builder() {}

        /** The id of the queued action. Required. */
        public Builder id(String value) {
            id = Arguments.wholePairs("id", value);
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public GetActionResultParams build() {
            return new GetActionResultParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "GetActionResultParams.Builder";
        }
    }
}

