package dev.nango.internal;

/** How Java calls C. From Java 22 on another class of this name takes its place. */
final class Backend {
    private Backend() {}

    static Library open(String file) {
        return Jna.open(file);
    }
}
