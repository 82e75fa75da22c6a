package dev.nango.internal;

/** How Java calls C: by java.lang.foreign, or by JNA if the property nango.backend is "jna". */
final class Backend {
    private Backend() {}

    static Library open(String file) {
        return "jna".equals(System.getProperty("nango.backend")) ? Jna.open(file) : new FfmLibrary(file);
    }
}
