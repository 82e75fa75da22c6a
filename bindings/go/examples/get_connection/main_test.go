package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// runAgainst runs the program against a server that answers with these credentials.
func runAgainst(t *testing.T, status int, credentials string) (string, error) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		fmt.Fprintf(w, `{"connection_id":"customer-1","provider_config_key":"github","credentials":%s}`, credentials)
	}))
	defer server.Close()
	t.Setenv("NANGO_SECRET_KEY", "00000000-0000-4000-8000-000000000001")
	t.Setenv("NANGO_BASE_URL", server.URL)
	t.Setenv("http_proxy", "") // none, whatever else the environment says
	var out strings.Builder
	err := run(t.Context(), &out, "customer-1", "github")
	return out.String(), err
}

func TestItPrintsOneLine(t *testing.T) {
	for credentials, want := range map[string]string{
		`{"type":"OAUTH2","access_token":"gho_invented","expires_at":"2026-11-22T02:17:29.66Z"}`: "github/customer-1: OAUTH2 gho_inve... expires 2026-11-22T02:17:29Z\n",
		`{"type":"API_KEY","apiKey":"short"}`:                                                    "github/customer-1: API_KEY short... expires never\n",
		`{"type":"API_KEY","apiKey":"ключ-которого-нет"}`:                                        "github/customer-1: API_KEY ключ-кот... expires never\n",
		`{"type":"BASIC","username":"u","password":"p"}`:                                         "github/customer-1: BASIC (no single token) expires never\n",
	} {
		if got, err := runAgainst(t, http.StatusOK, credentials); got != want || err != nil {
			t.Errorf("it prints %q, %v", got, err)
		}
	}
}

func TestItNamesTheKindOfAFailure(t *testing.T) {
	out, err := runAgainst(t, http.StatusBadGateway, "{}")
	if out != "" || err == nil {
		t.Fatalf("it prints %q, %v", out, err)
	}
	if got := describe(err); !strings.HasPrefix(got, "SERVER: ") {
		t.Errorf("it says %q", got)
	}
}
