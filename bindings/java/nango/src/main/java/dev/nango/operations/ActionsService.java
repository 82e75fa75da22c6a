// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.CallOptions;
import dev.nango.JsonValue;
import dev.nango.internal.Arguments;
import dev.nango.internal.Caller;
import dev.nango.internal.Kind;
import dev.nango.models.QueuedAction;
import java.util.concurrent.CompletableFuture;

/** Actions: functions that Nango runs on a connection. */
public final class ActionsService {
    private final Caller caller;

    /** For the library: a program takes it from {@code NangoClient.actions()}. */
    public ActionsService(Caller caller) {
        this.caller = caller;
    }

    /**
     * Runs an action on a connection and waits for its output.
     *
     * <p>An action can run for minutes: pass a timeout that is long enough. The output is any JSON value; an action
     * that returns nothing gives null.
     *
     * <p>POST <code>/action/trigger</code>; the secret key needs the scope environment:actions:execute.
     */
    public JsonValue trigger(TriggerActionParams params) {
        return trigger(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public JsonValue trigger(TriggerActionParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, Kind.JSON);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<JsonValue> triggerAsync(TriggerActionParams params) {
        return triggerAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<JsonValue> triggerAsync(TriggerActionParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.JSON);
    }

    /**
     * Queues an action on a connection, and returns the id of its result.
     *
     * <p>Nango runs the queued actions of an environment one after another.
     *
     * <p>POST <code>/action/trigger</code>; the secret key needs the scope environment:actions:execute.
     */
    public QueuedAction triggerAsync(TriggerActionAsyncParams params) {
        return triggerAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public QueuedAction triggerAsync(TriggerActionAsyncParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, QueuedAction::read);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<QueuedAction> triggerAsyncAsync(TriggerActionAsyncParams params) {
        return triggerAsyncAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<QueuedAction> triggerAsyncAsync(TriggerActionAsyncParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, QueuedAction::read);
    }

    /**
     * Returns the output of a queued action.
     *
     * <p>An action that still runs, one that does not exist and one whose output is null are the error kind api with
     * the status 404: Nango does not tell them apart.
     *
     * <p>GET <code>/action/{id}</code>; the secret key needs the scope environment:actions:execute.
     */
    public JsonValue result(GetActionResultParams params) {
        return result(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public JsonValue result(GetActionResultParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, Kind.JSON);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<JsonValue> resultAsync(GetActionResultParams params) {
        return resultAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<JsonValue> resultAsync(GetActionResultParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.JSON);
    }

    /**
     * Waits for the output of a queued action.
     *
     * <p>It asks at once, after half a second, and then every second or two, until the timeout of the call has passed;
     * then the error kind is timeout. Nango answers for an id that does not exist, and for an output that is null, as
     * it does while the action runs: such a wait ends by its timeout.
     *
     * <p>GET <code>/action/{id}</code>; the secret key needs the scope environment:actions:execute.
     */
    public JsonValue waitForResult(WaitForActionResultParams params) {
        return waitForResult(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public JsonValue waitForResult(WaitForActionResultParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, Kind.JSON);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<JsonValue> waitForResultAsync(WaitForActionResultParams params) {
        return waitForResultAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<JsonValue> waitForResultAsync(WaitForActionResultParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.JSON);
    }
}

