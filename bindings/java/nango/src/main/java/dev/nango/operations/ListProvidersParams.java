// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.Request;
import java.util.List;

/** The parameters of {@link ProvidersService#list}. One that is not set is not sent. Immutable. */
public final class ListProvidersParams {
    private final transient String search;

    private ListProvidersParams(Builder builder) {
        search = builder.search;
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("GET", "/providers");
        if (search != null) {
            request.query("search", "search", search);
        }
        return request;
    }

    /** The parameters that are set. */
    @Override
    public String toString() {
        return Fields.shown(
                "ListProvidersParams",
                "search",
search);
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String search;

        private Builder() {}

        /** Only those with this text in their name. */
        public Builder search(String value) {
            search = Arguments.wholePairs("search", value);
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public ListProvidersParams build() {
            return new ListProvidersParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "ListProvidersParams.Builder";
        }
    }
}

