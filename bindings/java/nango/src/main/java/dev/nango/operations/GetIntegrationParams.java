// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.Request;
import java.util.List;

/** The parameters of {@link IntegrationsService#get}. One that is not set is not sent. Immutable. */
public final class GetIntegrationParams {
    private final transient String uniqueKey;
    private final transient List<String> include;

    private GetIntegrationParams(Builder builder) {
        uniqueKey = Request.required("uniqueKey", builder.uniqueKey);
        include = builder.include;
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("GET", "/integrations/{uniqueKey}");
        request.path("uniqueKey", "uniqueKey", uniqueKey);
        if (include != null) {
            request.queryRepeated("include", "include", include);
        }
        return request;
    }

    /** The parameters that are set. */
    @Override
    public String toString() {
        return Fields.shown(
                "GetIntegrationParams",
                "uniqueKey",
uniqueKey,
                "include",
include);
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String uniqueKey;
        private transient List<String> include;

        private Builder() {}

        /** The id of the integration. Required. */
        public Builder uniqueKey(String value) {
            uniqueKey = Arguments.wholePairs("uniqueKey", value);
            return this;
        }

        /** What else to return: "webhook" for its webhook URL, "credentials" for its developer app. */
        public Builder include(List<String> value) {
            include = Arguments.list("include", value);
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public GetIntegrationParams build() {
            return new GetIntegrationParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "GetIntegrationParams.Builder";
        }
    }
}

