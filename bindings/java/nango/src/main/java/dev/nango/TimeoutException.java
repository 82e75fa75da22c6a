// Generated from abi/wrappers.json by make generate: do not edit.

package dev.nango;

/** The call timed out. */
public class TimeoutException extends ConnectionException {
    private static final long serialVersionUID = 1L;

    /** An exception as the library makes it: for tests of programs that handle it. */
    public TimeoutException(ErrorDetails details) {
        super(details.orKind(ErrorKind.TIMEOUT));
    }
}
