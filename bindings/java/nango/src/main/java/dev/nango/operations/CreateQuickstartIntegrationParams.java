// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.internal.Arguments;
import dev.nango.internal.Fields;
import dev.nango.internal.Request;

/** The parameters of {@link IntegrationsService#createQuickstart}. One that is not set is not sent. Immutable. */
public final class CreateQuickstartIntegrationParams {
    private final transient String provider;
    private final transient String uniqueKey;
    private final transient String displayName;
    private final transient Boolean forwardWebhooks;

    private CreateQuickstartIntegrationParams(Builder builder) {
        provider = Request.required("provider", builder.provider);
        uniqueKey = Request.required("uniqueKey", builder.uniqueKey);
        displayName = builder.displayName;
        forwardWebhooks = builder.forwardWebhooks;
    }

    /** Parameters that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The request with these parameters. */
    Request request() {
        Request request = new Request("POST", "/integrations/quickstart");
        request.object();
        request.member("provider", provider);
        request.member("unique_key", uniqueKey);
        if (displayName != null) {
            request.member("display_name", displayName);
        }
        if (forwardWebhooks != null) {
            request.member("forward_webhooks", forwardWebhooks);
        }
        return request;
    }

    /** The parameters that are set. */
    @Override
    public String toString() {
        return Fields.shown(
                "CreateQuickstartIntegrationParams",
                "provider",
provider,
                "uniqueKey",
uniqueKey,
                "displayName",
displayName,
                "forwardWebhooks",
forwardWebhooks);
    }

    /** Sets the parameters one by one. */
    public static final class Builder {
        private transient String provider;
        private transient String uniqueKey;
        private transient String displayName;
        private transient Boolean forwardWebhooks;

        private Builder() {}

        /** The external API, as Nango names it: "github". Required. */
        public Builder provider(String value) {
            provider = Arguments.wholePairs("provider", value);
            return this;
        }

        /** The id that it gets. Required. */
        public Builder uniqueKey(String value) {
            uniqueKey = Arguments.wholePairs("uniqueKey", value);
            return this;
        }

        /** Its name for humans. */
        public Builder displayName(String value) {
            displayName = Arguments.wholePairs("displayName", value);
            return this;
        }

        /** Whether Nango forwards webhooks of the external API. */
        public Builder forwardWebhooks(boolean value) {
            forwardWebhooks = value;
            return this;
        }

        /**
         * The parameters.
         *
         * @throws dev.nango.InvalidArgumentException one that is required is missing
         */
        public CreateQuickstartIntegrationParams build() {
            return new CreateQuickstartIntegrationParams(this);
        }

        /** Says nothing of the parameters. */
        @Override
        public String toString() {
            return "CreateQuickstartIntegrationParams.Builder";
        }
    }
}

