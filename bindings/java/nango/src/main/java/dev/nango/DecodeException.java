// Generated from abi/wrappers.json by make generate: do not edit.

package dev.nango;

/** Nango's answer contradicts its own documentation. */
public class DecodeException extends NangoException {
    private static final long serialVersionUID = 1L;

    /** An exception as the library makes it: for tests of programs that handle it. */
    public DecodeException(ErrorDetails details) {
        super(details.orKind(ErrorKind.DECODE));
    }
}
