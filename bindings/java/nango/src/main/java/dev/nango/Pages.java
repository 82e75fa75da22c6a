package dev.nango;

import dev.nango.internal.Listing;
import dev.nango.internal.PageReader;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The pages of a list. One thread at a time may read them. A page may be empty.
 *
 * @param <T> what the list has
 */
public final class Pages<T> implements Iterable<List<T>>, Iterator<List<T>> {
    private final PageReader<T> reader;
    private final Listing<T> listing;
    private List<T> fetched;
    private String cursor;

    Pages(PageReader<T> reader, Listing<T> listing) {
        this.reader = reader;
        this.listing = listing;
        cursor = listing.start();
    }

    /** This: it goes on where it is. */
    @Override
    public Iterator<List<T>> iterator() {
        return this;
    }

    /** Whether there is another page: fetches it. After an exception it fetches the same one again. */
    @Override
    public boolean hasNext() {
        if (fetched == null) {
            fetched = reader.next();
        }
        return fetched != null;
    }

    @Override
    public List<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the list has ended: ask hasNext() before");
        }
        return passed(fetched);
    }

    /**
     * The next page, fetched on another thread; empty at the end. Cancelling the future ends the call, and no page is lost: the
     * next call gives the one that would have come. Cancel this future for that, not one that follows it.
     */
    public CompletableFuture<Optional<List<T>>> nextAsync() {
        if (fetched != null) {
            return CompletableFuture.completedFuture(Optional.of(passed(fetched)));
        }
        return reader.nextAsync(page -> Optional.ofNullable(page).map(this::passed));
    }

    private List<T> passed(List<T> page) {
        fetched = null;
        if (!page.isEmpty()) {
            cursor = listing.cursorOf(page.get(page.size() - 1));
        }
        return page;
    }

    /** The cursor of the last item of the page that was read last: see {@link Pager.Items#cursor}. */
    public Optional<String> cursor() {
        return Optional.ofNullable(cursor);
    }
}
