package nangotest

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"

	"github.com/libnango/libnango/bindings/go"
)

// SignWebhook returns the headers with which Nango would send a webhook, to test what receives it:
//
//	request := httptest.NewRequest("POST", "/nango", bytes.NewReader(body))
//	request.Header = nangotest.SignWebhook(body, "invented-key")
func SignWebhook(body []byte, signingKey string) http.Header {
	mac := hmac.New(sha256.New, []byte(signingKey))
	// A hash never fails.
	_, _ = mac.Write(body)
	header := http.Header{}
	header.Set(nango.WebhookSignatureHeader, hex.EncodeToString(mac.Sum(nil)))
	header.Set("Content-Type", "application/json")
	return header
}
