package dev.nango.internal;

import dev.nango.ErrorDetails;
import dev.nango.ErrorKind;
import dev.nango.InvalidArgumentException;
import dev.nango.NangoException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes exceptions of the library's errors. */
public final class Errors {
    private static final Pattern SNAKE_CASE = Pattern.compile(
            "(?<=^|[ (])(?<!environment variable )[a-z]+(?:_[a-z]+)+(?![\\w/=-]|\\.\\w)");

    private Errors() {}

    /** Reads an error and frees it. */
    static NangoException take(long error) {
        Library library = Loaded.library();
        try {
            String message = library.nango_error_message(error);
            ErrorKind kind = ErrorKind.of(library.nango_error_get_kind(error));
            ErrorDetails.Builder details = ErrorDetails.builder(
                            message == null ? "the library gave no reason" : inJava(message))
                    .kind(kind)
                    .code(library.nango_error_code(error))
                    .serverMessage(library.nango_error_server_message(error))
                    .body(library.nango_error_body(error))
                    .requestId(library.nango_error_request_id(error))
                    .attempts(library.nango_error_attempts(error))
                    .retryable(library.nango_error_is_retryable(error) != 0);
            int status = library.nango_error_http_status(error);
            if (status != 0) {
                details.httpStatus(status);
            }
            long wait = library.nango_error_retry_after_ms(error);
            if (wait >= 0) {
                details.retryAfter(Duration.ofMillis(wait));
            }
            return kind.exception(details.build());
        } finally {
            library.nango_error_free(error);
        }
    }

    public static InvalidArgumentException invalid(String message) {
        return new InvalidArgumentException(ErrorDetails.builder(message).build());
    }

    /** The error of what found no thread within its timeout, which the name says. */
    static NangoException noThread(String when, String name, long timeoutMs) {
        String message = "timed out " + when + " (" + name + " " + timeoutMs + " ms): as many calls were running as "
                + "maxConcurrentCalls allows: raise it or the " + name + ", or find out why the server is slow";
        return ErrorKind.TIMEOUT.exception(
                ErrorDetails.builder(message).kind(ErrorKind.TIMEOUT).retryable(true).build());
    }

    /** A message with the names of Java, for what is a word of its own: not a part of a JSON pointer, nor a variable. */
    static String inJava(String message) {
        // A function, which has no other place in a message.
        String withProxy = message.replace("Client::proxy, in C nango_proxy,", "NangoClient.proxy,");
        Matcher names = SNAKE_CASE.matcher(withProxy);
        StringBuilder written = new StringBuilder();
        while (names.find()) {
            String name = Names.IN_JAVA.getOrDefault(names.group(), names.group());
            names.appendReplacement(written, Matcher.quoteReplacement(name));
        }
        return names.appendTail(written).toString();
    }
}
