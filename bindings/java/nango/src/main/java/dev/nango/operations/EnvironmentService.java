// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.CallOptions;
import dev.nango.internal.Caller;
import dev.nango.internal.Kind;
import dev.nango.internal.Request;
import dev.nango.models.EnvironmentVariable;
import dev.nango.models.WebhookSigningKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The Nango environment of the secret key. */
public final class EnvironmentService {
    private final Caller caller;

    /** For the library: a program takes it from {@code NangoClient.environment()}. */
    public EnvironmentService(Caller caller) {
        this.caller = caller;
    }

    /**
     * Returns the variables that were set in the dashboard.
     *
     * <p>GET <code>/environment-variables</code>; the secret key needs the scope environment:variables:read.
     */
    public List<EnvironmentVariable> listVariables() {
        return listVariables(CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public List<EnvironmentVariable> listVariables(CallOptions options) {
        return caller.call(listVariablesRequest(), options, Kind.listOf(EnvironmentVariable::read));
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<List<EnvironmentVariable>> listVariablesAsync() {
        return listVariablesAsync(CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<List<EnvironmentVariable>> listVariablesAsync(CallOptions options) {
        return caller.callAsync(listVariablesRequest(), options, Kind.listOf(EnvironmentVariable::read));
    }

    private static Request listVariablesRequest() {
        return new Request("GET", "/environment-variables");
    }

    /**
     * Replaces the key that Nango signs webhooks with.
     *
     * <p>It counts at once: webhooks that are signed with the former key no longer come.
     *
     * <p>POST <code>/environment/webhook-signing-key/rotate</code>; the secret key needs the scope
     * environment:webhook_signing_key:rotate.
     */
    public WebhookSigningKey rotateWebhookSigningKey() {
        return rotateWebhookSigningKey(CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public WebhookSigningKey rotateWebhookSigningKey(CallOptions options) {
        return caller.call(rotateWebhookSigningKeyRequest(), options, Kind.<WebhookSigningKey>of(WebhookSigningKey::read).in("data"));
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<WebhookSigningKey> rotateWebhookSigningKeyAsync() {
        return rotateWebhookSigningKeyAsync(CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<WebhookSigningKey> rotateWebhookSigningKeyAsync(CallOptions options) {
        return caller.callAsync(rotateWebhookSigningKeyRequest(), options, Kind.<WebhookSigningKey>of(WebhookSigningKey::read).in("data"));
    }

    private static Request rotateWebhookSigningKeyRequest() {
        return new Request("POST", "/environment/webhook-signing-key/rotate");
    }
}

