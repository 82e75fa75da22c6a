// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.Request;
import java.time.Instant;
import java.util.List;

/** The parameters of {@link RecordsService#list}. One that is not set is not sent. Immutable. */
public final class ListRecordsParams {
    private final transient String connectionId;
    private final transient String providerConfigKey;
    private final transient String model;
    private final transient String cursor;
    private final transient Instant modifiedAfter;
    private final transient List<String> filter;
    private final transient List<String> ids;
    private final transient String variant;
    private final transient Long limit;

    private ListRecordsParams(Builder builder) {
        connectionId = Request.required("connectionId", builder.connectionId);
        providerConfigKey = Request.required("providerConfigKey", builder.providerConfigKey);
        model = Request.required("model", builder.model);
        cursor = builder.cursor;
        modifiedAfter = builder.modifiedAfter;
        filter = builder.filter;
        ids = builder.ids;
        variant = builder.variant;
        limit = builder.limit;
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("GET", "/records");
        request.header("Connection-Id", "connectionId", connectionId);
        request.header("Provider-Config-Key", "providerConfigKey", providerConfigKey);
        request.query("model", "model", model);
        if (cursor != null) {
            request.query("cursor", "cursor", cursor);
        }
        if (modifiedAfter != null) {
            request.query("modified_after", "modifiedAfter", Request.timestamp(modifiedAfter));
        }
        if (filter != null) {
            request.queryCsv("filter", "filter", filter);
        }
        if (ids != null) {
            request.queryRepeated("ids", "ids", ids);
        }
        if (variant != null) {
            request.query("variant", "variant", variant);
        }
        request.query("limit", "limit", String.valueOf(limit == null ? 1000L : limit));
        return request;
    }

    /** The cursor that the list starts at; null for its beginning. */
    String start() {
        return cursor;
    }

    /** The parameters that are set. */
    @Override
    public String toString() {
        return Fields.shown(
                "ListRecordsParams",
                "connectionId",
connectionId,
                "providerConfigKey",
providerConfigKey,
                "model",
model,
                "cursor",
cursor,
                "modifiedAfter",
modifiedAfter,
                "filter",
filter,
                "ids",
ids,
                "variant",
variant,
                "limit",
limit);
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String connectionId;
        private transient String providerConfigKey;
        private transient String model;
        private transient String cursor;
        private transient Instant modifiedAfter;
        private transient List<String> filter;
        private transient List<String> ids;
        private transient String variant;
        private transient Long limit;

        private Builder() {}

        /** The id of the connection, as the dashboard shows it. Required. */
        public Builder connectionId(String value) {
            connectionId = Arguments.wholePairs("connectionId", value);
            return this;
        }

        /** The id of the integration, as the dashboard shows it. Required. */
        public Builder providerConfigKey(String value) {
            providerConfigKey = Arguments.wholePairs("providerConfigKey", value);
            return this;
        }

        /** The name of the model. Required. */
        public Builder model(String value) {
            model = Arguments.wholePairs("model", value);
            return this;
        }

        /** Only the records behind this one: the cursor of the last record that was read. */
        public Builder cursor(String value) {
            cursor = Arguments.wholePairs("cursor", value);
            return this;
        }

        /** Only those that were changed after this time, which is within the last 12 months. */
        public Builder modifiedAfter(Instant value) {
            modifiedAfter = Request.required("modifiedAfter", value);
            return this;
        }

        /** Only those whose last change was one of "added", "updated" and "deleted". */
        public Builder filter(List<String> value) {
            filter = Arguments.list("filter", value);
            return this;
        }

        /** Only those with these ids, at most 100. */
        public Builder ids(List<String> value) {
            ids = Arguments.list("ids", value);
            return this;
        }

        /** The variant of the sync; "base" without it. */
        public Builder variant(String value) {
            variant = Arguments.wholePairs("variant", value);
            return this;
        }

        /** How many a page has, from 1 to 10000. Nango can send fewer. Default: 1000. */
        public Builder limit(long value) {
            limit = value;
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public ListRecordsParams build() {
            return new ListRecordsParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "ListRecordsParams.Builder";
        }
    }
}

