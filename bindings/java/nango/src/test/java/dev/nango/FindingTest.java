package dev.nango;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nango.testing.Emulator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FindingTest {
    private static List<Finding> in(String body) {
        return new ApiException(ErrorDetails.builder("invented").body(body).build()).findings();
    }

    @Test
    void eachFieldThatIsWrongHasAFinding() {
        List<Finding> found = in("{\"error\":{\"code\":\"invalid_body\",\"errors\":["
                + "{\"code\":\"invalid_type\",\"message\":\"received invented\",\"path\":[\"credentials\",\"type\"]},"
                + "{\"code\":\"custom\",\"message\":\"Does not exist\",\"path\":[\"ids\",0]},"
                + "{\"path\":[\"metadata\",\"invented customer\",{}]},7]}}");
        List<List<String>> parts = found.stream()
                .map(finding -> List.of(finding.path(), finding.message(), finding.code()))
                .collect(Collectors.toList());
        assertEquals(
                List.of(
                        List.of("credentials.type", "received invented", "invalid_type"),
                        List.of("ids.0", "Does not exist", "custom"),
                        List.of("metadata.invented customer", "", ""),
                        List.of("", "", "")),
                parts);
    }

    @Test
    void printingShowsNoMessageAndNoCustomersWords() {
        List<Finding> found = in("{\"error\":{\"errors\":["
                + "{\"code\":\"invalid_type\",\"message\":\"received invented\",\"path\":[\"credentials\",\"type\"]},"
                + "{\"code\":\"x y\",\"path\":[\"metadata\",\"invented customer\"]}]}}");
        assertEquals("[Finding(path=credentials.type, code=invalid_type), Finding(path=[hidden], code=[hidden])]", found.toString());
    }

    @Test
    void otherBodiesHaveNone() {
        for (String body : new String[] {null, "", "no JSON", "[]", "{}", "{\"error\":\"x\"}", "{\"error\":{\"errors\":{\"a\":1}}}"}) {
            assertEquals(List.of(), in(body), body);
        }
    }

    @Test
    void aRequestThatNangoRefusesHasThem() {
        try (Emulator emulator = Emulator.start(); NangoClient client = emulator.client()) {
            ApiRequest wrong = ApiRequest.builder("POST", "/connect/sessions").json(Map.of("allowed_integrations", "github")).build();
            ApiException thrown = assertThrows(ApiException.class, () -> client.request(wrong));
            assertTrue(
                    thrown.findings().stream().anyMatch(finding -> finding.path().equals("allowed_integrations")),
                    thrown.findings().toString());
        }
    }
}
