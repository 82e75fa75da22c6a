// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.Request;
import java.util.List;
import java.util.Map;

/** The parameters of {@link ConnectionsService#list}. One that is not set is not sent. Immutable. */
public final class ListConnectionsParams {
    private final transient String connectionId;
    private final transient String search;
    private final transient List<String> integrationIds;
    private final transient Map<String, String> tags;
    private final transient String endUserId;
    private final transient String endUserOrganizationId;
    private final transient Long limit;

    private ListConnectionsParams(Builder builder) {
        connectionId = builder.connectionId;
        search = builder.search;
        integrationIds = builder.integrationIds;
        tags = builder.tags;
        endUserId = builder.endUserId;
        endUserOrganizationId = builder.endUserOrganizationId;
        limit = builder.limit;
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("GET", "/connections");
        if (connectionId != null) {
            request.query("connectionId", "connectionId", connectionId);
        }
        if (search != null) {
            request.query("search", "search", search);
        }
        if (integrationIds != null) {
            request.queryCsv("integrationId", "integrationIds", integrationIds);
        }
        if (tags != null) {
            request.queryBrackets("tags", "tags", tags);
        }
        if (endUserId != null) {
            request.query("endUserId", "endUserId", endUserId);
        }
        if (endUserOrganizationId != null) {
            request.query("endUserOrganizationId", "endUserOrganizationId", endUserOrganizationId);
        }
        request.query("limit", "limit", String.valueOf(limit == null ? 1000L : limit));
        return request;
    }

    /** The parameters that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "ListConnectionsParams",
                "connectionId",
connectionId,
                "search",
search,
                "integrationIds",
integrationIds,
                "tags",
Fields.hidden(tags),
                "endUserId",
endUserId,
                "endUserOrganizationId",
endUserOrganizationId,
                "limit",
limit);
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String connectionId;
        private transient String search;
        private transient List<String> integrationIds;
        private transient Map<String, String> tags;
        private transient String endUserId;
        private transient String endUserOrganizationId;
        private transient Long limit;

        private Builder() {}

        /** Only the connections with this id. */
        public Builder connectionId(String value) {
            connectionId = Arguments.wholePairs("connectionId", value);
            return this;
        }

        /** Only those with this text in the connection's id or in the end user's name or email address. */
        public Builder search(String value) {
            search = Arguments.wholePairs("search", value);
            return this;
        }

        /** Only those of these integrations. */
        public Builder integrationIds(List<String> value) {
            integrationIds = Arguments.list("integrationIds", value);
            return this;
        }

        /** Only those that have all of these tags. */
        public Builder tags(Map<String, String> value) {
            tags = Arguments.map("tags", value);
            return this;
        }

        /**
         * Only those of this end user.
         *
         * @deprecated use the tag end_user_id
         */
        @Deprecated
        public Builder endUserId(String value) {
            endUserId = Arguments.wholePairs("endUserId", value);
            return this;
        }

        /**
         * Only those of this organization.
         *
         * @deprecated use the tag organization_id
         */
        @Deprecated
        public Builder endUserOrganizationId(String value) {
            endUserOrganizationId = Arguments.wholePairs("endUserOrganizationId", value);
            return this;
        }

        /** How many a page has, from 1 to 2000. Default: 1000. */
        public Builder limit(long value) {
            limit = value;
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public ListConnectionsParams build() {
            return new ListConnectionsParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "ListConnectionsParams.Builder";
        }
    }
}

