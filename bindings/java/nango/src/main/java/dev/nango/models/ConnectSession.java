// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A connect session, which ends after 30 minutes. Immutable. */
public final class ConnectSession {
    private final transient JsonValue json;
    private final transient String token;
    private final transient String connectLink;
    private final transient Instant expiresAt;

    private ConnectSession(Fields fields) {
        json = fields.json();
        token = fields.get("token", Kind.TEXT, "");
        connectLink = fields.get("connect_link", Kind.TEXT, "");
        expiresAt = fields.get("expires_at", Kind.TIMESTAMP, null);
    }

    /** For the library. */
    public static ConnectSession read(JsonValue json) {
        return new ConnectSession(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static ConnectSession of(JsonValue json) {
        return Fields.decoded(json, ConnectSession::read);
    }

    /** The token for Nango's frontend SDK. */
    public String token() {
        return token;
    }

    /** The URL at which the customer connects. It holds the token. */
    public String connectLink() {
        return connectLink;
    }

    /** When it ends. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "token", "connect_link", "expires_at");
    }

    /** The whole object as sent, secrets included. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConnectSession && ((ConnectSession) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields that are neither secrets nor a customer's data. */
    @Override
    public String toString() {
        return Fields.shown(
                "ConnectSession",
                "token",
Fields.hidden(token),
                "connectLink",
Fields.hidden(connectLink),
                "expiresAt",
expiresAt);
    }
}

