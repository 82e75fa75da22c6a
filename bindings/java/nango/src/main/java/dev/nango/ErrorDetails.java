package dev.nango;

import java.time.Duration;

/** What an exception of this package is made of: for tests of programs that handle one. */
public final class ErrorDetails {
    final String message;
    final ErrorKind kind;
    final int httpStatus;
    final String code;
    final String serverMessage;
    final String body;
    final Duration retryAfter;
    final int attempts;
    final boolean isRetryable;
    final String requestId;

    private ErrorDetails(Builder builder, ErrorKind kind) {
        message = builder.message;
        this.kind = kind;
        httpStatus = builder.httpStatus;
        code = builder.code;
        serverMessage = builder.serverMessage;
        body = builder.body;
        retryAfter = builder.retryAfter;
        attempts = builder.attempts;
        isRetryable = builder.isRetryable;
        requestId = builder.requestId;
    }

    /** Details of which nothing but the message is set. */
    public static Builder builder(String message) {
        return new Builder(message);
    }

    /** These details, of this kind if they have none. */
    ErrorDetails orKind(ErrorKind other) {
        return kind != null ? this : toBuilder().kind(other).build();
    }

    private Builder toBuilder() {
        Builder builder = new Builder(message);
        builder.httpStatus = httpStatus;
        builder.code = code;
        builder.serverMessage = serverMessage;
        builder.body = body;
        builder.retryAfter = retryAfter;
        builder.attempts = attempts;
        builder.isRetryable = isRetryable;
        builder.requestId = requestId;
        return builder;
    }

    /** Sets the details one by one. */
    public static final class Builder {
        private final String message;
        private ErrorKind kind;
        private int httpStatus;
        private String code;
        private String serverMessage;
        private String body;
        private Duration retryAfter;
        private int attempts;
        private boolean isRetryable;
        private String requestId;

        private Builder(String message) {
            this.message = message;
        }

        /** What went wrong. Default: that of the exception's class. */
        public Builder kind(ErrorKind value) {
            kind = value;
            return this;
        }

        /** The HTTP status of the response. Default: there was none. */
        public Builder httpStatus(int value) {
            httpStatus = value;
            return this;
        }

        /** Nango's own code for the error. */
        public Builder code(String value) {
            code = value;
            return this;
        }

        /** The server's message. */
        public Builder serverMessage(String value) {
            serverMessage = value;
            return this;
        }

        /** The body of the response. */
        public Builder body(String value) {
            body = value;
            return this;
        }

        /** How long the server asks to wait. */
        public Builder retryAfter(Duration value) {
            retryAfter = value;
            return this;
        }

        /** How often the call was tried. Default: 0. */
        public Builder attempts(int value) {
            attempts = value;
            return this;
        }

        /** Whether the same call may succeed later. Default: no. */
        public Builder retryable(boolean value) {
            isRetryable = value;
            return this;
        }

        /** Nango's own id of the request. */
        public Builder requestId(String value) {
            requestId = value;
            return this;
        }

        /** The details. */
        public ErrorDetails build() {
            return new ErrorDetails(this, kind);
        }
    }
}
