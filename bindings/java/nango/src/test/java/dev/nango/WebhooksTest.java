package dev.nango;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nango.models.AuthWebhook;
import dev.nango.models.ForwardWebhook;
import dev.nango.models.UnknownWebhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WebhooksTest {
    private static final String KEY = "invented-signing-key";

    private static String sign(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            StringBuilder hex = new StringBuilder();
            for (byte one : mac.doFinal(body.getBytes(StandardCharsets.UTF_8))) {
                hex.append(String.format("%02x", one));
            }
            return hex.toString();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Object parse(String body) {
        return Webhooks.parse(body.getBytes(StandardCharsets.UTF_8), sign(body), KEY);
    }

    @Test
    void aWebhookIsReadByItsType() {
        AuthWebhook auth = assertInstanceOf(
                AuthWebhook.class,
                parse("{\"from\":\"nango\",\"type\":\"auth\",\"connectionId\":\"c\",\"success\":true,\"newer\":1}"));
        assertEquals("c", auth.connectionId());
        assertTrue(auth.success());
        assertTrue(auth.unknown().containsKey("newer"));
        assertInstanceOf(ForwardWebhook.class, parse("{\"from\":\"github\",\"type\":\"forward\",\"payload\":{}}"));
        // Forwarded as it came, so an external API has chosen its type.
        assertInstanceOf(UnknownWebhook.class, parse("{\"type\":\"auth\"}"));
        assertEquals("", assertInstanceOf(UnknownWebhook.class, parse("[1]")).type());
    }

    @Test
    void aWebhookThatIsNotSignedIsRefused() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        assertTrue(Webhooks.isSigned(body, sign("{}"), KEY));
        for (String signature : new String[] {null, "", "00", sign("{ }"), sign("{}") + "\0", "\0", "\u00ff", "\udcff"}) {
            assertFalse(Webhooks.isSigned(body, signature, KEY));
            assertThrows(WebhookSignatureException.class, () -> Webhooks.parse(body, signature, KEY));
        }
        assertThrows(InvalidArgumentException.class, () -> Webhooks.isSigned(body, sign("{}"), ""));
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        AuthWebhook auth = assertInstanceOf(
                AuthWebhook.class, parse("\ufeff{\"from\":\"nango\",\"type\":\"auth\",\"connectionId\":\"c\"}"));
        assertEquals("c", auth.connectionId());
    }

    @Test
    void aWebhookThatIsNotAsDescribedIsAnException() {
        DecodeException thrown = assertThrows(
                DecodeException.class, () -> parse("{\"from\":\"nango\",\"type\":\"auth\",\"success\":\"yes\"}"));
        assertTrue(thrown.getMessage().contains("success is not a boolean"), thrown.getMessage());
    }
}
