package nangooauth2_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
	"github.com/libnango/libnango/bindings/go/nangooauth2"
	"github.com/libnango/libnango/bindings/go/nangotest"
	"golang.org/x/oauth2"
)

func TestATokenOfTheEmulator(t *testing.T) {
	client := nangotest.Start(t).Client(t)
	source := nangooauth2.TokenSource(t.Context(), client, "customer-oauth2", "github")
	token, err := source.Token()
	if err != nil || token.AccessToken != "gho_invented_demo_token" || token.Type() != "Bearer" || !token.Valid() {
		t.Fatalf("got %v, %v", token, err)
	}
	if left := time.Until(token.Expiry); left > 5*time.Minute || left < 4*time.Minute {
		t.Errorf("kept for %s", left)
	}
	if shown := fmt.Sprintf("%v %+v %#v", source, source, source); strings.Contains(shown, "gho_") {
		t.Errorf("it prints %s", shown)
	}
}

func TestATokenThatExpiresSooner(t *testing.T) {
	expiry := time.Now().Add(time.Minute).UTC().Truncate(time.Millisecond)
	document := nangotest.NewConnection(nangotest.ConnectionOptions{ExpiresAt: expiry}).JSON()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(document) }))
	defer server.Close()
	client, err := nango.NewClient("00000000-0000-4000-8000-0000000000aa", nango.WithBaseURL(server.URL), nango.WithoutEnv())
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	token, err := nangooauth2.TokenSource(t.Context(), client, "customer-1", "github").Token()
	if err != nil || !token.Expiry.Equal(expiry) {
		t.Errorf("got %v, %v", token, err)
	}
}

func TestUsernameAndPasswordAreABasicToken(t *testing.T) {
	client := nangotest.Start(t).Client(t)
	token, err := nangooauth2.TokenSource(t.Context(), client, "customer-basic", "freshdesk").Token()
	if err != nil || token.Type() != "Basic" || token.AccessToken == "" {
		t.Errorf("got %v, %v", token, err)
	}
}

// TestAClientOfOAuth2KeepsTheToken makes two requests with one call of Nango.
func TestAClientOfOAuth2KeepsTheToken(t *testing.T) {
	emulator := nangotest.Start(t)
	api := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = fmt.Fprint(w, r.Header.Get("Authorization"))
	}))
	defer api.Close()
	client := oauth2.NewClient(context.Background(), nangooauth2.TokenSource(t.Context(), emulator.Client(t), "customer-oauth2", "github"))
	for range 2 {
		response, err := client.Get(api.URL)
		if err != nil {
			t.Fatal(err)
		}
		var kind, token string
		if _, err := fmt.Fscan(response.Body, &kind, &token); err != nil || kind+" "+token != "Bearer gho_invented_demo_token" {
			t.Errorf("got %s %s, %v", kind, token, err)
		}
		_ = response.Body.Close()
	}
	if requests, err := emulator.Requests(t.Context()); len(requests) != 1 || err != nil {
		t.Errorf("got %v, %v", requests, err)
	}
}

func TestWhatGivesNoToken(t *testing.T) {
	client := nangotest.Start(t).Client(t)
	for name, want := range map[string]struct {
		connectionID, providerConfigKey string
		err                             error
	}{
		"no connection":    {"nobody", "github", nango.ErrNotFound},
		"no single header": {"customer-tba", "netsuite-tba", nango.ErrInvalidArgument},
	} {
		token, err := nangooauth2.TokenSource(t.Context(), client, want.connectionID, want.providerConfigKey).Token()
		if token != nil || !errors.Is(err, want.err) {
			t.Errorf("%s: got %v, %v", name, token, err)
		}
	}
}
