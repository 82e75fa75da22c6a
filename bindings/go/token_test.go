package nango_test

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

func TestTheTokenAlone(t *testing.T) {
	for credentials, want := range map[string]string{
		`{"type":"OAUTH2","access_token":"invented"}`:                                    "invented",
		`{"type":"API_KEY","apiKey":"invented-key"}`:                                     "invented-key",
		`{"type":"OAUTH1","oauth_token":"invented","oauth_token_secret":"invented-too"}`: "use GetOAuth1Token",
		`{"type":"BASIC","username":"u","password":"p"}`:                                 "(auth mode BASIC) have no token that is a single string: use GetConnection",
		`{}`: "use GetConnection",
	} {
		document := `{"connection_id":"customer-1","provider_config_key":"github","credentials":` + credentials + `}`
		client := newClient(t, serve(t, answering(http.StatusOK, document)))
		token, err := client.GetToken(t.Context(), "customer-1", "github")
		if isError := strings.Contains(want, "use "); isError {
			if token != "" || !errors.Is(err, nango.ErrInvalidArgument) || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: got %q, %v", credentials, token, err)
			}
		} else if err != nil || token != want {
			t.Errorf("%s: got %q, %v", credentials, token, err)
		}
		one, secret, err := client.GetOAuth1Token(t.Context(), "customer-1", "github")
		if strings.Contains(credentials, "OAUTH1") {
			if one != "invented" || secret != "invented-too" || err != nil {
				t.Errorf("got %q, %q, %v", one, secret, err)
			}
		} else if one != "" || secret != "" || !errors.Is(err, nango.ErrInvalidArgument) {
			t.Errorf("%s: got %q, %q, %v", credentials, one, secret, err)
		}
	}
}

func TestPartsOfAConnectionComeFromTheCacheToo(t *testing.T) {
	document := strings.Replace(oauth2Document, `"expires_at":"2026-11-22T02:17:29.5Z",`, "", 1)
	arrived, handler := recording(http.StatusOK, document)
	client := newClient(t, serve(t, handler), nango.WithCacheTTL(time.Minute))
	ctx := t.Context()
	raw, err := client.GetRawTokenResponse(ctx, "customer-1", "github")
	if err != nil || string(raw) != `{"scope":"repo"}` {
		t.Errorf("got %s, %v", raw, err)
	}
	metadata, err := client.GetMetadata(ctx, "customer-1", "github")
	if err != nil || string(metadata) != `{"plan":"invented-metadata"}` {
		t.Errorf("got %s, %v", metadata, err)
	}
	if token, err := client.GetToken(ctx, "customer-1", "github"); err != nil || token != "gho_invented" {
		t.Errorf("got %q, %v", token, err)
	}
	if len(arrived) != 1 {
		t.Errorf("it asked %d times", len(arrived))
	}
	if _, err := client.GetToken(ctx, "customer-1", "github", nango.ForceRefresh()); err != nil || len(arrived) != 2 {
		t.Errorf("it asked %d times, %v", len(arrived), err)
	}
	_, err = client.GetMetadata(ctx, "customer-1", "github", nango.JSONBody(1))
	if !errors.Is(err, nango.ErrInvalidArgument) || !strings.Contains(err.Error(), "GetMetadata") {
		t.Errorf("got %v", err)
	}
}
