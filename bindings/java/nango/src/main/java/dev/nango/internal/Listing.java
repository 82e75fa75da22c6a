package dev.nango.internal;

import dev.nango.ApiResponse;
import dev.nango.CallOptions;
import java.util.List;
import java.util.function.Function;

/** A list of Nango's API: how it is asked for and read. */
public final class Listing<T> {
    /** How the next page is requested: the numbers of nango.h. */
    public static final int NUMBER = 1;
    public static final int CURSOR = 2;

    final Caller caller;
    final Request request;
    final CallOptions options;
    final int style;
    final Kind<List<T>> page;
    /** What tells two items apart, if one can come on two pages; null if none can. */
    final Function<T, Object> key;
    /** The cursor of an item; null if the items have none. */
    final Function<T, String> cursor;
    /** The cursor that the list starts at; null for its beginning. */
    final String start;

    public Listing(
            Caller caller,
            Request request,
            CallOptions options,
            int style,
            Kind<List<T>> page,
            Function<T, Object> key,
            Function<T, String> cursor,
            String start) {
        this.caller = caller;
        this.request = request;
        this.options = Arguments.given("options", options);
        this.style = style;
        this.page = page;
        this.key = key;
        this.cursor = cursor;
        this.start = start;
    }

    public String start() {
        return start;
    }

    /** The cursor of an item; null if the items have none. */
    public String cursorOf(T item) {
        return cursor == null ? null : cursor.apply(item);
    }

    /** The pages from the first one on. */
    public PageReader<T> open() {
        return new PageReader<>(this);
    }

    /** What fetches the next page of the library's. */
    static ClientHandle.Exchange<ApiResponse> exchange(long pages) {
        return (client, options, desk, cancel) -> Caller.collected(
                Loaded.library().nango_pages_next(pages, client, options, desk.errorOut()), desk, false);
    }
}
