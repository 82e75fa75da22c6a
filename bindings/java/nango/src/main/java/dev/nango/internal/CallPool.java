package dev.nango.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Platform threads for calls of virtual threads, whose carriers a native call would pin, and for calls that give a future.
 *
 * <p>Threads are made as they are needed, up to a number; what comes beyond waits its turn. They end when they have been idle.
 */
final class CallPool {
    private static final AtomicLong COUNT = new AtomicLong();
    private static final long IDLE_SECONDS = 10;
    private static final ThreadPoolExecutor THREADS = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> daemon(work, "nango-call-" + COUNT.incrementAndGet()));
    /** Runs nothing of a program's: it only hands over to the threads. */
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final int most;
    /** In the order in which they came. */
    private final Map<Task, Place> waiting = new LinkedHashMap<>();
    private int running;
    private boolean isClosed;

    /** What is run once. */
    interface Task {
        /** Runs, after so many milliseconds of waiting for a thread. */
        void run(long waitedMs);
    }

    /** Where a task waits. */
    private static final class Place {
        private final long since = System.nanoTime();
        private final Future<?> alarm;

        Place(Runnable atTimeout, long timeoutMs) {
            alarm = TIMER.schedule(atTimeout, timeoutMs, TimeUnit.MILLISECONDS);
        }

        long leave() {
            alarm.cancel(false);
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
        }
    }

    CallPool(int most) {
        this.most = most;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(null, work, name);
        thread.setDaemon(true);
        return thread;
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> daemon(work, "nango-timer"));
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return timer;
    }

    /** Runs a task as soon as there is a thread for it, and after the timeout in any case. Gives whether it has to wait. */
    boolean run(Task task, long timeoutMs) {
        synchronized (waiting) {
            if (running >= most && !isClosed) {
                waiting.put(task, new Place(() -> runNow(task), timeoutMs));
                return true;
            }
            running++;
        }
        try {
            THREADS.execute(() -> work(task));
        } catch (OutOfMemoryError noThread) {
            synchronized (waiting) {
                running--;
            }
            throw noThread;
        }
        return false;
    }

    /** Runs a task that still waits, beyond the number: one that has nothing left to do but to say how it ended. */
    void runNow(Task task) {
        Place place;
        synchronized (waiting) {
            place = waiting.remove(task);
        }
        if (place != null) {
            long waitedMs = place.leave();
            try {
                THREADS.execute(() -> task.run(waitedMs));
            } catch (OutOfMemoryError noThread) {
                task.run(waitedMs);
            }
        }
    }

    /** Has no task wait any more. */
    void close() {
        List<Task> left;
        synchronized (waiting) {
            isClosed = true;
            left = new ArrayList<>(waiting.keySet());
        }
        left.forEach(this::runNow);
    }

    private void work(Task first) {
        first.run(0);
        for (Runnable next = next(); next != null; next = next()) {
            next.run();
        }
    }

    private Runnable next() {
        synchronized (waiting) {
            Iterator<Map.Entry<Task, Place>> oldest = waiting.entrySet().iterator();
            if (!oldest.hasNext()) {
                running--;
                return null;
            }
            Map.Entry<Task, Place> entry = oldest.next();
            Task task = entry.getKey();
            long waitedMs = entry.getValue().leave();
            oldest.remove();
            return () -> task.run(waitedMs);
        }
    }
}
