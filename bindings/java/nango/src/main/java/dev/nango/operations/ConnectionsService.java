// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.CallOptions;
import dev.nango.Pager;
import dev.nango.internal.Arguments;
import dev.nango.internal.Caller;
import dev.nango.internal.Kind;
import dev.nango.internal.Listing;
import dev.nango.models.ImportedConnection;
import dev.nango.models.ListedConnection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Connections of customers: list, import, change and delete them. */
public final class ConnectionsService {
    private final Caller caller;

    /** For the library: a program takes it from {@code NangoClient.connections()}. */
    public ConnectionsService(Caller caller) {
        this.caller = caller;
    }

    /**
     * Lists connections, without their credentials, the newest first.
     *
     * <p>Pages are fetched as the items are read. Nango counts pages by offset, so a connection that is made meanwhile
     * moves the last item of a page to the next one: items of the page before are left out. One that is deleted
     * meanwhile can make another be missed.
     *
     * <p>GET <code>/connections</code>; the secret key needs the scope environment:connections:list.
     */
    public Pager<ListedConnection> list() {
        return list(ListConnectionsParams.builder().build(), CallOptions.DEFAULT);
    }

    /**
     * Lists connections, without their credentials, the newest first.
     *
     * <p>Pages are fetched as the items are read. Nango counts pages by offset, so a connection that is made meanwhile
     * moves the last item of a page to the next one: items of the page before are left out. One that is deleted
     * meanwhile can make another be missed.
     *
     * <p>GET <code>/connections</code>; the secret key needs the scope environment:connections:list.
     */
    public Pager<ListedConnection> list(ListConnectionsParams params) {
        return list(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of each call. */
    public Pager<ListedConnection> list(ListConnectionsParams params, CallOptions options) {
        Arguments.given("params", params);
        return new Pager<>(new Listing<>(
                caller,
                params.request(),
                options,
                Listing.NUMBER,
                Kind.listOf(ListedConnection::read).in("connections"),
                item -> item.id(),
                null,
                null));
    }

    /**
     * Creates a connection with credentials from elsewhere, or replaces one that has the same id.
     *
     * <p>Nango tries credentials of the types API_KEY, BASIC and TBA at the external API first, so the call can take
     * long. Nango does not take JWT, BILL, TWO_STEP, SIGNATURE, AWS_SIGV4 and MCP credentials.
     *
     * <p>POST <code>/connections</code>; the secret key needs the scope environment:connections:create.
     */
    public ImportedConnection import_(ImportConnectionParams params) {
        return import_(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public ImportedConnection import_(ImportConnectionParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, ImportedConnection::read);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<ImportedConnection> import_Async(ImportConnectionParams params) {
        return import_Async(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<ImportedConnection> import_Async(ImportConnectionParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, ImportedConnection::read);
    }

    /**
     * Changes the tags, the end user or the webhook URL of a connection.
     *
     * <p>PATCH <code>/connections/{connectionId}</code>; the secret key needs the scope environment:connections:update.
     */
    public void update(UpdateConnectionParams params) {
        update(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public void update(UpdateConnectionParams params, CallOptions options) {
        Arguments.given("params", params);
        caller.call(params.request(), options, Kind.NOTHING);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<Void> updateAsync(UpdateConnectionParams params) {
        return updateAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<Void> updateAsync(UpdateConnectionParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.NOTHING);
    }

    /**
     * Deletes a connection with its credentials, records and metadata.
     *
     * <p>Nango runs the functions that are to run before a deletion first. A connection that does not exist is the
     * error kind not_found.
     *
     * <p>DELETE <code>/connections/{connectionId}</code>; the secret key needs the scope
     * environment:connections:delete.
     */
    public void delete(DeleteConnectionParams params) {
        delete(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public void delete(DeleteConnectionParams params, CallOptions options) {
        Arguments.given("params", params);
        caller.call(params.request(), options, Kind.NOTHING);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<Void> deleteAsync(DeleteConnectionParams params) {
        return deleteAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<Void> deleteAsync(DeleteConnectionParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.NOTHING);
    }

    /**
     * Replaces the metadata of one or several connections of an integration.
     *
     * <p>If one of the connections does not exist, none is changed.
     *
     * <p>POST <code>/connections/metadata</code>; the secret key needs the scope environment:connections:update.
     */
    public void setMetadata(SetMetadataParams params) {
        setMetadata(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public void setMetadata(SetMetadataParams params, CallOptions options) {
        Arguments.given("params", params);
        caller.call(params.request(), options, Kind.NOTHING);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<Void> setMetadataAsync(SetMetadataParams params) {
        return setMetadataAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<Void> setMetadataAsync(SetMetadataParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.NOTHING);
    }

    /**
     * Merges metadata into that of one or several connections of an integration.
     *
     * <p>Members at the top replace those of the same name; others stay. If one of the connections does not exist, none
     * is changed. Of two updates at once Nango can lose one.
     *
     * <p>PATCH <code>/connections/metadata</code>; the secret key needs the scope environment:connections:update.
     */
    public void updateMetadata(UpdateMetadataParams params) {
        updateMetadata(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public void updateMetadata(UpdateMetadataParams params, CallOptions options) {
        Arguments.given("params", params);
        caller.call(params.request(), options, Kind.NOTHING);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<Void> updateMetadataAsync(UpdateMetadataParams params) {
        return updateMetadataAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<Void> updateMetadataAsync(UpdateMetadataParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.NOTHING);
    }

    /**
     * Waits until an integration has a connection of an end user or with a tag, and returns the newest.
     *
     * <p>It asks at once, after half a second, and then every second or two, until the timeout of the call has passed;
     * then the error kind is timeout. A connection that was there before ends it at once: give the connect session a
     * tag of its own, and wait for that.
     *
     * <p>GET <code>/connections</code>; the secret key needs the scope environment:connections:list.
     */
    public ListedConnection waitFor(WaitForConnectionParams params) {
        return waitFor(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public ListedConnection waitFor(WaitForConnectionParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, Kind.<ListedConnection>of(ListedConnection::read).in("connections", "0"));
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<ListedConnection> waitForAsync(WaitForConnectionParams params) {
        return waitForAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<ListedConnection> waitForAsync(WaitForConnectionParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.<ListedConnection>of(ListedConnection::read).in("connections", "0"));
    }
}

