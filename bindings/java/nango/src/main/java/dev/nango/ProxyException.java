// Generated from abi/wrappers.json by make generate: do not edit.

package dev.nango;

/** The HTTP proxy cannot be reached, fails, times out, or is not an HTTP proxy; the message says which. */
public class ProxyException extends ConnectionException {
    private static final long serialVersionUID = 1L;

    /** An exception as the library makes it: for tests of programs that handle it. */
    public ProxyException(ErrorDetails details) {
        super(details.orKind(ErrorKind.HTTP_PROXY));
    }
}
