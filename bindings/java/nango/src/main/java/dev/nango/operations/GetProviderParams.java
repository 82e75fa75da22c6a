// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.Request;

/** The parameters of {@link ProvidersService#get}. One that is not set is not sent. Immutable. */
public final class GetProviderParams {
    private final transient String provider;

    private GetProviderParams(Builder builder) {
        provider = Request.required("provider", builder.provider);
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("GET", "/providers/{provider}");
        request.path("provider", "provider", provider);
        return request;
    }

    /** The parameters that are set. */
    @Override
    public String toString() {
        return Fields.shown(
                "GetProviderParams",
                "provider",
provider);
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String provider;

        private Builder() {}

        /** Its name: "github". Required. */
        public Builder provider(String value) {
            provider = Arguments.wholePairs("provider", value);
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public GetProviderParams build() {
            return new GetProviderParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "GetProviderParams.Builder";
        }
    }
}

