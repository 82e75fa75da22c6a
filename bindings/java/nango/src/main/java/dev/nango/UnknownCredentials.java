package dev.nango;

/** An auth mode that this version does not know, or none named: everything is in {@link #data}. */
public final class UnknownCredentials extends Credentials {
    UnknownCredentials(CredentialReading reading) {
        super(reading);
    }
}
