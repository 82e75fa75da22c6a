package dev.nango.internal;

import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.spi.AbstractInterruptibleChannel;

/**
 * Has {@link Thread#interrupt} trigger a {@link Cancel} at once, while a thread is inside of the library.
 *
 * <p>It is a channel, since that is how Java lets a program learn of an interrupt: the interrupting thread closes the channel.
 */
final class Interruption extends AbstractInterruptibleChannel {
    private final Cancel cancel;

    Interruption(Cancel cancel) {
        this.cancel = cancel;
    }

    /** From here on an interrupt of this thread triggers the cancel; one that is pending does so now. */
    void enter() {
        begin();
    }

    void leave() {
        try {
            end(true);
        } catch (AsynchronousCloseException interrupted) {
            // The call says so itself, if it was not at its end already. The thread's flag stays set.
        }
    }

    @Override
    protected void implCloseChannel() {
        cancel.trigger();
    }
}
