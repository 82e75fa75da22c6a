// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.CallOptions;
import dev.nango.Pager;
import dev.nango.internal.Arguments;
import dev.nango.internal.Caller;
import dev.nango.internal.Kind;
import dev.nango.internal.Listing;
import dev.nango.models.PrunedRecords;
import dev.nango.models.NangoRecord;
import dev.nango.models.RecordMetadata;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Records: what syncs have stored of an external API. */
public final class RecordsService {
    private final Caller caller;

    /** For the library: a program takes it from {@code NangoClient.records()}. */
    public RecordsService(Caller caller) {
        this.caller = caller;
    }

    /**
     * Lists the records of a model, in the order in which they were last changed.
     *
     * <p>Pages are fetched as the records are read. A record that is changed meanwhile comes again. Nango does not
     * check a cursor: one that is none is the error kind server with the status 500.
     *
     * <p>GET <code>/records</code>; the secret key needs the scope environment:records:read.
     */
    public Pager<NangoRecord> list(ListRecordsParams params) {
        return list(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of each call. */
    public Pager<NangoRecord> list(ListRecordsParams params, CallOptions options) {
        Arguments.given("params", params);
        return new Pager<>(new Listing<>(
                caller,
                params.request(),
                options,
                Listing.CURSOR,
                Kind.listOf(NangoRecord::read).in("records"),
                null,
                item -> item.metadata().map(RecordMetadata::cursor).filter(cursor -> !cursor.isEmpty()).orElse(null),
                params.start()));
    }

    /**
     * Deletes the content of records up to a cursor, and keeps their ids.
     *
     * <p>Repeat it while has_more is true.
     *
     * <p>PATCH <code>/records/prune</code>; the secret key needs the scope environment:records:write.
     */
    public PrunedRecords prune(PruneRecordsParams params) {
        return prune(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public PrunedRecords prune(PruneRecordsParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, PrunedRecords::read);
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<PrunedRecords> pruneAsync(PruneRecordsParams params) {
        return pruneAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<PrunedRecords> pruneAsync(PruneRecordsParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, PrunedRecords::read);
    }
}

