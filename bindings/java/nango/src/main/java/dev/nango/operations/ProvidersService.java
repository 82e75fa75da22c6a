// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.CallOptions;
import dev.nango.internal.Arguments;
import dev.nango.internal.Caller;
import dev.nango.internal.Kind;
import dev.nango.models.NangoFunction;
import dev.nango.models.Provider;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Providers: the external APIs that Nango knows. */
public final class ProvidersService {
    private final Caller caller;

    /** For the library: a program takes it from {@code NangoClient.providers()}. */
    public ProvidersService(Caller caller) {
        this.caller = caller;
    }

    /**
     * Returns the external APIs that Nango knows.
     *
     * <p>The response has megabytes: hundreds of providers, not paged.
     *
     * <p>GET <code>/providers</code>; any secret key may call it.
     */
    public List<Provider> list() {
        return list(ListProvidersParams.builder().build(), CallOptions.DEFAULT);
    }

    /**
     * Returns the external APIs that Nango knows.
     *
     * <p>The response has megabytes: hundreds of providers, not paged.
     *
     * <p>GET <code>/providers</code>; any secret key may call it.
     */
    public List<Provider> list(ListProvidersParams params) {
        return list(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public List<Provider> list(ListProvidersParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, Kind.<List<Provider>>of(Kind.listOf(Provider::read)).in("data"));
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<List<Provider>> listAsync(ListProvidersParams params) {
        return listAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<List<Provider>> listAsync(ListProvidersParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.<List<Provider>>of(Kind.listOf(Provider::read)).in("data"));
    }

    /**
     * Returns an external API that Nango knows.
     *
     * <p>GET <code>/providers/{provider}</code>; any secret key may call it.
     */
    public Provider get(GetProviderParams params) {
        return get(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public Provider get(GetProviderParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, Kind.<Provider>of(Provider::read).in("data"));
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<Provider> getAsync(GetProviderParams params) {
        return getAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<Provider> getAsync(GetProviderParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.<Provider>of(Provider::read).in("data"));
    }

    /**
     * Returns the templates of functions that Nango has for an external API.
     *
     * <p>GET <code>/providers/{provider}/templates</code>; any secret key may call it.
     */
    public List<NangoFunction> listTemplates(ListProviderTemplatesParams params) {
        return listTemplates(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public List<NangoFunction> listTemplates(ListProviderTemplatesParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, Kind.<List<NangoFunction>>of(Kind.listOf(NangoFunction::read)).in("data"));
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<List<NangoFunction>> listTemplatesAsync(ListProviderTemplatesParams params) {
        return listTemplatesAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<List<NangoFunction>> listTemplatesAsync(ListProviderTemplatesParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.<List<NangoFunction>>of(Kind.listOf(NangoFunction::read)).in("data"));
    }
}

