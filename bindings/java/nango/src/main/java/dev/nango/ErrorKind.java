// Generated from abi/wrappers.json by make generate: do not edit.

package dev.nango;

/** What went wrong. */
public enum ErrorKind {
    /** An argument or a setting is wrong and nothing was sent. The message names it: fix the calling code. */
    INVALID_ARGUMENT(1),

    /** The host name in base_url could not be resolved. Retryable. */
    RESOLVE(2),

    /** No address of the host accepted a connection. Retryable. */
    CONNECT(3),

    /** The TLS handshake failed, or the certificate is not one that this system trusts. The message says why. */
    TLS(4),

    /**
     * The HTTP proxy cannot be reached, rejects the request, times out, or is not an HTTP proxy. The message says
     * which. Retryable.
     */
    HTTP_PROXY(5),

    /** The call timed out. Retryable, unless a forced refresh may have been in progress. */
    TIMEOUT(6),

    /** The call was cancelled or interrupted, or its client shut down. Not retryable. */
    CANCELLED(7),

    /**
     * The connection was lost before the response was complete. Retryable, unless a forced refresh may have been in
     * progress.
     */
    IO(8),

    /** Nango's response does not match its documentation. The message gives the location as a JSON pointer. */
    DECODE(9),

    /**
     * The response is larger than max_response_bytes, or its headers are larger than 16 KiB; or the body of the request
     * is larger than Nango accepts.
     */
    TOO_LARGE(10),

    /** 401: Nango does not accept the secret key. */
    UNAUTHORIZED(11),

    /** 403: the secret key lacks a scope, which nango_error_server_message names. */
    FORBIDDEN(12),

    /**
     * Nango reports that this environment has no such connection for this integration. A 404 from a proxy or gateway in
     * between never gives this kind. Mark the customer as not connected and ask to reconnect; do not delete the row: a
     * configuration mistake looks the same. See docs/errors.md, "When a connection is not found".
     */
    NOT_FOUND(13),

    /**
     * Nango could not refresh the credentials. Retryable after 30 seconds unless Nango has given up; if it keeps
     * failing, the customer has to connect again.
     */
    REFRESH_FAILED(14),

    /** 429: too many requests. Wait for nango_error_retry_after_ms. Retryable. */
    RATE_LIMITED(15),

    /** Any other error in Nango's format: see nango_error_code and nango_error_server_message. */
    API(16),

    /**
     * Nango or a server in front of it failed: a 5xx, or the 401 of a Nango server that cannot reach its database.
     * Retryable, unless a forced refresh may have been in progress.
     */
    SERVER(17),

    /**
     * The integration does not exist in the environment of this secret key: a wrong provider_config_key, or the key of
     * another environment.
     */
    UNKNOWN_INTEGRATION(18),

    /** The response is not from Nango: a web page, a redirect, a 404 without Nango's error body. Check base_url. */
    NOT_NANGO(19),

    /**
     * A webhook is not signed with this key: answer 401. If Nango sent it, check the webhook signing key, and that the
     * body is what was received, byte by byte.
     */
    WEBHOOK_SIGNATURE(20),

    /** An internal error of the library. Please report it. */
    INTERNAL(99),

    /** A kind that is newer than this package: go by {@link NangoException#isRetryable} and the HTTP status. */
    UNRECOGNIZED(-1);

    private final int number;

    ErrorKind(int number) {
        this.number = number;
    }

    /** The number that nango.h gives it; -1 for {@link #UNRECOGNIZED}. */
    public int number() {
        return number;
    }

    /** The kind with this number; {@link #UNRECOGNIZED} for one that is newer than this package. */
    public static ErrorKind of(int number) {
        for (ErrorKind kind : values()) {
            if (kind.number == number) {
                return kind;
            }
        }
        return UNRECOGNIZED;
    }

    /** The kind with this name; {@link #UNRECOGNIZED} for one that is newer than this package. */
    public static ErrorKind named(String name) {
        for (ErrorKind kind : values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return UNRECOGNIZED;
    }

    /** The exception of a call that failed like this. */
    public NangoException exception(ErrorDetails details) {
        switch (this) {
            case INVALID_ARGUMENT:
                return new InvalidArgumentException(details);
            case RESOLVE:
                return new ConnectionException(details);
            case CONNECT:
                return new ConnectionException(details);
            case TLS:
                return new TlsException(details);
            case HTTP_PROXY:
                return new ProxyException(details);
            case TIMEOUT:
                return new TimeoutException(details);
            case CANCELLED:
                return new CallCancelledException(details);
            case IO:
                return new ConnectionException(details);
            case DECODE:
                return new DecodeException(details);
            case TOO_LARGE:
                return new TooLargeException(details);
            case UNAUTHORIZED:
                return new AuthenticationException(details);
            case FORBIDDEN:
                return new PermissionDeniedException(details);
            case NOT_FOUND:
                return new NotFoundException(details);
            case REFRESH_FAILED:
                return new RefreshFailedException(details);
            case RATE_LIMITED:
                return new RateLimitException(details);
            case API:
                return new ApiException(details);
            case SERVER:
                return new ServerException(details);
            case UNKNOWN_INTEGRATION:
                return new UnknownIntegrationException(details);
            case NOT_NANGO:
                return new NotNangoException(details);
            case WEBHOOK_SIGNATURE:
                return new WebhookSignatureException(details);
            case INTERNAL:
                return new InternalException(details);
            default:
                return new NangoException(details);
        }
    }
}
