package dev.nango.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryFileTest {
    @TempDir
    private Path folder;

    @Test
    void theLibraryIsExtractedForItsOwnerAlone() throws IOException {
        Path file = LibraryFile.extract(LibraryFile.platform(), folder);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(folder, file.getParent().getParent());
        // Another process has a directory of its own.
        assertNotEquals(file, LibraryFile.extract(LibraryFile.platform(), folder));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsTold() {
        Path none = folder.resolve("not there");
        IOException thrown =
                assertThrows(IOException.class, () -> LibraryFile.extract(LibraryFile.platform(), none));
        assertTrue(thrown.getMessage().contains(LibraryFile.PROPERTY), thrown.getMessage());
    }

    @Test
    void anotherPlatformIsTold() {
        IOException thrown =
                assertThrows(IOException.class, () -> LibraryFile.extract("plan9-mips/libnango.so", folder));
        assertTrue(thrown.getMessage().contains("no library for plan9-mips"), thrown.getMessage());
    }

    @Test
    void aLibraryWithAnotherSumIsRefused() {
        IOException thrown = assertThrows(IOException.class, () -> LibraryFile.extract("damaged/library", folder));
        assertTrue(thrown.getMessage().contains("SHA-256"), thrown.getMessage());
    }

    @Test
    void thePropertyNamesAFile() throws IOException {
        String before = System.getProperty(LibraryFile.PROPERTY);
        try {
            System.setProperty(LibraryFile.PROPERTY, folder.toString());
            assertThrows(IOException.class, LibraryFile::find);
            Path file = Files.createFile(folder.resolve("libnango.so"));
            System.setProperty(LibraryFile.PROPERTY, file.toString());
            assertEquals(file.toString(), LibraryFile.find());
        } finally {
            if (before == null) {
                System.clearProperty(LibraryFile.PROPERTY);
            } else {
                System.setProperty(LibraryFile.PROPERTY, before);
            }
        }
    }

    @Test
    @Tag("java22")
    void newerJavaCallsCWithoutJna() {
        assertEquals("FfmLibrary", Loaded.library().getClass().getSimpleName());
    }
}
