package dev.nango;

import java.util.Optional;

/** A GitHub App together with a user's token, each as Nango sent it: {@code credentials.app().flatMap(app -> app.get("access_token"))}. */
public final class CustomCredentials extends Credentials {
    CustomCredentials(CredentialReading reading) {
        super(reading);
    }

    /** The credentials of the app, as sent. */
    public Optional<JsonValue> app() {
        return object("app");
    }

    /** The credentials of the user, as sent. */
    public Optional<JsonValue> user() {
        return object("user");
    }
}
