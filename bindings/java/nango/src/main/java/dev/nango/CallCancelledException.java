// Generated from abi/wrappers.json by make generate: do not edit.

package dev.nango;

/**
 * The call was ended because its thread was interrupted, or because its client, or the response that it was reading,
 * was closed. An interrupted thread stays interrupted.
 */
public class CallCancelledException extends NangoException {
    private static final long serialVersionUID = 1L;

    /** An exception as the library makes it: for tests of programs that handle it. */
    public CallCancelledException(ErrorDetails details) {
        super(details.orKind(ErrorKind.CANCELLED));
    }
}
