// Generated from abi/wrappers.json by make generate: do not edit.

package dev.nango;

/** The TLS handshake failed, or the certificate is not one that this system trusts. */
public class TlsException extends ConnectionException {
    private static final long serialVersionUID = 1L;

    /** An exception as the library makes it: for tests of programs that handle it. */
    public TlsException(ErrorDetails details) {
        super(details.orKind(ErrorKind.TLS));
    }
}
