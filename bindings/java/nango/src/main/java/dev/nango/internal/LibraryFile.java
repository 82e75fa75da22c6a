package dev.nango.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the library: at the property {@code nango.library.path}, or in this jar, which has one for each platform.
 *
 * <p>The one in the jar is written to a directory that is made for it, with a name that nobody can know before, and that nobody
 * else may enter. It is removed when Java ends.
 */
final class LibraryFile {
    static final String PROPERTY = "nango.library.path";
    private static final String FOLDER = "/dev/nango/native/";

    private LibraryFile() {}

    /** The file to load. */
    static String find() throws IOException {
        String named = System.getProperty(PROPERTY);
        if (named == null) {
            return extract(platform(), Path.of(System.getProperty("java.io.tmpdir"))).toString();
        }
        Path file = Path.of(named);
        if (!Files.isRegularFile(file)) {
            throw new IOException(PROPERTY + " is " + named + ", which is no file: set it to the path of libnango.so");
        }
        return file.toAbsolutePath().toString();
    }

    /** The folder of this platform in the jar. */
    static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch");
        String cpu = arch.equals("amd64") ? "x86_64" : arch.equals("arm64") ? "aarch64" : arch;
        if (os.startsWith("mac")) {
            return "macos-" + cpu + "/libnango.dylib";
        }
        if (os.startsWith("windows")) {
            return "windows-" + cpu + "/nango.dll";
        }
        boolean isMusl = Files.exists(Path.of("/lib/ld-musl-" + cpu + ".so.1"))
                && !Files.exists(Path.of(cpu.equals("x86_64") ? "/lib64/ld-linux-x86-64.so.2" : "/lib/ld-linux-aarch64.so.1"));
        return "linux-" + cpu + (isMusl ? "-musl" : "-gnu") + "/libnango.so";
    }

    /** Writes the library of a platform below a directory for temporary files. */
    static Path extract(String platform, Path temporary) throws IOException {
        byte[] library = resource(platform);
        String expected = new String(resource(platform + ".sha256"), StandardCharsets.US_ASCII).trim();
        if (!expected.equals(sha256(library))) {
            throw new IOException("the library in the jar is damaged: its SHA-256 is not that of " + platform
                    + ".sha256; download the jar anew");
        }
        Path directory;
        try {
            directory = Files.createTempDirectory(temporary, "nango-", onlyOwner("rwx------"));
        } catch (IOException failed) {
            throw new IOException("no directory for the library can be made in " + temporary
                    + ": make java.io.tmpdir a directory that can be written, or set " + PROPERTY
                    + " to the path of a libnango.so", failed);
        }
        Path file = directory.resolve(Path.of(platform).getFileName());
        // CREATE_NEW follows no link.
        Set<StandardOpenOption> anew = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel out = Files.newByteChannel(file, anew, onlyOwner("rwx------"))) {
            ByteBuffer content = ByteBuffer.wrap(library);
            while (content.hasRemaining()) {
                out.write(content);
            }
        }
        if (Files.isSymbolicLink(file) || !expected.equals(sha256(Files.readAllBytes(file)))) {
            throw new IOException("the library was changed after it had been written to " + file);
        }
        // They are deleted in the reverse order.
        directory.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        return file;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = LibraryFile.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException("this jar has no library for " + name.substring(0, name.indexOf('/')) + ": set "
                        + PROPERTY + " to the path of a libnango.so for it");
            }
            return in.readAllBytes();
        }
    }

    private static FileAttribute<?>[] onlyOwner(String permissions) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))};
    }

    private static String sha256(byte[] content) {
        try {
            StringBuilder hex = new StringBuilder();
            for (byte one : MessageDigest.getInstance("SHA-256").digest(content)) {
                hex.append(String.format("%02x", one));
            }
            return hex.toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
