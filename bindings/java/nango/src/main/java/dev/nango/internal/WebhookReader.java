package dev.nango.internal;

import dev.nango.DecodeException;
import dev.nango.ErrorDetails;
import dev.nango.JsonValue;
import dev.nango.models.AsyncActionWebhook;
import dev.nango.models.AuthWebhook;
import dev.nango.models.ForwardWebhook;
import dev.nango.models.SyncWebhook;
import dev.nango.models.UnknownWebhook;
import dev.nango.models.Webhook;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Checks and reads webhooks. */
public final class WebhookReader {
    private WebhookReader() {}

    public static boolean isSigned(byte[] body, String signature, String signingKey) {
        Library library = Loaded.library();
        ByteBuffer memory = ByteBuffer.allocateDirect(body.length).put(body);
        try {
            return library.nango_webhook_is_signed(library.address(memory), body.length, text(signature), signingKey) != 0;
        } finally {
            Reference.reachabilityFence(memory);
        }
    }

    public static Webhook parse(byte[] body, String signature, String signingKey) {
        Library library = Loaded.library();
        ByteBuffer memory = ByteBuffer.allocateDirect(body.length).put(body);
        Desk desk = Desk.take();
        try {
            long webhook = library.nango_webhook_parse(
                    library.address(memory), body.length, text(signature), signingKey, desk.errorOut());
            if (webhook == 0) {
                throw desk.failure();
            }
            library.nango_webhook_free(webhook);
            return read(JsonReader.readSent(new String(body, StandardCharsets.UTF_8)));
        } catch (Mismatch mismatch) {
            throw new DecodeException(ErrorDetails.builder("the webhook is not as Nango's API describes it: "
                            + mismatch.problem() + ": update libnango, or read its JSON yourself after Webhooks.isSigned")
                    .build());
        } finally {
            desk.giveBack();
            Reference.reachabilityFence(memory);
        }
    }

    /** A signature that is no text in C is none of Nango's. */
    private static String text(String signature) {
        return signature == null || signature.indexOf(0) >= 0 ? "" : signature;
    }

    private static Webhook read(JsonValue sent) {
        String type = sent.get("type").flatMap(JsonValue::asString).orElse("");
        if (type.equals("forward")) {
            return ForwardWebhook.read(sent);
        }
        // An external API chooses what is in a webhook that is forwarded as it came.
        boolean isOfNango = sent.get("from").flatMap(JsonValue::asString).orElse("").equals("nango");
        switch (isOfNango ? type : "") {
            case "auth":
                return AuthWebhook.read(sent);
            case "sync":
                return SyncWebhook.read(sent);
            case "async_action":
                return AsyncActionWebhook.read(sent);
            default:
                return new UnknownWebhook(sent);
        }
    }
}
