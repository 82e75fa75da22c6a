package nango_test

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
	"github.com/libnango/libnango/bindings/go/nangotest"
)

func TestAuthorization(t *testing.T) {
	bearer := func(token string) string { return "Bearer " + token }
	basic := "Basic aW52ZW50ZWQtdXNlcm5hbWU6aW52ZW50ZWQtcGFzc3dvcmQ="
	for mode, want := range map[nango.AuthMode]string{
		nango.AuthModeOAuth2: bearer("invented-access-token"), nango.AuthModeMCPOAuth2: bearer("invented-access-token"),
		nango.AuthModeMCPOAuth2Generic: bearer("invented-access-token"), nango.AuthModeApp: bearer("invented-access-token"),
		nango.AuthModeAppStore: bearer("invented-access-token"), nango.AuthModeOAuth2CC: bearer("invented-token"),
		nango.AuthModeJWT: bearer("invented-token"), nango.AuthModeSignature: bearer("invented-token"),
		nango.AuthModeTwoStep: bearer("invented-token"), nango.AuthModeAPIKey: bearer("invented-api-key"),
		nango.AuthModeBasic: basic, nango.AuthModeInstallPlugin: basic,
		nango.AuthModeOAuth1: "", nango.AuthModeTBA: "", nango.AuthModeAWSSigV4: "", nango.AuthModeBill: "", nango.AuthModeTableau: "",
		nango.AuthModeCustom: "", nango.AuthModeNone: "",
	} {
		connection := nangotest.NewConnection(nangotest.ConnectionOptions{AuthMode: mode})
		got, err := connection.Authorization()
		request := newRequest(t, http.MethodGet, "https://api.example/", nil)
		request.Header.Set("Authorization", "before")
		setErr := connection.SetAuthHeader(request)
		if want == "" {
			if got != "" || !errors.Is(err, nango.ErrInvalidArgument) || !strings.Contains(err.Error(), mode.String()) || setErr == nil ||
				request.Header.Get("Authorization") != "before" {
				t.Errorf("%s: got %q, %v, %v", mode, got, err, setErr)
			}
			continue
		}
		if got != want || err != nil || setErr != nil || request.Header.Get("Authorization") != want {
			t.Errorf("%s: got %q, %v, %v", mode, got, err, setErr)
		}
	}
	absent := nangotest.NewConnection(nangotest.ConnectionOptions{Credentials: map[string]any{}})
	for _, connection := range []*nango.Connection{absent, {}} {
		request := &http.Request{}
		if err := connection.SetAuthHeader(request); !errors.Is(err, nango.ErrInvalidArgument) || request.Header != nil {
			t.Errorf("got %v", err)
		}
	}
	request := &http.Request{}
	if err := nangotest.NewConnection(nangotest.ConnectionOptions{}).SetAuthHeader(request); err != nil || request.Header == nil {
		t.Errorf("got %v", err)
	}
}

func TestExpiry(t *testing.T) {
	for offset, isExpired := range map[time.Duration]bool{time.Hour: false, -time.Hour: true} {
		want := time.Now().Add(offset).UTC().Truncate(time.Millisecond)
		connection := nangotest.NewConnection(nangotest.ConnectionOptions{ExpiresAt: want})
		at, ok := connection.ExpiresAt()
		left, hasLeft := connection.ExpiresIn()
		if !ok || !at.Equal(want) || !hasLeft || left > offset || left < offset-patience || connection.IsExpired() != isExpired {
			t.Errorf("got %v, %v, %v", at, left, connection.IsExpired())
		}
	}
	for _, connection := range []*nango.Connection{nangotest.NewConnection(nangotest.ConnectionOptions{}), {}} {
		at, ok := connection.ExpiresAt()
		left, hasLeft := connection.ExpiresIn()
		if got := fmt.Sprint(at.IsZero(), ok, left, hasLeft, connection.IsExpired()); got != "true false 0s false false" {
			t.Errorf("got %s", got)
		}
	}
}
