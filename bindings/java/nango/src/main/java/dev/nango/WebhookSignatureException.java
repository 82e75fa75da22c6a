// Generated from abi/wrappers.json by make generate: do not edit.

package dev.nango;

/** A webhook is not signed with this key: answer 401. If Nango sent it, check the webhook signing key. */
public class WebhookSignatureException extends NangoException {
    private static final long serialVersionUID = 1L;

    /** An exception as the library makes it: for tests of programs that handle it. */
    public WebhookSignatureException(ErrorDetails details) {
        super(details.orKind(ErrorKind.WEBHOOK_SIGNATURE));
    }
}
