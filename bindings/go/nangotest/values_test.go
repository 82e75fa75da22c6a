package nangotest_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
	"github.com/libnango/libnango/bindings/go/nangotest"
)

func TestAConnectionOfEachAuthMode(t *testing.T) {
	for mode := nango.AuthModeNone; mode <= nango.AuthModeAWSSigV4; mode++ {
		connection := nangotest.NewConnection(nangotest.ConnectionOptions{AuthMode: mode})
		if connection.AuthMode != mode || connection.AuthModeName != mode.String() {
			t.Errorf("%s became %s", mode, connection.AuthMode)
		}
		hasSecret := strings.Contains(string(connection.Credentials.JSON()), "invented")
		if hasSecret != (mode != nango.AuthModeNone) {
			t.Errorf("%s has the credentials %s", mode, connection.Credentials.JSON())
		}
	}
	absent := nangotest.NewConnection(nangotest.ConnectionOptions{Credentials: map[string]any{}})
	if absent.AuthMode != nango.AuthModeAbsent {
		t.Errorf("got %s", absent.AuthMode)
	}
}

func TestAConnectionHasWhatTheOptionsSay(t *testing.T) {
	plain := nangotest.NewConnection(nangotest.ConnectionOptions{})
	if plain.ID != 1 || plain.ConnectionID != "customer-1" || plain.ProviderConfigKey != "github" || plain.Provider != "github" ||
		plain.AuthMode != nango.AuthModeOAuth2 || plain.Token() != "invented-access-token" {
		t.Errorf("got %s", plain.JSON())
	}
	if plain.Metadata() != nil || plain.Tags() != nil || plain.EndUser() != nil || plain.CreatedAt.IsZero() {
		t.Errorf("got %s", plain.JSON())
	}
	expiry := time.Date(2026, 1, 2, 3, 4, 5, 6e6, time.UTC)
	full := nangotest.NewConnection(nangotest.ConnectionOptions{
		ConnectionID: "ada", ProviderConfigKey: "hubspot", Provider: "hubspot-oauth", AuthMode: nango.AuthModeOAuth2CC,
		Credentials: map[string]any{"token": "another-token", "client_secret": nil},
		ExpiresAt:   expiry, Metadata: map[string]string{"plan": "pro"}, ConnectionConfig: struct{}{},
		EndUser: map[string]string{"id": "u"}, Tags: map[string]string{"a": "b"},
	})
	_, hasSecret := full.Credentials.Lookup("client_secret")
	id, _ := full.Credentials.Lookup("client_id")
	at, _ := full.ExpiresAt()
	if full.ConnectionID != "ada" || full.ProviderConfigKey != "hubspot" || full.Provider != "hubspot-oauth" || full.Token() != "another-token" ||
		hasSecret || id != "invented-client-id" || !at.Equal(expiry) || string(full.Metadata()) != `{"plan":"pro"}` ||
		string(full.ConnectionConfig()) != "{}" || string(full.EndUser()) != `{"id":"u"}` || string(full.Tags()) != `{"a":"b"}` {
		t.Errorf("got %s", full.JSON())
	}
}

func TestOptionsThatMakeNoConnectionPanic(t *testing.T) {
	for want, options := range map[string]nangotest.ConnectionOptions{
		"cannot be written as JSON":        {Metadata: func() {}},
		"make no connection: ":             {ConnectionID: "a\x00b"},
		"make no connection: nango: json ": {Credentials: map[string]any{"access_token": 1}},
	} {
		func() {
			defer func() {
				if got := fmt.Sprint(recover()); !strings.Contains(got, want) {
					t.Errorf("%s: %s", want, got)
				}
			}()
			nangotest.NewConnection(options)
			t.Errorf("%s: no panic", want)
		}()
	}
}

func TestAnErrorOfEachKind(t *testing.T) {
	for kind, retryable := range map[nango.ErrorKind]bool{
		nango.ErrorKindNotFound: false, nango.ErrorKindRateLimited: true, nango.ErrorKindTimeout: true, nango.ErrorKindInvalidArgument: false,
		nango.ErrorKindServer: true, nango.ErrorKindInternal: false,
	} {
		err := nangotest.NewError(kind, nangotest.ErrorOptions{})
		if err.Kind != kind || err.Retryable() != retryable || err.Message == "" || err.HTTPStatus != 0 || err.Attempts != 0 {
			t.Errorf("%s: got %+v, %t", kind, *err, err.Retryable())
		}
		if _, waits := err.RetryAfter(); waits || err.ServerMessage() != "" || err.Body() != "" || err.RequestID != "" || err.Code != "" {
			t.Errorf("%s: got %+v", kind, *err)
		}
	}
	if !errors.Is(nangotest.NewError(nango.ErrorKindNotFound, nangotest.ErrorOptions{}), nango.ErrNotFound) {
		t.Error("it is not ErrNotFound")
	}
}

func TestAnErrorHasWhatTheOptionsSay(t *testing.T) {
	err := nangotest.NewError(nango.ErrorKindCancelled, nangotest.ErrorOptions{
		HTTPStatus: 429, Code: "too_many_request", Message: "base_url as it is", RequestID: "r", ServerMessage: "slow down", Body: "{}",
		RetryAfter: nango.Ptr(time.Duration(0)), Attempts: 3, Cause: nango.ErrClientClosed,
	})
	after, waits := err.RetryAfter()
	got := fmt.Sprintf("%d %s %s %s %s %s %d %d %t", err.HTTPStatus, err.Code, err, err.RequestID, err.ServerMessage(), err.Body(), err.Attempts, after, waits)
	if got != "429 too_many_request nango: base_url as it is r slow down {} 3 0 true" || !errors.Is(err, nango.ErrClientClosed) {
		t.Errorf("got %s", got)
	}
}
