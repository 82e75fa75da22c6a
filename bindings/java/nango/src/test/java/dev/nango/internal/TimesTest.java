package dev.nango.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimesTest {
    @Test
    void aTimestampIsReadInEveryForm() {
        Map.of(
                        "2026-11-01T08:09:10.123Z", "2026-11-01T08:09:10.123Z",
                        "2026-11-01T08:09:10.123+00:00", "2026-11-01T08:09:10.123Z",
                        "2024-02-29T23:59:59.999Z", "2024-02-29T23:59:59.999Z",
                        "0001-01-01T00:00:00.000Z", "0001-01-01T00:00:00Z",
                        "2016-12-31T23:59:60.500Z", "2017-01-01T00:00:00.500Z",
                        "2026-11-01t08:09:10.123z", "2026-11-01T08:09:10.123Z",
                        "2026-11-01T08:09:10.123+02:00", "2026-11-01T06:09:10.123Z",
                        "2026-11-01T08:09:10Z", "2026-11-01T08:09:10Z")
                .forEach((text, expected) -> assertEquals(Instant.parse(expected), Times.parse(text), text));
    }

    @Test
    void whatIsNoTimestampIsAbsent() {
        assertNull(Times.parse(null));
        List<String> others = List.of(
                "", "2026", "2026-11-01T08:09:10.123", "2026-11-01T08:09:10.123Zjunk", "2026-11-01T08:09:10.123+00:0",
                "2026-02-29T08:09:10.123Z", "2026-13-01T08:09:10.123Z", "2026-00-01T08:09:10.123Z",
                "2026-11-00T08:09:10.123Z", "2026-11-01T24:00:00.000Z", "2026-11-01T08:60:00.000Z",
                "2026-11-01T08:09:61.000Z", "2026-11-01T08:09:10.12xZ", "202\u0661-11-01T08:09:10.123Z",
                "2026/11/01T08:09:10.123Z", "-026-11-01T08:09:10.123Z");
        others.forEach(text -> assertNull(Times.parse(text), text));
    }
}
