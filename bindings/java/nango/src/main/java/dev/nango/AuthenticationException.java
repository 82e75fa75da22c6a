// Generated from abi/wrappers.json by make generate: do not edit.

package dev.nango;

/** Nango does not accept the secret key. */
public class AuthenticationException extends NangoException {
    private static final long serialVersionUID = 1L;

    /** An exception as the library makes it: for tests of programs that handle it. */
    public AuthenticationException(ErrorDetails details) {
        super(details.orKind(ErrorKind.UNAUTHORIZED));
    }
}
