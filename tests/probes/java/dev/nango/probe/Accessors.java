package dev.nango.probe;

import dev.nango.Connection;
import dev.nango.Credentials;
import dev.nango.JsonValue;
import dev.nango.NangoException;
import dev.nango.Response;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Every accessor by its name. */
final class Accessors {
    private Accessors() {}

    static Map<String, Object> ofConnection(Connection c) {
        if (!c.expiresAt().equals(c.credentials().expiresAt())) {
            throw new AssertionError("Connection and Credentials disagree about expiresAt");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", c.id());
        fields.put("connection_id", c.connectionId());
        fields.put("provider_config_key", c.providerConfigKey());
        fields.put("provider", c.provider().orElse(null));
        fields.put("created_at", c.createdAt().map(Shown::moment).orElse(null));
        fields.put("updated_at", c.updatedAt().map(Shown::moment).orElse(null));
        fields.put("last_fetched_at", c.lastFetchedAt().map(Shown::moment).orElse(null));
        OptionalLong account = c.accountId();
        fields.put("account_id", account.isPresent() ? account.getAsLong() : null);
        fields.put("webhook_url_override", c.webhookUrlOverride().orElse(null));
        fields.put("metadata_json", document(c.metadata()));
        fields.put("connection_config_json", document(c.connectionConfig()));
        fields.put("tags_json", document(c.tags()));
        fields.put("end_user_json", document(c.endUser()));
        fields.put("errors_json", document(c.errors()));
        fields.put("json", c.json());
        fields.put("auth_mode", c.authMode().ordinal());
        fields.put("auth_mode_name", c.authModeName().orElse(null));
        fields.put("token", c.token().orElse(null));
        for (String name : new String[] {
            "access_token", "refresh_token", "oauth_token", "oauth_token_secret", "username", "password"
        }) {
            fields.put(name, credential(c.credentials(), name, name));
        }
        fields.put("api_key", credential(c.credentials(), "api_key", "apiKey"));
        fields.put("credentials_json", document(c.credentials().data()));
        fields.put("raw_json", document(c.credentials().raw()));
        fields.put("expires_at", sent(c.credentials(), "expires_at"));
        fields.put("expires_at_ms", c.expiresAt().map(Instant::toEpochMilli).orElse(null));
        return fields;
    }

    /** A credential as a program finds it: by its accessor, or among the data if there is none. */
    static Object credential(Credentials credentials, String name, String sentAs) {
        String sent = sent(credentials, sentAs);
        try {
            Method accessor = credentials.getClass().getMethod(camel(name));
            // A time, or an object, is the text that was sent.
            return accessor.getGenericReturnType().getTypeName().equals("java.util.Optional<java.lang.String>")
                    ? ((Optional<?>) accessor.invoke(credentials)).orElse(null)
                    : sent;
        } catch (NoSuchMethodException none) {
            return sent;
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_")) {
            camel.append(camel.length() == 0 || word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }

    private static String sent(Credentials credentials, String name) {
        String text = credentials.data().flatMap(data -> data.get(name)).flatMap(JsonValue::asString).orElse(null);
        return text != null && text.indexOf(0) >= 0 ? null : text;
    }

    static Object lookUp(Connection connection, String function, String argument) {
        switch (function) {
            case "credential":
                return credential(connection.credentials(), argument, argument);
            case "get_string":
                return Pointer.text(connection.data(), argument);
            case "get_json":
                return Pointer.json(connection.data(), argument);
            default:
                throw new IllegalArgumentException("no such look-up in a connection: " + function);
        }
    }

    static Map<String, Object> ofResponse(Response response, Download body) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", response.statusCode());
        fields.put("header_count", response.headers().values().stream().mapToInt(values -> values.size()).sum());
        if (body.kept() != null) {
            fields.put("body", Body.hex(body.kept()));
        }
        return fields;
    }

    static Object lookUp(Response response, Download body, String function, String argument) {
        if (function.equals("header")) {
            return response.header(argument).orElse(null);
        }
        JsonValue json;
        try {
            json = response.json();
        } catch (NangoException isNoJson) {
            return null;
        }
        // What is not UTF-8 is no JSON: text() has U+FFFD in place of it.
        byte[] content = response.bytes();
        String text = new String(content, StandardCharsets.UTF_8);
        if (!java.util.Arrays.equals(text.getBytes(StandardCharsets.UTF_8), content)) {
            return null;
        }
        return function.equals("get_string") ? Pointer.text(json, argument) : Pointer.json(json, argument);
    }

    static Map<String, Object> ofError(NangoException error) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", error.kind().number());
        fields.put("kind_name", error.kind().name());
        fields.put("http_status", error.httpStatus().orElse(0));
        fields.put("code", error.code().orElse(null));
        fields.put("server_message", error.serverMessage().orElse(null));
        fields.put("body", error.body().orElse(null));
        fields.put("retry_after_ms", error.retryAfter().map(wait -> wait.toMillis()).orElse(-1L));
        fields.put("attempts", error.attempts());
        fields.put("is_retryable", error.isRetryable() ? 1 : 0);
        fields.put("message", error.getMessage());
        return fields;
    }

    private static String document(Optional<JsonValue> value) {
        return value.map(JsonValue::json).orElse(null);
    }
}
