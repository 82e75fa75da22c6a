package dev.nango.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What C calls. The user data is a number that stands for an object, so that nothing of Java's has to stay where it is.
 *
 * <p>An exception that leaves one of these functions would end Java: each of them catches all.
 */
final class Callbacks {
    private static final Map<Long, Object> OBJECTS = new ConcurrentHashMap<>();
    private static final AtomicLong LAST = new AtomicLong();

    private Callbacks() {}

    /** The user data that stands for an object until {@link #forget}. */
    static long userData(Object object) {
        long number = LAST.incrementAndGet();
        OBJECTS.put(number, object);
        return number;
    }

    static void forget(long userData) {
        OBJECTS.remove(userData);
    }

    static int registered() {
        return OBJECTS.size();
    }

    static void logRecord(long userData, int level, long message, long attributes) {
        try {
            Library library = Loaded.library();
            ((Observers) OBJECTS.get(userData)).log(level, library.text(message), library.text(attributes));
        } catch (Throwable contained) {
            Observers.report(contained);
        }
    }

    static void callHook(long userData, long summary) {
        try {
            ((Observers) OBJECTS.get(userData)).ended(Loaded.library().text(summary));
        } catch (Throwable contained) {
            Observers.report(contained);
        }
    }

    static long read(long userData, long buffer, long capacity) {
        Upload upload = (Upload) OBJECTS.get(userData);
        try {
            int count = upload.read(buffer, (int) Math.min(capacity, Upload.MOST));
            Desk.rearm();
            return count;
        } catch (Throwable caught) {
            if (upload != null) {
                upload.failed(caught);
            }
            return -1;
        }
    }
}
