package nango_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

func TestAConnectionIsReadWhole(t *testing.T) {
	connection := get(t, newClient(t, serve(t, answering(http.StatusOK, oauth2Document))))
	check := func(name string, got, want any) {
		t.Helper()
		if got != want {
			t.Errorf("%s is %v, not %v", name, got, want)
		}
	}
	check("ID", connection.ID, int64(7))
	check("ConnectionID", connection.ConnectionID, "customer-1")
	check("ProviderConfigKey", connection.ProviderConfigKey, "github")
	check("Provider", connection.Provider, "github")
	check("AuthMode", connection.AuthMode, nango.AuthModeOAuth2)
	check("AuthModeName", connection.AuthModeName, "OAUTH2")
	check("CreatedAt", connection.CreatedAt, time.Date(2023, 3, 8, 9, 43, 3, 725e6, time.UTC))
	check("UpdatedAt", connection.UpdatedAt, time.Date(2026, 11, 22, 1, 16, 10, 660e6, time.UTC))
	check("LastFetchedAt", connection.LastFetchedAt, time.Time{})
	check("AccountID", *connection.AccountID, int64(12))
	check("WebhookURLOverride", connection.WebhookURLOverride, "https://hooks.example/nango")
	check("Metadata", string(connection.Metadata()), `{"plan":"invented-metadata"}`)
	check("ConnectionConfig", string(connection.ConnectionConfig()), `{"refresh_token":"invented-in-config"}`)
	check("Tags", string(connection.Tags()), `{"team":"blue"}`)
	check("EndUser", string(connection.EndUser()), `{"id":"u1","email":"invented@customer.example"}`)
	check("Errors", string(connection.Errors()), `[]`)
	check("JSON", string(connection.JSON()), oauth2Document)
	check("Token", connection.Token(), "gho_invented")
	credentials := connection.Credentials
	check("Raw", string(credentials.Raw()), `{"scope":"repo"}`)
	expiresAt, ok := credentials.ExpiresAt()
	check("ExpiresAt", expiresAt, time.Date(2026, 11, 22, 2, 17, 29, 500e6, time.UTC))
	check("whether there is an ExpiresAt", ok, true)
	text, ok := credentials.ExpiresAtText()
	check("ExpiresAtText", text, "2026-11-22T02:17:29.5Z")
	check("whether there is an ExpiresAtText", ok, true)
}

func TestWhatNangoDidNotSendIsZero(t *testing.T) {
	connection := connectionWith(t, `null`)
	if connection.ID != 0 || connection.Provider != "" || connection.AccountID != nil || connection.WebhookURLOverride != "" ||
		!connection.CreatedAt.IsZero() || !connection.UpdatedAt.IsZero() || !connection.LastFetchedAt.IsZero() {
		t.Errorf("got %v", connection)
	}
	if connection.AuthMode != nango.AuthModeAbsent || connection.AuthModeName != "" {
		t.Errorf("the auth mode is %s %q", connection.AuthMode, connection.AuthModeName)
	}
	for name, got := range map[string]json.RawMessage{
		"Metadata":         connection.Metadata(),
		"ConnectionConfig": connection.ConnectionConfig(),
		"Tags":             connection.Tags(),
		"EndUser":          connection.EndUser(),
		"Errors":           connection.Errors(),
		"Credentials.JSON": connection.Credentials.JSON(),
		"Credentials.Raw":  connection.Credentials.Raw(),
	} {
		if got != nil {
			t.Errorf("%s is %q", name, got)
		}
	}
}

// accessors are all credentials that one string can be.
var accessors = map[string]func(nango.Credentials) (string, bool){
	"token":              nango.Credentials.Token,
	"access_token":       nango.Credentials.AccessToken,
	"refresh_token":      nango.Credentials.RefreshToken,
	"oauth_token":        nango.Credentials.OAuthToken,
	"oauth_token_secret": nango.Credentials.OAuthTokenSecret,
	"apiKey":             nango.Credentials.APIKey,
	"username":           nango.Credentials.Username,
	"password":           nango.Credentials.Password,
	"expires_at":         nango.Credentials.ExpiresAtText,
}

func TestAbsentIsNotEmpty(t *testing.T) {
	for name, accessor := range accessors {
		t.Run(name, func(t *testing.T) {
			for credentials, want := range map[string]bool{
				`{"type":"JWT"}`:                      false,
				`{"type":"JWT","` + name + `":null}`:  false,
				`{"type":"JWT","` + name + `":""}`:    true,
				`{"type":"JWT","` + name + `":"set"}`: true,
			} {
				got := connectionWith(t, credentials).Credentials
				value, ok := accessor(got)
				if ok != want || (value == "set") != (credentials == `{"type":"JWT","`+name+`":"set"}`) {
					t.Errorf("%s gives %q, %t", credentials, value, ok)
				}
				if looked, found := got.Lookup(name); looked != value || found != ok {
					t.Errorf("looking it up in %s gives %q, %t", credentials, looked, found)
				}
			}
		})
	}
}

func TestZeroValuesAreEmpty(t *testing.T) {
	var connection nango.Connection
	for name, accessor := range accessors {
		if value, ok := accessor(connection.Credentials); value != "" || ok {
			t.Errorf("%s is %q, %t", name, value, ok)
		}
	}
	if connection.Token() != "" || connection.JSON() != nil || connection.Metadata() != nil || connection.Credentials.JSON() != nil {
		t.Error("a zero connection holds something")
	}
	if _, ok := connection.Credentials.Lookup("token"); ok {
		t.Error("zero credentials hold something")
	}
	if _, ok := connection.Credentials.ExpiresAt(); ok {
		t.Error("zero credentials expire")
	}
}

func TestLookup(t *testing.T) {
	credentials := connectionWith(t, `{"type":"NEWER","s":"text","empty":"","n":1,"null":null,"o":{"s":"x"},`+
		`"twice":"a","twice":"b","nul":"a\u0000b","half":"\ud83e","half2":"\udd8a\ud83e","fox":"\ud83e\udd8a\\ud83e","FFFD":"\ufffd","spaced" : "x" ,"k\ud83e":"x"}`).Credentials
	for name, want := range map[string]struct {
		value string
		ok    bool
	}{
		"s":       {"text", true},
		"S":       {"", false},
		"empty":   {"", true},
		"n":       {"", false},
		"null":    {"", false},
		"o":       {"", false},
		"missing": {"", false},
		"twice":   {"b", true},
		"nul":     {"", false},
		"half":    {"", false},
		"half2":   {"", false},
		"fox":     {"🦊\\ud83e", true},
		"FFFD":    {"\ufffd", true},
		"spaced":  {"x", true},
		"a\x00":   {"", false},
		"k\ufffd": {"", false},
	} {
		if value, ok := credentials.Lookup(name); value != want.value || ok != want.ok {
			t.Errorf("%q gives %q, %t", name, value, ok)
		}
	}
}

func TestAnUnknownAuthModeIsStillReadable(t *testing.T) {
	connection := connectionWith(t, `{"type":"NEWER","access_token":"invented"}`)
	if connection.AuthMode != nango.AuthModeUnknown || connection.AuthModeName != "NEWER" {
		t.Errorf("the auth mode is %s %q", connection.AuthMode, connection.AuthModeName)
	}
	if token, _ := connection.Credentials.AccessToken(); token != "invented" {
		t.Errorf("the access token is %q", token)
	}
}

func TestWhatOneCallerChangesNobodyElseSees(t *testing.T) {
	connection := get(t, newClient(t, serve(t, answering(http.StatusOK, oauth2Document))))
	copy(connection.JSON(), "changed")
	copy(connection.Metadata(), "changed")
	copy(connection.Credentials.JSON(), "changed")
	if string(connection.JSON()) != oauth2Document || string(connection.Metadata()) != `{"plan":"invented-metadata"}` {
		t.Error("a connection has changed")
	}
	if value, _ := connection.Credentials.Lookup("access_token"); value != "gho_invented" {
		t.Error("credentials have changed")
	}
}

func TestTimesThatCannotBeRead(t *testing.T) {
	server := serve(t, answering(http.StatusOK, `{"connection_id":"c","provider_config_key":"p","created_at":"yesterday",`+
		`"credentials":{"type":"OAUTH2","access_token":"t","expires_at":"1795310170"}}`))
	connection := get(t, newClient(t, server))
	if !connection.CreatedAt.IsZero() {
		t.Errorf("it was created at %s", connection.CreatedAt)
	}
	if at, ok := connection.Credentials.ExpiresAt(); ok {
		t.Errorf("it expires at %s", at)
	}
	if text, ok := connection.Credentials.ExpiresAtText(); text != "1795310170" || !ok {
		t.Errorf("it expires at %q", text)
	}
}

// TestCallsDoNotSeeEachOther gets connections of all sizes one after the other: they share memory on the way.
func TestCallsDoNotSeeEachOther(t *testing.T) {
	const small = `{"connection_id":"small","provider_config_key":"github","credentials":{}}`
	documents := make(chan string, 1)
	client := newClient(t, serve(t, func(w http.ResponseWriter, r *http.Request) {
		answering(http.StatusOK, <-documents)(w, r)
	}))
	for _, size := range []int{1 << 10, 9 << 10, 1 << 10, 100 << 10, 9 << 10} {
		filler := strings.Repeat("x", size)
		metadata := fmt.Sprintf(`{"filler":%q}`, filler)
		documents <- fmt.Sprintf(`{"id":7,"account_id":12,"connection_id":"large","provider_config_key":"github","metadata":%s,`+
			`"credentials":{"type":"API_KEY","apiKey":%q,"expires_at":"2125-01-02T03:04:05Z"}}`, metadata, filler)
		large := get(t, client)
		_, expires := large.Credentials.ExpiresAt()
		if large.ConnectionID != "large" || large.ID != 7 || large.AccountID == nil || !expires ||
			large.Token() != filler || string(large.Metadata()) != metadata {
			t.Errorf("size %d: got %v", size, large)
		}
		documents <- small
		absent := get(t, client)
		_, expires = absent.Credentials.ExpiresAt()
		if absent.ConnectionID != "small" || absent.ID != 0 || absent.AccountID != nil || expires ||
			absent.Token() != "" || absent.Metadata() != nil || string(absent.JSON()) != small {
			t.Errorf("after size %d: got %v", size, absent)
		}
	}
}
