package dev.nango.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/** What Nango sent is of another kind than described. */
final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String wanted;
    /** The names and indices that lead there. */
    private final transient Deque<Object> path = new ArrayDeque<>();

    Mismatch(String wanted) {
        super(null, null, false, false);
        this.wanted = wanted;
    }

    Mismatch at(Object step) {
        path.addFirst(step);
        return this;
    }

    String problem() {
        String where = path.stream().map(Object::toString).collect(Collectors.joining("/"));
        return (where.isEmpty() ? "the whole" : where) + " is not " + wanted;
    }
}
