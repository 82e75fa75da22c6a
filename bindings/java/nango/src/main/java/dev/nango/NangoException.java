package dev.nango;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A call that failed.
 *
 * <p>The message says what was wrong and what would be right, in the library's own words. It holds no secret and nothing
 * that the server said. What the server said may hold customer data: it is in {@link #serverMessage}, {@link #body},
 * {@link #details} and {@link #findings}, which are never printed, and which a serialized exception leaves behind.
 */
public class NangoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final int httpStatus;
    private final String code;
    private final transient String serverMessage;
    private final transient String body;
    private final Duration retryAfter;
    private final int attempts;
    private final boolean isRetryable;
    private final String requestId;

    /** An exception as the library makes it: for tests of programs that handle it. */
    public NangoException(ErrorDetails given) {
        super(given.message);
        ErrorDetails details = given.orKind(ErrorKind.INTERNAL);
        kind = details.kind;
        httpStatus = details.httpStatus;
        code = details.code;
        serverMessage = details.serverMessage;
        body = details.body;
        retryAfter = details.retryAfter;
        attempts = details.attempts;
        isRetryable = details.isRetryable;
        requestId = details.requestId;
    }

    /** What went wrong. */
    public ErrorKind kind() {
        return kind;
    }

    /** The HTTP status of the response, if there was one. */
    public OptionalInt httpStatus() {
        return httpStatus == 0 ? OptionalInt.empty() : OptionalInt.of(httpStatus);
    }

    /** Nango's own code for the error, such as "unknown_provider_config". */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /** The server's message, for people. May contain customer data: do not log it by default. */
    public Optional<String> serverMessage() {
        return Optional.ofNullable(serverMessage);
    }

    /** The body of the response, truncated to 64 KiB. May contain customer data: do not log it by default. */
    public Optional<String> body() {
        return Optional.ofNullable(body);
    }

    /** What {@link #body} says as JSON, if it is JSON. May contain customer data: do not log it by default. */
    public Optional<JsonValue> details() {
        try {
            return body().map(JsonValue::parse);
        } catch (InvalidArgumentException isNoJson) {
            return Optional.empty();
        }
    }

    /** What Nango found wrong with each field of the request; empty if it says nothing of fields. */
    public List<Finding> findings() {
        return Finding.all(details());
    }

    /** How long the server asks to wait before the next try, if it says so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** How often the call was tried; 0 if nothing left the machine. */
    public int attempts() {
        return attempts;
    }

    /** Whether the same call may succeed later and repeating it can do no harm. */
    public boolean isRetryable() {
        return isRetryable;
    }

    /** Nango's own id of the request, which its support can look up, if it sent one. */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }
}
