package dev.nango;

import dev.nango.internal.Listing;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list, whose pages are fetched while its items are read.
 *
 * <pre>{@code
 * for (ListedConnection connection : client.connections().list()) {
 *     System.out.println(connection.connectionId());
 * }
 * }</pre>
 *
 * <p>Each loop, each stream and each {@link #pages} begins anew. Each page is a call of its own, with its own timeout and retries.
 * An iterator that has thrown an exception can be asked again: it goes on with the page that could not be fetched. One thread at a
 * time may use an iterator.
 *
 * @param <T> what the list has
 */
public final class Pager<T> implements Iterable<T> {
    private final Listing<T> listing;

    /** For the library. */
    public Pager(Listing<T> listing) {
        this.listing = listing;
    }

    /** The items. The next page is fetched when those of one have been read. */
    @Override
    public Items<T> iterator() {
        return new Items<>(pages(), listing);
    }

    /** The items as a stream, which must not be parallel. */
    public Stream<T> stream() {
        int ordered = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), ordered), false);
    }

    /** The items page by page. */
    public Pages<T> pages() {
        return new Pages<>(listing.open(), listing);
    }

    /**
     * The items of a list, one by one.
     *
     * @param <T> what the list has
     */
    public static final class Items<T> implements Iterator<T> {
        private final Pages<T> pages;
        private final Listing<T> listing;
        private Iterator<T> rest = java.util.Collections.emptyIterator();
        private String cursor;

        private Items(Pages<T> pages, Listing<T> listing) {
            this.pages = pages;
            this.listing = listing;
            cursor = listing.start();
        }

        /** Whether there is another item: fetches a page if it has to. */
        @Override
        public boolean hasNext() {
            while (!rest.hasNext()) {
                if (!pages.hasNext()) {
                    return false;
                }
                rest = pages.next().iterator();
            }
            return true;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException("the list has ended: ask hasNext() before");
            }
            T item = rest.next();
            cursor = listing.cursorOf(item);
            return item;
        }

        /**
         * The cursor of the item that was read last: a list that starts at it goes on behind that item, also another day and
         * after an error. Before the first item it is the one that the list starts at. Empty at the beginning of a list, and if
         * its items have no cursors.
         */
        public Optional<String> cursor() {
            return Optional.ofNullable(cursor);
        }
    }
}
