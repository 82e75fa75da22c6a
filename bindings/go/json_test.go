package nango_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/libnango/libnango/bindings/go"
)

const importedWithNew = `{"id":7,"connection_id":"customer-1","provider_config_key":"github","provider":"github",` +
	`"created_at":"2023-03-08T09:43:03.725Z","metadata":{"plan":"pro"},"new":[1.0],` +
	`"credentials":{"type":"API_KEY","apiKey":"invented-key"}}`

// roundTrip encodes a value and reads it back.
func roundTrip[T any](t *testing.T, value *T) *T {
	t.Helper()
	encoded, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	refuseSecrets(t, "JSON", string(encoded))
	back := new(T)
	if err := json.Unmarshal(encoded, back); err != nil {
		t.Fatalf("%s: %v", encoded, err)
	}
	if again, err := json.Marshal(back); string(again) != string(encoded) || err != nil {
		t.Errorf("%s became %s, %v", encoded, again, err)
	}
	return back
}

func TestAModelIsReadFromItsDocument(t *testing.T) {
	var holder struct{ Imported *nango.ImportedConnection }
	if err := json.Unmarshal([]byte(`{"Imported":`+importedWithNew+`}`), &holder); err != nil {
		t.Fatal(err)
	}
	imported := holder.Imported
	if imported.ConnectionID != "customer-1" || imported.CreatedAt.Year() != 2023 || string(imported.Unknown()["new"]) != "[1.0]" ||
		string(imported.Metadata()) != `{"plan":"pro"}` || !strings.Contains(string(imported.Credentials()), "invented-key") ||
		string(imported.JSON()) != importedWithNew {
		t.Errorf("got %v", imported)
	}
	back := roundTrip(t, imported)
	if back.ConnectionID != "customer-1" || back.Metadata() != nil || back.Credentials() != nil {
		t.Errorf("read back: %v, %s", back, back.JSON())
	}
}

func TestModelsSurviveARoundTrip(t *testing.T) {
	roundTrip(t, &nango.ListedConnection{})
	roundTrip(t, &nango.ListedConnection{ConnectionID: "customer-1", Errors: []*nango.ConnectionProblem{{Type: "auth"}}})
	roundTrip(t, &nango.QueuedAction{ID: "1"})
	roundTrip(t, &nango.EnvironmentVariable{Name: "REGION"})
	roundTrip(t, &nango.EndUser{ID: "u", Organization: &nango.Organization{ID: "o"}})
}

func TestJSONOfAnotherKindIsRefused(t *testing.T) {
	listed := nango.ListedConnection{ConnectionID: "before"}
	for _, text := range []string{`[]`, `"invented"`, `{"connection_id":1}`, `{"id":"7"}`, `{"created":"yesterday"}`} {
		err := json.Unmarshal([]byte(text), &listed)
		if !errors.Is(err, nango.ErrDecode) || strings.Contains(err.Error(), "invented") || listed.ConnectionID != "before" {
			t.Errorf("%s: %v, %v", text, err, listed)
		}
	}
	if err := listed.UnmarshalJSON([]byte("{")); !errors.Is(err, nango.ErrDecode) {
		t.Errorf("got %v", err)
	}
	if err := json.Unmarshal([]byte("null"), &listed); err != nil || listed.ConnectionID != "before" {
		t.Errorf("got %v", err)
	}
	for name, into := range map[string]any{
		"Credentials": new(nango.Credentials), "Response": new(nango.Response), "APIResponse": new(nango.APIResponse),
	} {
		for _, text := range []string{`{}`, `{"StatusCode":200}`, `{"access_token":"invented"}`, `"[redacted]"`} {
			err := json.Unmarshal([]byte(text), into)
			if !errors.Is(err, nango.ErrInvalidArgument) || !strings.Contains(err.Error(), "nango."+name+" cannot be read from JSON") {
				t.Errorf("%s from %s: %v", name, text, err)
			}
		}
	}
}

func TestAConnectionIsReadFromItsDocument(t *testing.T) {
	var holder struct{ Connection *nango.Connection }
	if err := json.Unmarshal([]byte(`{"Connection": `+oauth2Document+`}`), &holder); err != nil {
		t.Fatal(err)
	}
	connection, want := holder.Connection, get(t, newClient(t, serve(t, answering(http.StatusOK, oauth2Document))))
	if connection.String() != want.String() || connection.Token() != "gho_invented" || string(connection.JSON()) != oauth2Document ||
		string(connection.Metadata()) != string(want.Metadata()) || !connection.CreatedAt.Equal(want.CreatedAt) {
		t.Errorf("got %v", connection)
	}
	// Its whole document goes there and back with the secrets.
	var again nango.Connection
	if err := json.Unmarshal(connection.JSON(), &again); err != nil || again.Token() != "gho_invented" {
		t.Errorf("got %v, %v", again, err)
	}
}

func TestAConnectionSurvivesARoundTripWithoutItsSecrets(t *testing.T) {
	for _, document := range []string{
		oauth2Document,
		`{"connection_id":"c","provider_config_key":"p","credentials":{"type":"API_KEY","apiKey":"invented"}}`,
		`{"connection_id":"c","provider_config_key":"p","credentials":{"type":"NEW_MODE","invented":"invented"}}`,
		`{"connection_id":"c","provider_config_key":"p","credentials":{}}`,
	} {
		var connection nango.Connection
		if err := json.Unmarshal([]byte(document), &connection); err != nil {
			t.Fatal(err)
		}
		back := roundTrip(t, &connection)
		if back.AuthMode != connection.AuthMode || back.AuthModeName != connection.AuthModeName || back.Token() != "" ||
			back.ConnectionConfig() != nil || !back.UpdatedAt.Equal(connection.UpdatedAt) {
			t.Errorf("%v became %v", connection, back)
		}
		if _, err := back.Authorization(); !errors.Is(err, nango.ErrInvalidArgument) {
			t.Errorf("got %v", err)
		}
	}
}

func TestWhatIsNoConnectionIsRefused(t *testing.T) {
	connection := nango.Connection{ConnectionID: "before"}
	for _, text := range []string{
		`{}`, `[]`, `"invented"`, `{"connection_id":"c"}`, `{"connection_id":"c","provider_config_key":"p","credentials":"invented"}`,
		`{"credentials":"[redacted]"}`, `{"connection_id":"c","provider_config_key":"p","credentials":"[redacted]","auth_mode":1}`,
	} {
		err := json.Unmarshal([]byte(text), &connection)
		if !errors.Is(err, nango.ErrDecode) || strings.Contains(err.Error(), "invented") || connection.ConnectionID != "before" {
			t.Errorf("%s: %v, %v", text, err, connection)
		}
	}
	for _, text := range []string{"", "{\x00}", "\xff"} {
		if err := connection.UnmarshalJSON([]byte(text)); err == nil {
			t.Errorf("%q is a connection", text)
		}
	}
	if err := json.Unmarshal([]byte("null"), &connection); err != nil || connection.ConnectionID != "before" {
		t.Errorf("got %v", err)
	}
}
