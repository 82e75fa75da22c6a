package dev.nango.internal;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What a call needs besides its arguments, kept by each thread for the next one: making it takes longer than a look into the cache. */
public final class Desk {
    private static final ThreadLocal<Desk> OF_THREAD = ThreadLocal.withInitial(Desk::new);
    private static final int ERROR = 0;
    private static final int NUMBER = 8;

    private final ByteBuffer out = ByteBuffer.allocateDirect(16).order(ByteOrder.nativeOrder());
    private final long address = Loaded.library().address(out);
    private Cancel cancel;
    private Interruption interruption;
    /** Options with the cancel alone. */
    private long plainOptions;
    private boolean isTaken;

    /** This thread's desk, or another one inside of a callback. */
    public static Desk take() {
        Desk desk = OF_THREAD.get();
        if (desk.isTaken) {
            desk = new Desk();
        }
        desk.isTaken = true;
        return desk;
    }

    /** Has an interrupt end this thread's call again: a channel that the program has used meanwhile takes that away. */
    static void rearm() {
        Desk desk = OF_THREAD.get();
        if (desk.isTaken && desk.interruption != null) {
            desk.interruption.enter();
        }
    }

    /** Gives the desk back; without its cancel if somebody else may still trigger that. */
    public void giveBack() {
        if (interruption != null && !interruption.isOpen()) {
            handOver();
        }
        isTaken = false;
    }

    Cancel cancel() {
        if (cancel == null) {
            cancel = new Cancel();
        }
        return cancel;
    }

    Interruption interruption() {
        if (interruption == null) {
            interruption = new Interruption(cancel());
        }
        return interruption;
    }

    /** Options with the cancel alone. The desk owns them. */
    long plainOptions() {
        if (plainOptions == 0) {
            Library library = Loaded.library();
            long made = library.nango_call_options_new();
            plainOptions = made;
            cancel().set(made);
            Cancel.CLEANER.register(cancel, () -> library.nango_call_options_free(made));
        }
        return plainOptions;
    }

    /** Leaves this cancel, if it is the desk's own, to what a call has made. */
    public void keepFor(Cancel other) {
        if (other == cancel) {
            handOver();
        }
    }

    private void handOver() {
        cancel = null;
        interruption = null;
        plainOptions = 0;
    }

    public long errorOut() {
        out.putLong(ERROR, 0);
        return address + ERROR;
    }

    public long numberOut() {
        return address + NUMBER;
    }

    /** The number that a function has stored. */
    public long number() {
        try {
            return out.getLong(NUMBER);
        } finally {
            Reference.reachabilityFence(out);
        }
    }

    /** The error that a function has stored. */
    public RuntimeException failure() {
        return Errors.take(out.getLong(ERROR));
    }

    public boolean hasFailed() {
        return out.getLong(ERROR) != 0;
    }
}
