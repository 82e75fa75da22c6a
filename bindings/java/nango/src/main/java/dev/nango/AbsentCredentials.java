package dev.nango;

/** Nango sent none: none are needed, or the secret key may not read them. Nango does not say which. */
public final class AbsentCredentials extends Credentials {
    AbsentCredentials(CredentialReading reading) {
        super(reading);
    }
}
