// Generated from abi/wrappers.json by make generate: do not edit.

package dev.nango;

/** The integration does not exist in the environment of this secret key. */
public class UnknownIntegrationException extends NangoException {
    private static final long serialVersionUID = 1L;

    /** An exception as the library makes it: for tests of programs that handle it. */
    public UnknownIntegrationException(ErrorDetails details) {
        super(details.orKind(ErrorKind.UNKNOWN_INTEGRATION));
    }
}
