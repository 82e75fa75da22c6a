// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.CallOptions;
import dev.nango.JsonValue;
import dev.nango.Pager;
import dev.nango.internal.Arguments;
import dev.nango.internal.Caller;
import dev.nango.internal.Kind;
import dev.nango.internal.Listing;
import dev.nango.models.CompiledFunction;
import dev.nango.models.NangoFunction;
import dev.nango.models.FunctionCode;
import dev.nango.models.FunctionDeployment;
import dev.nango.models.FunctionDryRun;
import dev.nango.models.QueuedFunctionRun;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Functions: the code of syncs and actions that an integration has. */
public final class FunctionsService {
    private final Caller caller;

    /** For the library: a program takes it from {@code NangoClient.functions()}. */
    public FunctionsService(Caller caller) {
        this.caller = caller;
    }

    /**
     * Lists the functions that are deployed for an integration.
     *
     * <p>Pages are fetched as the functions are read.
     *
     * <p>GET <code>/integrations/{uniqueKey}/functions</code>; the secret key needs the scope
     * environment:functions:list.
     */
    public Pager<NangoFunction> list(ListFunctionsParams params) {
        return list(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of each call. */
    public Pager<NangoFunction> list(ListFunctionsParams params, CallOptions options) {
        Arguments.given("params", params);
        return new Pager<>(new Listing<>(
                caller,
                params.request(),
                options,
                Listing.NUMBER,
                Kind.listOf(NangoFunction::read).in("data"),
                item -> item.id(),
                null,
                null));
    }

    /**
     * Returns a function that is deployed for an integration.
     *
     * <p>GET <code>/integrations/{uniqueKey}/functions/{name}</code>; the secret key needs the scope
     * environment:functions:read.
     */
    public NangoFunction get(GetFunctionParams params) {
        return get(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public NangoFunction get(GetFunctionParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, Kind.<NangoFunction>of(NangoFunction::read).in("data"));
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<NangoFunction> getAsync(GetFunctionParams params) {
        return getAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<NangoFunction> getAsync(GetFunctionParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.<NangoFunction>of(NangoFunction::read).in("data"));
    }

    /**
     * Returns the code of a function that is deployed for an integration.
     *
     * <p>GET <code>/integrations/{uniqueKey}/functions/{name}/code</code>; the secret key needs the scope
     * environment:functions:read.
     */
    public FunctionCode getCode(GetFunctionCodeParams params) {
        return getCode(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public FunctionCode getCode(GetFunctionCodeParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, FunctionCode::read);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<FunctionCode> getCodeAsync(GetFunctionCodeParams params) {
        return getCodeAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<FunctionCode> getCodeAsync(GetFunctionCodeParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, FunctionCode::read);
    }

    /**
     * Deletes a function of an integration.
     *
     * <p>Nango refuses to delete one that was deployed by its command line program.
     *
     * <p>DELETE <code>/integrations/{uniqueKey}/functions/{name}</code>; the secret key needs the scope
     * environment:functions:delete.
     */
    public void delete(DeleteFunctionParams params) {
        delete(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public void delete(DeleteFunctionParams params, CallOptions options) {
        Arguments.given("params", params);
        caller.call(params.request(), options, Kind.NOTHING);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<Void> deleteAsync(DeleteFunctionParams params) {
        return deleteAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<Void> deleteAsync(DeleteFunctionParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.NOTHING);
    }

    /**
     * Returns the syncs, actions and on-event functions of all integrations.
     *
     * <p>GET <code>/scripts/config</code>; the secret key needs the scope environment:integrations:list_functions.
     */
    public JsonValue scriptsConfig() {
        return scriptsConfig(GetScriptsConfigParams.builder().build(), CallOptions.DEFAULT);
    }

    /**
     * Returns the syncs, actions and on-event functions of all integrations.
     *
     * <p>GET <code>/scripts/config</code>; the secret key needs the scope environment:integrations:list_functions.
     */
    public JsonValue scriptsConfig(GetScriptsConfigParams params) {
        return scriptsConfig(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public JsonValue scriptsConfig(GetScriptsConfigParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, Kind.JSON);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<JsonValue> scriptsConfigAsync(GetScriptsConfigParams params) {
        return scriptsConfigAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<JsonValue> scriptsConfigAsync(GetScriptsConfigParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.JSON);
    }

    /**
     * Compiles the code of a function.
     *
     * <p>POST <code>/functions/compile</code>; the secret key needs the scope environment:functions:compile.
     */
    public CompiledFunction compile(CompileFunctionParams params) {
        return compile(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public CompiledFunction compile(CompileFunctionParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, CompiledFunction::read);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<CompiledFunction> compileAsync(CompileFunctionParams params) {
        return compileAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<CompiledFunction> compileAsync(CompileFunctionParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, CompiledFunction::read);
    }

    /**
     * Runs the code of a function on a connection without storing anything.
     *
     * <p>POST <code>/functions/dryruns</code>; the secret key needs the scope environment:functions:dryrun.
     */
    public QueuedFunctionRun startDryRun(StartFunctionDryRunParams params) {
        return startDryRun(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public QueuedFunctionRun startDryRun(StartFunctionDryRunParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, QueuedFunctionRun::read);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<QueuedFunctionRun> startDryRunAsync(StartFunctionDryRunParams params) {
        return startDryRunAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<QueuedFunctionRun> startDryRunAsync(StartFunctionDryRunParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, QueuedFunctionRun::read);
    }

    /**
     * Returns the state of a dry run.
     *
     * <p>GET <code>/functions/dryruns/{id}</code>; the secret key needs the scope environment:functions:dryrun.
     */
    public FunctionDryRun getDryRun(GetFunctionDryRunParams params) {
        return getDryRun(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public FunctionDryRun getDryRun(GetFunctionDryRunParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, FunctionDryRun::read);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<FunctionDryRun> getDryRunAsync(GetFunctionDryRunParams params) {
        return getDryRunAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<FunctionDryRun> getDryRunAsync(GetFunctionDryRunParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, FunctionDryRun::read);
    }

    /**
     * Deploys the code of a function.
     *
     * <p>POST <code>/functions/deployments</code>; the secret key needs the scope environment:deploy.
     */
    public QueuedFunctionRun deploy(DeployFunctionParams params) {
        return deploy(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public QueuedFunctionRun deploy(DeployFunctionParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, QueuedFunctionRun::read);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<QueuedFunctionRun> deployAsync(DeployFunctionParams params) {
        return deployAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<QueuedFunctionRun> deployAsync(DeployFunctionParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, QueuedFunctionRun::read);
    }

    /**
     * Deploys a template of a function.
     *
     * <p>POST <code>/functions/deployments</code>; the secret key needs the scope environment:deploy.
     */
    public QueuedFunctionRun deployTemplate(DeployFunctionTemplateParams params) {
        return deployTemplate(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public QueuedFunctionRun deployTemplate(DeployFunctionTemplateParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, QueuedFunctionRun::read);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<QueuedFunctionRun> deployTemplateAsync(DeployFunctionTemplateParams params) {
        return deployTemplateAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<QueuedFunctionRun> deployTemplateAsync(DeployFunctionTemplateParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, QueuedFunctionRun::read);
    }

    /**
     * Returns the state of a deployment.
     *
     * <p>GET <code>/functions/deployments/{id}</code>; the secret key needs the scope environment:deploy.
     */
    public FunctionDeployment getDeployment(GetFunctionDeploymentParams params) {
        return getDeployment(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public FunctionDeployment getDeployment(GetFunctionDeploymentParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, FunctionDeployment::read);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<FunctionDeployment> getDeploymentAsync(GetFunctionDeploymentParams params) {
        return getDeploymentAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<FunctionDeployment> getDeploymentAsync(GetFunctionDeploymentParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, FunctionDeployment::read);
    }
}

