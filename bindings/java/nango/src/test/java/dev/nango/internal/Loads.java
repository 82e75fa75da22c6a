package dev.nango.internal;

import dev.nango.NangoClient;

/** A program that makes a client, and prints how Java calls C. */
final class Loads {
    private Loads() {}

    public static void main(String[] arguments) {
        try (NangoClient client = NangoClient.builder().secretKey("00000000-0000-4000-8000-00000000cafe").readEnv(false).build()) {
            System.out.println(client + " " + Loaded.library().getClass().getSimpleName());
        }
    }
}
