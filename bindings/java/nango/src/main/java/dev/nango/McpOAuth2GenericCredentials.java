package dev.nango;

/** MCP over OAuth 2 with a client registered on the fly. */
public final class McpOAuth2GenericCredentials extends OAuth2Credentials {
    McpOAuth2GenericCredentials(CredentialReading reading) {
        super(reading);
    }
}
