package nango

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// WebhookSignatureHeader is the header with the signature of a webhook. X-Nango-Signature, which Nango sends beside it, can be
// forged: nothing in this package looks at it.
const WebhookSignatureHeader = "X-Nango-Hmac-Sha256"

// maxWebhookBytes is how long a webhook is at most that [ReadWebhook] reads: whoever sends it is not known before.
const maxWebhookBytes = 10 << 20

// Webhook is what a webhook says: [*AuthWebhook], [*SyncWebhook], [*ForwardWebhook], [*AsyncActionWebhook] or
// [*UnknownWebhook]. Later versions may have more types, which are an UnknownWebhook until then.
type Webhook interface {
	fmt.Stringer
	// JSON returns the whole webhook as sent.
	JSON() json.RawMessage

	isWebhook()
}

func (*AuthWebhook) isWebhook()        {}
func (*SyncWebhook) isWebhook()        {}
func (*ForwardWebhook) isWebhook()     {}
func (*AsyncActionWebhook) isWebhook() {}
func (*UnknownWebhook) isWebhook()     {}

// WebhookIsSigned reports whether a webhook was signed with this key, compared in constant time. The body is what was received,
// byte by byte; the signature is the value of the header [WebhookSignatureHeader], "" if there is none. The key is the webhook
// signing key of the environment, which is not the API key. Nothing is signed with an empty key.
//
// A signature does not say when the webhook was sent: a copy of it is signed too.
func WebhookIsSigned(body []byte, signature, signingKey string) bool {
	if checkText("signature", signature) != nil || checkText("signingKey", signingKey) != nil {
		return false
	}
	return clib.WebhookIsSigned(body, signature, signingKey)
}

// ParseWebhook reads a webhook that is signed: see [WebhookIsSigned] for the arguments, and [ReadWebhook] for a request.
//
// It fails with [ErrWebhookSignature] if the webhook is not signed: answer 401. It fails with [ErrInvalidArgument] if the key is
// empty, and with [ErrDecode] if the body is not JSON, or not as Nango describes its type.
func ParseWebhook(body []byte, signature, signingKey string) (Webhook, error) {
	if err := checkText("signingKey", signingKey); err != nil {
		return nil, err
	}
	if checkText("signature", signature) != nil {
		// It came with a request, so it is wrong, and no mistake of the program.
		signature = ""
	}
	if failure := clib.CheckWebhook(body, signature, signingKey); failure != nil {
		return nil, newError(failure)
	}
	whole := newReading(bytes.TrimSpace(bytes.TrimPrefix(body, []byte("\ufeff"))))
	webhook := readWebhook(whole)
	if problem := whole.in.problem; problem != "" {
		return nil, &Error{Kind: ErrorKindDecode, Message: "the webhook is not as Nango's API describes it: " + problem +
			": update libnango, or read its JSON yourself after WebhookIsSigned"}
	}
	return webhook, nil
}

// ReadWebhook reads a webhook from a request that your server received. The next handler can read the body of the request
// again, whatever is returned.
//
// It fails as [ParseWebhook] does; also with [ErrTooLarge], which wraps an [*http.MaxBytesError], for a body of more than 10 MiB,
// and with the error of the body if that cannot be read.
func ReadWebhook(r *http.Request, signingKey string) (Webhook, error) {
	body, err := peek(r, maxWebhookBytes)
	if err != nil {
		return nil, err
	}
	return ParseWebhook(body, signatureIn(r.Header), signingKey)
}

// signatureIn is the value of the header with the signature; "" if there is none, or several. Some adapters put names into a
// header that are not canonical, which its methods do not find.
func signatureIn(header http.Header) string {
	var found []string
	for name, values := range header {
		if strings.EqualFold(strings.TrimSpace(name), WebhookSignatureHeader) {
			found = append(found, values...)
		}
	}
	if len(found) != 1 {
		return ""
	}
	return found[0]
}

// peek reads the body of a request and puts it back.
func peek(r *http.Request, limit int64) ([]byte, error) {
	if r.Body == nil {
		return nil, nil
	}
	rest := r.Body
	body, err := io.ReadAll(io.LimitReader(rest, limit+1))
	r.Body = struct {
		io.Reader
		io.Closer
	}{io.MultiReader(bytes.NewReader(body), rest), rest}
	if tooLarge := new(http.MaxBytesError); errors.As(err, &tooLarge) {
		return nil, errWebhookTooLarge(tooLarge)
	}
	if err != nil {
		return nil, errBody(err, 0)
	}
	if int64(len(body)) > limit {
		return nil, errWebhookTooLarge(&http.MaxBytesError{Limit: limit})
	}
	return body, nil
}

func errWebhookTooLarge(cause *http.MaxBytesError) *Error {
	return &Error{
		Kind:    ErrorKindTooLarge,
		Message: fmt.Sprintf("the webhook is larger than %d bytes: answer 413, or read the body yourself for ParseWebhook", cause.Limit),
		cause:   cause,
	}
}

// readWebhook reads valid JSON as the type that it names.
func readWebhook(v value) Webhook {
	// An external API chooses what is in a webhook that is forwarded as it came.
	isNangos := textOf(v, "from") == "nango"
	switch named := textOf(v, "type"); {
	case isNangos && named == "auth":
		return readAuthWebhook(v)
	case isNangos && named == "sync":
		return readSyncWebhook(v)
	case isNangos && named == "async_action":
		return readAsyncActionWebhook(v)
	case named == "forward":
		return readForwardWebhook(v)
	}
	return readUnknownWebhook(v)
}

// textOf is the text that an object has under a name; "" if it has none.
func textOf(v value, name string) string {
	if v.first() != '{' {
		return ""
	}
	if member := v.member(name); member != nil && member.first() == '"' {
		return string(unquoted(member.raw()))
	}
	return ""
}
