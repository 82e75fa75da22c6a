package dev.nango;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A running emulator, on a port of its own: the program that NANGO_EMULATOR names. */
final class Emulator implements AutoCloseable {
    private final Process process;
    private final String baseUrl;
    private final String secretKey;

    Emulator(String... arguments) {
        List<String> command = new ArrayList<>(List.of(System.getenv("NANGO_EMULATOR"), "--json", "--exit-with-stdin"));
        command.addAll(List.of(arguments));
        try {
            process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            InputStreamReader output = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
            JsonValue announced = JsonValue.parse(new BufferedReader(output).readLine());
            baseUrl = announced.get("base_url").flatMap(JsonValue::asString).orElseThrow();
            secretKey = announced.get("secret_key").flatMap(JsonValue::asString).orElseThrow();
        } catch (IOException problem) {
            throw new IllegalStateException("the emulator does not start: set NANGO_EMULATOR", problem);
        }
    }

    /** With a seed of its own. */
    static Emulator seeded(String seed, String... arguments) throws IOException {
        Path file = Files.createTempFile("seed", ".json");
        try {
            Files.writeString(file, seed);
            List<String> all = new ArrayList<>(List.of("--seed", file.toString()));
            all.addAll(List.of(arguments));
            return new Emulator(all.toArray(new String[0]));
        } finally {
            Files.delete(file);
        }
    }

    String baseUrl() {
        return baseUrl;
    }

    String secretKey() {
        return secretKey;
    }

    NangoClient.Builder builder() {
        return NangoClient.builder().secretKey(secretKey).baseUrl(baseUrl).readEnv(false);
    }

    NangoClient client() {
        return builder().build();
    }

    /** How many requests it has received. */
    int requests() {
        return ask("GET", "requests", "").get("requests").orElseThrow().items().size();
    }

    JsonValue ask(String method, String route, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + "/__emulator/" + route))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.body());
            }
            return JsonValue.parse(response.body());
        } catch (IOException | InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
