// Generated from abi/wrappers.json by make generate: do not edit.

package dev.nango;

/** Too many requests: wait for {@code retryAfter} seconds. */
public class RateLimitException extends NangoException {
    private static final long serialVersionUID = 1L;

    /** An exception as the library makes it: for tests of programs that handle it. */
    public RateLimitException(ErrorDetails details) {
        super(details.orKind(ErrorKind.RATE_LIMITED));
    }
}
