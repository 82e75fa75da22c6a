package dev.nango;

import dev.nango.internal.Arguments;
import dev.nango.internal.Errors;
import dev.nango.internal.WebhookReader;
import dev.nango.models.Webhook;

/**
 * Webhooks that Nango sends to a program: whether one is signed, and what it says.
 *
 * <pre>{@code
 * Webhook webhook = Webhooks.parse(body, request.getHeader(Webhooks.SIGNATURE_HEADER), signingKey);
 * if (webhook instanceof AuthWebhook && ((AuthWebhook) webhook).success()) {
 *     System.out.println(((AuthWebhook) webhook).connectionId() + " is connected");
 * }
 * }</pre>
 *
 * <p>The key is the webhook signing key of the environment, which is not the API key. The body is what was received, byte by byte:
 * JSON that was parsed and written again has another signature. A signature does not say when the webhook was sent: a copy of it is
 * signed too.
 */
public final class Webhooks {
    /** The header with the signature. X-Nango-Signature, which Nango sends beside it, can be forged. */
    public static final String SIGNATURE_HEADER = "X-Nango-Hmac-Sha256";

    private Webhooks() {}

    /**
     * Tells whether a webhook was signed with this key, compared in constant time.
     *
     * @param body the body as it was received
     * @param signature the header {@link #SIGNATURE_HEADER}; null if there is none
     * @param signingKey the webhook signing key of the environment
     * @throws InvalidArgumentException the key is empty
     */
    public static boolean isSigned(byte[] body, String signature, String signingKey) {
        return WebhookReader.isSigned(Arguments.given("body", body), signature, key(signingKey));
    }

    /**
     * Reads a webhook that is signed.
     *
     * @param body the body as it was received
     * @param signature the header {@link #SIGNATURE_HEADER}; null if there is none
     * @param signingKey the webhook signing key of the environment
     * @throws WebhookSignatureException it is not signed with this key: answer 401
     * @throws DecodeException it is not JSON, or not as Nango describes its type
     * @throws InvalidArgumentException the key is empty
     */
    public static Webhook parse(byte[] body, String signature, String signingKey) {
        return WebhookReader.parse(Arguments.given("body", body), signature, key(signingKey));
    }

    private static String key(String signingKey) {
        if (Arguments.text("signingKey", signingKey).isEmpty()) {
            throw Errors.invalid("signingKey is empty: pass the webhook signing key of the environment, which is not the "
                    + "API key");
        }
        return signingKey;
    }
}
