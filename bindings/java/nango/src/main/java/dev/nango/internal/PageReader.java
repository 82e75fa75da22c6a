package dev.nango.internal;

import dev.nango.ApiResponse;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Fetches the pages of one listing, one after the other. */
public final class PageReader<T> {
    private final Listing<T> listing;
    private final long pages;
    /** The library lets one thread at a time fetch. */
    private final AtomicBoolean isBusy = new AtomicBoolean();
    /** A response that cannot be read stays, so that no page is missed. */
    private ApiResponse unread;
    /** A page that came when nobody wanted it any more. */
    private List<T> notTaken;
    private boolean hasEnded;
    /** The keys of the items of the page before. */
    private Set<Object> before = Set.of();

    PageReader(Listing<T> listing) {
        this.listing = listing;
        Library library = Loaded.library();
        long request = listing.request.handOver();
        long made = library.nango_pages_new(request, listing.style);
        library.nango_request_free(request);
        pages = made;
        Cancel.CLEANER.register(this, () -> library.nango_pages_free(made));
    }

    /** The next page, or the same again after an error; null at the end. */
    public List<T> next() {
        begin();
        try {
            if (unread == null && notTaken == null && !hasEnded) {
                unread = listing.caller.run(listing.options, Listing.exchange(pages));
            }
            return taken();
        } finally {
            isBusy.set(false);
            Reference.reachabilityFence(this);
        }
    }

    /**
     * The same on another thread; {@code passOn} has the page before the future has it. A page that comes when the future is
     * cancelled already stays for the next call.
     */
    public <R> CompletableFuture<R> nextAsync(Function<List<T>, R> passOn) {
        begin();
        if (unread != null || notTaken != null || hasEnded) {
            try {
                return CompletableFuture.completedFuture(passOn.apply(taken()));
            } finally {
                isBusy.set(false);
            }
        }
        CompletableFuture<ApiResponse> call = listing.caller.runAsync(listing.options, Listing.exchange(pages));
        // Its cancelling ends the call.
        CompletableFuture<R> future = call.newIncompleteFuture();
        call.whenComplete((response, failure) -> {
            R result = null;
            List<T> page = null;
            Throwable thrown = failure;
            try {
                if (failure == null) {
                    unread = response;
                    page = taken();
                    if (future.isDone()) {
                        notTaken = page;
                    } else {
                        result = passOn.apply(page);
                    }
                }
            } catch (Throwable unreadable) {
                thrown = unreadable;
            } finally {
                isBusy.set(false);
            }
            // Not before: what follows the future may ask for the next page.
            if (thrown != null) {
                future.completeExceptionally(thrown instanceof CompletionException ? thrown : new CompletionException(thrown));
            } else if (!future.complete(result) && isBusy.compareAndSet(false, true)) {
                notTaken = page;
                isBusy.set(false);
            }
        });
        return future;
    }

    private void begin() {
        if (!isBusy.compareAndSet(false, true)) {
            throw Errors.invalid("the pages are being read already: let one thread at a time read them");
        }
    }

    private List<T> taken() {
        if (notTaken != null) {
            List<T> page = notTaken;
            notTaken = null;
            return page;
        }
        if (unread == null) {
            hasEnded = true;
            return null;
        }
        List<T> page = withoutRepeated(Caller.read(unread, listing.page));
        unread = null;
        return page;
    }

    /** Leaves out the items that were on the page before, which moved while they were being read. */
    private List<T> withoutRepeated(List<T> page) {
        if (listing.key == null) {
            return page;
        }
        Set<Object> keys = new HashSet<>();
        List<T> others = new ArrayList<>(page.size());
        for (T item : page) {
            Object key = listing.key.apply(item);
            if (!before.contains(key)) {
                others.add(item);
            }
            if (key != null) {
                keys.add(key);
            }
        }
        before = keys;
        return others;
    }
}
