// Generated from abi/wrappers.json by make generate: do not edit.

package dev.nango;

/** The secret key lacks a scope, which {@code serverMessage} names. */
public class PermissionDeniedException extends NangoException {
    private static final long serialVersionUID = 1L;

    /** An exception as the library makes it: for tests of programs that handle it. */
    public PermissionDeniedException(ErrorDetails details) {
        super(details.orKind(ErrorKind.FORBIDDEN));
    }
}
