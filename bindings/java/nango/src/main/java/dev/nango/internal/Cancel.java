package dev.nango.internal;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;

/** Ends a call, or the reading of its response, from another thread. */
public final class Cancel {
    static final Cleaner CLEANER = Cleaner.create();

    private final long pointer;
    private volatile boolean isTriggered;
    /** Ends a call that has not begun: the library knows nothing of it. */
    private volatile Runnable whenTriggered;

    public Cancel() {
        Library library = Loaded.library();
        long made = library.nango_cancel_new();
        pointer = made;
        CLEANER.register(this, () -> library.nango_cancel_free(made));
    }

    /** Ends the call, also one that has not begun. */
    public void trigger() {
        try {
            Loaded.library().nango_cancel_trigger(pointer);
        } finally {
            Reference.reachabilityFence(this);
        }
        isTriggered = true;
        Runnable also = whenTriggered;
        if (also != null) {
            also.run();
        }
    }

    /** Has a trigger run this too, from now on; null for nothing. */
    void whenTriggered(Runnable also) {
        whenTriggered = also;
    }

    boolean isTriggered() {
        return isTriggered;
    }

    void set(long callOptions) {
        try {
            Loaded.library().nango_call_options_set_cancel(callOptions, pointer);
        } finally {
            Reference.reachabilityFence(this);
        }
    }
}
