// Generated from abi/wrappers.json by make generate: do not edit.

package dev.nango;

/** The connection to Nango could not be established, or was lost. */
public class ConnectionException extends NangoException {
    private static final long serialVersionUID = 1L;

    /** An exception as the library makes it: for tests of programs that handle it. */
    public ConnectionException(ErrorDetails details) {
        super(details.orKind(ErrorKind.CONNECT));
    }
}
