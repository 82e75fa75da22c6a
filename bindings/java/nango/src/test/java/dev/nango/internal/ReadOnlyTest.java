package dev.nango.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs where nothing can be written: as in a container whose file system is read-only. */
class ReadOnlyTest {
    @TempDir
    private Path folder;

    private String run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=/proc",
                "-Duser.home=/proc",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(options));
        command.add(Loads.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.trim();
    }

    private String library() throws IOException {
        return "-D" + LibraryFile.PROPERTY + "=" + LibraryFile.extract(LibraryFile.platform(), folder);
    }

    @Test
    void itIsToldWhatToSet() throws Exception {
        String said = run();
        assertTrue(said.contains("UnsatisfiedLinkError"), said);
        assertTrue(said.contains("set nango.library.path"), said);
    }

    /** As the system refuses one on a file system that is mounted noexec, which only root can make. */
    @Test
    void aLibraryThatCannotBeLoadedIsToldWithWhatToSet() throws Exception {
        Path damaged = Files.writeString(folder.resolve("libnango.so"), "no library");
        String said = run("-D" + LibraryFile.PROPERTY + "=" + damaged, "-Djna.tmpdir=" + folder);
        assertTrue(said.contains("UnsatisfiedLinkError: libnango cannot be loaded"), said);
        assertTrue(said.contains("set it to the path of a libnango.so"), said);
        assertTrue(said.contains("noexec"), said);
    }

    @Test
    void theLibraryOfJnaThatCannotBeLoadedIsToldWithWhatToSet() throws Exception {
        Files.writeString(folder.resolve("libjnidispatch.so"), "no library");
        String said = run(
                library(), "-Djna.boot.library.path=" + folder, "-Djna.nounpack=true", "-Dnango.backend=jna");
        assertTrue(said.contains("UnsatisfiedLinkError: libnango cannot be loaded: JNA"), said);
        assertTrue(said.contains("set jna.tmpdir"), said);
        assertTrue(said.contains("jna.boot.library.path"), said);
    }

    @Test
    void jnaWorksWithItsOwnLibraryNamedToo() throws Exception {
        String name = "/com/sun/jna/" + Platform.RESOURCE_PREFIX + "/libjnidispatch.so";
        try (InputStream jna = Native.class.getResourceAsStream(name)) {
            Files.copy(jna, folder.resolve("libjnidispatch.so"));
        }
        String said = run(library(), "-Djna.boot.library.path=" + folder, "-Dnango.backend=jna");
        assertTrue(said.endsWith("NangoClient JnaLibrary"), said);
    }

    @Test
    @Tag("java22")
    void newerJavaNeedsNoOtherLibrary() throws Exception {
        assertEquals("NangoClient FfmLibrary", run(library(), "--enable-native-access=ALL-UNNAMED"));
    }
}
