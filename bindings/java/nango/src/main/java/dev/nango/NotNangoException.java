// Generated from abi/wrappers.json by make generate: do not edit.

package dev.nango;

/** The response is not from Nango, for example a web page. Check {@code baseUrl}. */
public class NotNangoException extends NangoException {
    private static final long serialVersionUID = 1L;

    /** An exception as the library makes it: for tests of programs that handle it. */
    public NotNangoException(ErrorDetails details) {
        super(details.orKind(ErrorKind.NOT_NANGO));
    }
}
