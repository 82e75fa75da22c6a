// Generated from api/operations.json and api/webhooks.json by make generate: do not edit.

package dev.nango.models;

import dev.nango.JsonValue;
import dev.nango.internal.Fields;
import dev.nango.internal.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An external API that Nango knows. What else Nango's template of it says is among the unknown fields. Immutable. */
public final class Provider {
    private final transient JsonValue json;
    private final transient String name;
    private final transient String displayName;
    private final transient String authMode;
    private final transient List<String> categories;
    private final transient String docs;
    private final transient String logoUrl;

    private Provider(Fields fields) {
        json = fields.json();
        name = fields.get("name", Kind.TEXT, "");
        displayName = fields.get("display_name", Kind.TEXT, null);
        authMode = fields.get("auth_mode", Kind.TEXT, "");
        categories = fields.get("categories", Kind.listOf(Kind.TEXT), null);
        docs = fields.get("docs", Kind.TEXT, null);
        logoUrl = fields.get("logo_url", Kind.TEXT, null);
    }

    /** For the library. */
    public static Provider read(JsonValue json) {
        return new Provider(new Fields(json));
    }

    /**
     * Makes one of what {@code json()} gives, for tests of programs that use it.
     *
     * @throws dev.nango.DecodeException the JSON is something else
     */
    public static Provider of(JsonValue json) {
        return Fields.decoded(json, Provider::read);
    }

    /** Its name: "github". */
    public String name() {
        return name;
    }

    /** Its name for humans. */
    public Optional<String> displayName() {
        return Optional.ofNullable(displayName);
    }

    /** How it authenticates: "OAUTH2", "API_KEY" and so on. */
    public String authMode() {
        return authMode;
    }

    /** What it is for. */
    public Optional<List<String>> categories() {
        return Optional.ofNullable(categories);
    }

    /** The URL of Nango's documentation of it. */
    public Optional<String> docs() {
        return Optional.ofNullable(docs);
    }

    /** The URL of its logo. */
    public Optional<String> logoUrl() {
        return Optional.ofNullable(logoUrl);
    }

    /** The members that this version of the package has no accessor for, as sent. */
    public Map<String, JsonValue> unknown() {
        return Fields.unknown(
                json, "name", "display_name", "auth_mode", "categories", "docs", "logo_url");
    }

    /** The whole object as sent. */
    public JsonValue json() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Provider && ((Provider) other).json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The fields. */
    @Override
    public String toString() {
        return Fields.shown(
                "Provider",
                "name",
name,
                "displayName",
displayName,
                "authMode",
authMode,
                "categories",
categories,
                "docs",
docs,
                "logoUrl",
logoUrl);
    }
}

