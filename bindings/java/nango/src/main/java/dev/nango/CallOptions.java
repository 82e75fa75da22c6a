package dev.nango;

import dev.nango.internal.Arguments;
import java.time.Duration;
import java.util.OptionalLong;

/** What one call does differently. Immutable. */
public final class CallOptions {
    /** Nothing: the client's settings count. */
    public static final CallOptions DEFAULT = builder().build();

    private final long timeoutMs;
    private final long maxAgeMs;
    private final boolean isForceRefresh;
    private final boolean isRefreshToken;
    private final boolean isRefreshGithubAppJwtToken;

    private CallOptions(Builder builder) {
        timeoutMs = builder.timeoutMs;
        maxAgeMs = builder.maxAgeMs;
        isForceRefresh = builder.isForceRefresh;
        isRefreshToken = builder.isRefreshToken;
        isRefreshGithubAppJwtToken = builder.isRefreshGithubAppJwtToken;
    }

    /** Options that can be set one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Options with this timeout of the whole call. */
    public static CallOptions timeout(Duration timeout) {
        return builder().timeout(timeout).build();
    }

    /** Whether nothing is set. */
    public boolean isPlain() {
        return timeoutMs < 0 && maxAgeMs < 0 && !isForceRefresh && !isRefreshToken && !isRefreshGithubAppJwtToken;
    }

    /** The timeout in milliseconds, if it is set. */
    public OptionalLong timeoutMs() {
        return timeoutMs < 0 ? OptionalLong.empty() : OptionalLong.of(timeoutMs);
    }

    /** The greatest age in the cache in milliseconds, if it is set. */
    public OptionalLong maxAgeMs() {
        return maxAgeMs < 0 ? OptionalLong.empty() : OptionalLong.of(maxAgeMs);
    }

    /** See {@link Builder#forceRefresh}. */
    public boolean isForceRefresh() {
        return isForceRefresh;
    }

    /** See {@link Builder#refreshToken}. */
    public boolean isRefreshToken() {
        return isRefreshToken;
    }

    /** See {@link Builder#refreshGithubAppJwtToken}. */
    public boolean isRefreshGithubAppJwtToken() {
        return isRefreshGithubAppJwtToken;
    }

    /** Sets options one by one. */
    public static final class Builder {
        private long timeoutMs = -1;
        private long maxAgeMs = -1;
        private boolean isForceRefresh;
        private boolean isRefreshToken;
        private boolean isRefreshGithubAppJwtToken;

        private Builder() {}

        /** How long the whole call may take. Default: the client's timeout. Rounded up to a millisecond. */
        public Builder timeout(Duration timeout) {
            timeoutMs = Arguments.milliseconds("timeout", timeout);
            return this;
        }

        /** Of getConnection: how old a connection from the cache may be. Default: as old as the cache keeps it. */
        public Builder maxAge(Duration maxAge) {
            maxAgeMs = Arguments.milliseconds("maxAge", maxAge);
            return this;
        }

        /** Of getConnection: has Nango refresh the credentials, also if they have not expired. Default: no. */
        public Builder forceRefresh(boolean on) {
            isForceRefresh = on;
            return this;
        }

        /** Of getConnection: asks for the refresh token, too. Default: no. */
        public Builder refreshToken(boolean on) {
            isRefreshToken = on;
            return this;
        }

        /** Of getConnection: has Nango make a new JSON web token of a GitHub App. Default: no. */
        public Builder refreshGithubAppJwtToken(boolean on) {
            isRefreshGithubAppJwtToken = on;
            return this;
        }

        /** The options. */
        public CallOptions build() {
            return new CallOptions(this);
        }
    }
}
