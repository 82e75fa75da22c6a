// Generated from abi/wrappers.json by make generate: do not edit.

package dev.nango;

/** Nango, or a server in front of it, failed. */
public class ServerException extends NangoException {
    private static final long serialVersionUID = 1L;

    /** An exception as the library makes it: for tests of programs that handle it. */
    public ServerException(ErrorDetails details) {
        super(details.orKind(ErrorKind.SERVER));
    }
}
