package dev.nango.internal;

import dev.nango.CallSummary;
import dev.nango.JsonValue;
import java.util.function.Consumer;

/** Who is told of the calls of a client. */
public final class Observers {
    private static final System.Logger LOG = System.getLogger("nango");
    private static final System.Logger.Level[] LEVELS = {
        System.Logger.Level.OFF,
        System.Logger.Level.ERROR,
        System.Logger.Level.WARNING,
        System.Logger.Level.INFO,
        System.Logger.Level.DEBUG,
        System.Logger.Level.TRACE
    };

    private final System.Logger logger;
    private final System.Logger.Level level;
    private final Consumer<CallSummary> onCall;

    /** Each may be null. */
    public Observers(System.Logger logger, System.Logger.Level level, Consumer<CallSummary> onCall) {
        this.logger = logger == null ? LOG : logger;
        this.level = level;
        this.onCall = onCall;
    }

    public boolean isEmpty() {
        return level() == 0 && onCall == null;
    }

    /** The level as C counts it. */
    private int level() {
        if (level == null || level == System.Logger.Level.OFF) {
            return 0;
        }
        for (int number = 1; number < LEVELS.length; number++) {
            if (LEVELS[number] == level) {
                return number;
            }
        }
        return LEVELS.length - 1;
    }

    /** Sets them in the options of a client; gives the user data that stands for them, 0 for none. */
    public long set(long options) {
        if (isEmpty()) {
            return 0;
        }
        Library library = Loaded.library();
        long userData = Callbacks.userData(this);
        if (level() > 0) {
            library.nango_client_options_set_log_record(options, library.logRecordCallback(), userData, level());
        }
        if (onCall != null) {
            library.nango_client_options_set_call_hook(options, library.callHookCallback(), userData);
        }
        return userData;
    }

    void log(int number, String message, String attributes) {
        System.Logger.Level named = LEVELS[Math.min(Math.max(number, 1), LEVELS.length - 1)];
        // Not the attributes: the message says what they do, and loggers of Java take no fields.
        if (logger.isLoggable(named)) {
            logger.log(named, Errors.inJava(message));
        }
    }

    void ended(String summary) {
        onCall.accept(CallSummary.of(JsonValue.parse(summary)));
    }

    /** The failure of a program's function does not affect the call. */
    static void report(Throwable thrown) {
        try {
            LOG.log(System.Logger.Level.ERROR, "a function that observes calls has thrown", thrown);
        } catch (Throwable ignored) {
            // Nothing is left that could be told.
        }
    }
}
