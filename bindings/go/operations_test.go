package nango_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

// expectSent compares a request with what it must be. A body of JSON is compared as JSON.
func expectSent(t *testing.T, got sent, method, target, body string) {
	t.Helper()
	if got.method != method || got.target != target {
		t.Errorf("it is sent as %s %s", got.method, got.target)
	}
	if body == "" && got.body != "" || body != "" && !isSameJSON(t, got.body, body) {
		t.Errorf("its body is %s", got.body)
	}
}

func isSameJSON(t *testing.T, one, other string) bool {
	t.Helper()
	var values [2]any
	for i, text := range []string{one, other} {
		decoder := json.NewDecoder(strings.NewReader(text))
		decoder.UseNumber()
		if err := decoder.Decode(&values[i]); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
	return reflect.DeepEqual(values[0], values[1])
}

const importedDocument = `{"id":92,"connection_id":"tmp-import","provider_config_key":"github","provider":"github","errors":[` +
	`{"type":"auth","log_id":"l1"}],"end_user":{"id":"e1","display_name":null,"email":"e@example.com","tags":{"a":"b"},` +
	`"organization":{"id":"o1","display_name":"Org"}},"tags":{"a":"b","end_user_id":"e1"},"metadata":{"m":12345678901234567890},` +
	`"connection_config":{"subdomain":"demo"},"webhook_url_override":null,"created_at":"2026-11-22T01:21:17.100Z",` +
	`"updated_at":"2026-11-22T02:21:17.100+01:00","last_fetched_at":null,` +
	`"credentials":{"type":"OAUTH2","access_token":"` + canaryToken + `"},"since":{"year":2031}}`

func TestImportingAConnection(t *testing.T) {
	arrived, handler := recording(http.StatusCreated, importedDocument)
	client := newClient(t, serve(t, handler))
	got, err := client.Connections.Import(t.Context(), nango.ImportConnectionParams{
		ProviderConfigKey:  "github",
		Credentials:        map[string]string{"type": "OAUTH2", "access_token": "<t>"},
		ConnectionID:       nango.Ptr("tmp-import"),
		Metadata:           json.RawMessage(`{"m": 12345678901234567890}`),
		ConnectionConfig:   struct{ Subdomain string }{"demo"},
		WebhookURLOverride: nango.Ptr(""),
		Tags:               map[string]string{},
		EndUser:            map[string]any{"id": "e1", "email": nil},
	})
	if err != nil {
		t.Fatal(err)
	}
	request := receive(t, "the request", arrived)
	expectSent(t, request, http.MethodPost, "/connections", `{"provider_config_key":"github","credentials":{"type":"OAUTH2",`+
		`"access_token":"<t>"},"connection_id":"tmp-import","metadata":{"m":12345678901234567890},"connection_config":{"Subdomain":"demo"},`+
		`"webhook_url_override":"","tags":{},"end_user":{"id":"e1","email":null}}`)
	if !strings.Contains(request.body, `"<t>"`) {
		t.Errorf("it is escaped: %s", request.body)
	}
	if got.ID != 92 || got.ConnectionID != "tmp-import" || got.ProviderConfigKey != "github" || got.Provider != "github" {
		t.Errorf("got %v", got)
	}
	if len(got.Errors) != 1 || got.Errors[0].Type != "auth" || got.Errors[0].LogID != "l1" {
		t.Errorf("its errors are %v", got.Errors)
	}
	user := got.EndUser()
	if user == nil || user.ID != "e1" || user.DisplayName() != nil || *user.Email() != "e@example.com" || user.Tags()["a"] != "b" ||
		user.Organization == nil || user.Organization.ID != "o1" || *user.Organization.DisplayName() != "Org" {
		t.Errorf("its end user is %v", user)
	}
	if len(got.Tags()) != 2 || got.WebhookURLOverride() != nil || got.LastFetchedAt != nil {
		t.Errorf("got %v", got)
	}
	if want := time.Date(2026, 11, 22, 1, 21, 17, 100_000_000, time.UTC); got.CreatedAt != want || got.UpdatedAt != want {
		t.Errorf("got %s, %s", got.CreatedAt, got.UpdatedAt)
	}
	for name, pair := range map[string][2]string{
		"credentials": {string(got.Credentials()), `{"type":"OAUTH2","access_token":"` + canaryToken + `"}`},
		"config":      {string(got.ConnectionConfig()), `{"subdomain":"demo"}`},
		"metadata":    {string(got.Metadata()), `{"m":12345678901234567890}`},
		"unknown":     {string(got.Unknown()["since"]), `{"year":2031}`},
		"whole":       {string(got.JSON()), importedDocument},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s: got %s", name, pair[0])
		}
	}
	if len(got.Unknown()) != 1 {
		t.Errorf("unknown is %v", got.Unknown())
	}
}

func TestOperationsThatReturnNothing(t *testing.T) {
	arrived, handler := recording(http.StatusOK, `{"success":true}`)
	client := newClient(t, serve(t, handler))
	ctx := t.Context()
	for _, test := range []struct {
		err                  error
		method, target, body string
	}{
		{
			client.Connections.Update(ctx, nango.UpdateConnectionParams{ConnectionID: "a/../b", ProviderConfigKey: "g&h"}),
			http.MethodPatch, "/connections/a%2F..%2Fb?provider_config_key=g%26h", `{}`,
		},
		{
			client.Connections.Update(ctx, nango.UpdateConnectionParams{
				ConnectionID: "ü", ProviderConfigKey: "p", Tags: map[string]string{"env": "test"}, WebhookURLOverride: nango.Ptr(""),
			}),
			http.MethodPatch, "/connections/%C3%BC?provider_config_key=p", `{"tags":{"env":"test"},"webhook_url_override":""}`,
		},
		{
			client.Connections.Delete(ctx, nango.DeleteConnectionParams{ConnectionID: "..", ProviderConfigKey: "p"}),
			http.MethodDelete, "/connections/%2E%2E?provider_config_key=p", "",
		},
		{
			client.Connections.SetMetadata(ctx, nango.SetMetadataParams{
				ProviderConfigKey: "p", ConnectionIDs: []string{"a", "b"}, Metadata: map[string]any{"k": 1},
			}),
			http.MethodPost, "/connections/metadata", `{"provider_config_key":"p","connection_id":["a","b"],"metadata":{"k":1}}`,
		},
		{
			client.Connections.UpdateMetadata(ctx, nango.UpdateMetadataParams{
				ProviderConfigKey: "p", ConnectionIDs: []string{"a"}, Metadata: json.RawMessage(`{"k":null}`),
			}),
			http.MethodPatch, "/connections/metadata", `{"provider_config_key":"p","connection_id":["a"],"metadata":{"k":null}}`,
		},
	} {
		if test.err != nil {
			t.Errorf("%s %s: %v", test.method, test.target, test.err)
			continue
		}
		expectSent(t, receive(t, "the request", arrived), test.method, test.target, test.body)
	}
}

func TestActions(t *testing.T) {
	arrived, handler := recording(http.StatusOK, `{"big":12345678901234567890}`)
	client := newClient(t, serve(t, handler))
	params := nango.TriggerActionParams{ConnectionID: "rich", ProviderConfigKey: "github", ActionName: "create-issue"}
	output, err := client.Actions.Trigger(t.Context(), params)
	if err != nil || string(output) != `{"big":12345678901234567890}` {
		t.Errorf("got %s, %v", output, err)
	}
	request := receive(t, "the request", arrived)
	expectSent(t, request, http.MethodPost, "/action/trigger", `{"action_name":"create-issue"}`)
	_, hasRetries := request.header["X-Max-Retries"]
	if request.header.Get("Connection-Id") != "rich" || request.header.Get("Provider-Config-Key") != "github" || hasRetries {
		t.Errorf("its headers are %v", request.header)
	}
	params.Input, params.MaxRetries = json.RawMessage("null"), nango.Ptr(0)
	if _, err = client.Actions.Trigger(t.Context(), params); err != nil {
		t.Error(err)
	}
	request = receive(t, "the request", arrived)
	expectSent(t, request, http.MethodPost, "/action/trigger", `{"action_name":"create-issue","input":null}`)
	if request.header.Get("X-Max-Retries") != "0" {
		t.Errorf("its headers are %v", request.header)
	}
	if output, err = client.Actions.Result(t.Context(), nango.GetActionResultParams{ID: "4b/a"}); err != nil {
		t.Error(err)
	}
	expectSent(t, receive(t, "the request", arrived), http.MethodGet, "/action/4b%2Fa", "")
	output[0] = 'x' // The program's own.
}

func TestAQueuedAction(t *testing.T) {
	arrived, handler := recording(http.StatusAccepted, `{"id":"4ba27559","statusUrl":"/action/4ba27559"}`)
	queued, err := newClient(t, serve(t, handler)).Actions.TriggerAsync(t.Context(), nango.TriggerActionAsyncParams{
		ConnectionID: "rich", ProviderConfigKey: "github", ActionName: "create-issue", Input: []int{1},
	})
	if err != nil || queued.ID != "4ba27559" || queued.StatusURL != "/action/4ba27559" || len(queued.Unknown()) > 0 {
		t.Errorf("got %v, %v", queued, err)
	}
	request := receive(t, "the request", arrived)
	expectSent(t, request, http.MethodPost, "/action/trigger", `{"action_name":"create-issue","input":[1]}`)
	if request.header.Get("X-Async") != "true" {
		t.Errorf("its headers are %v", request.header)
	}
}

func TestTheOutputOfAnAction(t *testing.T) {
	for _, output := range []string{"null", "false", "0", `""`, "[1,{}]", `"<é>"`} {
		got, err := newClient(t, serve(t, answering(http.StatusOK, " "+output+"\n"))).Actions.Result(t.Context(),
			nango.GetActionResultParams{ID: "a"})
		if err != nil || string(got) != output {
			t.Errorf("%s: got %s, %v", output, got, err)
		}
	}
}

func TestEnvironmentVariables(t *testing.T) {
	arrived, handler := recording(http.StatusOK, `[{"name":"FOO","value":"bar"},{"name":"ÜNI","value":"wärt\n2","new":1}]`)
	variables, err := newClient(t, serve(t, handler)).Environment.ListVariables(t.Context())
	if err != nil || len(variables) != 2 {
		t.Fatalf("got %v, %v", variables, err)
	}
	expectSent(t, receive(t, "the request", arrived), http.MethodGet, "/environment-variables", "")
	if variables[0].Name != "FOO" || variables[0].Value() != "bar" || variables[1].Name != "ÜNI" || variables[1].Value() != "wärt\n2" {
		t.Errorf("got %v", variables)
	}
	if string(variables[1].Unknown()["new"]) != "1" {
		t.Errorf("unknown is %v", variables[1].Unknown())
	}
	none, err := newClient(t, serve(t, answering(http.StatusOK, "[]"))).Environment.ListVariables(t.Context())
	if err != nil || none == nil || len(none) != 0 {
		t.Errorf("got %v, %v", none, err)
	}
}

// TestRequiredParameters: nothing is sent without them.
func TestRequiredParameters(t *testing.T) {
	arrived, handler := recording(http.StatusOK, "{}")
	client := newClient(t, serve(t, handler))
	ctx := t.Context()
	_, noCredentials := client.Connections.Import(ctx, nango.ImportConnectionParams{ProviderConfigKey: "p"})
	_, noID := client.Actions.Result(ctx, nango.GetActionResultParams{})
	_, noName := client.Actions.Trigger(ctx, nango.TriggerActionParams{ConnectionID: "c", ProviderConfigKey: "p"})
	noIDs := client.Connections.SetMetadata(ctx, nango.SetMetadataParams{ProviderConfigKey: "p", Metadata: 1})
	noKey := client.Connections.Delete(ctx, nango.DeleteConnectionParams{ConnectionID: "c"})
	for want, err := range map[string]error{
		"Credentials is not set": noCredentials, "ID is not set": noID, "ActionName is not set": noName,
		"ConnectionIDs is not set": noIDs, "ProviderConfigKey is not set": noKey,
	} {
		if !errors.Is(err, nango.ErrInvalidArgument) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v", want, err)
		}
	}
	if len(arrived) > 0 {
		t.Errorf("%v was sent", <-arrived)
	}
}

// TestParametersThatCannotBeSent: nothing is sent in their place.
func TestParametersThatCannotBeSent(t *testing.T) {
	arrived, handler := recording(http.StatusOK, "{}")
	client := newClient(t, serve(t, handler))
	ctx := t.Context()
	params := nango.TriggerActionParams{ConnectionID: "c", ProviderConfigKey: "p", ActionName: "a"}
	with := func(change func(*nango.TriggerActionParams)) error {
		changed := params
		change(&changed)
		_, err := client.Actions.Trigger(ctx, changed)
		return err
	}
	for name, err := range map[string]error{
		"path":     client.Connections.Delete(ctx, nango.DeleteConnectionParams{ConnectionID: "a\x00b", ProviderConfigKey: "p"}),
		"query":    client.Connections.Delete(ctx, nango.DeleteConnectionParams{ConnectionID: "a", ProviderConfigKey: "\xff"}),
		"header":   with(func(p *nango.TriggerActionParams) { p.ConnectionID = "a\nb" }),
		"body":     with(func(p *nango.TriggerActionParams) { p.ActionName = "a\xff" }),
		"JSON":     with(func(p *nango.TriggerActionParams) { p.Input = func() {} }),
		"raw JSON": with(func(p *nango.TriggerActionParams) { p.Input = json.RawMessage("{") }),
	} {
		if !errors.Is(err, nango.ErrInvalidArgument) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	for _, option := range []nango.CallOption{nango.JSONBody(1), nango.ProxyRetries(1), nango.ForceRefresh(), nango.MaxAge(0)} {
		if _, err := client.Actions.Trigger(ctx, params, option); !errors.Is(err, nango.ErrInvalidArgument) {
			t.Errorf("got %v", err)
		}
	}
	var noContext context.Context
	if _, err := client.Actions.Trigger(noContext, params); !errors.Is(err, nango.ErrInvalidArgument) {
		t.Errorf("got %v", err)
	}
	if len(arrived) > 0 {
		t.Errorf("%v was sent", <-arrived)
	}
}

func TestOperationsWithoutAClient(t *testing.T) {
	var none nango.Client
	_, variables := none.Environment.ListVariables(t.Context())
	deleted := none.Connections.Delete(t.Context(), nango.DeleteConnectionParams{ConnectionID: "c", ProviderConfigKey: "p"})
	for _, err := range []error{variables, deleted} {
		if !errors.Is(err, nango.ErrInvalidArgument) || !strings.Contains(err.Error(), "client is nil") {
			t.Errorf("got %v", err)
		}
	}
}
