// Generated from abi/wrappers.json by make generate: do not edit.

package dev.nango;

/**
 * Nango says that this environment has no such connection under this integration.
 *
 * <p>It is never a 404 of something in between. Mark the customer as not connected and ask to reconnect; do not delete
 * the row: a configuration mistake looks the same. See docs/errors.md, "When a connection is not found".
 */
public class NotFoundException extends NangoException {
    private static final long serialVersionUID = 1L;

    /** An exception as the library makes it: for tests of programs that handle it. */
    public NotFoundException(ErrorDetails details) {
        super(details.orKind(ErrorKind.NOT_FOUND));
    }
}
