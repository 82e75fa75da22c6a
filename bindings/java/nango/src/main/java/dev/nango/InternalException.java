// Generated from abi/wrappers.json by make generate: do not edit.

package dev.nango;

/** A fault inside the library. Please report it. */
public class InternalException extends NangoException {
    private static final long serialVersionUID = 1L;

    /** An exception as the library makes it: for tests of programs that handle it. */
    public InternalException(ErrorDetails details) {
        super(details.orKind(ErrorKind.INTERNAL));
    }
}
