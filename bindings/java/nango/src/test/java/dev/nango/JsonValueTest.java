package dev.nango;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class JsonValueTest {
    @Test
    void eachTypeIsRead() {
        JsonValue value = JsonValue.parse(" {\"a\": [1, -2.50e1, \"x\\n\\u00e9\\ud83d\\ude00\", true, null], \"a\\/\": {}} ");
        List<JsonValue> items = value.get("a").orElseThrow().items();
        assertEquals(OptionalLong.of(1), items.get(0).asLong());
        assertEquals(-25.0, items.get(1).asDouble().orElseThrow());
        assertEquals(OptionalLong.empty(), items.get(1).asLong());
        assertEquals(Optional.of("x\n\u00e9\ud83d\ude00"), items.get(2).asString());
        assertEquals(Optional.of(true), items.get(3).asBoolean());
        assertTrue(items.get(4).isNull());
        assertEquals("-2.50e1", items.get(1).json());
        assertEquals(List.of("a", "a/"), List.copyOf(value.members().keySet()));
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("a", Arrays.asList(1L, new BigDecimal("-2.50e1"), "x\n\u00e9\ud83d\ude00", true, null));
        expected.put("a/", Map.of());
        assertEquals(expected, value.toObject());
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        JsonValue value = JsonValue.parse("\ufeff {\"a\":1}");
        assertEquals("{\"a\":1}", value.json());
        assertEquals(JsonValue.parse("1"), value.members().get("a"));
    }

    @Test
    void aByteOrderMarkBeforeAnAnswerIsSkipped() {
        try (SlowServer server = SlowServer.answering("\ufeff[{\"name\":\"A\",\"value\":\"\u00e9\"}]");
                NangoClient client = server.builder().build()) {
            assertEquals("\u00e9", client.environment().listVariables().get(0).value());
            assertEquals(1, client.request(ApiRequest.builder("GET", "/x").build()).json().items().size());
        }
        try (SlowServer server = SlowServer.answering("\ufeff {\"connections\":[{\"id\":7,\"connection_id\":\"c\"}]}");
                NangoClient client = server.builder().build()) {
            assertEquals("c", client.connections().list().iterator().next().connectionId());
        }
        NangoException failure = new ApiException(ErrorDetails.builder("x").body("\ufeff{}").build());
        assertEquals("{}", failure.details().orElseThrow().json());
    }

    @Test
    void whatIsNoJsonIsRefused() {
        for (String wrong : new String[] {
            "", "{", "[1,]", "01", "1.", "-", "\"a", "\"\\x\"", "\"\\u12\"", "\"\t\"", "tru", "{\"a\"}", "{a:1}", "1 2", "[1}", "NaN",
            "\ufeff", "\ufeff\ufeff1", " \ufeff1"
        }) {
            assertThrows(InvalidArgumentException.class, () -> JsonValue.parse(wrong), wrong);
        }
        String deep = String.join("", Collections.nCopies(100_000, "["));
        assertThrows(InvalidArgumentException.class, () -> JsonValue.parse(deep));
    }

    @Test
    void valuesOfJavaAreWritten() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("a\"\\\u0001", new int[] {1, 2});
        value.put("b", Arrays.asList(1.5, "\u00e9", null, false, JsonValue.parse("1.00")));
        assertEquals("{\"a\\\"\\\\\\u0001\":[1,2],\"b\":[1.5,\"\u00e9\",null,false,1.00]}", JsonValue.of(value).json());
        for (Object wrong : new Object[] {Double.NaN, new Object(), Map.of(1, 2), "\ud800"}) {
            assertThrows(InvalidArgumentException.class, () -> JsonValue.of(wrong));
        }
        List<Object> circle = new java.util.ArrayList<>();
        circle.add(circle);
        assertThrows(InvalidArgumentException.class, () -> JsonValue.of(circle));
    }

    @Test
    void halfOfASurrogatePairIsNoText() {
        JsonValue half = JsonValue.parse("\"a\\ud800b\"");
        assertEquals(Optional.empty(), half.asString());
        assertEquals("a\ufffdb", half.toObject());
    }

    @Test
    void printingShowsTheTypeAlone() {
        assertFalse(JsonValue.parse("{\"k\":\"invented\"}").toString().contains("invented"));
    }
}
