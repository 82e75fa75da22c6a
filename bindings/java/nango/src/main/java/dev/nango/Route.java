package dev.nango;

/** How the server is asked for a connection. */
public enum Route {
    /** {@code GET /connection/{id}} and, if the server does not have it, {@code GET /connections/{id}}; what works is remembered. */
    AUTO,
    /** {@code GET /connection/{id}}, the documented original, which every Nango server ever released has. */
    CONNECTION,
    /** {@code GET /connections/{id}}, its present name. */
    CONNECTIONS
}
