// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.Request;
import java.util.List;

/** The parameters of {@link ProvidersService#listTemplates}. One that is not set is not sent. Immutable. */
public final class ListProviderTemplatesParams {
    private final transient String provider;

    private ListProviderTemplatesParams(Builder builder) {
        provider = Request.required("provider", builder.provider);
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("GET", "/providers/{provider}/templates");
        request.path("provider", "provider", provider);
        return request;
    }

    /** The parameters that are set. */
    @Override
    public String toString() {
        return Fields.shown(
                "ListProviderTemplatesParams",
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
        public ListProviderTemplatesParams build() {
            return new ListProviderTemplatesParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "ListProviderTemplatesParams.Builder";
        }
    }
}

