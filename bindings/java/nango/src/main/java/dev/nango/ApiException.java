// Generated from abi/wrappers.json by make generate: do not edit.

package dev.nango;

/** Any other refusal in Nango's own format: {@code code} and {@code serverMessage} tell which. */
public class ApiException extends NangoException {
    private static final long serialVersionUID = 1L;

    /** An exception as the library makes it: for tests of programs that handle it. */
    public ApiException(ErrorDetails details) {
        super(details.orKind(ErrorKind.API));
    }
}
