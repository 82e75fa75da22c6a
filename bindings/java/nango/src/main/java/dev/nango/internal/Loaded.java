package dev.nango.internal;

/** The loaded library. */
public final class Loaded {
    /** What this package was made for: nango_abi_version of another library says it is another one. */
    private static final int ABI = 0;

    private static final Library LIBRARY;
    private static final Throwable FAILURE;

    static {
        Library library = null;
        Throwable failure = null;
        try {
            library = checked(opened(LibraryFile.find()));
        } catch (Exception | LinkageError caught) {
            failure = caught;
        }
        LIBRARY = library;
        FAILURE = failure;
    }

    private Loaded() {}

    public static Library library() {
        if (LIBRARY == null) {
            // Anew for each caller: the first one's would say where that was.
            UnsatisfiedLinkError error = new UnsatisfiedLinkError("libnango cannot be loaded: " + FAILURE.getMessage());
            error.initCause(FAILURE);
            throw error;
        }
        return LIBRARY;
    }

    private static Library opened(String file) {
        try {
            return Backend.open(file);
        } catch (IllegalArgumentException | LinkageError failed) {
            // The system's reason, which does not say what to do.
            throw new IllegalStateException(failed.getMessage() + ": " + advice(file), failed);
        }
    }

    /** What to do where a file that exists cannot be loaded. */
    private static String advice(String file) {
        if (System.getProperty(LibraryFile.PROPERTY) != null) {
            return LibraryFile.PROPERTY + " is " + file + ": set it to the path of a libnango.so for this platform, on a file "
                    + "system that is not mounted noexec";
        }
        return "if java.io.tmpdir, which is " + System.getProperty("java.io.tmpdir") + ", is mounted noexec, set it to a "
                + "directory that is not, or " + LibraryFile.PROPERTY + " to the path of a libnango.so";
    }

    private static Library checked(Library library) {
        if (library.nango_abi_version() != ABI) {
            throw new UnsatisfiedLinkError("libnango " + library.nango_version() + " has ABI "
                    + library.nango_abi_version() + ", and this package needs ABI " + ABI
                    + ": use the library that the package brings");
        }
        return library;
    }
}
