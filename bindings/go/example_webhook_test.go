package nango_test

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/libnango/libnango/bindings/go"
	"github.com/libnango/libnango/bindings/go/nangotest"
)

func ExampleReadWebhook() {
	signingKey := "invented-signing-key" // os.Getenv("NANGO_WEBHOOK_SIGNING_KEY")
	handler := func(w http.ResponseWriter, r *http.Request) {
		webhook, err := nango.ReadWebhook(r, signingKey)
		if errors.Is(err, nango.ErrWebhookSignature) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		if err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		switch webhook := webhook.(type) {
		case *nango.AuthWebhook:
			fmt.Println(webhook.Operation, webhook.ConnectionID, webhook.Success)
		case *nango.SyncWebhook:
			fmt.Println("new records of", webhook.ConnectionID)
		}
		w.WriteHeader(http.StatusNoContent)
	}

	// A test of the handler.
	body := `{"from":"nango","type":"auth","operation":"creation","connectionId":"customer-1","success":true,` +
		`"providerConfigKey":"github","provider":"github","authMode":"OAUTH2","environment":"dev"}`
	request := httptest.NewRequest(http.MethodPost, "/nango", strings.NewReader(body))
	request.Header = nangotest.SignWebhook([]byte(body), signingKey)
	answer := httptest.NewRecorder()
	handler(answer, request)
	fmt.Println(answer.Code)
	// Output:
	// creation customer-1 true
	// 204
}
