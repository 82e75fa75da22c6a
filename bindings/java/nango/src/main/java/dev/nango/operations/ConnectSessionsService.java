// Generated from api/operations.json by make generate: do not edit.

package dev.nango.operations;

import dev.nango.CallOptions;
import dev.nango.internal.Arguments;
import dev.nango.internal.Caller;
import dev.nango.internal.Kind;
import dev.nango.models.ConnectSession;
import java.util.concurrent.CompletableFuture;

/** Connect sessions: with one, a customer of the product connects an account in the browser. */
public final class ConnectSessionsService {
    private final Caller caller;

    /** For the library: a program takes it from {@code NangoClient.connectSessions()}. */
    public ConnectSessionsService(Caller caller) {
        this.caller = caller;
    }

    /**
     * Creates a connect session, with which a customer connects an account.
     *
     * <p>Give tags, or an end user. Connections that are made with the session get the tags: they tell whose a
     * connection is, and Connections.wait_for finds it by them. Sending it twice leaves one session unused.
     *
     * <p>POST <code>/connect/sessions</code>; the secret key needs the scope environment:connect_sessions:write.
     */
    public ConnectSession create() {
        return create(CreateConnectSessionParams.builder().build(), CallOptions.DEFAULT);
    }

    /**
     * Creates a connect session, with which a customer connects an account.
     *
     * <p>Give tags, or an end user. Connections that are made with the session get the tags: they tell whose a
     * connection is, and Connections.wait_for finds it by them. Sending it twice leaves one session unused.
     *
     * <p>POST <code>/connect/sessions</code>; the secret key needs the scope environment:connect_sessions:write.
     */
    public ConnectSession create(CreateConnectSessionParams params) {
        return create(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public ConnectSession create(CreateConnectSessionParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, Kind.<ConnectSession>of(ConnectSession::read).in("data"));
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<ConnectSession> createAsync(CreateConnectSessionParams params) {
        return createAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<ConnectSession> createAsync(CreateConnectSessionParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.<ConnectSession>of(ConnectSession::read).in("data"));
    }

    /**
     * Creates a connect session for a connection that exists, with which the customer authorizes it again.
     *
     * <p>POST <code>/connect/sessions/reconnect</code>; the secret key needs the scope
     * environment:connect_sessions:write.
     */
    public ConnectSession reconnect(CreateReconnectSessionParams params) {
        return reconnect(params, CallOptions.DEFAULT);
    }

    /** Does the same with options of the call. */
    public ConnectSession reconnect(CreateReconnectSessionParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.call(params.request(), options, Kind.<ConnectSession>of(ConnectSession::read).in("data"));
    }

    /** Does the same on another thread. Cancelling the future ends the call. */
    public CompletableFuture<ConnectSession> reconnectAsync(CreateReconnectSessionParams params) {
        return reconnectAsync(params, CallOptions.DEFAULT);
    }

    /** Does the same on another thread, with options of the call. */
    public CompletableFuture<ConnectSession> reconnectAsync(CreateReconnectSessionParams params, CallOptions options) {
        Arguments.given("params", params);
        return caller.callAsync(params.request(), options, Kind.<ConnectSession>of(ConnectSession::read).in("data"));
    }
}

