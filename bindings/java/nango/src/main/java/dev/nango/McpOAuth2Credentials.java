package dev.nango;

/** MCP over OAuth 2. */
public final class McpOAuth2Credentials extends OAuth2Credentials {
    McpOAuth2Credentials(CredentialReading reading) {
        super(reading);
    }
}
