package dev.nango.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class JsonReaderTest {
    @Test
    void whatOnlyThisPackageRefusesIsNoArgumentOfTheProgram() {
        assertEquals("1", JsonReader.readSent("\ufeff1").json());
        Mismatch mismatch = assertThrows(Mismatch.class, () -> JsonReader.readSent("{\"invented-secret"));
        assertEquals("the whole is not JSON that this package reads", mismatch.problem());
        assertFalse((mismatch + "" + mismatch.getCause()).contains("invented-secret"));
    }
}
