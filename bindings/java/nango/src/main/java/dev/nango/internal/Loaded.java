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
            library = checked(Backend.open(LibraryFile.find()));
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

    private static Library checked(Library library) {
        if (library.nango_abi_version() != ABI) {
            throw new UnsatisfiedLinkError("libnango " + library.nango_version() + " has ABI "
                    + library.nango_abi_version() + ", and this package needs ABI " + ABI
                    + ": use the library that the package brings");
        }
        return library;
    }
}
