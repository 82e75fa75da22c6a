package dev.nango.jackson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import dev.nango.JsonValue;
import dev.nango.models.ConnectSession;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NangoModuleTest {
    private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules();

    /** A class of a program. */
    static final class Issue {
        public String title;
        public List<Long> numbers;
        public JsonValue author;
    }

    @Test
    void aValueBecomesAnObjectOfAProgramAndBack() {
        JsonValue sent = JsonValue.parse("{\"title\":\"é\",\"numbers\":[1,20000000000],\"author\":{\"login\":\"octocat\",\"n\":null}}");
        Issue issue = MAPPER.convertValue(sent, Issue.class);
        assertEquals("é", issue.title);
        assertEquals(List.of(1L, 20_000_000_000L), issue.numbers);
        assertEquals("octocat", issue.author.get("login").flatMap(JsonValue::asString).orElseThrow());
        assertEquals(sent, MAPPER.convertValue(issue, JsonValue.class));
    }

    @Test
    void everyTypeIsReadAndWritten() throws Exception {
        String text = "[{\"a\":true},-1.5,12345678901234567890,null,\"x\"]";
        assertEquals(text, MAPPER.writeValueAsString(JsonValue.parse(text)));
        assertEquals(text, MAPPER.readValue(text, JsonValue.class).json());
        assertEquals(JsonValue.parse("null"), MAPPER.readValue("null", JsonValue.class));
        assertEquals(
                Arrays.asList(1L, null), MAPPER.convertValue(JsonValue.parse("[1,null]"), Object.class));
        assertEquals(Map.of("a", 1L), MAPPER.convertValue(JsonValue.parse("{\"a\":1}"), Map.class));
    }

    @Test
    void whatMayHoldASecretIsRefused() {
        ConnectSession session = ConnectSession.of(JsonValue.parse("{\"token\":\"invented-token\"}"));
        JsonMappingException thrown =
                assertThrows(InvalidDefinitionException.class, () -> MAPPER.writeValueAsString(session));
        assertEquals(-1, thrown.getMessage().indexOf("invented"));
    }
}
