package dev.nango.internal;

import dev.nango.CallOptions;
import dev.nango.NangoException;
import dev.nango.TimeoutException;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A client of the library's. The last call that is running when it is closed frees it.
 *
 * <p>Whoever calls keeps the object alive that closes this when it is collected, until the call has ended.
 */
public final class ClientHandle {
    private static final long CLOSED = 1L << 62;

    private final long pointer;
    private final long observers;
    private final long timeoutMs;
    private final CallPool pool;
    /** How many calls are running or wait for a thread, and whether it is closed. */
    private final AtomicLong state = new AtomicLong();

    /** What a call does, once all is prepared. */
    public interface Exchange<T> {
        /** Calls a function of the library's with the desk's place for an error. The cancel ends the call. */
        T make(long client, long options, Desk desk, Cancel cancel);
    }

    private ClientHandle(long pointer, long observers, long timeoutMs, int maxConcurrentCalls) {
        this.pointer = pointer;
        this.observers = observers;
        this.timeoutMs = timeoutMs;
        pool = new CallPool(maxConcurrentCalls);
    }

    /** Makes a client with these options, which it does not free. The timeout is the one that they have. */
    public static ClientHandle open(long options, Observers observers, long timeoutMs, int maxConcurrentCalls) {
        long userData = observers.set(options);
        Desk desk = Desk.take();
        try {
            long pointer = Loaded.library().nango_client_new(options, desk.errorOut());
            if (pointer == 0) {
                Callbacks.forget(userData);
                throw desk.failure();
            }
            return new ClientHandle(pointer, userData, timeoutMs, maxConcurrentCalls);
        } finally {
            desk.giveBack();
        }
    }

    /** Ends all calls; those that come later fail. Closing twice is fine. */
    public void close() {
        long before = state.getAndUpdate(now -> (now & CLOSED) != 0 ? now : (now | CLOSED) + 1);
        if ((before & CLOSED) == 0) {
            Loaded.library().nango_client_shutdown(pointer);
            pool.close();
            leave();
        }
    }

    private void enter() {
        long before = state.getAndUpdate(now -> (now & CLOSED) != 0 ? now : now + 1);
        if ((before & CLOSED) != 0) {
            throw Errors.invalid("client is closed: make the call before you close it");
        }
    }

    private void leave() {
        if (state.decrementAndGet() == CLOSED) {
            Loaded.library().nango_client_free(pointer);
            Callbacks.forget(observers);
        }
    }

    public void invalidate(String connectionId, String providerConfigKey) {
        enter();
        try {
            Loaded.library().nango_client_invalidate(pointer, connectionId, providerConfigKey);
        } finally {
            leave();
        }
    }

    public void clearCache() {
        enter();
        try {
            Loaded.library().nango_client_clear_cache(pointer);
        } finally {
            leave();
        }
    }

    /** Makes a call on this thread, or on another one for a virtual thread. An interrupt ends it. */
    public <T> T call(CallOptions options, Exchange<T> exchange) {
        if (!Threads.isVirtual()) {
            return here(options, exchange);
        }
        return waitFor(new Cancel(), cancel -> elsewhere(options, exchange, cancel));
    }

    /** Makes a call on another thread. Cancelling the future ends it. */
    public <T> CompletableFuture<T> callAsync(CallOptions options, Exchange<T> exchange) {
        return elsewhere(options, exchange, new Cancel());
    }

    /**
     * Reads a response on this thread, or on another one for a virtual thread, which waits for that as long as for data. An
     * interrupt ends it.
     */
    <T> T reading(Cancel cancel, long idleTimeoutMs, Function<Desk, T> read) {
        if (Threads.isVirtual()) {
            return waitFor(cancel, same -> {
                CompletableFuture<T> future = new CompletableFuture<>();
                pooled(future, cancel, idleTimeoutMs, waitedMs -> complete(future, () -> {
                    if (waitedMs > 0 && waitedMs >= idleTimeoutMs && !cancel.isTriggered()) {
                        throw Errors.noThread("before the response was read", "idle timeout", idleTimeoutMs);
                    }
                    return atDesk(read);
                }));
                return future;
            });
        }
        Interruption interruption = new Interruption(cancel);
        interruption.enter();
        try {
            return atDesk(read);
        } finally {
            interruption.leave();
        }
    }

    private static <T> T atDesk(Function<Desk, T> read) {
        Desk desk = Desk.take();
        try {
            return read.apply(desk);
        } finally {
            desk.giveBack();
        }
    }

    private static <T> void complete(CompletableFuture<T> future, Supplier<T> work) {
        try {
            T result = work.get();
            if (!future.complete(result) && result instanceof AutoCloseable) {
                ((AutoCloseable) result).close();
            }
        } catch (Throwable thrown) {
            future.completeExceptionally(thrown);
        }
    }

    private <T> T here(CallOptions options, Exchange<T> exchange) {
        Desk desk = Desk.take();
        try {
            enter();
            try {
                Interruption interruption = desk.interruption();
                interruption.enter();
                try {
                    if (options.isPlain()) {
                        return exchange.make(pointer, desk.plainOptions(), desk, desk.cancel());
                    }
                    return with(options, options.timeoutMs(), desk.cancel(), exchange, desk);
                } finally {
                    interruption.leave();
                }
            } finally {
                leave();
            }
        } finally {
            desk.giveBack();
        }
    }

    private <T> T with(CallOptions options, OptionalLong timeout, Cancel cancel, Exchange<T> exchange, Desk desk) {
        Library library = Loaded.library();
        long made = library.nango_call_options_new();
        try {
            cancel.set(made);
            timeout.ifPresent(ms -> library.nango_call_options_set_timeout_ms(made, ms));
            options.maxAgeMs().ifPresent(ms -> library.nango_call_options_set_max_age_ms(made, ms));
            // Only what is asked for: the library refuses what a call does not have.
            if (options.isForceRefresh()) {
                library.nango_call_options_set_force_refresh(made, 1);
            }
            if (options.isRefreshToken()) {
                library.nango_call_options_set_refresh_token(made, 1);
            }
            if (options.isRefreshGithubAppJwtToken()) {
                library.nango_call_options_set_refresh_github_app_jwt_token(made, 1);
            }
            return exchange.make(pointer, made, desk, cancel);
        } finally {
            library.nango_call_options_free(made);
        }
    }

    private <T> CompletableFuture<T> elsewhere(CallOptions options, Exchange<T> exchange, Cancel cancel) {
        CompletableFuture<T> future = new CallFuture<>(cancel);
        try {
            // From here on, so that closing the client ends also a call that has not begun.
            enter();
        } catch (NangoException closed) {
            future.completeExceptionally(closed);
            return future;
        }
        long timeout = options.timeoutMs().orElse(timeoutMs);
        CallPool.Task call = waitedMs -> {
            if (future.isDone()) {
                leave();
                return;
            }
            complete(future, () -> {
                try {
                    return atDesk(desk -> afterWaiting(waitedMs, timeout, options, exchange, desk, cancel));
                } finally {
                    leave();
                }
            });
        };
        try {
            pooled(future, cancel, timeout, call);
        } catch (OutOfMemoryError noThread) {
            leave();
            throw noThread;
        }
        return future;
    }

    /**
     * Makes a call with what is left of its timeout. If that is nothing, or the cancel was triggered, or the client closed, the
     * library ends it before it does anything, and tells the observers.
     */
    private <T> T afterWaiting(
            long waitedMs, long timeout, CallOptions options, Exchange<T> exchange, Desk desk, Cancel cancel) {
        if (waitedMs == 0) {
            return with(options, options.timeoutMs(), cancel, exchange, desk);
        }
        long left = Math.max(timeout - waitedMs, 0);
        try {
            return with(options, OptionalLong.of(left), cancel, exchange, desk);
        } catch (TimeoutException timedOut) {
            throw left > 0 ? timedOut : Errors.noThread("before anything was sent", "timeout", timeout);
        }
    }

    /** Has the pool run a task; at once, though no thread is free, when the cancel is triggered or the future has ended. */
    private void pooled(CompletableFuture<?> future, Cancel cancel, long timeout, CallPool.Task task) {
        CallPool.Task once = waitedMs -> {
            cancel.whenTriggered(null);
            task.run(waitedMs);
        };
        cancel.whenTriggered(() -> pool.runNow(once));
        if (pool.run(once, timeout)) {
            future.whenComplete((result, failure) -> pool.runNow(once));
            if (cancel.isTriggered()) {
                // Before the task waited, where nobody found it.
                pool.runNow(once);
            }
        }
    }

    /** Waits for what another thread does. An interrupt of this one ends it. */
    static <T> T waitFor(Cancel cancel, Function<Cancel, CompletableFuture<T>> start) {
        CompletableFuture<T> future = start.apply(cancel);
        boolean isInterrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException interrupted) {
                    isInterrupted = true;
                    cancel.trigger();
                } catch (ExecutionException failed) {
                    throw rethrown(failed.getCause());
                }
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error) {
            throw (Error) cause;
        }
        cause.addSuppressed(new IllegalStateException("the call was made here, and ran on another thread"));
        return (RuntimeException) cause;
    }

    /** A future whose cancelling ends the call. */
    private static final class CallFuture<T> extends CompletableFuture<T> {
        private final Cancel cancel;

        CallFuture(Cancel cancel) {
            this.cancel = cancel;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean isCancelled = super.cancel(mayInterruptIfRunning);
            if (isCancelled) {
                cancel.trigger();
            }
            return isCancelled;
        }

        @Override
        public <U> CompletableFuture<U> newIncompleteFuture() {
            // Cancelling what follows this future ends the call too.
            return new CallFuture<>(cancel);
        }
    }
}
