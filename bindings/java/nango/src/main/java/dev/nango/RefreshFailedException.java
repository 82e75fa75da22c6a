// Generated from abi/wrappers.json by make generate: do not edit.

package dev.nango;

/** Nango could not refresh the credentials. If it keeps failing, the customer has to connect again. */
public class RefreshFailedException extends NangoException {
    private static final long serialVersionUID = 1L;

    /** An exception as the library makes it: for tests of programs that handle it. */
    public RefreshFailedException(ErrorDetails details) {
        super(details.orKind(ErrorKind.REFRESH_FAILED));
    }
}
