// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.Request;
import java.util.List;

/** The parameters of {@link FunctionsService#list}. One that is not set is not sent. Immutable. */
public final class ListFunctionsParams {
    private final transient String uniqueKey;
    private final transient String functionType;
    private final transient String search;
    private final transient Long limit;

    private ListFunctionsParams(Builder builder) {
        uniqueKey = Request.required("uniqueKey", builder.uniqueKey);
        functionType = builder.functionType;
        search = builder.search;
        limit = builder.limit;
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("GET", "/integrations/{uniqueKey}/functions");
        request.path("uniqueKey", "uniqueKey", uniqueKey);
        if (functionType != null) {
            request.query("type", "functionType", functionType);
        }
        if (search != null) {
            request.query("search", "search", search);
        }
        request.query("limit", "limit", String.valueOf(limit == null ? 100L : limit));
        return request;
    }

    /** The parameters that are set. */
    @Override
    public String toString() {
        return Fields.shown(
                "ListFunctionsParams",
                "uniqueKey",
uniqueKey,
                "functionType",
functionType,
                "search",
search,
                "limit",
limit);
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String uniqueKey;
        private transient String functionType;
        private transient String search;
        private transient Long limit;

        private Builder() {}

        /** The id of the integration. Required. */
        public Builder uniqueKey(String value) {
            uniqueKey = Arguments.wholePairs("uniqueKey", value);
            return this;
        }

        /** Only those of this type: "sync", "action" or "on-event". */
        public Builder functionType(String value) {
            functionType = Arguments.wholePairs("functionType", value);
            return this;
        }

        /** Only those with this text in their name. */
        public Builder search(String value) {
            search = Arguments.wholePairs("search", value);
            return this;
        }

        /** How many a page has, from 1 to 100. Default: 100. */
        public Builder limit(long value) {
            limit = value;
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public ListFunctionsParams build() {
            return new ListFunctionsParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "ListFunctionsParams.Builder";
        }
    }
}

