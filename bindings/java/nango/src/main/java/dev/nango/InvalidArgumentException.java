// Generated from abi/wrappers.json by make generate: do not edit.

package dev.nango;

/** An argument or a setting is wrong, and nothing was sent: fix the calling code. */
public class InvalidArgumentException extends NangoException {
    private static final long serialVersionUID = 1L;

    /** An exception as the library makes it: for tests of programs that handle it. */
    public InvalidArgumentException(ErrorDetails details) {
        super(details.orKind(ErrorKind.INVALID_ARGUMENT));
    }
}
