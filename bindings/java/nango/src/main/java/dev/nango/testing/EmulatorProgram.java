package dev.nango.testing;

import dev.nango.InvalidArgumentException;
import dev.nango.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** The program that is the emulator. */
final class EmulatorProgram {
    private static final String NAME = "nango-emulator";

    private final Process process;
    private final String baseUrl;
    private final String secretKey;

    private EmulatorProgram(Process process, JsonValue announced) {
        this.process = process;
        baseUrl = announced.get("base_url").flatMap(JsonValue::asString).orElseThrow();
        secretKey = announced.get("secret_key").flatMap(JsonValue::asString).orElse("");
    }

    /** What the program is told. Each may be null. */
    static final class Arguments {
        private final Path seedFile;
        private final JsonValue seed;
        private final Integer rateLimit;

        Arguments(Path seedFile, JsonValue seed, Integer rateLimit) {
            this.seedFile = seedFile;
            this.seed = seed;
            this.rateLimit = rateLimit;
        }
    }

    /** Starts it, and returns once it accepts requests. */
    static EmulatorProgram start(String given, Arguments arguments) {
        String named = given == null ? System.getenv("NANGO_EMULATOR") : given;
        // Ends with its standard input, which is this process's.
        List<String> command = new ArrayList<>(List.of(named == null ? NAME : named, "--json", "--exit-with-stdin"));
        if (arguments.rateLimit != null) {
            command.addAll(List.of("--rate-limit", arguments.rateLimit.toString()));
        }
        try {
            if (arguments.seed == null) {
                return start(command, arguments.seedFile);
            }
            // It has read the file when it says that it is ready.
            Path file = Files.createTempFile(NAME + "-", ".json");
            try {
                Files.writeString(file, arguments.seed.json());
                return start(command, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException problem) {
            throw new EmulatorException(
                    command.get(0) + " cannot be run: take it from a release of libnango, or build it with `cargo install "
                            + "--locked --path tests/emulator` in a checkout, and set NANGO_EMULATOR to its path",
                    problem);
        }
    }

    private static EmulatorProgram start(List<String> command, Path seedFile) throws IOException {
        List<String> whole = new ArrayList<>(command);
        if (seedFile != null) {
            whole.addAll(List.of("--seed", seedFile.toString()));
        }
        Process process = new ProcessBuilder(whole).start();
        String line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            String problem = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            throw new EmulatorException("the emulator did not start: " + (problem.isEmpty() ? "it said nothing" : problem));
        }
        try {
            return new EmulatorProgram(process, JsonValue.parse(line));
        } catch (InvalidArgumentException | NoSuchElementException isAnother) {
            process.destroy();
            throw new EmulatorException(command.get(0) + " is not the nango-emulator of this version: install that", isAnother);
        }
    }

    String baseUrl() {
        return baseUrl;
    }

    String secretKey() {
        return secretKey;
    }

    void close() {
        process.destroy();
        process.onExit().join();
    }
}
