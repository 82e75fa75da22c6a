package dev.nango.internal;

import com.sun.jna.Native;

/** Loads the library by JNA, which has a library of its own to load before. */
final class Jna {
    private Jna() {}

    static Library open(String file) {
        try {
            Class.forName(Native.class.getName(), true, Jna.class.getClassLoader());
        } catch (UnsatisfiedLinkError failed) {
            throw new IllegalStateException("JNA cannot load its own library: " + failed.getMessage()
                    + ": if it is on a file system that is mounted noexec, set jna.tmpdir to a directory that is not, or "
                    + "jna.boot.library.path to one that has libjnidispatch.so", failed);
        } catch (ClassNotFoundException impossible) {
            throw new NoClassDefFoundError(impossible.getMessage());
        }
        return new JnaLibrary(file);
    }
}
