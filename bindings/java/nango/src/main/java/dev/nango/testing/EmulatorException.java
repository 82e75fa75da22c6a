package dev.nango.testing;

/** The emulator is not there, does not start, or refuses what it was asked. The message says what to do. */
public final class EmulatorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmulatorException(String message) {
        super(message);
    }

    EmulatorException(String message, Throwable cause) {
        super(message, cause);
    }
}
