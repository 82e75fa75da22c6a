package dev.nango.testing;

import dev.nango.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The emulator's own routes. */
final class ControlRoutes {
    /** How long the program has for a request. Only a failure takes that long. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String baseUrl;
    private final HttpClient http;

    ControlRoutes(String baseUrl) {
        this.baseUrl = baseUrl;
        // Of HTTP/1.1, without the proxies of the system.
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
    }

    JsonValue get(String route) {
        return ask(request(route).GET().build());
    }

    JsonValue post(String route, Object body) {
        String json = JsonValue.of(body).json();
        return ask(request(route)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String route) {
        return HttpRequest.newBuilder(URI.create(baseUrl + "/__emulator/" + route)).timeout(PATIENCE);
    }

    private JsonValue ask(HttpRequest request) {
        HttpResponse<String> response;
        try {
            response = http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException problem) {
            throw new EmulatorException("the emulator does not respond: is it closed?", problem);
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new EmulatorException("the thread was interrupted while the emulator was asked", problem);
        }
        JsonValue told = JsonValue.parse(response.body());
        if (response.statusCode() != 200) {
            String problem = told.get("error").flatMap(error -> error.get("message")).flatMap(JsonValue::asString).orElse("");
            throw new EmulatorException("the emulator rejected the request: " + problem);
        }
        return told;
    }
}
