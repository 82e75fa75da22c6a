// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.CallOptions;
import dev.nango.internal.Arguments;
import dev.nango.internal.Caller;
import dev.nango.internal.Kind;
import dev.nango.models.Sync;
import dev.nango.models.SyncFrequency;
import dev.nango.models.SyncVariant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Syncs: functions that Nango runs on a schedule for each connection. */
public final class SyncsService {
    private final Caller caller;

    /** For the library: a program takes it from {@code NangoClient.syncs()}. */
    public SyncsService(Caller caller) {
        this.caller = caller;
    }

    /**
     * Runs syncs now.
     *
     * <p>A sync that is running is cancelled and started again.
     *
     * <p>POST <code>/sync/trigger</code>; the secret key needs the scope environment:syncs:execute.
     */
    public void trigger(TriggerSyncParams params) {
        trigger(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public void trigger(TriggerSyncParams params, CallOptions options) {
        Arguments.given("params", params);
        caller.call(params.request(), options, Kind.NOTHING);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<Void> triggerAsync(TriggerSyncParams params) {
        return triggerAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<Void> triggerAsync(TriggerSyncParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.NOTHING);
    }

    /**
     * Starts the schedules of syncs.
     *
     * <p>POST <code>/sync/start</code>; the secret key needs the scope environment:syncs:execute.
     */
    public void start(StartSyncParams params) {
        start(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public void start(StartSyncParams params, CallOptions options) {
        Arguments.given("params", params);
        caller.call(params.request(), options, Kind.NOTHING);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<Void> startAsync(StartSyncParams params) {
        return startAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<Void> startAsync(StartSyncParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.NOTHING);
    }

    /**
     * Pauses the schedules of syncs.
     *
     * <p>A sync that is running is cancelled.
     *
     * <p>POST <code>/sync/pause</code>; the secret key needs the scope environment:syncs:execute.
     */
    public void pause(PauseSyncParams params) {
        pause(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public void pause(PauseSyncParams params, CallOptions options) {
        Arguments.given("params", params);
        caller.call(params.request(), options, Kind.NOTHING);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<Void> pauseAsync(PauseSyncParams params) {
        return pauseAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<Void> pauseAsync(PauseSyncParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.NOTHING);
    }

    /**
     * Returns the state of syncs.
     *
     * <p>An unknown integration gives an empty list.
     *
     * <p>GET <code>/sync/status</code>; the secret key needs the scope environment:syncs:read.
     */
    public List<Sync> status(SyncStatusParams params) {
        return status(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public List<Sync> status(SyncStatusParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, Kind.<List<Sync>>of(Kind.listOf(Sync::read)).in("syncs"));
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<List<Sync>> statusAsync(SyncStatusParams params) {
        return statusAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<List<Sync>> statusAsync(SyncStatusParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.<List<Sync>>of(Kind.listOf(Sync::read)).in("syncs"));
    }

    /**
     * Sets how often a sync runs for a connection.
     *
     * <p>PUT <code>/sync/update-connection-frequency</code>; the secret key needs the scope environment:syncs:update.
     */
    public SyncFrequency updateFrequency(UpdateSyncFrequencyParams params) {
        return updateFrequency(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public SyncFrequency updateFrequency(UpdateSyncFrequencyParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, SyncFrequency::read);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<SyncFrequency> updateFrequencyAsync(UpdateSyncFrequencyParams params) {
        return updateFrequencyAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<SyncFrequency> updateFrequencyAsync(UpdateSyncFrequencyParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, SyncFrequency::read);
    }

    /**
     * Has a sync run for a connection as often as its code says.
     *
     * <p>PUT <code>/sync/update-connection-frequency</code>; the secret key needs the scope environment:syncs:update.
     */
    public SyncFrequency resetFrequency(ResetSyncFrequencyParams params) {
        return resetFrequency(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public SyncFrequency resetFrequency(ResetSyncFrequencyParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, SyncFrequency::read);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<SyncFrequency> resetFrequencyAsync(ResetSyncFrequencyParams params) {
        return resetFrequencyAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<SyncFrequency> resetFrequencyAsync(ResetSyncFrequencyParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, SyncFrequency::read);
    }

    /**
     * Creates a variant of a sync for a connection.
     *
     * <p>POST <code>/sync/{name}/variant/{variant}</code>; the secret key needs the scope
     * environment:syncs:variant:create.
     */
    public SyncVariant createVariant(CreateSyncVariantParams params) {
        return createVariant(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public SyncVariant createVariant(CreateSyncVariantParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, SyncVariant::read);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<SyncVariant> createVariantAsync(CreateSyncVariantParams params) {
        return createVariantAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<SyncVariant> createVariantAsync(CreateSyncVariantParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, SyncVariant::read);
    }

    /**
     * Deletes a variant of a sync. Its records stay readable.
     *
     * <p>DELETE <code>/sync/{name}/variant/{variant}</code>; the secret key needs the scope
     * environment:syncs:variant:delete.
     */
    public void deleteVariant(DeleteSyncVariantParams params) {
        deleteVariant(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public void deleteVariant(DeleteSyncVariantParams params, CallOptions options) {
        Arguments.given("params", params);
        caller.call(params.request(), options, Kind.NOTHING);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<Void> deleteVariantAsync(DeleteSyncVariantParams params) {
        return deleteVariantAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<Void> deleteVariantAsync(DeleteSyncVariantParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.NOTHING);
    }
}

