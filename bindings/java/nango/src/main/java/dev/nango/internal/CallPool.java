package dev.nango.internal;

import java.util.ArrayDeque;
import java.util.Queue;
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
    private static final ThreadPoolExecutor THREADS = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), CallPool::thread);

    private final int most;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;

    CallPool(int most) {
        this.most = most;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "nango-call-" + COUNT.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    void run(Runnable task) {
        synchronized (waiting) {
            if (running == most) {
                waiting.add(task);
                return;
            }
            running++;
        }
        THREADS.execute(() -> work(task));
    }

    private void work(Runnable first) {
        for (Runnable task = first; task != null; task = next()) {
            task.run();
        }
    }

    private Runnable next() {
        synchronized (waiting) {
            Runnable task = waiting.poll();
            if (task == null) {
                running--;
            }
            return task;
        }
    }
}
