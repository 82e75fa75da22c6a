// Generated from abi/wrappers.json by make generate: do not edit.

package dev.nango;

/** The answer is larger than {@code maxResponseBytes}, or the body of the request than Nango takes. */
public class TooLargeException extends NangoException {
    private static final long serialVersionUID = 1L;

    /** An exception as the library makes it: for tests of programs that handle it. */
    public TooLargeException(ErrorDetails details) {
        super(details.orKind(ErrorKind.TOO_LARGE));
    }
}
