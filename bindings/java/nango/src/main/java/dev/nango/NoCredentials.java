package dev.nango;

/** The external API needs none, and Nango says so (auth mode NONE). */
public final class NoCredentials extends Credentials {
    NoCredentials(CredentialReading reading) {
        super(reading);
    }
}
