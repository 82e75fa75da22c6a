package encoders

import (
	"net/http"
	"strings"
	"testing"

	"github.com/libnango/libnango/bindings/go"
)

// imported is a connection that was imported, with "canary" wherever it may hold a secret, customer data or what the library
// does not know.
const imported = `{"id":7,"connection_id":"customer-1","metadata":{"a":"canary"},"connection_config":{"a":"canary"},` +
	`"credentials":{"type":"API_KEY","apiKey":"canary"},"new":"canary"}`

func TestNoLibraryShowsASecretOfAnOperation(t *testing.T) {
	client := newClient(t, http.StatusOK, imported)
	connection, err := client.Connections.Import(t.Context(), nango.ImportConnectionParams{ProviderConfigKey: "p", Credentials: 1})
	if err != nil || !strings.Contains(string(connection.Credentials()), "canary") {
		t.Fatalf("got %v, %v", connection, err)
	}
	variables, err := newClient(t, http.StatusOK, `[{"name":"A","value":"canary"}]`).Environment.ListVariables(t.Context())
	if err != nil || variables[0].Value() != "canary" {
		t.Fatalf("got %v, %v", variables, err)
	}
	pager := client.Connections.List(t.Context(), nango.ListConnectionsParams{Search: "canary"})
	for _, library := range libraries {
		t.Run(library.name, func(t *testing.T) {
			for name, value := range map[string]any{
				"connection": connection, "its value": *connection, "variables": variables, "variable": *variables[0], "list": pager,
			} {
				for name, holder := range holders(name, value) {
					shown, err := library.show(t, holder)
					refuseCanary(t, name, shown)
					if err != nil && !library.isBinary {
						t.Errorf("%s: %v", name, err)
					}
				}
			}
		})
	}
}

// TestNoEncoderShowsParameters: those that call no methods show the exported fields, as they do those of a request.
func TestNoEncoderShowsParameters(t *testing.T) {
	params := nango.ImportConnectionParams{ProviderConfigKey: "p", Credentials: "canary", Metadata: []string{"canary"}}
	for _, library := range libraries {
		if library.asksNoMethod {
			continue
		}
		t.Run(library.name, func(t *testing.T) {
			for name, value := range map[string]any{"params": params, "pointer": &params, "slice": []any{params}} {
				shown, err := library.show(t, value)
				refuseCanary(t, name, shown)
				if isRefused := err != nil && strings.Contains(err.Error(), "has no binary encoding"); isRefused != library.isBinary {
					t.Errorf("%s: %s, %v", name, shown, err)
				}
			}
		})
	}
}
