package main

import (
	"strings"
	"testing"

	"github.com/libnango/libnango/bindings/go/nangotest"
)

// object is JSON's.
type object = map[string]any

// runAgainst runs the program against a Nango that has a connection with these credentials, and asks for another one
// if that is what connectionID says.
func runAgainst(t *testing.T, credentials object, connectionID string) (string, error) {
	t.Helper()
	nangotest.Start(t, nangotest.WithSeed(object{
		"keys":         []object{{"secret": "00000000-0000-4000-8000-000000000001", "scopes": []string{"environment:*"}}},
		"integrations": []object{{"id": "github"}},
		"connections": []object{
			{"connection_id": "customer-1", "provider_config_key": "github", "credentials": credentials},
		},
	})).Setenv(t)
	var out strings.Builder
	err := run(t.Context(), &out, connectionID, "github")
	return out.String(), err
}

func TestItPrintsOneLine(t *testing.T) {
	for want, credentials := range map[string]object{
		"github/customer-1: OAUTH2 gho_inve... expires 2126-11-22T02:17:29Z\n": {
			"type": "OAUTH2", "access_token": "gho_invented", "expires_at": "2126-11-22T02:17:29.66Z",
		},
		"github/customer-1: API_KEY short... expires never\n":        {"type": "API_KEY", "apiKey": "short"},
		"github/customer-1: API_KEY ключ-кот... expires never\n":     {"type": "API_KEY", "apiKey": "ключ-которого-нет"},
		"github/customer-1: BASIC (no single token) expires never\n": {"type": "BASIC", "username": "u", "password": "p"},
	} {
		if got, err := runAgainst(t, credentials, "customer-1"); got != want || err != nil {
			t.Errorf("it prints %q, %v", got, err)
		}
	}
}

func TestItNamesTheKindOfAFailure(t *testing.T) {
	out, err := runAgainst(t, object{"type": "NONE"}, "nobody")
	if out != "" || err == nil {
		t.Fatalf("it prints %q, %v", out, err)
	}
	if got := describe(err); !strings.HasPrefix(got, "NOT_FOUND: ") {
		t.Errorf("it says %q", got)
	}
}
