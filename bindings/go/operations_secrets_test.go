package nango_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"github.com/libnango/libnango/bindings/go"
)

// importingSecrets are parameters with a canary in each that is secret or private.
func importingSecrets() nango.ImportConnectionParams {
	return nango.ImportConnectionParams{
		ProviderConfigKey: "github",
		Credentials:       map[string]string{"type": "API_KEY", "apiKey": canaryToken},
		ConnectionConfig:  json.RawMessage(`{"a":"` + canaryRefresh + `"}`),
		Metadata:          map[string]string{"a": canarySaid},
		EndUser:           &struct{ ID string }{canarySaid},
		ConnectionID:      nango.Ptr("customer-1"),
	}
}

// secretModels are results with a canary in each part that is secret, private or unknown.
func secretModels(t *testing.T) map[string]any {
	t.Helper()
	item := `{"id":7,"connection_id":"customer-1","metadata":{"a":"` + canarySaid + `"},"connection_config":{"a":"` + canaryRefresh +
		`"},"credentials":{"access_token":"` + canaryToken + `"},"name":"FOO","value":"` + canaryToken + `","new":"` + canarySaid +
		`","end_user":{"id":"customer-1","new":"` + canarySaid + `"},"created":"2026-11-22T01:16:11Z"}`
	imported, err := secretiveClient(t, answering(http.StatusCreated, item)).Connections.Import(t.Context(), importingSecrets())
	if err != nil || !strings.Contains(string(imported.Credentials()), canaryToken) {
		t.Fatalf("got %v, %v", imported, err)
	}
	variables, err := secretiveClient(t, answering(http.StatusOK, "["+item+"]")).Environment.ListVariables(t.Context())
	if err != nil || variables[0].Value() != canaryToken {
		t.Fatalf("got %v, %v", variables, err)
	}
	client := secretiveClient(t, answering(http.StatusOK, `{"connections":[`+item+`,`+item+`]}`))
	pager := client.Connections.List(t.Context(), nango.ListConnectionsParams{Search: canarySaid})
	for listed, err := range pager.All() {
		if err != nil || !strings.Contains(string(listed.Metadata()), canarySaid) {
			t.Fatalf("got %v, %v", listed, err)
		}
		return map[string]any{
			"imported": imported, "its value": *imported, "variables": variables, "variable": *variables[0],
			"listed": listed, "pager": pager, "client": client,
		}
	}
	t.Fatal("the list is empty")
	return nil
}

func TestAWalkThroughAResultFindsNoSecret(t *testing.T) {
	for name, model := range secretModels(t) {
		if got := found(model, secrets...); len(got) > 0 {
			t.Errorf("%s: it finds %v", name, got)
		}
		if name != "client" && name != "pager" && len(found(model, "customer-1")) == 0 && len(found(model, "FOO")) == 0 {
			t.Errorf("%s: it finds nothing", name)
		}
		if met := walked(model).foreign; len(met) > 0 {
			t.Errorf("%s: it meets %v", name, met)
		}
	}
}

func TestResultsAndParametersShowNoSecret(t *testing.T) {
	values := secretModels(t)
	values["parameters"] = importingSecrets()
	values["their pointer"] = new(nango.ImportConnectionParams)
	*values["their pointer"].(*nango.ImportConnectionParams) = importingSecrets()
	values["input"] = nango.TriggerActionParams{ConnectionID: "customer-1", Input: canarySaid}
	for name, value := range values {
		expectNotShown(t, name, value)
	}
}

// expectNotShown prints a value in every way that there is, and looks for secrets.
func expectNotShown(t *testing.T, name string, value any) {
	t.Helper()
	var shown strings.Builder
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x"} {
		fmt.Fprintf(&shown, verb+"\n", value)
		fmt.Fprintf(&shown, verb+"\n", []any{value})
	}
	encoded, err := json.Marshal(map[string]any{"a": value})
	if err != nil {
		t.Errorf("%s: %v", name, err)
	}
	shown.Write(encoded)
	slog.New(slog.NewTextHandler(&shown, nil)).Info("got", "value", value)
	slog.New(slog.NewJSONHandler(&shown, nil)).Info("got", "value", value)
	for _, secret := range secrets {
		for _, form := range []string{secret, asBytes(secret), fmt.Sprintf("%x", secret)} {
			if strings.Contains(shown.String(), form) {
				t.Errorf("%s: it shows %s", name, shown.String())
			}
		}
	}
}

func TestWhatResultsAndParametersShow(t *testing.T) {
	models := secretModels(t)
	for want, value := range map[string]any{
		`nango.ImportConnectionParams{ProviderConfigKey: "github", Credentials: [redacted], ConnectionID: "customer-1", ` +
			`Metadata: [redacted], ConnectionConfig: [redacted], EndUser: [redacted]}`: importingSecrets(),
		`nango.ListedConnection{ID: 7, ConnectionID: "customer-1", Created: 2026-11-22T01:16:11Z}`: models["listed"],
		`[nango.EnvironmentVariable{Name: "FOO"}]`:                                                 models["variables"],
		`nango.ListedConnection{Errors: [nango.ConnectionProblem{Type: "auth"}]}`: nango.ListedConnection{
			Errors: []*nango.ConnectionProblem{{Type: "auth"}},
		},
		`nango.EndUser{ID: "u"}`: nango.EndUser{ID: "u"},
	} {
		if got := fmt.Sprint(value); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
	encoded, err := json.Marshal(models["variable"])
	if err != nil || string(encoded) != `{"name":"FOO"}` {
		t.Errorf("got %s, %v", encoded, err)
	}
}

func TestResultsAndParametersHaveNoBinaryEncoding(t *testing.T) {
	for _, value := range []interface{ MarshalBinary() ([]byte, error) }{
		importingSecrets(), nango.TriggerActionParams{}, nango.ListedConnection{}, &nango.ImportedConnection{}, nango.EndUser{},
		nango.EnvironmentVariable{}, nango.QueuedAction{}, nango.ConnectionProblem{}, nango.Organization{},
	} {
		if _, err := value.MarshalBinary(); !errors.Is(err, nango.ErrInvalidArgument) {
			t.Errorf("%T: got %v", value, err)
		}
	}
}

// TestAResultThatDidNotComeFromNango, as in tests of a program, has nothing behind its methods.
func TestAResultThatDidNotComeFromNango(t *testing.T) {
	var imported nango.ImportedConnection
	var variable nango.EnvironmentVariable
	if imported.Credentials() != nil || imported.JSON() != nil || imported.Unknown() != nil || variable.Value() != "" {
		t.Errorf("got %v, %v", imported, variable)
	}
}

// TestWhatAnOperationRepeats: what changes nothing more the second time is sent again after a lost connection.
func TestWhatAnOperationRepeats(t *testing.T) {
	requests := make(chan string, 10)
	client := newClient(t, serve(t, func(_ http.ResponseWriter, r *http.Request) {
		requests <- r.Method
		panic(http.ErrAbortHandler)
	}), nango.WithMaxRetries(1))
	ctx := t.Context()
	for want, call := range map[string]func() error{
		"GET GET": func() error {
			_, err := client.Environment.ListVariables(ctx)
			return err
		},
		"DELETE DELETE": func() error {
			return client.Connections.Delete(ctx, nango.DeleteConnectionParams{ConnectionID: "c", ProviderConfigKey: "p"})
		},
		"POST": func() error {
			_, err := client.Connections.Import(ctx, importingSecrets())
			return err
		},
	} {
		if err := call(); !errors.Is(err, nango.ErrIO) {
			t.Errorf("%s: got %v", want, err)
		}
		var sent []string
		for len(requests) > 0 {
			sent = append(sent, <-requests)
		}
		if got := strings.Join(sent, " "); got != want {
			t.Errorf("it sends %s, and not %s", got, want)
		}
	}
}
