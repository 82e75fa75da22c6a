// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.CallOptions;
import dev.nango.internal.Arguments;
import dev.nango.internal.Caller;
import dev.nango.internal.Kind;
import dev.nango.internal.Request;
import dev.nango.models.Integration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Integrations: what the environment has set up for an external API each. */
public final class IntegrationsService {
    private final Caller caller;

    /** For the library: a program takes it from {@code NangoClient.integrations()}. */
    public IntegrationsService(Caller caller) {
        this.caller = caller;
    }

    /**
     * Returns all integrations of the environment, without credentials.
     *
     * <p>GET <code>/integrations</code>; the secret key needs the scope environment:integrations:list.
     */
    public List<Integration> list() {
        return list(CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public List<Integration> list(CallOptions options) {
        return caller.call(listRequest(), options, Kind.<List<Integration>>of(Kind.listOf(Integration::read)).in("data"));
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<List<Integration>> listAsync() {
        return listAsync(CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<List<Integration>> listAsync(CallOptions options) {
        return caller.callAsync(listRequest(), options, Kind.<List<Integration>>of(Kind.listOf(Integration::read)).in("data"));
    }

    private static Request listRequest() {
        return new Request("GET", "/integrations");
    }

    /**
     * Returns an integration.
     *
     * <p>Credentials need the scope environment:integrations:read_credentials; without it Nango leaves them out.
     *
     * <p>GET <code>/integrations/{uniqueKey}</code>; the secret key needs the scope environment:integrations:read.
     */
    public Integration get(GetIntegrationParams params) {
        return get(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public Integration get(GetIntegrationParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, Kind.<Integration>of(Integration::read).in("data"));
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<Integration> getAsync(GetIntegrationParams params) {
        return getAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<Integration> getAsync(GetIntegrationParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.<Integration>of(Integration::read).in("data"));
    }

    /**
     * Creates an integration.
     *
     * <p>POST <code>/integrations</code>; the secret key needs the scope environment:integrations:create.
     */
    public Integration create(CreateIntegrationParams params) {
        return create(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public Integration create(CreateIntegrationParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, Kind.<Integration>of(Integration::read).in("data"));
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<Integration> createAsync(CreateIntegrationParams params) {
        return createAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<Integration> createAsync(CreateIntegrationParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.<Integration>of(Integration::read).in("data"));
    }

    /**
     * Creates an integration that uses Nango's own developer app.
     *
     * <p>POST <code>/integrations/quickstart</code>; the secret key needs the scope environment:integrations:create.
     */
    public Integration createQuickstart(CreateQuickstartIntegrationParams params) {
        return createQuickstart(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public Integration createQuickstart(CreateQuickstartIntegrationParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, Kind.<Integration>of(Integration::read).in("data"));
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<Integration> createQuickstartAsync(CreateQuickstartIntegrationParams params) {
        return createQuickstartAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<Integration> createQuickstartAsync(CreateQuickstartIntegrationParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.<Integration>of(Integration::read).in("data"));
    }

    /**
     * Changes an integration.
     *
     * <p>PATCH <code>/integrations/{uniqueKey}</code>; the secret key needs the scope environment:integrations:update.
     */
    public Integration update(UpdateIntegrationParams params) {
        return update(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public Integration update(UpdateIntegrationParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, Kind.<Integration>of(Integration::read).in("data"));
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<Integration> updateAsync(UpdateIntegrationParams params) {
        return updateAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<Integration> updateAsync(UpdateIntegrationParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.<Integration>of(Integration::read).in("data"));
    }

    /**
     * Deletes an integration and all of its connections.
     *
     * <p>DELETE <code>/integrations/{uniqueKey}</code>; the secret key needs the scope environment:integrations:delete.
     */
    public void delete(DeleteIntegrationParams params) {
        delete(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public void delete(DeleteIntegrationParams params, CallOptions options) {
        Arguments.given("params", params);
        caller.call(params.request(), options, Kind.NOTHING);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<Void> deleteAsync(DeleteIntegrationParams params) {
        return deleteAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<Void> deleteAsync(DeleteIntegrationParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.NOTHING);
    }
}

